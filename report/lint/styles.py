"""The styles of a document: what takes effect on a paragraph and on letters after all inheritance."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from report.lint.model import SLOTS
from report.lint.properties import SIDES, Properties, W, flat, over, toggled

_DEPTH = 20
_THEME_KEYS = {"ascii": "asciiTheme", "hAnsi": "hAnsiTheme", "eastAsia": "eastAsiaTheme", "cs": "cstheme"}
_THEME_TAGS = {"Ascii": "latin", "HAnsi": "latin", "EastAsia": "ea", "Bidi": "cs"}
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """One style after its own chain of parents: paragraph, letters and table properties."""

    paragraph: Properties
    letters: Properties
    table: Properties


NO_STYLE = Style(paragraph={}, letters={}, table={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """All styles by id, the defaults of the document and the fonts of its theme."""

    by_id: Mapping[str, Style]
    default_paragraph: str
    default_table: str
    paragraph: Properties
    letters: Properties
    theme: Mapping[str, str]

    def style(self, style_id: str) -> Style:
        """Return a style; a name that nothing defines formats nothing."""
        return self.by_id.get(style_id, NO_STYLE)

    def letters_of(self, chain: tuple[Style, ...], direct: Properties) -> dict[str, str]:
        """Return what takes effect on letters: table, paragraph and character style, then direct."""
        layers = tuple(style.letters for style in chain)
        return over(self.letters, *layers, direct) | toggled(layers, direct)

    def fonts(self, letters: Properties) -> dict[str, str]:
        """Return the font of each slot; a theme's font goes before a name beside it."""
        return {slot: self._font(slot, letters) for slot in SLOTS}

    def _font(self, slot: str, letters: Properties) -> str:
        themed = letters.get(f"rFonts.{_THEME_KEYS[slot]}")
        return self.theme.get(themed, "") if themed else letters.get(f"rFonts.{slot}", "")


def read_styles(root: _Element | None, theme: _Element | None) -> Styles:
    """Return the styles of a styles part; none where a document has no such part."""
    elements = (
        {each.get(f"{W}styleId", ""): each for each in root.iter(f"{W}style")} if root is not None else {}
    )
    defaults = root.find(f"{W}docDefaults") if root is not None else None
    return Styles(
        by_id={style_id: _resolved(style_id, elements) for style_id in elements},
        default_paragraph=_default("paragraph", elements, "Normal"),
        default_table=_default("table", elements, "TableNormal"),
        paragraph=flat(defaults.find(f"{W}pPrDefault/{W}pPr")) if defaults is not None else {},
        letters=flat(defaults.find(f"{W}rPrDefault/{W}rPr")) if defaults is not None else {},
        theme=_theme_fonts(theme),
    )


def _default(kind: str, elements: Mapping[str, _Element], otherwise: str) -> str:
    """Return the default style of a kind; where none is marked, Word takes its own by its name."""
    for style_id, element in elements.items():
        if element.get(f"{W}type") == kind and element.get(f"{W}default") in {"1", "true", "on"}:
            return style_id
    return otherwise


def _resolved(style_id: str, elements: Mapping[str, _Element]) -> Style:
    chain: list[_Element] = []
    element = elements.get(style_id)
    while element is not None and element not in chain and len(chain) < _DEPTH:
        chain.insert(0, element)
        parent = element.find(f"{W}basedOn")
        element = elements.get(parent.get(f"{W}val", "")) if parent is not None else None
    return Style(
        paragraph=over(*(flat(each.find(f"{W}pPr")) for each in chain)),
        letters=over(*(flat(each.find(f"{W}rPr")) for each in chain)),
        table=over(*(_table(each.find(f"{W}tblPr")) for each in chain)),
    )


def _table(element: _Element | None) -> dict[str, str]:
    """Return a table's properties, its cell margins with their widths."""
    found = flat(element)
    for side in element.iterfind(f"{W}tblCellMar/*") if element is not None else ():
        name = side.tag.rpartition("}")[2]
        found[f"tblCellMar.{SIDES.get(name, name)}"] = side.get(f"{W}w", "0")
    return found


table_properties = _table


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """Return the theme's fonts by the names the styles use, as minorHAnsi or majorEastAsia."""
    found: dict[str, str] = {}
    for kind in ("minor", "major") if theme is not None else ():
        fonts = theme.find(f".//{_DRAWING}{kind}Font") if theme is not None else None
        for name, tag in _THEME_TAGS.items() if fonts is not None else ():
            face = fonts.find(f"{_DRAWING}{tag}") if fonts is not None else None
            found[f"{kind}{name}"] = face.get("typeface", "") if face is not None else ""
    return found
