"""Targets that no series of figures answers: something is in place, or only words are given."""

from typing import ClassVar

from cpdash.targets.case import Case
from cpdash.targets.target import Unanswerable, Verdict


class Milestone:
    """Something is in place by `due`; `in_place_on` is recorded by a person."""

    needs: ClassVar[tuple[str, ...]] = ("due",)

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        done, due = case.target.in_place_on, case.target.due
        if done is not None and done <= case.as_of:
            late = due is not None and done > due
            return Verdict("not_met" if late else "met", "LATE" if late else "", deciding_date=done)
        if due is not None and case.as_of <= due:
            return Verdict("not_yet_due")
        raise Unanswerable("NOT_REPORTED")


class Narrative:
    """Words to show beside what is known. With an indicator the plan states a level and sets no
    target for it; without one, nothing that is held counts it."""

    needs: ClassVar[tuple[str, ...]] = ()

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        target = case.target
        stated = target.baseline_value
        base = None if stated is None else (stated, target.baseline_date)
        seen = [p for p in case.points if p.when <= case.as_of and (p.known or p.hidden)]
        last = seen[-1] if seen and seen[-1].known else None
        return Verdict(
            "not_measurable",
            "CONTEXT" if target.indicator else "NOT_A_CENSUS_FIGURE",
            observed=(last.value, last.when) if last else None,
            baseline=base,
        )
