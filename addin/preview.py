"""The button “Xem trước thay đổi”: what consolidating now would change; nothing in the round is written."""

from addin.changes import changes_html, told_changes
from addin.page import save_page
from addin.seat import Seat
from addin.showing import is_unsaved, open_anywhere, open_document
from catalogue.wording import addin as words


def show_preview(seat: Seat) -> str:
    """Open a page with everything that would change, and return the main figures."""
    desk = seat.desk()
    preview = desk.preview(desk.merge(desk.check(keeps=False)))
    path = save_page(words.PREVIEW_FILE, changes_html(preview, subtitle=seat.round_line(desk)))
    open_document(path)
    open_master = open_anywhere(seat.app, desk.round.master_path)
    unsaved = (words.PREVIEW_UNSAVED,) if open_master and is_unsaved(open_master) else ()
    return seat.told(desk, *told_changes(preview), words.PREVIEW_NOTE, *unsaved)
