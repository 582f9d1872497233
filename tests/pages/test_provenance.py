"""A number on screen stands in its table, and a number of its table in a cell of a workbook."""

import re
from datetime import datetime
from functools import cache

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.pages.visits import (
    ABOUT_AN_AREA,
    CHOICES,
    PROJECT,
    Card,
    cards,
    shown,
    shown_cards,
    visit,
)

CHARTS = pytest.mark.parametrize("page", [page for page in ABOUT_AN_AREA if page != "sources"])
EVERY = pytest.mark.parametrize("choice", CHOICES)
COUNCILS = ("Glasgow City", "City of Edinburgh", "Na h-Eileanan Siar", "Clackmannanshire")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
DATE = re.compile(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b")
NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")
TARGETS = ("Target", "Lower limit", "Upper limit")


def digits(text: str) -> float:
    return float(text.replace(",", "").rstrip("%"))


def exact(row: tuple[str, ...]) -> float | None:
    """A row's figure before rounding: from its two counts where it has them."""
    if row[3]:
        return digits(row[3]) * 100 / digits(row[4])
    return digits(row[2]) if re.fullmatch(NUMERAL, row[2]) else None


def drawn(card: Card) -> list[tuple[str, float]]:
    """(date, value) of every point of a line, those of a target's line apart."""
    return [
        (day, value)
        for trace in card.figure["data"]
        if trace["type"] == "scatter" and trace.get("name") not in TARGETS
        for day, value in zip(trace["x"], trace["y"], strict=True)
        if value is not None
    ]


@CHARTS
@EVERY
def test_every_point_of_a_line_is_in_the_table_behind_it(page: str, choice: str) -> None:
    for card in shown_cards(page, choice):
        table: dict[str, list[float]] = {}
        for row in card.rows:
            value = exact(row)
            day = str(datetime.strptime(row[0], "%d %B %Y").date())
            table.setdefault(day, []).extend([] if value is None else [value])
        for day, value in drawn(card):
            assert any(abs(value - other) < 1e-9 for other in table[day]), (card.title, day, value)


@CHARTS
@EVERY
def test_every_bar_is_in_the_table_behind_it(page: str, choice: str) -> None:
    for card in shown_cards(page, choice):
        for trace in card.figure["data"]:
            if trace["type"] != "bar":
                continue
            table = {row[1]: exact(row) for row in card.rows}
            for (label, _), length in zip(trace["customdata"], trace["x"], strict=True):
                assert length == pytest.approx(table[label.split(", of ")[0]])


@CHARTS
@EVERY
def test_every_numeral_of_a_headline_is_a_figure_of_its_table(page: str, choice: str) -> None:
    for card in shown_cards(page, choice):
        if page == "plan":  # There the headline is the plan's own words.
            continue
        days = {row[0] for row in card.rows}
        figures = [cell for row in card.rows for cell in row[2:5]]
        said = {number for cell in figures for number in NUMERAL.findall(cell)}
        for line in (card.title, card.subtitle):
            assert set(DATE.findall(line)) <= days
            without = DATE.sub("", line).replace("under-18s", "")
            assert set(NUMERAL.findall(without)) <= said, line


def test_a_headline_that_strays_from_its_table_is_found() -> None:
    assert NUMERAL.findall(DATE.sub("", "14,262 at 31 July 2019, 87.6%")) == ["14,262", "87.6"]
    assert DATE.findall("87.6% at 31 July 2019, 5") == ["31 July 2019"]


@cache
def sheet(file: str, name: str) -> Worksheet:
    (path,) = (PROJECT / "data").rglob(file.partition(" (edition ")[0])
    return load_workbook(path, data_only=True)[name]


def cells(where: str) -> list[int]:
    """The numbers that stand where a row of a table says."""
    found = []
    for place in where.split("; "):
        file, name, cell = place.split(", ")
        found.append(int(re.sub(r"\D", "", str(sheet(file, name)[cell].value))))
    return found


def adds_up(row: tuple[str, ...]) -> bool:
    """Whether a row's counts are those of the cells it names: those of the number first, then
    those of what it is out of, which may be a total less a part."""
    stand = cells(row[-1])
    if not row[3]:
        return digits(row[2]) == sum(stand)
    above, below = digits(row[3]), digits(row[4])
    return any(
        sum(stand[:cut]) == above
        and (sum(stand[cut:]) == below or stand[cut] - sum(stand[cut + 1 :]) == below)
        for cut in range(1, len(stand))
    )


@CHARTS
@EVERY
def test_every_figure_leads_to_the_cells_that_hold_it(page: str, choice: str) -> None:
    for card in shown_cards(page, choice):
        for row in card.rows:
            if exact(row) is not None:
                assert adds_up(row), row


@pytest.mark.parametrize("council", COUNCILS)
def test_the_figures_of_a_council_lead_to_its_own_rows(council: str) -> None:
    for card in cards(visit("placements", council=council)):
        for row in card.rows:
            if exact(row) is None:
                continue
            assert adds_up(row), row
            for place in row[-1].split("; "):
                file, name, cell = place.split(", ")
                area = sheet(file, name)[f"A{re.sub('[A-Z]', '', cell)}"].value
                assert area in (council, council.replace("City of Edinburgh", "Edinburgh"))


@CHARTS
@EVERY
def test_every_figure_names_its_source(page: str, choice: str) -> None:
    for card in shown_cards(page, choice):
        assert card.rows or "no figures for this choice" in card.foot
        assert [row for row in card.rows if exact(row) is not None and not row[-2]] == []


def test_sources_lists_every_figure_with_its_cell() -> None:
    table = shown("sources", "South Lanarkshire's own figures").dataframe[0].value
    total = table[table["What"] == "Children looked after"]
    (row,) = total.to_dict("records")
    assert row["Figure"] == "579"
    assert cells(f"{row['File']}, {row['Sheet']}, {row['Cell']}") == [579]
    assert len(table) == 7


def test_sources_lists_what_later_editions_changed() -> None:
    page = shown("sources", "Scotland")
    body = next(b.proto.body for b in page.get("html") if "of Scotland revised" in b.proto.body)
    assert re.search(r">31 July 2019</th>.*?<td>14,015[^<]*</td>.*?<td>14,262[^<]*</td>", body)
    assert re.search(r">31 July 2023</th>.*?<td>12,206[^<]*</td>.*?<td>12,084[^<]*</td>", body)
