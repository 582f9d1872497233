"""Where children live: the mix, the family-based share, each kind of home."""

import streamlit as st

from cpdash.captions import caption
from cpdash.charts import mix, multiples, trend
from cpdash.indicators import FAMILY_DEFINITIONS, INDICATORS
from cpdash.ui import choices, frame, html
from cpdash.ui.card import card

view = frame.guard()
html.heading(f"Where children live in {view.name}", view.under)

unit = choices.number_or_share()
groups = choices.groups(view, unit)
if not groups:
    html.notice(*choices.why_nothing(view))
    st.stop()
every = choices.apart(view.drawn(*choices.kinds(view, unit)))
drawn = every if choices.one_census(every) else view.drawn(*groups)
title, notes = choices.mix_title(drawn), choices.left_over(drawn)
text = caption(view.census, view.area, view.collection, drawn, title, notes)
if choices.one_census(every):
    figure = mix.figure(choices.bars(view), text, show="share" if unit == "percent" else "count")
else:
    breaks = view.breaks(drawn)
    figure = trend.figure(choices.lines(drawn), text, unit=unit, from_zero=True, breaks=breaks)
card("where-children-live", text, figure, view.census, drawn)

html.section("Living in a family")
definition = choices.family_definition()
html.paragraph(INDICATORS[definition].definition)
drawn = view.drawn(definition)
if choices.nothing(drawn):
    html.notice(choices.other_definitions(view, definition))
else:
    text = caption(view.census, view.area, view.collection, drawn)
    if choices.one_census(drawn):
        drawn = choices.definitions(view)
        text = caption(view.census, view.area, view.collection, drawn, text.title)
        figure = mix.figure(choices.definition_bars(drawn), text, show="share")
    else:
        zero, breaks = not choices.close_up(), view.breaks(drawn)
        lines = choices.lines(drawn)
        figure = trend.figure(lines, text, unit="percent", from_zero=zero, breaks=breaks)
    card("family-based-care", text, figure, view.census, drawn)

if not choices.one_census(every):
    html.section("Each kind of home", "The same scale in every panel, so that they compare.")
    title = f"Each kind of home in {view.name}"
    text = caption(view.census, view.area, view.collection, every, title)
    panels = choices.panels(every)
    figure = multiples.figure(panels, text, unit=unit, columns=2, same_scale=True)
    card("each-kind-of-home", text, figure, view.census, every)

html.section("Three definitions of living in a family")
html.terms((INDICATORS[name].title, INDICATORS[name].definition) for name in FAMILY_DEFINITIONS)
