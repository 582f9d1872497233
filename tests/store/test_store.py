"""What is accepted is held, by number and never by clock; what is withdrawn can be put back."""

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd
import pytest

from cpdash.figures import empty_editions, empty_figures, latest
from cpdash.store import Store, StoreFault
from tests.store.workbooks import (
    DAY,
    FIFE,
    MORAY,
    START,
    drawn,
    give_back,
    minute,
    one,
    put,
    said,
    take,
)


def test_a_new_store_holds_nothing(store: Store) -> None:
    assert (store.fault, store.version(), store.editions(), store.journal()) == ("", 0, (), ())
    held = store.holdings()
    assert (len(held.figures), len(held.editions)) == (0, 0)
    assert len(store.latest(FIFE)) == 0


def test_what_is_accepted_comes_back_as_it_was_read(store: Store) -> None:
    upload = drawn(
        f"""
        # 2019-03-01 March 2019
        {FIFE} 2018-07-31 total 12
        {FIFE} 2018-07-31 foster c
        {FIFE} 2018-07-31 secure 0
        # 2020-01-01 2020
        {MORAY} 2019-07-31 total 7e
        """
    )
    accepted = put(store, upload)
    assert (accepted.version, accepted.editions, accepted.already) == (1, (1,), False)
    held = store.holdings()
    expected = upload.figures.assign(edition=["1/1", "1/1", "1/1", "1/2"])
    keys = ["area", "census_date", "category"]
    pd.testing.assert_frame_equal(
        held.figures.sort_values(keys, ignore_index=True),
        expected.sort_values(keys, ignore_index=True),
    )
    pd.testing.assert_frame_equal(held.editions, upload.editions.assign(edition=["1/1", "1/2"]))
    assert held.figures.dtypes.equals(empty_figures().dtypes)
    assert held.editions.dtypes.equals(empty_editions().dtypes)


def test_an_edition_says_what_it_was_and_who_accepted_it(store: Store) -> None:
    upload = one(12)
    put(store, upload, who="Anna Example", at=3, publisher="Fife Council", remark="as agreed")
    (edition,) = store.editions()
    assert (edition.id, edition.version, edition.file) == (1, 1, "census.xlsx")
    assert (edition.sha256, edition.size, edition.figures) == (upload.sha256, upload.size, 1)
    assert (edition.who, edition.at, edition.remark) == ("Anna Example", minute(3), "as agreed")
    assert (edition.publisher, edition.published, edition.held) == ("Fife Council", None, True)


def test_several_workbooks_are_accepted_together_each_with_its_line(store: Store) -> None:
    assert put(store, one(12, "a.xlsx"), one(13, "b.xlsx")).editions == (1, 2)
    assert [(entry.act, entry.subject) for entry in store.journal()] == [
        ("accept", 1),
        ("accept", 2),
    ]
    assert store.version() == 2


def test_a_workbook_that_may_not_be_stored_keeps_the_others_out(store: Store) -> None:
    with pytest.raises(StoreFault) as fault:
        put(store, one(12), one(12))
    assert fault.value.kind == "nothing-new"
    assert (store.version(), len(store.holdings().figures)) == (0, 0)


def test_a_withdrawn_edition_is_held_no_longer_and_comes_back(store: Store) -> None:
    put(store, one(12))
    put(store, one(13, "b.xlsx"))
    take(store, 1)
    assert said(store) == [("2/1", 13.0)]
    assert [edition.held for edition in store.editions()] == [False, True]
    give_back(store, 1)
    assert said(store) == [("1/1", 12.0), ("2/1", 13.0)]
    assert [entry.act for entry in store.journal()] == ["accept", "accept", "withdraw", "restore"]


def test_the_figures_of_an_edition_can_be_had_whether_it_is_held_or_not(store: Store) -> None:
    put(store, one(12))
    take(store, 1)
    assert store.edition_figures(1)["value"].tolist() == [12.0]


def test_the_store_as_it_was_at_a_version_and_at_a_moment(store: Store) -> None:
    put(store, one(12), at=10)
    put(store, one(13, "b.xlsx"), at=20)
    take(store, 1, at=30)
    at = [said(store, version) for version in range(4)]
    assert at == [[], [("1/1", 12.0)], [("1/1", 12.0), ("2/1", 13.0)], [("2/1", 13.0)]]
    assert [said(store, minute(when)) for when in (9, 10, 29, 30)] == [at[0], at[1], at[2], at[3]]
    assert [len(store.editions(when)) for when in (0, 1, minute(25))] == [0, 1, 2]
    assert store.latest(FIFE, minute(15))["value"].tolist() == [12.0]


def test_a_clock_that_was_set_back_changes_no_order(store: Store) -> None:
    put(store, one(12), at=60)
    put(store, one(13, "b.xlsx"), at=0)
    take(store, 2, at=-60)
    assert said(store) == [("1/1", 12.0)]
    # At the earliest of these moments the last act was done, and so everything before it.
    assert said(store, minute(-60)) == [("1/1", 12.0)]
    assert said(store, minute(-61)) == []
    assert [entry.seq for entry in store.journal()] == [1, 2, 3]
    assert store.verify() == ()


def test_the_same_intention_five_times_is_stored_once(store: Store) -> None:
    sent = [
        store.accept([one(12)], compared_with=0, who="Anna", token="click", now=minute(n))
        for n in range(5)
    ]
    assert [accepted.already for accepted in sent] == [False, True, True, True, True]
    assert {(accepted.version, accepted.editions) for accepted in sent} == {(1, (1,))}
    assert (store.version(), len(store.holdings().figures)) == (1, 1)


def test_withdrawing_twice_with_one_intention_is_done_once(store: Store) -> None:
    put(store, one(12))
    for already in (False, True):
        done = store.withdraw(1, compared_with=1, who="Anna", token="once", now=START)
        assert (done.version, done.already) == (2, already)


def test_a_workbook_that_is_held_is_nothing_new(store: Store) -> None:
    put(store, one(12), who="Anna")
    with pytest.raises(StoreFault, match=r"edition 1 \(census.xlsx\), which Anna accepted") as said:
        put(store, one(12))
    assert said.value.kind == "nothing-new"
    take(store, 1)
    assert put(store, one(12)).editions == (2,)
    with pytest.raises(StoreFault) as twice:
        give_back(store, 1)
    assert twice.value.kind == "nothing-new"


@pytest.mark.parametrize("act", [take, give_back])
def test_an_edition_that_never_was_is_said_so(store: Store, act: object) -> None:
    with pytest.raises(StoreFault, match="Edition 7: found none of this number") as fault:
        act(store, 7)  # type: ignore[operator]
    assert fault.value.kind == "unknown-edition"
    with pytest.raises(StoreFault, match="Edition 7"):
        store.edition_figures(7)


def test_what_is_withdrawn_or_held_already_is_nothing_new(store: Store) -> None:
    put(store, one(12))
    with pytest.raises(StoreFault, match="held already"):
        give_back(store, 1)
    take(store, 1)
    with pytest.raises(StoreFault, match="withdrawn already"):
        take(store, 1)
    assert store.version() == 2


def test_of_two_who_compared_with_the_same_state_the_second_is_told_of_the_first(
    opened: Callable[[], Store],
) -> None:
    mine, theirs = opened(), opened()
    theirs.accept([one(12, "first.xlsx")], compared_with=0, who="Bob", token="b", now=minute(42))
    with pytest.raises(StoreFault) as fault:
        mine.accept([one(13)], compared_with=0, who="Anna", token="a", now=minute(43))
    assert fault.value.kind == "conflict"
    assert fault.value.sentence == (
        "The store: found that Bob accepted first.xlsx on 1 March 2026 at 09:42 UTC, expected it "
        "as it was when you compared. Nothing was stored. Compare again."
    )
    assert said(mine) == [("1/1", 12.0)]
    assert mine.accept([one(13)], compared_with=1, who="Anna", token="a", now=START).version == 2


def test_a_withdrawal_in_between_is_a_conflict_and_an_answer_is_none(store: Store) -> None:
    put(store, one(12))
    put(store, one(13, "b.xlsx"))
    take(store, 1)
    store.answer("Fife Council", "Kin", "kinship", who="Bob", token="x", now=START)
    with pytest.raises(StoreFault, match=r"that Anna withdrew census\.xlsx"):
        store.withdraw(2, compared_with=2, who="Bob", token="y", now=START)
    assert store.withdraw(2, compared_with=3, who="Bob", token="y", now=START).version == 5


def test_a_comparison_with_what_never_was_is_a_conflict(store: Store) -> None:
    with pytest.raises(StoreFault, match="an earlier state") as fault:
        store.accept([one(12)], compared_with=9, who="Anna", token="a", now=START)
    assert fault.value.kind == "conflict"


def test_a_source_without_a_date_takes_the_one_that_is_given(store: Store) -> None:
    text = f"""
        # 2018-07-31
        {FIFE} 2018-07-31 total 12
        # 2019-03-01 March 2019
        {MORAY} 2018-07-31 total 7
    """
    put(store, drawn(text), published=date(2026, 2, 28))
    held = store.holdings().editions
    assert held["published"].tolist() == [pd.Timestamp(DAY), pd.Timestamp("2019-03-01")]
    assert held["published_text"].tolist() == ["28 February 2026", "March 2019"]
    assert store.editions()[0].published == DAY


def test_the_newest_figures_of_an_area_are_those_of_the_rule(store: Store) -> None:
    texts = [
        f"# 2020-01-01 2020\n{FIFE} 2018-07-31 total 12\n{FIFE} 2018-07-31 foster 5",
        f"# 2019-01-01 2019\n{FIFE} 2018-07-31 total 11\n{FIFE} 2017-07-31 total 9",
        f"# 2020-01-01 2020\n{FIFE} 2018-07-31 foster c\n{MORAY} 2018-07-31 total 3",
        # A total that was added up is not cited where one edition prints the same number.
        f"# 2021-01-01 2021\n{FIFE} 2018-07-31 total 12d\n{FIFE} 2017-07-31 total 10d",
    ]
    for number, text in enumerate(texts):
        put(store, drawn(text, f"{number}.xlsx"))
    for edition in (None, 3, 1):
        if edition is not None:
            take(store, edition)
        held = store.holdings()
        expected = latest(held.figures, held.editions)
        for area in (FIFE, MORAY):
            rows = expected[expected["area"].eq(area)].reset_index(drop=True)
            pd.testing.assert_frame_equal(store.latest(area), rows)
        if edition is None:
            newest = store.latest(FIFE)
            assert newest["edition"].tolist() == ["4/1", "3/1", "1/1"]
            assert newest["status"].tolist() == ["d", "c", ""]


def test_an_answer_about_a_label_is_kept_by_publisher_and_taken_back(store: Store) -> None:
    def say(publisher: str, label: str, category: str) -> int:
        token = f"say-{store.version()}"
        return store.answer(publisher, label, category, who="Anna", token=token, now=START)

    say("Fife Council", "With kin", "kinship")
    say("Fife Council", "Care of kin", "leave-out")
    say("Moray Council", "With kin", "foster")
    third = say("Fife Council", "With kin", "other_community")
    assert store.answers("Fife Council") == {
        "With kin": "other_community",
        "Care of kin": "leave-out",
    }
    store.take_back(third, who="Bob", token="back", now=START)
    store.take_back(third, who="Bob", token="back", now=START)
    assert store.answers("Fife Council") == {"Care of kin": "leave-out"}
    assert store.answers("Moray Council") == {"With kin": "foster"}
    told = [(answer.id, answer.who, answer.in_force) for answer in store.every_answer()]
    assert told == [(1, "Anna", False), (2, "Anna", True), (3, "Anna", True), (4, "Anna", False)]
    with pytest.raises(StoreFault, match="none of number 4 in force"):
        store.take_back(4, who="Bob", token="again", now=START)
    assert store.verify() == ()


def test_the_version_is_seen_by_whoever_opened_the_store_before(
    opened: Callable[[], Store],
) -> None:
    mine, theirs = opened(), opened()
    put(theirs, one(12))
    assert (mine.version(), said(mine)) == (1, [("1/1", 12.0)])


def test_a_moment_without_its_time_zone_is_a_mistake_of_ours(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        put(store, one(12), now=START.replace(tzinfo=None))
    with pytest.raises(ValueError, match="time zone"):
        store.holdings((START - timedelta(days=1)).replace(tzinfo=None))
