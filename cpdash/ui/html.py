"""The only place that hands HTML to the browser. Every text goes through `escape` here; callers
pass words, never markup."""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import streamlit as st

from cpdash import theme
from cpdash.charts.picture import ILLUSTRATIVE
from cpdash.sheets.sheet import letters
from cpdash.wording import CardText

STYLE = Path(__file__).with_name("style.css")
BLANK = " class='cp-blank'"
LONG = 20
"""Rows up to which a table is shown whole."""


@dataclass(frozen=True)
class Tile:
    """One number of the overview: `big` with `under` it, how it `moved`, an SVG of its history
    that cpdash.charts.sparkline drew, and a sentence."""

    label: str
    big: str
    under: str
    moved: str
    history: str
    history_alt: str
    sentence: str


@dataclass(frozen=True)
class Judged:
    """One target on one line: the verdict's code and word, the plan's text, and why."""

    code: str
    word: str
    text: str
    reason: str


@dataclass(frozen=True)
class Mark:
    """What is told of one cell of a sheet: the class of its look, and what it was read as."""

    code: str
    says: str


def style() -> None:
    """The stylesheet, its colours and measures from the theme."""
    colours = theme.COLOURS | theme.GROUNDS | {"warning-text": theme.WARNING_TEXT}
    values = "".join(f"--cp-{name}:{colour};" for name, colour in colours.items())
    tones = "".join(
        f".cp-{code}{{color:{tone.text};background:{tone.ground}}}"
        for code, tone in theme.TONES.items()
    )
    sheet = STYLE.read_text("utf-8")
    st.html(f"<style>:root{{{values}}}{sheet}{tones}{theme.PAGE_CSS}</style>")


def heading(title: str, under: str = "") -> None:
    """The page's one h1 and the line below it."""
    line = f"<p class='cp-lede'>{escape(under)}</p>" if under else ""
    st.html(f"<div class='cp-heading'><h1>{escape(title)}</h1>{line}</div>")


def section(title: str, under: str = "") -> None:
    """A part of a page."""
    line = f"<p>{escape(under)}</p>" if under else ""
    st.html(f"<div class='cp-section'><h2>{escape(title)}</h2>{line}</div>")


def part(title: str, under: str = "") -> None:
    """A part of a section."""
    line = f"<p>{escape(under)}</p>" if under else ""
    st.html(f"<div class='cp-part'><h3>{escape(title)}</h3>{line}</div>")


def tiles(items: Iterable[Tile], footer: str, illustrative: bool) -> None:
    """The numbers of the overview as one block, with what every one of them rests on below."""
    shown = "".join(_tile(item) for item in items)
    badge = f"<p class='cp-illustrative'>{escape(ILLUSTRATIVE)}</p>" if illustrative else ""
    st.html(f"{badge}<div class='cp-tiles'>{shown}</div><p class='cp-foot'>{escape(footer)}</p>")


def _tile(item: Tile) -> str:
    return (
        f"<section class='cp-tile'><h2>{escape(item.label)}</h2>"
        f"<p class='cp-big'>{escape(item.big)}</p>"
        f"<p class='cp-under'>{escape(item.under)}</p>"
        f"<p class='cp-moved'>{escape(item.moved)}</p>{_picture(item)}"
        f"<p class='cp-say'>{escape(item.sentence)}</p></section>"
    )


def _picture(item: Tile) -> str:
    """The history as an inert picture: inline SVG would be stripped."""
    if not item.history:
        return ""
    data = b64encode(item.history.encode()).decode()
    return f"<img src='data:image/svg+xml;base64,{data}' alt='{escape(item.history_alt)}'>"


def verdicts(items: Iterable[Judged], folded: str = "") -> None:
    """Targets, one line each; words of the plan that make several targets stand once. Folded away
    behind the words `folded`, if there are any."""
    rows, before = "", ""
    for item in items:
        same = item.text == before
        words = "" if same else f"<p>{escape(item.text)}</p>"
        rows += (
            f"<li class='{'cp-same' if same else ''}'>{_mark(item)}<div>{words}"
            f"<p class='cp-reason'>{escape(item.reason)}</p></div></li>"
        )
        before = item.text
    listed = f"<ul class='cp-verdicts'>{rows}</ul>"
    if folded:
        listed = f"<details class='cp-table'><summary>{escape(folded)}</summary>{listed}</details>"
    st.html(listed)


def _mark(item: Judged) -> str:
    return (
        f"<span class='cp-verdict cp-{escape(item.code)}'>"
        f"<span aria-hidden='true'>{theme.TONES[item.code].mark}</span> {escape(item.word)}</span>"
    )


def card_head(
    text: CardText, judged: Judged | None = None, key: str = "", band: int = theme.PICTURE_BOTTOM
) -> None:
    """What stands above a chart: its finding, and what, where, when and unit; for a target its
    verdict and why, too. `key` is the chart's, and `band` the px of its foot that are hidden."""
    mark = _mark(judged) if judged else ""
    why = f"<p class='cp-why'>{escape(judged.reason)}</p>" if judged else ""
    st.html(
        f"<div class='cp-card-head'>{mark}<h3>{escape(text.title)}</h3>{why}"
        f"<p>{escape(text.subtitle)}</p></div>{_hidden(key, band)}"
    )


def _hidden(key: str, band: int) -> str:
    # Streamlit names an element's class after its key in this way.
    name = re.sub(r"[^a-zA-Z0-9_-]", "-", key.strip())
    return f"<style>.st-key-{name}{{{theme.BAND_VARIABLE}:{band}px}}</style>" if name else ""


def card_foot(text: CardText) -> None:
    """What stands below it: source, census, number of children, notes."""
    notes = "".join(f"<li>{escape(note)}</li>" for note in text.notes)
    notes = f"<ul>{notes}</ul>" if notes else ""
    st.html(f"<div class='cp-card-foot'><p>{escape(text.source)}</p>{notes}</div>")


def table(
    caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]], captioned: bool = True
) -> None:
    """A real table under its caption; the first column is its row headings. Not `captioned`,
    it stands under a heading that says the same, and the caption is for screen readers only. More
    than LONG rows scroll."""
    lines = list(rows)
    scrolls = "cp-scroll cp-long" if len(lines) > LONG else "cp-scroll"
    head = "".join(f"<th scope='col'>{escape(name)}</th>" for name in columns)
    body = "".join(
        f"<tr><th scope='row'>{escape(first)}</th>"
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in lines
    )
    shown = f"<p class='cp-caption'>{escape(caption)}</p>" if captioned else ""
    st.html(
        f"<div class='cp-table'>{shown}"
        f"<div class='{scrolls}' tabindex='0' role='region' aria-label='{escape(caption)}'>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div></div>"
    )


def sheet(
    caption: str, rows: Sequence[Sequence[str]], marks: Mapping[tuple[int, int], Mark]
) -> None:
    """A sheet of a workbook as it looks, in a box that scrolls, with the letters and numbers of its
    columns and rows. `marks`: what is told of cells, by row and column from 1."""
    width = max(map(len, rows), default=0)
    head = "".join(f"<th scope='col'>{letters(n)}</th>" for n in range(1, width + 1))
    body = "".join(
        f"<tr{'' if any(row) else BLANK}><th scope='row'>{number}</th>"
        f"{_cells(number, row, width, marks)}</tr>"
        for number, row in enumerate(rows, 1)
    )
    st.html(
        f"<div class='cp-sheet' tabindex='0' role='region' aria-label='{escape(caption)}'><table>"
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _cells(
    number: int, row: Sequence[str], width: int, marks: Mapping[tuple[int, int], Mark]
) -> str:
    """The cells of one row. The last text runs on over the empty cells beside it."""
    shown = ""
    for column, text in enumerate(row, 1):
        mark = marks.get((number, column))
        if mark:
            shown += f"<td class='{mark.code}' title='{escape(mark.says)}'>{escape(text)}</td>"
        elif column == len(row) < width:
            shown += f"<td colspan='{width - column + 1}'>{escape(text)}</td>"
        else:
            shown += f"<td>{escape(text)}</td>"
    return shown


def legend(marks: Iterable[tuple[str, str]]) -> None:
    """What the marks of a sheet mean: (code, words)."""
    shown = "".join(
        f"<li><span class='{escape(code)}'>123</span> {escape(words)}</li>" for code, words in marks
    )
    st.html(f"<ul class='cp-legend'>{shown}</ul>")


def terms(items: Iterable[tuple[str, str]]) -> None:
    """Words and what they mean."""
    shown = "".join(f"<dt>{escape(word)}</dt><dd>{escape(means)}</dd>" for word, means in items)
    st.html(f"<dl class='cp-terms'>{shown}</dl>")


def notice(sentence: str, *more: str) -> None:
    """Something a reader must know before reading on."""
    said = "".join(f"<p>{escape(line)}</p>" for line in (sentence, *more))
    st.html(f"<div class='cp-notice' role='status'>{said}</div>")


def points(items: Iterable[str]) -> None:
    """A list of sentences; nothing where there are none."""
    shown = "".join(f"<li>{escape(item)}</li>" for item in items)
    if shown:
        st.html(f"<ul class='cp-points'>{shown}</ul>")


def paragraph(words: str) -> None:
    """Plain text."""
    st.html(f"<p class='cp-text'>{escape(words)}</p>")
