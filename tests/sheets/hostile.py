"""Files that are broken, or made to do harm, each as small as it can be and made anew each time."""

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import NamedTuple

OPENED = "opened"
ANY = "any"
MEGABYTE = 1024 * 1024


class Hostile(NamedTuple):
    """A file, and what must happen: `opened`, the reason for which it is refused, or `any` of
    these where only not dying matters."""

    what: str
    name: str
    data: bytes
    happens: str


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def sheet(rows: str, after: str = "") -> str:
    """The part of a sheet with these rows."""
    return f'{HEAD}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def book(sheets: str = '<sheet name="Data" sheetId="1" r:id="rId1"/>', more: str = "") -> str:
    """The part that lists the sheets."""
    start = f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{DOCUMENT}">'
    return f"{start}<sheets>{sheets}</sheets>{more}</workbook>"


def relation(target: str, number: int = 1, kind: str = "worksheet", more: str = "") -> str:
    """One relationship."""
    return f'<Relationship Id="rId{number}" Type="{DOCUMENT}/{kind}" Target="{target}"{more}/>'


def relations(*those: str) -> str:
    """The part that says where the sheets are."""
    start = f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
    return f"{start}{''.join(those)}</Relationships>"


GOOD_ROWS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>Area</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t>Total</t></is></c></row>'
    '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2"><v>12</v></c></row>'
)
STRINGS = f'{HEAD}<sst xmlns="{MAIN}" count="1" uniqueCount="1"><si><t>Fife</t></si></sst>'
TYPES = f'{HEAD}<Types xmlns="{PACKAGE}/content-types"></Types>'
PARTS = {
    "[Content_Types].xml": TYPES,
    "_rels/.rels": relations(relation("xl/workbook.xml", kind="officeDocument")),
    "xl/workbook.xml": book(),
    "xl/_rels/workbook.xml.rels": relations(relation("worksheets/sheet1.xml")),
    "xl/sharedStrings.xml": STRINGS,
    "xl/worksheets/sheet1.xml": sheet(GOOD_ROWS),
}


def packed(parts: dict[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def workbook(changed: dict[str, str | bytes | None] | None = None) -> bytes:
    """A small good workbook with some parts changed, added, or (None) taken away."""
    parts = {**PARTS, **(changed or {})}
    return packed({name: content for name, content in parts.items() if content is not None})


def with_rows(rows: str, after: str = "") -> bytes:
    """A workbook whose one sheet has these rows."""
    return workbook({"xl/worksheets/sheet1.xml": sheet(rows, after)})


def cell(address: str, inside: str = "<v>1</v>", kind: str = "") -> str:
    """One cell in a row of its own."""
    row = address.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    said = f' t="{kind}"' if kind else ""
    return f'<row r="{row}"><c r="{address}"{said}>{inside}</c></row>'


def spreadsheet(body: str, more: dict[str, str | bytes] | None = None) -> bytes:
    """An .ods spreadsheet with these tables."""
    office = "urn:oasis:names:tc:opendocument:xmlns"
    start = (
        f'{HEAD}<office:document-content xmlns:office="{office}:office:1.0"'
        f' xmlns:table="{office}:table:1.0" xmlns:text="{office}:text:1.0"'
        ' xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
    )
    content = f"{start}<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = f'{HEAD}<manifest:manifest xmlns:manifest="{office}:manifest:1.0"/>'
    return packed(
        {
            "mimetype": mimetype,
            "content.xml": f"{content}</office:document-content>",
            "META-INF/manifest.xml": manifest,
            **(more or {}),
        }
    )


def table(rows: str) -> str:
    """A sheet of an .ods spreadsheet."""
    return f'<table:table table:name="Data">{rows}</table:table>'


def number_cell(more: str = "") -> str:
    """A cell of an .ods spreadsheet that says 12."""
    return (
        f'<table:table-cell office:value-type="float" office:value="12"{more}>'
        "<text:p>12</text:p></table:table-cell>"
    )


def all_of_them() -> Iterator[Hostile]:
    """Every hostile file."""
    for group in (_other_kinds, _containers, _bombs, _active, _markup, _cells, _documents, _texts):
        yield from group()
    good = workbook()
    for length in range(1, len(good), 97):
        yield Hostile(f"cut at {length}", "a.xlsx", good[:length], ANY)


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _other_kinds() -> Iterator[Hostile]:
    yield Hostile("empty", "a.xlsx", b"", "empty")
    yield Hostile("one byte", "a.xlsx", b"P", ANY)
    yield Hostile("too large", "a.xlsx", b"PK" + bytes(10 * MEGABYTE), "too-large")
    page = b"<!DOCTYPE html><table><tr><td>1</td></tr></table>"
    yield Hostile("web page", "a.xls", page, "web-page")
    yield Hostile("web page in UTF-16", "a.xls", b"\xff\xfe" + _wide("<html>"), "web-page")
    yield Hostile("web page in XML", "a.xls", b'<?xml version="1.0"?><html/>', "web-page")
    excel = b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'
    yield Hostile("XML of 2003", "a.xls", excel, "not-excel")
    yield Hostile("PDF", "a.xlsx", b"%PDF-1.7\n", "document")
    yield Hostile("picture", "a.xlsx", b"\x89PNG\r\n\x1a\n", "document")
    yield Hostile("program", "a.xlsx", b"MZ\x90\x00", "not-excel")
    yield Hostile("program of Linux", "a.csv", b"\x7fELF\x02", "not-excel")
    yield Hostile("JSON", "a.csv", b'{"a": 1}', "not-excel")
    yield Hostile("random", "a.xlsx", bytes(range(256)) * 4, ANY)
    yield Hostile("Word", "a.xlsx", packed({"word/document.xml": "<a/>"}), "document")
    yield Hostile("Numbers", "a.xlsx", packed({"Index/Document.iwa": "x"}), "not-excel")
    yield Hostile("binary workbook", "a.xlsx", packed({"xl/workbook.bin": "x"}), "not-excel")
    yield Hostile("archive", "a.zip", packed({"notes.txt": "x"}), "not-excel")
    yield Hostile("nested", "a.xlsx", packed({"a.xlsx": workbook()}), "not-excel")
    yield Hostile("encrypted", "a.xlsx", OLD + _wide("EncryptedPackage"), "password")
    yield Hostile("old, macros", "a.xls", OLD + _wide("Workbook_VBA_PROJECT"), "macros")
    yield Hostile("old Word", "a.xls", OLD + _wide("WordDocument"), "document")
    yield Hostile("old, nothing in it", "a.xls", OLD + _wide("Workbook"), "damaged")
    yield Hostile("old, unknown", "a.xls", OLD, "not-excel")


def _changed(data: bytes, old: bytes, new: bytes, last: bool = False) -> bytes:
    at = data.rfind(old) if last else data.find(old)
    return data[:at] + new + data[at + len(new) :]


def _containers() -> Iterator[Hostile]:
    good = workbook()
    yield Hostile("something before", "a.xlsx", b"PK\x00\x00" + good, "damaged")
    yield Hostile("something behind", "a.xlsx", good + b"x", "damaged")
    yield Hostile("two in one", "a.xlsx", good + good, "damaged")
    flagged = good.replace(b"PK\x03\x04\x14\x00\x00\x00", b"PK\x03\x04\x14\x00\x01\x00")
    flagged = flagged.replace(
        b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\0\1\0"
    )
    yield Hostile("encryption flag", "a.xlsx", flagged, "password")
    size = struct.pack("<L", len(TYPES))
    yield Hostile("local size lie", "a.xlsx", _changed(good, size, b"\1\0\0\0"), "damaged")
    both = good.replace(size, b"\1\0\0\0")
    yield Hostile("size lie in both places", "a.xlsx", both, "damaged")
    more = good.replace(size, struct.pack("<L", len(TYPES) + 5))
    yield Hostile("less than it says", "a.xlsx", more, "damaged")
    check = struct.pack("<L", zlib.crc32(TYPES.encode()))
    yield Hostile("wrong check sum", "a.xlsx", good.replace(check, b"\0\0\0\0"), "damaged")
    renamed = good.replace(b"sharedStrings", b"sharedstrings", 1)
    yield Hostile("two names of one part", "a.xlsx", renamed, "damaged")
    yield Hostile("overlap", "a.xlsx", _overlapping(good), "damaged")
    yield Hostile("unknown packing", "a.xlsx", good.replace(b"\x08\x00", b"\x0c\x00"), "damaged")
    twin = good.replace(b"xl/sharedStrings.xml", b"XL/WORKSHEETS/X1.XML")
    yield Hostile("other name", "a.xlsx", twin, ANY)
    yield Hostile("case twins", "a.xlsx", workbook({"XL/Workbook.xml": book()}), "damaged")
    repeated = workbook({"xl/sharedStringz.xml": STRINGS})
    repeated = repeated.replace(b"sharedStringz", b"sharedStrings")
    yield Hostile("one name twice", "a.xlsx", repeated, "damaged")
    for name in ("../evil.xml", "/etc/passwd", "xl\\evil.xml", "C:evil.xml", "xl/a\x01.xml"):
        yield Hostile(f"a part called {name!r}", "a.xlsx", workbook({name: "x"}), "damaged")


def _overlapping(good: bytes) -> bytes:
    """The second entry of the directory points to where the first part is."""
    first = good.find(b"PK\x01\x02")
    second = good.find(b"PK\x01\x02", first + 4)
    return good[: second + 42] + b"\0\0\0\0" + good[second + 46 :]


def _bombs() -> Iterator[Hostile]:
    blank = b" " * (30 * MEGABYTE)
    yield Hostile("ratio", "a.xlsx", workbook({"xl/workbook.xml": blank}), "inflates")
    yield Hostile("unread bomb", "a.xlsx", workbook({"xl/media/a.png": blank}), "inflates")
    many = {f"xl/media/{number}.png": "x" for number in range(500)}
    yield Hostile("many parts", "a.xlsx", workbook(dict(many)), "inflates")
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]>'
    bomb = book().replace("<workbook", f"{doctype}<workbook").replace("Data", "&a9;")
    yield Hostile("billion laughs", "a.xlsx", workbook({"xl/workbook.xml": bomb}), "damaged")
    outside = STRINGS.replace(
        "<sst", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst'
    ).replace("Fife", "&e;")
    yield Hostile(
        "external entity", "a.xlsx", workbook({"xl/sharedStrings.xml": outside}), "damaged"
    )
    yield Hostile("far corner", "a.xlsx", with_rows(cell("A1") + cell("XFD1048576")), "far-cell")
    yield Hostile("far down", "a.xlsx", with_rows(cell("A1") + cell("A1048576")), "far-cell")
    yield Hostile("far right", "a.xlsx", with_rows(cell("XFD5000")), "far-cell")
    yield Hostile("far within limits", "a.xlsx", with_rows(cell("A1") + cell("ZZZ9")), "far-cell")
    apart = with_rows(cell("A1") + cell("CZZ90000"))
    yield Hostile("far apart", "a.xlsx", apart, "far-cell")
    strange = with_rows('<row r="1048576"><c t="str" r="XFD1048576"><v>1</v></c></row>')
    yield Hostile("far in strange form", "a.xlsx", strange, "far-cell")
    unplaced = with_rows('<row r="1048570"><c><v>1</v></c></row>')
    yield Hostile("far without address", "a.xlsx", unplaced, "far-cell")
    claims = STRINGS.replace('="1"', '="4000000000"')
    yield Hostile("claims", "a.xlsx", workbook({"xl/sharedStrings.xml": claims}), "damaged")
    styles = f'{HEAD}<styleSheet xmlns="{MAIN}"><cellXfs count="4000000000"/></styleSheet>'
    yield Hostile("claims of styles", "a.xlsx", workbook({"xl/styles.xml": styles}), "damaged")
    filled = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(1, 150_000))
    noise = f"<!--{os.urandom(60_000).hex()}-->"
    yield Hostile("rows of blanks", "a.xlsx", with_rows(filled, noise), OPENED)
    row = "".join(f'<c r="A{n}"><v>{n}</v></c>' for n in range(1, 90_000))
    cells = f"<row>{row * 6}</row>"
    yield Hostile("many cells", "a.xlsx", with_rows(cells), "too-much")
    sheets = "".join(f'<sheet name="S{n}" sheetId="{n}" r:id="rId1"/>' for n in range(1, 80))
    yield Hostile("many sheets", "a.xlsx", workbook({"xl/workbook.xml": book(sheets)}), "too-much")
    merged = '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    yield Hostile("all merged", "a.xlsx", with_rows(GOOD_ROWS, merged), OPENED)
    deep = f"<extLst>{'<a>' * 60_000}{'</a>' * 60_000}</extLst>"
    yield Hostile("deep", "a.xlsx", with_rows(GOOD_ROWS, deep), ANY)
    wide = f'<extLst a="{os.urandom(300_000).hex()}"/>'
    yield Hostile("huge attribute", "a.xlsx", with_rows(GOOD_ROWS, wide), "inflates")


def _active() -> Iterator[Hostile]:
    for name, reason in (
        ("xl/vbaProject.bin", "macros"),
        ("xl/macrosheets/sheet1.xml", "macros"),
        ("xl/dialogsheets/sheet1.xml", "macros"),
        ("other/VBAPROJECT.BIN", "macros"),
        ("xl/embeddings/oleObject1.bin", "objects"),
        ("xl/activeX/activeX1.xml", "objects"),
        ("xl/unknown.bin", "objects"),
        ("xl/connections.xml", "connections"),
        ("xl/queryTables/queryTable1.xml", "connections"),
        ("xl/model/item.data", "connections"),
        ("xl/printerSettings/printerSettings1.bin", OPENED),
        ("xl/externalLinks/externalLink1.xml", OPENED),
        ("customXml/item1.xml", OPENED),
    ):
        yield Hostile(f"with {name}", "a.xlsx", workbook({name: "<a/>"}), reason)
    enabled = TYPES.replace("></", '><Default ContentType="x.sheet.macroEnabled.main+xml"/></')
    yield Hostile("macros", "a.xlsx", workbook({"[Content_Types].xml": enabled}), "macros")


def _markup() -> Iterator[Hostile]:
    relations_part = "xl/_rels/workbook.xml.rels"
    for target, happens in (
        ("/xl/worksheets/sheet1.xml", OPENED),
        ("worksheets/none.xml", "damaged"),
        ("../../etc/passwd", "damaged"),
        ("file:///etc/passwd", "damaged"),
        ("workbook.xml", ANY),
    ):
        changed = {relations_part: relations(relation(target))}
        yield Hostile(f"a sheet at {target}", "a.xlsx", workbook(changed), happens)
    outside = relations(relation("worksheets/sheet1.xml", more=' TargetMode="External"'))
    yield Hostile("external sheet", "a.xlsx", workbook({relations_part: outside}), "damaged")
    elsewhere = relations(relation("xl/other.xml", kind="officeDocument"))
    other = {"_rels/.rels": elsewhere, "xl/other.xml": book()}
    yield Hostile("another list of sheets", "a.xlsx", workbook(dict(other)), "damaged")
    for name in ("[Content_Types].xml", "_rels/.rels", relations_part, "xl/worksheets/sheet1.xml"):
        yield Hostile(f"without {name}", "a.xlsx", workbook({name: None}), "damaged")
    yield Hostile("no workbook part", "a.xlsx", workbook({"xl/workbook.xml": None}), "not-excel")
    yield Hostile("no texts", "a.xlsx", workbook({"xl/sharedStrings.xml": None}), ANY)
    yield Hostile("no sheets", "a.xlsx", workbook({"xl/workbook.xml": book("")}), "damaged")
    twice = '<sheet name="Data" sheetId="1" r:id="rId1"/>' * 2
    yield Hostile(
        "one sheet twice", "a.xlsx", workbook({"xl/workbook.xml": book(twice)}), "damaged"
    )
    circular = {"xl/worksheets/_rels/sheet1.xml.rels": relations(relation("sheet1.xml"))}
    yield Hostile("circular", "a.xlsx", workbook(dict(circular)), OPENED)
    for what, part in (
        ("UTF-16", HEAD.replace("UTF-8", "UTF-16") + "<workbook/>"),
        ("a wide part", b"\xff\xfe" + _wide("<workbook/>")),
        ("another encoding", HEAD.replace("UTF-8", "windows-1252") + "<workbook/>"),
        ("no end", "<workbook"),
        ("nothing", ""),
    ):
        yield Hostile(f"a part in {what}", "a.xlsx", workbook({"xl/workbook.xml": part}), "damaged")
    cut = sheet(GOOD_ROWS)[:-30]
    yield Hostile("sheet cut", "a.xlsx", workbook({"xl/worksheets/sheet1.xml": cut}), ANY)


def _cells() -> Iterator[Hostile]:
    for what, rows, happens in (
        ("NaN", cell("A1", "<v>NaN</v>"), OPENED),
        ("infinity", cell("A1", "<v>1e999</v>"), OPENED),
        ("words for a number", cell("A1", "<v>twelve</v>"), ANY),
        ("no such shared text", cell("A1", "<v>99</v>", "s"), ANY),
        ("shared text below none", cell("A1", "<v>-1</v>", "s"), ANY),
        ("unknown kind", cell("A1", "<v>1</v>", "zz"), ANY),
        ("no such address", '<row r="1"><c r="1A"><v>1</v></c></row>', "damaged"),
        ("address of nothing", '<row r="1"><c r=""><v>1</v></c></row>', "damaged"),
        ("row 0", '<row r="0"><c r="A0"><v>1</v></c></row>', "damaged"),
        ("huge row", '<row r="1"><c r="A99999999999"><v>1</v></c></row>', "damaged"),
        ("column beyond all", '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', "far-cell"),
        ("date far away", cell("A1", "<v>99999999999</v>", "d"), ANY),
        ("formula only", cell("A1", "<f>1+1</f>"), OPENED),
        ("unknown entity", cell("A1", "<v>&unknown;</v>"), ANY),
    ):
        yield Hostile(what, "a.xlsx", with_rows(rows), happens)


def _documents() -> Iterator[Hostile]:
    row = "<table:table-row{more}>{cells}</table:table-row>"
    much = ' table:number-columns-repeated="16384"'
    long = ' table:number-rows-repeated="1048576"'
    blank = f"<table:table-cell{much}/>"
    good = row.format(more="", cells=number_cell())
    for what, body, happens in (
        ("good", good, OPENED),
        ("blank tail", good + row.format(more=long, cells=blank), OPENED),
        ("repeated", row.format(more=long, cells=number_cell(much)), "too-much"),
        ("far", row.format(more=long, cells=blank) + good, "far-cell"),
        ("far right", row.format(more="", cells=blank + number_cell()), "far-cell"),
        ("negative", row.format(more="", cells=number_cell().replace(">", ">")), OPENED),
        ("absurd", row.format(more=long.replace("10", "9" * 40), cells=blank), "damaged"),
    ):
        yield Hostile(f"document, {what}", "a.ods", spreadsheet(table(body)), happens)
    secret = {"META-INF/manifest.xml": "<manifest:encryption-data/>"}
    yield Hostile("document, locked", "a.ods", spreadsheet(table(good), dict(secret)), "password")
    basic = {"Basic/Standard/Module1.xml": "<a/>"}
    yield Hostile("document, macros", "a.ods", spreadsheet(table(good), dict(basic)), "macros")
    yield Hostile(
        "document, embedded", "a.ods", spreadsheet(table(good), {"Object 1": "x"}), "objects"
    )
    yield Hostile("document, two alike", "a.ods", spreadsheet(table(good) * 2), "damaged")


def _texts() -> Iterator[Hostile]:
    good = "Area,Total\nFife,12\n"
    yield Hostile("text", "a.csv", good.encode(), OPENED)
    yield Hostile("text as a workbook", "a.xlsx", good.encode(), OPENED)
    yield Hostile("a workbook as text", "a.csv", workbook(), OPENED)
    yield Hostile("with NUL", "a.csv", b"Area,Total\nFife,1\x002\n", "not-excel")
    yield Hostile("control character", "a.csv", b"Area,Total\nFife,1\x1b2\n", "not-excel")
    yield Hostile("endless line", "a.csv", b"a," * 2_000_000, "too-much")
    yield Hostile("many lines", "a.csv", b"1,2\n" * 300_000, "too-much")
    yield Hostile("long value", "a.csv", b"a,b\n1," + b"x" * 50_000, "too-much")
    yield Hostile("longer value", "a.csv", b"a,b\n1," + b"x" * 200_000, "too-much")
    yield Hostile("endless quotation", "a.csv", b'a,b\n"' + b"1,2\n" * 999, "damaged")
    yield Hostile("quotation mark", "a.csv", b'a,b\n"1"2,3\n', "damaged")
    quoted = b'a,b\n"' + b"1,2\n" * 99 + b'",1\n'
    yield Hostile("long quotation", "a.csv", quoted, "damaged")
    for encoding in ("utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"):
        yield Hostile(f"in {encoding}", "a.csv", f"{good}Ynys Môn,3\n".encode(encoding), OPENED)
    yield Hostile("in UTF-32", "a.csv", good.encode("utf-32"), "broken-text")
    yield Hostile("undefined bytes", "a.csv", b"Area,Total\nF\x81fe,12\n", "broken-text")
    yield Hostile("half a letter", "a.csv", b"\xff\xfe" + _wide(good) + b"x", "broken-text")
    yield Hostile("only spaces", "a.csv", b" \n \n", "empty")
    yield Hostile("only a mark", "a.csv", b"\xef\xbb\xbf", "empty")
