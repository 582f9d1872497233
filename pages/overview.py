"""Where children live now, how far the plan's targets are, and the longer view."""

from cpdash.captions import caption
from cpdash.charts import trend
from cpdash.ui import choices, frame, html, judging, tiles
from cpdash.ui.card import card
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day

view = frame.guard()
when = tiles.newest_census(view)
html.heading(
    view.title,
    f"{COLLECTIONS[view.collection]}, census of {day(when)}" if when else "",
)
if when is None:
    html.notice(
        "No census in this period has figures on children looked after.", "Widen the period."
    )
else:
    numbers = tiles.placement_tiles(view, when)
    numbers.append(tiles.aftercare_tile(view, judging.aftercare_baseline(view)))
    html.tiles(numbers, tiles.footer(view, when), view.illustrative)

if not view.is_country:
    html.section("How far the plan has come", judging.plan_line(view))
    judging.one_line_each(view)

html.section(
    "The longer view: the national return",
    view.about_the_return,
)
national = view.national()
if national is None:
    html.notice(f"The national return has no figures for {view.name} in this period.")
else:
    drawn = national.drawn("looked_after")
    text = caption(view.census, view.area, "national", drawn)
    breaks = national.breaks(drawn)
    figure = trend.figure(choices.lines(drawn), text, unit="count", from_zero=True, breaks=breaks)
    card("national-return", text, figure, view.census, drawn)
