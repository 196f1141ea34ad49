"""What is recognised in a document: its acts (văn bản), each with its components in place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from catalogue.format_rule import DocumentType
from report.lint.model import DrawnLine, Grid, Line, Page


class ActKind(Enum):
    """What an act must hold depends on what it is.

    NAMED: has a name of type (tên loại); LETTER: công văn; ATTACHED: issued together with another act;
    LOOSE: only appendices; APPENDIX: one appendix.
    """

    NAMED = "named"
    LETTER = "letter"
    ATTACHED = "attached"
    LOOSE = "loose"
    APPENDIX = "appendix"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One line recognised as a component, or the drawn line under some words.

    Attributes:
        line: The line itself; for a drawn line, the words above it.
        before: The line above it in the same column of text, None where there is none or a table between.
        siblings: All lines of the component in this act, this one included.
        drawn: The drawn lines, for a component that is one.
        words: The lines of words a drawn line stands under.
    """

    line: Line
    before: Line | None = None
    siblings: tuple[Line, ...] = ()
    drawn: tuple[DrawnLine, ...] = ()
    words: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One act.

    Attributes:
        first: Its first line, where what is missing is reported.
        document_type: The type its name says, None for names the decree does not list.
        parts: Its components by key.
        said: All words of its main text, to find where appendices are mentioned.
        appendices: Its appendices, each an act of its own.
    """

    kind: ActKind
    first: Line
    parts: Mapping[str, tuple[Part, ...]]
    document_type: DocumentType | None = None
    said: str = ""
    appendices: tuple["Act", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """A whole document: its acts, and what the rules for pages and tables look at."""

    acts: tuple[Act, ...]
    lines: tuple[Line, ...]
    pages: tuple[Page, ...]
    grids: tuple[Grid, ...]


class Parts:
    """Components being gathered."""

    def __init__(self) -> None:
        """Begin with none."""
        self._parts: dict[str, list[Part]] = {}

    def add(self, component: str, *lines: Line, before: Line | None = None) -> None:
        """Add lines as parts of a component."""
        for line in lines:
            self._parts.setdefault(component, []).append(Part(line=line, before=before))
            before = line

    def add_drawn(self, component: str, words: tuple[Line, ...], drawn: Iterator[DrawnLine]) -> None:
        """Add the drawn line under some words, if any was found; underlined words are a poor one."""
        found = tuple(drawn)
        if words and not found and all(each.is_underlined for each in words[-1].letters):
            found = (DrawnLine(kind="underlined", length_mm=0),)
        if words and found:
            self._parts[component] = [Part(line=words[-1], words=words, drawn=found)]

    def __contains__(self, component: str) -> bool:
        """Whether a component was found."""
        return component in self._parts

    def lines(self, component: str) -> tuple[Line, ...]:
        """Return a component's lines."""
        return tuple(part.line for part in self._parts.get(component, ()))

    def gathered(self) -> dict[str, tuple[Part, ...]]:
        """Return every component, its lines knowing one another."""
        return {
            component: tuple(replace(part, siblings=self.lines(component)) for part in parts)
            for component, parts in self._parts.items()
        }


def drawn_in(lines: tuple[Line, ...]) -> Iterator[DrawnLine]:
    """Yield what is drawn in some lines."""
    for line in lines:
        yield from line.lines


def is_upper(line: Line) -> bool:
    """Whether a line shows in capitals."""
    shown = "".join(each.text.upper() if each.case == "caps" else each.text for each in line.letters)
    return shown.upper() == shown and shown.lower() != shown


def is_bold(line: Line) -> bool:
    """Whether every letter of a line is bold."""
    return all(each.is_bold for each in line.letters if each.text.strip())


def says_something(line: Line) -> bool:
    """Whether a line holds a letter or digit, and not only dots to be written over."""
    return any(char.isalnum() for char in line.text)
