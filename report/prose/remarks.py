"""III and V: difficulties by group of tasks, proposals by addressee, in the units' own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from catalogue import comparison_key
from report.facts import ReportFacts
from report.figures.remarks import Difficulty, Proposal, proposals_count
from report.prose.language import (
    count_text,
    lower_first,
    named,
    numbered_codes,
    one_line,
    said,
    sentence_case,
    upper_first,
)
from report.trace.marks import called, ordinal
from report.trace.origin import tally
from report.wording import words

MOST_DIFFICULTIES = 3
MOST_PROPOSALS = 4
MOST_ADDRESSEES = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A numbered heading with its paragraphs."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remarked:
    """A section of remarks: its first paragraph, its clauses, and what stands under them all."""

    intro: str
    clauses: tuple[Clause, ...]


def difficulties_prose(facts: ReportFacts) -> Remarked:
    """Return section III."""
    found = facts.remarks
    if not found.difficulties:
        return Remarked(intro=words.NO_DIFFICULTIES, clauses=())
    by_group = {
        group.name: [item for item in found.difficulties if item.group_code == group.code]
        for group in facts.tasks.groups
    }
    is_whole = all(len(items) <= MOST_DIFFICULTIES for items in by_group.values())
    intro = (words.DIFFICULTIES_ALL if is_whole else words.DIFFICULTIES_TOTAL).format(
        units=count_text(found.difficulty_units),
        count=count_text(tally("task_rows", found.difficulties)),
        tasks=count_text(found.difficulty_tasks),
    )
    clauses = tuple(
        _clause(number, name, _difficulty_lines(items))
        for number, (name, items) in enumerate(((n, i) for n, i in by_group.items() if i), start=1)
    )
    return Remarked(intro=intro, clauses=clauses)


def _clause(number: int, name: str, paragraphs: tuple[str, ...]) -> Clause:
    name = called(upper_first(sentence_case(name)))
    heading = words.CLAUSE_HEADING.format(number=ordinal(number), name=name)
    return Clause(heading=heading, paragraphs=paragraphs)


def _difficulty_lines(items: Sequence[Difficulty]) -> tuple[str, ...]:
    shown = tuple(_difficulty(item) for item in items[:MOST_DIFFICULTIES])
    rest = tally("task_rows", items[MOST_DIFFICULTIES:])
    return (*shown, words.DIFFICULTIES_MORE.format(count=count_text(rest))) if rest else shown


def _difficulty(item: Difficulty) -> str:
    cause = words.DIFFICULTY_CAUSE.format(cause=lower_first(said(item.cause))) if item.cause else ""
    return words.DIFFICULTY.format(
        text=upper_first(said(item.text)),
        cause=cause,
        units=named(item.units),
        tasks=words.DIFFICULTY_TASKS.format(labels=numbered_codes(item.task_codes)),
    )


def proposals_prose(facts: ReportFacts) -> Remarked:
    """Return section V."""
    found = facts.remarks
    if not found.proposals:
        return Remarked(intro=words.NO_PROPOSALS, clauses=())
    by_addressee = _by_addressee(found.proposals)
    is_whole = all(len(items) <= MOST_PROPOSALS for items in by_addressee.values())
    intro = words.PROPOSALS_TOTAL.format(
        units=count_text(found.proposal_units),
        count=count_text(proposals_count(found.proposals)),
        extent=words.PROPOSALS_WHOLLY if is_whole else words.PROPOSALS_MAINLY,
    )
    clauses = tuple(
        _clause(
            number,
            words.PROPOSED_TO.format(addressee=addressee) if addressee else words.PROPOSED_TO_NOBODY,
            _proposal_lines(items),
        )
        for number, (addressee, items) in enumerate(by_addressee.items(), start=1)
    )
    return Remarked(intro=intro, clauses=clauses)


def _by_addressee(proposals: Sequence[Proposal]) -> dict[str, list[Proposal]]:
    """Group proposals by addressee, the most addressed first; the rest, and those to nobody, come last."""
    spelling: dict[str, str] = {}
    found: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        addressee = one_line(proposal.addressee)
        name = spelling.setdefault(comparison_key(addressee), addressee)
        found.setdefault(name, []).append(proposal)
    nobody = found.pop("", [])
    ranked = sorted(found.items(), key=lambda item: -sum(len(proposal.units) for proposal in item[1]))
    rest = [proposal for _, items in ranked[MOST_ADDRESSEES:] for proposal in items]
    grouped = dict(ranked[:MOST_ADDRESSEES])
    if rest or nobody:
        grouped[""] = [*rest, *nobody]
    return grouped


def _proposal_lines(items: Sequence[Proposal]) -> tuple[str, ...]:
    shown = tuple(_proposal(item) for item in items[:MOST_PROPOSALS])
    rest = proposals_count(items[MOST_PROPOSALS:])
    return (*shown, words.PROPOSALS_MORE.format(count=count_text(rest))) if rest else shown


def _proposal(item: Proposal) -> str:
    codes = numbered_codes(item.task_codes)
    values = {
        "text": said(item.text),
        "units": named(item.units),
        "tasks": words.PROPOSAL_TASKS.format(labels=codes) if codes else "",
    }
    if item.theme and item.theme != words.THEME_OTHER:
        return words.PROPOSAL_THEME.format(
            theme=called(item.theme), **values | {"text": lower_first(values["text"])}
        )
    return words.PROPOSAL.format(**values | {"text": upper_first(values["text"])})
