"""A worksheet that writes formulas as they are."""

from xlsxwriter.worksheet import Worksheet


class PlainWorksheet(Worksheet):  # type: ignore[misc]  # the library ships no types
    """XlsxWriter searches every formula for some seventy functions newer than Excel 2010.

    Forms and the master use none of them, and the search is a third of the time either takes.
    """

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:  # noqa: ARG002, FBT001, FBT002 - the library's signature
        return formula.removeprefix("=")
