"""What a Word document is to the check: lines of letters with the formatting that takes effect.

Distances are in millimetres; sizes, heights and the space around paragraphs in points.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MM_PER_TWIP = 25.4 / 1440
SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
"""The four places where Word keeps a font's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters:
    """Letters that look the same.

    Attributes:
        fonts: The font's name for each of Word's four slots, blank where nothing names one.
        color: "000000" style, "auto" where nothing says.
        case: "caps", "smallCaps" or blank: how letters are shown whatever was typed.
    """

    text: str
    size: float
    is_bold: bool
    is_italic: bool
    is_underlined: bool
    case: str
    color: str
    fonts: Mapping[str, str]
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a line stands: table, row and cell, and its paragraph there or outside all tables, from 1."""

    part: str = "body"
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A line under words and its length: "drawn", "dashed", "underscores", or the words are "underlined"."""

    kind: str
    length_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as typed: a paragraph, or its part between two line breaks.

    Attributes:
        text: Its words, the number of an automatic list included.
        letters: What shows of it, without marks of footnotes.
        align: left, center, right or both.
        first_mm: Where its first letter begins, from the left edge of its column.
        left_mm: Where its other lines begin.
        room_mm: The width there is for it.
        spacing_rule: auto (`spacing` in lines), exact or atLeast (in points).
        style: The paragraph's style, to know when Word leaves out the space between equals.
        lines: Lines drawn in it.
        page: The position of its section.
        has_page_number: Whether the page's number stands in it.
    """

    text: str
    letters: tuple[Letters, ...]
    place: Place
    align: str
    first_mm: float
    left_mm: float
    room_mm: float
    before: float
    after: float
    spacing_rule: str
    spacing: float
    style: str
    is_contextual: bool
    is_boxed: bool
    lines: tuple[DrawnLine, ...]
    page: int
    has_page_number: bool
    has_picture: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A table: the marks of its rows and whether it is ruled, that is, holds data and not layout."""

    place: Place
    page: int
    columns: int
    rows: tuple["GridRow", ...]
    is_ruled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """A row: whether it is repeated on every page and whether it stays in one piece."""

    is_header: bool
    is_whole: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page of one section.

    Attributes:
        is_title_page: Whether the first page has a head of its own.
        start: The number its pages start with; None: they go on counting.
        heads: Lines of the head by kind of page (default, first, even).
        feet: Lines of the foot by kind of page.
        head_mm: From the page's upper edge to its head.
    """

    width_mm: float
    height_mm: float
    margins_mm: Mapping[str, float]
    head_mm: float
    is_title_page: bool
    has_even_pages: bool
    start: int | None
    digits: str
    heads: Mapping[str, tuple[Line, ...]]
    feet: Mapping[str, tuple[Line, ...]]

    @property
    def is_landscape(self) -> bool:
        """Whether the page lies on its long side."""
        return self.width_mm > self.height_mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A whole document: its lines in order, its tables, its sections."""

    lines: tuple[Line, ...]
    grids: tuple[Grid, ...]
    pages: tuple[Page, ...]
