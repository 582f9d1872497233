"""A day in words."""

from datetime import date, datetime


def day(when: date) -> str:
    """`31 March 2018`."""
    return f"{when.day} {when:%B %Y}"


def moment(at: datetime) -> str:
    """A moment in UTC: `25 August 2026, 10:42 UTC`."""
    return f"{day(at)}, {at:%H:%M} UTC"
