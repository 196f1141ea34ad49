"""What each button does: one short function over the doors the command line uses, by the button's tag.

A command takes the seat and returns what to tell the officer; it raises `TongHopError` with a sentence when
work cannot go on. What a command opens or changes in Excel it does before it returns.
"""

from collections.abc import Callable
from typing import TypeAlias

from addin.board import show_board
from addin.busy import writing
from addin.dialogs import ask_folder, ask_text
from addin.guide import guide_page
from addin.health import health_lines, summary
from addin.master import rebuild_master
from addin.preview import show_preview
from addin.remind import write_letters
from addin.returned import open_returned
from addin.seat import Seat
from addin.showing import is_unsaved, open_anywhere, open_document
from addin.source import open_source
from catalogue import ROUND_FILE, Period, RoundError
from catalogue.wording import addin as words
from catalogue.wording import cli as cli_words
from catalogue.wording import letters as letter_words
from cli.check import standing_files
from cli.check_page import check_page
from cli.check_screen import summary as check_summary
from cli.findings import accepted_by_exception
from cli.issue import remarks, write_covering_letter, write_forms
from cli.letters import blanks_in
from cli.new import create_round
from cli.report import write_report
from cli.send_back import send_back
from consolidate import save
from report import missing_settings, party_office

Command: TypeAlias = Callable[[Seat], str]


def choose(seat: Seat) -> str:
    """Choose the round to work on, and remember it."""
    folder = seat.folder or ask_folder(seat, words.CHOOSE_FOLDER)
    chosen = Seat(app=seat.app, folder=folder, catalogue=seat.catalogue, memory=seat.memory)
    desk = chosen.desk()
    seat.memory.remember(desk.round.folder)
    return words.ROUND_CHOSEN.format(
        plan=desk.plan.short_title, period=desk.round.period.label, folder=desk.round.folder
    )


def new(seat: Seat) -> str:
    """Ask for a plan, a period and a folder, and start a round there."""
    plans = "\n".join(seat.catalogue.plan_ids())
    plan = seat.catalogue.plan(ask_text(seat, words.ASK_PLAN.format(plans=plans)))
    period = Period.parse(ask_text(seat, words.ASK_PERIOD))
    folder = ask_folder(seat, words.CHOOSE_NEW_FOLDER)
    create_round(
        seat.catalogue,
        folder,
        plan_id=plan.id,
        period_code=period.code,
        deadline=plan.deadline_for(period),
    )
    seat.memory.remember(folder)
    return cli_words.NEW_DONE.format(period=period.label, folder=folder, file=ROUND_FILE)


def issue(seat: Seat) -> str:
    """Write every unit's form."""
    desk = seat.desk()
    with writing(seat.app, desk):
        write_forms(desk)
        occasion = write_covering_letter(desk)
    done = cli_words.ISSUE_DONE.format(
        forms=len(desk.duties),
        task_rows=sum(len(duty.tasks) for duty in desk.duties),
        indicator_rows=sum(len(duty.indicators) for duty in desk.duties),
        folder=desk.round.issued_dir,
    )
    hint = words.ISSUE_FOLDER_HINT.format(folder=desk.round.received_dir)
    return seat.told(desk, done, hint, *remarks(desk), *blanks_in(occasion))


def check(seat: Seat) -> str:
    """Check what came back, write marked copies, and open the page of findings."""
    desk = seat.desk()
    with writing(seat.app, desk):
        merged = desk.merge(desk.check())
        desk.record(merged)
        submissions, returned = standing_files(merged), send_back(desk, merged)
    if not submissions:
        raise RoundError(cli_words.NO_FILES.format(folder=desk.round.received_dir))
    excepted = accepted_by_exception(merged)
    page = desk.round.folder / words.CHECK_PAGE_FILE
    save(page, check_page(desk, submissions, excepted).encode())
    open_document(page)
    lines = [check_summary(submissions)]
    if returned:
        lines.append(cli_words.CHECK_RETURNED.format(count=len(returned), folder=desk.round.returned_dir))
    if excepted:
        names = "; ".join(sorted(excepted))
        lines.append(cli_words.CHECK_EXCEPTED.format(count=len(excepted), files=names))
    return seat.told(desk, *lines, words.CHECK_PAGE_OPENED.format(path=page))


def report(seat: Seat) -> str:
    """Render the master as a Word report and open it."""
    desk = seat.desk()
    master = open_anywhere(seat.app, desk.round.master_path)
    if master and is_unsaved(master):
        raise RoundError(words.REPORT_UNSAVED.format(name=master.name))
    _, figures = write_report(desk)
    open_document(desk.round.report_path)
    lines = [
        cli_words.REPORT_DONE.format(path=desk.round.report_path),
        cli_words.FIGURES_CHECKED.format(count=figures),
    ]
    if party_office(desk.plan, desk.round):
        lines.append(letter_words.PARTY_DONE.format(path=desk.round.party_report_path))
    if blanks := missing_settings(desk.round):
        lines.append(cli_words.REPORT_BLANKS.format(names="; ".join(blanks)))
    return seat.told(desk, *lines)


def health(seat: Seat) -> str:
    """Say whether this machine is set up right, and what to do where it is not."""
    return summary(health_lines(seat))


def guide(_seat: Seat) -> str:
    """Open the page that says what each button does."""
    path = guide_page()
    open_document(path)
    return words.GUIDE_OPENED.format(path=path)


COMMANDS: dict[str, Command] = {
    "choose": choose,
    "new": new,
    "issue": issue,
    "status": show_board,
    "check": check,
    "returned": open_returned,
    "remind": write_letters,
    "consolidate": rebuild_master,
    "preview": show_preview,
    "source": open_source,
    "report": report,
    "health": health,
    "guide": guide,
}
"""Every command by its button's tag."""
