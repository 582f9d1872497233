"""Numbers, dates and findings as words, by fixed rules: the same figures give the same sentence."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from cpdash.days import day as day
from cpdash.days import moment as moment
from cpdash.indicators import Indicator
from cpdash.series import Point, exact
from cpdash.trends import PERCENT_FROM, Change, Growth
from cpdash.vocabulary import STATUSES

MINUS = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class CardText:
    """What a chart says in words. On the page it is real text; in the picture it is drawn.

    `title` is the finding; `subtitle` says what, where, when and unit; `source` where the figures
    come from and how many children they count; `notes` are sentences a reader must not miss;
    `alt` is the text alternative. `illustrative` marks invented figures.
    """

    title: str
    subtitle: str
    source: str
    notes: tuple[str, ...] = ()
    alt: str = ""
    illustrative: bool = False


def round_half_up(value: Fraction | float | int, decimals: int = 0) -> Decimal:
    """`value` rounded once, halves away from zero: 2.5 is 3 and 12.5 points are 13.

    A Fraction is rounded exactly; a float as it prints, so 2.85 is 2.9. `decimals` may be
    negative.
    """
    if isinstance(value, Fraction):
        top = abs(value.numerator) * 10 ** max(decimals, 0)
        base = value.denominator * 10 ** max(-decimals, 0)
        whole = Decimal((top * 2 + base) // (base * 2)).scaleb(-decimals)
        return whole.copy_sign(Decimal(value.numerator)) if whole else Decimal(0)
    unit = Decimal(1).scaleb(-decimals)
    rounded = Decimal(str(value)).quantize(unit, rounding=ROUND_HALF_UP)
    return Decimal(0) if rounded == 0 else rounded


def number(value: Fraction | float | int, decimals: int = 0) -> str:
    """`14,262`, or `-1.9` with a true minus sign."""
    if isinstance(value, int) and not decimals:
        return f"{value:,}".replace("-", MINUS)
    return _printed(round_half_up(value, decimals), decimals)


def _printed(rounded: Decimal, decimals: int) -> str:
    return f"{rounded:,.{max(decimals, 0)}f}".replace("-", MINUS)


def share(numerator: float, denominator: float, decimals: int = 1) -> str:
    """`87.6%`: a share rounded once from its two counts. Somebody is never nobody: a share that
    would print as nought is `under 1%`, or `under 0.1%`."""
    percent = exact(int(numerator), int(denominator))
    rounded = round_half_up(percent, decimals)
    if percent > 0 and rounded == 0:
        return f"under {Decimal(1).scaleb(-decimals)}%"
    return _printed(rounded, decimals) + "%"


def says(value: float, status: str) -> str:
    """What a figure says, as a table prints it: `579`, `12 [e]`, `[c]` where it is withheld."""
    if value != value:
        return f"[{status or 'x'}]"
    return number(value) + (f" [{status}]" if status in STATUSES and status else "")


def lower_first(words: str) -> str:
    """The same words for the middle of a sentence."""
    return words[:1].lower() + words[1:]


def plural(count: float, one: str, many: str) -> str:
    """`1 child`, `2 children`, `1,204 children`."""
    return f"{number(count)} {one if count == 1 else many}"


def out_of(numerator: float, denominator: float, many: str) -> str:
    """`507 of 579 children`."""
    return f"{number(numerator)} of {number(denominator)} {many}"


def base_decimals(denominator: float) -> int | None:
    """Decimals that a share of so many people bears: None below 10, where no percentage is
    given at all; none below 50; one from there on."""
    return None if denominator < MIN_BASE else 0 if denominator < ONE_DECIMAL_FROM else 1


MIN_BASE = 10
ONE_DECIMAL_FROM = 50


def value(point: Point, decimals: int | None = None) -> str:
    """The value alone: `579`, `87.6%`, or `3 of 7` where a percentage would mislead. `decimals`
    asks for fewer than the base would bear."""
    if point.denominator is None:
        return number(point.value)
    bears = base_decimals(point.denominator)
    if bears is None:
        return f"{point.numerator} of {point.denominator}"
    places = bears if decimals is None else min(decimals, bears)
    return share(point.numerator, point.denominator, places)


def value_and_counts(indicator: Indicator, point: Point) -> str:
    """`87.6% (507 of 579 children)`; `16 of 40 children (40%)` for a small group; `579`."""
    if point.denominator is None:
        return number(point.value)
    counts = out_of(point.numerator, point.denominator, indicator.people)
    bears = base_decimals(point.denominator)
    if bears is None:
        return counts
    percent = value(point)
    return f"{percent} ({counts})" if bears else f"{counts} ({percent})"


def level(indicator: Indicator, point: Point) -> str:
    """The level as a sentence without its full stop: `579 children were looked after at ...`."""
    when = day(point.when)
    if point.denominator is not None and indicator.named:
        return f"{indicator.title} was {value_and_counts(indicator, point)} at {when}"
    if point.denominator is not None:
        counts = f"{number(point.numerator)} of {number(point.denominator)} {indicator.people}"
        bears = base_decimals(point.denominator) is not None
        percent = f" ({value(point)})" if bears else ""
        return f"{counts}{percent} were {indicator.phrase} at {when}"
    who = plural(point.numerator, indicator.person, indicator.people)
    if point.numerator == 0:
        who = f"No {indicator.people}"
    return f"{who} {'was' if point.numerator == 1 else 'were'} {indicator.phrase} at {when}"


def movement(change: Change) -> str:
    """`up 2.1 percentage points from 85.5% at 31 July 2023`, `unchanged from ...`; the words come
    from the rounded difference and the unrounded sign."""
    old, is_share = change.old, change.old.denominator is not None
    decimals = 1 if is_share else 0
    amount = round_half_up(abs(change.difference), decimals)
    before = f"{number(old.value, decimals)}{'%' if is_share else ''} at {day(old.when)}"
    before += earlier_edition(old)
    if change.difference == 0:
        return f"unchanged from {before}"
    if amount == 0:
        return f"little changed from {before}"
    step = f"{amount:,}" + (" percentage points" if is_share and amount != 1 else "")
    step += " percentage point" if is_share and amount == 1 else ""
    return f"{'up' if change.difference > 0 else 'down'} {step} from {before}"


def earlier_edition(point: Point) -> str:
    """Said of a figure that a newer edition of its census leaves out while it changes others."""
    return " (an earlier edition)" if point.note else ""


def finding(indicator: Indicator, point: Point, change: Change | None) -> str:
    """Level, both dates and movement; across a break both levels and no movement word."""
    said = level(indicator, point)
    if change is None:
        return f"{said}."
    if not change.comparable:
        return f"{said}. {not_comparable(change)}"
    return f"{said}, {movement(change)}."


def not_comparable(change: Change) -> str:
    """Why no movement is given between two figures."""
    return (
        f"The figure for {day(change.old.when)} is not like for like: the way of counting "
        "changed between the two."
    )


def headline(title: str, shown: Sequence[Point]) -> str:
    """A chart's title: the newest value and where its comparable run began, without a direction,
    because a direction needs evidence: `Family-based care: 87.6% at 31 July 2023, 90.7% at ...`."""
    if not shown:
        return title
    new = shown[-1]
    first = next(point for point in shown if point.segment == new.segment)
    then = "" if first == new else f", {value(first)} at {day(first.when)}"
    return f"{title}: {value(new)} at {day(new.when)}{then}"


def growth_words(grown: Growth) -> str:
    """`158 more, 3.4 times as many (+236%)`: counts first, a percentage only from a base of 50."""
    counted, percent = growth_counts(grown), growth_percent(grown)
    return f"{counted} ({percent})" if percent and grown.difference else counted


def growth_counts(grown: Growth) -> str:
    """`158 more, 3.4 times as many`: times only over 100%, and from a base of 50."""
    if grown.difference == 0:
        return "no change"
    words = f"{number(abs(grown.difference))} {'more' if grown.difference > 0 else 'fewer'}"
    if growth_percent(grown) and grown.times is not None and grown.times > 2:
        words += f", {number(grown.times, 1)} times as many"
    return words


def growth_percent(grown: Growth) -> str:
    """`+236%`; "" from a base under 50."""
    if grown.percent is None or grown.base < PERCENT_FROM:
        return ""
    return f"{signed(grown.percent)}%"


def signed(amount: Fraction | float | int, decimals: int = 0) -> str:
    """`+236`, `-1.9` with a true minus sign, `0`."""
    shown = number(amount, decimals)
    return f"+{shown}" if round_half_up(amount, decimals) > 0 else shown


def apart(months: int) -> str:
    """`2 years 9 months`, `a year`, `16 months`."""
    years, rest = divmod(months, 12)
    if years and not rest:
        return "a year" if years == 1 else f"{years} years"
    if years < 2:
        return "a month" if months == 1 else f"{months} months"
    return f"{years} years {rest} month{'' if rest == 1 else 's'}"
