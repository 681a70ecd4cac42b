"""A clone that is not built: what the command line says there."""

from __future__ import annotations

import sys

import pytest

from forms.__main__ import main
from tests.outils import CAS


@pytest.mark.parametrize("command", ["verifier", "evaluer", "csv"])
def test_a_clone_that_is_not_built_says_what_to_run(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The validators are generated: without them, a sentence, not the trace of an import."""
    for name in [name for name in sys.modules if name.startswith("forms.validateurs.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr("forms.validateurs.__path__", [])
    path = min((CAS / "exports" / "2").glob("*.json"))
    assert main([command, str(path)]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "lancez « make site »" in printed.err.replace("\u00a0", " ")
