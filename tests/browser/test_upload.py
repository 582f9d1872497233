"""A workbook on its way in, in a real browser: by mouse, by keyboard, by two people at once."""

import urllib.request
from collections.abc import Iterator
from pathlib import Path
from shutil import copy

import pytest
from playwright.sync_api import Page, expect
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from cpdash.intake import STORE, address
from cpdash.store import open_store
from tests.browser.conftest import PROJECT, NewPage
from tests.browser.page import SIZES, settled, turn_to, visit
from tests.browser.server import Server, serving
from tests.browser.test_access import FOCUSED, grave
from tests.reading.workbooks import draw

EXAMPLES = PROJECT / "data" / "examples"
HEADINGS = "Area | Census date | Collected by | At home | Foster | Total | Source | Published"
BOOK = f"{HEADINGS}\n{{}} | 31 July 2018 | National return | 40 | 50 | {{}} | Return | {{}}"
ME = "Jo Reader"
ENOUGH_TABS = 60


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose store begins with one census of Angus, with the plans."""
    folder = tmp_path_factory.mktemp("upload")
    (folder / "starter").mkdir()
    draw(folder / "starter" / "angus.xlsx", Placements=BOOK.format("Angus", 100, 2019))
    copy(PROJECT / "data" / "plan.xlsx", folder)
    copy(EXAMPLES / "plan.xlsx", folder / "plan-strathlorne.xlsx")
    return folder


@pytest.fixture(scope="module")
def own(data: Path) -> Iterator[Server]:
    """A dashboard of these tests alone, since they change what is held."""
    with serving(PROJECT, {"CPDASH_DATA": str(data)}) as running:
        yield running


def send(page: Page, *files: Path) -> None:
    """Drop files into the box and wait until they were read."""
    page.locator('input[type="file"]').set_input_files(files)
    expect(page.get_by_role("heading", name=files[-1].name, exact=True)).to_be_visible(
        timeout=60_000
    )
    settled(page)


def sign(page: Page) -> None:
    """Say who one is."""
    page.get_by_role("textbox", name="Your name").fill(ME)
    page.keyboard.press("Tab")
    settled(page)


def press(page: Page, name: str, then: str) -> None:
    """Press a button, and wait until these words stand on the page."""
    page.get_by_role("button", name=name, exact=True).click()
    seen(page, then)


def seen(page: Page, words: str) -> None:
    """Wait until these words stand on the page."""
    expect(page.get_by_test_id("stMain")).to_contain_text(words, timeout=60_000)
    settled(page)


def choose(page: Page, label: str, option: str) -> None:
    """Choose in a box, or type what is not in it yet."""
    box = page.get_by_role("combobox", name=label)
    # A list that is open closes when the page scrolls under it.
    box.scroll_into_view_if_needed()
    settled(page)
    box.fill(option)
    page.get_by_role("option").filter(has_text=option).first.click()
    settled(page)


def total(page: Page) -> str:
    """Children looked after, as the overview has it."""
    tile = page.locator(".cp-tile", has_text="Children looked after")
    return tile.locator(".cp-big").first.inner_text()


def test_an_upload_a_revision_and_a_withdrawal_with_the_mouse(
    own: Server, data: Path, new_page: NewPage
) -> None:
    page = new_page()
    visit(page, own.url + "/data")
    send(page, EXAMPLES / "strathlorne-quarterly.xlsx")
    sign(page)
    choose(page, "Who publishes these figures", "Strathlorne Council")
    press(page, "Compare with what is held", "640 new figures.")
    # Impatience stores nothing twice.
    page.get_by_role("button", name="Accept 1 file").dblclick()
    seen(page, "Stored as edition 2: placements for Strathlorne (illustrative) at 40 censuses")
    page.get_by_test_id("stMain").get_by_role("button", name="Overview").click()
    expect(page.locator("h1")).to_contain_text("Strathlorne (illustrative)")
    settled(page)
    assert total(page) == "258"

    turn_to(page, "/data")
    send(page, EXAMPLES / "strathlorne-corrected.xlsx")
    press(page, "Compare with what is held", "0 new figures, 13 changed, 47 the same.")
    expect(
        page.get_by_role("row", name="31 December 2025 At home with parents 60 59")
    ).to_be_visible()
    whole = "table => table.scrollHeight <= table.clientHeight + 1"
    assert page.locator(".cp-scroll", has_text="30 September 2026").evaluate(whole)
    press(page, "Accept 1 file", "Stored as edition 3")
    send(page, EXAMPLES / "strathlorne-corrected.xlsx")
    press(page, "Compare with what is held", "Nothing new, 60 the same.")
    expect(page.get_by_role("button", name="Accept 1 file")).to_have_count(0)
    press(page, "Take this file away", "A list with a line for each child is refused")

    choose(page, "Look at an edition", "3: strathlorne-corrected.xlsx")
    press(page, "Withdraw edition 3", "Edition 3 is withdrawn: no page shows it any more.")
    turn_to(page, "/")
    assert total(page) == "258"
    store = open_store(address(data))
    named = [(one.id, one.held, one.publisher, one.who) for one in store.editions()[1:3]]
    store.close()
    assert named == [(2, True, "Strathlorne Council", ME), (3, False, "", ME)]


def tab_to(page: Page, name: str) -> None:
    """Go on with the Tab key until it stops at what has this name."""
    for _ in range(ENOUGH_TABS):
        page.keyboard.press("Tab")
        _, tag, named = page.evaluate(FOCUSED)
        if tag != "main" and named.splitlines()[-1:] == [name]:
            return
    pytest.fail(f"the Tab key never came to {name!r}")


def test_an_upload_with_the_keyboard_alone_for_every_eye_and_on_a_telephone(
    own: Server, tmp_path: Path, new_page: NewPage
) -> None:
    book = draw(tmp_path / "moray.xlsx", Placements=BOOK.format("Moray", 90, 2019))
    page = new_page()
    # Listened for from now on: what the browser opens before that, it opens for nobody.
    page.on("filechooser", lambda _: None)
    visit(page, own.url + "/data")
    tab_to(page, "Upload")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(book)
    seen(page, "1. What the files say")
    tab_to(page, "Your name")
    page.keyboard.type(ME)
    tab_to(page, "Compare with what is held")
    page.keyboard.press("Enter")
    seen(page, "3 new figures.")
    assert grave(page) == []
    page.set_viewport_size({"width": SIZES["telephone"][0], "height": SIZES["telephone"][1]})
    settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= SIZES["telephone"][0]
    page.set_viewport_size({"width": SIZES["desk"][0], "height": SIZES["desk"][1]})
    settled(page)
    tab_to(page, "Remark")
    page.keyboard.type("As it was sent")
    tab_to(page, "Accept 1 file")
    page.keyboard.press("Enter")
    seen(page, "Stored as edition")
    # Streamlit's own message that passes by has no name for a screen reader; ours is on the page.
    page.get_by_test_id("stToast").get_by_role("button").click()
    expect(page.get_by_test_id("stToast")).to_have_count(0)
    assert grave(page) == []


PEOPLE = ("Zorbra Pelkip", "Lummav Dorgil")
CHILDREN = "\n".join(
    [
        "Name | Date of birth | Placement",
        *(f"{name} | 2010-03-31 | Foster carers" for name in PEOPLE),
    ]
)
"""Children who do not exist."""
METRIC = "UploadedFileManager"


def remembered(server: Server) -> list[str]:
    """The lines in which the server says how much of what was sent it still has in memory."""
    with urllib.request.urlopen(f"{server.url}/_stcore/metrics", timeout=10) as answer:
        lines = answer.read().decode().splitlines()
    return [line for line in lines if kind() in line]


def kind() -> str:
    """What Streamlit calls the files of its users when it counts its memory."""
    manager = MemoryUploadedFileManager("/upload")
    manager.add_file("session", UploadedFileRec("id", "name", "type", b"data"))
    (stats,) = manager.get_stats().values()
    return str(stats[0].category_name)


def test_a_faulty_file_says_where_and_a_list_of_children_leaves_nothing(
    own: Server, data: Path, tmp_path: Path, new_page: NewPage
) -> None:
    page = new_page()
    visit(page, own.url + "/data")
    faulty = EXAMPLES / "strathlorne-with-faults.xlsx"
    send(page, faulty, draw(tmp_path / "children.xlsx", Placements=CHILDREN))
    seen(page, "43 figures, 7 errors, 7 warnings.")
    seen(page, "Refused: nothing of it was kept.")
    press(page, "Compare with what is held", "43 new figures")
    expect(page.get_by_role("button", name="Accept 1 file")).to_be_disabled()
    assert remembered(own) == []
    everything = page.content().encode() + b"".join(
        file.read_bytes() for file in data.iterdir() if file.name.startswith(STORE)
    )
    assert [name for name in PEOPLE for word in name.split() if word.encode() in everything] == []


def test_of_two_at_once_one_accepts_and_the_other_is_told(
    own: Server, tmp_path: Path, new_page: NewPage
) -> None:
    mine, theirs = new_page(), new_page()
    for page, name, total_now in ((mine, "=1+1 <i>", 101), (theirs, "theirs", 102)):
        visit(page, own.url + "/data")
        book = BOOK.format("Angus", total_now, 2020)
        send(page, draw(tmp_path / f"{name}.xlsx", Placements=book))
        sign(page)
        press(page, "Compare with what is held", "0 new figures, 1 changed, 2 the same.")
    with mine.expect_download() as waiting:
        mine.get_by_role("button", name="Download this list").first.click()
    listed = Path(waiting.value.path()).read_text("utf-8-sig")
    assert "'=1+1 <i>.xlsx, sheet 'Placements', cell F2" in listed
    press(theirs, "Accept 1 file", "Stored as edition")
    press(mine, "Accept 1 file", "The store: found that Jo Reader accepted theirs.xlsx on")
    press(mine, "Compare with what is held", "0 new figures, 1 changed, 2 the same.")
    expect(mine.get_by_role("row", name="Children looked after 102 101")).to_be_visible()
    turn_to(mine, "/")
    assert total(mine) == "102"
