"""A kind of fault, as it is declared."""

from dataclasses import dataclass

from cpdash.problems import Severity


@dataclass(frozen=True)
class Fault:
    """A kind of fault. `expected` and `fix` complete the sentence of a Problem; words in braces
    are filled in when it is reported."""

    severity: Severity
    expected: str
    fix: str
