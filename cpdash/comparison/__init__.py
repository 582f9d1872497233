"""What a file would change: compared with what is held, before anybody accepts it."""

from cpdash.comparison.comparing import Comparison, compare
from cpdash.comparison.differences import Older
from cpdash.comparison.effects import HEADLINES, Effect, Ruling
from cpdash.comparison.jumps import Jump
from cpdash.comparison.sums import Sum
from cpdash.comparison.words import contents, figure_name

__all__ = [
    "HEADLINES",
    "Comparison",
    "Effect",
    "Jump",
    "Older",
    "Ruling",
    "Sum",
    "compare",
    "contents",
    "figure_name",
]
