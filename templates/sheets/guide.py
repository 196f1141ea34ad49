"""The sheet `Hướng dẫn`: one page that says what to fill, how, until when and to whom."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from xlsxwriter.worksheet import Worksheet

from catalogue import SheetKey
from catalogue.wording import forms as words
from templates.layout import COUNTS_ROW, FIRST_COLUMN
from templates.measure import height_of
from templates.page import protect, set_page, write_title
from templates.sheets.desk import Desk
from templates.sheets.info import deadline_text
from templates.style import FIXED_FILL, HEADER_FILL, MARKED_FILL, MISSING_FILL, UNUSED_FILL, WRONG_FILL

_LABEL_WIDTH = 24
_TEXT_WIDTH = 112
_HEADING_POINTS = 21.0
_SAMPLES = {
    "answer": "#FFFFFF",
    "fixed": FIXED_FILL,
    "unused": UNUSED_FILL,
    "missing": MISSING_FILL,
    "wrong": WRONG_FILL,
    "marked": MARKED_FILL,
}


@dataclass(frozen=True, slots=True)
class _Entry:
    """One line of the guide; without a text, a heading, or with a look of its own a band."""

    label: str
    text: str = ""
    look: dict[str, object] = field(default_factory=dict)


def write_guide(desk: Desk) -> Worksheet:
    """Write the sheet."""
    sheet = desk.workbook.add_worksheet(desk.title(SheetKey.GUIDE))
    set_page(sheet, desk.order, desk.title(SheetKey.GUIDE), pages_high=1)
    sheet.set_column(0, 0, 1.5)
    sheet.set_column(FIRST_COLUMN, FIRST_COLUMN, _LABEL_WIDTH)
    sheet.set_column(FIRST_COLUMN + 1, FIRST_COLUMN + 1, _TEXT_WIDTH)
    write_title(sheet, desk.order, desk.styles, words.TITLES[SheetKey.GUIDE])
    if desk.order.round_.is_invented:
        sheet.write_string(COUNTS_ROW, FIRST_COLUMN, words.INVENTED, desk.styles.alert())
    for row, entry in enumerate(_entries(desk), start=COUNTS_ROW + bool(desk.order.round_.is_invented)):
        _write_entry(sheet, desk, row, entry)
    protect(sheet)
    return sheet


def _write_entry(sheet: Worksheet, desk: Desk, row: int, entry: _Entry) -> None:
    if not entry.text and entry.look:
        sheet.set_row(row, height_of([]))
        band = desk.styles.boxed(italic=True, valign="vcenter", indent=1, **entry.look)
        sheet.merge_range(row, FIRST_COLUMN, row, FIRST_COLUMN + 1, entry.label, band)
        return
    if not entry.text:
        sheet.set_row(row, _HEADING_POINTS)
        sheet.write_string(row, FIRST_COLUMN, entry.label, desk.styles.heading())
        return
    sheet.set_row(row, height_of([(entry.label, _LABEL_WIDTH), (entry.text, _TEXT_WIDTH)]))
    label = desk.styles.boxed(valign="vcenter", bold=True, indent=1, **entry.look)
    sheet.write_string(row, FIRST_COLUMN, entry.label, label)
    sheet.write_string(row, FIRST_COLUMN + 1, entry.text, desk.styles.boxed(valign="vcenter", indent=1))


def _entries(desk: Desk) -> Iterator[_Entry]:
    yield _Entry(words.GUIDE_FILL_HEADING)
    for key, text in words.GUIDE_FILL.items():
        yield _Entry(desk.title(SheetKey(key)), text)
    yield _Entry(words.GUIDE_HOW_HEADING)
    for label, text in words.GUIDE_HOW:
        yield _Entry(label, text)
    yield _Entry(words.GUIDE_STATUS_HEADING)
    yield from _choices(desk)
    yield _Entry(words.GUIDE_CHECK_HEADING)
    yield _Entry(words.GUIDE_CHECK_LABEL, words.GUIDE_CHECK)
    for name, (label, text) in words.LEGEND.items():
        yield _Entry(label, text, {"bg_color": _SAMPLES[name]})
    yield _Entry(words.GUIDE_SEND_HEADING)
    yield _Entry(words.GUIDE_DEADLINE, deadline_text(desk))
    yield _Entry(words.GUIDE_CONTACT, desk.order.round_.office.contact or words.GUIDE_CONTACT_BLANK)
    yield _Entry(words.GUIDE_KEEP, words.GUIDE_KEEP_TEXT)


def _choices(desk: Desk) -> Iterator[_Entry]:
    """Yield the meaning of each choice that needs one, under the header of its column."""
    design = desk.order.design
    for each in design.fields:
        title = words.GUIDE_CHOICES_OF.format(header=each.header, sheet=desk.title(each.sheet))
        if any(name == each.choices for name, _ in words.GUIDE_CHOICES):
            yield _Entry(title, look={"bg_color": HEADER_FILL})
        for choice in design.choices.get(each.choices, ()):
            text = words.GUIDE_CHOICES.get((each.choices, choice.key))
            if text:
                yield _Entry(choice.label, text)
