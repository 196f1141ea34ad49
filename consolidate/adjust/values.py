"""Adjusted figures as typed, as merged rows hold them, and as the master shows them."""

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from catalogue import VND_PER_MILLION, FormDesign, comparison_key, number_text
from consolidate.adjust.fields import Adjustable
from consolidate.adjust.model import Typed
from consolidate.records import Value
from consolidate.share import SUM_DECIMALS

MONEY = ("planned_vnd", "disbursed_vnd")
DONG = Decimal(1)


def usable(figure: Adjustable, typed: Typed, design: FormDesign) -> Value:
    """Return an adjusted figure as merged rows hold it; None when it cannot be used."""
    if figure.choices:
        return _choice(typed, design.labels(figure.choices))
    if isinstance(typed, str) or not isfinite(typed) or not _is_within(figure, typed):
        return None
    return _dong(typed) if figure.key in MONEY else float(typed)


def _choice(typed: Typed, labels: Mapping[str, str]) -> str | None:
    found = {comparison_key(label): key for key, label in labels.items()}
    return found.get(comparison_key(str(typed)))


def _is_within(figure: Adjustable, number: float) -> bool:
    if figure.maximum is not None and number > figure.maximum:
        return False
    if figure.minimum is None:
        return True
    return number > figure.minimum if figure.is_above else number >= figure.minimum


def _dong(million: float) -> int:
    """Return an amount of million đồng in whole đồng, as the master's ROUND does."""
    return int((Decimal(repr(float(million))) * VND_PER_MILLION).quantize(DONG, ROUND_HALF_UP))


def in_cell(figure: Adjustable, value: Value, design: FormDesign) -> Typed | None:
    """Return a figure of a merged row as its cell of the master holds it; None for a blank."""
    if value is None:
        return None
    if figure.choices:
        return design.labels(figure.choices).get(str(value), "") or None
    if not isinstance(value, int | float):
        return None
    return value / VND_PER_MILLION if figure.key in MONEY else value


def in_words(value: Typed | None) -> str:
    """Return what a cell holds as text, to compare and to tell; blank for nothing."""
    return (
        value
        if isinstance(value, str)
        else ""
        if value is None
        else number_text(value, decimals=SUM_DECIMALS)
    )
