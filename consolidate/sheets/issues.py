"""`issues` (Vấn đề): difficulties and proposals by theme and addressee, those that say the same together."""

from catalogue.wording import rollups
from consolidate.context import Context
from consolidate.formula import counted, summed
from consolidate.jump import jump
from consolidate.table import Formula, Row, Table, match_key
from consolidate.themes import Issue

MOST_NAMES = 6
"""So many units are named; of more, the rest are counted."""


def issues_table(context: Context) -> Table:
    """Return one row per issue, the most shared first within its theme."""
    rows = tuple(_row(context, issue, index=index) for index, issue in enumerate(context.issues))
    return Table(design=context.areas["issues"].design, rows=rows)


def _row(context: Context, issue: Issue, *, index: int) -> Row:
    detail, key = context.areas["issue_rows"], context.areas["issues"].key_cell(index)
    own = detail.span("issue_key"), key
    units = f"={summed(detail.span('is_first'), own, decimals=0)}"
    tasks = dict.fromkeys(each.task_code for each in issue.statements if each.task_code)
    return Row(
        key=match_key(str(index + 1)),
        cells={
            "number": index + 1,
            "kind": rollups.ISSUE_KINDS[issue.kind],
            "theme": theme_name(context, issue.theme),
            "addressee": issue.addressee,
            "content": issue.text,
            "unit_count": Formula(text=units, value=len(issue.unit_codes)),
            "statement_count": Formula(text=f"={counted(own)}", value=len(issue.statements)),
            "units": _names(context, issue.unit_codes),
            "tasks": "; ".join(tasks),
            "detail": jump(detail, span=detail.span("issue_key"), match=key, shown=rollups.GO_TO_DETAIL),
        },
    )


def theme_name(context: Context, theme: str) -> str:
    """Return a theme's words; a text nothing points from stays without one."""
    return context.label("theme", theme) or rollups.NO_THEME


def _names(context: Context, codes: tuple[str, ...]) -> str:
    names = "; ".join(context.unit_name(code) for code in codes[:MOST_NAMES])
    text = rollups.ISSUE_UNITS if len(codes) <= MOST_NAMES else rollups.MORE_UNITS
    return text.format(count=len(codes), names=names, more=len(codes) - MOST_NAMES)
