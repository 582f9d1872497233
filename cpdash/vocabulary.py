"""The words of the field: measures, categories (a tree), statuses, collections, and their labels.

Codes are the same in the tidy table, the command line and every file. Add to them as sources
need; never change the meaning of one.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final


@dataclass(frozen=True)
class Measure:
    """What is counted. `group`: figures that are published together and revised together.
    `base`: the measure that an `out of` beside it counts."""

    label: str
    group: str
    one: str = "child"
    many: str = "children"
    base: str | None = None


YOUNG: Final = {"one": "young person", "many": "young people"}

MEASURES: Final[dict[str, Measure]] = {
    "looked_after": Measure("Children looked after", "looked_after"),
    "aftercare_eligible": Measure("Young people entitled to aftercare", "aftercare", **YOUNG),
    "aftercare_receiving": Measure(
        "Young people receiving aftercare", "aftercare", base="aftercare_eligible", **YOUNG
    ),
    "continuing_care": Measure(
        "Young people in continuing care",
        "continuing_care",
        base="continuing_care_eligible",
        **YOUNG,
    ),
    "continuing_care_eligible": Measure(
        "Young people entitled to continuing care", "continuing_care", **YOUNG
    ),
    "continuing_care_entered": Measure(
        "Young people who entered continuing care in the year",
        "continuing_care",
        base="continuing_care_leavers",
        **YOUNG,
    ),
    "continuing_care_leavers": Measure(
        "Young people who stopped being looked after in the year and could enter continuing care",
        "continuing_care",
        **YOUNG,
    ),
    "care_leavers": Measure("Young people who have left care", "care_leavers", **YOUNG),
    "care_leavers_in_touch": Measure(
        "Young people who have left care and are in touch with the council",
        "care_leavers",
        base="care_leavers",
        **YOUNG,
    ),
    "another_provider": Measure(
        "Children living with another provider", "another_provider", base="looked_after"
    ),
    "young_offenders_institution": Measure(
        "Under-18s held in a young offenders institution", "young_offenders_institution", **YOUNG
    ),
}


@dataclass(frozen=True)
class Category:
    """A part of a measure. `parent` makes the tree; `of` lists what a merged category covers
    where a source prints several as one. `lives` completes 'children were ...'."""

    label: str
    parent: str | None = "total"
    of: tuple[str, ...] = ()
    lives: str = ""


CATEGORIES: Final[dict[str, Category]] = {
    "total": Category("All children looked after", None, lives="looked after"),
    "community": Category("In the community", lives="living in the community"),
    "at_home": Category(
        "At home with parents", "community", lives="living at home with their parents"
    ),
    "kinship": Category(
        "With kinship carers (relatives or friends)",
        "community",
        lives="living with kinship carers (relatives or friends)",
    ),
    "foster": Category("With foster families", "community", lives="living with foster families"),
    "foster_authority": Category(
        "With foster families of the council",
        "foster",
        lives="living with foster families of the council",
    ),
    "foster_purchased": Category(
        "With foster families of another agency",
        "foster",
        lives="living with foster families of another agency",
    ),
    "adopters": Category(
        "With the family planning to adopt them",
        "community",
        lives="living with the family planning to adopt them",
    ),
    "foster_and_adopters": Category(
        "With foster families or the family planning to adopt them",
        "community",
        of=("foster_authority", "foster_purchased", "adopters"),
        lives="living with foster families or the family planning to adopt them",
    ),
    "other_community": Category(
        "Elsewhere in the community", "community", lives="living elsewhere in the community"
    ),
    "residential": Category("In residential care", lives="living in residential care"),
    "residential_not_secure": Category(
        "In residential care, secure care not included",
        "residential",
        of=(
            "authority_home",
            "voluntary_home",
            "residential_school",
            "crisis",
            "other_residential",
        ),
        lives="living in residential care, secure care not included",
    ),
    "authority_home": Category(
        "In children's houses of the council",
        "residential",
        lives="living in children's houses of the council",
    ),
    "voluntary_home": Category(
        "In children's houses of voluntary bodies",
        "residential",
        lives="living in children's houses of voluntary bodies",
    ),
    "residential_school": Category(
        "In residential schools", "residential", lives="living in residential schools"
    ),
    "secure": Category("In secure care", "residential", lives="living in secure care"),
    "crisis": Category("In crisis care", "residential", lives="living in crisis care"),
    "other_residential": Category(
        "In other residential homes", "residential", lives="living in other residential homes"
    ),
    # Published for England, where the official groups cut across the two halves above.
    "supported_accommodation": Category(
        "In supported accommodation", lives="living in supported accommodation"
    ),
    "semi_independent": Category("Semi-independent living", lives="living semi-independently"),
    "living_independently": Category("Living independently", lives="living independently"),
    "independent_and_supported": Category(
        "Independent, semi-independent or supported living",
        of=("supported_accommodation", "semi_independent", "living_independently"),
        lives="living independently, semi-independently or in supported accommodation",
    ),
    "childrens_homes": Category(
        "In children's homes",
        "residential",
        of=("authority_home", "voluntary_home"),
        lives="living in children's homes",
    ),
    "secure_and_childrens_homes": Category(
        "In children's homes or secure care",
        "residential",
        of=("secure", "authority_home", "voluntary_home"),
        lives="living in children's homes or secure care",
    ),
    "homes_and_semi_independent": Category(
        "In children's homes, secure care or semi-independent living",
        of=("secure", "authority_home", "voluntary_home", "semi_independent"),
        lives="living in children's homes, secure care or semi-independently",
    ),
    "other": Category("Living elsewhere", lives="living elsewhere"),
    # Published totals of parts that are not one branch of the tree.
    "away_from_home": Category(
        "Away from their parents' home", lives="living away from their parents' home"
    ),
    # Ages, for measures of young people.
    "age_16": Category("Aged 16", lives="aged 16"),
    "age_17": Category("Aged 17", lives="aged 17"),
    "age_18": Category("Aged 18", lives="aged 18"),
    "age_19_21": Category(
        "Aged 19 to 21", of=("age_19", "age_20", "age_21"), lives="aged 19 to 21"
    ),
    "age_22_over": Category("Aged 22 or over", lives="aged 22 or over"),
    "age_17_18": Category("Aged 17 to 18", of=("age_17", "age_18"), lives="aged 17 or 18"),
    "age_19": Category("Aged 19", lives="aged 19"),
    "age_20": Category("Aged 20", lives="aged 20"),
    "age_21": Category("Aged 21", lives="aged 21"),
}

AGES: Final = tuple(code for code in CATEGORIES if code.startswith("age_"))
"""Age groups, which are parts of the total of their measure and not places to live."""
EVERY_AGE: Final = ("age_16", "age_17", "age_18", "age_19_21", "age_22_over")
"""The ages that make up the total, each once."""
PLACES: Final = tuple(code for code in CATEGORIES if code not in ("total", *AGES))
"""The kinds of place where children live."""


@lru_cache(maxsize=256)
def leaves(code: str) -> frozenset[str]:
    """The smallest categories that `code` covers: itself when nothing stands below it."""
    category = CATEGORIES[code]
    if code == "away_from_home":
        return leaves("total") - {"at_home"}
    if category.of:
        return frozenset(category.of)
    below = [
        other
        for other, c in CATEGORIES.items()
        if c.parent == code and not c.of and other not in (*AGES, "away_from_home")
    ]
    return frozenset().union(*(leaves(other) for other in below)) if below else frozenset({code})


COLLECTIONS: Final = {
    "council": "The council's own figures",
    "national": "The national return",
}

STATUSES: Final = {
    "": "as published",
    "c": "not shown, to protect children's privacy",
    "x": "not available",
    "z": "not applicable",
    "k": "rounds to zero but is not zero",
    "e": "estimated",
    "p": "provisional",
    "b": "break in the series",
    "d": "added up from published parts, not published itself",
}

WITHHELD: Final = ("c", "x", "z", "k")
"""Statuses that stand in the place of a number."""
