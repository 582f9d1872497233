"""Commands that ask no store: what files say, an empty workbook, the list of indicators."""

import gc
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from cpdash.commands.terminal import (
    CANNOT_OPEN,
    CANNOT_WRITE,
    DECLINED,
    DONE,
    WRONG_CALL,
    say,
    warn,
    write,
)
from cpdash.problems import Problem
from cpdash.sheets.listing import as_csv, as_json, listed
from cpdash.sheets.process.asking import ask_each


def read(call: Namespace) -> int:
    """Print the figures of files, and what was wrong with them."""
    # The process ends when it has printed: looking for what could be freed costs more.
    gc.disable()
    answers = [one.answer() for one in ask_each(call.files, when=call.date, area=call.area or "")]
    problems = [problem for answer in answers for problem in answer.report.all()]
    figures = [figure for answer in answers for figure in listed(answer.figures, call.all)]
    write((as_json if call.format == "json" else as_csv)(figures))
    for problem in problems:
        warn(problem.line())
    tables = sum(1 for answer in answers for table in answer.tables if table.figures)
    left = sum(len(answer.tables) for answer in answers) - tables
    said = (_counted(len(figures), "figure"), _counted(tables, "table"), _counted(left, "table"))
    warn("Read {} from {}; left {} alone.".format(*said))
    return DONE if figures else code_of_none(problems)


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def code_of_none(problems: Iterable[Problem]) -> int:
    """The exit code for files without a figure: could one not be opened, or is nothing ours?"""
    unopened = any(p.code.startswith("file-") and p.severity == "fatal" for p in problems)
    return CANNOT_OPEN if unopened else DECLINED


def template(call: Namespace) -> int:
    """Write the empty workbook, never over a file that is there."""
    path: Path = call.file
    if path.suffix.lower() != ".xlsx":
        warn(f"{path}: expected a name that ends in .xlsx.")
        return WRONG_CALL
    if path.exists():
        warn(f"{path}: there is a file already. Choose another name.")
        return CANNOT_WRITE
    from cpdash.reading.template import write_template

    try:
        write_template(path)
    except OSError as error:
        warn(f"{path}: cannot be written ({error.strerror or error}).")
        return CANNOT_WRITE
    say(f"Wrote {path}. The first sheet says how to fill it in.")
    return DONE


def indicators(call: Namespace) -> int:
    """Print the list of indicators, or write it to a file."""
    from cpdash.indicator_list import as_markdown
    from cpdash.indicators import INDICATORS

    path: Path | None = call.write
    if path is None:
        write(as_markdown())
        return DONE
    try:
        path.write_text(as_markdown(), encoding="utf-8")
    except OSError as error:
        warn(f"{path}: cannot be written ({error.strerror or error}).")
        return CANNOT_WRITE
    say(f"Wrote {path}: {len(INDICATORS)} indicators.")
    return DONE
