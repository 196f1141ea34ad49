"""Undo page breaks: join rows that go on below, give back cells' beginnings that belong to the row above."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from catalogue import comparison_key
from catalogue.wording import draft as words
from validation.draft.agencies import Names
from validation.draft.columns import Layout
from validation.draft.deadlines import read_deadline
from validation.draft.joining import (
    in_order,
    is_cut,
    join,
    join_agencies,
    joined_sentence,
    unknown_names,
)
from validation.draft.model import AGENCY_ROLES, DEADLINE, TEXT_ROLES, Entry

_SENTENCE_END = (".", "!", "?")
_CAPITAL_WORD = re.compile(r"(?<=\s)[^\W\d_a-z]\w*")
_BLANK_BEFORE = re.compile(r"(?<=[\w)”\"])\s(?=\w)")


def undo_page_breaks(entries: Sequence[Entry], layout: Layout, names: Names) -> list[Entry]:
    """Return the rows as they were before pages cut them; every cell touched says so."""
    return _Pages(layout, names, _pairs_of_words(entries)).undo(entries)


def _pairs_of_words(entries: Iterable[Entry]) -> Counter[tuple[str, str]]:
    """Return how often two words follow each other in a cell of the table."""
    keys = [comparison_key(text).split() for entry in entries for text in entry.cells.values()]
    return Counter(pair for key in keys for pair in pairwise(key))


@dataclass(frozen=True)
class _Pages:
    """The table around the page breaks."""

    layout: Layout
    names: Names
    pairs: Mapping[tuple[str, str], int]

    def undo(self, entries: Sequence[Entry]) -> list[Entry]:
        """Return the rows put together."""
        rows: list[Entry] = []
        for position, entry in enumerate(entries):
            above = rows[-1] if rows else None
            if above and self._continues(entry):
                below = entries[position + 1] if position + 1 < len(entries) else None
                self._join(above, entry, below)
                continue
            if above and entry.after_break:
                self._give_back(above, entry)
            rows.append(entry)
        return rows

    def _continues(self, entry: Entry) -> bool:
        """Whether a row without a number goes on from the row above."""
        name = entry.text("name")
        if entry.number:
            return False
        if not name or name[0].islower():
            return True
        return entry.after_break and not self._stands_alone(entry)

    def _stands_alone(self, entry: Entry) -> bool:
        """Whether a row without a number has a deadline and an agency of its own."""
        deadline = read_deadline(entry.text(DEADLINE)) is not None
        return deadline and any(entry.text(role) for role in AGENCY_ROLES)

    def _join(self, above: Entry, entry: Entry, below: Entry | None) -> None:
        """Join a row's cells to those of the row above."""
        moved = self._moved_columns(above, entry)
        for role, tail in entry.cells.items():
            if not tail or role in moved:
                continue
            target = below if role in moved.values() else above
            if target is not None and target is below and not target.text(role):
                target.cells[role] = tail
                target.guess(role, words.MOVED_ROW)
            else:
                self._join_cell(above, role, tail)

    def _moved_columns(self, above: Entry, entry: Entry) -> dict[str, str]:
        """Return agency columns whose tail completes the cut name of another column, with that column."""
        moved: dict[str, str] = {}
        for role in AGENCY_ROLES:
            tail = entry.text(role)
            if not tail or is_cut(above.text(role), self.names) or self.names.match(tail, 0):
                continue
            for other in AGENCY_ROLES:
                if other != role and self._completes(above.text(other), tail):
                    self._join_cell(above, other, tail)
                    header = self.layout.header(role)
                    above.guess(other, words.MOVED_COLUMN.format(tail=tail, header=header))
                    moved[role] = other
        return moved

    def _completes(self, above: str, tail: str) -> bool:
        """Whether a tail makes the cut name at the end of a cell a known one."""
        if not above or not is_cut(above, self.names):
            return False
        joined = join_agencies(above, tail, self.names).text
        return len(unknown_names(joined, self.names)) < len(unknown_names(above, self.names))

    def _join_cell(self, above: Entry, role: str, tail: str) -> None:
        agencies = role in AGENCY_ROLES
        before = above.text(role)
        joined = join_agencies(before, tail, self.names) if agencies else join(before, tail)
        above.cells[role] = joined.text
        if before:
            above.guess(role, joined_sentence(joined, tail))
        if agencies:
            self._set_in_order(above, role)

    def _set_in_order(self, entry: Entry, role: str) -> None:
        others = [entry.text(each) for each in TEXT_ROLES]
        text = in_order(entry.text(role), others, self.names)
        if text != entry.text(role):
            entry.cells[role] = text
            entry.guess(role, words.REORDERED.format(text=text))

    def _give_back(self, above: Entry, entry: Entry) -> None:
        """Move the beginnings of a row's cells that belong to the row above the page break there."""
        for role in self.layout.roles:
            if seam := self._seam(above, entry, role):
                text = entry.text(role)
                tail = text[:seam].strip()
                entry.cells[role] = text[seam:].strip()
                entry.guess(role, words.TAKEN.format(tail=tail))
                self._join_cell(above, role, tail)

    def _seam(self, above: Entry, entry: Entry, role: str) -> int:
        """Return where a cell's own text begins after the end of the cell above, or 0."""
        if role in AGENCY_ROLES:
            return self._agency_seam(above, entry, role)
        if role in TEXT_ROLES:
            return self._text_seam(above, entry, role)
        return _deadline_seam(above.text(role), entry.text(role)) if role == DEADLINE else 0

    def _text_seam(self, above: Entry, entry: Entry, role: str) -> int:
        """Return where a cell's own text begins after the end of the cell above, or 0."""
        before, text = above.text(role), entry.text(role)
        if not before or not text or before.endswith(_SENTENCE_END):
            return 0
        is_certain = text[0].islower()
        if not is_certain and self._times_together(before, text) < 1:
            return 0
        for match in _CAPITAL_WORD.finditer(text):
            if not _begins_phrase(text, match):
                continue
            # Once is this very place.
            if self._times_together(text[: match.start()], text[match.start() :]) <= 1:
                return match.start()
            if not is_certain:
                return 0
        return 0

    def _times_together(self, left: str, right: str) -> int:
        """Return how often the last word of one text and the first of another follow each other."""
        pair = (comparison_key(left).split()[-1], comparison_key(right).split()[0])
        return self.pairs.get(pair, 0)

    def _agency_seam(self, above: Entry, entry: Entry, role: str) -> int:
        """Return where two known names meet without a mark, if the first part completes the cell above."""
        before, text = above.text(role), entry.text(role)
        if not before or not (is_cut(before, self.names) or before.endswith(",")):
            return 0
        for blank in _BLANK_BEFORE.finditer(text):
            if self.names.match(text, blank.end()) is None:
                continue
            joined = join_agencies(before, text[: blank.start()], self.names)
            if not unknown_names(joined.text, self.names):
                return blank.end()
        return 0


def _begins_phrase(text: str, capital: re.Match[str]) -> bool:
    """Whether a capital letter opens a new text: after a small word that does not link to what follows."""
    before = text[: capital.start()].rsplit(maxsplit=1)[-1]
    if not capital.group()[0].isupper() or before.endswith(","):
        return False
    if before.casefold() in words.LINKING_WORDS:
        return False
    return before[0].islower() or (len(before) > 1 and before.isupper())


def _deadline_seam(before: str, text: str) -> int:
    """Return where a deadline begins that reads only without the words before it, which end the one above."""
    if not before or not text or read_deadline(text):
        return 0
    for blank in _BLANK_BEFORE.finditer(text):
        if read_deadline(text[blank.end() :]) and read_deadline(f"{before} {text[: blank.start()]}"):
            return blank.end()
    return 0
