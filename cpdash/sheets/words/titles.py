"""Whom a title says that its table counts.

As with headings (populations.py), every word must be known; but a title goes on with how the
people are divided, and with where and when.
"""

import re
from functools import lru_cache
from typing import Final

from cpdash.areas import find as find_area
from cpdash.sheets.words.dates import whens
from cpdash.sheets.words.footnotes import bare
from cpdash.sheets.words.labels import find, split_unit
from cpdash.sheets.words.overtime import OVER_TIME
from cpdash.sheets.words.populations import (
    AFTER,
    CORE,
    COUNTED,
    LOOKED_AFTER,
    OTHERS,
    UNDER_18,
    Population,
    plain,
    population,
)
from cpdash.sheets.words.subject import table_subject
from cpdash.sheets.words.yearless import without

YOUNG: Final = re.compile(
    r"\b(care[- ]?leavers?|after[- ]?care|continuing care|throughcare|leaving care|13 weeks)\b"
)
DIVIDED: Final = frozenset(
    """accommodation age ages boundary categories category characteristic characteristics detailed
    disability distance duration ethnic ethnicity gender group groups kind language legal length
    location main measure nationality need of or origin orientation place placement placements
    provider reason region regions religion residence setting settings sex sexual status
    statuses stay type types child children young people living where they live lived foi foia
    request requests ref reference response reply information freedom question table annex
    appendix breakdown broken down return returns submission scorecard dashboard statutory each
    last past previous two three four five ten""".split()
) | set(AFTER)
"""Words that say how they are divided."""
WHERE_THEY_LIVE: Final = re.compile(
    r"(?:(?:the|of|types?|kind|placements?|accommodation|numbers?|where|main) )+"
    rf"(?:that )?{CORE}(?: (?:live|lived|were|in|are|living|{'|'.join(AFTER)}))*"
)
_NUMBERED: Final = re.compile(
    r"^\s*(?:(?:table|figure|chart|annex)\s*[\w.]*|q(?:uestion)?\s?\d+\w?)\s*[:.)-]?\s*",
    re.IGNORECASE,
)
_AFTERCARE_OVER_TIME: Final = re.compile(
    r"\b(?:ceas(?:ing|ed)|left|leaving) (?:to be looked after|care)\b(?!.*\bin touch)"
    r".*\bafter-? ?care"
    rf"|after-? ?care.*(?:{OVER_TIME.pattern})|(?:{OVER_TIME.pattern}).*after-? ?care"
    r"|after-? ?care.*\b(?:discharged?|leaving care)\b"
    r"|\b(?:new|requests?|appl(?:ied|ications?)|became|becoming|refused|declined)\b.*after-? ?care",
    re.IGNORECASE,
)
IN_A_YEAR: Final = "young people who left care, or asked for aftercare, in a year"
_IN_CARE: Final = re.compile(r"\b(children|young people) in (public )?care\b", re.IGNORECASE)
_PUBLICATION: Final = re.compile(
    r"children looked after in england,? \(?including adoptions?\)?.*"
    r"|children'?s social work statistics,?( scotland)?.*",
    re.IGNORECASE,
)
"""Names of whole publications, which say nothing of a table in them."""
_THOUSANDS: Final = re.compile(r"\b(1|10|100),(000)\b")
_PARTED: Final = re.compile(
    r"[,:;\u2013\u2014()\[\]]|\s-\s|\bby\b|\bin\b|\bfor\b|\bat\b", re.IGNORECASE
)
YOUNG_PEOPLE: Final = "young_people"
"""Stands for a measure where a title is about young people who have left care or may receive
aftercare, and its headings say which of these they count."""
_BROKEN: Final = re.compile(r"[,:;\u2013\u2014()\[\]]|\s-\s|\bby\b", re.IGNORECASE)
ANOTHER: Final = "another group of children"
"""Who is counted where a title is about children looked after but not wholly understood."""
ELSE: Final = "something else"
CLAIMING: Final = re.compile(
    r"^\s*(table|figure|chart)\b|\b(number|percentage|proportion|rate|count|average)s? of\b",
    re.IGNORECASE,
)
"""How a title begins that says what its table counts."""
_SHARE: Final = re.compile(
    r"[%£$€]|\bper 1(?:0|00)?[, ]?000\b|\b000s\b|\bper ?cent\b"
    r"|\b(?:percentage|proportion|share|rate)s?\b",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\bnumbers?\b", re.IGNORECASE)
RATES: Final = "shares, rates or amounts, not children"
"""What a title speaks of that names one of them where it is not known to be one."""
ONLY_SOME: Final = "only some of the children"
NOT_REAL: Final = re.compile(
    r"\b(illustrative|dummy|fictitious|invented|example|sample|test) ?(data|figures?|only)?\b"
    r"|\b(do not use|superseded|withdrawn|old version|out of date)\b",
    re.IGNORECASE,
)
INVENTED: Final = "nothing that may be used, by its own words"
"""Who is counted where a title says that its figures are an example, or out of use."""
NARROWING: Final = re.compile(
    r"\b(only|boys?|girls?|males?|females?|outside|out[- ]of[- ](area|authority)|external(ly)?"
    r"|aged \d+|disab\w+|uasc|asylum|section \d+|(under|over) (?!18)\d+s?|excluding|new"
    r"|starts|during|admissions?|discharges?|leaving|targets?|forecasts?|project(ed|ions?)|planned"
    r"|chang(e|es|ed|ing)|starters?|leavers?|siblings?|waiting|cumulative|breach\w*|moves?"
    r"|breakdowns?|allowances?|complaints?|referrals?|child population|carers?|recruit\w*|approved"
    r"|capacity|vacan\w*|teenagers?|babies|infants?|budget\w*|costs?|staff\w*|spend|average age"
    r"|assessments?|(places|families) available|available (places|families)|emergency placements?"
    r"|ethnic minority|deaths?|episodes|households?|homeless\w*|edge of care|diverted|trafficked"
    r"|pregnan\w*|(care|pathway|permanence) plans?|timescales?|visits|scenario|margin of error"
    r"|confidence limits?|standard deviation|beds?|part[- ]time|\w+ locality|running total"
    r"|year to date|(by|from|in) other (local authorities|councils))\b"
)
"""Words of a second line that make the children of the first line fewer."""
AGED: Final = re.compile(r"\b(?:aged?|ages) (\d\d(?: ?(?:to|-) ?\d\d)?)\b(.*)")
AGED_BY: Final = frozenset("age ages aged year years old under over".split())
COUNTING: Final = re.compile(r"(number|count|total|percentage|rate)s? of (?!(looked|children|cla))")
"""How a part of a title begins that counts something else: "number of placements"."""
SOME_AGES: Final = "some ages"
"""The category of young people of ages that are no category: their table's total is no total."""


@lru_cache(maxsize=4096)
def of_title(line: str) -> Population | None:
    """Whom a line above a table says that the table counts: as `population`, but a title may go
    on with how they are divided, and with where and when."""
    _, rest = whens(_THOUSANDS.sub(r"\1\2", _IN_CARE.sub("looked after children", bare(line))))
    rest = _NUMBERED.sub("", rest)
    if NOT_REAL.search(line):
        return Population("", other=INVENTED)
    if _PUBLICATION.fullmatch(rest.replace("\u2019", "'").strip()):
        return None
    if OVER_TIME.search(line) and LOOKED_AFTER.search(plain(line)):
        any_time = "children looked after at any time in a year"
        return Population("", other=table_subject(line) or any_time)
    parts = [plain(part) for part in _PARTED.split(without(rest))]
    parts = [kept for part in parts if (kept := " ".join(UNDER_18.sub(" ", part).split()))]
    whole = " ".join(parts)
    if YOUNG.search(whole):
        other = table_subject(line) or (IN_A_YEAR if _AFTERCARE_OVER_TIME.search(line) else "")
        return (
            Population("", other=other) if other else _of_young_people(plain(rest), without(rest))
        )
    if not LOOKED_AFTER.search(whole):
        other = table_subject(line) or (ONLY_SOME if NARROWING.search(whole) else "")
        if not other and CLAIMING.search(line) and not all(_divides(part) for part in parts):
            other = ELSE
        return Population("", other=other) if other else None
    others = [part for part in parts if not _counts(part)]
    known = len(others) < len(parts) and all(_divides(part) for part in others)
    if _SHARE.search(line) and not _NUMBER.search(line) and not split_unit(line)[0]:
        return Population("", other=RATES)
    if known and not OTHERS.search(plain(rest)):
        return Population("looked_after")
    return Population("", other=table_subject(line) or ANOTHER)


def _of_young_people(whole: str, line: str) -> Population:
    """Young people: of the age that the title names, and of the measure where it names one and
    goes on only with how, where and when."""
    category = "total"
    if match := AGED.search(whole):
        age = find(f"aged {match[1]}")
        exact = age is not None and age.kind == "age" and not re.search(r"\d|\bover\b", match[2])
        category = age.category if age and exact and age.category else SOME_AGES
    parts = [part for text in _BROKEN.split(line) for part in _placed(plain(text)) if part]
    named = [found for part in parts if (found := population(part))]
    rest = [part for part in parts if population(part) is None]
    if len(named) == 1 and all(_divides(part) for part in rest):
        return Population(named[0].measure, category)
    return Population(YOUNG_PEOPLE, category)


def _placed(part: str) -> tuple[str, ...]:
    """A part of a title without where it is, and where it is."""
    what, _, where = part.rpartition(" in ")
    return (what, where) if what and _divides(where) else (part,)


def _counts(part: str) -> bool:
    """Whether a part of a title says "looked after children", with an area in front or not."""
    words = part.split()
    starts = (n for n in range(min(5, len(words))) if n == 0 or find_area(" ".join(words[:n])))
    phrases = (" ".join(words[n:]) for n in starts)
    return any(COUNTED.fullmatch(p) or WHERE_THEY_LIVE.fullmatch(p) for p in phrases)


def _divides(part: str) -> bool:
    """Whether a part of a title says only how, where or when, in words that are all known."""
    if find_area(part) is not None:
        return True
    _, rest = split_unit(part)
    words = set(re.findall(r"[\w-]+", rest))
    digits = {word for word in words if word.isdigit()}
    if (digits and words & AGED_BY) or COUNTING.match(part):
        return False
    return words - digits <= DIVIDED
