"""The content of the report's template: letterhead, title, sections, signature, appendices, with tags."""

from catalogue.wording import report as words
from templates.letter_width import bold_width
from templates.word_styles import HEAD_WIDTHS_MM, MM_PER_POINT, STYLES, twips
from templates.word_xml import Column, cell, each, paragraph, prose, row, rows_table, table, tag, when

SIGNATURE_WIDTHS_MM = (75.0, 90.0)
SIGNING_ZONE_MM = 32
"""Room for a signature and a seal between title and name."""


def main_text() -> str:
    """Return everything up to the signature."""
    return letterhead() + _title() + addressed() + sections() + signature()


def letterhead(below_number: str = "") -> str:
    """Return the head by the decree; a letter has its subject below its number."""
    left, right = HEAD_WIDTHS_MM
    agency = (
        each("head.parent_lines", "ParentAgency")
        + each("head.agency_lines", "Agency")
        + paragraph("AgencyLine")
    )
    motto_mm = bold_width(words.MOTTO, STYLES["Motto"].size) * MM_PER_POINT
    motto_line = drawn_line("MottoLine", motto_mm, room_mm=right)
    nation = paragraph("Nation", words.NATION) + paragraph("Motto", words.MOTTO) + motto_line
    number = paragraph("Number", "{{ head.number }}") + below_number
    place = paragraph("PlaceDate", "{{ head.place_date }}")
    rows = (row([cell(agency, left), cell(nation, right)]), row([cell(number, left), cell(place, right)]))
    return table(HEAD_WIDTHS_MM, rows, has_lines=False)


def drawn_line(style: str, length_mm: float, *, room_mm: float) -> str:
    """Return a line of a length drawn in the middle of its room."""
    side = twips((room_mm - length_mm) / 2)
    indents = f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{indents}</w:pPr></w:p>'


def notice() -> str:
    """Return the notice of invented answers, where there is one."""
    return when("head.notice", paragraph("Invented", "{{ head.notice }}"))


def _title() -> str:
    return (
        paragraph("DocumentType", words.DOCUMENT_TYPE)
        + each("head.subject_lines", "Subject")
        + paragraph("SubjectLine")
        + notice()
    )


def addressed() -> str:
    """Return whom the document is addressed to: one on the line, several below it."""
    one = each("head.addressees", "AddressedOne")
    many = paragraph("Addressed", words.ADDRESSED_TO) + each("head.addressees", "Addressee")
    return when("head.addressees | length == 1", one, otherwise=many)


def sections(attached: str = words.APPENDICES_ATTACHED) -> str:
    """Return the text from the opening to the closing; `attached` says which appendices follow."""
    return "".join(
        (
            prose("body.opening"),
            paragraph("Heading1", words.HEADING_GATHERING),
            prose("body.gathering"),
            paragraph("Heading1", words.HEADING_RESULTS),
            paragraph("Heading2", words.HEADING_TASKS),
            prose("body.tasks"),
            when("body.task_table", _group_table()),
            _picture("progress"),
            _picture("trend"),
            tag("for point in body.groups"),
            paragraph("Heading3", "{{ point.heading }}"),
            prose("point.paragraphs"),
            tag("endfor"),
            paragraph("Heading2", words.HEADING_INDICATORS),
            prose("body.indicators"),
            when("body.indicator_table", _indicator_table()),
            _picture("targets"),
            paragraph("Heading2", words.HEADING_MONEY),
            prose("body.money"),
            when("body.money_table", _money_table()),
            _picture("money"),
            _remarked(words.HEADING_DIFFICULTIES, "body.difficulties"),
            paragraph("Heading1", words.HEADING_OUTLOOK),
            prose("body.outlook"),
            _remarked(words.HEADING_PROPOSALS, "body.proposals"),
            paragraph("Prose", attached),
            paragraph("Lead", "{{ body.closing }}"),
        )
    )


def _remarked(heading: str, section: str) -> str:
    return "".join(
        (
            paragraph("Heading1", heading),
            prose(f"[{section}.intro]"),
            tag(f"for clause in {section}.clauses"),
            paragraph("Heading2", "{{ clause.heading }}"),
            prose("clause.paragraphs"),
            tag("endfor"),
        )
    )


def columns_of(headers: tuple[str, ...], widths: tuple[float, ...], styles: str) -> list[Column]:
    """Return columns; `styles` has one letter each: t text, c centred, n number."""
    names = {"t": "TableText", "c": "TableCentre", "n": "TableNumber"}
    return [
        Column(header=header, width_mm=width, style=names[letter])
        for header, width, letter in zip(headers, widths, styles, strict=True)
    ]


def _picture(key: str) -> str:
    """Return the place of a chart, its caption below; the chart's key holds its place until it is put in."""
    chart = f"body.charts.{key}"
    caption = paragraph("PictureCaption", f"{{{{ {chart}.caption }}}}")
    return when(chart, paragraph("Picture", f"{{{{ {chart}.key }}}}") + caption)


def _captioned(caption: str, content: str) -> str:
    return paragraph("Caption", caption) + content + paragraph("Gap")


def _group_table() -> str:
    widths = (11.0, 46.0, 12.0, 13.5, 14.0, 14.0, 13.0, 14.5, 15.0, 12.0)
    columns = columns_of(words.GROUP_TABLE, widths, "ctcccccccc")
    return _captioned(
        words.CAPTION_TASKS,
        rows_table("body.task_table", columns, description=words.CAPTION_TASKS, is_whole=True),
    )


def _indicator_table() -> str:
    columns = columns_of(words.INDICATOR_TABLE, (12.0, 62.0, 18.0, 18.0, 15.0, 19.0, 21.0), "ctccccc")
    content = rows_table("body.indicator_table", columns, description=words.CAPTION_INDICATORS)
    return _captioned(words.CAPTION_INDICATORS, content)


def _money_table() -> str:
    columns = columns_of(words.MONEY_TABLE, (12.0, 63.0, 32.0, 32.0, 26.0), "ctnnn")
    content = rows_table("body.money_table", columns, description=words.HEADING_MONEY, is_whole=True)
    return (
        paragraph("Caption", "{{ body.money_caption }}")
        + paragraph("TableUnit", words.UNIT_NOTE)
        + content
        + paragraph("Gap")
    )


def signature(authority: str = "SignerTitle") -> str:
    """Return receivers and signer; `authority` is the style of for whom the signer signs."""
    left, right = SIGNATURE_WIDTHS_MM
    receivers = paragraph("ReceiversHead", words.RECEIVERS) + each("head.receivers", "Receiver")
    titles = each("head.authority", authority) + each("head.signer_title", "SignerTitle")
    name = paragraph("SignerName", "{{ head.signer_name }}")
    rows = (
        row([cell(receivers, left, merge="restart"), cell(titles, right)]),
        row(
            [cell(paragraph("Receiver"), left, merge="continue"), cell(paragraph("SignerTitle"), right)],
            height_mm=SIGNING_ZONE_MM,
        ),
        row([cell(paragraph("Receiver"), left, merge="continue"), cell(name, right)]),
    )
    return paragraph("SignatureGap") + table(SIGNATURE_WIDTHS_MM, rows, has_lines=False)


# --------------------------------------------------------------------------------------------- appendices


def appendices() -> tuple[str, ...]:
    """Return the appendices, each to stand in a section of its own."""
    return tuple(
        appendix_head(words.APPENDIX.format(number=number), name) + content
        for number, name, content in zip(words.ROMAN, words.APPENDIX_NAMES, appendix_contents(), strict=True)
    )


def appendix_contents() -> tuple[str, ...]:
    """Return what stands in each appendix below its head."""
    return (
        _appendix_tasks(),
        _appendix_indicators(),
        _appendix_money(),
        _appendix_units(),
        _appendix_remarks(),
    )


def appendix_head(number: str, name: str, *, line: str = paragraph("AppendixLine")) -> str:
    """Return an appendix's number, name, what it is attached to, and the line or hyphens below."""
    return (
        paragraph("AppendixNumber", number)
        + paragraph("AppendixName", name)
        + paragraph("AppendixOf", "{{ head.attached }}")
        + line
    )


def _or_nothing(items: str, shown: str) -> str:
    return when(items, shown, otherwise=paragraph("Prose", words.NO_ROWS))


def _appendix_tasks() -> str:
    columns = columns_of(words.APPENDIX_TASKS, (17.0, 56.0, 34.0, 24.0, 19.0, 20.0, 19.0, 63.0), "cttcccct")
    content = rows_table("appendix.tasks", columns, description=words.APPENDIX_NAMES[0], has_groups=True)
    note = when("appendix.has_priority", paragraph("TableNote", words.PRIORITY_NOTE))
    return _or_nothing("appendix.tasks", content + note)


def _appendix_indicators() -> str:
    columns = columns_of(
        words.APPENDIX_INDICATORS, (13.0, 74.0, 22.0, 24.0, 16.0, 37.0, 21.0, 18.0, 27.0), "ctccctccc"
    )
    return _or_nothing(
        "appendix.indicators", rows_table("appendix.indicators", columns, description=words.APPENDIX_NAMES[1])
    )


def _appendix_money() -> str:
    columns = columns_of(words.APPENDIX_MONEY, (12.0, 42.0, 64.0, 32.0, 25.0, 25.0, 20.0, 32.0), "ctttnnnt")
    content = rows_table("appendix.money", columns, description=words.APPENDIX_NAMES[2])
    return _or_nothing("appendix.money", paragraph("TableUnit", words.UNIT_NOTE) + content)


def _appendix_units() -> str:
    columns = columns_of(words.APPENDIX_UNITS, (14.0, 88.0, 42.0, 32.0, 28.0, 28.0, 20.0), "ctccccc")
    units = _or_nothing(
        "appendix.units", rows_table("appendix.units", columns, description=words.APPENDIX_NAMES[3])
    )
    adjusted = columns_of(words.APPENDIX_ADJUSTED, (12.0, 42.0, 72.0, 30.0, 26.0, 26.0, 44.0), "ctttcct")
    table = rows_table("appendix.adjusted", adjusted, description=words.PART_ADJUSTED)
    return units + when("appendix.adjusted", paragraph("AppendixPart", words.PART_ADJUSTED) + table)


def _appendix_remarks() -> str:
    difficulties = columns_of(words.APPENDIX_DIFFICULTIES, (12.0, 22.0, 80.0, 64.0, 74.0), "ctttt")
    proposals = columns_of(words.APPENDIX_PROPOSALS, (12.0, 30.0, 78.0, 40.0, 22.0, 70.0), "cttttt")
    return (
        paragraph("AppendixPart", words.PART_DIFFICULTIES)
        + _or_nothing(
            "appendix.difficulties",
            rows_table(
                "appendix.difficulties", difficulties, description=words.PART_DIFFICULTIES, has_groups=True
            ),
        )
        + paragraph("AppendixPart", words.PART_PROPOSALS)
        + _or_nothing(
            "appendix.proposals",
            rows_table("appendix.proposals", proposals, description=words.PART_PROPOSALS),
        )
    )
