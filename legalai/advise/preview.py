"""What exactly would be sent to a language model for a task on one contract, and how much that is."""

from dataclasses import dataclass

from legalai.advise.acting_for import take_side
from legalai.advise.findings import raised_positions, raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.write import Desk, supporting
from legalai.drafting.drafter import Job
from legalai.drafting.language_model.excerpt import estimated_tokens
from legalai.drafting.language_model.reply_schema import instructions
from legalai.drafting.offline import OfflineDrafter
from legalai.errors import ConfigError
from legalai.jurisdictions import TASKS
from legalai.playbook import Playbook, load_playbook
from legalai.schema import Contract, Document


@dataclass(frozen=True, slots=True)
class Preview:
    """What a model is sent: the instructions on its reply, and the prompt."""

    instructions: str
    prompt: str

    @classmethod
    def of(cls, job: Job) -> "Preview":
        """What is sent for a job."""
        return cls(instructions(job), job.prompt.text(job.context))

    @property
    def tokens(self) -> int:
        """How many tokens that is at most with the usual tokenizers, by its length."""
        return estimated_tokens(self.instructions + self.prompt)


def render_prompt(
    document: Document,
    contract: Contract,
    *,
    choice: Choice,
    task: str,
    focus: str | None = None,
    playbook: Playbook | None = None,
    acting_for: str | None = None,
) -> Preview:
    """What is sent for a task and focus. the tasks on a point are written once for each; this is the first one's.

    Raises: ConfigError for an unknown task, focus or party, or where there is nothing to negotiate.
    """
    if task not in TASKS:
        raise ConfigError(f"There is no task '{task}'. Known: {', '.join(TASKS)}.")
    pack = choice.jurisdiction
    focuses = (pack.focus(focus).id,) if focus is not None else tuple(each.id for each in pack.focuses)
    reading = Reading(document, contract, take_side(contract, acting_for))
    desk = Desk.open(reading, choice, OfflineDrafter())
    if task == "summary":
        job = desk.summary_job(focuses, focus)
        return Preview.of(job)
    rules = raised_rules(reading, choice, focuses).rules
    side = reading.stance.side
    playbook = playbook or (load_playbook(side) if side is not None else None)
    positions = raised_positions(reading, playbook, focuses) if playbook is not None else []
    found = proposals(reading, positions, rules, desk.briefing.render)
    raised = found[0].raised if found else next(iter(rules), None)
    if raised is None or (task != "findings" and not found):
        raise ConfigError(
            "Nothing of this contract is to be negotiated for this focus and party, so there is no prompt to show."
        )
    job = desk.point_job(task, raised, supporting(raised, rules), found[0] if found else None)
    return Preview.of(job)
