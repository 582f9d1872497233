"""A data folder of one's own, files drawn in it, and commands run on it."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from cpdash.__main__ import main
from cpdash.store import Store, open_store
from tests.reading.workbooks import draw

HEADINGS = (
    "Area | Census date | At home | Kinship | Foster | Adopters | Residential | Total | Source"
    " | Published"
)
FIRST = "Fife | 31 July 2018 | 44 | 33 | 22 | 0 | 11 | 110 | Return of 2018 | 2019"
SECOND = "Fife | 31 July 2019 | 48 | 36 | 24 | 0 | 12 | 120 | Return of 2019 | 2020"
"""What a new store begins with: twelve figures of Fife."""


class Said(NamedTuple):
    """What a call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """The answer, line by line."""
        return self.out.splitlines()


class Desk:
    """A data folder with a starter workbook of Fife, and the commands that work on it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys
        self.data = folder / "data"
        (self.data / "starter").mkdir(parents=True)
        draw(self.data / "starter" / "fife.xlsx", Placements=f"{HEADINGS}\n{FIRST}\n{SECOND}")

    def draw(self, name: str, *rows: str) -> str:
        """A workbook in the project's own layout; its path."""
        return str(draw(self.folder / name, Placements="\n".join([HEADINGS, *rows])))

    def put(self, name: str, content: bytes) -> str:
        """A file of these bytes; its path."""
        (self.folder / name).write_bytes(content)
        return str(self.folder / name)

    def run(self, *call: str) -> Said:
        """Run a command in this process."""
        self.capsys.readouterr()
        code = main(call)
        return Said(code, *self.capsys.readouterr())

    def accept(self, *call: str) -> Said:
        """Import, as Anna, and accept it."""
        said = self.run("import", *call, "--accept", "--who", "Anna")
        assert said.code == 0, said.err
        return said

    @property
    def store(self) -> Store:
        """The store that the commands work on."""
        return open_store(f"sqlite:///{self.data / 'cpdash.sqlite'}")


def without_plans(said: Said) -> Sequence[str]:
    """What was said beside the answer, but for the plan that a folder of a test has not got."""
    return [line for line in said.err.splitlines() if "plan.xlsx" not in line]
