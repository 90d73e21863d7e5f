"""The portfolio: one line for every reviewed contract, for a spreadsheet."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Mapping

from legalai.schema import KeyDate, Period, Review

# What a spreadsheet takes for a formula (OWASP, "CSV Injection"), with the full-width forms of the same signs.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")

COLUMNS = (
    "name",
    "status",
    "title",
    "contract_type",
    "parties",
    "execution",
    "governing_law",
    "jurisdiction",
    "agreement_date",
    "effective_date",
    "expiration_date",
    "expiration_status",
    "initial_term",
    "renewal",
    "notice_period",
    "current_term_end",
    "window_opens",
    "notice_deadline",
    "send_by",
    "as_of",
    "high",
    "medium",
    "low",
    "info",
    "negotiation_points",
    "issues",
    "pages",
    "characters",
    "sha256",
)


def portfolio_row(name: str, review: Review) -> dict[str, str]:
    """The line of one review: every column, as text; empty where there is nothing."""
    contract, dates = review.contract, review.contract.key_dates
    severities = Counter(finding.severity for finding in review.findings)
    values: dict[str, object] = {
        "name": name,
        "status": review.status,
        "title": contract.title,
        "contract_type": contract.contract_type,
        "parties": "; ".join(party.name for party in contract.parties),
        "execution": contract.execution.status,
        "governing_law": contract.governing_law.name if contract.governing_law else None,
        "jurisdiction": review.jurisdiction.id,
        "agreement_date": _day(dates.agreement_date),
        "effective_date": _day(dates.effective_date),
        "expiration_date": _day(dates.expiration_date),
        "expiration_status": dates.expiration_date.status,
        "initial_term": _period(dates.initial_term),
        "renewal": dates.renewal.kind,
        "notice_period": _period(dates.notice_period),
        "current_term_end": dates.current_term_end,
        "window_opens": dates.window_opens,
        "notice_deadline": dates.notice_deadline,
        "send_by": dates.send_by,
        "as_of": dates.as_of,
        "high": severities["high"],
        "medium": severities["medium"],
        "low": severities["low"],
        "info": severities["info"],
        "negotiation_points": len(review.negotiation_points),
        "issues": " ".join(sorted({issue.code for issue in review.issues})),
        "pages": contract.document.pages,
        "characters": contract.document.characters,
        "sha256": contract.document.sha256,
    }
    return {column: "" if values[column] is None else str(values[column]) for column in COLUMNS}


def portfolio_csv(rows: Iterable[Mapping[str, str]]) -> str:
    """CSV with one physical line for each row, the column names first."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(row[column]) for column in COLUMNS] for row in rows)
    return text.getvalue()


def cell(value: str) -> str:
    """Text that stays one line, and that no spreadsheet takes for a formula."""
    line = " ".join(value.split())
    return "'" + line if line.startswith(_FORMULA) else line


def _day(value: KeyDate) -> object:
    return value.value


def _period(value: Period | None) -> str | None:
    if value is None:
        return None
    business = " business" if value.day_count == "business" else ""
    return f"{value.amount:g}{business} {value.unit}"
