"""Words made comparable: one kind of space, quotation mark and dash, numbers in figures, and stems."""

import re

from text_to_num import text2num

from legalai.drafting.support.tongues import in_english_form

_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "’": "'", "‘": "'", "–": "-", "—": "-"})
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_ONES = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
# No number of a contract takes more words than this.
_IN_WORDS = re.compile(
    rf"\b(?:{_ONES})(?:(?:\s|-|\sand\s)(?:{_ONES}|hundred|thousand|million)){{0,12}}\b", re.IGNORECASE
)
_ONE_OF_MANY = re.compile(
    r"\s?(?:\(\s?1\s?\)|-?\s?(?:further\s|additional\s|full\s)?(?:business|calendar|day|week|month|year|hour|percent|per\scent))",
    re.I,
)
_TWICE_SAID = re.compile(r"\b(\d[\d,.]{0,20}) ?\( ?([\d,.]{1,20}) ?\)")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_SCALE = re.compile(r"(?<![\w.])(\d{1,9}(?:\.\d{1,6})?) ?(million|thousand|m|k)\b", re.I)
_WORD = re.compile(r"[a-zß-ÿœ]{2,}")
_STEM = 5
_EMPTY = frozenset(
    "the an of to in on at by for with from as or and but if is are be been was were it its this that these those"
    " such any all each every either both neither no not never nor shall will must may can cannot could should"
    " would has have had do does did there then than so also only other another which who whom whose when where"
    " while their they them he she his her our we us you your under upon into out up per hereof herein hereby"
    " hereunder thereof therein agreement contract party parties unless except without said same own between"
    " within about".split()
)
# What a paraphrase may put in place of the contract's word. Each line is one meaning, named by its first word.
_SAME = """
pay paid pays paying payment payments payable due owe owes owed owing settle settled
terminate end ends ended ending cancel cancels cancelled canceled
assign transfer transfers transferred transferring novate
renew extend extends extended extension prolong prolonged
notice notify notifies notified notification
liable liability liabilities responsible
limit limits limited limitation cap caps capped exceed exceeds maximum ceiling
consent approval approve approved approves permission agree agrees agreed
fee fees charge charges price prices
breach default breaches
invoice invoices invoiced bill bills billed
start starts begin begins commence commences commencement effective
provide provides supply supplies deliver delivers provided
increase increases raise raises raised
disclose disclosed reveal reveals share shares
confidential confidence secret secrecy
buy buys purchase purchases
keep kept maintain maintains hold holds held
cure cured remedy remedied remedies
written writing
require requires required require request requests requested ask asks
sign signs signed signing signature execution
miss misses fails fail failed
own owns owned belong belongs owner
"""
_MEANING = {word: line.split()[0] for line in _SAME.strip().splitlines() for word in line.split()}


def plain(text: str) -> str:
    """Text with one kind of space, mark and dash."""
    return " ".join(_PRIVATE.sub(" ", text).translate(_MARKS).split())


def in_figures(text: str) -> str:
    """Plain text with its numbers in figures, each said once: "thirty (30) days" and "dreißig Tage" are "30 days"."""
    figured = _IN_WORDS.sub(_figures, in_english_form(plain(text)))
    figured = _THOUSANDS.sub("", figured)
    figured = _SCALE.sub(_scaled, figured)
    return _TWICE_SAID.sub(_said_once, figured)


def _said_once(match: re.Match[str]) -> str:
    return match[1] if match[1] == match[2] else match[0]


def stems(text: str) -> frozenset[str]:
    """What words speak of: without endings, and one word for each meaning."""
    words: list[str] = _WORD.findall(text.lower())
    return frozenset(_MEANING.get(word, word)[:_STEM] for word in words if word not in _EMPTY)


def _figures(match: re.Match[str]) -> str:
    words = match[0].lower()
    if words == "one" and not _ONE_OF_MANY.match(match.string, match.end()):
        return match[0]
    try:
        return str(text2num(re.sub(r"\sand\s|-", " ", words), "en"))
    except ValueError:
        return match[0]


def _scaled(match: re.Match[str]) -> str:
    value = float(match[1]) * (1_000_000 if match[2].lower() in {"million", "m"} else 1_000)
    return f"{value:.0f}"
