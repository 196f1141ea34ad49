"""`tonghop FOLDER`: a round's folder dropped on the program, and a list of what to do with it.

The way without the ribbon and without typing commands: where macros are forbidden, or there is no Excel.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from catalogue import ROUND_FILE, RoundError, TongHopError, load_ribbon, load_round
from catalogue.wording import addin as words
from catalogue.wording import cli as cli_words
from cli.output import complain, say

CHOICES = {
    "issue": ("issue",),
    "status": ("status",),
    "check": ("check",),
    "remind": ("remind",),
    "preview": ("consolidate", "--preview"),
    "consolidate": ("consolidate",),
    "report": ("report",),
}
"""What can be done with a folder: the ribbon's button, and the command that does the same."""


def dropped_folder(arguments: Sequence[str]) -> Path | None:
    """Return the folder when it is all that was given; a folder that is dropped comes by its whole path."""
    path = Path(arguments[0]) if len(arguments) == 1 else None
    return path if path and path.is_absolute() and path.is_dir() else None


def offer(folder: Path, run: Callable[[list[str]], object]) -> None:
    """Ask what to do with a round until the answer is blank, and do it.

    Args:
        folder: The round's folder, or one in it.
        run: Runs one command line.

    Raises:
        RoundError: The folder is in no round.
    """
    round_folder = next((each for each in (folder, *folder.parents) if (each / ROUND_FILE).is_file()), None)
    if round_folder is None:
        raise RoundError(words.NOT_A_ROUND.format(folder=folder, file=ROUND_FILE))
    labels = {button.tag: button.label for group in load_ribbon() for button in group.buttons}
    while tag := _asked(round_folder, labels):
        command, *options = CHOICES[tag]
        try:
            run([command, str(round_folder), *options])
        except TongHopError as error:
            complain(cli_words.ERROR_PREFIX + str(error))


def _asked(folder: Path, labels: dict[str, str]) -> str:
    """Return the tag chosen, blank for none."""
    say(words.DROPPED_TITLE.format(period=load_round(folder).period.label, folder=folder))
    for number, tag in enumerate(CHOICES, start=1):
        say(words.DROPPED_CHOICE.format(number=number, label=labels[tag]))
    while True:
        try:
            answer = input(words.DROPPED_ASK).strip()
        except EOFError:
            return ""
        if not answer:
            return ""
        if answer.isdecimal() and 1 <= int(answer) <= len(CHOICES):
            return list(CHOICES)[int(answer) - 1]
        say(words.DROPPED_UNKNOWN.format(answer=answer, count=len(CHOICES)))
