"""One child alone: a heading about a person with a single value, beneath it or beside it."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from cpdash.sheets.personal.columns import MARKS, is_sex, tokens, whole
from cpdash.sheets.personal.headed import Headed, counted, worth_a_look
from cpdash.sheets.personal.headings import Heading, Lookup
from cpdash.sheets.personal.identifiers import birth_day, is_postcode, kind
from cpdash.sheets.personal.names import is_initials, is_person_name
from cpdash.sheets.personal.reasons import REASONS
from cpdash.sheets.personal.view import Finding, View
from cpdash.sheets.personal.words import FIELD

NEAR: Final = 3
LONGEST_ANSWER: Final = 40
FEWEST_ANSWERS: Final = 3
OLDEST: Final = 26
SMALLEST_NUMBER: Final = 1_000
YEARS: Final = range(1980, 2100)

_CODE: Final = re.compile(r"[A-Za-z]{1,6}[-/ ]?\d{4,}[A-Za-z]{0,2}", re.ASCII)
_STREET: Final = re.compile(r"\d{1,4}[A-Za-z]?,? [A-Z][a-z]+.*")
_WORD: Final = re.compile(r"[A-Z][^\W\d_]+(?:['\u2019-][^\W\d_]+)*")


def of_one_child(headed: Headed, known: Lookup) -> Finding | None:
    """The first heading about a person that has one value and it is plainly theirs, or a single
    row that answers several questions about one child."""
    for place, told in worth_a_look(headed.headings):
        if not told.sure and told.role != "person":
            continue
        near = _near(headed.view, headed.line, place)
        reason = REASONS["name" if told.role == "person" else told.role]
        if _plainly_beneath(headed, place, told, near):
            return Finding(headed.line, place, reason)
        if _plainly_beside(headed, place, told):
            return Finding(headed.line, place, reason, beside=True)
        if any(_likely(told, value, known) for value in near) and (
            _is_enough(headed, place, told, near, known)
        ):
            return Finding(headed.line, place, reason)
    return _of_one_row(headed, known)


def _is_enough(
    headed: Headed, place: int, told: Heading, near: list[object], known: Lookup
) -> bool:
    """Whether a value that may be a person's is: a name beneath its heading, or in company."""
    named = told.role in ("name", "person")
    if named and isinstance(near[0], str) and known.heading(near[0]):
        return False
    if told.role == "person" and _may_be_counted(headed, place):
        return False
    beneath_a_name = told.role == "name" and bool(headed.view.numbers)
    return beneath_a_name or bool(_company(headed, place, known))


def _of_one_row(headed: Headed, known: Lookup) -> Finding | None:
    """A reference, initials or a name with three answers about one child, and no count."""
    for place, told in worth_a_look(headed.headings):
        if told.role in ("key", "label", "person"):
            values = headed.values(place)
            alone = len(values) == 1 and _refers(values[0]) and not _may_be_counted(headed, place)
            if alone and len(_company(headed, place, known)) >= FEWEST_ANSWERS:
                return Finding(headed.line, place, REASONS["row"], several=True)
    return None


def _refers(value: object) -> bool:
    """Whether a value may stand for one child: a number or code, initials or a name."""
    return is_initials(value) or tokens([value]) or is_person_name(value)


def _plainly_beneath(headed: Headed, place: int, told: Heading, near: list[object]) -> bool:
    """Whether a value beneath a sure heading can be nothing else."""
    whole_block = told.role == "birth" and bool(headed.view.numbers)
    values = _block(headed.view, headed.line, place) if whole_block else near
    return told.sure and told.role in PLAIN and any(map(PLAIN[told.role], values))


def _plainly_beside(headed: Headed, place: int, told: Heading) -> bool:
    """Whether the value next to a sure heading can be nothing else, as in a form."""
    beside = _beside(headed.view, headed.line, place) if headed.view.numbers else None
    return told.sure and told.role in PLAIN and PLAIN[told.role](beside)


def _likely(told: Heading, value: object, known: Lookup) -> bool:
    """Whether a value is what the heading says, though it may also be something else."""
    if told.role == "birth":
        return birth_day(value, serials=True) is not None
    if told.role == "id":
        number = whole(value)
        return number is not None and number >= SMALLEST_NUMBER and number not in YEARS
    if told.role == "person":
        return is_person_name(value)
    return told.role == "name" and isinstance(value, str) and _is_name(value, known)


def _is_name(text: str, known: Lookup) -> bool:
    """Two or three names, or one: no word of a description of columns, and no other heading."""
    one = _WORD.fullmatch(text.strip()) and text.strip().casefold() not in FIELD | MARKS
    return is_person_name(text) or (bool(one) and known.heading(text) is None)


def _may_be_counted(headed: Headed, place: int) -> bool:
    """Whether "Child" may head kinds of children: several of them, or one beside a count."""
    others = {other for other, told in headed.headings.items() if told.role in ANSWERS} | {place}
    said = {told.role for told in headed.headings.values()}
    several = len(headed.values(place)) > 1
    return several or "count" in said or counted(headed.view, headed.line, others, place)


def _company(headed: Headed, place: int, known: Lookup) -> frozenset[str]:
    """What the other headings of the line have an answer to, about a person too."""
    return frozenset(
        told.role
        for other, told in worth_a_look(headed.headings)
        if other != place
        and (test := ANSWERS.get(told.role))
        and any(map(test, values := _near(headed.view, headed.line, other)[:1]))
        and not any(isinstance(value, str) and known.heading(value) for value in values)
    )


def _near(view: View, line: int, place: int) -> list[object]:
    """The values in the three lines after a line; of a form only the first."""
    values = list(_follow(view, line, place, NEAR))
    return values if view.numbers else values[:1]


def _block(view: View, line: int, place: int) -> list[object]:
    """The values after a line as far as its block goes."""
    return list(_follow(view, line, place, len(view.lines)))


def _follow(view: View, line: int, place: int, most: int) -> Iterator[object]:
    for index in range(line + 1, min(line + 1 + most, len(view.lines))):
        if view.numbers and view.numbers[index] - view.numbers[index - 1] > 1:
            return
        value = view.cell(index, place)
        if value is not None and value != "":
            yield value


def _beside(view: View, line: int, place: int) -> object:
    """The next value in the line itself, where a form has its answer."""
    cells = view.lines[line][place + 1 : place + 1 + NEAR]
    return next((cell for cell in cells if cell is not None and cell != ""), None)


def _is_birth(value: object) -> bool:
    return birth_day(value) is not None


def _is_identifier(value: object) -> bool:
    coded = isinstance(value, str) and _CODE.fullmatch(value.strip()) is not None
    return coded or kind(value) in ("health", "pupil", "insurance")


def _is_address(value: object) -> bool:
    text = value.strip() if isinstance(value, str) else ""
    return is_postcode(text) or _STREET.fullmatch(text) is not None


def _is_age(value: object) -> bool:
    age = whole(value)
    return age is not None and 0 <= age <= OLDEST


def _is_phrase(value: object) -> bool:
    text = value.strip().casefold() if isinstance(value, str) else ""
    short = 1 < len(text) <= LONGEST_ANSWER and text not in FIELD | MARKS
    return short and any(map(str.isalpha, text))


Test = Callable[[object], bool]
PLAIN: Final[dict[str, Test]] = {
    "birth": _is_birth,
    "id": _is_identifier,
    "address": _is_address,
}
"""By what a sure heading says: values that can be nothing else."""

ANSWERS: Final[dict[str, Test]] = {
    "sex": is_sex,
    "age": _is_age,
    "birth": _is_birth,
    "event": _is_birth,
    "legal": _is_phrase,
    "placement": _is_phrase,
    "trait": _is_phrase,
}
"""By what another heading says: values that are of one person as well."""
