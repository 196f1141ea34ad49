"""Pieces of a Word template as XML: paragraphs, tables and the tags of docxtpl around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from templates.word_styles import twips

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_CELL_MARGIN_MM = 1.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table: header, width, and the style of its cells."""

    header: str
    width_mm: float
    style: str = "TableText"


def paragraph(style: str, text: str = "") -> str:
    """Return a paragraph; text may hold tags."""
    run = f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def tag(text: str) -> str:
    """Return a paragraph that is only a tag and disappears on rendering."""
    return paragraph("Normal", f"{{%p {text} %}}")


def each(items: str, style: str) -> str:
    """Return a paragraph for each of some items."""
    return tag(f"for item in {items}") + paragraph(style, "{{ item }}") + tag("endfor")


def prose(items: str) -> str:
    """Return paragraphs of text; one that leads to what follows is never alone at the foot of a page."""
    text = when(
        "item.endswith(':')", paragraph("Lead", "{{ item }}"), otherwise=paragraph("Prose", "{{ item }}")
    )
    return tag(f"for item in {items}") + text + tag("endfor")


def when(condition: str, shown: str, *, otherwise: str = "") -> str:
    """Return something shown only when a condition holds."""
    return tag(f"if {condition}") + shown + (tag("else") + otherwise if otherwise else "") + tag("endif")


def cell(content: str, width_mm: float, *, span: int = 1, merge: str = "", is_middle: bool = False) -> str:
    """Return a table cell.

    Args:
        content: Its paragraphs.
        width_mm: Its width.
        span: How many columns it takes.
        merge: "restart" where cells merged downwards begin, "continue" below.
        is_middle: Whether its text stands in the middle of its height.
    """
    grid = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    down = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    middle = '<w:vAlign w:val="center"/>' if is_middle else ""
    width = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    return f"<w:tc><w:tcPr>{width}{grid}{down}{middle}</w:tcPr>{content}</w:tc>"


def row(cells: Sequence[str], *, is_header: bool = False, height_mm: float = 0) -> str:
    """Return a table row that never splits over pages."""
    height = f'<w:trHeight w:val="{twips(height_mm)}" w:hRule="atLeast"/>' if height_mm else ""
    header = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{header}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths_mm: Sequence[float], rows: Sequence[str], *, has_lines: bool, description: str = "") -> str:
    """Return a table of fixed layout."""
    value = "single" if has_lines else "nil"
    lines = "".join(f'<w:{side} w:val="{value}" w:sz="4" w:space="0" w:color="000000"/>' for side in _SIDES)
    margin = twips(_CELL_MARGIN_MM) if has_lines else 0
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    margins = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("left", "right"))
    caption = f"<w:tblCaption w:val={_attribute(description)}/>" if description else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips(width) for width in widths_mm)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar>{caption}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _attribute(text: str) -> str:
    return '"' + escape(text, {'"': "&quot;"}) + '"'


def rows_table(
    items: str,
    columns: Sequence[Column],
    *,
    description: str,
    has_groups: bool = False,
    is_whole: bool = False,
) -> str:
    """Return a table with one row per item: header repeated on every page, cells by position.

    Args:
        items: The expression that gives the rows, each with `cells` and `group`.
        columns: The columns.
        description: What a screen reader says of the table.
        has_groups: Whether a row may be a group's title over all columns.
        is_whole: Whether the table, which ends in a total, stays on one page.
    """
    widths = [column.width_mm for column in columns]
    header = row(
        [cell(paragraph("TableHead", column.header), column.width_mm, is_middle=True) for column in columns],
        is_header=True,
    )
    plain = _cells_row(columns, _KEPT if is_whole else _PLAIN)
    kinds = [("row.is_total", _cells_row(columns, _TOTAL))]
    if has_groups:
        title = cell(paragraph("TableGroup", "{{ row.group }}"), sum(widths), span=len(widths))
        kinds.append(("row.group", row([title])))
    for condition, shown in kinds:
        plain = _row_tag(f"if {condition}") + shown + _row_tag("else") + plain + _row_tag("endif")
    rows = (header, _row_tag(f"for row in {items}"), plain, _row_tag("endfor"))
    return table(widths, rows, has_lines=True, description=description)


_PLAIN = {"TableText": "TableText", "TableCentre": "TableCentre", "TableNumber": "TableNumber"}
_KEPT = {"TableText": "TableKept", "TableCentre": "TableKeptCentre", "TableNumber": "TableKeptNumber"}
_TOTAL = {"TableText": "TableTotal", "TableCentre": "TableTotalCentre", "TableNumber": "TableTotalNumber"}


def _cells_row(columns: Sequence[Column], styles: Mapping[str, str]) -> str:
    return row(
        [
            cell(
                paragraph(styles[column.style], f"{{{{ row.cells[{index}] }}}}"),
                column.width_mm,
                is_middle=True,
            )
            for index, column in enumerate(columns)
        ]
    )


def _row_tag(text: str) -> str:
    return row([cell(paragraph("TableText", f"{{%tr {text} %}}"), 20)])
