"""Keeping the store: copying it, and looking whether it is as it was written."""

from argparse import Namespace

from cpdash.commands.opened import on_store, what_is_held
from cpdash.commands.terminal import DONE, say
from cpdash.store import Store


def backup(call: Namespace) -> int:
    """Copy the store to a new file, never over one that is there."""

    def act(store: Store) -> int:
        store.backup(call.file)
        say(f"Wrote {call.file}: {what_is_held(store)}. The copy was looked at and is whole.")
        return DONE

    return on_store(act)


def verify(_call: Namespace) -> int:
    """Look at all of the store and say that it is sound; what is wrong is said on closing it."""

    def act(store: Store) -> int:
        if not store.verify():
            say(f"The store is sound: version {store.version()}, {what_is_held(store)}.")
        return DONE

    return on_store(act)
