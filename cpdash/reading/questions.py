"""What a file leaves open: each question once, in words, and the answers to them."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Final

from cpdash.sheets.answers import Answers, Kind, Place, Question

ORDER: Final[tuple[Kind, ...]] = ("area", "date", "label")
"""The area comes first: what a label means can depend on its country."""
WORDS: Final[dict[Kind, str]] = {
    "area": "no council or country is named. Whose figures are these?",
    "date": "no census date is given. On which day was this counted?",
    "label": "“{label}” is not a label that is known. What does it count?",
}
Said = str | date | None
"""A code of an area or a category, LEAVE_OUT or a day; None where nobody has answered."""


def once_each(questions: Iterable[Question]) -> tuple[Question, ...]:
    """The questions in the order to ask them: one a table, and one a label wherever it stands."""
    first: dict[tuple[Kind, str | Place], Question] = {}
    for question in questions:
        first.setdefault((question.kind, _about(question)), question)
    return tuple(sorted(first.values(), key=lambda question: ORDER.index(question.kind)))


def sentence(question: Question) -> str:
    """The question with its place: `Sheet 'Table 1', cell A5: ... What does it count?`"""
    label = question.kind == "label"
    place = f"cell {question.cell}" if label else f"cells {question.table}"
    words = WORDS[question.kind].format(label=question.label)
    return f"Sheet '{question.sheet}', {place}: {words}"


def said(answers: Answers, question: Question) -> Said:
    """What was answered to a question."""
    if question.kind == "label":
        return answers.labels.get(question.label)
    of_tables = answers.dates if question.kind == "date" else answers.areas
    return of_tables.get(_table(question))


def answered(answers: Answers, question: Question, told: Said) -> Answers:
    """The answers with one more, or, where `told` is None, without the one that was given."""
    labels, dates, areas = dict(answers.labels), dict(answers.dates), dict(answers.areas)
    labels.pop(question.label, None)
    if question.kind == "label":
        return replace(answers, labels=labels | ({question.label: str(told)} if told else {}))
    place = _table(question)
    if question.kind == "date":
        dates.pop(place, None)
        return replace(answers, dates=dates | ({place: told} if isinstance(told, date) else {}))
    areas.pop(place, None)
    return replace(answers, areas=areas | ({place: str(told)} if told else {}))


def _about(question: Question) -> str | Place:
    return question.label if question.kind == "label" else _table(question)


def _table(question: Question) -> Place:
    return question.sheet, question.table.partition(":")[0]
