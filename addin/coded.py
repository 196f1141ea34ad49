"""Workbook names as VBA hands them over: safe letters as they are, other UTF-16 units as `~` and four digits.

Between Excel and Python stands `WScript.Shell.Run`, which replaces `%NAME%` by what the environment says and
leaves quoting to its caller. A name in these letters passes through anything unchanged.
"""

import re

_UNIT = re.compile(r"((?:~[0-9A-F]{4})+)")


def coded(text: str) -> str:
    """Return a text in letters that mean nothing to a shell; the same as VBA's `TongHopCoded`."""
    return re.sub(r"[^A-Za-z0-9._-]", lambda found: _units(found[0]), text)


def decoded(text: str) -> str:
    """Return the text that was coded."""
    return _UNIT.sub(lambda found: _letters(found[0]), text)


def _units(letter: str) -> str:
    raw = letter.encode("utf-16-be", "surrogatepass")
    return "".join(f"~{raw[place : place + 2].hex().upper()}" for place in range(0, len(raw), 2))


def _letters(units: str) -> str:
    return bytes.fromhex(units.replace("~", "")).decode("utf-16-be", "surrogatepass")
