"""`make bench`: our ways against the ways people script and the libraries alone, as one table of ratios.

Machines are noisy: both sides of a pair run in turn, several times, and the fastest of each is compared.
Sides that would take minutes are measured over fewer files; the table says over how many. The answers are
invented; forms of 10 to 60 rows are built once and kept in the system's temporary folder.
`python -m benchmarks NAME...` measures only some parts.
"""

import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.pairs import WORKERS, Row
from benchmarks.reading import again, reading, size
from benchmarks.writing import writing

PARTS: dict[str, Callable[[Path], list[Row]]] = {
    "reading": reading,
    "again": again,
    "size": size,
    "writing": writing,
}


def main(chosen: Sequence[str]) -> None:
    """Measure everything, or only the parts named, and print a table."""
    table = Table(title=f"{WORKERS} processes; the fastest of several runs, in turn")
    for header in ("what", "ours (s)", "other (s)", "ratio", "wanted"):
        table.add_column(header, justify="left" if header == "what" else "right")
    with tempfile.TemporaryDirectory() as folder:
        for name, part in PARTS.items():
            if not chosen or name in chosen:
                for row in part(Path(folder) / name):
                    table.add_row(*row)
                    print(*row, sep=" | ", flush=True)
    Console(width=130).print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
