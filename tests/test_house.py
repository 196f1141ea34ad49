"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("addin", "catalogue", "cli", "consolidate", "report", "templates", "validation")
BOUNDARIES = ("addin", "cli")  # where anything unforeseen becomes a log line and a polite sentence
NOT_OURS = {".git", ".venv", "build", "dist", "dot-demo"}
BINARY = {".docx", ".ico", ".jpg", ".ods", ".pdf", ".png", ".xlam", ".xls", ".xlsb", ".xlsm", ".xlsx", ".zip"}

# Put together from pieces, so that this file does not name the hosts it looks for.
REGISTRY_HOSTS = re.compile(
    "|".join(
        re.escape("".join(parts))
        for parts in (
            ("py", "pi.org"),
            ("py", "pi.python.org"),
            ("python", "hosted.org"),
            ("registry.n", "pmjs"),
            ("ana", "conda.org"),
            ("proxy.go", "lang"),
            ("cra", "tes.io"),
        )
    )
)


# --------------------------------------------------------------------------------------------- our files


def project_files() -> list[Path]:
    """Return the files git tracks or would track, or every file of ours where there is no git."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout.decode()
    except (OSError, subprocess.CalledProcessError):
        paths = [path for path in ROOT.rglob("*") if not ignored(path.relative_to(ROOT))]
    else:
        paths = [ROOT / name for name in listed.split("\0") if name]
    return sorted(path for path in paths if path.is_file())


def ignored(path: Path) -> bool:
    """Tell whether a path is in a folder of tools or of results."""
    return any(
        part in NOT_OURS or part == "__pycache__" or part.endswith(("_cache", ".egg-info", ".hypothesis"))
        for part in path.parts
    )


FILES = project_files()
PYTHON = [path for path in FILES if path.suffix == ".py"]
TEXT = [path for path in FILES if path.suffix.lower() not in BINARY]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0]


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=name(path))


# --------------------------------------------------------------------------------- Vietnamese sentences


def vietnamese_letters() -> frozenset[str]:
    """Return the letters of the Vietnamese alphabet that Latin script without marks lacks."""
    tones = ("", "\N{COMBINING GRAVE ACCENT}", "\N{COMBINING ACUTE ACCENT}", "\N{COMBINING TILDE}")
    tones += ("\N{COMBINING HOOK ABOVE}", "\N{COMBINING DOT BELOW}")
    composed = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones}
    letters = (composed | {"đ"}) - set("aeiouy")
    return frozenset(letters | {letter.upper() for letter in letters})


VIETNAMESE = vietnamese_letters()


def spoken_literals(module: ast.Module) -> Iterator[ast.Constant]:
    """Yield string constants with Vietnamese letters; docstrings are for us, not for users."""
    notes = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and id(node) not in notes and is_vietnamese(node.value):
            yield node


def is_vietnamese(value: object) -> bool:
    """Tell whether a constant is text with Vietnamese letters, however they are composed."""
    return isinstance(value, str) and bool(VIETNAMESE & set(unicodedata.normalize("NFC", value)))


def test_the_vietnamese_alphabet_has_67_letters_with_marks_in_two_cases():
    assert len(VIETNAMESE) == 2 * 67


@pytest.mark.parametrize("source", ["x = 'đơn vị'", "f'{n} lỗi'", "g(key='a\\u0300')", "{'Kỳ': 1}"])
def test_a_vietnamese_literal_is_seen(source):
    assert list(spoken_literals(ast.parse(source)))


@pytest.mark.parametrize("source", ["'''Đơn vị.'''", "def f():\n    '''Kỳ.'''", "x = 'task'  # nhiệm vụ"])
def test_docstrings_and_comments_may_gloss_in_vietnamese(source):
    assert not list(spoken_literals(ast.parse(source)))


def test_vietnamese_sentences_stand_in_the_catalogue_only():
    silent = [path for path in PYTHON if room(path) in ROOMS and room(path) != "catalogue"]
    spoken = [f"{name(path)}:{node.lineno}" for path in silent for node in spoken_literals(tree(path))]

    assert spoken == []


# ------------------------------------------------------------------------------------------------ doors


def public_names(module: ast.Module) -> bool:
    """Tell whether a module says what it offers."""
    targets = [
        target
        for node in module.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    ]
    return any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets)


@pytest.mark.parametrize("folder", ROOMS)
def test_every_room_has_a_door_that_says_what_goes_in_and_out(folder):
    door = tree(ROOT / folder / "__init__.py")

    assert ast.get_docstring(door)
    assert public_names(door)


def test_folders_of_tests_are_not_packages_that_hide_the_rooms():
    packages = [name(path) for path in PYTHON if path.name == "__init__.py" and room(path) == "tests"]

    assert packages == []


# ------------------------------------------------------------------------------------------ text on disk


def defects(raw: bytes) -> Iterator[str]:
    """Yield what keeps a file from being plain text everywhere."""
    if b"\r" in raw:
        yield "line ends"
    if raw.startswith(b"\xef\xbb\xbf"):
        yield "byte order mark"
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        yield "not UTF-8"
    else:
        if not unicodedata.is_normalized("NFC", text):
            yield "not NFC"


@pytest.mark.parametrize(
    ("raw", "defect"),
    [(b"a\r\n", "line ends"), (b"a\xcc\x80", "not NFC"), (b"\xe0", "not UTF-8")],
)
def test_a_defect_of_text_is_seen(raw, defect):
    assert list(defects(raw)) == [defect]


def test_text_is_utf8_composed_with_unix_line_ends():
    found = [f"{name(path)}: {defect}" for path in TEXT for defect in defects(path.read_bytes())]

    assert found == []


def test_no_file_names_a_package_registry():
    named = [name(path) for path in TEXT if REGISTRY_HOSTS.search(path.read_text("utf-8", "replace"))]

    assert named == []


# ---------------------------------------------------------------------------------------- caught errors


def caught(module: ast.Module) -> Iterator[ast.AST]:
    """Yield the places that catch, or suppress, every exception."""
    for node in ast.walk(module):
        if isinstance(node, ast.ExceptHandler) and (node.type is None or is_broad(node.type)):
            yield node
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            yield from (arg for arg in node.args if is_broad(arg))


def is_broad(kind: ast.expr) -> bool:
    """Tell whether an expression names an exception that stands for all of them."""
    if isinstance(kind, ast.Tuple):
        return any(is_broad(part) for part in kind.elts)
    return ast.unparse(kind) in {"Exception", "BaseException"}


def test_only_the_edges_catch_everything():
    inner = [path for path in PYTHON if room(path) not in BOUNDARIES]
    places = [f"{name(path)}:{node.lineno}" for path in inner for node in caught(tree(path))]

    assert places == []


# ---------------------------------------------------------------------------------------------- README


def read(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_make_commands_of_the_readme_exist():
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), flags=re.MULTILINE))
    told = set(re.findall(r"(?:`|^)make ([a-z]+)", read("README.md"), flags=re.MULTILINE))

    assert told >= {"demo", "test"}
    assert told <= targets


def test_the_commands_of_the_readme_are_the_commands_there_are():
    from typer.main import get_command

    from cli import app

    commands = get_command(app).commands
    registered = {name for name, command in commands.items() if not hasattr(command, "commands")}
    groups = {name: command.commands for name, command in commands.items() if name not in registered}
    registered |= {f"{name} {inner}" for name, inners in groups.items() for inner in inners}
    rows = re.findall(r"^\| `tonghop ([a-z-]+(?: [a-z]+)?)", read("README.md"), flags=re.MULTILINE)
    told = {row if row.split()[0] in groups else row.split()[0] for row in rows}

    assert told == registered


def test_every_link_of_the_readme_leads_somewhere():
    links = re.findall(r"\]\(([^)#:]+)\)", read("README.md"))

    assert [link for link in links if not (ROOT / link).exists()] == []
