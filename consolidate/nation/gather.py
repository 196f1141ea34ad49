"""Find the provinces' rounds, read their masters, and refuse what cannot be added up."""

from collections.abc import Callable, Sequence
from pathlib import Path

from catalogue import (
    ROUND_FILE,
    Catalogue,
    Period,
    Plan,
    Round,
    RoundError,
    load_master,
    load_round,
    name_key,
)
from catalogue.wording import nation as words
from consolidate.model import MasterTables
from consolidate.nation.model import Nation, Province
from consolidate.read import read_master

_NEEDED = ("submissions", "tasks", "indicators", "budgets")
_SAME = ("plan_id", "plan_version", "period")


def province_rounds(folders: Sequence[Path]) -> tuple[Round, ...]:
    """Return the rounds in some folders, each a round or a folder of rounds, by folder.

    Raises:
        RoundError: A folder holds none, or two rounds are of one office.
    """
    rounds = {each.folder.resolve(): each for folder in folders for each in _rounds_in(folder)}
    found = tuple(rounds[folder] for folder in sorted(rounds))
    offices: dict[str, Round] = {}
    for each in found:
        other = offices.setdefault(name_key(each.office.name), each)
        if other is not each:
            raise RoundError(
                words.SAME_OFFICE.format(folder=each.folder, other=other.folder, office=each.office.name)
            )
    return found


def _rounds_in(folder: Path) -> tuple[Round, ...]:
    if (folder / ROUND_FILE).is_file():
        return (load_round(folder),)
    within = sorted(folder.iterdir()) if folder.is_dir() else []
    found = tuple(load_round(each) for each in within if (each / ROUND_FILE).is_file())
    if not found:
        raise RoundError(words.NO_ROUNDS.format(folder=folder))
    return found


def gather_nation(
    rounds: Sequence[Round], catalogue: Catalogue, *, on_master: Callable[[], None] = lambda: None
) -> Nation:
    """Read the masters of some rounds.

    Args:
        rounds: At least one.
        catalogue: Where the plan is.
        on_master: Called after each master that was read.

    Raises:
        UnreadableFileError: A master is missing or cannot be read.
        RoundError: Plans, versions, periods or rows differ.
        CatalogueError: The plan is not in the catalogue.
    """
    provinces = []
    for each in rounds:
        provinces.append(
            Province(
                name=each.office.name,
                folder=each.folder,
                master=each.master_path,
                tables=_needed(read_master(each.master_path)),
            )
        )
        _require_same(provinces[0], provinces[-1])
        on_master()
    about = provinces[0].tables.about
    plan = catalogue.plan(about["plan_id"])
    if about["plan_version"] != str(plan.version):
        raise RoundError(
            words.OTHER_VERSION.format(
                folder=provinces[0].folder, plan=plan.id, version=about["plan_version"], expected=plan.version
            )
        )
    for province in provinces:
        _require_rows(province, plan)
    return Nation(plan=plan, period=Period.parse(about["period"]), provinces=tuple(provinces))


def _needed(tables: MasterTables) -> MasterTables:
    """Return a master without its details: of many provinces they would fill the memory."""
    return MasterTables(
        about=tables.about,
        tables={key: tables.tables[key] for key in _NEEDED},
        cells={key: tables.cells[key] for key in _NEEDED},
    )


def _require_same(first: Province, other: Province) -> None:
    expected, about = first.tables.about, other.tables.about
    if any(expected[key] != about[key] for key in _SAME):
        raise RoundError(
            words.OTHER_ROUND.format(
                folder=other.folder,
                plan=about["plan_id"],
                version=about["plan_version"],
                period=about["period"],
                expected_plan=expected["plan_id"],
                expected_version=expected["plan_version"],
                expected_period=expected["period"],
            )
        )


def _require_rows(province: Province, plan: Plan) -> None:
    """Refuse a master whose rows are not the plan's: it was made from another state of the plan."""
    asked = {
        ("tasks", "task_code"): [task.code for task in plan.reported_tasks],
        ("indicators", "indicator_code"): [indicator.code for indicator in plan.indicators],
    }
    for (table, column), codes in asked.items():
        if sorted(province.tables.tables[table][column]) != sorted(codes):
            raise RoundError(
                words.OTHER_ROWS.format(
                    folder=province.folder, sheet=load_master()[table].title, plan=plan.id
                )
            )
