"""New workbooks in three steps: what they say, what they change, accepted; and the history."""

from cpdash.ui import frame, held, html
from cpdash.ui.upload import accepting, choosing, history, kept, naming, remembering, saying

view = frame.framed()
have = held.held()
html.heading(
    "Data", "Drop in a workbook as it was sent: see what it says and what it changes, then accept."
)
if view is None and have.store_fault:
    html.notice(have.store_fault)
accepting.said()
choosing.choose()
if not kept.sent():
    html.points(choosing.ADVICE)
about = naming.asked(bool(kept.sent()))
remembering.use(about.publisher)
saying.each(kept.sent())
accepting.steps(have, [one for one in kept.uploads() if len(one.reading.figures)], about)
history.show(have, about.name, view.area if view else "")
