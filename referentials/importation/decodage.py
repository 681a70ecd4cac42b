"""Bytes of a feed → its text, in pieces: byte order marks, UTF-16, and the older encodings that a declaration names."""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable, Iterator
from typing import IO

SIZE = 1 << 20
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"""<\?xml[^>]{0,80}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,20})["']""")
# Python knows codecs that are no encoding of text: only these are let in.
_ALLOWED = {"utf-8", "ascii", "iso8859-1", "iso8859-15", "cp1252"}


class EncodageError(ValueError):
    """The encoding is not one that we read, or what comes is not written in it (a French sentence)."""


def encodage(start: bytes) -> str:
    """Return the encoding of a text that begins so."""
    for mark, name in _MARKS:
        if start.startswith(mark):
            return name
    if not (found := _DECLARED.match(start)):
        return "utf-8"
    declared = found[1].decode("ascii")
    try:
        name = codecs.lookup(declared).name
    except LookupError:
        name = ""
    if name not in _ALLOWED:
        raise EncodageError(
            f"L’encodage annoncé, « {declared} », n’est pas de ceux que nous lisons (UTF-8, UTF-16, ISO-8859-1, Windows-1252)."
        )
    return name


def decoder(stream: IO[bytes], avance: Callable[[int], None]) -> Iterator[str]:
    """Yield the text of a stream in pieces; a byte that is not of the encoding stays, as half of a pair, in its fiche."""
    read = 0
    decoding: codecs.IncrementalDecoder | None = None
    while piece := stream.read(SIZE):
        decoding = decoding or codecs.getincrementaldecoder(encodage(piece))("surrogateescape")
        read += len(piece)
        yield _text(decoding, piece)
        avance(read)


def _text(decoding: codecs.IncrementalDecoder, piece: bytes) -> str:
    try:
        # Never « final »: half a character at the end is one more sign of a file that was cut, which is told elsewhere.
        return decoding.decode(piece)
    except UnicodeDecodeError as error:
        raise EncodageError("La suite du fichier n’est pas écrite dans l’encodage de son début.") from error
