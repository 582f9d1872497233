"""Every command that is declared is there."""

import pytest

from cpdash.__main__ import main
from cpdash.commands.declared import COMMANDS


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help_and_something_to_run(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left:
        main([name, "--help"])
    assert left.value.code == 0
    assert COMMANDS[name].help in " ".join(capsys.readouterr().out.split())
    assert callable(COMMANDS[name].function())
