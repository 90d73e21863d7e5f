"""The words of rules and positions with a contract's names put in."""

import pytest

from legalai.drafting.templates import Templates
from legalai.resources import pack_folders


@pytest.mark.parametrize(
    ("source", "us", "written"),
    [
        ("Only {{ us }}'s liability is limited.", "you", "Only your liability is limited."),
        ("{{ us }}’s fees rise.", "We", "Our fees rise."),
        ("{{ us }}'s fees rise.", "Quillstone", "Quillstone's fees rise."),
    ],
)
def test_a_party_called_you_or_we_owns_in_english(source: str, us: str, written: str) -> None:
    assert Templates(pack_folders()).words(source, {"us": us}, where="here") == written
