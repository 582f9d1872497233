"""Reading workbooks: a file in, figures and problems out."""

from cpdash.reading.workbook import ENDINGS, Reading, read, read_folder, together, understood
from cpdash.sheets.figure import Table

__all__ = ["ENDINGS", "Reading", "Table", "read", "read_folder", "together", "understood"]
