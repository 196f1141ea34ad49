"""The offline folder: what is decided in it; the downloading itself is pip's."""

import re

import pytest

from scripts import bundle

LOCK = """\
appscript==1.5.0 ; sys_platform == 'darwin' \\
    --hash=sha256:aa
    # via xlwings
numpy==2.4.6 ; python_full_version < '3.12' \\
    --hash=sha256:bb
numpy==2.5.5 ; python_full_version >= '3.12' \\
    --hash=sha256:cc \\
    --hash=sha256:dd
    # via
    #   pandas
pywin32==312 ; sys_platform == 'win32' \\
    --hash=sha256:ee
rich==15.0 \\
    --hash=sha256:ff
"""


@pytest.mark.parametrize(("python", "numpy"), [("3.11", "2.4.6"), ("3.12", "2.5.5"), ("3.13", "2.5.5")])
def test_markers_are_judged_for_windows_and_its_python(python, numpy):
    pins = re.findall(r"(?m)^(\S+==\S+)", bundle.lock_for_windows(LOCK, python))

    assert pins == [f"numpy=={numpy}", "pywin32==312", "rich==15.0"]


def test_every_entry_keeps_all_its_hashes_and_no_marker():
    kept = bundle.lock_for_windows(LOCK, "3.13")

    assert re.findall(r"sha256:(\w+)", kept) == ["cc", "dd", "ee", "ff"]
    assert ";" not in kept


def test_no_entry_of_the_real_lock_is_overlooked():
    lock = bundle.LOCK.read_text(encoding="utf-8")
    seen = {line.split("==")[0] for line in lock.splitlines() if re.match(r"[a-z]", line)}
    kept = {
        line.split("==")[0] for line in bundle.lock_for_windows(lock, "3.13").splitlines() if line[0] != " "
    }

    assert {"pywin32", "colorama", "pandas"} <= kept
    assert seen - kept == {"appscript", "psutil"}


def test_only_wheels_are_taken_each_by_its_hash(tmp_path):
    command = bundle.download_command(tmp_path / "3.12.txt", "3.12", tmp_path)

    assert {
        "--require-hashes",
        "--only-binary=:all:",
        "--platform=win_amd64",
        "--python-version=3.12",
    } <= set(command)


def test_the_folder_is_made_anew_with_a_lock_for_each_python(tmp_path):
    folder = tmp_path / "gói"
    (folder / "wheels").mkdir(parents=True)
    (folder / "wheels" / "old.whl").touch()
    bundle.prepare(folder)

    assert sorted(path.name for path in folder.iterdir()) == [
        "3.11.txt",
        "3.12.txt",
        "3.13.txt",
        "cai-dat.cmd",
        "wheels",
    ]
    assert list((folder / "wheels").iterdir()) == []


def test_the_script_installs_without_any_network():
    script = bundle.install_script()

    assert script.isascii()
    assert script.count("\n") == script.count("\r\n")
    assert all("--no-index" in line for line in script.splitlines() if "pip install" in line)
