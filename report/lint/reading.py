"""Read a Word document again from its parts, with the formatting that takes effect."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docx.oxml.parser import parse_xml
from lxml.etree import _Element

from report.lint.model import MM_PER_TWIP, Grid, GridRow, Line, Page, Place, Text
from report.lint.numbering import Numbering, read_numbering
from report.lint.paragraphs import paragraph_lines
from report.lint.properties import Properties, W, flat, number, over
from report.lint.styles import NO_STYLE, Style, Styles, read_styles, table_properties

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WRAPPERS = {f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")}
_UNRULED = {"nil", "none", "0"}
_LEAST_RULED = 2
_DEFAULT_TAB = "720"
_CELL_MARGIN = 115
"""Twips left and right of a cell's text where nothing says (ECMA-376, tblCellMar)."""


def read_text(document: Any) -> Text:  # noqa: ANN401 - python-docx's Document, of which only parts are used
    """Return a document opened by python-docx as lines, tables and pages."""
    part = document.part
    related = {relation.reltype.rpartition("/")[2]: relation for relation in part.rels.values()}
    settings = flat(_root(related.get("settings")))
    reader = _Reader(
        styles=read_styles(_root(related.get("styles")), _root(related.get("theme"))),
        numbering=read_numbering(_root(related.get("numbering"))),
        tab_mm=number(settings, "defaultTabStop", float(_DEFAULT_TAB)) * MM_PER_TWIP,
    )
    body = document.element.body
    ends = [*body.iterfind(f"{W}p/{W}pPr/{W}sectPr"), *body.iterfind(f"{W}sectPr")]
    reader.rooms = [_text_width(flat(end)) for end in ends] or [0.0]
    reader.read(body)
    pages: list[Page] = []
    for end in ends:
        pages.append(_page(end, part, reader, pages[-1] if pages else None, settings))
    return Text(lines=tuple(reader.lines), grids=tuple(reader.grids), pages=tuple(pages))


def _root(relation: Any) -> _Element | None:  # noqa: ANN401 - python-docx gives relations no public type
    """Return the root of a related part, None where there is none or it lies outside the file."""
    if relation is None or relation.is_external:
        return None
    part = relation.target_part
    element = getattr(part, "element", None)
    return element if element is not None else parse_xml(part.blob)


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads containers of paragraphs and tables in order, counting them."""

    styles: Styles
    numbering: Numbering
    tab_mm: float
    rooms: list[float] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    grids: list[Grid] = field(default_factory=list)
    part: str = "body"
    paragraphs: int = 0
    page: int = 0

    def read(self, container: _Element) -> None:
        """Read what stands in the body or in a head or foot."""
        for child in children(container):
            if child.tag == f"{W}p":
                self.paragraphs += 1
                place = Place(part=self.part, paragraph=self.paragraphs)
                self._paragraph(child, place=place, room_mm=self.rooms[min(self.page, len(self.rooms) - 1)])
                self.page += child.find(f"{W}pPr/{W}sectPr") is not None
            elif child.tag == f"{W}tbl":
                self._table(child)

    def _paragraph(self, element: _Element, *, place: Place, room_mm: float, table: Style = NO_STYLE) -> None:
        self.lines += paragraph_lines(
            element,
            self.styles,
            self.numbering,
            table=table,
            place=place,
            page=self.page,
            room_mm=room_mm,
            tab_mm=self.tab_mm,
        )

    def _table(self, element: _Element) -> None:
        place = Place(part=self.part, table=len(self.grids) + 1)
        style = self._table_style(element)
        margins = sum(number(style.table, f"tblCellMar.{side}", _CELL_MARGIN) for side in ("left", "right"))
        grid = [number(flat_column, "w") for flat_column in _columns(element)]
        rows = [child for child in children(element) if child.tag == f"{W}tr"]
        self.grids.append(_grid(element, rows, style.table, place=place, page=self.page, columns=len(grid)))
        for row_number, row in enumerate(rows, start=1):
            column = 0
            cells = [child for child in children(row) if child.tag == f"{W}tc"]
            for cell_number, cell in enumerate(cells, start=1):
                own = flat(cell.find(f"{W}tcPr"))
                span = int(number(own, "gridSpan", 1))
                width = _cell_width(own, sum(grid[column : column + span]))
                column += span
                here = replace(place, row=row_number, cell=cell_number)
                self._cell(cell, style, place=here, room_mm=(width - margins) * MM_PER_TWIP)

    def _cell(self, cell: _Element, style: Style, *, place: Place, room_mm: float) -> None:
        for number_in_cell, child in enumerate(children(cell), start=1):
            if child.tag == f"{W}p":
                here = replace(place, paragraph=number_in_cell)
                self._paragraph(child, place=here, room_mm=room_mm, table=style)
            elif child.tag == f"{W}tbl":
                self._table(child)

    def _table_style(self, element: _Element) -> Style:
        direct = table_properties(element.find(f"{W}tblPr"))
        style = self.styles.style(direct.get("tblStyle", self.styles.default_table))
        return replace(style, table=over(style.table, direct))


def children(container: _Element) -> Iterator[_Element]:
    """Yield what a container holds, going through controls and accepted changes."""
    for child in container:
        if child.tag in _WRAPPERS:
            yield from children(child)
        else:
            yield child


def _columns(table: _Element) -> Iterator[dict[str, str]]:
    for column in table.iterfind(f"{W}tblGrid/{W}gridCol"):
        yield {"w": column.get(f"{W}w", "0")}


def _cell_width(cell: Properties, grid_width: float) -> float:
    """Return a cell's width in twips: its own, or that of the columns it takes."""
    return number(cell, "tcW.w", grid_width) if cell.get("tcW.type") == "dxa" else grid_width


def _grid(
    element: _Element, rows: list[_Element], table: Properties, *, place: Place, page: int, columns: int
) -> Grid:
    marks = [flat(row.find(f"{W}trPr")) for row in rows]
    borders = {
        value for key, value in table.items() if key.startswith("tblBorders.") and value not in _UNRULED
    }
    own = [side.get(f"{W}val", "nil") for side in element.iterfind(f"{W}tr/{W}tc/{W}tcPr/{W}tcBorders/*")]
    is_ruled = bool(borders) or sum(value not in _UNRULED for value in own) > len(rows)
    return Grid(
        place=place,
        page=page,
        columns=columns,
        is_ruled=is_ruled and len(rows) >= _LEAST_RULED and columns >= _LEAST_RULED,
        rows=tuple(
            GridRow(is_header=each.get("tblHeader", "0") != "0", is_whole=each.get("cantSplit", "0") != "0")
            for each in marks
        ),
    )


# ------------------------------------------------------------------------------------------------ pages


def _text_width(section: Properties) -> float:
    sides = sum(number(section, f"pgMar.{side}") for side in ("left", "right", "gutter"))
    return (number(section, "pgSz.w") - sides) * MM_PER_TWIP


def _page(element: _Element, part: Any, reader: _Reader, previous: Page | None, settings: Properties) -> Page:  # noqa: ANN401 - python-docx's part
    own = flat(element)
    start = own.get("pgNumType.start", "")
    sides = ("top", "bottom", "left", "right")
    gutter = number(own, "pgMar.gutter") * MM_PER_TWIP
    margins = {side: abs(number(own, f"pgMar.{side}")) * MM_PER_TWIP for side in sides}
    return Page(
        width_mm=number(own, "pgSz.w") * MM_PER_TWIP,
        height_mm=number(own, "pgSz.h") * MM_PER_TWIP,
        margins_mm=margins | {"left": margins["left"] + gutter},
        head_mm=number(own, "pgMar.header") * MM_PER_TWIP,
        is_title_page=own.get("titlePg", "0") != "0",
        has_even_pages=settings.get("evenAndOddHeaders", "0") not in {"0", "false"},
        start=int(start) if start.isdigit() else None,
        digits=own.get("pgNumType.fmt", "decimal"),
        heads=_margin(element, part, reader, "header", previous.heads if previous else {}),
        feet=_margin(element, part, reader, "footer", previous.feet if previous else {}),
    )


def _margin(
    element: _Element,
    part: Any,  # noqa: ANN401 - python-docx's part
    reader: _Reader,
    kind: str,
    previous: Mapping[str, tuple[Line, ...]],
) -> dict[str, tuple[Line, ...]]:
    """Return the heads or feet of a section; those it does not name are those before it."""
    found = dict(previous)
    for reference in element.iterfind(f"{W}{kind}Reference"):
        relation = part.rels.get(reference.get(_RELATION))
        root = _root(relation)
        if root is not None:
            own = replace(reader, lines=[], grids=[], paragraphs=0, page=0, part=kind)
            own.read(root)
            found[reference.get(f"{W}type", "default")] = tuple(own.lines)
    return found
