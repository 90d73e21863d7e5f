"""`review.docx`: a memo of two pages on a review, which a lawyer can send to the client."""

from legalai.export.memo_content import Memo, memo_of
from legalai.export.word_file import WordFile
from legalai.schema import Document, Review

_COLUMNS = ("#", "Priority", "Clause", "Why", "Ask", "Fallback", "Owner")
# Centimetres in which the heads, "10" and "Procurement" stay on one line.
_WIDTHS = (1.0, 1.8, 1.7, 4.0, 3.3, 2.7, 2.5)


class MemoExporter:
    """`review.docx`: verdict, what to ask for, dates, assumptions, what was not read. For our side only."""

    name = "memo"
    file_name = "review.docx"

    def export(self, document: Document, review: Review) -> bytes:
        """The memo as a Word file, on the firm's template where the environment names one."""
        memo, file = memo_of(review), WordFile.from_environment()
        file.title(memo.title)
        file.paragraph(f"{memo.verdict}. {memo.reason}", bold=True)
        file.pairs(memo.facts)
        _points(file, memo)
        file.heading("Dates")
        file.pairs(memo.dates)
        for heading, lines in (
            ("This assumes", memo.assumptions),
            ("Not read, or to be looked at", memo.not_read),
            ("Law relied on", memo.law),
        ):
            if lines:
                file.heading(heading)
                file.bullets(lines)
        return file.content()


def _points(file: WordFile, memo: Memo) -> None:
    if not memo.rows:
        return
    file.heading("What to raise")
    rows = [
        (str(number), row.priority, row.clause, row.why, row.ask, row.fallback, row.owner)
        for number, row in enumerate(memo.rows, start=1)
    ]
    file.table(_COLUMNS, rows, _WIDTHS)
    if memo.left_out:
        file.paragraph(f"{memo.left_out} more of less weight are in the full review.")
