"""What holds for every chart: proved on the example of each."""

import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Any

import plotly.graph_objects as go
import plotly.io
import pytest

from cpdash import charts, theme
from cpdash.charts import picture

MODULES = [import_module(f"cpdash.charts.{m.name}") for m in pkgutil.iter_modules(charts.__path__)]
BUILDERS = [
    module for module in MODULES if hasattr(module, "figure") and hasattr(module, "example")
]
GROUND = ("bgcolor", "fillcolor", "paper_bgcolor", "plot_bgcolor")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}$")

every_chart = pytest.mark.parametrize(
    "chart", BUILDERS, ids=[module.__name__.rsplit(".", 1)[-1] for module in BUILDERS]
)


def values(tree: Any, key: str = "") -> Iterator[tuple[str, Any]]:
    """Every leaf of a figure's JSON, with the last name on the way to it."""
    if isinstance(tree, dict):
        for name, part in tree.items():
            yield from values(part, name)
    elif isinstance(tree, list):
        for part in tree:
            yield from values(part, key)
    else:
        yield key, tree


def own(figure: go.Figure) -> dict[str, Any]:
    """A figure's JSON without the grounds and the light lines that it stands on."""
    tree: dict[str, Any] = json.loads(figure.to_json())
    for name, value in tree["layout"].items():
        if name[1:5] == "axis":
            value.pop("gridcolor", None)
    return tree


def test_there_are_five_chart_builders() -> None:
    names = {module.__name__.rsplit(".", 1)[-1] for module in BUILDERS}
    assert names == {"compare", "mix", "multiples", "target", "trend"}


@every_chart
def test_the_example_is_a_figure_that_plotly_accepts_in_full(chart: ModuleType) -> None:
    figure = chart.example()
    assert isinstance(figure, go.Figure)
    checked = go.Figure(figure.to_dict())
    assert json.loads(checked.to_json()) == json.loads(figure.to_json())


@every_chart
def test_the_same_input_gives_the_same_json_twice(chart: ModuleType) -> None:
    assert chart.example().to_json() == chart.example().to_json()


@every_chart
def test_changing_a_figure_does_not_change_the_next_one(chart: ModuleType) -> None:
    before = chart.example().to_json()
    changed = chart.example()
    changed.layout.paper_bgcolor = "#000000"
    changed.layout.xaxis.tickfont.color = "#000000"
    changed.layout.annotations[0].text = "changed"
    assert chart.example().to_json() == before


@every_chart
def test_series_are_plain_lists(chart: ModuleType) -> None:
    assert "bdata" not in chart.example().to_json()


@every_chart
def test_title_and_subtitle_are_drawn_at_the_left(chart: ModuleType) -> None:
    title = chart.example().layout.title
    assert title.text
    assert title.subtitle.text
    assert (title.x, title.xref, title.xanchor) == (0, "container", "left")
    assert title.text.count("<br>") <= 1


@every_chart
def test_the_first_annotation_is_the_source_below_everything(chart: ModuleType) -> None:
    figure = chart.example()
    footer = figure.layout.annotations[0]
    room_below_axis = figure.layout.margin.b - picture.band(figure)
    assert footer.text.startswith("Source: ")
    assert (footer.xref, footer.yref, footer.y, footer.yanchor) == ("paper", "paper", 0, "top")
    assert footer.yshift < -room_below_axis
    lines = footer.text.count("<br>") + 1
    assert lines * footer.font.size * 1.3 <= picture.band(figure) - 10


@every_chart
def test_between_the_bands_there_is_a_plot_of_a_height_of_its_own(chart: ModuleType) -> None:
    figure = chart.example()
    layout = figure.layout
    assert layout.margin.t > theme.PICTURE_TOP
    assert layout.margin.b > picture.band(figure) >= theme.PICTURE_BOTTOM
    assert layout.height - layout.margin.t - layout.margin.b >= 140


@every_chart
def test_at_most_four_series_on_one_pair_of_axes_have_a_name(chart: ModuleType) -> None:
    named = [trace.xaxis for trace in chart.example().data if trace.name]
    assert all(named.count(axis) <= 4 for axis in named)


@every_chart
def test_every_colour_can_be_seen_on_the_white_ground(chart: ModuleType) -> None:
    plotly.io.templates.default = "plotly"
    figure = chart.example()
    assert "template" not in figure.to_plotly_json()["layout"]
    assert figure.layout.paper_bgcolor == figure.layout.plot_bgcolor == "#ffffff"
    drawn = {
        value
        for key, value in values(own(figure))
        if isinstance(value, str) and COLOUR.match(value) and key not in GROUND
    }
    assert drawn
    assert min(theme.contrast(colour, "#ffffff") for colour in drawn) >= 3


@every_chart
def test_every_text_is_dark_enough_and_large_enough(chart: ModuleType) -> None:
    figure = chart.example()
    layout = figure.layout
    texts = [layout.title.font, layout.title.subtitle.font, *(n.font for n in layout.annotations)]
    assert min(font.size for font in texts) >= 11
    assert min(theme.contrast(font.color, "#ffffff") for font in texts) >= 4.5


@every_chart
def test_the_pointer_shows_our_own_words_only(chart: ModuleType) -> None:
    for trace in chart.example().data:
        assert trace.hovertemplate.endswith("<extra></extra>")
        assert set(re.findall(r"%\{(\w+)", trace.hovertemplate)) == {"customdata"}


@every_chart
def test_no_text_is_turned_and_no_legend_is_shown(chart: ModuleType) -> None:
    tree = own(chart.example())
    assert not [value for key, value in values(tree) if key in ("textangle", "tickangle") and value]
    assert not [value for key, value in values(tree) if key == "showlegend" and value]
