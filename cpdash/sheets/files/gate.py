"""Whether a workbook may be opened: nothing in it may run, fetch, or fill the memory.

Links to other workbooks are common in what councils send and are never followed here, so they are
noted and not refused. Blank cells with a border or a colour reach the edges of real sheets, so only
cells that hold a value are counted.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cpdash.sheets.files import grid, kinds, limits, open_document
from cpdash.sheets.files.container import Container
from cpdash.sheets.files.grid import Grid
from cpdash.sheets.files.markup import Element, elements, harmless
from cpdash.sheets.files.refused import Note, Refusal
from cpdash.sheets.sheet import address, letters

MACROS: Final = ("macros", "found a workbook with macros")
OBJECTS: Final = ("objects", "found a workbook with other files embedded in it")
CONNECTIONS: Final = ("connections", "found a workbook that is connected to other data")
BROKEN: Final = ("damaged", "found a workbook that breaks off")

FORBIDDEN: Final = (
    ("xl/vbaproject", MACROS),
    ("xl/macrosheets/", MACROS),
    ("xl/dialogsheets/", MACROS),
    ("xl/activex/", OBJECTS),
    ("xl/embeddings/", OBJECTS),
    ("xl/connections.xml", CONNECTIONS),
    ("xl/querytables/", CONNECTIONS),
    ("xl/model/", CONNECTIONS),
    ("basic/", MACROS),
    ("scripts/", MACROS),
)
"""How the name of a part that keeps a workbook out begins."""

HARMLESS_BINARIES: Final = ("xl/printersettings/", "xl/customproperty", "xl/media/")
LINKS: Final = "xl/externalLinks/"
ROOT: Final = "_rels/.rels"
WORKBOOK: Final = "xl/workbook.xml"
RELATIONSHIPS: Final = "xl/_rels/workbook.xml.rels"
COUNTED: Final = frozenset({"xl/sharedstrings.xml", "xl/styles.xml"})
COUNTED_TYPES: Final = frozenset({"sharedStrings", "styles"})
_COUNTED_ELEMENT: Final = re.compile(rb"<(?:[\w.-]+:)?(?:sst|cellXfs|numFmts)\b[^>]*>")
_CLAIM: Final = re.compile(rb"""[cC]ount\s*=\s*["']([0-9]{1,30})""")


@dataclass(frozen=True)
class Gated:
    """A workbook that may be opened: its parts, and of each sheet what its markup says."""

    parts: Container
    grids: dict[str, Grid]
    sheet_parts: dict[str, bytes]
    notes: tuple[Note, ...] = ()


def archive(data: bytes) -> tuple[kinds.Kind, Container]:
    """The kind of a packed workbook and its parts, when none of them is forbidden."""
    parts = Container(data)
    for name in parts.entries:
        _check_part(name.casefold())
    return kinds.of_archive(parts.entries), parts


def _check_part(name: str) -> None:
    for start, (reason, found) in FORBIDDEN:
        if name.startswith(start):
            raise Refusal(reason, found)
    if "vbaproject" in name:
        raise Refusal(*MACROS)
    binary = name.endswith(".bin") and name != "xl/workbook.bin"
    if binary and not name.startswith(HARMLESS_BINARIES):
        raise Refusal(*OBJECTS)


def workbook(parts: Container) -> Gated:
    """An .xlsx workbook, when it may be opened."""
    if "[Content_Types].xml" not in parts.entries:
        raise Refusal("damaged", "found a workbook without its list of contents")
    if b"macroEnabled" in harmless(parts.part("[Content_Types].xml")):
        raise Refusal(*MACROS)
    roots = _targets(parts, ROOT).values()
    if {_target(root) for root in roots if _type(root) == "officeDocument"} != {WORKBOOK}:
        raise Refusal("damaged", "found a workbook that does not say where its sheets are listed")
    described = list(elements(harmless(parts.part(WORKBOOK))))
    targets = _targets(parts, RELATIONSHIPS)
    recalculates = any(
        element.name == "calcPr" and element.attributes.get("fullCalcOnLoad") in ("1", "true")
        for element in described
    )
    _check_counts(parts, targets)
    sheet_parts = {
        name: harmless(parts.part(target))
        for name, target in _sheets(described, targets, parts).items()
    }
    grids = {name: grid.of_sheet(part, recalculates) for name, part in sheet_parts.items()}
    return Gated(parts, _all_within(grids), sheet_parts, _links(parts))


def document(parts: Container) -> Gated:
    """An .ods spreadsheet, when it may be opened."""
    if open_document.is_encrypted(parts):
        raise Refusal("password", "found a spreadsheet that asks for a password")
    if any(name.startswith("Object ") and "/" not in name for name in parts.entries):
        raise Refusal(*OBJECTS)
    content = harmless(parts.part("content.xml"))
    for name in ("styles.xml", "settings.xml"):
        if name in parts.entries:
            harmless(parts.part(name))
    return Gated(parts, _all_within(open_document.grids(content)), {"content.xml": content})


def _links(parts: Container) -> tuple[Note, ...]:
    links = sum(name.startswith(LINKS) and name.count("/") == 2 for name in parts.entries)
    others = "another workbook" if links == 1 else f"{links} other workbooks"
    return (Note("file-links", f"found links to {others}"),) if links else ()


def _targets(parts: Container, where: str) -> dict[str, Element]:
    """The relationships of the archive or of the workbook by their id."""
    if where not in parts.entries:
        raise Refusal(*BROKEN)
    found = elements(harmless(parts.part(where)))
    return {element.attributes.get("Id", ""): element for element in found}


def _type(relation: Element) -> str:
    return relation.attributes.get("Type", "").rpartition("/")[2]


def _target(relation: Element) -> str:
    """The name of the part that a relationship points to."""
    target = relation.attributes.get("Target", "").removeprefix("/")
    return target if target.startswith("xl/") else f"xl/{target}"


def _sheets(
    described: Iterable[Element], targets: dict[str, Element], parts: Container
) -> dict[str, str]:
    """The part of each sheet that has cells, by the sheet's name."""
    sheets = [element.attributes for element in described if element.name == "sheet"]
    if len(sheets) > limits.SHEETS:
        raise Refusal("too-much", f"found {len(sheets):,} sheets")
    found: dict[str, str] = {}
    for sheet in sheets:
        relation = targets.get(sheet.get("id", ""))
        name = sheet.get("name", "")
        if relation is None or name in found:
            raise Refusal(*BROKEN)
        if _type(relation) == "worksheet":
            found[name] = _inside(relation, parts)
    if not found:
        raise Refusal("damaged", "found a workbook without a sheet of cells")
    return found


def _inside(relation: Element, parts: Container) -> str:
    """The part of the archive that a relationship points to; it may point nowhere else."""
    name = _target(relation)
    outside = relation.attributes.get("TargetMode") == "External"
    if outside or name not in parts.entries:
        raise Refusal("damaged", "found a workbook without one of its sheets")
    return name


def _check_counts(parts: Container, targets: dict[str, Element]) -> None:
    """Shared texts and styles: readable, and not said to be more than there can be."""
    pointed = {_target(each) for each in targets.values() if _type(each) in COUNTED_TYPES}
    for name in parts.entries:
        if name not in pointed and name.casefold() not in COUNTED:
            continue
        part = harmless(parts.part(name))
        heads = _COUNTED_ELEMENT.findall(part)
        if any(
            int(count) > limits.CLAIMED_STRINGS for head in heads for count in _CLAIM.findall(head)
        ):
            raise Refusal("damaged", "found a workbook that claims to hold more than it can")


def _all_within(found: dict[str, Grid]) -> dict[str, Grid]:
    """The grids themselves, when the sheets are of a size that tables have."""
    for name, sheet in found.items():
        if sheet.last_row > limits.LAST_ROW:
            raise Refusal("far-cell", f"found a filled cell in row {sheet.last_row:,} of '{name}'")
        if sheet.last_column > limits.LAST_COLUMN:
            column = letters(sheet.last_column)
            raise Refusal("far-cell", f"found a filled cell in column {column} of '{name}'")
    filled = sum(sheet.filled for sheet in found.values())
    if filled > limits.FILLED_CELLS:
        raise Refusal("too-much", f"found {filled:,} filled cells")
    if sum(_area(sheet) for sheet in found.values()) > limits.GRID_CELLS:
        name = max(found, key=lambda name: _area(found[name]))
        end = address(found[name].last_row, found[name].last_column)
        raise Refusal("far-cell", f"found cells as far apart as A1 and {end} in '{name}'")
    return found


def _area(sheet: Grid) -> int:
    return sheet.last_row * sheet.last_column
