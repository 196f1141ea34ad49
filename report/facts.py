"""The facts of a report: every figure and name the document states, from master, plan and round."""

from dataclasses import dataclass
from datetime import date

from catalogue import Office, Plan, Round
from consolidate import MasterTables
from report.figures.adjustments import Adjustments, adjustments
from report.figures.gathering import Gathering, gathering
from report.figures.indicators import Indicators, indicators
from report.figures.money import Money, money
from report.figures.remarks import Remarks, remarks
from report.figures.tasks import Tasks, tasks
from report.figures.trend import Trend, trend
from report.figures.units import UnitsAtWork, units_at_work
from report.trace.origin import given

ROUND = "round"
"""What gives a figure that is the round's own."""
_DECEMBER = 12


@dataclass(frozen=True, kw_only=True)
class ReportFacts:
    """Everything a report says.

    Attributes:
        office: Who signs; what is not given stays blank in the document.
        period: The period in words ("năm 2026").
        year: The year the document will be dated in.
        horizon: The year whose deadlines come next.
    """

    office: Office
    plan_title: str
    plan_number: str
    plan_issuer: str
    legal_bases: tuple[str, ...]
    period: str
    data_from: date
    data_to: date
    deadline: date | None
    year: int
    horizon: int
    is_invented: bool
    gathering: Gathering
    adjustments: Adjustments
    tasks: Tasks
    indicators: Indicators
    money: Money
    units: UnitsAtWork
    remarks: Remarks
    trend: Trend


def facts(tables: MasterTables, plan: Plan, round_: Round) -> ReportFacts:
    """Return the facts of a round's report.

    Every figure comes from the master's tables, with whatever staff adjusted in them; the plan gives its
    own name and groups, the round its period, deadline and office.

    Raises:
        UnreadableFileError: The master lacks a table, or a cell that must hold a number or one of a list
            of words holds something else.
    """
    period = round_.period
    found = tasks(tables, plan)
    is_last = period.data_to.month == _DECEMBER
    return ReportFacts(
        office=round_.office,
        plan_title=plan.short_title,
        plan_number=plan.number,
        plan_issuer=plan.issuer,
        legal_bases=plan.legal_bases,
        period=period.label,
        data_from=period.data_from,
        data_to=period.data_to,
        deadline=round_.deadline,
        year=max(round_.deadline or period.data_to, period.data_to).year,
        horizon=given(period.data_to.year + is_last, ROUND),
        is_invented=round_.is_invented or bool(tables.about.get("is_invented")),
        gathering=gathering(tables),
        adjustments=adjustments(tables),
        tasks=found,
        indicators=indicators(tables),
        money=money(tables),
        units=units_at_work(tables),
        remarks=remarks(tables, found),
        trend=trend(tables),
    )
