"""A tiny line has the gaps of the large one, and nothing that could be read as a number."""

import re
from xml.etree import ElementTree

from cpdash.charts import sparkline
from cpdash.charts.examples import julys, observations

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*found: float | str) -> ElementTree.Element:
    series = observations(julys(2011, 2010 + len(found)), found)
    return ElementTree.fromstring(sparkline.svg(series, label="Rose"))


def test_a_history_is_one_line_and_a_dot_at_its_end() -> None:
    tree = drawn(1, 2, 3)
    (line,) = tree.findall(f"{SVG}path")
    assert line.get("d") == "M4.0 32.0L66.1 18.0L128.0 4.0"
    (dot,) = tree.findall(f"{SVG}circle")
    assert (dot.get("cx"), dot.get("cy")) == ("128.0", "4.0")


def test_a_withheld_census_is_a_gap() -> None:
    (line,) = drawn(1, 2, "c", 3, 4).findall(f"{SVG}path")
    assert len(re.findall("M", line.get("d", ""))) == 2


def test_a_point_between_two_gaps_is_a_small_dot() -> None:
    tree = drawn(1, "c", 2, "c", 3, 4)
    assert [dot.get("r") for dot in tree.findall(f"{SVG}circle")] == ["1.5", "1.5", "3"]


def test_one_census_is_one_dot_in_the_middle() -> None:
    tree = drawn(5)
    assert not tree.findall(f"{SVG}path")
    assert {dot.get("cx") for dot in tree.findall(f"{SVG}circle")} == {"66.0"}


def test_a_flat_history_is_drawn_flat_in_the_middle() -> None:
    (line,) = drawn(7, 7, 7).findall(f"{SVG}path")
    assert line.get("d") == "M4.0 18.0L66.1 18.0L128.0 18.0"


def test_nothing_known_is_nothing_drawn() -> None:
    series = observations(julys(2011, 2012), ["c", "x"])
    assert sparkline.svg(series, label="Nothing") == ""


def test_it_has_a_text_alternative_which_is_escaped() -> None:
    series = observations(julys(2011, 2012), [1, 2])
    drawn_text = sparkline.svg(series, label='"A" & <B>')
    tree = ElementTree.fromstring(drawn_text)
    assert (tree.get("role"), tree.get("aria-label")) == ("img", '"A" & <B>')
