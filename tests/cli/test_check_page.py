"""The page of findings: complete, harmless whatever files hold, and readable without scripts."""

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from types import SimpleNamespace

import pytest
from lxml import html

from catalogue import Code, SheetKey
from cli.check_page import check_page, general, visible
from cli.desk import Desk
from validation import Finding, State

NASTY = '<script>alert("x")</script> \' & {{ 7*7 }} {% raw %} \x00\x07\x1b\x85 \u202egnol \ud800 ]]> -->'


def finding(code, file="a.xlsx", unit="so-xay-dung", **said):
    place = {"sheet": "Nhiệm vụ", "cell": "G7", "sheet_key": SheetKey.TASKS, "row_key": "1.1"}
    words = {"field_key": "status", "value": "xong", "message": f"Câu của {code.name}."}
    return Finding(file=file, unit_code=unit, code=code, **(place | words | said))


def submission(*findings, file="a.xlsx", unit="so-xay-dung", state=State.RETURNED):
    """Return what a page says of one file."""
    day = date(2026, 12, 15)
    return SimpleNamespace(file=file, unit_code=unit, state=state, findings=findings, received_on=day)


@pytest.fixture
def desk(plan, owed, round_, design):
    return Desk(round_, plan, None, tuple(owed.values()), design)


@pytest.fixture
def mixed(desk):
    """A page of five files: returned, accepted with a warning, accepted, explained, unreadable."""
    explained = finding(Code.R311, "d.xlsx", "so-giao-duc-va-dao-tao", explanation="Việc mới bắt đầu.")
    return check_page(
        desk,
        [
            submission(finding(Code.C202), finding(Code.C212)),
            submission(finding(Code.R311, "b.xlsx"), file="b.xlsx", state=State.ACCEPTED),
            submission(file="c.xlsx", unit="so-giao-duc-va-dao-tao", state=State.ACCEPTED),
            submission(explained, file="d.xlsx", unit="so-giao-duc-va-dao-tao", state=State.ACCEPTED),
            submission(
                finding(Code.E001, "e.xlsx", "", sheet="", cell=""),
                file="e.xlsx",
                unit="",
                state=State.UNREADABLE,
            ),
        ],
    )


def parsed(page):
    return html.document_fromstring(page)


def texts(page, path):
    return [element.text_content().strip() for element in parsed(page).xpath(path)]


def tiles(page):
    counts = texts(page, "//dl[@class='tiles']//dd")
    return dict(zip(texts(page, "//dl[@class='tiles']//dt"), map(int, counts), strict=True))


def test_the_tiles_count_files_and_findings(mixed):
    assert list(tiles(mixed).values()) == [5, 2, 1, 1, 1, 2, 1, 2]


def test_the_tiles_of_files_add_up(mixed):
    total, *parts = list(tiles(mixed).values())[:5]

    assert sum(parts) == total


def test_units_stand_in_the_registrys_order_after_what_is_unknown(mixed, desk):
    names = [
        duty.unit.agency_name
        for duty in desk.duties
        if duty.unit.code in {"so-giao-duc-va-dao-tao", "so-xay-dung"}
    ]
    headings = [heading.text.strip() for heading in parsed(mixed).xpath("//section[@data-unit]/h2")]

    assert headings == ["Chưa rõ đơn vị", *names]


def test_every_file_has_its_table_of_findings(mixed):
    rows = {
        section.xpath("string(h3/text())").strip(): [
            row.get("data-code") for row in section.xpath(".//tbody/tr")
        ]
        for section in parsed(mixed).xpath("//section[@class='file']")
    }

    assert rows == {
        "a.xlsx": ["C202", "C212"],
        "b.xlsx": ["R311"],
        "c.xlsx": [],
        "d.xlsx": ["R311"],
        "e.xlsx": ["E001"],
    }


def test_a_row_says_where_what_and_what_to_do(mixed):
    assert texts(mixed, "(//tbody/tr[@data-code='C202'])[1]/td") == [
        "Lỗi",
        "C202",
        "Nhiệm vụ",
        "G7",
        "xong",
        "Câu của C202.",
    ]


def test_an_explanation_stands_with_its_finding_which_weighs_as_a_note(mixed):
    (row,) = parsed(mixed).xpath("//tr[.//p[@class='explanation']]")

    assert row.get("data-severity") == "note"
    assert "Việc mới bắt đầu." in row.text_content()


def test_every_code_links_to_its_meaning_on_the_page(mixed):
    targets = {link.get("href").removeprefix("#") for link in parsed(mixed).xpath("//a")}

    assert targets == {"C202", "C212", "R311", "E001"} == set(parsed(mixed).xpath("//dt/@id"))


def test_a_meaning_leaves_no_blank_open():
    assert all("{" not in general(code) for code in Code)


def test_no_id_is_given_twice(mixed):
    ids = Counter(parsed(mixed).xpath("//@id"))

    assert [each for each, count in ids.items() if count > 1] == []


@pytest.mark.parametrize("part", ["value", "message", "sheet", "cell", "file", "explanation"])
def test_what_a_file_holds_is_shown_and_never_obeyed(desk, part):
    said = finding(Code.R311, **{part: NASTY})
    page = check_page(desk, [submission(said, file=NASTY)])

    assert len(parsed(page).xpath("//script")) == 1
    assert "<script>alert(" in parsed(page).text_content()
    assert "{{ 7*7 }}" in parsed(page).text_content()


def test_control_characters_are_made_visible(desk):
    page = check_page(desk, [submission(finding(Code.C203, value=NASTY), file=NASTY)])

    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", page)
    assert "␀␇␛" in page


def test_line_ends_and_tabs_stay():
    assert visible("một\n\thai") == "một\n\thai"


def test_a_very_long_value_is_cut_in_its_cell_and_in_its_sentence(desk):
    long = "rất dài " * 4000
    page = check_page(
        desk, [submission(finding(Code.C203, value=long, message=f"“{long}” không phải là số."))]
    )

    assert len(page) < 60_000
    assert "…” không phải là số." in page


def test_the_page_needs_nothing_else(mixed):
    linked = parsed(mixed).xpath("//@src | //link | //img | //iframe | //@href[not(starts-with(., '#'))]")

    assert linked == []
    assert not re.search(r"https?://|@import|url\(|[\s\"']on[a-z]+=", mixed)


def test_only_the_pages_own_script_and_style_are_allowed_to_run(mixed):
    (policy,) = parsed(mixed).xpath("//meta[@http-equiv]/@content")

    for tag in ("script", "style"):
        (text,) = re.findall(rf"<{tag}>(.*?)</{tag}>", mixed, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


def test_everything_shows_without_scripts_but_the_filter(mixed):
    hidden = [element.get("id") for element in parsed(mixed).xpath("//*[@hidden]")]

    assert hidden == ["filter", "nothing"]


def test_the_filter_offers_what_the_page_has(mixed):
    offered = {
        menu.get("id"): [option.get("value") for option in menu.xpath("option")]
        for menu in parsed(mixed).xpath("//select")
    }

    assert offered["code"] == ["", "C202", "C212", "E001", "R311"]
    assert offered["severity"] == ["", "error", "warning", "note"]
    assert offered["unit"] == ["", *parsed(mixed).xpath("//section/@data-unit")]


def test_a_round_without_files_says_so(desk):
    page = check_page(desk, [])

    assert "Chưa có bản nộp nào." in page
    assert not parsed(page).xpath("//table")


def test_the_same_submissions_give_the_same_page(desk, mixed):
    again = submission(finding(Code.C202), finding(Code.X401), finding(Code.T101))

    assert check_page(desk, [again]) == check_page(desk, [again])


def test_a_unit_with_nothing_to_tell_takes_a_line(desk):
    fine = submission(file="b.xlsx", unit="so-giao-duc-va-dao-tao", state=State.ACCEPTED)
    page = check_page(desk, [submission(finding(Code.C202)), fine])

    (section,) = parsed(page).xpath("//section[contains(@class, 'fine')]")
    assert "b.xlsx" in section.text_content()
