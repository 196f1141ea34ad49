"""Words that people write into a form's tables, by which what is not an answer is told."""

# Rows that sum up the others; compared by `name_key`.
TOTALS = (
    "Cộng",
    "Tổng",
    "Tổng số",
    "Tổng cộng",
    "Tổng kinh phí",
    "Tổng vốn",
    "Tổng cộng kinh phí",
    "Tổng hợp",
)
# How a sentence names a row: its number and the beginning of its name.
ROW = "{number}. {name}"
ROW_CHARACTERS = 60
# A list of cells in a sentence, cut short.
MORE_CELLS = "{cells} và {count} ô khác"
