"""How the master looks: one font, few colours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

FONT = "Times New Roman"
BODY_SIZE = 11
LINE_POINTS = 14.5

HEADER_FILL = "#DCE6F1"
TOTAL_FILL = "#F2F2F2"
LINE_COLOUR = "#A6A6A6"
INK = "#1F3864"
LINK_INK = "#1F4E9E"
ALARM_INK = "#9C0006"
ALARM_FILL = "#FBE3E1"
CARE_INK = "#7F6000"
CARE_FILL = "#FFF2CC"
CALM_INK = "#7F7F7F"
ADJUSTED_INK = "#5B2C83"
ADJUSTED_FILL = "#EADDF5"

OVERALL_COLOURS = {
    "done": "#2E75B6",
    "in_progress": "#9DC3E6",
    "not_started": "#D9D9D9",
    "paused": "#F4B183",
    "none": "#E4DBC4",
    "no_report": "#C55A5A",
}
STATE_COLOURS = {
    "accepted": "#2E75B6",
    "warned": "#9DC3E6",
    "excepted": "#E4DBC4",
    "returned": "#F4B183",
    "missing": "#C55A5A",
    "waived": "#BFBFBF",
}
ASSESSMENT_COLOURS = {"exceeded": "#1F4E79", "met": "#2E75B6", "not_met": "#C55A5A", "no_data": "#F4B183"}
OTHER_COLOUR = "#D9D9D9"
STATE_INKS = {
    "accepted": "#FFFFFF",
    "warned": "#000000",
    "excepted": "#000000",
    "returned": "#000000",
    "missing": "#FFFFFF",
    "waived": "#000000",
}

COUNT = "0"
WHOLE = "#,##0"
DECIMAL = "#,##0.###"
PER_CENT = "#,##0.0"
DAY = "dd/mm/yyyy"

_KINDS: Mapping[str, Mapping[str, Any]] = {
    "text": {"align": "left", "text_wrap": True},
    "long_text": {"align": "left", "text_wrap": True},
    "integer": {"align": "center", "num_format": COUNT},
    "number": {"align": "right", "num_format": DECIMAL},
    "million_vnd": {"align": "right", "num_format": DECIMAL},
    "percent": {"align": "center", "num_format": PER_CENT},
    "date": {"align": "center", "num_format": DAY},
    "link": {"align": "left", "text_wrap": True, "font_color": LINK_INK, "underline": 1},
}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "body": {"border": 1, "border_color": LINE_COLOUR, "valign": "top"},
    "total": {
        "border": 1,
        "border_color": LINE_COLOUR,
        "valign": "vcenter",
        "bold": True,
        "bg_color": TOTAL_FILL,
    },
    "figure": {"bottom": 4, "bottom_color": LINE_COLOUR, "valign": "vcenter"},
}
_HEADER: Mapping[str, Any] = {
    "bold": True,
    "text_wrap": True,
    "align": "center",
    "valign": "vcenter",
    "border": 1,
    "border_color": LINE_COLOUR,
    "bg_color": HEADER_FILL,
}
_PLAIN: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 14, "font_color": INK, "valign": "vcenter"},
    "caption": {"italic": True, "valign": "vcenter"},
    "notice": {"bold": True, "font_color": ALARM_INK, "valign": "vcenter"},
    "empty": {"italic": True, "valign": "top"},
    "block": {
        "bold": True,
        "font_color": INK,
        "indent": 1,
        "bg_color": HEADER_FILL,
        "bottom": 1,
        "bottom_color": INK,
        "valign": "vcenter",
    },
    "header": _HEADER,
    "staff_header": {**_HEADER, "bg_color": ADJUSTED_FILL},
}
_CONDITIONS: Mapping[str, Mapping[str, Any]] = {
    "alarm": {"font_color": ALARM_INK, "bg_color": ALARM_FILL},
    "care": {"font_color": CARE_INK, "bg_color": CARE_FILL},
    "calm": {"font_color": CALM_INK},
    "whole": {"num_format": WHOLE},
    "per_cent": {"num_format": PER_CENT},
    "adjusted": {"font_color": ADJUSTED_INK, "bg_color": ADJUSTED_FILL, "bold": True},
}


@dataclass
class Styles:
    """The formats of one workbook, each made once when first asked for."""

    workbook: Any
    _made: dict[tuple[str, str], Any] = field(default_factory=dict)

    def cell(self, kind: str, look: str = "body", **more: object) -> Any:
        """Return the format of a cell of a kind of value, in a table's body, total, or as a figure."""
        return self._make((kind, look + repr(sorted(more.items()))), {**_KINDS[kind], **_LOOKS[look], **more})

    def plain(self, name: str) -> Any:
        """Return the format of a title, header or notice."""
        return self._make((name, ""), _PLAIN[name])

    def condition(self, name: str) -> Any:
        """Return the format of a condition; it only says what differs."""
        if ("condition", name) not in self._made:
            self._made["condition", name] = self.workbook.add_format(dict(_CONDITIONS[name]))
        return self._made["condition", name]

    def _make(self, key: tuple[str, str], properties: Mapping[str, Any]) -> Any:
        if key not in self._made:
            base = {"font_name": FONT, "font_size": BODY_SIZE}
            self._made[key] = self.workbook.add_format({**base, **properties})
        return self._made[key]
