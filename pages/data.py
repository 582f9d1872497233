"""New workbooks in three steps: what they say, what they change, accepted; and the history."""

from cpdash.ui import frame, held, html
from cpdash.ui.upload import (
    accepting,
    choosing,
    comparing,
    history,
    kept,
    naming,
    remembering,
    saying,
)

frame.framed()
have = held.held()
html.heading("Data", "Drop in a workbook as it was sent; see what it says and what it changes.")
accepting.said()
name, publisher = naming.asked()
choosing.choose()
remembering.use(publisher)
files = kept.sent()
if not files:
    html.points(choosing.ADVICE)
saying.each(files)
ready = [one for one in kept.uploads() if len(one.reading.figures)]
if ready and (compared := comparing.step(have, ready, publisher)):
    accepting.step(compared, name)
history.show(have, name)
