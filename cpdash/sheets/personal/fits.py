"""By what a heading says: whether the values beneath it are that."""

from collections.abc import Callable, Sequence
from typing import Final

from cpdash.sheets.personal.columns import (
    addresses,
    ages,
    days,
    keys,
    numbers,
    phrases,
    sexes,
    tokens,
)
from cpdash.sheets.personal.names import names

FITS: Final[dict[str, Callable[[Sequence[object]], bool]]] = {
    "name": names,
    "birth": days,
    "id": tokens,
    "address": addresses,
    "sex": sexes,
    "age": ages,
    "legal": phrases,
    "placement": phrases,
    "trait": phrases,
    "event": days,
    "key": keys,
    "label": keys,
    "person": keys,
    "count": numbers,
}
"""By what a heading says: whether the values beneath it are that."""
