"""Put the pictures into the document, each where its paragraph stands, with what a screen reader says."""

from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING

from report.charts.chart import WIDTH_MM, Chart

if TYPE_CHECKING:
    from docx.document import Document

STYLE = "Picture"


def place_pictures(document: "Document", charts: Iterable[Chart]) -> None:
    """Replace the text of each paragraph for a picture, which is the chart's key, by the picture."""
    from docx.shared import Mm
    from docx.text.paragraph import Paragraph

    by_key = {chart.key: chart for chart in charts}
    if not by_key:
        return
    for number, element in enumerate(
        document.element.body.xpath(f".//w:p[w:pPr/w:pStyle/@w:val='{STYLE}']"), start=1
    ):
        paragraph = Paragraph(element, document)
        chart = by_key.get(paragraph.text)
        if chart is None:  # an office's own template may use the style for a picture of its own
            continue
        for run in paragraph.runs:
            element.remove(run._r)  # noqa: SLF001 - python-docx's own way is untyped
        shape = paragraph.add_run().add_picture(BytesIO(chart.picture), width=Mm(WIDTH_MM))
        properties = shape._inline.docPr  # noqa: SLF001 - python-docx has no way to describe a picture
        properties.set("id", str(number))
        properties.set("name", chart.key)
        properties.set("descr", chart.description)
