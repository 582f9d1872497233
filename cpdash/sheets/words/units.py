"""What sort of number a label promises: counts, percentages or rates."""

import re
from functools import lru_cache
from typing import Final

from cpdash.sheets.words.footnotes import LONGEST_LABEL, candidates, clean

_WORDS: Final = {
    "count": "number numbers no nos count counts headcount".split(),
    "percent": "percent percentage percentages % cent proportion proportions share shares".split(),
    "rate": "rate rates ratio".split(),
}
_BESIDE: Final = frozenset(
    "as of the total per and or a aged under 18 years year 1 10 000 population all children child"
    " people in only".split()
)
"""Words that may stand in a phrase that says only what sort of number it is."""
_PER: Final = re.compile(r"\bper (?:1|10|100) ?000\b")


@lru_cache(maxsize=4096)
def unit(text: str) -> str | None:
    """ "count", "percent" or "rate" of a phrase that says nothing else, "mixed" for several."""
    for form in candidates(text):
        if (found := _unit(form)) is not None:
            return found
    return None


def _unit(text: str) -> str | None:
    folded = re.sub(r"(?<=\d),(?=\d{3})", " ", text.casefold())
    folded = re.sub(r"\bper (10{0,2})000\b", r"per \1 000", folded)
    words = re.findall(r"[a-z]+|\d+|%", folded)
    said = {kind for kind, known in _WORDS.items() if set(words) & set(known)}
    if _PER.search(" ".join(words)):
        said = {"rate"} if said == {"count"} and "and" not in words else said | {"rate"}
    known = _BESIDE.union(*_WORDS.values())
    in_thousands = said == {"count"} and "000" in words
    if (
        not said
        or in_thousands
        or not set(words) <= known
        or not re.fullmatch(r"[\w\s%,.()/:&'-]*", folded)
    ):
        return None
    return said.pop() if len(said) == 1 else "mixed"


_THOUSAND: Final = r"per 1(?:0|00)?,? ?000"
_FRONT: Final = tuple(
    (kind, re.compile(rf"(?:the )?{pattern}", re.IGNORECASE))
    for kind, pattern in (
        ("mixed", r"numbers? (?:\(?and\)?|&) (?:percentages?|per ?cent|rates?|%)(?: of)?[\s:,-]+"),
        ("count", r"(?:total )?(?:numbers?|counts?|no\.?s?) of\s+"),
        ("count", r"(?:total )?numbers?(?:\s*[:-]\s*|\s+(?=[a-z]{3}))"),
        ("percent", r"(?:%|percentages?|per ?cent|proportion|share)(?: share)?(?: of)?[\s:-]+"),
        ("percent", r"%(?=[a-z])"),
        ("rate", rf"(?:rates? (?:of )?)?{_THOUSAND}[\s:,-]*(?:of )?"),
        ("rate", r"rates? of\s+"),
    )
)
_BEHIND: Final = tuple(
    (kind, re.compile(pattern, re.IGNORECASE))
    for kind, pattern in (
        ("mixed", r"\s*[-,:(]\s*numbers? and (?:percentages?|per ?cent|rates?|%)\)?$"),
        ("count", r"\s*(?:\((?:numbers?|no\.?|counts?)\)|[-,:_]\s*(?:numbers?|no\.|counts?))$"),
        ("percent", r"\s*(?:\((?:%|percentages?|per ?cent)\)|[-,:_]?\s*%|"
                    r"[-,:_]\s*(?:percentages?|per ?cent))$"),
        ("rate", rf"[\s,:(-]*(?:rates? )?{_THOUSAND}"
                 r"(?: (?:of )?(?:the )?(?:population|children))?(?: aged)?(?: under 18)?\)?$"),
        ("rate", r"\s*(?:\(rates?\)|[-,:_]\s*rates?)$"),
    )
)  # fmt: skip


@lru_cache(maxsize=8192)
def split_unit(text: str) -> tuple[str | None, str]:
    """The sort of number that a label promises in front of or behind its words, and the rest:
    "Number of children in foster care" is a count of "children in foster care"."""
    label = clean(text)
    if len(label) > LONGEST_LABEL:
        return None, label
    if (whole := unit(label)) is not None:
        return whole, ""
    for kind, pattern in _FRONT:
        if match := pattern.match(label):
            return kind, label[match.end() :].strip()
    for kind, pattern in _BEHIND:
        if (match := pattern.search(label)) and match.start() > 0:
            return kind, label[: match.start()].strip()
    return None, label
