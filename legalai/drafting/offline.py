"""The offline drafter: the sentences are the named blocks of the pack's own prompt file; nothing leaves the machine."""

from collections.abc import Mapping
from dataclasses import dataclass

from legalai.drafting.drafter import Job


@dataclass(frozen=True, slots=True)
class OfflineDrafter:
    """Renders each part of a job from the block of that name."""

    name: str = "offline"
    remote: bool = False

    def write(self, job: Job) -> Mapping[str, str]:
        """The block of each part, rendered with the job's facts."""
        return job.prompt.parts(job.context, job.parts)
