"""German contracts: renewals in the order of words that German has, half months, ends that an amendment moves."""

from datetime import date

import pytest

from legalai.schema import KeyDates
from tests.extract.languages.test_foreign import key_dates

PAPER = "DIENSTVERTRAG\nzwischen der Kranich GmbH und der Weidenhof AG\n§ 1 Laufzeit\n{}\nEs gilt deutsches Recht."
AMENDMENT = (
    "NACHTRAG NR. 2 ZUM DIENSTVERTRAG\nzwischen der Kranich GmbH und der Weidenhof AG\n1. {}\n"
    "Im Übrigen bleibt der Vertrag unverändert.\nMainz, den 3. März 2026"
)


def read(text: str, paper: str = PAPER) -> KeyDates:
    return key_dates(paper.format(text), date(2026, 11, 1), "de")


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "Danach verlängert er sich um jeweils ein Jahr, sofern er nicht drei Monate vor Ablauf gekündigt wird.",
            "1 year",
        ),
        (
            "Anschließend verlängert der Vertrag sich um 12 Monate, wenn nicht mit einer Frist von "
            "drei Monaten gekündigt wird.",
            "12 months",
        ),
        ("Wird er nicht drei Monate vor Ablauf gekündigt, verlängert er sich um weitere 12 Monate.", "12 months"),
        (
            "Hiernach erneuert er sich um ein Jahr, wenn er nicht mit einer Frist von drei Monaten gekündigt wird.",
            "1 year",
        ),
        (
            "Sodann verlängert sich dieser Vertrag um jeweils zwei Jahre, falls nicht drei Monate vor dem "
            "Ende gekündigt wird.",
            "2 years",
        ),
    ],
)
def test_renewals(text: str, term: str):
    found = read(f"Der Vertrag beginnt am 1. März 2025 und läuft für zwei Jahre. {text}")
    assert found.renewal.term is not None
    assert found.notice_period is not None
    told = (found.renewal.kind, found.renewal.term.in_words, found.notice_period.in_words, str(found.notice_deadline))
    assert told == ("automatic", term, "3 months", "2026-11-30")


def test_no_renewal():
    found = read("Der Vertrag beginnt am 1. März 2025 und läuft für zwei Jahre. Danach verlängert er sich nicht.")
    assert found.renewal.kind == "none"


@pytest.mark.parametrize(
    ("length", "end"),
    [
        ("sechseinhalb Monaten", "2027-04-15"),
        ("anderthalb Monaten", "2026-11-15"),
        ("einem halben Monat", "2026-10-15"),
        ("einem halben Jahr", "2027-03-31"),
    ],
)
def test_half_a_month_is_fifteen_days_counted_last(length: str, end: str):
    found = key_dates(
        PAPER.format(f"Der Vertrag beginnt am 1. Oktober 2026 und hat eine Laufzeit von {length}."),
        date(2026, 10, 2),
        "de",
    )
    assert str(found.expiration_date.value) == end


def test_notice_of_half_a_month_is_none_of_a_month():
    text = (
        "Er läuft auf unbestimmte Zeit und kann mit einer Frist von einem halben Monat zum Monatsende gekündigt werden."
    )
    assert str(read(text).notice_deadline) == "2026-11-15"


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Die Laufzeit des Vertrages wird bis zum 31. Dezember 2028 verlängert.", "2028-12-31"),
        ("§ 2 Abs. 1 wird wie folgt neu gefasst: „Der Vertrag endet am 30. Juni 2029.“", "2029-06-30"),
        ("Abweichend von § 2 endet der Vertrag nunmehr am 30. September 2027.", "2027-09-30"),
        ("Das Vertragsende wird vom 31. März 2026 auf den 31. März 2028 verschoben.", "2028-03-31"),
        (
            "Der Dienstvertrag vom 1. April 2023 mit einer Laufzeit bis zum 31. März 2026 wird bis zum 31. März 2029 "
            "fortgesetzt.",
            "2029-03-31",
        ),
        ("Die Parteien vereinbaren, den Vertrag bis zum 31. Juli 2028 fortzusetzen.", "2028-07-31"),
        ("Hiermit wird das Mietverhältnis bis zum 30. November 2027 verlängert.", "2027-11-30"),
        ("Die Parteien verlängern den Vertrag vom 2. Mai 2022 bis zum Ablauf des 30. April 2029.", "2029-04-30"),
    ],
)
def test_an_amendment_moves_the_end(text: str, end: str):
    assert str(read(text, AMENDMENT).expiration_date.value) == end


@pytest.mark.parametrize(
    "text",
    [
        "Die Frist zur Abnahme wird bis zum 31. Mai 2026 verlängert.",
        "Die Zahlungsfrist für die Rechnung vom 2. Februar 2026 wird auf den 15. April 2026 verschoben.",
        "Abweichend von § 4 liefert die Weidenhof AG bis zum 30. April 2026.",
    ],
)
def test_other_days_that_are_moved_are_no_end(text: str):
    assert read(text, AMENDMENT).expiration_date.value is None
