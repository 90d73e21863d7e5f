"""What the name of a contracting party looks like, where it ends, and what is never one."""

import re
from dataclasses import dataclass

ROLES = frozenset(
    role.strip()
    for role in """
    administrator, adviser, advisor, affiliate, agent, artist, assignee, assignor, athlete, author, bank,
    borrower, buyer, carrier, celebrity, charterer, city, claimant, client, company, consultant, contractor, controller,
    corporation, customer, data exporter, data importer, dealer, developer, discloser, disclosing party,
    distributor, employee, employer, endorser, executive, franchise owner, franchisee, franchisor, fund,
    grantee, grantor, guarantor, holder, hospital, indemnitee, indemnitor, maker, mortgagee, mortgagor, obligee,
    obligor, payee, payor, pledgee, pledgor, settlor, surety, host,
    institution, insured, insurer, integrator, investor, issuer,
    landlord, lender, lessee, lessor, licensee, licensor, manager, manufacturer, marketing affiliate, member,
    merchant, network, operator, owner, partner, principal, processor, producer, promoter, provider,
    publisher, purchaser, receiving party, recipient, registrant, reseller, seller, service provider,
    servicer, shareholder, shipper, spokesperson, sponsor, subcontractor, sublessee, sublessor, sublicensee,
    subscriber, supplier, talent, tenant, transferee, transferor, transporter, trust, trustee, underwriter,
    university, user, vendor
    """.split(",")
)
NOT_AN_ALIAS = re.compile(
    r"(?:the )?(?:part(?:y|ies)|agreement|contract|effective date|lease|amendment|closing date|execution date"
    r"|term|products?"
    r"|services?|business day|commencement date|addendum|nda|msa|letter|[a-z]+ agreement"
    r"|(?:[a-z\d-]+ ){0,3}(?:date|offering|program(?:me)?|shares|stock|notes|units|holders|project|premises|merger))",
    re.IGNORECASE,
)

# Forms in which "&", a space or a small letter does not end the name.
_COMPOUND = (
    r"(?:(?:GmbH|GMBH|AG|SE|UG(?:\s\(haftungsbeschränkt\))?|S\.?[àaA]\.?\s?r\.?l\.?)\s(?:&|und|and)\s"
    r"(?:Co|Cie|CO)\.?,?\s(?:KGaA|KG|OHG|GbR)|N\.V\.?/S\.A|S\.A\.?(?:P\.I\.?)?\sde\sC\.V|S\.?\s?de\sR\.?L\.?(?:\sde\sC\.?V)?"
    r"|(?:Pvt|PVT|Pte|PTE|Pty|PTY)\.\s(?:Ltd|LTD|Limited|LIMITED)|S\.?[àaAÀ]\.?\s?[rR]\.?[lL]|Sp\.?\s?z\s?o\.?\s?o|(?:spol\.\s)?s\.\s?r\.\s?o|d\.\s?o\.\s?o|d\.\s?d|a\.\s?s|e\.\s?K)"
)
_SUFFIX = (
    rf"(?:{_COMPOUND}|Limited Partnership|LIMITED PARTNERSHIP|Limited Liability (?:Company|Partnership)"
    r"|Inc(?:orporated)?|INC(?:ORPORATED)?|L\.?L\.?C|Llc|Ltd|LTD|Limited|limited|LIMITED|Corp(?:oration)?|CORP(?:ORATION)?"
    r"|inc|llc|ltd|Company|COMPANY|Co|CO|L\.?P|L\.?L\.?(?:L\.?)?P|PLC|plc|Plc|P\.?L\.?L\.?C|GmbH|GMBH|A\.?G"
    r"|S\.?A\.?(?:R\.?L|S)?|SARL|SASU|S\.?p\.?A|S\.?r\.?l|S\.L(?:\.U)?|N\.?V|B\.?V|C\.V|A/S|ApS|AB|ASA|(?<=[a-z]\s)AS"
    r"|Oyj?|KGaA|KG|OHG|UG|SE|Pty|PTY|Pte|PTE|N\.?A|K\.?K|G\.K|Sdn|Bhd|Tbk|ULC|A\.Ş|Kft|Zrt|Nyrt|Lda|Ltda|EOOD|OOD|OÜ|UAB"
    r"|P\.?[CA])"
)
LEGAL_FORM = re.compile(rf"(?<![\w.]){_SUFFIX}\.?(?![\w])")
STRONG_FORM = re.compile(
    rf"(?<![\w.])(?:{_COMPOUND}|Inc|INC|LLC|L\.L\.C|Ltd|LTD|Limited|LIMITED|Corp|CORP|GmbH|AG|A/S|S\.A|N\.V|B\.V|PLC|plc|L\.P|LP"
    r"|LLP|LLLP|Pty|K\.K|KGaA)\.?(?!\w)(?!\s+(?:Partnership|PARTNERSHIP|Liability|LIABILITY))"
)
_ENDS_IN_STATE = re.compile(r",\s*(?:NV|CO|PA)$")
_ABBREVIATED = re.compile(
    r"(?:[\s,]|^)(?:Inc|INC|Corp|CORP|Ltd|LTD|Co|CO|Kft|Lda|Ltda|(?:[^\W\d_]\.\s?){1,4}[^\W\d_])$"
)
# "Acme Limited, Birch Capital LLP": a form, a comma and a name with a form of its own.
_TWO_NAMES = re.compile(
    rf"(?P<first>.+?(?:{STRONG_FORM.pattern}|\b(?:Company|COMPANY|Co\.|CO\.))),\s+(?!{_SUFFIX}\b)[A-ZÀ-Þ].*[\s,]{_SUFFIX}\.?$",
    re.DOTALL,
)
_IN_PARTS = re.compile(rf"(?<![\w.]){_COMPOUND}\.?(?!\w)")
_ENDS_IN_FORM = re.compile(rf"(?:[\s,(]|^){_SUFFIX}\.?\)?$")
_ENTITY_WORD = re.compile(
    r"\b(?:university|trust|bank|town|city|county|state|government|republic|department|ministry|institute|foundation"
    r"|association|partnership|partners|fund|holdings?|group|cent(?:er|re)|hospital|authority|council|board"
    r"|society|school"
    r"|college|commission|district|enterprises?|associates|industries|ventures|studios?|technolog(?:y|ies)|systems)\b",
    re.IGNORECASE,
)
_DESCRIPTOR = re.compile(
    r",?\s*(?:\([^()]{0,120}\)\s*,?\s*)?(?:an?|the)\s+(?:[\w\-/&.]+,?\s+){0,8}?(?:corporation|company|partnership"
    r"|individual|llc"
    r"|association|university|bank|trust|organi[sz]ation|institution|person|municipality|entity|agency|body"
    r"|society|citizen"
    r"|resident|cooperative|division|subsidiary|firm|limited|natural|sole|gmbh|fund|authority"
    r"|soci[eé]t[eé]|sociedade?|societ[aà]|aktiengesellschaft|(?:naamloze|besloten)\s+vennootschap|kabushiki)\b"
    r"|,?\s*(?:organi[sz]ed|incorporated|registered|duly|established|existing|formed|not\s+(?:individually|in\s+its\s+individual))\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r",?\s*(?:an?\s[^.;()]{0,80}?)?(?:with|having|whose|located|residing|domiciled|born\s+(?:on|in)"
    r"|of\s+\d|at\s+\d|doing business)\b",
    re.IGNORECASE,
)
_ALIAS_SOON = re.compile(
    r"[^;\n]{0,400}?\(\s*(?:(?:(?:the|each|an?|hereinafter|herein|together|collectively|and)\b[^()\"“]{0,80})?[\"“”ʺ‘]"
    r"|(?:the\s|hereinafter\s[^()]{0,60})[A-Z][A-Za-z]{2,20}\s?\))"
)
# On the next line; so it stands below the last line of an address too.
_ALIAS_BELOW = re.compile(r"[^;\n]{0,200}\n\s{0,20}\((?:the\s|hereinafter\s[^()\n]{0,40})?[\"“]")
_BARE_BRACKET = re.compile(r"[^;\n()]{0,160}\((?:the\s)?(?P<role>[A-Z][A-Za-z ]{2,24})\)")
_ALIAS_NOW = re.compile(r",?\s*(?:\(|[\"“”ʺ])")
_CALLED = re.compile(
    r"(?:,\s+(?:of|at)\s[^;()\"“\n]{3,80}?)?,?\s*(?:hereinafter|hereafter|herein)\s(?:[a-z]+\s){0,5}[\"“]"
    r"|(?P<part>(?:,\s+of\s[^;()\"“\n]{3,60}?)?,?\s+(?:(?:the\s+)?part(?:y|ies)\s+)?of\s+the\s+(?:first|second|third|fourth|one|other)\s+part\b)",
    re.IGNORECASE,
)

# A name may hold these words in small letters; any other ends it.
_INSIDE = (
    r"(?:of|the|de|du|des|del|della|dei|degli|für|und|och|og|bin|la|le|les|van|von|der|den|and|for|y|e|et|zu|da|do|dos|limited|plc|llc|ltd|company|inc"
    r"|corporation)\b"
)  # fmt: skip
_STOP = re.compile(
    rf",?\s+(?=(?!{_INSIDE})[a-z])|,\s+(?=(?!(?:inc|llc|ltd)\b)[a-z]|(?:A|An|The|THE|WITH|HAVING|WHOSE|LOCATED|ALSO)\b)"
    rf"|(?<![oO][fF])(?<![oO][rR])\s+the\s"
    rf"|,\s+(?=[SWDC]/[oO]\b|(?:Mr|Mrs|Ms|Miss|Dr|Shri|Smt)\b\.?\s)"
    rf"|\s*[;:\n\[\]\"“”ʺ]|\s*\((?!\w[\w .&]{{0,20}}\)\s*[A-Z])|\s[-–—]\s|,\s+\d"
    r"|,\s+(?=(?!(?:Series|Class|Fund|Trust|Unit|Phase|Lot|Tranche|Group|No)\b)[A-ZÀ-Þ][\w.]+\s\d{1,4}\w?,)"
    rf"|\s+\d(?!\d{{0,3}},?\s+(?:[A-Z][\w&]*,?\s+){{0,3}}?{_SUFFIX}\b)|,\s*$"
    r"|(?<=[a-z]{3}[a-z0-9)])\.\s+(?=[A-Z])|(?<=\b[A-Z]{3})\.\s+(?=[A-Z])|(?<=[A-Z]{4})(?<!CORP)\.\s+(?=[A-Z][a-z])|(?:,|\s)\s*(?=(?:and|AND|And|&)\s)|\.\s+\("
)
_GENERIC = re.compile(
    r"(?:(?:this|these|such|any|each|all|either|both|certain|several|various|our|your|no|if|in|on|by|for|to|when|where|whereas|now|it|we"
    r"|you|i)\b"
    r"|(?:the\s+|other\s+)?(?:subsidiaries|affiliates|lenders|banks|holders|stockholders|shareholders|investors|guarantors|members|persons"
    r"|entities|companies|institutions)(?:\s+(?:of|from|party|parties|named|listed|identified|signatory|set|who|which)\b|$)"
    r"|(?:the\s+)?(?:undersigned|part(?:y|ies)|following|agreement|effective|date|section|exhibit|article"
    r"|schedule|term|recitals?"
    r"|background|table of|page|source|signatures?|witness|attention|confidential|parent company|other|first"
    r"|second|foregoing|order form|purchase order|statement of work"
    r"|execution|amendment|name|address|title|company name|registered|agreed|accepted|acknowledged|approved"
    r"|confirmed|executed"
    r"|upon|pursuant|subject|remainder|the$|an?$|as$|suite|room|floor|obligations|rights|duties|grant|wales"
    r"|signed|read|dated|in witness|securities and exchange|exchange commission|attn|notice|street|contact|tel"
    r"|fax|email|phone)\b)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"an?\s|(?:AN|An)\s")
_PLACE = re.compile(
    r",\s*[A-Z]{2}(?:\s+\w\d\w)?$|\s[A-Z]\d[A-Z]$|(?:,\s*|^)(?:Alabama|Arizona|California|Colorado|Connecticut|Delaware|Florida"
    r"|Georgia|Illinois|Indiana"
    r"|Maryland|Massachusetts|Michigan|Minnesota|Missouri|Nevada|New [A-Z]\w+|(?:North|South) [A-Z]\w+|Ohio|Oregon"
    r"|Pennsylvania|Tennessee"
    r"|Texas|Utah|Virginia|Washington|Wisconsin|Canada|China|England|France|Germany|Israel|Japan|Switzerland"
    r"|Tobago|Labrador|Herzegovina|Barbuda"
    r"|U\.?S\.?A?\.?"
    r"|United (?:States|Kingdom)[\w ]*)$"
)
_BLANK = re.compile(r"_{2,}|\[[\s●•*_]*\]|\{|<|X{4,}|\.{4,}|●|\*{3}")
_BRAND = re.compile(r"[a-z]{1,20}(?:[A-Z]|-[a-zA-Z]|\.\w)|\d|the\s[A-Z]")
# "drkoop.com, inc." is a name without a capital.
_LIKE_CAPITALS = re.compile(r"(?:inc|llc|ltd)\b|[a-z]{1,20}\.com\b")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]")
# "District No. 14", "Owner Trust 2020-A": numbers that belong to a name.
_COUNTED = re.compile(
    r"\b(?:(?:District|Union|Local|Lodge|Fund|Trust|DISTRICT|UNION|LOCAL|FUND|TRUST)\sN[oO]|Local|LOCAL|Lodge)\Z"
)
_NUMBER_BEHIND = re.compile(r"\.?\s\d{1,5}\b(?!,?\s+[A-Z][a-z]+\s(?:Street|Road|Avenue))")
_SERIES_BEHIND = re.compile(r"\s(?:19|20)\d\d-[A-Z0-9]{1,4}\b")
# "THE COUNCIL OF ELY of Town Hall": small letters behind capitals begin an address.
_SEATED = re.compile(r"(?:(?:[A-Z][A-Z&.,'’-]*|&)\s){2,}[A-Z][A-Z.,'’-]+(?=,?\sof\s[A-Z][a-z])")
# "State of Ohio, Department of Fish, Game and Parks": the body behind the state is part of the name.
_BODY_OF_STATE = re.compile(
    r"(?i:State|Commonwealth|Government|Republic|City|County|Province|Territory)\s(?i:of)\s(?:(?i:the)\s)?[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2},\s"
    r"(?i:acting\s(?:by\sand\s)?through\s(?:its|the)\s)?(?:[A-Z][\w’'-]+\s){0,2}(?i:Department|Division|Office|Bureau|Board|Agency|Ministry|Commission)"
    r"(?:,?(?:\s(?i:of|for|and|the|&))?\s[A-Z][\w’'-]+){1,9}(?=\s*[(\n]|,\s[a-z])"
)
# Words of a name that "and" joins, whatever stands behind them.
_PAIRED = re.compile(
    r"\b(?:(?:Savings|Building)\s+(?:and|&)\s+Loan|Bank\s+(?:and|&)\s+Trust|Oil\s+(?:and|&)\s+Gas|Research\s+(?:and|&)\s+Development)\b",
    re.IGNORECASE,
)
_MAX_NAME = 130


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A possible name, with the points that speak for it. Offsets: characters of the text it was read from."""

    start: int
    end: int
    evidence: int


def has_legal_form(name: str) -> bool:
    """Whether a name ends in the form of a legal person: "Inc.", "GmbH"."""
    return _ENDS_IN_FORM.search(name.strip()) is not None and not _ENDS_IN_STATE.search(name)


def plausible_name(name: str) -> bool:
    """Whether these words can name somebody: capitals, no blank to fill in, no role, no word of the contract."""
    formal = has_legal_form(name)
    if len(name) < 2 or _BLANK.search(name) or not _WORD.search(name) or _ARTICLE.match(name):
        return False
    if name[0].isdigit() and (not formal or re.match(r"\d+\.", name)):
        return False
    if not formal and (_GENERIC.match(name) or (_PLACE.search(name) and not _ENTITY_WORD.match(name))):
        return False
    if (
        not _WORD.search(LEGAL_FORM.sub("", name))
        or name.lower() in ROLES
        or name.lower().removeprefix("the ") in ROLES
    ):
        return False
    parts = re.split(r"\s+(?:and|AND|&)\s+", name)
    if len(parts) > 1 and all(part.lower().removeprefix("the ") in ROLES for part in parts):
        return False
    tokens = [t for t in re.split(r"[\s,]+", name) if t]
    capital = sum(t[0].isupper() or t[0].isdigit() or _LIKE_CAPITALS.match(t) is not None for t in tokens)
    return len(tokens) <= 14 and capital * 2 >= len(tokens) and (name[0].isupper() or _BRAND.match(name) is not None)


def read_name(text: str, start: int, limit: int, *, split_and: bool) -> NameSpan | None:
    """The name that begins at `start`, or None.

    "and" belongs to a name ("Research and Engineering Company") unless `split_and`, or a legal form stands before it.
    """
    if text.startswith("the ", start):
        start += 4
    if body := _BODY_OF_STATE.match(text, start, limit):
        return NameSpan(start, body.end(), _evidence(text, body[0], body.end(), limit))
    window_end = min(start + _MAX_NAME, limit)
    end = window_end
    position = start
    while stop := _STOP.search(text, position, window_end):
        end = stop.start()
        after = re.compile(r"[,\s]*(?:and|AND|And|&)\s+").match(text, end, window_end)
        if after is None or split_and or not _goes_on(text, start, end, after):
            break
        position, end = after.end(), window_end
    end = next(
        (form.end() for form in _IN_PARTS.finditer(text, start, window_end) if form.start() <= end + 1 > start + 1), end
    )
    name = _cut(text[start:end])
    if text.startswith(".", start + len(name)) and _ABBREVIATED.search(name):
        name += "."
    name += _number_behind(text, start + len(name), name)
    if not plausible_name(" ".join(name.split())):
        return None
    return NameSpan(start, start + len(name), _evidence(text, name, start + len(name), limit))


def _number_behind(text: str, end: int, name: str) -> str:
    """The number behind a name that belongs to it; nothing for that of a street."""
    found = (_NUMBER_BEHIND if _COUNTED.search(name) else _SERIES_BEHIND).match(text, end)
    return found[0] if found else ""


def _cut(name: str) -> str:
    """A name without what follows its legal form, a wide gap, or loose small words at its end."""
    name = name.rstrip(" ,")
    gap = re.search(r"\s{4,}", name)
    if gap and has_legal_form(name[: gap.start()]):
        name = name[: gap.start()]
    if seated := _SEATED.match(name):
        return seated[0]
    if two := _TWO_NAMES.match(name):
        return two["first"]
    if not has_legal_form(name):
        forms = list(STRONG_FORM.finditer(name))
        if forms and forms[-1].start():
            name = name[: forms[-1].end()]
        else:
            name = name.rstrip(" ,.")
    return re.sub(r"(?:[\s,]+(?:of|the|and|for|de))+$", "", name)


def _goes_on(text: str, start: int, end: int, after: re.Match[str]) -> bool:
    """Whether the words around an "and" are one name: no form before it, a form after it, the same capitals."""
    before = text[start:end].strip()
    rest = re.match(
        r"[A-Z][\w'’.-]*(?:\s[A-Z&][\w'’.-]*){0,4}(?:,\s(?:Inc|LLC|Ltd|L\.P|L\.L\.C)\.?)?",
        text[after.end() : after.end() + 80],
    )
    if has_legal_form(before) or rest is None:
        return False
    if _PAIRED.match(text, start + max(text[start:end].rstrip(" ,").rfind(" "), -1) + 1):
        return True
    if before.count(",") == 0 and after[0].startswith(","):  # "of Helena, and Osprey Inc."
        return False
    if "AND" in after[0] and not before.isupper():
        return False
    return (has_legal_form(rest[0]) or "&" in after[0]) and before.isupper() == rest[0].isupper()


def _role_soon(tail: str) -> bool:
    """Whether a bracket behind a name holds a role and nothing else: "of 12 Mill Lane, Ely (Employee)"."""
    bracket = _BARE_BRACKET.match(tail)
    return bracket is not None and bracket["role"].lower() in ROLES


def _evidence(text: str, name: str, end: int, limit: int) -> int:
    tail = text[end : min(end + 500, limit)]
    described = _DESCRIPTOR.match(tail) is not None
    points = 2 if has_legal_form(name) else 1 if _ENTITY_WORD.search(name) else 0
    points += 2 if described else 1 if _ADDRESS.match(tail) else 0
    words = name.split()
    soon = (_ALIAS_SOON.match(tail) or _role_soon(tail)) if points or len(words) > 1 else _ALIAS_NOW.match(tail)
    called = _CALLED.match(tail)
    below = _ALIAS_BELOW.match(tail) if len(words) > 1 else None
    points += 4 if called and called["part"] else 2 if soon or called else 1 if below else 0
    points += 1 if len(words) > 1 and name.isupper() else 0
    return points
