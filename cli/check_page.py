"""`check --html`: all findings on one page that needs nothing else, to read, filter and print."""

import base64
import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from catalogue import Code, Severity, date_text, shortened
from catalogue.wording import check_page as words
from catalogue.wording.cli import WHOLE_FILE
from catalogue.wording.findings import SEVERITY_LABELS
from cli.desk import Desk
from cli.findings import all_findings, brief_message, by_unit, tally, tally_text
from validation import Finding, State, Submission

LONGEST_VALUE = 300
_BLANK = re.compile(r"\{\w+\}")
# Control characters become their pictures; those that turn the direction of reading, and the second set
# of controls, become the sign of a character that cannot be shown.
_PICTURES = {code: chr(0x2400 + code) for code in range(32) if code not in (9, 10)} | {127: "\u2421"}
_UNSHOWN = dict.fromkeys((*range(0x80, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")
_VISIBLE = _PICTURES | _UNSHOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class _FileBlock:
    """One file of a unit."""

    submission: Submission
    counts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _UnitBlock:
    """One unit's files; `number` tells units apart in the filter, a fine one has nothing to tell."""

    number: int
    name: str
    counts: str
    is_fine: bool
    files: tuple[_FileBlock, ...]


def check_page(desk: Desk, submissions: Sequence[Submission], excepted: Collection[str] = frozenset()) -> str:
    """Return the page of what was found in some submissions of a round, as HTML.

    `excepted` are the files accepted by exception.

    It names no other file and no address, runs no script but its own, and shows everything when scripts
    are off. The same submissions give the same page.
    """
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, finalize=visible, trim_blocks=True, lstrip_blocks=True
    )
    style, script = _resource("check.css"), _resource("check.js")
    return environment.from_string(_resource("check.html.j2")).render(
        words=words,
        plan=desk.plan.short_title,
        period=desk.round.period.label,
        style=Markup(style),  # noqa: S704 - our own file
        script=Markup(script),  # noqa: S704 - our own file
        style_digest=_digest(style),
        script_digest=_digest(script),
        excepted=excepted,
        tiles=_tiles(submissions),
        units=tuple(_unit_blocks(desk, submissions)),
        codes=sorted({finding.code for finding in all_findings(submissions)}, key=lambda code: code.name),
        whole_file=WHOLE_FILE,
        severity_labels=SEVERITY_LABELS,
        date_text=date_text,
        general=general,
        brief_value=_brief_value,
        brief_message=_brief_message,
    )


def visible(value: object) -> object:
    """Return text with what a page cannot show made visible; anything else as it is."""
    if not isinstance(value, str) or isinstance(value, Markup):
        return value
    return value.translate(_VISIBLE).encode("utf-8", "replace").decode("utf-8")


def general(code: Code) -> str:
    """Return a code's sentence for no case in particular: an ellipsis in each blank."""
    return _BLANK.sub("…", code.value.sentence)


def _tiles(submissions: Sequence[Submission]) -> dict[str, int]:
    """Return the numbers at the top of the page, by key of their label."""
    states = [submission.state for submission in submissions]
    warned = sum(_is_warned(submission) for submission in submissions)
    files_ = {
        "files": len(states),
        "accepted": states.count(State.ACCEPTED) - warned,
        "accepted_with_warnings": warned,
        "returned": states.count(State.RETURNED),
        "unreadable": states.count(State.UNREADABLE),
    }
    found = tally(all_findings(submissions))
    return files_ | {severity.value: count for severity, count in found.items()}


def _is_warned(submission: Submission) -> bool:
    severities = {finding.severity for finding in submission.findings}
    return submission.state is State.ACCEPTED and Severity.WARNING in severities


def _unit_blocks(desk: Desk, submissions: Sequence[Submission]) -> Iterator[_UnitBlock]:
    """Yield the units that sent something."""
    for number, (name, own) in enumerate(by_unit(desk, submissions)):
        yield _UnitBlock(
            number=number,
            name=name,
            counts=_counts(own),
            is_fine=not all_findings(own),
            files=tuple(_FileBlock(submission=each, counts=_counts([each])) for each in own),
        )


def _counts(submissions: Sequence[Submission]) -> str:
    return tally_text(tally(all_findings(submissions))) or words.NO_FINDING


def _brief_value(finding: Finding) -> str:
    return shortened(finding.value, LONGEST_VALUE)


def _brief_message(finding: Finding) -> str:
    return brief_message(finding, LONGEST_VALUE)


def _resource(name: str) -> str:
    return (files("cli") / "pages" / name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    """Return what a content security policy calls a script or style by."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
