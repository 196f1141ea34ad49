"""docxtpl where it is slow: lines, tables and the body's tree are left as they are unless they need work."""

from functools import lru_cache
from typing import TYPE_CHECKING

from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

if TYPE_CHECKING:
    from docx.document import Document
    from docx.oxml.table import CT_Tbl
    from docx.oxml.xmlchemy import BaseOxmlElement

TEMPLATES = 16
"""How many templates, with the headers of each, are kept ready: one letter follows another."""
_PARAGRAPH_END = "</w:p>"
_ROW_OF_OTHER_COLUMNS = (
    "./w:tr[count(w:tc) - count(w:tc/w:tcPr/w:gridSpan) + sum(w:tc/w:tcPr/w:gridSpan/@w:val) != {columns}]"
)


class WordTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl is not typed
    """A template filled whole, so that the tree of a long document is built once and never moved."""

    docx: "Document"

    def patch_xml(self, src_xml: str) -> str:
        """Return a template's XML as Jinja reads it; the same template is made ready once."""
        return _ready(src_xml)

    def get_xml(self) -> str:
        """Return the whole document, not its body alone."""
        return str(self.xml_to_string(self.docx.element))

    def resolve_listing(self, xml: str) -> str:
        """Turn line ends and tabs into Word's own, in the paragraphs that hold any."""
        *paragraphs, rest = xml.split(_PARAGRAPH_END)
        ended = (paragraph + _PARAGRAPH_END for paragraph in paragraphs)
        return (
            "".join(self._with_breaks(each) if "\n" in each or "\t" in each else each for each in ended)
            + rest
        )

    def _with_breaks(self, paragraph: str) -> str:
        return str(super().resolve_listing(paragraph))

    def fix_tables(self, xml: str) -> "BaseOxmlElement":
        """Return the document's tree; a table whose rows have other columns than its grid gets them."""
        tree = parse_xml(xml)
        if any(map(_has_other_columns, tree.xpath("//w:tbl"))):
            return parse_xml(etree.tostring(super().fix_tables(xml)))
        return tree

    def fix_docpr_ids(self, tree: "BaseOxmlElement") -> None:
        """Number the template's own pictures anew."""
        for number, picture in enumerate(tree.xpath("//wp:docPr"), start=self.docx_ids_index + 1):
            picture.set("id", str(number))

    def map_tree(self, tree: "BaseOxmlElement") -> None:
        """Let the filled document take the template's place."""
        part = self.docx.part
        part._element = tree  # noqa: SLF001 - moving the tree into the old one takes as long as building it
        self.docx = part.document


@lru_cache(maxsize=TEMPLATES)
def _ready(src_xml: str) -> str:
    return str(DocxTemplate.patch_xml(None, src_xml))


def _has_other_columns(table: "CT_Tbl") -> bool:
    columns = len(table.xpath("./w:tblGrid/w:gridCol"))
    return bool(table.xpath(_ROW_OF_OTHER_COLUMNS.format(columns=columns)))


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja's sandbox, which does not ask anew of every cell whether a field of ours may be read."""

    def getattr(self, obj: object, attribute: str) -> object:
        """Return what a tag names; the fields of a dataclass are values and hold nothing that acts."""
        if attribute in getattr(type(obj), "__dataclass_fields__", ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)
