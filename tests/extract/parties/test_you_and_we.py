"""Terms in plain words: a company that is "we", and whoever is "you"."""

import pytest

from legalai.extract.parties.parties import find_parties
from tests.extract.passage_builder import passages_of


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (
            (
                "These are our terms. We are Fern Lane Limited, a company registered in England.",
                'In them "we", "us" and "our" mean that company, and "you" means the business that orders.',
            ),
            ["Fern Lane Limited", "you"],
        ),
        (
            ('"We", "us" and "our" refer to Tall Oaks Inc. The words "you" and "your" refer to the account holder.',),
            ["Tall Oaks Inc", "you"],
        ),
        (
            ('The service is run by Quay Street Software GmbH ("Quay", "we"). It is for its users ("you").',),
            ["Quay Street Software GmbH", "you"],
        ),
        # one of the two alone is no pair of parties, and people who only speak of themselves are none
        (("We are Fern Lane Limited, and these are our terms.",), []),
        (('We are happy that "you" means so much to us.',), []),
    ],
)
def test_the_parties_of_terms_in_plain_words(texts: tuple[str, ...], names: list[str]):
    passages = passages_of("TERMS OF SERVICE", *texts)
    found = find_parties(passages, ())
    assert [party.name.lower().rstrip(".") for party in found] == [name.lower() for name in names]
    if names:
        assert all(alias in party.aliases for party, alias in zip(found, ("we", "you"), strict=True))


def test_long_text_is_read_in_little_time():
    passages = passages_of('"we" ' * 5_000, "We are " * 5_000, 'Acme Limited ("we" ' * 2_000)
    assert find_parties(passages, ()) == ()
