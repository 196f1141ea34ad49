"""Drafts of plans: in goes an official appendix, out comes a plan's tables with every guess marked.

`read_appendix` is the edge that opens files; `draft_plan` is pure.
"""

from validation.draft.draft import draft_plan
from validation.draft.model import Line
from validation.draft.sources import read_appendix, text_lines

__all__ = ["Line", "draft_plan", "read_appendix", "text_lines"]
