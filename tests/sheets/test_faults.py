"""Every declared fault can be reported, and its sentence is complete."""

import string

import pytest

from cpdash.sheets.faults import FAULTS, Report

WORDS = {
    "wanted": "Area",
    "other": "cell A1",
    "nearest": "",
    "table": "A1:C9",
    "more": "",
    "says": "12",
    "parts": "13",
    "largest": "9",
    "label": "At home",
    "latest": "31 March 2018",
    "text": "3/31/2018",
    "numbers": "The number",
    "day": "31 July 2018",
}


@pytest.mark.parametrize("code", FAULTS)
def test_a_fault_makes_a_whole_sentence(code: str) -> None:
    report = Report("figures.xlsx")
    report.add(code, "Placements", "A1", "found nothing", **WORDS)
    (problem,) = report.all()
    sentence = problem.sentence()
    assert sentence.startswith("figures.xlsx, sheet 'Placements', cell A1: found nothing, expected")
    assert sentence.endswith(".")
    assert not set("{}") & set(sentence)
    assert set(code) <= set(string.ascii_lowercase + "-")
