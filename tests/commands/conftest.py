"""A desk for every test that asks for one."""

from pathlib import Path

import pytest

from tests.commands.desk import Desk


@pytest.fixture
def desk(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Desk:
    """A data folder that the commands are pointed at."""
    made = Desk(tmp_path, capsys)
    monkeypatch.setenv("CPDASH_DATA", str(made.data))
    monkeypatch.delenv("CPDASH_DATABASE_URL", raising=False)
    monkeypatch.setenv("LOGNAME", "bella")
    return made
