"""Tables drawn as the appendices are: cells separated by tabs or "|", pages breaking them anywhere."""

import pytest

from catalogue import Catalogue
from validation.draft import draft_plan, text_lines

HEADER = "STT|Nội dung|Sản phẩm|Thời gian hoàn thành|Cơ quan chủ trì|Đơn vị phối hợp"


@pytest.fixture(scope="module")
def registry():
    return Catalogue().registry("hai-phong-2025")


@pytest.fixture
def drafted(registry):
    def run(table):
        """Draft a table drawn with "|" for tabs; a blank line is a page break."""
        text = "\n".join(line.strip().replace("|", "\t") for line in table.strip().split("\n"))
        return draft_plan(text_lines(text), plan_id="x", registry=registry)

    return run


def shown(plan, *columns):
    return [" / ".join(row[column] for column in columns) for row in plan.tables["tasks"]]


def test_what_stands_before_the_header_is_left_out(drafted):
    plan = drafted(f"Kính gửi các sở\nII. Nhiệm vụ\n{HEADER}\n1|Trồng cây|100 cây|2027|Sở Y tế|")

    assert shown(plan, "code", "name", "deadline_to", "lead_text") == [
        "I.1 / Trồng cây / 2027-12-31 / Sở Y tế"
    ]


def test_a_text_without_a_task_table_gives_nothing(drafted):
    assert drafted("Tên|Điện thoại\nAn|0123") is None


def test_a_header_repeated_after_a_page_break_is_dropped(drafted):
    plan = drafted(f"{HEADER}\n1|Trồng cây|||Sở Y tế|\n\n{HEADER}\n2|Tưới cây|||Sở Y tế|")

    assert shown(plan, "name") == ["Trồng cây", "Tưới cây"]


def test_a_row_that_goes_on_after_a_page_break_is_joined_and_marked(drafted):
    plan = drafted(
        f"{HEADER}\n1|Rà soát quy hoạch các khu|Báo cáo|2027|Sở Xây dựng|Sở Tài\n\n"
        f"{HEADER}\n|công nghiệp||||chính, Sở Y tế"
    )

    assert shown(plan, "name", "coordinating_text") == [
        "Rà soát quy hoạch các khu công nghiệp / Sở Tài chính, Sở Y tế"
    ]
    assert {("tasks", 0, "name"), ("tasks", 0, "coordinating_text")} <= set(plan.guesses)


def test_words_a_page_break_repeats_are_kept_once(drafted):
    plan = drafted(
        f"{HEADER}\n1|Trồng cây xanh|||Sở Văn hóa Thể thao và Du lịch|\n\n"
        f"{HEADER}\n|cây xanh ven đường|||Du lịch|"
    )

    assert shown(plan, "name", "lead_text") == ["Trồng cây xanh ven đường / Sở Văn hóa Thể thao và Du lịch"]


def test_the_end_of_a_cell_melted_into_the_next_row_goes_back(drafted):
    plan = drafted(
        f"{HEADER}\n1|Khu công nghiệp Đình Vũ|Chứng nhận khu Đình||Sở Y tế|Sở Nội vụ, Sở Công\n\n"
        f"{HEADER}\n2|Cảng xanh|Vũ là khu sinh thái Tối thiểu một cảng||Sở Y tế|"
        "Sở Thương, Sở Y tế Sở Nội vụ, Sở Tài chính"
    )

    assert shown(plan, "product", "coordinating_text") == [
        "Chứng nhận khu Đình Vũ là khu sinh thái / Sở Nội vụ, Sở Công Thương, Sở Y tế",
        "Tối thiểu một cảng / Sở Nội vụ, Sở Tài chính",
    ]


def test_a_tail_in_the_wrong_column_completes_the_name_it_belongs_to(drafted):
    plan = drafted(
        f"{HEADER}\n1|Điện gió|||Sở Công thương|Sở Tài chính; đặc khu Bạch\n\n"
        f"{HEADER}\n||||Long Vĩ|\n2|Điện|||Sở Y tế|Sở Y tế"
    )

    assert (
        shown(plan, "lead_text", "coordinating_text")[0]
        == "Sở Công thương / Sở Tài chính; đặc khu Bạch Long Vĩ"
    )


def test_words_in_another_order_are_set_right_by_the_same_row(drafted):
    plan = drafted(
        f"{HEADER}\n1|Xe tại 03 phường (Lê Chân, Gia Viên, An Biên)|||Sở Y tế|03 phường (Lê Chân, Gia\n\n"
        f"{HEADER}\n|||||Viên, Biên) An"
    )

    assert shown(plan, "coordinating_text") == ["03 phường (Lê Chân, Gia Viên, An Biên)"]


def test_roman_and_letter_headings_nest(drafted):
    plan = drafted(
        f"{HEADER}\nI. Năm 2026|||||\n1|Một|||Sở Y tế|\nII|Sau 2026||||\nA. Nước|||||\n1|Hai|||Sở Y tế|\n"
        "B. Khí|||||\n1|Ba|||Sở Y tế|\nC. Đất|||||\n1|Bốn|||Sở Y tế|"
    )

    assert [(group["code"], group["parent_code"]) for group in plan.tables["groups"]] == [
        ("I", ""),
        ("II", ""),
        ("II.A", "II"),
        ("II.B", "II"),
        ("II.C", "II"),
    ]
    assert shown(plan, "code") == ["I.1", "II.A.1", "II.B.1", "II.C.1"]


def test_numbers_under_a_task_are_its_sub_tasks(drafted):
    plan = drafted(
        f"{HEADER}\nI|Lối sống||||\n1|Rác|||Sở Y tế|\n2|Giáo dục||||\n"
        "2.1|Trường|||Sở Y tế|\n2.2|Xóm|||Sở Y tế|"
    )

    assert shown(plan, "code", "parent_code") == ["I.1 / ", "I.2 / ", "I.2.1 / I.2", "I.2.2 / I.2"]


def test_a_full_row_without_a_number_is_a_task_of_its_own(drafted):
    plan = drafted(f"{HEADER}\nI|Nhóm||||\n8|Một||2027|Sở Y tế|\n|Hai||2027|Sở Y tế|\n9|Ba||2027|Sở Y tế|")

    assert shown(plan, "code") == ["I.8", "I.8a", "I.9"]
    assert ("tasks", 1, "number") in plan.guesses


def test_a_row_without_its_last_tabs_inherits_nothing(drafted):
    plan = drafted(f"{HEADER}\n1|Một|Báo cáo|2027|Sở Y tế|Sở Nội vụ\n2|Hai|Báo cáo|2027|Sở Y tế")

    assert shown(plan, "lead_text", "coordinating_text", "inherited")[1] == "Sở Y tế /  / "


def test_marks_and_remarks_keep_their_columns(drafted):
    plan = drafted("TT|Nhiệm vụ|Nhiệm vụ ưu tiên|Chủ trì|Tiến độ|Ghi chú\n1|Một|x|Sở Y tế|2027|theo quy định")

    assert shown(plan, "is_priority", "note") == ["x / Cột “Ghi chú” của kế hoạch: “theo quy định”."]


def test_an_unknown_agency_is_asked_about_with_the_nearest_name(drafted):
    plan = drafted(f"{HEADER}\n1|Một|||Sở Nông nghiệp và Môi trườn|")

    assert "gần nhất là “Sở Nông nghiệp và Môi trường”" in plan.guesses["mentions", 0, "agency"]


def test_what_was_read_from_a_wording_is_told_once(drafted):
    plan = drafted(f"{HEADER}\n1|Một||2027|Sở Y tế|\n2|Hai||2027|Sở Y tế|\n3|Ba||khi có điều kiện|Sở Y tế|")
    told = [row for table, row, column in plan.guesses if (table, column) == ("tasks", "deadline_to")]

    assert told == [0, 2]


def test_a_repeated_number_gets_a_code_of_its_own(drafted):
    plan = drafted(f"{HEADER}\nI|Nhóm||||\n1|Một|||Sở Y tế|\n1|Hai|||Sở Y tế|")

    assert shown(plan, "code") == ["I.1", "I.1-2"]


RAGGED = """
PHỤ LỤC
STT | Nhiệm vụ cụ thể | Thời gian thực hiện | Phân công trách nhiệm | Nguồn lực | Sản phẩm | |
Cơ quan chủ trì | Cơ quan phối hợp | |||||
1 | Thể chế | |||||
1.1 | Hoàn thiện khung chính sách | |||||
- | Thành lập Ban Chỉ đạo | 2023 | Sở Tài chính | Các sở, ngành liên quan | NSNN | Quyết định |
- | Báo cáo thường niên | |||||
- | Giáo dục xanh | |||||
+ Đối với trường học | 2023 - 2030 | Sở Giáo dục và Đào tạo | Các sở, ngành liên quan | NSNN | Bài học | |
+ Đối với giáo dục nghề | Sở Nội vụ | |||||
- | Sản xuất sạch hơn | 2023 - 2030 | Sở Công Thương |
| NSNN |
|
Hướng dẫn khai thác | Các sở, ngành liên quan | Chương trình tiết kiệm | ||||
2 | Nhân lực | |||||
2.1 | Đào tạo cán bộ | 2025 | Sở Nội vụ | Các sở, ngành liên quan | NSNN | Chương trình tập huấn |
- 1Quyết định 2082/QĐ-UBND năm 2023
"""


@pytest.fixture(scope="module")
def ragged(registry):
    return draft_plan(text_lines(RAGGED), plan_id="x", registry=registry)


def test_dotted_headings_bullets_and_their_parts_get_codes(ragged):
    assert [group["code"] for group in ragged.tables["groups"]] == ["1", "1.1", "2"]
    assert shown(ragged, "code", "number") == [
        "1.1.g1 / -",
        "1.1.g2 / -",
        "1.1.g3 / -",
        "1.1.g3.1 / +",
        "1.1.g3.2 / +",
        "1.1.g4 / -",
        "1.1.g4.1 / ",
        "2.1 / 2.1",
    ]


def test_cells_left_out_are_filled_from_above_and_named(ragged):
    assert shown(ragged, "lead_text", "coordinating_text", "product", "inherited")[1] == (
        "Sở Tài chính / Các sở, ngành liên quan / Quyết định / "
        "deadline_text|lead_text|coordinating_text|resources_text|product"
    )
    assert shown(ragged, "lead_text", "inherited")[4] == (
        "Sở Nội vụ / deadline_text|coordinating_text|resources_text|product"
    )


def test_shifted_cells_are_placed_by_what_they_say(ragged):
    row = shown(ragged, "deadline_text", "lead_text", "coordinating_text", "product", "inherited")[6]

    assert row == (
        "2023 - 2030 / Sở Công Thương / Các sở, ngành liên quan / Chương trình tiết kiệm / "
        "deadline_text|lead_text|resources_text"
    )


def test_a_task_of_parts_inherits_nothing(ragged):
    assert shown(ragged, "lead_text", "inherited")[2] == " / "


def test_a_blank_cell_on_a_line_of_its_own_is_blank(ragged):
    assert shown(ragged, "coordinating_text", "product", "inherited")[5] == " /  / "
