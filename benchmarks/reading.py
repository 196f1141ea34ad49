"""What reading, checking and merging take, for the first time and again."""

import zipfile
from collections.abc import Sequence
from pathlib import Path

from benchmarks import ways
from benchmarks.memory import peak_mebibytes
from benchmarks.pairs import Pair, Row, measured, ratio, seconds, spread
from benchmarks.rounds import Trial, trial
from validation import check_round
from validation.cache import cache_path

SCRIPTED_FILES = 100


def reading(folder: Path) -> list[Row]:
    """Measure reading, checking and merging 1,000 forms, and 3,400."""
    thousand, many = trial(folder / "1000", 1_000), trial(folder / "3400", 3_400)
    few = thousand.files[:SCRIPTED_FILES]
    share = len(few) / len(thousand.files)
    check(thousand)
    return [
        measured(
            Pair(
                name="1,000 forms: read, check, merge / calamine alone",
                ours=lambda: check(thousand),
                other=lambda: calamine(thousand.files),
                wanted=3,
                runs=5,
            )
        ),
        measured(
            Pair(
                name="3,400 forms: read, check, merge / calamine alone",
                ours=lambda: check(many),
                other=lambda: calamine(many.files),
                wanted=2.5,
                runs=5,
            )
        ),
        measured(
            Pair(
                name=f"1,000 forms / pandas and openpyxl, only read ({len(few)} files, scaled)",
                ours=lambda: check(thousand),
                other=lambda: ways.read_with_pandas(few),
                wanted=8,
                is_faster=True,
                other_share=share,
                runs=2,
            )
        ),
        measured(
            Pair(
                name=f"the same / and the same rules with Pandera, file by file ({len(few)} files, scaled)",
                ours=lambda: check(thousand),
                other=lambda: ways.check_alike(few, thousand.desk),
                wanted=40,
                is_faster=True,
                other_share=share,
                runs=2,
            )
        ),
        measured(
            Pair(
                name=f"the same / and types, limits, choices with Pandera ({len(few)} files, scaled)",
                ours=lambda: check(thousand),
                other=lambda: ways.check_with_pandas(few),
                wanted=None,
                is_faster=True,
                other_share=share,
                runs=2,
            )
        ),
    ]


def size(folder: Path) -> list[Row]:
    """Measure the cost of a file at 10,000 against 1,000, and the memory of all processes."""
    small, large = trial(folder / "1000", 1_000), trial(folder / "10000", 10_000)
    with peak_mebibytes() as peak:  # in a run of its own: to watch takes time
        check(large)
    return [
        measured(
            Pair(
                name="10,000 forms / 1,000 forms (scaled)",
                ours=lambda: check(large),
                other=lambda: check(small),
                wanted=1.2,
                other_share=0.1,
            )
        ),
        ("peak memory of all processes at 10,000 (MiB)", f"{peak():.0f}", "1536", "", "≤ 1536"),
    ]


def again(folder: Path) -> list[Row]:
    """Measure running again over 3,400 forms: nothing changed, and one file in a hundred."""
    many = trial(folder, 3_400)
    first, same, changed = [], [], []
    for turn in range(3):
        cache_path(many.desk.round.folder).unlink(missing_ok=True)
        first.append(seconds(lambda: check_again(many)))
        same.append(seconds(lambda: check_again(many)))
        for path in many.files[::100]:
            content = path.read_bytes()
            path.unlink()  # a link to the form that is kept
            path.write_bytes(content)
            with zipfile.ZipFile(path, "a") as archive:
                archive.comment = f"{turn}".encode()
        changed.append(seconds(lambda: check_again(many)))
    return [
        ratio("3,400 forms again, 1 % changed / the first time", min(changed), min(first), "≤ 0.25×"),
        ratio("3,400 forms again, nothing changed / the first time", min(same), min(first), ""),
    ]


def check(round_: Trial) -> object:
    """Read, check and merge a round as if for the first time."""
    desk = round_.desk
    return desk.merge(check_round(desk.round, desk.plan, desk.duties, desk.design))


def check_again(round_: Trial) -> object:
    """Do the same as the commands do, which keep what they read."""
    return round_.desk.merge(round_.desk.check())


def calamine(files: Sequence[Path]) -> None:
    """Parse files with calamine in as many processes as we take."""
    spread(ways.parse_with_calamine, [(files[start : start + 16],) for start in range(0, len(files), 16)])
