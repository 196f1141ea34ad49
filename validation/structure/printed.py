"""What a form prints in its fixed rows, held against what stands there now."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from catalogue import Code, comparison_key
from catalogue.wording import structure as words
from validation.parsing import shown
from validation.reading import Value
from validation.structure.model import SheetForm
from validation.structure.witness import (
    MARGIN,
    NAME_CUTOFF,
    STRANGER_BELOW,
    likeness,
    nearest,
    same_text,
)

NUMBER, NAME, UNIT = "number", "name", "unit_of_measure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A printed cell that now shows something else.

    Attributes:
        code: T117 when the row is still the same, T120 when its numbers may mean something else; T118
            when it may be another row.
        means: For T118 the row whose text stands there, blank when it is none of the form's.
    """

    code: Code
    field_key: str
    found: str
    expected: str
    means: str = ""


class PrintedRows:
    """The printed rows of one sheet, and whose text a row shows."""

    def __init__(self, form: SheetForm) -> None:
        """Remember the sheet; what only odd rows need is made when it is needed."""
        self._printed = form.printed

    def label(self, key: str) -> str:
        """Return how a sentence names a row."""
        text = words.ROW.format(number=self._text(key, NUMBER), name=self._text(key, NAME).split("\n")[0])
        return text if len(text) <= words.ROW_CHARACTERS else f"{text[: words.ROW_CHARACTERS]}…"

    def edits(self, key: str, cells: Mapping[str, Value]) -> tuple[tuple[Edit, ...], bool]:
        """Return the edited printed cells of a row with a known key, and whether its name is as printed."""
        printed = self._printed[key]
        is_named = NAME in cells and cells[NAME] is not None
        if all(cells.get(name) in (None, text) for name, text in printed.items()):
            return (), is_named
        changed = [
            name
            for name, text in printed.items()
            if cells.get(name) is not None and not same_text(cells[name], text)
        ]
        contradiction = self._contradiction(key, cells, changed)
        if contradiction:
            return (contradiction,), False
        # Renumbering the rows changes nothing.
        edits = tuple(
            self._edit(Code.T120 if name == UNIT else Code.T117, key, name, cells)
            for name in changed
            if name != NUMBER
        )
        return edits, is_named and NAME not in changed

    def told(self, cells: Mapping[str, Value], *, is_exact: bool) -> str | None:
        """Return the row that number and name tell without doubt; `is_exact` allows no slip of the pen."""
        number, name = shown(cells.get(NUMBER)), shown(cells.get(NAME))
        numbered = self._by_number.get(comparison_key(number), frozenset())
        if not name:
            return self._one(numbered) if number and not is_exact else None
        named = self._by_name.get(comparison_key(name), frozenset())
        if len(named) > 1:
            named &= numbered
        if named or is_exact:
            return self._one(named)
        near = nearest(name, self._names, cutoff=NAME_CUTOFF)
        return near if near and (not numbered or near in numbered) else None

    def _contradiction(self, key: str, cells: Mapping[str, Value], changed: list[str]) -> Edit | None:
        """Return the cell that shows that a row's text is another row's."""
        name, number = cells.get(NAME), cells.get(NUMBER)
        if NAME in changed:
            text = shown(name)
            others = self._by_name.get(comparison_key(text), frozenset()) - {key}
            if others:
                # Rows of the same name: the number tells which.
                numbered = others & self._by_number.get(comparison_key(shown(number)), frozenset())
                return self._edit(Code.T118, key, NAME, cells, means=self._one(numbered or others) or "")
            own = likeness(text, self._text(key, NAME))
            rival = max(
                (likeness(text, each) for other, each in self._names.items() if other != key), default=0
            )
            if own < STRANGER_BELOW or rival > own:
                near = nearest(text, self._names, cutoff=NAME_CUTOFF - MARGIN)
                return self._edit(Code.T118, key, NAME, cells, means=near if near and near != key else "")
            return None
        return self._moved_beside(key, cells, changed)

    def _moved_beside(self, key: str, cells: Mapping[str, Value], changed: list[str]) -> Edit | None:
        """Return the cell that shows that other printed columns than the name were moved to another row."""
        beside = [name for name in changed if name not in (NUMBER, NAME)]
        others = frozenset(other for other in self._printed if other != key and self._is_beside(other, cells))
        if beside and others:
            return self._edit(Code.T118, key, beside[0], cells, means=self._one(others) or "")
        is_unique = (
            cells.get(NAME) is not None and len(self._by_name[comparison_key(self._text(key, NAME))]) == 1
        )
        if NUMBER in changed and not is_unique:
            others = self._by_number.get(comparison_key(shown(cells[NUMBER])), frozenset()) - {key}
            if others:
                return self._edit(Code.T118, key, NUMBER, cells, means=self._one(others) or "")
        return None

    def _is_beside(self, key: str, cells: Mapping[str, Value]) -> bool:
        """Whether a row's printed cells besides number and name are all those of a row."""
        return all(
            cells.get(name) is None or same_text(cells[name], text)
            for name, text in self._printed[key].items()
            if name not in (NUMBER, NAME)
        )

    def _edit(self, code: Code, key: str, name: str, cells: Mapping[str, Value], *, means: str = "") -> Edit:
        return Edit(
            code=code,
            field_key=name,
            found=shown(cells[name]),
            expected=self._text(key, name),
            means=means,
        )

    @staticmethod
    def _one(keys: frozenset[str]) -> str | None:
        return next(iter(keys)) if len(keys) == 1 else None

    def _text(self, key: str, name: str) -> str:
        value = self._printed[key].get(name, "")
        return value if isinstance(value, str) else shown(float(value))

    @cached_property
    def _names(self) -> Mapping[str, str]:
        return {key: self._text(key, NAME) for key in self._printed}

    @cached_property
    def _by_name(self) -> Mapping[str, frozenset[str]]:
        """Rows by name; an indicator also by the first line, without what it is counted from."""
        pairs = [(text, key) for key, text in self._names.items()]
        return _index(pairs + [(text.split("\n")[0], key) for key, text in self._names.items()])

    @cached_property
    def _by_number(self) -> Mapping[str, frozenset[str]]:
        return _index([(self._text(key, NUMBER), key) for key in self._printed])


def _index(pairs: list[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for text, key in pairs:
        found[comparison_key(text)] = found.get(comparison_key(text), frozenset()) | {key}
    return found


def cells_text(cells: list[str], *, limit: int = 5) -> str:
    """Return a list of cells for a sentence, cut short."""
    if len(cells) <= limit:
        return ", ".join(cells)
    return words.MORE_CELLS.format(cells=", ".join(cells[:limit]), count=len(cells) - limit)
