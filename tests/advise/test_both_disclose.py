"""A contract on confidence in which nobody is marked as the one who discloses: each side is read in both roles."""

import pytest

from legalai.advise import Advice, advise, choose_jurisdiction
from legalai.jurisdictions import Packs
from legalai.playbook import load_playbook
from legalai.resources import pack_folders
from legalai.schema import Party
from tests.advise.builders import clause, contract_of, document_of, quote

PACKS = Packs(pack_folders())
TITLE = "Mutual Non-Disclosure Agreement"
OPENING = (
    f"{TITLE.upper()}\nAlder Ltd and Birch Ltd agree. Either party may disclose information to the other.\n1. Terms\n"
)
LAW = "\n1.2 English law governs this Agreement.\n"


def party(text: str, name: str, *aliases: str) -> Party:
    found = quote(text, name)
    return Party(text=name, start=found.start, end=found.end, name=name, role=None, aliases=aliases)


def advice(words: str, acting_for: str = "Alder Ltd", playbook: str | None = None, alias: str = "") -> Advice:
    document = document_of(f"{OPENING}1.1 {words}{LAW}")
    aliases = (alias,) if alias else ()
    parties = (party(document.text, "Alder Ltd", *aliases), party(document.text, "Birch Ltd"))
    law = clause(document.text, "Governing Law", "English law governs this Agreement.", "1.2")
    contract = contract_of(document, title=TITLE, parties=parties, clauses=(law,))
    choice = choose_jurisdiction(PACKS, contract, "_base")
    chosen = load_playbook(playbook) if playbook else None
    return advise(document, contract, choice=choice, acting_for=acting_for, playbook=chosen)


def points(found: Advice) -> set[str]:
    return {point.finding.rsplit("-", 1)[0] for point in found.points}


ASKED = [
    (
        "representatives",
        "The receiving party may pass the information on to its affiliates, contractors and financiers.",
    ),
    ("passed-on-freely", "Either of us is free to share what it learns with its group companies."),
    ("nda-wide-use", "The recipient may use the information for any purpose connected with its business."),
    ("nda-wide-use", "Each party may use what it receives in its ordinary business as it sees fit."),
    ("copies-kept", "After the end each party may continue to use the information of the other."),
    ("residuals", "Neither party is prevented from using general ideas retained in the unaided memory of its staff."),
    ("marked-only", "Oral information counts as confidential only if it is confirmed in writing within ten days."),
    ("destruction-harsh", "The receiving party shall destroy all copies at once, including those on back-up tapes."),
    ("compelled-barred", "The receiving party shall disclose nothing, not even where a court so orders."),
    (
        "guarantee-of-others",
        "The receiving party shall be liable for any disclosure by any person to whom it shows it.",
    ),
    ("nda-cap", "The liability of either party for breach of this agreement shall not exceed EUR 1,000."),
    ("confidence-short", "The duties of confidence end six months after disclosure."),
    ("confidence-no-end", "The receiving party shall keep the information secret for ever."),
    (
        "no-advisers",
        "The information may be shown to the directors of the receiving party only, and not to its lawyers.",
    ),
    (
        "confidence-exceptions",
        "What the receiving party in its own judgement considers not to be confidential is free.",
    ),
    ("bond-demanded", "No injunction shall be sought without the deposit of security of EUR 100,000."),
]
FAIR = [
    "Each party shall use the information only for the Purpose and show it only to employees and advisers who need to"
    " know it and are bound to secrecy.",
    "The duties do not apply to what is public, was known before, or is developed independently, or to what a court"
    " or the law requires to be disclosed, after notice where that is lawful.",
    "The duties last five years from disclosure, and for trade secrets as long as they are secret.",
    "On request each party shall return or destroy the information, except back-ups and what the law requires it to"
    " keep.",
    "Each receiving party shall keep the information confidential.",
]


@pytest.mark.parametrize("acting_for", ["Alder Ltd", "Birch Ltd"])
@pytest.mark.parametrize(("position", "words"), ASKED)
def test_each_side_is_told_what_weighs_on_either_role(acting_for: str, position: str, words: str) -> None:
    assert position in points(advice(words, acting_for))


@pytest.mark.parametrize("words", FAIR)
def test_what_binds_both_alike_is_no_burden(words: str) -> None:
    assert not points(advice(words)) - {"secrecy-no-exceptions"}


@pytest.mark.parametrize("playbook", [None, "customer", "supplier"])
def test_it_does_not_hang_on_the_playbook(playbook: str | None) -> None:
    assert {"nda-wide-use"} <= points(advice(ASKED[2][1], playbook=playbook))
    assert {"destruction-harsh"} <= points(advice(ASKED[7][1], playbook=playbook))


def test_whoever_is_marked_as_discloser_is_read_as_that_alone() -> None:
    assert "destruction-harsh" not in points(advice(ASKED[7][1], alias="Disclosing Party"))


def test_the_review_says_which_positions_it_used() -> None:
    message = next(each.message for each in advice(FAIR[0]).issues if each.code == "shipped-playbook")
    assert "each party may disclose" in message


SECRECY_IS_NO_TRADE = [
    ("work-theirs", "All improvements to the software of Birch Ltd that result from the talks belong to Birch Ltd."),
    ("cap-fixed-sum", "The total liability of Birch Ltd under this Agreement shall not exceed GBP 50,000."),
    ("one-way-indemnity", "Alder Ltd shall indemnify Birch Ltd against all losses from any breach by Alder Ltd."),
    ("no-reliance", "Each party has not relied on any statement that is not set out in this Agreement."),
    ("insurance", "The total liability of Birch Ltd under this Agreement shall not exceed GBP 50,000."),
]


@pytest.mark.parametrize(("position", "words"), SECRECY_IS_NO_TRADE)
@pytest.mark.parametrize("playbook", ["customer", "supplier"])
def test_nothing_is_asked_for_that_a_trade_alone_would_bear(position: str, words: str, playbook: str) -> None:
    found = advice(words, playbook=playbook)
    assert position not in points(found)
    told = " ".join(f"{point.ask} {point.rationale} {point.proposed_text}" for point in found.points)
    assert not {word for word in ("fees", "price", "buys", "customers") if word in told}


def test_a_one_way_indemnity_for_secrecy_is_made_mutual() -> None:
    found = advice(SECRECY_IS_NO_TRADE[2][1])
    point = next(each for each in found.points if each.finding.startswith("nda-indemnity"))
    assert "Birch Ltd shall indemnify Alder Ltd in the same way" in point.proposed_text


def test_improvements_that_come_of_talks_are_spoken_of() -> None:
    assert "our-improvements" in points(advice(SECRECY_IS_NO_TRADE[0][1]))
