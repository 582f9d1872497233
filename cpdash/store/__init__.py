"""The store of editions: what was accepted, by whom and when, and never a figure changed."""

from cpdash.store.faults import Kind, StoreFault
from cpdash.store.model import LEAVE_OUT, Accepted, Answer, Edition, Entry, Upload
from cpdash.store.store import Store, open_store

__all__ = [
    "LEAVE_OUT",
    "Accepted",
    "Answer",
    "Edition",
    "Entry",
    "Kind",
    "Store",
    "StoreFault",
    "Upload",
    "open_store",
]
