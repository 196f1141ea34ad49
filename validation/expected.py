"""What the forms of a round are, held ready for reading thousands of them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import NamedTuple, Self

from catalogue import Duty, Field, FormDesign, Kind, Period, Plan, SheetKey, name_key
from templates import FixedLines
from validation.parsing import Dropdowns, Parsed, dropdowns_of, parse
from validation.reading import Value
from validation.structure import CHECKED_SHEETS, FIXED_SHEETS, SheetForm, sheet_form

_LIKELY = frozenset({str, float, date})
# The tasks on offer are each unit's own.
_OWN = frozenset({Kind.TASK})
_SHORT, _MOST_KNOWN = 60, 4_000


class Asked(NamedTuple):
    """A field that a unit answers, and what is already known of answers to it."""

    key: str
    field: Field
    known: dict[tuple[object, ...], Parsed]

    @classmethod
    def of(cls, field: Field) -> Self:
        """Return a field of which no answer is known."""
        return cls(field.key, field, {})

    def parsed(self, raw: Value, dropdowns: Dropdowns, *, unit: str) -> Parsed:
        """Return what `parse` does; what many units answer alike is parsed once."""
        kind = type(raw)
        if kind not in _LIKELY or (kind is str and len(raw) > _SHORT) or self.field.kind in _OWN:  # type: ignore[arg-type]  # a text has a length
            return parse(raw, self.field, dropdowns, unit=unit)
        asked = kind, raw, unit
        found = self.known.get(asked)
        if found is None:
            if len(self.known) >= _MOST_KNOWN:
                self.known.clear()
            found = self.known[asked] = parse(raw, self.field, dropdowns, unit=unit)
        return found


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What the round's forms are: whose, of which plan and period, with which columns."""

    plan: Plan
    period: Period
    design: FormDesign
    duties: Mapping[str, Duty]

    def dropdowns(self, duty: Duty) -> Dropdowns:
        """Return what a unit's dropdowns offer."""
        codes = tuple(owed.task.code for owed in duty.tasks)
        # Many units owe the same tasks: a hundred communes have the same dropdowns.
        if codes not in self._dropdowns:
            self._dropdowns[codes] = self._any_dropdowns.of(duty, self.plan)
        return self._dropdowns[codes]

    def forms(self, duty: Duty) -> dict[SheetKey, SheetForm]:
        """Return the sheets of a unit's form."""
        return {
            key: replace(form, printed=self._printed(key, duty)) if key in FIXED_SHEETS else form
            for key, form in self.blank_forms.items()
        }

    def _printed(self, key: SheetKey, duty: Duty) -> dict[str, Mapping[str, str | float]]:
        return {line.key: line.fixed for line in self._fixed_lines.of(key, duty)}

    @cached_property
    def blank_forms(self) -> Mapping[SheetKey, SheetForm]:
        """The sheets of any unit's form, without rows."""
        return {key: sheet_form(key, self.design) for key in CHECKED_SHEETS}

    @cached_property
    def asked(self) -> Mapping[SheetKey, tuple[Asked, ...]]:
        """The fields a unit answers, by sheet, in column order."""
        return {
            key: tuple(Asked.of(each) for each in asked_fields(key, self.design)) for key in CHECKED_SHEETS
        }

    def unit_named(self, name: str) -> str:
        """Return the code of the one reporting unit that goes by a name, blank when there is none."""
        codes = self._units_by_name.get(name_key(name), frozenset())
        return next(iter(codes)) if len(codes) == 1 else ""

    @cached_property
    def _units_by_name(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for code, duty in self.duties.items():
            for name in (duty.unit.agency_name, duty.unit.name):
                found[name_key(name)] = found.get(name_key(name), frozenset()) | {code}
        return found

    @cached_property
    def _fixed_lines(self) -> FixedLines:
        return FixedLines(self.plan)

    @cached_property
    def _any_dropdowns(self) -> Dropdowns:
        return dropdowns_of(self.plan, self.design)

    @cached_property
    def _dropdowns(self) -> dict[tuple[str, ...], Dropdowns]:
        return {}


def asked_fields(key: SheetKey, design: FormDesign) -> tuple[Field, ...]:
    """Return the fields of a sheet that a unit answers, in column order."""
    return tuple(each for each in design.fields_of(key) if not each.is_fixed)
