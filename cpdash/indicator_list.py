"""Every indicator and every known break as a page of the documentation."""

from collections.abc import Sequence

from cpdash.indicators import BREAKS, COUNTRY_NOTES, INDICATORS, Break, Indicator
from cpdash.vocabulary import COLLECTIONS
from cpdash.wording import day, lower_first

WRITTEN_BY = (
    "Written by `python -m cpdash indicators --write FILE`: change the declarations, not this."
)
GOOD_WAY = {1: "higher is better", 0: "neither way is better", -1: "lower is better"}
COUNTED_IN = {"count": "people", "percent": "per cent"}


def as_markdown() -> str:
    """Every indicator and every known break as Markdown, in the order of their declarations."""
    parts = [
        "# Indicators and breaks",
        WRITTEN_BY,
        "## Indicators",
        "Each figure on a page is one of these at one census. A share is computed from its two "
        "counts, never from a printed percentage, and rounded once.",
        *(_indicator(indicator) for indicator in INDICATORS.values()),
        "## Breaks",
        "Figures before and from these days are not like for like, and a change across one of "
        "them is not given. A workbook can mark further breaks with `b`.",
        "| From | Drawn at | Figures | Areas | What changed |\n|---|---|---|---|---|\n"
        + "\n".join(_break(known) for known in BREAKS),
        "## Notes on a country",
        "\n".join(f"- Codes from {code}: {note}" for code, note in COUNTRY_NOTES.items()),
    ]
    return "\n\n".join(parts) + "\n"


def _indicator(indicator: Indicator) -> str:
    how = f"{_sum(indicator.parts)} of `{indicator.measure}`"
    if indicator.base is not None:
        measure, parts = indicator.base
        how += f", as a share of {_sum(parts)} of `{measure}`"
    about = f"{COUNTED_IN[indicator.unit]}; {GOOD_WAY[indicator.polarity]}"
    said = [f"- Computed: {how}.", *(f"- {caveat}" for caveat in indicator.caveats)]
    return "\n".join(
        (
            f"### {indicator.id}",
            f"\n**{indicator.title}** ({about}). {indicator.definition}\n",
            *said,
        )
    )


def _sum(parts: Sequence[str]) -> str:
    """`at_home` + `kinship`; a part that starts with `-` is taken off."""
    signed = (f" - `{part[1:]}`" if part.startswith("-") else f" + `{part}`" for part in parts)
    return "".join(signed).removeprefix(" + ")


def _break(known: Break) -> str:
    kept_by = ", ".join(lower_first(COLLECTIONS[name]) for name in known.collections)
    which = ": " + ", ".join(f"`{name}`" for name in known.categories) if known.categories else ""
    areas = ", ".join(f"codes from {code}" for code in known.areas)
    drawn = day(known.drawn or known.start)
    cells = (
        day(known.start),
        drawn,
        f"`{known.group}`{which} ({kept_by})",
        areas,
        f"{known.note}.",
    )
    return f"| {' | '.join(cells)} |"
