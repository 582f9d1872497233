"""What the labels of each row of a table say: where, when, and which of the people."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from cpdash import areas
from cpdash.areas import AREAS, Area, Conflict
from cpdash.sheets.tables.attributes import Attributes, is_list
from cpdash.sheets.tables.blocks import Block, lowest_heading
from cpdash.sheets.tables.outline import add_lines, below, divides
from cpdash.sheets.tables.row_areas import RowAreas
from cpdash.sheets.tables.row_labels import of_label
from cpdash.sheets.tables.sorts import sort_of
from cpdash.sheets.words import labels, meaning
from cpdash.sheets.words.meaning import Meaning
from cpdash.sheets.words.neutral import says_nothing
from cpdash.sheets.words.publications import from_column
from cpdash.sheets.words.titles import of_title
from cpdash.vocabulary import PLACES, leaves

WHERE: Final = frozenset(("area", "code"))
WHERE_THEY_ARE: Final = re.compile(r"\b(of placement|placed|of residence|living)\b", re.IGNORECASE)
"""Words of a heading over areas where children live, which need not be whose they are."""
GENERIC: Final = re.compile(r"((sub|grand|overall)-? ?)?totals?|all", re.IGNORECASE)
OF_WHICH: Final = re.compile(r"\W*(out )?of (which|whom|these|those)\b", re.IGNORECASE)
UNSURE: Final = Meaning("Total", unknown=True)
"""A total of which it cannot be told whether it is its group's or everyone's."""


@dataclass
class Rows:
    """Reads the rows of a block, from top to bottom. `country` of the file, "" where it is not
    known; `day` that the whole table is about, None where its headings say that. `parts`: labels
    of some of those in a row above; `whole`: the place that the last other row names."""

    block: Block
    country: str
    day: date | None
    unknown_areas: dict[str, int] = field(default_factory=dict)
    unknown_times: dict[str, int] = field(default_factory=dict)
    clashes: dict[str, int] = field(default_factory=dict)
    said: dict[tuple[int, object, str, str], Meaning] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    whole: str = ""

    @cached_property
    def headings(self) -> dict[int, str]:
        """The lowest heading of each column of labels; of a lone one of years without any, Year."""
        found = {column: lowest_heading(self.block, column) for column in self.block.labels}
        if list(found.values()) == [""] and self.block.headings:
            column = self.block.labels[0]
            sorts = {sort_of(self.block.sheet.at(number, column)) for number in self.block.body}
            return {column: "Year" if sorts == {"time"} else ""}
        return found

    @cached_property
    def dimensions(self) -> dict[int, str]:
        return {column: labels.heads(text) or "" for column, text in self.headings.items()}

    @cached_property
    def breakdowns(self) -> set[str]:
        """The breakdowns that the rows are of, where a column says so."""
        columns = [c for c, dimension in self.dimensions.items() if dimension == "breakdown"]
        return {str(self.block.sheet.at(n, c)) for n in self.block.body for c in columns}

    @property
    def unclear(self) -> bool:
        """Whether some row names an area that was not understood."""
        return bool(self.unknown_areas or self.clashes)

    @cached_property
    def has_areas(self) -> bool:
        """Whether the rows are about different areas, so that none may be taken from elsewhere."""
        if WHERE & set(self.dimensions.values()):
            return True
        named = sum(1 for number in self.block.body if self.area_of(number) is not None)
        return named * 2 >= len(self.block.body)

    @cached_property
    def carried(self) -> dict[int, dict[int, object]]:
        """The labels of each row; one that stands once for several rows is carried down."""
        found: dict[int, dict[int, object]] = {}
        above: dict[int, object] = {}
        last = max(self.block.labels, default=0)
        for number in self.block.body:
            if number in self.block.groups:
                above = {}
            row = {c: self.block.sheet.at(number, c) for c in self.block.labels}
            row = {c: v for c, v in row.items() if v is not None and str(v).strip()}
            first = min(row, default=0)
            above = {c: v for c, v in above.items() if c < first and c != last} | row
            found[number] = dict(sorted(above.items()))
        return found

    @cached_property
    def groups(self) -> dict[int, tuple[str, ...]]:
        """The lines of text that each row stands under."""
        found: dict[int, tuple[str, ...]] = {}
        lines: tuple[str, ...] = ()
        for number in self.block.body:
            if number in self.block.groups:
                lines = below(lines, self.block.groups[number], self.country)
            found[number] = lines
        return found

    @cached_property
    def areas(self) -> RowAreas:
        """What finds the areas of the rows."""
        return RowAreas(self.headings, self.dimensions, self.country, self.day)

    def area_of(self, number: int) -> Area | None:
        """The area of a row; None where there is none, or where code and name contradict."""
        found = self.areas.of(self.carried[number])
        return found if isinstance(found, Area) else None

    @cached_property
    def group(self) -> str:
        """`total` where the labels are a list of places to live: "Other" is then one of them."""
        texts = self._texts("", "category")
        found = {
            label.category
            for text in texts
            if (label := labels.find(text, self.country)) and label.category
        }
        return "total" if is_list(found) else ""

    def _texts(self, *dimensions: str) -> set[str]:
        """The labels of the columns that are headed as one of these."""
        columns = [c for c, dimension in self.dimensions.items() if dimension in dimensions]
        return {str(row[c]) for row in self.carried.values() for c in columns if c in row}

    @cached_property
    def own_totals(self) -> bool:
        """Whether each group of rows has a row called total, so that it is the group's: a single
        one at the end may be everyone's."""
        heads = {self.groups[number] for number in self.block.groups}
        totals = {
            self.groups[number]
            for number in self.block.body
            if any(GENERIC.fullmatch(str(v).strip()) for v in self.carried[number].values())
        }
        return len(heads) > 1 and heads <= totals

    def _is_sure(self, number: int, text: str) -> bool:
        """Whether a total is that of people whom the labels beside it tell."""
        if any(divides(line, self.country) for line in self.groups[number]):
            return self.own_totals and not text.strip().casefold().startswith("grand")
        return self.lists_known

    @cached_property
    def lists_known(self) -> bool:
        """Whether some label beside the totals is understood, or there is none."""
        texts = self._texts("", "category", "age")
        beside = (text for text in texts if not GENERIC.fullmatch(text.strip()))
        said = [meaning.of(text, self.country, self.group) for text in beside]
        return not said or any(not one.unknown for one in said)

    @cached_property
    def corners(self) -> tuple[Meaning, ...]:
        """What the headings over the labels say of everyone in the table."""
        said = []
        for column, text in self.headings.items():
            sort = labels.unit(text) or self.dimensions[column]
            if sort in ("percent", "rate", "mixed"):
                said.append(Meaning(text, unit=sort))
                continue
            if self.dimensions[column] or not text or from_column(text, "") is not None:
                continue
            if WHERE_THEY_ARE.search(text):
                said.append(Meaning(text, unknown=True))
                continue
            if (counts := of_title(text)) and counts.measure:
                said.append(Meaning(text, measure=counts.measure))
            elif not says_nothing(text) or labels.unit(text):
                said.append(meaning.of(text, self.country))
        return tuple(said)

    def read(self, number: int) -> Attributes:
        """What the labels of a row say together."""
        found, group = Attributes(), self.group
        if not self.carried[number] and len(self.block.body) > 1:
            found.unknown.append("")
            return found
        area = self.area_of(number)
        country = AREAS[area.code].country if area else self.country
        for said in self.corners:
            found.add(said)
        for column, dimension in self.dimensions.items():
            if dimension == "time" and column not in self.carried[number]:
                self.unknown_times.setdefault("", column)
                found.unknown.append("")
        whose = area.code if area else None if self.has_areas else ""
        group = add_lines(found, self.groups[number], whose, country) or group
        for column, value in self.carried[number].items():
            asked = (column, value, country, group)
            if asked not in self.said:
                self.said[asked] = self._label(*asked)
            said = self.said[asked]
            if GENERIC.fullmatch(str(value).strip()) and not self._is_sure(number, str(value)):
                said = UNSURE
            if said.label and said.label.kind == "category" and said.label.category != "total":
                group = said.label.category or group
            found.add(said)
        if area is not None:
            found.area = area.code
        elif self.has_areas:
            self._unknown_area(number)
            found.statistic = True
        self._check_part(found, number)
        return found

    def _check_part(self, found: Attributes, number: int) -> None:
        """Doubt a row "of which kinship" below one of foster care: it may be some of these only."""
        place = found.category if found.category in PLACES else ""
        values = self.carried[number].values() if self.parts else ()
        texts = self.parts.intersection(map(str, values))
        if not texts:
            self.whole = place
        elif self.whole and place and not leaves(place) <= leaves(self.whole):
            found.unknown += texts

    def _label(self, column: int, value: object, country: str, group: str) -> Meaning:
        """What one label says of its row, as its column's heading has it."""
        said = of_label(self.headings[column], self.dimensions[column], value, country, group)
        if OF_WHICH.match(str(value)):
            self.parts.add(str(value))
        if said.unknown and self.dimensions[column] == "time":
            self.unknown_times.setdefault(said.text, column)
        return said

    def _unknown_area(self, number: int) -> None:
        """Remember a label that stands where an area should, or a code that contradicts it."""
        found = self.areas.of(self.carried[number])
        if isinstance(found, Conflict):
            words = f"{found.by_code.name} by its code and {found.by_name.name} by its name"
            self.clashes.setdefault(words, number)
            return
        for column, value in self.carried[number].items():
            text = " ".join(str(value).split())
            if self.dimensions[column] in ("area", "") and isinstance(value, str):
                if not areas.is_statistic(text) and not areas.is_total(text):
                    self.unknown_areas.setdefault(text, number)
                return
