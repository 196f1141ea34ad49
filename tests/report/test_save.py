from pathlib import Path

import pytest

from catalogue import LockedFileError
from report import save_report


def test_the_report_replaces_the_old_one_whole(tmp_path):
    path = tmp_path / "bao-cao" / "bao-cao.docx"
    save_report(path, b"old")
    save_report(path, b"new")

    assert path.read_bytes() == b"new"
    assert [file.name for file in path.parent.iterdir()] == ["bao-cao.docx"]


def test_a_report_open_elsewhere_is_kept_and_the_new_one_stands_beside(tmp_path, monkeypatch):
    path = tmp_path / "bao-cao.docx"
    path.write_bytes(b"old")
    replace = Path.replace

    def locked(self, target):
        if Path(target) == path:
            raise PermissionError
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(LockedFileError, match=r"bao-cao \(moi\)\.docx"):
        save_report(path, b"new")

    assert path.read_bytes() == b"old"
    assert (tmp_path / "bao-cao (moi).docx").read_bytes() == b"new"
