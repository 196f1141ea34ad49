"""A cell's format, from openpyxl's words to XlsxWriter's; colours of the theme become plain ones."""

import colorsys
import re
from typing import Any

from consolidate.adjust.model import Look

UNDERLINES = {"single": 1, "double": 2, "singleAccounting": 33, "doubleAccounting": 34}
LINES = (
    *("none", "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot"),
    *("mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot"),
)
SIDES = ("left", "right", "top", "bottom")
ACROSS = {"centerContinuous": "center_across", "general": ""}
UP_AND_DOWN = {"center": "vcenter", "justify": "vjustify", "distributed": "vdistributed"}
STACKED = 255
QUARTER_TURN = 90
THEME_ORDER = (1, 0, 3, 2, 4, 5, 6, 7, 8, 9, 10, 11)
"""Cells name light before dark, the theme lists dark before light."""

LINK_LOOK: Look = (
    ("font_color", "#0000FF"),
    ("font_name", "Calibri"),
    ("font_size", 11.0),
    ("underline", 1),
)
"""How a link without a format of its own looks."""

_THEME = re.compile(rb'<a:(?:sysClr [^>]*lastClr|srgbClr val)="([0-9A-Fa-f]{6})"')


def theme_colours(theme: bytes | None) -> tuple[str, ...]:
    """Return the colours of a workbook's theme in the order in which cells name them."""
    found = [colour.decode() for colour in _THEME.findall(theme or b"")][: len(THEME_ORDER)]
    return tuple(found[place] for place in THEME_ORDER) if len(found) == len(THEME_ORDER) else ()


def look_of(cell: Any, theme: tuple[str, ...]) -> Look:
    """Return a cell's format as XlsxWriter's properties; only what differs from a plain cell."""
    if not cell.has_style:
        return ()
    properties = {
        **_font(cell.font, theme),
        **_fill(cell.fill, theme),
        **_border(cell.border, theme),
        **_alignment(cell.alignment),
        "num_format": "" if cell.number_format == "General" else cell.number_format,
        "locked": cell.protection.locked is not False,
    }
    if properties["locked"]:
        del properties["locked"]
    return tuple(
        sorted(
            (key, value) for key, value in properties.items() if value not in ("", None, 0) or key == "locked"
        )
    )


def colour(given: Any, theme: tuple[str, ...]) -> str:
    """Return a colour as "#RRGGBB", blank for none or automatic."""
    from openpyxl.styles.colors import COLOR_INDEX

    if given is None:
        return ""
    if given.type == "rgb" and isinstance(given.rgb, str):
        return f"#{given.rgb[-6:].upper()}"
    if given.type == "theme" and given.theme < len(theme):
        return _tinted(theme[given.theme], given.tint)
    if given.type == "indexed" and given.indexed < len(COLOR_INDEX):
        return f"#{COLOR_INDEX[given.indexed][-6:].upper()}"
    return ""


def _tinted(hexes: str, tint: float) -> str:
    red, green, blue = (int(hexes[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, full = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    return "#" + "".join(f"{round(part * 255):02X}" for part in colorsys.hls_to_rgb(hue, light, full))


def _font(font: Any, theme: tuple[str, ...]) -> dict[str, Any]:
    return {
        "font_name": font.name,
        "font_size": font.sz,
        "bold": bool(font.b),
        "italic": bool(font.i),
        "underline": UNDERLINES.get(font.u, 0),
        "font_strikeout": bool(font.strike),
        "font_color": colour(font.color, theme),
        "font_script": {"superscript": 1, "subscript": 2}.get(font.vertAlign, 0),
    }


def _fill(fill: Any, theme: tuple[str, ...]) -> dict[str, Any]:
    return {"bg_color": colour(fill.fgColor, theme)} if getattr(fill, "fill_type", None) == "solid" else {}


def _border(border: Any, theme: tuple[str, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in SIDES:
        side = getattr(border, name)
        if side is not None and side.style in LINES:
            found[name] = LINES.index(side.style)
            found[f"{name}_color"] = colour(side.color, theme) if found[name] else ""
    return found


def _alignment(alignment: Any) -> dict[str, Any]:
    turn = alignment.textRotation or 0
    across, up = alignment.horizontal or "", alignment.vertical or ""
    return {
        "align": ACROSS.get(across, across),
        "valign": "" if up == "bottom" else UP_AND_DOWN.get(up, up),
        "text_wrap": bool(alignment.wrap_text),
        "indent": int(alignment.indent or 0),
        "shrink": bool(alignment.shrink_to_fit),
        "rotation": 270 if turn == STACKED else QUARTER_TURN - turn if turn > QUARTER_TURN else turn,
    }
