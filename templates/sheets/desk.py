"""What the writing of every sheet needs."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.workbook import Workbook

from catalogue import Period, SheetKey
from templates.layout import Grid
from templates.marks import Cell, PlacedMark, messages_by_cell
from templates.model import Order
from templates.style import Styles
from templates.table import Table


@dataclass(frozen=True, kw_only=True)
class Desk:
    """The workbook being written, and all that goes into it.

    Attributes:
        tables: The answer tables by sheet.
        grids: Where fields and rows stand, by sheet; the information sheet included.
        marks: The problems to show, with their cells.
    """

    workbook: Workbook
    styles: Styles
    order: Order
    tables: Mapping[SheetKey, Table]
    grids: Mapping[SheetKey, Grid]
    marks: tuple[PlacedMark, ...]

    @property
    def period(self) -> Period:
        """The reporting period."""
        return self.order.round_.period

    def title(self, key: SheetKey) -> str:
        """Return a sheet's title."""
        return self.order.design.sheet(key).title

    def messages(self, key: SheetKey) -> dict[Cell, str]:
        """Return what to note at cells of a sheet."""
        return messages_by_cell(self.marks, key)
