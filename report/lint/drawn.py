"""Lines drawn in a paragraph: its own borders, shapes of Word (DrawingML) and of older Words (VML)."""

import re
from collections.abc import Iterator

from lxml.etree import _Element

from report.lint.model import DrawnLine
from report.lint.properties import Properties

_WORDPROCESSING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_VML = "{urn:schemas-microsoft-com:vml}"
_EMU_PER_MM = 36000
_POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "": 0.75}
MM_PER_POINT = 25.4 / 72
_FLAT_MM = 1.0
_SOLID = {"single", "thick", "solid"}
_LENGTH = re.compile(r"(-?[\d.]+)(pt|in|cm|mm|px|)")
_WIDTH = re.compile(r"(?:^|;)\s*width:([^;]+)")
_HEIGHT = re.compile(r"(?:^|;)\s*height:([^;]+)")


def border_lines(paragraph: Properties, width_mm: float) -> tuple[DrawnLine, ...]:
    """Return the line a paragraph's upper or lower border draws; a box is no line."""
    if "pBdr.left" in paragraph and "pBdr.right" in paragraph:
        return ()
    borders = {paragraph.get(f"pBdr.{side}", "nil") for side in ("top", "bottom")} - {"nil", "none"}
    return tuple(
        DrawnLine(kind="drawn" if border in _SOLID else "dashed", length_mm=width_mm) for border in borders
    )


def shape_lines(run: _Element) -> Iterator[DrawnLine]:
    """Yield the lines among a run's shapes."""
    for extent in run.iter(f"{_WORDPROCESSING}extent"):
        if int(extent.get("cy", "0")) <= _FLAT_MM * _EMU_PER_MM:
            shape = next(extent.iterancestors(), extent)
            dashes = {dash.get("val", "") for dash in shape.iter(f"{_DRAWING}prstDash")}
            kind = "drawn" if dashes <= _SOLID else "dashed"
            yield DrawnLine(kind=kind, length_mm=int(extent.get("cx", "0")) / _EMU_PER_MM)
    if not any(True for _ in run.iter(f"{_WORDPROCESSING}extent")):
        yield from _vml_lines(run)


def _vml_lines(run: _Element) -> Iterator[DrawnLine]:
    for shape in run.iter(f"{_VML}line", f"{_VML}shape", f"{_VML}rect"):
        dashes = [stroke.get("dashstyle", "solid") for stroke in shape.iter(f"{_VML}stroke")]
        width, height = _vml_size(shape)
        if width and height <= _FLAT_MM:
            yield DrawnLine(kind="drawn" if set(dashes) <= _SOLID else "dashed", length_mm=width)


def _vml_size(shape: _Element) -> tuple[float, float]:
    """Return a shape's width and height."""
    if shape.tag == f"{_VML}line":
        ends = [[_mm(part) for part in shape.get(end, "0,0").split(",")] for end in ("from", "to")]
        return abs(ends[1][0] - ends[0][0]), abs(ends[1][-1] - ends[0][-1])
    style = shape.get("style", "")
    width, height = _WIDTH.search(style), _HEIGHT.search(style)
    return _mm(width.group(1)) if width else 0, _mm(height.group(1)) if height else 0


def _mm(length: str) -> float:
    found = _LENGTH.match(length.strip())
    return float(found.group(1)) * _POINTS[found.group(2)] * MM_PER_POINT if found else 0


def has_picture(run: _Element) -> bool:
    """Whether a run holds a picture, and not only lines or boxes of text."""
    return any(True for _ in run.iter(f"{_DRAWING}blip", f"{_VML}imagedata"))
