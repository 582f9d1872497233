"""What a process may do that is not root: root may write anywhere, so a child gives that up."""

import os
import pwd
from multiprocessing.connection import Connection
from pathlib import Path

from cpdash.store import StoreFault, open_store
from tests.store.workbooks import one, put, said

NOBODY = "nobody"


class Lowered:
    """As nobody, where this process is root."""

    def __enter__(self) -> None:
        if os.getuid() == 0:
            os.seteuid(pwd.getpwnam(NOBODY).pw_uid)

    def __exit__(self, *_: object) -> None:
        if os.getuid() == 0:
            os.seteuid(0)


def _owned(file: Path) -> None:
    """Give a store and its folder to nobody, and let them be reached."""
    if os.getuid() == 0:
        user = pwd.getpwnam(NOBODY).pw_uid
        for path in (file.parent, file):
            os.chown(path, user, -1)
        for path in file.parent.parents:
            if path.stat().st_mode & 0o001 == 0:
                path.chmod(path.stat().st_mode | 0o011)


def reading_only(name: str, what: str, tells: Connection) -> None:
    """Use a store of which the file, the folder or both may not be written; then give that back."""
    file = Path(name)
    _owned(file)
    closed = [file] * (what != "folder") + [file.parent] * (what != "file")
    for path in closed:
        path.chmod(0o555 if path.is_dir() else 0o444)
    with Lowered():
        store = open_store(f"sqlite:///{file}")
        told: dict[str, object] = {"fault": store.fault, "held": said(store)}
        told["newest"] = store.latest("S12000047")["value"].tolist()
        try:
            put(store, one(13, "b.xlsx"))
        except StoreFault as fault:
            told["kind"] = fault.kind
        told["version"] = store.version()
    for path in closed:
        path.chmod(0o755 if path.is_dir() else 0o644)
    with Lowered():
        told["fault_after"] = store.fault
        told["version_after"] = put(store, one(13, "b.xlsx")).version
    tells.send(told)


def making(name: str, tells: Connection) -> None:
    """Try to make a store in a folder that is closed."""
    folder = Path(name)
    folder.mkdir(mode=0o555)
    _owned(folder / "..")
    with Lowered():
        try:
            open_store(f"sqlite:///{folder}/census.sqlite")
        except StoreFault as fault:
            tells.send(fault.kind)
