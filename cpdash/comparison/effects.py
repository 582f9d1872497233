"""What a file would change on the pages: headline numbers and verdicts on a plan's targets."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpdash.areas import AREAS
from cpdash.census import Census
from cpdash.indicators import INDICATORS
from cpdash.judgement import Judgement, beside, judge
from cpdash.plan import Plan
from cpdash.series import Gap, Point
from cpdash.targets import VERDICTS
from cpdash.vocabulary import COLLECTIONS, STATUSES, WITHHELD
from cpdash.wording import day, lower_first, value_and_counts

HEADLINES: Final = (
    "looked_after",
    "family_based",
    "community_share",
    "residential_share",
    "aftercare_eligible",
    "aftercare_uptake",
)
"""The indicators that lead the pages."""


@dataclass(frozen=True)
class Effect:
    """A headline indicator at its newest census, before and after: a Point, a Gap where that
    census does not give it or withholds it, None before where no census is held."""

    area: str
    collection: str
    indicator: str
    before: Point | Gap | None
    after: Point | Gap

    @property
    def changed(self) -> bool:
        """Whether a page would say something else."""
        return _says(self.before) != _says(self.after)

    @property
    def _hidden(self) -> bool:
        old, new = self.before, self.after
        given = isinstance(old, Point) and isinstance(new, Gap) and old.when == new.when
        return given and new.status in WITHHELD

    def sentence(self) -> str:
        """The newest census before and after, with both values; of one census that is withheld now
        the mark alone."""
        name = INDICATORS[self.indicator].title
        where = f"{AREAS[self.area].name}, {lower_first(COLLECTIONS[self.collection])}"
        old, new = (_words(self.indicator, one) for one in (self.before, self.after))
        said = f"now {old}, would be {new}" if self.changed else f"stays {new}"
        if self._hidden:
            said = f"now given, would be {new}"
        return f"{name}, {where}: {said}."


@dataclass(frozen=True)
class Ruling:
    """A target of an area's plan, judged before and after."""

    area: str
    before: Judgement
    after: Judgement

    @property
    def changed(self) -> bool:
        """Whether the verdict or the reason given for it would be another."""
        old, new = self.before, self.after
        return (old.verdict.arithmetic, old.said) != (new.verdict.arithmetic, new.said)

    def sentence(self) -> str:
        """The plan's words, the verdict before and after, and why."""
        old, new = (VERDICTS[one.verdict.arithmetic] for one in (self.before, self.after))
        said = f"stays {new}" if old == new else f"now {old}, would be {new}"
        return f"{self.after.text}: {said}. {self.after.said}"


def effects(
    held: Census, spoken_of: Census, pairs: Iterable[tuple[str, str]]
) -> tuple[Effect, ...]:
    """Each of HEADLINES of each area and collection that has a census of it. `spoken_of`: what
    would be held of the censuses and groups of measures that the files speak of."""
    found = []
    for pair in pairs:
        for name in HEADLINES:
            before, of_files = (c.newest(INDICATORS[name], *pair) for c in (held, spoken_of))
            newer = of_files and (before is None or of_files.when >= before.when)
            after = of_files if newer else before
            if after:
                found.append(Effect(*pair, name, before, after))
    return tuple(found)


def rulings(
    before: Census, after: Census, plans: Iterable[Plan], as_of: date
) -> tuple[Ruling, ...]:
    """Each target of each plan, judged on both."""
    return tuple(
        Ruling(plan.area, old, new)
        for plan in plans
        for old, new in zip(
            judge(before, plan.targets, plan.area, as_of),
            judge(after, plan.targets, plan.area, as_of),
            strict=True,
        )
    )


def concerned(
    plans: Mapping[str, Plan], areas: Iterable[str]
) -> Iterator[tuple[Plan, frozenset[str]]]:
    """The plans with a target that is judged on any of these areas, and all areas that each of
    them is judged on."""
    touched = frozenset(areas)
    for area, plan in plans.items():
        judged_on = frozenset({area}).union(*(beside(t, area) for t in plan.targets))
        if judged_on & touched:
            yield plan, judged_on


def _says(one: Point | Gap | None) -> tuple[object, ...]:
    if isinstance(one, Point):
        return one.when, one.status, one.numerator, one.denominator
    return (one.when, one.status) if one else ()


def _words(indicator: str, one: Point | Gap | None) -> str:
    if one is None:
        return "not held"
    if isinstance(one, Point):
        words = value_and_counts(INDICATORS[indicator], one)
        marks = f" ({STATUSES[one.status]})" if one.status else ""
        return f"{words}{marks} at {day(one.when)}"
    return f"{STATUSES[one.status] if one.status else 'not given'} at {day(one.when)}"
