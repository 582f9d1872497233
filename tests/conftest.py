"""What every test shares: the same inputs each time, and the count at the very end."""

import pytest
from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line: how many passed and how many did not (an error of a fixture is a failure)."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or config.option.collectonly:
        return
    passed, failed, errors = (len(reporter.getreports(kind)) for kind in OUTCOMES)
    reporter.write_line(f"{passed} passed, {failed + errors} failed")


OUTCOMES = ("passed", "failed", "error")
