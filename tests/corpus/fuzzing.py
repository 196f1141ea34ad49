"""`make fuzz`: damaged files through the reader, in a process that may die, for a bounded time.

A file that kills or stalls the fast reader is read the slow bounded way, as the program itself does; what
neither reads nor refuses is saved in `fuzz-found/`, named after the seed that makes it again.
"""

import json
import os
import pickle
import queue
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.corpus.damaging import damaged
from tests.corpus.desks import Base, bases
from tests.corpus.package import zipped
from tests.libreoffice import convert, soffice

FOUND = Path("fuzz-found")
SECONDS = 10.0
_START_SECONDS = 60.0


def samples(folder: Path) -> list[bytes]:
    """Return real files to damage: forms, the same saved by LibreOffice if it is there, an archive."""
    forms = [base.content for base in bases()[:3]]
    form = folder / "form.xlsx"
    form.write_bytes(forms[0])
    kinds = ("xls", "ods", "xlsx") if soffice() else ()
    saved = [convert(form, folder / kind, kind=kind).read_bytes() for kind in kinds]
    return [*forms, *saved, *saved, zipped({"nộp/a.xlsx": forms[0], "b.zip": zipped({"c.xlsx": forms[1]})})]


def sample(files: list[bytes], number: int) -> bytes:
    """Return the damaged file with a number; the same each time."""
    dice = Random(number)
    return damaged(dice.choice(files), dice)


def read(content: bytes, base: Base, folder: Path, *, is_bounded: bool) -> None:
    """Read a file as a worker does; whatever is raised here is a fault of the program."""
    from validation.expected import Expected
    from validation.intake import take
    from validation.reading import RefusedFileError
    from validation.reading.kind import Kind, kind_of
    from validation.received import members_of, received_file

    expected = Expected(
        plan=base.plan,
        period=base.round_.period,
        design=base.design,
        duties={duty.unit.code: duty for duty in base.duties},
    )
    path = folder / "mau.xlsx"
    path.write_bytes(content)
    waiting = [received_file(path, folder)]
    while waiting:
        item = waiting.pop()
        try:
            content = item.content()
            is_archive = kind_of(content) is Kind.ZIP
            if is_archive:
                waiting += members_of(item, content)
        except RefusedFileError:
            continue
        if not is_archive:
            pickle.dumps(take(item.file, content, expected, is_bounded=is_bounded))


# ------------------------------------------------------------------------------------------ the child


def serve(folder: Path, *, is_bounded: bool) -> None:
    """Read the files whose numbers come in, and say "ok" after each; at the first error tell it and end."""
    from validation.pool import _set_limits

    out = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    files = pickle.loads((folder / "samples").read_bytes())  # noqa: S301 - written by our own process
    base = bases()[0]
    own = Path(tempfile.mkdtemp(dir=folder))
    read(files[0], base, own, is_bounded=is_bounded)
    _set_limits()
    sys.excepthook = lambda *raised: print(
        json.dumps("".join(traceback.format_exception(*raised))), file=out, flush=True
    )
    print("ready", file=out, flush=True)
    for line in sys.stdin:
        read(sample(files, int(line)), base, own, is_bounded=is_bounded)
        print("ok", file=out, flush=True)


# ------------------------------------------------------------------------------------------ the parent


@dataclass
class Reader:
    """A child that reads; it is started again when it has died."""

    folder: Path
    is_bounded: bool
    process: subprocess.Popen | None = None
    answers: queue.Queue = field(default_factory=queue.Queue)

    def ask(self, number: int) -> str:
        """Return how reading a file went: "ok", "died", "stalled" or a traceback."""
        if self.process is None:
            self._start()
        assert self.process
        try:
            self.process.stdin.write(f"{number}\n")
            self.process.stdin.flush()
            answer = self.answers.get(timeout=SECONDS)
            answer = json.loads(answer) if answer.startswith('"') else answer
        except queue.Empty:
            answer = "stalled"
        except OSError:
            answer = "died"
        if answer != "ok":
            self.stop()
        return answer

    def _start(self) -> None:
        way = "bounded" if self.is_bounded else "fast"
        command = [sys.executable, "-W", "ignore", "-m", "tests.corpus.fuzzing", way, str(self.folder)]
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self.answers = queue.Queue()
        threading.Thread(target=_listen, args=(self.process, self.answers), daemon=True).start()
        assert self.answers.get(timeout=_START_SECONDS) == "ready"

    def stop(self) -> None:
        """End the child, if there is one."""
        if self.process:
            self.process.kill()
            self.process.wait()
            self.process.stdin.close()
            self.process = None


def _listen(process: subprocess.Popen, answers: queue.Queue) -> None:
    with process.stdout:
        for line in process.stdout:
            answers.put(line.strip())
    answers.put("died")


@dataclass(frozen=True, kw_only=True)
class Fault:
    """A file that the program neither read nor refused."""

    number: int
    what: str
    content: bytes


def fuzz(numbers: Iterator[int], folder: Path, *, seconds: float, counts: Counter) -> list[Fault]:
    """Read damaged files until the numbers or the time run out, and return what went wrong.

    Args:
        numbers: Which damaged files.
        folder: An empty folder.
        seconds: How long.
        counts: Where it is added up how the files went: "read or refused", "read the bounded way", "fault".
    """
    files = samples(folder)
    (folder / "samples").write_bytes(pickle.dumps(files))
    fast, bounded = Reader(folder, is_bounded=False), Reader(folder, is_bounded=True)
    end = time.monotonic() + seconds
    faults = []
    try:
        for number in numbers:
            if time.monotonic() > end:
                break
            answer = fast.ask(number)
            way = "read or refused"
            if answer in ("died", "stalled") or "MemoryError" in answer:
                answer, way = bounded.ask(number), "read the bounded way"
            counts[way if answer == "ok" else "fault"] += 1
            if answer != "ok":
                faults.append(Fault(number=number, what=answer, content=sample(files, number)))
    finally:
        fast.stop()
        bounded.stop()
    return faults


def main() -> int:
    """Fuzz for FUZZ_SECONDS seconds (60), from seed FUZZ_SEED (by the clock), and save what was found."""
    seconds = float(os.environ.get("FUZZ_SECONDS", "60"))
    first = int(os.environ.get("FUZZ_SEED", "0")) or int(time.time()) * 1_000_000
    counts: Counter = Counter()
    with tempfile.TemporaryDirectory() as folder:
        numbers = iter(range(first, first + 10_000_000))
        faults = fuzz(numbers, Path(folder), seconds=seconds, counts=counts)
    for fault in faults:
        FOUND.mkdir(exist_ok=True)
        (FOUND / f"{fault.number}.bin").write_bytes(fault.content)
        (FOUND / f"{fault.number}.txt").write_text(fault.what, encoding="utf-8")
        print(f"{FOUND / str(fault.number)}.bin: {fault.what[-300:]}")  # noqa: T201 - the command's output
    print(f"{sum(counts.values())} damaged files from seed {first}: {dict(counts)}")  # noqa: T201
    return 1 if faults else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        serve(Path(sys.argv[2]), is_bounded=sys.argv[1] == "bounded")
    else:
        sys.exit(main())
