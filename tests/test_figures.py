"""The tidy table: newest editions, revisions, and figures that may be divided by each other."""

import pandas as pd

from cpdash.figures import Holdings, beside, coherent, latest, revisions
from tests.drawing import LATER, SCOTLAND_2021, holdings


def _category(frame: pd.DataFrame, category: str) -> list[float]:
    return frame.loc[frame["category"].eq(category), "value"].tolist()


def test_latest_keeps_the_newest_edition_of_each_figure() -> None:
    held = holdings(SCOTLAND_2021, LATER)
    newest = latest(held.figures, held.editions)
    assert _category(newest, "kinship") == [4410]
    assert _category(newest, "total") == [13255], "no later edition prints it"
    assert len(newest) == 4


def test_latest_goes_by_the_date_published_and_not_by_the_order_of_rows() -> None:
    held = holdings(SCOTLAND_2021, "first 2025-04-01\nlater 2022-01-01")
    assert _category(latest(held.figures, held.editions), "kinship") == [4399]


def renamed(editions: str, taken: tuple[str, ...]) -> list[str]:
    names = [line.split()[0] for line in editions.splitlines()]
    lines = [
        f"S92000003 20{n}-07-31 national looked_after total 9 {name}"
        for n, name in enumerate(names, start=10)
    ]
    part = beside(holdings("\n".join(lines), editions), taken)
    assert part.figures["edition"].tolist() == part.editions["edition"].tolist()
    return part.editions["edition"].tolist()


def test_a_workbook_whose_name_is_taken_gets_another_for_all_of_its_editions() -> None:
    two = "report/1 2022-01-01\nreport/2 2023-01-01"
    assert renamed(two, ()) == ["report/1", "report/2"]
    assert renamed(two, ("report/2",)) == ["report (2)/1", "report (2)/2"]
    assert renamed(two, ("report/1", "report (2)/1")) == ["report (3)/1", "report (3)/2"]


def test_a_new_name_is_none_that_another_workbook_of_the_same_part_has() -> None:
    part = holdings("", "one/1 2022-01-01\ntwo/1 2023-01-01")
    named = part.editions.assign(edition=["report/1", "report (2)/1"])
    again = beside(Holdings(editions=named), ("report/1",))
    assert again.editions["edition"].tolist() == ["report (2)/1", "report (2) (2)/1"]


def test_revisions_say_what_was_said_first_and_last() -> None:
    held = holdings(
        """
        S92000003 2019-07-31 national looked_after total 14015 first
        S92000003 2019-07-31 national looked_after total 14262 later
        S92000003 2020-07-31 national looked_after total 14458 first
        S92000003 2020-07-31 national looked_after total 14458 later
        """,
        LATER,
    )
    (row,) = revisions(held.figures, held.editions).itertuples()
    assert (row.first, row.last, row.said) == (14015, 14262, 2)
    assert (row.first_edition, row.last_edition) == ("first", "later")


def test_a_figure_that_was_withheld_and_then_printed_is_a_revision() -> None:
    held = holdings(
        """
        S12000049 2018-07-31 national looked_after community x first
        S12000049 2018-07-31 national looked_after community 2419 later
        """,
        LATER,
    )
    (row,) = revisions(held.figures, held.editions).itertuples()
    assert pd.isna(row.first)
    assert row.last == 2419


def test_an_edition_that_gives_everything_outdates_all_older_ones() -> None:
    held = holdings(
        """
        S12000029 2018-07-31 national looked_after community 500 first
        S12000029 2018-07-31 national looked_after total 579 first
        S12000029 2018-07-31 national looked_after community 507 later
        S12000029 2018-07-31 national looked_after total 579 later
        """,
        LATER,
    )
    assert set(coherent(held.figures, held.editions)["edition"]) == {"later"}


def test_figures_of_editions_that_contradict_each_other_are_kept_apart() -> None:
    held = holdings(SCOTLAND_2021, LATER)
    apart = coherent(held.figures, held.editions)
    assert apart.groupby("epoch").size().to_dict() == {0: 4, 1: 3}
    assert set(apart.loc[apart["epoch"].eq(1), "category"]) == {
        "kinship",
        "community",
        "residential",
    }


def test_halves_that_do_not_make_an_older_total_are_kept_apart_from_it() -> None:
    held = holdings(
        """
        S92000003 2022-07-31 national looked_after total 12596 first
        S92000003 2022-07-31 national looked_after community 11185 later
        S92000003 2022-07-31 national looked_after residential 1262 later
        """,
        LATER,
    )
    apart = coherent(held.figures, held.editions).set_index("category")["epoch"]
    assert apart["total"] == 0
    assert apart["residential"] == 1


def test_halves_within_three_of_the_total_go_with_it() -> None:
    held = holdings(
        """
        S92000003 2024-07-31 national looked_after total 11844 first
        S92000003 2024-07-31 national looked_after community 10518 later
        S92000003 2024-07-31 national looked_after residential 1324 later
        """,
        LATER,
    )
    assert set(coherent(held.figures, held.editions)["epoch"]) == {0}


def test_nothing_held_gives_empty_tables() -> None:
    none = Holdings()
    assert latest(none.figures, none.editions).empty
    assert revisions(none.figures, none.editions).empty
    assert coherent(none.figures, none.editions).empty
