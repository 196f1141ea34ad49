"""What stands in the way and what is asked for: gathered by theme and addressee, near-duplicates together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz, process

from catalogue import SheetKey, name_key, says_nothing, theme_of
from consolidate.records import Value

THEMES = "theme"
"""The dropdown of themes."""

NEAR = 88
"""Two texts this alike (0 to 100, words in any order) say the same."""

BLOCK = 256
"""So many texts are compared with all others at once: the table of their scores stays small."""


class Kind(StrEnum):
    """What a unit's words are."""

    DIFFICULTY = "difficulty"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One thing a unit says, where it says it.

    Attributes:
        theme: A theme of the form's dropdown, blank when nothing points to one.
        is_derived: The theme was read from the words; the unit did not choose it.
        addressee: Whom a proposal is for, as the unit writes it; blank when it names nobody.
        sheet, field, row: The cell of the form.
    """

    kind: Kind
    unit_code: str
    file: str
    theme: str
    is_derived: bool
    addressee: str
    text: str
    cause: str
    task_code: str
    sheet: SheetKey
    field: str
    row: int
    row_key: str


@dataclass(frozen=True, kw_only=True)
class Issue:
    """Statements of one kind, theme and addressee that say nearly the same.

    Attributes:
        text: The wording used most often; of several the shortest, then the first in the alphabet.
        statements: In the order they were given.
    """

    kind: Kind
    theme: str
    addressee: str
    text: str
    statements: tuple[Statement, ...]

    @property
    def unit_codes(self) -> tuple[str, ...]:
        """The units that say it, each once."""
        return tuple(dict.fromkeys(statement.unit_code for statement in self.statements))


def statements(records: Mapping[SheetKey, Iterable[Mapping[str, Value]]]) -> Iterator[Statement]:
    """Yield what units say of difficulties and propose, texts that say nothing left out."""
    for row in records[SheetKey.TASKS]:
        yield from _statement(row, Kind.DIFFICULTY, "difficulty_text", task=row["row_key"])
        yield from _statement(row, Kind.PROPOSAL, "proposal_text", task=row["row_key"])
    for row in records[SheetKey.PROPOSALS]:
        yield from _statement(row, Kind.PROPOSAL, "content", task=row["task"])


def _statement(row: Mapping[str, Value], kind: Kind, field: str, *, task: Value) -> Iterator[Statement]:
    text = str(row[field] or "").strip()
    if not text or says_nothing(text):
        return
    is_own = field == "content"
    cause = str(row["cause_text"] or "").strip() if kind is Kind.DIFFICULTY else ""
    chosen = str(row["theme"] or "") if is_own else ""
    yield Statement(
        kind=kind,
        unit_code=str(row["unit_code"]),
        file=str(row["file"]),
        theme=chosen or theme_of(f"{text} {cause}"),
        is_derived=not chosen,
        addressee=str(row["addressee"] or "").strip() if is_own else "",
        text=text,
        cause="" if says_nothing(cause) else cause,
        task_code=str(task or ""),
        sheet=SheetKey.PROPOSALS if is_own else SheetKey.TASKS,
        field=field,
        row=int(str(row["row"])),
        row_key=str(row["row_key"]),
    )


def gather(found: Iterable[Statement], *, themes: Sequence[str]) -> tuple[Issue, ...]:
    """Return statements gathered: by kind, theme (in the order given, others last), then the most shared.

    Which statements stand together does not depend on the order they come in.
    """
    places: dict[tuple[Kind, str, str], list[Statement]] = {}
    for statement in found:
        key = statement.kind, statement.theme, name_key(statement.addressee)
        places.setdefault(key, []).append(statement)
    issues = [issue for own in places.values() for issue in _issues(own)]
    order = {theme: place for place, theme in enumerate(themes)}
    return tuple(sorted(issues, key=lambda issue: _rank(issue, order)))


def _rank(issue: Issue, order: Mapping[str, int]) -> tuple[object, ...]:
    theme = order.get(issue.theme, len(order))
    return issue.kind, theme, -len(issue.unit_codes), name_key(issue.addressee), issue.text


def _issues(found: Sequence[Statement]) -> Iterator[Issue]:
    by_key: dict[str, list[Statement]] = {}
    for statement in found:
        by_key.setdefault(_bag(statement.text), []).append(statement)
    for keys in alike(sorted(by_key)):
        own = tuple(statement for key in keys for statement in by_key[key])
        yield Issue(
            kind=own[0].kind,
            theme=own[0].theme,
            addressee=_usual(statement.addressee for statement in own),
            text=_usual(statement.text for statement in own),
            statements=own,
        )


def _bag(text: str) -> str:
    """Return a text's words in alphabetical order."""
    return " ".join(sorted(name_key(text).split()))


def _usual(texts: Iterable[str]) -> str:
    counts = Counter(texts)
    return min(counts, key=lambda text: (-counts[text], len(text), text))


def alike(texts: Sequence[str]) -> list[list[str]]:
    """Return texts in groups: two stand together when a chain of near ones joins them."""
    leader = list(range(len(texts)))
    for first in range(0, len(texts), BLOCK):
        block = texts[first : first + BLOCK]
        scores = process.cdist(block, texts[first:], scorer=fuzz.ratio, score_cutoff=NEAR)
        for row, column in zip(*scores.nonzero(), strict=True):
            _join(leader, first + int(row), first + int(column))
    groups: dict[int, list[str]] = {}
    for place, text in enumerate(texts):
        groups.setdefault(_leader(leader, place), []).append(text)
    return list(groups.values())


def _leader(leader: list[int], place: int) -> int:
    while leader[place] != place:
        leader[place] = leader[leader[place]]
        place = leader[place]
    return place


def _join(leader: list[int], one: int, other: int) -> None:
    """Make the earlier of two leaders the leader of both."""
    first, second = sorted((_leader(leader, one), _leader(leader, other)))
    leader[second] = first
