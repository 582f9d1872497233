"""One declaration an indicator: what it is, its unit, its polarity, how it is computed."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from cpdash.vocabulary import CATEGORIES, MEASURES, PLACES

Unit = Literal["count", "percent"]


@dataclass(frozen=True)
class Indicator:
    """What is shown and judged.

    `parts` of `measure` are added up; with `base`, they are a share of it (`base` is a measure
    and categories; categories that start with `-` are taken off). `named`: sentences use its
    title rather than its phrase. `polarity`: +1 higher is
    better, -1 lower is better, 0 neither. `phrase` completes "579 children were ...".
    """

    id: str
    title: str
    unit: Unit
    polarity: int
    definition: str
    phrase: str
    measure: str
    parts: tuple[str, ...]
    base: tuple[str, tuple[str, ...]] | None = None
    caveats: tuple[str, ...] = ()
    named: bool = False

    @property
    def people(self) -> str:
        """Who is counted: children, or young people."""
        return MEASURES[self.measure].many

    @property
    def person(self) -> str:
        """One of them."""
        return MEASURES[self.measure].one


@dataclass(frozen=True)
class Break:
    """Figures of `group` before and from `start` are not like for like, in areas whose code
    starts with one of `areas`, for `categories` (all, when empty) of `collections`. `drawn`: the
    day of the change itself, where the first census to show it came later."""

    start: date
    group: str
    note: str
    areas: tuple[str, ...] = ("S",)
    collections: tuple[str, ...] = ("national",)
    categories: tuple[str, ...] = ()
    drawn: date | None = None


BREAKS: tuple[Break, ...] = (
    *(
        Break(
            date(2010, 7, 31),
            group,
            "Census moved from 31 March to 31 July: 16 months between 2009 and 2010",
        )
        for group in ("looked_after", "aftercare")
    ),
    # The national census of July 2015 still counted by the older rules: 3,599, then 4,602.
    Break(
        date(2016, 1, 1),
        "aftercare",
        "From April 2015 the law entitles more young people, up to age 26; first counted in 2016",
        drawn=date(2015, 4, 1),
    ),
    Break(
        date(2015, 4, 1),
        "aftercare",
        "From April 2015 the law entitles more young people, up to age 26",
        collections=("council",),
    ),
    Break(
        date(2024, 3, 31),
        "looked_after",
        "From 2024 England counts supported accommodation instead of semi-independent living",
        areas=("E",),
        categories=(
            "other_community",
            "supported_accommodation",
            "semi_independent",
            "living_independently",
            "independent_and_supported",
            "other",
        ),
    ),
)

_FAMILY = ("at_home", "kinship", "foster", "adopters")
_FAMILY_CAVEAT = (
    "There is no official Scottish formula for family-based care. Three definitions are in use, "
    "and on one date they differ by several points: compare like with like."
)
COUNTRY_NOTES = {
    "E": "England counts children fostered by relatives or friends among foster families.",
}
"""What a reader of one country's figures must know, by the first letter of its codes."""


def _place(code: str) -> tuple[Indicator, Indicator]:
    """The number and the share of children who live in one kind of place."""
    category = CATEGORIES[code]
    polarity = {"community": 1, "residential": -1, "secure": -1}.get(code, 0)
    common = {
        "polarity": polarity,
        "phrase": category.lives,
        "measure": "looked_after",
        "parts": (code,),
    }
    caveats = ("Residential care includes secure care.",) if code == "residential" else ()
    return (
        Indicator(
            id=code,
            title=category.label,
            unit="count",
            definition=f"Children looked after who were {category.lives} on the census date.",
            caveats=caveats,
            **common,  # type: ignore[arg-type]
        ),
        Indicator(
            id=f"{code}_share",
            title=category.label,
            unit="percent",
            definition=(
                f"Children {category.lives} as a share of all children looked after on the "
                "census date."
            ),
            base=("looked_after", ("total",)),
            caveats=(*caveats, _FAMILY_CAVEAT) if code == "community" else caveats,
            **common,  # type: ignore[arg-type]
        ),
    )


def _count(measure: str, polarity: int, definition: str, *caveats: str) -> Indicator:
    label = MEASURES[measure].label
    phrase = (
        label.removeprefix("Children ").removeprefix("Young people ").removeprefix("Under-18s ")
    )
    return Indicator(
        measure, label, "count", polarity, definition, phrase, measure, ("total",), None, caveats
    )


INDICATORS: dict[str, Indicator] = {
    indicator.id: indicator
    for indicator in (
        _count(
            "looked_after",
            0,
            "Children looked after by the council on the census date, wherever they lived. In "
            "Scotland this includes children at home with their parents under a supervision order.",
            "A lower or higher number is neither better nor worse in itself.",
        ),
        Indicator(
            "family_based",
            "Family-based care",
            "percent",
            1,
            "Children living at home with parents, with kinship carers, with foster families or "
            "with the family planning to adopt them, as a share of all children looked after.",
            "living in a family",
            "looked_after",
            _FAMILY,
            ("looked_after", ("total",)),
            (_FAMILY_CAVEAT,),
            named=True,
        ),
        Indicator(
            "family_based_away",
            "Family-based care away from home",
            "percent",
            1,
            "Children living with kinship carers, with foster families or with the family planning "
            "to adopt them, as a share of children looked after away from their parents' home.",
            "living in a family away from home",
            "looked_after",
            _FAMILY[1:],
            ("looked_after", ("total", "-at_home")),
            (_FAMILY_CAVEAT,),
            named=True,
        ),
        *(indicator for code in PLACES for indicator in _place(code)),
        _count(
            "aftercare_eligible",
            0,
            "Young people who have left care and are entitled to aftercare on the census date.",
            "Who is entitled changed in Scotland in April 2015.",
        ),
        _count(
            "aftercare_receiving",
            1,
            "Young people entitled to aftercare who were receiving it on the census date.",
        ),
        Indicator(
            "aftercare_uptake",
            "Uptake of aftercare",
            "percent",
            1,
            "Young people receiving aftercare as a share of those entitled to it.",
            "receiving aftercare",
            "aftercare_receiving",
            ("total",),
            ("aftercare_eligible", ("total",)),
            ("The number receiving can rise while the share falls: read the two together.",),
            named=True,
        ),
        _count(
            "continuing_care",
            1,
            "Young people who stay on in their foster, kinship or residential home after they have "
            "stopped being looked after, on the census date.",
        ),
        _count(
            "another_provider",
            -1,
            "Children looked after who live in a home that another provider runs for the council.",
        ),
        _count(
            "young_offenders_institution",
            -1,
            "Young people under 18 held in a young offenders institution.",
        ),
    )
}
FAMILY_DEFINITIONS = ("family_based", "family_based_away", "community_share")
