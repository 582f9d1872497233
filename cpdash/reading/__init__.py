"""Reading workbooks: a file in, figures and problems out."""

from cpdash.reading.workbook import Reading, read, read_folder, together
from cpdash.sheets.figure import Table

__all__ = ["Reading", "Table", "read", "read_folder", "together"]
