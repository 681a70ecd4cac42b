"""Runs in Pyodide while the bundle is made: sources of the modules in use → bytecode that this Python reads."""

from __future__ import annotations

import importlib.util
import json
import marshal
import sys
from pathlib import Path

# PEP 552: the source's digest is there and is not checked, since no source is shipped to check it against.
UNCHECKED_HASH = (1).to_bytes(4, "little")


def compile_module(name: str, origin: str) -> bytes:
    """Return the content of a .pyc for the loaded module `name`, whose tracebacks name `origin`."""
    spec = sys.modules[name].__spec__
    source = spec.loader.get_source(name)  # type: ignore[union-attr]
    code = compile(source, origin, "exec", dont_inherit=True)
    digest = importlib.util.source_hash(source.encode())
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + digest + marshal.dumps(code)


def write(names: str, target: str, folder_of_others: str = "stdlib") -> str:
    """Compile the modules of the JSON list `names` that come from Python files, into `target`.

    Those of our package go to `site/`; those of the standard library and of `sources/` to the folder of others, unless
    their package is in `stdlib/` already.
    Returns the tag of wheels that only this Python reads.
    """
    stdlib = next(path for path in sys.path if path.endswith(".zip"))
    site = next(path for path in sys.path if path.endswith("site-packages"))
    folders = ((site, "site"), (stdlib, folder_of_others), (f"{target}/sources", folder_of_others))
    for name in json.loads(names):
        origin = getattr(getattr(sys.modules.get(name), "__spec__", None), "origin", None) or ""
        for root, folder in folders:
            if origin.startswith(f"{root}/") and origin.endswith(".py"):
                # Python looks for a module in the archive where it found its package.
                started = "." in name and Path(target, "stdlib", name.partition(".")[0]).is_dir()
                path = Path(target, "stdlib" if started else folder, f"{origin.removeprefix(f'{root}/')}c")
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(compile_module(name, origin))
    return f"py{sys.version_info.major}{sys.version_info.minor}-none-any"
