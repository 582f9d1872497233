"""What the markup of a workbook's parts says: elements one by one, and what must not be in it."""

import re
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple
from xml.parsers import expat

from cpdash.sheets.files import limits
from cpdash.sheets.files.refused import Refusal

_DECLARED: Final = re.compile(rb"""^<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)""")
_DECLARATION: Final = re.compile(rb"<!(?!--|\[CDATA\[)")
BYTE_ORDER_MARK: Final = b"\xef\xbb\xbf"


class Element(NamedTuple):
    """An element without the prefixes of its names, which each program chooses for itself."""

    name: str
    attributes: dict[str, str]


def harmless(part: bytes) -> bytes:
    """The part itself, when it is markup in UTF-8 that declares nothing of its own and has no
    endless text; otherwise the workbook is refused."""
    start = part[:200].removeprefix(BYTE_ORDER_MARK)
    declared = _DECLARED.match(start)
    if b"\x00" in start or start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise Refusal("damaged", "found a workbook with parts that are not in UTF-8")
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"us-ascii"):
        raise Refusal("damaged", "found a workbook with parts that are not in UTF-8")
    if _DECLARATION.search(part):
        raise Refusal("damaged", "found a workbook with declarations that no spreadsheet writes")
    step = limits.RUN_BYTES // 2
    for at in range(0, len(part) - step, step):
        if part.find(b"<", at, at + step) < 0:
            raise Refusal("inflates", "found one text that fills a sheet by itself")
    return part


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def elements(part: bytes) -> Iterator[Element]:
    """The elements of a small part, in their order."""
    found: list[Element] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        plain = {local(key): value for key, value in attributes.items()}
        found.append(Element(local(name), plain))

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parse(parser, part)
    return iter(found)


def listening(
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], None],
) -> expat.XMLParserType:
    """A parser that calls these as it comes to elements, their ends and the text between."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = text
    return parser


def parse(parser: expat.XMLParserType, part: bytes) -> None:
    """Run a parser over a whole part; one that is not well formed is a damaged workbook."""
    try:
        parser.Parse(part, True)
    except (expat.ExpatError, ValueError):
        raise Refusal("damaged", "found a workbook that breaks off") from None
