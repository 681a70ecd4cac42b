"""Runs in Pyodide while the bundle is made: sources of modules → bytecode that this Python reads."""

from __future__ import annotations

import ast
import importlib.util
import json
import marshal
import sys
import zipfile
from pathlib import Path

# PEP 552: the source's digest is there and is not checked, since no source is shipped to check it against.
UNCHECKED_HASH = (1).to_bytes(4, "little")
# Ours with what it asserts; what is of others, without.  Nobody reads in a browser what is said of either.
OURS, OF_OTHERS = 0, 2
# A dataclass without a docstring writes itself one as it is made, from a signature that takes long to read: those stay.
DOCUMENTED = (ast.Module, ast.FunctionDef, ast.AsyncFunctionDef)


def without_docstrings(source: bytes) -> ast.Module:
    """Return the tree of a module without what it and its functions say of themselves; every line keeps its number."""
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, DOCUMENTED) and ast.get_docstring(node, clean=False) is not None:
            said = node.body.pop(0)
            if not node.body and not isinstance(node, ast.Module):
                node.body.append(ast.copy_location(ast.Pass(), said))
    return tree


def compile_source(source: bytes, origin: str, optimize: int) -> bytes:
    """Return the content of a .pyc for a module, whose tracebacks name `origin`."""
    code = compile(without_docstrings(source), origin, "exec", dont_inherit=True, optimize=optimize)
    return importlib.util.MAGIC_NUMBER + UNCHECKED_HASH + importlib.util.source_hash(source) + marshal.dumps(code)


def put(path: Path, content: bytes) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def library() -> str:
    """Return the path of the archive of the whole standard library, in sources."""
    return next(path for path in sys.path if path.endswith(".zip"))


def write(names: str, target: str, folder_of_others: str = "stdlib") -> str:
    """Compile the modules of the JSON list `names` that come from Python files, into `target`.

    Those of our package go to `site/`; those of the standard library and of `sources/` to the folder of others.
    Returns the tag of wheels that only this Python reads.
    """
    site = next(path for path in sys.path if path.endswith("site-packages"))
    folders = (
        (site, "site", OURS),
        (library(), folder_of_others, OF_OTHERS),
        (f"{target}/sources", folder_of_others, OF_OTHERS),
    )
    for name in json.loads(names):
        spec = getattr(sys.modules.get(name), "__spec__", None)
        origin = getattr(spec, "origin", None) or ""
        for root, folder, optimize in folders:
            if origin.startswith(f"{root}/") and origin.endswith(".py"):
                source = spec.loader.get_source(name).encode()  # type: ignore[union-attr]
                path = Path(target, folder, f"{origin.removeprefix(f'{root}/')}c")
                put(path, compile_source(source, origin, optimize))
    return f"py{sys.version_info.major}{sys.version_info.minor}-none-any"


def write_rest(left_out: str, target: str) -> None:
    """Compile into `target`/rest what no other folder of `target` has of the standard library.

    `left_out`: the JSON list of the modules of which nothing is wanted.
    """
    unwanted = tuple(f"{name.replace('.', '/')}{end}" for name in json.loads(left_out) for end in ("/", ".py"))
    with zipfile.ZipFile(library()) as archive:
        for name in archive.namelist():
            known = any(Path(target, folder, f"{name}c").is_file() for folder in ("stdlib", "on_demand"))
            # Beside it, an empty folder for packages of others.
            if name.endswith(".py") and not known and not name.startswith((*unwanted, "site-packages/")):
                content = compile_source(archive.read(name), f"{library()}/{name}", OF_OTHERS)
                put(Path(target, "rest", f"{name}c"), content)
