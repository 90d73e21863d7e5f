"""Legal systems by name ("State of New York", "England and Wales", "Dutch law") and their ids ("us-ny", "gb-eaw")."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

US_STATES: dict[str, str] = {
    "Alabama": "us-al",
    "Alaska": "us-ak",
    "Arizona": "us-az",
    "Arkansas": "us-ar",
    "California": "us-ca",
    "Colorado": "us-co",
    "Connecticut": "us-ct",
    "Delaware": "us-de",
    "Florida": "us-fl",
    "Georgia": "us-ga",
    "Hawaii": "us-hi",
    "Idaho": "us-id",
    "Illinois": "us-il",
    "Indiana": "us-in",
    "Iowa": "us-ia",
    "Kansas": "us-ks",
    "Kentucky": "us-ky",
    "Louisiana": "us-la",
    "Maine": "us-me",
    "Maryland": "us-md",
    "Massachusetts": "us-ma",
    "Michigan": "us-mi",
    "Minnesota": "us-mn",
    "Mississippi": "us-ms",
    "Missouri": "us-mo",
    "Montana": "us-mt",
    "Nebraska": "us-ne",
    "Nevada": "us-nv",
    "New Hampshire": "us-nh",
    "New Jersey": "us-nj",
    "New Mexico": "us-nm",
    "New York": "us-ny",
    "North Carolina": "us-nc",
    "North Dakota": "us-nd",
    "Ohio": "us-oh",
    "Oklahoma": "us-ok",
    "Oregon": "us-or",
    "Pennsylvania": "us-pa",
    "Rhode Island": "us-ri",
    "South Carolina": "us-sc",
    "South Dakota": "us-sd",
    "Tennessee": "us-tn",
    "Texas": "us-tx",
    "Utah": "us-ut",
    "Vermont": "us-vt",
    "Virginia": "us-va",
    "Washington": "us-wa",
    "West Virginia": "us-wv",
    "Wisconsin": "us-wi",
    "Wyoming": "us-wy",
    "District of Columbia": "us-dc",
    "Puerto Rico": "us-pr",
    "Guam": "us-gu",
}
CANADIAN_PROVINCES: dict[str, str] = {
    "Alberta": "ca-ab",
    "British Columbia": "ca-bc",
    "Manitoba": "ca-mb",
    "New Brunswick": "ca-nb",
    "Newfoundland and Labrador": "ca-nl",
    "Nova Scotia": "ca-ns",
    "Ontario": "ca-on",
    "Prince Edward Island": "ca-pe",
    "Saskatchewan": "ca-sk",
    "Yukon": "ca-yt",
    "Northwest Territories": "ca-nt",
    "Nunavut": "ca-nu",
}
AUSTRALIAN_STATES: dict[str, str] = {
    "New South Wales": "au-nsw",
    "Queensland": "au-qld",
    "South Australia": "au-sa",
    "Tasmania": "au-tas",
    "Victoria": "au-vic",
    "Western Australia": "au-wa",
    "Australian Capital Territory": "au-act",
    "Northern Territory": "au-nt",
}
_UNITED_KINGDOM = {
    "England and Wales": "gb-eaw",
    "Scotland": "gb-sct",
    "Northern Ireland": "gb-nir",
}
# ISO 3166-1 in lower case.
_COUNTRIES: dict[str, str] = {
    "Argentina": "ar",
    "Armenia": "am",
    "Australia": "au",
    "Austria": "at",
    "Azerbaijan": "az",
    "Bahamas": "bs",
    "Bahrain": "bh",
    "Bangladesh": "bd",
    "Barbados": "bb",
    "Belarus": "by",
    "Belgium": "be",
    "Belize": "bz",
    "Bermuda": "bm",
    "Bolivia": "bo",
    "Bosnia and Herzegovina": "ba",
    "Botswana": "bw",
    "Brazil": "br",
    "British Virgin Islands": "vg",
    "Brunei": "bn",
    "Bulgaria": "bg",
    "Cambodia": "kh",
    "Cameroon": "cm",
    "Canada": "ca",
    "Cayman Islands": "ky",
    "Chile": "cl",
    "China": "cn",
    "Colombia": "co",
    "Costa Rica": "cr",
    "Croatia": "hr",
    "Cuba": "cu",
    "Cyprus": "cy",
    "Czech Republic": "cz",
    "Denmark": "dk",
    "Dominican Republic": "do",
    "Ecuador": "ec",
    "Egypt": "eg",
    "El Salvador": "sv",
    "Estonia": "ee",
    "Ethiopia": "et",
    "Fiji": "fj",
    "Finland": "fi",
    "France": "fr",
    "Germany": "de",
    "Ghana": "gh",
    "Gibraltar": "gi",
    "Greece": "gr",
    "Guatemala": "gt",
    "Guernsey": "gg",
    "Honduras": "hn",
    "Hong Kong": "hk",
    "Hungary": "hu",
    "Iceland": "is",
    "India": "in",
    "Indonesia": "id",
    "Iran": "ir",
    "Iraq": "iq",
    "Ireland": "ie",
    "Isle of Man": "im",
    "Israel": "il",
    "Italy": "it",
    "Ivory Coast": "ci",
    "Jamaica": "jm",
    "Japan": "jp",
    "Jersey": "je",
    "Jordan": "jo",
    "Kazakhstan": "kz",
    "Kenya": "ke",
    "Korea": "kr",
    "Kuwait": "kw",
    "Kyrgyzstan": "kg",
    "Laos": "la",
    "Latvia": "lv",
    "Lebanon": "lb",
    "Liberia": "lr",
    "Liechtenstein": "li",
    "Lithuania": "lt",
    "Luxembourg": "lu",
    "Macau": "mo",
    "Malaysia": "my",
    "Maldives": "mv",
    "Malta": "mt",
    "Marshall Islands": "mh",
    "Mauritius": "mu",
    "Mexico": "mx",
    "Moldova": "md",
    "Monaco": "mc",
    "Mongolia": "mn",
    "Montenegro": "me",
    "Morocco": "ma",
    "Mozambique": "mz",
    "Myanmar": "mm",
    "Namibia": "na",
    "Nepal": "np",
    "Netherlands": "nl",
    "New Zealand": "nz",
    "Nicaragua": "ni",
    "Nigeria": "ng",
    "North Macedonia": "mk",
    "Norway": "no",
    "Oman": "om",
    "Pakistan": "pk",
    "Panama": "pa",
    "Papua New Guinea": "pg",
    "Paraguay": "py",
    "Peru": "pe",
    "Philippines": "ph",
    "Poland": "pl",
    "Portugal": "pt",
    "Qatar": "qa",
    "Romania": "ro",
    "Russia": "ru",
    "Rwanda": "rw",
    "Saudi Arabia": "sa",
    "Senegal": "sn",
    "Serbia": "rs",
    "Seychelles": "sc",
    "Sierra Leone": "sl",
    "Singapore": "sg",
    "Slovakia": "sk",
    "Slovenia": "si",
    "South Africa": "za",
    "South Korea": "kr",
    "Spain": "es",
    "Sri Lanka": "lk",
    "Sweden": "se",
    "Switzerland": "ch",
    "Taiwan": "tw",
    "Tanzania": "tz",
    "Thailand": "th",
    "Trinidad and Tobago": "tt",
    "Tunisia": "tn",
    "Turkey": "tr",
    "Uganda": "ug",
    "Ukraine": "ua",
    "United Arab Emirates": "ae",
    "United Kingdom": "gb",
    "United States": "us",
    "Uruguay": "uy",
    "Uzbekistan": "uz",
    "Venezuela": "ve",
    "Vietnam": "vn",
    "Zambia": "zm",
    "Zimbabwe": "zw",
}
# Other names for the same legal system.
_ALIASES = {
    "England": "gb-eaw",
    "Wales": "gb-eaw",
    "England & Wales": "gb-eaw",
    "Great Britain": "gb",
    "U.K.": "gb",
    "UK": "gb",
    "Washington, D.C.": "us-dc",
    "Washington D.C.": "us-dc",
    "Massachussets": "us-ma",
    "Québec": "ca-qc",
    "Newfoundland": "ca-nl",
    "People's Republic of China": "cn",
    "People’s Republic of China": "cn",
    "PRC": "cn",
    "P.R.C.": "cn",
    "P.R. China": "cn",
    "PR China": "cn",
    "Republic of China": "tw",
    "Macao": "mo",
    "Republic of Georgia": "ge",
    "Holland": "nl",
    "Eire": "ie",
    "Russian Federation": "ru",
    "Viet Nam": "vn",
    "Türkiye": "tr",
    "Czechia": "cz",
    "U.A.E.": "ae",
    "UAE": "ae",
    "United States of America": "us",
    "U.S.A.": "us",
    "USA": "us",
    "U.S.": "us",
}
# "Dutch law": only before the word law.
_ADJECTIVES = {
    "English": "gb-eaw",
    "Scottish": "gb-sct",
    "Scots": "gb-sct",
    "Northern Irish": "gb-nir",
    "Irish": "ie",
    "Dutch": "nl",
    "German": "de",
    "French": "fr",
    "Italian": "it",
    "Spanish": "es",
    "Portuguese": "pt",
    "Swiss": "ch",
    "Austrian": "at",
    "Belgian": "be",
    "Swedish": "se",
    "Norwegian": "no",
    "Danish": "dk",
    "Finnish": "fi",
    "Polish": "pl",
    "Hungarian": "hu",
    "Czech": "cz",
    "Greek": "gr",
    "Turkish": "tr",
    "Russian": "ru",
    "Ukrainian": "ua",
    "Israeli": "il",
    "Indian": "in",
    "Chinese": "cn",
    "Japanese": "jp",
    "Korean": "kr",
    "Singaporean": "sg",
    "Malaysian": "my",
    "Thai": "th",
    "Australian": "au",
    "Victorian": "au-vic",
    "Tasmanian": "au-tas",
    "Canadian": "ca",
    "Mexican": "mx",
    "Brazilian": "br",
    "Argentine": "ar",
    "Chilean": "cl",
    "Colombian": "co",
    "Californian": "us-ca",
    "Texan": "us-tx",
    "Welsh": "gb-eaw",
    "Romanian": "ro",
    "Croatian": "hr",
    "Slovak": "sk",
    "Cypriot": "cy",
    "Maltese": "mt",
    "South African": "za",
    "Vietnamese": "vn",
    "Luxembourg": "lu",
}

_IDS: dict[str, str] = {
    name.lower(): system
    for table in (_COUNTRIES, AUSTRALIAN_STATES, CANADIAN_PROVINCES, US_STATES, _UNITED_KINGDOM, _ALIASES)
    for name, system in table.items()
}
_ADJECTIVE_IDS = {name.lower(): system for name, system in _ADJECTIVES.items()}
_NAMES: dict[str, str] = {
    system: name
    for table in (
        _COUNTRIES,
        AUSTRALIAN_STATES,
        CANADIAN_PROVINCES,
        US_STATES,
        _UNITED_KINGDOM,
        {"Georgia (country)": "ge"},
    )
    for name, system in table.items()
} | {"kr": "South Korea", "cn": "China"}


def _alternatives(names: Iterable[str]) -> str:
    """The longest name first, so that "West Virginia" is not read as Virginia; line breaks may stand inside."""
    ordered = sorted(names, key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ ", r"[\s-]{1,40}") for name in ordered)


_PLACE = re.compile(rf"(?<![\w.])(?P<name>{_alternatives(_IDS)})(?![\w])", re.IGNORECASE)
_LAW_OF = re.compile(
    rf"(?<![\w.])(?P<name>{_alternatives({**_IDS, **_ADJECTIVE_IDS})})(?=(?:\s+(?:State|Federal))?\s+laws?\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class NamedPlace:
    """A legal system named in a text. Offsets: characters of that text, half-open."""

    id: str
    start: int
    end: int


def places(text: str) -> tuple[NamedPlace, ...]:
    """Every legal system that `text` names as a place, in order."""
    return tuple(NamedPlace(_id(match["name"]), match.start(), match.end()) for match in _PLACE.finditer(text))


def laws(text: str) -> tuple[NamedPlace, ...]:
    """Every legal system whose law `text` names directly ("New York law", "Dutch law"), in order."""
    return tuple(NamedPlace(_id(match["name"]), match.start(), match.end()) for match in _LAW_OF.finditer(text))


def system_name(system: str) -> str:
    """The plain name of a legal system ("us-ny" is New York). Raises: KeyError for an id that is not in the table."""
    return _NAMES[system]


def innermost(systems: Iterable[str]) -> tuple[str, ...]:
    """The systems without those that another one is part of: of Ontario and Canada, Ontario."""
    unique = tuple(dict.fromkeys(systems))
    return tuple(s for s in unique if not any(other != s and _is_part(other, s) for other in unique))


def _is_part(system: str, whole: str) -> bool:
    return system.startswith(f"{whole}-") or (whole == "cn" and system in ("hk", "mo"))


def _id(name: str) -> str:
    key = re.sub(r"[\s-]+", " ", name.lower())
    return _IDS.get(key) or _ADJECTIVE_IDS[key]
