"""A corporate parenting plan: what it commits to, what it will do, how progress is seen."""

from dataclasses import dataclass
from datetime import date

from cpdash.targets import Target


@dataclass(frozen=True)
class Action:
    """One row of the plan's table; an action with two measures has two rows, one number.

    `due_text` is the timescale as the plan has it, `due` the last day that it covers.
    """

    number: str
    title: str
    measure: str
    lead: str
    due_text: str
    due: date | None


@dataclass(frozen=True)
class Commitment:
    """What the plan commits to, what it aims for, and what should come of it."""

    number: str
    title: str
    aims: tuple[str, ...]
    outcome: str
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class Plan:
    """One council's plan. `area` is its code, `published` as precise as the source has it,
    `note` what a reader has to know of how it was put here."""

    area: str
    title: str
    starts: date
    ends: date
    source: str
    published: str
    note: str
    commitments: tuple[Commitment, ...]
    targets: tuple[Target, ...]
    file: str
