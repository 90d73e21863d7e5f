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
