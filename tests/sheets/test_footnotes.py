"""What is glued to a label goes, and what it means stays."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.sheets.words.footnotes import bare, candidates


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("In other residential [1]", "In other residential"),
        ("In other residential [Note 4]", "In other residential"),
        ("Total eligible [note 1, 2]", "Total eligible"),
        ("Total eligible [Note 1], [Note 2]", "Total eligible"),
        ("Total boys and girls (1)", "Total boys and girls"),
        ("All Ages (1,2)", "All Ages"),
        ("Wales (r)", "Wales"),
        ("Foster care (a)", "Foster care"),
        ("London3", "London"),
        ("children2,3", "children"),
        ("Full care orders 5,6", "Full care orders"),
        ("Foster placements1,2", "Foster placements"),
        ("Residential (all)2", "Residential (all)"),
        ("Glasgow City*", "Glasgow City"),
        ("Glasgow City †", "Glasgow City"),
        ("Glasgow City #", "Glasgow City"),
        ("Foster carers¹²", "Foster carers"),
        ("Aged 16²", "Aged 16"),
        ("Aged 16①", "Aged 16"),
        ("At home\n with\u00a0parents", "At home with parents"),
        ("\ufeffAt\u200b home\x00", "At home"),
        ("  Secure   accommodation ", "Secure accommodation"),
        ("Kinship care [note 3]*", "Kinship care"),
    ],
)
def test_a_footnote_is_no_part_of_a_label(printed: str, label: str) -> None:
    assert bare(printed) == label


@pytest.mark.parametrize(
    "label",
    [
        "Aged 16",
        "Under 1",
        "10 to 15",
        "age 16 and over",
        "Section 20",
        "Accommodated under S20",
        "under s20",
        "Table 1.1",
        "2018",
        "2018-19",
        "March 2018",
        "31 March 2018",
        "CHN9",
        "CHN9 2018-19",
        "19-21",
        "22+",
        "Q2",
        "16 and 17",
        "16 and 171",
        "Aged 16 and 171",
        "ages 16,17",
        "At home with parent(s)",
        "Other placement(s)",
        "CLA_1to4",
        "CLA_S20",
        "CLA_Mar2015",
        "y2018",
        "Aberdeen City 5",
        "1,000",
        "10,000",
        "*",
        "[c]",
        "",
    ],
)
def test_what_a_label_means_stays(label: str) -> None:
    assert bare(label) == label


@pytest.mark.parametrize(
    ("printed", "forms"),
    [
        ("Aberdeen City 5", ("Aberdeen City 5", "Aberdeen City")),
        ("Total children 3", ("Total children 3", "Total children")),
        ("London3", ("London3", "London")),
        (
            "With foster carers purchased by LA1",
            ("With foster carers purchased by LA1", "With foster carers purchased by LA"),
        ),
        ("Aged 16", ("Aged 16",)),
        ("Under 1", ("Under 1",)),
        ("Section 20", ("Section 20",)),
        ("16 and 17", ("16 and 17",)),
        ("10 to 15", ("10 to 15",)),
        ("Foster 16", ("Foster 16",)),
        ("  ", ()),
    ],
)
def test_a_number_that_may_be_a_footnote_is_tried_last(
    printed: str, forms: tuple[str, ...]
) -> None:
    assert candidates(printed) == forms


def test_a_note_of_a_page_is_no_label() -> None:
    note = "x" + "[1]" * 300
    assert bare(note) == note
    assert candidates(note) == (note,)


@given(st.text(max_size=40) | st.text("Aged16 (),[]*note+-_²", max_size=25))
def test_a_bare_label_has_nothing_more_to_lose(text: str) -> None:
    assert bare(bare(text)) == bare(text)
