"""How much a file may hold. Real publications stay four times or more below each of these."""

from typing import Final

MEGABYTE: Final = 1024 * 1024

# The file.
FILE_BYTES: Final = 10 * MEGABYTE
PARTS: Final = 400
PART_BYTES: Final = 48 * MEGABYTE
INFLATED_BYTES: Final = 64 * MEGABYTE
RATIO: Final = 200
"""A part that shrinks further than this is no table: real ones reach about 13."""
RATIO_FROM: Final = MEGABYTE
"""Parts smaller than this may shrink as they like: they do no harm."""
RUN_BYTES: Final = 256 * 1024
"""The longest stretch of a part of a workbook without a new element."""

# The sheets.
SHEETS: Final = 60
LAST_ROW: Final = 100_000
LAST_COLUMN: Final = 4_096
FILLED_CELLS: Final = 500_000
GRID_CELLS: Final = 5_000_000
"""Cells between the first and the last filled one, blank ones too, of all sheets together."""
CLAIMED_STRINGS: Final = 1_000_000
"""Texts that a workbook may claim to share, since room is made for them before they are read."""
MERGED: Final = 20_000

# A text file.
LINES: Final = 200_000
FIELD_CHARACTERS: Final = 40_000
FIELD_LINES: Final = 30
"""Line breaks within one field: more, and a quotation mark was left open."""

# Text that no sheet shows.
TEXTS: Final = 50_000
TEXT_CHARACTERS: Final = 500
TEXTS_CHARACTERS: Final = 2_000_000
