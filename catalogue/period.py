"""Reporting periods (kỳ báo cáo) and their data cut-offs."""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from catalogue.errors import RoundError
from catalogue.wording import periods as words

_CODE = re.compile(
    r"(?P<year>\d{4})(?:-(?:H(?P<half>[12])|(?P<nine>9M)|Q(?P<quarter>[1-4])|(?P<last>\d{4})|(?P<month>\d{2})))?",
    re.ASCII,
)
_LAST_MONTH = 12
_CUT_OFF_DAY = 14


@dataclass(frozen=True, slots=True)
class Period:
    """One reporting period: its code, and the first and last day whose data belong to it.

    Source: Nghị định 09/2019/NĐ-CP, Điều 12: data run from the 15th before the period to the 14th of
    its last month.
    """

    code: str
    data_from: date
    data_to: date

    @classmethod
    def parse(cls, code: str) -> Self:
        """Return the period of a code: `2026`, `2026-H1`, `2026-9M`, `2026-Q3` or `2026-11`.

        A mid-term or final report covers several years: `2023-2025`, `2023-2030`.

        >>> Period.parse("2026").data_from, Period.parse("2026").data_to
        (datetime.date(2025, 12, 15), datetime.date(2026, 12, 14))

        Raises:
            RoundError: The code is none of these.
        """
        match = _CODE.fullmatch(code.strip())
        months = match and _months(match)
        if not match or not months:
            raise RoundError(words.UNKNOWN_PERIOD.format(code=code))
        first_month, last_month = months
        year = int(match["year"])
        start = date(year, first_month, 1) - timedelta(days=1)
        end = date(int(match["last"] or year), last_month, _CUT_OFF_DAY)
        return cls(code.strip(), start.replace(day=_CUT_OFF_DAY + 1), end)

    @property
    def year(self) -> int:
        """The calendar year the period ends in."""
        return self.data_to.year

    @property
    def is_year(self) -> bool:
        """Whether the period is one whole year."""
        return self.code.isdecimal()

    @property
    def is_span(self) -> bool:
        """Whether the period covers several years."""
        match = _CODE.fullmatch(self.code)
        return bool(match and match["last"])

    @property
    def label(self) -> str:
        """The period in words: "năm 2026", "6 tháng đầu năm 2026", "giai đoạn 2023 - 2025"."""
        match = _CODE.fullmatch(self.code)
        assert match  # noqa: S101 - parse() is the only maker of codes
        year = match["year"]
        if match["half"]:
            return words.HALVES[int(match["half"]) - 1].format(year=year)
        if match["nine"]:
            return words.NINE_MONTHS.format(year=year)
        if match["quarter"]:
            return words.QUARTER.format(quarter=words.ROMAN[int(match["quarter"]) - 1], year=year)
        if match["month"]:
            return words.MONTH.format(month=int(match["month"]), year=year)
        return (
            words.YEARS.format(first=year, last=match["last"])
            if match["last"]
            else words.YEAR.format(year=year)
        )


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    """Return the first and last month of a matched code, or None for a month that does not exist."""
    if match["half"]:
        return (1, 6) if match["half"] == "1" else (7, _LAST_MONTH)
    if match["nine"]:
        return 1, 9
    if match["quarter"]:
        last = 3 * int(match["quarter"])
        return last - 2, last
    if match["month"]:
        month = int(match["month"])
        return (month, month) if 1 <= month <= _LAST_MONTH else None
    if match["last"] and match["last"] <= match["year"]:
        return None
    return 1, _LAST_MONTH
