"""One figure builder a chart: tidy observations and words in, a Plotly figure out.

Each chart module has `figure(...)` and `example()`; `sparkline` is inline SVG.
"""

from cpdash.charts.lines import Line
from cpdash.charts.mix import Part

__all__ = ["Line", "Part"]
