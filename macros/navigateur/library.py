"""The standard library in two archives: what Python takes to start, and the rest, downloaded where something imports it.

Which modules start Python is traced (exercise.py); nothing is lost where the trace is too short, for an import of any
other brings its archive (forms/socle/bibliotheque.py).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from macros.navigateur import on_demand

START = "python_stdlib.zip"
REST = "python_stdlib_rest.zip"
# The archives that come only where something imports a module that they hold; no module is in two of them.
LATER = (on_demand.ARCHIVE, REST)
# In no archive, with all below: they work for a terminal, a process, a server, another system, who debugs or who tests,
# or stand for what Python has compiled.  No module that is shipped needs one of them to be imported:
# tests/bundle/test_library.py.
LEFT_OUT = (
    "__phello__",
    "_pydatetime",
    "_pyio",
    "_pyrepl",
    "antigravity",
    "asyncio.proactor_events",
    "asyncio.tools",
    "asyncio.windows_events",
    "asyncio.windows_utils",
    "bdb",
    "cProfile",
    "cmd",
    "code",
    "compileall",
    "concurrent.futures.process",
    "concurrent.interpreters",
    "ctypes.macholib",
    "doctest",
    "ftplib",
    "http.server",
    "imaplib",
    "logging.config",
    "logging.handlers",
    "mailbox",
    "modulefinder",
    "multiprocessing",
    "pdb",
    "pickletools",
    "poplib",
    "profile",
    "pstats",
    "pty",
    "pyclbr",
    "pydoc",
    "smtplib",
    "socketserver",
    "sqlite3",
    "tabnanny",
    "this",
    "trace",
    "tty",
    "unittest",
    "webbrowser",
    "wsgiref",
    "xmlrpc",
    "zipapp",
)


def modules(names: Iterable[str]) -> list[str]:
    """Return the modules that an archive of these files holds."""
    stems = (PurePosixPath(name).with_suffix("").as_posix() for name in names)
    return sorted(stem.removesuffix("/__init__").replace("/", ".") for stem in stems)
