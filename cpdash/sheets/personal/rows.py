"""Whether a line of headings, with the values beneath it, is that of a list of single children."""

from typing import Final

from cpdash.sheets.personal.columns import coded, numbers
from cpdash.sheets.personal.headed import Column, Headed, counted, fitting, headings_of
from cpdash.sheets.personal.headings import Lookup
from cpdash.sheets.personal.lists import rows_of_children
from cpdash.sheets.personal.reasons import REASONS
from cpdash.sheets.personal.single import of_one_child
from cpdash.sheets.personal.view import Finding, View

RETURN_COLUMNS: Final = 4


def in_line(view: View, line: int, known: Lookup) -> Finding | None:
    """The first strong evidence in one line of headings and the values beneath it."""
    headings = headings_of(view, line, known)
    if not headings:
        return None
    if found := _of_return(view, line, known):
        return found
    roles = {told.role for told in headings.values()}
    if len(roles) < 2 and "person" not in roles and not any(t.sure for t in headings.values()):
        return None
    headed = fitting(view, line, headings)
    return _sure(headed, known) or of_one_child(headed, known) or rows_of_children(headed)


def _sure(headed: Headed, known: Lookup) -> Finding | None:
    """A heading of a person's name, birth, identifier or address that has values beneath it. On
    its side a lone heading of names is left: what stands next to it may be further headings."""
    turned = not headed.view.numbers
    if turned and len(headed.columns) == 1 and headed.columns[0].heading.role == "name":
        return None
    sure = [
        (column.place, column.heading.role, values)
        for column in headed.columns
        if column.heading.sure and (values := _answers(column, turned, known))
    ]
    if sum(len(values) for *_, values in sure) >= 2:
        place, role, _ = sure[0]
        return Finding(headed.line, place, REASONS[role])
    return None


def _answers(column: Column, turned: bool, known: Lookup) -> list[object]:
    """The values of a column. Those under a heading of names may be further headings."""
    if column.heading.role != "name":
        return column.values
    own = [value for value in column.values if not _is_heading(value, known)]
    return [] if turned and len(own) < len(column.values) else own


def _is_heading(value: object, known: Lookup) -> bool:
    return isinstance(value, str) and known.heading(value) is not None


def _of_return(view: View, line: int, known: Lookup) -> Finding | None:
    """Four or more columns of the return of single children, with codes or days beneath them."""
    places = [
        place
        for place, cell in enumerate(view.lines[line])
        if type(cell) is str and known.of_english_return(cell)
    ]
    if len({str(view.cell(line, place)).casefold() for place in places}) < RETURN_COLUMNS:
        return None
    held = [values for place in places if (values := view.beneath(line, place))]
    codes = [values for values in held if coded(values) and not numbers(values)]
    several = len(held) >= RETURN_COLUMNS - 1 and bool(codes)
    if several and not counted(view, line, places, places[0]):
        return Finding(line, places[0], REASONS["return"], several=True)
    return None
