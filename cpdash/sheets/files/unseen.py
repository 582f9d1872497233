"""Text that a workbook holds and no sheet shows: comments, drawings, copies kept for pivot tables
and links, leftovers. Nobody looks there before a workbook is sent, so what is found is handed on to
be looked at for the details of people."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Final

from cpdash.sheets.files import limits
from cpdash.sheets.files.container import Container
from cpdash.sheets.files.markup import harmless

SHOWN: Final = "xl/sharedStrings.xml"
PLACES: Final = (
    "docprops/",
    "xl/comments",
    "xl/threadedcomments/",
    "xl/persons/",
    "xl/drawings/",
    "xl/charts/",
    "xl/pivotcache/",
    "xl/externallinks/",
    "xl/tables/",
    "xl/workbook.xml",
    "xl/worksheets/_rels/",
    "customxml/",
    "meta.xml",
    "object ",
)
"""How the names of parts with such text begin, in small letters."""

_TEXT: Final = re.compile(
    rb">([^<>A-Za-z\x80-\xff]*+[A-Za-z\x80-\xff][^<>]*+|\s*+[0-9]{3}[0-9 ]{4,20}\s*+)<"
)
"""Words, or a number as long as those that people are known by."""
_SAID: Final = re.compile(rb"""(?:v|name|Target|displayName|title|descr)=["']([^"'<>]+)["']""")
_STRING: Final = re.compile(rb"<(?:\w+:)?si\b[^>]*>(.*?)</(?:\w+:)?si>", re.DOTALL)
_NOTED: Final = re.compile(
    rb"<(?:\w+:)?(?:(?:odd|even|first)(?:Header|Footer)|f1|formula1)\b[^>]*>([^<]+)</"
)
_PROMPT: Final = re.compile(rb"""(?:prompt|error|promptTitle|errorTitle)=["']([^"'<>]+)["']""")
_TAG: Final = re.compile(rb"<[^>]*>")
_PERHAPS_OF_A_PERSON: Final = re.compile(r"[^\W\d_]|^[0-9 ]{7,}$")
SAID_WITHIN: Final = (
    "xl/pivotcache/",
    "xl/persons/",
    "xl/drawings/",
    "xl/worksheets/",
    "docprops/",
)
"""Places where text stands in attributes too."""


def texts(parts: Container, shown: frozenset[str], sheet_parts: Iterable[bytes]) -> tuple[str, ...]:
    """The texts of all such places, each once, none of them shown on a sheet."""
    raw = b"\x00".join(dict.fromkeys(_raw(parts, sheet_parts)))
    found: dict[str, None] = {}
    room = limits.TEXTS_CHARACTERS
    for piece in html.unescape(raw.decode("utf-8", "replace")).split("\x00"):
        text = " ".join(piece.split())[: limits.TEXT_CHARACTERS]
        if text in found or text in shown or not _PERHAPS_OF_A_PERSON.search(text):
            continue
        room -= len(text)
        if room < 0 or len(found) >= limits.TEXTS:
            break
        found[text] = None
    return tuple(found)


def _raw(parts: Container, sheet_parts: Iterable[bytes]) -> Iterator[bytes]:
    for name in parts.entries:
        plain = name.casefold()
        if name == SHOWN:
            for inner in set(_STRING.findall(parts.part(name))):
                yield _TAG.sub(b"", inner)
        elif plain.startswith(PLACES) and plain.endswith((".xml", ".rels", ".vml")):
            part = harmless(parts.part(name))
            yield from _TEXT.findall(part)
            if plain.startswith(SAID_WITHIN):
                yield from _SAID.findall(part)
    for part in sheet_parts:
        below = part[max(part.rfind(b"sheetData>"), 0) :]
        yield from _NOTED.findall(below)
        if b"dataValidation" in below:
            yield from _PROMPT.findall(below)
