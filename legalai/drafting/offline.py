"""The offline drafter: the sentences are the named blocks of the pack's own prompt file; nothing leaves the machine."""

from dataclasses import dataclass

from legalai.drafting.drafter import Job
from legalai.drafting.reply import Reply


@dataclass(frozen=True, slots=True)
class OfflineDrafter:
    """Renders each part of a job from the block of that name."""

    name: str = "offline"
    remote: bool = False

    def write(self, job: Job) -> Reply:
        """The block of each part, rendered with the job's facts: one line is one sentence and ends with its marks."""
        return {part: job.sources.read(block) for part, block in job.blocks.items()}
