"""Draw a table on its sheet: keys, title, header, rows, totals, filters, panes and print set-up."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from xlsxwriter.utility import quote_sheetname

from catalogue import FormDesign, MasterColumn
from catalogue.wording import adjust as adjust_words
from catalogue.wording import master as words
from catalogue.wording import rollups
from catalogue.wording.findings import SEVERITY_LABELS, Severity
from consolidate.adjust.draw import draw_inputs, header_style, kind_of, look_of
from consolidate.formula import quoted
from consolidate.limits import require_room
from consolidate.styles import FONT, Styles
from consolidate.table import (
    CAPTION_ROW,
    FIRST_ROW,
    HEADER_ROW,
    KEY_ROW,
    NOTICE_ROW,
    ROW_KEY,
    TITLE_ROW,
    Area,
    Cell,
    Formula,
    Table,
)
from consolidate.trend import TREND
from templates import PlainCell, height_of, sure_fit

LONGEST_TEXT = 32_767
LOWEST_HEADER = 33.0
A4, A3 = 9, 8
WIDEST_ON_A4 = 220.0
"""Characters across; a wider table would print in letters under seven points: it takes larger paper."""
NARROW = 13
MARGIN = 0.4
BOTTOM_MARGIN = 0.6

FROZEN = {
    "submissions": "unit_name",
    "tasks": "name",
    "task_rows": "number",
    "indicators": "name",
    "indicator_rows": "name",
    "budgets": "unit_name",
    "proposals": "unit_name",
    "findings": "unit_name",
    "sources": "file",
    "orphans": "sheet_title",
    "groups": "name",
    "laggards": "unit_name",
    "units": "unit_name",
    "money": "name",
    "issues": "theme",
    "issue_rows": "kind",
    "trend": "name",
    "provinces": "name",
    "task_parts": "province",
    "indicator_parts": "province",
}
"""The last column that stays in view when a reader scrolls right."""

ALARMS: Mapping[str, tuple[tuple[str, str, str], ...]] = {
    "submissions": (
        ("state", words.UNIT_STATES["missing"], "alarm"),
        ("state", words.UNIT_STATES["returned"], "care"),
        ("state", words.UNIT_STATES["excepted"], "care"),
        ("state", words.UNIT_STATES["waived"], "calm"),
        ("completeness", words.THIN, "care"),
        ("timeliness", words.LATE, "care"),
    ),
    "tasks": (
        ("due_state", words.DUE_STATES["overdue"], "alarm"),
        ("overall", words.OVERALL["no_report"], "care"),
        ("overall", words.OVERALL["paused"], "care"),
    ),
    "task_rows": (("status", words.OVERALL["paused"], "care"),),
    "indicators": (
        ("assessment", words.ASSESSMENTS["not_met"], "alarm"),
        ("assessment", words.ASSESSMENTS["conflict"], "alarm"),
        ("assessment", words.ASSESSMENTS["no_data"], "care"),
        ("assessment", words.ASSESSMENTS["no_reporter"], "care"),
        ("pace", rollups.PACES["behind"], "care"),
    ),
    "findings": (("severity", SEVERITY_LABELS[Severity.ERROR], "alarm"),),
    "sources": (
        ("state", words.FILE_STATES["unreadable"], "alarm"),
        ("state", words.FILE_STATES["foreign"], "alarm"),
        ("state", words.FILE_STATES["returned"], "care"),
        ("state", words.FILE_STATES["waiting"], "care"),
        ("state", words.FILE_STATES["supplement"], "care"),
    ),
}
"""Values shown in colour: sheet, then column, value and condition."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """The lines above a table; the title leads back to another sheet, where one is named."""

    title: str
    caption: str
    notice: str
    back: str = ""


def draw_table(sheet: Any, table: Table, *, styles: Styles, heading: Heading, design: FormDesign) -> None:
    """Draw one table on an empty sheet."""
    require_room(table)
    area = Area(table.design, len(table.rows))
    _draw_columns(sheet, table, styles=styles)
    draw_heading(sheet, heading, styles=styles, column=_first_shown(table))
    body, total = (_Rows(sheet, table, styles=styles, look=look) for look in ("body", "total"))
    for offset, row in enumerate(table.rows):
        sheet.write_string(FIRST_ROW - 1 + offset, 0, row.key)
        body.draw(row.cells, at=FIRST_ROW - 1 + offset)
    if not table.rows:
        sheet.write_string(FIRST_ROW - 1, _first_shown(table), _nothing(table), styles.plain("empty"))
    for offset, cells in enumerate(table.totals):
        total.draw(cells, at=area.last_row + offset)
    draw_inputs(sheet, area, styles=styles, design=design, lines=len(table.totals))
    _draw_conditions(sheet, area, styles=styles, lines=len(table.totals))
    # The keys in the hidden first column move along when somebody sorts.
    sheet.autofilter(HEADER_ROW - 1, 0, area.last_row - 1, len(table.design.columns))
    sheet.freeze_panes(HEADER_ROW, table.design.position(FROZEN[table.design.key]) + 2)
    set_up_page(sheet, paper=_paper(table))
    sheet.repeat_rows(HEADER_ROW - 1)


def draw_heading(sheet: Any, heading: Heading, *, styles: Styles, column: int) -> None:
    """Write the title, the caption and the notice."""
    sheet.set_row(TITLE_ROW - 1, 24)
    if heading.back:
        place = f"internal:{quote_sheetname(heading.back)}!A1"
        tip = rollups.GO_BACK.format(title=heading.back)
        sheet.write_url(TITLE_ROW - 1, column, place, styles.plain("title"), heading.title, tip)
    else:
        sheet.write_string(TITLE_ROW - 1, column, heading.title, styles.plain("title"))
    sheet.set_row(CAPTION_ROW - 1, 18)
    sheet.set_row(NOTICE_ROW - 1, 20 if heading.notice else 6)
    sheet.write_string(CAPTION_ROW - 1, column, heading.caption, styles.plain("caption"))
    if heading.notice:
        sheet.write_string(NOTICE_ROW - 1, column, heading.notice, styles.plain("notice"))


def _paper(table: Table) -> int:
    """Return the paper on which a table as wide as the page can still be read."""
    width = sum(column.width for column in table.design.columns if not column.is_hidden)
    return A3 if width > WIDEST_ON_A4 else A4


def set_up_page(sheet: Any, *, paper: int = A4) -> None:
    """Print landscape, as wide as one page, with page numbers."""
    sheet.set_landscape()
    sheet.set_paper(paper)
    sheet.fit_to_pages(1, 0)
    sheet.set_margins(left=MARGIN, right=MARGIN, top=MARGIN, bottom=BOTTOM_MARGIN)
    page = words.FOOTER.format(page="&P", pages="&N")
    sheet.set_footer(f'&C&"{FONT},Regular"&10{page}')


def _nothing(table: Table) -> str:
    nothing = {
        "findings": words.NO_FINDINGS,
        "sources": words.NO_FILES,
        "orphans": adjust_words.NO_ORPHANS,
    }
    return nothing.get(table.design.key, words.NO_ROWS)


def _first_shown(table: Table) -> int:
    return next(place for place, column in enumerate(table.design.columns, start=1) if not column.is_hidden)


def _draw_columns(sheet: Any, table: Table, *, styles: Styles) -> None:
    """Write the keys and headers, and set widths."""
    sheet.set_column(0, 0, 10, None, {"hidden": True})
    sheet.set_row(KEY_ROW - 1, None, None, {"hidden": True})
    sheet.write_string(KEY_ROW - 1, 0, ROW_KEY)
    columns = table.design.columns
    for place, column in enumerate(columns, start=1):
        sheet.set_column(place, place, column.width, None, {"hidden": column.is_hidden})
        sheet.write_string(KEY_ROW - 1, place, column.key)
        style = styles.plain(header_style(column, table.design.key))
        sheet.write_string(HEADER_ROW - 1, place, column.header, style)
    # Headers are bold, and Excel puts the filter's arrow over them.
    shown = ((column.header, column.width * 0.8) for column in columns if not column.is_hidden)
    sheet.set_row(HEADER_ROW - 1, max(height_of(shown, bold=True), LOWEST_HEADER))


class _Column(NamedTuple):
    """A column as its cells are drawn.

    Attributes:
        fit: So many characters fit on a line, whatever they are.
        made, typed: The format of formulas, and of what is typed.
    """

    key: str
    is_hidden: bool
    width: float
    fit: int
    made: Any
    typed: Any


class _Rows:
    """Draws rows of one table that look alike; a column's style is made once, not for each of its cells."""

    def __init__(self, sheet: Any, table: Table, *, styles: Styles, look: str) -> None:
        self.sheet, self.styles, self.design, self.look = sheet, styles, table.design, look
        self.columns = [self._column(column) for column in table.design.columns]

    def draw(self, cells: Mapping[str, Cell], *, at: int) -> None:
        """Write a row's cells and set its height."""
        plain: list[PlainCell] = []
        long_texts: list[tuple[str, float]] = []
        for column in self.columns:
            cell = cells.get(column.key)
            if isinstance(cell, str):
                cell = cut(cell)
            drawn = plain_cell(cell, column.made if isinstance(cell, Formula) else column.typed)
            plain.append(drawn)
            value = drawn[0]
            if column.is_hidden or not isinstance(value, str):
                continue
            if len(value) > column.fit or "\n" in value:
                long_texts.append((value, column.width))
        self.sheet.put(at, 1, plain)
        self.sheet.set_row(at, height_of(long_texts))

    def _column(self, column: MasterColumn) -> _Column:
        """Return how a column is drawn; a link that could not be made is shown as the text it is."""
        kind = kind_of(column, self.design)
        more = look_of(column, self.design.key) if self.look == "body" else {}
        made, typed = (
            self.styles.cell(one, self.look, **_alignment(column), **more)
            for one in (kind, "text" if column.kind == "link" else kind)
        )
        return _Column(
            key=column.key,
            is_hidden=column.is_hidden,
            width=column.width,
            fit=sure_fit(column.width),
            made=made,
            typed=typed,
        )


def _alignment(column: MasterColumn) -> dict[str, str]:
    """Short texts (numbers, marks, states) stand in the middle of their column."""
    return {"align": "center"} if column.kind == "text" and column.width <= NARROW else {}


def plain_cell(cell: Cell, style: Any) -> PlainCell:
    """Return a cell as plain sheets are given it."""
    return (cell.value, style, cell.text) if isinstance(cell, Formula) else (cell, style, "")


def cut(text: str) -> str:
    """Return a text no longer than a cell holds; what is cut shows that it is."""
    if 2 * len(text) <= LONGEST_TEXT:  # a character is one unit of UTF-16 or two
        return text
    units = text.encode("utf-16-le", "surrogatepass")  # Excel counts a text's length in UTF-16
    if len(units) <= 2 * LONGEST_TEXT:
        return text
    kept = units[: 2 * (LONGEST_TEXT - len(words.CUT))]
    return kept.decode("utf-16-le", "ignore") + words.CUT


def _draw_conditions(sheet: Any, area: Area, *, styles: Styles, lines: int) -> None:
    """Colour what needs attention; show percentages and whole numbers as people write them."""
    for key, value, condition in ALARMS.get(area.design.key, ()):
        rule = {
            "type": "cell",
            "criteria": "==",
            "value": quoted(value),
            "format": styles.condition(condition),
        }
        sheet.conditional_format(area.column(key).replace("$", ""), rule)
    for column in area.design.columns:
        if kind_of(column, area.design) in ("number", "million_vnd"):
            letter = area.letter(column.key)
            span = f"{letter}{FIRST_ROW}:{letter}{area.last_row + lines}"
            if area.design.key == TREND:
                share = f"${area.letter('unit_of_measure')}{FIRST_ROW}={quoted(rollups.PER_CENT)}"
                sheet.conditional_format(span, _shown_as("per_cent", share, styles))
            whole = f"AND(ISNUMBER({letter}{FIRST_ROW}),MOD({letter}{FIRST_ROW},1)=0)"
            sheet.conditional_format(span, _shown_as("whole", whole, styles))


def _shown_as(condition: str, formula: str, styles: Styles) -> dict[str, Any]:
    return {"type": "formula", "criteria": f"={formula}", "format": styles.condition(condition)}
