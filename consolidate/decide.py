"""Decide about a unit's submission: what must hold, and the event that is recorded; pure functions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from catalogue import DecisionError, Registry, Unit, clean, date_text, suggest
from catalogue.wording import ledger as words
from consolidate.doubt import whole_file_errors
from consolidate.ledger import Decision, Event, EventKind, Key, latest_of
from consolidate.model import UnitStanding, UnitState
from validation import VIETNAM, Submission

NEAR = 60
"""How near (0 to 100) a name must come to be offered."""

MOST_NAMES = 6


def unit_meant(said: str, registry: Registry, owing: Sequence[Unit]) -> Unit:
    """Return the reporting unit meant by a code or a name.

    Args:
        said: The unit's code, its name, or a name that comes near to one unit's only.
        registry: The units and the spellings they go by.
        owing: The units that report in the round.

    Raises:
        DecisionError: It is none of them, or may be several; the message offers the nearest names.
    """
    by_code = {unit.code: unit for unit in owing}
    if said in by_code:
        return by_code[said]
    found = [unit.code for unit in registry.resolve(said) or () if unit.code in by_code]
    found = found or [each.code for each in suggest(said, registry) if each.code in by_code]
    if len(found) == 1:
        return by_code[found[0]]
    near = found or [each.code for each in suggest(said, registry, cutoff=NEAR) if each.code in by_code]
    names = [words.NEAR_UNIT.format(name=by_code[code].agency_name, code=code) for code in near[:MOST_NAMES]]
    nearest = words.NEAREST.format(names="; ".join(names)) if names else words.NO_NEAREST
    raise DecisionError(words.UNKNOWN_UNIT.format(name=said, nearest=nearest))


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who decides, when, and why."""

    who: str
    when: datetime
    why: str

    def event(
        self, kind: EventKind, *, unit_code: str = "", file: str = "", sha256: str = "", **details: object
    ) -> Event:
        """Return an event signed so; its details are the reason and whatever else belongs to it."""
        return Event(
            kind=kind,
            when=self.when,
            who=self.who,
            unit_code=unit_code,
            file=file,
            sha256=sha256,
            details={"why": self.why, **details},
        )


def sign(*, who: str, when: datetime, why: str) -> Signature:
    """Return a signature, name and reason on one line each.

    Raises:
        DecisionError: The reason or the name is blank.
    """
    who, why = " ".join(clean(who).split()), " ".join(clean(why).split())
    if not why:
        raise DecisionError(words.NO_REASON)
    if not who:
        raise DecisionError(words.NO_NAME)
    return Signature(who=who, when=when, why=why)


def except_submission(standing: UnitStanding, signature: Signature) -> Event:
    """Return the event by which a unit's returned (or waiting) submission is accepted in spite of its errors.

    Raises:
        DecisionError: There is no submission that this could be said of.
    """
    submission = _to_except(standing)
    return signature.event(
        EventKind.EXCEPTION,
        unit_code=submission.unit_code,
        file=submission.file,
        sha256=submission.sha256,
        errors=[
            {"code": each.code.name, "sheet": each.sheet, "cell": each.cell, "message": each.message}
            for each in submission.errors
        ],
    )


def undo_exception(unit: Unit, decisions: Mapping[Key, Decision], signature: Signature) -> Event:
    """Return the event that takes the latest standing decision about a unit back.

    Raises:
        DecisionError: No decision stands.
    """
    decision = latest_of(unit.code, decisions)
    if decision is None:
        raise DecisionError(words.NOTHING_TO_UNDO.format(unit=unit.agency_name))
    return signature.event(
        EventKind.EXCEPTION_UNDONE,
        unit_code=decision.unit_code,
        file=decision.file,
        sha256=decision.sha256,
    )


def _to_except(standing: UnitStanding) -> Submission:
    name, current = standing.duty.unit.agency_name, standing.current
    if current is None:
        raise DecisionError(words.NOTHING_CAME.format(unit=name))
    submission = standing.waiting or (current if standing.state is UnitState.RETURNED else None)
    if submission is None and standing.exception:
        day = date_text(standing.exception.when.astimezone(VIETNAM).date())
        raise DecisionError(
            words.ALREADY_ACCEPTED.format(file=current.file, unit=name, who=standing.exception.who, day=day)
        )
    if submission is None:
        raise DecisionError(words.NOTHING_TO_ACCEPT.format(file=current.file, unit=name))
    if errors := whole_file_errors(submission):
        codes = ", ".join(sorted({error.code.name for error in errors}))
        raise DecisionError(words.CANNOT_ACCEPT.format(file=submission.file, unit=name, codes=codes))
    return submission
