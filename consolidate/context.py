"""Everything the sheets of the master are made from, and where each table stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from catalogue import FormDesign, Plan, Registry, Round, Severity, SheetKey, Task, date_text, load_master
from catalogue.wording import master as words
from catalogue.wording.findings import SEVERITY_LABELS
from consolidate.adjust.cells import staff_cells
from consolidate.adjust.fields import DETAILS, MARK
from consolidate.adjust.findings import messages, overtyped_findings, staff_findings
from consolidate.adjust.formulas import YES, in_force
from consolidate.adjust.keys import keys_of
from consolidate.adjust.model import NO_WORK, StaffWork
from consolidate.adjust.settle import Adjusted, adjust
from consolidate.formula import counted, quoted
from consolidate.link import received_path
from consolidate.model import Merged
from consolidate.past import HEADLINES, Past
from consolidate.records import Value, records
from consolidate.rollup_budgets import NO_TASK, BudgetRollup, roll_up_budgets
from consolidate.rollup_indicators import IndicatorRollup, roll_up_indicators
from consolidate.rollup_tasks import GroupRollup, Overall, TaskRollup, roll_up_groups, roll_up_tasks
from consolidate.rollup_units import Laggard, UnitRollup, laggards, roll_up_units
from consolidate.share import share_pct, total
from consolidate.table import Area, Cell, Formula
from consolidate.themes import THEMES, Issue, gather, statements
from validation import Finding, Submission

DETAIL_KEYS = {"task_rows": "task_key", "indicator_rows": "indicator_key", "budgets": "task_key"}
"""The column by which a summary counts its detail rows."""


@dataclass(frozen=True, kw_only=True)
class Context:
    """One round with its roll-ups, each computed once."""

    merged: Merged
    plan: Plan
    registry: Registry
    round_: Round
    design: FormDesign
    staff: StaffWork = NO_WORK
    pasts: tuple[Past, ...] = ()

    @cached_property
    def adjusted(self) -> Adjusted:
        """The round with staff's adjustments in force: what every roll-up is made from."""
        return adjust(self.merged, self.staff, plan=self.plan, design=self.design, period=self.round_.period)

    @cached_property
    def tasks(self) -> tuple[TaskRollup, ...]:
        """Tasks over all units."""
        return roll_up_tasks(self.adjusted.merged, self.plan, data_to=self.round_.period.data_to)

    @cached_property
    def groups(self) -> tuple[GroupRollup, ...]:
        """Groups of tasks."""
        return roll_up_groups(self.tasks, self.plan)

    @cached_property
    def indicators(self) -> tuple[IndicatorRollup, ...]:
        """Indicators over all units."""
        return roll_up_indicators(
            self.adjusted.merged, self.plan, period=self.round_.period, pasts=self.pasts
        )

    @property
    def plan_done_pct(self) -> float | None:
        """The plan's tasks that are done in per cent of all, by weight; None while nobody has reported."""
        if all(task.overall is Overall.NO_REPORT for task in self.tasks):
            return None
        done = total(group.done_weight for group in self.groups)
        return share_pct(done, total(group.weight for group in self.groups))

    @cached_property
    def laggards(self) -> tuple[Laggard, ...]:
        """Units × overdue tasks."""
        return laggards(self.tasks, self.in_force, data_to=self.round_.period.data_to)

    @cached_property
    def units(self) -> tuple[UnitRollup, ...]:
        """Units over everything they report."""
        return roll_up_units(self.merged, self.in_force, self.laggards)

    @cached_property
    def issues(self) -> tuple[Issue, ...]:
        """Difficulties and proposals, gathered."""
        themes = [choice.key for choice in self.design.choices[THEMES]]
        return gather(statements(self.records), themes=themes)

    @cached_property
    def budgets(self) -> BudgetRollup:
        """Money by funding source."""
        return roll_up_budgets(self.adjusted.merged, self.design)

    @cached_property
    def records(self) -> Mapping[SheetKey, list[dict[str, Value]]]:
        """The merged rows as plain values; on fixed sheets in the plan's order, elsewhere unit by unit."""
        return self._ordered(self.merged)

    @cached_property
    def in_force(self) -> Mapping[SheetKey, list[dict[str, Value]]]:
        """The same rows with the figures that staff adjusted."""
        return self._ordered(self.adjusted.merged) if self.adjusted.settled else self.records

    def _ordered(self, merged: Merged) -> Mapping[SheetKey, list[dict[str, Value]]]:
        order = {task.code: place for place, task in enumerate(self.plan.tasks)}
        order |= {indicator.code: place for place, indicator in enumerate(self.plan.indicators)}
        rows = {sheet: records(frame) for sheet, frame in merged.rows.items()}
        for sheet in (SheetKey.TASKS, SheetKey.INDICATORS):
            rows[sheet].sort(key=lambda row: order.get(str(row["row_key"]), len(order)))
        return rows

    @cached_property
    def keys(self) -> Mapping[str, list[str]]:
        """The keys of the detail rows, by table, in the order of `records`."""
        return {table: keys_of(table, self.records[detail.sheet]) for table, detail in DETAILS.items()}

    @cached_property
    def staff_findings(self) -> tuple[Finding, ...]:
        """What staff should see to in their own adjustments."""
        places = {table: {key: at for at, key in enumerate(keys)} for table, keys in self.keys.items()}
        file = self.round_.master_path.name
        return (
            *staff_findings(self.adjusted, places, file=file),
            *overtyped_findings(self.staff.overtyped, places, file=file),
        )

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of every file still at issue when the round closed; then those on staff's own work."""
        of_units = (finding for submission in self.merged.at_issue for finding in submission.findings)
        return (*of_units, *self.staff_findings)

    def staff_cells(self, table: str, index: int, *, is_ratio: bool = False) -> dict[str, Cell]:
        """Return the cells of one detail row that hold figures, and those that are staff's."""
        sheet, key = DETAILS[table].sheet, self.keys[table][index]
        settled = self.adjusted.settled.get((table, key))
        return staff_cells(
            table,
            index,
            own=self.records[sheet][index],
            now=self.in_force[sheet][index],
            settled=settled,
            design=self.design,
            patterns=self._patterns[table, is_ratio],
            flags=messages(settled),
        )

    @cached_property
    def _patterns(self) -> Mapping[tuple[str, bool], Mapping[str, str]]:
        """The formulas of the figures in force, by detail table and whether the row is a ratio's."""
        return {
            (table, is_ratio): in_force(self.areas[table], design=self.design, is_ratio=is_ratio)
            for table in DETAILS
            for is_ratio in (False, True)
        }

    def adjusted_count(self, table: str, detail: str, index: int) -> Formula:
        """Return how many detail rows of one row of a summary hold an adjusted figure."""
        area, rows = self.areas[table], self.areas[detail]
        pairs = (rows.span(DETAIL_KEYS[detail]), area.key_cell(index)), (rows.span(MARK), quoted(YES))
        summary = self.plan.reported_tasks if table == "tasks" else self.plan.indicators
        return Formula(text=f"={counted(*pairs)}", value=self._adjusted_counts[detail, summary[index].code])

    @cached_property
    def _adjusted_counts(self) -> Counter[tuple[str, str]]:
        return Counter(
            (table, str(row["row_key"]))
            for table, detail in DETAILS.items()
            for row, key in zip(self.records[detail.sheet], self.keys[table], strict=True)
            if (settled := self.adjusted.settled.get((table, key))) and settled.is_adjusted
        )

    @cached_property
    def summed_up(self) -> Mapping[str, frozenset[str]]:
        """The codes that have a row of their own in a summary, by its table."""
        tasks = frozenset(task.code for task in self.plan.reported_tasks)
        indicators = frozenset(indicator.code for indicator in self.plan.indicators)
        return {"tasks": tasks, "indicators": indicators, "money": tasks | {NO_TASK}}

    @cached_property
    def received(self) -> str:
        """The way from the master's folder to the files that came back, for links."""
        return received_path(self.round_)

    @cached_property
    def submissions(self) -> Mapping[str, Submission]:
        """The files by name."""
        return {submission.file: submission for submission in self.merged.submissions}

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Where each table stands, by sheet key."""
        counts = {
            "submissions": len(self.merged.standings),
            "groups": len(self.groups),
            "tasks": len(self.plan.reported_tasks),
            "laggards": len(self.laggards),
            "units": len(self.units),
            "money": len(self.plan.reported_tasks) + 1,  # and money of no task
            "issues": len(self.issues),
            "issue_rows": sum(len(issue.statements) for issue in self.issues),
            "trend": len(HEADLINES) + len(self.groups) + sum(each.is_pooled for each in self.indicators),
            "task_rows": len(self.records[SheetKey.TASKS]),
            "indicators": len(self.plan.indicators),
            "indicator_rows": len(self.records[SheetKey.INDICATORS]),
            "budgets": len(self.records[SheetKey.BUDGETS]),
            "proposals": len(self.records[SheetKey.PROPOSALS]),
            "findings": len(self.findings),
            "sources": len(self.merged.submissions),
            "orphans": len(self.adjusted.orphans),
        }
        return {key: Area(sheet, counts[key]) for key, sheet in load_master().items()}

    @property
    def caption(self) -> str:
        """The line under every title: plan, period and cut-off."""
        period = self.round_.period
        return words.CAPTION.format(
            plan=self.plan.short_title, period=period.label, data_to=date_text(period.data_to)
        )

    @property
    def notice(self) -> str:
        """The line that says that the figures are invented, blank when they are real."""
        return words.INVENTED if self.round_.is_invented else ""

    @cached_property
    def _labels(self) -> Mapping[tuple[str, str], str]:
        return {
            (name, choice.key): choice.label
            for name, choices in self.design.choices.items()
            for choice in choices
        }

    def label(self, choices: str, key: object) -> str:
        """Return the words of a dropdown's answer, blank for no answer."""
        return self._labels.get((choices, str(key)), "")

    def weight(self, finding: Finding) -> str:
        """Return how much a finding weighs, in words; an error accepted by exception is settled."""
        is_settled = finding.severity is Severity.ERROR and finding.file in self._settled
        return words.SETTLED_ERROR if is_settled else SEVERITY_LABELS[finding.severity]

    @cached_property
    def _settled(self) -> frozenset[str]:
        return frozenset(self.merged.left_out)

    @cached_property
    def weights(self) -> Mapping[tuple[str, str], int]:
        """The findings of each unit by weight, over `findings`."""
        return Counter((finding.unit_code, self.weight(finding)) for finding in self.findings)

    def unit_name(self, code: object) -> str:
        """Return the name of the agency of a unit code, blank for a code that is unknown."""
        return self.registry.unit(str(code)).agency_name if self.registry.has(str(code)) else ""

    @cached_property
    def task_by_code(self) -> Mapping[str, Task]:
        """The plan's tasks by code."""
        return {task.code: task for task in self.plan.tasks}

    @cached_property
    def _task_names(self) -> Mapping[str, str]:
        return {task.code: self.plan.full_name(task) for task in self.plan.tasks}

    def task_name(self, code: object) -> str:
        """Return a task's full name, blank for no task."""
        return self._task_names.get(str(code), "")

    def named_task(self, code: object) -> str:
        """Return a task's code and full name, blank for no task."""
        name = self.task_name(code)
        return words.NAMED_TASK.format(code=code, name=name) if name else ""
