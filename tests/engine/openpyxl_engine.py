"""An Excel for tests: xlwings' open base classes over real files, with the habits of Excel behind COM.

Whole numbers come back as floats, empty cells as None, one cell as a scalar and several as tuples of tuples,
dates without a zone, errors as COM's numbers. A typed "001" becomes 1, "=…" a formula, a leading apostrophe
text. Saving keeps the value of every formula. A book that is read-only, a protected sheet and a busy Excel
refuse as COM does.
"""

# ruff: noqa: ARG002, ARG004, ARG005, D105, FBT002 - what is asked of an engine, and in which order, xlwings says

from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree as ET
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

import openpyxl
from openpyxl.cell.cell import MergedCell
from openpyxl.styles import PatternFill
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.datetime import to_excel
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet.formula import ArrayFormula
from xlwings import base_classes

CALL_REJECTED = -2147418111
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
ERROR_CODES = {
    "#NULL!": -2146826288,
    "#DIV/0!": -2146826281,
    "#VALUE!": -2146826273,
    "#REF!": -2146826265,
    "#NAME?": -2146826259,
    "#NUM!": -2146826252,
    "#N/A": -2146826246,
}


class ComError(Exception):
    """What pywin32 raises: a number first, then words."""


class Engine:
    """One computer with some Excels running."""

    name = "openpyxl"
    type = "desktop"

    def __init__(self):
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value, date_format):
        return "" if value is None else value

    @staticmethod
    def clean_value_data(data, datetime_builder, empty_as, number_builder, err_to_str):
        def clean(value):
            if value in ("", None):
                return empty_as
            if isinstance(value, datetime):
                parts = ("year", "month", "day", "hour", "minute", "second")
                return datetime_builder(**{part: getattr(value, part) for part in parts}, microsecond=0)
            if type(value) is int and value in ERROR_CODES.values():
                return (
                    next(name for name, code in ERROR_CODES.items() if code == value) if err_to_str else None
                )
            return number_builder(value) if number_builder and isinstance(value, float) else value

        return [[clean(value) for value in row] for row in data]


class Apps(base_classes.Apps):
    def __init__(self, engine):
        self.engine = engine
        self.running = []

    def start(self):
        """Start one more Excel and return it."""
        self.running.insert(0, App(self.engine, number=len(self.running) + 1))
        return self.running[0]

    def keys(self):
        return [app.pid for app in self.running]

    def __iter__(self):
        return iter(self.running)

    def __len__(self):
        return len(self.running)

    def __getitem__(self, pid):
        return next(app for app in self.running if app.pid == pid)


class Dialog:
    """Excel's folder picker: the answer is known beforehand, None is Cancel."""

    Title = ""

    def __init__(self, answer):
        self.answer = answer

    def Show(self):  # noqa: N802 - Excel's name
        return -1 if self.answer else 0

    @property
    def SelectedItems(self):  # noqa: N802 - Excel's name
        return SimpleNamespace(Item=lambda number: str(self.answer))


class App(base_classes.App):
    """One running Excel.

    Attributes:
        events: What happened in order: ("open" | "save" | "close", file name).
        alerts: The sentences shown.
        bar: Everything the status bar showed.
        answers: What the officer will type or choose, in order.
        is_busy: Whether a cell is being edited: Excel then refuses every call.
    """

    version = "16.0"
    path = ""
    pid = hwnd = books = api = None
    display_alerts = True

    def __init__(self, engine, number):
        self.engine = engine
        self.pid = self.hwnd = 1000 + number
        self.books = Books(self)
        self.events, self.alerts, self.bar, self.answers = [], [], [], []
        self.is_busy = False
        self.api = SimpleNamespace(
            AutomationSecurity=1,
            FileDialog=lambda kind: Dialog(self.answers.pop(0)),
            InputBox=lambda prompt, title: self.answers.pop(0),
        )

    def ask(self):
        """Refuse a call while a cell is being edited."""
        if self.is_busy:
            raise ComError(CALL_REJECTED, "Call was rejected by callee.", None, None)

    @property
    def selection(self):
        self.ask()
        book = self.books.front
        return book.selected() if book else None

    @property
    def status_bar(self):
        return self.bar[-1] if self.bar else False

    @status_bar.setter
    def status_bar(self, value):
        self.bar.append(value)

    def activate(self, steal_focus=False):
        """There is one window only."""

    def alert(self, prompt, title, buttons, mode, callback):
        self.ask()
        self.alerts.append(prompt)
        return "ok"


class Books(base_classes.Books):
    app = None

    def __init__(self, app):
        self.app = app
        self.open_books = []
        self.front = None

    @property
    def active(self):
        return self.front

    def __iter__(self):
        return iter(self.open_books)

    def __len__(self):
        return len(self.open_books)

    def __call__(self, key):
        if isinstance(key, int):
            return self.open_books[key - 1]
        found = [book for book in self.open_books if book.name.lower() == key.lower()]
        if not found:
            raise KeyError(key)
        return found[0]

    def add(self):
        return self._hold(Book(self.app, openpyxl.Workbook(), f"Book{len(self) + 1}"))

    def open(self, fullname, update_links=None, read_only=None, *rest):
        self.app.ask()
        path = Path(fullname)
        try:
            book = Book(self.app, openpyxl.load_workbook(path), path, read_only=bool(read_only))
        except (OSError, ValueError, KeyError, InvalidFileException, BadZipFile) as error:
            raise ComError(-2147352567, "Excel cannot open the file.", None, None) from error
        book.cached = openpyxl.load_workbook(path, data_only=True)
        book.security = self.app.api.AutomationSecurity
        self.app.events.append(("open", path.name))
        return self._hold(book)

    def _hold(self, book):
        self.open_books.append(book)
        self.front = book
        return book


class Book(base_classes.Book):
    app = sheets = api = None

    def __init__(self, app, workbook, place, *, read_only=False):
        self.app, self.workbook, self.place = app, workbook, place
        self.cached = None
        self.security = None
        self.sheets = Sheets(self)
        self.selections = {}
        self.api = BookApi(self, read_only=read_only)

    @property
    def name(self):
        place = str(self.place)
        return place.rpartition("/")[2] if "://" in place else Path(place).name

    @property
    def fullname(self):
        return str(self.place)

    def activate(self):
        self.app.ask()
        self.app.books.front = self

    def selected(self):
        sheet = self.sheets.active
        return sheet.range(self.selections.get(sheet.name, "A1"))

    def save(self, path=None, password=None):
        self.app.ask()
        if self.api.ReadOnly:
            raise ComError(-2146827284, "The file is read-only.", None, None)
        self.place = Path(path) if path else self.place
        self.workbook.save(self.place)
        if self.cached:
            keep_values(self.place, self.cached)
        self.api.Saved = True
        self.app.events.append(("save", self.name))

    def close(self):
        self.app.ask()
        books = self.app.books
        books.open_books.remove(self)
        books.front = books.open_books[-1] if books.open_books else None
        self.app.events.append(("close", self.name))


class BookApi:
    """What COM itself knows of a workbook."""

    def __init__(self, book, *, read_only):
        self.book = book
        self.Saved, self.ReadOnly = True, read_only

    @property
    def FullName(self):  # noqa: N802 - Excel's name
        return str(self.book.place)

    def Activate(self):  # noqa: N802 - Excel's name
        self.book.activate()


def keep_values(path, cached):
    """Put the values of formulas into a file openpyxl wrote: Excel saves them, openpyxl does not."""
    with ZipFile(path) as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    for number, title in enumerate(openpyxl.load_workbook(path, read_only=True).sheetnames, start=1):
        name = f"xl/worksheets/sheet{number}.xml"
        if title in cached.sheetnames:
            parts[name] = _with_values(parts[name], cached[title])
    with ZipFile(path, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)


def _with_values(xml, worksheet):
    root = ET.fromstring(xml)  # noqa: S314 - what openpyxl has just written
    for cell in root.iter(f"{MAIN}c"):
        value, stored = worksheet[cell.get("r")].value, cell.find(f"{MAIN}v")
        if cell.find(f"{MAIN}f") is not None and stored is not None and value is not None:
            kinds = {bool: "b", str: "e" if value in ERROR_CODES else "str"}
            cell.set("t", kinds.get(type(value), "n"))
            value = to_excel(value) if isinstance(value, date) else value
            stored.text = str(int(value) if isinstance(value, bool) else value)
    return ET.tostring(root)


class Sheets(base_classes.Sheets):
    def __init__(self, book):
        self.book = book

    @property
    def active(self):
        return Sheet(self.book, self.book.workbook.active)

    def __iter__(self):
        return (Sheet(self.book, each) for each in self.book.workbook.worksheets)

    def __len__(self):
        return len(self.book.workbook.worksheets)

    def __call__(self, key):
        workbook = self.book.workbook
        return Sheet(self.book, workbook.worksheets[key - 1] if isinstance(key, int) else workbook[key])

    def add(self, before=None, after=None, name=None):
        return Sheet(self.book, self.book.workbook.create_sheet(name))


class Sheet(base_classes.Sheet):
    book = None

    def __init__(self, book, worksheet):
        self.book, self.worksheet = book, worksheet

    @property
    def name(self):
        return self.worksheet.title

    @name.setter
    def name(self, value):
        self.worksheet.title = value

    @property
    def index(self):
        return self.book.workbook.worksheets.index(self.worksheet) + 1

    def ask(self, rows):
        """Refuse a change to a locked cell of a protected sheet."""
        self.book.app.ask()
        is_locked = any(cell.protection.locked for row in rows for cell in row)
        if self.worksheet.protection.sheet and is_locked:
            raise ComError(-2146827284, "The cell is on a protected sheet.", None, None)
        self.book.api.Saved = False

    def activate(self):
        self.book.app.ask()
        if self.worksheet.sheet_state != "visible":
            raise ComError(-2147352567, "A hidden sheet cannot be activated.", None, None)
        self.book.workbook.active = self.worksheet

    def clear_contents(self):
        self.ask(self.worksheet.iter_rows())
        cached = self.book.cached
        for sheet in (self.worksheet, *([cached[self.name]] if cached and self.name in cached else [])):
            for row in sheet.iter_rows():
                for cell in row:
                    _put(cell, None)

    def clear(self):
        self.clear_contents()

    def range(self, arg1, arg2=None):
        first = self._corner(arg1)
        last = self._corner(arg2) if arg2 is not None else first
        return Range(self, first[0], first[1], last[2], last[3])

    def _corner(self, place):
        if isinstance(place, Range):
            return place.bounds
        if isinstance(place, tuple):
            if 0 in place:
                raise IndexError(place)
            return (*place, *place)
        left, top, right, bottom = range_boundaries(place.replace("$", ""))
        return top, left, bottom, right


class RangeApi:
    """What COM itself knows of a range."""

    def __init__(self, cells):
        self.__dict__["cells"] = cells

    def __setattr__(self, name, value):
        if name != "FormulaArray":
            raise AttributeError(name)
        cells = self.cells.cells()
        first, last = cells[0][0].coordinate, cells[-1][-1].coordinate
        cells[0][0].value = ArrayFormula(f"{first}:{last}", value)


class Range(base_classes.Range):
    sheet = row = column = shape = None

    def __init__(self, sheet, top, left, bottom, right):
        self.sheet = sheet
        self.bounds = (top, left, bottom, right)
        self.row, self.column = top, left
        self.shape = (bottom - top + 1, right - left + 1)
        self.options = {}

    @property
    def api(self):
        return RangeApi(self)

    def __call__(self, row, column=None):
        if column is None:
            row, column = divmod(row - 1, self.shape[1])
            row, column = row + 1, column + 1
        place = (self.row + row - 1, self.column + column - 1)
        return Range(self.sheet, *place, *place)

    def __len__(self):
        return self.shape[0] * self.shape[1]

    def cells(self, worksheet=None):
        """Return the openpyxl cells, row by row."""
        top, left, bottom, right = self.bounds
        rows = (worksheet or self.sheet.worksheet).iter_rows(top, bottom, left, right)
        return [list(row) for row in rows]

    @property
    def raw_value(self):
        self.sheet.book.app.ask()
        cached = self.sheet.book.cached
        source = cached[self.sheet.name] if cached else self.sheet.worksheet
        values = tuple(tuple(_as_com(cell) for cell in row) for row in self.cells(source))
        return values[0][0] if self.shape == (1, 1) else values

    @raw_value.setter
    def raw_value(self, data):
        self.sheet.ask(self.cells())
        book = self.sheet.book
        for row, cells in enumerate(self.cells()):
            for column, cell in enumerate(cells):
                _type_in(cell, data[row][column] if isinstance(data, list | tuple) else data)
        if book.cached:
            cached = book.cached
            known = (
                cached[self.sheet.name] if self.sheet.name in cached else cached.create_sheet(self.sheet.name)
            )
            for row, cells in enumerate(self.cells(known)):
                for column, cell in enumerate(cells):
                    _type_in(cell, data[row][column] if isinstance(data, list | tuple) else data)

    @property
    def formula(self):
        texts = tuple(tuple("" if c.value is None else str(c.value) for c in row) for row in self.cells())
        return texts[0][0] if self.shape == (1, 1) else texts

    def select(self):
        if self.sheet.book.workbook.active is not self.sheet.worksheet:
            raise ComError(-2146827284, "Select method of Range class failed.", None, None)
        self.sheet.book.selections[self.sheet.name] = self.address

    @property
    def number_format(self):
        return self.cells()[0][0].number_format

    @number_format.setter
    def number_format(self, value):
        self.sheet.ask(self.cells())
        for row in self.cells():
            for cell in row:
                cell.number_format = value

    @property
    def font(self):
        return SimpleNamespace(bold=None, size=None)

    @property
    def color(self):
        return None

    @color.setter
    def color(self, value):
        fill = PatternFill("solid", fgColor="".join(f"{part:02X}" for part in value))
        for row in self.cells():
            for cell in row:
                cell.fill = fill

    @property
    def row_height(self):
        return self.sheet.worksheet.row_dimensions[self.row].height

    @row_height.setter
    def row_height(self, value):
        self.sheet.worksheet.row_dimensions[self.row].hidden = value == 0

    def autofit(self, axis=None):
        """How wide a column must be, only Excel knows."""

    def get_address(self, row_absolute=True, col_absolute=True, external=False):
        def corner(row, column):
            return f"{'$' * col_absolute}{get_column_letter(column)}{'$' * row_absolute}{row}"

        top, left, bottom, right = self.bounds
        first, last = corner(top, left), corner(bottom, right)
        return first if first == last else f"{first}:{last}"

    @property
    def address(self):
        return self.get_address()


def _as_com(cell):
    value = cell.value
    if isinstance(value, bool) or value is None:
        return value
    if isinstance(value, int):
        return float(value)
    if isinstance(value, str) and cell.data_type == "e":
        return ERROR_CODES[value]
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - Excel knows no zones
    return value


def _type_in(cell, value):
    """Put a value in as Excel does when a program or a person types it."""
    is_text = isinstance(value, str) and (cell.number_format == "@" or value.startswith("'"))
    if isinstance(value, str) and cell.number_format != "@" and not value.startswith("="):
        value = value[1:] if is_text else _number(value)
    _put(cell, None if value == "" else value, is_text=is_text)


def _put(cell, value, *, is_text=False):
    """Set a value; in a merged area only the first cell takes one, as in Excel."""
    if isinstance(cell, MergedCell):
        return
    cell.value = value
    if is_text and value is not None:
        cell.data_type = "s"


def _number(text):
    try:
        return float(text)
    except ValueError:
        return text
