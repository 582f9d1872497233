"""What a file says beside what is held: new, changed, the same, left out, older, contradicted."""

import pandas as pd
import pytest

from cpdash.census import Census
from cpdash.comparison import compare
from cpdash.figures import Holdings
from tests.comparison.drawn import TODAY, compared
from tests.drawing import STRATEGY, holdings


def said(frame: pd.DataFrame, *columns: str) -> list[tuple[object, ...]]:
    return list(frame[list(columns)].itertuples(index=False, name=None))


def test_a_figure_that_no_edition_gives_is_new() -> None:
    found = compared("2018-03-31 total 579", "2018-03-31 total 579\n2019-03-31 total 590")
    assert said(found.new, "census_date", "value", "edition", "sheet", "cell") == [
        (pd.Timestamp(2019, 3, 31), 590, "file", "Placements", "A2")
    ]
    assert (len(found.changed), found.same, found.nothing_new) == (0, 1, False)
    assert found.summary() == "1 new figure, 1 the same"


def test_a_change_says_what_was_what_is_and_where_both_stand() -> None:
    found = compared(
        "2018-03-31 kinship 128\n2018-03-31 foster 206",
        "2018-03-31 foster 210\n2018-03-31 kinship 128",
    )
    row = found.changed.iloc[0]
    assert (row["was"], row["value"], row["difference"]) == (206, 210, 4)
    assert (row["was_edition"], row["was_sheet"], row["was_cell"]) == ("held", "Placements", "A2")
    assert (row["edition"], row["sheet"], row["cell"]) == ("file", "Placements", "A1")
    assert row["shown"]
    assert found.summary() == "0 new figures, 1 changed, 1 the same"


def test_a_change_is_one_from_the_newest_edition_that_is_held() -> None:
    found = compared(
        "2018-03-31 total 570 old\n2018-03-31 total 579 held",
        "2018-03-31 total 570",
        "old 2019-01-01\nheld 2020-01-01",
    )
    assert said(found.changed, "was", "value", "was_edition") == [(579, 570, "held")]


@pytest.mark.parametrize(
    ("was", "now"), [("4", "c"), ("c", "4"), ("c", "x"), ("0", "c"), ("x", "0"), ("0", "k")]
)
def test_withheld_nought_and_a_number_are_three_things(was: str, now: str) -> None:
    found = compared(f"2018-03-31 secure {was}", f"2018-03-31 secure {now}")
    row = found.changed.iloc[0]
    assert (row["was_status"], row["status"]) == (was.strip("04"), now.strip("04"))
    assert pd.isna(row["difference"]), "a number and a mark have no difference"


def test_nought_is_a_number() -> None:
    found = compared("2018-03-31 secure 3", "2018-03-31 secure 0")
    assert said(found.changed, "was", "value", "difference") == [(3, 0, -3)]


def test_withheld_twice_is_the_same() -> None:
    found = compared("2018-03-31 secure c", "2018-03-31 secure c")
    assert (found.same, found.nothing_new, found.summary()) == (1, True, "nothing new, 1 the same")


def test_the_same_number_with_another_mark_is_told_apart() -> None:
    found = compared(
        "2018-03-31 total 579p\n2018-03-31 foster 206",
        "2018-03-31 total 579\n2018-03-31 foster 206",
    )
    assert said(found.marked, "was_status", "status", "difference") == [("p", "", 0)]
    assert (len(found.changed), found.same, found.nothing_new) == (0, 2, False)
    assert found.summary() == "0 new figures, 1 with another mark, 1 the same"


def test_a_figure_left_out_of_a_census_that_the_file_speaks_of_is_named_and_stays_held() -> None:
    found = compared(
        """
        2018-03-31 total 579
        2018-03-31 secure 0
        2017-03-31 secure 2
        S12000029 2018-03-31 council aftercare_eligible total 225
        S12000029 2018-03-31 national looked_after secure 1
        """,
        "2018-03-31 total 579",
    )
    assert said(found.vanished, "category", "value", "edition") == [("secure", 0, "held")]
    assert found.summary() == "nothing new, 1 no longer given, 1 the same"


def test_measures_of_one_group_are_left_out_together_or_not() -> None:
    found = compared(
        """
        S12000029 2018-03-31 council aftercare_eligible total 225
        S12000029 2018-03-31 council aftercare_receiving total 101
        """,
        "S12000029 2018-03-31 council aftercare_eligible total 225",
    )
    assert said(found.vanished, "measure", "value") == [("aftercare_receiving", 101)]


def test_an_older_file_makes_nothing_vanish_and_changes_nothing_that_is_shown() -> None:
    found = compared(
        "2018-03-31 total 579\n2018-03-31 secure 0",
        "2018-03-31 total 570\n2017-03-31 total 560",
        new_editions="file 2019-05-01",
    )
    assert found.vanished.empty
    assert said(found.changed, "was", "value", "shown") == [(579, 570, False)]
    assert [one.sentence() for one in found.older] == [
        "file.xlsx (published 2019-05-01) counts as older than held.xlsx, which is held (published "
        "2020-01-01): 1 figure stands in both, 1 of them differs, and what is held stays the one "
        "shown."
    ]
    assert found.summary() == "1 new figure, 1 older than what is held"


def undated(day: str) -> Holdings:
    """A file that does not say when it was published: it counts as of its last census."""
    file = holdings("S12000029 2018-03-31 council looked_after total 570 file", f"file {day}")
    return Holdings(file.figures, file.editions.assign(published_text=""))


HELD = """
S12000029 2018-03-31 council looked_after total 579 held
S12000029 2018-03-31 council looked_after secure 0 held
"""


def test_a_day_of_publication_that_is_not_known_is_said_to_be() -> None:
    found = compare(Census(holdings(HELD, "held 2020-01-01")), undated("2018-03-31"), {}, TODAY)
    assert "file.xlsx (it does not say when it was published) counts as older" in (
        found.older[0].sentence()
    )


def test_a_day_of_publication_that_a_person_gives_counts_where_the_file_has_none() -> None:
    held = Census(holdings(HELD, "held 2020-01-01"))
    found = compare(held, undated("2018-03-31"), {}, TODAY, published=TODAY)
    assert found.older == ()
    assert found.changed["shown"].tolist() == [True]
    assert said(found.vanished, "category") == [("secure",)]
    dated = holdings("S12000029 2018-03-31 council looked_after total 570 file", "file 2019-05-01")
    assert compare(held, dated, {}, TODAY, published=TODAY).changed["shown"].tolist() == [False]


def test_of_two_editions_of_one_day_the_later_one_is_shown() -> None:
    found = compared("2018-03-31 total 579", "2018-03-31 total 570", new_editions="file 2020-01-01")
    assert (found.changed["shown"].tolist(), found.older) == ([True], ())


def test_a_kind_of_figure_that_the_area_never_had_has_appeared() -> None:
    found = compared(
        "2018-03-31 total 579\n2017-03-31 crisis 1",
        "2019-03-31 total 590\n2019-03-31 crisis 2\n2019-03-31 secure 1\n2020-03-31 secure 2",
    )
    assert said(found.appeared, "measure", "category", "figures") == [("looked_after", "secure", 2)]


def test_the_first_figures_of_an_area_and_collection_are_no_new_kinds() -> None:
    found = compared(
        "2018-03-31 total 579",
        "S12000029 2018-07-31 national looked_after total 655 file\n"
        "S12000049 2018-03-31 council looked_after total 2500 file",
    )
    assert found.appeared.empty
    assert said(found.first, "area", "collection") == [
        ("S12000029", "national"),
        ("S12000049", "council"),
    ]


def test_two_files_that_disagree_stand_side_by_side() -> None:
    found = compared(
        "2018-03-31 total 579",
        """
        2019-03-31 total 590 one/1
        2019-03-31 total 595 two/1
        2019-03-31 secure 2 one/1
        2019-03-31 secure 2 two/1
        2019-03-31 crisis c one/1
        2019-03-31 crisis 3 two/1
        """,
        new_editions="one/1 2021-02-01\ntwo/1 2021-01-01",
    )
    columns = ("category", "value", "status", "edition", "other_value", "other_edition", "cell")
    crisis, total = said(found.disagreements.sort_values("category"), *columns)
    assert total == ("total", 590, "", "one/1", 595, "two/1", "A1")
    assert crisis[2:] == ("c", "one/1", 3, "two/1", "A5")
    assert found.new["value"].tolist()[1:] == [2, 590], "the one published later counts"


def test_an_edition_and_its_revision_in_one_file_do_not_disagree() -> None:
    found = compared(
        "2018-03-31 total 579",
        "2019-03-31 total 590 one/1\n2019-03-31 total 595 one/2",
        new_editions="one/1 2021-01-01\none/2 2021-02-01",
    )
    assert found.disagreements.empty
    assert found.new["value"].tolist() == [595]


def test_the_same_file_again_is_nothing_new() -> None:
    held = holdings(STRATEGY)
    found = compare(Census(held), held, {}, TODAY)
    assert found.nothing_new
    assert found.summary() == "nothing new, 7 the same"
    assert found.editions["edition"].is_unique, "the file again is an edition of its own"
    assert not any(effect.changed for effect in found.effects)


def test_a_file_without_figures_changes_nothing() -> None:
    found = compare(Census(holdings(STRATEGY)), Holdings(), {}, TODAY)
    assert (found.nothing_new, found.same, found.effects) == (True, 0, ())


def test_everything_is_new_where_nothing_is_held() -> None:
    found = compare(Census(Holdings()), holdings(STRATEGY), {}, TODAY)
    assert found.summary() == "7 new figures"
    assert said(found.first, "area", "collection") == [("S12000029", "council")]
