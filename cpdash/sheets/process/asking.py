"""Asks the process that reads a file what it says. Knows no data frames, so that it starts fast."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple

from cpdash.problems import Problem
from cpdash.sheets.answers import UNANSWERED, Answers, Question
from cpdash.sheets.faults import Report
from cpdash.sheets.figure import RawFigure, Table, from_columns
from cpdash.sheets.files.refused import Refused
from cpdash.sheets.files.stored import data_of
from cpdash.sheets.picture import Picture
from cpdash.sheets.process import confined

READER: Final = "cpdash.sheets.census:understand_alone"


class Answer(NamedTuple):
    """What a file says: its figures, its tables, a report of its problems, and the pictures of its
    sheets where they were asked for."""

    figures: list[RawFigure]
    tables: tuple[Table, ...]
    report: Report
    sheets: tuple[Picture, ...] = ()


@dataclass(frozen=True)
class Asked:
    """A file that is being read. `answer()` waits for it."""

    name: str
    reading: confined.Reading | Refused

    def answer(self) -> Answer:
        """What the file says; where it cannot be read, one problem that says why."""
        report = Report(self.name)
        result = self.reading if isinstance(self.reading, Refused) else self.reading.result()
        if isinstance(result, confined.Died):
            result = DIED[result.reason]
        if isinstance(result, Refused):
            report.add(f"file-{result.reason}", "", "", result.found)
            return Answer([], (), report)
        report.problems += [Problem(*values) for values in result["problems"]]
        report.unlisted = result["unlisted"]
        report.questions += [_question(values) for values in result["questions"]]
        report.repeated += [tuple(values) for values in result["repeated"]]
        tables = tuple(Table(*values) for values in result["tables"])
        sheets = tuple(_picture(values) for values in result["sheets"])
        return Answer(from_columns(result["figures"]), tables, report, sheets)


DIED: Final = {
    "crashed": Refused("unsafe", "found something that stops the program which reads it"),
    "memory": Refused("unsafe", "found more in it than fits into the memory set aside for it"),
    "time": Refused("unsafe", "found more in it than can be read in the time set aside for it"),
    "answer": Refused("unsafe", "found something that the program which reads it cannot tell"),
    "busy": Refused("busy", "found many files waiting to be read"),
}
"""Why the process that reads a file ended without an answer, as it is told."""


def _question(values: Sequence[Any]) -> Question:
    question = Question(*values)
    return question._replace(nearest=tuple(question.nearest))


def _picture(values: Sequence[Any]) -> Picture:
    picture = Picture(*values)
    return picture._replace(lines=tuple(picture.lines))


def ask_each(
    files: Iterable[Path], today: date | None = None, when: date | None = None, area: str = ""
) -> Iterator[Asked]:
    """Several files in their order, the next ones being read while the first is waited for."""
    waiting: deque[Asked] = deque()
    for file in files:
        waiting.append(ask(file, today, when, area))
        if len(waiting) > confined.AT_ONCE:
            yield waiting.popleft()
    yield from waiting


def ask(
    file: Path | BinaryIO,
    today: date | None = None,
    when: date | None = None,
    area: str = "",
    answers: Answers = UNANSWERED,
    picture: bool = False,
) -> Asked:
    """Begin to read a file; what else is given as in `cpdash.reading.read`."""
    name = Path(file if isinstance(file, Path) else str(getattr(file, "name", "workbook"))).name
    data = data_of(file)
    if isinstance(data, Refused):
        return Asked(name, data)
    options = {
        "today": (today or date.today()).isoformat(),
        "date": when.isoformat() if when else None,
        "area": area or None,
        "picture": picture,
        **answers.told(),
    }
    return Asked(name, confined.start(READER, name, data, options))
