"""What the tests of the commands share."""

from __future__ import annotations

from pathlib import Path

import pytest

from referentials import __main__ as command
from tests.outils_importation import Run


@pytest.fixture
def importer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command, `importer` unless told, on a collection of one's own: « mienne »."""

    def done(*arguments: object, command_name: str = "importer") -> tuple[int, str, str]:
        code = command.main([command_name, *map(str, arguments), "--vers", str(tmp_path / "mienne")])
        return (code, *capsys.readouterr())

    return done
