"""The words of a picture: all of the title, always the source, and no sentence cut in two."""

from cpdash.charts.picture import MORE_NOTES, footer_lines, title
from cpdash.theme import PICTURE_BOTTOM, PICTURE_TOP
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
    assert len(lines) * size * 1.3 <= PICTURE_BOTTOM
