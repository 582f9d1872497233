"""A PostgreSQL of the tests' own: made, started, stopped and thrown away."""

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MISSING = "PostgreSQL is not installed: the store was tried on SQLite alone"
OWNER = "postgres"


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

    def control(self, *what: str) -> None:
        """Start or stop it."""
        assert self.programs is not None
        assert self.folder is not None
        _as_owner([f"{self.programs}/pg_ctl", "-D", f"{self.folder}/data", "-w", *what])

    def start(self) -> None:
        """Start it on its port, on this computer only."""
        port = self.url.rpartition(":")[2]
        # What is tried is programs that are killed, and not machines that lose their power.
        quick = "-c fsync=off -c full_page_writes=off -c autovacuum=off"
        options = f"-p {port} -c listen_addresses=127.0.0.1 -k {self.folder} {quick}"
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
    initdb = [f"{where}/initdb", "-D", f"{folder}/data", "-A", "trust", "-U", OWNER, "-E", "UTF8"]
    _as_owner([*initdb, "--locale=C.UTF-8", "--no-sync"])
    made = Cluster(f"postgresql://{OWNER}@127.0.0.1:{_free_port()}", where, folder)
    made.start()
    try:
        yield made
    finally:
        made.control("-m", "immediate", "stop")
        shutil.rmtree(folder)
