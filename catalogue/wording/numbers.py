"""Words that may stand beside a number."""

# Units of money as written after an amount, with their factor to million đồng; longer spellings first.
MONEY_UNITS = (("tỷ đồng", 1000), ("triệu đồng", 1), ("tỷ", 1000), ("triệu", 1))
