"""What can be wrong with a sheet of the project's own workbook, or with a figure of any."""

from typing import Final

from cpdash.sheets.faults.fault import Fault

MOST_PROBLEMS: Final = 1000
"""Problems listed one by one for a workbook; the rest are counted, since nobody reads more."""

NUMBER: Final = "expected a whole number from 0 to 10,000,000, or one of the marks c, x, z, k"
DAY: Final = "expected a day such as 31 March 2018, 2018-03-31 or 31/03/2018"
LEFT_OUT: Final = "The figure was left out."

FIGURES: Final[dict[str, Fault]] = {
    # A sheet or a column.
    "heading-missing": Fault(
        "error",
        "expected {wanted} in one row above the figures",
        "Put the missing heading in; the template has them all.",
    ),
    "heading-twice": Fault(
        "error",
        "expected each heading once, and {other} says the same",
        "Rename or delete one of the two columns; the second was left out.",
    ),
    "heading-unknown": Fault(
        "warning",
        "expected one of the template's headings{nearest}",
        "The column was left out. Rename it if it holds figures that should be read.",
    ),
    # A cell with a number.
    "not-a-number": Fault(
        "error", NUMBER, f"{LEFT_OUT} Put the number alone in the cell, and words under Remark."
    ),
    "error-cell": Fault("error", NUMBER, f"{LEFT_OUT} Mend the formula in Excel and save."),
    "not-calculated": Fault(
        "error",
        "expected its result beside it",
        f"{LEFT_OUT} Open the workbook in Excel and save it, so that the result is stored.",
    ),
    "negative": Fault("error", NUMBER, f"{LEFT_OUT} A count of people cannot be below 0."),
    "fractional": Fault("error", NUMBER, f"{LEFT_OUT} Give the count itself, not a rate or share."),
    "too-big": Fault("error", NUMBER, f"{LEFT_OUT} Check for a digit or a cell too many."),
    "over-hundred": Fault(
        "error", "expected a percentage of at most 100", f"{LEFT_OUT} Check its decimal point."
    ),
    "unknown-mark": Fault(
        "error",
        NUMBER,
        f"{LEFT_OUT} Publishers mean different things by it: put c for confidential, x for not"
        " available, z for not applicable, k for rounds to zero.",
    ),
    # A cell that says what the numbers of its row are.
    "area-missing": Fault(
        "error",
        "expected the name or the code of a council or country",
        "The row was left out. Fill in the area.",
    ),
    "unknown-area": Fault(
        "error",
        "expected the name or the code of a council or country{nearest}",
        "The row was left out. Correct the name.",
    ),
    "area-clash": Fault(
        "error",
        "expected a code and a name of one area",
        "The row was left out. Correct the code or the name, or add the code where areas of one"
        " name have followed each other.",
    ),
    "not-a-date": Fault("error", DAY, "The row was left out. Put in the day of the census."),
    "census-in-future": Fault(
        "error", "expected a day not after {latest}", "The row was left out. Check the year."
    ),
    "unknown-collector": Fault(
        "error", "expected Council or National return", "The row was left out. Say who collected."
    ),
    "unknown-measure": Fault(
        "error",
        "expected one of the measures{nearest}",
        "The row was left out. Choose from the list.",
    ),
    "unknown-category": Fault(
        "error",
        "expected a category or age group{nearest}, or nothing for all",
        "The row was left out. Choose from the list.",
    ),
    "unknown-marker": Fault(
        "error",
        "expected e, p, b or nothing",
        "The row was left out. Put e for estimated, p for provisional, b for a break.",
    ),
    "unknown-total-kind": Fault(
        "error",
        "expected Printed or Added up",
        "The total was left out. Say whether its source prints it.",
    ),
    "no-base": Fault(
        "error",
        "expected a measure that is part of another",
        "The number was left out. Give it a row of its own, under its own measure.",
    ),
    "source-missing": Fault(
        "warning",
        "expected the publication that the figures come from",
        "The name of the file stands in for it. Fill in Source{more}.",
    ),
    "published-missing": Fault(
        "warning",
        "expected the date of publication, such as 22 April 2025, April 2025 or 2025",
        "The rows count as older than any dated edition. Fill in Published{more}.",
    ),
    # Figures against each other.
    "figure-twice": Fault(
        "error",
        "expected each figure once, and {other} says {says}",
        "Both were left out. Delete the wrong one, or give each its own source.",
    ),
    "figure-repeated": Fault(
        "warning",
        "expected each figure once, and {other} says the same",
        "It was used once. Delete one of the two.",
    ),
    "parts-over-total": Fault(
        "warning",
        "expected its parts to make no more than that, and they make {parts}: the largest is"
        " {largest} under '{label}', {other}",
        "The figures were used as they stand. Check them against their source.",
    ),
    "parts-under-total": Fault(
        "warning",
        "expected its parts to make that, and they make {parts}: the largest is {largest} under"
        " '{label}', {other}",
        "The figures were used as they stand. Look for a part that is missing or mistyped.",
    ),
    "withheld-derivable": Fault(
        "warning",
        "expected at least two withheld parts or no total, because {other} less its other parts"
        " gives the number away",
        "It was used as it stands. Withhold a second part or the total before this is published.",
    ),
    "conflicting-workbooks": Fault(
        "warning",
        "expected the same in every workbook with this source and date, and {other} says {says}",
        "Of the two this one is used, because its file is read last. Correct or take away the"
        " wrong workbook.",
    ),
    "more-problems": Fault(
        "error",
        f"expected no more than {MOST_PROBLEMS:,}",
        "They are not listed one by one. Mend those above and read the file again.",
    ),
}
