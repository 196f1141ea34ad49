"""Everything in `nhan-ve/` is read once or named once."""

import io
import os
import zipfile
from datetime import date

import pytest

from validation import check_round, received_files


def archive(**members):
    """Return an archive of files by name, saved on 12/12/2026."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        for name, content in members.items():
            opened.writestr(zipfile.ZipInfo(name, (2026, 12, 12, 8, 0, 0)), content)
    return stream.getvalue()


def found(desk):
    """Return what checking says of each file: name, state and codes."""
    return [
        (each.file, each.state.value, [finding.code.name for finding in each.findings])
        for each in desk.check().submissions
    ]


def test_forms_in_archives_and_folders_are_read(desk):
    inner = archive(**{"phường/Sở Xây dựng.xlsx": desk.form()})
    desk.receive(archive(**{"trong.zip": inner}), "xã/gói.zip")

    assert found(desk) == [("xã/gói.zip/trong.zip/phường/Sở Xây dựng.xlsx", "accepted", [])]


def test_a_form_in_an_archive_is_dated_by_itself_and_linked_by_its_archive(desk):
    desk.receive(archive(**{"a.xlsx": desk.form()}), "gói.zip")
    (submission,) = desk.check().submissions

    assert submission.received_on == date(2026, 12, 12)
    assert submission.container == "gói.zip"


def test_names_that_climb_out_of_an_archive_stay_in_it(desk):
    desk.receive(archive(**{"../../etc/a\x07.xlsx": desk.form(), "C:\\b.xlsx": b""}), "gói.zip")

    assert [file for file, *_ in found(desk)] == ["gói.zip/C:/b.xlsx", "gói.zip/etc/a.xlsx"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_members_of_one_name_are_both_read(desk):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as opened:
        opened.writestr("a.xlsx", desk.form())
        opened.writestr("a.xlsx", desk.form("11311"))
    desk.receive(stream.getvalue(), "gói.zip")

    assert [each.unit_code for each in desk.check().submissions] == ["so-xay-dung", "11311"]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1258"])
def test_a_name_stored_without_its_encoding_is_read_in_vietnamese(desk, encoding):
    content = archive(**{"xxxxx.xlsx": desk.form()})
    desk.receive(content.replace(b"xxxxx", "đơn".encode(encoding).ljust(5, b"_")), "gói.zip")
    (file, *_) = found(desk)[0]

    assert file.startswith("gói.zip/đơn")


@pytest.mark.parametrize(
    ("content", "code"),
    [(archive(), "E008"), (archive(a=b"x")[:-30], "E001"), (archive(**{"a.txt": b"x"}), "E009")],
)
def test_an_archive_that_gives_no_form_is_named_once(desk, content, code):
    desk.receive(content, "gói.zip")

    assert [codes for *_, codes in found(desk)] == [[code]]


def test_an_archive_with_a_password_is_named(desk):
    content = bytearray(archive(**{"a.xlsx": desk.form()}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    desk.receive(bytes(content), "gói.zip")

    assert [codes for *_, codes in found(desk)] == [["E013"]]


def test_archives_in_archives_have_an_end(desk):
    content = desk.form()
    for _ in range(5):
        content = archive(**{"a.zip": content})
    desk.receive(content, "gói.zip")

    assert [codes for *_, codes in found(desk)] == [["E010"]]


def test_a_link_is_named_and_never_followed(desk, tmp_path):
    outside = tmp_path / "ngoài"
    outside.mkdir()
    (outside / "a.xlsx").write_bytes(desk.form())
    desk.round.received_dir.mkdir(parents=True, exist_ok=True)
    (desk.round.received_dir / "thư mục").symlink_to(outside)
    (desk.round.received_dir / "tệp.xlsx").symlink_to(outside / "a.xlsx")

    assert [codes for *_, codes in found(desk)] == [["E014"], ["E014"]]


def test_a_temporary_file_is_named_and_costs_nothing(desk):
    desk.receive(b"x", "~$a.xlsx")
    desk.receive(desk.form(), "a.xlsx")

    assert found(desk) == [("a.xlsx", "accepted", []), ("~$a.xlsx", "unreadable", ["E018"])]


def test_what_systems_leave_behind_is_no_submission(desk):
    for name in ("Thumbs.db", "desktop.ini", ".DS_Store", "._a.xlsx"):
        desk.receive(b"x", name)

    assert received_files(desk.round.received_dir) == ()


def test_the_same_file_twice_is_said_and_counted_once(desk):
    desk.receive(desk.form(), "a.xlsx")
    desk.receive(desk.form(), "b.xlsx")

    assert found(desk) == [("a.xlsx", "accepted", []), ("b.xlsx", "accepted", ["E015"])]


def test_a_folder_that_does_not_exist_holds_nothing(tmp_path):
    assert received_files(tmp_path / "không có") == ()


def test_a_file_that_cannot_be_opened_is_named(desk):
    path = desk.receive(desk.form(), "a.xlsx")
    items = received_files(desk.round.received_dir)
    path.unlink()
    checked = check_round(desk.round, desk.plan, list(desk.owed.values()), desk.design, files=items)

    assert [each.code.name for each in checked.findings] == ["E023"]


def test_files_are_never_modified(desk):
    path = desk.receive(archive(**{"a.xlsx": desk.form()}), "gói.zip")
    before = path.read_bytes(), path.stat().st_mtime_ns
    desk.check()

    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


def test_a_file_that_is_gone_since_the_folder_was_listed_is_no_submission(desk, monkeypatch):
    desk.receive(desk.form(), "con.xlsx")
    desk.receive(desk.form(), "mất.xlsx")
    listed = list(os.scandir(desk.round.received_dir))
    monkeypatch.setattr("validation.received.os.scandir", lambda _: listed)
    (desk.round.received_dir / "mất.xlsx").unlink()

    assert [item.file for item in received_files(desk.round.received_dir)] == ["con.xlsx"]
