"""Rule about a unit: which of its files counts, and whether it need report; pure functions."""

from collections.abc import Collection, Sequence
from datetime import datetime

from catalogue import DecisionError, Unit, clean, date_text
from catalogue.wording import ledger as words
from consolidate.decide import Signature
from consolidate.ledger import Event, EventKind, Key, Rulings
from consolidate.model import UnitStanding, UnitState
from validation import VIETNAM, State, Submission

SHORTEST_HASH = 6
"""How much of a SHA-256 is enough to name a file by."""


def require_open(rulings: Rulings) -> None:
    """Refuse to decide about a round that is closed.

    Raises:
        DecisionError: It is closed.
    """
    if closing := rulings.closing:
        raise DecisionError(words.ROUND_CLOSED.format(who=closing.who, day=_day(closing.when)))


def pick_submission(
    standing: UnitStanding,
    own: Sequence[Submission],
    said: str,
    *,
    decisions: Collection[Key],
    signature: Signature,
) -> Event:
    """Return the event by which one of a unit's files counts, and none of the others there are now.

    Args:
        standing: Where the unit stands.
        own: Everything the unit sent that could be read.
        said: The file's name, its name without folders, or the beginning of its SHA-256.
        decisions: The submissions accepted in spite of their errors.
        signature: Who decides, when and why.

    Raises:
        DecisionError: It is none or several of them, or one with errors while another has none.
    """
    unit = standing.duty.unit
    chosen = _file_meant(said, own, unit)
    others = [each for each in own if each.sha256 != chosen.sha256]
    if not others:
        raise DecisionError(words.NOTHING_TO_PICK.format(unit=unit.agency_name))
    is_accepted = chosen.state is State.ACCEPTED or (unit.code, chosen.sha256) in decisions
    if standing.state is UnitState.ACCEPTED and not is_accepted:
        raise DecisionError(words.PICK_HAS_ERRORS.format(file=chosen.file, errors=len(chosen.errors)))
    return signature.event(
        EventKind.PICK,
        unit_code=unit.code,
        file=chosen.file,
        sha256=chosen.sha256,
        among=sorted({each.sha256 for each in own}),
        files=sorted(each.file for each in own),
    )


def undo_pick(unit: Unit, rulings: Rulings, signature: Signature) -> Event:
    """Return the event that takes the pick about a unit back.

    Raises:
        DecisionError: None stands.
    """
    pick = rulings.picks.get(unit.code)
    if pick is None:
        raise DecisionError(words.NO_PICK.format(unit=unit.agency_name))
    return signature.event(EventKind.PICK_UNDONE, unit_code=unit.code, file=pick.file, sha256=pick.sha256)


def waive(unit: Unit, rulings: Rulings, signature: Signature, *, undo: bool = False) -> Event:
    """Return the event by which a unit need not report, or must again.

    Raises:
        DecisionError: It is so already.
    """
    waiver = rulings.waivers.get(unit.code)
    if undo and waiver is None:
        raise DecisionError(words.NO_WAIVER.format(unit=unit.agency_name))
    if waiver is not None and not undo:
        raise DecisionError(
            words.ALREADY_WAIVED.format(unit=unit.agency_name, who=waiver.who, day=_day(waiver.when))
        )
    return signature.event(EventKind.WAIVER_UNDONE if undo else EventKind.WAIVER, unit_code=unit.code)


def _file_meant(said: str, own: Sequence[Submission], unit: Unit) -> Submission:
    """Return the file of a unit meant by a name, the end of one, or the beginning of a hash."""
    name = clean(said).replace("\\", "/").removeprefix("./")
    is_hash = len(name) >= SHORTEST_HASH
    found = [each for each in own if each.file == name] or [
        each
        for each in own
        if each.file.endswith(f"/{name}")
        or name.endswith(f"/{each.file}")
        or (is_hash and each.sha256.startswith(name.lower()))
    ]
    contents = {each.sha256 for each in found}
    if len(contents) == 1:
        return found[-1]
    template = words.FILE_UNCLEAR if found else words.FILE_UNKNOWN
    names = "; ".join(each.file for each in found or own) or words.NO_FILE
    raise DecisionError(template.format(file=said, unit=unit.agency_name, names=names))


def _day(when: datetime) -> str:
    return date_text(when.astimezone(VIETNAM).date())
