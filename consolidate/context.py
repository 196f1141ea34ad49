"""Everything the sheets of the master are made from, and where each table stands."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from catalogue import FormDesign, Plan, Registry, Round, Severity, SheetKey, Task, date_text, load_master
from catalogue.wording import master as words
from catalogue.wording.findings import SEVERITY_LABELS
from consolidate.model import FileState, Merged
from consolidate.records import Value, records
from consolidate.rollup_budgets import BudgetRollup, roll_up_budgets
from consolidate.rollup_indicators import IndicatorRollup, roll_up_indicators
from consolidate.rollup_tasks import GroupRollup, TaskRollup, roll_up_groups, roll_up_tasks
from consolidate.table import Area
from validation import Finding, Submission


@dataclass(frozen=True, kw_only=True)
class Context:
    """One round with its roll-ups, each computed once."""

    merged: Merged
    plan: Plan
    registry: Registry
    round_: Round
    design: FormDesign

    @cached_property
    def tasks(self) -> tuple[TaskRollup, ...]:
        """Tasks over all units."""
        return roll_up_tasks(self.merged, self.plan, data_to=self.round_.period.data_to)

    @cached_property
    def groups(self) -> tuple[GroupRollup, ...]:
        """Groups of tasks."""
        return roll_up_groups(self.tasks, self.plan)

    @cached_property
    def indicators(self) -> tuple[IndicatorRollup, ...]:
        """Indicators over all units."""
        return roll_up_indicators(self.merged, self.plan)

    @cached_property
    def budgets(self) -> BudgetRollup:
        """Money by funding source."""
        return roll_up_budgets(self.merged, self.design)

    @cached_property
    def records(self) -> Mapping[SheetKey, list[dict[str, Value]]]:
        """The merged rows as plain values; on fixed sheets in the plan's order, elsewhere unit by unit."""
        order = {task.code: place for place, task in enumerate(self.plan.tasks)}
        order |= {indicator.code: place for place, indicator in enumerate(self.plan.indicators)}
        rows = {sheet: records(frame) for sheet, frame in self.merged.rows.items()}
        for sheet in (SheetKey.TASKS, SheetKey.INDICATORS):
            rows[sheet].sort(key=lambda row: order.get(str(row["row_key"]), len(order)))
        return rows

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """The findings of every file whose place no later one has taken."""
        return tuple(
            finding
            for submission in self.merged.submissions
            if self.merged.states[submission.file] is not FileState.SUPERSEDED
            for finding in submission.findings
        )

    @cached_property
    def submissions(self) -> Mapping[str, Submission]:
        """The files by name."""
        return {submission.file: submission for submission in self.merged.submissions}

    @cached_property
    def areas(self) -> Mapping[str, Area]:
        """Where each table stands, by sheet key."""
        counts = {
            "submissions": len(self.merged.standings),
            "tasks": len(self.plan.reported_tasks),
            "task_rows": len(self.records[SheetKey.TASKS]),
            "indicators": len(self.plan.indicators),
            "indicator_rows": len(self.records[SheetKey.INDICATORS]),
            "budgets": len(self.records[SheetKey.BUDGETS]),
            "proposals": len(self.records[SheetKey.PROPOSALS]),
            "findings": len(self.findings),
            "sources": len(self.merged.submissions),
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
