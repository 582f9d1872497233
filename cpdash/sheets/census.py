"""One file -> its figures and what is wrong with it, as plain values that can be sent as JSON."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, Final

from cpdash.areas import AREAS
from cpdash.sheets import doubts
from cpdash.sheets.checks import check_parts
from cpdash.sheets.faults import Report
from cpdash.sheets.figure import RawFigure, Table, to_columns
from cpdash.sheets.files.opening import Opened, Refused, open_file
from cpdash.sheets.files.refused import Refusal
from cpdash.sheets.own import rows, tables
from cpdash.sheets.personal.detection import child_level
from cpdash.sheets.process.beside import beside
from cpdash.sheets.repeats import agreed, without_repeats
from cpdash.sheets.sheet import Sheet
from cpdash.sheets.tables import blocks
from cpdash.sheets.tables.context import Context, country_of, of_table
from cpdash.sheets.tables.general import NOT_OURS, Reader
from cpdash.sheets.tables.noted import Note, limiting, on_noted_days
from cpdash.sheets.words import marks
from cpdash.sheets.words.dates import When
from cpdash.sheets.words.legends import shown_as, speaks_of_shares
from cpdash.sheets.words.subject import other_subject

NO_NUMBERS: Final = "it holds no numbers"
UNTOLD: Final = ("", NOT_OURS, NO_NUMBERS)
"""Reasons to leave a table alone that say nothing of what it is."""
COLLECTION: Final = RawFigure._fields.index("collection")
MOST_ROWS: Final = 400
"""Rows of a sheet that tell which country it is about."""


def understand_alone(name: str, data: bytes, options: dict[str, Any]) -> dict[str, Any]:
    """As `understand`, in a process that does nothing else: single children are looked for in a
    copy of it while the tables are read."""
    return understand(name, data, options, beside)


def understand(
    name: str,
    data: bytes,
    options: dict[str, Any],
    meanwhile: Callable[[Callable[[], Any]], Callable[[], Any]] = lambda work: work,
) -> dict[str, Any]:
    """What a file called `name` says. `options`: `today`, the last day a census can be on, and
    where the caller knows them `date` and `area`, for tables that do not say theirs. `meanwhile`
    begins some work, and gives what waits for its answer."""
    report = Report(name)
    opened = open_file(name, data)
    if isinstance(opened, Refused):
        report.add(f"file-{opened.reason}", "", "", opened.found)
        return _answer([], [], report)
    for note in opened.notes:
        report.add(note.code, "", "", note.found)
    looked = meanwhile(lambda: _refused(name, opened))
    try:
        figures, described = _read(name, opened, report, options)
    finally:
        refused = looked()
    if refused:
        report = Report(name)
        report.add(*refused)
        return _answer([], [], report)
    own = any(table.layout for table in described)
    if not figures and not own and not any(p.severity == "error" for p in report.problems):
        report.add("nothing-ours", "", "", _instead(name, opened, described))
    return _answer(figures, described, report)


def _refused(name: str, opened: Opened) -> tuple[str, str, str, str] | None:
    """Code, sheet, cell and words of why nothing of a file may be used; None where it may."""
    try:
        personal = child_level(name, opened.sheets, opened.texts)
    except Refusal as refusal:
        return f"file-{refusal.refused.reason}", "", "", refusal.refused.found
    if personal is None:
        return None
    return "child-level", personal.sheet, personal.cell, f"found {personal.reason}"


def _instead(name: str, opened: Opened, described: list[Table]) -> str:
    """What there is in a file that has nothing for the dashboard."""
    if subject := other_subject(name, opened.sheets):
        return f"found nothing for this dashboard in it, which seems to be about {subject}"
    reasons = Counter(table.reason for table in described if table.reason not in UNTOLD)
    if reasons:
        return f"found a table that was left alone because {reasons.most_common(1)[0][0]}"
    return "found nothing for this dashboard in it"


def _read(
    name: str, opened: Opened, report: Report, options: dict[str, Any]
) -> tuple[list[RawFigure], list[Table]]:
    own: list[RawFigure] = []
    general: list[RawFigure] = []
    described: list[Table] = []
    covers: list[Note] = []
    today = date.fromisoformat(options["today"])
    country = country_of(_names(opened.sheets))
    for sheet in opened.sheets:
        table = tables.find(sheet, report)
        if table is not None:
            read_here, count = rows.figures(table, report, name, today)
            own += read_here
            described.append(table.describe(count, len(read_here)))
            continue
        found, here, notes = _general(sheet, name, country, report, options)
        general += found
        described += here
        covers += notes if not any(table.cells for table in here) else []
        if not found:
            tables.report_missing(sheet, report)
    general = doubts.of_file(general, name, opened.sheets, covers, report)
    described = doubts.as_left(described, general)
    figures = without_repeats(own, report) + _collected(agreed(general, report))
    check_parts([figure for figure in figures if figure.unit == "count"], report)
    return figures, described


def _general(
    sheet: Sheet, name: str, country: str, report: Report, options: dict[str, Any]
) -> tuple[list[RawFigure], list[Table], list[Note]]:
    """The figures of a sheet that is none of the project's own, its tables, and notes that limit
    figures."""
    found = blocks.find(sheet)
    tabled = {row for block in found for row in (*block.headings, *block.body)}
    lines = {at: _line(row) for at, row in enumerate(sheet.rows, 1) if at not in tabled}
    notes = list(lines.values())
    legend = marks.legend(line for line in notes if line) | shown_as(notes)
    figures: list[RawFigure] = []
    described = []
    top: list[str] = []
    today = date.fromisoformat(options["today"])
    shares = speaks_of_shares(notes)
    for block in found:
        top = top or block.titles
        context = of_table(block.titles, sheet.name, name, top, country)
        if shares:
            context = replace(context, unit=context.unit or shares)
        read_here, table = Reader(
            block, _told(context, options), legend, report, name, today
        ).read()
        figures += read_here
        described.append(table)
    if not described:
        described.append(Table(sheet.name, "", "", 0, (), 0, 0, NO_NUMBERS))
    limited = limiting(sheet, lines, found) if figures or not found else []
    figures = on_noted_days(figures, sheet, lines, report)
    figures = doubts.of_sheet(figures, found, limited, name, country, report)
    return figures, described, limited


def _names(sheets: Iterable[Sheet]) -> Iterator[str]:
    """Texts that may name areas: the first cells of the rows."""
    for sheet in sheets:
        for row in sheet.rows[:MOST_ROWS]:
            yield from (cell for cell in row[:12] if isinstance(cell, str) and len(cell) < 60)


def _told(context: Context, options: dict[str, Any]) -> Context:
    """The context with what the caller knows where the file does not say it."""
    day, area = options.get("date"), options.get("area")
    if day and context.when is None:
        context = replace(context, when=When(day=date.fromisoformat(day)))
    if area and not context.area:
        context = replace(context, area=area, country=AREAS[area].country)
    return context


def _line(row: tuple[object, ...]) -> str:
    return " ".join(" ".join(str(cell) for cell in row[:12] if isinstance(cell, str)).split())


def _collected(figures: list[RawFigure]) -> list[RawFigure]:
    """With who counted: a file about a country or several areas is the national return's, one
    about a single council its own."""
    about = {figure.area for figure in figures}
    own = ("council", "trust", "illustrative")
    national = len(about) > 1 or any(AREAS[code].kind not in own for code in about)
    collection = "national" if national else "council"
    return [RawFigure._make((*f[:COLLECTION], collection, *f[COLLECTION + 1 :])) for f in figures]


def _answer(
    figures: Iterable[RawFigure], described: Iterable[Table], report: Report
) -> dict[str, Any]:
    return {
        "figures": to_columns(figures),
        "tables": [list(vars(table).values()) for table in described],
        "problems": [list(vars(problem).values()) for problem in report.problems],
        "unlisted": report.unlisted,
    }
