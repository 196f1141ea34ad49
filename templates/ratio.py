"""The value of a ratio indicator: numerator over denominator, in per cent, as formula and as number."""

from catalogue import Field, FormDesign, Measure, SheetKey
from templates.condition import AnyOf, OneOf, number_of
from templates.layout import Grid
from templates.table import Line, Table

_TOP, _BOTTOM, _VALUE = "numerator", "denominator", "value"
_PERCENT = 100


def derived(field: Field, line: Line) -> bool:
    """Whether a cell is computed from other cells of its row."""
    is_value = field.sheet is SheetKey.INDICATORS and field.key == _VALUE
    return is_value and line.facts["measure"] == Measure.RATIO


def ratio_formula(table: Table, line: Line, design: FormDesign, grid: Grid) -> tuple[str, float | str]:
    """Return the formula of a ratio's value, and the value it has for the row's answers ("" for none).

    The value is blank where the unit says that there are no data, and never rounded.
    """
    value_field = next(field for field in table.fields if field.key == _VALUE)
    blank = AnyOf(
        tuple(
            OneOf(clause.field_key, tuple(labels[choice] for choice in clause.choices))
            for clause in value_field.blank_when
            for labels in [design.labels(design.field(table.sheet_key, clause.field_key).choices)]
        )
    )
    top, bottom = (grid.cell(line.key, key) for key in (_TOP, _BOTTOM))
    quotient = f'IF({bottom}>0,{top}/{bottom}*{_PERCENT},"")'
    numbers = f'IF(AND(ISNUMBER({top}),ISNUMBER({bottom})),{quotient},"")'
    formula = f'=IF({blank.formula(lambda key: grid.cell(line.key, key))},"",{numbers})'
    return formula, "" if blank.holds(line.answers) else _quotient(line)


def _quotient(line: Line) -> float | str:
    top, bottom = number_of(line.answers.get(_TOP)), number_of(line.answers.get(_BOTTOM))
    return "" if top is None or bottom is None or bottom <= 0 else top / bottom * _PERCENT
