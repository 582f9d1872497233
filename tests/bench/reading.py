"""How long a file takes to be read, against what loading its cells alone takes."""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import xlsxwriter

from cpdash.areas import AREAS
from cpdash.reading import read
from tests.bench.crowd import memory
from tests.bench.table import Row
from tests.browser.conftest import PROJECT

RUNS = 7
ALLOWED = 500.0
"""Milliseconds that reading may take beyond three times the loading."""
LOAD = (
    "import sys; from python_calamine import CalamineWorkbook;"
    "book = CalamineWorkbook.from_path(sys.argv[1]);"
    "[book.get_sheet_by_name(name).to_python() for name in book.sheet_names]"
)
PLACES = (
    "Foster placements|Placed for adoption|Placement with parents|Other placement in the community"
    "|Secure units, children's homes and hostels|Other residential settings|Residential schools"
    "|Other placement"
).split("|")


def publication(path: Path, sheets: int = 40) -> Path:
    """A workbook of the size of a government's: title rows, counts beside percentages, 152
    authorities, and most of its sheets about something else."""
    chance = random.Random(2015)
    names = [area.name for area in AREAS.values() if area.code[:2] in ("E0", "E1")]
    book = xlsxwriter.Workbook(path)
    for number in range(sheets):
        sheet = book.add_worksheet(f"T{number + 1}")
        about = "looked after at 31 March" if number == 0 else "who started to be looked after"
        sheet.write(0, 0, f"Table {number + 1}: Children {about} by placement, by local authority")
        sheet.write(1, 0, "Year ending 31 March 2015")
        sheet.write_row(3, 2, ["numbers"])
        sheet.write_row(3, 12, ["percentages"])
        sheet.write_row(4, 2, ["All children", *PLACES, "", "All children", *PLACES])
        for row, name in enumerate(names, start=6):
            counts = [chance.randint(0, 400) for _ in PLACES]
            shares = [round(100 * count / (sum(counts) or 1)) for count in counts]
            sheet.write_row(row, 1, [name, sum(counts), *counts, "", 100, *shares])
    book.close()
    return path


def open_data(path: Path, lines: int = 30_000) -> Path:
    """A long table as open data has it, one figure a line."""
    chance = random.Random(2024)
    names = {code: area.name for code, area in AREAS.items() if code[:2] in ("E0", "E1")}
    years = range(2003, 2025)
    with path.open("w") as file:
        file.write("time_period,new_la_code,la_name,cla_group,characteristic,number,percentage\n")
        written = 0
        for year in years:
            for code, name in names.items():
                for place in PLACES:
                    if written < lines:
                        number = chance.randint(0, 400)
                        file.write(f'{year},{code},"{name}",Placement,"{place}",{number},12\n')
                        written += 1
    return path


def timed(command: list[str]) -> float:
    """Milliseconds of a whole process."""
    began = time.monotonic()
    subprocess.run(command, cwd=PROJECT, capture_output=True, check=True)
    return 1000 * (time.monotonic() - began)


def rows() -> Iterator[Row]:
    """The rows of the table about reading."""
    with tempfile.TemporaryDirectory() as folder:
        book, text = publication(Path(folder, "book.xlsx")), open_data(Path(folder, "lines.csv"))
        yield _against_loading("read a workbook of 40 sheets", book)
        command = [sys.executable, "-m", "cpdash", "read", str(text)]
        taken = [timed(command) for _ in range(RUNS)]
        nothing = [timed([sys.executable, "-c", "import pandas"]) for _ in range(RUNS)]
        yield Row(
            "read a CSV of 30,000 lines", taken, nothing, 2000, absolute=True, against="pandas"
        )
        yield _of_the_child(book)
        yield _kept(book)


def _against_loading(what: str, path: Path) -> Row:
    ours, theirs = [], []
    for _ in range(RUNS):
        ours.append(timed([sys.executable, "-m", "cpdash", "read", str(path)]))
        theirs.append(3 * timed([sys.executable, "-c", LOAD, str(path)]) + ALLOWED)
    return Row(what, ours, theirs, 1.0, against="3 x calamine + 0.5 s")


def _of_the_child(path: Path) -> Row:
    """The most memory that any process which read a file ever had."""
    read(path, date(2026, 1, 1))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return Row("memory of the reading process", [peak], [512], 512, "MB", True, "limit")


def _kept(path: Path) -> Row:
    """Memory of the process that asks, after fifty files against after five."""
    taken = []
    for number in range(50):
        read(path, date(2026, 1, 1))
        if number in (4, 49):
            taken.append(memory(os.getpid()))
    return Row(
        "memory of the asking process, 50 files", taken[1:], taken[:1], 1.1, "MB", against="5 files"
    )
