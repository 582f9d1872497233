"""The chosen area beside others, on the national return."""

from dataclasses import dataclass

import streamlit as st

from cpdash.areas import AREAS
from cpdash.captions import sources, span, status_notes
from cpdash.indicators import INDICATORS, Indicator
from cpdash.series import Series
from cpdash.ui.address import BESIDE, COMPARED
from cpdash.ui.frame import View
from cpdash.wording import CardText, day, number, plural, value

DEFINITIONS_DIFFER = (
    "Scotland and England count differently: Scotland at 31 July, with children at home under a "
    "supervision order; England at 31 March. Only care away from home is near to comparable."
)
Named = tuple[str, str, Series]


@dataclass(frozen=True)
class Beside:
    """What is drawn: (area code, name, observations) of the chosen area, of others, and of its
    country; and the names of those that have no figures."""

    focus: Named
    others: tuple[Named, ...]
    country: tuple[Named, ...]
    without: tuple[str, ...]

    @property
    def all(self) -> tuple[Named, ...]:
        return (self.focus, *self.country, *self.others)


def indicator() -> Indicator:
    """What is compared: shares, since counts of councils of different size say nothing."""
    titles = {INDICATORS[name].title: INDICATORS[name] for name in COMPARED}
    chosen = st.selectbox(
        "Compare",
        list(titles),
        key="measure",
        bind="query-params",
        persist_state="session",
    )
    return titles[chosen or next(iter(titles))]


def picked(view: View) -> list[str]:
    """The areas to compare with, its family group unless the reader picks others."""
    group = AREAS[view.area].family_group
    codes = [
        code
        for code in view.census.areas()
        if code != view.area and "national" in view.census.collections(code)
    ]
    names = {AREAS[code].name: code for code in codes if AREAS[code].kind != "illustrative"}
    family = [
        name
        for name, code in names.items()
        if group is not None and AREAS[code].family_group == group
    ]
    chosen = st.multiselect(
        "Beside",
        list(names),
        family,
        key=f"{BESIDE}{view.area}",
        bind="query-params",
        persist_state="session",
        help="Its family group: councils that the Improvement Service groups as alike.",
    )
    return [names[name] for name in chosen]


def compared(view: View, what: Indicator, codes: list[str]) -> Beside:
    """The observations of every area that is drawn."""
    home = AREAS[view.area].country
    countries = [area.code for area in AREAS.values() if area.kind == "country"]
    also = [code for code in countries if AREAS[code].country == home and code != view.area]

    def named(code: str) -> Named:
        return code, AREAS[code].name, view.series(what.id, code, "national")

    others = [named(code) for code in codes if code not in also]
    return Beside(
        named(view.area),
        tuple(other for other in others if other[2].shown),
        tuple(one for one in map(named, also) if one[2].shown),
        tuple(name for _, name, series in others if not series.shown),
    )


def how_many(view: View, shown: Beside) -> str:
    """How many of the areas picked have figures, and which have none."""
    asked, have = len(shown.others) + len(shown.without), len(shown.others)
    if not asked:
        return "No areas are picked to stand beside it."
    said = f"{have} of {plural(asked, 'area', 'areas')} picked {'has' if have == 1 else 'have'}"
    said += " figures"
    if shown.without:
        said += f"; none for {', '.join(shown.without)}"
    mine = "" if shown.focus[2].shown else f" {view.name} itself has none on this measure."
    return f"{said}.{mine}"


def words(view: View, what: Indicator, shown: Beside) -> CardText:
    """The words of the comparison: the chosen area first, then its country, at one census."""
    mine = shown.focus[2].shown
    if not mine:
        title = f"{what.title}: no figures for {view.name}"
    else:
        new = mine[-1]
        title = f"{what.title}: {view.name} {value(new)}"
        for _, name, series in shown.country:
            same = [p for p in series.shown if p.when == new.when]
            title += f", {name} {value(same[0])}" if same else ""
        title += f" at {day(new.when)}"
    lines = [series.shown for _, _, series in shown.all]
    # What a printed picture cannot do without comes first.
    countries = {AREAS[code].country for code, _, series in shown.all if series.shown}
    notes = [DEFINITIONS_DIFFER] if len(countries) > 1 else []
    if len(shown.others) > 1:
        notes.append(f"Grey lines: {', '.join(name for _, name, _ in shown.others)}.")
    if mine and mine[-1].denominator:
        notes.append(
            f"{view.name}'s newest share is of {number(mine[-1].denominator)} {what.people}."
        )
    notes += [what.definition, *what.caveats, *status_notes(drawn(what, shown))]
    dates = span([point.when for line in lines for point in line])
    parts = (f"{view.name} beside others", "the national return", dates, "per cent")
    subtitle = ", ".join(part for part in parts if part)
    return CardText(
        title,
        subtitle,
        sources(view.census, lines),
        tuple(notes),
        f"Line chart. {title}. {subtitle}. The table below it has every figure.",
        view.census.illustrative(view.area),
    )


def drawn(what: Indicator, shown: Beside) -> list[tuple[Indicator, str, Series]]:
    """The same for the table behind the chart."""
    return [(what, name, series) for _, name, series in shown.all]
