"""The shape of the house: who may import what, and how large a thing may grow.

Every rule is a function from a path and its source to faults, so that each is also tried on
a few lines that break it.
"""

import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[1]

LAYERS = (
    ("problems", "vocabulary", "days"),
    ("figures", "areas", "theme", "series"),
    ("indicators", "sheets"),
    ("observations", "trends", "workbooks"),
    ("wording",),
    ("census", "targets", "disclosure", "evidence", "charts"),
    ("captions", "plan", "reading", "store", "indicator_list", "judgement"),
    ("comparison", "intake"),
    ("committee",),
    ("ui", "commands"),
    ("app", "pages", "__main__"),
)
"""From the ground up: a part imports from its own files and from the layers below it."""

LIBRARIES = {
    "streamlit": ("ui", "app", "pages"),
    "plotly": ("theme", "charts"),
    "openpyxl": ("reading", "plan", "committee"),
    "python_calamine": ("sheets",),
    "xlsxwriter": ("committee",),
    "sqlalchemy": ("store",),
    "alembic": ("store",),
    "psycopg": ("store",),
}
"""A library that costs something to know: the parts that may know it."""

EFFECTS = frozenset(
    "open print read_text read_bytes write_text write_bytes exists is_file is_dir iterdir glob"
    " rglob mkdir touch stat today now utcnow getenv getcwd cwd read_excel read_csv ExcelFile"
    " load_workbook urlopen urlretrieve system popen Popen check_output check_call perf_counter"
    " monotonic sleep uuid4 token_hex basicConfig create_engine connect".split()
)
"""Calls that read or change the world. `import` must do none of them."""

HTML_DOOR = "cpdash/ui/html.py"
BARE_HTML = ("st.html", "st.iframe", "components.html", "st.components.v1.html")
VAGUE_NAMES = frozenset("utils util helpers helper common manager service misc".split())
PAGE_LINES, MODULE_LINES, FUNCTION_LINES = 60, 250, 40

TOO_LONG: dict[str, str] = {}
"""`path` or `path:function` that passes its limit: the reason why that is right."""


def part(path: str) -> str:
    """The part of the house that a file belongs to: `cpdash/reading/sheets.py` is `reading`."""
    names = Path(path).with_suffix("").parts
    return names[1] if names[0] == "cpdash" and len(names) > 1 else names[0]


def layer(name: str) -> int | None:
    """How high a part stands, from 0; None for one that the table does not name."""
    return next((height for height, names in enumerate(LAYERS) if name in names), None)


def imported(source: str) -> Iterator[tuple[str, int]]:
    """Every dotted name that a source imports, anywhere in it, with its line."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def upward_imports(path: str, source: str) -> list[str]:
    """Imports of the project that do not point down."""
    own, faults = part(path), []
    for name, line in imported(source):
        names = name.split(".")
        if names[0] != "cpdash" or names[1] == own:
            continue
        here, there = layer(own), layer(names[1])
        if here is None or there is None or there >= here:
            faults.append(f"{path}:{line}: {own} may not import {names[1]}")
    return faults


def strange_libraries(path: str, source: str) -> list[str]:
    """Imports of a library by a part that has no business with it."""
    return [
        f"{path}:{line}: {part(path)} may not import {name.split('.')[0]}"
        for name, line in imported(source)
        if part(path) not in LIBRARIES.get(name.split(".")[0], (part(path),))
    ]


def at_import(node: ast.AST) -> Iterator[ast.AST]:
    """What runs when a module is imported: all but the bodies of functions and the main block."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            for outside in (*child.decorator_list, *child.args.defaults, *child.args.kw_defaults):
                if outside is not None:
                    yield outside
                    yield from at_import(outside)
        elif isinstance(child, ast.If) and "__name__" in ast.unparse(child.test):
            continue
        elif not isinstance(child, ast.Lambda):
            yield child
            yield from at_import(child)


def effects(path: str, source: str) -> list[str]:
    """What an import would read or change. Pages and app.py are scripts, made to run."""
    if part(path) in ("app", "pages"):
        return []
    faults = []
    for node in at_import(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
            if called in EFFECTS:
                faults.append(f"{path}:{node.lineno}: calls {called} when imported")
        elif isinstance(node, ast.Attribute) and ast.unparse(node) in ("os.environ", "sys.argv"):
            faults.append(f"{path}:{node.lineno}: reads {ast.unparse(node)} when imported")
    return faults


def sizes(path: str, source: str) -> list[str]:
    """Files and functions that are too long to be about one thing."""
    limit = PAGE_LINES if part(path) == "pages" else MODULE_LINES
    faults = []
    if len(source.splitlines()) > limit and path not in TOO_LONG:
        faults.append(f"{path}: {len(source.splitlines())} lines, at most {limit}")
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > FUNCTION_LINES and f"{path}:{node.name}" not in TOO_LONG:
                faults.append(f"{path}: {node.name} has {lines} lines, at most {FUNCTION_LINES}")
    return faults


def docstrings(path: str, source: str) -> list[str]:
    """Modules, public functions and public classes that do not say what they are."""
    if part(path) in ("app", "pages"):
        return []
    tree = ast.parse(source)
    faults = [] if ast.get_docstring(tree) else [f"{path}: no docstring"]
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef | ast.ClassDef) or node.name.startswith("_"):
            continue
        if not ast.get_docstring(node):
            faults.append(f"{path}:{node.lineno}: {node.name} has no docstring")
    return faults


def bare_html(path: str, source: str) -> list[str]:
    """HTML that does not go through the one module that escapes what it is given."""
    if path == HTML_DOOR:
        return []
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        f"{path}:{call.lineno}: {ast.unparse(call.func)} writes bare HTML"
        for call in calls
        if ast.unparse(call.func) in BARE_HTML
        or any(word.arg == "unsafe_allow_html" for word in call.keywords)
    ]


def names(path: str, _source: str) -> list[str]:
    """Parts that are named by nothing they know, or that the table of layers has not got."""
    faults = []
    if VAGUE_NAMES & set(Path(path).with_suffix("").parts):
        faults.append(f"{path}: a module is named by what it knows")
    if part(path) != "__init__" and layer(part(path)) is None:
        faults.append(f"{path}: give it its place in LAYERS of tests/test_architecture.py")
    return faults


Rule = Callable[[str, str], list[str]]
RULES: tuple[Rule, ...] = (
    upward_imports,
    strange_libraries,
    effects,
    sizes,
    docstrings,
    bare_html,
    names,
)
SOURCES = sorted(
    path.relative_to(PROJECT).as_posix()
    for place in ("cpdash/**/*.py", "pages/*.py", "app.py")
    for path in PROJECT.glob(place)
)


@pytest.mark.parametrize("path", SOURCES)
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_house_keeps_its_shape(rule: Rule, path: str) -> None:
    assert rule(path, (PROJECT / path).read_text(encoding="utf-8")) == []


LONG_FUNCTION = "def f():\n" + "    x = 1\n" * FUNCTION_LINES


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        (upward_imports, "cpdash/figures.py", "from cpdash.ui import frame"),
        (upward_imports, "cpdash/figures.py", "import cpdash.areas"),
        (upward_imports, "cpdash/figures.py", "from cpdash import charts"),
        (upward_imports, "cpdash/figures.py", "def late():\n    from cpdash.plan import read"),
        (upward_imports, "cpdash/charts/line.py", "from cpdash.reading.sheets import rows"),
        (strange_libraries, "cpdash/wording.py", "import streamlit as st"),
        (strange_libraries, "pages/plan.py", "import plotly.graph_objects as go"),
        (strange_libraries, "cpdash/figures.py", "from openpyxl import load_workbook"),
        (strange_libraries, "cpdash/reading/sheets.py", "import sqlalchemy"),
        (strange_libraries, "cpdash/ui/held.py", "from alembic import command"),
        (strange_libraries, "cpdash/census.py", "import psycopg"),
        (effects, "cpdash/areas.py", "TEXT = open('areas.csv').read()"),
        (effects, "cpdash/areas.py", "TODAY = date.today()"),
        (effects, "cpdash/areas.py", "class A:\n    now = datetime.now()"),
        (effects, "cpdash/areas.py", "def f(when=date.today()):\n    return when"),
        (effects, "cpdash/areas.py", "PLACE = os.environ['HOME']"),
        (sizes, "pages/plan.py", "x = 1\n" * 61),
        (sizes, "cpdash/plan.py", "x = 1\n" * 251),
        (sizes, "cpdash/plan.py", LONG_FUNCTION),
        (docstrings, "cpdash/plan.py", "x = 1"),
        (docstrings, "cpdash/plan.py", "'''What it is.'''\ndef public():\n    return 1"),
        (bare_html, "pages/plan.py", "st.markdown(text, unsafe_allow_html=True)"),
        (bare_html, "cpdash/ui/cards.py", "st.html(text)"),
        (names, "cpdash/utils.py", ""),
        (names, "cpdash/nowhere.py", ""),
    ],
)
def test_the_rule_sees_what_breaks_it(rule: Rule, path: str, source: str) -> None:
    assert len(rule(path, source)) >= 1


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [
        (upward_imports, "cpdash/charts/line.py", "from cpdash.charts.axis import years"),
        (upward_imports, "pages/plan.py", "from cpdash.ui import frame"),
        (strange_libraries, "cpdash/ui/cards.py", "import streamlit as st"),
        (effects, "cpdash/areas.py", "def f():\n    return open('x')"),
        (effects, "cpdash/__main__.py", "if __name__ == '__main__':\n    print('x')"),
        (bare_html, HTML_DOOR, "st.html(text)"),
        (bare_html, "cpdash/ui/cards.py", "escape.html(text)"),
    ],
)
def test_the_rule_leaves_what_is_right(rule: Rule, path: str, source: str) -> None:
    assert rule(path, source) == []


def test_no_two_layers_name_the_same_part() -> None:
    parts = [name for layer_names in LAYERS for name in layer_names]
    assert len(parts) == len(set(parts))


def test_an_exception_to_the_sizes_is_still_needed_and_says_why() -> None:
    for where, reason in TOO_LONG.items():
        assert (PROJECT / where.split(":")[0]).exists(), where
        assert len(reason.split()) > 3, where
