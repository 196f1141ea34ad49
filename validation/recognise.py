"""Recognise a file: whose form of which plan and period it is, by its hidden identity or by what it shows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from catalogue import Code, Duty, Identity, Period, RoundError, SheetKey, comparison_key, identity, name_key
from validation.expected import Expected
from validation.parsing import shown
from validation.reading import RawWorkbook
from validation.structure import (
    LocatedForm,
    Remark,
    VisibleIdentity,
    hidden_identity,
    locate_form,
    same_text,
    visible_identity,
    whole_identity,
)

# Which findings say that an old form did not fit the present one.
_MISFITS = frozenset({Code.T101, Code.T102, Code.T103, Code.T104, Code.T118})


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a file was recognised as: nothing to be read when there is no duty; the remarks say why.

    Attributes:
        form_version: What the form says, blank when it lost that.
    """

    duty: Duty | None = None
    form: LocatedForm | None = None
    remarks: tuple[Remark, ...] = ()
    form_version: str = ""


def recognise(workbook: RawWorkbook, expected: Expected) -> Recognised:
    """Return whose form a workbook is, and where its sheets stand."""
    said = hidden_identity(workbook)
    whole = whole_identity(said)
    found = _by_identity(workbook, whole, expected) if whole else _by_content(workbook, said, expected)
    return replace(found, form_version=said.get("form_version", ""))


def _by_identity(workbook: RawWorkbook, said: Identity, expected: Expected) -> Recognised:
    foreign = _foreign(said, workbook, expected)
    if foreign:
        return Recognised(remarks=(foreign,))
    duty = expected.duties[said.unit_code]
    form = locate_form(workbook, expected.forms(duty))
    remarks = _shown_remarks(form, duty, expected)
    if any(remark.code is Code.E004 for remark in remarks):
        return Recognised(remarks=remarks)
    remarks += _version_remarks(said, form, duty, expected)
    return Recognised(duty=duty, form=form, remarks=remarks)


def _foreign(said: Identity, workbook: RawWorkbook, expected: Expected) -> Remark | None:
    """Return why a form is none of this round's."""
    if said.plan_id != expected.plan.id:
        facts = {"expected": expected.plan.short_title}
        seen = visible_identity(workbook, expected.blank_forms[SheetKey.INFO])
        return Remark(code=Code.E003, value=seen.short_plan or said.plan_id, facts=facts)
    if said.period != expected.period.code:
        return _other_period(_period_label(said.period), expected)
    if said.unit_code not in expected.duties:
        return Remark(code=Code.E005, value=said.unit_code)
    return None


def _other_period(label: str, expected: Expected) -> Remark:
    return Remark(code=Code.E004, value=label, facts={"expected": expected.period.label})


def _period_label(code: str) -> str:
    try:
        return Period.parse(code).label
    except RoundError:
        return code


def _version_remarks(said: Identity, form: LocatedForm, duty: Duty, expected: Expected) -> tuple[Remark, ...]:
    ours = identity(duty, expected.plan, expected.period.code, expected.design)
    if said == ours:
        return ()
    if (said.plan_version, said.form_version) != (ours.plan_version, ours.form_version):
        return (Remark(code=Code.E006),)
    noticed = {remark.code for sheet in form.sheets.values() for remark in sheet.remarks}
    noticed |= {remark.code for remark in form.remarks}
    is_whole = not noticed & _MISFITS and not any(sheet.missing for sheet in form.sheets.values())
    return (Remark(code=Code.E022),) if is_whole else ()


def _shown_remarks(form: LocatedForm, duty: Duty, expected: Expected) -> tuple[Remark, ...]:
    """Hold what the information sheet shows against whose form it is."""
    info = form.sheets.get(SheetKey.INFO)
    found: list[Remark] = []
    for key, (cell, value) in (info.fixed if info else {}).items():
        text = shown(value)
        if key == "unit" and value is not None and value != duty.unit.agency_name:
            found += _other_unit(text, cell, duty, expected)
        if key == "period" and value is not None and not _has(text, expected.period.label):
            found.append(_other_period(text, expected))
        if key == "plan" and value is not None and not same_text(value, expected.plan.title):
            found.append(_edited(key, text, cell, expected.plan.title, expected))
    return tuple(found)


def _other_unit(text: str, cell: str, duty: Duty, expected: Expected) -> list[Remark]:
    """Return what is to say of an edited name: a longer form of the same name is only an edit."""
    name, names = duty.unit.agency_name, (duty.unit.agency_name, duty.unit.name)
    if name_key(text) in map(name_key, names):
        return []
    if not expected.unit_named(text) and any(_has(name_key(text), name_key(each)) for each in names):
        return [_edited("unit", text, cell, name, expected)]
    facts = {"expected": name}
    return [
        Remark(code=Code.E021, sheet_key=SheetKey.INFO, field_key="unit", cell=cell, value=text, facts=facts)
    ]


def _edited(field_key: str, text: str, cell: str, printed: str, expected: Expected) -> Remark:
    facts = {"header": expected.design.field(SheetKey.INFO, field_key).header, "expected": printed}
    return Remark(
        code=Code.T117, sheet_key=SheetKey.INFO, field_key=field_key, cell=cell, value=text, facts=facts
    )


def _has(text: str, part: str) -> bool:
    """Whether a text holds a part, word by word."""
    return f" {comparison_key(part)} " in f" {comparison_key(text)} "


def _by_content(workbook: RawWorkbook, said: Mapping[str, str], expected: Expected) -> Recognised:
    """Recognise a form whose hidden identity is lost; whatever is doubtful makes it nobody's form."""
    seen = visible_identity(workbook, expected.blank_forms[SheetKey.INFO])
    code = expected.unit_named(seen.unit) if seen.unit else ""
    unknown = Recognised(remarks=(Remark(code=Code.E002),))
    if not code or not seen.period or not _is_of_plan(seen, expected):
        return unknown
    if not _has(seen.period, expected.period.label):
        return Recognised(remarks=(_other_period(seen.period, expected),))
    duty = expected.duties[code]
    ours = identity(duty, expected.plan, expected.period.code, expected.design)
    if any(getattr(ours, name) != value for name, value in said.items()):
        return unknown
    form = locate_form(workbook, expected.forms(duty))
    if 2 * form.named_rows < len(duty.tasks) + len(duty.indicators):
        return unknown
    note = Remark(code=Code.E020, value=duty.unit.agency_name)
    return Recognised(duty=duty, form=form, remarks=(note,))


def _is_of_plan(seen: VisibleIdentity, expected: Expected) -> bool:
    """Whether the plan a form shows is ours; one that shows none is told by its rows."""
    shows = [(seen.plan, expected.plan.title), (seen.short_plan, expected.plan.short_title)]
    return all(not text or comparison_key(text) == comparison_key(ours) for text, ours in shows)
