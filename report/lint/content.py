"""The main text of an act: title, addressees, bases, headings, words; and its appendices."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalogue import comparison_key
from catalogue.format_rule import Component, DocumentType, load_document_types
from report.lint.acts import Part, Parts, drawn_in, is_bold, is_upper
from report.lint.head import is_component
from report.lint.model import Line

_TITLE_LETTERS = 120
_BOLD_SENTENCE_LETTERS = 80
_MOST_ADDRESSEES = 12
_END = "./."
_ENDS = tuple(".;:,…/")
_DEEPER = re.compile(r"^\d+(\.\d+)+\.?\s")
_NUMBERED = ("part", "section", "article", "roman", "clause", "point")
_TITLED = {"part": "part_title", "section": "section_title"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """What stands at the beginning of a text: the position after it, and the type its name says."""

    end: int
    document_type: DocumentType | None
    is_attached: bool


def read_title(parts: Parts, lines: Sequence[Line], components: Mapping[str, Component]) -> Title:
    """Recognise the name of type, its subject and the line under it."""
    types = load_document_types()
    texts = [position for position, line in enumerate(lines) if line.text]
    start = next((at for at in texts[:6] if comparison_key(lines[at].text) in types), None)
    if start is None and texts and _is_title(lines[texts[0]], components):
        start = texts[0]
    if start is None:
        return Title(end=0, document_type=None, is_attached=False)
    parts.add("document_type", lines[start])
    end = start + 1
    while end < len(lines) and _goes_on(lines, end, start, components):
        end += 1
    subject = tuple(line for line in lines[start + 1 : end] if line.text)
    parts.add("subject", *subject)
    # A line may be anchored in the words below it.
    after = next((at for at in range(end, len(lines)) if lines[at].text), len(lines))
    parts.add_drawn(
        "subject_line",
        subject or (lines[start],),
        drawn_in(tuple(line for line in lines[start : after + 1] if not line.is_boxed)),
    )
    hyphens = [line for line in lines[end : after + 1] if is_component(line, components.get("hyphens"))]
    parts.add("hyphens", *hyphens)
    near = lines[end : after + 1]
    return Title(
        end=end if not hyphens else lines.index(hyphens[-1]) + 1,
        document_type=types.get(comparison_key(lines[start].text)),
        is_attached=any(is_component(line, components["appendix_of"]) for line in near),
    )


def _is_title(line: Line, components: Mapping[str, Component]) -> bool:
    """Whether a line looks like a name of type that the decree does not list."""
    is_other = any(is_component(line, components[key]) for key in ("addressed", "appendix_number"))
    return line.align == "center" and is_upper(line) and not line.is_boxed and not is_other


def _goes_on(lines: Sequence[Line], at: int, start: int, components: Mapping[str, Component]) -> bool:
    """Whether a line still belongs to the subject: nothing drawn or blank above it, centred or bold."""
    line = lines[at]
    others = ("addressed", "basis", "appendix_of", "hyphens", "appendix_number")
    if not line.text or line.is_boxed or any(is_component(line, components.get(key)) for key in others):
        return False
    is_first = at == start + 1
    return (line.align == "center" or is_bold(line)) and (is_first or not is_upper(line) or is_bold(line))


def read_main(parts: Parts, lines: Sequence[Line], components: Mapping[str, Component]) -> None:
    """Recognise what follows the title up to the signature."""
    texts = [line for line in lines if line.text or line.has_picture]
    texts = _read_addressed(parts, texts, components)
    before: Line | None = None
    is_start = True
    awaited = ""
    for line in texts:
        component = awaited or _component(line, components, is_start=is_start)
        awaited = "" if awaited else _TITLED.get(component, "")
        is_start = is_start and component in {"basis", "aside"}
        if component != "aside":
            parts.add(component, line, before=before if _is_beside(before, line) else None)
        before = line
    spoken = [
        line
        for line in texts
        if line.text.endswith(_END) or _component(line, components, is_start=False) != "aside"
    ]
    parts.add("ending", *spoken[-1:])


def _read_addressed(parts: Parts, texts: list[Line], components: Mapping[str, Component]) -> list[Line]:
    """Recognise the addressees, which stand first, and return the rest."""
    start = next((at for at, line in enumerate(texts) if is_component(line, components["addressed"])), None)
    if start is None:
        return texts
    parts.add("addressed", texts[start])
    end = start + 1
    if texts[start].text.endswith(":") or (end < len(texts) and texts[end].text.startswith("- ")):
        while end < len(texts) and end - start <= _MOST_ADDRESSEES:
            line, above = texts[end].text, texts[end - 1].text
            if not line.startswith("-") and not above.endswith((";", ":")):
                break
            end += 1
            if line.endswith("."):
                break
    parts.add("addressee", *texts[start + 1 : end], before=texts[start])
    return texts[:start] + texts[end:]


def _component(line: Line, components: Mapping[str, Component], *, is_start: bool) -> str:
    if line.is_boxed or _is_blank(line, components) or _is_beside_the_text(line, components):
        return "aside"
    if is_start and is_component(line, components["basis"]) and not line.text.endswith(":"):
        return "basis"
    for key in _NUMBERED:
        if is_component(line, components[key]):
            return _clause(line, components) if key == "clause" else key
    return "aside" if line.align == "center" and is_upper(line) else "body"


def _is_blank(line: Line, components: Mapping[str, Component]) -> bool:
    """Whether a line is still to be written: nothing but dots, or dots after “Căn cứ”."""
    basis = components["basis"].pattern
    return not any(char.isalnum() for char in (basis.sub("", line.text) if basis else line.text))


def _is_beside_the_text(line: Line, components: Mapping[str, Component]) -> bool:
    """Whether a line is a caption, a note or a level of headings for which there is no rule."""
    others = ("aside", "appendix_of")
    return any(is_component(line, components[key]) for key in others) or bool(_DEEPER.match(line.text))


def _clause(line: Line, components: Mapping[str, Component]) -> str:
    """Tell a clause with a title, on a line of its own, from one without."""
    if line.text.endswith(_ENDS):
        is_title = is_bold(line) and len(line.text) <= _BOLD_SENTENCE_LETTERS
    else:
        is_title = is_bold(line) or len(line.text) <= _TITLE_LETTERS
    return "clause_titled" if is_title and "clause_titled" in components else "clause"


def _is_beside(before: Line | None, line: Line) -> bool:
    """Whether a paragraph follows another directly, no table between."""
    return before is not None and line.place.paragraph - before.place.paragraph <= 1


# ------------------------------------------------------------------------------------------- appendices


def is_appendix(line: Line, components: Mapping[str, Component]) -> bool:
    """Whether an appendix begins at a line: only its number, outside any table."""
    return not line.place.table and is_component(line, components["appendix_number"])


def read_appendix(lines: Sequence[Line], components: Mapping[str, Component]) -> dict[str, tuple[Part, ...]]:
    """Recognise the head of an appendix."""
    parts = Parts()
    parts.add("appendix_number", lines[0])
    at = 1
    names: list[Line] = []
    while at < len(lines) and lines[at].text and not is_component(lines[at], components["appendix_of"]):
        names.append(lines[at])
        at += 1
    attached: list[Line] = []
    is_attached = at < len(lines) and is_component(lines[at], components["appendix_of"])
    while is_attached and at < len(lines) and lines[at].text:
        attached.append(lines[at])
        at += 1
        if attached[-1].text.endswith(")"):
            break
    if is_attached or all(line.align == "center" for line in names):
        parts.add("appendix_name", *names)
    parts.add("appendix_of", *attached)
    after = next((each for each in range(at, len(lines)) if lines[each].text), len(lines))
    near = lines[:after] if after >= len(lines) else lines[: after + 1]
    if "hyphens" in components:
        parts.add("appendix_line", *[line for line in near if is_component(line, components["hyphens"])][:1])
    else:
        words = tuple(attached or names or lines[:1])
        parts.add_drawn(
            "appendix_line", words, drawn_in(tuple(line for line in near if not line.place.table))
        )
    return parts.gathered()
