"""Which texts are kept: short ones, on one line, with nothing about a person in them.

What somebody types is refused where it may name one, since it can be written again. What stands
in a workbook is replaced by NOT_KEPT, since its figures are as good without it.
"""

from pathlib import PurePath
from typing import Final

from cpdash.areas import AREAS, plain
from cpdash.sheets.own.layout import LAYOUTS, headings
from cpdash.sheets.personal.short_texts import (
    about_one_person,
    is_named_after_a_person,
    names_one_person,
)
from cpdash.sheets.words import meaning
from cpdash.store.faults import NOTHING, StoreFault
from cpdash.store.schema import LONGEST

NOT_KEPT: Final = "(not kept)"
"""Stands in the place of a text of a workbook that may be about a person."""
ENDINGS: Final = (".xlsx", ".xls", ".ods", ".csv")
_GROUPS: Final = ("", "total", "community", "residential", "foster")
"""Headings that a label may stand under, which change what it means."""
_OWN: Final = frozenset(known for layout in LAYOUTS for known in headings(layout))


def one_line(text: str) -> str:
    """A text without line breaks, control characters and characters that nothing can show."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def typed(name: str, text: str) -> str:
    """A text that somebody typed, as it is kept; `name` is that of its column. Raises StoreFault
    `personal` where it may name a person, `refused` where it is too long."""
    line, called = one_line(text), _CALLED[name]
    if len(line) > LONGEST[name]:
        found, most = f"found {len(line)} characters", LONGEST[name]
        sentence = f"The {called}: {found}, expected at most {most}. {NOTHING} Make it shorter."
        raise StoreFault("refused", sentence)
    if reason := names_one_person(line):
        raise StoreFault(
            "personal",
            f"The {called}: found {reason}, expected nothing about a person. {NOTHING} Write it "
            "without names, days of birth, numbers of persons and addresses.",
        )
    return line


_CALLED: Final = {"remark": "remark", "publisher": "publisher", "label": "label"}


def who(name: str) -> str:
    """The name of whoever acts, cut to its column: it is not looked into."""
    return one_line(name)[: LONGEST["who"]]


def file_name(name: str, sha256: str) -> str:
    """The name of a file without its folder, or one made of its hash."""
    path = PurePath(name.replace("\\", "/"))
    known = path.suffix.casefold() in ENDINGS
    plain_text = len(path.name) <= LONGEST["file"] and path.name == one_line(path.name)
    if known and plain_text and not is_named_after_a_person(path.stem):
        return path.name
    return f"upload-{sha256[:8]}{path.suffix.casefold() if known else '.xlsx'}"


def sheet_name(name: str) -> str:
    """The name of a sheet. Of a text file it is that of the file, and may be longer."""
    line = one_line(name)
    return NOT_KEPT if is_named_after_a_person(line) else line[: LONGEST["sheet"]]


def source(text: str) -> str:
    """What a workbook calls its source."""
    line = one_line(text)
    if about_one_person(line):
        return NOT_KEPT
    most = LONGEST["source"]
    return line if len(line) <= most else f"{line[: most - 1]}\u2026"


def label(text: str, area: str, category: str, answered: frozenset[str]) -> str:
    """A printed label of which every word is understood or was `answered`; "" for any other."""
    line = one_line(text)
    if len(line) > LONGEST["label"] or about_one_person(line):
        return ""
    return line if line in answered or _understood(text, area, category) else ""


def _understood(text: str, area: str, category: str) -> bool:
    country = AREAS[area].country
    return plain(text) in _OWN or any(
        not meaning.of(text, country, group).unknown for group in (*_GROUPS, category)
    )
