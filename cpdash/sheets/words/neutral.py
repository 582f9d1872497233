"""Lines above a table that say nothing of whom it counts."""

import re
from typing import Final

from cpdash.areas import find as find_area
from cpdash.areas import total_of
from cpdash.sheets.words.dates import whens
from cpdash.sheets.words.footnotes import bare
from cpdash.sheets.words.labels import heads, unit
from cpdash.sheets.words.meaning import CONNECTING, ENDED
from cpdash.sheets.words.office import OF_PAPERS, OFFICE
from cpdash.sheets.words.overtime import OVER_TIME
from cpdash.sheets.words.titles import AGED_BY, DIVIDED
from cpdash.sheets.words.yearless import without

PUBLISHING: Final = frozenset(
    """act additional board bulletin chapter chief children childrens city committee contents
    corporate council councils county data department directorate draft education edition
    experimental facts families final first government health home information introduction
    key library main management national notes office official on overview page parenting
    performance policy provisional publication published publications released release report
    reports revised scottish section sensitive service services sheet social standards statistical
    statistics strategic strategy summary supplementary supporting tab table tables title
    underlying unit update updated version welsh welfare work worksheet young people protect
    restricted internal appendix annex foi foia freedom request response reply ref reference
    question q information social commissioner care inspectorate improvement framework benchmarking
    scorecard dashboard indicator indicators measure measures outcome outcomes borough district
    metropolitan royal trust trusts local authority authorities to of the and for a an in by at from
    with s""".split()
)
"""Words of publishers and of their publications."""
MOST_WORDS: Final = 6
"""Words of the longest name of an area."""
_CODE: Final = re.compile(r"\b[A-Z]{2,5}\d+\w*\b")
"""How publishers number their indicators and tables: CHN9, LAA3."""
FAMILIES: Final = ["families"]
"""Words that stand in the names of departments, and alone say what is counted."""
LONGEST: Final = 150
"""A longer line explains, and names nothing."""
NUMBERED: Final = re.compile(
    r"(table|figure|chart|foia?|annex|appendix|page|sheet|ref|version|request|paper|part|tab|item"
    r"|edition|draft)\b"
)
"""How a part of a line begins in which a number is that of a paper."""
ORGANISATIONS: Final = frozenset(
    "council government services service department directorate office statistics board".split()
)
OF_CENSUS: Final = (CONNECTING - ENDED) | frozenset(
    "census snapshot coverage reporting reported collection latest current last period month"
    " quarterly monthly".split()
)
"""Words around the date of a census."""
_OVER_A_TITLE: Final = PUBLISHING | DIVIDED | OF_CENSUS | OFFICE | OF_PAPERS


def says_nothing(line: str, below: bool = False) -> bool:
    """Whether a line names no people: only where and when, how they are divided, what sort of
    numbers, or who published it; or is a sentence that explains. `below` a line that says whom the
    table counts, a word alone such as "Plan" may make them fewer."""
    text = " ".join(line.split())
    if len(text) > LONGEST or text.endswith("."):
        return True
    _, rest = whens(bare(text))
    rest = without(rest)
    if unit(rest) or heads(rest):
        return True
    parts = _parts(rest)
    return not OVER_TIME.search(line) and all(_is_neutral(part, below) for part in parts)


def _parts(line: str) -> list[str]:
    parts = re.split(r"[,:;|()\u2013\u2014]|\s-\s", line)
    return [part.strip() for part in parts if part.strip()]


def _is_neutral(part: str, below: bool) -> bool:
    if find_area(part) or total_of(part) or unit(part) or heads(part):
        return True
    plain, words = part.casefold(), _words(part)
    if any(sign in plain for sign in "£$€"):
        return False
    if any(letter.isdigit() for letter in plain) and not NUMBERED.match(plain):
        return False
    if below and not ORGANISATIONS.intersection(words):
        return set(words) <= DIVIDED | OF_CENSUS
    return set(words) <= PUBLISHING | DIVIDED | OF_CENSUS and words != FAMILIES


def is_of_a_paper(line: str) -> bool:
    """Whether a line over a title says nothing, or what paper, file or publication it heads."""
    if says_nothing(line):
        return True
    _, rest = whens(bare(line))
    parts = [part for part in _parts(without(rest)) if not find_area(part)]
    return not OVER_TIME.search(line) and all(_is_of_a_paper(part) for part in parts)


def _is_of_a_paper(part: str) -> bool:
    words = set(without_areas(_words(_CODE.sub(" ", part))))
    of_age = words & AGED_BY and any(letter.isdigit() for letter in part)
    return not of_age and words <= _OVER_A_TITLE


def without_areas(words: list[str]) -> list[str]:
    """Words in their order, less those that name areas together: North East Fife is one."""
    kept = []
    while words:
        lengths = range(min(MOST_WORDS, len(words)), 0, -1)
        named = next((n for n in lengths if find_area(" ".join(words[:n]))), 0)
        kept += words[: 0 if named else 1]
        words = words[named or 1 :]
    return kept


def _words(part: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", part.casefold().replace("'", "").replace("\u2019", ""))


DATED_PAPERS: Final = re.compile(
    r"\b(board|committee|meeting|minutes?|agenda|paper|report|received|reply|response|letter|dated"
    r"|print(ed)?|publish(ed)?|publication|run|extract(ed)?|issued?|plan|strategy|draft|v\d+)\b",
    re.IGNORECASE,
)
"""What else the date in the name of a file or a sheet may be of."""


def may_date_name(name: str) -> bool:
    """The same of the name of a file or a sheet, which is short: nothing in it is of a paper."""
    return not DATED_PAPERS.search(name)


def may_date(line: str) -> bool:
    """Whether the date of a line can be that of a census: nothing else stands beside it but where
    and words such as "as at"."""
    _, rest = whens(re.sub(r"^\W*(table|figure|chart)\s+[\d.]+\w?\b", "", bare(line), flags=re.I))
    parts = _parts(without(rest))
    return all(
        set(re.findall(r"\w+", part.casefold())) <= OF_CENSUS or find_area(part) is not None
        for part in parts
    )
