"""Small data folders, drawn as text: the dashboard is pointed at one by CPDASH_DATA."""

import shutil
from pathlib import Path

import pytest

from tests.pages.visits import PROJECT
from tests.reading.workbooks import draw

HEADINGS = (
    "Area | Census date | Collected by | At home | Kinship | Foster | Adopters | Residential"
    " | Total | Source | Published"
)
FIFE = f"""{HEADINGS}
Fife | 31 July 2017 | National return | 40 | 30 | 20 | 0 | 10 | 100 | Return of 2017 | 2018
Fife | 31 July 2018 | National return | 44 | 33 | 22 | 0 | 11 | 110 | Return of 2018 | 2019
Fife | 31 July 2019 | National return | 48 | 36 | 24 | 0 | 12 | 120 | Return of 2019 | 2020"""
"""Good figures: with any of the faults beside them they are still shown."""


def use(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point the dashboard at a folder."""
    monkeypatch.setenv("CPDASH_DATA", str(folder))
    return folder


def fill(folder: Path, **sheets: str) -> Path:
    """Put into a folder what a new store of it begins with: Fife's good figures, unless told other
    sheets. And the real plan."""
    (folder / "starter").mkdir()
    draw(folder / "starter" / "fife.xlsx", **(sheets or {"Placements": FIFE}))
    shutil.copy(PROJECT / "data" / "plan.xlsx", folder)
    return folder


def good(folder: Path, monkeypatch: pytest.MonkeyPatch, **sheets: str) -> Path:
    """A folder that is filled, with the dashboard pointed at it."""
    return use(fill(folder, **sheets), monkeypatch)
