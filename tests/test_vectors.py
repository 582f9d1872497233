"""Worked values that anybody can check, from tests/vectors.json: every case of every block."""

import json
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from cpdash.series import Point, Series
from cpdash.targets import Target, evaluate
from cpdash.theme import contrast
from cpdash.trends import annualised, change, growth
from cpdash.wording import round_half_up, share

VECTORS: dict[str, Any] = json.loads(Path(__file__).with_name("vectors.json").read_text("utf-8"))


def cases(block: str, part: str = "cases") -> Any:
    """Every case of a block, each a test of its own."""
    return pytest.mark.parametrize("case", VECTORS[block][part], ids=str)


@cases("round_half_up")
def test_halves_are_rounded_up(case: dict[str, float]) -> None:
    assert float(round_half_up(case["v"], int(case["dp"]))) == case["out"]


@cases("share_rounding")
def test_each_share_is_rounded_for_itself(case: dict[str, Any]) -> None:
    shares = [share(count, sum(case["counts"]), 0) for count in case["counts"]]
    assert shares == [f"{percent}%" for percent in case["half_up"]]
    assert sum(case["half_up"]) == case["sum"]


@cases("share_rounding", "pp_conflict")
def test_a_difference_is_rounded_once_from_unrounded_shares(case: dict[str, Any]) -> None:
    old, new = (point(*case[name], year) for name, year in (("old", 2023), ("new", 2024)))
    assert float(round_half_up(old.value, 1)) == case["old_1dp"]
    assert float(round_half_up(new.value, 1)) == case["new_1dp"]
    assert float(round_half_up(change(old, new).difference, 1)) == case["diff_unrounded_1dp"]


@cases("published_percentages")
def test_published_percentages_come_out_as_published(case: dict[str, int]) -> None:
    assert share(case["num"], case["den"], 0) == f"{case['pct']}%"


@cases("published_percentages", "change")
def test_published_changes_come_out_as_published(case: dict[str, int]) -> None:
    assert round_half_up(growth(case["old"], case["new"]).percent or 0) == case["pct"]


@cases("council_examples", "diff")
def test_changes_in_points(case: dict[str, Any]) -> None:
    old = point(case["x_old"], case["n_old"], 2023)
    new = point(case["x_new"], case["n_new"], 2024)
    assert float(round_half_up(change(old, new).difference, 1)) == case["diff_pp"]


@cases("growth")
def test_growth(case: dict[str, Any]) -> None:
    years = Fraction(str(case["years"])) if "years" in case else None
    grown = growth(case["old"], case["new"], years)
    found = {
        "pct": grown.percent,
        "times": grown.times,
        "index": grown.index,
        "diff": grown.difference,
        "cagr": grown.a_year,
        "raw": (grown.percent or 0) / 100,
        "annualised": annualised(case["old"], case["new"], Fraction(case.get("months", 12), 12)),
    }
    for name, worked in case.items():
        if name in found:
            digits = len(str(worked).partition(".")[2])
            assert float(found[name] or 0) == pytest.approx(worked, abs=0.6 * 10**-digits), name


@pytest.mark.parametrize("case", VECTORS["targets"]["cases"][:5], ids=lambda case: case["id"])
def test_levels_by_a_date(case: dict[str, Any]) -> None:
    target = Target(
        case["id"],
        "S12000029",
        "1",
        case["measure"],
        "level_by_date",
        indicator="residential_share",
        good=case["good"],
        start=date.fromisoformat(case["baseline_date"]),
        due=date.fromisoformat(case["due"]),
        baseline_value=case["baseline"],
        baseline_date=date.fromisoformat(case["baseline_date"]),
        target_value=case["target"],
        tolerance_abs=case["tol"],
    )
    verdict = evaluate(target, series({case["obs_date"]: case["obs"]}), date(2024, 9, 1))
    assert verdict.arithmetic == case["status"]
    for name in ("expected", "gap", "required_per_year"):
        digits = len(str(case[name]).partition(".")[2])
        assert getattr(verdict, name) == pytest.approx(case[name], abs=0.6 * 10**-digits), name


@pytest.mark.parametrize("case", VECTORS["targets"]["cases"][5:], ids=lambda case: case["id"])
def test_directions_year_on_year(case: dict[str, Any]) -> None:
    first = 2020
    target = Target(
        case["id"],
        "S12000029",
        "1",
        case["kind"],
        "direction",
        indicator="residential",
        good=-1 if "decrease" in case["kind"] else 1,
        start=date(first, 7, 31),
        due=date(2030, 7, 31),
        direction=case["kind"].rpartition(" ")[2],
        interpretation="The number at each census.",
    )
    counts = {f"{first + n}-07-31": value for n, value in enumerate(case["series"])}
    verdict = evaluate(target, series(counts), date(first + len(counts), 1, 1))
    assert [step.held for step in verdict.satisfied] == case["satisfied"]
    assert case["summary"] == f"{sum(case['satisfied'])} of {len(case['satisfied'])}"


@cases("contrast")
def test_contrast(case: dict[str, Any]) -> None:
    found = contrast(case["fg"], case["bg"])
    assert found == pytest.approx(case["ratio"], abs=VECTORS["contrast"]["tolerance"])


def point(numerator: int, denominator: int, year: int) -> Point:
    percent = Fraction(numerator * 100, denominator)
    return Point(date(year, 7, 31), percent, numerator, denominator, 0)


def series(values: dict[str, float]) -> Series:
    return Series(
        Point(date.fromisoformat(day), Fraction(str(value)), int(value), None)
        for day, value in values.items()
    )
