"""The example workbooks: what the correction of the quarterly report changes, cell by cell."""

from datetime import date
from pathlib import Path

import pytest

from cpdash.census import Census
from cpdash.comparison import compare, contents
from cpdash.figures import Holdings
from cpdash.indicators import INDICATORS
from cpdash.plan import plans
from cpdash.reading import read, together
from tests.comparison.drawn import TODAY

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"
QUARTERLY, CORRECTED = "strathlorne-quarterly.xlsx", "strathlorne-corrected.xlsx"

CHANGED = """
2025-12-31 at_home 60 59 C43 C5
2025-12-31 kinship 82 84 D43 D5
2025-12-31 foster_purchased 27 28 F43 F5
2025-12-31 total 263 265 B43 B5
2026-06-30 at_home 62 61 C45 C7
2026-06-30 kinship 81 83 D45 D7
2026-06-30 foster_purchased 25 26 F45 F7
2026-06-30 total 266 268 B45 B7
2026-09-30 at_home 62 61 C46 C8
2026-09-30 kinship 81 83 D46 D8
2026-09-30 foster_purchased 24 25 F46 F8
2026-09-30 total 258 260 B46 B8
"""
"""Children looked after: census, category, was, is, and both cells."""


@pytest.fixture(scope="module")
def files() -> dict[str, Holdings]:
    return {name: together([read(EXAMPLES / name, TODAY)]) for name in (QUARTERLY, CORRECTED)}


def test_the_correction_changes_thirteen_figures_and_no_other(files: dict[str, Holdings]) -> None:
    found = compare(Census(files[QUARTERLY]), files[CORRECTED], {}, TODAY)
    assert found.summary() == "0 new figures, 13 changed, 47 the same"
    assert found.changed["shown"].all()
    children = found.changed[found.changed["measure"].eq("looked_after")]
    said = [
        f"{r.census_date:%Y-%m-%d} {r.category} {r.was:.0f} {r.value:.0f} {r.was_cell} {r.cell}"
        for r in children.itertuples()
    ]
    assert sorted(said) == sorted(CHANGED.strip().splitlines())
    (young,) = found.changed[~found.changed["measure"].eq("looked_after")].itertuples()
    assert (young.measure, young.was, young.value) == ("aftercare_eligible", 206, 209)
    assert (young.was_cell, young.sheet, young.cell) == ("C44", "Aftercare", "C7")
    assert found.vanished.empty
    assert found.appeared.empty
    assert (found.older, found.jumps, found.sums) == ((), (), ())


def test_the_correction_turns_one_verdict_and_says_why(files: dict[str, Holdings]) -> None:
    """104 of 209 young people receive aftercare, not 104 of 206: the plan asks for a half."""
    known, faults = plans([EXAMPLES / "plan.xlsx"], INDICATORS)
    assert faults == ()
    found = compare(Census(files[QUARTERLY]), files[CORRECTED], known, TODAY)
    turned = [
        one
        for one in found.rulings
        if one.before.verdict.arithmetic != one.after.verdict.arithmetic
    ]
    assert [one.before.target.indicator for one in turned] == ["aftercare_uptake"]
    assert "now Met, would be At risk. Uptake of aftercare: 49.8%" in turned[0].sentence()


def test_the_first_report_after_its_correction_is_said_to_be_older(
    files: dict[str, Holdings],
) -> None:
    held = Census(Holdings.of(files[QUARTERLY], files[CORRECTED]))
    found = compare(held, files[QUARTERLY], {}, TODAY)
    assert found.summary() == "0 new figures, 13 older than what is held, 627 the same"
    assert [one.sentence() for one in found.older] == [
        "strathlorne-quarterly.xlsx (published October 2026) counts as older than "
        "strathlorne-corrected.xlsx, which is held (published November 2026): 60 figures stand in "
        "both, 13 of them differ, and what is held stays the one shown."
    ]
    assert not any(one.changed for one in found.effects)


def test_the_two_uploaded_together_disagree_on_the_same_thirteen(
    files: dict[str, Holdings],
) -> None:
    found = compare(Census(Holdings()), Holdings.of(*files.values()), {}, TODAY)
    assert len(found.disagreements) == 13
    assert len(found.new) == 640
    assert set(found.disagreements["edition"]) == {"strathlorne-corrected/1"}, "the later counts"


def test_ten_years_of_quarters_hold_no_movement_to_look_at_again(
    files: dict[str, Holdings],
) -> None:
    found = compare(Census(Holdings()), files[QUARTERLY], {}, TODAY)
    assert (found.jumps, found.sums) == ((), ())


def test_what_the_report_holds_is_said_in_three_lines(files: dict[str, Holdings]) -> None:
    assert contents(files[QUARTERLY].figures) == [
        "placements for Strathlorne (illustrative) at 40 censuses from 30 September 2016 to 30 "
        "September 2026, 12 categories",
        "aftercare, 2 measures",
        "children living with another provider",
    ]


def test_two_readings_of_one_name_keep_their_editions_apart() -> None:
    reading = read(EXAMPLES / CORRECTED, date(2026, 11, 22))
    held = together([reading, reading])
    assert held.editions["edition"].tolist() == [
        "strathlorne-corrected/1",
        "strathlorne-corrected (2)/1",
    ]
    assert held.figures["edition"].nunique() == 2
