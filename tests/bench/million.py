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
IN_A_FILE = 6
PER_ROW = len(PARTS) + 1


def quarters() -> list[date]:
    """Forty ends of a quarter, so that the national return's July is among them."""
    ends = ((1, 31), (4, 30), (7, 31), (10, 31))
    return [date(FIRST_YEAR + y, m, d) for y in range(YEARS) for m, d in ends]


def write(folder: Path, editions: int = EDITIONS) -> int:
    """Fill `folder` with workbooks of 32 councils, quarterly, in editions that revise each other
    here and there. Returns how many figures they hold."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(2018)
    names = sorted(a.name for code, a in AREAS.items() if code.startswith("S12"))[:COUNCILS]
    first = range(0, editions, IN_A_FILE)
    return sum(_write(folder, range(n, min(n + IN_A_FILE, editions)), names, chance) for n in first)


def _write(folder: Path, editions: range, names: list[str], chance: random.Random) -> int:
    """One workbook of some of the editions."""
    book = xlsxwriter.Workbook(
        folder / f"generated-{editions.start + 1:02}.xlsx",
        {"constant_memory": True, "default_date_format": "yyyy-mm-dd"},
    )
    sheet = book.add_worksheet("Placements")
    headings = [CATEGORIES[code].label for code in PARTS]
    sheet.write_row(
        0, 0, ["Area", "Census date", "Collected by", *headings, "Total", "Source", "Published"]
    )
    row = 0
    for edition in editions:
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
