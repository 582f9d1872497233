"""The store that a command works on: opened, begun where it is new, and closed."""

from collections.abc import Callable
from datetime import UTC, datetime

from cpdash.commands.terminal import DONE, REFUSED, warn
from cpdash.intake import STARTER, address, begin, data_folder
from cpdash.store import Store, StoreFault, open_store
from cpdash.wording import plural


def on_store(act: Callable[[Store], int]) -> int:
    """Run `act` on the store of the data folder and give its exit code. REFUSED, with a sentence,
    where the store cannot do it, and where it is not as it was written: what `act` printed then
    leaves out what is damaged."""
    try:
        store = open_store(address(data_folder()))
        try:
            _begin(store)
            code = act(store)
            damage = store.damage
        finally:
            store.close()
    except StoreFault as fault:
        warn(fault.sentence)
        return REFUSED
    for sentence in damage:
        warn(sentence)
    return REFUSED if damage and code == DONE else code


def _begin(store: Store) -> None:
    new = store.version() == 0
    for problem in begin(store, data_folder(), datetime.now(UTC)):
        warn(problem.line())
    if new and store.version():
        warn(f"The store is new: began it with the workbooks of the folder {STARTER}.")


def what_is_held(store: Store) -> str:
    """`6 editions with 4,018 figures`."""
    held = [edition.figures for edition in store.editions() if edition.held]
    editions = plural(len(held), "edition", "editions")
    return f"{editions} with {plural(sum(held), 'figure', 'figures')}"
