"""The rounds before this one: found beside it on disk, or where the officer says."""

from datetime import date
from pathlib import Path

from catalogue import ROUND_FILE, Period, Round, RoundError, load_round
from catalogue.wording import rollups as words


def earlier_rounds(round_: Round, *, folder: Path | None = None) -> tuple[Round, ...]:
    """Return the earlier rounds of the same plan that have a master, the oldest first, each period once.

    Of two periods that end on one day (a quarter and a half-year) the one that starts as this round's does
    comes later, then the longer. A folder whose settings cannot be read is passed over: it is another
    round's business.

    Args:
        round_: The round.
        folder: A round, or a folder of rounds; None means the folders beside the round.

    Raises:
        RoundError: There is none in the folder that was named.
    """
    place = round_.folder.resolve().parent if folder is None else folder
    folders = [place, *sorted(place.iterdir())] if place.is_dir() else []
    found = [each for each in map(_round_in, folders) if each and _is_earlier(each, round_)]
    if folder is not None and not found:
        raise RoundError(words.NO_EARLIER_ROUND.format(folder=folder))
    by_period = {each.period: each for each in found}
    return tuple(sorted(by_period.values(), key=lambda each: _rank(each.period, round_.period)))


def _round_in(folder: Path) -> Round | None:
    if not (folder / ROUND_FILE).is_file():
        return None
    try:
        return load_round(folder)
    except RoundError:
        return None


def _is_earlier(other: Round, round_: Round) -> bool:
    is_before = other.period.data_to < round_.period.data_to
    return is_before and other.plan_id == round_.plan_id and other.master_path.is_file()


def _rank(period: Period, current: Period) -> tuple[date, bool, int]:
    return period.data_to, period.data_from == current.data_from, (period.data_to - period.data_from).days
