"""What openpyxl raises on the bytes of a workbook that is damaged."""

from validation import BROKEN_ARCHIVE

# A parse error of XML is a SyntaxError; openpyxl trusts what it reads and fails with whatever its own code
# does on nonsense.
BROKEN = (
    *BROKEN_ARCHIVE,
    *(SyntaxError, TypeError, AttributeError, ArithmeticError, AssertionError),
)
