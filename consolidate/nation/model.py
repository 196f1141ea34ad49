"""The provinces' masters that make a national workbook, and what they add up to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from catalogue import Period, Plan, date_text, load_master, load_nation
from catalogue.wording import master as words
from consolidate.history import past_of, shown_states
from consolidate.model import MasterTables, Shown
from consolidate.nation.rollup import Figures, add_indicators, add_tasks, by_code
from consolidate.past import OVERDUE, TASKS, Past
from consolidate.rollup_indicators import IndicatorTally
from consolidate.rollup_tasks import GroupRollup, TaskTally, roll_up_groups
from consolidate.share import total
from consolidate.table import Area


@dataclass(frozen=True, kw_only=True)
class Province:
    """One province's round as its master says."""

    name: str
    folder: Path
    master: Path
    tables: MasterTables

    @cached_property
    def states(self) -> Counter[Shown]:
        """Its units by state."""
        return Counter(shown_states(self.tables))

    @cached_property
    def _figures(self) -> Mapping[str, float]:
        return past_of(self.tables).figures

    @property
    def done_pct(self) -> float | None:
        """Its tasks that are done in per cent, by weight; None while nobody has reported."""
        return self._figures.get(TASKS)

    @property
    def overdue(self) -> int:
        """How many of its tasks are overdue."""
        return int(self._figures[OVERDUE])

    def money(self, column: str) -> float:
        """Return a sum over its budgets, in million đồng."""
        return total(self.tables.tables["budgets"][column].dropna())

    @property
    def is_invented(self) -> bool:
        """Whether its figures are invented."""
        return bool(self.tables.about.get("is_invented"))


@dataclass(frozen=True, kw_only=True)
class Nation:
    """The rounds of several provinces on one plan and period.

    Attributes:
        pasts: Always none: changes over time stand in the provinces' own masters.
    """

    plan: Plan
    period: Period
    provinces: tuple[Province, ...]
    pasts: tuple[Past, ...] = ()

    @cached_property
    def tasks(self) -> tuple[TaskTally, ...]:
        """Tasks over all provinces."""
        return add_tasks(self.plan, self.said["tasks"], data_to=self.period.data_to)

    @cached_property
    def groups(self) -> tuple[GroupRollup, ...]:
        """Groups of tasks over all provinces."""
        return roll_up_groups(self.tasks, self.plan)

    @cached_property
    def indicators(self) -> tuple[IndicatorTally, ...]:
        """Indicators over all provinces."""
        return add_indicators(self.plan, self.said["indicators"], data_to=self.period.data_to)

    @cached_property
    def states(self) -> Counter[Shown]:
        """Units of all provinces by state."""
        return sum((province.states for province in self.provinces), Counter[Shown]())

    @cached_property
    def said(self) -> Mapping[str, Mapping[str, Sequence[Figures]]]:
        """What the masters say of each task and indicator: by table, then by code."""
        columns = {"tasks": "task_code", "indicators": "indicator_code"}
        return {
            key: by_code([province.tables.tables[key] for province in self.provinces], column)
            for key, column in columns.items()
        }

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Where each table stands, by sheet key, in workbook order."""
        parts, master = load_nation(), load_master()
        return {
            "provinces": Area(parts["provinces"], len(self.provinces)),
            "groups": Area(master["groups"], len(self.groups)),
            "tasks": Area(master["tasks"], len(self.tasks)),
            "indicators": Area(master["indicators"], len(self.indicators)),
            "task_parts": Area(parts["task_parts"], len(self.tasks) * len(self.provinces)),
            "indicator_parts": Area(parts["indicator_parts"], len(self.indicators) * len(self.provinces)),
        }

    @property
    def caption(self) -> str:
        """The line under every title: plan, period and cut-off."""
        return words.CAPTION.format(
            plan=self.plan.short_title, period=self.period.label, data_to=date_text(self.period.data_to)
        )

    @property
    def notice(self) -> str:
        """The line that says that figures are invented, blank when all are real."""
        return words.INVENTED if any(province.is_invented for province in self.provinces) else ""
