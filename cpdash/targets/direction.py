"""Targets that ask for a direction: more or fewer, year on year or over the whole plan."""

from itertools import pairwise
from typing import ClassVar, NamedTuple

from cpdash.targets.case import NEAR, Case, Observed, nearest, smallest_base, years_after
from cpdash.targets.target import Arithmetic, Step, Unanswerable, Verdict, kept_since


class Chain(NamedTuple):
    """The yearly censuses that a direction is read from, and what keeps some apart."""

    points: tuple[Observed, ...]
    pairs: tuple[tuple[Observed, Observed], ...]
    broken: bool  # a pair stands on two sides of a break
    gaps: bool  # a census of the plan's years is not held


class Direction:
    """`direction`, strictly or not, from each year to the next or from start to end."""

    needs: ClassVar[tuple[str, ...]] = ("indicator", "direction")

    @staticmethod
    def evaluate(case: Case) -> Verdict:
        chain = _yearly(case) if case.target.period == "year_on_year" else _ends(case)
        base = case.baseline.pair if case.baseline else None
        if chain.broken and not _judged_by(chain.pairs, chain.points, case.ended):
            raise Unanswerable("BREAK", base)
        if len(chain.points) < 2:
            raise Unanswerable("ONE_POINT", base)
        if not case.target.interpretation or not case.target.direction:
            raise Unanswerable("AMBIGUOUS", base)
        if not chain.pairs or not (case.ended or chain.pairs[-1][1] == chain.points[-1]):
            raise Unanswerable("CENSUS_NOT_HELD", base)
        return _verdict(case, chain)


def _judged_by(
    pairs: tuple[tuple[Observed, Observed], ...], points: tuple[Observed, ...], ended: bool
) -> bool:
    """Whether a break elsewhere leaves an answer: the whole plan is judged at its end by any pair
    that went the wrong way, and on its way by the last pair."""
    return bool(pairs) and (ended or pairs[-1][1] == points[-1])


def _verdict(case: Case, chain: Chain) -> Verdict:
    steps = tuple(_step(case, old, new) for old, new in chain.pairs)
    first, last = chain.points[0], chain.points[-1]
    unbroken = max(
        (i for i in range(1, len(steps)) if steps[i].from_date != steps[i - 1].to_date), default=0
    )
    status, reason = _status(case, chain, steps)
    if status == "cannot_tell":
        raise Unanswerable(reason, (first.value, first.when))
    return Verdict(
        status,
        reason,
        observed=(last.value, last.when),
        baseline=(first.value, first.when),
        satisfied=steps,
        held_since=kept_since(steps[unbroken:]),
        deciding_date=last.when,
        smallest_base=smallest_base(*chain.points),
    )


def _status(case: Case, chain: Chain, steps: tuple[Step, ...]) -> tuple[Arithmetic, str]:
    falls = case.target.direction == "decrease"
    # Nought cannot fall: staying there is neither kept nor missed.
    stuck = [falls and not s.held and s.from_value == s.to_value == 0 for s in steps]
    missed = [s for s, at_nought in zip(steps, stuck, strict=True) if not (s.held or at_nought)]
    tie = "NO_CHANGE" if steps[-1].from_value == steps[-1].to_value else ""
    if case.target.period == "over_plan" and chain.gaps:
        return "cannot_tell", "CENSUS_NOT_HELD"
    if case.ended:
        if missed:
            return "not_met", tie
        if chain.broken:
            return "cannot_tell", "BREAK"
        if any(stuck):
            return "cannot_tell", "ZERO_BASE"
        return ("cannot_tell", "CENSUS_NOT_HELD") if chain.gaps else ("met", "")
    if stuck[-1]:
        return "cannot_tell", "ZERO_BASE"
    if not steps[-1].held:
        return "off_track", tie
    return ("at_risk", "") if missed else ("on_track", "")


def _step(case: Case, old: Observed, new: Observed) -> Step:
    sign = 1 if case.target.direction == "increase" else -1
    moved = sign * (new.value - old.value)
    held = moved > 0 if case.target.strict else moved >= 0
    return Step(old.when, new.when, old.value, new.value, held)


def _first(case: Case) -> Observed:
    """Where the pairs begin: the baseline, else the first census of the plan's years."""
    base = case.baseline
    inside = case.within(case.since)
    answers = [point for point in inside if point.known or point.hidden]
    if not answers:
        raise Unanswerable("NO_DATA")
    if answers[0].hidden:
        raise Unanswerable("HIDDEN")
    if base is None or base.when is None:
        return answers[0]
    held = next((point for point in inside if point.when == base.when), None)
    segment = answers[0].segment if base.segment is None else base.segment
    out_of = held.denominator if held is not None else float("nan")
    return Observed(base.when, base.value, out_of, "", segment)


def _yearly(case: Case) -> Chain:
    first = _first(case)
    inside = case.within(first.when)
    years: list[Observed | None] = [first]
    while (day := years_after(first.when, len(years))) - NEAR <= case.limit:
        found = nearest(inside, day)
        if found is None and day > case.limit:
            break
        years.append(found)
    if any(point is not None and point.hidden for point in years):
        raise Unanswerable("HIDDEN")
    known = [point if point is not None and point.known else None for point in years]
    pairs = [(a, b) for a, b in pairwise(known) if a is not None and b is not None]
    late = case.target.start is not None and first.when > years_after(case.target.start, 1)
    return Chain(
        tuple(point for point in known if point is not None),
        tuple((a, b) for a, b in pairs if a.segment == b.segment),
        any(a.segment != b.segment for a, b in pairs),
        late or any(point is None for point in known),
    )


def _ends(case: Case) -> Chain:
    first = _first(case)
    last = case.deciding(first.when)
    if last.when == first.when:
        return Chain((first,), (), False, False)
    same = first.segment == last.segment
    return Chain((first, last), ((first, last),) if same else (), not same, case.awaited(last))
