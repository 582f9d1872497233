"""What stands in a file is what the sheets say: blank, zero, error and uncalculated are four."""

import io
from datetime import date, datetime, time

import pytest
import xlsxwriter
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from cpdash.sheets.files import limits
from cpdash.sheets.files.opening import Note, Opened, Refused, open_file
from cpdash.sheets.sheet import UNCALCULATED, ErrorCell, Sheet, Span
from tests.sheets import hostile
from tests.sheets.hostile import GOOD_ROWS, book, cell, number_cell, spreadsheet, table, with_rows


def opened(name: str, data: bytes) -> Opened:
    """The file, which must open."""
    found = open_file(name, data)
    assert isinstance(found, Opened), found
    return found


def only_sheet(data: bytes, name: str = "a.xlsx") -> Sheet:
    (sheet,) = opened(name, data).sheets
    return sheet


def saved(workbook: Workbook) -> bytes:
    content = io.BytesIO()
    workbook.save(content)
    return content.getvalue()


@pytest.mark.parametrize(
    ("inside", "kind", "value"),
    [
        ("<v>12</v>", "", 12),
        ("<v>12.0</v>", "n", 12),
        ("<v>12.5</v>", "", 12.5),
        ("<v>0</v>", "", 0),
        ("<v>0</v>", "s", "Fife"),
        ("<v>1</v>", "b", True),
        ("<v> 12 </v>", "str", " 12 "),
        ("<is><t>1,204</t></is>", "inlineStr", "1,204"),
        (
            '<is><r><t xml:space="preserve">one </t></r><r><t>two</t></r></is>',
            "inlineStr",
            "one two",
        ),
        ("<is><t>#N/A</t></is>", "inlineStr", "#N/A"),
        ("<v>NaN</v>", "", "nan"),
        ("<v>1e999</v>", "", "inf"),
        ("<v>#N/A</v>", "e", ErrorCell("#N/A")),
        ("<f>1/0</f><v>#DIV/0!</v>", "e", ErrorCell("#DIV/0!")),
        ("<f>SUM(B1:B2)</f><v>12</v>", "", 12),
        ('<f t="shared" si="0"/><v>12</v>', "", 12),
        ("<f>SUM(B1:B2)</f><v>0</v>", "", 0),
        ("<f>A2</f>", "", UNCALCULATED),
        ("<f>A2</f><v></v>", "", UNCALCULATED),
        ("<f>A2</f><v/>", "", UNCALCULATED),
        ("<f>A2</f><v><![CDATA[]]></v>", "", UNCALCULATED),
        ("<f>A2</f>", "e", UNCALCULATED),
    ],
)
def test_a_cell_is_what_was_saved_in_it(inside: str, kind: str, value: object) -> None:
    found = only_sheet(with_rows(cell("B3", inside, kind))).at(3, 2)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("inside", "kind"),
    [("", ""), ("<v></v>", "str"), ("<f>A2</f><v></v>", "str"), ("<is><t></t></is>", "inlineStr")],
)
def test_a_cell_without_anything_to_see_is_empty(inside: str, kind: str) -> None:
    assert only_sheet(with_rows(cell("A1") + cell("B3", inside, kind))).rows == ((1,),)


PREFIXED = (
    f'{hostile.HEAD}<x:worksheet xmlns:x="{hostile.MAIN}"><x:sheetData><x:row r="1">'
    '<x:c r="A1"><x:v>1</x:v></x:c><x:c r="B1" t="e"><x:v>#REF!</x:v></x:c>'
    "</x:row></x:sheetData></x:worksheet>"
)


@pytest.mark.parametrize(
    "part",
    [
        hostile.sheet('<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><v>#REF!</v></c></row>'),
        hostile.sheet('<row><c><v>1</v></c><c t="e"><v>#REF!</v></c></row>'),
        hostile.sheet("<row r='1'><c r='A1'><v>1</v></c><c t='e' r='B1'><v>#REF!</v></c></row>"),
        hostile.sheet(
            '<row r="1">\n<c r="A1">\n<v>1</v>\n</c>\n<c r="B1" t="e">\n<v>#REF!</v></c></row>'
        ),
        hostile.sheet(
            '<row r="1"><!-- <c r="C1" t="e"><v>#N/A</v></c> --><c r="A1"><v>1</v></c>'
            '<c r="B1" s="1" t="e"><f>A1&gt;&quot;&gt;&quot;</f><v>#REF!</v></c></row>'
        ),
        PREFIXED,
    ],
    ids=["plain", "no addresses", "other quotes", "on many lines", "comment", "prefixes"],
)
def test_an_error_is_found_however_the_markup_is_written(part: str) -> None:
    sheet = only_sheet(hostile.workbook({"xl/worksheets/sheet1.xml": part}))
    assert sheet.rows == ((1, ErrorCell("#REF!")),)


def test_a_nought_beside_a_formula_is_no_result_where_the_workbook_asks_to_be_worked_out() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        sheet = workbook.add_worksheet("Data")
        sheet.write_row(0, 0, [3, 4, 0])
        sheet.write_formula(1, 0, "=SUM(A1:B1)")
        sheet.write_formula(1, 1, "=SUM(A1:B1)", None, 7)
    assert only_sheet(content.getvalue()).rows == ((3, 4, 0), (UNCALCULATED, 7))


def test_formulas_that_were_saved_without_their_results_are_named_as_such() -> None:
    workbook = Workbook()
    workbook.active.append([1, "=A1", None, "=B1"])
    assert only_sheet(saved(workbook)).rows == ((1, UNCALCULATED, None, UNCALCULATED),)


def test_days_are_days_and_times_are_times() -> None:
    workbook = Workbook()
    workbook.active.append([date(2018, 7, 31), datetime(2018, 7, 31, 12, 30), time(9, 15)])
    rows = only_sheet(saved(workbook)).rows
    assert rows == ((date(2018, 7, 31), datetime(2018, 7, 31, 12, 30), time(9, 15)),)
    assert [type(value) for value in rows[0]] == [date, datetime, time]


def test_rows_end_at_their_last_value_and_sheets_at_their_last_row() -> None:
    workbook = Workbook()
    workbook.active["C2"] = "x"
    workbook.active["B4"] = 1
    workbook.active.cell(row=9, column=9).number_format = "0%"
    assert only_sheet(saved(workbook)).rows == ((), (None, None, "x"), (), (None, 1))


def test_hidden_sheets_are_read_and_known_to_be_hidden() -> None:
    workbook = Workbook()
    workbook.active.title = "Shown"
    for name, state in (("Hidden", "hidden"), ("Deeper", "veryHidden")):
        sheet = workbook.create_sheet(name)
        sheet["A1"], sheet.sheet_state = 1, state
    found = opened("a.xlsx", saved(workbook)).sheets
    assert [(sheet.name, sheet.hidden) for sheet in found] == [
        ("Shown", False),
        ("Hidden", True),
        ("Deeper", True),
    ]


def test_a_sheet_that_is_only_a_chart_has_no_cells_and_is_passed_over() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        workbook.add_worksheet("Data").write(0, 0, 1)
        chart = workbook.add_chart({"type": "line"})
        chart.add_series({"values": "=Data!$A$1:$A$1"})
        workbook.add_chartsheet("Chart").set_chart(chart)
    assert [sheet.name for sheet in opened("a.xlsx", content.getvalue()).sheets] == ["Data"]


def test_merged_cells_reach_no_further_than_the_values() -> None:
    merged = '<mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:XFD1048576"/></mergeCells>'
    sheet = only_sheet(with_rows(GOOD_ROWS, merged))
    assert sheet.merged == (Span(1, 1, 1, 2), Span(2, 1, 2, 2))


def test_text_that_no_sheet_shows_is_handed_on() -> None:
    workbook = Workbook()
    workbook.active["A1"] = "Shown"
    workbook.active["A1"].comment = Comment("Ask Alex Sample about this", "Someone")
    workbook.active.oddFooter.center.text = "For Jo only"
    workbook.defined_names["Secret"] = DefinedName("Secret", attr_text='"Robin Sample"')
    workbook.properties.title = "About Kim"
    texts = " | ".join(opened("a.xlsx", saved(workbook)).texts)
    for said in ("Ask Alex Sample about this", "For Jo only", "Robin Sample", "About Kim"):
        assert said in texts
    assert "Shown" not in opened("a.xlsx", saved(workbook)).texts


def test_shared_texts_that_no_cell_shows_any_more_are_handed_on() -> None:
    left = hostile.STRINGS.replace("</si>", "</si><si><r><t>Alex </t></r><r><t>Sample</t></r></si>")
    texts = opened("a.xlsx", hostile.workbook({"xl/sharedStrings.xml": left})).texts
    assert texts == ("Alex Sample",)


def test_copies_kept_for_pivot_tables_are_handed_on() -> None:
    cache = '<pivotCacheDefinition><s v="Alex Sample"/><n v="12"/></pivotCacheDefinition>'
    parts = {"xl/pivotCache/pivotCacheDefinition1.xml": cache}
    assert opened("a.xlsx", hostile.workbook(dict(parts))).texts == ("Alex Sample",)


def test_what_is_handed_on_is_bounded() -> None:
    many = "".join(f"<a>word {number} {'x' * 900}</a>" for number in range(9000))
    texts = opened("a.xlsx", hostile.workbook({"docProps/app.xml": f"<x>{many}</x>"})).texts
    assert max(map(len, texts)) <= limits.TEXT_CHARACTERS
    assert sum(map(len, texts)) <= limits.TEXTS_CHARACTERS


def test_links_to_other_workbooks_are_not_followed_and_are_said() -> None:
    parts = {"xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    notes = opened("a.xlsx", hostile.workbook(dict(parts))).notes
    assert notes == (Note("file-links", "found links to another workbook"),)


@pytest.mark.parametrize(
    ("name", "data", "found"),
    [
        ("a.csv", hostile.workbook(), "found an Excel workbook (.xlsx) under a name ending .csv"),
        ("a.xls", hostile.workbook(), "found an Excel workbook (.xlsx) under a name ending .xls"),
        ("a.xlsx", b"Area,Total\nFife,1\n", "found plain text (CSV) under a name ending .xlsx"),
    ],
)
def test_a_file_under_the_wrong_ending_is_read_as_what_it_is(
    name: str, data: bytes, found: str
) -> None:
    file = opened(name, data)
    assert file.notes == (Note("file-wrong-ending", found),)
    assert file.sheets[0].rows[0] == ("Area", "Total")


@pytest.mark.parametrize("name", ["a.xlsx", "A.XLSX", "A.xltx", "workbook", ""])
def test_a_name_that_says_nothing_wrong_needs_no_note(name: str) -> None:
    assert opened(name, hostile.workbook()).notes == ()


def test_two_sheets_whose_names_differ_are_matched_to_their_own_cells() -> None:
    sheets = book(
        '<sheet name="One &amp; two" sheetId="1" r:id="rId2"/>'
        '<sheet name="Three" sheetId="2" r:id="rId1"/>'
    )
    links = hostile.relations(
        hostile.relation("worksheets/sheet1.xml"), hostile.relation("worksheets/sheet2.xml", 2)
    )
    data = hostile.workbook(
        {
            "xl/workbook.xml": sheets,
            "xl/_rels/workbook.xml.rels": links,
            "xl/worksheets/sheet2.xml": hostile.sheet(cell("A1", "<v>#N/A</v>", "e")),
        }
    )
    first, second = opened("a.xlsx", data).sheets
    assert (first.name, first.rows) == ("One & two", ((ErrorCell("#N/A"),),))
    assert second.name == "Three"


@pytest.mark.parametrize(
    ("cells", "row"),
    [
        (number_cell(), (12,)),
        (number_cell(' table:number-columns-repeated="3"'), (12, 12, 12)),
        (
            '<table:table-cell/><table:table-cell table:formula="of:=1/0"'
            ' calcext:value-type="error" office:value-type="string">'
            "<text:p>#DIV/0!</text:p></table:table-cell>",
            (None, ErrorCell("#DIV/0!")),
        ),
        (
            '<table:table-cell table:formula="of:=[.B1]"/>' + number_cell(),
            (UNCALCULATED, 12),
        ),
        (
            '<table:table-cell office:value-type="string"><text:p>Fife</text:p></table:table-cell>'
            "<table:covered-table-cell/>" + number_cell(),
            ("Fife", None, 12),
        ),
        (
            '<table:table-cell office:value-type="date" office:date-value="2018-07-31">'
            "<text:p>31/07/18</text:p></table:table-cell>",
            (date(2018, 7, 31),),
        ),
        (
            '<table:table-cell office:value-type="percentage" office:value="0.5">'
            "<text:p>50%</text:p></table:table-cell>",
            (0.5,),
        ),
        (
            '<table:table-cell office:value-type="string"><office:annotation><text:p>Alex</text:p>'
            "</office:annotation><text:p>Fife</text:p></table:table-cell>",
            ("Fife",),
        ),
    ],
)
def test_a_cell_of_an_open_document_is_what_was_saved_in_it(
    cells: str, row: tuple[object, ...]
) -> None:
    data = spreadsheet(table(f"<table:table-row>{cells}</table:table-row>"))
    assert only_sheet(data, "a.ods").rows == (row,)


def test_every_cell_agrees_with_another_reader() -> None:
    workbook = Workbook()
    for row in range(1, 60):
        for column in range(1, 30, 1 + row % 3):
            workbook.active.cell(row, column, _made(row * column))
    data = saved(workbook)
    other = load_workbook(io.BytesIO(data), data_only=True).active
    sheet = only_sheet(data)
    for row in range(1, 60):
        for column in range(1, 30):
            assert sheet.at(row, column) == _plain(other.cell(row, column).value)


def _made(number: int) -> object:
    made = (number, number / 8, f"text {number}", None, date(2018, 1, 1 + number % 28), True)
    return made[number % len(made)]


def _plain(value: object) -> object:
    return value.date() if isinstance(value, datetime) else value


def test_a_refused_file_says_why() -> None:
    assert open_file("a.xlsx", b"") == Refused("empty", "found an empty file")
