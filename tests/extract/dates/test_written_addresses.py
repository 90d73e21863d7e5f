"""Addresses that a clause on notices writes out in its sentence."""

import pytest

from tests.extract.dates.test_notice_form import form_of


@pytest.mark.parametrize(
    ("said", "where"),
    [
        ("Notices shall be sent by registered mail to 4 Dock Street, Newark.", "4 Dock Street, Newark"),
        ("Notices must be sent by e-mail to legal@firm.example.", "legal@firm.example"),
        ("Written notices must be mailed to P.O. Box 12, Reno, NV 89501.", "P.O. Box 12, Reno, NV 89501"),
        ("Notices may be given by hand at 12 High Street, London EC1A 1AA.", "12 High Street, London EC1A 1AA"),
        ("Notices shall be sent by courier. Invoices are mailed to 4 Dock Street, Newark.", None),
        ("Notices from Buyer must be sent by courier to 4 Dock Street, Newark.", None),
        ("Notices shall be sent by courier, with a copy sent to 4 Dock Street, Newark.", None),
        ("Notices shall be sent by courier to 4 Dock Street, Newark or by mail to 9 Elm Road, Albany.", None),
    ],
)
def test_an_address_for_all_notices(said: str, where: str | None) -> None:
    assert form_of(said).anywhere == where


@pytest.mark.parametrize(
    ("said", "addresses"),
    [
        (
            "Notices shall be sent by mail to the Buyer at 4 Dock Street, Hull HU1 1AA, marked for its secretary,"
            " and to the Supplier at Lindenstrasse 5, 20095 Hamburg, and are then received.",
            {"Buyer": "4 Dock Street, Hull HU1 1AA", "Supplier": "Lindenstrasse 5, 20095 Hamburg"},
        ),
        (
            "Notices are sent to the Supplier by e-mail to a@fen.example and to the Buyer by post to 4 Elm Road, Hull.",
            {"Supplier": "a@fen.example", "Buyer": "4 Elm Road, Hull"},
        ),
        ("The Buyer's address for notices is 4 Dock Street, Hull.", {"Buyer": "4 Dock Street, Hull"}),
        ("Supplier's notice address: Lindenstrasse 5, 20095 Hamburg", {"Supplier": "Lindenstrasse 5, 20095 Hamburg"}),
        ("Notices to the Buyer at least 30 days before the end shall be in writing.", {}),
        ("The Buyer may give notice in writing to the Supplier at any time in the 12 months after 1 May 2025.", {}),
    ],
)
def test_addresses_that_stand_beside_the_names_of_the_parties(said: str, addresses: dict[str, str]) -> None:
    assert dict(form_of("Notices shall be in writing.", said).addresses) == addresses
