"""The copy that opens without a server, unzipped as a person would."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from macros.copie_usb.build import build
from macros.copie_usb.paths import NAME


@pytest.fixture(scope="session")
def zip_de_la_copie(site_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the copy anew from the built site, and return its zip."""
    assert site_dir.is_dir()
    return build(tmp_path_factory.mktemp("copie"))


@pytest.fixture
def unzip(zip_de_la_copie: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Unzip the copy in a folder of that name, and return the folder that holds index.html."""

    def unzip(name: str) -> Path:
        shutil.unpack_archive(zip_de_la_copie, tmp_path / name)
        return tmp_path / name / NAME

    return unzip
