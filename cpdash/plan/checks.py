"""Rows of a plan against each other: nothing twice, nothing that points nowhere, nothing that a
kind of target needs left out."""

import re
from collections.abc import Iterable

from cpdash.areas import AREAS
from cpdash.plan.columns import Column
from cpdash.plan.faults import Report, choices, quoted
from cpdash.plan.sheets import Row
from cpdash.targets import KINDS
from cpdash.wording import day, number

SECTION = re.compile(r"section \d+(\.\d+)*", re.IGNORECASE)


def one_plan(found: list[Row], report: Report) -> Row | None:
    """The row of the sheet Plan, if there is exactly one and it can be read."""
    if not found and not report.problems:
        report.add("plan-row-missing", "Plan", "A1", "found none")
    for extra in found[1:]:
        report.add("plan-row-second", extra.sheet, extra.cell("area"), "found a second row")
    for row in found[:1]:
        _in_order(row, "starts", "ends", report)
    return found[0] if found and not found[0].misread else None


def same_area(plan: Row | None, found: Iterable[Row], report: Report) -> None:
    """Every row is about the council whose plan this is."""
    code = plan.values.get("area") if plan is not None else None
    if code is None:
        return
    for row in found:
        said = row.values.get("area", code)
        if said != code:
            place = (row.sheet, row.cell("area"), quoted(AREAS[said].name))
            report.add("plan-other-area", *place, wanted=AREAS[code].name)


def once(found: Iterable[Row], name: str, report: Report) -> None:
    """A field that names its row stands in one row only."""
    seen: dict[str, str] = {}
    for row in found:
        value = row.values.get(name)
        if value in seen:
            place = (row.sheet, row.cell(name), quoted(value))
            report.add("plan-duplicate-id", *place, other=seen[value])
        elif value is not None:
            seen[value] = row.cell(name)


def points_to(
    found: Iterable[Row], name: str, known: Iterable[str], code: str, report: Report
) -> None:
    """A field that names another row names one that is there, or a section of the plan."""
    known = list(dict.fromkeys(known))
    for row in found:
        value = row.values.get(name)
        if value is None or value in known or (name == "action" and SECTION.fullmatch(value)):
            continue
        report.add(code, row.sheet, row.cell(name), quoted(value), **choices(value, known))


def complete(found: Iterable[Row], columns: Iterable[Column], report: Report) -> None:
    """Each target has what its kind needs, and its days and limits are in order."""
    headings = {column.field: column.heading for column in columns}
    for row in found:
        kind = row.values.get("kind")
        for need in KINDS[kind].needs if kind else ():
            names = need.split("|")
            if not any(row.has(name) for name in names):
                asked = " or ".join(f'"{headings[name]}"' for name in names)
                wanted = f"something under {asked}, because the kind is {kind}"
                place = (row.sheet, row.cell(names[0]), "found nothing")
                report.add("plan-value-missing", *place, wanted=wanted)
        if row.has("baseline_value") and not row.has("baseline_origin"):
            place = (row.sheet, row.cell("baseline_origin"), "found nothing")
            wanted = 'stated or derived, because there is a number under "baseline"'
            report.add("plan-value-missing", *place, wanted=wanted)
        _in_order(row, "start", "due", report)
        _limits(row, report)


def _in_order(row: Row, first: str, last: str, report: Report) -> None:
    start, due = row.values.get(first), row.values.get(last)
    if start is not None and due is not None and due <= start:
        place = (row.sheet, row.cell(last), quoted(day(due)))
        report.add("plan-due-before-start", *place, start=day(start))


def _limits(row: Row, report: Report) -> None:
    lower, upper = row.values.get("lower"), row.values.get("upper")
    if lower is not None and upper is not None and upper < lower:
        place = (row.sheet, row.cell("upper"), quoted(number(upper, 1)))
        report.add("plan-limits-crossed", *place, lower=number(lower, 1))
