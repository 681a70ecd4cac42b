"""What an archive fails by, whoever reads it."""

from __future__ import annotations

import zlib
from zipfile import BadZipFile, ZipInfo

# Not an archive, cut short, spoiled, or written by a method that Python does not read.
ABIMEE = (BadZipFile, EOFError, NotImplementedError, zlib.error)


def protegee(member: ZipInfo) -> bool:
    """Tell whether a file of an archive asks for a password."""
    return bool(member.flag_bits & 1)
