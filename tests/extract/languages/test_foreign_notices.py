"""How notice is given in a contract in another language, by which hour, and who must remind of the renewal."""

from dataclasses import replace
from datetime import date

import pytest

from legalai.extract.dates.key_dates import find_key_dates
from legalai.extract.languages.foreign import Foreign
from legalai.extract.languages.lengths import find_lengths
from legalai.extract.languages.wordings import wordings_of
from legalai.extract.segmentation.sentences import find_passages
from legalai.schema import Clock, KeyDates
from tests.extract.builders import document_from_text

MADE = {
    "de": "VERTRAG\n"
    "zwischen der Kranich GmbH (nachfolgend „Auftraggeber“) und der Weidenhof AG (nachfolgend „Auftragnehmer“)\n"
    "§ 1 Der Vertrag beginnt am 1. März 2026 und hat eine Laufzeit von 24 Monaten. Er verlängert sich jeweils um"
    " weitere zwölf Monate, wenn er nicht mit einer Frist von drei Monaten zum Ende der Laufzeit gekündigt wird.\n",
    "fr": "CONTRAT\n"
    "Entre Mercier SAS, ci-après dénommée « le Client », et Quai Neuf SARL, ci-après dénommée « le Prestataire ».\n"
    "Article 2 - Durée. Le contrat est conclu pour une durée de trois ans à compter du 1er avril 2026. Il est"
    " renouvelable par tacite reconduction par périodes d’un an, sauf dénonciation avec un préavis de trois mois"
    " avant l’échéance.\n",
    "es": "CONTRATO\n"
    "De una parte, Talleres Robles, S.L. (en adelante, el «Cliente») y de otra, Datos del Sur, S.A. (en adelante,"
    " el «Proveedor»).\n"
    "Duración. El contrato tendrá una duración de dos años a contar desde el 1 de mayo de 2026. Se prorrogará"
    " automáticamente por períodos de un año, salvo preaviso de dos meses antes de su vencimiento.\n",
    "nl": "OVEREENKOMST\n"
    "Tussen De Vries B.V. (hierna: “Opdrachtgever”) en Jansen IT B.V. (hierna: “Opdrachtnemer”).\n"
    "Duur. Deze overeenkomst wordt aangegaan voor de duur van twee jaar, ingaande op 1 juli 2026. Zij wordt telkens"
    " stilzwijgend verlengd met een jaar, tenzij een partij uiterlijk drie maanden voor het einde opzegt.\n",
    "it": "CONTRATTO\n"
    "Tra Po S.r.l. (di seguito il “Cliente”) e Adige S.p.A. (di seguito il “Fornitore”).\n"
    "Durata. Il contratto decorre dal 1 gennaio 2026 e scade il 31 dicembre 2027. Si rinnova tacitamente di anno in"
    " anno salvo disdetta da comunicare almeno sei mesi prima della scadenza.\n",
    "da": "AFTALE\n"
    "mellem Bøg A/S (”Kunden”) og Eg A/S (”Leverandøren”).\n"
    "Aftalen gælder fra den 1. juli 2026 til den 30. juni 2028. Den forlænges automatisk med et år ad gangen,"
    " medmindre den opsiges med tre måneders varsel til udløb.\n",
}


def read(language: str, said: str) -> KeyDates:
    document = document_from_text(MADE[language] + said + "\n")
    document = replace(document, facts=replace(document.facts, language=language))
    passages = find_passages(document)
    foreign = Foreign.of(document, passages)
    assert foreign is not None
    return find_key_dates(
        passages, (), parties=foreign.parties(), defined_terms=(), governing_law=None, as_of=date(2026, 11, 21),
        foreign=foreign,
    )  # fmt: skip


def stop(found: KeyDates) -> Clock:
    (clock,) = [each for each in found.clocks if each.what == "stop automatic renewal"]
    return clock


@pytest.mark.parametrize(
    ("language", "said", "form", "not_by"),
    [
        ("de", "Die Kündigung bedarf der Schriftform; eine Kündigung per E-Mail ist ausgeschlossen.",
         "in writing", "by e-mail"),
        ("de", "Kündigungen sind unwirksam, wenn sie nicht per Einschreiben erfolgen.",
         "by registered or certified mail", None),
        ("fr", "Les notifications se font par lettre recommandée. Une notification par courriel n’est pas valable.",
         "by registered or certified mail", "by e-mail"),
        ("es", "Las notificaciones se harán por escrito mediante burofax. No se admitirán notificaciones por fax.",
         "in writing, by registered or certified mail", "by fax"),
        ("nl", "Opzegging geschiedt schriftelijk, niet per e-mail maar via het klantportaal.",
         "in writing, through a portal", "by e-mail"),
        ("it", "La disdetta via PEC non è ammessa; occorre la raccomandata.",
         "by registered or certified mail", "by certified e-mail"),
        ("da", "Opsigelse skal ske skriftligt. Opsigelse kan ikke ske pr. e-mail.", "in writing", "by e-mail"),
    ],
)  # fmt: skip
def test_the_form_of_notice(language: str, said: str, form: str, not_by: str | None) -> None:
    notice = stop(read(language, said)).notice
    assert (notice.form, notice.not_by) == (form, not_by)


@pytest.mark.parametrize(
    ("language", "said", "hour"),
    [
        ("de", "Kündigungen müssen bis 12:00 Uhr eingehen.", "by 12:00 Uhr"),
        ("de", "Mitteilungen, die nach 17 Uhr eingehen, gelten am nächsten Werktag als zugegangen.",
         "not after 17 Uhr"),
        ("fr", "Toute notification doit être reçue avant 18 heures.", "by 18 heures"),
        ("es", "Las notificaciones deberán recibirse antes de las 14:00 horas.", "by 14:00 horas"),
    ],
)  # fmt: skip
def test_the_hour_of_receipt_and_no_day_to_send_by(language: str, said: str, hour: str) -> None:
    clock = stop(read(language, said))
    assert clock.notice.hour is not None
    assert clock.notice.hour.startswith(f"{hour} (whose time is not told)")
    assert (clock.notice_by is not None, clock.send_by) == (True, None)


@pytest.mark.parametrize(
    ("language", "said", "by"),
    [
        ("de", "Der Auftragnehmer weist den Auftraggeber fünf Monate vor Ablauf auf die Verlängerung hin.",
         "Contractor"),
        ("fr", "Le Prestataire rappelle au Client la reconduction quatre mois avant l’échéance.", "Service Provider"),
        ("nl", "Opdrachtnemer zal Opdrachtgever vier maanden voor het einde herinneren aan de verlenging.",
         "Contractor"),
        ("de", "Der Auftraggeber wird vom Auftragnehmer fünf Monate vor Ablauf an die Verlängerung erinnert.",
         "Contractor"),
    ],
)  # fmt: skip
def test_a_duty_to_remind_is_a_clock_of_its_own(language: str, said: str, by: str) -> None:
    found = read(language, said)
    (reminder,) = [each for each in found.clocks if each.what.startswith("remind")]
    assert reminder.party == by
    assert reminder.notice_by is not None
    assert found.notice_deadline is not None
    assert reminder.notice_by < found.notice_deadline


def test_telling_of_its_own_decision_is_no_reminder():
    found = read("fr", "Le Client informe le Prestataire de sa décision de ne pas reconduire le contrat.")
    assert not [each for each in found.clocks if each.what.startswith("remind")]


def test_where_notices_go():
    said = "Kündigungen sind an die Kranich GmbH, Kieler Straße 1, 22525 Hamburg zu richten."
    assert stop(read("de", said)).notice.address == "Kranich GmbH, Kieler Straße 1, 22525 Hamburg"


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("de", "Der Vertrag läuft für anderthalb Jahre.", 18),
        ("de", "Er verlängert sich um ein halbes Jahr.", 6),
        ("fr", "pour une durée d’un an et demi", 18),
        ("fr", "dénonciation un trimestre avant l’échéance", 3),
        ("es", "una duración de dos años y medio", 30),
        ("it", "per un anno e mezzo", 18),
        ("nl", "voor de duur van anderhalf jaar", 18),
        ("pt", "pelo prazo de um ano e meio", 18),
        ("pl", "na okres półtora roku", 18),
        ("sv", "ett halvt år", 6),
        ("da", "halvandet år", 18),
    ],
)
def test_halves(language: str, text: str, months: float) -> None:
    wordings = wordings_of(language)
    assert wordings is not None
    (found,) = find_lengths(text, wordings)
    assert found.period.amount * (12 if found.period.unit == "year" else 1) == months


@pytest.mark.parametrize(
    ("language", "text", "size"),
    [
        ("de", "eine Laufzeit von drei Monaten und fünfzehn Tagen", (3, "month", 15)),
        ("de", "für ein Jahr und sechs Monate", (18, "month", 0)),
        ("fr", "pour une durée de deux mois et quinze jours", (2, "month", 15)),
        ("it", "per un periodo di due mesi e due settimane", (2, "month", 14)),
        ("es", "una duración de un año y tres meses", (15, "month", 0)),
        ("nl", "voor de duur van een jaar en tien dagen", (1, "year", 10)),
    ],
)
def test_months_with_days_beside_them_are_one_length(language: str, text: str, size: tuple[float, str, int]) -> None:
    wordings = wordings_of(language)
    assert wordings is not None
    assert [each.period.size for each in find_lengths(text, wordings)] == [size]


def test_a_length_with_a_number_that_is_not_known_is_not_told_in_part() -> None:
    wordings = wordings_of("de")
    assert wordings is not None
    assert list(find_lengths("drei Monate und siebenundzwanzig Tage", wordings)) == []
