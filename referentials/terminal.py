"""What a command prints, and what becomes of it where it cannot be: a reader that left, a full disk, a closed output.

Files come from others: what they hold never commands the terminal that shows it.
"""

from __future__ import annotations

import argparse
import errno
import os
import re
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, NoReturn, TextIO

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# As a shell says it of a program that SIGPIPE or SIGINT stopped, and EX_IOERR of sysexits.h.
READER_LEFT, INTERRUPTED, UNWRITTEN = 141, 130, 74
FULL = {errno.ENOSPC, errno.EDQUOT}
# Controls that move the cursor, erase, ring or rename the window (C0, DEL, C1), and the signs that write a line
# backwards or begin another: all but the ends of lines and the tabulation.
COMMANDS = re.compile(r"(?!\r\n)[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


class UnwrittenError(Exception):
    """What was to be printed could not be; `reason` says why."""

    def __init__(self, reason: OSError | None) -> None:
        """Keep the reason; None where there is no output at all."""
        super().__init__(reason)
        self.reason = reason


class Parser(argparse.ArgumentParser):
    """A parser that prints as the commands do; argparse says nothing of what it could not write."""

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help, of which each line is ours."""
        if file is None:
            say(self.format_help())
        else:
            super().print_help(file)

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """Leave with a message that commands nothing."""
        super().exit(status, message and neutral(message))


def neutral(text: str) -> str:
    """Return a text where what a terminal would obey is shown by its number: [U+001B]."""
    return COMMANDS.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def say(text: str) -> None:
    """Print what is read by people: the same in a terminal, a pipe or a file, which may be shown later."""
    _print(sys.stdout, neutral(text))


def warn(text: str) -> None:
    """Print on standard error, for people."""
    _print(sys.stderr, neutral(text))


def give_json(text: str) -> None:
    """Print JSON, to the byte; on a terminal, the same values with those signs as escapes."""
    shown = COMMANDS.sub(lambda found: f"\\u{ord(found[0]):04x}", text) if _is_terminal() else text
    _print(sys.stdout, shown)


def give_table(text: str) -> None:
    """Print a table for another program, to the byte; on a terminal, for people."""
    _print(sys.stdout, neutral(text) if _is_terminal() else text)


def give_bytes(content: bytes, refusal: str) -> int:
    """Print what only a program reads; on a terminal, print `refusal` instead.  Returns the exit code."""
    if _is_terminal():
        warn(refusal)
        return 1
    _print(sys.stdout, content)
    return 0


def command(main: Callable[[], int]) -> NoReturn:
    """Run a command to its exit code, and end without a traceback where its output cannot be written."""
    try:
        sys.exit(_ended(main))
    finally:
        # Python flushes again as it leaves: there must be somewhere left to write.
        for stream in (sys.stdout, sys.stderr):
            _release(stream)


def _ended(main: Callable[[], int]) -> int:
    try:
        try:
            return main()
        finally:
            # What argparse prints is still waiting.
            _flush(sys.stdout)
    except UnwrittenError as unwritten:
        if isinstance(unwritten.reason, BrokenPipeError):
            return READER_LEFT
        return _told(unwritten.reason)
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if error.errno not in FULL:
            raise
        return _told(error)


def _told(reason: OSError | None) -> int:
    why = "le disque est plein" if reason and reason.errno in FULL else "la sortie est fermée ou refuse d’écrire"
    remedy = "Faites de la place" if reason and reason.errno in FULL else "Vérifiez où vous l’envoyez"
    with suppress(UnwrittenError):
        warn(f"L’écriture s’est arrêtée : {why}. {remedy}, puis relancez : ce qui est écrit n’est pas entier.\n")
    return UNWRITTEN


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _print(stream: TextIO | None, written: str | bytes) -> None:
    """Write bytes, so that no system changes line ends on the way, nor the encoding but for a screen that has its own."""
    if stream is None:
        raise UnwrittenError(None)
    encoding = stream.encoding if stream.isatty() else "utf-8"
    content = written if isinstance(written, bytes) else written.encode(encoding, "replace")
    try:
        stream.buffer.write(content)
        stream.flush()
    except OSError as error:
        raise UnwrittenError(error) from error


def _flush(stream: TextIO | None) -> None:
    try:
        if stream is not None:
            stream.flush()
    except OSError as error:
        raise UnwrittenError(error) from error


def _release(stream: TextIO | None) -> None:
    try:
        _flush(stream)
    except UnwrittenError:
        if stream is not None:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
