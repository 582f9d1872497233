"""Rows that are some of those in a row above: "of which kinship"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from cpdash.sheets.tables.attributes import Attributes
from cpdash.vocabulary import PLACES, leaves

OF_WHICH: Final = re.compile(r"\W*(out )?of (which|whom|these|those)\b", re.IGNORECASE)


@dataclass
class OfWhich:
    """Follows the rows of a table from top to bottom. `parts`: labels of some of those in a row
    above; `whole`: the place that the last other row names."""

    parts: set[str] = field(default_factory=set)
    whole: str = ""

    def hear(self, label: object) -> None:
        """Remember a label that begins so."""
        if OF_WHICH.match(str(label)):
            self.parts.add(str(label))

    def check(self, found: Attributes, labels: Iterable[object]) -> None:
        """Doubt a row "of which kinship" below one of foster care: it may be some of these only."""
        place = found.category if found.category in PLACES else ""
        texts = self.parts.intersection(map(str, labels)) if self.parts else set()
        if not texts:
            self.whole = place
        elif self.whole and place and not leaves(place) <= leaves(self.whole):
            found.unknown = [*found.unknown, *texts]
