"""A drafter that fails: what of a review it costs, who writes instead, and when there is no review at all."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cache

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.drafting.drafter import Job
from legalai.drafting.offline import OfflineDrafter
from legalai.drafting.reply import Drafted, Reply
from legalai.errors import DrafterError, EgressDenied
from legalai.jurisdictions import Packs
from legalai.resources import pack_folders
from tests.advise.builders import SAAS, contract_of, document_of, saas

PACKS = Packs(pack_folders())
FILLER = "The parties keep their own books and meet every quarter to talk about the services.\n" * 400

# What is done with one job, which is the nth of the review, counted from 1.
Turn = Callable[[int, Job], Reply]


@dataclass
class Model:
    """A drafter that takes its turns as it is told, and has a model's room for a contract."""

    turn: Turn
    jobs: list[Job] = field(default_factory=list[Job])
    contract_tokens: int = 12_000
    name: str = "some:model"
    remote: bool = False

    def write(self, job: Job) -> Reply:
        self.jobs.append(job)
        return self.turn(len(self.jobs), job)


def failing(*turns: int) -> Turn:
    """Fails at these jobs, and writes the others as the offline drafter does."""

    def turn(number: int, job: Job) -> Reply:
        if number in turns:
            raise DrafterError("some:model gave no reply of the form asked for in 3 attempts.")
        return OfflineDrafter().write(job)

    return turn


def says(*drafted: Drafted, tasks: tuple[str, ...] = ("summary", "findings", "negotiate", "redline")) -> Turn:
    """Says the same in every part of a job of these tasks."""

    def turn(number: int, job: Job) -> Reply:
        return dict.fromkeys(job.parts, drafted) if job.task in tasks else OfflineDrafter().write(job)

    return turn


def advice(turn: Turn | None, text: str = SAAS) -> Advice:
    document, contract = saas(text)
    choice = choose_jurisdiction(PACKS, contract)
    drafter = Model(turn) if turn is not None else None
    return advise(document, contract, choice=choice, acting_for="Customer", drafter=drafter)


@cache
def usual() -> Advice:
    """The review without a model."""
    return advice(None)


def codes(found: Advice) -> Counter[str]:
    return Counter(issue.code for issue in found.issues if issue.severity == "warning")


@pytest.mark.parametrize("turns", [(1,), (1, 2, 4, 5, 7, 8)])
def test_a_job_that_fails_gets_the_offline_words_and_is_told(turns: tuple[int, ...]) -> None:
    found = advice(failing(*turns))
    assert (found.findings, found.points) == (usual().findings, usual().points)
    assert codes(found) == {"drafter-failed": len(turns)}
    told = next(issue.message for issue in found.issues if issue.code == "drafter-failed")
    assert told.endswith("are the offline drafter's: some:model gave no reply of the form asked for in 3 attempts.")


def test_a_summary_that_fails_is_the_offline_one() -> None:
    model = Model(failing())
    document, contract = saas()
    choice = choose_jurisdiction(PACKS, contract)
    advise(document, contract, choice=choice, acting_for="Customer", drafter=model)
    assert model.jobs[-1].task == "summary"
    found = advice(failing(len(model.jobs)))
    assert found.summary == usual().summary
    told = next(issue.message for issue in found.issues if issue.code == "drafter-failed")
    assert told.startswith("The words of 'summary' are")


@pytest.mark.parametrize(("turns", "asked"), [((1, 2, 3), 3), ((3, 5, 6, 7), 7)])
def test_three_failures_in_a_row_end_the_review(turns: tuple[int, ...], asked: int) -> None:
    model = Model(failing(*turns))
    document, contract = saas()
    choice = choose_jurisdiction(PACKS, contract)
    with pytest.raises(DrafterError, match="in 3 attempts"):
        advise(document, contract, choice=choice, acting_for="Customer", drafter=model)
    assert len(model.jobs) == asked


def test_a_drafter_that_never_wrote_gives_no_review() -> None:
    document = document_of("Nothing to see here.\n")
    contract = contract_of(document)
    choice = choose_jurisdiction(PACKS, contract)
    with pytest.raises(DrafterError, match="in 3 attempts"):
        advise(document, contract, choice=choice, drafter=Model(failing(1)))


def test_words_that_may_not_be_sent_are_no_failure_to_write() -> None:
    def turn(number: int, job: Job) -> Reply:
        raise EgressDenied("It is not allowed.")

    with pytest.raises(EgressDenied):
        advice(turn)


@pytest.mark.parametrize(
    ("drafted", "code"),
    [
        (Drafted("Vendor shall pay 9,999,999 Zorkmids.", (1,)), "unsupported-sentence"),
        (Drafted("Vendor shall pay nothing.", (999,)), "ungrounded-sentence"),
        (Drafted("Vendor shall pay nothing.", ()), "ungrounded-sentence"),
    ],
    ids=["invented", "cites what is not there", "cites nothing"],
)
def test_findings_outlive_a_model_whose_every_sentence_is_refused(drafted: Drafted, code: str) -> None:
    found = advice(says(drafted))
    assert (found.findings, found.points, found.summary) == (usual().findings, usual().points, usual().summary)
    assert codes(found).keys() == {"drafter-failed", code}
    assert codes(found)["drafter-failed"] == codes(found)[code]


def test_a_finding_without_a_word_gets_the_offline_ones() -> None:
    found = advice(says(tasks=("findings", "negotiate", "redline")))
    assert (found.findings, found.points) == (usual().findings, usual().points)
    assert codes(found).keys() == {"drafter-failed"}


def test_a_summary_may_be_silent_on_a_part() -> None:
    def turn(number: int, job: Job) -> Reply:
        reply = OfflineDrafter().write(job)
        return {"term": reply["term"]} if job.task == "summary" else reply

    found = advice(turn)
    assert 0 < len(found.summary) < len(usual().summary)
    assert not codes(found)


def test_one_sentence_that_stands_is_enough() -> None:
    kept = Drafted("True.", (1,))
    found = advice(says(kept, Drafted("Vendor shall pay 9,999,999 Zorkmids.", (1,))))
    assert {finding.explanation for finding in found.findings} == {"True."}
    assert codes(found).keys() == {"unsupported-sentence"}


@pytest.mark.parametrize(("room", "summary", "point"), [(12_000, 12_000, 3_000), (500, 500, 500)])
def test_a_point_is_given_less_of_the_contract_than_the_summary(room: int, summary: int, point: int) -> None:
    document, contract = saas(SAAS + FILLER)
    model = replace(Model(failing()), contract_tokens=room)
    choice = choose_jurisdiction(PACKS, contract)
    advise(document, contract, choice=choice, acting_for="Customer", drafter=model)
    sizes: dict[str, set[int]] = {}
    for job in model.jobs:
        sizes.setdefault(job.task, set()).add(len(job.context.contract))
    assert sizes.keys() == {"summary", "findings", "negotiate", "redline"}
    for task, found in sizes.items():
        most = 3 * (summary if task == "summary" else point)
        # The fence has two tags of its own.
        assert most / 2 < min(found) <= max(found) <= most + 100
