"""Numbers the Vietnamese way, with the units people write beside them."""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, localcontext
from functools import cache
from itertools import pairwise

from catalogue import VND_PER_MILLION, Code, Kind, comparison_key, number_text, plain_key
from catalogue.wording import numbers as words
from validation.parsing.parsed import BLANK, Parsed, understood
from validation.parsing.shown import says_one_of, shown, tidy
from validation.reading import PercentNumber, Value

_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.' ])[0-9]{3}(?:\1[0-9]{3})*(?:,[0-9]+)?")
_PLAIN = re.compile(r"[0-9]+(?:,[0-9]+)?")
_ONE_GROUP = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")
_COMMA_THREE = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_OTHER_WAY = re.compile(r"[0-9]+\.[0-9]+|[0-9]{1,3}(?:[,' ][0-9]{3})+(?:\.[0-9]+)?")
_POINT_PART = re.compile(r"0?\.([0-9]+)")
_TERM = re.compile(r"([0-9](?:[0-9., ']*[0-9])?)\s*([^0-9]*)")

_LONGEST = 120
# Above these a float no longer holds every unit, and đồng no longer fit 64 bits.
_LARGEST, _LARGEST_MILLION_VND = 10**15, 10**12
_PER_CENT = "%"
_HUNDRED = 100
_ASK_BACK_ABOVE = Decimal("1.5")


def parse_number(raw: Value, kind: Kind, *, unit: str = "") -> Parsed:
    """Return a number; an amount of money typed in million đồng becomes whole đồng.

    A numeric cell is the number it holds and never goes through the text grammar. Text follows the
    Vietnamese grammar: `1.234,5`, `1 234,5`, `12,5 %`, and for money `1,2 tỷ`, `500 triệu đồng`.

    Args:
        raw: The cell as read.
        kind: A kind of number.
        unit: What a `Kind.NUMBER` is counted in ("%", "ha"), blank when that is not known.

    >>> parse_number("1.234,5", Kind.NUMBER).value
    1234.5
    >>> parse_number("12.5", Kind.NUMBER).problem.name
    'C204'
    """
    if isinstance(raw, str):
        return _from_text(tidy(raw), kind, unit)
    if not isinstance(raw, float) or not math.isfinite(raw):
        return Parsed(problem=Code.C203)
    if isinstance(raw, PercentNumber):
        return _from_percent_cell(raw, kind, unit)
    if kind is Kind.PERCENT and 0 < raw < 1:
        return _which_share(Decimal(repr(float(raw))))
    return _valued(raw, kind)


def _valued(number: Decimal | float, kind: Kind) -> Parsed:
    """Return a number in its field's own unit as the value, or say that it cannot be one."""
    is_money = kind is Kind.MILLION_VND
    bound = _LARGEST_MILLION_VND if is_money else _LARGEST
    if not -bound < number < bound:
        return Parsed(problem=Code.C203)
    if not is_money:
        return Parsed(float(number))
    with localcontext(prec=50):
        return Parsed(int((Decimal(number) * VND_PER_MILLION).to_integral_value()))


def _which_share(share: Decimal) -> Parsed:
    """Ask whether 0,85 stands for 0,85 % or for 85 %."""
    facts = {"value": _written(share), "read_as": _written(share * _HUNDRED)}
    return Parsed(problem=Code.C213, facts=facts)


def _written(number: Decimal) -> str:
    return number_text(float(number), decimals=6)


def _is_per_cent(kind: Kind, unit: str) -> bool:
    return kind is Kind.PERCENT or (kind is Kind.NUMBER and unit.strip() == _PER_CENT)


def _from_percent_cell(raw: PercentNumber, kind: Kind, unit: str) -> Parsed:
    """Return what a cell formatted as per cent shows; more than 150 % may be 85 formatted afterwards."""
    if not _is_per_cent(kind, unit):
        return Parsed(problem=Code.C203, facts={"value": shown(raw)})
    number = Decimal(repr(float(raw)))
    if number > _ASK_BACK_ABOVE:
        facts = {"value": _written(number * _HUNDRED), "read_as": _written(number)}
        return Parsed(problem=Code.C213, facts=facts)
    with localcontext(prec=50):
        return _kept(_valued(number * _HUNDRED, kind), number * _HUNDRED, kind, is_noted=True)


def _kept(parsed: Parsed, number: Decimal, kind: Kind, *, is_noted: bool) -> Parsed:
    """Return a value with what a marked copy shows: the number, in a way that is not asked about again."""
    if parsed.problem:
        return parsed
    text = _written(number)
    template = {Kind.PERCENT: words.PERCENTAGE, Kind.MILLION_VND: words.MILLIONS}.get(kind, "{number}")
    is_share = kind is Kind.PERCENT and 0 < number < 1
    return Parsed(
        parsed.value,
        notes=understood(template.format(number=text)) if is_noted else (),
        kept=words.PERCENTAGE.format(number=text) if is_share else float(number),
    )


def _from_text(text: str, kind: Kind, unit: str) -> Parsed:
    if not text:
        return BLANK
    if len(text) > _LONGEST:
        return Parsed(problem=Code.C203)
    if says_one_of(text, words.NO_ANSWER):
        return Parsed(problem=Code.C214)
    if _about().fullmatch(comparison_key(text)):
        return Parsed(problem=Code.C211)
    if kind is Kind.PERCENT and (share := _bare_share(text)):
        return _which_share(share)
    amount = _amount(text, kind, unit)
    if isinstance(amount, Code):
        return Parsed(problem=amount)
    number, is_noted = amount
    return _kept(_valued(number, kind), number, kind, is_noted=is_noted)


def _bare_share(text: str) -> Decimal | None:
    """Return a number between 0 and 1 written without a sign of per cent, in either way of writing."""
    match = _POINT_PART.fullmatch(text.replace(",", "."))
    share = Decimal(f"0.{match[1]}") if match else Decimal(0)
    return share or None


@dataclass(frozen=True, slots=True)
class _Term:
    """A number with the unit beside it, and how many of the field's own unit that unit is."""

    number: Decimal
    factor: Decimal
    unit: str

    @property
    def amount(self) -> Decimal:
        """The number in the field's own unit."""
        return self.number * self.factor

    def is_noted(self, kind: Kind) -> bool:
        """Whether it is worth saying how the unit was understood."""
        return self.factor != 1 or (kind is Kind.NUMBER and self.unit not in ("", _PER_CENT))


def _amount(text: str, kind: Kind, unit: str) -> tuple[Decimal, bool] | Code:
    """Return the number in the field's own unit, and whether what was typed is worth a note."""
    sign, body = (text[0], text[1:]) if text[0] in "+-" else ("", text)
    if sign and body[:1] == " ":
        return Code.C204 if "0" <= body.strip()[:1] <= "9" else Code.C203  # a sign, or a bullet
    if not "0" <= body[:1] <= "9":
        return Code.C203
    terms: list[_Term] = []
    with localcontext(prec=50):
        for digits, unit_text in _TERM.findall(body):
            term = _term(digits, unit_text, kind, unit)
            if isinstance(term, Code):
                return term
            terms.append(term)
        if not _make_one_amount(terms, kind):
            return Code.C203
        total = sum((term.amount for term in terms), Decimal(0))
    is_noted = len(terms) > 1 or terms[0].is_noted(kind)
    return (-total if sign == "-" else total), is_noted


def _make_one_amount(terms: Sequence[_Term], kind: Kind) -> bool:
    """Whether the terms add up as "1 tỷ 200 triệu" does: each has a unit and is less than one of the last."""
    return len(terms) == 1 or (
        kind is Kind.MILLION_VND
        and all(term.unit for term in terms)
        and all(term.amount < before.factor for before, term in pairwise(terms))
    )


def _term(digits: str, unit_text: str, kind: Kind, unit: str) -> _Term | Code:
    typed = _unit_key(unit_text)
    factor = _factors(kind, unit).get(typed) if unit_text.strip() else Decimal(1)
    if factor is None:
        return Code.C203
    is_large = kind is Kind.MILLION_VND and factor > 1
    number = _decimal(digits, may_be_one_group=kind is not Kind.PERCENT and not is_large)
    return number if isinstance(number, Code) else _Term(number, factor, typed)


def _decimal(text: str, *, may_be_one_group: bool) -> Decimal | Code:
    """Return digits read the Vietnamese way; what would differ read the English way is asked back."""
    if _COMMA_THREE.fullmatch(text) or (_ONE_GROUP.fullmatch(text) and not may_be_one_group):
        return Code.C204
    if _PLAIN.fullmatch(text) or _GROUPED.fullmatch(text):
        return Decimal(re.sub("[.' ]", "", text).replace(",", "."))
    return Code.C204 if _OTHER_WAY.fullmatch(text) else Code.C203


def _unit_key(text: str) -> str:
    return comparison_key(text).replace(" ", "").replace(".", "")


@cache
def _factors(kind: Kind, unit: str) -> Mapping[str, Decimal]:
    """Return the units that may stand after a number, with their factor to the field's own unit."""
    if kind is Kind.MILLION_VND:
        return _money_factors()
    spellings = words.PER_CENT if _is_per_cent(kind, unit) else (unit,)
    return {
        _unit_key(key(each)): Decimal(1) for each in spellings if each.strip() for key in (str, plain_key)
    }


def _money_factors() -> Mapping[str, Decimal]:
    amounts = {
        f"{scale} {currency}": amount
        for scale, amount in {"": 1, **words.MONEY_SCALES}.items()
        for currency in ("", *words.CURRENCIES)
        if scale or currency
    }
    factors = {text: Decimal(amount) / VND_PER_MILLION for text, amount in amounts.items()}
    plain = {_unit_key(plain_key(text)): factor for text, factor in factors.items()}
    return plain | {_unit_key(text): factor for text, factor in factors.items()}


@cache
def _about() -> re.Pattern[str]:
    """Return the pattern of an estimate, over comparison keys: about, more than, from … to."""
    before, after, start, to = (
        "|".join(re.escape(comparison_key(word)) for word in sorted(each, key=len, reverse=True))
        for each in (words.ABOUT, words.OR_SO, words.FROM, words.TO)
    )
    number = r"[0-9][0-9.,' ]*"
    return re.compile(
        rf"(?:(?:{before})\s*)+{number}.*|{number}[^0-9]*?(?:{after})"
        rf"|(?:(?:{start})\s+)?{number}[^0-9]*?(?:{to})\s*{number}[^0-9]*"
    )
