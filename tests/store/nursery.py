"""Loaded once by the process of which others are born: what they would all make anew is there."""

from tempfile import TemporaryDirectory

from cpdash.store import open_store
from tests.store import writers
from tests.store.workbooks import one, put

__all__ = ["writers"]

with TemporaryDirectory() as folder:
    put(open_store(f"sqlite:///{folder}/census.sqlite"), one(1))
