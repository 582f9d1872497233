"""The corporate parenting dashboard: brings up the frame and runs the chosen page."""

from cpdash.ui import frame

frame.run(frame.show())
