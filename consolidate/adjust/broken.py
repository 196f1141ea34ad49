"""What openpyxl raises on the bytes of a workbook that is damaged."""

import zipfile
import zlib

# A parse error of XML is a SyntaxError; openpyxl trusts what it reads and fails with whatever its own code
# does on nonsense.
BROKEN = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, SyntaxError, EOFError),
    *(OSError, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, AssertionError),
    *(RuntimeError, NotImplementedError),
)
