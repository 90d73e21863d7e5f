"""The law and the courts that a contract in another language than English chooses."""

import re
from collections.abc import Iterator, Sequence

from legalai.extract.languages.wordings import Wordings
from legalai.extract.law.legal_systems import innermost, places, system_name
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Forum, GoverningLaw

# Sentences as far as the law needs them: a full stop behind a word of some length, not behind "Art." or "S.A.".
_SENTENCE = re.compile(r"(?:[^.\n]|(?<![^\W\d_]{4})\.|\.(?!\s|$)){1,1200}")
_EXCLUSIVE = re.compile(
    r"ausschließlich|exclusi[vf]|exclusivamente|esclusiv|uitsluitend|wyłączn|exklusiv|eksklusiv|renuncia", re.IGNORECASE
)


def find_governing_law(paragraphs: Sequence[Passage], wordings: Wordings) -> GoverningLaw | None:
    """The law that the first sentence to choose one names; two names in it and nothing is chosen."""
    for paragraph, start, text in _sentences(paragraphs):
        if not wordings.any_of("law").search(text):
            continue
        named = sorted(
            (found.start(), system)
            for system, words in wordings.laws.items()
            if (found := re.search(rf"\b(?:{words})(?!\w)", text, re.IGNORECASE))
        )
        # "le leggi dello stato della California": names that are alike in every language.
        systems = list(dict.fromkeys(system for _, system in named)) or innermost(each.id for each in places(text))
        if systems:
            return GoverningLaw(
                text=text,
                start=start,
                end=start + len(text),
                page=paragraph.page,
                number=paragraph.number,
                value=systems[0] if len(systems) == 1 else None,
                name=", ".join(system_name(each) for each in systems),
            )
    return None


def find_forum(paragraphs: Sequence[Passage], wordings: Wordings) -> Forum | None:
    """The arbitration or the courts chosen, by the name of the town."""
    for paragraph, start, text in _sentences(paragraphs):
        arbitration = wordings.any_of("arbitration").search(text)
        courts = wordings.courts(text)
        if not (arbitration or courts):
            continue
        return Forum(
            text=text,
            start=start,
            end=start + len(text),
            page=paragraph.page,
            number=paragraph.number,
            value=None,
            name=courts["place"] if courts else "arbitration",
            kind="arbitration" if arbitration else "court",
            exclusive=True if _EXCLUSIVE.search(text) else None,
        )
    return None


def _sentences(paragraphs: Sequence[Passage]) -> Iterator[tuple[Passage, int, str]]:
    """Each sentence with its paragraph and where it starts in the document."""
    for paragraph in paragraphs:
        for match in _SENTENCE.finditer(paragraph.text):
            text = match[0].strip()
            if text:
                yield paragraph, paragraph.start + match.start() + match[0].index(text), text
