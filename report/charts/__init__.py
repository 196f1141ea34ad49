"""The report's charts: pictures at print resolution that read in black and white, each in words as well."""

from report.charts.all import Charts, charts
from report.charts.chart import Chart

__all__ = ["Chart", "Charts", "charts"]
