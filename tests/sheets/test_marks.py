"""A number is one, a mark says why there is none, and everything else is named."""

import math
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpdash.sheets.sheet import UNCALCULATED, ErrorCell
from cpdash.sheets.words.cells import Misread
from cpdash.sheets.words.marks import Said, fraction, legend, number


def withheld(read: object) -> str:
    """The status of a cell that shows no number."""
    assert isinstance(read, Said), read
    assert math.isnan(read.value)
    return read.status


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (12, 12),
        (12.0, 12),
        (0, 0),
        ("0", 0),
        ("12", 12),
        (" 12 ", 12),
        ("1,234", 1234),
        ("1 234", 1234),
        ("1\u00a0234", 1234),
        ("1\u2009234", 1234),
        ("4, 454", 4454),
        ("12.0", 12),
        ("1,234.00", 1234),
        ("10,000,000", 10_000_000),
    ],
)
def test_a_count_is_itself_however_it_was_printed(cell: object, value: int) -> None:
    assert number(cell) == Said(float(value), "")


@pytest.mark.parametrize("cell", [None, "", "  ", "\u00a0"])
def test_an_empty_cell_says_nothing(cell: object) -> None:
    assert number(cell) is None
    assert fraction(cell) is None


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("7(e)", "e"),
        ("12 e", "e"),
        ("12p", "p"),
        ("12 (p)", "p"),
        ("1,234 [p]", "p"),
        ("12 [r]", ""),
        ("12 (r)", ""),
        ("12r", ""),
        ("12b", "b"),
        ("12 (provisional)", "p"),
    ],
)
def test_a_number_may_carry_a_mark(cell: str, status: str) -> None:
    read = number(cell)
    assert isinstance(read, Said)
    assert read == Said(float(re.sub(r"\D", "", cell)), status)


@pytest.mark.parametrize(
    ("cell", "status"),
    [
        ("c", "c"),
        ("[c]", "c"),
        ("(c)", "c"),
        ("C", "c"),
        ("suppressed", "c"),
        ("*", "c"),
        ("**", "c"),
        ("<5", "c"),
        ("< 5", "c"),
        ("<10", "c"),
        ("<5*", "c"),
        ("\u22645", "c"),
        ("5 or fewer", "c"),
        ("5 or less", "c"),
        ("fewer than 5", "c"),
        ("Less than 5", "c"),
        ("between 1 and 5", "c"),
        ("1-4", "c"),
        ("1 to 4", "c"),
        ("x", "x"),
        ("[x]", "x"),
        ("u", "x"),
        (".", "x"),
        ("..", "x"),
        ("...", "x"),
        (":", "x"),
        ("dna", "x"),
        ("DNA", "x"),
        ("N/A", "x"),
        ("n/a", "x"),
        ("NA", "x"),
        ("N.A.", "x"),
        ("nc", "x"),
        ("not available", "x"),
        ("Not collected", "x"),
        ("no data", "x"),
        ("z", "z"),
        ("[z]", "z"),
        ("not applicable", "z"),
        ("k", "k"),
        ("[k]", "k"),
        ("low", "k"),
    ],
)
def test_a_mark_on_which_publishers_agree_needs_no_legend(cell: str, status: str) -> None:
    assert withheld(number(cell)) == status
    assert withheld(fraction(cell)) == status


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("-", "unknown-mark"),
        ("\u2013", "unknown-mark"),
        ("\u2014", "unknown-mark"),
        ("#", "unknown-mark"),
        ("~", "unknown-mark"),
        ("!", "unknown-mark"),
        ("S", "unknown-mark"),
        ("NS", "unknown-mark"),
        ("ND", "unknown-mark"),
        ("nil", "unknown-mark"),
        ("156*", "unknown-mark"),
        ("12c", "unknown-mark"),
        ("12 (1)", "not-a-number"),
        ("12 1", "not-a-number"),
        ("12-", "not-a-number"),
        ("(12)", "not-a-number"),
        ("12\u00b2", "not-a-number"),
        ("\u00b2", "not-a-number"),
        ("\uff11\uff12", "not-a-number"),
        ("\u0663", "not-a-number"),
        ("1e5", "not-a-number"),
        ("0x10", "not-a-number"),
        ("1_000", "not-a-number"),
        ("12,34", "not-a-number"),
        ("0,123", "not-a-number"),
        ("10-15", "not-a-number"),
        (">5", "not-a-number"),
        ("43%", "not-a-number"),
        ("£5", "not-a-number"),
        ("about 40", "not-a-number"),
        ("1.234", "fractional"),
        ("12.000", "fractional"),
        ("0.87", "fractional"),
        (0.87, "fractional"),
        (-5, "negative"),
        ("-5", "negative"),
        ("\u22125", "negative"),
        (10_000_001, "too-big"),
        ("10,000,001", "too-big"),
        (True, "not-a-number"),
        (date(2018, 3, 31), "not-a-number"),
        (float("nan"), "not-a-number"),
        (float("inf"), "not-a-number"),
        ("#N/A", "error-cell"),
        ("#value!", "error-cell"),
        (ErrorCell("#N/A"), "error-cell"),
        (UNCALCULATED, "not-calculated"),
    ],
)
def test_what_is_not_understood_is_named_and_never_a_count(cell: object, code: str) -> None:
    read = number(cell)
    assert isinstance(read, Misread)
    assert read.code == code


@pytest.mark.parametrize(
    ("cell", "value"),
    [(43, 43.0), (12.1, 12.1), ("43%", 43.0), ("12.1", 12.1), ("89.0 %", 89.0), ("12.1p", 12.1)],
)
def test_a_percentage_is_read_as_it_was_printed(cell: object, value: float) -> None:
    read = fraction(cell)
    assert isinstance(read, Said)
    assert read.value == value


def test_a_percentage_is_not_negative() -> None:
    for cell in ("-3.5%", -3.5):
        read = fraction(cell)
        assert isinstance(read, Misread)
        assert read.code == "negative"


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        (
            "x   Figures not shown in order to protect confidentiality. See Methodology",
            {"x": "c"},
        ),
        (
            "x = number less than or equal to 5 or percentage where the numerator is small",
            {"x": "c"},
        ),
        ("- Negligible percentage below 0.5%", {"-": "k"}),
        (" -   Negligible. Percentage below 0.5%", {"-": "k"}),
        ("c = confidential", {"c": "c"}),
        ("* denotes fewer than 5", {"*": "c"}),
        ("The symbol * denotes a suppressed figure", {"*": "c"}),
        ("* The data item is disclosive", {"*": "c"}),
        ("[z] not applicable", {"z": "z"}),
        (": Data not available", {":": "x"}),
        (". Not applicable", {".": "z"}),
        (". = not applicable", {".": "z"}),
        ("\u2018..\u2019 means not available", {"..": "x"}),
        ("'-' represents zero", {"-": "zero"}),
        ("- = nil", {"-": "zero"}),
        ("- nil", {"-": "zero"}),
        ("- rounds to zero but is not zero", {"-": "k"}),
        ("- = nil or not collected", {"-": "x"}),
        ("* Figures between 1 and 4, including zero, are suppressed", {"*": "c"}),
        ("* Estimated", {"*": "e"}),
        ("(r) The data has been revised", {"r": ""}),
        ("c - confidential; z - not applicable", {"c": "c", "z": "z"}),
        ("Key: * = suppressed; - = nil", {"*": "c", "-": "zero"}),
        (
            "Standard shorthand is used: [c] = confidential information, [x] = not available.",
            {"c": "c", "x": "x"},
        ),
        ("#N/A means no data", {"#n/a": "x"}),
        ("- There are zero children in some councils", {}),
        ("- Not all councils sent a return", {}),
        ("A number of children", {}),
        ("1.  England totals have been rounded to the nearest 10.", {}),
        ("Source: SSDA 903", {}),
        ("", {}),
    ],
)
def test_a_publication_says_what_its_marks_mean(line: str, marks: dict[str, str]) -> None:
    assert legend([line]) == marks


def test_a_legend_comes_before_what_a_mark_usually_means() -> None:
    old_england = legend(["x   Figures not shown to protect confidentiality", "-  Negligible"])
    assert withheld(number("x", old_england)) == "c"
    assert withheld(number("-", old_england)) == "k"
    assert withheld(number("x")) == "x"
    assert number("-", legend(["'-' represents zero"])) == Said(0.0, "")
    assert number("156*", legend(["* Estimated"])) == Said(156.0, "e")
    assert withheld(number(ErrorCell("#N/A"), legend(["#N/A means no data"]))) == "x"


def test_a_mark_for_an_estimate_alone_in_its_cell_is_no_number() -> None:
    assert isinstance(number("*", legend(["* Estimated"])), Misread)


def test_a_mark_that_is_explained_twice_is_no_number() -> None:
    twice = legend(["- = nil", "- = not collected"])
    assert isinstance(number("-", twice), Misread)
    assert withheld(number("*", legend(["* = suppressed", "* = not available"]))) == "x"


@given(
    st.text("0123456789 ,.-()[]epr*cx<%\u00a0\u00b2", max_size=12)
    | st.text(max_size=8)
    | st.integers()
    | st.floats()
)
def test_no_digit_is_read_that_was_not_printed(cell: str | int | float) -> None:
    read = number(cell)
    if isinstance(read, Said) and not math.isnan(read.value):
        digits = re.sub(r"[^\d]", "", re.sub(r"\.0+(?!\d)", "", str(cell)), flags=re.ASCII)
        assert digits.lstrip("0") == f"{read.value:.0f}".lstrip("0")
