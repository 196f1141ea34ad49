"""One paragraph as lines of letters."""

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml.etree import _Element

from report.lint.drawn import MM_PER_POINT, border_lines, has_picture, shape_lines
from report.lint.model import MM_PER_TWIP, DrawnLine, Letters, Line, Place
from report.lint.numbering import Numbering
from report.lint.properties import Properties, W, flat, number, over
from report.lint.styles import Style, Styles

_UNSEEN = {f"{W}del", f"{W}moveFrom", f"{W}rPr", f"{W}pPr", f"{W}txbxContent"}
_PAGE_FIELD = re.compile(r"\bPAGE\b")
_UNDERSCORES = re.compile(r"^\s*_{3,}\s*$")
_NOTE_MARK = re.compile(r"^[\d*(),\s]+$")
_RAISED = {"superscript", "subscript"}
_UNDERSCORE_SHARE = 0.5
_ALIGNMENTS = {"start": "left", "end": "right", "distribute": "both", "justify": "both"}
_AUTO_SPACE_PT = 14.0
_LINE = 240
_BREAK = "\n"


def paragraph_lines(
    element: _Element,
    styles: Styles,
    numbering: Numbering,
    *,
    table: Style,
    place: Place,
    page: int,
    room_mm: float,
    tab_mm: float,
) -> list[Line]:
    """Return a paragraph's lines as typed; one without words is one empty line."""
    direct = flat(element.find(f"{W}pPr"))
    style_id = direct.get("pStyle", styles.default_paragraph)
    own = styles.style(style_id)
    label, paragraph = _numbered(styles, numbering, table=table, own=own, direct=direct)
    letters, drawn, is_field, is_picture = _letters(element, styles, (table, own))
    if label and letters:
        letters = [replace(letters[0], text=label), *letters]
    parts = _split(letters)
    left = number(paragraph, "ind.left") * MM_PER_TWIP
    right = number(paragraph, "ind.right") * MM_PER_TWIP
    whole = Line(
        text="",
        letters=(),
        place=place,
        align=_align(paragraph, letters),
        first_mm=left + _first(paragraph, letters, left, tab_mm, is_numbered=bool(label)),
        left_mm=left,
        room_mm=room_mm,
        before=_space(paragraph, "before"),
        after=_space(paragraph, "after"),
        spacing_rule=paragraph.get("spacing.lineRule", "auto"),
        spacing=_spacing(paragraph),
        style=style_id,
        is_contextual=paragraph.get("contextualSpacing", "0") != "0",
        is_boxed="pBdr.left" in paragraph and "pBdr.right" in paragraph,
        lines=(),
        page=page,
        has_page_number=is_field,
        has_picture=is_picture,
    )
    drawn += border_lines(paragraph, room_mm - left - right)
    return [
        _line(whole, part, tuple(drawn) if position == len(parts) - 1 else ())
        for position, part in enumerate(parts)
    ]


def _line(whole: Line, letters: tuple[Letters, ...], drawn: tuple[DrawnLine, ...]) -> Line:
    text = "".join(each.text for each in letters)
    if _UNDERSCORES.match(text):
        typed = sum(each.text.count("_") * each.size * _UNDERSCORE_SHARE for each in letters)
        drawn = (*drawn, DrawnLine(kind="underscores", length_mm=typed * MM_PER_POINT))
        text, letters = "", ()
    shown = " ".join(text.split())
    return replace(whole, text=shown, letters=letters if shown else (), lines=drawn)


def _split(letters: list[Letters]) -> list[tuple[Letters, ...]]:
    parts: list[list[Letters]] = [[]]
    for each in letters:
        first, *more = each.text.split(_BREAK)
        parts[-1].append(replace(each, text=first))
        parts += [[replace(each, text=text)] for text in more]
    return [tuple(each for each in part if each.text) for part in parts]


# --------------------------------------------------------------------------------------------- letters


def _letters(
    element: _Element, styles: Styles, chain: tuple[Style, Style]
) -> tuple[list[Letters], list[DrawnLine], bool, bool]:
    """Return a paragraph's letters and drawn lines, and whether it has the page's number and a picture."""
    found: list[Letters] = []
    drawn: list[DrawnLine] = []
    is_field = any(_PAGE_FIELD.search(each.get(f"{W}instr", "")) for each in element.iter(f"{W}fldSimple"))
    is_picture = False
    for run in _runs(element):
        is_field |= any(_PAGE_FIELD.search(each.text or "") for each in run.iter(f"{W}instrText"))
        is_picture |= has_picture(run)
        drawn += shape_lines(run)
        letters = _run_letters(run, styles, chain)
        if letters is not None:
            found.append(letters)
    if is_field and not any(each.text.strip() for each in found):
        found.append(_as_letters("#", styles, styles.letters_of(chain, {})))
    return found, drawn, is_field, is_picture


def _runs(element: _Element) -> Iterator[_Element]:
    for child in element:
        if child.tag == f"{W}r":
            yield child
        elif child.tag not in _UNSEEN:
            yield from _runs(child)


def _run_letters(run: _Element, styles: Styles, chain: tuple[Style, Style]) -> Letters | None:
    """Return a run's letters; None where it shows none or is the mark of a note."""
    text = "".join(_texts(run))
    direct = flat(run.find(f"{W}rPr"))
    character = styles.style(direct["rStyle"]) if "rStyle" in direct else None
    own = styles.letters_of((*chain, character) if character else chain, direct)
    is_raised = own.get("vertAlign", "") in _RAISED
    if not text or own["vanish"] != "0" or (is_raised and _NOTE_MARK.match(text)):
        return None
    return _as_letters(text, styles, own)


def _texts(run: _Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in {f"{W}tab", f"{W}ptab"}:
            yield "\t"
        elif child.tag in {f"{W}br", f"{W}cr"}:
            yield _BREAK
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"


def _as_letters(text: str, styles: Styles, own: Properties) -> Letters:
    color = own.get("color", "auto").lower()
    return Letters(
        text=text,
        size=number(own, "sz", 20) / 2,
        is_bold=own["b"] != "0",
        is_italic=own["i"] != "0",
        is_underlined=own.get("u", "none") != "none",
        case="caps" if own["caps"] != "0" else "smallCaps" if own["smallCaps"] != "0" else "",
        color=color,
        fonts=styles.fonts(own),
        language=own.get("lang.val", own.get("lang", "")),
    )


# ----------------------------------------------------------------------------------------- the paragraph


def _numbered(
    styles: Styles, numbering: Numbering, *, table: Style, own: Style, direct: Properties
) -> tuple[str, dict[str, str]]:
    """Return a paragraph's automatic number and what takes effect on it."""
    list_id = direct.get("numPr.numId", own.paragraph.get("numPr.numId", "0"))
    depth = int(number(direct, "numPr.ilvl", number(own.paragraph, "numPr.ilvl")))
    level = numbering.level(list_id, depth)
    listed = level.paragraph if level else {}
    layers = (own.paragraph, listed) if "numPr.numId" in direct else (listed, own.paragraph)
    paragraph = over(styles.paragraph, table.paragraph, *layers, direct)
    return numbering.next_label(list_id, depth), paragraph


def _align(paragraph: Properties, letters: list[Letters]) -> str:
    text = "".join(each.text for each in letters)
    if "framePr.xAlign" in paragraph:
        return paragraph["framePr.xAlign"]
    if text.startswith("\t") and "\t" not in text.strip("\t") and paragraph.get("tabs.tab") == "center":
        return "center"
    align = paragraph.get("jc", "left")
    return _ALIGNMENTS.get(align, align)


def _first(
    paragraph: Properties, letters: list[Letters], left: float, tab_mm: float, *, is_numbered: bool
) -> float:
    """Return how far the first letter stands from the other lines; leading tabs move it."""
    text = "".join(each.text for each in letters)
    own = (number(paragraph, "ind.firstLine") - number(paragraph, "ind.hanging")) * MM_PER_TWIP
    tabs = 0 if is_numbered else len(text) - len(text.lstrip("\t"))
    if not tabs or "tabs.tab" in paragraph:
        return own
    return ((left + own) // tab_mm + tabs) * tab_mm - left


def _space(paragraph: Properties, side: str) -> float:
    is_automatic = paragraph.get(f"spacing.{side}Autospacing", "0") in {"1", "true", "on"}
    return _AUTO_SPACE_PT if is_automatic else number(paragraph, f"spacing.{side}") / 20


def _spacing(paragraph: Properties) -> float:
    line = number(paragraph, "spacing.line", _LINE)
    return line / _LINE if paragraph.get("spacing.lineRule", "auto") == "auto" else line / 20
