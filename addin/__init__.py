"""The Excel ribbon: one short function per button, through xlwings, over the doors the command line uses.

In: the workbook the officer has open. Out: the round's files, and one sentence to show.
"""

from addin.ribbon import consolidate_active_round

__all__ = ["consolidate_active_round"]
