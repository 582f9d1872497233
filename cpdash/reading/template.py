"""The empty workbook of the project's own layout, ready to be filled in."""

from pathlib import Path
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cpdash.areas import AREAS
from cpdash.sheets.own.layout import AFTER, BEFORE, LAYOUTS, Layout
from cpdash.sheets.words.cells import MOST_PEOPLE
from cpdash.vocabulary import CATEGORIES, EVERY_AGE, MEASURES

ROWS: Final = 2000
"""Rows that Excel checks as they are filled in."""
HEADING_ROW: Final = 3
LISTS: Final = "Lists"

OFFERED: Final = (
    *("at_home", "kinship", "foster_authority", "foster_purchased", "foster", "adopters"),
    *("other_community", "community", "authority_home", "voluntary_home", "residential_school"),
    *("secure", "crisis", "other_residential", "residential_not_secure", "residential", "total"),
)
"""Placement columns of the template: Scotland's. The reader knows England's as well."""

ABOVE: Final = {
    "residential_not_secure": "Secure care not included",
    "residential": "Secure care included",
}
"""What stands above a heading that is easily taken for the one beside it."""

CHOICES: Final[dict[str, tuple[str, ...]]] = {
    "measure": tuple(measure.label for measure in MEASURES.values()),
    "collected_by": ("Council", "National return"),
    "total_is": ("Printed", "Added up"),
    "marker": ("e", "p", "b"),
    "category": tuple(CATEGORIES[code].label for code in EVERY_AGE),
}
WIDTHS: Final = {"area": 24, "measure": 44, "source": 52, "remark": 52, "census_date": 16}

GUIDE: Final = (
    "Put one census in one row. Leave out the columns that you do not need, in any order.",
    "Area: the council or country, by name or by official code.",
    "Census date: the day that the figures are about, such as 31 March 2018.",
    "Collected by: Council for your own count, National return for the government's statistics. "
    "Empty means Council. The two differ in date and definition and are never mixed.",
    "Numbers: whole numbers. 0 means nobody. Empty means not counted or not known.",
    "Residential care: use the column with secure care included or the one without it, as your "
    "source prints it, and put the children in secure care under In secure care as well.",
    "A number that is not shown: c confidential, x not available, z not applicable, k rounds to "
    "zero but is not zero.",
    "Total: as its source prints it. If you added it up yourself, put Added up under Total is.",
    "Source: the publication or record that the row comes from. Every row needs one.",
    "Published: when the source came out, as closely as you know: 22 April 2025, April 2025, 2025. "
    "A later date replaces an earlier one, and the earlier figures are kept for comparison.",
    "Marker: e estimated, p provisional, b break (not comparable with the census before it); for "
    "all numbers of the row.",
    "Remark: anything for your colleagues. It is not read.",
    "Never put names, dates of birth or anything else about one child into this workbook.",
)


def choices() -> dict[str, tuple[str, ...]]:
    """What may be chosen, by column: the areas of today, and CHOICES."""
    real = [a for a in AREAS.values() if a.kind != "illustrative" and a.until is None]
    return {"area": tuple(area.name for area in real), **CHOICES}


def write_template(path: Path) -> None:
    """Write the empty workbook to `path`. OSError when that cannot be done."""
    book = Workbook()
    book.remove(book.active)
    guide = book.create_sheet("How to fill this in")
    for layout in LAYOUTS:
        _add_sheet(book.create_sheet(layout.name), layout)
    _add_guide(guide)
    _add_lists(book.create_sheet(LISTS))
    book.save(path)


def columns(layout: Layout) -> list[str]:
    """Column codes of a sheet of the template, from left to right."""
    values = [code for code in layout.values if layout is not LAYOUTS[0] or code in OFFERED]
    values.sort(key=lambda code: OFFERED.index(code) if code in OFFERED else 0)
    own = [code for code in layout.texts if code not in BEFORE and code not in AFTER]
    kind = ["total_is"] if "total_is" in own else []
    words = [code for code in own if code != "total_is"]
    return [*BEFORE, *words, *values, *kind, *AFTER]


def _add_sheet(sheet: Worksheet, layout: Layout) -> None:
    sheet.cell(1, 1, layout.note).font = Font(italic=True)
    for number, code in enumerate(columns(layout), start=1):
        heading = sheet.cell(HEADING_ROW, number, (layout.texts | layout.values)[code])
        heading.font = Font(bold=True)
        if code in ABOVE and code in layout.values:
            above = sheet.cell(HEADING_ROW - 1, number, ABOVE[code])
            above.font = Font(italic=True)
            above.alignment = Alignment(wrap_text=True, vertical="bottom")
        heading.fill = PatternFill("solid", fgColor="E1E7EE")
        heading.alignment = Alignment(wrap_text=True, vertical="top")
        letter = get_column_letter(number)
        sheet.column_dimensions[letter].width = WIDTHS.get(code, 14)
        check = _check(layout, code)
        if check is not None:
            sheet.add_data_validation(check)
            check.add(f"{letter}{HEADING_ROW + 1}:{letter}{HEADING_ROW + ROWS}")
        if code == "census_date":
            for row in range(HEADING_ROW + 1, HEADING_ROW + 101):
                sheet.cell(row, number).number_format = "d mmmm yyyy"
    sheet.row_dimensions[HEADING_ROW].height = 64


def _check(layout: Layout, code: str) -> DataValidation | None:
    """What Excel lets into a column; marks and unusual words only bring up a question."""
    if code in layout.values:
        check = DataValidation("whole", operator="between", formula1="0", formula2=str(MOST_PEOPLE))
        check.error = "A whole number from 0 to 10,000,000; or c, x, z or k for one not shown."
        check.errorStyle = "warning"
    elif code == "census_date":
        check = DataValidation(
            "date", operator="between", formula1="DATE(1900,1,1)", formula2="DATE(2100,12,31)"
        )
        check.error = "A day, such as 31/03/2018."
    elif code in (lists := choices()):
        number = list(lists).index(code) + 1
        letter, last = get_column_letter(number), len(lists[code]) + 1
        check = DataValidation("list", formula1=f"={LISTS}!${letter}$2:${letter}${last}")
        check.error = "Choose from the list."
        check.errorStyle = "stop" if code in ("collected_by", "total_is", "marker") else "warning"
    else:
        return None
    check.allow_blank = True
    check.showErrorMessage = True
    check.errorTitle = "Not what this column holds"
    return check


def _add_guide(sheet: Worksheet) -> None:
    sheet.column_dimensions["A"].width = 100
    sheet.cell(1, 1, "How to fill this in").font = Font(bold=True, size=14)
    for number, line in enumerate(GUIDE, start=3):
        sheet.cell(number, 1, line).alignment = Alignment(wrap_text=True, vertical="top")


def _add_lists(sheet: Worksheet) -> None:
    """The lists that the other sheets choose from, and all categories of other measures."""
    headings = {"area": "Areas", "measure": "Measures", "category": "Age groups"}
    for number, (code, offered) in enumerate(choices().items(), start=1):
        sheet.cell(1, number, headings.get(code, code.replace("_", " ").capitalize()))
        sheet.cell(1, number).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(code, 24)
        for row, choice in enumerate(offered, start=2):
            sheet.cell(row, number, choice)
