"""A store of each database for every test that asks for one."""

import os
from collections.abc import Callable, Iterator

import pytest

from cpdash.store import Store, open_store
from tests.store import postgresql
from tests.store.places import Places, PostgreSQL, SQLite
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


@pytest.fixture(scope="session", params=["sqlite", "postgresql"])
def places(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Places]:
    """Where stores of one of the databases may be made."""
    if request.param == "sqlite":
        yield SQLite(tmp_path_factory.mktemp("stores"))
        return
    made = PostgreSQL(request.getfixturevalue("cluster"))
    yield made
    made.drop_all()


@pytest.fixture
def url(places: Places) -> str:
    """A store that holds nothing yet."""
    return places.store()


@pytest.fixture
def opened(places: Places, url: str) -> Iterator[Callable[[], Store]]:
    """Opens the store, as many times as a test asks."""
    stores: list[Store] = []

    def again() -> Store:
        stores.append(open_store(url))
        return stores[-1]

    yield again
    for store in stores:
        store.close()
    places.drop(url)


@pytest.fixture
def store(opened: Callable[[], Store]) -> Store:
    """A new store."""
    return opened()
