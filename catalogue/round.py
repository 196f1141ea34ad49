"""A round (đợt báo cáo): one plan, one period, one folder on disk, one file of settings."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from catalogue.errors import RoundError
from catalogue.office import Office
from catalogue.period import Period
from catalogue.plan import Plan
from catalogue.rows import DATA
from catalogue.text import clean
from catalogue.wording import rounds as words

ROUND_FILE = "dot-bao-cao.toml"
_PARTY = "bao-cao-dang"


@dataclass(frozen=True, kw_only=True)
class Round:
    """A round's settings and the places of its files.

    Attributes:
        deadline: The last day to submit; None until the officer has set it.
        party_office: Who issues the second report, in the Party's format; None where the round's file does
            not say.
        ask_coordinating: Whether coordinating units report too.
        appointed: Units made responsible for indicators by the officer, by indicator code.
        assigned: Units the officer asks besides those the plan names, by task code.
        settled: Who answers for a unit that no longer exists, where the officer had to decide.
        is_invented: The answers of this round are invented (demo); everything made from it says so.
    """

    folder: Path
    plan_id: str
    period: Period
    deadline: date | None
    office: Office
    party_office: Office | None = None
    ask_coordinating: bool = False
    appointed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    assigned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    settled: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    is_invented: bool = False

    @property
    def issued_dir(self) -> Path:
        """Forms issued."""
        return self.folder / "phat-hanh"

    @property
    def received_dir(self) -> Path:
        """Whatever came back; never modified."""
        return self.folder / "nhan-ve"

    @property
    def returned_dir(self) -> Path:
        """Marked copies for units whose submission has errors."""
        return self.folder / "tra-lai"

    @property
    def master_path(self) -> Path:
        """The master workbook."""
        return self.folder / "tong-hop" / "tong-hop.xlsx"

    @property
    def report_path(self) -> Path:
        """The Word report."""
        return self.folder / "bao-cao" / "bao-cao.docx"

    @property
    def party_report_path(self) -> Path:
        """The Word report in the Party's format, where the plan wants one."""
        return self.folder / "bao-cao" / "bao-cao-dang.docx"

    @property
    def letters_dir(self) -> Path:
        """Reminders."""
        return self.folder / "don-doc"

    @property
    def ledger_path(self) -> Path:
        """The ledger of what was decided."""
        return self.folder / "so-theo-doi.sqlite"

    def required_deadline(self) -> date:
        """Return the deadline.

        Raises:
            RoundError: The officer has not set it yet.
        """
        if self.deadline is None:
            raise RoundError(words.NO_DEADLINE.format(file=self.folder / ROUND_FILE))
        return self.deadline


def load_round(folder: Path) -> Round:
    """Read a round's settings from `dot-bao-cao.toml`.

    Raises:
        RoundError: The file is missing or does not hold what it must.
    """
    path = folder / ROUND_FILE
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise RoundError(words.NO_ROUND_FILE.format(folder=folder, file=ROUND_FILE)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise RoundError(words.UNREADABLE_ROUND_FILE.format(file=path, reason=error)) from None
    except tomllib.TOMLDecodeError as error:
        raise RoundError(words.BROKEN_ROUND_FILE.format(file=path, reason=error)) from None
    return _round(folder, data)


def new_round_text(
    plan: Plan,
    period: Period,
    deadline: date | None,
    *,
    office: Office | None = None,
    is_invented: bool = False,
) -> str:
    """Return the text of a new round's `dot-bao-cao.toml`, every setting explained where it stands.

    Args:
        plan: The plan.
        period: The period.
        deadline: The last day to submit, if it is known.
        office: Who runs the round; None means the office the plan itself names.
        is_invented: Whether the answers will be invented.
    """
    from jinja2 import Environment, StrictUndefined

    source = DATA / "dot-bao-cao.toml.j2"
    template = Environment(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False)  # noqa: S701 - TOML, every value goes through the `toml` filter
    template.filters["toml"] = _toml_value
    return template.from_string(source.read_text(encoding="utf-8")).render(
        plan=plan,
        period=period,
        deadline=deadline,
        is_invented=is_invented,
        office=office or plan.office,
        party=plan.party_office,
    )


def _toml_value(value: object) -> str:
    """Return a value as TOML; a JSON string, true, false or list of strings reads the same there."""
    return json.dumps(value, ensure_ascii=False)


def _round(folder: Path, data: Mapping[str, Any]) -> Round:
    reader = _Reader(folder / ROUND_FILE, data)
    return Round(
        folder=folder,
        plan_id=reader.text("dot-bao-cao", "ke-hoach"),
        period=Period.parse(reader.text("dot-bao-cao", "ky")),
        deadline=reader.day("dot-bao-cao", "han-nop"),
        ask_coordinating=reader.flag("tuy-chon", "hoi-don-vi-phoi-hop"),
        is_invented=reader.flag("tuy-chon", "so-lieu-gia-dinh"),
        settled=reader.lists("ke-thua"),
        assigned=reader.lists("don-vi-bao-cao-nhiem-vu"),
        appointed=reader.lists("don-vi-bao-cao-chi-tieu"),
        office=Office(
            name=reader.text("co-quan", "ten"),
            parent_name=reader.text("co-quan", "co-quan-chu-quan"),
            symbol=reader.text("co-quan", "ky-hieu"),
            place=reader.text("co-quan", "dia-danh"),
            drafting_unit=reader.text("co-quan", "don-vi-soan-thao"),
            contact=reader.text("co-quan", "noi-nhan-bieu-mau"),
            authority=reader.text("nguoi-ky", "quyen-han"),
            signer_title=reader.text("nguoi-ky", "chuc-vu"),
            signer_name=reader.text("nguoi-ky", "ho-ten"),
            recipients=reader.texts("bao-cao", "kinh-gui"),
            copies=reader.texts("bao-cao", "noi-nhan"),
        ),
        party_office=_party_office(reader) if _PARTY in data else None,
    )


def _party_office(reader: "_Reader") -> Office:
    return Office(
        name=reader.text(_PARTY, "ten"),
        parent_name=reader.text(_PARTY, "cap-tren"),
        symbol=reader.text(_PARTY, "ky-hieu"),
        place=reader.text(_PARTY, "dia-danh"),
        drafting_unit=reader.text(_PARTY, "noi-luu"),
        authority=reader.text(_PARTY, "quyen-han"),
        signer_title=reader.text(_PARTY, "chuc-vu"),
        signer_name=reader.text(_PARTY, "ho-ten"),
        recipients=reader.texts(_PARTY, "kinh-gui"),
        copies=reader.texts(_PARTY, "noi-nhan"),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Typed access to the settings; what is missing is blank, what has another type is refused."""

    path: Path
    data: Mapping[str, Any]

    def _table(self, table: str) -> Mapping[str, Any]:
        found = self.data.get(table, {})
        if not isinstance(found, dict):
            raise self._refuse(table, "", found)
        return found

    def _refuse(self, table: str, key: str, value: object) -> RoundError:
        place = f"[{table}] {key}".strip()
        return RoundError(words.BAD_SETTING.format(file=self.path, place=place, value=value))

    def lists(self, table: str) -> dict[str, tuple[str, ...]]:
        return {key: self.texts(table, key) for key in self._table(table)}

    def text(self, table: str, key: str) -> str:
        value = self._table(table).get(key, "")
        if not isinstance(value, str):
            raise self._refuse(table, key, value)
        return clean(value)

    def texts(self, table: str, key: str) -> tuple[str, ...]:
        value = self._table(table).get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._refuse(table, key, value)
        return tuple(clean(item) for item in value)

    def flag(self, table: str, key: str) -> bool:
        value = self._table(table).get(key, False)
        if not isinstance(value, bool):
            raise self._refuse(table, key, value)
        return value

    def day(self, table: str, key: str) -> date | None:
        value = self._table(table).get(key)
        if value is None or value == "":
            return None
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return datetime.strptime(str(value), "%d/%m/%Y").date()  # noqa: DTZ007 - a calendar day has no zone
        except ValueError:
            raise self._refuse(table, key, value) from None
