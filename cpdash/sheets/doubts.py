"""What in a sheet or a file raises doubts about the figures that its tables give."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from cpdash.sheets.day_order import without_doubtful_days
from cpdash.sheets.faults import Report, quoted
from cpdash.sheets.figure import RawFigure, Table
from cpdash.sheets.sheet import Sheet
from cpdash.sheets.tables.blocks import Block
from cpdash.sheets.tables.noted import Note, without_limited
from cpdash.sheets.words.names import strange_file, strange_sheet
from cpdash.sheets.words.titles import of_title

TEXT_FILES: Final = (".csv", ".txt", ".tsv")
DOUBTFUL: Final = "all its numbers are in doubt for another reason that is named"


def of_sheet(
    figures: list[RawFigure],
    blocks: Sequence[Block],
    notes: Iterable[Note],
    file: str,
    country: str,
    report: Report,
) -> list[RawFigure]:
    """The figures of a sheet, less those that one of its notes limits, or its name."""
    kept = without_limited(figures, blocks, notes, report)
    if not kept or file.casefold().endswith(TEXT_FILES):
        # A text file has no sheets: its one sheet is called as the file is.
        return kept
    titles = {title for block in blocks for title in block.titles if of_title(title)}
    name = blocks[0].sheet.name
    if words := strange_sheet(name, " ".join(titles), country):
        report.add("name-unclear", name, "", f"{quoted(words)} in the name of the sheet")
        return []
    return kept


def of_file(
    figures: list[RawFigure],
    name: str,
    sheets: Sequence[Sheet],
    notes: Iterable[Note],
    report: Report,
) -> list[RawFigure]:
    """The figures of a file, less those that its name limits, or a note about all of it, and those
    of which the day may be the month."""
    kept = without_limited(figures, (), notes, report)
    if kept and (words := strange_file(name)):
        report.add("name-unclear", "", "", f"{quoted(words)} in the name of the file")
        return []
    return without_doubtful_days(kept, sheets, report)


def as_left(described: Iterable[Table], figures: Iterable[RawFigure]) -> list[Table]:
    """How tables were understood, after those of sheets of which no figure is left."""
    sheets = {figure.sheet for figure in figures}
    return [
        table
        if table.layout or not table.figures or table.sheet in sheets
        else replace(table, figures=0, reason=DOUBTFUL)
        for table in described
    ]
