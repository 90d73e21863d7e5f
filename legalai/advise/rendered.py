"""A prompt as it was rendered for one contract, with the file it came from."""

from dataclasses import dataclass

from legalai.drafting.drafter import Job
from legalai.schema import PromptUsed


@dataclass(frozen=True, slots=True)
class RenderedPrompt:
    """The exact text a language model is given for a task. `file` is the prompt's path below the folder of packs."""

    file: str
    version: int
    sha256: str
    task: str
    focus: str | None
    text: str

    @classmethod
    def of(cls, job: Job, focus: str | None) -> "RenderedPrompt":
        """The prompt of a job."""
        used = job.prompt.used()
        return cls(used.file, used.version, used.sha256, job.task, focus, job.prompt.text(job.context))

    def used(self) -> PromptUsed:
        """What provenance records."""
        return PromptUsed(file=self.file, version=self.version, sha256=self.sha256)
