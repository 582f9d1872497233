"""The plan beside the figures: each target judged, said in one line, or shown as a card."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from cpdash.captions import caption
from cpdash.charts import target as target_chart
from cpdash.charts.lines import Line
from cpdash.indicators import INDICATORS
from cpdash.intake import PLAN
from cpdash.judgement import Judgement, judge
from cpdash.plan import Commitment, Plan
from cpdash.series import Point
from cpdash.targets import VERDICTS, Verdict
from cpdash.theme import PLOT_HEIGHT
from cpdash.ui import html
from cpdash.ui.card import card
from cpdash.ui.frame import View
from cpdash.ui.held import today
from cpdash.wording import MIN_BASE, day, number, plural, round_half_up

NOT_MEASURED = "not_measurable"


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


def judged(view: View, has: Plan) -> tuple[Judgement, ...]:
    """Every target of the plan, in its order, on the collection that the target names."""
    return judge(view.census, has.targets, view.area, today())


def _line(judged: Judgement) -> html.Judged:
    """A judgement on one line."""
    arithmetic = judged.verdict.arithmetic
    return html.Judged(arithmetic, VERDICTS[arithmetic], judged.text, judged.said)


def one_line_each(view: View) -> None:
    """The overview's list of targets."""
    has = plan(view)
    if has is None:
        no_plan(view)
    else:
        judgements = judged(view, has)
        html.verdicts(_line(j) for j in judgements if j.verdict.arithmetic != NOT_MEASURED)
        apart = [_line(j) for j in judgements if j.verdict.arithmetic == NOT_MEASURED]
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
            html.verdicts(map(_line, group))


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
    card(f"target-{target.id}", text, figure, view.census, drawn, _line(judgement))


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
