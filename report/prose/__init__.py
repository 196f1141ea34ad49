"""The report's sentences: each section from its figures, in the office's language."""
