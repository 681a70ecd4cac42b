"""Zip archives in order and without a clock: the same content always gives the same bytes."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

# The first date that a zip can hold.
EPOCH = (1980, 1, 1, 0, 0, 0)
REGULAR_FILE = 0o100644 << 16
UNIX = 3


def write(path: Path, entries: Mapping[str, bytes], *, compressed: bool = False) -> None:
    """Write `entries` (name → content) at `path`, sorted by name.

    What a server sends is not compressed here: its own compression works across files.
    """
    method = zipfile.ZIP_DEFLATED if compressed else zipfile.ZIP_STORED
    with zipfile.ZipFile(path, "w", method, compresslevel=9) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, EPOCH)
            info.create_system = UNIX
            info.external_attr = REGULAR_FILE
            archive.writestr(info, entries[name], method)


def read(path: Path) -> dict[str, bytes]:
    """Return the files of an archive, name → content."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def names(root: Path) -> set[str]:
    """Return the relative names of the files below a folder."""
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def folder(root: Path) -> dict[str, bytes]:
    """Return the files below a folder, relative name → content."""
    return {name: (root / name).read_bytes() for name in names(root)}
