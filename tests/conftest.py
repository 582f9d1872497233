"""What every test shares: a data folder that is not our own, the same inputs each time, and the
count at the very end."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

from tests.copying import with_the_examples

# How fast a machine draws inputs says nothing of the code.
settings.register_profile(
    "project", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("project")


@pytest.fixture(scope="session", autouse=True)
def _data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Every dashboard of the tests looks at a copy of the data folder, servers among them. The
    first that starts makes the store there, and no test reaches the database of whoever runs it."""
    folder = with_the_examples(tmp_path_factory.mktemp("tests") / "data")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("CPDASH_DATA", str(folder))
        environment.delenv("CPDASH_DATABASE_URL", raising=False)
        yield


def pytest_unconfigure(config: pytest.Config) -> None:
    """The last line: how many passed and how many did not (an error of a fixture is a failure)."""
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or config.option.collectonly:
        return
    passed, failed, errors = (len(reporter.getreports(kind)) for kind in OUTCOMES)
    reporter.write_line(f"{passed} passed, {failed + errors} failed")


OUTCOMES = ("passed", "failed", "error")
