"""A file of SQLite with wrong bytes: it is said, or nothing that is shown has changed."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from cpdash.store import StoreFault, open_store
from tests.store.places import SQLite, file_of
from tests.store.workbooks import FIFE, MORAY, START, drawn, put, take

FLIPS, CUTS = 250, 30


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of two editions that are held and one that is not, with an answer."""
    url = SQLite(tmp_path_factory.mktemp("bytes")).store()
    store = open_store(url)
    for number in range(3):
        lines = [
            f"{area} {2010 + year}-07-31 {category} {10 * year + number}"
            for area in (FIFE, MORAY)
            for year in range(8)
            for category in ("total", "foster", "secure")
        ]
        put(store, drawn("\n".join(lines), f"{number}.xlsx"))
    take(store, 1)
    store.answer("Fife Council", "Kin", "kinship", who="Anna", token="kin", now=START)
    return file_of(url)


Seen = tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, object, object, object]


def seen(file: Path) -> tuple[str, Seen]:
    """The fault of a store, and all that it shows."""
    store = open_store(f"sqlite:///{file}")
    held = store.holdings()
    newest = store.latest(MORAY)
    told = (store.editions(), store.journal(), store.answers("Fife Council"))
    return store.fault, (held.figures, held.editions, newest, *told)


def agree(one: Seen, other: Seen) -> bool:
    """Whether the same is shown."""
    return all(
        a.equals(b) if isinstance(a, pd.DataFrame) else a == b
        for a, b in zip(one, other, strict=True)
    )


@dataclass(frozen=True)
class Spoiling:
    """A store, a place for spoilt copies of it, what it shows, and every figure that it ever had
    (where the journal is whole up to a line only, what was withdrawn later is held again)."""

    whole: Path
    copy: Path
    true: Seen
    ever: frozenset[tuple[object, ...]]

    def becomes(self, spoil: Callable[[bytearray], None]) -> str:
        """What becomes of a spoilt copy: `said` (it is refused, or has a fault and shows no figure
        that never was), `same`, or `wrong`."""
        content = bytearray(self.whole.read_bytes())
        spoil(content)
        self.copy.write_bytes(content)
        try:
            fault, found = seen(self.copy)
        except StoreFault:
            return "said"
        if fault:
            return "said" if rows(found[0]) <= self.ever else "wrong"
        return "same" if agree(found, self.true) else "wrong"


def rows(figures: pd.DataFrame) -> frozenset[tuple[object, ...]]:
    """Figures as values; no number is -1 here."""
    return frozenset(figures.fillna({"value": -1}).itertuples(index=False, name=None))


@pytest.fixture
def spoiling(whole: Path, tmp_path: Path) -> Spoiling:
    store = open_store(f"sqlite:///{whole}")
    ever = [rows(store.edition_figures(edition.id)) for edition in store.editions()]
    return Spoiling(whole, tmp_path / "copy.sqlite", seen(whole)[1], frozenset().union(*ever))


def test_no_byte_that_was_changed_changes_a_figure_silently(spoiling: Spoiling) -> None:
    chance = random.Random(4)
    size = spoiling.whole.stat().st_size
    places = [chance.randrange(size) for _ in range(FLIPS)]
    # The places where something stands, since half of a small file is empty.
    used = [place for place, byte in enumerate(spoiling.whole.read_bytes()) if byte]
    places[::2] = [chance.choice(used) for _ in places[::2]]

    def flip(place: int) -> Callable[[bytearray], None]:
        def spoil(content: bytearray) -> None:
            content[place] ^= 1 << chance.randrange(8)

        return spoil

    came = Counter(spoiling.becomes(flip(p)) for p in places)
    assert came["wrong"] == 0, came
    assert came["said"] > FLIPS / 3, came


def test_no_file_that_was_cut_short_shows_a_wrong_figure(spoiling: Spoiling) -> None:
    size = spoiling.whole.stat().st_size
    chance = random.Random(5)
    ends = [1, 15, 16, 99, 100, 4096, size - 1, size - 4096]
    ends += [chance.randrange(1, size) for _ in range(CUTS - len(ends))]

    def cut(end: int) -> Callable[[bytearray], None]:
        def spoil(content: bytearray) -> None:
            del content[end:]

        return spoil

    came = Counter(spoiling.becomes(cut(end)) for end in ends)
    assert came == {"said": CUTS}


def test_a_file_that_is_none_of_a_store_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "census.sqlite"
    file.write_bytes(b"Area,Total\nFife,12\n" * 100)
    with pytest.raises(StoreFault) as fault:
        open_store(f"sqlite:///{file}")
    assert fault.value.kind == "damaged"
