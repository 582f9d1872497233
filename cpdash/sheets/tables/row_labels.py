"""What one label says of its row, as the heading of its column has it."""

from typing import Final

from cpdash.sheets.tables.row_areas import is_code
from cpdash.sheets.words import labels, meaning
from cpdash.sheets.words.dates import when_of
from cpdash.sheets.words.limits import limits_row
from cpdash.sheets.words.meaning import Meaning
from cpdash.sheets.words.publications import from_column

PASSED_OVER: Final = frozenset(("note", "old_code", "time_kind", "area", "code"))
LEVELS: Final = frozenset(
    "national|country|countries|regional|region|regions|local authority|local authorities|la"
    "|council|councils|council area|council areas|county|unitary authority|trust|trusts|hsc trust"
    "|england|health and social care trust|upper tier|upper tier local authority|scotland|wales|uk"
    "|northern ireland".split("|")
)
"""Levels of geography of which the dashboard holds areas."""
WHOLE: Final = frozenset(("total", "all", "both", "persons", "all persons", "all ages", "na", "z"))
PEOPLE: Final = frozenset(("children", "people", "persons", "young people"))
"""What a column of units may say besides how it counts."""
PLACEMENT: Final = frozenset(
    "placement placements placement type type of placement accommodation accommodation type".split()
) | {"placement type", "type of placement", "accommodation type", "type of accommodation"}


def of_label(heading: str, dimension: str, value: object, country: str, group: str) -> Meaning:
    """What a label under a heading says; `dimension` is what the heading names, `group` the
    category of the label before it."""
    text = " ".join(str(value).split())
    measure = from_column(heading, text)
    if measure is not None:
        return Meaning(text, measure=measure, label=labels.find("total" if measure else "male"))
    if dimension == "note" and limits_row(text):
        return Meaning(text, unknown=True)
    if dimension in PASSED_OVER or is_code(heading, value):
        return meaning.NOTHING
    if dimension == "level":
        return meaning.NOTHING if text.casefold() in LEVELS else _some(text)
    if dimension == "time":
        when = when_of(value)
        return Meaning(text, (when,) if when else (), unknown=when is None)
    if dimension in ("breakdown", "other"):
        plain = text.casefold()
        whole = plain in WHOLE or (dimension == "breakdown" and plain in PLACEMENT)
        return meaning.NOTHING if whole else _some(text)
    said = meaning.of_value(value, country, group)
    if said.head or (dimension == "unit" and said.unknown):
        # The name of a dimension is no member of it: "Number of placements" is not everyone.
        return meaning.NOTHING if text.casefold() in PEOPLE else _some(text)
    only_area = said.area and said.label is None and not said.measure
    return meaning.NOTHING if only_area else said


def _some(text: str) -> Meaning:
    """A label of some of the people, of whom the dashboard holds nothing."""
    return Meaning(text, label=labels.Label(None, "other"))
