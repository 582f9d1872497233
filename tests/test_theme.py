"""The look holds on paper, on a photocopier and for weak eyes."""

import itertools

import pytest

from cpdash import theme

WHITE = "#ffffff"

PUBLISHED = (
    ("#DB3EDA", 3.7),
    ("#78A81E", 2.8),
    ("#FD8824", 2.4),
    ("#1EBBCB", 2.3),
    ("#888888", 3.5),
    ("#767676", 4.54),
    ("#000000", 21.0),
)
"""Ratios on white that others have published."""


@pytest.mark.parametrize(("colour", "ratio"), PUBLISHED)
def test_the_contrast_formula_gives_published_ratios(colour: str, ratio: float) -> None:
    assert theme.contrast(colour, WHITE) == pytest.approx(ratio, abs=0.06)
    assert theme.contrast(WHITE, colour) == theme.contrast(colour, WHITE)


@pytest.mark.parametrize("name", theme.COLOURS)
def test_every_drawn_colour_can_be_seen_on_white(name: str) -> None:
    least = 4.5 if name in ("ink", "quiet") else 3.0
    assert theme.contrast(theme.COLOURS[name], WHITE) >= least


@pytest.mark.parametrize("name", theme.STYLES)
def test_every_style_has_a_mark_and_words_that_can_be_read_on_white(name: str) -> None:
    style = theme.STYLES[name]
    assert theme.contrast(style.colour, WHITE) >= 3
    assert theme.contrast(style.text, WHITE) >= 4.5


def test_words_on_the_tinted_band_of_a_range_can_be_read() -> None:
    texts = [style.text for style in theme.STYLES.values()] + [theme.COLOURS["quiet"]]
    assert all(theme.contrast(text, theme.GROUNDS["band"]) >= 4.5 for text in texts)


def test_the_words_of_invented_figures_can_be_read_on_their_ground() -> None:
    assert theme.contrast(theme.WARNING_TEXT, theme.GROUNDS["warning"]) >= 4.5


@pytest.mark.parametrize("code", theme.TONES)
def test_every_verdict_can_be_read_on_its_own_ground(code: str) -> None:
    tone = theme.TONES[code]
    assert theme.contrast(tone.text, tone.ground) >= 4.5


def test_verdicts_that_mean_different_things_never_share_a_shape() -> None:
    shapes = {code: tone.shape for code, tone in theme.TONES.items()}
    assert shapes.pop("met") == shapes["achieved_now"]
    assert len(set(shapes.values())) == len(shapes)
    marks = {tone.shape: tone.mark for tone in theme.TONES.values()}
    assert len(set(marks.values())) == len(marks)


def test_series_differ_in_marker_and_dash_and_neighbours_also_in_grey() -> None:
    styles = [theme.STYLES[name] for name in theme.SERIES_ORDER]
    assert len({style.symbol for style in styles}) == 4
    assert len({style.dash for style in styles}) == 4
    for one, next_one in itertools.pairwise(styles):
        assert theme.contrast(one.colour, next_one.colour) >= 3


def test_text_from_data_is_never_a_tag_for_plotly() -> None:
    assert theme.plain("<b>Fife & Moray</b>") == "&lt;b&gt;Fife &amp; Moray&lt;/b&gt;"


def test_text_from_data_stays_on_one_line_and_loses_control_characters() -> None:
    assert theme.plain("Fife\nand\tMoray\x00\x1b\u202e\u200b") == "Fife and Moray"


def test_ordinary_names_stay_as_they_are() -> None:
    assert theme.plain("Na h-Eileanan Siar (children's)") == "Na h-Eileanan Siar (children's)"


def test_the_picture_is_1890_pixels_wide_and_as_high_as_its_figure() -> None:
    picture = theme.config("aftercare", 612)["toImageButtonOptions"]
    assert picture["width"] * picture["scale"] == 1890
    assert (picture["height"], picture["format"], picture["filename"]) == (612, "png", "aftercare")


def test_a_page_hides_the_band_that_a_chart_names_and_else_the_usual_one() -> None:
    bands = theme.PAGE_CSS[: theme.PAGE_CSS.index(".stPlotlyChart {")]
    assert f"var({theme.BAND_VARIABLE}, {theme.PICTURE_BOTTOM}px)" in bands
    assert f"inset({theme.PICTURE_TOP}px 0 var(--cp-band))" in bands
    assert "margin-bottom: calc(-1 * var(--cp-band))" in bands


def test_the_only_button_is_the_picture_and_nothing_is_sent_anywhere() -> None:
    config = theme.config("aftercare", 612)
    assert config["modeBarButtons"] == [["toImage"]]
    assert config["displayModeBar"] is True
    assert not config["showSendToCloud"]
    assert not config["displaylogo"]


def test_the_look_is_white_without_vertical_lines_and_without_a_legend() -> None:
    assert theme.LOOK["paper_bgcolor"] == theme.LOOK["plot_bgcolor"] == WHITE
    assert theme.LOOK["showlegend"] is False
    assert [theme.AXES[name]["showgrid"] for name in "xy"] == [False, True]
    assert [theme.AXES[name]["tickangle"] for name in "xy"] == [0, 0]


def test_no_size_of_text_is_under_eleven_pixels() -> None:
    assert min(theme.SIZES.values()) == 11
