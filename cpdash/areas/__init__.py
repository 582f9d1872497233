"""Areas of the four countries: what they are, how a text names one, and which rows are none.

A text is looked up exactly, whatever stands around it; a near spelling is suggested to people and
never assumed.
"""

from cpdash.areas.lists import AREAS, FAMILY_GROUP, Area, Kind, plain
from cpdash.areas.names import Conflict, by_codes, find, nearest
from cpdash.areas.statistics import is_statistic
from cpdash.areas.totals import is_total, total_of

__all__ = [
    "AREAS",
    "FAMILY_GROUP",
    "Area",
    "Conflict",
    "Kind",
    "by_codes",
    "find",
    "is_statistic",
    "is_total",
    "nearest",
    "plain",
    "total_of",
]
