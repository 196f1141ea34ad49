"""Which parts of an OOXML package belong to which."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from validation.reading.markup import Listener, walk
from validation.reading.package import Package


@dataclass(frozen=True, slots=True)
class Relation:
    """What one part says of another: the last word of its kind, and the other's name."""

    kind: str
    target: str
    is_external: bool


class _Relations(Listener):
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, Relation] = {}

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag != "Relationship":
            return
        target = attributes.get("Target", "")
        is_external = attributes.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/", self.folder, target)).lstrip("/")
        kind = attributes.get("Type", "").rpartition("/")[2]
        self.found[attributes.get("Id", "")] = Relation(kind, target, is_external)


def relations(package: Package, part: str) -> Mapping[str, Relation]:
    """Return a part's relations by id; those of the whole package for the part ""."""
    folder, name = posixpath.split(part)
    listed = posixpath.join(folder, "_rels", f"{name}.rels")
    return _read(package.part(listed), folder) if listed in package.names else {}


@lru_cache(maxsize=8)
def _read(part: bytes, folder: str) -> Mapping[str, Relation]:
    """Return what a part of relations says; forms of one round share theirs."""
    walker = _Relations(folder)
    walk(part, walker)
    return walker.found


def part_of_type(found: Mapping[str, Relation], kind: str) -> str | None:
    """Return the name of the first related part of a kind."""
    return next((each.target for each in found.values() if each.kind == kind and not each.is_external), None)
