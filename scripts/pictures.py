"""The pictures of the guides: `python -m scripts.pictures` writes `docs/images/*.png` anew.

They are cut from the real files of a trial round, printed by LibreOffice; nothing in them is drawn by hand.
Needs LibreOffice, and pdftotext and pdftoppm of poppler.
"""

import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageChops

from catalogue.wording import forms, master

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "images"
LARGEST = 150_000
"""Bytes: the guides are read over slow lines, too."""
DOTS_PER_INCH = 130
SHADES = 48
MARGIN = 12
WHITE = (255, 255, 255)
VIETNAMESE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Setup/L10N">
<prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item></oor:items>
"""
"""Numbers with a comma, as on a PC in Việt Nam."""
FORM = "phat-hanh/*Ban-Quan-ly*.xlsx"
RETURNED = "tra-lai/*Ban-Quan-ly*.xlsx"
MASTER = "tong-hop/tong-hop.xlsx"


@dataclass(frozen=True, kw_only=True)
class Picture:
    """One picture.

    Attributes:
        file: The file of the round it is cut from, as a pattern.
        page: A text on the page meant; the first page that has it is taken.
        width, height: How much of what is printed on the page is kept, from its upper left corner.
    """

    name: str
    file: str
    page: str
    width: float = 1.0
    height: float = 1.0


PICTURES = (
    Picture(name="bieu-mau-huong-dan", file=FORM, page=forms.TITLES["guide"], height=0.861),
    Picture(name="bieu-mau-thong-tin", file=FORM, page=forms.TITLES["info"], height=0.95),
    Picture(name="bieu-mau-nhiem-vu", file=FORM, page=forms.TITLES["tasks"], width=0.63, height=0.36),
    Picture(name="bieu-mau-chi-tieu", file=FORM, page=forms.TITLES["indicators"], height=0.46),
    Picture(name="bieu-mau-da-dien", file=RETURNED, page=forms.TITLES["tasks"], width=0.72, height=0.36),
    Picture(name="ban-tra-lai-can-sua", file=RETURNED, page=forms.FIXES_TITLE, height=0.2),
    Picture(name="ban-tra-lai-o-cam", file=RETURNED, page=forms.TITLES["indicators"], height=0.46),
    Picture(name="bang-tong-quan", file=MASTER, page=master.TITLES["overview"], height=0.93),
    Picture(name="bang-tinh-trang", file=MASTER, page=master.TITLES["submissions"], height=0.4425),
    Picture(name="bang-nhiem-vu", file=MASTER, page=master.TITLES["task_rows"], height=0.482),
    Picture(name="bao-cao", file="bao-cao/bao-cao.docx", page="", height=0.861),
    Picture(name="thu-don-doc", file="don-doc/Don-doc_Phuong-An-Bien_*.docx", page=""),
)


def main() -> None:
    """Play a round and write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder, printed = Path(place, "round"), {}
        for arguments in (["demo", str(folder)], ["remind", str(folder)]):
            _run([sys.executable, "-c", "import cli; cli.main()", *arguments])
        for picture in PICTURES:
            if picture.file not in printed:
                printed[picture.file] = _printed(next(folder.glob(picture.file)), Path(place))
            _write(picture, printed[picture.file])


def _printed(file: Path, place: Path) -> Path:
    """Return a file as LibreOffice prints it."""
    user = place / "profile" / "user"
    if not user.is_dir():
        user.mkdir(parents=True)
        (user / "registrymodifications.xcu").write_text(VIETNAMESE, encoding="utf-8")
    profile = f"-env:UserInstallation={user.parent.as_uri()}"
    target = Path(tempfile.mkdtemp(dir=place))
    _run(["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(target), str(file)])
    return target / f"{file.stem}.pdf"


def _write(picture: Picture, pdf: Path) -> None:
    page = _page(pdf, picture.page)
    stem = pdf.with_name(picture.name)
    options = ["-png", "-singlefile", "-r", str(DOTS_PER_INCH), "-f", str(page), "-l", str(page)]
    _run(["pdftoppm", *options, str(pdf), str(stem)])
    target = FOLDER / f"{picture.name}.png"
    with Image.open(stem.with_suffix(".png")) as whole:
        image = _cut(whole.convert("RGB"), picture)
    image.quantize(SHADES, dither=Image.Dither.NONE).save(target, optimize=True)
    size = target.stat().st_size
    print(f"{target.relative_to(ROOT)}: {image.width} x {image.height}, {size:,} bytes")
    if size > LARGEST:
        sys.exit(f"{target.name} is larger than {LARGEST:,} bytes")


def _page(pdf: Path, text: str) -> int:
    pages = _run(["pdftotext", "-layout", str(pdf), "-"]).split("\f")
    wanted = " ".join(text.split())
    return next(number for number, page in enumerate(pages, start=1) if wanted in " ".join(page.split()))


def _cut(image: Image.Image, picture: Picture) -> Image.Image:
    """Return the part of a page that is kept, without the white around it."""
    left, top, right, bottom = _ink(image)
    right = left + round((right - left) * picture.width)
    bottom = top + round((bottom - top) * picture.height)
    part = image.crop((left, top, right, bottom))
    part = part.crop(_ink(part))
    framed = Image.new("RGB", (part.width + 2 * MARGIN, part.height + 2 * MARGIN), WHITE)
    framed.paste(part, (MARGIN, MARGIN))
    return framed


def _ink(image: Image.Image) -> tuple[int, int, int, int]:
    blank = Image.new("RGB", image.size, WHITE)
    return ImageChops.difference(image, blank).getbbox() or (0, 0, *image.size)


def _run(command: list[str]) -> str:
    program = shutil.which(command[0]) or sys.exit(f"{command[0]} is missing")
    done = subprocess.run([program, *command[1:]], check=True, capture_output=True)  # noqa: S603 - our own commands
    return done.stdout.decode(errors="replace")


if __name__ == "__main__":
    main()
