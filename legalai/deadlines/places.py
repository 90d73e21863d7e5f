"""Places that contracts name for their business days, and the calendar of each."""

import re

# By the id of their calendar. Cities whose region keeps local holidays stand under the region, not under the country.
_NAMES = {
    "us": "united states; u.s.; usa; u.s.a.; us federal; federal holiday; federal holidays",
    "us-ny": "new york; new york city; manhattan",
    "us-ca": "california; san francisco; los angeles; san diego; san jose; palo alto",
    "us-dc": "washington, d.c.; washington, dc; washington d.c.; washington dc; district of columbia",
    "us-de": "delaware",
    "us-tx": "texas; houston; dallas; austin",
    "us-il": "illinois; chicago",
    "us-ma": "massachusetts; boston",
    "us-pa": "pennsylvania; philadelphia; pittsburgh",
    "us-ga": "atlanta; state of georgia; atlanta, georgia",
    "us-fl": "florida; miami",
    "us-co": "colorado; denver",
    "us-mn": "minnesota; minneapolis",
    "us-mi": "michigan; detroit",
    "us-nc": "north carolina; charlotte, north carolina",
    "us-oh": "ohio; cleveland",
    "us-az": "arizona; phoenix",
    "us-nv": "nevada; las vegas",
    "us-nj": "new jersey",
    "us-ct": "connecticut",
    "us-va": "state of virginia; commonwealth of virginia; virginia",
    "us-md": "maryland; baltimore",
    "us-wa": "seattle; state of washington; seattle, washington",
    "us-ut": "utah; salt lake city",
    "us-tn": "tennessee; nashville",
    "us-mo": "missouri",
    "us-in": "indiana; indianapolis",
    "us-wi": "wisconsin; milwaukee",
    "us-al": "alabama",
    "us-ak": "alaska",
    "us-ar": "arkansas",
    "us-hi": "hawaii; honolulu",
    "us-id": "idaho",
    "us-ia": "iowa",
    "us-ks": "kansas",
    "us-ky": "kentucky",
    "us-la": "louisiana; new orleans",
    "us-me": "maine",
    "us-ms": "mississippi",
    "us-mt": "montana",
    "us-ne": "nebraska; omaha",
    "us-nh": "new hampshire",
    "us-nm": "new mexico",
    "us-nd": "north dakota",
    "us-ok": "oklahoma",
    "us-or": "portland, oregon; state of oregon; oregon",
    "us-ri": "rhode island",
    "us-sc": "south carolina",
    "us-sd": "south dakota",
    "us-vt": "vermont",
    "us-wv": "west virginia",
    "us-wy": "wyoming",
    "gb-eaw": "london; england; wales; england and wales; english; manchester; leeds; bristol; liverpool",
    "gb-sct": "scotland; edinburgh; glasgow; scottish",
    "gb-nir": "northern ireland; belfast",
    "ca-on": "toronto; ontario; ottawa; toronto, ontario; london, ontario",
    "ca-qc": "quebec; québec; montreal; montréal",
    "ca-bc": "british columbia; vancouver",
    "ca-ab": "alberta; calgary; edmonton",
    "de-he": "frankfurt; frankfurt am main; frankfurt/main; frankfurt a.m.; hesse",
    "de-be": "berlin",
    "de-hh": "hamburg",
    "de-nw": "düsseldorf; dusseldorf; duesseldorf; cologne; köln; north rhine-westphalia",
    "de-bw": "stuttgart; baden-württemberg",
    "de-sn": "leipzig; dresden; saxony",
    "de-by-munich": "munich; münchen; muenchen",
    "ch-zh": "zurich; zürich; zuerich",
    "ch-ge": "geneva; genève",
    "ch-bs": "basel; basle",
    "at-9": "vienna; wien",
    "fr": "paris; france; french; lyon; marseille",
    "nl": "amsterdam; the netherlands; netherlands; rotterdam; the hague; dutch",
    "be": "brussels; belgium; antwerp; belgian",
    "lu": "luxembourg",
    "ie": "dublin; ireland; republic of ireland; irish",
    "es-md": "madrid",
    "es-barcelona": "barcelona",
    "it-mi": "milan; milano",
    "it-rm": "rome; roma",
    "pt-11": "lisbon; lisboa",
    "se": "stockholm; sweden; swedish; gothenburg",
    "dk": "copenhagen; denmark; danish",
    "no": "oslo; norway; norwegian",
    "fi": "helsinki; finland; finnish",
    "pl": "warsaw; poland; polish",
    "cz": "prague; czech republic",
    "gr": "athens; greece",
    "hu": "budapest; hungary",
    "ro": "bucharest; romania",
    "jp": "tokyo; japan; osaka; japanese",
    "hk": "hong kong",
    "sg": "singapore",
    "kr": "seoul; south korea; republic of korea",
    "au-nsw": "sydney; new south wales",
    "au-vic": "melbourne; state of victoria; victoria, australia",
    "au-qld": "brisbane; queensland",
    "au-wa": "perth; western australia",
    "nz-auk": "auckland",
    "nz-wgn": "wellington",
    "br-são paulo capital": "são paulo; sao paulo",
    "mx": "mexico city; mexico",
    "za": "johannesburg; south africa; cape town",
    "li": "liechtenstein",
    "xecb": "target day; target2; t2; target system; trans-european automated real-time gross settlement",
    "xnys": "new york stock exchange; nyse",
    "xfed": "federal reserve; federal reserve bank of new york; federal reserve system",
    "xlon": "london stock exchange",
}
CALENDAR_OF = {name.strip(): place for place, names in _NAMES.items() for name in names.split(";")}
_KNOWN = re.compile(
    r"(?<![\w-])(?:" + "|".join(re.escape(n) for n in sorted(CALENDAR_OF, key=len, reverse=True)) + r")(?![\w-])",
    re.IGNORECASE,
)
# "in the City of Vaduz", "in Paris, Vaduz and London", "a Ruritanian bank holiday".
_NAME = r"(?:[A-ZÀ-Ý][\w'’.-]{1,30})"
_KIND = r"(?:City|State|Commonwealth|Province|Republic|Canton|Kingdom|Grand\s+Duchy)"
_A_PLACE = rf"(?:the\s+)?(?:{_KIND}\s+of\s+)?{_NAME}(?:\s+(?:am\s+|de\s+)?{_NAME}){{0,3}}"
_IN_PLACES = re.compile(
    rf"\b(?:in|at)\s+(?:(?:both|either|each\s+of|all\s+of)\s+)?(?P<places>{_A_PLACE}"
    rf"(?:\s{{0,2}}(?:,\s*(?:and|or)?|and/or|and|or|&|/)\s*(?:in\s+)?{_A_PLACE}){{0,5}})"
)
# What may stand behind a city without naming another place.
_BEHIND_A_CITY = re.compile(
    r"(?:,|\()\s*(?:germany|canada|australia|switzerland|austria|spain|italy|portugal|brazil|united\s+kingdom|uk|u\.k\."
    r"|bavaria|japan|new\s+zealand|great\s+britain)(?![\w-])",
    re.IGNORECASE,
)
_PLACE_HOLIDAY = re.compile(
    r"(?<=[a-z,]\s)(?P<places>[A-Z][a-zà-ÿ]+)\s+(?:bank|public|statutory|national|banking)\s+holiday"
)
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and\b|or\b)?|\band/or\b|\band\b|\bor\b|&|/)\s*(?:in\s+)?")
# Holidays of a party's own place: a calendar that the text does not give.
_OPEN_PLACE = re.compile(
    r"\b(?:in|of|at)\s+(?:the\s+)?(?:place|country|countries|jurisdiction|location|city|state|territory|domicile)\s+"
    r"(?:of|where|in\s+which|to\s+which)\b|\bplace\s+of\s+(?:receipt|business|performance|delivery)\b",
    re.IGNORECASE,
)
_KINDS = frozenset({"City", "State", "Commonwealth", "Province", "Republic", "Canton", "Kingdom", "Grand", "Duchy"})
_NO_PLACE = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday section article schedule exhibit annex appendix clause"
    " christmas easter business banks banking business day days bank banks which recital part eastern pacific central"
    " federal legal".split()
)


def calendar_of_places(text: str) -> tuple[str | None, bool]:
    """The calendar of the places that words on business days name, several joined by "+"; whether all are known.

    (None, True) where they name no place.
    """
    found = {CALENDAR_OF[" ".join(m[0].lower().split())]: None for m in _KNOWN.finditer(text)}
    if _OPEN_PLACE.search(text) and not found:
        return None, False
    if not all(_is_known(place) for place in _named(text)):
        return None, False
    return "+".join(sorted(found)) or None, True


def _named(text: str) -> list[str]:
    """What stands where a place is named, with its region behind the comma."""
    return [m["places"] for pattern in (_IN_PLACES, _PLACE_HOLIDAY) for m in pattern.finditer(text)]


def _is_known(places: str) -> bool:
    """Whether each place of a list is known, or stands before a region of one calendar ("Wichita Falls, Texas")."""
    left = _KNOWN.sub("", _BEHIND_A_CITY.sub("", places))
    unknown = [part for part in _BETWEEN.split(left) if _is_name(part)]
    if not unknown:
        return True
    first = _BETWEEN.split(places)
    region = CALENDAR_OF.get(first[1].lower().strip(" .")) if len(first) == 2 and "," in places else None
    return region is not None and region.startswith(("us-", "gb-")) and " and " not in places and " or " not in places


def _is_name(part: str) -> bool:
    words = [w for w in re.split(r"[\s.]+", part) if w]
    names = [w for w in words if w[0].isupper() and w not in _KINDS]
    return bool(names) and names[0].lower() not in _NO_PLACE
