"""The parties of a contract in another language than English: by their legal forms, and by what they are called."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from legalai.extract.languages.wordings import Wordings
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Party

_FORM = (
    r"(?:GmbH\s?&\s?Co\.?\s?(?:KG|KGaA|OHG)(?:aA)?|gGmbH|GmbH|mbH|KGaA|KG|OHG|GbR|eG|AöR|KdöR|PartG(?:\s?mbB)?|UG(?:\s\(haftungsbeschränkt\))?|AG|e\.\s?[VGK]\.|SE"
    r"|S\.?A\.?S\.?U?\.?|S\.?A\.?R\.?L\.?|S\.?N\.?C\.?|E\.?U\.?R\.?L\.?|S\.?C\.?I\.?|S\.\s?A\.(?:\s?U\.)?|SA|S\.\s?L\.(?:\s?[UPL]\.)?|SLU?|C\.\s?B\."
    r"|S\.\s?[rR]\.\s?[lL]\.(?:s\.)?|S\.\s?p\.\s?A\.|SpA|SRL|[Ss]\.\s?a\.\s?s\.|[Ss]\.\s?n\.\s?c\.|S\.\s?C\.\s?a\s?r\.\s?l\."
    r"|B\.\s?V\.(?:B\.A\.)?|N\.\s?V\.|BV(?:BA)?|NV|V\.\s?O\.\s?F\.|C\.\s?V\.|Lda\.?|LDA\.?|Ltda\.?|LTDA\.?|S/A|EIRELI|E\.I\.R\.L\.|S\.\s?A\.\s?C\.|S\.\s?A\.(?:P\.\s?I|B)\.\sde\sC\.\s?V\.|S\.\s?Coop\.|Srl|s\.r\.l\.|S\.P\.A\.|S\.\s?A\.\sde\sC\.\s?V\.|S\.\sde\sR\.\s?L\.(?:\sde\sC\.\s?V\.)?"
    r"|[Ss]p\.\s?z\s?o\.\s?o\.(?:\s?(?:sp\.\s?k\.|Sp\.\s?k\.))?|Sp\.\s?[jk]\.|S\.K\.A\.|AB|HB|ApS|A/S|I/S|P/S|K/S|AS|ASA|Oy[jJ]?"
    r"|Ltd\.?|Limited|LLP|LLC|PLC|plc|Inc\.?|Corp\.?)"
)
_WORD = r"[A-ZÀ-ÞĀ-Ž0-9][\w&.’'+-]{0,30}"
_JOINS = (
    r"(?:&|\+|-|–|und|et|y|e|en|i|och|og|of|for|für|de|del|della|di|des|du|la|le|les|los|do|da|dos|van|der|den|pour|voor"
    r"|per)"
)
_NAME = re.compile(
    rf"(?<![\w’'])(?P<name>{_WORD}(?:,?\s{{1,2}}(?:{_JOINS}\s{{1,2}}){{0,2}}{_WORD}){{0,7}}?,?\s{{1,2}}{_FORM})(?![\w])"
)
# French puts some forms before the name.
_FORM_FIRST = re.compile(
    rf"(?<![\w’'])(?P<name>(?:SCI|SARL|SAS|SASU|SA|EURL|SNC|SCP|SELARL)\s{{1,2}}{_WORD}(?:\s{{1,2}}{_WORD}){{0,5}})"
)
# Foundations and towns are named by what they are, not by a form.
_BODY_FIRST = re.compile(
    rf"\A(?:\(?\d{{1,2}}[.)]\s{{1,3}})?(?:(?:de|der|die|la|le|el|il|lo|het|a|o)\s)?(?P<name>(?-i:Stichting|Vereniging|Gemeente|Coöperatie"
    rf"|Stiftung|Stadt|Gemeinde|Fondation|Association|Ville|Commune|Fundación|Ayuntamiento|Fundação|Município"
    rf"|Fondazione|Associazione|Comune)(?:\s{{1,2}}(?:{_JOINS}\s{{1,2}}){{0,2}}(?-i:{_WORD})){{1,6}})(?=,|\n|\s\(|\Z)",
    re.IGNORECASE,
)
_REPRESENTED = re.compile(
    r"(?:repr[eé]sent(?!a[cç][ií]?[oó]n\s+de|ação\s+d)|vertreten|rappresent(?!anza\s+d)|vertegenwoordig|reprezentow|företräd|repræsenter|persona\s+d|person\s+of|durch)[^;\n]{0,60}$",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(r"\d{1,2}[.)]\s{1,3}")
_ARTICLE = re.compile(r"^(?:(?:d(?:er|ie|as|en|em|e)|le|la|el|il|lo|het|os?|as?)\s|l[’'])", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\([^()]{0,60}$")
_PERSON = (
    r"\s{1,2}(?:(?:Dr|Prof|Ing|Dipl\.-Ing|Mag|dr|inż|mgr)\.\s{1,2}){0,3}(?P<name>(?-i:[A-ZÀ-ÞĀ-Ž][\w’'-]{1,25}(?:\s{1,2}(?:de|del|van|von|da|di|der|den|dos)){0,2}"
    r"(?:\s{1,2}[A-ZÀ-ÞĀ-Ž][\w’'-]{1,25}){1,3}))"
)
# A company that is said to be one, its form behind the name or left out: "la société VERDANE, société par actions".
_SAID = re.compile(
    rf"\b(?:(?:la|a|de|die|een)\s)?(?:soci[eé]t[eéà]|sociedade?|(?:entidad\s)?mercantil|empresa|firma|vennootschap)\s{{1,2}}"
    rf"(?P<name>(?-i:{_WORD}(?:\s{{1,2}}(?:{_JOINS}\s{{1,2}}){{0,2}}{_WORD}){{0,6}}))(?=\s{{0,2}}[,(])",
    re.IGNORECASE,
)
# A person told by what follows the name: where they live, when they were born, what they trade as.
_LIVES = re.compile(
    r"(?<![\w’'-])(?P<name>[A-ZÀ-ÞĀ-Ž][\w’'-]{1,25}(?:\s{1,2}(?:de|del|van|von|da|di|der|den|dos|e)){0,2}"
    r"(?:\s{1,2}[A-ZÀ-ÞĀ-Ž][\w’'-]{1,25}){1,3})"
    r"(?=,\s{1,3}(?:(?:beide\s)?wohnhaft|geb(?:oren|\.)|demeurant|n[ée]+\s(?:le|à)\b|nat[oa]\s(?:a|il)\b|residente|mayor\sde\sedad|con\sDNI|vecin[oa]"
    r"|(?:brasileir|portugu[eê]s|casad|solteir)\w+|wonende|prowadząc\w+|zamieszkał\w+|legitymując\w+|bosatt|personnummer|boende|bosat))"
)
_ALL_CALLED = re.compile(
    r"\b(?:gemeinsam|zusammen|ensemble|conjointement|insieme|congiuntamente|conjuntamente|tezamen|gezamenlijk|łącznie|gemensamt|samlet)\b"
)
_ALIAS = re.compile(r"[„“”\"«»‘’']\s{0,2}(?P<alias>[^„“”\"«»‘’'\n]{2,40}?)\s{0,2}[“”\"»«’‘']")
_BARE = (
    r"(?:\s{0,3}:)?\s{1,3}(?:der|die|das|le|la|les|l[’']|el|il|lo|de|het|o|a)?\s{0,2}"
    r"(?P<alias>(?-i:[A-ZÀ-ÞĀ-Ž])[\w-]{3,25}(?:\sdu\straitement|\sdel\strattamento)?)"
)
_OPENING = 6_000
_TAIL = 420
_NEAR = 40


def find_parties(paragraphs: Sequence[Passage], wordings: Wordings) -> tuple[Party, ...]:
    """Those named where the contract opens, two at the least; of more, those that are given a short name."""
    opening = _opening(paragraphs, wordings)
    found = _sharing(list(_named(opening, wordings)), opening)
    called = [each for each in found if each.aliases]
    chosen = called if len(called) > 1 else found[:2]
    return tuple(chosen) if len(chosen) > 1 else ()


def _sharing(found: Sequence[Party], opening: Sequence[Passage]) -> list[Party]:
    """The parties, those right before one that is called something together with them under the same name."""
    result: list[Party] = []
    for party in found:
        text = next(each.text[party.end - each.start :] for each in opening if each.start <= party.start < each.end)
        together = [each.end() for each in _ALL_CALLED.finditer(text[:_TAIL])] if party.aliases else []
        if any(party.aliases[0] in text[end : end + _NEAR] for end in together):
            named = next((at for at in range(len(result), 0, -1) if result[at - 1].aliases), 0)
            result[named:] = [replace(each, aliases=party.aliases, role=party.role) for each in result[named:]]
        result.append(party)
    return result


def _opening(paragraphs: Sequence[Passage], wordings: Wordings) -> list[Passage]:
    """From the word "between", where there is one, as far as an opening goes."""
    between = wordings.any_of("between")
    early = [each for each in paragraphs if each.start < _OPENING]
    first = next(
        (i for i, each in enumerate(early) if re.search(rf"\b(?:{between.pattern})\b", each.text, re.IGNORECASE)), 0
    )
    return early[first:]


def _named(opening: Sequence[Passage], wordings: Wordings) -> Iterator[Party]:
    """The names in order, each with the short name that follows it before the next one."""
    spans = [
        (passage, *span)
        for passage in opening
        for span in sorted({*_companies(passage.text, wordings), *_persons(passage.text, wordings)})
    ]
    seen: set[str] = set()
    for index, (passage, start, end) in enumerate(spans):
        name = " ".join(passage.text[start:end].split())
        if name.lower() in seen:
            continue
        following = spans[index + 1] if index + 1 < len(spans) else None
        alias = _alias(opening, passage, end, following, wordings)
        if any(name.lower().startswith(f"{each} ") for each in seen):
            continue
        seen.add(name.lower())
        yield Party(
            text=passage.text[start:end],
            start=passage.start + start,
            end=passage.start + end,
            page=passage.page,
            number=passage.number,
            name=name,
            role=_role(alias, wordings),
            aliases=(alias,) if alias else (),
        )


def _companies(text: str, wordings: Wordings) -> Iterator[tuple[int, int]]:
    """Names that end in a legal form, without the words that lead to them."""
    leading = {each.lower() for each in wordings.leading}
    for match in (*_NAME.finditer(text), *_FORM_FIRST.finditer(text), *_said(text), *_BODY_FIRST.finditer(text)):
        start, end = match.span("name")
        if numbered := _ENUMERATED.match(text, start):
            start = numbered.end()
        while (word := re.match(r"[\w’'.-]+[\s:,]+", text[start:end])) and word[0].strip(" :,\n’'").lower() in leading:
            start += word.end()
        if end - start > len(_form_of(text[start:end])) + 1 and not _REPRESENTED.search(
            text, max(start - 90, 0), start
        ):
            yield start, end


def _said(text: str) -> Iterator[re.Match[str]]:
    """Names said to be a company's, unless they end in a form, which says so by itself."""
    return (
        each
        for each in _SAID.finditer(text)
        if not _form_of(each["name"]) and not _NAME.match(text, each.start("name"))
    )


def _form_of(name: str) -> str:
    found = re.search(rf"{_FORM}$", name)
    return found[0] if found else ""


def _persons(text: str, wordings: Wordings) -> Iterator[tuple[int, int]]:
    titled = re.finditer(rf"\b(?:{'|'.join(wordings.persons)}){_PERSON}", text, re.IGNORECASE)
    ends: set[int] = set()
    for match in (*titled, *_LIVES.finditer(text)):
        if match.end("name") in ends:  # with its title, and by what follows it
            continue
        ends.add(match.end("name"))
        if not _REPRESENTED.search(text, max(match.start() - 90, 0), match.start()):
            yield match.span("name")


def _alias(
    opening: Sequence[Passage],
    passage: Passage,
    end: int,
    following: tuple[Passage, int, int] | None,
    wordings: Wordings,
) -> str | None:
    """What a party is called between its name and the next: quoted, or bare after "hereinafter"."""
    if following is not None and following[0] is passage:
        tail = passage.text[end : following[1]]
    else:
        later = [
            each.text
            for each in opening
            if each.start > passage.start and (following is None or each.start < following[0].start)
        ]
        tail = "\n".join([passage.text[end:], *later])
    tail = tail[:_TAIL]
    called = wordings.any_of("called")
    bare = re.search(rf"(?:{called.pattern}){_BARE}", tail, re.IGNORECASE)
    for match in _ALIAS.finditer(tail):
        alias = _without_article(match["alias"])
        if _role(alias, wordings) or (
            alias[:1].isupper() and (called.search(tail[: match.start()]) or _IN_BRACKETS.search(tail[: match.start()]))
        ):
            return alias
    return bare["alias"] if bare and _role(bare["alias"], wordings) else None


def _without_article(alias: str) -> str:
    return _ARTICLE.sub("", " ".join(alias.strip(" .,;").split()))


def _role(alias: str | None, wordings: Wordings) -> str | None:
    if alias is None:
        return None
    wanted = alias.lower()
    return next((role for said, role in wordings.roles.items() if said.lower() == wanted), None)
