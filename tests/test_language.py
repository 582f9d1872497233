"""People first: no word on screen makes a child into a thing, a case or a set of initials.

Looks at every string in the code that could be shown, so a new page is covered on its first day.
"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

BANNED = re.compile(
    r"\b(LAC|LAAC|placement breakdowns?|units?|beds?|abscond\w*|contacts?|siblings?|caseloads?"
    r"|stocks?|cohorts?|burdens?|in the system|failed|troubled|challenging behaviours?"
    r"|biological|discharged?|vulnerable)\b",
    re.IGNORECASE,
)
"""Words that the language guides of councils, written with young people, ask us not to use."""

CODE = re.compile(r"[a-z0-9]+([_.:/-][a-z0-9]+)*")
STYLE = re.compile(r"\{[^{}]*:[^{}]*\}|data:[\w/+;,-]+")
LOOKED_FOR = re.compile(r"re\.compile\(.*\)|['\"].*\.split\(\)", re.DOTALL)

_LABELS = "what publishers print, looked for; at most one label is quoted, to ask: did you mean it"
NOT_SHOWN: dict[str, str] = {
    "cpdash/sheets/personal/words.py": "headings of lists of children, looked for, never written",
    "cpdash/sheets/words/label_breakdowns.py": "labels of publishers, looked for and never written",
    "cpdash/sheets/words/label_lists.py": _LABELS,
    "cpdash/sheets/words/labels_england.py": _LABELS,
    "cpdash/sheets/words/limits.py": "patterns of publishers' notes, looked for and never written",
    "cpdash/sheets/words/populations.py": "what publishers call children, looked for only",
    "cpdash/sheets/words/subject_words.py": "patterns; its subjects have a test of their own",
}
"""A module whose strings no page shows: the reason."""


def shown(source: str) -> Iterator[tuple[int, str]]:
    """Line and text of every string that may reach a screen: not docstrings, codes or styles, nor
    patterns and lists of single words, which are what is looked for."""
    tree = ast.parse(source)
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and "Literal" in ast.unparse(node.value):
            silent |= {id(inner) for inner in ast.walk(node.slice)}
        elif isinstance(node, ast.Call) and LOOKED_FOR.fullmatch(ast.unparse(node)):
            silent |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        if id(node) not in silent and not CODE.fullmatch(node.value):
            yield node.lineno, STYLE.sub("", node.value)


def unkind(source: str) -> list[str]:
    """The words of a source that are not to be used, with their lines."""
    return [
        f"line {line}: {match[0]!r} in {text!r}"
        for line, text in shown(source)
        for match in BANNED.finditer(text)
    ]


SOURCES = sorted(
    path.relative_to(PROJECT).as_posix()
    for place in ("cpdash/**/*.py", "pages/*.py", "app.py")
    for path in PROJECT.glob(place)
)


@pytest.mark.parametrize("path", [path for path in SOURCES if path not in NOT_SHOWN])
def test_the_words_on_screen_put_people_first(path: str) -> None:
    assert unkind((PROJECT / path).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "word"),
    [
        ("st.title('LAC in South Lanarkshire')", "LAC"),
        ("LABEL = 'Residential units'", "units"),
        ("text = f'{n} beds in use'", "beds"),
        ("label = 'Contact'", "Contact"),
        ("x = {'secure': 'The cohort of 2015'}", "cohort"),
        ("def f():\n    return 'Placement breakdown rate'", "Placement breakdown"),
        ("st.error('The upload failed.')", "failed"),
    ],
)
def test_an_unkind_word_is_found(source: str, word: str) -> None:
    assert [word in found for found in unkind(source)] == [True]


@pytest.mark.parametrize(
    "source",
    [
        "'''A docstring about a cohort.'''",
        "def f():\n    '''Failed rows are left out.'''",
        "Unit = Literal['count', 'unit']",
        "frame['unit']",
        "LABEL = 'Living in the community'",
        "LABEL = 'United Kingdom, placed with relatives, Lachlan, embedded'",
        "CSS = '.card { font-size: 2em; bed: none }'",
        "SEEN = re.compile(r'\\b(units?|lac)\\b', re.IGNORECASE)",
        "HEADER = 'measure value unit status'.split()",
    ],
)
def test_a_fair_word_is_left_alone(source: str) -> None:
    assert unkind(source) == []


def test_a_module_that_is_left_out_needs_to_be_and_says_why() -> None:
    for path, reason in NOT_SHOWN.items():
        assert path in SOURCES
        assert unkind((PROJECT / path).read_text(encoding="utf-8")) != []
        assert len(reason.split()) > 3
