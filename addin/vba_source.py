"""The VBA modules of the add-in: those written by hand, and those made from the ribbon's table and words.

VBA text is stored in a code page that has no Vietnamese letters, so every module is ASCII and a Vietnamese
sentence becomes `ChrW(…)` pieces.
"""

from collections.abc import Iterator
from importlib.resources import files
from itertools import groupby

from catalogue import load_ribbon
from catalogue.wording import addin as words

TAGS_MODULE = "TongHopTags"
WORDS_MODULE = "TongHopWords"
WRITTEN = ("TongHopRibbon", "TongHopCommand")


def vba_modules() -> dict[str, str]:
    """Return each module's text by its name, lines ended as VBA wants them."""
    texts = {name: _written(name) for name in WRITTEN}
    texts |= {TAGS_MODULE: _tags(), WORDS_MODULE: _words()}
    return {name: text.replace("\n", "\r\n") for name, text in texts.items()}


def ribbon_tags() -> tuple[str, ...]:
    """Return the commands the ribbon has buttons for, in its order."""
    return tuple(button.tag for group in load_ribbon() for button in group.buttons)


def _written(name: str) -> str:
    return (files("addin") / "vba" / f"{name}.bas").read_text(encoding="ascii")


def _tags() -> str:
    listed = ", ".join(f'"{tag}"' for tag in ribbon_tags())
    return (
        "Option Explicit\n\n"
        "Public Function TongHopIsTag(ByVal Tag As String) As Boolean\n"
        "    Select Case Tag\n"
        f"        Case {listed}\n"
        "            TongHopIsTag = True\n"
        "    End Select\n"
        "End Function\n"
    )


def _words() -> str:
    sentences = {
        "TongHopTitle": words.TITLE,
        "TongHopNotInstalled": words.NOT_INSTALLED,
        "TongHopNotStarted": words.NOT_STARTED,
    }
    return "Option Explicit\n" + "".join(_sentence(name, text) for name, text in sentences.items())


def _sentence(name: str, text: str) -> str:
    lines = "".join(f"    Said = Said & {piece}\n" for piece in _pieces(text))
    return (
        f"\nPublic Function {name}() As String\n    Dim Said As String\n"
        f"{lines}    {name} = RTrim(Said)\nEnd Function\n"
    )


def _pieces(text: str) -> Iterator[str]:
    """Yield a text as VBA expressions, one per word, so that no line grows too long for VBA."""
    for word in text.split(" "):
        runs = groupby(word, key=str.isascii)
        yield " & ".join(_run("".join(letters), is_ascii=is_ascii) for is_ascii, letters in runs) + ' & " "'


def _run(letters: str, *, is_ascii: bool) -> str:
    if is_ascii:
        return '"' + letters.replace('"', '""') + '"'
    return " & ".join(f"ChrW({ord(letter)})" for letter in letters)
