"""A comparison in plain lines. A number is never printed beside the mark that withholds it."""

from collections.abc import Callable, Collection, Iterator
from typing import Any

from cpdash.areas import AREAS
from cpdash.comparison import Comparison, figure_name
from cpdash.days import day
from cpdash.figures import rows, workbook
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import lower_first, number, plural, says, signed

Called = Callable[[str], str]
"""An edition, as a person knows it: by its number and its file, or by its file alone."""


def compared(found: Comparison, held: Collection[str]) -> Iterator[str]:
    """Everything that a comparison found, in lines; `held` are the names of the editions held."""
    called = _names(found, held)
    shown = found.changed[found.changed["shown"]]
    late = found.changed[~found.changed["shown"]]
    sections = {
        "Changed": [_changed(row, called) for row in rows(shown)],
        "Other than what is held, which is newer and stays the one shown": [
            _changed(row, called) for row in rows(late)
        ],
        "The same number with another mark": [_changed(row, called) for row in rows(found.marked)],
        "No longer given, and still held": [
            f"{_which(row)}: {says(row.value, row.status)} ({_at(row, '', called)})."
            for row in rows(found.vanished)
        ],
        "Not given by any earlier file": [
            f"{_kind(row)}: {plural(row.figures, 'figure', 'figures')}."
            for row in rows(found.appeared)
        ],
        "Nothing held before": [f"{_area(row)}." for row in rows(found.first)],
        "Older than what is held": [one.sentence() for one in found.older],
        "Two of the files disagree": [_two(row, called) for row in rows(found.disagreements)],
        "Movements to look at again": [one.sentence() for one in found.jumps],
        "Sums to look at again": [one.sentence() for one in found.sums],
        "Headline numbers that change": [one.sentence() for one in found.effects if one.changed],
        "Targets that change": [one.sentence() for one in found.rulings if one.changed],
    }
    yield f"Compared with what is held: {found.summary()}."
    for title, lines in sections.items():
        if lines:
            yield ""
            yield f"{title} ({number(len(lines))}):"
            yield from (f"  {line}" for line in lines)


def _names(found: Comparison, held: Collection[str]) -> Called:
    editions = found.editions.drop_duplicates("edition", keep="last")
    file = dict(zip(editions["edition"], editions["file"], strict=True))
    given = {workbook(edition): file[edition] for edition in file if edition not in held}
    shared = [name for name in given.values() if list(given.values()).count(name) > 1]

    def called(edition: str) -> str:
        name = file[edition]
        if edition in held:
            return f"edition {workbook(edition)}, {name}"
        return f"{name} as {workbook(edition)}" if name in shared else name

    return called


def _area(row: Any) -> str:
    return f"{AREAS[row.area].name}, {lower_first(COLLECTIONS[row.collection])}"


def _kind(row: Any) -> str:
    return f"{figure_name(row.measure, row.category)}, {_area(row)}"


def _which(row: Any) -> str:
    return f"{_kind(row)}, {day(row.census_date)}"


def _at(row: Any, which: str, called: Called) -> str:
    """Where a figure stands; `which`: the beginning of its columns, such as `was_`."""
    edition, sheet, cell = (getattr(row, f"{which}{name}") for name in ("edition", "sheet", "cell"))
    return f"{called(edition)}, {sheet}!{cell}"


def _changed(row: Any, called: Called) -> str:
    was, now = _said(row, "was", "was_status"), _said(row, "value", "status")
    held, given = (_at(row, which, called) for which in ("was_", ""))
    if not row.shown:
        was, now = _apart(was, now)
        return f"{_which(row)}: held is {was} ({held}), given is {now} ({given})."
    if _withheld(now) and not _withheld(was):
        return f"{_which(row)}: is {now} ({given}), was given before ({held})."
    moved = f", {signed(row.difference)}" if row.difference == row.difference else ""
    return f"{_which(row)}: was {was} ({held}), is {now} ({given}){moved}."


def _two(row: Any, called: Called) -> str:
    one, other = _apart(_said(row, "value", "status"), _said(row, "other_value", "other_status"))
    first, second = (_at(row, which, called) for which in ("", "other_"))
    return f"{_which(row)}: {one} ({first}), which counts, and {other} ({second})."


def _said(row: Any, value: str, status: str) -> str:
    return says(getattr(row, value), getattr(row, status))


def _withheld(said: str) -> bool:
    return said.startswith("[")


def _apart(one: str, other: str) -> tuple[str, str]:
    """What two files say, without the number where the other withholds it."""
    if _withheld(one) == _withheld(other):
        return one, other
    return (one, "a number") if _withheld(one) else ("a number", other)
