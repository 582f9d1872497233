"""A PostgreSQL of the tests' own: made, started, stopped and thrown away."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg
from psycopg import sql

MISSING = "PostgreSQL is not installed: the store was tried on SQLite alone"
OWNER = "postgres"
_NUMBERS = count(1)


def programs() -> Path | None:
    """The folder of initdb and pg_ctl; the newest where there are several."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else []
    return next((path for path in [*debian[::-1], *places] if (path / "initdb").exists()), None)


@dataclass(frozen=True)
class Cluster:
    """A server of PostgreSQL by its URL without a database; `programs` and `folder` where it is
    the tests' own, to stop and to start."""

    url: str
    programs: Path | None = None
    folder: Path | None = None

    def new(self) -> str:
        """The URL of a new, empty database."""
        name = f"cpdash_test_{os.getpid()}_{next(_NUMBERS)}"
        with psycopg.connect(f"{self.url}/postgres", autocommit=True) as connection:
            connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        return f"{self.url.replace('postgresql:', 'postgresql+psycopg:')}/{name}"

    def drop(self, url: str) -> None:
        """Throw a database away, whoever is still connected."""
        name = sql.Identifier(url.rpartition("/")[2])
        with psycopg.connect(f"{self.url}/postgres", autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))

    def control(self, *what: str) -> None:
        """Start or stop it."""
        assert self.programs is not None
        assert self.folder is not None
        _as_owner([f"{self.programs}/pg_ctl", "-D", f"{self.folder}/data", "-w", *what])

    def start(self) -> None:
        """Start it on its port, on this computer only."""
        port = self.url.rpartition(":")[2]
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {self.folder}"
        self.control("-l", f"{self.folder}/log", "-o", options, "start")


def _as_owner(command: Sequence[str]) -> None:
    """Run what PostgreSQL does not let root run."""
    root = os.geteuid() == 0
    subprocess.run(
        ["runuser", "-u", OWNER, "--", *command] if root else list(command),
        check=True,
        capture_output=True,
        cwd="/",
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def cluster(where: Path) -> Iterator[Cluster]:
    """A server of the tests' own, by the programs in `where`."""
    folder = Path(tempfile.mkdtemp(prefix="cpdash-postgresql-"))
    owner = OWNER if os.geteuid() == 0 else None
    if owner:
        shutil.chown(folder, owner)
    # Nobody else reaches it, and a machine that loses its power is not what is tried.
    initdb = [f"{where}/initdb", "-D", f"{folder}/data", "-A", "trust", "-U", OWNER, "-E", "UTF8"]
    _as_owner([*initdb, "--locale=C.UTF-8", "--no-sync"])
    made = Cluster(f"postgresql://{OWNER}@127.0.0.1:{_free_port()}", where, folder)
    made.start()
    try:
        yield made
    finally:
        made.control("-m", "immediate", "stop")
        shutil.rmtree(folder)
