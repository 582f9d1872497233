"""A line chart shows what is known, leaves a gap where it is not, and joins nothing across it."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from cpdash.charts import Line, examples, trend
from cpdash.charts.examples import julys, observations
from cpdash.series import Series
from cpdash.theme import PICTURE_BOTTOM, PICTURE_TOP, STYLES, Figure
from cpdash.wording import CardText

TEXT = CardText("Finding", "What, where, when", "Source: a return.", ("A note.",))
INVENTED = CardText("Finding", "What, where, when", "Source: invented.", illustrative=True)


def words(figure: Figure) -> list[str]:
    """What is written on a chart, without the source and notes."""
    return [note.text for note in figure.layout.annotations][1:]


def counts(*found: float | str, first: int = 2011) -> Line:
    days = julys(first, first + len(found) - 1)
    return Line("In secure care", observations(days, found))


def test_a_withheld_figure_is_a_gap_with_its_mark_and_leaves_no_number() -> None:
    figure = trend.figure([counts(6, "c", 5)], TEXT, unit="count", from_zero=True)
    assert list(figure.data[0].y) == [6.0, None, 5.0]
    assert "[c]" in words(figure)
    assert figure.data[0].connectgaps is False


def test_nothing_is_joined_across_a_change_of_segment() -> None:
    days = [date(2009, 3, 31), date(2010, 7, 31), date(2011, 7, 31)]
    series = observations(days, [15288, 15892, 16231], segments=[0, 1, 1])
    figure = trend.figure([Line("Scotland", series)], TEXT, unit="count", from_zero=True)
    assert list(figure.data[0].y) == [15288.0, None, 15892.0, 16231.0]


def test_a_missing_census_is_a_gap() -> None:
    days = [date(year, 7, 31) for year in (2011, 2012, 2013, 2015, 2016)]
    series = observations(days, [1, 2, 3, 5, 6])
    figure = trend.figure([Line("Scotland", series)], TEXT, unit="count", from_zero=True)
    assert list(figure.data[0].y) == [1.0, 2.0, 3.0, None, 5.0, 6.0]


def drawn(days: list[date], **options: Any) -> list[float | None]:
    """What is drawn of a series of 1, 2, 3, ... on those days."""
    series = observations(days, list(range(1, len(days) + 1)))
    lines = [Line("Scotland", series)]
    return list(trend.figure(lines, TEXT, unit="count", from_zero=True, **options).data[0].y)


def test_two_censuses_two_years_apart_are_not_joined_though_there_is_no_other() -> None:
    assert drawn([date(2013, 7, 31), date(2015, 7, 31)]) == [1, None, 2]
    assert drawn([date(year, 7, 31) for year in (2009, 2011, 2013)]) == [1, None, 2, None, 3]


def test_two_censuses_a_year_apart_are_joined() -> None:
    assert drawn(julys(2015, 2016)) == [1, 2]


def test_one_count_more_in_a_year_does_not_take_the_other_years_apart() -> None:
    days = [*julys(2014, 2016), date(2016, 11, 30), *julys(2017, 2019)]
    assert None not in drawn(days)


def test_a_missing_quarter_is_a_gap() -> None:
    quarters = [date(2019, month, 28) for month in (3, 6, 9, 12)]
    assert drawn([*quarters, date(2020, 3, 28)]) == [1, 2, 3, 4, 5]
    assert drawn([*quarters, date(2020, 6, 28)]) == [1, 2, 3, 4, None, 5]
    assert drawn([quarters[0], quarters[1], quarters[3]]) == [1, 2, None, 3]


def test_a_period_does_not_join_what_stands_on_both_sides_of_a_missing_census() -> None:
    days = [date(year, 7, 31) for year in (2010, 2013, 2015, 2016, 2017)]
    period = (date(2013, 1, 1), date(2015, 12, 31))
    assert drawn(days, period=period) == [2, None, 3]


def test_nothing_is_joined_across_a_break_that_is_drawn() -> None:
    breaks = [(date(2016, 4, 1), "The law entitles more young people")]
    assert drawn(julys(2014, 2017), breaks=breaks) == [1, 2, None, 3, 4]
    on_a_census = [(date(2016, 7, 31), "A new way of counting")]
    assert drawn(julys(2014, 2017), breaks=on_a_census) == [1, 2, None, 3, 4]


def test_sixteen_months_between_yearly_censuses_are_no_missing_census() -> None:
    days = [date(2008, 3, 31), date(2009, 3, 31), date(2010, 7, 31), date(2011, 7, 31)]
    series = observations(days, [1, 2, 3, 4])
    figure = trend.figure([Line("Scotland", series)], TEXT, unit="count", from_zero=True)
    assert None not in figure.data[0].y


def test_a_line_is_named_at_its_end_with_its_last_value() -> None:
    line = Line("Scotland", examples.totals(examples.SCOTLAND))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True)
    assert "Scotland<br><b>14,458</b>" in words(figure)
    assert "<b>16,231</b>" in words(figure)


def test_a_share_is_rounded_once_from_its_counts() -> None:
    line = Line("Share", observations(julys(2011, 2012), [10, 285], [80, 1000]))
    figure = trend.figure([line], TEXT, unit="percent", from_zero=True)
    assert "<b>12.5%</b>" in words(figure)
    assert "Share <b>28.5%</b>" in words(figure)


def test_a_share_of_few_is_said_as_titles_say_it() -> None:
    series = observations(julys(2011, 2014), [3, 16, 1, 285], [7, 40, 14458, 1000])
    figure = trend.figure([Line("Share", series)], TEXT, unit="percent", from_zero=True)
    assert "<b>3 of 7</b>" in words(figure)
    assert list(figure.data[0].text) == ["", "40%", "under 0.1%", ""]
    assert figure.data[0].customdata[2][2] == "under 0.1%"


def test_a_short_single_line_has_the_value_of_every_point() -> None:
    line = Line("All", examples.totals(examples.SOUTH_LANARKSHIRE))
    (trace,) = trend.figure([line], TEXT, unit="count", from_zero=True).data
    assert list(trace.text) == [
        "", "617", "597", "595", "548", "563", "549", "655", "725", ""
    ]  # fmt: skip


ENTITLED = Line(
    "Young people entitled to aftercare",
    observations(julys(2014, 2017), [3721, 3599, 4602, 5669], segments=[0, 0, 1, 1]),
)


def test_where_a_line_starts_again_after_a_break_it_has_its_value() -> None:
    other = Line("Receiving", observations(julys(2014, 2017), [900, 950, 1000, 1100]), "orange")
    figure = trend.figure([ENTITLED, other], TEXT, unit="count", from_zero=True)
    (again,) = [n for n in figure.layout.annotations if n.text == "<b>4,602</b>"]
    assert (again.x, again.y) == ("2016-07-31", 4602)
    assert not any("1,000" in said for said in words(figure))


def test_the_value_where_a_line_starts_again_is_written_once() -> None:
    figure = trend.figure([ENTITLED], TEXT, unit="count", from_zero=True)
    assert words(figure).count("<b>4,602</b>") == 1
    assert [said for said in figure.data[0].text if said] == ["3,599"]


def test_a_line_of_which_only_the_newest_census_is_comparable_says_its_value_once() -> None:
    series = observations(julys(2014, 2016), [3721, 3599, 4602], segments=[0, 0, 1])
    figure = trend.figure([Line("Entitled", series)], TEXT, unit="count", from_zero=True)
    assert sum("4,602" in said for said in words(figure)) == 1


def test_values_of_lines_that_start_again_together_do_not_lie_on_each_other() -> None:
    lines = [
        Line(name, observations(julys(2014, 2017), [1, 2, at, 4000], segments=[0, 0, 1, 1]))
        for name, at in (("a", 3000), ("b", 3001), ("c", 3002), ("d", 3003))
    ]
    figure = trend.figure(lines, TEXT, unit="count", from_zero=True)
    low, high = figure.layout.yaxis.range
    again = [n for n in figure.layout.annotations if n.x == "2016-07-31"]
    again.sort(key=lambda note: note.y)
    heights = [note.y / (high - low) * 300 + note.yshift for note in again]
    assert len(heights) == 4
    assert heights == sorted(heights)
    assert min(b - a for a, b in pairwise(heights)) >= 12 * 1.3


def test_words_within_the_plot_stand_on_white() -> None:
    early = Line("Early", observations(julys(2011, 2014), [3, 4, 5, 6]))
    late = Line("Late", observations(julys(2012, 2019), range(8)), "orange")
    figure = trend.figure([early, late], TEXT, unit="count", from_zero=True)
    inside = [n for n in figure.layout.annotations if n.text in ("Early <b>6</b>", "<b>0</b>")]
    assert len(inside) == 2
    for note in inside:
        assert note.bgcolor.startswith("rgba(255,255,255,0.")


def test_values_beside_the_points_of_a_line_are_set_off_from_it() -> None:
    (trace,) = trend.figure([ENTITLED], TEXT, unit="count", from_zero=True).data
    assert "#ffffff" in trace.textfont.shadow


def test_a_single_census_is_a_marker_with_its_value() -> None:
    line = Line("Children looked after", observations([date(2018, 3, 31)], [579]))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True)
    assert "markers" in figure.data[0].mode
    assert any("<b>579</b>" in said for said in words(figure))
    assert list(figure.layout.xaxis.ticktext) == ["31 March 2018"]


def test_an_axis_that_does_not_start_at_zero_says_so() -> None:
    line = Line("Share", examples.community_shares(examples.SCOTLAND))
    close = trend.figure([line], TEXT, unit="percent", from_zero=False)
    whole = trend.figure([line], TEXT, unit="percent", from_zero=True)
    assert any("Axis does not start at zero" in said for said in words(close))
    assert not any("Axis does not start at zero" in said for said in words(whole))
    assert whole.layout.yaxis.range[0] == 0 < close.layout.yaxis.range[0]


def test_four_lines_differ_in_colour_marker_and_dash_though_none_was_asked_for() -> None:
    lines = [Line(name, examples.totals(examples.SCOTLAND)) for name in "abcd"]
    figure = trend.figure(lines, TEXT, unit="count", from_zero=True)
    looks = {(t.line.color, t.marker.symbol, t.line.dash) for t in figure.data}
    assert len(looks) == 4
    assert figure.data[-1].line.color == STYLES["primary"].colour


def test_a_fifth_line_is_refused_with_a_way_out() -> None:
    lines = [Line(name, examples.totals(examples.SCOTLAND)) for name in "abcde"]
    with pytest.raises(ValueError, match="small multiples"):
        trend.figure(lines, TEXT, unit="count", from_zero=True)


def test_names_of_lines_that_end_together_do_not_lie_on_each_other() -> None:
    lines = [counts(200, 201 + i) for i in range(4)]
    figure = trend.figure(lines, TEXT, unit="count", from_zero=True)
    low, high = figure.layout.yaxis.range
    plot = figure.layout.height - figure.layout.margin.t - figure.layout.margin.b
    named = [note for note in figure.layout.annotations if note.text.startswith("In secure")]
    middles = sorted(note.y / (high - low) * plot + note.yshift for note in named)
    assert len(middles) == 4
    assert min(b - a for a, b in pairwise(middles)) >= 2 * 13 * 1.3


def test_a_break_is_a_dashed_line_with_words_above_the_plot() -> None:
    breaks = [(date(2015, 4, 1), "The law entitles more young people")]
    line = Line("Scotland", examples.totals(examples.SCOTLAND))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True, breaks=breaks)
    (shape,) = figure.layout.shapes
    assert shape.x0 == shape.x1 == "2015-04-01"
    (said,) = [n for n in figure.layout.annotations if n.text.startswith("The law")]
    assert (said.y, said.yanchor) == (1, "bottom")


def test_a_break_on_a_census_stands_before_it() -> None:
    breaks = [(date(2015, 7, 31), "A new way of counting")]
    line = Line("Scotland", examples.totals(examples.SCOTLAND))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True, breaks=breaks)
    assert figure.layout.shapes[0].x0 == "2015-01-29"


def test_a_break_outside_the_period_is_not_drawn() -> None:
    breaks = [(date(2005, 4, 1), "Long ago")]
    line = Line("Scotland", examples.totals(examples.SCOTLAND))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True, breaks=breaks)
    assert not figure.layout.shapes


def test_a_period_leaves_out_what_is_before_and_after_it() -> None:
    line = Line("Scotland", examples.totals(examples.SCOTLAND))
    period = (date(2013, 1, 1), date(2015, 12, 31))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True, period=period)
    assert list(figure.data[0].x) == ["2013-07-31", "2014-07-31", "2015-07-31"]


def test_a_target_is_a_dashed_path_without_markers_that_is_named() -> None:
    path = [(date(2011, 7, 31), 90.0), (date(2022, 7, 31), 92.0)]
    line = Line("Scotland", examples.community_shares(examples.SCOTLAND))
    target = ("Target", path)
    figure = trend.figure([line], TEXT, unit="percent", from_zero=False, target=target)
    assert figure.data[0].mode == "lines"
    assert figure.data[0].line.dash == STYLES["target"].dash
    assert "Target <b>92.0%</b>" in words(figure)


def test_when_all_is_withheld_a_calm_sentence_stands_in_the_plot() -> None:
    figure = trend.figure([counts("c", "c")], TEXT, unit="count", from_zero=True)
    assert not figure.data
    assert any("Not shown" in said and "privacy" in said for said in words(figure))


def test_when_there_is_nothing_the_chart_says_so() -> None:
    empty = Line("Nothing", observations([], []))
    figure = trend.figure([empty], TEXT, unit="count", from_zero=True)
    assert words(figure) == ["No figures for this period"]


def test_invented_figures_say_so_between_the_bands_in_every_state() -> None:
    for line in (counts(6, 7), counts("c", "c")):
        figure = trend.figure([line], INVENTED, unit="count", from_zero=True)
        (said,) = [n for n in figure.layout.annotations if "Illustrative" in n.text]
        assert said.text == "<b>Illustrative figures: an invented council</b>"
        assert 0 < said.yshift < figure.layout.margin.t - PICTURE_TOP


def test_labels_from_data_are_escaped_wherever_they_are_drawn() -> None:
    line = Line("<i>A&B</i>", examples.totals(examples.SCOTLAND))
    figure = trend.figure([line], TEXT, unit="count", from_zero=True)
    assert "<i>" not in figure.to_json().replace("\\u003c", "<").replace("\\u003e", ">")
    assert figure.data[0].customdata[0][0] == "&lt;i&gt;A&amp;B&lt;/i&gt;"


def test_the_figure_is_as_high_as_bands_axis_and_plot_together() -> None:
    figure = trend.figure([counts(6, 7)], TEXT, unit="count", from_zero=True, height=180)
    layout = figure.layout
    assert layout.height - layout.margin.t - layout.margin.b == 180
    assert layout.margin.t > PICTURE_TOP
    assert layout.margin.b > PICTURE_BOTTOM


def test_the_pointer_says_what_a_status_means() -> None:
    before, last = observations(julys(2011, 2012), [6, 7]).shown
    series = Series([before, replace(last, status="p")])
    figure = trend.figure([Line("A", series)], TEXT, unit="count", from_zero=True)
    assert list(figure.data[0].customdata[1]) == ["A", "31 July 2012", "7", " (provisional)"]


def test_a_year_that_the_source_leaves_out_is_a_gap_without_a_mark() -> None:
    """Scotland, at home with parents: 2020, 2021 and 2023 are given, 2022 and 2024 are not."""
    series = observations(julys(2020, 2024), [3563, 2859, "", 2466, ""])
    figure = trend.figure([Line("At home", series)], TEXT, unit="count", from_zero=True)
    assert list(figure.data[0].y) == [3563.0, 2859.0, None, 2466.0]
    assert not any(said.startswith("[") for said in words(figure))
