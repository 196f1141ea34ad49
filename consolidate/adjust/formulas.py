"""The formulas of the figures in force: the adjusted one where it can be used, else the unit's own."""

from catalogue import FormDesign
from consolidate.adjust.fields import DETAILS, MARK, Adjustable
from consolidate.adjust.values import MONEY
from consolidate.formula import blank_if, quoted
from consolidate.share import share_formula
from consolidate.table import Area

YES = "x"
AMOUNT_DECIMALS = 6
"""A đồng is the sixth decimal of a million."""


ROW = "\0"
"""Stands in a formula for the number of its row."""


def in_force(area: Area, *, design: FormDesign, is_ratio: bool = False) -> dict[str, str]:
    """Return the formulas of any row's figures in force, and of its mark, by column key; `ROW` is its number.

    Args:
        area: The detail table.
        design: The standard form, for the words of its dropdowns.
        is_ratio: Whether the row is of an indicator that is a ratio.
    """
    row = _Row(area=area, design=design)
    if area.design.key != "indicator_rows":
        return row.plain()
    return row.ratio() if is_ratio else row.level()


class _Row:
    """Any row of a detail table, its cells by address."""

    def __init__(self, *, area: Area, design: FormDesign) -> None:
        self.area, self.design = area, design
        self.figures = {figure.key: figure for figure in DETAILS[area.design.key].figures}

    def cell(self, key: str) -> str:
        return f"${self.area.letter(key)}{ROW}"

    def plain(self) -> dict[str, str]:
        """Every figure is adjusted for itself."""
        figures = self.figures.values()
        formulas = {
            figure.key: f"=IF({self.is_usable(figure)},{self.taken(figure)},{self.own(figure.key)})"
            for figure in figures
        }
        tests = ",".join(self.is_usable(figure) for figure in figures)
        return formulas | {MARK: f"={_marked(f'OR({tests})')}"}

    def level(self) -> dict[str, str]:
        value = self.figures["value"]
        return {
            "value": f"=IF({self.is_marked},{self.taken(value)},{self.own('value')})",
            "data_state": self.data_state(),
            MARK: f"={_marked(self.is_usable(value))}",
        }

    def ratio(self) -> dict[str, str]:
        """A ratio is adjusted by its parts, and only when both are then known."""
        parts = [self.figures[key] for key in ("numerator", "denominator")]
        usable = [self.is_usable(part) for part in parts]
        known = ",".join(
            f"OR({test},{self.is_known(part)})" for test, part in zip(usable, parts, strict=True)
        )
        share = share_formula(*(self.cell(part.key) for part in parts))
        condition = f"AND(OR({','.join(usable)}),{known})"
        formulas = {
            part.key: f"=IF(AND({self.is_marked},{test}),{self.taken(part)},{self.own(part.key)})"
            for test, part in zip(usable, parts, strict=True)
        }
        return formulas | {
            "value": f"=IF({self.is_marked},{share},{self.own('value')})",
            "data_state": self.data_state(),
            MARK: f"={_marked(condition)}",
        }

    @property
    def is_marked(self) -> str:
        return f"{self.cell(MARK)}={quoted(YES)}"

    def data_state(self) -> str:
        has_data = quoted(self.design.labels("data_state")["has_data"])
        return f"=IF({self.is_marked},{has_data},{self.own('data_state')})"

    def own(self, key: str) -> str:
        """What the unit reported; a blank stays blank."""
        reported = self.cell(f"reported_{key}")
        return blank_if(f'{reported}=""', reported)

    def taken(self, figure: Adjustable) -> str:
        """What staff put in its place."""
        adjusted = self.cell(figure.adjusted)
        return f"ROUND({adjusted},{AMOUNT_DECIMALS})" if figure.key in MONEY else adjusted

    def is_usable(self, figure: Adjustable) -> str:
        """Whether the adjusted figure can be used: the rule of `values.usable`."""
        cell = self.cell(figure.adjusted)
        if figure.choices:
            labels = self.design.labels(figure.choices).values()
            return f"OR({','.join(f'{cell}={quoted(label)}' for label in labels)})"
        return _in_bounds(cell, figure)

    def is_known(self, part: Adjustable) -> str:
        """Whether the unit's own part of a ratio can be used beside an adjusted one."""
        cell = self.cell(part.reported)
        return f"AND(ISNUMBER({cell}),{cell}>0)" if part.is_above else f"ISNUMBER({cell})"


def _in_bounds(cell: str, figure: Adjustable) -> str:
    tests = [f"ISNUMBER({cell})"]
    if figure.minimum is not None:
        tests.append(f"{cell}{'>' if figure.is_above else '>='}{figure.minimum:g}")
    if figure.maximum is not None:
        tests.append(f"{cell}<={figure.maximum:g}")
    return f"AND({','.join(tests)})" if len(tests) > 1 else tests[0]


def _marked(condition: str) -> str:
    return f'IF({condition},{quoted(YES)},"")'
