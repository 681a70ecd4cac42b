"""Fixtures of the tests of the forms."""

from __future__ import annotations

from pathlib import Path

import pytest

from forms import __main__ as command
from forms.socle.phrases import NBSP
from tests.forms.outils_sorties import Run, sheet


@pytest.fixture
def run(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Run the command on texts of files, and return what it writes, or what it warns of, with plain spaces."""

    def ran(name: str, *texts: str, options: tuple[str, ...] = (), warnings: bool = False) -> str:
        paths = [tmp_path / f"{rank}.json" for rank, _ in enumerate(texts)]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, "utf-8")
        assert command.main([name, *map(str, paths), *options]) == 0
        out, err = capsysbinary.readouterr()
        said = err.decode() if warnings else sheet(out) if name == "xlsx" else out.decode()
        return said.replace(NBSP, " ")

    return ran
