"""What the headings of each column of numbers say together."""

from cpdash.areas import is_total
from cpdash.sheets.tables.attributes import Attributes, gather, lists_places
from cpdash.sheets.tables.headings import Path
from cpdash.sheets.words.publications import coded


def of_columns(over: dict[int, Path], country: str) -> dict[int, Attributes]:
    """What the headings of each column say. Where some are a publication's codes only those are
    looked at: such a table has hundreds more, about other services."""
    declared = {c: path for c, path in over.items() if path and coded(path[-1])}
    wanted = {c: path for c, path in (declared or over).items() if path}
    found = {c: gather(path, country) for c, path in wanted.items()}
    if not lists_places(found.values()):
        return found
    return {c: gather(path, country, "total") for c, path in wanted.items()}


def doubt_totals(columns: dict[int, Attributes]) -> None:
    """A total beside headings of which none is understood is that of people unknown."""
    totals = [found for found in columns.values() if is_total(found.printed)]
    others = [found for found in columns.values() if not is_total(found.printed)]
    if others and all(found.unknown for found in others):
        for found in totals:
            found.unknown.append(found.printed)


def in_brief(found: Attributes) -> str:
    """What the headings of a column were understood as; "" where they were not."""
    if found.unknown or found.elsewhere:
        return ""
    return " ".join(part for part in (found.category, found.age, found.unit) if part)
