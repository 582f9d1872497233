"""Where children live: the mix, the family-based share, each kind of home."""

import streamlit as st

from cpdash.captions import caption
from cpdash.charts import mix, multiples, trend
from cpdash.charts.lines import Line
from cpdash.indicators import FAMILY_DEFINITIONS, INDICATORS
from cpdash.ui import choices, frame, html
from cpdash.ui.card import card

view = frame.guard()
html.heading(f"Where children live in {view.name}", view.under)

unit = choices.number_or_share()
groups = choices.groups(view, unit)
if not groups:
    html.notice("No census in this period says where children live.", "Widen the period.")
    st.stop()
every = view.drawn(*choices.kinds(view, unit))
drawn = choices.apart(every) if choices.one_census(every) else view.drawn(*groups)
text = caption(view.census, view.area, view.collection, drawn, choices.mix_title(drawn))
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
text = caption(view.census, view.area, view.collection, drawn)
if choices.one_census(drawn):
    drawn = view.drawn(*FAMILY_DEFINITIONS)
    figure = mix.figure(choices.definitions(view), text, show="share", decimals=1)
else:
    figure = trend.figure(
        [Line(INDICATORS[definition].title, drawn[0][2])],
        text,
        unit="percent",
        from_zero=not choices.close_up(),
        breaks=view.breaks(drawn),
    )
card("family-based-care", text, figure, view.census, drawn)

if not choices.one_census(every):
    html.section("Each kind of home", "The same scale in every panel, so that they compare.")
    text = caption(
        view.census, view.area, view.collection, every, f"Each kind of home in {view.name}"
    )
    panels = [Line(label, series) for _, label, series in every]
    figure = multiples.figure(panels, text, unit=unit, columns=2, same_scale=True)
    card("each-kind-of-home", text, figure, view.census, every)

html.section("Three definitions of living in a family")
html.terms((INDICATORS[name].title, INDICATORS[name].definition) for name in FAMILY_DEFINITIONS)
