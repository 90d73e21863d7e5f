"""Tables as a workbook for a spreadsheet: real dates, frozen headers, filters, and no cell that is a formula."""

import io
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

Value = str | int | float | date | None

# What a spreadsheet takes for a formula (OWASP, "CSV Injection"), with the full-width forms of the same signs.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
# The most characters a cell holds (Excel specifications and limits).
_MOST = 32_767
_NARROWEST, _WIDEST = 8, 60
_DAY = "yyyy-mm-dd"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the titles of its columns, and its rows."""

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Value]]


def inert(text: str) -> str:
    """Text that stays one line, and that no spreadsheet takes for a formula."""
    line = " ".join(text.split())
    return "'" + line if line.startswith(_FORMULA) else line


def workbook(sheets: Iterable[Sheet], *, made_on: date) -> bytes:
    """The tables as an XLSX file."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = "legalai"
    book.properties.created = book.properties.modified = datetime(made_on.year, made_on.month, made_on.day)
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for row, values in enumerate((sheet.columns, *sheet.rows), 1):
        for column, value in enumerate(values, 1):
            _put(page, row, column, value)
    for column, title in enumerate(sheet.columns, 1):
        head = page.cell(1, column)
        head.font, head.fill = Font(bold=True), PatternFill("solid", fgColor="DDE3EA")
        letter = get_column_letter(column)
        # A filter's button takes the room of three letters.
        longest = max([len(title) + 3, *(len(_shown(row[column - 1])) for row in sheet.rows)])
        page.column_dimensions[letter].width = min(max(longest + 1, _NARROWEST), _WIDEST)
    page.freeze_panes = "B2"
    page.auto_filter.ref = f"A1:{get_column_letter(len(sheet.columns))}{len(sheet.rows) + 1}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "1:1"


def _put(page: Worksheet, row: int, column: int, value: Value) -> None:
    cell = page.cell(row, column, _storable(value) if isinstance(value, str) else value)
    cell.alignment = Alignment(vertical="top", wrap_text=isinstance(value, str))
    if isinstance(cell.value, str):
        # openpyxl guesses a type from the text; a text is a text.
        cell.data_type = "s"
    elif isinstance(value, date):
        cell.number_format = _DAY


def _storable(text: str) -> str | None:
    """Text without what XML cannot hold (surrogates, control characters); an empty one is no cell."""
    shown = "".join(each for each in text if each.isspace() or unicodedata.category(each) not in ("Cc", "Cs", "Cn"))
    return inert(shown)[:_MOST] or None


def _shown(value: Value) -> str:
    return "" if value is None else str(value)
