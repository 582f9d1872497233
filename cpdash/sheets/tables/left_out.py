"""What of a table was left out, said once for each reason."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import Final

from cpdash import areas
from cpdash.sheets.answers import LEAVE_OUT, Kind, Question
from cpdash.sheets.faults import Report, did_you_mean, quoted
from cpdash.sheets.sheet import address
from cpdash.sheets.tables.attributes import Attributes
from cpdash.sheets.tables.blocks import Block, span
from cpdash.sheets.tables.headings import Path
from cpdash.sheets.tables.labelled import Rows
from cpdash.sheets.words import labels, meaning
from cpdash.sheets.words.cells import words as one_line
from cpdash.sheets.words.titles import of_title
from cpdash.vocabulary import PLACES

ASKED: Final[dict[str, Kind]] = {"date-unknown": "date", "table-area-unknown": "area"}
"""Faults for which a person may say what is missing, of all of a table."""
CODES: Final = re.compile(r"(?:CL|CLA|LAC)_\w+", re.IGNORECASE)
"""Headings of data sets of the statistics on children looked after, and on care leavers."""

PART_OF_YEAR: Final = (
    r"^(?:q|qtr|quarter)\s?[1-4]$"
    r"|^(?:january|april|june|july|september|december)$"
)
"""A heading of numbers of ours whose year it does not name."""
OURS: Final = re.compile(
    rf"{PART_OF_YEAR}|"
    r"looked[ -]after|\bin care\b|care[ -]?leavers?|after[ -]?care|in touch|\beligible|\bentitled"
    r"|\breceiv(?:es?|ing)\b|\b(?:targets?|forecasts?|projected|provisional|estimated?)\b",
    re.IGNORECASE,
)
"""Words of a heading that may count people of ours, or their target, in a table of no places."""
LIKE_PLACES: Final = re.compile(
    r"\b(foster|kinship|residential|secure (care|unit|accommodation)|adopters|at home)\b"
    rf"|{PART_OF_YEAR}",
    re.IGNORECASE,
)
"""Words of a label that may be a place where children live, or a quarter in which."""


def name_places(side: Iterable[Attributes]) -> bool:
    """Whether some label is a place where children live, though no figure could be read there, or
    speaks of one."""
    return any(
        (found.category in PLACES and not found.elsewhere)
        or any(LIKE_PLACES.search(text) for text in found.unknown)
        for found in side
    )


def report_cells(
    block: Block,
    missing: Mapping[str, Sequence[str]],
    misread: Mapping[tuple[str, str], Sequence[str]],
    report: Report,
) -> None:
    """Numbers for which something is `missing`, by the code of the fault; and cells that are no
    numbers, by code and by what was found."""
    sheet = block.sheet.name
    for code, cells in missing.items():
        found = "found a number" if len(cells) == 1 else f"found {len(cells):,} numbers"
        report.add(code, sheet, cells[0], found, table=span(block))
    for (code, found), cells in misread.items():
        more = f" here and in {len(cells) - 1} more cells" if len(cells) > 1 else ""
        report.add(code, sheet, cells[0], found + more)


def report_unheaded(block: Block, report: Report) -> None:
    """A table without headings that are clear, if its title counts people of ours and its rows are
    places where they live, or areas."""
    texts = {str(block.sheet.at(n, column)) for n in block.body for column in block.labels}
    found = (labels.find(text) for text in texts)
    known = any(label and label.category in PLACES for label in found)
    ours = any((of := of_title(title)) and of.measure for title in block.titles)
    if ours and (known or any(areas.find(text) for text in texts)):
        count = "a row" if len(block.body) == 1 else f"{len(block.body):,} rows"
        cell = address(block.body[0], min(block.values, default=1))
        report.add("headings-unclear", block.sheet.name, cell, f"found {count} of numbers")


def report_codes(block: Block, over: Mapping[int, Path], report: Report) -> None:
    """The first coded heading of a publication on children looked after or care leavers, of which
    no code is known."""
    codes = ((c, path[-1]) for c, path in over.items() if path and CODES.fullmatch(path[-1]))
    for column, code in islice(codes, 1):
        cell = address(block.headings[-1], column)
        report.add("unknown-label", block.sheet.name, cell, quoted(code), nearest="")


def report_rows(rows: Rows, report: Report) -> None:
    """Areas and dates of rows that were not understood."""
    block, sheet = rows.block, rows.block.sheet.name
    first = min(block.labels, default=1)
    for text, number in rows.unknown_areas.items():
        near = areas.nearest(text)
        nearest = did_you_mean(near.name if near and near.name != text else None)
        report.add("unknown-area", sheet, address(number, first), quoted(text), nearest=nearest)
    for words, number in rows.clashes.items():
        report.add("area-clash", sheet, address(number, first), f"found {words}")
    for text, column in rows.unknown_times.items():
        cells = {number: one_line(block.sheet.at(number, column)) for number in block.body}
        number = next((n for n, cell in cells.items() if cell == text), block.body[0])
        found = quoted(text) if text else "found no date beside numbers"
        report.add("not-a-date", sheet, address(number, column), found)


def ask_of_all(block: Block, unsaid: Mapping[Kind, str], report: Report) -> None:
    """Ask for what nothing says of all of a table, at the first cell that it was missed for."""
    for kind, cell in unsaid.items():
        report.ask(Question(kind, block.sheet.name, cell, span(block)))


def report_labels(
    rows: Rows,
    labelled: Mapping[int, Attributes],
    columns: Mapping[int, Attributes],
    report: Report,
) -> None:
    """Headings and labels that were not understood, with the nearest ones that are known; not those
    of a publication whose codes are declared; over a list of no places, only headings with words of
    ours, because such tables have many columns about other things."""
    block = rows.block
    if any(found.coded for found in columns.values()):
        return
    lowest, first = block.headings[-1], min(block.labels, default=1)
    told = {text for text, code in rows.answers.items() if code == LEAVE_OUT}
    heads = {said.text for said in rows.corners}
    listed = any(found.category in PLACES for found in (*columns.values(), *labelled.values()))
    across = (
        (address(lowest, column), text)
        for column, found in columns.items()
        for text in found.unknown
        if listed or OURS.search(text)
    )
    _report_unknown(block, across, set(told), heads, report)
    down = ((address(number, first), text) for number, f in labelled.items() for text in f.unknown)
    _report_unknown(block, down, set(told), heads, report)


def _report_unknown(
    block: Block, side: Iterable[tuple[str, str]], told: set[str], heads: set[str], report: Report
) -> None:
    """Report what is not understood, apart from what is `told` already, and ask what it means
    unless it `heads` labels and is none itself."""
    sheet = block.sheet.name
    for cell, text in side:
        if text and one_line(text) not in told:
            told.add(one_line(text))
            near = [one for one in labels.nearest(text) if one.casefold() != text.casefold()]
            nearest = did_you_mean(" or ".join(near) if near else None)
            report.add("unknown-label", sheet, cell, quoted(text), nearest=nearest)
            if meaning.of(text).askable and text not in heads:
                report.ask(
                    Question("label", sheet, cell, span(block), one_line(text), _codes(near))
                )


def _codes(names: Iterable[str]) -> tuple[str, ...]:
    """The categories that known labels name, each once."""
    found = (labels.find(name) for name in names)
    return tuple(dict.fromkeys(label.category for label in found if label and label.category))
