"""What of a store may be shown: what was looked at in this process and is as it was written."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from threading import Lock
from typing import Final, TypeVar

from sqlalchemy import Connection

from cpdash.store import checking, journal
from cpdash.store.engine import Database
from cpdash.store.faults import NOTHING, StoreFault

CHEAP: Final = 250_000
"""Figures up to which a start looks at all of them. Of more it looks at the newest editions, and
at every other one when it is first shown."""
NEWEST: Final = 3

Found = TypeVar("Found")


@dataclass
class Trust:
    """`wrong`: what is wrong but for editions, in sentences; `newer`: the schema is; `sound`: the
    last version up to which the journal is as it was written, None where all of it is; `verified`:
    editions that were looked at; `damaged`: those that are not as they were written, with what to
    say of them."""

    where: Database
    wrong: tuple[str, ...] = ()
    newer: bool = False
    sound: int | None = None
    verified: frozenset[int] = frozenset()
    damaged: dict[int, str] = field(default_factory=dict)
    one_at_a_time: Lock = field(default_factory=Lock)

    def look(self, full: bool) -> tuple[str, ...]:
        """Look at the store: its schema, pages, journal and editions, `full` at each of them, else
        as far as that is cheap. What is wrong, in sentences; none where nothing is."""
        with self.one_at_a_time:
            schema = self._ask(checking.schema, checking.UNREADABLE)
            nothing: dict[int, int] = {}
            sizes = self._ask(checking.sizes, nothing)
            full = full or sum(sizes.values()) <= CHEAP
            # Of a newer store this program cannot say how it was made.
            pages = [] if schema else self._ask(checking.Pages(full), [checking.UNREADABLE])
            sound, lines = self._ask(checking.lines, (0, [checking.UNREADABLE]))
            self.newer, self.sound = bool(schema), sound if lines else None
            self.wrong = tuple(filter(None, [schema, *pages, *lines]))
            looked_at = list(sizes) if full else list(sizes)[:NEWEST]
            # In this order, for those who read them meanwhile.
            self.damaged = self._changed(looked_at)
            self.verified = frozenset(looked_at)
        return self.sentences()

    def sentences(self) -> tuple[str, ...]:
        """What is known to be wrong, each thing once."""
        return tuple(dict.fromkeys((*self.wrong, *self.damaged.values())))

    def expect_sound(self) -> None:
        """Raise StoreFault where the store may not be written because of what is wrong."""
        if said := self.sentences():
            raise StoreFault("newer" if self.newer else "damaged", " ".join((*said, NOTHING)))

    def version(self, connection: Connection) -> int:
        """The newest version that may be shown."""
        newest = journal.version(connection)
        return newest if self.sound is None else min(newest, self.sound)

    def shown(self, editions: Collection[int]) -> list[int]:
        """Those of editions that are as they were written, in their order: what was not looked at
        yet is looked at now, once."""
        if not self.verified.issuperset(editions):
            with self.one_at_a_time:
                new = [one for one in editions if one not in self.verified]
                self.damaged = self.damaged | self._changed(new)
                self.verified |= frozenset(new)
        return sorted(one for one in editions if one not in self.damaged)

    def _changed(self, editions: Collection[int]) -> dict[int, str]:
        """Those of editions that are not as they were written, with what to say of them."""
        said = {
            edition: self._ask(checking.Edition(edition), checking.changed(edition))
            for edition in editions
        }
        return {edition: wrong for edition, wrong in said.items() if wrong}

    def _ask(self, check: Callable[[Connection], Found], otherwise: Found) -> Found:
        """What a check finds; `otherwise` where the database cannot read what it is to look at."""
        try:
            with self.where.reading() as connection:
                return check(connection)
        except StoreFault as error:
            if error.kind != "damaged":
                raise
            return otherwise
