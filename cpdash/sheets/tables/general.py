"""A table of any shape -> figures: every number whose headings and labels are wholly understood."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import Final

from cpdash.areas import AREAS
from cpdash.sheets.answers import Answers, Kind
from cpdash.sheets.faults import Report, quoted
from cpdash.sheets.figure import RawFigure, Table
from cpdash.sheets.sheet import letters
from cpdash.sheets.tables import left_out
from cpdash.sheets.tables.attributes import Attributes, gather
from cpdash.sheets.tables.blocks import Block, span
from cpdash.sheets.tables.columns import doubt_totals, in_brief, of_columns
from cpdash.sheets.tables.context import Context
from cpdash.sheets.tables.headings import Path, paths
from cpdash.sheets.tables.labelled import Rows
from cpdash.sheets.tables.percentages import beside_a_total, in_disguise, not_adding_up, of_one
from cpdash.sheets.tables.resolving import ELSEWHERE, Place, Resolver, Sort, Whole, fault_of
from cpdash.sheets.words import marks
from cpdash.sheets.words.cells import Misread
from cpdash.sheets.words.populations import Population
from cpdash.sheets.words.publications import measure_of
from cpdash.sheets.words.titles import YOUNG_PEOPLE

NO_HEADINGS: Final = "no headings stand above its numbers"
UNCLEAR: Final = "it is not clear which columns its headings stand over"
OTHER: Final = re.compile(r"\b(other|elsewhere|outside|out of)\b", re.IGNORECASE)
"""Words of a label for places that are not the table's own council."""
WANTING: Final = "something that its numbers need is missing or unclear: see the problems"
NOT_OURS: Final = "nothing in it counts children looked after or young people who have left care"


@dataclass
class Reader:
    """Reads one block of a file called `file`; no census is later than `today`. `asked`: what
    nothing says of the whole table, and the first cell that it was missed for."""

    block: Block
    context: Context
    legend: dict[str, str]
    report: Report
    file: str
    today: date
    answers: Answers = field(default_factory=Answers)
    missing: dict[str, list[str]] = field(default_factory=dict)
    misread: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    asked: dict[Kind, str] = field(default_factory=dict)
    unsaid: list[RawFigure] = field(default_factory=list)
    signed: set[str] = field(default_factory=set)
    cells: dict[tuple[type, object, str], marks.Said | Misread | None] = field(default_factory=dict)

    def read(self) -> tuple[list[RawFigure], Table]:
        """The figures of the table, and how it was understood."""
        population, unclear = self.context.population, self.context.unclear
        if unclear:
            cell = span(self.block).partition(":")[0]
            self.report.add("title-unclear", self.block.sheet.name, cell, quoted(unclear))
            return [], self._left_alone("its title does not make clear whom it counts")
        if population is not None and not population.measure:
            return [], self._left_alone(f"it counts {population.other}")
        over = paths(self.block) if self.block.headings else {}
        if not over:
            left_out.report_unheaded(self.block, self.report)
            return [], self._left_alone(UNCLEAR if over is None else NO_HEADINGS)
        country = self.context.country
        day, answers = self.context.census(self.context.when, country), self.answers.labels
        rows = Rows(self.block, country, day, answers)
        labelled = {number: rows.read(number) for number in self.block.body}
        columns = of_columns(over, country, answers)
        self._pin(columns)
        doubt_totals(columns)
        whole = self._whole(rows, labelled, columns)
        figures = self._believed(list(self._figures(labelled, columns, whole)))
        known = rows.has_areas or rows.unclear
        known = known or left_out.name_places((*labelled.values(), *columns.values()))
        ours = bool(figures or self.missing or (_measure(population, whole) and known))
        if ours:
            left_out.report_cells(self.block, self.missing, self.misread, self.report)
            left_out.report_rows(rows, self.report)
            left_out.report_labels(rows, labelled, columns, self.report)
            left_out.ask_of_all(self.block, self.asked, self.report)
        elif rows.has_areas:
            left_out.report_codes(self.block, over, self.report)
        reason = "" if figures else WANTING if ours else NOT_OURS
        return figures, self._table(over, columns, len(figures), reason)

    def _pin(self, columns: dict[int, Attributes]) -> None:
        """Let everyone be those whom a title or the name of the sheet says."""
        all_are = gather(self.context.labels, self.context.country)
        for found in columns.values():
            found.elsewhere |= all_are.elsewhere
            if found.category in ("", "total"):
                found.category = all_are.category or found.category
            found.age = found.age or all_are.age

    def _whole(
        self, rows: Rows, labelled: dict[int, Attributes], columns: dict[int, Attributes]
    ) -> Whole:
        """What holds for every number of the table."""
        population = self.context.population
        every = [*labelled.values(), *columns.values()]
        measures = {found.measure for found in every if found.measure}
        measure = population.measure if population is not None else ""
        if population is None and len(measures) == 1:
            measure = next(iter(measures))
        elif population is None and not measures:
            measure = measure_of(rows.headings.values(), rows.breakdowns)
        coded = {when for found in columns.values() if found.coded for when in found.whens}
        return Whole(
            self.context,
            "" if measure == YOUNG_PEOPLE else measure,
            population.category if population and population.category != "total" else "",
            rows.has_areas or any(column.area for column in columns.values()),
            coded.pop() if len(coded) == 1 else None,
            self.today,
            self._names_others(every),
            _days_beside_years(labelled.values()) or _days_beside_years(columns.values()),
        )

    def _names_others(self, every: list[Attributes]) -> bool:
        """Whether a table about one council names others beside it."""
        home = self.context.area
        if not home or AREAS[home].kind not in ("council", "trust"):
            return False
        others = {a.area for a in every if a.area and AREAS[a.area].kind in ("council", "trust")}
        unknown = [text for a in every for text in a.unknown]
        return bool(others - {home}) or (bool(others) and any(OTHER.search(t) for t in unknown))

    def _figures(
        self, labelled: dict[int, Attributes], columns: dict[int, Attributes], whole: Whole
    ) -> Iterator[RawFigure]:
        wanted = {column: over for column, over in columns.items() if not over.beside}
        names = [(column, letters(column)) for column in wanted]
        resolver = Resolver(whole, list(wanted.values()))
        for number, row in labelled.items():
            if row.beside:
                continue
            cells = self.block.sheet.rows[number - 1]
            for (column, name), (sort, place) in zip(names, resolver.of_row(row), strict=True):
                value = cells[column - 1] if column <= len(cells) else None
                if value is None:
                    continue
                fault, cell = fault_of(sort, place), f"{name}{number}"
                if fault is not None:
                    if fault != ELSEWHERE:
                        self.missing.setdefault(fault, []).append(cell)
                        dated = fault == "date-unknown" and (row.whens or wanted[column].whens)
                        if fault in left_out.ASKED and not dated:
                            self.asked.setdefault(left_out.ASKED[fault], cell)
                    continue
                if figure := self._figure(sort, place, value, cell):
                    if not sort.said:
                        self.unsaid.append(figure)
                    if isinstance(value, str) and "%" in value:
                        self.signed.add(cell)
                    yield figure

    def _believed(self, figures: list[RawFigure]) -> list[RawFigure]:
        """The figures less counts that look like percentages or rates."""
        unsaid = self.unsaid
        fractions = any(code == "fractional" for code, _ in self.misread)
        doubtful = fractions or in_disguise(unsaid) or not_adding_up(unsaid)
        shares = {figure.cell for figure in unsaid} if doubtful else set()
        if self.context.unit != "count":
            shares |= beside_a_total(figure for figure in figures if figure.cell not in shares)
        if shares:
            self.missing["unit-unknown"] = [f.cell for f in figures if f.cell in shares]
        if ones := of_one(figure for figure in figures if figure.cell not in self.signed):
            self.missing["percent-of-one"] = [f.cell for f in figures if f.cell in ones]
        return [figure for figure in figures if figure.cell not in shares | ones]

    def _figure(self, sort: Sort, place: Place, value: object, cell: str) -> RawFigure | None:
        """The figure of a cell; None, remembered for one problem, where it is no number."""
        asked = (type(value), value, sort.unit)
        if asked not in self.cells:
            self.cells[asked] = self._said(value, sort.unit)
        said = self.cells[asked]
        if said is None:
            return None
        if isinstance(said, Misread):
            self.misread.setdefault((said.code, said.found), []).append(cell)
            return None
        return RawFigure(
            *(place.area, place.census_date, "", sort.measure, sort.category),
            *(said.value, said.status or place.status, self.block.sheet.name, cell, sort.printed),
            *(self.file, None, "", False, sort.unit),
        )

    def _said(self, value: object, unit: str) -> marks.Said | Misread | None:
        """What stands in a cell of counts, of percentages or of rates; None where nothing does."""
        said = (marks.number if unit == "count" else marks.fraction)(value, self.legend)
        if said is None or isinstance(said, Misread):
            return said
        if f"{said.value:g}" in self.legend:
            return marks.Said(float("nan"), "c")
        if unit == "percent" and said.value > 100:
            return Misread("over-hundred", f"found {said.value:,.10g}")
        return said

    def _left_alone(self, reason: str) -> Table:
        return self._table({}, {}, 0, reason)

    def _table(
        self, over: dict[int, Path], columns: dict[int, Attributes], figures: int, reason: str
    ) -> Table:
        told = tuple(
            (letters(c), " / ".join(path), in_brief(columns[c]) if c in columns else "")
            for c, path in islice(over.items(), MOST_COLUMNS)
        )
        return Table(
            self.block.sheet.name,
            span(self.block),
            "",
            self.block.headings[-1] if self.block.headings else 0,
            told,
            len(self.block.body),
            figures,
            reason,
        )


MOST_COLUMNS: Final = 300
"""Columns of a table that are told one by one."""


def _measure(population: Population | None, whole: Whole) -> str:
    """What a table counts, as far as that is known: its headings may say which young people."""
    return whole.measure or (population.measure if population else "")


def _days_beside_years(side: Iterable[Attributes]) -> bool:
    whens = {when for found in side for when in found.whens if not when.span}
    return any(when.day for when in whens) and any(not when.day for when in whens)
