"""What the address of a page may ask for, and the note when it asks for something else."""

import streamlit as st

from cpdash.areas import AREAS
from cpdash.census import Census
from cpdash.indicators import FAMILY_DEFINITIONS, INDICATORS
from cpdash.ui import html
from cpdash.vocabulary import COLLECTIONS

COMPARED = (
    "community_share",
    "residential_share",
    "family_based",
    "family_based_away",
    "at_home_share",
    "kinship_share",
    "foster_share",
    "aftercare_uptake",
)
"""Indicators that areas may be compared on: shares, since areas differ in size."""
BESIDE = "beside-"
LONGEST = 60
PAGE_PARAMETERS = {
    "show": ("Number", "Share"),
    "definition": tuple(INDICATORS[name].title for name in FAMILY_DEFINITIONS),
    "measure": tuple(INDICATORS[name].title for name in COMPARED),
    "closeup": ("true", "false"),
}
"""What the choices of single pages may be, by their name in the address."""


def note(census: Census, areas: list[str]) -> None:
    """What the address asked for and cannot be shown, said until the reader chooses something."""
    allowed = {
        "council": {AREAS[code].name for code in areas},
        "figures": set(COLLECTIONS.values()),
        "period": {str(year) for year in census.years},
        **{f"{BESIDE}{code}": {AREAS[other].name for other in areas} for code in areas},
        **{name: set(values) for name, values in PAGE_PARAMETERS.items()},
    }
    wrong = [
        f"{name}={asked[:LONGEST]}"
        for name in st.query_params
        for asked in _refused(name, st.query_params.get_all(name), allowed.get(name, set()))
    ]
    said = wrong or st.session_state.get("_address", [])
    st.session_state["_address"] = wrong
    if said:
        html.notice(
            f"The address asked for something that is not here: {', '.join(said)}.",
            "It was left out, and the usual choice is shown in its place.",
        )


def _refused(name: str, asked: list[str], allowed: set[str]) -> list[str]:
    """The values of one parameter that cannot be shown: a period is two years in order, the areas
    to compare with may be many, everything else is one value."""
    wrong = [value for value in asked if value not in allowed]
    if wrong or name.startswith(BESIDE):
        return wrong
    if name == "period":
        return [] if len(asked) == 2 and asked == sorted(asked) else [" to ".join(asked)]
    return asked[:-1]
