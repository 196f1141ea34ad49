"""An offline folder for Windows x64: `python -m scripts.bundle FOLDER` (what `make bundle` does).

It holds every wheel of the lock for each Python, our own wheel, and a script to install from them without
any network. pip judges a marker such as `sys_platform == 'win32'` by the machine it runs on, so the lock is
first written for the machine it is meant for.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from packaging.markers import Marker

ROOT = Path(__file__).resolve().parents[1]
LOCK = ROOT / "requirements" / "run.txt"
PYTHONS = ("3.13", "3.12", "3.11")
DESKTOP_SHORTCUT = (
    "$link = (New-Object -ComObject WScript.Shell)"
    ".CreateShortcut([Environment]::GetFolderPath('Desktop') + '\\TongHop.lnk'); "
    "$link.TargetPath = $env:PLACE + '\\Scripts\\tonghop.exe'; $link.Save()"
)
"""Puts the program on the desktop, for folders to be dropped on; where a PC forbids it, nothing is lost."""
_ENTRY = re.compile(r"^(?P<pin>[A-Za-z0-9._-]+==[^\s;\\]+)(?: ; (?P<marker>[^\\]+?))? \\$")


def lock_for_windows(lock: str, python: str) -> str:
    """Return the entries of a lock that Windows x64 needs for one Python, hashes and all, without markers."""
    return "".join(_kept(lock.splitlines(), _environment(python)))


def _kept(lines: list[str], environment: dict[str, str]) -> Iterator[str]:
    is_kept = False
    for line in lines:
        if entry := _ENTRY.match(line):
            is_kept = not entry["marker"] or Marker(entry["marker"]).evaluate(environment)
            if is_kept:
                yield f"{entry['pin']} \\\n"
        elif is_kept and line.startswith("    --hash="):
            yield f"{line}\n"


def _environment(python: str) -> dict[str, str]:
    return {
        "implementation_name": "cpython",
        "os_name": "nt",
        "platform_machine": "AMD64",
        "platform_python_implementation": "CPython",
        "platform_system": "Windows",
        "python_full_version": f"{python}.0",
        "python_version": python,
        "sys_platform": "win32",
    }


def download_command(lock: Path, python: str, folder: Path) -> list[str]:
    """Return the command that downloads a lock's wheels for Windows x64 and one Python, each by its hash."""
    options = ["--require-hashes", "--no-deps", "--only-binary=:all:", "--platform=win_amd64"]
    where = [f"--python-version={python}", "--implementation=cp", f"--dest={folder}"]
    return [sys.executable, "-m", "pip", "download", *options, *where, f"--requirement={lock}"]


def own_wheel_command(folder: Path) -> list[str]:
    """Return the command that builds our own wheel."""
    options = ["--no-deps", "--no-build-isolation", f"--wheel-dir={folder}"]
    return [sys.executable, "-m", "pip", "wheel", *options, str(ROOT)]


def install_script() -> str:
    """Return the script that installs from the folder, for the newest of our Pythons that is there."""
    return f"""@echo off
chcp 65001 >nul
setlocal
cd /d "%~dp0"
set "PYTHONUTF8=1"
set "PLACE=%LOCALAPPDATA%\\Programs\\TongHop\\python"
for %%v in ({" ".join(PYTHONS)}) do (
  py -%%v -c "" >nul 2>&1 && set "VERSION=%%v" && goto found
)
echo Python {", ".join(PYTHONS)}: ?
pause
exit /b 1
:found
py -%VERSION% -m venv "%PLACE%" || goto failed
set "PIP="%PLACE%\\Scripts\\python.exe" -m pip install --no-index --find-links wheels"
%PIP% --require-hashes -r "%VERSION%.txt" || goto failed
%PIP% --no-deps tonghop || goto failed
"%PLACE%\\Scripts\\tonghop.exe" addin install || goto failed
powershell -NoProfile -Command "{DESKTOP_SHORTCUT}"
pause
exit /b 0
:failed
pause
exit /b 1
""".replace("\n", "\r\n")


def prepare(folder: Path) -> None:
    """Write what the folder holds besides wheels: a lock for each Python, and the script."""
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "wheels").mkdir(parents=True)
    lock = LOCK.read_text(encoding="utf-8")
    for python in PYTHONS:
        text = lock_for_windows(lock, python)
        (folder / f"{python}.txt").write_text(text, encoding="utf-8", newline="\n")
    (folder / "cai-dat.cmd").write_text(install_script(), encoding="ascii", newline="")


def main(folder: Path) -> None:
    """Make the folder."""
    prepare(folder)
    wheels = folder / "wheels"
    for python in PYTHONS:
        subprocess.run(download_command(folder / f"{python}.txt", python, wheels), check=True)  # noqa: S603 - pip
    subprocess.run(own_wheel_command(wheels), check=True)  # noqa: S603 - pip
    print(f"{folder}: {len(list(wheels.iterdir()))} wheels")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
