"""What a person said that an unknown label means."""

from collections.abc import Mapping
from dataclasses import replace

from cpdash.sheets.words.cells import words as one_line
from cpdash.sheets.words.labels import Label
from cpdash.sheets.words.meaning import Meaning
from cpdash.vocabulary import AGES, CATEGORIES


def answered(said: Meaning, answers: Mapping[str, str]) -> Meaning:
    """What a text says once the answers are in. Only a label that no list has is taken as a person
    said: what is known stays, and so does what is known to count something else. One to leave out
    stays unknown, since a total beside it may hold what it counts."""
    code = answers.get(one_line(said.text)) if answers and said.askable else None
    if code not in CATEGORIES:
        return said
    label = Label(code, "age" if code in AGES else "category")
    return replace(said, label=label, unknown=False, askable=False)
