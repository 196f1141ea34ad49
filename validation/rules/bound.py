"""The rules of a sheet in one round: those its fields' own data imply, and the catalogue's."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from catalogue import Clause, Code, Field, Rule, RuleFunction, SheetKey, load_rules
from validation.rules.conditions import meets, meets_clauses
from validation.rules.context import RuleContext
from validation.rules.copies import copied_from_previous, copied_in_file
from validation.rules.money import repeats_source
from validation.rules.numbers import jumps, ratio_differs, total_differs
from validation.rules.outcome import Outcome
from validation.rules.peers import far_from_peers, times_from_peers
from validation.rules.substance import is_thin, mostly_empty
from validation.rules.units import units_disagree

Function = Callable[[pd.DataFrame, pd.Series, Rule, RuleContext], Outcome]

FUNCTIONS: dict[RuleFunction, Function] = {
    RuleFunction.RATIO_DIFFERS: ratio_differs,
    RuleFunction.IS_THIN: is_thin,
    RuleFunction.MOSTLY_EMPTY: mostly_empty,
    RuleFunction.COPIED_IN_FILE: copied_in_file,
    RuleFunction.COPIED_FROM_PREVIOUS: copied_from_previous,
    RuleFunction.REPEATS_SOURCE: repeats_source,
    RuleFunction.TOTAL_DIFFERS: total_differs,
    RuleFunction.JUMPS: jumps,
    RuleFunction.FAR_FROM_PEERS: far_from_peers,
    RuleFunction.TIMES_FROM_PEERS: times_from_peers,
    RuleFunction.UNITS_DISAGREE: units_disagree,
}
"""Each takes a widened frame, the rows to look at, the rule and the round; it finds rows among those."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundRule:
    """One check of a row in one round.

    Attributes:
        sheet: The sheet whose rows it looks at.
        code: What is reported.
        field_key: The cell that is blamed, blank for the whole sheet.
        needs: The fields that must have been readable in a row.
        test: Gives, for a widened frame and the rows in which the needs could be read, what breaks the rule.
        rule: The catalogue's rule; None for what a field's own data imply.
        clause: For R305, the condition under which the cell must be blank.
    """

    sheet: SheetKey
    code: Code
    field_key: str
    needs: tuple[str, ...]
    test: Callable[[pd.DataFrame, pd.Series], Outcome]
    rule: Rule | None = None
    clause: Clause | None = None

    @property
    def column(self) -> str:
        """A name for the rule's own column in the schema."""
        part = self.clause.field_key if self.clause else self.rule.function if self.rule else ""
        return f"{self.code.name}|{self.field_key}|{part or ''}"


def rules_for(fields: Sequence[Field], context: RuleContext) -> tuple[BoundRule, ...]:
    """Return the rules of a sheet, given the fields a unit answers there.

    Rules that hold a period against the one before are left out where there is none.
    """
    own = [bound for field in fields for bound in _field_rules(field)]
    sheet = fields[0].sheet
    general = [
        _bound(rule, fields, context)
        for rule in load_rules(context.period.data_to)
        if rule.sheet is sheet and (context.history or not rule.needs_history)
    ]
    return (*own, *general)


def _bound(rule: Rule, fields: Sequence[Field], context: RuleContext) -> BoundRule:
    def test(frame: pd.DataFrame, readable: pd.Series) -> Outcome:
        rows = meets(frame, rule.condition, context.period) & readable
        function = FUNCTIONS.get(rule.function) if rule.function else None
        return function(frame, rows, rule, context) if function else Outcome(broken=rows)

    answered = {field.key for field in fields}
    return BoundRule(
        sheet=rule.sheet,
        code=rule.code,
        field_key=rule.field_key,
        needs=tuple(sorted(answered & (rule.columns | {rule.field_key}))),
        test=test,
        rule=rule,
    )


def _field_rules(field: Field) -> Iterator[BoundRule]:
    if field.is_required:
        yield BoundRule(
            sheet=field.sheet,
            code=Code.C201,
            field_key=field.key,
            needs=(field.key, *(clause.field_key for clause in field.required_when)),
            test=lambda frame, readable: Outcome(
                broken=frame[field.key].isna() & meets_clauses(frame, field.required_when) & readable
            ),
        )
    for clause in field.blank_when:
        yield _blank_rule(field, clause)


def _blank_rule(field: Field, clause: Clause) -> BoundRule:
    return BoundRule(
        sheet=field.sheet,
        code=Code.R305,
        field_key=field.key,
        needs=(field.key, clause.field_key),
        test=lambda frame, readable: Outcome(
            broken=frame[field.key].notna() & meets_clauses(frame, (clause,)) & readable
        ),
        clause=clause,
    )
