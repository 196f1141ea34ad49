"""A workbook is put on disk whole or not at all."""

import os

import pytest

from catalogue import LockedFileError
from consolidate import clear_drafts, save


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "tong-hop" / "tong-hop.xlsx"
    save(path, b"old")
    save(path, b"new")

    assert path.read_bytes() == b"new"
    assert list(path.parent.iterdir()) == [path]


def held(*names):
    """Return a replacement of os.replace that finds some files open in another program."""
    replace = os.replace

    def replace_unless_held(source, target):
        if os.path.basename(target) in names:  # noqa: PTH119 - os.replace takes any kind of path
            raise PermissionError(13, "in use")
        replace(source, target)

    return replace_unless_held


def test_an_open_master_stays_and_the_new_one_is_kept_beside_it(tmp_path, monkeypatch):
    path = tmp_path / "tong-hop.xlsx"
    save(path, b"old")
    monkeypatch.setattr(os, "replace", held("tong-hop.xlsx"))

    with pytest.raises(LockedFileError) as refusal:
        save(path, b"new")

    beside = tmp_path / "tong-hop (moi).xlsx"
    assert (path.read_bytes(), beside.read_bytes()) == (b"old", b"new")
    assert str(path) in str(refusal.value)
    assert str(beside) in str(refusal.value)
    assert sorted(tmp_path.iterdir()) == [beside, path]


def test_both_open_leaves_both_and_says_so(tmp_path, monkeypatch):
    path = tmp_path / "tong-hop.xlsx"
    save(path, b"old")
    monkeypatch.setattr(os, "replace", held("tong-hop.xlsx", "tong-hop (moi).xlsx"))

    with pytest.raises(LockedFileError):
        save(path, b"new")

    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def test_a_write_that_fails_leaves_the_old_file_alone(tmp_path, monkeypatch):
    path = tmp_path / "tong-hop.xlsx"
    save(path, b"old")
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "no space left")))

    with pytest.raises(OSError, match="no space left"):
        save(path, b"new")

    assert [one.read_bytes() for one in tmp_path.iterdir()] == [b"old"]


def owner_file(name):
    """Return what Excel writes into the file beside an open workbook."""
    raw, wide = name.encode("cp1258", "replace"), name.encode("utf-16-le")
    narrow = (bytes([len(name)]) + raw).ljust(55, b" ")
    return (narrow + len(name).to_bytes(2, "little") + wide).ljust(165, b" \0"[:1])


@pytest.mark.parametrize(
    ("beside", "content", "says"),
    [
        ("~$tong-hop.xlsx", owner_file("Trần Thị B"), "đang mở trong Excel của Trần Thị B"),
        ("~$tong-hop.xlsx", b"", "đang mở trong Excel của người chưa rõ tên"),
        ("~$tong-hop.xlsx", b"\xff" * 60, "đang mở trong Excel của"),
        (".~lock.tong-hop.xlsx#", "Lê A,lan,MAY-01,21.12.2026 08:05,file;".encode(), "LibreOffice của Lê A"),
        (".~lock.tong-hop.xlsx#", b",lan,MAY-01,21.12.2026 08:05,file;", "LibreOffice của lan"),
        ("khac.txt", b"", "đang mở ở chương trình khác"),
    ],
)
def test_who_has_the_master_open_is_named(tmp_path, monkeypatch, beside, content, says):
    path = tmp_path / "tong-hop.xlsx"
    save(path, b"old")
    (tmp_path / beside).write_bytes(content)
    monkeypatch.setattr(os, "replace", held("tong-hop.xlsx"))

    with pytest.raises(LockedFileError, match=says):
        save(path, b"new")


def test_what_a_killed_writer_left_is_cleared_and_nothing_else(tmp_path):
    for name in ("~tong-hop.xlsx.77.tmp", "tong-hop.xlsx", "~$tong-hop.xlsx", "ghi-chu.tmp"):
        (tmp_path / name).touch()
    clear_drafts(tmp_path)

    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "ghi-chu.tmp",
        "tong-hop.xlsx",
        "~$tong-hop.xlsx",
    ]


def test_there_may_be_no_folder_to_clear(tmp_path):
    clear_drafts(tmp_path / "chưa có")

    assert list(tmp_path.iterdir()) == []
