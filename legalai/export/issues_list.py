"""`issues-list.docx`: what we ask the other side for, clause by clause, and nothing of what we would accept."""

from legalai.export import words
from legalai.export.word_file import WordFile
from legalai.schema import Document, NegotiationPoint, Review

_COLUMNS = ("#", "Clause", "What we ask for", "Reason", "Words proposed")
_WIDTHS = (0.9, 1.7, 3.5, 5.2, 5.9)


class IssuesListExporter:
    """`issues-list.docx`, for the counterparty: it is made from points alone, and of those not from the fallback."""

    name = "issues-list"
    file_name = "issues-list.docx"

    def export(self, document: Document, review: Review) -> bytes:
        """The list as a Word file."""
        file = WordFile.from_environment()
        file.title(review.contract.title or "Contract")
        file.paragraph(f"Points raised by {review.acting_for}" if review.acting_for else "No points were raised.")
        if review.negotiation_points:
            # In the order of the contract: ours would tell the other side what costs us most.
            points = sorted(review.negotiation_points, key=lambda each: each.citations[0].start)
            rows = [_row(number, point) for number, point in enumerate(points, start=1)]
            file.table(_COLUMNS, rows, _WIDTHS)
        return file.content()


def _row(number: int, point: NegotiationPoint) -> tuple[str, ...]:
    place = words.pointer(point.citations[0])
    return str(number), place, point.ask, point.rationale, f"{words.EDITS[point.edit]}: {point.proposed_text}"
