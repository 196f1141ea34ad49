"""Draw the sheets that staff added, as they were."""

from dataclasses import dataclass, field
from typing import Any

from consolidate.adjust.model import Look, StaffCell, StaffSheet


@dataclass
class Looks:
    """The formats of one workbook, each made once."""

    workbook: Any
    _made: dict[Look, Any] = field(default_factory=dict)

    def of(self, look: Look) -> Any:
        """Return a format, None for a plain cell."""
        if look and look not in self._made:
            self._made[look] = self.workbook.add_format(dict(look))
        return self._made.get(look)


def draw_added(sheet: Any, added: StaffSheet, *, looks: Looks) -> None:
    """Draw one sheet of staff's on an empty sheet."""
    for first, last, pixels, is_hidden in added.widths:
        sheet.set_column_pixels(first, last, pixels, None, {"hidden": is_hidden})
    for row, height, is_hidden in added.heights:
        sheet.set_row(row, height, None, {"hidden": is_hidden})
    for area in added.merged:
        sheet.merge_range(area, "")
    for cell in added.cells:
        _write(sheet, cell, looks.of(cell.look))
    if any(added.frozen):
        sheet.freeze_panes(*added.frozen)
    if added.tab:
        sheet.set_tab_color(added.tab)
    if added.is_landscape:
        sheet.set_landscape()
    if added.is_hidden:
        sheet.hide()


def _write(sheet: Any, cell: StaffCell, look: Any) -> None:
    """Write one cell by the method of its own type."""
    at = cell.row, cell.column
    if cell.comment:
        sheet.write_comment(*at, cell.comment, {"author": cell.comment_by})
    if cell.formula:
        _write_formula(sheet, cell, look)
    elif cell.link:
        sheet.write_url(*at, cell.link, look, str(cell.value if cell.value is not None else ""))
    elif cell.value is None:
        sheet.write_blank(*at, None, look)
    elif isinstance(cell.value, bool):
        sheet.write_boolean(*at, cell.value, look)
    elif isinstance(cell.value, str):
        sheet.write_string(*at, cell.value, look)
    else:
        sheet.write_number(*at, cell.value, look)


def _write_formula(sheet: Any, cell: StaffCell, look: Any) -> None:
    value = "" if cell.value is None else cell.value
    if cell.span:
        sheet.write_array_formula(cell.span, "{" + cell.formula + "}", look, value)
    else:
        sheet.write_formula(cell.row, cell.column, cell.formula, look, value)
