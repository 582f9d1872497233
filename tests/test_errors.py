"""Every fault is documented, and the example that stands in its documentation is what is said."""

import io
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from cpdash.plan import FAULTS as PLAN_FAULTS
from cpdash.problems import Problem
from cpdash.reading import read, read_folder
from cpdash.reading.faults import FAULTS, MOST_PROBLEMS
from cpdash.workbooks import MOST_BYTES
from tests.reading.workbooks import GOOD, HEADINGS, draw

ERRORS = (Path(__file__).parents[1] / "docs" / "errors.md").read_text(encoding="utf-8")
ENTRY = re.compile(
    r"^### (?P<code>[a-z-]+)\n\n"
    r"\*(?P<severity>fatal|error|warning)\.\* (?P<means>.+)\n\n"
    r"> (?P<says>.+)\n\n"
    r"What to do: (?P<fix>.+)$",
    re.MULTILINE,
)
DOCUMENTED = {entry["code"]: entry for entry in ENTRY.finditer(ERRORS)}
PLAN_ROW = re.compile(r"^\| `(plan-[a-z-]+)` \| (.+) \| (.+) \|$", re.MULTILINE)

TODAY = date(2026, 1, 15)
OLD_OFFICE = b"\xd0\xcf\x11\xe0"
OTHER = "Area | Census date | Measure | Category | Value | Out of | Source | Published"


def unpacks_to(size: int) -> bytes:
    """A small archive that grows to `size` bytes."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * size)
    return archive.getvalue()


FILES = {
    "file-empty": b"",
    "file-too-large": b"PK" + b"\0" * MOST_BYTES,
    "file-inflates": unpacks_to(80 * 1024 * 1024),
    "file-not-excel": b"Area,Census date\nFife,31 March 2018\n",
    "file-old-excel": OLD_OFFICE + b"\0" * 600,
    "file-password": OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"),
    "file-damaged": b"PK\x03\x04 and then nothing more",
}
"""A file by its bytes."""


def row(
    at_home: object = 5, total: object = 12, area: str = "Fife", when: str = "2018-03-31"
) -> str:
    """One row below HEADINGS."""
    return f"{area} | {when} | {at_home} | {total} | Report | 2019"


def placements(*rows: str, headings: str = HEADINGS) -> dict[str, str]:
    """A sheet Placements of these rows."""
    return {"Placements": "\n".join((headings, *rows))}


SHEETS: dict[str, dict[str, str]] = {
    "sheet-missing": {"Budget": "Year | Pounds\n2018 | 12", "Staff": "Name\nNobody"},
    "heading-missing": placements("Fife | 12", headings="Area | Total"),
    "heading-twice": placements(
        "Fife | 2018-03-31 | 12 | 12 | Report | 2019",
        headings="Area | Date | Total | All children | Source | Published",
    ),
    "heading-unknown": placements(
        "Fife | 2018-03-31 | 12 | 4 | Report | 2019",
        headings="Area | Date | Total | Kinshp | Source | Published",
    ),
    "not-a-number": placements(row(total="about 75")),
    "error-cell": placements(row(total="#DIV/0!")),
    "not-calculated": placements(row(total="=C2+7")),
    "negative": placements(row(total=-88)),
    "fractional": placements(row(total=76.5)),
    "too-big": placements(row(total=123456789)),
    "unknown-mark": placements(row(total="*")),
    "area-missing": placements(row(), row(area="", when="2019-03-31")),
    "unknown-area": placements(row(area="South Lanarkshier")),
    "not-a-date": placements(row(when="31 June 2015")),
    "census-in-future": placements(row(when="31 March 2091")),
    "unknown-collector": placements(f"{GOOD} | Somebody", headings=f"{HEADINGS} | Collected by"),
    "unknown-measure": {
        "Other measures": f"{OTHER}\nFife | 2018-03-31 | Potholes | | 7 | | Report | 2019"
    },
    "unknown-category": {
        "Aftercare": "Area | Census date | Age group | Eligible | Source | Published\n"
        "Fife | 2018-03-31 | young | 7 | Report | 2019"
    },
    "unknown-marker": placements(f"{GOOD} | q", headings=f"{HEADINGS} | Marker"),
    "unknown-total-kind": placements(f"{GOOD} | Guessed", headings=f"{HEADINGS} | Total is"),
    "no-base": {
        "Other measures": f"{OTHER}\n"
        "Fife | 2018-03-31 | Young people who have left care | | 7 | 9 | Report | 2019"
    },
    "source-missing": placements(
        *(f"Fife | {year}-03-31 | 5 | 12 | | 2019" for year in (2015, 2016, 2017, 2018))
    ),
    "published-missing": placements("Fife | 2018-03-31 | 5 | 12 | Report | in spring"),
    "figure-twice": placements(row(total=256), row(total=255)),
    "figure-repeated": placements(row(), row(total="")),
    "parts-over-total": placements(row(at_home=13, total=12)),
    "withheld-derivable": placements(
        "Fife | 2018-03-31 | 90 | c | 94 | Report | 2019",
        headings="Area | Date | Community | Residential | Total | Source | Published",
    ),
    "more-problems": placements(*(row("none", "many") for _ in range(MOST_PROBLEMS // 2 + 102))),
}
"""The smallest workbook with each fault, by its sheets."""


def made(code: str, folder: Path) -> Path:
    """A file called figures.xlsx that has the fault."""
    path = folder / "figures.xlsx"
    if code in FILES:
        path.write_bytes(FILES[code])
    elif code in SHEETS:
        draw(path, **SHEETS[code])
    elif code == "file-locked":
        path.mkdir()
    elif code == "sheet-too-long":
        draw(path, **placements(row()))
        book = load_workbook(path)
        book["Placements"]["A1048576"] = "Fife"
        book.save(path)
    else:
        assert code == "file-missing"
    return path


def found(code: str, folder: Path) -> tuple[Problem, ...]:
    """What is said of a file that has the fault; of two files where it lies between them."""
    if code == "conflicting-workbooks":
        draw(folder / "figures.xlsx", **placements(row(total=14)))
        draw(folder / "copy.xlsx", **placements(row(total=12)))
        return read_folder([folder], TODAY).problems
    return read(made(code, folder), TODAY).problems


@pytest.mark.parametrize("code", FAULTS)
def test_the_example_in_the_documentation_is_what_the_reader_says(
    code: str, tmp_path: Path
) -> None:
    problems = [problem for problem in found(code, tmp_path) if problem.code == code]
    assert [problem.sentence() for problem in problems[:1]] == [DOCUMENTED[code]["says"]]
    assert problems[0].severity == DOCUMENTED[code]["severity"]


def test_every_heading_below_a_section_is_a_code_with_all_its_parts() -> None:
    assert re.findall(r"^### (.+)$", ERRORS, re.MULTILINE) == list(DOCUMENTED)


def test_the_documentation_has_the_codes_of_workbooks_and_no_others() -> None:
    assert sorted(DOCUMENTED) == sorted(FAULTS)


def test_the_documentation_has_the_codes_of_plans_once_each_and_no_others() -> None:
    assert sorted(code for code, _, _ in PLAN_ROW.findall(ERRORS)) == sorted(PLAN_FAULTS)


def test_no_code_belongs_to_two_kinds_of_workbook() -> None:
    assert not set(FAULTS) & set(PLAN_FAULTS)
