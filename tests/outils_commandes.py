"""A command of Repère run to its end in this process, through the same function as a person's, with streams of its own.

Starting Python and reading the data again takes a second; what a start itself does, tests/test_commandes.py tries.
"""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from referentials.terminal import command


def line(package: str, *arguments: object) -> list[str]:
    """Return a command as a person types it, from the top of the repository."""
    return [sys.executable, "-m", package, *map(str, arguments)]


@contextmanager
def streams(stdout: int, stderr: int) -> Iterator[None]:
    """Give this process, for a while, standard streams that write to these descriptors, as a command has them."""
    kept = sys.stdout, sys.stderr
    with ExitStack() as stack:
        stack.callback(lambda: setattr(sys, "stdout", kept[0]))
        stack.callback(lambda: setattr(sys, "stderr", kept[1]))
        sys.stdout, sys.stderr = (
            stack.enter_context(os.fdopen(os.dup(number), "w", encoding="utf-8")) for number in (stdout, stderr)
        )
        yield


def here(command_line: list[str], stdout: int, stderr: int) -> int:
    """Run a command to its end in this process; return the code that it ends with."""
    _, _, package, *arguments = command_line
    main = importlib.import_module(f"{package}.__main__").main
    with streams(stdout, stderr), pytest.raises(SystemExit) as ended:
        command(lambda: main(arguments))
    code = ended.value.code
    assert isinstance(code, int)
    return code


def done(package: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run a command in this process; return its exit code, and what it printed on both streams."""
    command_line = line(package, *arguments)
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        code = here(command_line, output.fileno(), errors.fileno())
        output.seek(0)
        errors.seek(0)
        return subprocess.CompletedProcess(command_line, code, output.read(), errors.read())
