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
from cpdash.sheets.tables.carried import carried, groups
from cpdash.sheets.tables.of_which import OfWhich
from cpdash.sheets.tables.outline import add_lines, divides
from cpdash.sheets.tables.row_areas import RowAreas
from cpdash.sheets.tables.row_labels import PASSED_OVER, of_label
from cpdash.sheets.tables.said import UNSURE, Said
from cpdash.sheets.tables.sorts import sort_of
from cpdash.sheets.words import labels, meaning
from cpdash.sheets.words.meaning import Meaning
from cpdash.sheets.words.neutral import says_nothing
from cpdash.sheets.words.publications import from_column
from cpdash.sheets.words.titles import of_title

WHERE: Final = frozenset(("area", "code"))
WHERE_THEY_ARE: Final = re.compile(r"\b(of placement|placed|of residence|living)\b", re.IGNORECASE)
"""Words of a heading over areas where children live, which need not be whose they are."""
GENERIC: Final = re.compile(r"((sub|grand|overall)-? ?)?totals?|all", re.IGNORECASE)


@dataclass
class Rows:
    """Reads the rows of a block. `country` of the file, "" where it is not known; `day` that the
    whole table is about, None where its headings say that."""

    block: Block
    country: str
    day: date | None
    unknown_areas: dict[str, int] = field(default_factory=dict)
    unknown_times: dict[str, int] = field(default_factory=dict)
    clashes: dict[str, int] = field(default_factory=dict)
    said: dict[tuple[int, object, str, str], Said] = field(default_factory=dict)
    people: dict[tuple[object, ...], Attributes] = field(default_factory=dict)
    of_which: OfWhich = field(default_factory=OfWhich)

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
    def _times(self) -> list[int]:
        return [column for column, dimension in self.dimensions.items() if dimension == "time"]

    @cached_property
    def _others(self) -> list[int]:
        """Columns that may say something of the people."""
        silent = PASSED_OVER | {"time"}
        return [column for column, dimension in self.dimensions.items() if dimension not in silent]

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
        """The labels of each row: column -> what stands there, or what holds for it from above."""
        return carried(self.block)

    @cached_property
    def groups(self) -> dict[int, tuple[str, ...]]:
        """The lines of text that each row stands under."""
        return groups(self.block, self.country)

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
        if not self.carried[number] and len(self.block.body) > 1:
            return Attributes(unknown=[""])
        area = self.area_of(number)
        found = self._together(number, area)
        if area is not None:
            found.area = area.code
        elif self.has_areas:
            self._unknown_area(number)
            found.statistic = True
        self.of_which.check(found, self.carried[number].values())
        return found

    def _together(self, number: int, area: Area | None) -> Attributes:
        """What the texts of a row say together. A long table says the same of the people in many
        rows, at another time or place: that is put together once."""
        row, lines = self.carried[number], self.groups[number]
        country = AREAS[area.code].country if area else self.country
        whose = area.code if area else None if self.has_areas else ""
        times = [self._label(c, row[c], country, "") for c in self._times if c in row]
        asked = (lines, country, whose if lines else "", *[row.get(c) for c in self._others])
        people = self.people.get(asked)
        if people is None:
            people = self.people[asked] = self._gathered(number, country, whose, False)
        if not people.narrow or len(times) < len(self._times) or not all(t.timely for t in times):
            return self._gathered(number, country, whose, True)
        return people.at({when for one in times for when in one.meaning.whens})

    def _gathered(self, number: int, country: str, whose: str | None, timely: bool) -> Attributes:
        """What each text of a row says, the widest first; not `timely`: without those that say
        when and nothing else. `whose` as `add_lines` has it."""
        found, row = Attributes(), self.carried[number]
        for said in self.corners:
            found.add(said)
        for column in self._times:
            if column not in row:
                self.unknown_times.setdefault("", column)
                found.unknown.append("")
        group = add_lines(found, self.groups[number], whose, country) or self.group
        for column, value in row.items():
            one = self._label(column, value, country, group)
            if one.generic and not self._is_sure(number, str(value)):
                one = UNSURE
            group = one.group or group
            if timely or not one.timely:
                found.add(one.meaning)
        return found

    def _label(self, column: int, value: object, country: str, group: str) -> Said:
        """What one label says of its row, as its column's heading has it."""
        asked = (column, value, country, group)
        if asked not in self.said:
            heading, dimension = self.headings[column], self.dimensions[column]
            said = of_label(heading, dimension, value, country, group)
            if said.unknown and dimension == "time":
                self.unknown_times.setdefault(said.text, column)
            self.of_which.hear(value)
            self.said[asked] = Said(said, GENERIC.fullmatch(str(value).strip()) is not None)
        return self.said[asked]

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
