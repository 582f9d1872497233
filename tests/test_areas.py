"""Areas of the four countries are found however they are spelled, and never guessed."""

import csv
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from cpdash.areas import (
    AREAS,
    Conflict,
    by_codes,
    find,
    is_statistic,
    is_total,
    nearest,
    total_of,
)
from cpdash.areas.lists import FILE, OFFICIAL_CODE, lists

REAL = Path(os.environ.get("CPDASH_REAL", Path(__file__).parents[2] / "shared" / "real"))
WITH_REAL = pytest.mark.skipif(not REAL.is_dir(), reason=f"no published files in {REAL}")


def name(area: object) -> str:
    """The name of an area that must have been found."""
    assert area is not None
    assert not isinstance(area, Conflict), area
    return str(getattr(area, "name", area))


def of(kind: str, country: str) -> list[str]:
    return [a.name for a in AREAS.values() if (a.kind, a.country) == (kind, country)]


def test_each_country_has_the_areas_that_look_after_children() -> None:
    today = [a for a in AREAS.values() if a.kind == "council" and a.until is None]
    assert Counter(a.country for a in today) == {"Scotland": 32, "England": 153, "Wales": 22}
    assert len(of("trust", "Northern Ireland")) == 5
    assert len(of("region", "England")) == 9
    assert sorted(of("aggregate", "England")) == ["Inner London", "Outer London"]
    countries = [a.name for a in AREAS.values() if a.kind == "country"]
    assert sorted(countries) == ["England", "Northern Ireland", "Scotland", "Wales"]


def test_each_area_has_its_own_code_and_name_and_a_source() -> None:
    assert all(code == area.code for code, area in AREAS.items())
    assert len({area.name for area in AREAS.values()}) == len(AREAS)
    assert all(area.source for area in AREAS.values())
    assert all(OFFICIAL_CODE.fullmatch(a.code) for a in AREAS.values() if a.kind != "trust")


def test_every_row_of_the_list_is_whole_and_its_texts_have_no_stray_spaces() -> None:
    with FILE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(text == " ".join(text.split()) for row in rows for text in row)
    assert len(rows) - 1 == len(AREAS)


def test_the_list_is_read_when_it_is_asked_for_and_not_before() -> None:
    code = "from cpdash.areas.lists import AREAS, lists as l; n = lambda: l.cache_info().currsize"
    asked = "print(n(), len(AREAS) > 200, n())"
    run = [sys.executable, "-c", f"{code}; {asked}"]
    said = subprocess.run(run, cwd=FILE.parents[1], capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["0", "True", "1"]


def test_a_code_begins_with_the_letter_of_its_country() -> None:
    letters = {"Scotland": "S", "England": "E", "Wales": "W", "United Kingdom": "K"}
    for area in AREAS.values():
        codes = [c for c in (area.code, *area.spellings) if OFFICIAL_CODE.fullmatch(c)]
        if area.country in letters and area.kind != "illustrative":
            assert {code[0] for code in codes} == {letters[area.country]}, area


def test_an_english_council_lies_in_a_region_and_no_other_does() -> None:
    regions = set(of("region", "England"))
    for area in AREAS.values():
        assert (area.region in regions) == (
            area.country == "England" and area.kind in ("council", "aggregate")
        ), area


def test_only_dorset_is_the_name_of_two_areas() -> None:
    shared = {key: areas for key, areas in lists().named.items() if len(areas) > 1}
    assert set(shared) == {"dorset"}
    codes = Counter(c for a in AREAS.values() for c in (a.code, *a.spellings) if c[1:].isdigit())
    assert set(codes.values()) == {1}
    assert set(Counter(a.old_code for a in AREAS.values() if a.old_code).values()) == {1}


@pytest.mark.parametrize(
    ("code", "printed"),
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
        ("K02000001", "United Kingdom"),
        ("E12000007", "London"),
        ("E13000001", "Inner London"),
        ("W06000001", "Isle of Anglesey"),
        ("W06000015", "Cardiff"),
        ("W06000024", "Merthyr Tydfil"),
    ],
)
def test_an_official_code_finds_its_area(code: str, printed: str) -> None:
    assert name(find(code)) == printed


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("S12000015", "S12000047"),
        ("S12000046", "S12000049"),
        ("E06000048", "E06000057"),
        ("E08000020", "E08000037"),
        ("E10000002", "E06000060"),
        ("E10000023", "E06000065"),
        ("E10000027", "E06000066"),
        ("E08000016", "E08000038"),
        ("E08000019", "E08000039"),
        ("W06000007", "W06000023"),
        ("W06000017", "W06000024"),
    ],
)
def test_a_new_code_for_the_same_territory_is_the_same_council(former: str, today: str) -> None:
    assert find(former) == find(today) == AREAS[today]


def test_a_council_whose_territory_changed_is_an_area_of_its_own() -> None:
    gone = {area.name: area.until for area in AREAS.values() if area.until}
    assert gone == {
        "Bedfordshire": date(2009, 3, 31),
        "Bournemouth": date(2019, 3, 31),
        "Cheshire": date(2009, 3, 31),
        "Cumbria": date(2023, 3, 31),
        "Dorset (until 2019)": date(2019, 3, 31),
        "Northamptonshire": date(2021, 3, 31),
        "Poole": date(2019, 3, 31),
    }
    assert name(find("Cumberland")) == "Cumberland"
    assert name(find("Bournemouth, Christchurch & Poole")) == "Bournemouth, Christchurch and Poole"


def test_a_shared_name_is_todays_council_unless_its_day_or_its_code_says_otherwise() -> None:
    assert name(find("Dorset")) == "Dorset"
    assert name(find("Dorset", when=date(2019, 3, 31))) == "Dorset (until 2019)"
    assert name(find("Dorset", when=date(2020, 3, 31))) == "Dorset"
    assert name(find("Dorset County Council")) == "Dorset (until 2019)"
    assert find("Cumbria", when=date(2024, 3, 31)) is None


@pytest.mark.parametrize(
    ("spelling", "printed"),
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
        ("Orkney Islands Council", "Orkney Islands"),
        ("Shetland", "Shetland Islands"),
        ("Glasgow", "Glasgow City"),
        ("Glasgow City Council", "Glasgow City"),
        ("Dundee", "Dundee City"),
        ("Perth & Kinross", "Perth and Kinross"),
        ("South Lanarkshire Council", "South Lanarkshire"),
        ("Highland Council", "Highland"),
        ("Strathlorne", "Strathlorne (illustrative)"),
        ("Bristol", "Bristol, City of"),
        ("City of Bristol", "Bristol, City of"),
        ("Hull City Council", "Kingston upon Hull, City of"),
        ("Kingston Upon Hull, City of", "Kingston upon Hull, City of"),
        ("Herefordshire", "Herefordshire, County of"),
        ("Durham", "County Durham"),
        ("St Helens Metropolitan Borough Council", "St. Helens"),
        ("Stoke on Trent", "Stoke-on-Trent"),
        ("Telford & Wrekin", "Telford and Wrekin"),
        ("Medway Towns", "Medway"),
        ("The Medway Towns UA", "Medway"),
        ("Bedford Borough", "Bedford"),
        ("London, City of", "City of London"),
        ("City Of London", "City of London"),
        ("Richmond Upon Thames", "Richmond upon Thames"),
        ("London Borough of Richmond upon Thames", "Richmond upon Thames"),
        ("LB Camden", "Camden"),
        ("Royal Borough of Windsor & Maidenhead", "Windsor and Maidenhead"),
        ("Newcastle City Council", "Newcastle upon Tyne"),
        ("Isle Of Wight", "Isle of Wight"),
        ("Kent County Council", "Kent"),
        ("Oldham MBC", "Oldham"),
        ("Yorkshire and Humber", "Yorkshire and The Humber"),
        ("YORKSHIRE AND THE HUMBER", "Yorkshire and The Humber"),
        ("Rhondda, Cynon, Taff", "Rhondda Cynon Taf"),
        ("The Vale of Glamorgan", "Vale of Glamorgan"),
        ("Ynys Môn", "Isle of Anglesey"),
        ("Abertawe", "Swansea"),
        ("Caerphilly County Borough Council", "Caerphilly"),
        ("Belfast", "Belfast HSC Trust"),
        ("South Eastern Health and Social Care Trust", "South Eastern HSC Trust"),
        ("N. Ireland", "Northern Ireland"),
        ("England & Wales", "England and Wales"),
    ],
)
def test_a_spelling_that_publishers_use_finds_its_area(spelling: str, printed: str) -> None:
    assert name(find(spelling)) == printed


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Aberdeen City 5", "Aberdeen City"),
        ("London3", "London"),
        ("Fife ³", "Fife"),
        ("Leeds [Note 4]", "Leeds"),
        ("Leeds [note 1, 2] [r]", "Leeds"),
        ("Cardiff (r)", "Cardiff"),
        ("Glasgow City (1,2)", "Glasgow City"),
        ("Sunderland5,6", "Sunderland"),
        ("Derby*", "Derby"),
        ("Isle of Anglesey ", "Isle of Anglesey"),
        ("Highland Council 2", "Highland"),
    ],
)
def test_a_footnote_behind_a_name_does_not_hide_it(text: str, printed: str) -> None:
    assert name(find(text)) == printed


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "*", "Lanarkshire", "Ayrshire", "Narnia", "City", "Council", "County Council"),
        *("Newcastle", "Kingston", "Richmond", "London Borough", "London Council", "Scotland 2018"),
        *("383", "390.0", "12", "Total Scotland", "Scotland Council", "Placed outside of England"),
        *("Yorkshrie and the Humber", "Leeds and Bradford", "Fife children", "Wales" * 30),
        *("Northern", "South Eastern", "Western", "East"),
    ],
)
def test_what_is_no_known_spelling_is_not_found(text: str) -> None:
    assert find(text) is None


def test_with_a_country_only_its_own_areas_are_meant() -> None:
    assert name(find("Northern", "Northern Ireland")) == "Northern HSC Trust"
    assert name(find("East", "England")) == "East of England"
    assert name(find("North East", "England")) == "North East"
    assert find("North East", "Scotland") is None
    assert find("Scotland", "England") is None
    assert name(find("Scotland", "Scotland")) == "Scotland"


@given(st.sampled_from(sorted(AREAS)), st.sampled_from(["{}", " {} ", "{} (2)", "{} [Note 3]"]))
def test_every_area_is_found_by_all_that_it_is_called(code: str, shape: str) -> None:
    area = AREAS[code]
    for text in (area.code, area.name, *area.spellings):
        found = find(shape.format(text))
        assert found == area or text == "Dorset"
    for text in (area.name, *area.spellings, *area.spellings_within):
        assert find(text.upper(), area.country) == area or text == "Dorset"


@given(st.text())
def test_any_text_is_an_area_or_none_and_never_a_number(text: str) -> None:
    found = find(text)
    assert found is None or any(map(str.isalpha, text))
    assert isinstance(is_total(text), bool)
    assert isinstance(is_statistic(text), bool)
    assert total_of(text) is None or not is_statistic(text)


def test_a_near_miss_is_offered_and_nonsense_is_not() -> None:
    assert name(nearest("South Lanarkshier")) == "South Lanarkshire"
    assert name(nearest("Yorkshrie and the Humber")) == "Yorkshire and The Humber"
    assert name(nearest("Nottinghamshre")) == "Nottinghamshire"
    assert nearest("Narnia and Mordor") is None


def test_family_groups_are_four_of_eight_and_south_lanarkshires_is_as_published() -> None:
    groups = Counter(a.family_group for a in AREAS.values() if a.family_group is not None)
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


@pytest.mark.parametrize(
    ("codes", "printed", "found"),
    [
        (["E08000035"], "Leeds", "Leeds"),
        (["E08000020"], "Gateshead", "Gateshead"),
        (["E08000035"], "", "Leeds"),
        (["E08000035"], "Leds", "Leeds"),
        (["E92000001", "E12000003", "383", "E08000035"], "Leeds", "Leeds"),
        (
            ["E92000001", "E12000003", "", ""],
            "Yorkshire and The Humber",
            "Yorkshire and The Humber",
        ),
        (["E92000001", "", "", ""], "ENGLAND", "England"),
        (["E12000007", "H"], "INNER LONDON", "Inner London"),
        (["E12000007", "G"], "LONDON", "London"),
        (["E13000002", "E09000014"], "Haringey", "Haringey"),
        (["E10000009"], "Dorset", "Dorset (until 2019)"),
        (["E06000059"], "Dorset", "Dorset"),
        (["835"], "Dorset", "Dorset (until 2019)"),
        (["838.0"], "Dorset", "Dorset"),
        (["383"], "", "Leeds"),
        (["383"], "Leeds", "Leeds"),
        (["100"], "Aberdeen City", "Aberdeen City"),
        (["330"], "Orkney Islands", "Orkney Islands"),
        (["WAL"], "Wales", "Wales"),
        (["BHSCT"], "", "Belfast HSC Trust"),
        ([], "Cardiff", "Cardiff"),
        ([" e08000035 "], "", "Leeds"),
    ],
)
def test_a_code_says_which_area_and_a_name_where_there_is_none(
    codes: list[str], printed: str, found: str
) -> None:
    assert name(by_codes(codes, printed)) == found


@pytest.mark.parametrize(
    ("codes", "printed", "areas"),
    [
        (["E08000035"], "Bradford", ("Leeds", "Bradford")),
        (["E12000001"], "North West", ("North East", "North West")),
        (["E06000061"], "Northamptonshire", ("North Northamptonshire", "Northamptonshire")),
        (["E92000001"], "Leeds", ("England", "Leeds")),
        (["E12000001", "E08000035"], "Leeds", ("North East", "Leeds")),
        (["S12000029", "E08000035"], "", ("Leeds", "South Lanarkshire")),
        (["383"], "Bradford", ("Leeds", "Bradford")),
        ([], "Dorset", ("Dorset (until 2019)", "Dorset")),
    ],
)
def test_a_row_that_may_be_about_two_areas_says_which(
    codes: list[str], printed: str, areas: tuple[str, str]
) -> None:
    found = by_codes(codes, printed)
    assert isinstance(found, Conflict)
    assert (found.by_code.name, found.by_name.name) == areas


@pytest.mark.parametrize(
    ("codes", "printed"),
    [
        ([], ""),
        ([], "Narnia"),
        (["E07000098"], "Hertsmere"),
        (["E23000013"], "Durham"),
        (["999"], ""),
        (["383"], "Leds"),
        (["E08000035"], "Statistical neighbour average"),
        ([], "England average"),
    ],
)
def test_a_row_whose_area_is_not_known_is_none(codes: list[str], printed: str) -> None:
    assert by_codes(codes, printed) is None


def test_three_digits_are_english_and_a_day_settles_a_shared_name() -> None:
    assert by_codes(["383"], "", "Scotland") is None
    assert name(by_codes([], "Dorset", when=date(2015, 3, 31))) == "Dorset (until 2019)"
    assert name(by_codes([], "Northern", "Northern Ireland")) == "Northern HSC Trust"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("All Welsh local authorities ", "Wales"),
        ("Total Welsh local authorities", "Wales"),
        ("Wales total", "Wales"),
        ("All local authorities in Wales", "Wales"),
        ("Total England", "England"),
        ("ENGLAND", "England"),
        ("All English local authorities", "England"),
        ("All Scotland", "Scotland"),
        ("Scotland total [1]", "Scotland"),
        ("Scotland total3", "Scotland"),
        ("All Scottish councils", "Scotland"),
        ("Northern Ireland total", "Northern Ireland"),
        ("All trusts", "Northern Ireland"),
        ("Total for all Health and Social Care Trusts", "Northern Ireland"),
        ("Inner London total", "Inner London"),
        ("Total for East of England", "East of England"),
        ("England and Wales total", "England and Wales"),
    ],
)
def test_a_total_of_a_country_or_region_is_its_own_figure(text: str, whole: str) -> None:
    assert name(total_of(text)) == whole


@pytest.mark.parametrize(
    "text",
    [
        *("Total", "All councils", "Leeds", "Leeds total", "England average", "Rest of Scotland"),
        *("West Midlands Combined Authority", "Total children", "All in care", ""),
    ],
)
def test_what_is_no_total_of_a_country_or_region_is_none(text: str) -> None:
    assert total_of(text) is None


def test_a_total_of_another_country_is_not_meant_in_a_countrys_table() -> None:
    assert total_of("Total Scotland", "England") is None
    assert total_of("North West", "Scotland") is None
    assert name(total_of("Total North West", "England")) == "North West"


@pytest.mark.parametrize(
    "text",
    [
        *("Total", "TOTALS", "Grand total", "All", "All authorities", "All councils", "Total (3)"),
        *("All local authorities", "Sub-total", "Total - all councils", "Overall total2"),
    ],
)
def test_a_total_that_names_no_area_is_a_total(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize(
    "text", ["", "Scotland", "Scotland total", "Council", "Area", "All in care", "Total placements"]
)
def test_a_total_of_something_else_is_none(text: str) -> None:
    assert not is_total(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Max", "Maximum", "Min", "Median", "Mean", "Average", "Family group average", "Quartile"),
        *("Statistical neighbours", "Comparator average", "Rank", "Standard deviation", "Mean3"),
        *("Other authorities", "Family group 3", "Rest of Scotland", "England average (1)"),
        *("Other local authorities", "Upper quartile", "% change", "Placed outside of England"),
    ],
)
def test_a_statistic_is_no_areas_own_count(text: str) -> None:
    assert is_statistic(text)


def test_no_area_is_called_like_a_statistic_or_a_bare_total() -> None:
    for area in AREAS.values():
        for text in (area.name, *area.spellings, *area.spellings_within):
            assert not is_statistic(text)
            assert not is_total(text)


def published_codes() -> Iterator[tuple[str, str, str]]:
    """Code, three digits and name of every English council and region that two releases print."""
    with (REAL / "SFR34_CLA2015.csv").open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["New_geog_code"], row["geog_c"], row["geog_n"]
    release = "england-la-care-leavers-in-touch-2024-release.csv"
    with (REAL / release).open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            council = row["new_la_code"], row["old_la_code"], row["la_name"]
            region = row["region_code"], "", row["region_name"]
            yield next(
                found for found in (council, region, ("E92000001", "", "England")) if found[0]
            )


@WITH_REAL
def test_codes_and_names_are_those_of_the_published_files() -> None:
    seen = set()
    for code, old, printed in set(published_codes()):
        area = by_codes([code, old], printed)
        assert not isinstance(area, Conflict | None), (code, old, printed)
        assert area.kind == "aggregate" or find(code) == area
        assert not area.old_code or old in ("", area.old_code)
        seen.add(area.code)
    england = {a.code for a in AREAS.values() if a.country == "England"}
    assert england - seen == {"E10000001", "E10000004"}


@WITH_REAL
def test_every_row_of_the_english_tables_of_2015_is_found_by_its_digits_and_name() -> None:
    book = CalamineWorkbook.from_path(REAL / "england-la-tables-2015.xlsx")
    rows = book.get_sheet_by_name("LAA1").to_python()
    found = [
        by_codes([str(row[0])], str(row[1]), "England")
        for row in rows
        if isinstance(row[0], float) and row[0] >= 200
    ]
    assert len(found) == len(set(found)) == 152
    assert not any(isinstance(area, Conflict | None) for area in found)


@WITH_REAL
def test_the_welsh_councils_and_their_total_are_found() -> None:
    with (REAL / "CLA_31MAR_2010.csv").open(encoding="utf-8-sig", newline="") as lines:
        names = [row[1] for row in csv.reader(lines) if len(row) > 1 and row[1].strip()]
    assert sorted(name(find(text, "Wales")) for text in names) == sorted(of("council", "Wales"))


@pytest.mark.parametrize(
    ("printed", "area"),
    [("Cymru / Wales", "Wales"), ("Cardiff/Caerdydd", "Cardiff"), ("Abertawe/ Swansea", "Swansea")],
)
def test_a_name_in_two_languages_is_one_area(printed: str, area: str) -> None:
    assert name(find(printed)) == area


@pytest.mark.parametrize("printed", ["Fife / Angus", "Cardiff / Wales", "/", "n/a"])
def test_two_names_that_differ_are_none(printed: str) -> None:
    assert find(printed) is None
