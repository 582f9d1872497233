"""A plan's targets beside the figures: each judged on a day, and what is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cpdash.areas import AREAS, FAMILY_GROUP
from cpdash.census import Census
from cpdash.indicators import INDICATORS
from cpdash.series import Series
from cpdash.targets import Target, Verdict, evaluate, sentence
from cpdash.wording import day


@dataclass(frozen=True)
class Judgement:
    """A target, the observations it was judged on, and what they say."""

    target: Target
    series: Series
    verdict: Verdict
    said: str

    @property
    def drawable(self) -> bool:
        """Whether there is a figure to draw."""
        return bool(self.series.shown)

    @property
    def text(self) -> str:
        """The plan's words, with the number of the action or section they stand in."""
        action = self.target.action
        return (
            f"{action[:1].upper()}{action[1:]}: {self.target.text}" if action else self.target.text
        )


def judge(
    census: Census, targets: Iterable[Target], area: str, as_of: date
) -> tuple[Judgement, ...]:
    """Each target of an area's plan, in its order, judged on the day `as_of` on the collection
    that the target names."""
    return tuple(_one(census, target, area, as_of) for target in targets)


def beside(target: Target, area: str) -> frozenset[str]:
    """Codes of the areas whose figures a target of `area` is judged on, its own among them."""
    if target.comparator == FAMILY_GROUP:
        group = AREAS[area].family_group
        return frozenset(a.code for a in AREAS.values() if a.family_group == group) | {area}
    return frozenset({area, target.comparator} & AREAS.keys())


def _one(census: Census, target: Target, area: str, as_of: date) -> Judgement:
    indicator = INDICATORS.get(target.indicator)
    if indicator is None:
        series = Series()
        verdict = evaluate(target, series, as_of)
        return Judgement(target, series, verdict, sentence(target, verdict, "", "count"))
    series = census.series(indicator, area, target.collection)
    others, name = Series(), ""
    if target.comparator == FAMILY_GROUP:
        others = census.family_group(indicator, area, target.collection)
        name = "its family group"
    elif target.comparator in AREAS:
        others = census.series(indicator, target.comparator, target.collection)
        name = AREAS[target.comparator].name
    verdict = evaluate(target, series, as_of, others)
    said = sentence(target, verdict, indicator.title, indicator.unit, name)
    shown = series.shown
    if verdict.reason == "CENSUS_NOT_HELD" and target.due and shown:
        said += f" The plan ended on {day(target.due)}; the newest census is {day(shown[-1].when)}."
    return Judgement(target, series, verdict, said)
