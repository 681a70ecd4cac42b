"""Our scripts and styles, bundled by esbuild (scripts.mjs)."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from forms.socle.registre import DOSSIERS
from macros.navigateur import digest, library
from macros.navigateur.embarques import Embarques
from macros.navigateur.paths import FORMS, HERE, ROOT
from macros.navigateur.python_files import LOCK, PythonFiles
from macros.navigateur.refusal import BundleError


@dataclass(frozen=True, slots=True)
class Scripts:
    """Files by logical name (« worker.js »), and the npm packages of which they hold code."""

    files: dict[str, Path]
    packages: tuple[str, ...]


def make(python: PythonFiles, embarques: Mapping[str, Embarques], output: Path) -> Scripts:
    """Bundle the pages of the kinds of form and their worker into `output`.  Raises BundleError where it fails.

    The worker learns the digests of `python`; the page of a kind, what it holds of `embarques`.
    """
    told = {
        "folder": f"{python.folder.relative_to(output).as_posix()}/",
        "version": python.version,
        "stdlib": library.START,
        "integrity": {name: digest.integrity(python.folder / name) for name in python.names},
        "later": {name: digest.integrity(python.folder / name) for name in python.later},
        "modules": {name: " ".join(modules) for name, modules in python.later.items()},
        "lock": (python.folder / LOCK).read_text("utf-8"),
    }
    options = json.dumps(
        {
            "forms": str(FORMS),
            "kinds": {kind: asdict(embarques[kind]) for kind in DOSSIERS},
            "output": str(output),
            "python": told,
        }
    )
    command = ["node", str(HERE / "scripts.mjs"), options]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 — a fixed command
    if done.returncode:
        raise BundleError(f"esbuild refuse nos scripts :\n{done.stderr}")
    answer = json.loads(done.stdout)
    files = {name: output / file for name, file in answer["outputs"].items()}
    return Scripts(files, tuple(answer["packages"]))
