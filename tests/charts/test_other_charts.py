"""Bars, panels, a council among others, and a target: what each of them promises."""

from datetime import date

import pytest

from cpdash.charts import Line, Part, compare, examples, mix, multiples, target
from cpdash.charts.examples import julys, observations
from cpdash.theme import COLOURS, STYLES, Figure
from cpdash.wording import CardText

TEXT = CardText("Finding", "What, where, when", "Source: a return.")


def words(figure: Figure) -> list[str]:
    return [note.text for note in figure.layout.annotations][1:]


# One census in parts


def test_bars_start_at_zero_in_the_order_given_in_one_colour() -> None:
    figure = mix.figure([Part("A", 128, 579), Part("B", 173, 579)], TEXT, show="count")
    (bars,) = figure.data
    assert list(bars.x) == [128.0, 173.0]
    assert bars.y[0] > bars.y[1]
    assert figure.layout.xaxis.range[0] == 0
    assert bars.marker.color == COLOURS["primary"]


def test_a_bar_says_its_number_and_its_share() -> None:
    assert "<b>173 (29.9%)</b>" in words(mix.figure([Part("A", 173, 579)], TEXT, show="count"))


def test_a_bar_of_a_share_has_its_length_unrounded_and_says_the_share_first() -> None:
    figure = mix.figure([Part("A", 173, 579)], TEXT, show="share")
    assert figure.data[0].x[0] == pytest.approx(29.8791, abs=0.0001)
    assert "<b>29.9% (173)</b>" in words(figure)


def test_a_withheld_part_has_no_bar_and_a_mark() -> None:
    parts = [Part("A", None, 579, "c"), Part("B", 4, 579, "c"), Part("C", 206, 579)]
    figure = mix.figure(parts, TEXT, show="count")
    assert list(figure.data[0].x) == [0.0, 0.0, 206.0]
    assert words(figure).count("<b>[c]</b>") == 2
    assert not any("4" in said for said in words(figure))


def test_no_child_is_a_zero_and_not_a_mark() -> None:
    figure = mix.figure([Part("A", 0, 579), Part("B", 206, 579)], TEXT, show="count")
    assert "<b>0</b>" in words(figure)


def test_of_a_small_group_there_is_no_percentage() -> None:
    figure = mix.figure([Part("A", 3, 7)], TEXT, show="share")
    assert "<b>3 of 7</b>" in words(figure)
    assert "%" not in "".join(words(figure))


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Part("A", 4, 9), "4 of 9"),
        (Part("A", 4, 10), "40% (4)"),
        (Part("A", 16, 49), "33% (16)"),
        (Part("A", 16, 50), "32.0% (16)"),
        (Part("A", 206, 579), "35.6% (206)"),
    ],
)
def test_a_bar_rounds_a_share_as_titles_do(part: Part, said: str) -> None:
    assert f"<b>{said}</b>" in words(mix.figure([part], TEXT, show="share"))


def test_somebody_is_never_printed_as_nought_per_cent() -> None:
    figure = mix.figure([Part("A", 1, 14458), Part("B", 0, 14458)], TEXT, show="share")
    assert words(figure) == ["A", "<b>under 0.1% (1)</b>", "B", "<b>0</b>"]


def test_a_number_without_a_total_stands_alone() -> None:
    assert "<b>173</b>" in words(mix.figure([Part("A", 173, None)], TEXT, show="count"))


def test_an_estimate_is_marked() -> None:
    figure = mix.figure([Part("A", 173, 579, "e")], TEXT, show="count")
    assert "<b>173 (29.9%) [e]</b>" in words(figure)


def test_when_every_part_is_withheld_there_is_a_sentence_and_no_bar() -> None:
    figure = mix.figure([Part("A", None, None, "c")], TEXT, show="count")
    assert not figure.data
    assert any("privacy" in said for said in words(figure))


# Small multiples


def panels(*series: tuple[float | str, ...]) -> list[Line]:
    return [
        Line(f"Panel {i}", observations(julys(2011, 2010 + len(found)), found))
        for i, found in enumerate(series)
    ]


def test_panels_stand_row_by_row_without_touching() -> None:
    lines = panels((1, 2), (3, 4), (5, 6), (7, 8))
    figure = multiples.figure(lines, TEXT, unit="count", columns=3, same_scale=True)
    layout = figure.layout
    assert layout.xaxis.domain[1] < layout.xaxis2.domain[0] < layout.xaxis3.domain[0]
    assert layout.yaxis4.domain[1] < layout.yaxis.domain[0]
    assert layout.xaxis4.domain == layout.xaxis.domain


def test_panels_share_their_years_and_when_asked_their_scale() -> None:
    lines = panels((1, 2), (300, 400))
    same = multiples.figure(lines, TEXT, unit="count", columns=2, same_scale=True).layout
    own = multiples.figure(lines, TEXT, unit="count", columns=2, same_scale=False).layout
    assert same.xaxis.range == same.xaxis2.range
    assert same.yaxis.range == same.yaxis2.range
    assert own.yaxis.range[1] < 10 < own.yaxis2.range[1]
    assert own.yaxis.range[0] == own.yaxis2.range[0] == 0


def test_each_panel_has_its_title_and_its_first_and_last_value() -> None:
    figure = multiples.figure(panels((11, 12, 13)), TEXT, unit="count", columns=1, same_scale=True)
    assert words(figure) == ["<b>Panel 0</b>", "<b>11</b>", "<b>13</b>"]


def test_a_panel_of_one_census_has_one_value() -> None:
    figure = multiples.figure(panels((11,)), TEXT, unit="count", columns=1, same_scale=True)
    assert words(figure) == ["<b>Panel 0</b>", "<b>11</b>"]


def test_a_withheld_panel_says_so_and_the_others_are_drawn() -> None:
    lines = panels((1, 2), ("c", "c"))
    figure = multiples.figure(lines, TEXT, unit="count", columns=2, same_scale=True)
    assert any("Not shown" in said for said in words(figure))
    assert list(figure.data[1].y) == [None, None]


def test_four_columns_are_refused() -> None:
    with pytest.raises(ValueError, match="one, two or three"):
        multiples.figure(panels((1,)), TEXT, unit="count", columns=4, same_scale=True)


# One council among others

FOCUS = Line("South Lanarkshire", examples.totals(examples.SOUTH_LANARKSHIRE))
OTHERS = [Line(name, examples.totals(held)) for name, held in examples.FAMILY.items()]
SCOTLAND = Line("Scotland", examples.totals(examples.SCOTLAND), "orange")


def test_the_chosen_council_is_in_front_and_thickest() -> None:
    figure = compare.figure(FOCUS, OTHERS, TEXT, unit="count", from_zero=True, also=[SCOTLAND])
    front = figure.data[-1]
    assert (front.name, front.line.color) == ("South Lanarkshire", COLOURS["primary"])
    assert front.line.width > max(trace.line.width for trace in figure.data[:-1])


def test_many_others_are_grey_without_a_name_and_the_pointer_names_each() -> None:
    figure = compare.figure(FOCUS, OTHERS, TEXT, unit="count", from_zero=True)
    behind, _ = figure.data
    assert (behind.name, behind.line.color) == ("", COLOURS["grey"])
    assert {row[0] for row in behind.customdata if row[0]} == {
        line.label.replace("&", "&amp;") for line in OTHERS
    }
    assert not any("Fife" in said for said in words(figure))


def test_others_are_not_joined_to_each_other() -> None:
    figure = compare.figure(FOCUS, OTHERS, TEXT, unit="count", from_zero=True)
    values = list(figure.data[0].y)
    assert values[10::11] == [None] * 7
    assert values.count(None) == 7


def test_a_few_others_are_named_and_differ_without_colour() -> None:
    figure = compare.figure(FOCUS, OTHERS[:3], TEXT, unit="count", from_zero=True)
    greys = figure.data[:-1]
    assert [trace.name for trace in greys] == [
        line.label.replace("&", "&amp;") for line in OTHERS[:3]
    ]
    assert len({(trace.marker.symbol, trace.line.dash) for trace in greys}) == 3


def test_others_are_drawn_though_the_chosen_council_has_no_figure() -> None:
    nothing = Line("South Lanarkshire", observations(julys(2019, 2020), ["x", "x"]))
    figure = compare.figure(nothing, OTHERS, TEXT, unit="count", from_zero=True)
    assert figure.data[0].y[0] == 221.0
    assert not any("South" in said for said in words(figure))


def test_others_are_drawn_though_the_chosen_council_is_in_no_return() -> None:
    nothing = Line("South Lanarkshire", observations([], []))
    figure = compare.figure(nothing, OTHERS, TEXT, unit="count", from_zero=True, also=[SCOTLAND])
    assert [trace.name for trace in figure.data] == ["", "Scotland"]
    assert not any("South" in said for said in words(figure))


def test_others_are_drawn_though_all_of_the_chosen_council_is_left_out_by_the_source() -> None:
    focus = Line("South Lanarkshire", observations(julys(2019, 2020), ["", ""]))
    figure = compare.figure(focus, OTHERS[:2], TEXT, unit="count", from_zero=True)
    assert [trace.name for trace in figure.data] == [
        one.label.replace("&", "&amp;") for one in OTHERS[:2]
    ]


def test_nobody_is_joined_across_a_break() -> None:
    breaks = [(date(2015, 4, 1), "A new way of counting")]
    figure = compare.figure(FOCUS, OTHERS, TEXT, unit="count", from_zero=True, breaks=breaks)
    behind, front = figure.data
    assert front.y[4] is None
    # Seven councils of ten censuses, each with a gap at the break and one at its end.
    assert [number for number, value in enumerate(behind.y) if value is None][:4] == [4, 11, 16, 23]


def test_more_than_four_names_are_refused() -> None:
    with pytest.raises(ValueError, match="at most four"):
        compare.figure(FOCUS, [], TEXT, unit="count", from_zero=True, also=[SCOTLAND] * 4)


# A target

PATH = [(date(2016, 3, 31), 84.5), (date(2020, 3, 31), 90.0)]
ACTUAL = Line(
    "Family-based care",
    observations(
        [date(2016, 3, 31), date(2017, 3, 31), date(2018, 3, 31)], [489, 495, 507], [579] * 3
    ),
)


def test_the_actual_line_is_in_front_of_the_dashed_path() -> None:
    figure = target.figure(
        ACTUAL, TEXT, unit="percent", path=PATH, target_label="Target", from_zero=False
    )
    path, actual = figure.data
    assert (path.line.dash, path.mode) == (STYLES["target"].dash, "lines")
    assert (actual.line.dash, actual.name) == ("solid", "Family-based care")
    assert "Target <b>90.0%</b>" in words(figure)


def test_a_line_that_ends_before_its_target_is_named_at_its_own_end() -> None:
    figure = target.figure(
        ACTUAL, TEXT, unit="percent", path=PATH, target_label="Target", from_zero=False
    )
    (name,) = [n for n in figure.layout.annotations if n.text.endswith("<b>87.6%</b>")]
    assert (name.x, name.yanchor) == ("2018-03-31", "bottom")


def test_a_name_gives_way_to_a_path_that_is_close_above() -> None:
    above = [(when, value + 1.5) for when, value in PATH]
    figure = target.figure(
        ACTUAL, TEXT, unit="percent", path=above, target_label="Target", from_zero=False
    )
    (name,) = [n for n in figure.layout.annotations if n.text.endswith("<b>87.6%</b>")]
    assert name.yanchor == "top"


def test_a_range_is_tinted_and_its_edges_are_named() -> None:
    figure = target.figure(
        ACTUAL, TEXT, unit="percent", path=[], target_label="", from_zero=False, limits=(84, 92)
    )
    (band,) = figure.layout.shapes
    assert (band.y0, band.y1, band.layer) == (84, 92, "below")
    assert "Upper limit<br><b>92.0%</b>" in words(figure)
    assert "Lower limit<br><b>84.0%</b>" in words(figure)


def test_a_path_ends_in_the_number_of_the_plan_as_it_is() -> None:
    line = Line("In residential care", observations(julys(2016, 2018), [40, 35, 31]))
    for value, said in ((24.8, "24.8"), (25.0, "25"), (1204.5, "1,204.5")):
        path = [(date(2016, 7, 31), 40.0), (date(2020, 7, 31), value)]
        figure = target.figure(
            line, TEXT, unit="count", path=path, target_label="Target", from_zero=True
        )
        assert any(f"<b>{said}</b>" in name for name in words(figure))


def test_neither_the_line_nor_its_values_run_across_a_break_and_the_path_does() -> None:
    breaks = [(date(2017, 10, 1), "A new way of counting")]
    figure = target.figure(
        ACTUAL,
        TEXT,
        unit="percent",
        path=PATH,
        target_label="Target",
        from_zero=False,
        breaks=breaks,
    )
    path, actual = figure.data
    assert list(path.y) == [84.5, 90.0]
    assert [value is None for value in actual.y] == [False, False, True, False]


def test_a_withheld_line_draws_no_path_that_it_could_be_measured_by() -> None:
    hidden = Line("Secure", observations(julys(2016, 2018), ["c", "c", "c"]))
    figure = target.figure(
        hidden, TEXT, unit="count", path=PATH, target_label="Target", from_zero=True
    )
    assert not figure.data
    assert any("privacy" in said for said in words(figure))
