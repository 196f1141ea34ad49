"""How much of a file is read before it counts as unsafe: a form has eight sheets and 200 kB unpacked.

Together they keep any file, however it was made, below ten seconds and 512 MiB; `benchmarks/hostile.py`
measures it.
"""

MAX_FILE_BYTES = 64 * 2**20  # photographs pasted into a form count here, though they are never unpacked
MAX_UNPACKED_BYTES = 128 * 2**20  # all that is unpacked in turn, blank formatted cells included
MAX_PART_BYTES = 24 * 2**20  # one part of a package once its blank cells are gone
MAX_KEPT_BYTES = 48 * 2**20  # all parts together
MAX_ENTRIES = 5_000  # files inside one package
MAX_DEPTH = 64  # elements inside elements
MAX_SHEETS = 200
MAX_LOOKS = 70_000  # cell formats; Excel itself allows 65,490

MAX_ROWS = 5_000  # of a sheet's grid; what stands beyond is a stray
MAX_COLUMNS = 200
MAX_CELLS = 400_000  # cells of a workbook that hold something
MAX_AREA = 3_000_000  # blank cells between them included
MAX_STRAYS = 100
MAX_MERGED = 20_000
MAX_COPIED_TEXT = 16 * 2**20  # characters of texts that we copy ourselves
MAX_RECORDS = 2_000_000  # of a binary workbook
