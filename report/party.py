"""The report in the Party's format: the same facts in another frame, issued by a Party committee."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from catalogue import Office, Plan, Round
from catalogue.wording import letters as party
from catalogue.wording import report as ours
from report.facts import ReportFacts
from report.layout import OF_THE_PARTY
from report.render import rendered
from report.trace.places import Rendered
from report.wording import worded
from templates import party_template

_CITED = re.compile(party.APPENDIX_CITED)
_ROMAN = re.compile("[IVX]+")


def party_office(plan: Plan, round_: Round) -> Office | None:
    """Return who issues a report in the Party's format; None when the plan wants no such report."""
    return plan.party_office and (round_.party_office or plan.party_office)


def rendered_for_party(
    facts: ReportFacts,
    office: Office,
    *,
    template: bytes | None = None,
    own: Mapping[str, object] | None = None,
) -> Rendered:
    """Return the report of a Party committee as a Word document; every figure is that of the other report.

    Args:
        facts: What the report says.
        office: The committee that issues it.
        template: Its own template; ours by default.
        own: What it words otherwise, by name.
    """
    with worded({**party_words(), **(own or {})}):
        return rendered(replace(facts, office=office), template or party_template(), look=OF_THE_PARTY)


def missing_party_settings(office: Office) -> tuple[str, ...]:
    """Return the settings of the Party committee that are blank, in words, with their place."""
    return tuple(label for name, label in party.PARTY_SETTINGS.items() if not getattr(office, name))


@cache
def party_words() -> Mapping[str, object]:
    """Return the report's words as the Party's documents have them.

    Appendices are numbered in Arabic figures, and the text ends with a full stop alone.
    """
    texts = {name: text for name, text in vars(ours).items() if name.isupper() and isinstance(text, str)}
    return {name: _party_text(text) for name, text in texts.items()} | party.PARTY_WORDS


def _party_text(text: str) -> str:
    return _CITED.sub(_in_figures, text).removesuffix(ours.END) + ("." if text.endswith(ours.END) else "")


def _in_figures(cited: re.Match[str]) -> str:
    return _ROMAN.sub(lambda found: str(ours.ROMAN.index(found.group()) + 1), cited.group())
