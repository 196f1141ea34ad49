"""Small things the sheets are made with: links, cut texts, row heights, match keys."""

import unicodedata

from catalogue import SheetKey
from consolidate.formula import chain, quoted
from consolidate.link import cell_link, file_link, place_link
from consolidate.table import match_key
from tests.consolidate.making import submission
from validation import State

FOLDER = "../nhan-ve"
IN_ARCHIVE = submission("gói.zip/x.xlsx", container="gói.zip")


def test_a_link_leads_to_the_cell_and_shows_its_place():
    link = place_link(submission("so/a b.xlsx"), "Nhiệm vụ", cell="H7", folder=FOLDER)

    assert link.text == """=HYPERLINK("../nhan-ve/so/a b.xlsx#'Nhiệm vụ'!H7","so/a b.xlsx, Nhiệm vụ!H7")"""
    assert link.value == "so/a b.xlsx, Nhiệm vụ!H7"


def test_quotes_in_names_are_doubled():
    link = place_link(submission('a"b.xlsx'), "Người's", cell="A1", folder=FOLDER)

    assert link.text == """=HYPERLINK("../nhan-ve/a""b.xlsx#'Người''s'!A1","a""b.xlsx, Người's!A1")"""


def test_where_no_cell_is_known_the_link_leads_to_the_file():
    to_file = file_link(submission("a.xlsx"), folder=FOLDER)

    assert place_link(submission("a.xlsx"), "", cell="", folder=FOLDER) == to_file
    for one, field in (
        (submission("a.xlsx", state=State.UNREADABLE), "status"),
        (submission("a.xlsx"), "other"),
    ):
        assert cell_link(one, SheetKey.TASKS, field=field, row=7, folder=FOLDER) == to_file


def test_a_link_to_a_cell_in_an_archive_leads_to_the_archive_and_shows_the_cell():
    link = cell_link(IN_ARCHIVE, SheetKey.TASKS, field="status", row=7, folder=FOLDER)

    assert link.text == '=HYPERLINK("../nhan-ve/gói.zip","gói.zip/x.xlsx, Nhiệm vụ!H7")'
    assert file_link(IN_ARCHIVE, folder=FOLDER).text == '=HYPERLINK("../nhan-ve/gói.zip","gói.zip/x.xlsx")'


def test_a_link_leads_to_the_file_as_it_is_spelt_on_disk():
    on_disk = unicodedata.normalize("NFD", "sở.xlsx")
    link = place_link(submission("sở.xlsx", container=on_disk), "A", cell="H7", folder=FOLDER)

    assert link.text == f"""=HYPERLINK("../nhan-ve/{on_disk}#'A'!H7","sở.xlsx, A!H7")"""


def test_keys_to_compare_never_look_like_numbers():
    assert match_key("1.1") == "k:1.1"
    assert match_key("1.1", "x") == "k:1.1|x"


def test_a_chain_of_conditions_nests_in_order():
    text = chain([("A1=0", quoted("x")), ("A1=1", quoted('"'))], "2")

    assert text == 'IF(A1=0,"x",IF(A1=1,"""",2))'
