"""What writes: a drafter is given a job, a prompt with its facts, and returns sentences for each of its parts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from legalai.drafting.reply import Reply
from legalai.drafting.sources import Sources
from legalai.drafting.templates import DraftContext, Prompt


@dataclass(frozen=True)
class Job:
    """One thing to write. `sources` are the quotes that may be cited, by the marks in the context."""

    task: str
    prompt: Prompt
    context: DraftContext
    parts: tuple[str, ...]
    sources: Sources

    @cached_property
    def blocks(self) -> Mapping[str, str]:
        """The blocks of its parts as the pack's template renders them: established lines with their marks."""
        return self.prompt.parts(self.context, self.parts)


class Drafter(Protocol):
    """Writes the parts of a job, in sentences that cite.

    `remote` says whether contract text leaves this machine. Raises: DrafterError.
    """

    @property
    def name(self) -> str:
        """The name users choose it by, and that provenance records."""
        ...

    @property
    def remote(self) -> bool:
        """Whether contract text leaves this machine."""
        ...

    def write(self, job: Job) -> Reply:
        """Sentences for the parts of the job; none where there is nothing to say."""
        ...


def contract_tokens(drafter: Drafter) -> int | None:
    """How many tokens of a contract a drafter wants in one prompt at most; None where it takes the whole."""
    return getattr(drafter, "contract_tokens", None)
