"""Data validation: what a cell takes, and what it says when selected or refused."""

from datetime import date

from catalogue import Field, Kind, Period, date_text, number_text
from catalogue.wording import forms as words
from templates.layout import TASK_LIST, list_name
from templates.selfcheck import date_limits

TITLE_LENGTH = 32
MESSAGE_LENGTH = 255
# Excel has no rule "any number": one that no number breaks stands for it.
_LOWEST = -(10**15)

Rule = dict[str, object]


def cell_rule(field: Field, period: Period) -> Rule:
    """Return XlsxWriter's options for the cells of a field the unit answers."""
    options = _limits(field, period)
    message = str(options.pop("error_message", ""))
    rule: Rule = {"ignore_blank": True, **options}
    if field.prompt:
        rule |= {"input_title": short_title(field.header), "input_message": field.prompt[:MESSAGE_LENGTH]}
    if message:
        rule |= {"error_title": words.ERROR_TITLE, "error_message": message[:MESSAGE_LENGTH]}
    return rule


def short_title(header: str) -> str:
    """Return a header cut to what a message's title holds, without what stands in brackets."""
    return header.partition(" (")[0][:TITLE_LENGTH]


def _limits(field: Field, period: Period) -> Rule:
    if field.kind in (Kind.CHOICE, Kind.TASK):
        name = list_name(field.choices or TASK_LIST)
        return {"validate": "list", "source": f"={name}", "error_message": words.CHOICE_ERROR}
    if field.kind is Kind.DATE:
        return _date_limits(*date_limits(field, period))
    if field.kind.is_number:
        return _number_limits(field)
    if field.max_length is not None:
        error = words.LENGTH_ERROR.format(limit=number_text(field.max_length))
        return {"validate": "length", "criteria": "<=", "value": field.max_length, "error_message": error}
    return {"validate": "any"}


def _date_limits(first: date, last: date) -> Rule:
    error = words.DATE_ERROR.format(low=date_text(first), high=date_text(last))
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": first,
        "maximum": last,
        "error_message": error,
    }


def _number_limits(field: Field) -> Rule:
    low, high = _plain(field.minimum), _plain(field.maximum)
    bounds = {"low": low, "high": high}
    texts = {name: number_text(bound) for name, bound in bounds.items() if bound is not None}
    if low is not None and high is not None:
        limits = {"criteria": "between", "minimum": low, "maximum": high}
        return {"validate": "decimal", **limits, "error_message": words.NUMBER_BETWEEN_ERROR.format(**texts)}
    if low is not None:
        error = words.NUMBER_FROM_ERROR.format(**texts)
        return {"validate": "decimal", "criteria": ">=", "value": low, "error_message": error}
    return {"validate": "decimal", "criteria": ">=", "value": _LOWEST, "error_message": words.NUMBER_ERROR}


def _plain(bound: float | None) -> float | None:
    """Return a bound, a whole one without a fraction: it stands in the file as it is written."""
    return int(bound) if bound is not None and bound.is_integer() else bound
