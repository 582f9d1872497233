"""Tables in Welsh and in English say the same once.

Every number was made up for its test.
"""

import pytest

from cpdash.sheets.words.welsh import in_english
from tests.sheets.told import placed, told

TITLE = "Children looked after at 31 March in Cardiff"


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("Cyfanswm / Total", "Total"),
        ("Total / Cyfanswm", "Total"),
        ("Lleoliadau maeth\nFoster placements", "Foster placements"),
        ("Uned ddiogel - Secure unit", "Secure unit"),
        ("Byw'n annibynnol | Living independently", "Living independently"),
        ("Foster care / Kinship care", "Foster care / Kinship care"),
        ("Foster carers/prospective adopters", "Foster carers/prospective adopters"),
        ("Bechgyn / Total", "Bechgyn / Total"),
        ("Rhywbeth arall eto / Total", "Rhywbeth arall eto / Total"),
        ("Cyfanswm", "Cyfanswm"),
        ("2018/19", "2018/19"),
    ],
)
def test_only_a_half_that_is_wholly_welsh_is_left_away(printed: str, english: str) -> None:
    assert in_english(printed) == english


def test_labels_headings_titles_and_areas_may_be_in_both() -> None:
    read = told(
        T="Plant sy'n derbyn gofal ar 31 Mawrth / Children looked after at 31 March\n"
        "Awdurdod lleol / Local authority|Cyfanswm / Total|Lleoliadau maeth / Foster placements\n"
        "Cymru / Wales|310|200\nCaerdydd / Cardiff|31|20",
        options={"date": "2020-03-31"},
    )
    assert placed(read, "Wales", "2020-03-31") == {"total": 310, "foster": 200}
    assert placed(read, "Cardiff", "2020-03-31") == {"total": 31, "foster": 20}


def test_halves_that_say_different_things_are_not_understood() -> None:
    rows = "Placed with parents / Foster placements|20\nBechgyn / Total|31\nFoster placements|20"
    read = told(T=f"{TITLE}\n|2020\n{rows}")
    assert placed(read, "Cardiff", "2020-03-31") == {"foster": 20}
    assert [code for code, *_ in read.codes] == ["unknown-label", "unknown-label"]
