"""Where a party is organised: by its law, where it was formed or is registered, else where it has its seat."""

import re

_WORD = r"[A-Z][\w.’'-]{0,24}"
# No other "and" joins two words of a place: "the laws of Singapore and Pell Ltd".
_AND = (
    r"(?:\s(?:and|&)(?=\s(?:Wales|Tobago|Labrador|Herzegovina|Barbuda|Nevis|Miquelon)\b)|\sand\sthe(?=\sGrenadines\b))?"
)
# "Utrecht, the Netherlands", but not "Ireland, the Supplier"
_THE = r"(?:the\s(?=Netherlands|United\s|Kingdom\s|Republic\s|People|British\s|Cayman|Isle\s|Philippines|Bahamas))?"
PLACE = rf"(?:{_WORD}{_AND}(?:,?\s{_THE}(?={_WORD}))?){{1,6}}"
_LAND = (
    r"(?:the\s+)?(?:(?:[Ss]tate|[Cc]ommonwealth|[Pp]rovince|[Rr]epublic|[Kk]ingdom|Federal\s+Republic|Grand\s+Duchy|[Cc]anton|[Tt]erritory|"
    r"People\s?['’]s\s+Republic)\s+of\s+(?:the\s+)?)?"
)
FORMED = r"(?:incorporated|organi[sz]ed|registered|established|formed|constituted|created|chartered|continued|existing)"
_NUMBERED = (
    r"(?:(?:under|with)\s+(?:(?:company|registration|registered|the)\s+){0,2}(?:no\.?|number)\s+[\w./-]{3,30},?\s+)?"
)
_UNDER_LAW = re.compile(
    r"[^;\n]{0,160}?\b(?:(?:under|pursuant\s+to|in\s+accordance\s+with|by)\s+(?:and\s+by\s+virtue\s+of\s+)?the\s+laws?\s+of|"
    rf"{FORMED}\s+(?:(?:and|or)\s+(?:validly\s+)?(?:existing|registered|domiciled|established)\s+)?{_NUMBERED}(?:in|under)(?!\s+the\s+laws?)"
    rf"|of(?=\s+the\s+(?:State|Commonwealth|Province)\s+of\b))\s+{_LAND}(?P<place>{PLACE})"
)
_NATIONAL_LAW = re.compile(
    r"[^;\n()\"“”]{0,100}?\bunder\s+(?:the\s+)?(?P<nation>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+laws?\b"
)
# A registered office is an address; a seat is the town that the articles name.
_SEAT = re.compile(
    r"[^;\n\"“”]{0,160}?\b(?:(?:(?:having|with|has|whose)\s+(?:(?:its|a|the)\s+)?(?:(?:corporate|registered|statutory|official|legal|social)\s+)?seat\b"
    r"(?:\s*\([^()]{1,40}\))?(?:\s+is)?|(?<![-\w])seated)\s+(?:in|at)|(?<![-\w])domiciled\s+in)\s+"
    rf"(?:the\s+)?(?:(?:[Cc]ity|[Tt]own|[Mm]unicipality|[Cc]anton)\s+of\s+)?(?:(?<=in\s)\d{{4,5}}\s+)?{_LAND}(?P<place>{PLACE})"
)
_HOUSE_NUMBER = re.compile(r"[\s,]*\d")
_NO_PLACE = re.compile(
    r"\b(?:Act|Code|Ordinance|Law|Group|Holdings?|Compan(?:y|ies)|Commercial|Trade|Corporate|Business|Chambers?|Court|Section|Chapter|"
    r"HR[AB]|KvK|Nasdaq|NASDAQ|NYSE|No|Nr|Number|[\w]*(?:[Ss]tra(?:ss|ß|at)\w*)|Street|Road|Avenue|Lane)\b|-based\b"
)
# "registered in Scotland, Registered Number", "England No"
_NO_MORE = re.compile(r",?\s(?:No|Nos|Nr|Number|Reg|Regd|Registered|Registration|Company|VAT|ABN|ACN)\b.*")
_FROM_THERE = re.compile(r"[\s\xad-]+(?:chartered|registered|incorporated|domiciled)$", re.IGNORECASE)
NATIONS = {
    "american": "United States",
    "australian": "Australia",
    "austrian": "Austria",
    "belgian": "Belgium",
    "brazilian": "Brazil",
    "british": "United Kingdom",
    "canadian": "Canada",
    "chinese": "China",
    "danish": "Denmark",
    "dutch": "Netherlands",
    "english": "England",
    "finnish": "Finland",
    "french": "France",
    "german": "Germany",
    "indian": "India",
    "irish": "Ireland",
    "israeli": "Israel",
    "italian": "Italy",
    "japanese": "Japan",
    "korean": "Korea",
    "luxembourg": "Luxembourg",
    "norwegian": "Norway",
    "polish": "Poland",
    "scottish": "Scotland",
    "spanish": "Spain",
    "swedish": "Sweden",
    "swiss": "Switzerland",
    "argentine": "Argentina",
    "bulgarian": "Bulgaria",
    "chilean": "Chile",
    "colombian": "Colombia",
    "croatian": "Croatia",
    "cypriot": "Cyprus",
    "czech": "Czech Republic",
    "egyptian": "Egypt",
    "estonian": "Estonia",
    "greek": "Greece",
    "hungarian": "Hungary",
    "icelandic": "Iceland",
    "indonesian": "Indonesia",
    "kenyan": "Kenya",
    "latvian": "Latvia",
    "lithuanian": "Lithuania",
    "malaysian": "Malaysia",
    "maltese": "Malta",
    "mexican": "Mexico",
    "nigerian": "Nigeria",
    "portuguese": "Portugal",
    "romanian": "Romania",
    "russian": "Russia",
    "serbian": "Serbia",
    "singaporean": "Singapore",
    "slovak": "Slovakia",
    "slovenian": "Slovenia",
    "south african": "South Africa",
    "south korean": "South Korea",
    "taiwanese": "Taiwan",
    "thai": "Thailand",
    "turkish": "Turkey",
    "ukrainian": "Ukraine",
    "vietnamese": "Vietnam",
}


def organised_in(tail: str, start: int, limit: int) -> str | None:
    """The place that characters [start, limit) of the words behind a name say a party is organised in."""
    if law := _UNDER_LAW.match(tail, start, limit):
        return place_named(_whole(law, limit < len(tail)))
    if (national := _NATIONAL_LAW.match(tail, start)) and (nation := NATIONS.get(national["nation"].lower())):
        return nation
    seat = _SEAT.match(tail, start, limit)
    return place_named(_town(seat, tail, limit)) if seat else None


def place_named(words: str) -> str | None:
    """The place as we name it; none for the act that a company was formed under, a register or a street."""
    plain = re.split(r"(?<=[a-z]{4})\.\s", " ".join(words.split()))[0]
    plain = _FROM_THERE.sub("", _NO_MORE.sub("", plain).strip(" ,.’'"))
    if not plain or _NO_PLACE.search(plain):
        return None
    return NATIONS.get(plain.lower(), plain.title() if plain.isupper() and len(plain) > 3 else plain)


def _whole(match: re.Match[str], cut: bool) -> str:
    """A place without the beginning of another party's name: "under the laws of Ireland, Pell Ltd"."""
    ends_there = cut and not match.string[match.end() : match.endpos].strip()
    return match["place"].rpartition(",")[0] or match["place"] if ends_there else match["place"]


def _town(match: re.Match[str], tail: str, limit: int) -> str:
    """The place without a street that a number follows: "Utrecht, Domplein 3"."""
    words = _whole(match, limit < len(tail))
    return words.rpartition(",")[0] if _HOUSE_NUMBER.match(tail, match.end()) else words
