"""The documentation is true: links lead somewhere, names exist, examples run."""

import inspect
import os
import re
import shutil
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import pytest
from streamlit.testing.v1 import AppTest

from cpdash.__main__ import main
from cpdash.commands.declared import COMMANDS
from cpdash.commands.terminal import CANNOT_WRITE, DONE
from cpdash.indicator_list import as_markdown as indicator_list
from cpdash.indicators import BREAKS, INDICATORS
from cpdash.reading import read
from cpdash.ui import frame
from tests.charts import test_every_chart
from tests.test_architecture import LAYERS

PROJECT = Path(__file__).parents[1]
README = PROJECT / "README.md"
DOCUMENTS = sorted([*PROJECT.glob("*.md"), *PROJECT.glob("docs/*.md"), *PROJECT.glob("data/*.md")])
TEXTS = {path.relative_to(PROJECT).as_posix(): path.read_text("utf-8") for path in DOCUMENTS}
SCREEN = 80
"""Lines that are one screen of a README."""

FENCE = re.compile(r"^```(\w*)[ ]?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)\)")
QUOTED = re.compile(r"`([^`\n]+)`")
PATH = re.compile(r"[\w.-]+(/[\w.-]+)*/?|[\w.-]+\.(py|md|xlsx|txt|toml|css)")
CACHE = re.compile(
    r"(?:@|\.|= )(?:lru_cache|cache_data|cache_resource|cache)\b(?:\(max\w+=(\w+))?(?!\.)"
)
CALL = re.compile(r"([a-z_]+(?:\.[a-z_]+)*)\.(\w+)\(\)")
PARTS = HEADING.split(TEXTS["docs/adding.md"])
EXAMPLES = {
    title: FENCE.findall(part) for title, part in zip(PARTS[1::2], PARTS[2::2], strict=True)
}
NEW_FILES = {name for blocks in EXAMPLES.values() for _, name, _ in blocks if name}
RUN = [title for title, blocks in EXAMPLES.items() if any(not name for _, name, _ in blocks)]

every_document = pytest.mark.parametrize("document", TEXTS)


def without_code(text: str) -> str:
    """A document without its blocks of code."""
    return FENCE.sub("", text)


def anchors(text: str) -> set[str]:
    """What links may point at within a document, as GitHub makes them from its headings."""
    titles = re.findall(r"^#+ (.+)$", without_code(text), re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", title.lower()).replace(" ", "-") for title in titles}


@every_document
def test_every_link_leads_somewhere(document: str) -> None:
    lost = []
    for link in LINK.findall(without_code(TEXTS[document])):
        where, _, anchor = link.partition("#")
        target = (PROJECT / document).parent / where if where else PROJECT / document
        if "://" in link:
            continue
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            lost.append(link)
    assert lost == []


def there(name: str) -> bool:
    """Whether a file or folder of the project has this name, from its root or from cpdash/."""
    return any((PROJECT / root / name).exists() for root in ("", "cpdash", "docs", "tests/bench"))


FOLDERS = (
    *("cpdash/", "pages/", "tests/", "docs/", "data/"),
    *("areas/", "charts/", "reading/", "sheets/", "ui/"),
)
UNMADE = {"data/plan-NAME.xlsx", "data/cpdash.sqlite"}
"""Names of files that people or the dashboard make."""


@every_document
def test_every_file_that_is_named_exists(document: str) -> None:
    named = QUOTED.findall(without_code(TEXTS[document]))
    paths = [
        name
        for name in named
        if PATH.fullmatch(name)
        and (name.startswith(FOLDERS) or name.endswith((".py", ".md", ".toml", ".css")))
    ]
    assert [name for name in paths if not there(name) and name not in NEW_FILES | UNMADE] == []


@every_document
def test_every_function_that_is_named_exists(document: str) -> None:
    for text in QUOTED.findall(without_code(TEXTS[document])):
        named = CALL.fullmatch(text)
        if named:
            assert hasattr(import_module(f"cpdash.{named[1]}"), named[2]), text


@every_document
def test_every_command_that_is_named_exists(document: str) -> None:
    targets = set(re.findall(r"^(\w+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
    code = " ".join([*QUOTED.findall(TEXTS[document]), *(b for _, _, b in commands(document))])
    assert set(re.findall(r"\bmake (\w+)", code)) <= targets
    assert set(re.findall(r"-m cpdash (\w+)", code)) <= set(COMMANDS)


def commands(document: str) -> list[tuple[str, str, str]]:
    """The blocks of a document that are no Python."""
    return [block for block in FENCE.findall(TEXTS[document]) if block[0] != "python"]


def test_the_readme_is_one_screen_with_a_picture_and_the_two_commands() -> None:
    text = README.read_text("utf-8")
    assert len(text.splitlines()) <= SCREEN
    assert "![" in text
    shown = "".join(block for _, _, block in commands("README.md"))
    assert {"make run", "make test"} <= {line.split("  ")[0] for line in shown.splitlines()}


def test_the_pictures_are_small_and_as_wide_as_a_screen() -> None:
    for picture in (PROJECT / "docs" / "screenshots").glob("*"):
        content = picture.read_bytes()
        assert content.startswith(b"\x89PNG")
        assert len(content) < 250_000
        assert int.from_bytes(content[16:20], "big") == 1280


def test_every_page_has_its_line_in_the_architecture() -> None:
    listed = re.findall(r"^\| `(pages/\w+\.py)` \|", TEXTS["docs/architecture.md"], re.MULTILINE)
    assert listed == [f"pages/{name}.py" for name, *_ in frame.MENU]


def test_every_module_has_its_line_in_the_architecture() -> None:
    parts = {path.stem for path in PROJECT.glob("cpdash/*") if path.suffix in ("", ".py")}
    listed = re.findall(r"^\| `cpdash/(\w+)(?:\.py|/)` \|", TEXTS["docs/architecture.md"], re.M)
    assert sorted(listed) == sorted(parts - {"__init__", "__pycache__"})


def test_every_folder_of_the_reader_has_its_line_in_the_architecture() -> None:
    folders = {path.parent.name for path in PROJECT.glob("cpdash/sheets/*/__init__.py")}
    text = TEXTS["docs/architecture.md"]
    listed = re.findall(r"^\| `cpdash/sheets/(\w+)/` \|", text, re.MULTILINE)
    assert sorted(listed) == sorted(folders)


def test_the_layers_are_drawn_as_they_are_enforced() -> None:
    blocks = [block for _, _, block in commands("docs/architecture.md")]
    drawn = [tuple(line.split()) for line in blocks[0].strip().splitlines()]
    assert drawn == list(reversed(LAYERS))


def caches(path: Path) -> list[tuple[str, int]]:
    """A module and the most that it keeps, for each of its caches."""
    name = path.relative_to(PROJECT).as_posix()
    bounds = CACHE.findall(path.read_text("utf-8"))
    assert all(bounds), f"{name} keeps things without end"
    module = import_module(name.removesuffix(".py").replace("/", ".")) if bounds else None
    return [(name, int(b) if b.isdigit() else getattr(module, b)) for b in bounds]


def test_every_cache_is_bounded_and_listed() -> None:
    made = [cache for path in PROJECT.glob("cpdash/**/*.py") for cache in caches(path)]
    rows = re.findall(
        r"^\| `(cpdash/[\w/]+\.py)`: .+ \| ([\d,]+) \|$",
        TEXTS["docs/architecture.md"],
        re.MULTILINE,
    )
    listed = [(name, int(bound.replace(",", ""))) for name, bound in rows]
    assert sorted(listed) == sorted(made)


@pytest.mark.parametrize(
    ("source", "bounds"),
    [
        ("@cache\ndef f():", [""]),
        ("@st.cache_data(ttl=60)", [""]),
        ("@lru_cache(maxsize=None)", ["None"]),
        ("self.series = lru_cache(maxsize=KEPT)(self.make)", ["KEPT"]),
        ("from functools import lru_cache", []),
    ],
)
def test_a_cache_is_seen_with_its_bound(source: str, bounds: list[str]) -> None:
    assert CACHE.findall(source) == bounds


def test_the_cell_that_the_architecture_follows_holds_that_number() -> None:
    file = PROJECT / "data" / "starter" / "south-lanarkshire-strategy-2018.xlsx"
    figures = read(file).figures
    found = figures[figures["sheet"].eq("Placements") & figures["cell"].eq("F4")]
    assert found[["category", "value"]].to_numpy().tolist() == [["foster", 206.0]]
    assert f"`{file.name}`, sheet Placements, cell F4" in TEXTS["docs/architecture.md"]


def test_every_thing_to_add_has_an_example() -> None:
    assert [title for title, blocks in EXAMPLES.items() if not blocks] == []
    listed = re.findall(r"^\| \[.+?\]\(#([\w-]+)\) \|", PARTS[0], re.MULTILINE)
    assert set(listed) == {title.lower().replace(" ", "-") for title in EXAMPLES}


@pytest.mark.parametrize("title", RUN)
def test_the_example_runs(title: str, tmp_path: Path) -> None:
    shutil.copytree(PROJECT / "data", tmp_path / "data")
    code = "".join(block for _, name, block in EXAMPLES[title] if not name)
    assert "assert " in code
    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", code],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")


def new_file(title: str) -> str:
    """The one file that an example adds."""
    ((_, _, code),) = EXAMPLES[title]
    return code


def test_the_chart_of_the_example_passes_what_every_chart_must() -> None:
    chart = ModuleType("columns")
    exec(new_file("A chart"), chart.__dict__)
    held = [
        test
        for name, test in vars(test_every_chart).items()
        if name.startswith("test_") and list(inspect.signature(test).parameters) == ["chart"]
    ]
    assert len(held) > 5
    for test in held:
        test(chart)


@pytest.mark.parametrize(
    ("council", "charts"), [("Strathlorne (illustrative)", 1), ("Orkney Islands", 0)]
)
def test_the_page_of_the_example_runs_once_it_is_in_the_menu(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, council: str, charts: int
) -> None:
    shutil.copy(PROJECT / "app.py", tmp_path)
    shutil.copytree(PROJECT / "pages", tmp_path / "pages")
    (tmp_path / "pages" / "providers.py").write_text(new_file("A page"), encoding="utf-8")
    line = ("providers", "Other providers", ":material/groups:")
    monkeypatch.setattr(frame, "MENU", (*frame.MENU, line))
    app = AppTest.from_file(str(tmp_path / "app.py"), default_timeout=60)
    app.query_params["council"] = council
    app.run()
    app.switch_page("pages/providers.py").run()
    assert not app.exception
    assert f"Other providers in {council}" in "".join(html.proto.body for html in app.get("html"))
    assert len(app.get("plotly_chart")) == charts


def test_the_list_of_indicators_is_up_to_date() -> None:
    assert TEXTS["docs/indicators.md"] == indicator_list()


def test_the_list_of_indicators_has_each_of_them_and_every_break() -> None:
    listed = indicator_list()
    assert re.findall(r"^### (\w+)$", listed, re.MULTILINE) == list(INDICATORS)
    assert len(re.findall(r"^\| \d", listed, re.MULTILINE)) == len(BREAKS)


def test_the_command_prints_the_list_or_writes_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["indicators"]) == DONE
    assert capsys.readouterr().out == indicator_list()
    file = tmp_path / "indicators.md"
    assert main(["indicators", "--write", str(file)]) == DONE
    assert file.read_text("utf-8") == indicator_list()
    assert main(["indicators", "--write", str(tmp_path)]) == CANNOT_WRITE
    assert "cannot be written" in capsys.readouterr().err
