"""Provision types beyond CUAD: the shipped model on sentences of our own, headings, runs and rules."""

from pathlib import Path

import pytest

from legalai.extract.clauses.provision_model import ProvisionModel
from legalai.extract.clauses.provision_rules import PROVISION_RULES
from legalai.extract.clauses.provisions import find_provisions
from legalai.extract.segmentation.passages import Passage
from legalai.labels import CUAD_CATEGORIES, PROVISION_TYPES
from legalai.resources import model_folder
from legalai.schema import Clause


@pytest.fixture(scope="module")
def model() -> ProvisionModel:
    return ProvisionModel.load(model_folder("provisions-en"))


def read(model: ProvisionModel, *sentences: tuple[str | None, str]) -> tuple[Clause, ...]:
    """What is found in sentences, each a numbered clause of its own, given with their headings."""
    passages: list[Passage] = []
    text = ""
    for block, (heading, sentence) in enumerate(sentences):
        start = len(text)
        passages.append(
            Passage(
                text=sentence,
                start=start,
                end=start + len(sentence),
                block=block,
                number=f"{block + 1}",
                heading=heading,
                is_heading=sentence == heading,
            )
        )
        text += sentence + "\n\n"
    found = find_provisions(passages, text, model)
    assert all(text[clause.start : clause.end] == clause.text for clause in found)
    return found


# Without a heading: by their own words.
SENTENCES = {
    "Indemnification": "Supplier shall indemnify, defend and hold harmless Customer and its officers from and "
    "against all claims, losses and expenses, including attorneys' fees, arising out of any "
    "breach of this Agreement by Supplier.",
    "Confidentiality": "The receiving party shall hold the Confidential Information of the disclosing party in "
    "strict confidence and shall not disclose it to any third party without prior written "
    "consent.",
    "Data Protection": "Supplier handles personal data only on the documented orders of Customer.",
    "Payment Terms": "Customer shall pay each invoice within thirty (30) days after the date of the invoice.",
    "Late Payment": "Any amount not paid when due shall bear interest at one per cent per month from the due date.",
    "Price Increase": "Supplier may increase its fees once a year by no more than three per cent.",
    "Force Majeure": "Neither party shall be liable for any failure or delay in performance due to acts of "
    "God, war, fire, flood, strikes or other causes beyond its reasonable control.",
    "Warranty Disclaimer": "EXCEPT AS EXPRESSLY SET FORTH HEREIN, SUPPLIER DISCLAIMS ALL WARRANTIES, EXPRESS OR "
    "IMPLIED, INCLUDING THE IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A "
    "PARTICULAR PURPOSE.",
    "Exclusion Of Damages": "In no event shall either party be liable to the other for any indirect, incidental, "
    "special or consequential damages, including lost profits, even if advised of their "
    "possibility.",
    "Limitation Of Remedies": "Repair is Customer's sole and exclusive remedy for a defect in the Goods.",
    "Dispute Resolution": "Any dispute arising out of this Agreement shall be finally settled by binding "
    "arbitration under the rules of the American Arbitration Association by three "
    "arbitrators.",
    "Entire Agreement": "This Agreement constitutes the entire agreement between the parties with respect to "
    "its subject matter and supersedes all prior agreements and understandings, written or "
    "oral.",
    "Amendment": "This Agreement may not be amended or modified except by an instrument in writing "
    "signed by both parties.",
    "Notices": "All notices under this Agreement shall be in writing and shall be deemed given when "
    "delivered by hand, by courier or by registered mail to the address set forth above.",
    "Severability": "If any provision of this Agreement is held to be invalid or unenforceable, the "
    "remaining provisions shall continue in full force and effect.",
    "Waiver": "No failure or delay by a party in exercising any right shall operate as a waiver of that right.",
    "Survival": "Sections 4, 7 and 9 shall survive the expiration or termination of this Agreement.",
    "Termination For Cause": "Either party may terminate this Agreement upon written notice if the other party "
    "commits a material breach and fails to cure it within thirty (30) days after notice of "
    "the breach.",
    "Service Levels": "Supplier shall meet the service levels, and pays service credits where it does not.",
    "Subcontracting": "Supplier may not subcontract any part of the work without Customer's consent.",
    "Publicity": "Neither party shall issue any press release or public announcement concerning this "
    "Agreement without the prior written consent of the other party.",
    "Security Incident": "Supplier tells Customer of every security incident within one day of its discovery.",
    "Counterparts": "This Agreement may be executed in two or more counterparts, each of which shall be an original.",
    "Relationship Of Parties": "The parties are independent contractors, and nothing in this Agreement creates a "
    "partnership, joint venture or agency between them.",
    "Further Assurances": "Each party shall execute such further documents and do such further acts as may be "
    "necessary to carry out the intent of this Agreement.",
    "Jury Waiver": "Each party irrevocably waives any right to trial by jury in any action arising out of "
    "this Agreement.",
    "Successors And Assigns": "This Agreement shall be binding upon and inure to the benefit of the parties and their "
    "respective successors and permitted assigns.",
    "Taxes": "Customer shall pay all sales, use and value added taxes imposed on the services, "
    "excluding taxes based on Supplier's net income.",
}


@pytest.mark.parametrize("kind", SENTENCES)
def test_own_words_state_a_provision(model: ProvisionModel, kind: str) -> None:
    assert kind in {clause.type for clause in read(model, (None, SENTENCES[kind]))}


def test_forty_types_are_learned_and_none_is_one_of_cuad(model: ProvisionModel) -> None:
    learned = {kind.name for kind in model.types}
    assert len(learned) >= 40
    assert not (learned | {rule.name for rule in PROVISION_RULES}) & set(CUAD_CATEGORIES)


def test_a_sentence_of_another_clause_is_found_by_rule(model: ProvisionModel) -> None:
    sentence = "Buyer shall indemnify Seller against the costs of the wrong colour."
    found = read(model, ("Colour", f"The goods are painted as the list says. {sentence}"))
    [rule] = [rule for rule in PROVISION_RULES if rule.name == "Indemnification"]
    assert [clause.score for clause in found if clause.type == "Indemnification"] == [rule.precision]


def test_a_heading_that_the_words_bear_out_takes_the_whole_clause(model: ProvisionModel) -> None:
    [clause] = read(
        model,
        ("Force Majeure", "Force Majeure"),
        ("Force Majeure", SENTENCES["Force Majeure"]),
        ("Force Majeure", "The party concerned tells the other at once of what it can do about it."),
    )
    assert (clause.type, clause.score, clause.heading) == ("Force Majeure", model.confirmed, "Force Majeure")
    assert clause.text.endswith("what it can do about it.")


def test_a_heading_alone_counts_for_less(model: ProvisionModel) -> None:
    [clause] = read(model, ("Notices", "The mascot of the team wears its blue coat at every game of the season."))
    assert (clause.type, clause.score) == ("Notices", model.heading_alone)


def test_a_clause_under_another_heading_is_found_by_its_words(model: ProvisionModel) -> None:
    found = read(
        model,
        ("Miscellaneous", "The mascot of the team wears its blue coat at every game of the season."),
        ("Miscellaneous", SENTENCES["Severability"]),
    )
    assert {(clause.type, clause.text) for clause in found} == {("Severability", SENTENCES["Severability"])}


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Force Majeure", "Neither party is liable in cases of force majeure or acts of God ............ 17"),
        ("Interpretation of terms", '"Service Credits" means the service credits that a list of prices names.'),
        ("Mascot", "The mascot of the team wears its blue coat at every game of the season."),
    ],
    ids=["contents page", "a definition only names it", "nothing of the kind"],
)
def test_mention_is_no_provision(model: ProvisionModel, heading: str, sentence: str) -> None:
    assert not {clause.type for clause in read(model, (heading, sentence))} - {"Construction", "Definitions"}


def test_neighbouring_paragraphs_are_one_clause(model: ProvisionModel) -> None:
    words = SENTENCES["Indemnification"]
    found = read(model, (None, words), (None, words.replace("Supplier", "Buyer")))
    assert [clause.type for clause in found].count("Indemnification") == 1


def test_scores_are_probabilities(model: ProvisionModel) -> None:
    found = read(model, *((None, sentence) for sentence in SENTENCES.values()))
    assert all(0 < clause.score <= 1 for clause in found)


@pytest.mark.parametrize("word", ["not ", "price increase ", "sole and ", "personal ", "subcontract", '"', "(1) ", " "])
@pytest.mark.timeout(20)
def test_hostile_text_costs_linear_time(model: ProvisionModel, word: str) -> None:
    read(model, (word * 3, word * (40_000 // len(word)) + "x" * 50))


def test_no_model_folder_is_told(tmp_path: Path) -> None:
    from legalai.errors import ConfigError

    with pytest.raises(ConfigError, match="not a provision model"):
        ProvisionModel.load(tmp_path)


def test_the_types_named_are_those_looked_for() -> None:
    shipped = ProvisionModel.load(model_folder("provisions-en"))
    assert {kind.name for kind in shipped.types} | {rule.name for rule in PROVISION_RULES} == PROVISION_TYPES
