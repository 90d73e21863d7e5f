"""The quantities that are read, with whom more of each favours."""

from collections.abc import Mapping

from legalai.playbook import SideName
from legalai.playbook_drafting import choices, figures
from legalai.playbook_drafting.quantities import Favours, Quantity

_MORE_FOR_CUSTOMER: Mapping[SideName, Favours] = {"customer": "more", "supplier": "less"}
_LESS_FOR_CUSTOMER: Mapping[SideName, Favours] = {"customer": "less", "supplier": "more"}
_BY_ITSELF: Mapping[SideName, Favours] = {"customer": (), "supplier": ()}
_OURS: Mapping[SideName, Favours] = {"customer": ("us", "both", "them"), "supplier": ("us", "both", "them")}
_THEIRS: Mapping[SideName, Favours] = {"customer": ("them", "both", "us"), "supplier": ("them", "both", "us")}

QUANTITIES: tuple[Quantity, ...] = (
    Quantity("cap-months", "fees in the limit of liability", figures.cap_months, _MORE_FOR_CUSTOMER, "month"),
    Quantity(
        "cap-basis",
        "what the limit is measured on",
        choices.cap_basis,
        {"customer": ("payable", "paid"), "supplier": ("paid", "payable")},
        words={"payable": "paid and payable", "paid": "paid"},
    ),
    Quantity(
        "cap-sides",
        "whose liability is limited",
        choices.cap_sides,
        _OURS,
        words={"us": "our liability alone", "both": "the liability of both parties", "them": "their liability alone"},
    ),
    Quantity("carve-outs", "what stands outside the limit", choices.carve_outs, _BY_ITSELF, many=True),
    Quantity("renewal-months", "length of a renewal", figures.renewal_months, _LESS_FOR_CUSTOMER, "month"),
    Quantity("renewal-notice", "notice against renewal", figures.renewal_notice, _LESS_FOR_CUSTOMER, "day"),
    Quantity("first-term", "first term", figures.first_term_months, _LESS_FOR_CUSTOMER, "month"),
    Quantity("price-rise", "limit of a price increase", figures.price_rise, _LESS_FOR_CUSTOMER, "percent"),
    Quantity("payment-days", "time to pay an invoice", figures.payment_days, _MORE_FOR_CUSTOMER, "day"),
    Quantity("late-interest", "interest on late payment, a year", figures.late_interest, _LESS_FOR_CUSTOMER, "percent"),
    Quantity("exit-notice", "notice to leave without cause", figures.exit_notice, _LESS_FOR_CUSTOMER, "day"),
    Quantity(
        "exit-sides",
        "who may leave without cause",
        choices.exit_sides,
        _OURS,
        words={"us": "by us alone", "both": "by either party", "them": "by them alone"},
    ),
    Quantity("cure-days", "time to cure a breach", figures.cure_days, _LESS_FOR_CUSTOMER, "day"),
    Quantity(
        "confidentiality-years",
        "how long confidence is kept",
        figures.confidentiality_years,
        _MORE_FOR_CUSTOMER,
        "year",
    ),
    Quantity(
        "incident-hours", "time to tell of a security incident", figures.incident_hours, _LESS_FOR_CUSTOMER, "hour"
    ),
    Quantity(
        "indemnity-sides",
        "who indemnifies",
        choices.indemnity_sides,
        _THEIRS,
        words={"us": "by us alone", "both": "by each party", "them": "by them alone"},
    ),
    Quantity(
        "assignment",
        "how far we may assign",
        choices.assignment,
        {"customer": ("group", "reasonable", "consent"), "supplier": ("group", "reasonable", "consent")},
        words={
            "group": "to an affiliate or successor without consent",
            "reasonable": "with consent that may not be refused without reason",
            "consent": "with consent only",
        },
    ),
    Quantity(
        "insurance",
        "a duty of the supplier to insure",
        choices.insurance,
        {"customer": ("required",), "supplier": ("required",)},
        words={"required": "required"},
    ),
    Quantity("governing-law", "governing law", choices.governing_law, _BY_ITSELF),
    Quantity("forum", "courts or arbitration", choices.forum, _BY_ITSELF),
)
