"""Words on a chart are wrapped evenly and never lie on each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cpdash.charts.labels import joined, spread, wrapped


def test_a_label_is_wrapped_between_words() -> None:
    assert wrapped("South Lanarkshire 90.5%", 14) == ["South", "Lanarkshire", "90.5%"]


def test_lines_are_as_even_as_they_come() -> None:
    assert wrapped("one two three four", 16) == ["one two", "three four"]


def test_a_word_longer_than_a_line_is_cut_and_nothing_is_lost() -> None:
    assert wrapped("Llanfairpwllgwyngyll", 8) == ["Llanfai-", "rpwllgw-", "yngyll"]


def test_lines_of_data_are_escaped_one_by_one() -> None:
    assert joined(["a<b", "c & d"]) == "a&lt;b<br>c &amp; d"


@given(st.text(alphabet="ab <&", max_size=60), st.integers(4, 30))
def test_wrapping_keeps_every_word_within_the_line(text: str, most: int) -> None:
    lines = wrapped(text, most)
    assert all(0 < len(line) <= most for line in lines)
    assert "".join("".join(lines).replace("-", "").split()) == "".join(text.split())


def test_labels_that_do_not_touch_stay_where_they_are() -> None:
    assert spread([50, 120], [20, 20], 0, 300) == [50, 120]


def test_two_labels_at_one_height_move_apart_equally() -> None:
    assert spread([100, 100], [20, 20], 0, 300) == [90, 110]


def test_labels_at_the_foot_move_up() -> None:
    assert spread([295, 300], [20, 20], 0, 300) == [270, 290]


@given(st.lists(st.tuples(st.floats(0, 300), st.floats(10, 60)), min_size=1, max_size=4))
def test_labels_keep_their_order_never_overlap_and_stay_inside(
    wishes: list[tuple[float, float]],
) -> None:
    wanted, heights = [w for w, _ in wishes], [h for _, h in wishes]
    placed = spread(wanted, heights, 0, 300)
    rows = sorted(zip(placed, heights, strict=True))
    for (upper, a), (lower, b) in pairwise(rows):
        assert lower - upper >= (a + b) / 2 - 1e-6
    assert rows[0][0] >= rows[0][1] / 2 - 1e-6
    assert rows[-1][0] <= 300 - rows[-1][1] / 2 + 1e-6
