"""A workbook as text, so that golden files can be read and compared line by line."""

import io
from collections.abc import Iterator

import openpyxl
from openpyxl.cell.cell import MergedCell


def dump(content):
    """Return names, sheets, cells, formulas with cached values, locks, rules and conditions as lines."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    cached = openpyxl.load_workbook(io.BytesIO(content), data_only=True)
    lines = [f"name {name} = {defined.attr_text}" for name, defined in sorted(book.defined_names.items())]
    for sheet in book.worksheets:
        lines += ["", f"== {sheet.title} ({sheet.sheet_state})", *_settings(sheet)]
        lines += _cells(sheet, cached[sheet.title])
        lines += sorted(_rules(sheet)) + _conditions(sheet)
    return "\n".join(lines) + "\n"


def _settings(sheet) -> Iterator[str]:
    setup = sheet.page_setup
    yield f"page {setup.orientation} paper {setup.paperSize} fit {setup.fitToWidth}x{setup.fitToHeight}"
    yield f"print {sheet.print_area} titles {sheet.print_title_rows} freeze {sheet.freeze_panes}"
    yield f"footer {sheet.oddFooter.left.text} | {sheet.oddFooter.center.text} | {sheet.oddFooter.right.text}"
    yield f"protected {sheet.protection.sheet} merged {' '.join(sorted(map(str, sheet.merged_cells.ranges)))}"
    for letter, column in sorted(sheet.column_dimensions.items()):
        yield f"column {letter} {column.width:.2f}{' hidden' if column.hidden else ''}"
    for number, row in sorted(sheet.row_dimensions.items()):
        if row.height or row.hidden:
            yield f"row {number} {row.height}{' hidden' if row.hidden else ''}"


def _cells(sheet, cached) -> Iterator[str]:
    for row in sheet.iter_rows():
        unlocked = []
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            if cell.value is not None:
                yield f"{cell.coordinate} {cell.value!r}{_cached(cell, cached)}{_note(cell)}"
            if not cell.protection.locked:
                unlocked.append(f"{cell.column_letter}[{cell.number_format}]")
        if unlocked:
            yield f"unlocked in row {row[0].row}: {' '.join(unlocked)}"


def _cached(cell, cached):
    return f" -> {cached[cell.coordinate].value!r}" if cell.data_type == "f" else ""


def _note(cell):
    return f" note {cell.comment.text!r}" if cell.comment else ""


def _rules(sheet) -> Iterator[str]:
    for rule in sheet.data_validations.dataValidation:
        limits = " ".join(filter(None, (rule.type, rule.operator, rule.formula1, rule.formula2)))
        yield f"validation {rule.sqref} {limits} [{rule.promptTitle}: {rule.prompt}] [{rule.error}]"


def _conditions(sheet) -> list[str]:
    return [
        f"condition {area.sqref} {rule.formula[0]} {_look(rule.dxf)}"
        for area in sheet.conditional_formatting
        for rule in area.rules
    ]


def _look(dxf):
    if dxf.fill:
        return f"fill {dxf.fill.bgColor.rgb}"
    return f"font {dxf.font.color.rgb}" if dxf.font else f"format {dxf.numFmt.formatCode}"
