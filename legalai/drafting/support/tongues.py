"""German and French put into the English skeleton that the rules read: numbers, units, may and must, not, except."""

import re
from functools import lru_cache

from text_to_num import text2num

_ENGLISH = re.compile(r"\b(?:the|of|and|shall|to|in|by|is|may|any|for)\b", re.IGNORECASE)
_MARKS = {
    "de": re.compile(
        r"\b(?:der|die|das|und|nicht|ist|wird|den|dem|des|eine?[mnrs]?|zu[mr]?|für|auf|bei|sich|von|vom)\b",
        re.IGNORECASE,
    ),
    "fr": re.compile(r"\b(?:les?|la|des|du|est|et|une?|dans|par|pour|de|aux?|que|sur)\b|\b[ldn]['’]", re.IGNORECASE),
}
_LEAST = 2
_TENS = "zwanzig|dreißig|dreissig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_NUMBERS = {
    "de": rf"(?:(?:ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun)und)?(?:{_TENS})|zwei|drei|vier|fünf|sechs"
    r"|sieben|acht|neun|zehn|elf|zwölf|dreizehn|vierzehn|fünfzehn|sechzehn|siebzehn|achtzehn|neunzehn|hundert",
    "fr": r"(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingts?|trente"
    r"|quarante|cinquante|soixante|cents?)(?:[\s-](?:et\s)?(?:une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize"
    r"|quatorze|quinze|seize|vingts?|cents?)\b){0,6}",
}
_FIGURES = {
    "de": ((r"(?<=\d)\.(?=\d{3}(?!\d))", ""), (r"(?<=\d),(?=\d{1,2}(?!\d))", ".")),
    "fr": ((r"(?<=\d)[ .\u00a0\u202f](?=\d{3}(?!\d))", ""), (r"(?<=\d),(?=\d{1,2}(?!\d))", ".")),
}
# One line is one meaning: what stands for it in English, and the words of the tongue. The longer turn comes first.
_WORDS = {
    "de": r"""
business days = (?:Werk|Arbeits|Bankarbeits|Geschäfts)tage?[ns]?
days = (?:Kalender)?Tage?[ns]?
weeks = Wochen?
months = Monat(?:e[ns]?|s)?
years = (?:Kalender)?Jahr(?:e[ns]?|s)?
at least = mindestens|wenigstens
at most = höchstens|maximal|längstens
up to = bis zu
before = vor
after = nach
unless = es sei denn
subject to = vorbehaltlich
except = außer|ausgenommen|mit Ausnahme
only = nur|ausschließlich
if = sofern|wenn|falls|soweit
may = darf|dürfen|kann|können|(?:ist|sind) berechtigt
shall = muss|müssen|(?:ist|sind) verpflichtet|(?:hat|haben|ist|sind)(?=[^.;]{0,160}\bzu \w{2,30}en\b)
is = ist|sind|wird|werden
not = nicht|keine?[mnrs]?|niemals|weder
without = ohne
consent = Zustimmung|Einwilligung|Genehmigung
immediately = sofort|fristlos
and = und
or = oder
per = je|pro
""",
    "fr": r"""
business days = jours (?:ouvr\w{2,4})
days = jours?
weeks = semaines?
months = mois
years = an(?:née)?s?
at least = au moins|au minimum
at most = au plus|au maximum
up to = jusqu'à
before = avant
after = après|à compter de
except = sauf|à l'exception d[eu']|hormis|excepté
unless = à moins que
subject to = sous réserve
only = seulement|uniquement
if = si|lorsque|en cas de
may = peu(?:ven)?t
shall = doi(?:ven)?t|est tenue? de
is = est|sont
not = ne|n'(?=\w)|aucune?
without = sans
consent = accord|consentement|autorisation
immediately = immédiatement
and = et
or = ou
per = par
""",
}
# "May the claims not assign" is "may not the claims assign".
_LATE_NOT = re.compile(r"\b(may|shall|is)\b([^.;,]{1,160}?)\snot\b")
_EARLY_NOT = re.compile(r"\bnot\s(may|shall|is)\b")


def in_english_form(text: str) -> str:
    """German or French text with its function words, figures and units in English; other text as it is."""
    tongue = _tongue(text)
    if tongue is None:
        return text
    text = _NUMBER[tongue].sub(lambda match: _figure(match[0], tongue), text)
    for pattern, put in _FIGURES[tongue]:
        text = re.sub(pattern, put, text)
    for pattern, put in _table(tongue):
        text = pattern.sub(put, text)
    return _LATE_NOT.sub(r"\1 not\2", _EARLY_NOT.sub(r"\1 not", text))


@lru_cache(maxsize=4096)
def _tongue(text: str) -> str | None:
    """The tongue whose small words outnumber the others'; None for English and for what is too short to tell."""
    part = text[:4000]
    found = {name: len(marks.findall(part)) for name, marks in _MARKS.items()}
    name = max(found, key=lambda each: found[each])
    return name if found[name] >= _LEAST and found[name] > len(_ENGLISH.findall(part)) else None


def is_english(text: str) -> bool:
    """Whether a text reads as neither German nor French."""
    return _tongue(text) is None


def _figure(words: str, tongue: str) -> str:
    try:
        return str(text2num(words.lower(), tongue))
    except ValueError:
        return words


@lru_cache(maxsize=4)
def _table(tongue: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    lines = (line.split(" = ", 1) for line in _WORDS[tongue].strip().splitlines())
    return tuple((re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE), put) for put, words in lines)


_NUMBER = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _NUMBERS.items()}
