"""What an edit adds and what stands: the contradicting words are cut, or the added words prevail over them."""

from time import perf_counter

import pytest

from legalai.advise.acting_for import take_side
from legalai.advise.contradictions import contradicted, prevailing, with_cuts
from legalai.advise.findings import Raised
from legalai.advise.points import Proposal, proposals
from legalai.advise.reading import Reading
from legalai.advise.triggering import Match
from legalai.playbook import AddSentence, Edit, MakeMutual, Position, ReplaceWords
from legalai.schema import Citation
from legalai.triggers import Trigger
from tests.advise.builders import contract_of, document_of, party

PARTIES = 'Northwind Analytics, Inc. ("Vendor") and Harbour Foods LLC ("Customer") agree.\n'


def reading(text: str) -> Reading:
    document = document_of(PARTIES + text)
    parties = (
        party(document.text, "Northwind Analytics, Inc.", "Vendor"),
        party(document.text, "Harbour Foods LLC", "Customer"),
    )
    contract = contract_of(document, parties=parties)
    return Reading(document, contract, take_side(contract, "Customer"))


def mended(text: str, clause: str, added: str) -> str:
    """The text with everything cut that stands against added words of one of its clauses."""
    opened = reading(text)
    start = opened.document.text.index(clause)
    found = contradicted(opened, opened.places.cite(start, start + len(clause)), [added])
    return with_cuts(opened.document.text, 0, found.cuts).removeprefix(PARTIES).rstrip("\n")


AT_RENEWAL = (
    "Any increase shall take effect only at the start of a renewal term, on at least ninety (90) days' written notice, "
    "and shall not exceed three percent (3%)."
)
RISE = (
    "Vendor may raise the Fees at each renewal, and once in every contract year, with notice at least 30 days before."
)
AUDIT = "An audit is made no more than once in twelve (12) months, on at least twenty (20) days' written notice."
OUTSIDE = "The limits in this Agreement do not apply to a party's fraud, gross negligence or wilful misconduct."


@pytest.mark.parametrize(
    ("clause", "after", "added", "expected"),
    [
        (
            RISE,
            " A rise is not subject to any limit.",
            AT_RENEWAL,
            "Vendor may raise the Fees at each renewal, with notice at least 90 days before.",
        ),
        (
            "Vendor may visit at any time, without notice, to count.",
            "",
            AUDIT,
            "Vendor may visit to count.",
        ),
        (
            "Vendor may audit at any time during the term on five (5) days' notice.",
            "",
            AUDIT,
            "Vendor may audit at any time during the term on twenty (20) days' notice.",
        ),
        (
            "Vendor may stop the Services if a bill is late.",
            " Subscription Fees continue to accrue meanwhile. Data stays.",
            "Vendor shall credit the Fees for that time.",
            "Vendor may stop the Services if a bill is late. Data stays.",
        ),
        (
            "Liability, including for gross negligence, wilful harm and loss of data, shall not exceed USD 5.",
            "",
            OUTSIDE,
            "Liability, including for loss of data, shall not exceed USD 5.",
        ),
        (
            "Liability, even for fraud, shall not exceed USD 5.",
            "",
            OUTSIDE,
            "Liability shall not exceed USD 5.",
        ),
        (
            "Customer shall indemnify Vendor for claims, including those due to the negligence of Vendor, in full.",
            "",
            "This holds only to the extent that Customer caused them.",
            "Customer shall indemnify Vendor for claims, in full.",
        ),
        (
            "Vendor shall own the Deliverables. Vendor owns its tools.",
            "",
            "Vendor hereby assigns to Customer all rights in what it makes.",
            "Customer shall own the Deliverables. Vendor owns its tools.",
        ),
        (
            "Customer grants a perpetual, irrevocable and assignable licence to use its data.",
            "",
            "Data is used only to provide the Services.",
            "Customer grants an assignable licence to use its data.",
        ),
        (
            "During the term and for two (2) years after it, Vendor shall not compete.",
            "",
            "The restriction ends with this Agreement.",
            "During the term, Vendor shall not compete.",
        ),
        (
            "Notice is given between 90 and 60 days before the end.",
            " A notice given earlier or later is void.",
            "A notice of non-renewal given earlier takes effect as if given on the first day.",
            "Notice is given between 90 and 60 days before the end. A notice given later is void.",
        ),
        (
            "Vendor may grow, including without limitation by merger, without limit.",
            "",
            "The fee shall not exceed USD 5.",
            "Vendor may grow, including without limitation by merger.",
        ),
        (
            "The courts of Ohio have exclusive jurisdiction, except that Vendor may bring a claim in any other court.",
            "",
            "Either party may, however, be sued only in the courts of the place where it has its principal office.",
            "The courts of the place where the defendant has its principal office have exclusive jurisdiction.",
        ),
        (
            "Claims shall be brought in the Superior Court for the County of Ash, at Vendor's election.",
            "",
            "Either party may be sued only in the courts of the place where it has its principal office.",
            "Claims shall be brought in the courts of the place where the defendant has its principal office.",
        ),
        (
            "VENDOR MAY AUDIT ON FIVE (5) DAYS' NOTICE.",
            "",
            AUDIT,
            "VENDOR MAY AUDIT ON TWENTY (20) DAYS' NOTICE.",
        ),
        (
            "Vendor may end this Agreement for convenience on 30 days' notice.",
            " Customer has no right to terminate for convenience. Fees paid are kept.",
            "either party",
            "Vendor may end this Agreement for convenience on 30 days' notice. Fees paid are kept.",
        ),
        (
            "Vendor may appoint any sub-processor without Customer's prior consent.",
            "",
            "Vendor shall not let it handle Customer Data if Customer objects on reasonable grounds.",
            "Vendor may appoint any sub-processor.",
        ),
        (
            "Vendor may engage subcontractors without prior notice to Customer.",
            "",
            "Vendor shall give Customer thirty (30) days' written notice of each new sub-processor.",
            "Vendor may engage subcontractors.",
        ),
        (
            "Vendor may suspend the Services at any time and without notice if it sees a breach.",
            "",
            "However, Vendor may do so only for sums unpaid after ten (10) days' warning.",
            "Vendor may suspend the Services if it sees a breach.",
        ),
        (
            "Vendor may raise the Fees by giving notice not less than 15 days before the renewal.",
            "",
            "Prices may rise no more than once in twelve (12) months, on at least ninety (90) days' written notice.",
            "Vendor may raise the Fees by giving notice not less than 90 days before the renewal.",
        ),
        # Words that only look alike stay.
        (
            "Vendor may end this Agreement if Customer is in breach.",
            " Customer may not terminate for convenience.",
            "either party",
            None,
        ),
        ("Vendor may do so on notice. Vendor may not use a sub-processor.", "", "Customer may do so only once.", None),
        ("Vendor may raise the Fees at any time on notice.", "", "Customer is told.", None),
        ("Vendor may end this at any time after March on 30 days' notice.", "", AUDIT[:60], None),
        ("The Customer may audit without notice.", "", "Vendor may end this Agreement on notice.", None),
    ],
)
def test_what_contradicts_is_cut(clause: str, after: str, added: str, expected: str | None) -> None:
    text = f"1.1 {clause}{after}\n"
    assert mended(text, clause, added) == (f"1.1 {expected}" if expected is not None else text.rstrip("\n"))


def test_the_name_of_one_party_in_a_heading_goes_where_both_get_the_right() -> None:
    text = "3.3 Termination by Vendor. Vendor may end this Agreement on notice.\n"
    assert mended(text, "Vendor may end this Agreement on notice.", "either party").startswith("3.3 Termination. ")


@pytest.mark.parametrize("text", [" ", "only ", "notice ", ", ", "not ", "A. ", "without "])
def test_no_text_makes_it_slow(text: str) -> None:
    hostile = text * (100_000 // len(text)) + "end."
    opened = reading(f"1.1 {hostile}\n")
    start = opened.document.text.index(hostile)
    cited = opened.places.cite(start, start + len(hostile))
    began = perf_counter()
    contradicted(opened, cited, [AT_RENEWAL, AUDIT, OUTSIDE, hostile])
    assert perf_counter() - began < 10


@pytest.mark.parametrize(
    ("clause", "elsewhere", "added", "beside", "expected"),
    [
        (
            "Customer shall not assign this Agreement.",
            "",
            "Customer may, without consent, assign this Agreement to an affiliate.",
            True,
            "Despite this, Customer may, without consent, assign this Agreement to an affiliate.",
        ),
        (
            'The goods are sold "as is".',
            "",
            "Vendor warrants that what it provides conforms to its description.",
            False,
            "Despite Section 5.1, Vendor warrants that what it provides conforms to its description.",
        ),
        (
            "Liability shall not exceed USD 5.",
            "5.2 See Section 5.1. The limits apply to every claim without exception.\n",
            OUTSIDE,
            False,
            "Despite Section 5.2, the" + OUTSIDE[3:],
        ),
        (
            "The liability of Customer under this Agreement is unlimited.",
            "",
            "The limits of Vendor's liability apply equally to the liability of Customer.",
            False,
            "Despite Section 5.1, the limits of Vendor's liability apply equally to the liability of Customer.",
        ),
        (
            "Vendor shall not be liable for loss of profits or loss of data.",
            "",
            "Vendor backs the data up and is liable for loss of and unauthorised access to it.",
            False,
            "Despite Section 5.1, Vendor backs the data up and is liable for loss of and unauthorised access to it.",
        ),
        (
            "Customer pays without set-off.",
            "",
            "However, Customer may withhold what it disputes.",
            True,
            "Despite this, Customer may withhold what it disputes.",
        ),
        (
            "Customer pays.",
            "",
            "Customer may withhold what it disputes.",
            True,
            "Customer may withhold what it disputes.",
        ),
        (
            "Customer pays without set-off.",
            "",
            "Customer may nevertheless withhold what it disputes.",
            True,
            "Customer may nevertheless withhold what it disputes.",
        ),
        (
            "When it ends, Vendor may keep Customer Data for as long as it likes.",
            "",
            "Vendor shall return or delete all data within thirty (30) days.",
            False,
            "Despite Section 5.1, Vendor shall return or delete all data within thirty (30) days.",
        ),
        (
            "Any action must be commenced within one year.",
            "",
            "A claim under this Agreement may be brought within two years.",
            False,
            "Despite Section 5.1, a claim under this Agreement may be brought within two years.",
        ),
        (
            "Vendor's total liability in a year is limited to the price paid.",
            "",
            "Vendor's total liability under this Agreement shall not exceed the fees of a year.",
            False,
            "Despite Section 5.1, Vendor's total liability under this Agreement shall not exceed the fees of a year.",
        ),
        (
            "Overdue sums carry interest of 2% a year.",
            "",
            "Sums not paid when due bear interest at the statutory rate.",
            False,
            "Despite Section 5.1, sums not paid when due bear interest at the statutory rate.",
        ),
    ],
)
def test_what_cannot_be_cut_is_prevailed_over(
    clause: str, elsewhere: str, added: str, beside: bool, expected: str
) -> None:
    opened = reading(f"5. Liability\n5.1 {clause}\n{elsewhere}6. General\n6.1 See Section 5.1.\n")
    start = opened.document.text.index(clause)
    cited = opened.places.cite(start, start + len(clause))
    over = contradicted(opened, cited, [added]).over
    assert prevailing(opened, added, cited, over, beside=beside) == expected


def raised(topic: str, cited: Citation, *, edits: tuple[Edit, ...] = (), wording: str | None = None) -> Raised:
    words = dict.fromkeys(("preferred", "fallback", "walk_away", "escalate_to", "ask", "rationale", "note"), "So.")
    position = Position(
        id=topic, title=topic, topic=topic, focus="liability", clause_type="Cap On Liability", priority=1,
        when=(Trigger.model_validate({"passage": ["liability"]}),), edits=edits, wording=wording, **words,
    )  # fmt: skip
    return Raised(id=topic, source=position, match=Match(subjects=(cited,)), citations=(cited,))


def proposed(text: str, clause: str, *wanted: tuple[tuple[Edit, ...], str | None]) -> list[Proposal]:
    opened = reading(text)
    start = opened.document.text.index(clause)
    cited = opened.places.cite(start, start + len(clause))
    found = [raised(f"t-{'abc'[at]}", cited, edits=edits, wording=said) for at, (edits, said) in enumerate(wanted)]
    return proposals(opened, found, [], lambda words: words)


CAP = "Liability, including for gross negligence and late delivery, shall not exceed the lesser of USD 5 and the fees."
GREATER = (ReplaceWords(op="words", find=("lesser of",), put="greater of"),)


def test_a_heading_that_loses_words_is_read_with_its_clause() -> None:
    clause = "Vendor may end this Agreement on notice."
    (found,) = proposed(f"3.3 Termination by Vendor. {clause}\n", clause, ((MakeMutual(op="mutual"),), None))
    assert found.citations[0].text == f"Termination by Vendor. {clause}"
    assert found.proposed_text == "Termination. Either party may end this Agreement on notice."


def test_a_new_clause_comes_with_the_cut_that_it_needs_beside_another_point_on_the_clause() -> None:
    first, second = proposed(f"5. Liability\n5.1 {CAP}\n", CAP, (GREATER, None), ((), OUTSIDE))
    assert first.proposed_text == CAP.replace("lesser", "greater")
    assert second.edit == "replace"
    assert second.citations[0].text == CAP
    assert second.proposed_text == f"{CAP.replace('gross negligence and ', '')}\n\n5.1A {OUTSIDE}"


def test_what_another_point_changes_is_not_cut_again() -> None:
    out = (ReplaceWords(op="words", find=("gross negligence and late delivery",), put="late delivery alone"),)
    first, second = proposed(f"5. Liability\n5.1 {CAP}\n", CAP, (out, None), ((), OUTSIDE))
    assert first.edit == "replace"
    assert (second.edit, second.proposed_text) == ("insert_after", f"5.1A {OUTSIDE}")


def test_a_clause_that_would_only_repeat_the_cut_is_not_added() -> None:
    bans = "During the term and for two (2) years after it, Vendor shall not compete."
    (found,) = proposed(f"8. Restraint\n8.1 {bans}\n", bans, ((), "The restriction ends with this Agreement."))
    assert (found.edit, found.proposed_text) == ("replace", "During the term, Vendor shall not compete.")


def test_the_sentence_after_the_clause_goes_with_its_edit() -> None:
    text = f"4. Fees\n4.3 {RISE} A rise is not subject to any limit. Taxes are extra.\n"
    (found,) = proposed(text, RISE, ((AddSentence(op="sentence", put=AT_RENEWAL),), None))
    assert found.citations[0].text == f"{RISE} A rise is not subject to any limit."
    kept = "Vendor may raise the Fees at each renewal, with notice at least 90 days before."
    assert found.proposed_text == f"{kept} {AT_RENEWAL}"
