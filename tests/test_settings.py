"""The settings that ship: private to the computer, nothing phones home, one light theme."""

import re
import tomllib
from pathlib import Path

import pytest
from streamlit import config

PROJECT = Path(__file__).parents[1]
CONFIG = PROJECT / ".streamlit" / "config.toml"
SETTINGS = tomllib.loads(CONFIG.read_text(encoding="utf-8"))

SAFE = {
    "server.address": "127.0.0.1",
    "server.allowedHosts": ["localhost", "127.0.0.1"],
    "server.maxUploadSize": 10,
    "server.maxMessageSize": 20,
    "server.maxCacheDataSize": "256mb",
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.xsrfCookieSameSite": "lax",
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.fileWatcherType": "none",
    "server.disconnectedSessionTTL": 120,
    "server.showEmailPrompt": False,
    "client.showErrorDetails": "none",
    "client.showErrorLinks": False,
    "client.toolbarMode": "viewer",
    "client.disableDataExport": True,
    "runner.postScriptGC": False,
    "browser.gatherUsageStats": False,
    "theme.base": "light",
    "theme.backgroundColor": "#ffffff",
    "theme.primaryColor": "#1f4e79",
    "theme.textColor": "#1a1a1a",
    "theme.grayTextColor": "#4a4a4a",
}


def written() -> dict[str, object]:
    """Every setting of the file as `section.option`."""
    return {f"{part}.{name}": v for part, names in SETTINGS.items() for name, v in names.items()}


@pytest.mark.parametrize(("option", "value"), SAFE.items())
def test_the_setting_ships_with_its_safe_value(option: str, value: object) -> None:
    assert written()[option] == value


@pytest.mark.parametrize("option", written())
def test_streamlit_knows_the_setting(option: str) -> None:
    # An option that it does not know is only logged, so a slip of the pen would go unseen.
    assert option in config.get_config_options(force_reparse=False)


def test_there_is_no_dark_theme_beside_the_light_one() -> None:
    assert not {"dark", "light"} & SETTINGS["theme"].keys()


def test_no_font_is_fetched() -> None:
    assert "fontFaces" not in SETTINGS["theme"]
    assert "://" not in CONFIG.read_text(encoding="utf-8")


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb` after WCAG 2.2."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_worked_as_published() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert round(contrast("#002d54", "#ffffff"), 2) == 13.97


@pytest.mark.parametrize("role", ["textColor", "grayTextColor", "primaryColor", "linkColor"])
@pytest.mark.parametrize("ground", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_can_be_read_on_every_ground(role: str, ground: str) -> None:
    assert contrast(SETTINGS["theme"][role], SETTINGS["theme"][ground]) >= 4.5


@pytest.mark.parametrize("colour", SETTINGS["theme"]["chartCategoricalColors"])
def test_a_series_stands_out_from_the_ground(colour: str) -> None:
    assert contrast(colour, SETTINGS["theme"]["backgroundColor"]) >= 3


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_and_says_why(name: str) -> None:
    lines = (PROJECT / name).read_text(encoding="utf-8").splitlines()
    reason = False
    for line in lines:
        if line.startswith("#"):
            reason = True
            continue
        assert line.startswith("-r ") or re.match(r"[\w.-]+(\[\w+\])?==[\w.]+(;|$)", line), line
        assert reason, f"{line}: say in a comment above it what it is for"
        # The same package for another system stands under the same reason.
        reason = ";" in line and 'sys_platform != "win32"' in line
