"""Properties of paragraphs and letters as flat names, so that one layer of formatting can cover another.

`<w:ind w:left="567"/>` becomes `{"ind.left": "567"}`, `<w:b/>` becomes `{"b": "1"}`.
"""

from collections.abc import Mapping

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFF = {"0", "false", "off", "none"}
TOGGLES = ("b", "i", "caps", "smallCaps", "vanish")
"""Properties that styles turn on and off in turns: bold in a bold paragraph style is not bold."""
SIDES = {"start": "left", "end": "right"}
_EXCLUDES = {"ind.hanging": ("ind.firstLine",), "ind.firstLine": ("ind.hanging",)}
_THEMED = {
    f"rFonts.{slot}": (f"rFonts.{theme}",)
    for slot, theme in (
        ("ascii", "asciiTheme"),
        ("hAnsi", "hAnsiTheme"),
        ("eastAsia", "eastAsiaTheme"),
        ("cs", "cstheme"),
    )
}

Properties = Mapping[str, str]


def flat(element: _Element | None) -> dict[str, str]:
    """Return an element's properties by their flat names."""
    found: dict[str, str] = {}
    for child in element if element is not None else ():
        name = _local(child.tag)
        if name and name not in _NOT_FLAT:
            found |= _flat_child(name, child)
    return found


def _flat_child(name: str, child: _Element) -> dict[str, str]:
    if len(child):
        return {f"{name}.{_local(part.tag)}": part.get(f"{W}val") or "1" for part in child}
    sides = SIDES if name == "ind" else {}
    found = {f"{name}.{sides.get(_local(key), _local(key))}": str(child.attrib[key]) for key in child.attrib}
    value = child.get(f"{W}val", "" if child.attrib else "1")
    if value:
        found[name] = "0" if value in OFF and name in _FLAGS else value
    return found


_NOT_FLAT = ("rPr", "sectPr", "pPrChange", "rPrChange")
_FLAGS = (*TOGGLES, "contextualSpacing", "cantSplit", "tblHeader", "titlePg")


def _local(name: object) -> str:
    """Return a name without its namespace; blank for comments."""
    return name.rpartition("}")[2] if isinstance(name, str) else ""


def over(*layers: Properties) -> dict[str, str]:
    """Lay properties over one another, the last on top; what excludes another takes its place."""
    merged: dict[str, str] = {}
    for layer in layers:
        for key in layer:
            for hidden in (*_EXCLUDES.get(key, ()), *_THEMED.get(key, ())):
                if hidden not in layer:
                    merged.pop(hidden, None)
        merged.update(layer)
    return merged


def toggled(styles: tuple[Properties, ...], direct: Properties) -> dict[str, str]:
    """Return the toggles that take effect: direct formatting says, else every style turns them once."""
    found = {}
    for name in TOGGLES:
        turns = sum(layer.get(name, "0") != "0" for layer in styles) % 2
        found[name] = direct.get(name, str(turns))
    return found


def number(properties: Properties, key: str, default: float = 0) -> float:
    """Return a number, or the default where there is none or it is not one."""
    try:
        return float(properties.get(key, ""))
    except ValueError:
        return default
