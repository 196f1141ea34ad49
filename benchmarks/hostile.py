"""`python -m benchmarks.hostile`: read every hostile file in a process of its own; print a markdown table.

Peak memory is the whole process's, the interpreter and the libraries of the program included; a line
"biểu bình thường" says how much that is. Measured where the system tells it (not on Windows).
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.hostile_files import FILES, book

_SECONDS = 60
_DOORS = ("read_workbook", "read_bounded")
EVERYTHING = {"normal": ("biểu bình thường", book)} | FILES


@dataclass(frozen=True, kw_only=True)
class Measured:
    """What reading one file gave: seconds, peak MiB, and the code or the number of cells."""

    outcome: str
    seconds: float
    mebibytes: float


def main(chosen: list[str]) -> None:
    """Measure the files named, or all."""
    print("| Tệp | Kết quả | Giây | Bộ nhớ cao nhất (MiB) | Cách đọc chậm: giây | MiB |")
    print("|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        for key in chosen or EVERYTHING:
            what = EVERYTHING[key][0]
            # A child's peak begins at its parent's: this process makes no file itself.
            subprocess.run([sys.executable, "-m", "benchmarks.hostile", "--make", key, str(path)], check=True)
            fast, slow = (measure(path, door) for door in _DOORS)
            outcome = fast.outcome if fast.outcome == slow.outcome else f"{fast.outcome}; {slow.outcome}"
            print(
                f"| {what} | {outcome} | {fast.seconds:.1f} | {fast.mebibytes:.0f} "
                f"| {slow.seconds:.1f} | {slow.mebibytes:.0f} |",
                flush=True,
            )


def measure(path: Path, door: str) -> Measured:
    """Return what reading a file through one door takes, in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.hostile", "--child", door, str(path)]
    start = time.perf_counter()
    try:
        ended = subprocess.run(command, capture_output=True, check=False, timeout=_SECONDS)
    except subprocess.TimeoutExpired:
        return Measured(outcome="quá giờ", seconds=_SECONDS, mebibytes=0)
    if ended.returncode:
        return Measured(outcome="chết", seconds=time.perf_counter() - start, mebibytes=0)
    return Measured(**json.loads(ended.stdout))


def read_here(door: str, path: Path) -> Measured:
    """Read a file in this process."""
    from validation import reading

    content = path.read_bytes()
    start = time.perf_counter()
    try:
        workbook = getattr(reading, door)(content)
        found = sum(value is not None for grid in workbook.sheets.values() for row in grid for value in row)
        found += sum(map(len, workbook.strays.values()))
        outcome = " ".join([f"đọc được {found} ô", *(note.code.name for note in workbook.notes)])
    except reading.RefusedFileError as refused:
        outcome = refused.code.name
    return Measured(outcome=outcome, seconds=time.perf_counter() - start, mebibytes=peak_mebibytes())


def peak_mebibytes() -> float:
    """Return this process's peak memory; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        print(json.dumps(vars(read_here(sys.argv[2], Path(sys.argv[3])))))
    elif sys.argv[1:2] == ["--make"]:
        Path(sys.argv[3]).write_bytes(EVERYTHING[sys.argv[2]][1]())
    else:
        main(sys.argv[1:])
