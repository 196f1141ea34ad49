"""What the ribbon's table becomes: XML for Office, a list of tags for VBA, a registry in Python."""

import re
from xml.etree import ElementTree as ET

import pytest

from addin import COMMANDS
from addin.guide import guide_html
from addin.ribbon import CALLBACK, NAMESPACE, ribbon_xml
from addin.vba_source import ribbon_tags, vba_modules
from catalogue import load_ribbon

# Pictures every Excel since 2010 has. Another one is added here after somebody has seen it in Excel.
IMAGES = {
    "Consolidate",
    "DataValidation",
    "FileNew",
    "FileOpen",
    "FilePrintPreview",
    "FileSaveAsExcelXlsx",
    "FileSendAsAttachment",
    "Filter",
    "Help",
    "ReviewHighlightChanges",
    "ReviewNewComment",
    "Spelling",
    "TracePrecedents",
}
LONGEST_TIP = 1024


@pytest.fixture(scope="module")
def elements():
    return list(ET.fromstring(ribbon_xml()).iter())  # noqa: S314 - our own XML


@pytest.fixture(scope="module")
def buttons(elements):
    return [element for element in elements if element.tag == f"{{{NAMESPACE}}}button"]


def test_every_id_is_used_once(elements):
    ids = [element.get("id") for element in elements if element.get("id")]

    assert len(ids) == len(set(ids)) > len(load_ribbon())


def test_buttons_registry_and_vba_know_the_same_commands(buttons):
    in_vba = re.findall(r'"(\w+)"', vba_modules()["TongHopTags"])

    assert [button.get("tag") for button in buttons] == list(COMMANDS) == in_vba == list(ribbon_tags())


def test_every_button_calls_a_procedure_that_vba_has_for_the_ribbon(buttons):
    source = vba_modules()["TongHopRibbon"]

    assert {button.get("onAction") for button in buttons} == {CALLBACK}
    assert f"Public Sub {CALLBACK}(control As IRibbonControl)\r\n" in source


def test_pictures_are_from_the_short_list(buttons):
    assert {button.get("imageMso") for button in buttons} == IMAGES


def test_every_button_has_words_and_its_own_letters(buttons):
    keytips = [button.get("keytip") for button in buttons]

    assert len(keytips) == len(set(keytips))
    assert all(re.fullmatch("[A-Z0-9]{1,3}", keytip) for keytip in keytips)
    assert all(
        0 < len(button.get(name)) < LONGEST_TIP
        for button in buttons
        for name in ("label", "screentip", "supertip")
    )


def test_the_ribbon_is_utf8_with_its_vietnamese_letters():
    assert "Tổng hợp báo cáo" in ribbon_xml().decode("utf-8")


def test_the_guide_tells_of_every_button():
    assert all(button.label in guide_html() for group in load_ribbon() for button in group.buttons)
