"""Contracts in other languages: parties with their roles, law, courts, days, term, renewal and notice."""

import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from legalai.extract.assemble import assemble
from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.facts import ContractFacts
from legalai.extract.languages import wordings
from legalai.extract.languages.foreign import Foreign
from legalai.extract.languages.wordings import wordings_of
from legalai.extract.segmentation.sentences import find_passages
from legalai.ingest.language import language_of
from legalai.schema import Document, KeyDates, Period
from tests.extract.builders import document_from_text

LANGUAGES = sorted(path.stem for path in Path(wordings.__file__).parent.glob("*.toml"))
GERMAN = (
    "DIENSTLEISTUNGSVERTRAG\n"
    "zwischen der Kranich Maschinenbau GmbH, Industriestraße 5, 70565 Stuttgart (nachfolgend „Auftraggeber“) und der"
    " Weidenhof AG, vertreten durch Herrn Ulrich Sommer, 80331 München (nachfolgend „Auftragnehmer“)\n"
    "§ 1 Laufzeit\n"
    "Der Vertrag beginnt am 1. März 2026 und hat eine Laufzeit von 24 Monaten. Er verlängert sich jeweils um weitere"
    " zwölf Monate, wenn er nicht mit einer Frist von drei Monaten zum Ende der Laufzeit gekündigt wird.\n"
    "§ 2 Schluss\n"
    "Es gilt deutsches Recht. Gerichtsstand für alle Streitigkeiten ist Frankfurt am Main.\n"
    "München, den 15. Februar 2026\n"
)
LEASE = (
    "Mietvertrag\n"
    "Zwischen\n"
    "Hafenblick Immobilien GmbH & Co. KG, Kieler Straße 1, 22525 Hamburg\n"
    "- nachfolgend Vermieterin genannt -\n"
    "und\n"
    "Frau Sabine Hoffmann, Elbchaussee 100, 22763 Hamburg\n"
    "- nachfolgend Mieterin genannt -\n"
    "§ 2 Mietzeit\n"
    "Das Mietverhältnis beginnt am 01.04.2026 und endet am 31.03.2031. Es verlängert sich um jeweils ein Jahr, sofern"
    " es nicht spätestens sechs Monate vor Ablauf der Mietzeit gekündigt wird. Die Miete ist bis zum dritten Werktag"
    " fällig.\n"
    "Hamburg, 20.02.2026\n"
)
FRENCH = (
    "CONTRAT DE PRESTATION DE SERVICES\n"
    "Entre la société Mercier Logistique SAS, au capital de 50 000 euros, représentée par Madame Anne Roussel, ci-après"
    " dénommée « le Client », et la société Quai Neuf, SARL, à Lyon, ci-après dénommée « le Prestataire ».\n"
    "Article 2 - Durée. Le présent contrat est conclu pour une durée de trois (3) ans à compter du 1er avril 2026."
    " Il est renouvelable par tacite reconduction par périodes d’un an, sauf dénonciation avec un préavis de trois"
    " mois avant l’échéance.\n"
    "Article 3 - Le présent contrat est régi par le droit belge. Tout litige relève de la compétence du Tribunal de"
    " commerce de Liège.\n"
    "Fait à Paris, le 12 mars 2026, en deux exemplaires.\n"
)


def in_language(text: str, language: str | None = None) -> Document:
    document = document_from_text(text)
    return replace(document, facts=replace(document.facts, language=language or language_of(text)))


def foreign(text: str) -> Foreign:
    document = in_language(text)
    found = Foreign.of(document, find_passages(document))
    assert found is not None
    return found


def key_dates(text: str, as_of: date = date(2026, 6, 1), language: str | None = None) -> KeyDates:
    document = in_language(text, language)
    passages = find_passages(document)
    said = Foreign.of(document, passages)
    law = said.governing_law() if said else None
    return find_key_dates(
        passages, (), parties=(), defined_terms=(), governing_law=law, as_of=as_of, foreign=said
    )  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_pattern_of_a_language_compiles(language: str) -> None:
    said = wordings_of(language)
    assert said is not None
    assert said.period.search("") is None
    for name in type(said).model_fields:
        if isinstance(getattr(said, name), tuple) and name not in {"forum", "leading"}:
            assert said.any_of(name).search("") is None, f"{name} of {language} holds without a word"
    assert said.courts("") is None


def test_english_and_unknown_languages_have_no_wordings() -> None:
    assert wordings_of("en") is wordings_of("und") is wordings_of(None) is wordings_of("../de") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            GERMAN,
            [
                ("Kranich Maschinenbau GmbH", "Customer", "Auftraggeber"),
                ("Weidenhof AG", "Contractor", "Auftragnehmer"),
            ],
        ),
        (
            LEASE,
            [
                ("Hafenblick Immobilien GmbH & Co. KG", "Landlord", "Vermieterin"),
                ("Sabine Hoffmann", "Tenant", "Mieterin"),
            ],
        ),
        (
            FRENCH,
            [("Mercier Logistique SAS", "Client", "Client"), ("Quai Neuf, SARL", "Service Provider", "Prestataire")],
        ),
    ],
)
def test_parties_with_what_they_are_called(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = foreign(text).parties()
    assert [(each.name, each.role, *each.aliases) for each in found] == expected
    assert all(text[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    ("text", "law", "courts"),
    [(GERMAN, "de", "Frankfurt am Main"), (FRENCH, "be", "Liège")],
)
def test_law_and_courts(text: str, law: str, courts: str) -> None:
    said = foreign(text)
    chosen, forum = said.governing_law(), said.forum()
    assert chosen is not None
    assert (chosen.value, text[chosen.start : chosen.end]) == (law, chosen.text)
    assert forum is not None
    assert (forum.name, forum.kind) == (courts, "court")


@pytest.mark.parametrize(
    ("text", "days", "renewal", "notice", "deadline"),
    [
        # Three months to the end on the last of February: in hand on the last of November (BGB ss. 187, 188).
        (GERMAN, "2026-02-15 2026-03-01 2028-02-29", Period(amount=12, unit="month"), 3, "2027-11-30"),
        (LEASE, "2026-02-20 2026-04-01 2031-03-31", Period(amount=1, unit="year"), 6, "2030-09-30"),
        (FRENCH, "2026-03-12 2026-04-01 2029-04-01", Period(amount=1, unit="year"), 3, "2028-12-31"),
    ],
)
def test_the_life_of_a_contract(text: str, days: str, renewal: Period, notice: int, deadline: str) -> None:
    found = key_dates(text)
    told = (found.agreement_date, found.effective_date, found.expiration_date)
    assert " ".join(str(each.value) for each in told) == days
    assert (found.renewal.kind, found.renewal.term) == ("automatic", renewal)
    period = found.notice_period
    assert period is not None
    assert (period.amount, period.unit, text[period.start : period.end]) == (notice, "month", period.text)
    assert str(found.notice_deadline) == deadline


def test_a_contract_without_an_end_has_no_renewal() -> None:
    found = key_dates(LEASE.replace("endet am 31.03.2031. Es verlängert sich", "läuft auf unbestimmte Zeit. Er zahlt"))
    assert (found.expiration_date.value, found.renewal.kind) == ("perpetual", "none")


def test_what_excludes_a_renewal_is_not_one() -> None:
    found = key_dates(FRENCH.replace("Il est renouvelable par tacite", "Il prend fin sans tacite"))
    assert found.renewal.kind == "none"


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_text_takes_linear_time(language: str) -> None:
    units = ("A ", "verlängert sich ", "trois (3) ", "tribunal de ", "Gerichtsstand ist ", "Abc Def ", "1. März 2026 ")
    text = "\n".join([GERMAN, *(unit * (20_000 // len(unit)) for unit in units)])
    document = in_language(text, language)
    started = time.perf_counter()
    said = Foreign.of(document, find_passages(document))
    assert said is not None
    said.parties(), said.governing_law(), said.forum(), said.agreement_date()
    assert time.perf_counter() - started < 20


@pytest.mark.parametrize(
    ("text", "measured"), [(GERMAN, False), ("The Supplier shall pay the fees to the Buyer. " * 9, True)]
)
def test_what_is_overlooked_in_english_says_nothing_of_other_languages(text: str, measured: bool) -> None:
    document = in_language(text)
    passages = find_passages(document)
    facts = ContractFacts(document=document, passages=passages, as_of=date(2026, 6, 1))
    facts.key_dates, facts.miss_rates = key_dates(text), {"Insurance": 0.2}
    missing = {each.type: each.miss_rate for each in assemble(facts).not_found}
    assert missing["Insurance"] == (0.2 if measured else None)
