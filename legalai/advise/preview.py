"""What exactly would be sent to a language model for a task on one contract, and how much that is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from legalai.advise.chairs import Chair, departures, seated
from legalai.advise.deal import matter_of
from legalai.advise.findings import Raised, backed, raised_rules
from legalai.advise.jurisdiction_choice import Choice
from legalai.advise.points import proposals
from legalai.advise.reading import Reading
from legalai.advise.write import Desk, supporting
from legalai.drafting.drafter import Job
from legalai.drafting.language_model.excerpt import estimated_tokens
from legalai.drafting.language_model.redaction import Vocabulary, redact, vocabulary
from legalai.drafting.language_model.reply_schema import instructions
from legalai.drafting.language_model.settings import settings_from
from legalai.drafting.reply import Reply
from legalai.errors import ConfigError, DrafterError
from legalai.jurisdictions import TASKS, Matter
from legalai.playbook import Playbook
from legalai.schema import Contract, Document


@dataclass(frozen=True, slots=True)
class Preview:
    """What a model is sent: the instructions on its reply, and the prompt."""

    instructions: str
    prompt: str

    @classmethod
    def of(cls, job: Job, private: Vocabulary | None = None) -> "Preview":
        """What is sent for a job, with placeholders for what is private."""
        prompt = job.prompt.text(job.context)
        if private is not None:
            prompt, _ = redact(prompt, private, keep=(job.sources.tag,))
        return cls(instructions(job), prompt)

    @property
    def tokens(self) -> int:
        """How many tokens that is at most with the usual tokenizers, by its length."""
        return estimated_tokens(self.instructions + self.prompt)


@dataclass(frozen=True, slots=True)
class _Reader:
    """A drafter that wants as much of a contract as a language model is given, and writes nothing."""

    contract_tokens: int
    name: str = "preview"
    remote: bool = False

    def write(self, job: Job) -> Reply:
        raise DrafterError(f"A preview of '{job.task}' writes nothing.")


def render_prompt(
    document: Document,
    contract: Contract,
    *,
    choice: Choice,
    task: str,
    focus: str | None = None,
    playbook: Playbook | None = None,
    acting_for: str | None = None,
    facts: Mapping[str, bool] | None = None,
    redacted: bool = False,
) -> Preview:
    """What is sent for a task and focus. The tasks on a point are written once for each; this is the first one's.

    Of a long contract that is the part that a model would be given, by the settings of this machine.
    Raises: ConfigError for an unknown task, focus or party, or where there is nothing to negotiate.
    """
    if task not in TASKS:
        raise ConfigError(f"There is no task '{task}'. Known: {', '.join(TASKS)}.")
    pack = choice.jurisdiction
    focuses = (pack.focus(focus).id,) if focus is not None else tuple(each.id for each in pack.focuses)
    kind = matter_of(contract, pack, None)
    chair = seated(contract, acting_for, playbook, kind)
    desk = Desk.open(Reading(document, contract, chair.stance), choice, _Reader(settings_from().contract_tokens))
    private = vocabulary(contract, document.text) if redacted else None
    if task == "summary":
        return Preview.of(desk.summary_job(focuses, focus), private)
    rules = raised_rules(desk.reading, choice, focuses, facts).rules
    positions = backed(_positions(desk.reading, chair, focuses if focus else None, kind), rules)
    found = proposals(desk.reading, positions, rules, desk.briefing.render)
    raised = found[0].raised if found else next(iter(rules), None)
    if raised is None or (task != "findings" and not found):
        raise ConfigError(
            "Nothing of this contract is to be negotiated for this focus and party, so there is no prompt to show."
        )
    if task == "findings":
        return Preview.of(desk.point_job(task, raised, supporting(raised, rules), None), private)
    return Preview.of(desk.point_job(task, raised, desk.law_for_them(raised, rules), found[0]), private)


def _positions(reading: Reading, chair: Chair, focuses: Sequence[str] | None, kind: Matter | None) -> list[Raised]:
    if chair.stance.us is None or chair.playbook is None:
        return []
    return departures(reading, chair.playbook, focuses, kind)
