"""Kinds of target and how each is judged; a new kind is one class and its line in KINDS.

This is arithmetic: whether the plan's words came true. How sure anyone can be that something
shifted is another question.
"""

from datetime import date
from typing import ClassVar, Final, Protocol

from cpdash.series import Series
from cpdash.targets.case import Case, points
from cpdash.targets.direction import Direction
from cpdash.targets.levels import ChangeFromBaseline, LevelByDate
from cpdash.targets.limits import Ceiling, Comparator, Floor, Maintain, Range
from cpdash.targets.states import Milestone, Narrative
from cpdash.targets.target import Step, Target, Unanswerable, Verdict
from cpdash.targets.words import REASONS, VERDICTS, sentence

__all__ = [
    "KINDS",
    "REASONS",
    "VERDICTS",
    "Kind",
    "Step",
    "Target",
    "Verdict",
    "evaluate",
    "sentence",
]


class Kind(Protocol):
    """A kind of target. `needs`: fields without which it says nothing (`a|b`: one of the two)."""

    needs: ClassVar[tuple[str, ...]]

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        """The verdict, or Unanswerable with a reason code."""
        ...


KINDS: Final[dict[str, type[Kind]]] = {
    "direction": Direction,
    "level_by_date": LevelByDate,
    "change_from_baseline": ChangeFromBaseline,
    "floor": Floor,
    "ceiling": Ceiling,
    "range": Range,
    "maintain": Maintain,
    "comparator": Comparator,
    "milestone": Milestone,
    "narrative": Narrative,
}


NOTHING: Final = Series()


def evaluate(target: Target, series: Series, as_of: date, beside: Series = NOTHING) -> Verdict:
    """Judge a target on the day `as_of`.

    `series`: the target's indicator in its area and collection; `beside` the same for its
    comparator. Whoever shows the answer in public hands in figures with hidden ones marked `c`.
    """
    case = Case(target, points(series), points(beside), as_of)
    try:
        return KINDS[target.kind].evaluate(case)
    except Unanswerable as unanswerable:
        return Verdict("cannot_tell", unanswerable.reason, baseline=unanswerable.baseline)
