"""One chart, and the sheet of paper all charts are drawn on.

matplotlib's own DejaVu Serif has every Vietnamese letter and comes with it: the same figures give the same
picture on every machine.
"""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH_MM = 160.0
DOTS_PER_INCH = 300
TEXT_SIZE = 9
_MM_PER_INCH = 25.4
_FONTS = {False: "DejaVuSerif.ttf", True: "DejaVuSerif-Bold.ttf"}
_LINE_WIDTH = 0.7
# Each kind of bar differs from the others in grey and in hatch, so that a copy of a copy still reads.
FILLS = (
    ("0.25", ""),
    ("0.75", ""),
    ("1", "////"),
    ("1", "...."),
    ("1", ""),
    ("0.9", "xxxx"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart: where it goes, its picture (PNG), its caption, and what a screen reader says of it."""

    key: str
    number: int
    picture: bytes
    caption: str
    description: str


def drawn(draw: "Callable[[Axes], None]", *, height_mm: float) -> bytes:
    """Return a picture of text width and some height, drawn on one pair of axes."""
    import matplotlib as mpl
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with mpl.rc_context(
        {"font.size": TEXT_SIZE, "hatch.linewidth": _LINE_WIDTH, "axes.linewidth": _LINE_WIDTH}
    ):
        figure = Figure(figsize=(WIDTH_MM / _MM_PER_INCH, height_mm / _MM_PER_INCH), layout="constrained")
        FigureCanvasAgg(figure)
        axes = figure.add_subplot()
        draw(axes)
        _bare(axes)
        _set_fonts(figure)
        stream = BytesIO()
        figure.savefig(stream, format="png", dpi=DOTS_PER_INCH, metadata={"Software": None})
    return stream.getvalue()


def _bare(axes: "Axes") -> None:
    """Leave only the lines that carry something."""
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.tick_params(length=0)


def _set_fonts(figure: "Figure") -> None:
    """Give every text the font file that comes with matplotlib, not what this machine has under its name."""
    import matplotlib as mpl
    from matplotlib.font_manager import FontProperties
    from matplotlib.text import Text

    folder = Path(mpl.get_data_path()) / "fonts" / "ttf"
    for text in figure.findobj(Text):
        assert isinstance(text, Text)  # noqa: S101 - what was asked for
        is_bold = text.get_fontweight() == "bold"
        text.set_fontproperties(FontProperties(fname=folder / _FONTS[is_bold], size=text.get_fontsize()))
