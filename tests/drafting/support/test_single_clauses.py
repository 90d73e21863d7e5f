"""One clause, one sentence about it: what says more, less or something else is refused, a fair paraphrase is kept."""

import pytest

from legalai.drafting.grounding import ground
from legalai.drafting.reply import Drafted
from legalai.drafting.sources import Sources
from legalai.drafting.support.given import Given
from legalai.drafting.support.parties import Named
from legalai.schema import Citation
from tests.advise.builders import document_of

PARTIES = (
    Named(("Wren Optics Ltd", "Maker")),
    Named(("Dunlin Retail plc", "Dealer")),
    Named(("Werkbau GmbH", "Auftragnehmer")),
    Named(("Stadt Hollern", "Auftraggeber")),
)
GIVEN = Given(parties=PARTIES, terms=("Restricted Goods", "Region"))

EXCEPT = "Maker may assign its rights to a bank without the consent of Dealer, other than to a rival of Dealer."
SHARES = "Dealer shall not transfer shares without the consent of Maker, except for transfers on death."
STOCK = "Maker shall buy back all unsold stock at 80% of the price, other than stock past its shelf life."
TARGET = (
    "Dealer shall buy goods worth at least $9,000 in each year; if it fails to do so, Maker may end the appointment."
)
PRICES = "Maker may change its prices no more than once in any year, on ninety days' notice."
BAN = "For eighteen months thereafter Dealer shall not sell Restricted Goods in the Region."
CHOICE = "At the choice of Maker, Dealer shall return or destroy the samples at Dealer's own cost."
NOTICE = "Dealer may sub-let, provided that it gives thirty days' notice."
WARRANTY = "Maker warrants the goods for twenty-four months from delivery."
FEE = "Dealer shall pay a fee of £500 on or before 3 May 2027, which is not refundable."
SECURITY = "Maker shall ensure that stock is at least 100 units and that its debt does not exceed £4,000."
PATENT = "Maker shall indemnify Dealer against claims that the goods infringe copyright."
RIGHTS = "All designs made by Dealer belong to Maker. Maker shall give Dealer a non-exclusive licence of them."
SUSPEND = (
    "Maker may stop deliveries if it believes that Dealer is insolvent, or if any invoice is more than ten days late."
)
LIMIT = "Liability is limited to £9,000, but the limit does not apply to fraud."
RECORDS = "Dealer shall keep records and shall allow Maker to inspect them on ten days' notice."
DEPOSIT = "Dealer pays a deposit and a fee of £90, none of which is refundable."
BOTH = "The plan shall not be changed unless both Maker and Dealer have agreed."
ZAHLUNG = "Der Auftraggeber zahlt jede Rechnung innerhalb von dreißig (30) Tagen nach Zugang."
HAFTUNG = "Die Haftung des Auftragnehmers ist auf 250.000 EUR begrenzt, außer bei Vorsatz."
ABTRETUNG = "Der Auftragnehmer darf die Forderung nicht ohne Zustimmung des Auftraggebers abtreten."
CESSION = "Le Prestataire ne peut céder le contrat sans l'accord écrit du Client."
PLAFOND = "La responsabilité du Prestataire est limitée à 80 000 euros par sinistre, sauf faute lourde."

REFUSED = [
    (EXCEPT, "Maker may assign its rights to a bank without Dealer's consent.", "one of two exceptions dropped"),
    (SHARES, "Dealer shall not transfer shares without the consent of Maker.", "exception behind a consent"),
    (SHARES, "Dealer shall not transfer shares without Maker's consent, except to subsidiaries.", "exception invented"),
    (STOCK, "Maker shall buy back unsold stock at 80% of the price, including stock past its shelf life.", "including"),
    (TARGET, "Dealer shall sell goods worth at least $9,000 in each year.", "buy told as sell"),
    (PRICES, "Maker may change its prices no less than once in any year on ninety days' notice.", "once turned round"),
    (BAN, "For eighteen months before that Dealer shall not sell Restricted Goods in the Region.", "after to before"),
    (BAN, "For eighteen months thereafter Dealer shall not sell any goods in the Region.", "defined term widened"),
    (BAN, "For eighteen months thereafter Dealer shall not sell Restricted Goods anywhere.", "anywhere"),
    (CHOICE, "At the choice of Dealer, the samples are returned or destroyed.", "whose choice"),
    (CHOICE, "Dealer returns or destroys the samples at Maker's cost.", "whose cost"),
    (NOTICE, "Dealer may sub-let without giving notice.", "without added"),
    (WARRANTY, "Maker warrants the goods for 24 months from the end of the term.", "another day to run from"),
    (WARRANTY, "Maker warrants the goods to Dealer's customers for 24 months from delivery.", "somebody brought in"),
    (SECURITY, "The debt of Maker must exceed £4,000.", "limit told as a floor"),
    (PATENT, "Maker shall indemnify Dealer against claims that the goods infringe patents.", "another right"),
    (RIGHTS, "Maker receives a licence of the designs and Dealer owns them.", "giver and taker"),
    (RIGHTS, "Dealer has an exclusive licence of the designs.", "non- dropped"),
    (LIMIT, "The limit applies to fraud.", "not dropped before apply"),
    (RECORDS, "Dealer may inspect the records of Maker on ten days' notice.", "who is let do it"),
    (DEPOSIT, "The fee of £90 is refundable.", "none dropped"),
    (BOTH, "The plan shall not be changed unless Maker or Dealer has agreed.", "both to either"),
    (PATENT, "Maker shall indemnify Dealer against claims, see www.claims.example, that goods infringe.", "link"),
    (PATENT, "Maker shall indemnify Dealer against claims that the goods infringe copyright ![](x).", "picture"),
    (ZAHLUNG, "Der Auftraggeber zahlt jede Rechnung innerhalb von dreißig Werktagen nach Zugang.", "Werktage"),
    (HAFTUNG, "Die Haftung des Auftragnehmers ist auf 250.000 EUR begrenzt.", "außer dropped"),
    (ABTRETUNG, "Der Auftragnehmer darf die Forderung ohne Zustimmung des Auftraggebers abtreten.", "nicht dropped"),
    (CESSION, "Le Prestataire peut céder le contrat sans l'accord écrit du Client.", "ne dropped"),
    (PLAFOND, "La responsabilité du Prestataire est limitée à 80 000 euros par sinistre.", "sauf dropped"),
]  # fmt: skip

KEPT = [
    (EXCEPT, "Save to a rival of Dealer, Maker may assign its rights to a bank without Dealer's consent."),
    (TARGET, "Dealer has to buy at least $9,000 of goods every calendar year."),
    (TARGET, "If Dealer fails to do so, Maker may end the appointment."),
    (BAN, "Dealer is barred from selling Restricted Goods in the Region for 18 months thereafter."),
    (FEE, "A fee of £500 is payable by 3 May 2027."),
    (SECURITY, "Debt must stay at or below £4,000."),
    (RIGHTS, "Maker owns the designs that Dealer makes, and Dealer gets a non-exclusive licence."),
    (SUSPEND, "If an invoice is more than 10 days late, Maker may stop deliveries."),
    (RECORDS, "On ten days' notice Maker may inspect the records that Dealer keeps."),
    (PRICES, "Ninety days' notice is needed for a change of prices."),
    (ZAHLUNG, "Der Auftraggeber hat jede Rechnung binnen 30 Tagen zu zahlen."),
    (HAFTUNG, "Außer bei Vorsatz ist die Haftung des Auftragnehmers auf 250.000 EUR begrenzt."),
    (ABTRETUNG, "Ohne Zustimmung des Auftraggebers darf der Auftragnehmer die Forderung nicht abtreten."),
]


def kept(clause: str, told: str) -> bool:
    sources = Sources(tag="t", citations=[Citation(text=clause, start=0, end=len(clause))])
    return bool(ground(document_of(f"{clause}\n"), [Drafted(told, (1,))], sources, GIVEN, part="x")[0])


@pytest.mark.parametrize(("clause", "told", "what"), REFUSED)
def test_what_says_something_else_is_refused(clause: str, told: str, what: str) -> None:
    assert not kept(clause, told), what


@pytest.mark.parametrize(("clause", "told"), KEPT)
def test_a_fair_paraphrase_is_kept(clause: str, told: str) -> None:
    assert kept(clause, told)
