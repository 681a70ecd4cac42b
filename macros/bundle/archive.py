"""Zip archives that are stored, in order and without a clock: the same content always gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

# The first date that a zip can hold.
EPOCH = (1980, 1, 1, 0, 0, 0)
REGULAR_FILE = 0o100644 << 16
UNIX = 3


def write(path: Path, entries: Mapping[str, bytes]) -> None:
    """Write `entries` (name → content) at `path`, sorted by name.

    Nothing is compressed here, so that the server's own compression works across files.
    """
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = UNIX
            info.external_attr = REGULAR_FILE
            archive.writestr(info, entries[name])


def read(path: Path) -> dict[str, bytes]:
    """Return the files of an archive, name → content."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def folder(root: Path) -> dict[str, bytes]:
    """Return the files below a folder, relative name → content."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}
