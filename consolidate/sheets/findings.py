"""`findings` (Lỗi): every problem in the files that are not superseded."""

from catalogue.wording import adjust as adjust_words
from consolidate.adjust.findings import STAFF_CODES
from consolidate.context import Context
from consolidate.link import inner_link, place_link
from consolidate.table import Row, Table, match_key
from validation import Finding


def findings_table(context: Context) -> Table:
    """Return one row per finding, in order of file and place."""
    rows = tuple(
        _row(context, finding, number=number) for number, finding in enumerate(context.findings, start=1)
    )
    return Table(design=context.areas["findings"].design, rows=rows)


def _row(context: Context, finding: Finding, *, number: int) -> Row:
    is_staffs = finding.code in STAFF_CODES
    return Row(
        key=match_key(str(number)),
        cells={
            "number": number,
            "unit_code": finding.unit_code,
            "unit_key": match_key(finding.unit_code),
            "unit_name": adjust_words.OFFICE if is_staffs else context.unit_name(finding.unit_code),
            "severity": context.weight(finding),
            "code": finding.code.name,
            "sheet": finding.sheet,
            "cell": finding.cell,
            "value": finding.value,
            "message": finding.message,
            "explanation": finding.explanation,
            "source": inner_link(finding.sheet, cell=finding.cell)
            if is_staffs
            else place_link(
                context.submissions[finding.file], finding.sheet, cell=finding.cell, folder=context.received
            ),
        },
    )
