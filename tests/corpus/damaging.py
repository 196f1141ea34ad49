"""Damage to real files, drawn from a seed: bytes of the file, or of a part of the package inside it."""

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from random import Random

from tests.corpus.package import unpacked, zipped

Change = Callable[[bytes, Random], bytes]
_ATTRIBUTE = re.compile(rb'([\w:]+)="([^"]*)"')
_ELEMENT = re.compile(rb"<[^<>]+>")
_NASTY = [
    *(b"", b"0", b"-1", b"1", b"4294967296", b"99999999999999999999", b"1e309", b"NaN", b"A1", b"XFD1048576"),
    *(
        b"A0",
        b"A1:XFD1048576",
        b"\xff\xfe",
        b"&#0;",
        b"&#x1F600;",
        b"../../etc/passwd",
        b"x" * 5000,
        b"true",
        b"rId1",
    ),
]


def damaged(content: bytes, dice: Random) -> bytes:
    """Return a file after one to three kinds of damage."""
    for _ in range(dice.choice([1, 1, 1, 2, 3])):
        content = dice.choice(_CHANGES)(content, dice)
    return content


def flip_bytes(content: bytes, dice: Random) -> bytes:
    """Change some bytes anywhere."""
    changed = bytearray(content)
    for _ in range(dice.randrange(1, 20) if changed else 0):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def flip_head(content: bytes, dice: Random) -> bytes:
    """Change some of the first bytes, where formats say what they are."""
    head = min(len(content), 2048)
    return flip_bytes(content[:head], dice) + content[head:]


def cut(content: bytes, dice: Random) -> bytes:
    """Keep only the beginning."""
    return content[: dice.randrange(len(content) + 1)]


def cut_out(content: bytes, dice: Random) -> bytes:
    """Leave out a stretch."""
    start = dice.randrange(len(content) + 1)
    return content[:start] + content[start + dice.randrange(1, 2000) :]


def repeat(content: bytes, dice: Random) -> bytes:
    """Write a stretch twice."""
    start = dice.randrange(len(content) + 1)
    stretch = content[start : start + dice.randrange(1, 500)]
    return content[:start] + stretch * dice.randrange(2, 6) + content[start:]


def insert_nasty(content: bytes, dice: Random) -> bytes:
    """Put in something that readers dislike."""
    at = dice.randrange(len(content) + 1)
    return content[:at] + dice.choice(_NASTY) + content[at:]


def attribute(content: bytes, dice: Random) -> bytes:
    """Give an attribute another value."""
    found = list(_ATTRIBUTE.finditer(content))
    if not found:
        return flip_bytes(content, dice)
    match = dice.choice(found)
    value = dice.choice([*_NASTY, dice.choice(found)[2]])
    return content[: match.start(2)] + value + content[match.end(2) :]


def element(content: bytes, dice: Random) -> bytes:
    """Leave out, repeat or move one tag."""
    found = list(_ELEMENT.finditer(content))
    if not found:
        return flip_bytes(content, dice)
    match, other = dice.choice(found), dice.choice(found)
    return content[: match.start()] + dice.choice([b"", match[0] * 2, other[0]]) + content[match.end() :]


def inside(change: Change) -> Change:
    """Do the damage inside one part of a package, and pack it well again."""

    def changed(content: bytes, dice: Random) -> bytes:
        parts = _parts(content)
        if not parts:
            return change(content, dice)
        name = dice.choice(sorted(parts))
        return zipped(parts | {name: change(parts[name], dice)})

    return changed


def swap_parts(content: bytes, dice: Random) -> bytes:
    """Exchange the content of two parts."""
    parts = _parts(content)
    if len(parts) < 2:
        return cut(content, dice)
    one, other = dice.sample(sorted(parts), 2)
    return zipped(parts | {one: parts[other], other: parts[one]})


def drop_part(content: bytes, dice: Random) -> bytes:
    """Leave a part out."""
    parts = _parts(content)
    if not parts:
        return cut(content, dice)
    del parts[dice.choice(sorted(parts))]
    return zipped(parts)


def rename_part(content: bytes, dice: Random) -> bytes:
    """Give a part another name."""
    parts = _parts(content)
    if not parts:
        return cut(content, dice)
    name = dice.choice(sorted(parts))
    parts[dice.choice([name.upper(), f"/{name}", f"../{name}", name.replace("/", "\\"), "x"])] = parts.pop(
        name
    )
    return zipped(parts)


def _parts(content: bytes) -> dict[str, bytes]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return {}
    try:
        return unpacked(content)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError, RuntimeError, EOFError):
        return {}


_CHANGES: list[Change] = [
    *(flip_bytes, flip_head, cut, cut_out, repeat, insert_nasty, swap_parts, drop_part, rename_part),
    *(inside(change) for change in (flip_bytes, cut, cut_out, repeat, insert_nasty, attribute, element)),
    *(inside(attribute), inside(element), inside(attribute)),
]
