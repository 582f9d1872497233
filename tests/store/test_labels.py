"""What labels mean is remembered with the workbooks in which somebody said it, or not at all."""

from collections.abc import Mapping

import pytest

from cpdash.store import Accepted, Store, StoreFault
from tests.store.workbooks import START, one

FIFE_COUNCIL = "Fife Council"
AUNTS = {"With aunts": "kinship"}


def accept(store: Store, labels: Mapping[str, str], compared_with: int = 0) -> Accepted:
    """A workbook in which somebody said what labels mean."""
    return store.accept(
        [one(12)],
        compared_with=compared_with,
        who="Anna",
        publisher=FIFE_COUNCIL,
        labels=labels,
        token="a",
        now=START,
    )


def test_answers_are_stored_with_the_workbook_once(store: Store) -> None:
    assert accept(store, AUNTS | {"Visitors": "leave-out"}).version == 3
    assert accept(store, AUNTS | {"Visitors": "leave-out"}).already
    assert store.version() == 3
    assert store.answers(FIFE_COUNCIL) == {"With aunts": "kinship", "Visitors": "leave-out"}
    assert [(line.act, line.subject) for line in store.journal()] == [
        ("accept", 1),
        ("answer", 1),
        ("answer", 2),
    ]
    assert store.verify() == ()


def test_an_answer_that_is_known_is_not_given_again(store: Store) -> None:
    store.answer(FIFE_COUNCIL, "With aunts", "kinship", who="Bob", token="b", now=START)
    accept(store, AUNTS)
    assert [answer.who for answer in store.every_answer()] == ["Bob"]


def test_where_the_workbook_is_not_stored_no_answer_is(store: Store) -> None:
    with pytest.raises(StoreFault):
        accept(store, AUNTS, compared_with=9)
    assert store.answers(FIFE_COUNCIL) == {}
    assert store.version() == 0


@pytest.mark.parametrize("label", ["Macdonald, Callum", "x" * 201])
def test_a_label_that_may_not_be_kept_stops_no_workbook(store: Store, label: str) -> None:
    accept(store, {label: "kinship"})
    assert store.answers(FIFE_COUNCIL) == {}
    assert len(store.editions()) == 1
