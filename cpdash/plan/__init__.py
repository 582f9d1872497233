"""A corporate parenting plan, read from the workbook that it is kept in.

The whole workbook is read before anything is said, so one ConfigError names every fault.
"""

from collections.abc import Collection, Iterable
from pathlib import Path

from cpdash.areas import AREAS
from cpdash.plan import checks, columns
from cpdash.plan.faults import FAULTS, Report
from cpdash.plan.model import Action, Commitment, Plan
from cpdash.plan.sheets import Row, opened, rows
from cpdash.problems import ConfigError, Problem
from cpdash.targets import Target

__all__ = ["FAULTS", "Action", "Commitment", "Plan", "plans", "read_plan"]


def read_plan(path: Path, indicators: Collection[str]) -> Plan:
    """The plan of one workbook; ConfigError with all its problems. `indicators` are the ids that
    its targets may name."""
    report = Report(path.name)
    book = opened(path, report)
    if book is None:
        raise ConfigError(report.problems)
    target_columns = columns.target_columns(indicators)
    plan = checks.one_plan(rows(book, "Plan", columns.PLAN, report), report)
    commitments = rows(book, "Commitments", columns.COMMITMENTS, report)
    actions = rows(book, "Actions", columns.ACTIONS, report)
    targets = rows(book, "Targets", target_columns, report)

    checks.same_area(plan, [*commitments, *targets], report)
    checks.once(commitments, "number", report)
    checks.once(targets, "id", report)
    numbers = [row.values["number"] for row in commitments if "number" in row.values]
    checks.points_to(actions, "commitment", numbers, "plan-unknown-commitment", report)
    numbers = [row.values["number"] for row in actions if "number" in row.values]
    checks.points_to(targets, "action", numbers, "plan-unknown-action", report)
    checks.complete(targets, target_columns, report)
    if report.problems or plan is None:
        raise ConfigError(report.problems)
    return _plan(plan, commitments, actions, targets, path.name)


def _plan(
    plan: Row, commitments: list[Row], actions: list[Row], targets: list[Row], file: str
) -> Plan:
    said = plan.values
    return Plan(
        said["area"],
        said["title"],
        said["starts"],
        said["ends"],
        said["source"],
        said.get("published", ""),
        said.get("note", ""),
        tuple(_commitment(row, actions) for row in commitments),
        tuple(Target(**row.values, sheet=row.sheet, cell=row.cell("id")) for row in targets),
        file,
    )


def _commitment(row: Row, actions: list[Row]) -> Commitment:
    number = row.values["number"]
    return Commitment(
        number,
        row.values["title"],
        row.values.get("aims", ()),
        row.values.get("outcome", ""),
        tuple(_action(action) for action in actions if action.values["commitment"] == number),
    )


def _action(row: Row) -> Action:
    said = row.values
    return Action(
        said["number"],
        said["title"],
        said.get("measure", ""),
        said.get("lead", ""),
        said.get("due_text", ""),
        said.get("due"),
    )


def plans(
    paths: Iterable[Path], indicators: Collection[str]
) -> tuple[dict[str, Plan], tuple[Problem, ...]]:
    """Plans by the code of their council, and the problems of the workbooks that gave none."""
    found: dict[str, Plan] = {}
    problems: list[Problem] = []
    for path in paths:
        try:
            plan = read_plan(path, indicators)
        except ConfigError as error:
            problems += error.problems
            continue
        if plan.area in found:
            report = Report(path.name)
            name, other = AREAS[plan.area].name, found[plan.area].file
            report.add("plan-area-twice", "Plan", "", f"found a plan for {name}", other=other)
            problems += report.problems
            continue
        found[plan.area] = plan
    return found, tuple(problems)
