"""A filled form, and what is taken out of it after somebody changed it."""

TASKS, INDICATORS, BUDGETS, PROPOSALS, INFO = "Nhiệm vụ", "Chỉ tiêu", "Kinh phí", "Kiến nghị", "Thông tin"
ROWS = {"I.1": 6, "I.2": 7, "I.3": 8, "I.4": 9, "IV.1": 10, "IV.2": 11, "IV.3": 12}
STATUS, PCT, RESULT = "G", "H", "J"
BUDGET = {"funding_source": "Ngân sách địa phương", "planned_vnd": 1200.0, "disbursed_vnd": 300.0}


def answers_of(taken):
    """Return what may be merged: parsed values by sheet and row, cells in doubt left out."""
    return {
        (sheet, row_key): {
            key: value for key, value in zip(table.names, values, strict=True) if key not in unsound
        }
        for sheet, table in taken.tables.items()
        for _, row_key, unsound, *values in table.rows
    }


def codes(taken):
    """Return what is wrong with one file: "sheet cell code", in the order noticed."""
    return [f"{each.sheet} {each.cell} {each.code.name}".strip() for each in taken.findings if not dull(each)]


def dull(finding):
    """Tell how an answer was understood: a note that is not about structure."""
    return finding.code.name == "C212"


def each_table(workbook):
    return [workbook[title] for title in (TASKS, INDICATORS, BUDGETS, PROPOSALS)]


def is_part_of(answers, merged):
    """Whether every answer is the one the untouched form gives for the same cell."""
    return all(cells.items() <= merged[place].items() for place, cells in answers.items())


def lost(answers, merged):
    """Return the rows of which some answer of the untouched form is not merged, as "row field field"."""
    rows = {}
    for (_, row_key), cells in merged.items():
        missing = [
            key
            for key, value in cells.items()
            if value is not None and key not in answers.get((_, row_key), {})
        ]
        if missing:
            rows[row_key] = missing
    return rows


def rewrite(sheet, rows, order, *, first_column):
    """Write rows over each other in another order, from a column on."""
    held = [[cell.value for cell in sheet[row][first_column - 1 :]] for row in rows]
    for row, source in zip(rows, order, strict=True):
        for offset, value in enumerate(held[source]):
            sheet.cell(row, first_column + offset, value)
