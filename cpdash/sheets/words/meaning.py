"""What one text beside, above or in front of numbers says about them."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from cpdash import areas
from cpdash.sheets.tables.sorts import FILLER
from cpdash.sheets.words import labels, yearless
from cpdash.sheets.words.dates import When, when_of, whens
from cpdash.sheets.words.footnotes import bare
from cpdash.sheets.words.labels import Label
from cpdash.sheets.words.overtime import OVER_TIME
from cpdash.sheets.words.populations import Population, population
from cpdash.sheets.words.publications import coded
from cpdash.sheets.words.yearless import without

UNITS: Final = {"percent": "percent", "rate": "rate"}
"""Headings of columns of numbers that say only what sort of number stands below."""
MONEY_OR_SEX: Final = re.compile(r"[£$€]|\((?:m|f|b|g|males?|females?|boys|girls)\)\s*$", re.I)
"""Signs that what stands here counts pounds, or some of the children only."""
NUMBER_OF: Final = re.compile(r"(number|no\.?|count|total) of ", re.IGNORECASE)
NOT_CHILDREN: Final = re.compile(
    r"(?:approved |registered |council |in-house |agency |local authority )?(?:(?:foster|kinship)"
    r" (?:carers?|famil(?:y|ies)|parents?|households?|homes?)|(?:prospective )?adopters?|parents"
    r"|(?:children\W?s|residential|secure) (?:homes?|houses?|schools?|units?))",
    re.IGNORECASE,
)
"""Who cares for children, or where: "number of foster carers" is no number of children."""
BLANK: Final = frozenset(" .\u00a0")
"""Characters of a heading that says nothing."""
PERIOD: Final = frozenset(("in", "during", "over", "date", "within", "throughout", "of"))
"""Words that make of a year a time over which things happen."""
CONNECTING: Final = frozenset(
    "a all an and as at by census date each end ended ending figures for from in is of on position"
    " the to was were year years collected financial quarter".split()
)
"""Words that may stand around a date."""
SIGNS: Final = re.compile(r"[+\u00b1\u2190-\u21ff\u25b2-\u25c5=<>~]")
"""Signs that make of a date a change since then: "2024 +/-"; "by 2024" is what is planned."""
MOVING: Final = frozenset(("in", "on", "from", "to"))
"""Words that, alone over numbers, say who came and went."""
ENDED: Final = frozenset(("end", "ended", "ending"))
"""Of these, words that without a date may be said of placements."""
_LED_BY: Final = re.compile(
    r"(?:of (?:these|which|whom):? )?(?:all |the |those )?"
    r"(?:looked[- ]after (?:children|young people)|(?:children|young people)(?: looked[- ]after)?)"
    r"(?: (?:who )?(?:are|were))?(?: (?:living|placed|cared for|accommodated|looked after))? ",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Meaning:
    """`whens`: what it says about time; `area`: a code; `measure`: who is counted; `label`: which
    of them; `unit`: count, percent, rate or mixed; `head`: the dimension it names; `days`: days of
    a year that it does not name; `statistic`: a maximum or an average, which is no area's own
    figure; `coded`: a publication's own code, declared for it; `unknown`: it says something that
    was not understood; `askable`: a label that no list has, so that a person may say what it is."""

    text: str = ""
    whens: tuple[When, ...] = ()
    area: str = ""
    measure: str = ""
    label: Label | None = None
    unit: str = ""
    head: str = ""
    days: tuple[tuple[int, int], ...] = ()
    statistic: bool = False
    coded: bool = False
    unknown: bool = False
    askable: bool = False


NOTHING: Final = Meaning()


@lru_cache(maxsize=8192)
def of(text: str, country: str = "", group: str = "") -> Meaning:
    """What a heading or a label says; `group` is the category of the heading it stands under."""
    plain = bare(text)
    if not plain or plain == FILLER or text == FILLER:
        return NOTHING if set(text) <= BLANK else Meaning(text, unknown=True)
    if not any(letter.isalnum() for letter in plain) and plain != "%":
        return Meaning(text, unknown=True)
    if MONEY_OR_SEX.search(text):
        return Meaning(text, unknown=True)
    if declared := coded(text):
        when, measure, category, unit = declared
        label = Label(category, "category")
        return Meaning(text, when, measure=measure, label=label, unit=unit, coded=True)
    if area := areas.find(text, country):
        return Meaning(text, area=area.code)
    if areas.is_statistic(plain):
        return Meaning(text, statistic=True)
    unit = labels.unit(plain) or UNITS.get(labels.heads(plain) or "", "")
    if unit:
        return Meaning(text, unit=unit)
    if head := labels.heads(plain):
        if NUMBER_OF.match(plain):
            return Meaning(text, unknown=True)
        return Meaning(text, head="" if head == "value" else head)
    return _in_words(text, plain, country, group)


def _in_words(text: str, plain: str, country: str, group: str) -> Meaning:
    """A text that may say several things at once: "Number of children in foster care, 2018"."""
    found, rest = whens(plain)
    unit, rest = labels.split_unit(without(rest).strip(" ,:-"))
    unit = unit or ""
    words = set(re.findall(r"\w+", rest.casefold()))
    moved = found and words <= CONNECTING and ("by" in words or SIGNS.search(text))
    if moved or (words & PERIOD and OVER_TIME.search(plain)):
        return Meaning(text, found, unit=unit, unknown=True)
    days = () if any(when.day for when in found) else tuple(yearless.days(text))
    if words <= CONNECTING and (
        found or days or (not words & ENDED and rest.casefold() not in MOVING)
    ):
        return Meaning(text, found, unit=unit, days=days)
    if area := areas.find(rest, country):
        return Meaning(text, found, area.code, unit=unit)
    if head := labels.heads(rest):
        return Meaning(text, found, unit=unit, head=head)
    if unit and NOT_CHILDREN.fullmatch(rest):
        return Meaning(text, found, unit=unit, unknown=True)
    # A label comes before the words for everyone: "children looked after at home" are a part.
    if label := labels.find(plain, country, group) or labels.find(rest, country, group):
        measure = ""
        if label.category == "total" and (counted := population(text)):
            measure = counted.measure
        return Meaning(text, found, "", measure, label, unit, days=days)
    place, people = _place_and_people(rest, country)
    if place and (counted := population(people)):
        return Meaning(text, found, place, counted.measure, _label_of(counted), unit)
    if counted := population(text):
        return Meaning(text, found, "", counted.measure, _label_of(counted), unit, days=days)
    shorter = _LED_BY.sub("", rest, count=1)
    if shorter != rest and (label := labels.find(shorter, country, group)):
        counts = "looked_after" if "looked" in rest.casefold() else ""
        return Meaning(text, found, measure=counts, label=label, unit=unit)
    return Meaning(text, found, unit=unit, unknown=True, askable=True)


def _label_of(counted: Population) -> Label:
    return Label(counted.category, "age" if counted.category != "total" else "category")


def _place_and_people(text: str, country: str) -> tuple[str, str]:
    """The area that a text ends with, and what stands before it; "" where it ends with none."""
    words = text.split()
    for count in range(min(4, len(words) - 1), 0, -1):
        if area := areas.find(" ".join(words[-count:]), country):
            return area.code, " ".join(words[:-count]).removesuffix(" in").removesuffix(" of")
    return "", text


def of_value(value: object, country: str = "", group: str = "") -> Meaning:
    """The same of a cell, which may be a year or a day."""
    if isinstance(value, str):
        return of(value, country, group)
    when = when_of(value)
    if when is not None:
        return Meaning(str(value), (when,))
    return NOTHING if value is None else of(str(value), country, group)
