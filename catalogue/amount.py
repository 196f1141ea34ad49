"""Numbers and dates as Vietnamese readers write them: 1.234,5 and 31/12/2026."""

from datetime import date

VND_PER_MILLION = 1_000_000


def number_text(value: float, *, decimals: int = 2) -> str:
    """Return a number with dots between thousands and a decimal comma, no trailing zeros.

    >>> number_text(1234.5)
    '1.234,5'
    >>> number_text(100.0)
    '100'
    """
    plain = f"{value:,.{decimals}f}"
    whole, _, fraction = plain.partition(".")
    fraction = fraction.rstrip("0")
    whole = whole.replace(",", ".")
    if whole == "-0" and not fraction:
        return "0"
    return f"{whole},{fraction}" if fraction else whole


def million_vnd_text(amount_vnd: int) -> str:
    """Return an amount of đồng in millions, to the đồng.

    >>> million_vnd_text(1_250_500_000)
    '1.250,5'
    """
    return number_text(amount_vnd / VND_PER_MILLION, decimals=6)


def date_text(day: date) -> str:
    """Return a date as dd/mm/yyyy.

    >>> date_text(date(2026, 2, 5))
    '05/02/2026'
    """
    return f"{day:%d/%m/}{day.year:04d}"
