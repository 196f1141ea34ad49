"""What openpyxl raises on a workbook that is damaged."""

from openpyxl.utils.exceptions import InvalidFileException

from validation import BROKEN_ARCHIVE

# A parse error of XML is a SyntaxError; openpyxl trusts what it reads and fails with whatever its own code
# does on nonsense.
BROKEN = (
    *BROKEN_ARCHIVE,
    *(InvalidFileException, SyntaxError, TypeError, AttributeError, ArithmeticError, AssertionError),
)
