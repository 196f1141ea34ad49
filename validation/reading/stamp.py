"""When a workbook says it was last changed: written by the program that saved it, kept by every copy."""

import re
import struct
from collections.abc import Callable, Mapping
from datetime import datetime, tzinfo

from validation.reading.clock import VIETNAM
from validation.reading.kind import Kind
from validation.reading.model import RefusedFileError
from validation.reading.ole import Ole
from validation.reading.package import Package
from validation.reading.relations import part_of_type, relations

_LONGEST = 65_536
_OOXML = re.compile(rb"<(?:\w+:)?modified\b[^>]*>\s*([\x21-\x7e]+?)\s*<")
_ODF_META, _ODF = "meta.xml", re.compile(rb"<dc:date>\s*([\x21-\x7e]+?)\s*<")
_SUMMARY = "\x05SummaryInformation"
_SECTION_AT, _LAST_SAVED, _FILETIME = 44, 13, 64
_MOST_PROPERTIES = 100
_FILETIME_EPOCH = -11_644_473_600 * 10_000_000  # 1/1/1601, in tenths of a microsecond
_NANOSECONDS = 1_000_000_000


def stamp_of(kind: Kind, content: bytes, package: Package | None) -> int | None:
    """Return when a workbook says it was last changed, in nanoseconds since the epoch; None for unknown.

    A moment without a time zone is one of Vietnam's clocks. A damaged stamp is unknown; never raises.
    """
    try:
        if package is not None:
            return _PACKAGED[kind](package) if kind in _PACKAGED else None
        return _of_xls(content) if kind is Kind.XLS else None
    except (RefusedFileError, ValueError, OverflowError, struct.error):
        return None


def _of_ooxml(package: Package) -> int | None:
    name = part_of_type(relations(package, ""), "core-properties")
    return _found(package, name, _OOXML) if name else None


def _of_ods(package: Package) -> int | None:
    return _found(package, _ODF_META, _ODF)


_PACKAGED: Mapping[Kind, Callable[[Package], int | None]] = dict.fromkeys(
    (Kind.XLSX, Kind.XLSM, Kind.XLSB), _of_ooxml
) | {Kind.ODS: _of_ods}


def _found(package: Package, name: str, pattern: re.Pattern[bytes]) -> int | None:
    match = pattern.search(package.beginning(name, _LONGEST))
    return _nanoseconds(match[1].decode(), VIETNAM) if match else None


def _nanoseconds(text: str, local: tzinfo) -> int | None:
    """Return a moment of ISO 8601; a day without a time orders nothing."""
    if "T" not in text:
        return None
    moment = datetime.fromisoformat(text)
    aware = moment if moment.tzinfo else moment.replace(tzinfo=local)
    return int(aware.timestamp()) * _NANOSECONDS + aware.microsecond * 1_000


def _of_xls(content: bytes) -> int | None:
    """Read the property that says so from the summary (MS-OLEPS); the first section is the only one."""
    summary = Ole(content).stream(_SUMMARY)
    (start,) = struct.unpack_from("<I", summary, _SECTION_AT)
    (count,) = struct.unpack_from("<I", summary, start + 4)
    for place in range(min(count, _MOST_PROPERTIES)):
        number, offset = struct.unpack_from("<II", summary, start + 8 + 8 * place)
        if number == _LAST_SAVED:
            kind, ticks = struct.unpack_from("<IQ", summary, start + offset)
            return (ticks + _FILETIME_EPOCH) * 100 if kind == _FILETIME else None
    return None
