"""How a form looks: colours, fonts and number formats; one format object for each look."""

from collections.abc import Mapping
from enum import StrEnum

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from catalogue import Field, Kind
from templates.measure import FONT_SIZE

FONT = "Times New Roman"
NOTE_FONT_SIZE = 10
TITLE_SIZE = 14

HEADER_FILL = "#D9E2F3"
FIXED_FILL = "#F2F2F2"
UNUSED_FILL = "#D9D9D9"
MISSING_FILL = "#FFF2CC"
WRONG_FILL = "#F8CBAD"
MARKED_FILL = "#FFC000"
ALERT_COLOR = "#C00000"
READY_COLOR = "#00602B"
BORDER_COLOR = "#7F7F7F"

TEXT_FORMAT = "@"
DATE_FORMAT = "dd/mm/yyyy"
YEAR_FORMAT = "0"
# A separator that nothing follows ("1.250,") is ugly: whole numbers get their own format, by a condition.
NUMBER_FORMATS: Mapping[Kind, str] = {
    Kind.PERCENT: "0.##",
    Kind.NUMBER: "#,##0.######",
    Kind.MILLION_VND: "#,##0.######",
    Kind.DATE: DATE_FORMAT,
}
WHOLE_FORMATS: Mapping[Kind, str] = {
    Kind.PERCENT: "0",
    Kind.NUMBER: "#,##0",
    Kind.MILLION_VND: "#,##0",
}
# A quotient never ends: two decimals are shown, all are kept.
QUOTIENT_FORMAT = "#,##0.##"

_CENTRED = frozenset({Kind.CHOICE, Kind.DATE})
_NARROW = 14


def workbook_options() -> dict[str, object]:
    """Return how XlsxWriter makes what we send out; made anew each time, for the library changes it."""
    return {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "default_format_properties": {"font_name": FONT, "font_size": FONT_SIZE},
    }


class Look(StrEnum):
    """What a cell is for, by its colour."""

    ANSWER = "answer"
    FIXED = "fixed"
    UNUSED = "unused"
    MARKED = "marked"


_FILLS: Mapping[Look, str] = {
    Look.FIXED: FIXED_FILL,
    Look.UNUSED: UNUSED_FILL,
    Look.MARKED: MARKED_FILL,
}


class Styles:
    """The formats of one workbook, each made once."""

    def __init__(self, workbook: Workbook) -> None:
        """Keep the workbook."""
        self._workbook = workbook
        self._made: dict[tuple[tuple[str, object], ...], Format] = {}
        self._cells: dict[tuple[object, ...], Format] = {}

    def get(self, **properties: object) -> Format:
        """Return the format of some properties, in the form's font."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": FONT_SIZE, "valign": "top"}
            self._made[key] = self._workbook.add_format(base | properties)
        return self._made[key]

    def plain(self, **properties: object) -> Format:
        """Return a format without the form's font: for conditions, which may only add to a cell's look."""
        key = (("plain", True), *sorted(properties.items()))
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def boxed(self, **properties: object) -> Format:
        """Return a format with a border, wrapped."""
        return self.get(border=1, border_color=BORDER_COLOR, text_wrap=True, **properties)

    def title(self) -> Format:
        """Return the format of a sheet's title."""
        return self.get(bold=True, font_size=TITLE_SIZE, valign="vcenter")

    def subtitle(self) -> Format:
        """Return the format of the line under the title."""
        return self.get(valign="vcenter")

    def heading(self) -> Format:
        """Return the format of a part's heading."""
        return self.get(bold=True, font_size=FONT_SIZE + 1, valign="vcenter")

    def hint(self) -> Format:
        """Return the format of a remark."""
        return self.get(italic=True, valign="vcenter")

    def alert(self) -> Format:
        """Return the format of a line that must be seen."""
        return self.get(bold=True, font_color=ALERT_COLOR, valign="vcenter")

    def header(self, *, is_marked: bool = False) -> Format:
        """Return the format of a column's header."""
        fill = MARKED_FILL if is_marked else HEADER_FILL
        return self.boxed(bold=True, align="center", valign="vcenter", bg_color=fill)

    def label(self) -> Format:
        """Return the format of a name left of an answer."""
        return self.boxed(bold=True, valign="vcenter", indent=1, bg_color=HEADER_FILL)

    def alone(self, field: Field, look: Look, *, is_locked: bool) -> Format:
        """Return the format of a field that stands beside its name and not in a table."""
        fill = {"bg_color": _FILLS[look]} if look in _FILLS else {}
        number_format = NUMBER_FORMATS.get(field.kind, TEXT_FORMAT)
        place = {"align": "left", "valign": "vcenter", "indent": 1}
        return self.boxed(locked=is_locked, num_format=number_format, **place, **fill)

    def cell(self, field: Field, look: Look, *, is_locked: bool, number_format: str = "") -> Format:
        """Return the format of one cell of a field in a table; it is asked for again in every row."""
        key = field.sheet, field.key, look, is_locked, number_format
        if key not in self._cells:
            self._cells[key] = self._cell(field, look, is_locked=is_locked, number_format=number_format)
        return self._cells[key]

    def _cell(self, field: Field, look: Look, *, is_locked: bool, number_format: str) -> Format:
        fill = {"bg_color": _FILLS[look]} if look in _FILLS else {}
        align = _alignment(field)
        return self.boxed(
            locked=is_locked,
            align=align,
            indent=int(align == "right"),
            num_format=number_format or NUMBER_FORMATS.get(field.kind, TEXT_FORMAT),
            **fill,
        )


def _alignment(field: Field) -> str:
    if field.kind.is_number and not field.is_fixed:
        return "right"
    is_short = field.kind in _CENTRED or (field.is_fixed and field.width <= _NARROW)
    return "center" if is_short else "left"
