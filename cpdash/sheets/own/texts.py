"""The words of one row: where, when, who counted, and which publication says so."""

import difflib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from cpdash.areas import find, nearest, plain
from cpdash.days import day as day_words
from cpdash.sheets.answers import LEAVE_OUT, Question
from cpdash.sheets.faults import Report, did_you_mean, quoted
from cpdash.sheets.own.layout import (
    CATEGORY_BY_NAME,
    COLLECTED_BY,
    MEASURE_BY_NAME,
    TOTAL_IS,
    category_key,
)
from cpdash.sheets.own.tables import Found
from cpdash.sheets.words import cells
from cpdash.sheets.words.cells import Misread
from cpdash.vocabulary import CATEGORIES, MEASURES

MOST_SUGGESTED: Final = 200
"""Texts of one sheet for which the nearest known name is looked for."""
LONGEST_NAME: Final = 200
"""Letters of a text that are compared with the known names, which are all shorter."""


@dataclass(frozen=True)
class Words:
    """What the words of a row say about its numbers. `measure` and `category` are "" where the
    sheet has no such column; `published` None: not said; `total_status` None: not understood."""

    area: str
    census_date: date
    collection: str
    measure: str
    category: str
    mark: str
    total_status: str | None
    source: str
    published: date | None
    published_text: str


@dataclass(frozen=True)
class Choice:
    """A column whose words come from a closed list; `default` None: it must be filled in."""

    known: Mapping[str, str]
    code: str
    default: str | None
    key: Callable[[str], str] = plain


CHOICES: Final = {
    "collected_by": Choice(COLLECTED_BY, "unknown-collector", "council"),
    "measure": Choice(MEASURE_BY_NAME, "unknown-measure", None),
    "category": Choice(CATEGORY_BY_NAME, "unknown-category", "total", category_key),
    "total_is": Choice(TOTAL_IS, "unknown-total-kind", ""),
}


class _Unusable(Exception):
    """The row cannot be used, or its total; the fault has been reported."""


@dataclass
class WordReader:
    """Reads the words of the rows of one sheet; remembers rows without a source or a date, to
    report them once a sheet."""

    found: Found
    report: Report
    file: str
    today: date
    answers: Mapping[str, str] = field(default_factory=dict)
    no_source: list[str] = field(default_factory=list)
    no_date: list[str] = field(default_factory=list)
    suggested: dict[tuple[str, str], str | None] = field(default_factory=dict)

    def read(self, row: int, texts: Mapping[str, object]) -> Words | None:
        """The words of a row, or None when they make its numbers unusable."""
        own = self.found.layout.texts
        try:
            return Words(
                self._area(row, texts.get("area")),
                self._census_date(row, texts.get("census_date")),
                self._choice("collected_by", row, texts),
                self._choice("measure", row, texts) if "measure" in own else "",
                self._choice("category", row, texts) if "category" in own else "",
                self._marker(row, texts.get("marker")),
                self._total_status(row, texts),
                self._source(row, texts.get("source")),
                *self._published(row, texts.get("published")),
            )
        except _Unusable:
            return None

    def finish(self) -> None:
        """Report the missing sources and dates of publication."""
        for code, places in (
            ("source-missing", self.no_source),
            ("published-missing", self.no_date),
        ):
            if places:
                more = f" here and in {len(places) - 1} more rows" if len(places) > 1 else ""
                self.report.add(code, self.found.sheet.name, places[0], "found nothing", more=more)

    def _fault(self, code: str, column: str, row: int, text: str, **more: str) -> None:
        self.report.add(code, self.found.sheet.name, self.found.cell(column, row), text, **more)

    def _choice(self, column: str, row: int, texts: Mapping[str, object]) -> str:
        choice = CHOICES[column]
        text = cells.words(texts.get(column))
        if not text and choice.default is not None:
            return choice.default
        key = choice.key(text)
        if key in choice.known:
            return choice.known[key]
        if column == "category" and text in self.answers:
            return self._answered(text)
        name = self._nearest(column, key, lambda: _nearest_choice(choice, key))
        found = quoted(text) if text else "found nothing"
        self._fault(choice.code, column, row, found, nearest=did_you_mean(name))
        if column == "category":
            self._ask(row, text, name or "")
        raise _Unusable

    def _answered(self, text: str) -> str:
        """The category that a person said; a row to leave out is no fault."""
        if self.answers[text] == LEAVE_OUT:
            raise _Unusable
        return self.answers[text]

    def _ask(self, row: int, text: str, name: str) -> None:
        """Ask for the category that an unknown text means; `name` is the nearest known one."""
        cell = self.found.cell("category", row)
        nearest = tuple(filter(None, [CATEGORY_BY_NAME.get(category_key(name))]))
        self.report.ask(Question("label", self.found.sheet.name, cell, cell, text, nearest))

    def _nearest(self, column: str, text: str, search: Callable[[], str | None]) -> str | None:
        """The known name closest to a text: looked for once a text, and not for every one of a
        sheet on which nothing is known, since each takes milliseconds."""
        if (column, text) not in self.suggested:
            if len(self.suggested) >= MOST_SUGGESTED:
                return None
            self.suggested[column, text] = search()
        return self.suggested[column, text]

    def _total_status(self, row: int, texts: Mapping[str, object]) -> str | None:
        try:
            return self._choice("total_is", row, texts)
        except _Unusable:
            return None

    def _area(self, row: int, value: object) -> str:
        text = cells.words(value)
        if area := find(text):
            return area.code
        if not text:
            self._fault("area-missing", "area", row, "found nothing")
            raise _Unusable
        name = self._nearest("area", text, lambda: _nearest_area(text))
        self._fault("unknown-area", "area", row, quoted(text), nearest=did_you_mean(name))
        raise _Unusable

    def _census_date(self, row: int, value: object) -> date:
        day = cells.day(value)
        if isinstance(day, date):
            if day <= self.today:
                return day
            latest = day_words(self.today)
            self._fault("census-in-future", "census_date", row, quoted(value), latest=latest)
            raise _Unusable
        self._fault("not-a-date", "census_date", row, day.found if day else "found nothing")
        raise _Unusable

    def _marker(self, row: int, value: object) -> str:
        mark = cells.marker(value)
        if isinstance(mark, str):
            return mark
        self._fault(mark.code, "marker", row, mark.found)
        raise _Unusable

    def _source(self, row: int, value: object) -> str:
        if text := cells.words(value):
            return text
        self.no_source.append(self.found.cell("source", row))
        return self.file

    def _published(self, row: int, value: object) -> tuple[date | None, str]:
        when = cells.published(value)
        if isinstance(when, tuple):
            return when
        if isinstance(when, Misread):
            self._fault(when.code, "published", row, when.found, more="")
        else:
            self.no_date.append(self.found.cell("published", row))
        return None, ""


def _nearest_choice(choice: Choice, key: str) -> str | None:
    close = difflib.get_close_matches(key[:LONGEST_NAME], choice.known, n=1, cutoff=0.6)
    return _label(choice.known[close[0]]) if close else None


def _nearest_area(text: str) -> str | None:
    close = nearest(text[:LONGEST_NAME])
    return close.name if close else None


def _label(code: str) -> str:
    if code in MEASURES:
        return MEASURES[code].label
    return CATEGORIES[code].label if code in CATEGORIES else code
