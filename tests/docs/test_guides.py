"""The guides say what the program has: every button, command, file, colour and code is held against it."""

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from typer.main import get_command

from catalogue import Code, load_design, load_master, load_ribbon
from catalogue.wording import addin, forms, letters
from cli import app
from cli.new import FOLDERS
from cli.send_back import PREFIX
from scripts.pictures import LARGEST, PICTURES

DOCS = Path(__file__).resolve().parents[2] / "docs"
STAFF, UNITS, TRIALS = "huong-dan-can-bo-tong-hop", "huong-dan-don-vi", "kiem-thu-excel"
GUIDES = (STAFF, UNITS, TRIALS)
BUTTONS = [button for group in load_ribbon() for button in group.buttons]
DESIGN = load_design(date(2026, 12, 31))
NAMES = {
    *FOLDERS,
    addin.BOARD_FILE,
    addin.CHECK_PAGE_FILE,
    letters.FORMS_ARCHIVE,
    letters.COVERING_FILE,
    letters.PRINT_FILE,
    PREFIX,
    forms.FILE_NAME.format(period="2026", unit="…"),
    "dot-bao-cao.toml",
    "han-nop",
    "noi-nhan-bieu-mau",
    "tong-hop.xlsx",
    "bao-cao.docx",
    "bao-cao-dang.docx",
    "tonghop.log",
    "cai-dat.cmd",
    "TongHop-Setup.exe",
    "TongHop",
}
"""Files, folders and settings the guides may name."""


def read(guide):
    return (DOCS / f"{guide}.md").read_text(encoding="utf-8")


def prose(guide):
    """A guide in one line: sentences are wrapped wherever they are."""
    return " ".join(read(guide).split())


def table(guide, header):
    """The rows of the table with a header, its first column's title."""
    _, _, after = read(guide).partition(f"\n| {header} |")
    lines = after.partition("\n\n")[0].splitlines()[2:]
    return [[cell.strip() for cell in line.split("|")[1:-1]] for line in lines]


def test_the_table_of_buttons_is_the_ribbon_in_its_order():
    expected = [
        [group.label, button.label, button.keytip] for group in load_ribbon() for button in group.buttons
    ]

    assert [row[:3] for row in table(STAFF, "Nhóm")] == expected
    assert f"Alt rồi {addin.TAB_KEYTIP}" in prose(STAFF)


@pytest.mark.parametrize("guide", GUIDES)
def test_whatever_one_is_told_to_press_is_a_button(guide):
    pressed = set(re.findall(r"(?:[Bb]ấm|nút) “([^”]+)”", prose(guide)))

    assert pressed <= {button.label for button in BUTTONS}
    assert pressed or guide == UNITS


def test_every_button_is_told_of_in_the_guide_and_tried_in_excel():
    for button in BUTTONS:
        assert f"“{button.label}”" in prose(STAFF), button.label
        assert f"“{button.label}”" in prose(TRIALS), button.label


def test_the_trials_are_numbered_and_those_of_the_ribbon_take_less_than_half_an_hour():
    numbers = [int(number) for number in re.findall(r"(?m)^\| (\d+) \|", read(TRIALS))]
    minutes = [int(number) for number in re.findall(r"(?m)^### .*\((\d+) phút\)", read(TRIALS))]

    assert numbers == list(range(1, len(numbers) + 1))
    assert 0 < sum(minutes) < 30
    assert f"{len(load_ribbon())} nhóm, {len(BUTTONS)} nút" in read(TRIALS)


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_of_a_guide_exists_with_its_options(guide):
    for line in re.findall(r"`tonghop ([^`]+)`", read(guide)):
        command = get_command(app)
        words = line.split()
        while words and words[0] in getattr(command, "commands", {}):
            command = command.commands[words.pop(0)]
        options = {option for parameter in command.params for option in parameter.opts}

        assert command is not get_command(app), line
        assert {word for word in words if word.startswith("--")} <= options, line


@pytest.mark.parametrize("guide", [STAFF, UNITS])
def test_every_file_of_a_guide_is_one_the_program_makes(guide):
    named = {name for name in re.findall(r"`([^`]+)`", read(guide)) if not name.startswith("tonghop ")}

    assert named <= NAMES
    assert named


def test_the_colours_are_those_of_the_form():
    assert table(UNITS, "Ô") == [list(entry) for entry in forms.LEGEND.values()]


def test_the_sheets_are_those_of_the_form():
    assert [row[0] for row in table(UNITS, "Trang")] == [sheet.title for sheet in DESIGN.sheets]


CHOICES = [("Trạng thái", "task_status"), ("Tình trạng số liệu", "data_state")]


@pytest.mark.parametrize(("header", "choices"), CHOICES)
def test_the_choices_are_explained_in_the_words_of_the_form(header, choices):
    labels = DESIGN.labels(choices)

    expected = [[label, forms.GUIDE_CHOICES[choices, key]] for key, label in labels.items()]

    assert table(UNITS, header) == expected


def test_every_code_among_the_common_errors_has_its_title_and_its_page():
    for link, title, _ in table(UNITS, "Mã"):
        name, page = re.fullmatch(r"\[(\w+)\]\((.+)\)", link).groups()

        assert (Code[name].value.title, f"findings/{name}.md") == (title, page)


def test_the_columns_of_staff_are_in_the_master():
    headers = {column.header for column in load_master()["task_rows"].columns}

    for name, _ in table(STAFF, "Cột"):
        assert any(header.startswith(name.removesuffix(" …")) for header in headers), name


def test_what_the_program_says_in_trouble_is_quoted_in_its_words():
    from catalogue.wording import cli, ledger

    said = [value for room in (addin, cli, ledger) for value in vars(room).values() if isinstance(value, str)]
    for quoted, _ in table(STAFF, "Thông báo"):
        assert any(quoted in sentence for sentence in said), quoted


def test_the_self_check_says_what_the_guide_promises():
    assert forms.CHECK_READY in prose(UNITS)
    assert forms.CHECK_HEADING in prose(UNITS)


def test_every_picture_is_made_by_the_script_and_shown_in_a_guide():
    shown = {name for guide in GUIDES for name in re.findall(r"\]\(images/(.+?)\.png\)", read(guide))}
    readme = (DOCS.parent / "README.md").read_text(encoding="utf-8")
    in_readme = set(re.findall(r"\]\(docs/images/(.+?)\.png\)", readme))

    assert shown == {picture.name for picture in PICTURES}
    assert shown | in_readme == {path.stem for path in (DOCS / "images").iterdir()}


@pytest.mark.parametrize("picture", PICTURES, ids=lambda picture: picture.name)
def test_a_picture_is_small_enough_and_shows_something(picture):
    path = DOCS / "images" / f"{picture.name}.png"
    with Image.open(path) as image:
        colours = len(image.convert("RGB").getcolors(image.width * image.height))

    assert path.stat().st_size <= LARGEST
    assert colours > 5


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_is_composed_text_whose_links_lead_somewhere(guide):
    links = re.findall(r"\]\(([^)#]+)\)", read(guide))

    assert unicodedata.is_normalized("NFC", read(guide))
    assert [link for link in links if not (DOCS / link).exists()] == []
