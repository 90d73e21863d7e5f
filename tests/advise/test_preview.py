"""A preview is what a language model is sent in a review: the same words, as much of the contract, no more."""

import re
from dataclasses import dataclass, field

import pytest

from legalai.advise import advise, choose_jurisdiction, render_prompt
from legalai.drafting.drafter import Job
from legalai.drafting.language_model.settings import Settings
from legalai.drafting.reply import Reply
from legalai.jurisdictions import TASKS, Packs
from legalai.playbook import load_playbook
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, saas

PACKS = Packs(pack_folders())
LONG = SAAS + "".join(
    f"\n{n}. Annual calendar. In year {n} the parties meet in the town of the host.\n" for n in range(20, 900)
)


@dataclass
class Recorder:
    """Writes what the pack's templates say, as a model that is given part of a contract, and keeps what it was sent."""

    sent: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    name: str = "recorder"
    remote: bool = False
    contract_tokens: int = Settings().contract_tokens

    def write(self, job: Job) -> Reply:
        self.sent.append((job.task, untagged(job.prompt.text(job.context))))
        return {part: job.sources.read(block) for part, block in job.blocks.items()}


def untagged(prompt: str) -> str:
    """The prompt without the tags that are drawn for each call."""
    return re.sub(r"\b[0-9a-f]{12,16}\b", "TAG", prompt)


def preview(task: str, text: str = SAAS, *, focus: str | None = None, redacted: bool = False) -> str:
    document, contract = saas(text)
    choice = choose_jurisdiction(PACKS, contract)
    return render_prompt(
        document, contract, choice=choice, task=task, focus=focus, acting_for="Customer", redacted=redacted
    ).prompt


@pytest.fixture(scope="module")
def sent() -> list[tuple[str, str]]:
    drafter = Recorder()
    document, contract = saas(LONG)
    choice, playbook = choose_jurisdiction(PACKS, contract), load_playbook("customer")
    advise(document, contract, choice=choice, playbook=playbook, acting_for="Customer", drafter=drafter)
    return drafter.sent


@pytest.mark.parametrize("task", TASKS)
def test_a_model_is_sent_what_is_shown(task: str, sent: list[tuple[str, str]]) -> None:
    assert (task, untagged(preview(task, LONG))) in sent


@pytest.mark.parametrize("task", TASKS)
def test_of_a_long_contract_a_part_is_shown(task: str) -> None:
    assert len(preview(task, LONG)) < len(LONG)


@pytest.mark.parametrize(("task", "shown"), [("findings", True), ("negotiate", False)])
def test_law_that_is_leverage_is_shown_where_it_is_sent(task: str, shown: bool) -> None:
    assert ("5-903" in preview(task, focus="renewal")) is shown


def test_what_is_private_is_shown_as_it_is_sent() -> None:
    shown = preview("summary", redacted=True)
    assert "Harbour Foods" not in shown
    assert "PARTY_1" in shown
