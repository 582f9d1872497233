"""What a file really is, told from its bytes: its name may say anything."""

from collections.abc import Collection
from typing import Final, Literal

from cpdash.sheets.files import limits
from cpdash.sheets.files.refused import Note, Refusal

Kind = Literal["xlsx", "ods", "xls", "csv"]

KINDS: Final[dict[Kind, str]] = {
    "xlsx": "an Excel workbook (.xlsx)",
    "ods": "an OpenDocument spreadsheet (.ods)",
    "xls": "a workbook of Excel 97-2003 (.xls)",
    "csv": "plain text (CSV)",
}
ENDINGS: Final[dict[str, Kind]] = {
    "xlsx": "xlsx",
    "xlsm": "xlsx",
    "xltx": "xlsx",
    "ods": "ods",
    "ots": "ods",
    "xls": "xls",
    "xlt": "xls",
    "csv": "csv",
    "tsv": "csv",
    "tab": "csv",
    "txt": "csv",
}
OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0"


def _wide(text: str) -> bytes:
    return text.encode("utf-16-le")


ENCRYPTED: Final = _wide("EncryptedPackage")

STREAMS: Final = (
    (ENCRYPTED, "password", "found a workbook that asks for a password"),
    (_wide("_VBA_PROJECT"), "macros", "found a workbook with macros"),
    (_wide("WordDocument"), "document", "found a Word document (.doc)"),
    (_wide("PowerPoint Document"), "document", "found a PowerPoint presentation (.ppt)"),
    (_wide("MBD0"), "objects", "found a workbook with other files embedded in it"),
)
"""Names within a file of old Office programs: what each gives away."""

STARTS: Final = (
    (b"%PDF", "document", "found a PDF"),
    (b"{\\rtf", "document", "found a text document (.rtf)"),
    (b"\x89PNG", "document", "found a picture (.png)"),
    (b"\xff\xd8\xff", "document", "found a picture (.jpg)"),
    (b"GIF8", "document", "found a picture (.gif)"),
    (b"RIFF", "document", "found a picture or a sound"),
    (b"II*\x00", "document", "found a picture (.tif)"),
    (b"MM\x00*", "document", "found a picture (.tif)"),
    (b"MZ", "not-excel", "found a program"),
    (b"\x7fELF", "not-excel", "found a program"),
    (b"\x1f\x8b", "not-excel", "found a packed file (.gz)"),
    (b"7z\xbc\xaf", "not-excel", "found an archive (.7z)"),
    (b"Rar!", "not-excel", "found an archive (.rar)"),
    (b"SQLite format 3", "not-excel", "found a database"),
    (b"PAR1", "not-excel", "found a file of a database (.parquet)"),
)
"""How files of other kinds begin."""

WEB: Final = (b"<!doctype html", b"<html", b"<table", b"<head", b"<body", b"<meta", b"<div")
XML: Final = (b"<?xml",)
OBJECTS: Final = (b"{", b"[{", b"[[")

ARCHIVES: Final = (
    ("xl/workbook.bin", "not-excel", "found a binary Excel workbook (.xlsb)"),
    ("word/document.xml", "document", "found a Word document (.docx)"),
    ("ppt/presentation.xml", "document", "found a PowerPoint presentation (.pptx)"),
    ("Index/Document.iwa", "not-excel", "found a Numbers spreadsheet"),
    ("Index.zip", "not-excel", "found a Numbers spreadsheet"),
)
"""A part that only one kind of archive has."""


def of_bytes(data: bytes) -> Kind | Literal["archive"]:
    """The kind of a file; an archive is looked at more closely by `of_archive`."""
    if not data:
        raise Refusal("empty", "found an empty file")
    if len(data) > limits.FILE_BYTES:
        raise Refusal("too-large", f"found more than {limits.FILE_BYTES // limits.MEGABYTE} MB")
    if data.startswith(OLD_OFFICE):
        return _old_office(data)
    if data.startswith(b"PK"):
        return "archive"
    for start, reason, found in STARTS:
        if data.startswith(start):
            raise Refusal(reason, found)
    return _text(data[:2000].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower())


def _old_office(data: bytes) -> Kind:
    for name, reason, found in STREAMS:
        if name in data:
            raise Refusal(reason, found)
    if _wide("Workbook") in data or _wide("Book") in data:
        return "xls"
    raise Refusal("not-excel", "found a file of an old Office program that is no workbook")


def _text(start: bytes) -> Kind:
    if start.startswith(WEB) or (start.startswith(XML) and b"<html" in start):
        raise Refusal("web-page", "found a web page")
    if start.startswith(XML) and b"excel" in start:
        raise Refusal("not-excel", "found an XML spreadsheet of Excel 2003 (.xml)")
    if start.startswith(XML):
        raise Refusal("not-excel", "found an XML file")
    if start.startswith(OBJECTS):
        raise Refusal("not-excel", "found a JSON file")
    return "csv"


def of_archive(names: Collection[str]) -> Kind:
    """The kind of an archive, by the names of its parts."""
    if "xl/workbook.xml" in names:
        return "xlsx"
    if "content.xml" in names and "mimetype" in names:
        return "ods"
    for name, reason, found in ARCHIVES:
        if name in names:
            raise Refusal(reason, found)
    raise Refusal("not-excel", "found an archive (.zip) that is no such workbook")


def ending(name: str) -> str:
    """The ending of a file's name in small letters; "" when it has none."""
    stem, dot, end = name.rpartition(".")
    return end.lower() if stem and dot else ""


def under_another_name(name: str, kind: Kind) -> tuple[Note, ...]:
    """The note that a file's name says it is something else."""
    if not ending(name) or ENDINGS.get(ending(name)) == kind:
        return ()
    return (Note("file-wrong-ending", f"found {KINDS[kind]} under a name ending .{ending(name)}"),)
