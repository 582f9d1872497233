"""The plan beside the figures: each target judged, said in one line, or shown as a card."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from cpdash.areas import AREAS, FAMILY_GROUP
from cpdash.captions import caption
from cpdash.charts import target as target_chart
from cpdash.charts.lines import Line
from cpdash.indicators import INDICATORS
from cpdash.plan import Commitment, Plan
from cpdash.series import Point, Series
from cpdash.targets import VERDICTS, Target, Verdict, evaluate, sentence
from cpdash.theme import PLOT_HEIGHT
from cpdash.ui import html
from cpdash.ui.card import card
from cpdash.ui.frame import View
from cpdash.ui.held import PLAN, today
from cpdash.wording import MIN_BASE, day, number, plural, round_half_up

NOT_MEASURED = "not_measurable"


@dataclass(frozen=True)
class Judgement:
    """A target, the observations it was judged on, and what they say."""

    target: Target
    series: Series
    verdict: Verdict
    said: str

    @property
    def line(self) -> html.Judged:
        """The same on one line."""
        return html.Judged(
            self.verdict.arithmetic, VERDICTS[self.verdict.arithmetic], self.text, self.said
        )

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


def plan(view: View) -> Plan | None:
    """The plan of the chosen area."""
    return view.held.plans.get(view.area)


def plan_line(view: View) -> str:
    """The plan's name and years, and the day on which it is judged."""
    has = plan(view)
    if has is None:
        return ""
    return f"{has.title}, {day(has.starts)} to {day(has.ends)}. Judged as of {day(today())}."


def no_plan(view: View) -> None:
    """Why there is no plan to show: none was written, or its workbook is wrong."""
    wrong = view.held.plan_faults
    if wrong:
        html.notice("The plan cannot be read.", *(problem.sentence() for problem in wrong))
    else:
        html.notice(
            f"No plan is held for {view.name}.",
            f"Write its commitments, actions and targets into a workbook like data/{PLAN}, and put "
            "it beside that one as data/plan-NAME.xlsx.",
        )


def judged(view: View, has: Plan) -> list[Judgement]:
    """Every target of the plan, in its order, on the collection that the target names."""
    return [_judge(view, target) for target in has.targets]


def _judge(view: View, target: Target) -> Judgement:
    indicator = INDICATORS.get(target.indicator)
    if indicator is None:
        series = Series()
        verdict = evaluate(target, series, today())
        return Judgement(target, series, verdict, sentence(target, verdict, "", "count"))
    series = view.census.series(indicator, view.area, target.collection)
    beside, name = Series(), ""
    if target.comparator == FAMILY_GROUP:
        beside = view.census.family_group(indicator, view.area, target.collection)
        name = "its family group"
    elif target.comparator in AREAS:
        beside = view.census.series(indicator, target.comparator, target.collection)
        name = AREAS[target.comparator].name
    verdict = evaluate(target, series, today(), beside)
    said = sentence(target, verdict, indicator.title, indicator.unit, name)
    shown = series.shown
    if verdict.reason == "CENSUS_NOT_HELD" and target.due and shown:
        said += f" The plan ended on {day(target.due)}; the newest census is {day(shown[-1].when)}."
    return Judgement(target, series, verdict, said)


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
    for drawn, group in groupby(judgements, lambda j: j.drawable):
        if drawn:
            for judgement in group:
                _card(view, judgement)
        else:
            html.verdicts(judgement.line for judgement in group)


def _card(view: View, judgement: Judgement) -> None:
    target, verdict = judgement.target, judgement.verdict
    indicator, series = INDICATORS[target.indicator], judgement.series
    shown = series.shown
    drawn = [(indicator, indicator.title, series)]
    word = VERDICTS[verdict.arithmetic]
    notes = (f"{word}. {judgement.said}", *_notes(judgement))
    text = caption(view.census, view.area, target.collection, drawn, judgement.text, notes)
    figure = target_chart.figure(
        Line(indicator.title, series),
        text,
        unit=indicator.unit,
        path=_path(judgement, shown),
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


def _limit(verdict: Verdict) -> float | None:
    """The floor or the ceiling that was judged by; of a range the lower one."""
    return next((one for one in verdict.limits or () if one is not None), None)


def _path(judgement: Judgement, shown: Sequence[Point]) -> tuple[tuple[date, float], ...]:
    """The target's path; a single limit, and a number that cannot be judged yet, are level lines
    over the years that are shown."""
    target, verdict = judgement.target, judgement.verdict
    if verdict.path or _range(verdict):
        return verdict.path
    limit = _limit(verdict)
    limit = target.target_value if limit is None else limit
    if limit is None:
        return ()
    return (shown[0].when, limit), (max(shown[-1].when, target.due or date.min), limit)


def _notes(judgement: Judgement) -> Iterable[str]:
    target = judgement.target
    yield from _gap(judgement)
    if target.interpretation:
        agreed = f" Agreed: {target.agreed_by}." if target.agreed_by else ""
        yield f"How we read it: {target.interpretation}{agreed}"
    if target.baseline_note:
        origin = f" ({target.baseline_origin})" if target.baseline_origin else ""
        yield f"Baseline{origin}: {target.baseline_note}"


def _gap(judgement: Judgement) -> Iterable[str]:
    """How far the newest figure is from the one expected by then, or from the limit, in points
    and in people; nothing where they are the same, or the base is too small for a percentage."""
    verdict, indicator = judgement.verdict, INDICATORS[judgement.target.indicator]
    expected = verdict.expected if verdict.expected is not None else _limit(verdict)
    if verdict.observed is None or expected is None or _range(verdict) or not verdict.gap:
        return
    if verdict.smallest_base is not None and verdict.smallest_base < MIN_BASE:
        return
    apart = abs(verdict.observed[0] - expected)
    people = int(round_half_up(abs(verdict.gap_children or 0.0)))
    size = f"{number(apart, 1)} points, about {plural(people, indicator.person, indicator.people)}"
    if indicator.unit == "count":
        size = number(apart, 0 if apart == int(apart) else 1)
    side = "above" if verdict.observed[0] > expected else "below"
    what = "what was expected by then" if verdict.limits is None else "the limit"
    yield f"{size}, {side} {what}."


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
