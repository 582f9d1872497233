"""Councils and countries are found however they are spelled, and never guessed."""

from collections import Counter

import pytest

from cpdash.areas import AREAS, find, nearest


def test_scotland_has_32_councils_and_each_area_its_own_code_and_name() -> None:
    councils = [area for area in AREAS.values() if area.kind == "council"]
    assert len(councils) == 32
    assert all(area.code.startswith("S12") and area.country == "Scotland" for area in councils)
    assert all(code == area.code for code, area in AREAS.items())
    assert len({area.name for area in AREAS.values()}) == len(AREAS)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("S12000029", "South Lanarkshire"),
        ("S12000005", "Clackmannanshire"),
        ("S12000006", "Dumfries and Galloway"),
        ("S12000008", "East Ayrshire"),
        ("S12000013", "Na h-Eileanan Siar"),
        ("S12000036", "City of Edinburgh"),
        ("S12000042", "Dundee City"),
        ("S12000047", "Fife"),
        ("S12000048", "Perth and Kinross"),
        ("S12000049", "Glasgow City"),
        ("S12000050", "North Lanarkshire"),
        ("S92000003", "Scotland"),
        ("E92000001", "England"),
        ("W92000004", "Wales"),
        ("N92000002", "Northern Ireland"),
    ],
)
def test_an_official_code_finds_its_area(code: str, name: str) -> None:
    area = find(code)
    assert area is not None
    assert area.name == name


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Argyll & Bute", "Argyll and Bute"),
        ("argyll   AND bute", "Argyll and Bute"),
        ("Edinburgh, City of", "City of Edinburgh"),
        ("Edinburgh City", "City of Edinburgh"),
        ("The City of Edinburgh Council", "City of Edinburgh"),
        ("Eilean Siar", "Na h-Eileanan Siar"),
        ("Comhairle nan Eilean Siar", "Na h-Eileanan Siar"),
        ("Na h - Eilanan Siar", "Na h-Eileanan Siar"),
        ("Western Isles", "Na h-Eileanan Siar"),
        ("Orkney", "Orkney Islands"),
        ("Shetland", "Shetland Islands"),
        ("Glasgow", "Glasgow City"),
        ("Dundee", "Dundee City"),
        ("Perth & Kinross", "Perth and Kinross"),
        ("South Lanarkshire Council", "South Lanarkshire"),
        ("Highland Council", "Highland"),
        ("S12000015", "Fife"),
        ("Strathlorne", "Strathlorne (illustrative)"),
    ],
)
def test_a_spelling_that_publishers_use_finds_its_area(spelling: str, name: str) -> None:
    area = find(spelling)
    assert area is not None
    assert area.name == name


@pytest.mark.parametrize("text", ["", "Lanarkshire", "Ayrshire", "Aberdeen City 5", "Narnia"])
def test_what_is_no_known_spelling_is_not_found(text: str) -> None:
    assert find(text) is None


def test_a_near_miss_is_offered_and_nonsense_is_not() -> None:
    close = nearest("South Lanarkshier")
    assert close is not None
    assert close.name == "South Lanarkshire"
    assert nearest("Narnia and Mordor") is None


def test_family_groups_are_four_of_eight_and_south_lanarkshires_is_as_published() -> None:
    groups = Counter(area.family_group for area in AREAS.values() if area.kind == "council")
    assert groups == {1: 8, 2: 8, 3: 8, 4: 8}
    assert {area.name for area in AREAS.values() if area.family_group == 3} == {
        "South Lanarkshire",
        "Clackmannanshire",
        "Dumfries and Galloway",
        "Falkirk",
        "Fife",
        "Renfrewshire",
        "South Ayrshire",
        "West Lothian",
    }


def test_the_illustrative_council_says_so_and_stands_last() -> None:
    *real, last = AREAS.values()
    assert last.kind == "illustrative"
    assert "illustrative" in last.name
    assert all(area.kind != "illustrative" for area in real)
