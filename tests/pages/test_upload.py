"""A workbook on its way in: understood, compared, accepted; and what must not happen on it."""

import resource
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from shutil import copy

import pytest
from streamlit.testing.v1 import AppTest

from cpdash.intake import STORE, address, upload
from cpdash.reading import read
from cpdash.store import Store, open_store
from cpdash.ui.upload import accepting, comparing, kept
from tests.pages.folders import HEADINGS, use
from tests.pages.uploading import (
    FIFE,
    ME,
    accepted,
    after,
    buttons,
    came_out,
    change,
    choose,
    compared,
    history,
    in_markdown,
    press,
    send,
    sent,
)
from tests.pages.visits import PROJECT, bodies, tiles, visit, words
from tests.reading.workbooks import draw
from tests.store.tampering import by_hand
from tests.store.workbooks import put

EXAMPLES = PROJECT / "data" / "examples"
QUARTERLY = (EXAMPLES / "strathlorne-quarterly.xlsx").read_bytes()
CORRECTED = (EXAMPLES / "strathlorne-corrected.xlsx").read_bytes()
ROW = "Fife | 31 July {} | National return | 40 | 30 | 20 | 0 | 10 | {} | Return of {} | {}"
STALE = "What is held was changed since this was compared."


def table(*rows: str) -> str:
    """A sheet of placements."""
    return "\n".join([HEADINGS, *rows])


FIRST = table(ROW.format(2018, 100, 2018, 2019))
SECOND = table(ROW.format(2019, 100, 2019, 2020))
REVISED = table(ROW.format(2018, 104, 2018, 2020))


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which nothing is held yet, with the plans."""
    copy(PROJECT / "data" / "plan.xlsx", tmp_path)
    copy(EXAMPLES / "plan.xlsx", tmp_path / "plan-strathlorne.xlsx")
    return use(tmp_path, monkeypatch)


@pytest.fixture
def other(data: Path) -> Iterator[Store]:
    """The same store, as somebody else has it open."""
    store = open_store(address(data))
    yield store
    store.close()


@pytest.fixture
def book(data: Path) -> Callable[..., bytes]:
    """Draws a workbook with these placements, or with other sheets, and gives its bytes."""

    def drawn(placements: str = "", **sheets: str) -> bytes:
        sheets = sheets or {"Placements": placements}
        return draw(data / "drawn.xlsx", **sheets).read_bytes()

    return drawn


def somebody_accepts(other: Store, data: Path, placements: str, name: str) -> None:
    """A workbook is accepted elsewhere."""
    file = draw(data / name, Placements=placements)
    size = file.stat().st_size
    put(other, upload(name, f"{size:064x}", size, read(file)))


@pytest.mark.usefixtures("data")
def test_the_examples_go_through_all_three_steps() -> None:
    app = accepted(quarterly=QUARTERLY)
    assert after(app, "then accept. ").startswith(
        "Stored as edition 1: placements for Strathlorne (illustrative) at 40 censuses from 30 "
        "September 2016 to 30 September 2026, 12 categories; aftercare, 2 measures; children "
        "living with another provider. Every page shows it from now on."
    )
    assert {"look-overview", "look-placements", "look-aftercare", "look-plan"} <= buttons(app)
    press(send(app, corrected=CORRECTED), "compare")
    assert "0 new figures, 13 changed, 47 the same." in words(app)
    heading, *rows = change(app, "13 figures change: Strathlorne (illustrative)")
    assert heading == ("Census date", "What", "Was", "Is", "Difference", "Was in", "Is in")
    assert rows[0] == (
        *("31 December 2025", "At home with parents", "60", "59", "\u22121"),
        "quarterly.xlsx, sheet 'Where children live', cell C43",
        "corrected.xlsx, sheet 'Placements', cell C5",
    )
    assert len(rows) == 13
    assert "now 258 at 30 September 2026, would be 260 at 30 September 2026." in words(app)
    assert after(app, "Targets of the plans ").startswith("2.1: At least half of the young people")
    assert "now Met, would be At risk" in words(app)

    press(app, "accept")
    assert history(app) == [
        ("2", "held", "corrected.xlsx", "60"),
        ("1", "held", "quarterly.xlsx", "640"),
    ]

    press(send(app, again=CORRECTED), "compare")
    assert "Nothing new, 60 the same." in words(app)
    assert "there is nothing to accept" in words(app)
    assert "3. Accept" not in words(app)
    assert "accept" not in buttons(app)


Book = Callable[..., bytes]


def test_nothing_is_stored_before_it_is_accepted(other: Store, book: Book) -> None:
    compared(first=book(FIRST))
    assert other.version() == 0


def test_another_session_shows_it_on_every_page_at_its_next_click(
    data: Path, other: Store, book: Book
) -> None:
    somebody_accepts(other, data, FIRST, "first.xlsx")
    theirs = visit()
    assert tiles(theirs)["Children looked after"]["under"] == "at 31 July 2018"
    accepted(second=book(table(ROW.format(2019, 100, 2019, 2020).replace("30", "29"))))
    assert tiles(theirs.run())["Children looked after"]["under"] == "at 31 July 2019"
    for page, says in (("placements", "31 July 2019"), ("sources", "second.xlsx")):
        theirs.switch_page(f"pages/{page}.py").run()
        everything = words(theirs) + "".join(str(one.value) for one in theirs.dataframe)
        assert says in everything, page


def test_what_it_is_stored_with_stands_before_the_button(book: Book) -> None:
    app = compared(first=book(FIRST))
    assert after(app, "It can be put back. ").startswith(
        "Your name: Jo Reader. Publisher: not named. Date published: as the files say."
    )
    app.text_input(key="who").set_value("").run()
    assert "Your name: still needed, at the top of the page." in words(app)
    assert app.button(key="accept").disabled


def test_a_file_without_a_date_takes_the_one_that_is_given_and_the_next_is_asked_anew(
    other: Store, book: Book
) -> None:
    app = came_out(sent(first=book(FIRST.replace(" | 2019", " |"))), date(2021, 3, 4))
    press(app, "compare")
    assert "Date published: 4 March 2021, where a file does not say it." in words(app)
    app.text_input(key="remark").set_value("Two late returns")
    press(app, "accept")
    (edition,) = other.editions()
    assert (edition.published, edition.remark, edition.who) == (
        date(2021, 3, 4),
        "Two late returns",
        ME,
    )
    assert other.holdings().editions["published_text"].tolist() == ["4 March 2021"]
    send(app, second=book(SECOND))
    assert app.date_input(key="published").value is None
    assert app.text_input(key="who").value == ME


def test_what_is_said_of_the_files_and_the_comparison_outlast_a_look_at_a_page(
    book: Book,
) -> None:
    app = press(came_out(sent(first=book(FIRST)), date(2021, 3, 4)), "compare")
    app.switch_page("pages/sources.py").run()
    app.switch_page("pages/data.py").run()
    assert app.date_input(key="published").value == date(2021, 3, 4)
    assert "accept" in buttons(app)


def test_another_date_or_another_file_has_to_be_compared_anew(book: Book) -> None:
    app = compared(first=book(FIRST))
    came_out(app, date(2021, 3, 4))
    assert buttons(app) >= {"compare"}
    assert "accept" not in buttons(app)
    press(app, "compare")
    send(app, second=book(SECOND))
    assert "accept" not in buttons(app)


# Somebody else was faster.


def test_a_comparison_that_is_out_of_date_is_to_be_made_again(
    data: Path, other: Store, book: Book
) -> None:
    app = compared(revised=book(REVISED))
    assert "6 new figures." in words(app)
    somebody_accepts(other, data, FIRST, "first.xlsx")
    app.run()
    assert STALE in words(app)
    assert "accept" not in buttons(app)
    press(app, "compare")
    assert "0 new figures, 1 changed, 5 the same." in words(app)
    press(app, "accept")
    assert len(other.editions()) == 2


def test_an_accept_that_comes_too_late_stores_nothing_and_is_not_kept_for_later(
    data: Path, other: Store, book: Book
) -> None:
    app = compared(revised=book(REVISED))
    somebody_accepts(other, data, FIRST, "first.xlsx")
    press(app, "accept")
    assert "The store: found that Anna accepted first.xlsx on" in words(app)
    assert "Compare again." in words(app)
    press(app, "compare")
    assert "accept" in buttons(app)
    assert [edition.file for edition in other.editions()] == ["first.xlsx"]


def test_an_answer_about_a_label_makes_no_comparison_out_of_date(other: Store, book: Book) -> None:
    app = compared(first=book(FIRST))
    remember(other, FIFE, "Kin", "kinship")
    app.run()
    assert STALE not in words(app)
    press(app, "accept")
    assert len(other.editions()) == 1


def remember(other: Store, publisher: str, label: str, category: str) -> None:
    """Somebody said what a label means."""
    now = datetime(2026, 3, 1, tzinfo=UTC)
    token = f"{publisher}/{label}"
    other.answer(publisher, label, category, who="Anna", token=token, now=now)


def test_what_is_accepted_twice_is_stored_once(other: Store, book: Book) -> None:
    app = compared(first=book(FIRST))
    before = {name: app.session_state[name] for name in (kept.KEPT, comparing.KEPT)}
    before[kept.KEPT] = dict(before[kept.KEPT])
    press(app, "accept")
    # A second click that ends the run of the first one leaves the session as it was before.
    for name, value in before.items():
        app.session_state[name] = value
    app.session_state[accepting.WANTED] = True
    app.run()
    assert "Stored as edition 1" in words(app)
    assert "It was asked for twice and stored once." in words(app)
    assert (len(other.editions()), other.version()) == (1, 1)
    assert app.session_state[kept.KEPT] == {}


# All or nothing.


def test_of_two_files_of_which_one_is_held_neither_is_stored(other: Store, book: Book) -> None:
    first = book(FIRST)
    accepted(first=first)
    app = press(compared(second=book(SECOND), first=first), "accept")
    assert "first.xlsx: found nothing new, expected another" in words(app)
    assert "accept" in buttons(app)
    assert [edition.file for edition in other.editions()] == ["first.xlsx"]


def test_two_files_are_stored_together(other: Store, book: Book) -> None:
    app = compared(first=book(FIRST), second=book(SECOND))
    assert app.button(key="accept").label == "Accept 2 files"
    press(app, "accept")
    assert "Stored as editions 1, 2: " in words(app)
    assert [edition.file for edition in other.editions()] == ["first.xlsx", "second.xlsx"]


def test_a_remark_about_a_child_is_refused_and_may_be_written_again(
    other: Store, book: Book
) -> None:
    app = compared(first=book(FIRST))
    app.text_input(key="remark").set_value("Callum Macdonald, born 3 May 2011, was added")
    press(app, "accept")
    assert "The remark: found" in words(app)
    assert "expected nothing about a person" in words(app)
    assert other.version() == 0
    app.text_input(key="remark").set_value("Two late returns")
    press(app, "accept")
    assert [edition.remark for edition in other.editions()] == ["Two late returns"]


@pytest.fixture
def full(data: Path) -> Iterator[Callable[[], None]]:
    """Lets no file grow beyond the size of the store, as a full disk does; the end of the test
    makes room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    yield lambda: resource.setrlimit(
        resource.RLIMIT_FSIZE, ((data / STORE).stat().st_size, before[1])
    )
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_full_disk_is_said_and_with_room_the_same_click_stores(
    data: Path, other: Store, full: Callable[[], None]
) -> None:
    app = compared(many=QUARTERLY)
    before, (_, hard) = (data / STORE).read_bytes(), resource.getrlimit(resource.RLIMIT_FSIZE)
    full()
    press(app, "accept")
    assert "The store: found no room left on its disk" in words(app)
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    assert (data / STORE).read_bytes() == before
    press(app, "accept")
    assert [edition.figures for edition in other.editions()] == [640]


def test_a_store_that_is_lost_is_said_and_once_it_is_back_the_same_click_stores(
    data: Path, book: Book
) -> None:
    app = compared(first=book(FIRST))
    (data / STORE).rename(data / "elsewhere")
    press(app, "accept")
    assert "The store: found no way to reach it" in words(app)
    assert "The history cannot be shown." in words(app)
    (data / "elsewhere").rename(data / STORE)
    press(app, "accept")
    assert history(app) == [("1", "held", "first.xlsx", "6")]


def test_a_damaged_store_takes_nothing_and_shows_nothing_that_is_wrong(
    data: Path, book: Book
) -> None:
    accepted(second=book(SECOND))
    damaged = data / "damaged"
    damaged.mkdir()
    copy(data / STORE, damaged)
    with by_hand(address(damaged)) as connection:
        connection.exec_driver_sql("UPDATE figure SET value = value + 1")
    first = book(FIRST)
    with pytest.MonkeyPatch.context() as environment:
        use(damaged, environment)
        app = press(compared(first=first), "accept")
        assert "Edition 1 (second.xlsx): found other figures" in words(app)
        choose(app, "edition", 1)
        assert "Its figures cannot be shown: they are not as they were written." in words(app)


# What the files say of each other and of what is held.


def test_an_older_edition_is_said_and_what_is_held_stays_shown(book: Book) -> None:
    accepted(revised=book(REVISED))
    app = compared(first=book(FIRST))
    assert after(app, "An older edition ").startswith(
        "first.xlsx (published 2019) counts as older than revised.xlsx, which is held (published "
        "2020): 6 figures stand in both, 1 of them differs, and what is held stays the one shown."
    )
    (_, row) = change(app, "1 figure differs from a later edition, which stays the one shown")
    assert row[1:5] == ("Children looked after", "104", "100", "\u22124")
    press(app, "accept")
    assert tiles(visit(figures="The national return"))["Children looked after"]["big"] == "104"


def test_two_files_that_disagree_stand_side_by_side(book: Book) -> None:
    app = compared(first=book(FIRST), revised=book(REVISED))
    heading, row = change(app, "1 figure that two of the files say differently")
    assert heading[2:] == ("To be shown", "In", "The other says", "There in")
    assert row == (
        *("31 July 2018", "Children looked after"),
        *("104", "revised.xlsx, sheet 'Placements', cell I2"),
        *("100", "first.xlsx, sheet 'Placements', cell I2"),
    )


def test_what_is_kept_private_now_is_not_printed_as_it_once_stood(book: Book) -> None:
    accepted(first=book(FIRST))
    private = FIRST.replace("| 40 |", "| c |").replace("2018 | 2019", "2018 | 2020")
    heading, row = change(compared(private=book(private)), "1 figure changes")
    assert heading[2:5] == ("Was", "Is", "Difference")
    assert row[1:5] == ("At home with parents", "given", "[c]", "")


def test_nor_is_a_number_of_an_older_file_beside_the_mark_that_stands_now(book: Book) -> None:
    private = FIRST.replace("| 40 |", "| c |").replace("2018 | 2019", "2018 | 2020")
    accepted(private=book(private))
    app = compared(first=book(FIRST))
    (heading, row) = change(app, "1 figure differs from a later edition")
    assert heading[2:5] == ("Shown", "This file says", "Difference")
    assert row[1:5] == ("At home with parents", "[c]", "given", "")


def test_of_two_files_that_disagree_none_gives_a_number_away_that_the_other_keeps_private(
    book: Book,
) -> None:
    private = FIRST.replace("| 40 |", "| c |").replace("2018 | 2019", "2018 | 2020")
    app = compared(first=book(FIRST), private=book(private))
    (_, row) = change(app, "1 figure that two of the files say differently")
    assert (row[1], row[2], row[4]) == ("At home with parents", "[c]", "given")


def test_a_long_list_of_sentences_is_folded_and_opens(book: Book) -> None:
    councils = (
        "Fife",
        "Moray",
        "Angus",
        "Falkirk",
        "Stirling",
        "Glasgow City",
        "Highland",
        "Dundee City",
    )
    rows = [ROW.format(2018, 100, 2018, 2019).replace("Fife", name) for name in councils]
    app = compared(many=book(table(*rows)))
    assert words(app).count("now not held, would be") == 20
    assert "4 more" in [one.label for one in app.expander]
    app.session_state["behind-effects"] = True
    app.run()
    assert words(app).count("now not held, would be") == 24


# What labels mean.

AUNTS = """Children looked after at 31 July 2018, Fife
Placement | Number
At home | 5
{} | 7
Total | 12"""
WITH_AUNTS = AUNTS.format("With aunts")


def answer(app: AppTest, category: str) -> AppTest:
    """Say what the one unknown label means, and have the file read again."""
    next(box for box in app.main.selectbox if box.label.startswith("What it counts")).set_value(
        category
    )
    next(b for b in app.button if b.label == "Read it again with these answers").click().run()
    assert not app.exception
    return app


def test_an_answer_is_remembered_for_its_publisher_used_again_and_taken_back(
    other: Store, book: Book
) -> None:
    remember(other, FIFE, "Kin", "kinship")
    app = answer(choose(sent(first=book(A=WITH_AUNTS)), "publisher", FIFE), "kinship")
    press(press(app, "compare"), "accept")
    assert other.answers(FIFE) == {"Kin": "kinship", "With aunts": "kinship"}
    assert [one.who for one in other.every_answer()] == ["Anna", ME]

    later = sent(later=book(A=WITH_AUNTS.replace("7\n", "8\n").replace("12", "13")))
    assert "later.xlsx 5 KB. 2 figures, 1 error." in words(later)
    choose(later, "publisher", FIFE)
    assert "later.xlsx: 1 label means what was said before of Fife Council." in words(later)
    assert "3 figures." in after(later, "later.xlsx 5 KB. ")
    box = next(b for b in later.main.selectbox if b.label.startswith("What it counts"))
    assert box.value == "kinship"

    press(choose(later, "take-back", 2), "taking-back")
    assert "Answer 2 is used no longer." in words(later)
    assert other.answers(FIFE) == {"Kin": "kinship"}
    assert "later.xlsx 5 KB. 2 figures, 1 error." in words(later.run())


def test_what_was_said_of_one_publisher_is_not_said_of_another(other: Store, book: Book) -> None:
    remember(other, FIFE, "With aunts", "kinship")
    remember(other, "Moray Council", "Kin", "kinship")
    app = choose(sent(first=book(A=WITH_AUNTS)), "publisher", FIFE)
    assert "3 figures." in after(app, "first.xlsx 5 KB. ")
    choose(app, "publisher", "Moray Council")
    assert "first.xlsx 5 KB. 2 figures, 1 error." in words(app)
    press(press(app, "compare"), "accept")
    assert other.answers("Moray Council") == {"Kin": "kinship"}


def test_an_answer_that_is_given_after_comparing_asks_to_compare_again(
    other: Store, book: Book
) -> None:
    app = answer(compared(first=book(A=WITH_AUNTS)), "kinship")
    assert "accept" not in buttons(app)
    press(press(app, "compare"), "accept")
    assert [edition.figures for edition in other.editions()] == [3]


# Text of others.

FILE, LABEL = "=1+1 <i>", "[aunts](http://x.example) <img src=x>"
TYPED = "=<img src=x onerror=alert(1)> [x](http://a.example) $\\alpha$ :material/home: **b**"


def test_text_of_others_is_shown_exactly_and_does_nothing(other: Store, book: Book) -> None:
    remember(other, TYPED, "Kin", "kinship")
    app = choose(sent(**{FILE: book(A=AUNTS.format(LABEL))}), "publisher", TYPED)
    press(answer(app, "kinship"), "compare")
    app.text_input(key="remark").set_value(TYPED).run()
    spoken = [*in_markdown(app)]
    assert f"{FILE}.xlsx, sheet 'A', cell B4" in words(app)
    assert f"Publisher: {TYPED}." in words(app)
    press(app, "accept")
    choose(app, "edition", 1)
    app.session_state["behind-journal"] = True
    spoken += in_markdown(app.run())
    assert f"Edition 1: {FILE}.xlsx" in words(app)
    assert f"2 {TYPED} {LABEL} With kinship carers (relatives or friends)" in words(app)
    listed = {str(cell) for table in app.dataframe for cell in table.value.to_numpy().ravel()}
    assert {f"{FILE}.xlsx", LABEL, TYPED} <= listed
    said = " ".join(spoken)
    assert "Withdraw edition 1" in said
    assert [word for word in ("example", "alert", "alpha", "<i>", "1+1") if word in said] == []
    assert "<img" not in "".join(bodies(app))
