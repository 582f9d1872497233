"""The sheets of a plan workbook: each column's heading, the field it fills and how it is read."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from cpdash.plan import cells
from cpdash.plan.cells import Reader, itself, one_of
from cpdash.targets import KINDS
from cpdash.vocabulary import COLLECTIONS


@dataclass(frozen=True)
class Column:
    """`required`: the heading has to be there, and no row may leave it empty."""

    heading: str
    field: str
    read: Reader = cells.text
    required: bool = False


PLAN: Final = (
    Column("area", "area", cells.area, True),
    Column("title", "title", required=True),
    Column("starts", "starts", cells.day, True),
    Column("ends", "ends", cells.day, True),
    Column("source", "source", required=True),
    Column("published", "published"),
    Column("note", "note"),
)
COMMITMENTS: Final = (
    Column("plan area", "area", cells.area, True),
    Column("number", "number", required=True),
    Column("commitment", "title", required=True),
    Column("aim", "aims", cells.lines),
    Column("outcome", "outcome", cells.text),
)
ACTIONS: Final = (
    Column("commitment", "commitment", required=True),
    Column("number", "number", required=True),
    Column("action", "title", required=True),
    Column("measure", "measure"),
    Column("lead officer", "lead"),
    Column("due", "due_text"),
    Column("due date", "due", cells.day),
)

GOOD: Final[dict[str, object]] = {"higher": 1, "lower": -1, "neither": 0}
PERIODS: Final[dict[str, object]] = {"year on year": "year_on_year", "over plan": "over_plan"}
YES_NO: Final[dict[str, object]] = {"yes": True, "no": False}


def target_columns(indicators: Collection[str]) -> tuple[Column, ...]:
    """The columns of the sheet of targets; `indicators` are the ids that may stand in it."""
    return (
        Column("id", "id", required=True),
        Column("area", "area", cells.area, True),
        Column("action", "action", required=True),
        Column("the plan's words", "text", required=True),
        Column("kind", "kind", one_of(itself(KINDS), "plan-unknown-kind"), True),
        Column("indicator", "indicator", one_of(itself(indicators), "plan-unknown-indicator")),
        Column("figures", "collection", one_of(itself(COLLECTIONS))),
        Column("good", "good", one_of(GOOD), True),
        Column("start", "start", cells.day),
        Column("due", "due", cells.day),
        Column("baseline", "baseline_value", cells.number),
        Column("baseline date", "baseline_date", cells.day),
        Column("baseline origin", "baseline_origin", one_of(itself(("stated", "derived")))),
        Column("baseline note", "baseline_note"),
        Column("target", "target_value", cells.number),
        Column("lowest", "lower", cells.number),
        Column("highest", "upper", cells.number),
        Column("change", "change", cells.number),
        Column("change type", "change_type", one_of(itself(("percent", "absolute", "points")))),
        Column("direction", "direction", one_of(itself(("increase", "decrease")))),
        Column("period", "period", one_of(PERIODS)),
        Column("strict", "strict", one_of(YES_NO)),
        Column("tolerance", "tolerance_abs", cells.number),
        Column("tolerance percent", "tolerance_rel", cells.fraction),
        Column("path", "interpolation", one_of(itself(("linear", "step", "geometric")))),
        Column("compared with", "comparator", cells.comparator),
        Column("how we read it", "interpretation"),
        Column("agreed by", "agreed_by"),
        Column("in place on", "in_place_on", cells.day),
    )
