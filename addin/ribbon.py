"""The ribbon's XML, made from its table."""

from xml.etree import ElementTree as ET

from catalogue import RibbonButton, RibbonGroup, load_ribbon
from catalogue.wording import addin as words

NAMESPACE = "http://schemas.microsoft.com/office/2006/01/customui"
CALLBACK = "TongHopNutBam"


def ribbon_xml() -> bytes:
    """Return the ribbon as Office reads it: one tab; every button calls one procedure, with its own tag."""
    root = ET.Element("customUI", xmlns=NAMESPACE)
    tabs = ET.SubElement(ET.SubElement(root, "ribbon"), "tabs")
    tab = ET.SubElement(tabs, "tab", id="tongHopTab", label=words.TAB, keytip=words.TAB_KEYTIP)
    for group in load_ribbon():
        _add_group(tab, group)
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _add_group(tab: ET.Element, group: RibbonGroup) -> None:
    element = ET.SubElement(tab, "group", id=f"tongHopGroup_{group.key}", label=group.label)
    for button in group.buttons:
        ET.SubElement(element, "button", _attributes(button))


def _attributes(button: RibbonButton) -> dict[str, str]:
    return {
        "id": f"tongHop_{button.tag}",
        "tag": button.tag,
        "label": button.label,
        "size": "large" if button.is_large else "normal",
        "imageMso": button.image,
        "keytip": button.keytip,
        "screentip": button.screentip,
        "supertip": button.supertip,
        "onAction": CALLBACK,
    }
