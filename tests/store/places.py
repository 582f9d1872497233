"""Places for stores: files of SQLite in a folder, databases of a server of PostgreSQL."""

import os
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Protocol

import psycopg
from psycopg import sql

from cpdash.store import open_store
from tests.store.postgresql import Cluster

NUMBERS = count(1)


class Places(Protocol):
    """Where stores may be made."""

    def empty(self) -> str:
        """The URL of a place in which nothing is."""

    def store(self, template: str = "") -> str:
        """The URL of a copy of a store that nobody uses; of one that holds nothing yet unless it
        is given. To copy is quicker than to make."""

    def drop(self, url: str) -> None:
        """Throw a store away."""


class SQLite:
    """Files in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.numbers = count(1)
        self.template = ""

    def empty(self) -> str:
        """A file that is not there yet, in a folder of its own."""
        folder = self.folder / f"{next(self.numbers)}"
        folder.mkdir()
        return f"sqlite:///{folder}/census.sqlite"

    def store(self, template: str = "") -> str:
        """A copy of a file."""
        self.template = self.template or _made(self.empty)
        url = self.empty()
        shutil.copy(file_of(template or self.template), file_of(url))
        return url

    def drop(self, url: str) -> None:
        """Throw a file away."""
        shutil.rmtree(file_of(url).parent)


class PostgreSQL:
    """Databases of a server."""

    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.template = ""
        self.made: list[str] = []

    def empty(self) -> str:
        """A new database."""
        return self._new("template1")

    def store(self, template: str = "") -> str:
        """A copy of a database."""
        self.template = self.template or _made(self.empty)
        return self._new((template or self.template).rpartition("/")[2])

    def _new(self, template: str) -> str:
        name = f"cpdash_test_{os.getpid()}_{next(NUMBERS)}"
        self._do("CREATE DATABASE {} TEMPLATE {}", name, template)
        self.made.append(name)
        return f"{self.cluster.url.replace('postgresql:', 'postgresql+psycopg:')}/{name}"

    def drop(self, url: str) -> None:
        """Throw a database away, whoever is still connected."""
        self._do("DROP DATABASE {} WITH (FORCE)", url.rpartition("/")[2])

    def drop_all(self) -> None:
        """Leave nothing on somebody else's server."""
        for name in self.made if self.cluster.folder is None else ():
            self._do("DROP DATABASE IF EXISTS {} WITH (FORCE)", name)

    def _do(self, what: str, *names: str) -> None:
        with psycopg.connect(f"{self.cluster.url}/postgres", autocommit=True) as connection:
            connection.execute(sql.SQL(what).format(*map(sql.Identifier, names)))


def file_of(url: str) -> Path:
    """The file of a store of SQLite."""
    return Path(url.removeprefix("sqlite:///"))


def _made(empty: Callable[[], str]) -> str:
    url = empty()
    open_store(url).close()
    return url
