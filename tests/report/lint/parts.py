"""Small Word documents with styles, lists and themes of their own, and how they are read again."""

from report.lint.opening import open_document
from report.lint.reading import read_text
from tests.report.lint.official import NS, content_types, package, relationships

_MORE_NS = (
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="850"/></w:sectPr>'


def word(body, **extra):
    """Return a document of a body and, by name, a styles, numbering or theme part."""
    files = {name: f"{name}.xml" for name in extra}
    return package(
        {
            "[Content_Types].xml": content_types(document_main="document.xml", **files),
            "_rels/.rels": relationships(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relationships(**files),
            "word/document.xml": f"<w:document {NS} {_MORE_NS}><w:body>{body}{SECTION}</w:body></w:document>",
        }
        | {f"word/{name}.xml": content for name, content in extra.items()}
    )


def styles(*elements, defaults=""):
    return f"<w:styles {NS}>{defaults}{''.join(elements)}</w:styles>"


def style(style_id, inner, *, kind="paragraph", parent=""):
    based = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    return f'<w:style w:type="{kind}" w:styleId="{style_id}">{based}{inner}</w:style>'


def read(body, **extra):
    """Return a document's lines as the check reads them."""
    return read_text(open_document(word(body, **extra), name="x.docx")).lines


def paragraph(text="chữ", properties="", run=""):
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"
