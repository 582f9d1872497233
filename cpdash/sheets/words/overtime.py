"""Counts of everyone over some time, which are none of those on a day."""

import re
from typing import Final

OVER_TIME: Final = re.compile(
    r"\b(in|during|over|within|throughout) (the )?(last |past )?(financial |calendar |reporting )?"
    r"(years?|(\d+|twelve|six|three) months|quarter|period)\b(?! on year)"
    r"|\b(last|previous|prior|next) (financial |calendar |reporting )?(year|quarter|month|period)\b"
    r"|(?<!\bup )\bto date\b|\bend of (the )?year\b|\bcumulative",
    re.IGNORECASE,
)
"""How a text says that it counts over some time, or does not say on which day."""
