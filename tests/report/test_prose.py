import pytest

from report import facts
from report.prose.document import document, letter_of
from report.prose.language import joined, named, one_line
from report.prose.tables import TableRow
from tests.report.making import office, round_of, tables_of
from tests.report.words import strings

TASK = {
    "task_code": "I.1",
    "group_code": "I",
    "number": "1",
    "name": "Một",
    "deadline": "Tháng 12/2030",
    "owed_count": 1,
    "reported_count": 1,
    "overall": "Đang triển khai",
    "due_state": "Chưa đến hạn",
}
ROW = {"task_code": "I.1", "unit_name": "Sở A", "status": "Đang triển khai", "completion_pct": 35}
UNIT = {"unit_name": "Sở A", "unit_kind": "Sở, ban, ngành", "state": "Hợp lệ", "timeliness": "Đúng hạn"}
MISSING = UNIT | {"state": "Chưa nộp", "timeliness": ""}
COMMUNE = {"unit_kind": "Xã", "state": "Chưa nộp"}
INDICATOR = {
    "number": "1.1",
    "name": "Tỷ lệ",
    "target_year": 2030,
    "owed_count": 1,
    "assessment": "Chưa có số liệu",
}


def document_of(plan, office_=None, **rows):
    return document(facts(tables_of(**rows), plan, round_of(plan, office=office_ or office())))


def body_of(plan, **rows):
    return document_of(plan, **rows).body


def test_the_whole_document_reads_as_approved(full_document, snapshot):
    assert list(strings(full_document.head)) + list(strings(full_document.body)) == snapshot


def test_an_empty_round_reads_as_approved(plan, snapshot):
    assert list(strings(document_of(plan).body)) == snapshot


def test_no_sentence_has_a_tag_a_double_space_or_a_blank_left_in_it(full_document):
    for text in strings(full_document.body):
        assert not {"{", "}", "nan", "None", "<NA>", "  ", " ,", " ;", "..", ";."} & {
            part for part in ("{", "}", "nan", "None", "<NA>", "  ", " ,", " ;", "..", ";.") if part in text
        }, text


def test_all_reported_in_time_is_said_simply(plan):
    assert body_of(plan, submissions=[UNIT, UNIT]).gathering[1] == (
        "Đến thời điểm tổng hợp, cả 02 đơn vị đã có báo cáo hợp lệ, tất cả đều gửi đúng hạn "
        "(chi tiết tại Phụ lục IV)."
    )


EXCEPTED = UNIT | {
    "state": "Chấp nhận đặc cách",
    "exception_by": "Trần B",
    "exception_why": "Đã đối chiếu.",
}
THIN = UNIT | {"unit_name": "Sở B", "state": "Hợp lệ, có cảnh báo", "completeness": "Gần như trống"}


def test_units_accepted_by_exception_are_named_with_the_reason(plan):
    said = body_of(plan, submissions=[EXCEPTED, EXCEPTED | {"unit_name": "UBND xã C", "exception_why": ""}])

    assert said.gathering[2] == (
        "Có 02 báo cáo còn lỗi nhưng được chấp nhận đặc cách, số liệu ở các ô có lỗi không được tổng hợp: "
        "Sở A (lý do: Đã đối chiếu); UBND xã C (lý do: chưa nêu)."
    )


def test_reports_with_warnings_are_counted_and_nearly_empty_ones_named(plan):
    said = body_of(plan, submissions=[UNIT, THIN])

    assert said.gathering[2:4] == (
        "Trong số báo cáo hợp lệ, có 01 báo cáo còn nội dung cần giải trình, làm rõ.",
        "Có 01 báo cáo đã gửi, hợp lệ nhưng gần như chưa nêu kết quả, chưa được coi là đầy đủ: Sở B.",
    )


def test_the_appendix_says_on_what_footing_a_unit_stands(plan):
    rows = document_of(plan, submissions=[UNIT, EXCEPTED, THIN, EXCEPTED | {"exception_why": ""}])

    assert [row.cells[3] for row in rows.appendix.units] == [
        "Hợp lệ",
        "Chấp nhận đặc cách; lý do: Đã đối chiếu",
        "Hợp lệ, có cảnh báo; gần như trống",
        "Chấp nhận đặc cách",
    ]


def test_a_unit_whose_status_is_in_doubt_is_not_said_to_have_reported_it(plan):
    rows = [ROW, ROW | {"unit_name": "Sở B", "status": ""}]
    task = TASK | {"is_priority": "x", "owed_count": 2, "reported_count": 1}
    said = body_of(plan, tasks=[task], task_rows=rows).groups[0].paragraphs[-1]

    assert "Sở A báo cáo" in said
    assert "Sở B" not in said


def test_nobody_reported_is_said_as_such(plan):
    said = body_of(plan, submissions=[MISSING]).gathering

    assert said[1] == (
        "Đến thời điểm tổng hợp, chưa có đơn vị nào có báo cáo hợp lệ; 01 đơn vị chưa gửi báo cáo "
        "(chi tiết tại Phụ lục IV)."
    )
    assert said[2] == "Chưa gửi báo cáo: Sở A."


def test_a_round_without_deadline_says_nothing_of_time(plan):
    found = facts(tables_of(submissions=[UNIT | {"timeliness": ""}]), plan, round_of(plan, deadline=None))

    assert "hạn" not in " ".join(document(found).body.gathering)


def test_many_missing_communes_are_counted_and_departments_named(plan):
    said = body_of(plan, submissions=[MISSING, *[COMMUNE | {"unit_name": f"UBND xã {n}"} for n in range(13)]])

    assert said.gathering[2] == "Chưa gửi báo cáo: Sở A và 13/13 xã, phường, đặc khu."


def test_communes_that_need_not_report_are_counted_out_of_all_and_the_missing_out_of_those_that_must(plan):
    states = ["Miễn nộp"] * 13 + ["Chưa nộp"] * 14
    communes = [COMMUNE | {"unit_name": f"UBND xã {n}", "state": state} for n, state in enumerate(states)]
    said = body_of(plan, submissions=[UNIT, *communes]).gathering

    assert said[2].endswith("không tính vào số đơn vị phải báo cáo: 13/27 xã, phường, đặc khu.")
    assert said[3] == "Chưa gửi báo cáo: 14/14 xã, phường, đặc khu."


def test_few_missing_communes_are_named(plan):
    said = body_of(plan, submissions=[UNIT, COMMUNE | {"unit_name": "UBND xã B"}])

    assert said.gathering[2] == "Chưa gửi báo cáo: UBND xã B."


def test_the_group_tells_results_in_the_units_own_words(plan):
    row = ROW | {"result_text": "- Ban hành kế hoạch.\n- Tập huấn;"}
    said = body_of(plan, tasks=[TASK], task_rows=[row]).groups[0]

    assert said.heading == "a) Chuyển đổi xanh giao thông và cảng xanh"
    assert said.paragraphs[0] == "Nhóm có 01 nhiệm vụ, đang được triển khai."
    assert said.paragraphs[-1] == (
        "- Nhiệm vụ I.1 “Một”: Sở A báo cáo “Ban hành kế hoạch; Tập huấn”, tỷ lệ hoàn thành 35\u00a0%."
    )


def test_a_task_of_many_units_is_counted_and_shows_one_example(plan):
    rows = [
        ROW | {"unit_name": f"Xã {n}", "result_text": f"Kết quả {n}", "completion_pct": n} for n in range(5)
    ]
    task = TASK | {"is_priority": "x", "owed_count": 9, "reported_count": 5, "in_progress_count": 5}
    said = body_of(plan, tasks=[task], task_rows=rows).groups[0].paragraphs[-1]

    assert said == (
        "- Nhiệm vụ I.1 “Một”: 05/09 đơn vị đã báo cáo, trong đó 05 đơn vị đang triển khai; "
        "chẳng hạn, Xã 4 báo cáo “Kết quả 4”, tỷ lệ hoàn thành 4\u00a0%."
    )


def test_an_overdue_task_is_told_in_its_group_and_first_in_the_outlook(plan):
    body = body_of(
        plan, tasks=[TASK | {"due_state": "Quá hạn"}, TASK | {"task_code": "I.2", "overall": "Tạm dừng"}]
    )

    assert (
        "Quá hạn mà chưa hoàn thành: nhiệm vụ I.1 “Một” (thời hạn: tháng 12/2030)."
        in body.groups[0].paragraphs
    )
    assert body.outlook[1].startswith(
        "1. Đẩy nhanh tiến độ, sớm hoàn thành 01 nhiệm vụ đã quá hạn: nhiệm vụ I.1"
    )
    assert body.outlook[2].startswith("2. Rà soát, tháo gỡ")


def test_when_all_is_done_the_outlook_says_so(plan):
    done = TASK | {"overall": "Hoàn thành", "due_state": "Đã hoàn thành"}

    assert body_of(plan, tasks=[done]).outlook == (
        (
            "Các nhiệm vụ được giao đã hoàn thành; Ủy ban nhân dân thành phố Hải Phòng tiếp tục duy trì "
            "kết quả đạt được."
        ),
    )


def test_an_indicator_of_some_units_says_of_how_many(plan):
    row = INDICATOR | {"owed_count": 114, "reported_count": 98, "value": 61.5, "assessment": "Chưa đạt"}
    body = body_of(plan, indicators=[row])

    assert body.indicators[1].startswith("So với mục tiêu đề ra cho năm 2030, 01 chỉ tiêu chưa đạt.")
    assert body.indicators[2].endswith("chỉ tiêu 1.1 (98/114 đơn vị).")
    assert body.indicator_table[0].cells[5] == "61,5"


def test_money_of_one_source_needs_no_table(plan):
    row = {"unit_name": "A", "funding_source": "Doanh nghiệp", "planned_vnd": 1234.5, "disbursed_vnd": 0}
    body = body_of(plan, budgets=[row])

    assert body.money == (
        (
            "Theo báo cáo của 01 đơn vị, tổng kế hoạch vốn là 1.234,5 triệu đồng; đã giải ngân 0 triệu đồng, "
            "đạt 0\u00a0% kế hoạch (chi tiết tại Phụ lục III). Toàn bộ kinh phí thuộc nguồn doanh nghiệp."
        ),
    )
    assert body.money_table == ()


def test_tables_are_numbered_in_the_order_they_stand(full_document, plan):
    rows = [{"funding_source": source, "planned_vnd": 1} for source in ("ODA", "Khác")]

    assert full_document.body.money_caption.startswith("Bảng 3.")
    assert body_of(plan, budgets=rows).money_caption.startswith("Bảng 2.")


def test_more_difficulties_than_fit_are_pointed_to_the_appendix(plan):
    rows = [ROW | {"difficulty_text": f"Khó {n}", "cause_text": "Vốn ít"} for n in range(5)]
    said = body_of(plan, tasks=[TASK], task_rows=rows).difficulties.clauses[0].paragraphs

    assert said[0] == "- Khó 0; nguyên nhân: vốn ít (Sở A; nhiệm vụ I.1)."
    assert said[3:] == ("Còn 02 nội dung khác của nhóm này, được nêu tại Phụ lục V.",)


def test_proposals_are_grouped_by_addressee_however_spelt(plan):
    rows = [
        {"unit_name": "A", "content": "Cấp vốn", "addressee": "Sở Tài chính", "theme": "Kinh phí"},
        {"unit_name": "B", "content": "Thêm người", "addressee": "sở tài chính", "theme": "Nhân lực"},
        {"unit_name": "C", "content": "tham quan", "addressee": "", "theme": "Khác"},
    ]
    clauses = body_of(plan, proposals=rows).proposals.clauses

    assert [clause.heading for clause in clauses] == [
        "1. Kiến nghị với Sở Tài chính",
        "2. Kiến nghị, đề xuất khác",
    ]
    assert clauses[0].paragraphs == ("- Kinh phí: cấp vốn (A).", "- Nhân lực: thêm người (B).")
    assert clauses[1].paragraphs == ("- Tham quan (C).",)


def test_several_addressees_are_a_list_and_receivers_end_with_the_file(plan):
    head = document_of(plan, office(recipients=("Bộ A", "Bộ B"))).head

    assert head.addressees == ("- Bộ A;", "- Bộ B.")
    assert (head.receivers[0], head.receivers[-1]) == ("- Như trên;", "- Lưu: VT, KTTH.")


def test_what_the_office_has_not_given_is_a_dotted_blank(plan):
    head = document_of(plan, office(symbol="", place="", signer_name="", recipients=())).head

    assert head.number.endswith("/BC-……………")
    assert head.place_date.startswith("……………, ngày")
    assert head.addressees == ("Kính gửi: ……………",)


def test_groups_of_the_appendix_open_with_their_title(full_document):
    rows = full_document.appendix.tasks

    assert rows[0] == TableRow(cells=(), group="I. Chuyển đổi xanh giao thông và cảng xanh")
    assert sum(not row.group for row in rows) == 33


def test_long_answers_are_cut_with_a_pointer_to_the_master(plan):
    row = ROW | {"result_text": "rất dài " * 4000}
    cell = document_of(plan, tasks=[TASK], task_rows=[row]).appendix.tasks[1].cells[-1]

    assert len(cell) < 800
    assert cell.endswith("rất… (xem bảng tổng hợp)")


@pytest.mark.parametrize(("index", "letter"), [(0, "a"), (4, "đ"), (6, "g"), (22, "y"), (23, "aa")])
def test_points_are_lettered_the_vietnamese_way(index, letter):
    assert letter_of(index) == letter


def test_names_are_joined_as_one_speaks():
    assert joined([]) == ""
    assert joined(["A"]) == "A"
    assert joined(["A", "B", "C"]) == "A, B và C"
    assert named([f"X{n}" for n in range(9)]) == "X0, X1, X2 và 06 đơn vị khác"


def test_one_line_drops_list_marks_and_closing_stops():
    assert one_line("* một.\n\n+ hai ;\n– ba") == "một; hai; ba"
