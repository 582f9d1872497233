"""The project's own workbook: its three sheets, their columns and what headings mean. Data only.

The template, the reader and the starter workbooks all follow these declarations.
"""

from dataclasses import dataclass
from typing import Final

from cpdash.areas import plain
from cpdash.vocabulary import CATEGORIES, MEASURES, PLACES


@dataclass(frozen=True)
class Value:
    """What a column counts. `measure` or `category` None: the row says it. `base`: the number is
    that of the measure which the row's measure is part of."""

    measure: str | None
    category: str | None
    base: bool = False


@dataclass(frozen=True)
class Layout:
    """One sheet. `words`: a sheet whose name holds one of them may be it. `texts` and `values`:
    column code -> heading in the template."""

    name: str
    words: tuple[str, ...]
    texts: dict[str, str]
    values: dict[str, str]
    meaning: dict[str, Value]
    note: str


BEFORE: Final = {"area": "Area", "census_date": "Census date", "collected_by": "Collected by"}
AFTER: Final = {
    "source": "Source",
    "published": "Published",
    "marker": "Marker",
    "remark": "Remark",
}

PLACEMENTS: Final = Layout(
    "Placements",
    ("placement", "where children live", "where they live"),
    BEFORE | {"total_is": "Total is"} | AFTER,
    {code: CATEGORIES[code].label for code in PLACES} | {"total": "Total"},
    {code: Value("looked_after", code) for code in (*PLACES, "total")},
    "Where children looked after live, one row a census. Leave a cell empty when nothing was "
    "counted; 0 means that there was nobody; c, x, z or k says why a number is not shown.",
)
AFTERCARE: Final = Layout(
    "Aftercare",
    ("aftercare", "after care", "throughcare"),
    BEFORE | {"category": "Age group"} | AFTER,
    {"eligible": "Eligible", "receiving": "Receiving"},
    {
        "eligible": Value("aftercare_eligible", None),
        "receiving": Value("aftercare_receiving", None),
    },
    "Young people entitled to aftercare, and those of them receiving it. One row for all ages, "
    "and a row an age group where you have them.",
)
OTHER: Final = Layout(
    "Other measures",
    ("other measure", "measures"),
    BEFORE | {"measure": "Measure", "category": "Category"} | AFTER,
    {"value": "Value", "out_of": "Out of"},
    {"value": Value(None, None), "out_of": Value(None, None, base=True)},
    "Anything else that is counted, one number a row. 'Out of' is the number it is part of.",
)
LAYOUTS: Final = (PLACEMENTS, AFTERCARE, OTHER)

NEEDED: Final = {
    "Placements": ("area", "census_date"),
    "Aftercare": ("area", "census_date"),
    "Other measures": ("area", "census_date", "measure"),
}
"""Columns that a sheet cannot do without, besides one with numbers."""

ALIASES: Final[dict[str, tuple[str, ...]]] = {
    "area": ("Council", "Local authority", "Council area", "Authority", "Country"),
    "census_date": ("Date", "Census", "Date of census", "As at", "Snapshot date", "Quarter end"),
    "collected_by": ("Collection", "Collected", "Who collected"),
    "total_is": ("Kind of total", "The total is"),
    "category": ("Age group", "Age", "Category", "Placement type"),
    "measure": ("Indicator", "What is counted"),
    "source": ("Publication", "Where from"),
    "published": ("Date published", "Publication date", "Published on"),
    "marker": ("Mark", "Flag", "Shorthand"),
    "remark": ("Remarks", "Note", "Notes", "Comment", "Comments"),
    "total": ("All children", "All children looked after", "Total children looked after",
              "All looked after", "Total looked after", "Number of children looked after",
              "Total number of children looked after", "Total children"),
    "community": ("Community", "In community"),
    "at_home": ("At home", "At home with parent(s)", "Home with parents", "With parents",
                "Looked after at home"),
    "kinship": ("Kinship", "Kinship care", "Kinship carers", "Friends or relatives",
                "Friends/relatives", "With friends or relatives", "With friends/relatives",
                "With kinship carers", "With kinship carers: friends/relatives"),
    "foster": ("Foster", "Foster care", "Foster carers", "Foster families", "With foster carers"),
    "foster_authority": ("Foster carers (council)", "Foster families (council)",
                         "Foster carers provided by the council",
                         "With foster carers provided by LA", "Council foster carers"),
    "foster_purchased": ("Foster carers (purchased)", "Foster families (purchased)",
                         "Foster carers (another agency)", "Foster families (another agency)",
                         "With foster carers purchased by LA", "Purchased foster carers"),
    "adopters": ("Prospective adopters", "With prospective adopters", "Adopters"),
    "foster_and_adopters": ("Foster carers and prospective adopters",
                            "Foster carers including prospective adopters",
                            "Foster carers or prospective adopters"),
    "other_community": ("Other community", "In other community"),
    "residential": ("Residential", "Residential care", "Residential accommodation"),
    "residential_not_secure": ("Residential care, not secure", "Residential (not secure)",
                               "Residential not secure", "Residential care without secure"),
    "authority_home": ("Council children's houses", "Children's houses (council)",
                       "Local authority home", "In local authority home"),
    "voluntary_home": ("Children's houses (voluntary)", "Voluntary home", "In voluntary home"),
    "residential_school": ("Residential school", "Residential schools", "In residential school"),
    "secure": ("Secure", "Secure care", "Secure accommodation", "In secure accommodation"),
    "crisis": ("Crisis", "Crisis care"),
    "other_residential": ("Other residential", "In other residential"),
    "supported_accommodation": ("Supported accommodation",),
    "other": ("Other", "Elsewhere", "Living elsewhere"),
    "eligible": ("Entitled", "Eligible for aftercare", "Entitled to aftercare",
                 "Young people entitled to aftercare", "aftercare_eligible"),
    "receiving": ("Receiving aftercare", "Receiving a service", "Young people receiving aftercare",
                  "aftercare_receiving"),
    "value": ("Number", "Count"),
    "out_of": ("Of", "Out of how many", "Base"),
}  # fmt: skip

AGE_ALIASES: Final = {
    "age_16": ("16", "Age 16"),
    "age_17": ("17", "Age 17"),
    "age_18": ("18", "Age 18"),
    "age_19_21": ("19-21", "19 to 21", "Age 19-21"),
    "age_22_over": ("22 or over", "22 and over", "Age 22 or over"),
}


def headings(layout: Layout) -> dict[str, str]:
    """Every spelling of a heading of this sheet, as `plain` gives it -> column code."""
    known: dict[str, str] = {}
    for code, heading in (layout.texts | layout.values).items():
        label = (CATEGORIES[code].label,) if code in CATEGORIES else ()
        for spelling in (code, heading, *label, *ALIASES.get(code, ())):
            known.setdefault(plain(spelling), code)
    return known


def category_key(text: str) -> str:
    """A category or age group as it is looked up: '22+' is 22 or over, and not 22."""
    return plain(text.replace("+", " or over"))


CATEGORY_BY_NAME: Final = {
    plain(spelling): code
    for code, category in CATEGORIES.items()
    for spelling in (code, category.label, *ALIASES.get(code, ()), *AGE_ALIASES.get(code, ()))
} | {plain(spelling): "total" for spelling in ("All", "All ages", "Total")}

MEASURE_BY_NAME: Final = {
    plain(spelling): code
    for code, measure in MEASURES.items()
    for spelling in (code, measure.label)
}

COLLECTED_BY: Final = {
    "council": "council",
    "thecouncil": "council",
    "councilsown": "council",
    "thecouncilsownfigures": "council",
    "nationalreturn": "national",
    "thenationalreturn": "national",
    "national": "national",
}
TOTAL_IS: Final = {"printed": "", "asprinted": "", "addedup": "d", "added": "d", "derived": "d"}
