"""Records of binary workbooks, and the numbers in them."""

import struct

_DOUBLE = struct.Struct("<d")
_HUNDREDTHS, _INTEGER = 1, 2

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def double(raw: bytes, at: int) -> float:
    """Return the number stored in eight bytes."""
    return float(_DOUBLE.unpack_from(raw, at)[0])


def short_number(raw: bytes, at: int) -> float:
    """Return the number stored in four bytes: an integer or the top of a double, perhaps in hundredths."""
    (bits,) = struct.unpack_from("<i", raw, at)
    if bits & _INTEGER:
        number = float(bits >> 2)
    else:
        number = _DOUBLE.unpack(b"\0\0\0\0" + struct.pack("<i", bits & ~3))[0]
    return number / 100 if bits & _HUNDREDTHS else number


def error_shown(number: int) -> str:
    """Return what a cell shows for an error's number."""
    return _ERRORS.get(number, "#N/A")
