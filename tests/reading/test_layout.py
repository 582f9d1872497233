"""Sheets and columns are found by what they are called, wherever they stand."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from cpdash.reading import read
from cpdash.reading.template import write_template
from cpdash.sheets.own.layout import LAYOUTS, headings
from cpdash.vocabulary import AGES, CATEGORIES
from tests.reading.workbooks import GOOD, HEADINGS, codes, draw, read_drawn, said

TABLE = f"{HEADINGS}\n{GOOD}"


def test_titles_above_and_columns_in_any_order_change_nothing(tmp_path: Path) -> None:
    shuffled = """
        Where children live
        Counted on the last day of March |  | Source: ask Jo

        Published | Total | Remark | Source | Council | At home with parents | Date of census
        2019 | 12 | all checked | Report | Fife | 5 | @2018-03-31
    """
    plain = read_drawn(tmp_path, Placements=TABLE).figures
    reading = read_drawn(tmp_path, Placements=shuffled)
    assert reading.problems == ()
    own = ["sheet", "cell", "label"]
    assert (
        reading.figures.drop(columns=own)
        .sort_values("category", ignore_index=True)
        .equals(plain.drop(columns=own).sort_values("category", ignore_index=True))
    )
    assert said(reading) == {"F5": (5.0, ""), "B5": (12.0, "")}
    assert sorted(reading.figures["label"]) == ["At home with parents", "Total"]


@pytest.mark.parametrize("name", ["Placements", "placements 2018", "Where_children_live"])
def test_a_sheet_is_known_by_a_word_in_its_name(tmp_path: Path, name: str) -> None:
    reading = read_drawn(tmp_path, **{name: TABLE})
    assert len(reading.figures) == 2


@pytest.mark.parametrize("code", [code for code in CATEGORIES if code not in AGES])
def test_every_category_is_known_by_its_code_and_by_its_label(tmp_path: Path, code: str) -> None:
    for number, heading in enumerate((code, CATEGORIES[code].label), start=2018):
        reading = read_drawn(
            tmp_path,
            Placements=f"Area | Census date | {heading} | Source | Published\n"
            f"Fife | 31 March {number} | 3 | Report | 2020",
        )
        assert reading.problems == ()
        assert list(reading.figures["category"]) == [code]


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("Friends or relatives", "kinship"),
        ("Foster carers", "foster"),
        ("Foster carers (council)", "foster_authority"),
        ("Foster carers (purchased)", "foster_purchased"),
        ("With prospective adopters", "adopters"),
        ("Residential accommodation", "residential"),
    ],
)
def test_the_words_of_the_field_are_known_as_headings(heading: str, code: str) -> None:
    known = headings(LAYOUTS[0])
    assert known["".join(letter for letter in heading.casefold() if letter.isalnum())] == code


def test_no_heading_of_a_sheet_means_two_things() -> None:
    for layout in LAYOUTS:
        written = [*layout.texts.values(), *layout.values.values()]
        assert len(written) == len(set(written))
        assert set(headings(layout).values()) == {*layout.texts, *layout.values}


def test_a_missing_heading_is_named(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements="Area | Total\nFife | 12")
    assert codes(reading) == [("heading-missing", "Placements", "A1")]
    assert "Census date" in reading.problems[0].expected
    assert len(reading.figures) == 0


def test_a_sheet_without_any_headings_or_cells_is_named(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements="", Aftercare="Fife | 12", Other_measures="x")
    assert [code for code, _, _ in codes(reading)] == ["heading-missing"] * 3
    assert [table.layout for table in reading.tables] == ["", "", ""]


def test_a_good_sheet_is_read_beside_one_without_headings(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=TABLE, Aftercare="Fife | 12")
    assert codes(reading) == [("heading-missing", "Aftercare", "A1")]
    assert len(reading.figures) == 2


def test_a_heading_that_stands_twice_is_read_once(tmp_path: Path) -> None:
    reading = read_drawn(
        tmp_path,
        Placements="Area | Census date | Total | All children | Source | Published\n"
        "Fife | 31 March 2018 | 12 | 13 | Report | 2019",
    )
    assert codes(reading) == [("heading-twice", "Placements", "D1")]
    assert "C1" in reading.problems[0].expected
    assert said(reading) == {"C2": (12.0, "")}


def test_an_unknown_heading_over_numbers_is_reported_with_the_nearest(tmp_path: Path) -> None:
    reading = read_drawn(
        tmp_path,
        Placements="Area | Census date | Total | Kinshp | Source | Published | Checked by\n"
        "Fife | 31 March 2018 | 12 | 4 | Report | 2019 | Jo",
    )
    assert codes(reading) == [("heading-unknown", "Placements", "D1")]
    assert "With kinship carers" in reading.problems[0].expected
    assert reading.problems[0].severity == "warning"
    unread = [heading for _, heading, code in reading.tables[0].columns if not code]
    assert unread == ["Kinshp", "Checked by"]


def test_notes_below_the_table_are_no_rows(tmp_path: Path) -> None:
    reading = read_drawn(tmp_path, Placements=f"{TABLE}\n\nNote: provisional\nSource: the team")
    assert reading.problems == ()
    assert len(reading.figures) == 2


def test_a_template_filled_in_reads_back_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    book = load_workbook(path)
    sheet = book["Placements"]
    headings_at = {cell.value: cell.column for cell in sheet[3]}
    typed = {"Area": "Fife", "Census date": "31/03/2018", "Total": 12, "Source": "Report"}
    for heading, value in (typed | {"Published": "April 2019"}).items():
        sheet.cell(4, headings_at[heading], value)
    book.save(path)
    reading = read(path)
    assert reading.problems == ()
    assert list(reading.figures["value"]) == [12.0]
    assert list(reading.editions["published_text"]) == ["April 2019"]


def test_the_template_has_residential_care_with_and_without_secure_care_side_by_side(
    tmp_path: Path,
) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    book = load_workbook(path)
    sheet = book["Placements"]
    written = [cell.value for cell in sheet[3]]
    at = written.index("In residential care, secure care not included")
    assert written[at + 1] == "In residential care"
    above = [cell.value for cell in sheet[2]]
    assert above[at : at + 2] == ["Secure care not included", "Secure care included"]
    typed = {"Area": "Fife", "Census date": "31/03/2018", "Source": "Report", "Published": 2019}
    for heading, value in (typed | {written[at]: 72, written[at + 1]: 75}).items():
        sheet.cell(4, written.index(heading) + 1, value)
    book.save(path)
    reading = read(path)
    assert reading.problems == ()
    assert dict(zip(reading.figures["category"], reading.figures["value"], strict=True)) == {
        "residential_not_secure": 72.0,
        "residential": 75.0,
    }


def test_the_template_checks_dates_counts_and_lists_in_excel(tmp_path: Path) -> None:
    path = tmp_path / "template.xlsx"
    write_template(path)
    book = load_workbook(path)
    assert book.sheetnames[0] == "How to fill this in"
    for layout in LAYOUTS:
        sheet = book[layout.name]
        kinds = {check.type for check in sheet.data_validations.dataValidation}
        assert kinds == {"whole", "date", "list"}
        assert sheet["A1"].value
        assert sheet["A3"].value == "Area"
        whole = [c for c in sheet.data_validations.dataValidation if c.type == "whole"]
        assert {(check.formula1, check.formula2) for check in whole} == {("0", "10000000")}
    lists = book["Lists"]
    offered = [cell.value for cell in lists["A"] if cell.value]
    assert "South Lanarkshire" in offered
    assert not any("illustrative" in name for name in offered)


def test_draw_writes_what_the_tests_show(tmp_path: Path) -> None:
    reading = read(draw(tmp_path / "a.xlsx", Placements=TABLE))
    assert list(reading.figures["area"]) == ["S12000047", "S12000047"]
