"""What the Windows installer is made of, laid out from made-up archives."""

import hashlib
import shutil
import subprocess
import zipfile

import pytest

from cli.dropped import CHOICES
from scripts import installer

ARCHIVE = "python-3.13.2-embed-amd64.zip"


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return path


@pytest.fixture
def archive(tmp_path):
    parts = {
        "python.exe": "x",
        "pythonw.exe": "x",
        "python313._pth": "python313.zip\n.\n",
        "python313.zip": "",
    }
    return zipped(tmp_path / ARCHIVE, **parts)


@pytest.fixture
def wheels(tmp_path):
    folder = tmp_path / "wheels"
    folder.mkdir()
    pywin32 = {"pywin32_system32/pywintypes313.dll": "dll", "win32/win32api.pyd": "x"}
    zipped(folder / "pywin32-312-cp313-cp313-win_amd64.whl", **pywin32)
    zipped(folder / "pywin32-312-cp312-cp312-win_amd64.whl", **pywin32)
    zipped(folder / "rich-15.0-py3-none-any.whl", **{"rich/__init__.py": ""})
    zipped(folder / "odd-1.0-cp39-abi3-win_amd64.whl", **{"odd-1.0.data/platlib/odd.py": ""})
    zipped(folder / "numpy-2.5-cp313-cp313-manylinux_2_27_x86_64.whl", **{"numpy.py": ""})
    return folder


def test_an_archive_with_another_hash_is_refused(archive):
    installer.check_hash(archive, hashlib.sha256(archive.read_bytes()).hexdigest().upper())

    with pytest.raises(SystemExit, match="SHA-256"):
        installer.check_hash(archive, "0" * 64)


@pytest.mark.parametrize("name", ["python-3.13.2-embed-win32.zip", "python-3.13.2-amd64.exe", "x.zip"])
def test_only_the_embeddable_python_for_windows_x64_is_taken(name, tmp_path):
    with pytest.raises(SystemExit, match="embed-amd64"):
        installer.python_minor(tmp_path / name)


def test_the_wheels_that_fit_are_chosen(wheels):
    names = [path.name for path in installer.fitting_wheels(wheels, 13)]

    assert names == [
        "odd-1.0-cp39-abi3-win_amd64.whl",
        "pywin32-312-cp313-cp313-win_amd64.whl",
        "rich-15.0-py3-none-any.whl",
    ]


def test_the_interpreter_is_laid_out_with_its_packages_and_finds_nothing_else(archive, wheels, tmp_path):
    folder = tmp_path / "python"
    installer.stage(archive, installer.fitting_wheels(wheels, 13), folder)
    lines = (folder / "python313._pth").read_bytes().decode("ascii").split("\r\n")

    assert (folder / "pywintypes313.dll").is_file()
    assert (folder / "Lib" / "site-packages" / "odd.py").is_file()
    assert lines == [
        "python313.zip",
        ".",
        *(f"Lib\\site-packages{end}" for end in ("", "\\win32", "\\win32\\lib")),
        "",
    ]


def test_each_command_that_needs_no_excel_has_a_shortcut():
    lines = installer.shortcuts().splitlines()

    assert [line.rpartition(" ")[2].rstrip("'") for line in lines[2:]] == list(CHOICES)
    assert "Tổng hợp (kéo thả thư mục đợt báo cáo).lnk" in lines[7]
    assert [line.partition("'-I")[2] for line in lines[:2]] == [""" -c "import cli; cli.main()"'"""] * 2


def test_the_installer_takes_away_every_shortcut_it_made():
    script = installer.SCRIPT.read_text(encoding="utf-8").partition("Section Uninstall")[2]

    assert 'RMDir /r "${MENU}"' in script
    assert 'Delete "$DESKTOP\\TongHop.lnk"' in script


def test_makensis_packs_it(archive, wheels, tmp_path):
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not installed")
    stage, target = tmp_path / "stage", tmp_path / "TongHop-Setup.exe"
    installer.stage(archive, installer.fitting_wheels(wheels, 13), stage / "python")
    (stage / "shortcuts.nsh").write_text(installer.shortcuts(), encoding="utf-8")
    subprocess.run(installer.makensis_command(stage, target), check=True)

    assert target.read_bytes().startswith(b"MZ")
