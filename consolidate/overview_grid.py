"""The grid of the overview: twelve even columns, shared by the figures, the tables and the charts."""

COLUMNS = 12
COLUMN_WIDTH = 11.3
BLOCK_WIDTH = 4
"""Columns of one block of figures: three for the words, one for the number."""

NAME_WIDTH = 4
"""Columns of the name at the start of a table's row."""

CHART_ROWS = 18
"""Rows kept free for the charts."""
