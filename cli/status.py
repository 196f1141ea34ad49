"""`tonghop status`: who has reported."""

from collections.abc import Callable, Sequence

import typer

from catalogue import date_text
from catalogue.wording import cli as words
from catalogue.wording import units
from cli.desk import Desk
from cli.options import Json, RoundFolder
from cli.output import print_json, say, table
from consolidate import Closing, Decision, Merged, Pick, Shown, UnitStanding, UnitState, Waiver
from validation import VIETNAM


def status(
    context: typer.Context,
    folder: RoundFolder,
    *,
    json: Json = False,
) -> None:
    """Show where every unit stands."""
    desk = Desk.open(folder, context.obj)
    merged = desk.merge(desk.check())
    if json:
        print_json(_as_json(merged))
    else:
        _print(desk, merged)


def _as_json(merged: Merged) -> dict[str, object]:
    return {
        "deadline": merged.deadline,
        "closing": _ruling(merged.closing),
        "units": [
            {
                "unit_code": standing.duty.unit.code,
                "unit": standing.duty.unit.agency_name,
                "state": standing.state,
                "late": standing.is_late,
                "file": standing.current.file if standing.current else None,
                "errors": len(standing.current.errors) if standing.current else 0,
                "warnings": standing.warning_count,
                "thin": standing.is_thin,
                "exception": _ruling(standing.exception),
                "pick": _ruling(standing.pick),
                "waiver": _ruling(standing.waiver),
                "supplements": [each.file for each in standing.supplements],
                "waiting": standing.waiting.file if standing.waiting else None,
            }
            for standing in merged.standings
        ],
        "unrecognised": [submission.file for submission in merged.submissions if not submission.unit_code],
    }


def _ruling(ruling: Decision | Pick | Waiver | Closing | None) -> dict[str, object] | None:
    """Return who decided something, when and why."""
    if ruling is None:
        return None
    return {"by": ruling.who, "when": ruling.when.isoformat(), "why": ruling.why}


def _print(desk: Desk, merged: Merged) -> None:
    title = words.STATUS_TITLE.format(period=desk.round.period.label, deadline=date_text(merged.deadline))
    kinds = list(dict.fromkeys(standing.duty.unit.kind for standing in merged.standings))
    rows = [
        [units.KINDS[kind], *_counts([each for each in merged.standings if each.duty.unit.kind is kind])]
        for kind in kinds
    ]
    rows.append([words.STATUS_TOTAL, *_counts(merged.standings)])
    table(title, words.STATUS_COLUMNS, rows, numbers=(1, 2, 3, 4, 5))
    if closing := merged.closing:
        day = date_text(closing.when.astimezone(VIETNAM).date())
        say(words.STATUS_CLOSED.format(who=closing.who, day=day, number=closing.number))
    for sentence, names in (
        (words.STATUS_EXCEPTED, _names(merged, lambda each: each.shown is Shown.EXCEPTED)),
        (words.STATUS_WARNED, _names(merged, lambda each: each.shown is Shown.WARNED)),
        (words.STATUS_THIN, _names(merged, lambda each: each.is_thin)),
        (words.STATUS_RETURNED, _names(merged, lambda each: each.state is UnitState.RETURNED)),
        (words.STATUS_MISSING, _names(merged, lambda each: each.state is UnitState.MISSING)),
        (words.STATUS_WAIVED, _names(merged, lambda each: each.state is UnitState.WAIVED)),
        (words.STATUS_PICKED, _names(merged, lambda each: each.pick is not None)),
        (words.STATUS_SUPPLEMENTS, [each.file for one in merged.standings for each in one.supplements]),
        (words.STATUS_WAITING, _names(merged, lambda each: each.waiting is not None)),
        (words.STATUS_FOREIGN, [each.file for each in merged.submissions if not each.unit_code]),
    ):
        if names:
            say(sentence.format(count=len(names), names=", ".join(names)))


def _counts(standings: Sequence[UnitStanding]) -> list[str]:
    accepted = [each for each in standings if each.state is UnitState.ACCEPTED]
    late = sum(bool(each.is_late) for each in accepted)
    returned = sum(each.state is UnitState.RETURNED for each in standings)
    missing = sum(each.state is UnitState.MISSING for each in standings)
    owing = sum(each.owes for each in standings)
    return [str(count) for count in (owing, len(accepted) - late, late, returned, missing)]


def _names(merged: Merged, holds: Callable[[UnitStanding], bool]) -> list[str]:
    return [each.duty.unit.agency_name for each in merged.standings if holds(each)]
