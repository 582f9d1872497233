"""What is known of a number, gathered from its headings, the labels of its row and its context."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from cpdash.sheets.words import meaning
from cpdash.sheets.words.answered import answered
from cpdash.sheets.words.dates import When
from cpdash.sheets.words.meaning import Meaning
from cpdash.vocabulary import CATEGORIES, PLACES, leaves

NONE: Final[Mapping[str, str]] = {}
"""No answers."""


@dataclass(slots=True)
class Attributes:
    """Gathered from several texts. `elsewhere`: it is a part that the dashboard does not hold;
    `unknown`: texts that were not understood; `clash`: the texts contradict each other;
    `coded`: a publication's own code says it; `printed`: the text that says most closely what is
    counted, `narrow` where it names a category."""

    whens: set[When] = field(default_factory=set)
    days: set[tuple[int, int]] = field(default_factory=set)
    area: str = ""
    measure: str = ""
    category: str = ""
    age: str = ""
    unit: str = ""
    elsewhere: bool = False
    statistic: bool = False
    unknown: list[str] = field(default_factory=list)
    clash: bool = False
    coded: bool = False
    printed: str = ""
    narrow: bool = False

    @property
    def beside(self) -> bool:
        """Whether no figure of the dashboard can be told by this, whatever else is known."""
        return bool(self.unknown or self.elsewhere or self.statistic)

    def at(self, whens: set[When]) -> "Attributes":
        """The same at further times, to which an area may be added."""
        return Attributes(
            *(self.whens | whens, self.days, self.area, self.measure, self.category, self.age),
            *(self.unit, self.elsewhere, self.statistic, self.unknown, self.clash, self.coded),
            *(self.printed, self.narrow),
        )

    def add(self, said: Meaning) -> None:
        """Add what one text says; a later text is narrower than the ones before it."""
        if said is meaning.NOTHING:
            return
        self.whens.update(said.whens)
        self.days.update(said.days)
        if said.area:
            self.clash |= bool(self.area) and self.area != said.area
            self.area = said.area
        if said.measure:
            self.clash |= bool(self.measure) and self.measure != said.measure
            self.measure = said.measure
        self.unit = said.unit if said.unit and self.unit in ("", "mixed") else self.unit
        if said.unit and said.unit != "mixed" and self.unit != said.unit:
            self.clash = True
        self.statistic |= said.statistic
        self.coded |= said.coded
        if said.unknown:
            self.unknown.append(said.text)
        if said.label is not None:
            self._narrow(said)
        if said.label is not None or said.measure or not self.narrow:
            self.printed, self.narrow = said.text or self.printed, said.label is not None

    def _narrow(self, said: Meaning) -> None:
        label = said.label
        if label is None:
            return
        if label.kind in ("finer", "other") or label.category is None:
            self.elsewhere = True
        elif label.kind == "age":
            self.clash |= bool(self.age) and self.age != label.category
            self.age = label.category
        elif label.category != "total" or said.measure or not self.category:
            # "Total" below a group is the group's; "total looked after children" is everyone.
            self.category = label.category

    @property
    def of_people(self) -> tuple[str | bool, ...]:
        """What is known of the people, unless that is `beside`: two of the same tell the same."""
        return (
            *(self.measure, self.category, self.age, self.unit),
            *(self.clash, self.printed, self.narrow),
        )

    @property
    def of_place(self) -> tuple[str, frozenset[When], frozenset[tuple[int, int]]]:
        """What is known of place and time, likewise."""
        return self.area, frozenset(self.whens), frozenset(self.days)


def together(row: Attributes, column: Attributes) -> Attributes:
    """What a row and a column say of the people; where both name a category one must be the
    total."""
    both = Attributes(
        measure=row.measure or column.measure,
        category=_narrower(row.category, column.category),
        age=row.age or column.age,
        unit=_unit(row.unit, column.unit),
        clash=row.clash or column.clash,
        printed=row.printed or column.printed,
    )
    both.clash |= bool(row.measure and column.measure and row.measure != column.measure)
    both.clash |= bool(row.age and column.age and row.age != column.age)
    both.clash |= _apart(row.category, column.category)
    if column.narrow and (not row.narrow or row.category in ("", "total")):
        both.printed = column.printed
    return both


def _narrower(one: str, other: str) -> str:
    if one in ("", "total") or other in ("", "total"):
        return other if one in ("", "total") and other else one
    return min(one, other, key=lambda code: len(leaves(code)))


def _unit(one: str, other: str) -> str:
    known = {unit for unit in (one, other) if unit not in ("", "mixed")}
    return known.pop() if len(known) == 1 else ("mixed" if one or other else "")


def _apart(one: str, other: str) -> bool:
    """Whether two categories are both narrow, so that their crossing is neither."""
    if one in ("", "total") or other in ("", "total") or one == other:
        return False
    return not (leaves(one) <= leaves(other) or leaves(other) <= leaves(one))


def lists_places(labels: Iterable[Attributes]) -> bool:
    """Whether labels are a list of places to live, in which "Other" is another such place."""
    return is_list({found.category for found in labels})


def is_list(categories: Iterable[str]) -> bool:
    """Whether categories are several places to live, none of them a part of another: below such a
    whole "Other" may be one of its parts."""
    places = [category for category in categories if category in PLACES]
    return len(places) >= 2 and not any(leaves(a) < leaves(b) for a in places for b in places)


def gather(
    texts: Iterable[str], country: str = "", group: str = "", answers: Mapping[str, str] = NONE
) -> Attributes:
    """What texts say together, the widest first; a category is the group of those below it.
    `answers`: what a person said that unknown labels mean."""
    found, said = Attributes(), meaning.NOTHING
    for text in texts:
        said = answered(meaning.of(text, country, group), answers)
        found.add(said)
        if said.label and said.label.category in CATEGORIES and said.label.kind == "category":
            group = said.label.category
    if said.head:
        # The lowest heading names a dimension, and no member of it.
        found.unknown.append(said.text)
    return found
