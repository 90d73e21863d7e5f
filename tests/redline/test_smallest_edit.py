import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legalai.redline.smallest_edit import smallest_edits
from legalai.redline.style import in_style


def marked(old: str, new: str) -> str:
    """The old text with edits shown as [-gone-] and {+come+}."""
    shown, position = "", 0
    for edit in smallest_edits(old, new):
        shown += old[position : edit.start]
        shown += f"[-{old[edit.start : edit.end]}-]" if edit.end > edit.start else ""
        shown += f"{{+{edit.new}+}}" if edit.new else ""
        position = edit.end
    return shown + old[position:]


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        # a number goes with the figures in brackets after it
        ("within three (3) months of", "within twelve (12) months of", "within [-three (3)-]{+twelve (12)+} months of"),
        # words, not letters
        ("shall not exceed", "shall never exceed", "shall [-not-]{+never+} exceed"),
        ("Supplier's fees", "Suppliers' fees", "[-Supplier's-]{+Suppliers'+} fees"),
        ("the sum of £1,000.50 a year", "the sum of £2,000.50 a year", "the sum of [-£1,000.50-]{+£2,000.50+} a year"),
        ("at 5% over base", "at 8% over base", "at [-5%-]{+8%+} over base"),
        # a sentence put at the end leaves the rest alone
        ("It ends in May.", "It ends in May. It then renews.", "It ends in May.{+ It then renews.+}"),
        # words put in
        ("fees paid by Client", "fees paid and payable by Client", "fees paid {+and payable +}by Client"),
        # changes fewer than three words apart are one
        ("either of the six months", "each of the ten months", "[-either of the six-]{+each of the ten+} months"),
        # three words apart they are two
        (
            "the lesser of what was paid in six months",
            "the greater of what was paid in twelve months",
            "the [-lesser-]{+greater+} of what was paid in [-six-]{+twelve+} months",
        ),
        # the contract's own quotes, apostrophes and spaces stay
        ("the “Cap” is Client’s", 'the "Cap" is Client\'s own', "the “Cap” is Client’s{+ own+}"),
        ("thirty\u00a0(30) days", "thirty (30) days", "thirty\u00a0(30) days"),
        # so little is kept that it reads better as one
        ("a b c d e f g h i j", "k b l m n o f p q r s", "[-a b c d e f g h i j-]{+k b l m n o f p q r s+}"),
        ("same words", "same words", "same words"),
        ("all of it", "", "[-all of it-]"),
        ("", "all of it", "{+all of it+}"),
    ],
)
def test_the_fewest_words_change(old: str, new: str, wanted: str) -> None:
    assert marked(old, new) == wanted


WORDS = st.lists(
    st.sampled_from("the of fees (3) three £5 “Cap” cap, cap. _ 1.2 Client's ’ \n".split(" ")), max_size=30
)


@given(WORDS, WORDS)
def test_edits_make_the_new_text(old: list[str], new: list[str]) -> None:
    before, after = " ".join(old), " ".join(new)
    text, position = "", 0
    for edit in smallest_edits(before, after):
        assert edit.start >= position
        text += before[position : edit.start] + edit.new
        position = edit.end
    text += before[position:]
    same = str.maketrans("’“”", '\'""')
    assert " ".join(text.translate(same).split()) == " ".join(after.translate(same).split())


@pytest.mark.parametrize("unit", ["a ", "( ", "(3) ", "a", "£", "1.1", " ", "-"])
def test_hostile_lengths_take_no_time(unit: str) -> None:
    started = time.monotonic()
    smallest_edits(unit * 100_000, unit * 60_000 + "x")
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("new", "contract", "wanted"),
    [
        ("the Client's \"Fees\"", "the “Cap” is Client’s", "the Client’s “Fees”"),
        ("the Client’s “Fees”", "the \"Cap\" is Client's", "the Client's \"Fees\""),
        ("Supplier shall pay. Shall it?", "It will. It will. It will. It will. It will. It will.",
         "Supplier will pay. Will it?"),
        ("Supplier shall pay.", "It shall. It will.", "Supplier shall pay."),
        ("Wilful acts, SUBLICENCES and a recognised licence.", "Willful acts. A license.",
         "Willful acts, SUBLICENSES and a recognized license."),
        ("A wilful act under licence.", "It may license a licence. A licence.", "A wilful act under licence."),
        ("A de minimis claim.", "A license.", "A de minimis claim."),
    ],
)  # fmt: skip
def test_new_words_follow_the_contract(new: str, contract: str, wanted: str) -> None:
    assert in_style(new, contract) == wanted
