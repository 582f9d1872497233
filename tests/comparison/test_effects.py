"""What a file would do to headline numbers and to the verdicts on a plan's targets."""

from datetime import date

from cpdash.areas import AREAS, FAMILY_GROUP
from cpdash.census import Census
from cpdash.comparison import HEADLINES, compare
from cpdash.figures import Holdings
from cpdash.indicators import INDICATORS
from cpdash.plan import Plan
from cpdash.targets import Target
from tests.comparison.drawn import TODAY
from tests.drawing import STRATEGY, holdings

OWN = "the council's own figures"
NEXT_YEAR = """
S12000029 2019-03-31 council looked_after at_home 160 file
S12000029 2019-03-31 council looked_after kinship 130 file
S12000029 2019-03-31 council looked_after foster 200 file
S12000029 2019-03-31 council looked_after residential 60 file
S12000029 2019-03-31 council looked_after total 550 file
"""


def file(text: str) -> Holdings:
    return holdings(text, "file 2021-01-01")


def strategy() -> Census:
    return Census(holdings(STRATEGY))


def sentences(text: str) -> dict[str, str]:
    """What is said of each headline, without the name of the area."""
    found = compare(strategy(), file(text), {}, TODAY).effects
    return {one.indicator: one.sentence().partition(f"{OWN}: ")[2] for one in found}


def test_a_new_census_moves_the_headlines_and_each_says_from_what_to_what() -> None:
    """490 of 550 children live in a family: 89.1%; 60 of 550 in residential care: 10.9%."""
    assert sentences(NEXT_YEAR) == {
        "looked_after": "now 579 at 31 March 2018, would be 550 at 31 March 2019.",
        "family_based": "now 87.6% (507 of 579 children) at 31 March 2018, would be 89.1% (490 of "
        "550 children) at 31 March 2019.",
        "community_share": "now not given at 31 March 2018, would be not given at 31 March 2019.",
        "residential_share": "now 12.4% (72 of 579 children) at 31 March 2018, would be 10.9% (60 "
        "of 550 children) at 31 March 2019.",
        "aftercare_eligible": "stays 225 at 31 March 2018.",
        "aftercare_uptake": "stays not given at 31 March 2018.",
    }


def test_the_first_words_name_the_indicator_the_area_and_the_collection() -> None:
    first = compare(strategy(), file(NEXT_YEAR), {}, TODAY).effects[0]
    assert first.sentence().startswith(f"Children looked after, South Lanarkshire, {OWN}: now 579")


def test_a_census_before_the_newest_moves_no_headline() -> None:
    older = NEXT_YEAR.replace("2019", "2017")
    found = compare(strategy(), file(older), {}, TODAY).effects
    assert [one.indicator for one in found if one.changed] == []


def test_a_number_that_would_be_withheld_is_not_printed_beside_its_mark() -> None:
    """Nor are shares that have it in them: 72 of 579 would say it again."""
    said = sentences("S12000029 2018-03-31 council looked_after total c file")
    assert said["looked_after"] == (
        "now given, would be not shown, to protect children's privacy at 31 March 2018."
    )
    assert said["family_based"].startswith("now given, would be not shown")
    assert not [words for words in said.values() if "579" in words]


def test_the_number_of_an_earlier_census_stands_beside_one_that_is_withheld() -> None:
    said = sentences("S12000029 2019-03-31 council looked_after total c file")
    assert said["looked_after"] == (
        "now 579 at 31 March 2018, would be not shown, to protect children's privacy at 31 March "
        "2019."
    )


def test_a_share_is_never_made_from_two_editions_that_contradict_each_other() -> None:
    """A new total of 600 alone: the parts held are of the old one, so the share stays theirs."""
    said = sentences("S12000029 2018-03-31 council looked_after total 600 file")
    assert said["looked_after"] == "now 579 at 31 March 2018, would be 600 at 31 March 2018."
    assert said["family_based"] == "stays 87.6% (507 of 579 children) at 31 March 2018."


def test_the_first_census_of_a_collection_has_nothing_before_it() -> None:
    new = file("S12000029 2018-07-31 national looked_after total 655")
    new = Holdings(new.figures.assign(edition="file"), new.editions)
    (total, *_) = compare(strategy(), new, {}, TODAY).effects
    assert total.sentence() == (
        "Children looked after, South Lanarkshire, the national return: now not held, would be 655 "
        "at 31 July 2018."
    )


def test_every_headline_is_an_indicator_and_leads_with_those_of_the_overview() -> None:
    assert set(HEADLINES) <= set(INDICATORS)
    assert HEADLINES[:2] == ("looked_after", "family_based")


def plan(**fields: object) -> dict[str, Plan]:
    """A plan of South Lanarkshire with one target."""
    given = {"interpretation": "The share at the census.", "good": 1, "text": "The plan's words"}
    target = Target("T1", "S12000029", "2.1", **(given | fields))  # type: ignore[arg-type]
    starts, ends = date(2018, 4, 1), date(2028, 3, 31)
    one = Plan("S12000029", "Plan", starts, ends, "", "", "", (), (target,), "plan.xlsx")
    return {"S12000029": one}


NINE_IN_TEN = {"kind": "floor", "indicator": "family_based", "lower": 88.0, "tolerance_abs": 0.1}
SCOTLAND = {"kind": "comparator", "indicator": "community_share", "collection": "national"}
HALVES = """
S12000029 2018-07-31 national looked_after total 600
S12000029 2018-07-31 national looked_after community 540
"""


def test_a_verdict_that_would_change_is_said_with_its_reason() -> None:
    """At least 88%: 87.6% is under it, 89.1% is not."""
    (found,) = compare(strategy(), file(NEXT_YEAR), plan(**NINE_IN_TEN), TODAY).rulings
    assert found.changed
    assert found.before.verdict.arithmetic == "not_met"
    assert found.after.verdict.arithmetic == "met"
    assert found.sentence() == (
        "2.1: The plan's words: now Not met, would be Met. Family-based care: 89.1% at 31 March "
        "2019. The plan asks for at least 88%, which held at 1 of 2 censuses from 31 March 2018."
    )


def test_a_verdict_that_stays_is_told_apart() -> None:
    same = NEXT_YEAR.replace("2019", "2017")
    (found,) = compare(strategy(), file(same), plan(**NINE_IN_TEN), TODAY).rulings
    assert found.before.verdict.arithmetic == found.after.verdict.arithmetic
    assert "stays Not met." in found.sentence()


def test_a_plan_is_judged_again_when_the_area_it_compares_with_is_in_the_file() -> None:
    """90% in the community; Scotland's 89% becomes 92%."""
    country = (
        "S92000003 2018-07-31 national looked_after total 1000\n"
        "S92000003 2018-07-31 national looked_after community {}"
    )
    held = Census(holdings(f"{HALVES.strip()}\n{country.format(890)}"))
    new = country.format(920).replace("1000", "1000 file") + " file"
    (found,) = compare(held, file(new), plan(**SCOTLAND, comparator="S92000003"), TODAY).rulings
    assert (found.before.verdict.expected, found.after.verdict.expected) == (89.0, 92.0)
    assert found.changed


def test_a_family_group_is_compared_with_as_a_whole() -> None:
    """Seven councils with 88 of 100 children; one of them with 95 makes 623 of 700, 89%."""
    group = AREAS["S12000029"].family_group
    others = [a.code for a in AREAS.values() if a.family_group == group and a.code != "S12000029"]
    text = HALVES.strip() + "".join(
        f"\n{code} 2018-07-31 national looked_after {category} {value}"
        for code in others
        for category, value in (("total", 100), ("community", 88))
    )
    new = f"""
    {others[0]} 2018-07-31 national looked_after community 95 file
    {others[0]} 2018-07-31 national looked_after total 100 file
    """
    wanted = plan(**SCOTLAND, comparator=FAMILY_GROUP)
    (found,) = compare(Census(holdings(text)), file(new), wanted, TODAY).rulings
    assert len(others) == 7
    assert (found.before.verdict.expected, found.after.verdict.expected) == (88.0, 89.0)


def test_a_plan_that_the_file_does_not_concern_is_not_judged() -> None:
    new = file("S12000033 2018-03-31 council looked_after total 600 file")
    assert compare(strategy(), new, plan(**NINE_IN_TEN), TODAY).rulings == ()
