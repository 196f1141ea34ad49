"""A form filled in LibreOffice, in whichever format, is worth as much as one filled by openpyxl."""

from datetime import date

import pandas as pd
import pytest

from catalogue import Code
from tests.corpus.desks import bases
from tests.corpus.oracle import Outcome
from tests.corpus.running import check_folder, receive
from tests.forms import altered
from tests.libreoffice import convert, fill_with_libreoffice, fill_with_openpyxl
from validation import State

CHOICE = "III.4. Nhà máy điện linh hoạt Hải Dương"
ANSWERS = {
    "Thông tin": [
        {"row": "Người lập biểu", "": "Nguyễn Thị Hòa"},
        {"row": "Điện thoại", "": "0912 345 678"},
        {"row": "Người phê duyệt", "": "Trần Văn Bình, Phó Giám đốc"},
        {"row": "Ngày báo cáo", "": date(2026, 12, 10)},
    ],
    "Nhiệm vụ": [
        {
            "row": 1,
            "Trạng thái": "Hoàn thành",
            "Tỷ lệ hoàn thành (%)": 100,
            "Ngày hoàn thành": date(2026, 11, 30),
            "Kết quả thực hiện trong kỳ": "- Đã hoàn thành hạ tầng\n- Đã nghiệm thu",
        },
        {
            "row": 2,
            "Trạng thái": "Đang triển khai",
            "Tỷ lệ hoàn thành (%)": 45.5,
            "Kết quả thực hiện trong kỳ": "- Đã khảo sát",
        },
        {"row": 3, "Trạng thái": "Chưa triển khai", "Tỷ lệ hoàn thành (%)": 0},
        {
            "row": 4,
            "Trạng thái": "Tạm dừng",
            "Tỷ lệ hoàn thành (%)": "12,5",
            "Nguyên nhân": "Chờ quy hoạch",
        },
        {"row": 5, "Trạng thái": "Không phát sinh"},
    ],
    "Kinh phí": [
        {
            "row": 2,
            "Nhiệm vụ": CHOICE,
            "Nguồn vốn": "Ngân sách địa phương",
            "Kế hoạch vốn (triệu đồng)": 1250.5,
            "Đã giải ngân (triệu đồng)": 0,
        }
    ],
    "Kiến nghị": [{"row": 1, "Nhóm vấn đề": "Thể chế, chính sách", "Nội dung": "Sớm ban hành hướng dẫn"}],
}
RATIO_ANSWERS = {
    "Chỉ tiêu": [
        {
            "row": number,
            "Tình trạng số liệu": "Có số liệu",
            "Tử số": 1,
            "Mẫu số": 3,
            "Nguồn số liệu": "Sổ theo dõi",
        }
        for number in (1, 2)
    ],
}


def filled(desk, fill, *, unit, answers, name):
    issued = desk.round.folder / "form.xlsx"
    issued.write_bytes(desk.empty_form(unit))
    target = desk.round.folder / name
    fill(issued, target, answers)
    return target.read_bytes()


def verdict(submission):
    """Return what was found, without what is said of the file's format."""
    found = [(each.code, each.cell) for each in submission.findings]
    return [each for each in found if each[0] not in (Code.E017, Code.E019)]


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@pytest.mark.parametrize(
    ("unit", "answers", "rows", "state"),
    [
        ("so-cong-thuong", ANSWERS, 7, State.ACCEPTED),
        ("11914", RATIO_ANSWERS, 7, State.RETURNED),
    ],
)
def test_libreoffice_and_openpyxl_give_the_same_rows(desk, unit, answers, rows, state, kind):
    by_openpyxl = filled(desk, fill_with_openpyxl, unit=unit, answers=answers, name="openpyxl.xlsx")
    by_libreoffice = filled(
        desk, fill_with_libreoffice, unit=unit, answers=answers, name=f"libreoffice.{kind}"
    )
    left, left_rows = desk.check_one(by_openpyxl)
    right, right_rows = desk.check_one(by_libreoffice)

    assert (left.state, left.rows_read) == (right.state, right.rows_read) == (state, rows)
    assert verdict(left) == verdict(right)
    for key, frame in left_rows.items():
        pd.testing.assert_frame_equal(right_rows[key], frame)


@pytest.mark.libreoffice
@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_form_saved_again_in_another_format_keeps_every_answer(tmp_path, kind):
    base = bases()[0]
    issued = tmp_path / "form.xlsx"
    issued.write_bytes(base.content)
    saved = convert(issued, tmp_path / kind, kind=kind).read_bytes()
    receive(saved, tmp_path / "đợt" / "nhan-ve", f"nộp.{kind}", base)
    checked = check_folder(base, tmp_path / "đợt")
    outcome = Outcome(
        base=base, book=base.book, submission=checked.submissions[0], rows=checked.rows, is_refusable=False
    )

    assert outcome.problems() == []
    assert outcome.submission.state is State.ACCEPTED


@pytest.mark.libreoffice
def test_what_libreoffice_saved_and_openpyxl_saved_again_keeps_its_rows(desk):
    once = filled(
        desk, fill_with_libreoffice, unit="so-cong-thuong", answers=ANSWERS, name="libreoffice.xlsx"
    )
    left, left_rows = desk.check_one(once)
    right, right_rows = desk.check_one(altered(once, lambda _: None))

    assert (left.state, verdict(left)) == (right.state, verdict(right))
    for key, frame in left_rows.items():
        pd.testing.assert_frame_equal(right_rows[key], frame)
