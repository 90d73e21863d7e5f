"""Sentences that address a reading machine: words in a contract that no party, but a language model is told."""

import re
from collections.abc import Iterator

from legalai.ingest.invisible import SILENT

LEFT_OUT = "[A sentence that addresses a reading machine was left out here.]"
_MOST = 600

_ = r"[\s,]{1,4}"
_MACHINE = (
    r"(?:(?:large\s)?language\smodels?|llms?|ai(?:[\s-](?:language\s)?(?:models?|assistants?|agents?|reviewers?|readers?"
    r"|systems?|tools?|bots?))?|artificial\sintelligence|chat\s?bots?|chatgpt|automated\s(?:reviewers?|readers?|assistants?"
    r"|systems?|agents?)|machines?|virtual\sassistants?|bots?|robots?)"
)
# An order is given at the start of a sentence, or after a word that opens one; a duty of a party follows its modal.
_NUMBER = r"(?:(?:\(?\w{1,5}[.)]{1,2}|\d[\d.]{0,8})\s{1,3})?"
_OPENS = rf"(?:(?:^|[\n\t])\s{{0,8}}{_NUMBER}|[.;:!?\"“”'‘’()\[\]>\-–—*#…]\s{{0,3}})"
_ORDER = (
    rf"(?:{_OPENS}(?:(?:and|then|now|so|also|please|kindly|important)[\s,:]{{1,3}}){{0,3}}|"
    r"\b(?:please|kindly|you\s(?:must|should|shall|will|are\sto|can)(?:\snow)?|instructed\sto|and\sthen)\s)"
)
_NO_DUTY = "".join(
    rf"(?<!{word}\s)" for word in ("shall", "may", "will", "must", "to", "can", "not", "and", "or", "would")
)
_OLD = r"(?:previous|prior|above|earlier|preceding|existing|foregoing|original|initial|system|former)"
_ORDERS = r"(?:instructions?|prompts?|directions?|directives?|commands?|guidelines?|guardrails)"
_FILL = r"(?:(?:all|any|every|each|of|the|your|my|our|these|those|other)\s{1,3}){0,4}"
_CLAUSE = (
    r"(?:clauses?|sections?|provisions?|terms?|paragraphs?|articles?|contracts?|agreements?|documents?|risks?|issues?"
    r"|deviations?|problems?)"
)
_GOOD = (
    r"(?:fair|market|standard|safe|balanced|low[\s-]risk|compliant|acceptable|reasonable|favou?rable|harmless"
    r"|unobjectionable|fine|ok(?:ay)?|enforceable|mutual|no\s(?:risks?|issues?|problems?))"
)
_PATTERNS = (
    rf"\b{_NO_DUTY}(?:ignore|disregard|forget)\s{{1,3}}(?:all|any|every)\s(?:of\s)?(?:the\s|your\s)?{_OLD}\s{_ORDERS}\b",
    rf"{_ORDER}(?:ignore|disregard|forget|override|bypass)\s{{1,3}}{_FILL}{_OLD}\s{{1,3}}(?:\w{{1,20}}\s){{0,2}}{_ORDERS}\b",
    rf"{_ORDER}(?:ignore|disregard|forget|override)\s{{1,3}}{_FILL}{_ORDERS}\s(?:above|before|so\sfar|given|you)\b",
    rf"\b(?:ignore|disregard|forget)\s{{1,3}}(?:all\s|everything\s)?(?:of\s)?your{_}(?:\w{{1,20}}\s){{0,2}}{_ORDERS}\b",
    rf"\bif{_}you(?:['’]re|{_}(?:are|were)){_}(?:an?|the|any)?\s?{_MACHINE}(?!\w)",
    r"(?<!such\s)\bas\san?\s(?:(?:ai|artificial\sintelligence|large)\slanguage\smodel|(?:ai|helpful)\s(?:assistant|chatbot))\b",
    r"\byou\sare\s(?:now\s)?(?:an?|the)\s(?:\w{1,20}\s){0,2}(?:language\smodel|ai\s(?:model|assistant|agent|reviewer)|chatbot|llm)\b",
    rf"\b(?:note|notice|message|instructions?|attention|memo|hint|directive)s?{_}(?:to|for)\s(?:(?:any|all|the|every|an?)\s)?"
    rf"(?:\w{{1,20}}\s)?{_MACHINE}(?!\w)(?=\s?[:!]|\s(?:reading|reviewing|processing|analy[sz]ing)\b)",
    rf"\b{_MACHINE}\s(?:reading|reviewing|processing|analy[sz]ing|summari[sz]ing)\sthis\s(?:\w{{1,20}}\s)?{_CLAUSE}\b",
    r"\b(?:your|my)\ssystem\sprompts?\b",
    r"(?:^|\n)\s{0,8}[\[<#*]{0,3}\s?system\s(?:prompt|message|instructions?)\s?[\]>*]{0,3}\s?:",
    r"\b(?:reveal|print|repeat|output|leak|ignore|override|begin|end|new)\s(?:the\s)?system\sprompt\b",
    rf"{_ORDER}(?:do\snot|don['’]t|never)\s(?:flag|highlight|criticis?ze?|mention|red-?flag|raise|point\sout)\s"
    rf"(?:(?:this|these|the|any|it|or|as)\s){{0,3}}{_CLAUSE}\b",
    rf"{_ORDER}(?:say|reply|respond|answer|output|conclude|rate|classify|mark|label|score|summari[sz]e|report|tell\sthe\s\w{{1,12}})"
    rf"\s(?:only\s)?(?:that\s|as\s)?(?:the|this|these|each|every|all)\s(?:\w{{1,20}}\s){{0,2}}?{_CLAUSE}\s(?:is|are|as|to\sbe|has|have|poses?)"
    rf"\s(?:\w{{1,20}}\s){{0,2}}?{_GOOD}\b",
    rf"\b(?:ai|llm|automated|machine)[\s-](?:review(?:er)?s?|readers?|assistants?|tools?|systems?|models?)\s"
    r"(?:must|should|shall|are\sto|is\sto|are\sinstructed\sto|is\sinstructed\sto)\s(?:not\s)?"
    rf"(?:ignore|skip|approve|disregard|flag|classify|rate|mark|report)\s(?:this|these|the\sfollowing)\s(?:\w{{1,20}}\s)?{_CLAUSE}\b",
    r"<\|(?:im_start|im_end|system|user|assistant|endoftext|eot_id|start_header_id)\|>|\[/INST\]|<</?SYS>>",
)
# Every pattern holds one of these words, and reaches no farther than this from it: the rest of a text is passed over.
_CUES = re.compile(
    r"\b(?:ignore|disregard|forget|override|bypass|language|llms?|ai|artificial|chat|chatbots?|chatgpt|bots?|robots?"
    r"|automated|machines?|virtual|assistant|system|flag|highlight|critici[sz]e|mention|red|raise|point|say|reply|respond"
    r"|answer|output|conclude|rate|classify|mark|label|score|summari[sz]e|report|tell|redflag)\b|<\||/INST|SYS>>",
    re.IGNORECASE,
)
_REACH = 250
_ADDRESS = re.compile("|".join(f"(?:{pattern})" for pattern in _PATTERNS), re.IGNORECASE)
_LEADING = re.compile(rf"\s{{0,8}}{_NUMBER}")
_SENTENCE_START = re.compile(r"[.!?][\"”’)]*\s+(?=[A-Z(\"“\[<])|\n")
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*(?=\s|$)|\n")


def machine_addresses(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text that address a reading machine, as offsets, in order.

    Characters that show nothing hide no word: "ig", a zero-width space and "nore" are read as one.
    """
    plain, positions = _plain(text)
    last = 0
    for match in (match for window in _windows(plain) for match in _ADDRESS.finditer(plain, *window)):
        if match.end() <= last:
            continue
        start, end = _sentence(plain, *match.span())
        start, last = max(start, last), end
        if positions is None:
            yield start, end
        else:
            yield positions[start], positions[end - 1] + 1


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text in which a machine may be addressed, in order and apart."""
    start = end = 0
    for cue in _CUES.finditer(text):
        low, high = max(0, cue.start() - _REACH), min(len(text), cue.end() + _REACH)
        if low > end:
            if end > start:
                yield start, end
            start = low
        end = high
    if end > start:
        yield start, end


def for_a_model(text: str) -> str:
    """A text as a language model may be given it: without characters that show nothing, or sentences to a machine."""
    parts: list[str] = []
    position = 0
    for start, end in machine_addresses(text):
        parts += [text[position:start], LEFT_OUT]
        position = end
    return SILENT.sub("", "".join([*parts, text[position:]]))


def _plain(text: str) -> tuple[str, list[int] | None]:
    """The text without characters that show nothing, and where each of the rest stood; None where all are left."""
    if SILENT.search(text) is None:
        return text, None
    positions = [at for at, char in enumerate(text) if SILENT.match(char) is None]
    return "".join(text[at] for at in positions), positions


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence round a match, not more than `_MOST` characters to either side, without white space at its ends."""
    first = start + (len(text[start:end]) - len(text[start:end].lstrip(" \t\r\n.;:!?\"“”'‘’()[]>-–—*#")))
    before = [match.end() for match in _SENTENCE_START.finditer(text, max(0, start - _MOST), min(first + 1, end))]
    begin = max((each for each in before if each <= first), default=max(0, start - _MOST))
    after = _SENTENCE_END.search(text, end - 1, min(len(text), end + _MOST))
    stop = min(len(text), end + _MOST) if after is None else after.end()
    number = _LEADING.match(text, begin, end)
    begin = number.end() if number is not None else begin
    piece = text[begin:stop]
    return begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())
