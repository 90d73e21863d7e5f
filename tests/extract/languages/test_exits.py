"""Contracts without an end in another language: the next end that notice can bring about, and its last day."""

from datetime import date

import pytest

from legalai.schema import KeyDates
from tests.extract.languages.test_foreign import key_dates

HEADS = {
    "de": "DIENSTVERTRAG\nzwischen der Kranich GmbH und der Weidenhof AG\n§ 1 Laufzeit\n{}\nEs gilt deutsches Recht.",
    "fr": "CONTRAT\nEntre Mercier SAS et Quai Neuf SARL\nArticle 1 Durée\n{}\nLe contrat est soumis au droit français.",
    "it": "CONTRATTO\nTra Ponte S.r.l. e Riva S.p.A.\nArticolo 1 Durata\n{}\nÈ regolato dalla legge italiana.",
    "es": "CONTRATO\nEntre Puente S.L. y Ribera S.A.\nCláusula 1 Duración\n{}\nSe rige por la ley española.",
    "nl": "OVEREENKOMST\nTussen Brug B.V. en Oever N.V.\nArtikel 1 Duur\n{}\nNederlands recht is van toepassing.",
}


def read(language: str, text: str) -> KeyDates:
    return key_dates(HEADS[language].format(text), date(2027, 3, 1), language)


def clocks(found: KeyDates) -> list[tuple[str, str | None]]:
    return [(each.what, each.notice.period and each.notice.period.in_words) for each in found.clocks]


@pytest.mark.parametrize(
    ("language", "text", "end", "by"),
    [
        # German law: received before the first day of the notice begins (BGB ss. 187, 188).
        (
            "de",
            "Er wird auf unbestimmte Zeit geschlossen und kann mit einer Frist von drei Monaten zum Quartalsende "
            "gekündigt werden.",
            "2027-06-30",
            "2027-03-31",
        ),
        ("de", "Der Vertrag ist unbefristet. Kündigungsfrist: drei Monate zum Monatsende.", "2027-06-30", "2027-03-31"),
        (
            "de",
            "Er ist mit einer Frist von sechs Wochen zum Ende eines Kalendervierteljahres kündbar.",
            "2027-06-30",
            "2027-05-19",
        ),
        ("de", "Die Kündigungsfrist beträgt 6 Monate zum Jahresende.", "2027-12-31", "2027-06-30"),
        (
            "de",
            "Er läuft auf unbestimmte Zeit. Die Kündigungsfrist beträgt einen Monat zum Ende eines Kalendermonats, "
            "erstmals zum 31. Dezember 2027.",
            "2027-12-31",
            "2027-11-30",
        ),
        (
            "de",
            "Die Mindestlaufzeit beträgt 24 Monate ab dem 1. Januar 2026. Danach läuft er auf unbestimmte Zeit weiter "
            "und kann mit einer Frist von drei Monaten zum Quartalsende gekündigt werden.",
            "2027-12-31",
            "2027-09-30",
        ),
        (
            "fr",
            "Il est à durée indéterminée et résiliable avec un préavis de deux mois pour la fin d'un mois.",
            "2027-05-31",
            "2027-03-31",
        ),
        (
            "it",
            "È a tempo indeterminato. Ciascuna parte può recedere con un preavviso di tre mesi per la fine di ogni "
            "trimestre solare.",
            "2027-06-30",
            "2027-03-30",
        ),
        (
            "es",
            "Tiene duración indefinida. Las partes podrán resolverlo con un preaviso de un mes al final de cada mes.",
            "2027-04-30",
            "2027-03-30",
        ),
        (
            "nl",
            "Zij geldt voor onbepaalde tijd. De opzegtermijn bedraagt één maand tegen het einde van de maand.",
            "2027-04-30",
            "2027-03-30",
        ),
    ],
)
def test_the_next_end_and_the_last_day_for_it(language: str, text: str, end: str, by: str) -> None:
    found = read(language, text)
    assert (str(found.current_term_end), str(found.notice_deadline)) == (end, by)
    assert by in {str(clock.notice_by) for clock in found.clocks}


@pytest.mark.parametrize(
    ("text", "rights"),
    [
        ("Er ist unbefristet und mit einer Frist von drei Monaten jederzeit kündbar.", ["3 months"]),
        # More ends than are read, and a notice of each side.
        (
            "Er ist unbefristet und mit einer Frist von vier Wochen zum Zehnten oder zum Monatsende kündbar.",
            ["4 weeks"],
        ),
        (
            "Der Kunde kann mit einem Monat Frist zum Monatsende kündigen. Der Anbieter kann mit einer Frist von sechs "
            "Monaten zum Jahresende kündigen.",
            ["1 month", "6 months"],
        ),
        # For a reason, at the end of a term, to pay.
        ("Bei Verzug von zwei Monaten ist die fristlose Kündigung zum Monatsende zulässig.", []),
        ("Die Laufzeit beträgt zwei Jahre. Die Kündigungsfrist beträgt drei Monate zum Ende der Laufzeit.", []),
        ("Die Vergütung ist zum Monatsende mit einer Frist von 14 Tagen zu zahlen.", []),
    ],
)
def test_where_no_day_can_be_told_the_right_stands_without_one(text: str, rights: list[str]) -> None:
    found = read("de", text)
    assert found.notice_deadline is None
    assert clocks(found) == [("end the contract at will", notice) for notice in rights]
