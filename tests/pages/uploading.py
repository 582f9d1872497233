"""The page Data as somebody works on it: files that are sent, compared, accepted and withdrawn."""

from collections.abc import Iterator
from datetime import date

from streamlit.testing.v1 import AppTest

from tests.pages.visits import bodies, tables, visit, words

ME = "Jo Reader"
FIFE = "Fife Council"


def send(app: AppTest, **files: bytes) -> AppTest:
    """Drop workbooks into the box: `figures=...` is figures.xlsx."""
    for name, data in files.items():
        app.file_uploader[0].upload(f"{name}.xlsx", data)
    app.run()
    assert not app.exception
    return app


def sent(**files: bytes) -> AppTest:
    """The page of somebody who said who they are and dropped workbooks into the box."""
    app = visit("data")
    app.text_input(key="who").set_value(ME)
    return send(app, **files)


def press(app: AppTest, key: str) -> AppTest:
    """Press the button `compare`, `accept`, `undo` or `taking-back`."""
    app.button(key=key).click().run()
    assert not app.exception
    return app


def choose(app: AppTest, key: str, value: object) -> AppTest:
    """Choose in the box `publisher`, `edition`, `as-at-area` or `take-back`."""
    app.selectbox(key=key).set_value(value).run()
    assert not app.exception
    return app


def came_out(app: AppTest, when: date) -> AppTest:
    """Say when files were published that do not say it."""
    app.date_input(key="published").set_value(when).run()
    return app


def compared(**files: bytes) -> AppTest:
    """The page with a comparison open."""
    return press(sent(**files), "compare")


def accepted(**files: bytes) -> AppTest:
    """The page after these files were accepted."""
    return press(compared(**files), "accept")


def buttons(app: AppTest) -> set[str]:
    """The keys of the buttons that can be pressed."""
    return {str(button.key) for button in app.main.button if not button.disabled}


def change(app: AppTest, title: str) -> list[tuple[str, ...]]:
    """The rows of the table below a heading, its own headings first; none where there is none."""
    found = bodies(app)
    place = next((at for at, body in enumerate(found) if f"<h3>{title}" in body), None)
    if place is None:
        return []
    below = next(tables(found[place + 1]), None) if place + 1 < len(found) else None
    return below or _listed(app, title)


def _listed(app: AppTest, title: str) -> list[tuple[str, ...]]:
    """The rows of a long list, which is a table to scroll."""
    table = next(one for one in app.dataframe if one.proto.alt.startswith(title))
    return [tuple(table.value.columns), *map(tuple, table.value.to_numpy().tolist())]


def history(app: AppTest) -> list[tuple[str, ...]]:
    """Number, state, file and number of figures of every edition, the newest first."""
    for table in app.dataframe:
        if table.proto.alt == "Every edition":
            return [tuple(row[:4]) for row in table.value.to_numpy().tolist()]
    return []


def after(app: AppTest, heading: str) -> str:
    """What a reader sees behind a heading."""
    return words(app).partition(heading)[2]


MARKDOWN = ("label", "help", "placeholder", "body", "text", "icon")


def in_markdown(app: AppTest) -> Iterator[str]:
    """Every text that Streamlit may read as Markdown: of elements that are no HTML of ours, what
    stands in one of the fields that it does this to."""
    for element in app:
        proto = getattr(element, "proto", None)
        if proto is not None and element.type != "html":
            for name in MARKDOWN:
                text = getattr(proto, name, "")
                if isinstance(text, str):
                    yield text
