"""Pyodide, the modules of Python that we use, and our package: the folder that the worker downloads from."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from macros.navigateur import archive, digest, library, lock, on_demand, pins, wheel
from macros.navigateur.paths import HERE, PYODIDE, ROOT
from macros.navigateur.refusal import BundleError

WASM = "pyodide.asm.wasm"
LOCK = "pyodide-lock.json"
# Enough of a digest for a folder's name: two bundles never meet under one address.
SHORT = 12


@dataclass(frozen=True, slots=True)
class PythonFiles:
    """A folder with all that the worker downloads: to start, and later, where an action needs it."""

    folder: Path
    version: str
    wheel: str

    @property
    def names(self) -> tuple[str, ...]:
        """The files that the worker downloads to start."""
        return (WASM, library.START, self.wheel)

    @property
    def later(self) -> dict[str, list[str]]:
        """The files that the worker downloads when something imports one of their modules, with these."""
        return {name: library.modules(archive.read(self.folder / name)) for name in library.LATER}


def make(work: Path, output: Path) -> PythonFiles:
    """Make the folder inside `output`, with intermediate files in `work`; both are emptied of what we wrote before.

    Raises BundleError where Pyodide is not the one pinned, or a step fails.
    """
    pins.verify()
    version = pins.version()
    shutil.rmtree(work, ignore_errors=True)
    ready = work / "ready"
    ready.mkdir(parents=True)
    info = json.loads((PYODIDE / LOCK).read_text("utf-8"))["info"]

    # 1. The package as sources, which Pyodide installs, uses under our eyes, and compiles.
    source = wheel.build(work)
    lock.write(source, info, work / LOCK)
    on_demand.copy_sources(work / "sources")
    (work / "left-out.json").write_text(json.dumps(library.LEFT_OUT), "utf-8")
    _compile(work)

    # 2. What was used, and the rest of the standard library, as bytecode.
    archive.write(ready / library.START, archive.folder(work / "stdlib"))
    archive.write(ready / on_demand.ARCHIVE, archive.folder(work / "on_demand"))
    archive.write(ready / library.REST, archive.folder(work / "rest"))
    tag = (work / "tag.txt").read_text("utf-8")
    packed = wheel.repack(source, archive.folder(work / "site"), tag, ready)
    lock.write(packed, info, ready / LOCK)
    for leftover in ready.glob("lock-*.json"):
        leftover.unlink()
    shutil.copyfile(PYODIDE / WASM, ready / WASM)

    # 3. A name that changes with any byte, so that caches never mix two bundles.
    folder = output / "pyodide" / f"{version}-{_digest_of(ready)}"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(ready, folder)
    return PythonFiles(folder, version, packed.name)


def _compile(work: Path) -> None:
    command = ["node", str(HERE / "compile.mjs"), str(work)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command
    if done.returncode:
        raise BundleError(f"Pyodide ne compile pas notre code :\n{done.stdout}{done.stderr}")


def _digest_of(folder: Path) -> str:
    lines = [f"{digest.sha256(path)}  {path.name}" for path in sorted(folder.iterdir())]
    return digest.sha256_of("\n".join(lines))[:SHORT]
