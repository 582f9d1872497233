"""A store of each database for every test that asks for one."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cpdash.store import Store, open_store
from tests.store import postgresql
from tests.store.postgresql import MISSING, Cluster


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A server of PostgreSQL: CPDASH_TEST_DATABASE_URL, or one of the tests' own."""
    given = os.environ.get("CPDASH_TEST_DATABASE_URL")
    programs = postgresql.programs()
    if given:
        yield Cluster(given.rstrip("/"))
    elif programs is None:
        pytest.skip(MISSING)
    else:
        with postgresql.cluster(programs) as made:
            yield made


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a new store may be made."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path}/census.sqlite"
        return
    cluster = request.getfixturevalue("cluster")
    made = cluster.new()
    yield made
    cluster.drop(made)


@pytest.fixture
def opened(url: str) -> Iterator[Callable[[], Store]]:
    """Opens the store, as many times as a test asks."""
    stores: list[Store] = []

    def again() -> Store:
        stores.append(open_store(url))
        return stores[-1]

    yield again
    for store in stores:
        store.close()


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    """A new store."""
    return opened()
