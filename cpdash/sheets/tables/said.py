"""What one text of a row says, looked at once."""

from typing import Final

from cpdash.sheets.words.meaning import Meaning


class Said:
    """What one text says: `generic`, it is a total of those whom the texts around it tell; `group`,
    the category of which the next label is a part; `timely`, it says when and nothing else. Two are
    the same only where they are one."""

    __slots__ = ("generic", "group", "meaning", "timely")

    def __init__(self, said: Meaning, generic: bool = False) -> None:
        label = said.label
        places = label and label.kind == "category" and label.category not in (None, "total")
        self.meaning, self.generic = said, generic
        self.group = (label.category or "") if label and places else ""
        self.timely = bool(said.whens) and said == Meaning(said.text, said.whens)


UNSURE: Final = Said(Meaning("Total", unknown=True))
"""A total of which it cannot be told whether it is its group's or everyone's."""
