"""`tonghop revisions`: everything a unit sent, and what each file changed of the one before it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import pairwise

import typer

from catalogue import Unit
from catalogue.wording import ledger as ledger_words
from catalogue.wording import revisions as words
from cli.desk import Desk
from cli.options import Json, RoundFolder, UnitName
from cli.output import moment_text, print_json, say, table
from consolidate import (
    ChangeText,
    FileKey,
    Seen,
    Sighting,
    change_text,
    changes,
    files_seen,
    sightings_of,
    unit_meant,
)
from validation import VIETNAM, Submission


def revisions(
    context: typer.Context,
    folder: RoundFolder,
    unit: UnitName,
    *,
    json: Json = False,
) -> None:
    """Show the chain of a unit's files."""
    desk = Desk.open(folder, context.obj)
    meant = unit_meant(unit, desk.units.current, [duty.unit for duty in desk.duties])
    merged = desk.merge(desk.check())
    chain = merged.chains.get(meant.code, ())
    seen = files_seen(desk.ledger.events())
    sightings = {sighting.file: sighting for sighting in sightings_of(merged)}
    gone = [
        each for each in seen.values() if each.last.unit_code == meant.code and not _is_there(each, sightings)
    ]
    files = [_file_as_json(each, sightings[each.file], seen) for each in chain]
    steps = [(old, new, _changes(desk, old, new)) for old, new in pairwise(chain)]
    if json:
        print_json(
            {
                "unit_code": meant.code,
                "unit": meant.agency_name,
                "files": files,
                "gone": [_gone_as_json(each) for each in gone],
                "changes": [
                    {"from": old.file, "to": new.file, "cells": [asdict(each) for each in cells]}
                    for old, new, cells in steps
                ],
            }
        )
        return
    _print(meant, files, gone)
    for old, new, cells in steps:
        _print_changes(old, new, cells)


def _is_there(seen: Seen, sightings: dict[str, Sighting]) -> bool:
    now = sightings.get(seen.last.file)
    return now is not None and now.sha256 == seen.last.sha256


def _changes(desk: Desk, old: Submission, new: Submission) -> list[ChangeText]:
    return [change_text(each, design=desk.design, plan=desk.plan) for each in changes(old, new)]


def _file_as_json(submission: Submission, sighting: Sighting, seen: dict[FileKey, Seen]) -> dict[str, object]:
    known = seen.get(sighting.key)
    return {
        "file": submission.file,
        "sha256": submission.sha256,
        "saved_at": _moment(submission.received_at),
        "first_seen": known.first_seen.isoformat() if known else None,
        "state": sighting.phase,
        "errors": sighting.errors,
        "warnings": sighting.warnings,
        "notes": sighting.notes,
        "contact": submission.contact.name,
    }


def _gone_as_json(seen: Seen) -> dict[str, object]:
    return {
        "file": seen.last.file,
        "sha256": seen.last.sha256,
        "first_seen": seen.first_seen.isoformat(),
        "state": seen.last.phase,
    }


def _moment(nanoseconds: int) -> str:
    return datetime.fromtimestamp(nanoseconds // 1_000_000_000, VIETNAM).isoformat()


def _shown(moment: object) -> str:
    return moment_text(moment) if isinstance(moment, str) else ""


def _print(unit: Unit, files: Sequence[dict[str, object]], gone: Sequence[Seen]) -> None:
    if not files and not gone:
        say(words.NOTHING.format(unit=unit.agency_name))
        return
    rows = [
        [
            str(place),
            str(each["file"]),
            _shown(each["saved_at"]),
            _shown(each["first_seen"]),
            ledger_words.PHASES[str(each["state"])],
            str(each["errors"]),
            str(each["warnings"]),
            str(each["contact"]),
        ]
        for place, each in enumerate(files, start=1)
    ]
    table(words.TITLE.format(unit=unit.agency_name), words.COLUMNS, rows, numbers=(0, 5, 6))
    for each in gone:
        say(words.GONE.format(file=each.last.file, day=_shown(each.first_seen.isoformat())))


def _print_changes(old: Submission, new: Submission, cells: Sequence[ChangeText]) -> None:
    if not cells:
        say(words.SAME.format(old=old.file, new=new.file))
        return
    title = words.CHANGES.format(old=old.file, new=new.file, count=len(cells))
    table(
        title,
        words.CHANGE_COLUMNS,
        [
            [each.sheet, each.row, each.field, each.old or words.BLANK, each.new or words.BLANK]
            for each in cells
        ],
    )
