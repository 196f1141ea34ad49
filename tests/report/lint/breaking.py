"""How to break each rule, and it alone: by its property, or by its own recipe."""

import functools

from tests.report.lint.good import GOOD
from tests.report.lint.official import Page

# --------------------------------------------------------------------------------------- by property


def of_first(**changes):
    """Return a breaker that changes the first line of a rule's component."""

    def breaks(document, rule):
        spec = document.specs(rule.component)[0]
        for name, value in changes.items():
            setattr(spec, name, value(spec) if callable(value) else value)

    return breaks


def flipped(name):
    def breaks(document, rule):
        setattr(document.specs(rule.component)[0], name, "yes" not in rule.required)

    return breaks


def out_of_range(name):
    def breaks(document, rule):
        highest = max(float(rule.maximum or 0), *(float(value) for value in rule.required), 0)
        setattr(document.specs(rule.component)[0], name, highest + 1)

    return breaks


def other_case(document, rule):
    spec = document.specs(rule.component)[0]
    spec.text = spec.text.capitalize() if "upper" in rule.required else spec.text.upper()


def aligned(document, rule):
    wrong = "center" if "left" in rule.required else "right"
    document.specs(rule.component)[0].align = wrong


def removed(document, rule):
    document.remove(rule.component)


def too_close(document, rule):
    spec = document.specs(rule.component)[0]
    position = document.body.index(spec) if spec in document.body else 0
    before = document.body[position - 1]
    if rule.component == "body":
        spec = document.body[position + 1]  # the first one follows a line that is no text
    spec.before = 0
    assert before is not spec


def with_text(index, change):
    """Return a breaker that rewrites one line of a rule's component."""

    def breaks(document, rule):
        spec = document.specs(rule.component)[index]
        spec.text = change if isinstance(change, str) else change(spec.text)

    return breaks


def swapped(old, new, index=0):
    def breaks(document, rule):
        spec = document.specs(rule.component)[index]
        assert old in spec.text
        spec.text = spec.text.replace(old, new)

    return breaks


def page_with(**changes):
    def breaks(document, rule):
        for name, value in changes.items():
            setattr(document.page, name, value)

    return breaks


def margin(document, rule):
    side = rule.trait.removeprefix("margin_")
    page = document.appendix_pages[0] if rule.component == "page_landscape" else document.page
    page.margins[side] = 40


def number_with(**changes):
    def breaks(document, rule):
        for name, value in changes.items():
            setattr(document.number, name, value)

    return breaks


def font(slot):
    def breaks(document, rule):
        document.specs("body")[0].fonts[slot] = "Arial"

    return breaks


BY_PROPERTY = {
    "size": out_of_range("size"),
    "bold": flipped("bold"),
    "italic": flipped("italic"),
    "underline": flipped("underline"),
    "label_bold": of_first(label=0),
    "label_italic": of_first(label=0, italic=False),
    "case": other_case,
    "align": aligned,
    "line_spacing": of_first(line=("auto", 2)),
    "exact_spacing": of_first(line=("exact", 30)),
    "first_line": of_first(first_mm=5),
    "indent": of_first(left_mm=5),
    "gap": too_close,
    "same_size": of_first(size=13),
    "present": removed,
    "kind": of_first(border="dashed"),
    "underscored": of_first(text="______________", ratio=0, size=14),
    "length": of_first(ratio=0.7),
    "margin_top": margin,
    "margin_bottom": margin,
    "margin_left": margin,
    "margin_right": margin,
    "font_ascii": font("ascii"),
    "font_hansi": font("hAnsi"),
    "font_eastasia": font("eastAsia"),
    "font_cs": font("cs"),
}

# ----------------------------------------------------------------------------------- recipes of their own


def without(*components):
    def breaks(document, rule):
        document.remove(*components)

    return breaks


def wide_without_tables(document, rule):
    document.page.size_mm = (297, 210)


def no_page_number(document, rule):
    document.number = None


def number_in_foot(document, rule):
    document.is_number_in_foot = True


def on_another_row(cells, at):
    """Return a breaker that moves the first line of one cell down a row."""

    def breaks(document, rule):
        rows = getattr(document, cells)
        rows[at], rows[1 - at] = rows[1 - at], rows[at]

    return breaks


def place_above(document, rule):
    nation, place = document.right
    document.right[:] = [[*nation, *place], []]


def receivers_below(document, rule):
    document.receivers[:] = document.receivers[::-1]


def appendix_mentioned_as(text, mention):
    def breaks(document, rule):
        document.specs("appendix_number")[0].text = text
        spec = next(spec for spec in document.specs("body") if "hụ lục" in spec.text)
        spec.text = mention

    return breaks


def pages_go_on(document, rule):
    document.appendix_pages[0].start = None


def not_mentioned(document, rule):
    spec = next(spec for spec in document.specs("body") if "Phụ lục I," in spec.text)
    spec.text = "Số liệu chi tiết tại Phụ lục II kèm theo Báo cáo này."


def table_without(name):
    def breaks(document, rule):
        setattr(document, name, False)

    return breaks


def second_point(document, rule):
    spec = document.specs("point")[1]
    spec.text = spec.text.replace("b)", "c)")


RECIPES = {
    "dang.body.same_size": of_first(size=15),
    "nd30.page.short_side": page_with(size_mm=(200, 297)),
    "nd30.page.long_side": page_with(size_mm=(210, 330)),
    "nd30.page.orientation": wide_without_tables,
    "nd30.page_number.present": no_page_number,
    "nd30.page_number.place": number_in_foot,
    "nd30.page_number.align": number_with(align="right"),
    "nd30.page_number.size": number_with(size=12),
    "nd30.page_number.bold": number_with(bold=True),
    "nd30.page_number.italic": number_with(italic=True),
    "nd30.page_number.first_page": page_with(is_title_page=False),
    "nd30.page_number.start": page_with(start=2),
    "nd30.page_number.digits": page_with(digits="upperRoman"),
    "dang.page_number.distance": page_with(margins={**Page().margins, "header": 15}),
    "nd30.text.language": lambda document, _: setattr(document.specs("body")[0], "language", "en-US"),
    "nd30.text.color": lambda document, _: setattr(document.specs("body")[0], "color", "FF0000"),
    "nd30.nation.spelling": swapped(" CHỦ NGHĨA", ""),
    "dang.nation.spelling": swapped("VIỆT NAM", "VN"),
    "nd30.motto.spelling": swapped("-", "–"),
    "nd30.agency.present": without("parent_agency", "agency", "agency_line"),
    "dang.agency.present": without("parent_agency", "agency"),
    "nd30.document_type.present": without("document_type", "subject", "subject_line"),
    "dang.document_type.present": without("document_type", "subject", "hyphens", "addressed", "addressee"),
    "nd30.subject.present": without("subject", "subject_line"),
    "nd30.number.colon": swapped(":", ""),
    "dang.number.colon": swapped("Số", "Số:"),
    "nd30.number.leading_zero": swapped("12", "5"),
    "dang.number.leading_zero": swapped("10", "5"),
    "nd30.number.symbol": swapped("-", " - "),
    "dang.number.symbol": swapped("-BC/", "/BC-"),
    "nd30.number.type_code": swapped("BC", "TB"),
    "nd30.place_date.comma": swapped(",", ""),
    "nd30.place_date.first_letter": swapped("Hải", "hải"),
    "nd30.place_date.row": place_above,
    "nd30.place_date.day_zero": swapped("05", "5"),
    "nd30.place_date.month_zero": swapped("tháng 11", "tháng 2"),
    "nd30.place_date.month_plain": swapped("tháng 11", "tháng 06"),
    "nd30.head_sizes.pair": lambda document, _: setattr(document.specs("place_date")[0], "size", 13),
    "dang.subject.first_letter": swapped("kết", "Kết"),
    "dang.hyphens.form": with_text(0, "---"),
    "dang.appendix_line.form": with_text(0, "---"),
    "nd30.letter_subject.mark": swapped("V/v", "V/v:"),
    "dang.letter_subject.mark": swapped("về việc", "V/v"),
    "nd30.letter_subject.gap": of_first(before=0),
    "nd30.addressed.colon": swapped(":", ""),
    "nd30.addressed.lines": swapped("Quyền", "Quyền; Sở Tài chính"),
    "nd30.addressee.marks": swapped(";", ","),
    "nd30.basis.marks": swapped(";", ","),
    "nd30.part.numeral": with_text(0, "Chương 1"),
    "nd30.section.numeral": with_text(0, "Mục I"),
    "nd30.article.stop": swapped("Điều 1.", "Điều 1:"),
    "nd30.point.order": second_point,
    "nd30.ending.mark": swapped("./.", "."),
    "dang.ending.mark": swapped("cáo.", "cáo./."),
    "nd30.receivers_head.colon": swapped(":", ""),
    "nd30.receivers_head.row": receivers_below,
    "nd30.receiver.marks": swapped(";", ",", 1),
    "nd30.receiver.filed": swapped("Lưu: VT,", "Lưu", -1),
    "dang.receiver.filed": swapped("Lưu ", "", -1),
    "nd30.receiver.as_above": swapped("Như trên", "Sở Nội vụ"),
    "nd30.signer_title.abbreviation": swapped("KT.", "KT"),
    "dang.signer_authority.abbreviation": swapped("T/M", "TM."),
    "nd30.signer_name.degree": with_text(0, "TS. Nguyễn Văn A"),
    "nd30.appendix_number.numeral": appendix_mentioned_as("Phụ lục 1", "Xem Phụ lục 1, Phụ lục II kèm theo."),
    "dang.appendix_number.numeral": appendix_mentioned_as("Phụ lục I", "Xem các phụ lục kèm theo."),
    "nd30.appendix_number.referred": not_mentioned,
    "nd30.appendix_number.own_pages": pages_go_on,
    "nd30.appendix_of.form": with_text(0, "(Kèm theo Báo cáo)"),
    "nd30.table.header_rows": table_without("is_header_repeated"),
    "nd30.table.whole_rows": table_without("are_rows_whole"),
}
"""Recipes of the decree's rules serve the Party's rules of the same name."""

IN = {
    "nd30.document_type.present": "decision",
    "nd30.addressed.lines": "letter",
    "nd30.addressed.colon": "letter",
    "nd30.addressed.size": "letter",
    "dang.addressed.label_italic": "party_letter",
}
"""Documents for rules whose component stands in several."""


PAGE = ("page", "page_number", "table", "text")


def recipe(rule):
    """Return how a rule is broken."""
    shared = f"nd30.{rule.key}"
    if rule.id in RECIPES:
        return RECIPES[rule.id]
    if shared in RECIPES and (rule.component in PAGE or rule.trait not in BY_PROPERTY):
        return RECIPES[shared]
    return BY_PROPERTY[rule.trait]


def broken(rule):
    """Return a document that breaks one rule and nothing else."""
    document = home(rule)
    recipe(rule)(document, rule)
    return document


@functools.cache
def _home(rule_id, component, profile):
    for make in GOOD[profile]:
        if IN.get(rule_id, make.__name__) == make.__name__ and (
            rule_id in IN or component in NOT_LINES or make().specs(component)
        ):
            return make
    raise LookupError(rule_id)


NOT_LINES = ("page", "page_landscape", "page_number", "text", "table", "head_sizes")


def home(rule):
    """Return the good document a rule is broken in."""
    return _home(rule.id, rule.component, rule.profile.value)()
