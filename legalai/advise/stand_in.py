"""Who writes where a drafter cannot: one job that fails costs its own words, never the review."""

from dataclasses import dataclass

from legalai.drafting.drafter import Drafter, Job
from legalai.drafting.offline import OfflineDrafter
from legalai.drafting.reply import Reply
from legalai.errors import DrafterError
from legalai.schema import Issue

FAILED = "drafter-failed"
# What fails so often in a row will not write the rest either, and each try may cost minutes.
_MOST_IN_A_ROW = 3


@dataclass
class StandIn:
    """The drafter of one review, with the offline drafter behind it."""

    drafter: Drafter
    wrote: bool = False
    failed_in_a_row: int = 0

    @property
    def is_offline(self) -> bool:
        """Whether there is no other drafter to stand in for."""
        return isinstance(self.drafter, OfflineDrafter)

    def write(self, job: Job, part_of: str) -> tuple[Reply, list[Issue]]:
        """The drafter's reply; where it fails the offline drafter's, with an issue that says so.

        Raises: DrafterError after three failures in a row, and at the summary, which is written last, where the
        drafter has written nothing at all.
        """
        try:
            reply = self.drafter.write(job)
        except DrafterError as error:
            self.failed_in_a_row += 1
            if self.failed_in_a_row >= _MOST_IN_A_ROW or (job.task == "summary" and not self.wrote):
                raise
            return self.instead(job), [_failed(part_of, str(error))]
        self.wrote = True
        self.failed_in_a_row = 0
        return reply, []

    def instead(self, job: Job) -> Reply:
        """What the offline drafter writes."""
        return OfflineDrafter().write(job)


def unusable(part_of: str, drafter: Drafter) -> Issue:
    """What is told where not one sentence of a part was let through."""
    return _failed(part_of, f"{drafter.name} wrote nothing that its quotes bear out.")


def _failed(part_of: str, why: str) -> Issue:
    return Issue(code=FAILED, severity="warning", message=f"The words of '{part_of}' are the offline drafter's: {why}")
