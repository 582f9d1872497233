"""Where every figure comes from, what was revised, what the words mean, what is wrong."""

from cpdash.indicators import INDICATORS
from cpdash.ui import frame, html, tracing
from cpdash.vocabulary import STATUSES

view = frame.guard()
html.heading(f"Sources of {view.name}'s figures", view.under)

html.section("Every figure", "Each with the file, sheet and cell that it stands in.")
tracing.figures(view)

html.section("What each edition said", "All that is held of one figure, the newest census first.")
tracing.editions(view)

html.section(
    "Revisions",
    "Figures that one edition gives and another changes: what was said first and last.",
)
tracing.revisions(view)

html.section(
    "What was wrong in the workbooks",
    "In the plans, and in the workbooks that a new store begins with: those are said until the "
    "dashboard is started again. What could not be used was left out.",
)
tracing.faults(view)

html.section("Indicators", "Each with what it counts; places have a number and a share.")
html.terms(
    (i.title, " ".join((i.definition, *i.caveats)))
    for i in INDICATORS.values()
    if not i.id.endswith("_share")
)

html.section("Signs")
html.terms((f"[{code}]", meaning) for code, meaning in STATUSES.items() if code)
