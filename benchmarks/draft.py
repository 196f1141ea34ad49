"""`python -m benchmarks.draft SEEDS_DIR`: drafts of three real appendices held against the finished plans.

The documents are not part of the repository: the folder that holds them is the argument. Every draft is
made twice, with the registry as the catalogue has it and with only the units of that registry, without the
aliases and expressions that the finished plans have taught it.
"""

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path

from catalogue import Catalogue, PlanTables, Registry, comparison_key, read_plan_tables
from validation import draft_plan, read_appendix

SEEDS = {
    "001_0161dca693e01482.txt": "hp-2026-chuyen-doi-xanh",
    "003_adb2b076d8cae144.txt": "qt-2023-tang-truong-xanh",
    "004_0dcb32fbf57e09a9.txt": "hp-2026-bao-ve-moi-truong",
}
COLUMNS = (
    *("code", "group_code", "parent_code", "number", "name", "product", "is_priority", "is_scheme"),
    *("deadline_text", "deadline_from", "deadline_to", "deadline_is_open"),
    *("lead_text", "advising_text", "coordinating_text", "resources_text", "inherited", "mentions"),
)
ASKED = (
    *("name", "product", "deadline_text", "deadline_to"),
    *("lead_text", "advising_text", "coordinating_text", "mentions"),
)
GOAL = 0.95
Row = Mapping[str, str]


@dataclass
class Score:
    """How one draft compares with its finished plan."""

    finished: int = 0
    found: int = 0
    extra: int = 0
    groups: str = ""
    agreed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    def share(self, columns: Sequence[str] = ASKED) -> float:
        """Return the share of cells that agree, over the finished plan's tasks."""
        return sum(self.agreed[column] for column in columns) / (self.finished * len(columns))


def main(arguments: Sequence[str]) -> int:
    """Print the comparison; return 0 when the goal is reached, 1 when not, 2 without the documents."""
    folder = Path(arguments[0]) if arguments else None
    missing = [name for name in SEEDS if folder is None or not (folder / name).is_file()]
    if folder is None or missing:
        print(f"No documents to measure with: give the folder that holds {', '.join(missing)}.")
        return 2
    catalogue = Catalogue()
    totals = {False: Score(), True: Score()}
    for name, plan_id in SEEDS.items():
        finished = _finished(plan_id)
        whole = catalogue.registry(finished.about["registry"])
        for is_bare, total in totals.items():
            registry = _bare(whole) if is_bare else whole
            drafted = draft_plan(read_appendix(folder / name), plan_id=plan_id, registry=registry)
            assert drafted is not None
            score = compare(drafted, finished)
            _add(total, score)
            _print(name, plan_id, score, drafted, is_bare=is_bare)
    for is_bare, total in totals.items():
        print(
            f"ALL, {_registry(is_bare=is_bare)}: {total.share():.1%}; every column {total.share(COLUMNS):.1%}"
        )
    return 0 if totals[False].share() >= GOAL else 1


def compare(drafted: PlanTables, finished: PlanTables) -> Score:
    """Return how the tasks of a draft agree with those of the finished plan, cell by cell."""
    score = Score(finished=len(finished.tables["tasks"]))
    ours = {_key(row): row for row in drafted.tables["tasks"]}
    by_name = {comparison_key(row["name"]): row for row in drafted.tables["tasks"]}
    used = set()
    for theirs in finished.tables["tasks"]:
        row = ours.get(_key(theirs)) or by_name.get(comparison_key(theirs["name"]))
        if row is None:
            score.misses.append(f"{theirs['code']}: not found")
            continue
        used.add(row["code"])
        score.found += 1
        _compare_task(score, _cells(row, drafted), _cells(theirs, finished))
    score.groups = _groups(drafted, finished)
    score.extra = len(drafted.tables["tasks"]) - len(used)
    return score


def _groups(drafted: PlanTables, finished: PlanTables) -> str:
    """Return how many headings agree in code, name and the heading above."""
    ours, theirs = (
        {(row["code"], row["name"], row["parent_code"]) for row in tables.tables["groups"]}
        for tables in (drafted, finished)
    )
    return f"{len(ours & theirs)} of {len(theirs)}, {len(ours - theirs)} more"


def _compare_task(score: Score, ours: Row, theirs: Row) -> None:
    for column in COLUMNS:
        if ours[column] == theirs[column]:
            score.agreed[column] += 1
        else:
            score.misses.append(f"{theirs['code']} {column}: {ours[column]!r} / {theirs[column]!r}")


def _key(row: Row) -> tuple[str, str]:
    return row["code"], comparison_key(row["name"])


def _cells(row: Row, tables: PlanTables) -> dict[str, str]:
    mentions = [
        f"{each['role']}:{each['agency']}:{each['scope']}"
        for each in tables.tables["mentions"]
        if each["task_code"] == row["code"]
    ]
    return {
        **row,
        "mentions": " | ".join(mentions),
        "inherited": "|".join(sorted(row["inherited"].split("|"))),
    }


def _bare(registry: Registry) -> Registry:
    return replace(registry, aliases={}, groups=())


def _registry(*, is_bare: bool) -> str:
    return "units only" if is_bare else "whole registry"


def _finished(plan_id: str) -> PlanTables:
    return read_plan_tables(files("catalogue") / "data" / "plans" / plan_id)


def _add(total: Score, score: Score) -> None:
    total.finished += score.finished
    total.found += score.found
    total.extra += score.extra
    total.agreed.update(score.agreed)


def _print(name: str, plan_id: str, score: Score, drafted: PlanTables, *, is_bare: bool) -> None:
    print(f"{name} -> {plan_id}, {_registry(is_bare=is_bare)}")
    print(f"  tasks found {score.found} of {score.finished}, {score.extra} more; headings {score.groups}")
    print(f"  cells that agree: {score.share():.1%}; in every column {score.share(COLUMNS):.1%}")
    shares = (f"{column} {score.agreed[column]}/{score.finished}" for column in COLUMNS)
    print(f"  {', '.join(shares)}")
    for miss in score.misses:
        print(f"  differs: {miss}")
    kinds = Counter((table, column) for table, _, column in drafted.guesses)
    print("  to settle: " + ", ".join(f"{table}.{column or '*'} {n}" for (table, column), n in kinds.items()))
    if not is_bare:
        for (table, row, column), sentence in drafted.guesses.items():
            print(f"    {table}[{row}].{column or '*'}: {sentence}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
