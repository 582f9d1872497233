"""How the number entitled to aftercare has grown, from a base that nobody picks."""

from cpdash.trends import PERCENT_FROM, first_comparable, growth, years_between
from cpdash.ui import html
from cpdash.ui.frame import View
from cpdash.ui.tiles import marked
from cpdash.wording import apart, day, growth_words, number, plural

PEOPLE = ("young person", "young people")


def said(view: View, baseline: tuple[int, str] | None) -> None:
    """Growth from the plan's baseline where there is one, and from the first comparable census;
    both dates printed, and no growth across a break."""
    series = view.series("aftercare_eligible")
    shown = series.shown
    if not shown:
        html.paragraph("Nothing to compare yet: no census in this period has a figure.")
        return
    new = shown[-1]
    now = f"{plural(new.numerator, *PEOPLE)}{marked(new)} at {day(new.when)}"
    if baseline:
        base, plan_says = baseline
        from_plan = growth_words(growth(base, new.numerator))
        html.paragraph(
            f"From the plan's baseline: {from_plan}, from {number(base)} to {now}. {plan_says}"
        )
    first = first_comparable(series)
    if first is None:
        html.paragraph(f"{now}. There is no earlier comparable census to measure growth from.")
    else:
        years = years_between(first.when, new.when)
        grown = growth(first.numerator, new.numerator, years)
        words = growth_words(grown)
        a_year = (
            f", {number(grown.a_year * 100, 1)}% a year"
            if grown.a_year and grown.base >= PERCENT_FROM
            else ""
        )
        html.paragraph(
            f"From the first comparable census: {words}{a_year}, from {number(first.numerator)} at "
            f"{day(first.when)} to {now}. The two are {apart(round(years * 12))} apart."
        )
    older = [point for point in shown if point.segment != new.segment]
    if older:
        html.paragraph(
            f"Up to {day(older[-1].when)} the figures ({number(older[-1].numerator)} on that day) "
            "were counted by other rules, so no growth is given from them: part of it would be "
            "the change of rules."
        )
