"""Aftercare: who is entitled, who receives it, and how the number has grown."""

from cpdash.captions import caption
from cpdash.charts import mix, trend
from cpdash.charts.lines import Line
from cpdash.ui import choices, frame, growing, html, judging
from cpdash.ui.card import card

view = frame.guard()
html.heading(f"Aftercare in {view.name}", view.under)

drawn = [d for d in view.drawn("aftercare_eligible", "aftercare_receiving") if d[2]]
if not drawn:
    html.notice(
        f"No figures on aftercare are held for {view.name} in this period.",
        "Widen the period, choose the other figures where there are two, or add a workbook.",
    )
else:
    text = caption(view.census, view.area, view.collection, drawn)
    if choices.one_census(drawn):
        figure = mix.figure(choices.young_people(drawn), text, show="count")
    else:
        figure = trend.figure(
            choices.lines(drawn), text, unit="count", from_zero=True, breaks=view.breaks(drawn)
        )
    card("aftercare", text, figure, view.census, drawn)

    html.section("Growth")
    growing.said(view, judging.aftercare_baseline(view))

    html.section(
        "Uptake",
        "Of the young people entitled to aftercare, how many received it. The number can rise "
        "while the share falls.",
    )
    drawn = view.drawn("aftercare_uptake")
    if choices.nothing(drawn):
        html.paragraph("These figures do not say how many received aftercare.")
    else:
        text = caption(view.census, view.area, view.collection, drawn)
        figure = trend.figure(
            [Line("Uptake of aftercare", drawn[0][2])],
            text,
            unit="percent",
            from_zero=not choices.close_up(),
            breaks=view.breaks(drawn),
        )
        card("aftercare-uptake", text, figure, view.census, drawn)

drawn = view.drawn("continuing_care")
if not choices.nothing(drawn):
    html.section("Continuing care", drawn[0][0].definition)
    text = caption(view.census, view.area, view.collection, drawn)
    figure = trend.figure([Line(drawn[0][1], drawn[0][2])], text, unit="count", from_zero=True)
    card("continuing-care", text, figure, view.census, drawn)
