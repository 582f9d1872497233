"""Text of a workbook is data: nothing in it becomes markup, a link or a formula."""

import json
from pathlib import Path

import pytest

from tests.pages.folders import FIFE, fill, use
from tests.pages.visits import PAGES, bodies, cards, faults_said, visit

NASTY = "<img src=x onerror=1> [x](http://a.example) **b** $y$ &lt;i&gt;"
ESCAPED = "&lt;img src=x onerror=1&gt; [x](http://a.example)"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook with markup wherever words may stand, also where they are faults."""
    rows = FIFE.replace("Return of 2019", NASTY).replace("| 2020", f"| 2020 {NASTY}")
    return fill(
        tmp_path_factory.mktemp("nasty"),
        Placements=f"{rows}\n{NASTY} | 31 July 2019 | Council | 1 | 1 | 1 | 1 | 1 | 5 | a | 2019",
        Aftercare="Area | Census date | Collected by | Eligible | Receiving | Source | Published\n"
        f"Fife | 31 July 2019 | National return | {NASTY} | 5 | {NASTY} | 2020",
    )


@pytest.fixture
def _nasty(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The dashboard, pointed at it: read once, by whoever comes first."""
    use(folder, monkeypatch)


@pytest.mark.usefixtures("_nasty")
@pytest.mark.parametrize("page", PAGES)
def test_markup_in_a_workbook_stays_text_on_every_page(page: str) -> None:
    app = visit(page)
    assert not app.exception
    # A picture of our own may stand in a tile; it is the only one, and it runs nothing.
    sent = "".join(bodies(app)).replace("<img src='data:image/svg+xml;base64,", "")
    assert "<img" not in sent
    assert "<i>" not in sent
    assert "a.example'" not in sent
    for card in cards(app):
        figure = json.dumps(card.figure)
        assert "<img" not in figure
        assert "<i>" not in figure
        assert "<a " not in figure


@pytest.mark.usefixtures("_nasty")
@pytest.mark.parametrize("page", ["placements", "sources"])
def test_its_words_are_still_there_to_be_read(page: str) -> None:
    assert ESCAPED in "".join(bodies(visit(page)))


@pytest.mark.usefixtures("_nasty")
def test_nothing_of_it_reaches_markdown() -> None:
    app = visit("sources")
    assert "a.example" not in " ".join(m.value for m in (*app.markdown, *app.caption))
    assert "a.example" not in faults_said(app)
    assert faults_said(app) != ""


def test_markup_in_the_address_stays_text() -> None:
    app = visit("overview", council=NASTY)
    assert "&lt;img src=x" in bodies(app)[0]
    assert "<img src=x" not in "".join(bodies(app))
