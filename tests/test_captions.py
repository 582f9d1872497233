"""The words of a card and the table behind it: from the figures that are drawn, and inert."""

import csv
import io
from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.captions import COLUMNS, Drawn, behind, caption, sources, span
from cpdash.captions import csv as downloaded
from cpdash.census import Census
from cpdash.indicators import INDICATORS
from tests.drawing import STRATEGY, holdings

SOUTH_LANARKSHIRE, SCOTLAND = "S12000029", "S92000003"
AFTERCARE = """
S92000003 2009-03-31 national aftercare_eligible total 3452 oldest
S92000003 2015-07-31 national aftercare_eligible total 3599 older
S92000003 2016-07-31 national aftercare_eligible total 4602 older
S92000003 2018-07-31 national aftercare_eligible total 6109e newer
S92000003 2019-07-31 national aftercare_eligible total c newer
S92000003 2024-07-31 national aftercare_eligible total 9369e newest
"""
EDITIONS = "oldest 2010-02-24\nolder 2017-03-01\nnewer 2020-03-31\nnewest 2025-04-22"
STARTS_A_FORMULA = ("=", "+", "-", "@", "|", "%", "\t", "\r", "\n")


def drawing(text: str, area: str, collection: str, *names: str) -> tuple[Census, Drawn]:
    census = Census(holdings(text, EDITIONS if "newest" in text else "first 2020-01-01"))
    return census, [
        (
            INDICATORS[name],
            INDICATORS[name].title,
            census.series(INDICATORS[name], area, collection),
        )
        for name in names
    ]


def strategy(*names: str) -> tuple[Census, Drawn]:
    return drawing(STRATEGY, SOUTH_LANARKSHIRE, "council", *names)


def aftercare() -> tuple[Census, Drawn]:
    return drawing(AFTERCARE, SCOTLAND, "national", "aftercare_eligible")


def test_a_card_says_what_where_when_who_counted_and_of_how_many() -> None:
    census, drawn = strategy("family_based")
    text = caption(census, SOUTH_LANARKSHIRE, "council", drawn)
    assert text.title == "Family-based care: 87.6% at 31 March 2018"
    assert text.subtitle.startswith(
        "South Lanarkshire, the council's own figures, 31 March 2018, per cent of 579 children"
    )
    assert text.source == "Source: The first edition, published 2020-01-01."
    assert not text.illustrative


def test_the_text_alternative_has_the_finding_and_points_to_the_figures() -> None:
    census, drawn = strategy("looked_after")
    text = caption(census, SOUTH_LANARKSHIRE, "council", drawn)
    assert text.alt == (
        "Chart. Children looked after: 579 at 31 March 2018. South Lanarkshire, the council's own "
        "figures, 31 March 2018, number of children. The table below it has every figure."
    )


def test_a_headline_starts_where_figures_are_like_for_like() -> None:
    census, drawn = aftercare()
    title = caption(census, SCOTLAND, "national", drawn).title
    assert title == (
        "Young people entitled to aftercare: 9,369 at 31 July 2024, 4,602 at 31 July 2016"
    )


def test_breaks_estimates_and_withheld_figures_are_noted() -> None:
    census, drawn = aftercare()
    notes = caption(census, SCOTLAND, "national", drawn).notes
    breaks = [note for note in notes if note.startswith("Break at")]
    assert [note.split(":")[0] for note in breaks] == [
        "Break at 31 July 2010",
        "Break at 1 April 2015",
    ]
    assert "Estimated: 31 July 2018, 31 July 2024." in notes
    assert "Not shown, to protect children's privacy: 31 July 2019." in notes


def test_a_break_outside_what_is_drawn_is_not_noted() -> None:
    census, drawn = strategy("aftercare_eligible")
    notes = caption(census, SOUTH_LANARKSHIRE, "council", drawn).notes
    assert [note for note in notes if note.startswith("Break")] == []


@pytest.mark.parametrize(("count", "noted"), [(0, False), (1, True), (4, True), (5, False)])
def test_small_numbers_are_pointed_out_and_a_nought_is_not_one(count: int, noted: bool) -> None:
    text = STRATEGY.replace("secure 0", f"secure {count}")
    census, drawn = drawing(text, SOUTH_LANARKSHIRE, "council", "secure")
    notes = caption(census, SOUTH_LANARKSHIRE, "council", drawn).notes
    assert any("numbers under 5" in note for note in notes) == noted


def test_a_note_stands_once_however_many_lines_have_it() -> None:
    census, drawn = strategy("family_based", "family_based_away")
    notes = caption(census, SOUTH_LANARKSHIRE, "council", drawn).notes
    assert len(notes) == len(set(notes))
    assert sum("no official" in note for note in notes) == 1


def test_invented_figures_are_marked() -> None:
    text = STRATEGY.replace(SOUTH_LANARKSHIRE, "X00000001")
    census, drawn = drawing(text, "X00000001", "council", "looked_after")
    assert caption(census, "X00000001", "council", drawn).illustrative


def test_dates_are_the_first_and_the_last_census() -> None:
    dates = [date(2024, 7, 31), date(2009, 3, 31), date(2020, 7, 31)]
    assert span(dates) == "31 March 2009 to 31 July 2024"
    assert span(dates[:1]) == "31 July 2024"
    assert span([]) == ""


def test_the_newest_sources_are_named_and_the_rest_are_counted() -> None:
    census, drawn = aftercare()
    shown = drawn[0][2].shown
    assert sources(census, [shown]) == (
        "Source: The newest edition, published 2025-04-22; The newer edition, published "
        "2020-03-31; and 2 more, named in the table."
    )
    assert sources(census, []) == "Source: no figures for this choice."


def test_the_table_has_every_census_newest_first_and_each_cell_that_was_used() -> None:
    census, drawn = aftercare()
    assert len(COLUMNS) == 8
    table = behind(census, drawn)
    assert [row[0] for row in table] == [
        "31 July 2024",
        "31 July 2019",
        "31 July 2018",
        "31 July 2016",
        "31 July 2015",
        "31 March 2009",
    ]
    assert table[0] == (
        "31 July 2024",
        "Young people entitled to aftercare",
        "9,369",
        "",
        "",
        "estimated",
        "The newest edition, published 2025-04-22",
        "newest.xlsx, Placements, A6",
    )


def test_a_withheld_figure_shows_its_mark_and_what_it_means() -> None:
    census, drawn = aftercare()
    row = behind(census, drawn)[1]
    assert row[2:6] == ("[c]", "", "", "not shown, to protect children's privacy")


def test_a_share_stands_beside_both_of_its_counts_and_all_their_cells() -> None:
    census, drawn = strategy("family_based")
    (row,) = behind(census, drawn)
    # 173 + 128 + 206 = 507
    assert row[2:5] == ("87.6%", "507", "579")
    cells = {place.rsplit(" ", 1)[1] for place in row[7].split("; ")}
    assert {"A1", "A2", "A3", "A6"} <= cells


def test_a_small_group_gets_its_counts_and_no_percentage() -> None:
    text = """
    S12000023 2018-07-31 council looked_after total 7
    S12000023 2018-07-31 council looked_after kinship 3
    """
    census, drawn = drawing(text, "S12000023", "council", "kinship_share")
    (row,) = behind(census, drawn)
    assert row[2:5] == ("3 of 7", "3", "7")


def test_the_download_has_the_same_rows_as_the_table() -> None:
    census, drawn = aftercare()
    table = behind(census, drawn)
    sent = downloaded(COLUMNS, table)
    frame = pd.read_csv(io.BytesIO(sent), dtype=str, keep_default_na=False)
    assert list(frame.columns) == list(COLUMNS)
    rows = [tuple(row) for row in frame.to_numpy().tolist()]
    # A spreadsheet reads "9,369" as text, so the comma goes; nothing else changes.
    assert rows == [(*row[:2], row[2].replace(",", ""), *row[3:]) for row in table]


def test_excel_is_told_that_the_download_is_utf_8() -> None:
    sent = downloaded(("What",), [("Na h-Eileanan Siar, 87.6%",)])
    assert sent == b'\xef\xbb\xbfWhat\r\n"Na h-Eileanan Siar, 87.6%"\r\n'


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|calc",
        "%0",
        "  =1+1",
        "\t=1+1",
        "\r\n=1+1",
        '=HYPERLINK("x")',
    ],
)
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(cell: str) -> None:
    assert opened(downloaded(("What",), [(cell,)]))[1][0].startswith("'")


@given(st.lists(st.lists(st.text(max_size=12), min_size=2, max_size=2), max_size=5))
def test_no_text_whatever_becomes_a_formula_or_another_cell(table: list[list[str]]) -> None:
    rows = opened(downloaded(("One", "Two"), table))
    assert rows[0] == ["One", "Two"]
    assert len(rows) == len(table) + 1
    for row in rows:
        assert len(row) == 2
        assert not any(cell.startswith(STARTS_A_FORMULA) for cell in row)


def opened(sent: bytes) -> list[list[str]]:
    """A download as a spreadsheet splits it into cells."""
    return list(csv.reader(io.StringIO(sent.decode("utf-8-sig"), newline="")))
