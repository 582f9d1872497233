"""A data folder with a million generated figures, in the project's own layout."""

import random
from datetime import date
from pathlib import Path

import xlsxwriter

from cpdash.areas import AREAS
from cpdash.vocabulary import CATEGORIES

PARTS = (
    "at_home kinship foster_authority foster_purchased adopters other_community authority_home"
    " voluntary_home residential_school secure crisis other_residential".split()
)
COUNCILS = 32
FIRST_YEAR, YEARS = 2011, 10
EDITIONS = 60
PER_ROW = len(PARTS) + 1


def quarters() -> list[date]:
    """Forty ends of a quarter, so that the national return's July is among them."""
    ends = ((1, 31), (4, 30), (7, 31), (10, 31))
    return [date(FIRST_YEAR + y, m, d) for y in range(YEARS) for m, d in ends]


def write(folder: Path, editions: int = EDITIONS) -> int:
    """Fill `folder` with one workbook of 32 councils, quarterly, in editions that revise each
    other here and there. Returns how many figures it holds."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(2018)
    book = xlsxwriter.Workbook(
        folder / "generated.xlsx", {"constant_memory": True, "default_date_format": "yyyy-mm-dd"}
    )
    sheet = book.add_worksheet("Placements")
    headings = [CATEGORIES[code].label for code in PARTS]
    sheet.write_row(
        0, 0, ["Area", "Census date", "Collected by", *headings, "Total", "Source", "Published"]
    )
    names = sorted(a.name for code, a in AREAS.items() if code.startswith("S12"))[:COUNCILS]
    row = 0
    for edition in range(editions):
        published = date(2021 + edition // 12, edition % 12 + 1, 1)
        for name in names:
            seed = random.Random(name)
            for census in quarters():
                row += 1
                parts = [seed.randint(20, 200) for _ in PARTS]
                if chance.random() < 0.01:
                    parts[0] += 1
                sheet.write(row, 0, name)
                sheet.write_datetime(row, 1, census)
                sheet.write(row, 2, "National")
                sheet.write_row(row, 3, [*parts, sum(parts), f"Generated edition {edition + 1}"])
                sheet.write_datetime(row, 4 + PER_ROW, published)
    book.close()
    return row * PER_ROW
