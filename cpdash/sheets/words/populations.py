"""Whom a heading says that it counts.

A phrase is understood only when every word of it is: "children looked after at 31 March by
placement" is, "children looked after at 31 March who had been missing" is not, and so it is
another population. What looks like ours and is not wholly understood is never taken for it.
"""

import re
from functools import lru_cache
from typing import Final, NamedTuple

from cpdash.sheets.words.dates import whens
from cpdash.sheets.words.footnotes import bare
from cpdash.sheets.words.labels import find, split_unit
from cpdash.sheets.words.yearless import without


class Population(NamedTuple):
    """Whom a phrase counts: a measure, and the category that goes with it. `measure` "": people
    that this dashboard does not count, and `other` says who."""

    measure: str
    category: str = "total"
    other: str = ""


LOOKED_AFTER: Final = re.compile(
    r"\b(looked[- ]after|cla|lac|laac|children in (public )?care|in the care of)\b"
)
BEFORE: Final = """a all and count counts data figures for how in many number numbers of overall
    per percentage percentages please population proportion proportions provide rate rates
    statistics summary table the total totals trend trends""".split()
"""Words in front of "looked after children" that leave it what it is."""
AFTER: Final = """a all and area areas as at authorities authority between by care census council
    councils count data date did each end figures financial final for from
    have health hsc in level local month monthly national number numbers of on
    per percentage percentages position proportion provisional quarter quarterly
    quarters rate rates regional report revised since snapshot social statistics summary
    the there time to total totals trend trends trust trusts were year years over""".split()
"""Words behind it that do the same."""
UNDER_18: Final = re.compile(
    r"\b(aged )?(under 18|0 ?(to|-) ?17)( years?( of age)?)?\b"
    r"|\bper 10?,?000( children| population| of population)?( aged under 18| under 18)?( years)?\b"
)
OTHERS: Final = re.compile(
    r"\b(?<!last )(?<!past )(?<!previous )(?<!the )"
    r"(?:\d+|one|two|three|four|five|six|ten|twelve) (?:years?|months?|weeks?)\b(?! end)"
    r"|\b(?:in|over|within|through|throughout|during) (?:the|a|that|this|each|any) (?:\w+ )?year\b"
    r"(?! end)|\b(?:area|authority|authorities|council) of placement\b"
    r"|\b(?:area|authority|council) where placed\b"
)
"""Words that no list of known ones may hide: for how long, over a year, placed by whomever."""
_CHILDREN: Final = r"children(?: and young people)?|young people"
CORE: Final = (
    rf"(?:looked[- ]after (?:{_CHILDREN})"
    rf"|(?:{_CHILDREN})(?: who (?:are|were))?(?: being)? looked[- ]after"
    rf"|(?:{_CHILDREN}) in (?:public )?care|cla|lac)"
)
COUNTED: Final = re.compile(
    rf"(?:(?:{'|'.join(BEFORE)}) )*{CORE}(?: (?:{'|'.join(AFTER)}|1|2|3|4))*"
)

_AFTERCARE: Final = (
    (r"(eligible|entitled) (for|to) after ?care( services| support)?", "aftercare_eligible"),
    (r"total (eligible|entitled)( (for|to) after ?care)?", "aftercare_eligible"),
    (r"receiving after ?care( services| support)?", "aftercare_receiving"),
    (r"(eligible|entitled).*\bwho (are|were) receiving after ?care", "aftercare_receiving"),
    (r"in continuing care", "continuing_care"),
    (r"(eligible|entitled) (for|to) continuing care", "continuing_care_eligible"),
    (r"in touch with care ?leavers?", "care_leavers_in_touch"),
    (r"care ?leavers? (who (are|were) )?in touch( with .*)?", "care_leavers_in_touch"),
)
_SUBJECT: Final = (
    r"(the )?(total )?(number )?(of )?(local authority |all )?"
    r"(young people |persons? |children |those )?"
    r"((who|that) (are|were) |being )?"
)
AFTERCARE: Final = tuple(
    (re.compile(_SUBJECT + pattern + r"( (at|on|as at)( census)?)?"), measure)
    for pattern, measure in _AFTERCARE
)
_NOW_AGED: Final = re.compile(
    r"(all )?(children|young people|care leavers|former care leavers)( who (are|were))?( now)?"
    r" aged (?P<age>\d\d( to \d\d)?)( (who were )?looked after for a total of at least 13 weeks"
    r" after their 14th birthday,? including some time after their 16th birthday)?"
)
_LEAVERS: Final = re.compile(r"(the )?(total |all )?(care ?leavers?|former relevant young people)")
NOT_IN_TOUCH: Final = re.compile(r"\b(not|refus\w*|no longer)\b")


@lru_cache(maxsize=4096)
def population(text: str) -> Population | None:
    """Whom a heading counts, when it says so and nothing else; None when it says nothing of the
    kind."""
    _, rest = whens(bare(text))
    _, rest = split_unit(without(rest))
    phrase = plain(rest)
    for pattern, measure in AFTERCARE:
        if pattern.fullmatch(phrase) and not NOT_IN_TOUCH.search(phrase):
            return Population(measure)
    if match := _NOW_AGED.fullmatch(phrase):
        age = find(f"aged {match['age']}")
        if age is not None and age.kind == "age" and age.category:
            return Population("care_leavers", age.category)
    if _LEAVERS.fullmatch(phrase):
        return Population("care_leavers")
    phrase = " ".join(UNDER_18.sub(" ", phrase).split())
    counts = COUNTED.fullmatch(phrase) and not OTHERS.search(phrase)
    return Population("looked_after") if counts else None


def plain(text: str) -> str:
    """A phrase in small letters, without the punctuation that carries no meaning."""
    words = re.sub(r"[^\w\s,-]", " ", text.casefold().replace("\u2019", "").replace("'", ""))
    return " ".join(words.replace("_", " ").split()).strip(" ,-")
