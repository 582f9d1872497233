"""The picture that a chart's own button saves: wide enough for A4 paper, on solid white."""

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.browser.conftest import NewPage
from tests.browser.page import visit
from tests.browser.server import Server

PAPER_WIDTH = 1890
"""160 mm of A4 at 300 dots an inch, in pixels."""


def saved_picture(page: Page, chart: int = 0) -> Image.Image:
    """What the camera button of a chart saves."""
    drawn = page.locator(".js-plotly-plot").nth(chart)
    drawn.hover()
    with page.expect_download() as waiting:
        drawn.locator('[data-title^="Download"], [aria-label^="Download"]').first.click()
    return Image.open(io.BytesIO(Path(waiting.value.path()).read_bytes()))


@pytest.mark.parametrize("path", ["/placements", "/aftercare", "/compare", "/plan"])
def test_the_picture_of_a_chart_is_fit_for_paper(
    server: Server, new_page: NewPage, path: str
) -> None:
    page = new_page()
    visit(page, server.url + path)
    with saved_picture(page) as picture:
        assert picture.format == "PNG"
        assert picture.width >= PAPER_WIDTH
        right, bottom = picture.width - 1, picture.height - 1
        corners = [picture.convert("RGBA").getpixel(at) for at in ((0, 0), (right, bottom))]
        corners += [picture.convert("RGBA").getpixel(at) for at in ((right, 0), (0, bottom))]
        assert corners == [(255, 255, 255, 255)] * 4
        # Something is drawn on it: ink in most of its height, from the title to the source.
        grey = picture.convert("L").point(lambda level: 255 if level < 128 else 0)
        top, foot = (grey.getbbox() or (0, 0, 0, 0))[1::2]
        assert foot - top > picture.height * 0.7
