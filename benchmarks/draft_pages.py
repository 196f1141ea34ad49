"""`python -m benchmarks.draft_pages`: finished plans printed as tables, cut by pages anywhere, and drafted.

The rules of the draft were written with three appendices at hand, so `benchmarks.draft` says how well they
were learnt. Here the pages end elsewhere: between any two words, at rows drawn by chance. Needs no documents.
"""

import random
from collections.abc import Iterator, Mapping
from importlib.resources import files

from benchmarks.draft import ASKED, Score, compare
from catalogue import Catalogue, PlanTables, read_plan_tables
from validation import draft_plan
from validation.draft import text_lines

PLANS = ("hp-2026-chuyen-doi-xanh", "hp-2026-bao-ve-moi-truong")
CELLS = ("number", "name", "product", "deadline_text", "lead_text", "advising_text", "coordinating_text")
HEADER = "STT\tNội dung\tSản phẩm\tThời hạn\tChủ trì\tTham mưu\tPhối hợp"
DRAWS = 20
SHARE_CUT = 0.25


def main() -> None:
    """Print the share of cells that come back, with and without page breaks."""
    for plan_id in PLANS:
        plan = read_plan_tables(files("catalogue") / "data" / "plans" / plan_id)
        for share, is_melted in ((0.0, False), (SHARE_CUT, False), (SHARE_CUT, True)):
            total = Score()
            for seed in range(DRAWS if share else 1):
                _add(total, _score(plan, share, random.Random(seed), is_melted=is_melted))
            how = "melted into the next row" if is_melted else "on rows of their own"
            print(f"{plan_id}, {share:.0%} of the rows cut, their ends {how}: {total.share():.1%} agree")
            print(
                "  " + ", ".join(f"{column} {total.agreed[column] / total.finished:.1%}" for column in ASKED)
            )
            asked = [
                miss
                for miss in total.misses
                if "not found" in miss or miss.split(":")[0].split()[-1] in ASKED
            ]
            for miss in asked[:12]:
                print(f"  differs: {miss}")


def _score(plan: PlanTables, share: float, chance: random.Random, *, is_melted: bool) -> Score:
    registry = Catalogue().registry(plan.about["registry"])
    text = "\n".join([HEADER, *_lines(plan, share, chance, is_melted=is_melted)])
    drafted = draft_plan(text_lines(text), plan_id=plan.about["id"], registry=registry)
    assert drafted is not None
    return compare(drafted, plan)


def _lines(plan: PlanTables, share: float, chance: random.Random, *, is_melted: bool) -> Iterator[str]:
    """Yield the plan's groups and tasks as rows, some cut in two by a page and the header repeated."""
    open_group, tail = "", ""
    groups = {group["code"]: group for group in plan.tables["groups"]}
    for task in plan.tables["tasks"]:
        if task["group_code"] != open_group:
            if tail:
                yield tail
                tail = ""
            open_group = task["group_code"]
            yield from (_heading(groups[code]) for code in _new_headings(open_group, groups))
        above, below = _cut(task, chance)
        if tail:
            yield _melted(tail, task)
            tail = ""
        elif chance.random() < share and below:
            yield from (above, "", HEADER)
            tail = below if is_melted else ""
            yield from () if is_melted else (below,)
        else:
            yield "\t".join(task[cell] for cell in CELLS)
    if tail:
        yield tail


def _melted(tail: str, task: Mapping[str, str]) -> str:
    """Return a row whose cells begin with the ends of the row above the page break."""
    pairs = zip(tail.split("\t"), (task[cell] for cell in CELLS), strict=True)
    return "\t".join(" ".join(filter(None, pair)) for pair in pairs)


def _new_headings(code: str, groups: Mapping[str, Mapping[str, str]]) -> list[str]:
    parent = groups[code]["parent_code"]
    is_first = (
        parent and next(each for each in groups.values() if each["parent_code"] == parent)["code"] == code
    )
    return [parent, code] if is_first else [code]


def _heading(group: Mapping[str, str]) -> str:
    blanks = "\t" * (len(CELLS) - 2)
    return f"{group['number'] or group['code']}\t{group['name']}{blanks}"


def _cut(task: Mapping[str, str], chance: random.Random) -> tuple[str, str]:
    """Return a row's two parts: every text of more than six words cut somewhere, the others kept above."""
    above, below = [task["number"]], [""]
    for cell in CELLS[1:]:
        words = task[cell].split(" ")
        place = chance.randrange(3, len(words) - 2) if len(words) > 6 else len(words)  # noqa: PLR2004 - a cut leaves a few words on both sides
        above.append(" ".join(words[:place]))
        below.append(" ".join(words[place:]))
    return "\t".join(above), "\t".join(below) if any(below) else ""


def _add(total: Score, score: Score) -> None:
    total.finished += score.finished
    total.found += score.found
    total.agreed.update(score.agreed)
    total.misses += score.misses


if __name__ == "__main__":
    main()
