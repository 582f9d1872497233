"""A day in words."""

from datetime import date


def day(when: date) -> str:
    """`31 March 2018`."""
    return f"{when.day} {when:%B %Y}"
