"""What in a contract tells whose it is: parties and people by name; sums, addresses and numbers by their shape."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from legalai.drafting.language_model.private_shapes import AMOUNTS, CAPITAL, NUMBERS, PEOPLE, PHONES, PLACES
from legalai.drafting.language_model.private_sums import keyed, sum_key
from legalai.errors import DrafterError
from legalai.schema import Contract

PrivateKind = Literal["PARTY", "PERSON", "AMOUNT", "EMAIL", "WEB", "IBAN", "PHONE", "STREET", "NUMBER"]
KINDS: tuple[PrivateKind, ...] = ("PARTY", "PERSON", "AMOUNT", "EMAIL", "WEB", "IBAN", "PHONE", "STREET", "NUMBER")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """Words that name somebody, wherever they stand; `whose` is shared by the names of one party or person."""

    kind: PrivateKind
    whose: str
    words: str


@dataclass(frozen=True, slots=True)
class Found:
    """A private word in a text: characters [start, end). Two spellings of one name share `whose`."""

    kind: PrivateKind
    whose: str
    start: int
    end: int


# Each round takes out what the one before brought to light, which is seldom anything.
_MOST_ROUNDS = 30
_LONGEST_AMOUNT = 120
_IN_ADDRESSES = "@.+-"

_NUMBER = r"\d{1,3}(?:[.,'’\u00a0 ]\d{3}){1,5}(?:[.,]\d{1,2})?|\d{1,15}(?:[.,]\d{1,4})?"
_SCALE = r"(?:[ \t\u00a0-]?(?:thousand|million|billion|mio|mrd|millionen|millions|[kmb]n?)(?!\w))?"
_CODE = (
    r"(?:USD|EUR|GBP|CAD|AUD|CHF|SGD|INR|JPY|CNY|RMB|HKD|NZD|SEK|NOK|DKK|PLN|ZAR|AED|BRL|MXN|US\$|C\$|A\$|S\$"
    r"|HK\$|Rs\.?)"
)
_UNIT = r"(?:dollars?|euros?|pounds?(?:[ \t]sterling)?|cents?|pence|francs?|rupees?|yen|yuan|renminbi|kronor|kroner)"
_WORD = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|and|no)"
)
_COUNTRY = r"(?:(?:U\.?S\.?A?\.?|United[ ]States|Canadian|Australian|Singapore|Hong[ ]Kong)\s{1,2})?"

# In the order in which a kind is given to what several shapes fit.
_SHAPES: tuple[tuple[PrivateKind, re.Pattern[str]], ...] = (
    ("EMAIL", re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")),
    ("WEB", re.compile(r"(?:https?://|(?<!\w)www\.)[^\s<>\"“”)\]]{1,300}", re.IGNORECASE)),
    ("IBAN", re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{4}){2,7}(?:[ \u00a0]?[A-Z0-9]{1,4})?(?!\w)")),
    (
        "AMOUNT",
        re.compile(
            rf"(?:(?<!\w){_CODE}|[$€£¥₹])[ \t\u00a0]{{0,2}}(?:{_NUMBER}){_SCALE}"
            rf"|(?<![\w.,])(?:{_NUMBER}){_SCALE}[ \t\u00a0]{{0,2}}(?:{_COUNTRY}{_UNIT}|{_CODE}|[€£$¥₹])(?!\w)"
            rf"|(?<!\w){_WORD}(?:[\s-]{{1,2}}{_WORD}){{0,14}}\s{{1,2}}{_COUNTRY}{_UNIT}(?!\w)",
            re.IGNORECASE,
        ),
    ),
    (
        "STREET",
        re.compile(
            rf"(?<!\w)\d{{1,5}}[A-Za-z]?,?[ \t](?:{CAPITAL}[ \t]){{1,4}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln"
            r"|Drive|Dr|Boulevard|Blvd|Way|Court|Ct|Plaza|Square|Place|Parkway|Pkwy|Highway|Terrace|Close|Circle|Row|Quay)\b\.?"
            r"(?:,?[ \t](?:Suite|Ste|Floor|Unit|Apt|Room)\.?[ \t]\#?\w{1,6})?"
            r"|(?<!\w)(?:Suite|Ste\.?|Unit|Apt\.?|Room)[ \t]\#?\d{1,6}[A-Z]?(?!\w)"
            r"|(?<!\w)[A-ZÄÖÜ][\wäöüß-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)"
            r"[ \t]\d{1,4}[a-z]?(?!\w)"
            rf"|(?<!\w)\d{{1,4}},?[ \t](?:rue|avenue|boulevard|place|quai|chemin)[ \t]"
            rf"(?:(?:de|du|des|la|le|d['’])[ \t]?){{0,2}}{CAPITAL}"
            r"|(?<!\w)P\.?[ \t]?O\.?[ \t]?Box[ \t]\d{1,8}"
            r"|(?<!\w)[A-Z]{2}[ \t]\d{5}(?:-\d{4})?(?!\w)"
            r"|(?<!\w)[A-Z]{1,2}\d[A-Z\d]?[ \t]\d[A-Z]{2}(?!\w)"
            r"|(?<!\w)[A-Z]\d[A-Z][ \t]\d[A-Z]\d(?!\w)"
        ),
    ),
    (
        "PHONE",
        re.compile(
            r"(?<![\w.,/+-])(?:\+|00)\d{1,3}(?:[ \t./()-]{0,3}\d{1,5}){2,6}(?![\w/])"
            r"|(?<![\w.,/+-])\(?\d{3}\)?[ \t.-]{1,2}\d{3}[ \t.-]\d{4}(?![\w/])"
            r"|(?<![\w.,/+-])\(?0\d{2,5}\)?[ \t/-]{1,2}\d{3,8}(?:[ \t-]\d{1,6}){0,2}(?![\w/])"
        ),
    ),
    ("AMOUNT", AMOUNTS),
    ("NUMBER", NUMBERS),
    ("STREET", PLACES),
    ("PHONE", PHONES),
)

_TITLE = r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Herr|Frau|Sir|Dame|M|Mme)"
_PERSON = rf"{CAPITAL}(?:[ \t]{{1,3}}{CAPITAL}){{0,3}}"
_NAMED = (
    re.compile(
        rf"(?<!\w)(?:Attn|Attention|Name|Contact|c/o)\.?[ \t]?:[ \t_]{{0,20}}"
        rf"({CAPITAL}(?:[ \t]{{1,3}}{CAPITAL}){{1,3}})"
    ),
    re.compile(rf"(?<!\w){_TITLE}\.?[ \t]({_PERSON})"),
)

# First words of names that are parts of others' names as well.
_COMMON = set("united national american european international british north south east west new saint general".split())
_FORMS = set(
    "inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh ag kg kgaa se sa sas sarl srl bv nv "
    "ab as oy aps pty pte pvt private public and the of & ohg ug mbh ev spa sro kft doo".split()
)
# What a contract calls a party by its part in the trade says nothing of who it is.
_ROLES = set(
    "affiliate agent assignee assignor authority bank borrower buyer charterer client company consultant "
    "contractor corporation creditor customer dealer debtor depositor developer discloser disclosing distributor "
    "employee employer executive first franchisee franchisor funder grantee grantor guarantor holder host "
    "indemnitor insurer investor issuer landlord lender lessee lessor licensee licensor manager manufacturer "
    "merchant member of operator owner parent partner parties party plaintiff principal processor controller "
    "producer promoter provider publisher purchaser receiving recipient reseller second seller sender service "
    "services software sponsor subcontractor subscriber subsidiary supplier tenant the third trustee underwriter "
    "user vendor we us you".split()
)

# Words of offices and departments, which stand in capitals behind those of others.
_OFFICES = set(
    "chief counsel data department deputy development director executive finance financial general head human "
    "information legal managing manager marketing officer operating operations president procurement protection "
    "relations resources sales secretary security senior technology vice confidential intellectual property".split()
)


def names_in(contract: Contract, text: str) -> tuple[Name, ...]:
    """Names of parties and people, the shorter ones the text may use for them, and the sums found; longest first."""
    found: dict[str, Name] = {}
    lower = set(re.findall(r"(?<!\w)[a-zà-öø-ÿ][\w'’-]*", text))
    for party in contract.parties:
        for words in (party.name, *_short_names(party.name, lower), *(a for a in party.aliases if _tells(a))):
            _add(found, "PARTY", party.name, words)
    people = [each.name for each in contract.execution.signatories if each.name]
    people += [match[1] for pattern in _NAMED for match in pattern.finditer(text)]
    beside = (match[1] for pattern in PEOPLE for match in pattern.finditer(text))
    said = lower | _ROLES | _COMMON | _OFFICES
    people += [name for name in beside if not all(_bare(word) in said for word in name.split())]
    for person in people:
        words = " ".join(person.split()).rstrip(".,")
        _add(found, "PERSON", words, words)
        last = words.split()[-1] if words else ""
        if len(words.split()) > 1 and len(last) > 3 and last.casefold() not in lower:
            _add(found, "PERSON", words, last)
    for amount in contract.amounts:
        if len(amount.text) <= _LONGEST_AMOUNT:
            _add(found, "AMOUNT", keyed(amount.value, amount.currency), amount.text)
    return tuple(sorted(found.values(), key=lambda name: (-len(name.words), name.words)))


def private_words(text: str, names: Sequence[Name]) -> list[Found]:
    """Everything private in a text, in order, at whole words; what overlaps or touches is taken as one.

    What is left between has nothing private in it, seen by itself. Raises: DrafterError where there is no end to it.
    """
    by_words = {_plain(name.words): name for name in reversed(names)}
    pattern = _pattern(names)
    found: list[Found] = []
    gaps = [(0, len(text))]
    for _ in range(_MOST_ROUNDS):
        new = [
            Found(each.kind, each.whose, start + each.start, start + each.end)
            for start, end in gaps
            for each in _seen(text[start:end], by_words, pattern)
        ]
        if not new:
            return found
        whole = (_at_words(text, each) for each in (*found, *new))
        found = list(_joined(sorted(whole, key=lambda each: (each.start, -each.end))))
        gaps = list(_gaps(text, found))
    raise DrafterError("The contract cannot be redacted: its private words have no end. Use a drafter on this machine.")


def _seen(text: str, by_words: Mapping[str, Name], pattern: re.Pattern[str] | None) -> Iterator[Found]:
    for match in pattern.finditer(text) if pattern is not None else ():
        plain = _plain(match[0])
        name = by_words.get(plain) or by_words.get(plain.removesuffix("s"))
        # A letter may compare as another does in a pattern and not by itself; then it is a name of its own.
        kind, whose = (name.kind, name.whose) if name is not None else ("PARTY", _plain(match[0]))
        yield Found(kind, whose, match.start(), match.end())
    for kind, shape in _SHAPES:
        for match in shape.finditer(text):
            start, end = match.span(match.lastindex or 0)
            yield Found(kind, _whose(kind, text[start:end]), start, end)


def _whose(kind: PrivateKind, words: str) -> str:
    """Whose some words are that a shape found: two spellings of one sum are of the same."""
    key = sum_key(words) if kind == "AMOUNT" else None
    return f"{kind} {_plain(key)}" if key is not None else _plain(words)


def _at_words(text: str, found: Found) -> Found:
    """The words that a find begins and ends in, whole: a placeholder stands beside no letter."""
    start, end = found.start, found.end
    inside = _IN_ADDRESSES if found.kind in {"EMAIL", "WEB"} else ""
    while start > 0 and (_is_letter(text[start - 1]) or text[start - 1] in inside):
        start -= 1
    while end < len(text) and (_is_letter(text[end]) or (text[end] in inside and _is_letter(text[end + 1 : end + 2]))):
        end += 1
    return Found(found.kind, found.whose, start, end)


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def _gaps(text: str, found: Sequence[Found]) -> Iterator[tuple[int, int]]:
    """What stands between the finds, where it has a letter in it."""
    last = 0
    for start, end in (*((each.start, each.end) for each in found), (len(text), len(text))):
        if any(character.isalnum() for character in text[last:start]):
            yield last, start
        last = end


def _add(found: dict[str, Name], kind: PrivateKind, whose: str, words: str) -> None:
    plain = _plain(words)
    if sum(each.isalnum() for each in plain) > 1 and plain not in _ROLES and plain not in _FORMS:
        found.setdefault(plain, Name(kind=kind, whose=f"{kind} {_plain(whose)}", words=words))


def _short_names(name: str, lower: set[str]) -> Iterator[str]:
    """The name without its legal form, and its first word where that is no word of the language."""
    words = re.split(r"[\s,]+", name.strip())
    while len(words) > 1 and _bare(words[-1]) in _FORMS:
        words.pop()
    yield " ".join(words)
    first = next((word for word in words if _bare(word) not in _FORMS), "")
    if len(first) > 2 and not first.islower() and _bare(first) not in lower | _ROLES | _COMMON:
        yield first.strip(".,()&")


def _tells(alias: str) -> bool:
    return any(_bare(word) not in _ROLES for word in alias.split())


def _bare(word: str) -> str:
    return re.sub(r"[^\w&]", "", word).casefold()


def _plain(words: str) -> str:
    """Words as they compare: case, spaces, apostrophes and hyphens make no difference."""
    return re.sub(r"[-‐‑–]", "-", " ".join(words.casefold().split()).replace("’", "'"))


def _pattern(names: Sequence[Name]) -> re.Pattern[str] | None:
    """One pattern for all names, longest first; a space may be a line break, an apostrophe either one."""
    ordered = sorted((_plain(name.words) for name in names), key=len, reverse=True)
    if not ordered:
        return None
    written = [r"\s+".join(_written(word) for word in words.split()) for words in dict.fromkeys(ordered)]
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})s?(?!\w)", re.IGNORECASE)


def _written(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(r"\-", "[-‐‑–]")


def _joined(found: Iterable[Found]) -> Iterator[Found]:
    """Spans in order, those that overlap or touch as one, of the kind of the longest."""
    last: Found | None = None
    longest = 0
    for each in found:
        if last is None or each.start > last.end:
            if last is not None:
                yield last
            last, longest = each, each.end - each.start
        else:
            kept = each if each.end - each.start > longest else last
            longest = max(longest, each.end - each.start)
            whose = last.whose if each.end <= last.end else f"{last.whose} {each.whose}"
            last = Found(kept.kind, whose, last.start, max(last.end, each.end))
    if last is not None:
        yield last
