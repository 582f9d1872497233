"""A label is understood as a whole, in its country, or not at all."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.sheets.words.label_breakdowns import HEADS
from cpdash.sheets.words.label_lists import COUNTRIES, GENERAL, UNDER_GROUPS, Printed
from cpdash.sheets.words.labels import AGES, Label, find, heads, key, nearest, split_unit, unit
from cpdash.vocabulary import CATEGORIES

OTHER, FINER = Label(None, "other"), Label(None, "finer")
LISTS = [
    ("everywhere", GENERAL),
    *COUNTRIES.items(),
    *((f"below {group}", printed) for group, printed in UNDER_GROUPS.items()),
]


def place(code: str) -> Label:
    return Label(code, "category")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("At home with parent(s)", "at_home"),
        ("At home with parents", "at_home"),
        ("Looked after at home", "at_home"),
        ("With friends/relatives", "kinship"),
        ("With Kinship Carers: friends/relatives", "kinship"),
        ("Kinship care", "kinship"),
        ("With Foster Carers provided by LA", "foster_authority"),
        ("With foster carers provided by local authority", "foster_authority"),
        ("In-house foster care", "foster_authority"),
        ("With Foster Carers purchased by LA", "foster_purchased"),
        ("With foster carers purchased by LA1", "foster_purchased"),
        ("IFA", "foster_purchased"),
        ("Foster carers total", "foster"),
        ("Foster care2", "foster"),
        ("With prospective adopters", "adopters"),
        ("Foster / Prospective Adopters", "foster_and_adopters"),
        ("Foster care incl. prospective adopters", "foster_and_adopters"),
        ("In other community", "other_community"),
        ("In the community", "community"),
        ("Community total", "community"),
        ("Children (community)", "community"),
        ("Residential accommodation", "residential"),
        ("Children (residential)", "residential"),
        ("Children looked after in residential care settings", "residential"),
        ("In local authority home", "authority_home"),
        ("In voluntary home", "voluntary_home"),
        ("In residential school", "residential_school"),
        ("In secure accommodation", "secure"),
        ("of which: secure", "secure"),
        ("Crisis care", "crisis"),
        ("In other residential [1]", "other_residential"),
        ("In other residential¹", "other_residential"),
        ("Residential care (excluding secure)", "residential_not_secure"),
        ("Residential care incl. secure", "residential"),
        ("Away from home", "away_from_home"),
        ("Looked after and accommodated", "away_from_home"),
        ("Supported accommodation", "supported_accommodation"),
        ("Total number of children looked after", "total"),
        ("Total looked after children [Note 2]", "total"),
        ("Children looked after at 31 July 2019", "total"),
        ("Children looked after at 31 July", "total"),
        ("Total children 3", "total"),
        ("All", "total"),
        ("Foster care 2019", "foster"),
        ("Other placements", "other"),
    ],
)
def test_scotlands_labels(printed: str, code: str) -> None:
    assert find(printed, "Scotland") == place(code)


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Foster placements", "foster"),
        ("Placed for adoption", "adopters"),
        ("Placement with parents", "at_home"),
        ("Other placement in the community", "other_community"),
        ("Secure units, children's homes and hostels", "homes_and_semi_independent"),
        ("Secure units, children\u2019s homes and hostels 3", "homes_and_semi_independent"),
        ("Other residential settings", "other_residential"),
        ("Residential schools", "residential_school"),
        ("Other placement", "other"),
        ("All children looked after at 31 March 2015", "total"),
        ("CLA_Mar2015", "total"),
        ("CLA_Fost", "foster"),
        ("CLA_Adopt", "adopters"),
        ("CLA_Parent", "at_home"),
        ("CLA_Ocom", "other_community"),
        ("CLA_Secure", "homes_and_semi_independent"),
        ("CLA_Ores", "other_residential"),
        ("CLA_RSch", "residential_school"),
        ("CLA_OthPl", "other"),
        ("1. Total foster placements", "foster"),
        ("2. Total placed for adoption", "adopters"),
        (
            "3. Total placed with parents or other person with parental responsibility",
            "at_home",
        ),
        ("4. Total other placements in the community", "other_community"),
        ("4. Total secure homes and children's homes", "secure_and_childrens_homes"),
        ("4c Total children's homes subject to children's homes regulations", "childrens_homes"),
        ("5c Total children's homes subject to children's homes regulations", "childrens_homes"),
        (
            "5. Total secure units, children's homes and semi-independent living accommodation",
            "homes_and_semi_independent",
        ),
        (
            "5. Total independent and semi-independent living arrangements/ supported"
            " accommodation",
            "independent_and_supported",
        ),
        (
            "5a. Semi-independent living accommodation not subject to children's homes regulations",
            "semi_independent",
        ),
        (
            "5d Semi-independent living accommodation not subject to children's homes regulations",
            "semi_independent",
        ),
        ("5b Living independently", "living_independently"),
        ("5c. Supported accommodation", "supported_accommodation"),
        ("6. Total other residential settings", "other_residential"),
        ("7. Total residential schools", "residential_school"),
        ("8. Total other placements", "other"),
        ("Total children", "total"),
    ],
)
def test_englands_labels_by_their_words(printed: str, code: str) -> None:
    assert find(printed, "England") == place(code)


@pytest.mark.parametrize(
    "printed",
    [
        "1a Total foster placements inside council boundary",
        "1a.1 Total foster placements inside council boundary with relative or friend",
        "1a.1i With relative or friend who is also approved adopter (FFA) or concurrent planning",
        "1b.2ii With other foster carer not FFA/concurrent planning",
        "2a Placed for adoption with consent with current foster carer",
        "2d Placed for adoption with placement order not with current foster carer",
        "4a Living independently",
        "4b Residential employment",
        "5a Secure unit placement inside the council boundary",
        "4b Secure home placement outside the council boundary",
        "5c.1 Children's home placement inside the council boundary",
        "4c.2 Children's home placement outside the council boundary",
        "6a Residential care homes",
        "6b NHS Trust providing medical or nursing care",
        "6c Family centre or mother and baby unit",
        "6d Young offenders institution or prison",
        "6e Residential employment",
        "Living independently",
    ],
)
def test_a_part_that_is_not_held_is_known_and_has_no_category(printed: str) -> None:
    assert find(printed, "England") == FINER


@pytest.mark.parametrize(
    ("printed", "country", "label"),
    [
        ("Foster placements", "Wales", place("foster")),
        ("Living independently", "Wales", place("living_independently")),
        ("Children's homes", "Wales", place("childrens_homes")),
        ("Secure unit", "Wales", place("secure")),
        ("Total boys and girls (1)", "Wales", place("total")),
        (
            "Placed with own parents or other person with parental responsibility",
            "Wales",
            place("at_home"),
        ),
        ("With relatives or friends", "Wales", FINER),
        ("Kinship foster care", "Northern Ireland", place("kinship")),
        ("Non-kinship foster care", "Northern Ireland", place("foster")),
        ("Foster care", "Northern Ireland", FINER),
        ("Placed with parents/family", "Northern Ireland", place("at_home")),
        ("Residential care", "Northern Ireland", place("residential")),
        ("Independent living", "Northern Ireland", place("living_independently")),
        ("Kinship care", "England", FINER),
        ("Accommodated", "England", None),
        ("Other Community Placement", "Scotland", FINER),
    ],
)
def test_a_label_means_what_it_means_in_its_country(
    printed: str, country: str, label: Label | None
) -> None:
    assert find(printed, country) == label


@pytest.mark.parametrize(
    "printed", ["Kinship care", "With relatives or friends", "Living independently"]
)
def test_a_label_on_which_countries_differ_is_unknown_without_one(printed: str) -> None:
    assert find(printed) is None


def test_other_is_a_place_only_in_a_list_of_places() -> None:
    assert find("Other3", "England") is None
    assert find("Other", "Northern Ireland", "total") == place("other")


def test_a_label_on_which_countries_agree_needs_none() -> None:
    assert find("With foster carers purchased by LA") == place("foster_purchased")
    assert find("Foster care") == place("foster")


@pytest.mark.parametrize(
    ("printed", "group", "label"),
    [
        ("Other", "residential", place("other_residential")),
        ("Other", "community", place("other_community")),
        ("Other", "total", place("other")),
        ("Total", "residential", place("residential")),
        ("Sub-total", "community", place("community")),
        ("All", "foster", place("foster")),
        ("Total", "total", place("total")),
        ("Provided by LA", "foster", place("foster_authority")),
        ("Purchased", "foster", place("foster_purchased")),
        ("Local authority", "residential", place("authority_home")),
        ("Secure", "residential", place("secure")),
        ("Total looked after", "residential", place("total")),
        ("Living independently", "independent_and_supported", place("living_independently")),
        ("Living independently", "other_community", FINER),
        ("With relative or friend", "foster", FINER),
        ("Other", "kinship", None),
        ("Total children", "residential", None),
        ("External", "kinship", None),
        ("Male", "foster", OTHER),
    ],
)
def test_a_label_below_a_heading_is_a_part_of_it(
    printed: str, group: str, label: Label | None
) -> None:
    assert find(printed, "England", group) == label


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("16", Label("age_16", "age")),
        ("Aged 16", Label("age_16", "age")),
        ("Aged 16²", Label("age_16", "age")),
        ("age 17", Label("age_17", "age")),
        ("17 years", Label("age_17", "age")),
        ("18 years old", Label("age_18", "age")),
        ("19 year olds", Label("age_19", "age")),
        ("Aged 20", Label("age_20", "age")),
        ("Aged 19 to 21", Label("age_19_21", "age")),
        ("19-21", Label("age_19_21", "age")),
        ("19\u201321 years", Label("age_19_21", "age")),
        ("22+", Label("age_22_over", "age")),
        ("22 and over", Label("age_22_over", "age")),
        ("22 years or older", Label("age_22_over", "age")),
        ("Aged 17 to 18", Label("age_17_18", "age")),
        ("Aged 17-18", Label("age_17_18", "age")),
        ("Under 1", OTHER),
        ("Under 1 year (1)", OTHER),
        ("1 to 4    ", OTHER),
        ("5 to 9 years", OTHER),
        ("10-15", OTHER),
        ("16 and over", OTHER),
        ("16 years and over", OTHER),
        ("18 and over (1)", OTHER),
        ("Aged 16 and 17", OTHER),
        ("22", None),
        ("5", None),
        ("17-18", None),
        ("17/18", None),
        ("Aged 161", None),
        ("Aged 16 and 171", None),
        ("2018", None),
    ],
)
def test_an_age_is_an_age_only_where_it_can_be_nothing_else(
    printed: str, label: Label | None
) -> None:
    assert find(printed) == label


@pytest.mark.parametrize(
    "printed",
    [
        "Male",
        "Girls (1)",
        "1a. White British",
        "3. Total Asian or Asian British",
        "Asian          or                Asian British",
        "N1. Abuse or neglect",
        "Full care orders 5,6",
        "Freed for  Adoption3",
        "Detained on child protection grounds in LA accomodation5",
        "Placement order granted4",
        "Voluntary agreements under S20 CA 1989",
        "Placement Provider not Reported4",
        "20 miles or less",
        "UASC",
        "CLA_male",
        "CLA_2015",
        "CLA_stp2015",
        "CLA_S20",
        "CLA_1to4",
    ],
)
def test_another_breakdown_is_known_as_one(printed: str) -> None:
    assert find(printed, "England") == OTHER


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "  ",
        "*",
        "Fostr care",
        "Not in foster care",
        "Foster care and something else",
        "Children looked after during the year ending 31 March 2015",
        "Foster carers approved",
        "Residential beds",
        "With parents or relatives",
        "In touch",
        "Notes",
        "F\u043ester care",
    ],
)
def test_what_is_not_known_is_not_guessed(printed: str) -> None:
    assert find(printed, "Scotland") is None


def test_a_label_that_is_almost_known_has_a_suggestion() -> None:
    assert nearest("Fostr care", "Scotland")[0] == "Foster care"
    assert len(nearest("Residential cares", "Scotland")) <= 3
    assert nearest("Budget", "Scotland") == ()


@pytest.mark.parametrize(("where", "printed"), LISTS, ids=[name for name, _ in LISTS])
def test_every_list_uses_the_tree_and_says_one_thing_about_a_label(
    where: str, printed: Printed
) -> None:
    assert set(printed) <= {*CATEGORIES, "finer"}, where
    said = {code: {key(label) for label in labels.split(" | ")} for code, labels in printed.items()}
    twice = Counter(label for labels in said.values() for label in labels)
    assert [label for label, times in twice.items() if times > 1] == []
    assert all(label for labels in said.values() for label in labels)


@pytest.mark.parametrize("country", ["", *COUNTRIES])
def test_every_label_that_is_listed_is_found(country: str) -> None:
    for code, labels in COUNTRIES.get(country, {}).items():
        expected = FINER if code == "finer" else place(code)
        for label in labels.split(" | "):
            assert find(label, country) == expected, label


def test_ages_are_categories() -> None:
    assert set(AGES.values()) <= set(CATEGORIES)


def test_a_heading_names_one_dimension() -> None:
    said = Counter(
        known
        for labels in HEADS.values()
        for known in {key(label) for label in labels.split(" | ")}
    )
    assert [label for label, times in said.items() if times > 1] == []


@pytest.mark.parametrize(
    ("heading", "dimension"),
    [
        ("Local authority", "area"),
        ("Local Authority1,2", "area"),
        ("la_name", "area"),
        ("geog_n", "area"),
        ("new_la_code", "code"),
        ("New_geog_code", "code"),
        ("old_la_code", "old_code"),
        ("geog_c", "old_code"),
        ("time_period", "time"),
        ("Collection Year (at 31 March)", "time"),
        ("DateCode", "time"),
        ("Placement type", "category"),
        ("characteristic", "category"),
        ("Residential Status", "category"),
        ("cla_group", "breakdown"),
        ("age", "age"),
        ("Measurement", "unit"),
        ("Data description", "unit"),
        ("geographic_level", "level"),
        ("GeographyType", "level"),
        ("Data values", "value"),
        ("number", "value"),
        ("children_count", "value"),
        ("care_leaver_count", "value"),
        ("percentage", "percent"),
        ("%", "percent"),
        ("children_percent", "percent"),
        ("Rate", "rate"),
        ("Source", "note"),
        ("Legal status", "other"),
        ("Foster care", None),
        ("Total", None),
        (".", None),
        ("", None),
    ],
)
def test_a_heading_names_what_its_column_holds(heading: str, dimension: str | None) -> None:
    assert heads(heading) == dimension


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("numbers", "count"),
        ("numbers3", "count"),
        ("Number", "count"),
        ("No.", "count"),
        ("Headcount", "count"),
        ("Number of children", "count"),
        ("%", "percent"),
        ("percentages", "percent"),
        ("per cent", "percent"),
        ("% of total", "percent"),
        ("rates4", "rate"),
        ("Rate per 1,000", "rate"),
        ("per 10,000 children aged under 18", "rate"),
        ("numbers and percentages", "mixed"),
        ("numbers and rates per 10,000 children aged under 18 years", "mixed"),
        ("Foster care", None),
        ("Number of children in foster care", None),
        ("Total", None),
        ("18", None),
        ("No information4", None),
        ("", None),
    ],
)
def test_a_unit_is_one_when_nothing_else_is_said(text: str, said: str | None) -> None:
    assert unit(text) == said


@pytest.mark.parametrize(
    ("text", "said", "rest"),
    [
        ("Number of children in foster care", "count", "children in foster care"),
        ("No. Of Children (residential)", "count", "Children (residential)"),
        ("Total number of children looked after", "count", "children looked after"),
        ("Number entering continuing care", "count", "entering continuing care"),
        ("Foster care - number", "count", "Foster care"),
        ("Foster care (number)", "count", "Foster care"),
        ("% Foster placements", "percent", "Foster placements"),
        ("Foster placements (%)", "percent", "Foster placements"),
        ("Foster placements %", "percent", "Foster placements"),
        ("Percentage of children in foster care", "percent", "children in foster care"),
        ("Proportion of children in foster care", "percent", "children in foster care"),
        ("Rate per 1,000 of children in foster care", "rate", "children in foster care"),
        ("Foster care, rate per 10,000", "rate", "Foster care"),
        ("Foster care (rate per 1,000 population under 18)", "rate", "Foster care"),
        ("Number and percentage of children at home", "mixed", "children at home"),
        ("Numbers", "count", ""),
        ("Foster placements", None, "Foster placements"),
        ("No information", None, "No information"),
        ("Not placed", None, "Not placed"),
    ],
)
def test_a_unit_is_split_from_the_label_beside_it(text: str, said: str | None, rest: str) -> None:
    assert split_unit(text) == (said, rest)


@given(st.text(max_size=30), st.sampled_from(["", *COUNTRIES]), st.sampled_from(["", "foster"]))
def test_no_label_is_too_strange(text: str, country: str, group: str) -> None:
    label = find(text, country, group)
    assert label is None or label.category is None or label.category in CATEGORIES
    assert heads(text) is None or heads(text) in HEADS
    assert split_unit(text)[0] in (None, "count", "percent", "rate", "mixed")
