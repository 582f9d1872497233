"""Every fault is documented, and the example that stands in its documentation is what is said."""

import re
import zipfile
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from cpdash.plan import FAULTS as PLAN_FAULTS
from cpdash.problems import Problem
from cpdash.reading import read, read_folder
from cpdash.sheets.faults import FAULTS
from cpdash.sheets.faults.of_figures import MOST_PROBLEMS
from cpdash.sheets.process import confined
from cpdash.sheets.process.asking import Asked
from cpdash.sheets.process.confined import AT_ONCE, QUEUE, Died
from cpdash.workbooks import MOST_BYTES, OLD_OFFICE
from tests.reading.old_excel import old_workbook
from tests.reading.workbooks import GOOD, HEADINGS, draw
from tests.sheets.hostile import cell, packed, with_rows, workbook

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
OTHER = "Area | Census date | Measure | Category | Value | Out of | Source | Published"
JULY = "Children looked after at 31 July 2018, Fife"


def unpacks_to(size: int) -> bytes:
    """A small archive that grows to `size` bytes."""
    archive = BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", b" " * size)
    return archive.getvalue()


FILES: dict[str, tuple[str, bytes]] = {
    "file-empty": ("xlsx", b""),
    "file-too-large": ("xlsx", b"PK" + b"\0" * MOST_BYTES),
    "file-inflates": ("xlsx", unpacks_to(80 * 1024 * 1024)),
    "file-not-excel": ("xlsb", packed({"xl/workbook.bin": "x"})),
    "file-web-page": ("xls", b"<html><table><tr><td>Fife</td></tr></table></html>"),
    "file-document": ("pdf", b"%PDF-1.7"),
    "file-password": ("xlsx", OLD_OFFICE + "EncryptedPackage".encode("utf-16-le")),
    "file-macros": ("xlsm", workbook({"xl/vbaProject.bin": "x"})),
    "file-objects": ("xlsx", workbook({"xl/embeddings/letter.docx": "x"})),
    "file-connections": ("xlsx", workbook({"xl/connections.xml": "<connections/>"})),
    "file-far-cell": ("xlsx", with_rows(cell("A1") + cell("A1048576"))),
    "file-too-much": ("csv", b"1,2\n" * 300_000),
    "file-broken-text": ("csv", b"Area,Total\nF\x81fe,12\n"),
    "file-damaged": ("xlsx", b"PK\x03\x04 and then nothing more"),
    "file-encoding": ("csv", "Area,Total\nYnys M\u00f4n,12\n".encode("cp1252")),
    "file-delimiter": ("csv", b"Area;Total\nFife;12\n"),
    "file-wrong-ending": ("xlsx", b"Area,Total\nFife,12\n"),
    "file-links": (
        "xlsx",
        workbook({f"xl/externalLinks/externalLink{number}.xml": "<a/>" for number in (1, 2, 3)}),
    ),
    "file-old-excel": ("xls", old_workbook({(1, 1): "Area", (2, 1): "Fife", (2, 2): 12})),
}
"""A file by its ending and its bytes."""


def row(
    at_home: object = 5, total: object = 12, area: str = "Fife", when: str = "2018-03-31"
) -> str:
    """One row below HEADINGS."""
    return f"{area} | {when} | {at_home} | {total} | Report | 2019"


def placements(*rows: str, headings: str = HEADINGS) -> dict[str, str]:
    """A sheet Placements of these rows."""
    return {"Placements": "\n".join((headings, *rows))}


def general(*rows: str, title: str = JULY, sheet: str = "Table 1") -> dict[str, str]:
    """A table of another publication: its title, then its headings and rows."""
    return {sheet: "\n".join((title, *rows))}


SHEETS: dict[str, dict[str, str]] = {
    "nothing-ours": {"Staff": "Team | Staff in post\nNorth | 12"},
    "child-level": {
        "Placements": "Name | Date of birth | Placement\n"
        "Alex Sample | 2010-03-31 | Foster carers\nSam Sample | 2011-02-01 | At home"
    },
    "date-unknown": general(
        "Placement | Number", "Total | 12", title="Children looked after, Fife"
    ),
    "date-order": general(
        "Date | Total", "3/4/2020 | 12", "3/31/2020 | 13", title="Children looked after, Fife"
    ),
    "table-area-unknown": general(
        "Placement | Number", "Total | 12", title="Children looked after at 31 July 2018"
    ),
    "population-unknown": general(
        "Placement | Number", "At home | 5", "Foster carers | 7", title="Fife, 31 July 2018"
    ),
    "name-unclear": general("Placement | Number", "Total | 12", sheet="Levenmouth"),
    "note-limits": general(
        "Placement | Number", "Kinship care | 5", "Total | 12", "Figures exclude children at home"
    ),
    "headings-unclear": general("Foster carers | 5", "At home | 7"),
    "note-date": general("Placement | Number", "Total | 12", "Figures as at 31 March", title=JULY),
    "unit-unknown": general("Placement | Numbers and percentages", "At home | 5", "Total | 12"),
    "percent-of-one": general(
        "Placement | Number | %", "At home | 5 | 0.43", "Foster carers | 7 | 0.57"
    ),
    "title-unclear": {
        "Table 1": "Looked after children in Fife, 31 July 2018\nLevenmouth\n | Number\nTotal | 12"
    },
    "over-hundred": general("Placement | Percentage", "At home | 125", "Foster carers | 75"),
    "labels-clash": general(
        " | 31 July 2017 | 31 July 2018",
        "At home | 5 | 6",
        "Total at 31 July 2017 | 12 | 13",
        title="Children looked after, Fife",
    ),
    "table-in-future": general(
        " | 2025 | 2026",
        "At home | 5 | 6",
        "Total | 12 | 13",
        title="Children looked after at 31 July, Fife",
    ),
    "unknown-label": general("Placement | Number", "At home | 5", "Crisis cair | 7", "Total | 12"),
    "tables-disagree": general("Placement | Number", "At home | 5", "Total | 12")
    | general("Age | Number", "Total | 13", sheet="Table 2"),
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
    "area-clash": general(
        "Code | Council | Number",
        "S12000047 | Angus | 12",
        "S12000041 | Angus | 13",
        title="Children looked after at 31 July 2018",
    ),
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
    "parts-under-total": placements(
        "Fife | 2018-03-31 | 60 | 30 | 94 | Report | 2019",
        headings="Area | Date | Community | Residential | Total | Source | Published",
    ),
    "withheld-derivable": placements(
        "Fife | 2018-03-31 | 90 | c | 94 | Report | 2019",
        headings="Area | Date | Community | Residential | Total | Source | Published",
    ),
    "more-problems": placements(*(row("none", "many") for _ in range(MOST_PROBLEMS // 2 + 102))),
}
"""The smallest workbook with each fault, by its sheets."""


PROCESSES = {"file-unsafe": ("aborts", 1), "file-busy": ("waits", AT_ONCE + QUEUE + 1)}
"""What no file does for certain: what the process that reads one does instead, and how many such
processes are asked for."""


def made(code: str, folder: Path) -> Path:
    """A file called figures that has the fault."""
    if code in FILES:
        ending, content = FILES[code]
        path = folder / f"figures.{ending}"
        path.write_bytes(content)
        return path
    path = folder / "figures.xlsx"
    if code in SHEETS:
        draw(path, **SHEETS[code])
    elif code == "file-locked":
        path.mkdir()
    else:
        assert code == "file-missing"
    return path


def found(code: str, folder: Path) -> tuple[Problem, ...]:
    """What is said of a file that has the fault; of two files where it lies between them."""
    if code == "conflicting-workbooks":
        draw(folder / "figures.xlsx", **placements(row(total=14)))
        draw(folder / "copy.xlsx", **placements(row(total=12)))
        return read_folder([folder], TODAY).problems
    if code in PROCESSES:
        return of_processes(*PROCESSES[code])
    return read(made(code, folder), TODAY).problems


def of_processes(does: str, many: int) -> tuple[Problem, ...]:
    """What is said of those of `many` files whose process, doing this, gave no answer."""
    function, options = f"tests.reading.misbehaving:{does}", {"seconds": 0.1}
    readings = [confined.start(function, "figures.xlsx", b"", options) for _ in range(many)]
    died = [reading for reading in readings if isinstance(reading.result(), Died)]
    answers = [Asked("figures.xlsx", reading).answer() for reading in died]
    return tuple(problem for answer in answers for problem in answer.report.all())


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
