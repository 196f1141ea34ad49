"""A per-user installer for Windows: `python -m scripts.installer ARCHIVE SHA256 WHEELS` (`make installer`).

ARCHIVE is the embeddable Python of python.org, fetched by whoever builds the installer and checked here by
its hash; WHEELS is the folder of wheels `make bundle` makes. Nothing is downloaded. Needs makensis.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from packaging.tags import compatible_tags, cpython_tags
from packaging.utils import parse_wheel_filename

from catalogue import load_ribbon
from catalogue.wording import addin as words
from cli.dropped import CHOICES

ROOT = Path(__file__).resolve().parents[1]
SCRIPT = ROOT / "scripts" / "installer.nsi"
MENU = '-I -c "import cli; cli.main()"'
STAGE = ROOT / "build" / "installer"
_ARCHIVE = re.compile(r"^python-3\.(?P<minor>\d+)\.\d+-embed-amd64\.zip$")


def python_minor(archive: Path) -> int:
    """Return the minor version of an embeddable Python by its name.

    Raises:
        SystemExit: It is not one for Windows x64.
    """
    found = _ARCHIVE.match(archive.name)
    if found is None:
        sys.exit(f"{archive.name}: not python-3.x.y-embed-amd64.zip")
    return int(found["minor"])


def check_hash(archive: Path, expected: str) -> None:
    """Refuse an archive that is not the one meant.

    Raises:
        SystemExit: Its SHA-256 is another.
    """
    actual = hashlib.sha256(archive.read_bytes()).hexdigest()
    if actual != expected.lower():
        sys.exit(f"{archive.name}: SHA-256 is {actual}, not {expected}")


def fitting_wheels(folder: Path, minor: int) -> list[Path]:
    """Return the wheels that fit Windows x64 and one Python, by name."""
    version = (3, minor)
    fit = {
        *cpython_tags(version, platforms=["win_amd64"]),
        *compatible_tags(version, platforms=["win_amd64"]),
    }
    return [path for path in sorted(folder.glob("*.whl")) if fit & parse_wheel_filename(path.name)[3]]


def stage(archive: Path, wheels: list[Path], folder: Path) -> None:
    """Lay out the interpreter with our packages, ready to be packed."""
    shutil.rmtree(folder, ignore_errors=True)
    site = folder / "Lib" / "site-packages"
    site.mkdir(parents=True)
    with zipfile.ZipFile(archive) as source:
        source.extractall(folder)
    for wheel in wheels:
        _unpack(wheel, site)
    for library in site.glob("pywin32_system32/*.dll"):
        shutil.copy2(library, folder)
    path_file = next(folder.glob("python3*._pth"))
    path_file.write_text(path_text(path_file.stem), encoding="ascii", newline="\r\n")


def _unpack(wheel: Path, site: Path) -> None:
    """Unpack a wheel; what it keeps for site-packages in its data folder goes there too."""
    with zipfile.ZipFile(wheel) as source:
        source.extractall(site)
    for data in site.glob("*.data"):
        for kind in ("purelib", "platlib"):
            if (data / kind).is_dir():
                shutil.copytree(data / kind, site, dirs_exist_ok=True)
        shutil.rmtree(data)


def path_text(stem: str) -> str:
    """Return where the interpreter looks for modules: in its own folder and nowhere else."""
    site = "Lib\\site-packages"
    return "\n".join((f"{stem}.zip", ".", site, f"{site}\\win32", f"{site}\\win32\\lib", ""))


def shortcuts() -> str:
    """Return the Start menu as NSIS writes it: each entry takes a folder that is dropped on it.

    The first one, on the desktop too, lists what can be done with the folder.
    """
    labels = {button.tag: button.label for group in load_ribbon() for button in group.buttons}
    single = (_shortcut(_in_menu(labels[tag]), "pythonw.exe", f"-I -m addin {tag}") for tag in CHOICES)
    return "".join(
        (
            _shortcut(_in_menu(words.TITLE), "python.exe", MENU),
            _shortcut("$DESKTOP\\TongHop", "python.exe", MENU),
            *single,
        )
    )


def _in_menu(label: str) -> str:
    return f"${{MENU}}\\{words.INSTALLER_SHORTCUT.format(label=label)}"


def _shortcut(place: str, interpreter: str, arguments: str) -> str:
    return f"CreateShortcut '{place}.lnk' '$INSTDIR\\python\\{interpreter}' '{arguments}'\n"


def makensis_command(stage_folder: Path, target: Path) -> list[str]:
    """Return the command that packs what was laid out."""
    defines = {"STAGE": stage_folder, "TARGET": target, "TITLE": words.TITLE}
    return [
        "makensis",
        "-V2",
        "-INPUTCHARSET",
        "UTF8",
        *(f"-D{key}={value}" for key, value in defines.items()),
        str(SCRIPT),
    ]


def main(archive: Path, expected: str, wheels: Path) -> None:
    """Make `dist/TongHop-Setup.exe`."""
    if shutil.which("makensis") is None:
        sys.exit("makensis is missing; on Debian and Ubuntu: apt-get install nsis")
    check_hash(archive, expected)
    stage(archive, fitting_wheels(wheels, python_minor(archive)), STAGE / "python")
    (STAGE / "shortcuts.nsh").write_text(shortcuts(), encoding="utf-8")
    target = ROOT / "dist" / "TongHop-Setup.exe"
    target.parent.mkdir(exist_ok=True)
    subprocess.run(makensis_command(STAGE, target), check=True)  # noqa: S603 - makensis on what was checked
    print(target)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
