"""The corporate parenting plan: its commitments and actions, and every target with its chart."""

import streamlit as st

from cpdash.ui import frame, html, judging

view = frame.guard()
plan = judging.plan(view)
html.heading(f"The plan of {view.name}", judging.plan_line(view))
if plan is None:
    judging.no_plan(view)
    st.stop()

judgements = judging.judged(view, plan)
html.section(
    "Targets",
    f"Whether the plan's words came true, by arithmetic alone. {judging.tally(judgements)}.",
)
judging.targets(view, judgements)

for commitment in plan.commitments:
    html.section(f"Core commitment {commitment.number}: {commitment.title}", commitment.outcome)
    html.points(commitment.aims)
    html.table(
        f"Actions of commitment {commitment.number}",
        ("Action", "What", "How progress is seen", "Lead officer", "By"),
        judging.actions(commitment),
    )
html.paragraph(f"Source: {plan.source}, {plan.published}. {plan.note}")
html.paragraph(
    f"Commitments, actions and targets are read from {plan.file}: edit it to change them."
)
