"""What a page lets its reader choose, and what is drawn for the choice."""

from dataclasses import replace

import streamlit as st

from cpdash.captions import Drawn
from cpdash.charts.lines import Line
from cpdash.charts.mix import Part
from cpdash.indicators import FAMILY_DEFINITIONS, INDICATORS, Unit
from cpdash.series import Gap, Point, Series
from cpdash.theme import STYLES
from cpdash.ui.frame import View
from cpdash.vocabulary import PLACES, WITHHELD, leaves
from cpdash.wording import day, number, share, value

GROUPS = ("at_home", "kinship", "foster", "residential")
HALVES = ("community", "residential")
WIDE = ("community", "away_from_home")


def number_or_share() -> Unit:
    """Whether counts or shares are drawn."""
    chosen = st.segmented_control(
        "Show",
        ("Number", "Share"),
        default="Share",
        key="show",
        bind="query-params",
        persist_state="session",
        required=True,
    )
    return "count" if chosen == "Number" else "percent"


def family_definition() -> str:
    """Which of the three definitions of family-based care is drawn: an indicator's id."""
    titles = {INDICATORS[name].title: name for name in FAMILY_DEFINITIONS}
    chosen = st.selectbox(
        "Definition",
        list(titles),
        key="definition",
        bind="query-params",
        persist_state="session",
    )
    return titles[chosen or INDICATORS["family_based"].title]


def close_up() -> bool:
    """Whether the axis may start above zero; the chart then says so."""
    return st.toggle(
        "Close-up: let the axis start above zero",
        key="closeup",
        bind="query-params",
        persist_state="session",
    )


def given(view: View, names: tuple[str, ...], unit: Unit) -> list[str]:
    """Those of the categories that the source gives at one census or more, as indicator ids."""
    ids = [name if unit == "count" else f"{name}_share" for name in names]
    return [name for name in ids if view.series(name).shown]


def groups(view: View, unit: Unit) -> list[str]:
    """The four kinds of home of the mix; community and residential where a source gives only
    those two."""
    found = given(view, GROUPS, unit)
    return found if len(found) > 1 else given(view, HALVES, unit)


def kinds(view: View, unit: Unit) -> list[str]:
    """Every kind of home that the source gives, in the order of the tree; `community` and the like
    only where nothing finer is given."""
    found = given(view, tuple(code for code in PLACES if code not in WIDE), unit)
    return found if len(found) > 1 else groups(view, unit)


def apart(drawn: Drawn) -> Drawn:
    """Without a kind of home that others of them make up together: no child has two bars."""
    covers = {label: leaves(indicator.parts[0]) for indicator, label, _ in drawn}

    def made_up(whole: str) -> bool:
        inside = [part for part in covers.values() if part < covers[whole]]
        return frozenset().union(*inside) == covers[whole]

    return [one for one in drawn if not made_up(one[1])]


def definitions(view: View) -> Drawn:
    """Those of the three definitions of family-based care that the source supports."""
    return [one for one in view.drawn(*FAMILY_DEFINITIONS) if one[2].shown]


def definition_bars(drawn: Drawn) -> list[Part]:
    """One bar a definition, at the one census there is; each says of how many it is a share."""
    return [
        Part(
            f"{label}, of {number(point.denominator)} children", point.numerator, point.denominator
        )
        for _, label, series in drawn
        for point in series.shown
        if point.denominator
    ]


def other_definitions(view: View, definition: str) -> str:
    """Why a definition shows nothing, and which of the others the source supports."""
    if withheld(view.series(definition)):
        return "Not shown: a figure that this share needs is withheld by its source."
    others = [indicator.title for indicator, _, _ in definitions(view)]
    supported = f"; they support “{'” and “'.join(others)}”" if others else ""
    return f"These figures do not support “{INDICATORS[definition].title}”{supported}."


def withheld(series: Series) -> bool:
    """Whether its source withholds a figure of it."""
    return any(one.status in WITHHELD for one in series)


def why_nothing(view: View) -> tuple[str, str]:
    """Why the page has nothing to show, and what to do."""
    ids = (*GROUPS, *HALVES)
    if any(withheld(view.series(name)) for name in ids):
        return "Where children live is not shown: its source withholds these figures.", (
            "They may be shown for another period."
        )
    return "No census in this period says where children live.", "Widen the period."


def left_over(drawn: Drawn) -> list[str]:
    """What share of the children the lines do not draw, at the newest census that has them all."""
    if drawn[0][0].unit == "count":
        return []
    latest = [series.shown[-1] for _, _, series in drawn]
    if len({(point.when, point.denominator) for point in latest}) > 1:
        return []
    rest = (latest[0].denominator or 0) - sum(point.numerator for point in latest)
    if rest <= 0:
        return []
    people = share(rest, latest[0].denominator or 0)
    return [f"Not drawn: children who live elsewhere, {people} at {day(latest[0].when)}."]


def panels(drawn: Drawn) -> list[Line]:
    """One panel a line."""
    return [Line(label, series) for _, label, series in drawn]


def one_census(drawn: Drawn) -> bool:
    """Whether all that is drawn belongs to one census, so that bars say more than lines."""
    return len({point.when for _, _, series in drawn for point in series.shown}) == 1


def nothing(drawn: Drawn) -> bool:
    """Whether no source gives anything that could be drawn, withheld figures apart."""
    return all(isinstance(one, Gap) and not one.status for _, _, series in drawn for one in series)


def young_people(drawn: Drawn) -> list[Part]:
    """One bar a measure of aftercare, at the one census there is."""
    return [replace(part, denominator=None) for part in _parts(drawn)]


def lines(drawn: Drawn) -> list[Line]:
    """Each line in a style of its own."""
    return [
        Line(label, series, style) for (_, label, series), style in zip(drawn, STYLES, strict=False)
    ]


def bars(view: View) -> list[Part]:
    """One bar a kind of home, with its count and its share, at the one census there is."""
    parts = _parts(apart(view.drawn(*kinds(view, "percent"))))
    return [part for part in parts if part.count is not None or part.status]


def _parts(drawn: Drawn) -> list[Part]:
    return [
        Part(label, one.numerator, one.denominator, one.status)
        if isinstance(one, Point)
        else Part(label, None, None, one.status)
        for _, label, series in drawn
        for one in series
    ]


def mix_title(drawn: Drawn) -> str:
    """The finding of the mix: the largest group at the newest census."""
    newest = max(point.when for _, _, series in drawn for point in series.shown)
    at_newest = [
        (point.numerator, label, point)
        for _, label, series in drawn
        for point in series.shown
        if point.when == newest
    ]
    _, label, point = max(at_newest, key=lambda found: found[0])
    largest = ", the largest group" if len(at_newest) == len(drawn) > 1 else ""
    return f"{label}: {value(point)} at {day(newest)}{largest}"
