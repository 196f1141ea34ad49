"""All charts of a report, numbered in the order they stand in it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from report.charts.chart import Chart
from report.charts.money import money_description, money_picture
from report.charts.progress import progress_description, progress_picture
from report.charts.targets import targets_description, targets_picture
from report.charts.trend import trend_description, trend_picture
from report.facts import ReportFacts
from report.trace.marks import ordinal
from report.wording import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Charts:
    """The charts by their place; None where there is nothing worth a picture."""

    progress: Chart | None = None
    trend: Chart | None = None
    targets: Chart | None = None
    money: Chart | None = None

    def __iter__(self) -> Iterator[Chart]:
        """Yield the charts there are, in order."""
        found = (getattr(self, field.name) for field in fields(self))
        return (chart for chart in found if chart)


def charts(facts: ReportFacts) -> Charts:
    """Return the charts of a report, drawn."""
    kinds = {
        "progress": (words.CHART_PROGRESS, progress_picture, progress_description),
        "trend": (words.CHART_TREND, trend_picture, trend_description),
        "targets": (words.CHART_TARGETS, targets_picture, targets_description),
        "money": (words.CHART_MONEY, money_picture, money_description),
    }
    pictures = {key: picture(facts) for key, (_, picture, _) in kinds.items()}
    made = {}
    for number, key in enumerate((key for key, picture in pictures.items() if picture), start=1):
        title, _, description = kinds[key]
        made[key] = Chart(
            key=key,
            number=number,
            picture=pictures[key],
            caption=words.CHART_CAPTION.format(number=ordinal(number), title=title),
            description=description(facts),
        )
    return Charts(**made)
