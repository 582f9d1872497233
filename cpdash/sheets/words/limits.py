"""Notes that take people out of a count, or count others too.

What publishers always leave out, and say so, is known to change nothing: a series of short breaks,
care leavers who have died. Any other exclusion may, so the figures that a note is about are not
taken for everyone's.

Most files are read without a look at their notes: the patterns are made ready when one is needed.
"""

import re
from typing import Final

from cpdash.sheets.words.labels import find as find_label
from cpdash.sheets.words.names import KNOWN
from cpdash.sheets.words.neutral import without_areas
from cpdash.sheets.words.titles import NARROWING

_OF_FIGURES: Final = (
    r"\W*(?:please )?(?:notes?\b|n\.?b\b)?(?: that)?\W*(?:\d+\W+)?"
    r"(?:(?:all|these|the|this|our|above|scottish|national) )*"
    r"(?:figures?|data|numbers?|tables?(?! \S*\d| \w\b)|sheet|workbook|information|return|response"
    r"|report|statistics|counts?|spreadsheet|totals?|covers)\b"
)
"""How a sentence begins that is about all the figures near it."""
_TAKES_OUT: Final = (
    r"\bexclud\w*|\bexclusion of|(?:\bnot|n't|\bnever) (?:been |be |to )?(?:incl|count)\w*"
    r"|(?:\bnot|n't) cover\w*|\bomit\w*|\bleav\w* out|\bleft out"
    r"|\b(?:recorded|reported|counted) (?:separately|elsewhere)"
)
_SAVE_FOR: Final = r"\bexcept(?:ing)?(?: for)?\b|\bapart from\b|\bother than\b"
_LIMITS: Final = r"\b(?:only|solely|exclusively|(?:limited|restricted|confined) to)\b"
_PEOPLE: Final = (
    r"\b(?:child(?:ren)?|people|persons?|leavers?|girls?|boys?|(?:fe)?males?|those|aged|placements?"
    r"|carers?|authorit\w+|councils?|areas?|homes?|(?<!leaving )care|kinship|foster\w*|residential"
    r"|secure)\b"
)
_SOME: Final = (
    r"\b(?:boys?|girls?|(?:fe)?males?|outside|out[- ]of[- ](?:area|authority)|externally"
    r"|disabilit\w+|disabled|uasc|asylum|siblings?|teenagers?|babies|infants?|pre-?school"
    r"|school[- ]aged?|locality|ward|episodes|averages?|averaged|cumulative|at any (?:time|point)"
    r"|(?:under|over|younger than|older than) (?!18)(?:\d+s?|one|two|five|ten|twelve|sixteen)"
    r"|aged (?!0\b|under|over|18)\S+|(?:during|over|throughout) the (?:\w+ )?(?:year|quarter)"
    r"|starts|admissions|newly accommodated|new (?:cases|placements|children)|waiting|planned"
    r"|(?:not|rather than) (?:of |the )?(?:individual )?children|forecasts?|projected|targets?"
    r"|enter(?:ing|ed)|placed .{0,40}?by (?:other|another))\b"
)
"""Words for some of the children, or for other counts than one of children on a day."""
_OTHERS_TOO: Final = (
    r"\bincl\w*\b.*\b(?:short breaks?|respite|care ?leavers|continuing care|after ?care|siblings"
    r"|protection (?:register|plan)|adopted|edge of care|(?:over|aged) (?:18|19|2\d)"
    r"|(?:by|from|of) (?:other|another) (?:local )?(?:authorit|council)\w*)"
    r"|\bcounted (?:more than once|twice|again|once for each|for each|in each)"
    r"|\bmore than once\b|\bdouble[- ]count\w*|\bduplicates?\b"
)
_NEGATED: Final = r"\b(?:not|never|no|excluding|removed|without)\b"
_PLANNED: Final = (
    r"\b(?:is|are|was|were|shows?|been|this|these|year) (?:(?:a|an|the|only|our) )?"
    r"(?:targets?|forecasts?|project(?:ed|ions?)|modelled)\b"
)
"""How a note says of figures that nobody counted them."""
_AIMED: Final = (
    r"^\W*(?:(?:this|the|a|figure|number|is|[12]\d{3}) )*(?:targets?|forecasts?|projected"
    r"|projections?|planned|cumulative|capacity|beds?|households?|carers?|do not use)"
    r"(?: (?:figures?|numbers?))?\W*$"
)
"""A remark beside a row that says the same, or that it counts no children."""
_SHARES: Final = r"\b(?:percentages?|per ?cent|rates?|denominators?|population|averages? of)\b"
"""Subjects of an exclusion that are no counts."""
_ALWAYS_OUT: Final = (
    r"short[- ]?term|short breaks?|\brespite\b|\bdied\b|\bdeceased\b|returned home|gone abroad"
    r"|deported|not in touch|refused (?:contact|services)|no longer require|transferred to another"
    r"|(?:aged|over) 18|18 (?:years )?(?:and|or) (?:over|older)|round\w*|percentages?|zero|\bnil\b"
    r"|\b(?:figures|numbers|values|counts?|cells) (?:of )?(?:fewer|less|below|under|smaller)"
)
"""Whom official counts never hold, and what is no child."""
_SAFELY_ONLY: Final = (
    r"only (?:be(?:en|come)? |became |made |being )?(?:available|collected|publish\w*|recorded"
    r"|from|introduced)|available only|short[- ]?term|short breaks?|\brespite\b"
    r"|only (?:the |their |a |one |on )*(?:latest|last|first|final|most recent|current|once|one)\b"
    r"|(?:information|guidance|illustrati\w+|internal|official|reference|council|use) (?:use )?only"
    r"|once only|only (?:includes? )?(?:children|young people)(?: who (?:are|were))? looked after"
    r" (?:at|on)\b|\b(?:march|july|census day) only"
    r"|whole numbers|not only|the only|only (?:applicable|an? estimate|approximate)|applies only"
    r"|percentages?|per ?cent|\brates?\b|round\w*|read[- ]only|fewer than|less than|statistics only"
    r"|suppress\w*|disclos\w*|confiden\w*|should only|can only|used? only|only be used|vat\b"
)
_RELATES: Final = (
    r"\b(?:relates?|refers?|appl(?:y|ies)|are|is) (?:only )?(?:to|for) (?:the )?"
    r"((?:[A-Z][a-z]+)(?: (?:and |of )?[A-Z][a-z]+)*)"
)
"""How a note names what its figures are about, by a name."""
_SENTENCE: Final = r"(?<=[a-z)\]]{2})[.;]\s+(?=\S)"
_AND: Final = r",|\band\b|\bor\b|\bas well as\b|\bnor\b|&"
_PASSIVE: Final = r"\W*(?:from|in|as|because|due|here|within|where|by|for|at)\b"
"""What follows the verb where those who are left out stand before it."""
LONGEST: Final = 2_000
FEW_WORDS: Final = 4
SOME: Final = ("age", "other", "finer")
"""Kinds of labels of some of the people."""


def limits(note: str) -> bool:
    """Whether a note says that figures count fewer people than their headings do, or more."""
    text = note[:LONGEST].casefold().replace("\u2019", "'")
    if of_everything(note) and (match := re.search(_RELATES, note)) and not _is_known(match[1]):
        return True
    return any(_changes(sentence) for sentence in re.split(_SENTENCE, text))


def limits_row(remark: str) -> bool:
    """Whether a remark beside a row says that its numbers are no counts of everyone."""
    return limits(remark) or re.search(_AIMED, remark.casefold()) is not None


def of_everything(note: str) -> bool:
    """Whether a note is about all the figures near it, rather than some that it names."""
    return re.match(_OF_FIGURES, note.casefold()) is not None


def is_short_limit(line: str) -> bool:
    """Whether a few words below a table are for some of the people: "Boys", "Ages 12 to 15"."""
    text = line.casefold()
    harmless = re.search(r"[=:;]", text) or re.search(_SAFELY_ONLY, text)
    if harmless or len(text.split()) > FEW_WORDS:
        return False
    label = find_label(line)
    return NARROWING.search(text) is not None or bool(label and label.kind in SOME)


def _is_known(name: str) -> bool:
    words = without_areas(name.split())
    return all(word.casefold() in KNOWN for word in words)


def _changes(sentence: str) -> bool:
    of_figures = re.match(_OF_FIGURES, sentence)
    found = re.search(_TAKES_OUT, sentence) or (of_figures and re.search(_SAVE_FOR, sentence))
    if found and not re.search(_SHARES, sentence[: found.start()]):
        before, after = sentence[: found.start()], sentence[found.end() :]
        passive = not after.strip(" .") or re.match(_PASSIVE, after)
        return not _are_always_out(before if passive else after)
    if re.search(_LIMITS, sentence) and not re.search(_SAFELY_ONLY, sentence):
        return bool(of_figures or re.search(_PEOPLE, sentence))
    if re.search(_PLANNED, sentence) and not re.search(_SHARES, sentence):
        return True
    if re.search(_OTHERS_TOO, sentence) and not re.search(_NEGATED, sentence):
        return True
    return bool(of_figures and re.search(_SOME, sentence) and not re.search(_ALWAYS_OUT, sentence))


def _are_always_out(people: str) -> bool:
    """Whether all whom a phrase names are left out of every official count."""
    parts = re.split(_AND, people)
    first, *others = parts
    named = [first, *(part for part in others if re.search(_PEOPLE, part))]
    return all(re.search(_ALWAYS_OUT, part) for part in named)
