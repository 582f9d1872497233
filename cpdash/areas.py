"""Councils and countries: code, name, other spellings, and the family group they compare with.

Codes are those of the Office for National Statistics. Family groups are the Improvement Service's
for children's, social work and housing measures ("How do we compare councils"): four groups of
eight, from the most affluent (1) to the most deprived (4).
"""

import difflib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

Kind = Literal["council", "country", "illustrative"]


FAMILY_GROUP = "family_group"
"""Stands for the others of an area's family group where a plan compares with them."""


@dataclass(frozen=True)
class Area:
    """A place that figures are about. `illustrative` is invented, and so are its figures."""

    code: str
    name: str
    country: str
    kind: Kind
    spellings: tuple[str, ...] = ()
    family_group: str | int | None = None


def _scottish(code: str, name: str, family_group: int, *spellings: str) -> Area:
    return Area(code, name, "Scotland", "council", spellings, family_group)


def _country(code: str, name: str, *spellings: str) -> Area:
    return Area(code, name, name, "country", spellings)


_ALL: Final = (
    _scottish("S12000033", "Aberdeen City", 1, "Aberdeen", "City of Aberdeen"),
    _scottish("S12000034", "Aberdeenshire", 1),
    _scottish("S12000041", "Angus", 2),
    _scottish("S12000035", "Argyll and Bute", 2),
    _scottish(
        "S12000036", "City of Edinburgh", 1, "Edinburgh", "Edinburgh City", "Edinburgh, City of"
    ),
    _scottish("S12000005", "Clackmannanshire", 3),
    _scottish("S12000006", "Dumfries and Galloway", 3),
    _scottish("S12000042", "Dundee City", 4, "Dundee", "City of Dundee"),
    _scottish("S12000008", "East Ayrshire", 4),
    _scottish("S12000045", "East Dunbartonshire", 1),
    _scottish("S12000010", "East Lothian", 2),
    _scottish("S12000011", "East Renfrewshire", 1),
    _scottish("S12000014", "Falkirk", 3),
    _scottish("S12000047", "Fife", 3, "S12000015"),
    _scottish("S12000049", "Glasgow City", 4, "Glasgow", "City of Glasgow", "S12000046"),
    _scottish("S12000017", "Highland", 2, "Highlands"),
    _scottish("S12000018", "Inverclyde", 4),
    _scottish("S12000019", "Midlothian", 2),
    _scottish("S12000020", "Moray", 2),
    _scottish(
        "S12000013",
        "Na h-Eileanan Siar",
        4,
        "Eilean Siar",
        "Eileanan Siar",
        "Comhairle nan Eilean Siar",
        "Western Isles",
        "Na h - Eilanan Siar",
    ),
    _scottish("S12000021", "North Ayrshire", 4),
    _scottish("S12000050", "North Lanarkshire", 4, "S12000044"),
    _scottish("S12000023", "Orkney Islands", 1, "Orkney"),
    _scottish("S12000048", "Perth and Kinross", 1, "S12000024"),
    _scottish("S12000038", "Renfrewshire", 3),
    _scottish("S12000026", "Scottish Borders", 2, "Borders"),
    _scottish("S12000027", "Shetland Islands", 1, "Shetland"),
    _scottish("S12000028", "South Ayrshire", 3),
    _scottish("S12000029", "South Lanarkshire", 3),
    _scottish("S12000030", "Stirling", 2),
    _scottish("S12000039", "West Dunbartonshire", 4),
    _scottish("S12000040", "West Lothian", 3),
    _country("S92000003", "Scotland"),
    _country("E92000001", "England"),
    _country("W92000004", "Wales", "Total Welsh local authorities", "All Welsh local authorities"),
    _country("N92000002", "Northern Ireland"),
    Area("X00000001", "Strathlorne (illustrative)", "Scotland", "illustrative", ("Strathlorne",)),
)

AREAS: Final[dict[str, Area]] = {area.code: area for area in _ALL}
"""Every area by its code, councils first, the illustrative one last."""


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """`text` as it is looked up: small letters and digits only, '&' the same as 'and'."""
    folded = unicodedata.normalize("NFKC", text).casefold().replace("&", "and")
    return "".join(letter for letter in folded if letter.isalnum())


def _plain_area(text: str) -> str:
    """As `plain`, without the words that councils put around their name."""
    key = plain(text).removeprefix("the")
    return key.removesuffix("council")


_BY_SPELLING: Final = {
    _plain_area(spelling): area
    for area in _ALL
    for spelling in (area.code, area.name, *area.spellings)
}


def find(text: str) -> Area | None:
    """The area of a code, a name or a known spelling, however it is punctuated."""
    return _BY_SPELLING.get(_plain_area(text))


def nearest(text: str) -> Area | None:
    """The area whose spelling is closest to `text`, to ask "did you mean"; never to assume."""
    close = difflib.get_close_matches(_plain_area(text), _BY_SPELLING, n=1, cutoff=0.7)
    return _BY_SPELLING[close[0]] if close else None
