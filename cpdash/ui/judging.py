"""The plan beside the figures: each target judged, said in one line, or shown as a card."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

import pandas as pd

from cpdash.areas import AREAS
from cpdash.captions import caption
from cpdash.charts import target as target_chart
from cpdash.charts.lines import Line
from cpdash.indicators import INDICATORS
from cpdash.plan import Commitment, Plan
from cpdash.targets import VERDICTS, Target, Verdict, evaluate, sentence
from cpdash.theme import PLOT_HEIGHT
from cpdash.trends import Point, points
from cpdash.ui import html
from cpdash.ui.card import card
from cpdash.ui.frame import View
from cpdash.ui.held import PLAN, council_plans
from cpdash.wording import day, number, plural

FAMILY_GROUP = "family_group"
NOT_MEASURED = "not_measurable"


@dataclass(frozen=True)
class Judgement:
    """A target, the observations it was judged on, and what they say."""

    target: Target
    series: pd.DataFrame
    verdict: Verdict
    said: str

    @property
    def line(self) -> html.Judged:
        """The same on one line."""
        return html.Judged(
            self.verdict.arithmetic, VERDICTS[self.verdict.arithmetic], self.text, self.said
        )

    @property
    def text(self) -> str:
        """The plan's words, with the number of the action or section they stand in."""
        action = self.target.action
        return (
            f"{action[:1].upper()}{action[1:]}: {self.target.text}" if action else self.target.text
        )


def plan(view: View) -> Plan | None:
    """The plan of the chosen area."""
    return council_plans()[0].get(view.area)


def plan_line(view: View) -> str:
    """The plan's name and years."""
    has = plan(view)
    return f"{has.title}, {day(has.starts)} to {day(has.ends)}" if has else ""


def no_plan(view: View) -> None:
    """Why there is no plan to show: none was written, or its workbook is wrong."""
    wrong = council_plans()[1]
    if wrong:
        html.notice("The plan cannot be read.", *(problem.sentence() for problem in wrong))
    else:
        html.notice(
            f"No plan is held for {view.name}.",
            f"Add its commitments, actions and targets to data/{PLAN}.",
        )


def judged(view: View, has: Plan) -> list[Judgement]:
    """Every target of the plan, in its order, on the collection that the target names."""
    return [_judge(view, target) for target in has.targets]


def _judge(view: View, target: Target) -> Judgement:
    indicator = INDICATORS.get(target.indicator)
    if indicator is None:
        series = pd.DataFrame()
        verdict = evaluate(target, series, view.judged_on)
        return Judgement(target, series, verdict, sentence(target, verdict, "", "count"))
    series = view.census.series(indicator, view.area, target.collection)
    beside, name = None, ""
    if target.comparator == FAMILY_GROUP:
        beside = view.census.family_group(indicator, view.area, target.collection)
        name = "its family group"
    elif target.comparator in AREAS:
        beside = view.census.series(indicator, target.comparator, target.collection)
        name = AREAS[target.comparator].name
    verdict = evaluate(target, series, view.judged_on, beside)
    return Judgement(
        target,
        series,
        verdict,
        sentence(target, verdict, indicator.title, indicator.unit, name),
    )


def one_line_each(view: View) -> None:
    """The overview's list of targets."""
    has = plan(view)
    if has is None:
        no_plan(view)
    else:
        judgements = judged(view, has)
        html.verdicts(j.line for j in judgements if j.verdict.arithmetic != NOT_MEASURED)
        apart = [j.line for j in judgements if j.verdict.arithmetic == NOT_MEASURED]
        if apart:
            html.verdicts(apart, f"{plural(len(apart), 'target', 'targets')} not measured here")


def tally(judgements: Iterable[Judgement]) -> str:
    """How many targets have each verdict: a count, never a score."""
    counts: dict[str, int] = {}
    for judgement in judgements:
        word = VERDICTS[judgement.verdict.arithmetic]
        counts[word] = counts.get(word, 0) + 1
    return "; ".join(f"{word}: {count}" for word, count in counts.items())


def targets(view: View, judgements: Iterable[Judgement]) -> None:
    """Every target in its order: a card where there is something to draw, else a line."""
    for drawn, group in groupby(judgements, lambda j: _drawable(view, j)):
        if drawn:
            for judgement in group:
                _card(view, judgement)
        else:
            html.verdicts(judgement.line for judgement in group)


def _drawable(view: View, judgement: Judgement) -> bool:
    return not judgement.series.empty and bool(points(view.within(judgement.series)))


def _card(view: View, judgement: Judgement) -> None:
    target, verdict = judgement.target, judgement.verdict
    indicator, series = INDICATORS[target.indicator], view.within(judgement.series)
    shown = points(series)
    drawn = [(indicator, indicator.title, series)]
    word = VERDICTS[verdict.arithmetic]
    notes = (f"{word}. {judgement.said}", *_notes(judgement))
    text = caption(view.census, view.area, target.collection, drawn, judgement.text, notes)
    figure = target_chart.figure(
        Line(indicator.title, series),
        text,
        unit=indicator.unit,
        path=_path(verdict, shown),
        target_label="Target",
        limits=_range(verdict),
        from_zero=True,
        breaks=view.breaks(drawn),
        height=PLOT_HEIGHT["usual" if len(shown) > 1 else "low"],
    )
    card(f"target-{target.id}", text, figure, view.census, drawn, judgement.line)


def _range(verdict: Verdict) -> tuple[float, float] | None:
    lower, upper = verdict.limits or (None, None)
    return None if lower is None or upper is None else (lower, upper)


def _path(verdict: Verdict, shown: list[Point]) -> tuple[tuple[date, float], ...]:
    """The target's path; a single limit is a level line over the years that are shown."""
    if verdict.path or verdict.limits is None or _range(verdict):
        return verdict.path
    limit = next(one for one in verdict.limits if one is not None)
    return (shown[0].when, limit), (shown[-1].when, limit)


def _notes(judgement: Judgement) -> Iterable[str]:
    target, verdict = judgement.target, judgement.verdict
    indicator = INDICATORS[target.indicator]
    points_word = " points" if indicator.unit == "percent" else ""
    if verdict.gap is not None and verdict.gap_children is not None:
        side = "ahead of" if verdict.gap >= 0 else "short of"
        size = f"{number(abs(verdict.gap), 1)}{points_word}"
        people = plural(abs(round(verdict.gap_children, 9)), "child", "children")
        yield f"{size} {side} what was expected by then" + (
            f", about {people}." if points_word else "."
        )
    if target.interpretation:
        agreed = f" Agreed: {target.agreed_by}." if target.agreed_by else ""
        yield f"How we read it: {target.interpretation}{agreed}"
    if target.baseline_note:
        yield f"Baseline: {target.baseline_note}"


def aftercare_baseline(view: View) -> tuple[int, str] | None:
    """The plan's baseline for the number entitled to aftercare and what the plan says of it, if
    it is of the collection that is shown."""
    has = plan(view)
    for target in has.targets if has else ():
        if (
            target.indicator == "aftercare_eligible"
            and target.baseline_value is not None
            and target.collection == view.collection
        ):
            when = f" at {day(target.baseline_date)}" if target.baseline_date else ""
            return int(target.baseline_value), f"The baseline{when}: {target.baseline_note}"
    return None


def actions(commitment: Commitment) -> list[tuple[str, str, str, str, str]]:
    """The rows of a commitment's table of actions."""
    return [(a.number, a.title, a.measure, a.lead, a.due_text) for a in commitment.actions]
