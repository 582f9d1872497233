"""The words of a picture: all of the title, the source and the notes, none of them cut in two."""

import pytest

from cpdash.charts import Line, Part, mix, multiples, trend
from cpdash.charts.examples import julys, observations
from cpdash.charts.picture import MORE_NOTES, MOST_LINES, band, footer_lines, title
from cpdash.theme import PICTURE_BOTTOM, PICTURE_TOP, Figure
from cpdash.wording import CardText

NOTE = "The figures of this council are counted on another day than those of the return. "


def test_a_short_title_is_one_line_at_twenty_pixels() -> None:
    drawn = title(CardText("206 of 579 children", "Where they lived", "Source: x."))
    assert (drawn["text"], drawn["font"]["size"]) == ("206 of 579 children", 20)


def test_a_long_title_is_set_smaller_rather_than_cut() -> None:
    words = "Children looked after who lived with kinship carers were 4,099 of 11,844 " * 3
    drawn = title(CardText(words, "Where", "Source: x."))
    assert drawn["text"].replace("<br>", " ") == words.strip()
    assert drawn["font"]["size"] < 20


def test_two_lines_each_of_title_and_subtitle_fit_the_band() -> None:
    drawn = title(CardText("Twelve words " * 10, "What, where and when " * 9, "Source: x."))
    heights = [
        (part["text"].count("<br>") + 1) * part["font"]["size"] * 1.3
        for part in (drawn, drawn["subtitle"])
    ]
    assert sum(heights) + 8 <= PICTURE_TOP


def test_a_title_from_data_is_escaped() -> None:
    assert title(CardText("<b>A</b>", "B & C", "Source: x."))["text"] == "&lt;b&gt;A&lt;/b&gt;"


def test_source_and_notes_stand_one_below_the_other() -> None:
    lines, size = footer_lines(CardText("T", "S", "Source: x.", ("One.", "Two.")))
    assert (lines, size) == (["Source: x.", "One.", "Two."], 13)


def test_notes_that_do_not_fit_are_left_out_whole_and_that_is_said() -> None:
    lines, size = footer_lines(CardText("T", "S", "Source: x.", (NOTE * 2,) * 9))
    assert lines[0] == "Source: x."
    assert lines[-1] == MORE_NOTES
    assert lines[-2].endswith("return.")
    assert len(lines) <= MOST_LINES
    assert size >= 12


def test_ten_notes_of_a_line_each_are_all_in_the_picture() -> None:
    notes = tuple(f"Note {number} has a line of its own." for number in range(10))
    lines, size = footer_lines(CardText("T", "S", "Source: x.", notes))
    assert lines == ["Source: x.", *notes]
    assert size == 13


def test_a_source_longer_than_any_band_is_kept_whole() -> None:
    source = "Source: " + "a return with a long name, " * 90
    lines, _ = footer_lines(CardText("T", "S", source, ("A note.",)))
    assert " ".join(lines) == f"{source.strip()} {MORE_NOTES}"


def every_shape(text: CardText) -> list[Figure]:
    line = Line("Secure", observations(julys(2019, 2020), [6, 7]))
    withheld = Line("Secure", observations(julys(2019, 2020), ["c", "c"]))
    return [
        trend.figure([line], text, unit="count", from_zero=True),
        trend.figure([withheld], text, unit="count", from_zero=True),
        mix.figure([Part("A", 3, 60)], text, show="count"),
        multiples.figure([line], text, unit="count", same_scale=True),
    ]


@pytest.mark.parametrize(
    ("notes", "px"),
    # 4 lines of 13 px take 68 and 18 px round them; 11 lines take 186.
    [(3, PICTURE_BOTTOM), (10, 204)],
)
def test_the_lower_band_is_as_high_as_its_words_and_never_lower_than_usual(
    notes: int, px: int
) -> None:
    text = CardText("T", "S", "Source: x.", ("A note.",) * notes)
    assert [band(figure) for figure in every_shape(text)] == [px] * 4


def test_a_higher_band_makes_the_picture_higher_and_leaves_the_plot_as_it_is() -> None:
    few = every_shape(CardText("T", "S", "Source: x."))
    many = every_shape(CardText("T", "S", "Source: x.", ("A note.",) * 10))
    for one, other in zip(few, many, strict=True):
        assert other.layout.height - one.layout.height == 100
        assert other.layout.margin.b - one.layout.margin.b == 100
