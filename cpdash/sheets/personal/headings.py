"""Headings of lists with one row per child: what each says that its column holds.

Declared as words; a heading is looked up whole, never by a word within it, so that "Number of
children with a date of birth" is none of them.
"""

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cpdash.sheets.personal.words import (
    CARE,
    COUNTING,
    DESCRIBING,
    ENGLISH_RETURN,
    EVENT,
    FORMATS,
    MANY,
    MANY_TOO,
    MEASURING,
    OF_A_PERSON,
    PERSONS,
    PUBLIC,
    SERVED,
    SINGULAR,
    STOP,
    SURE,
    Role,
)


class Heading(NamedTuple):
    """What a heading says. `sure`: it can head nothing but a list of persons."""

    role: Role
    sure: bool = False


LONGEST: Final = 60
_RUNS: Final = re.compile(r"[^\W\d_]+|\d+")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|(?<=LA)(?=child)")
_LETTERS: Final = frozenset(("dob", "upn", "chi", "nhs", "hcn", "id", "yp", "la"))


def _table(declared: dict[Role, str]) -> dict[str, Role]:
    """Each phrase with its role. A phrase that stands under two keeps the first."""
    table: dict[str, Role] = {}
    for role, phrases in declared.items():
        for phrase in phrases.split("|"):
            table.setdefault(phrase, role)
    return table


_SURE_OF: Final = _table(SURE)
_PERSON_OF: Final = _table(OF_A_PERSON)
_DESCRIBES: Final = _table(DESCRIBING)


def words(text: str) -> tuple[str, ...]:
    """The words of a heading: "D.O.B." is dob, "ChildName(s)" child and name."""
    plain = text if text.isascii() else unicodedata.normalize("NFKC", text).replace("\u2019", "")
    plain = plain.replace("'", "")
    runs = [run.casefold() for run in _RUNS.findall(_CAMEL.sub(" ", plain))]
    joined = _joined(runs)
    while len(joined) > 1 and joined[-1].isdigit() and len(joined[-1]) == 1:
        joined.pop()
    return tuple(SINGULAR.get(word, word) for word in joined if word not in STOP)


def _joined(runs: list[str]) -> list[str]:
    """Letters that stand one by one, read together where they are known initials."""
    if sum(len(run) == 1 and run.isalpha() for run in runs) < 2:
        return runs
    joined: list[str] = []
    start = 0
    while start < len(runs):
        for size in (3, 2):
            part = runs[start : start + size]
            if all(len(run) == 1 for run in part) and "".join(part) in _LETTERS:
                joined.append("".join(part))
                start += size
                break
        else:
            joined.append(runs[start])
            start += 1
    return joined


def heading(text: str) -> Heading | None:
    """What a heading says that its column holds; None for one that says nothing of interest."""
    return _heading(text, words(text)) if len(text) <= LONGEST else None


def _heading(text: str, all_words: tuple[str, ...]) -> Heading | None:
    said = tuple(word for word in all_words if word not in FORMATS)
    if not said or len(said) > 6:
        return None
    return _of_a_person(said) or _describing(said, text)


def _of_a_person(said: tuple[str, ...]) -> Heading | None:
    """A heading that can only head a list of persons."""
    around = CARE if SERVED & set(said) else frozenset()
    rest = " ".join(word for word in said if word not in PERSONS | around)
    users = set() if "service" in said else {"user", "users"}
    person = bool(set(said) & (PERSONS - users))
    role = _SURE_OF.get(" ".join(said)) or _SURE_OF.get(rest)
    if role:
        return Heading(role, sure=True)
    if "dob" in said and len(said) <= 4 and not COUNTING & set(said):
        return Heading("birth", sure=True)
    role = _PERSON_OF.get(rest) if person else None
    if role and (role in MANY_TOO or not MANY & set(said)):
        return Heading(role, sure=True)
    if person and not rest and not MANY & set(said):
        return Heading("person")
    return None


def _describing(said: tuple[str, ...], text: str) -> Heading | None:
    """A heading that heads other tables as well."""
    phrase = " ".join(said)
    rest = " ".join(word for word in said if word not in PERSONS)
    role = _DESCRIBES.get(phrase) or _DESCRIBES.get(rest)
    if role:
        return Heading(role)
    if PUBLIC & set(said):
        return Heading("public")
    if "date" in said and EVENT & set(said):
        return Heading("event")
    if MEASURING & set(said) and not COUNTING & set(said):
        return Heading("number")
    if COUNTING & set(said) or "%" in text or phrase == "children":
        return Heading("count")
    return None


def _beginnings() -> frozenset[str]:
    """Every way in which a phrase over several rows may begin, and words for a person."""
    phrases = [phrase for table in (_SURE_OF, _PERSON_OF, _DESCRIBES) for phrase in table]
    parts = {phrase.rsplit(" ", cut)[0] for phrase in phrases for cut in (1, 2) if " " in phrase}
    people = {"child", "childs", "young person", "young", "yp", "person", "client", "pupil"}
    return frozenset(parts | people)


BEGINNINGS: Final = _beginnings()


@dataclass(frozen=True)
class Lookup:
    """Headings as they were looked up before: the same ones stand in sheet after sheet."""

    said: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: dict[str, Heading | None] = field(default_factory=dict)

    def words(self, text: str) -> tuple[str, ...]:
        """As `words`; none of a text that is too long for a heading."""
        if text not in self.said:
            self.said[text] = words(text) if len(text) <= LONGEST else ()
        return self.said[text]

    def heading(self, text: str) -> Heading | None:
        """As `heading`."""
        if text not in self.told:
            self.told[text] = _heading(text, self.words(text))
        return self.told[text]

    def may_go_on(self, text: str) -> bool:
        """Whether a heading may go on in the row below it, as "Date" over "of birth" does."""
        return not self.words(text) or " ".join(self.words(text)) in BEGINNINGS

    def of_english_return(self, text: str) -> bool:
        """Whether a heading is a column of the yearly return of a row per child and episode."""
        return " ".join(self.words(text)) in ENGLISH_RETURN
