"""New workbooks: what they say, before anything of them is stored."""

from cpdash.ui import frame, html
from cpdash.ui.upload import choosing, kept, saying

frame.framed()
html.heading("Add figures", "Drop in a workbook as it was sent, and see what it says.")

choosing.choose()
files = kept.sent()
if not files:
    html.points(choosing.ADVICE)
saying.each(files)
