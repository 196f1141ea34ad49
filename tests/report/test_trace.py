"""Every number of the report is traced to the master; a changed one is caught wherever it was changed."""

import io
import random
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from lxml import etree

from report import FigureError, check_figures, check_unchanged, facts, rendered, traced
from report.trace.marks import CLOSE, NUMBERED, OPEN, Figure, Words
from report.trace.origin import How, Origin, evaluate, origin_of
from report.trace.places import texts_of
from report.trace.structure import NUMBER, explained
from templates import report_template
from tests.report.making import round_of, tables_of
from tests.report.words import W, paragraphs, root

TASK = {
    "task_code": "I.1",
    "group_code": "I",
    "name": "Một",
    "owed_count": 1,
    "reported_count": 1,
    "is_priority": "x",
    "overall": "Đang triển khai",
    "due_state": "Chưa đến hạn",
}


@pytest.fixture(scope="module")
def made(full_facts):
    return rendered(full_facts)


def with_part(content, change, part="word/document.xml"):
    """Return a document with one part changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == part else data)
    return stream.getvalue()


def with_text(made, place, text):
    """Return a rendered report in which somebody typed over one place."""

    def change(data):
        document = etree.fromstring(data)
        paragraph = list(document.iter(f"{W}p"))[place.text]
        nodes = [node for node in paragraph.iter(f"{W}t") if node.text]
        at = 0
        for node in nodes:
            if at <= place.start < at + len(node.text):
                start, end = place.start - at, place.end - at
                node.text = node.text[:start] + text + node.text[end:]
            at += len(node.text)
        return etree.tostring(document)

    return replace(made, content=with_part(made.content, change))


def figures_of(made, *, in_paragraphs=True):
    last = len(paragraphs(made.content))
    found = [place for place in made.places if isinstance(place.piece, Figure)]
    return [place for place in found if place.text < last] if in_paragraphs else found


def with_cell(tables, sheet, column, *, row, value):
    """Return a master with one cell changed."""
    frame = tables.tables[sheet].copy()
    frame.loc[row, column] = value
    return replace(tables, tables={**tables.tables, sheet: frame})


def other(text):
    """Return a number with its last digit changed."""
    return text[:-1] + str((int(text[-1]) + 1) % 10)


def test_every_figure_of_a_report_is_found_in_its_master(made, full_master):
    assert check_figures(made, full_master) == len(figures_of(made, in_paragraphs=False)) > 500


def test_every_figure_typed_over_is_caught_at_its_place(made, full_master):
    chosen = random.Random(6).sample(figures_of(made), 40)

    for place in chosen:
        with pytest.raises(FigureError, match="theo bảng tổng hợp phải là"):
            check_figures(with_text(made, place, other(place.words)), full_master)


@pytest.mark.parametrize(
    ("sheet", "column", "value"),
    [
        ("submissions", "state", "Trả lại"),
        ("tasks", "overall", "Tạm dừng"),
        ("tasks", "reported_count", 77),
        ("indicators", "value", 12345.5),
        ("budgets", "disbursed_vnd", 3.25),
    ],
)
def test_a_figure_changed_meanwhile_in_the_master_is_caught(made, full_master, sheet, column, value):
    row = int(full_master.tables[sheet][column].first_valid_index())
    changed = with_cell(full_master, sheet, column, row=row, value=value)

    with pytest.raises(FigureError, match="theo bảng tổng hợp phải là"):
        check_figures(made, changed)


def test_a_figure_that_was_blank_before_is_caught_too(full_master):
    row = int(full_master.tables["indicators"]["value"].isna().idxmax())
    changed = with_cell(full_master, "indicators", "value", row=row, value=7.5)

    with pytest.raises(FigureError, match="Chỉ tiêu"):
        check_unchanged(full_master, changed)


def test_a_master_read_twice_is_unchanged(full_master):
    copies = {key: frame.copy() for key, frame in full_master.tables.items()}

    check_unchanged(full_master, replace(full_master, tables=copies))


def test_a_number_typed_into_the_template_has_no_source(full_facts, full_master):
    template = with_part(
        report_template(), lambda data: data.replace("Nơi nhận:".encode(), "Đạt 97,5 điểm:".encode())
    )

    with pytest.raises(FigureError, match="97,5"):
        check_figures(rendered(full_facts, template), full_master)


def test_a_number_in_an_agencys_own_words_is_a_quote_not_a_figure(made):
    quotes = [place for place in made.places if place.piece == Words(is_quote=True)]

    assert any("02 hội nghị" in place.words for place in quotes)
    assert not any(isinstance(place.piece, Figure) for place in quotes)


def test_a_quote_typed_over_is_caught_too(made, full_master):
    quote = next(
        place
        for place in made.places
        if place.piece == Words(is_quote=True) and "\n" not in place.words and "02 hội nghị" in place.words
    )

    with pytest.raises(FigureError, match="trích từ bảng tổng hợp"):
        check_figures(with_text(made, quote, quote.words.replace("02", "92")), full_master)


def test_no_mark_is_left_in_the_document(made):
    with zipfile.ZipFile(io.BytesIO(made.content)) as package:
        text = b"".join(package.read(name) for name in package.namelist()).decode("utf-8", "ignore")

    assert not {OPEN, NUMBERED, CLOSE} & set(text)


def test_an_answer_cannot_forge_a_mark(plan):
    forged = f"{OPEN}0{NUMBERED}999{CLOSE}"
    row = {"task_code": "I.1", "unit_name": "Sở A", "status": "Đang triển khai", "result_text": forged}
    tables = tables_of(tasks=[TASK], task_rows=[row])
    made = rendered(facts(tables, plan, round_of(plan)))

    assert check_figures(made, tables)
    assert any("0999" in text for text in paragraphs(made.content))


def test_an_empty_round_is_checked_like_any_other(plan):
    tables = tables_of()

    assert check_figures(rendered(facts(tables, plan, round_of(plan))), tables) == 0


def test_places_hold_what_stands_there(made):
    texts = texts_of(made.content)

    assert all(texts[place.text].words[place.start : place.end] == place.words for place in made.places)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Thực hiện Nghị định số 30/2020/NĐ-CP ngày 05/3/2020", []),
        ("Quyết định số 2746/QĐ-UBND; số 08-NQ/TU", []),
        ("tại Bảng 1, Phụ lục 2 và Biểu đồ 3", []),
        ("Điều 5, khoản 2, năm 2030, giai đoạn 2026", []),
        ("1. Đôn đốc 12 đơn vị", ["12"]),
        ("đạt 61,5 % của 1.234,5 triệu đồng", ["61,5", "1.234,5"]),
        ("98/114 đơn vị", ["98", "114"]),
    ],
)
def test_references_dates_and_numbering_are_told_apart(text, left):
    spans = list(explained(text))
    found = list(NUMBER.finditer(text))

    assert [
        each[0] for each in found if not any(a <= each.start() and each.end() <= b for a, b in spans)
    ] == left


def test_a_share_is_taken_again_from_its_part_and_its_whole(full_facts, full_master):
    share = full_facts.gathering.accepted_pct

    assert origin_of(share).how is How.SHARE
    assert evaluate(origin_of(share), full_master) == share


def test_blank_cells_have_no_value_but_add_up_to_nothing():
    tables = tables_of(indicators=[{"number": "1"}], budgets=[{"unit_name": "A"}])
    cell = Origin(sheet="indicators", column="value", how=How.CELL, rows=(0,))
    total = Origin(sheet="budgets", column="planned_vnd", how=How.SUM)

    assert (evaluate(cell, tables), evaluate(total, tables)) == (None, 0)


# ------------------------------------------------------------------------------------------- the traced copy


@pytest.fixture(scope="module")
def copy(made, full_master):
    return traced(made, full_master)


def test_the_traced_copy_has_a_comment_for_each_figure(made, copy):
    comments = list(docx.Document(io.BytesIO(copy)).comments)

    assert len(comments) == len(figures_of(made))
    assert all(comment.text.startswith("Nguồn: ") for comment in comments)
    assert {comment.author for comment in comments} == {"tonghop"}


def test_the_traced_copy_says_what_the_report_says(made, copy):
    assert paragraphs(copy) == paragraphs(made.content)


def test_a_comment_stands_around_its_figure(made, copy):
    document = root(copy)
    starts = {node.get(f"{W}id"): node for node in document.iter(f"{W}commentRangeStart")}
    marked = ["".join(node.getnext().itertext(f"{W}t")) for node in starts.values()]

    assert sorted(marked) == sorted(place.words for place in figures_of(made))
    assert set(starts) == {node.get(f"{W}id") for node in document.iter(f"{W}commentRangeEnd")}
    assert set(starts) == {node.get(f"{W}id") for node in document.iter(f"{W}commentReference")}


def test_a_comment_names_sheet_units_and_files(made, full_master):
    frame = full_master.tables["submissions"].copy()
    frame["file"] = [f"tep-{row}.xlsx" for row in range(len(frame))]
    tables = replace(full_master, tables={**full_master.tables, "submissions": frame})
    comments = [each.text for each in docx.Document(io.BytesIO(traced(made, tables))).comments]

    assert any("Tình trạng nộp" in text and re.search(r"Tệp: tep-\d+\.xlsx", text) for text in comments)
    assert any("tỷ lệ phần trăm giữa" in text for text in comments)


def test_the_traced_copy_is_the_same_on_a_second_run(made, copy, full_master):
    assert traced(made, full_master) == copy
