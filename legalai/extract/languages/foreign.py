"""What a contract in another language than English says, for the finders that read English."""

from collections.abc import Sequence
from dataclasses import dataclass

from legalai.extract.dates.life import Given, Life
from legalai.extract.languages import days, law, parties
from legalai.extract.languages.paragraphs import find_paragraphs
from legalai.extract.languages.wordings import Wordings, wordings_of
from legalai.extract.segmentation.passages import Passage
from legalai.schema import Document, Forum, GoverningLaw, KeyDate, Party


@dataclass(frozen=True, slots=True)
class Foreign:
    """The paragraphs of a contract and the wordings of its language."""

    paragraphs: tuple[Passage, ...]
    wordings: Wordings

    @classmethod
    def of(cls, document: Document, passages: Sequence[Passage]) -> "Foreign | None":
        """None for a contract in English, or in a language that there are no wordings of."""
        wordings = wordings_of(document.facts.language)
        return cls(find_paragraphs(document, passages), wordings) if wordings else None

    def parties(self) -> tuple[Party, ...]:
        """The parties with what they are called, their role in English."""
        return parties.find_parties(self.paragraphs, self.wordings)

    def governing_law(self) -> GoverningLaw | None:
        """The law chosen."""
        return law.find_governing_law(self.paragraphs, self.wordings)

    def forum(self) -> Forum | None:
        """The courts or the arbitration chosen."""
        return law.find_forum(self.paragraphs, self.wordings)

    def agreement_date(self) -> KeyDate:
        """The day the contract is made."""
        return days.find_agreement_date(self.paragraphs, self.wordings)

    def life(self, given: Given) -> Life | None:
        """Its term, renewal and notice; None where nothing of them is found."""
        life = days.read_life(self.paragraphs, self.wordings, given)
        told = life.expiration.key_date.value or life.expiration.initial_term or life.renewal.kind != "unknown"
        told = told or (life.told is not None and life.told.rights())
        return life if told or life.effective is not given.effective else None
