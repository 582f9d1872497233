"""Small real series for the examples: 31 July each year, South Lanarkshire and Scotland.

South Lanarkshire and the councils: Local Government Benchmarking Framework. Scotland: Children's
Social Work Statistics.
"""

from collections.abc import Sequence
from datetime import date

from cpdash.series import Gap, Point, Series, exact

SOUTH_LANARKSHIRE = (
    (440, 547),
    (545, 617),
    (526, 597),
    (524, 595),
    (478, 548),
    (493, 563),
    (485, 549),
    (580, 655),
    (652, 725),
    (711, 786),
)
"""Children in the community and all children looked after, 2011 to 2020."""

SCOTLAND = (
    (14770, 16231),
    (14815, 16248),
    (14566, 16032),
    (14133, 15600),
    (13871, 15400),
    (13840, 15317),
    (13388, 14897),
    (13042, 14554),
    (12814, 14262),
    (13022, 14458),
)

FAMILY = {
    "Clackmannanshire": tuple(
        zip(
            (205, 196, 167, 169, 179, 211, 191, 198, 172, 231),
            (221, 214, 183, 184, 198, 233, 213, 211, 185, 248),
            strict=True,
        )
    ),
    "Dumfries & Galloway": tuple(
        zip(
            (384, 369, 341, 353, 378, 361, 360, 412, 372, 341),
            (418, 401, 375, 387, 409, 393, 382, 439, 395, 365),
            strict=True,
        )
    ),
    "Falkirk": tuple(
        zip(
            (347, 375, 317, 302, 305, 325, 321, 305, 283, 302),
            (399, 430, 375, 370, 364, 373, 381, 368, 344, 369),
            strict=True,
        )
    ),
    "Fife": tuple(
        zip(
            (764, 799, 789, 832, 881, 871, 816, 810, 801, 827),
            (823, 855, 872, 933, 1023, 981, 942, 941, 935, 919),
            strict=True,
        )
    ),
    "Renfrewshire": tuple(
        zip(
            (695, 716, 703, 653, 631, 639, 618, 607, 581, 606),
            (769, 786, 779, 713, 682, 681, 659, 656, 629, 642),
            strict=True,
        )
    ),
    "South Ayrshire": tuple(
        zip(
            (315, 333, 340, 312, 303, 361, 349, 321, 310, 271),
            (336, 352, 365, 343, 330, 384, 370, 355, 345, 300),
            strict=True,
        )
    ),
    "West Lothian": tuple(
        zip(
            (392, 372, 396, 367, 389, 404, 458, 401, 384, 403),
            (447, 418, 445, 415, 434, 449, 511, 443, 427, 441),
            strict=True,
        )
    ),
}
"""The same for the other councils of its family group."""

SOURCE = "Source: Local Government Benchmarking Framework, January 2022; published counts."


def observations(
    days: Sequence[date],
    counts: Sequence[int | str],
    outof: Sequence[int] | None = None,
    segments: Sequence[int] | None = None,
) -> Series:
    """Observations of a count, or of a share when `outof` is given. A text in `counts` is the
    status that stands in the place of a number."""
    found: list[Point | Gap] = []
    for i, (when, count) in enumerate(zip(days, counts, strict=True)):
        segment = segments[i] if segments is not None else 0
        base = outof[i] if outof is not None else None
        if isinstance(count, str):
            found.append(Gap(when, segment, count))
        else:
            found.append(Point(when, exact(count, base), count, base, segment))
    return Series(found)


def julys(first: int, last: int) -> list[date]:
    """31 July of each year."""
    return [date(year, 7, 31) for year in range(first, last + 1)]


def totals(pairs: Sequence[tuple[int, int]]) -> Series:
    """All children looked after, 2011 to 2020."""
    return observations(julys(2011, 2020), [every for _, every in pairs])


def community_shares(pairs: Sequence[tuple[int, int]]) -> Series:
    """The share that lives in the community, 2011 to 2020."""
    return observations(julys(2011, 2020), [p[0] for p in pairs], [p[1] for p in pairs])
