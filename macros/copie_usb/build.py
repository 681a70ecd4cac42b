"""From site/ to the folder that opens without a server, and to its zip."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from macros import csp
from macros.copie_usb import embedding, pages, readme, scripts
from macros.copie_usb.paths import BUILD, NAME, PAGE_SCRIPT, README, SITE
from macros.navigateur import archive
from macros.navigateur.paths import MANIFEST
from macros.navigateur.refusal import BundleError

# What only a server answers, what other files of the copy stand for, and the maps of the theme's sources.
LEFT = re.compile(r"404\.html|hors-ligne/.*|sw\.js|robots\.txt|sitemap\.xml(\.gz)?|.*\.(map|mjs|webmanifest)")
# Of the open data, what serves whoever has no network: the lists, and each certification.  What holds them all again, or says
# them for other systems, is for machines that download.
BULK = re.compile(r"api/v1/(?!(index|orientation)\.json|certifications/[^/]+\.json).*|donnees/changements\.xml")
PYTHON = re.compile(r"assets/repere/pyodide/.*")
# Workers start from a blob, and read from blobs what the page handed over to them.  For Firefox a form of a local page
# does not lead to « self ».
POLICY = {"worker-src": ("blob:",), "connect-src": ("blob:",), "form-action": ("file:",)}


def _files(work: Path) -> Iterator[tuple[str, bytes]]:
    """Give the files of the copy, each with its path; `work`: an empty folder to write scripts in."""
    files = frozenset(archive.names(SITE))
    kept = {name for name in files if not LEFT.fullmatch(name) and not BULK.fullmatch(name)}
    absent = frozenset(name for name in files if BULK.fullmatch(name))
    html = {name: (SITE / name).read_text("utf-8") for name in kept if name.endswith(".html")}
    modules = {module for place, text in html.items() for module in pages.modules(text, place)}
    worker: str = json.loads(MANIFEST.read_text("utf-8"))["worker.js"]["url"]
    scripts.make(work, modules, worker)
    for name in kept - modules - {worker}:
        if name in html:
            yield name, csp.secure(pages.local_page(html[name], name, files, absent), POLICY).encode()
        elif PYTHON.fullmatch(name):
            yield f"{name}.js", embedding.script((SITE / name).read_bytes())
        else:
            yield name, (SITE / name).read_bytes()
    yield f"{worker}.js", embedding.script((work / worker).read_bytes())
    for name in (*(re.sub(r"\.mjs$", ".js", module) for module in modules), PAGE_SCRIPT):
        yield name, (work / name).read_bytes()
    yield README, readme.text()


def build(into: Path = BUILD) -> Path:
    """Make the folder and the zip anew in `into`, from the built site.  Returns the path of the zip.

    Raises BundleError where the site is not built, or where a script cannot be made.
    """
    if not (SITE / "index.html").is_file() or not MANIFEST.is_file():
        raise BundleError("Le site n’est pas construit : lancez « make bundle », qui le construit d’abord.")
    folder, path = into / NAME, into / f"{NAME}.zip"
    with TemporaryDirectory() as work:
        entries = {f"{NAME}/{name}": content for name, content in _files(Path(work))}
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in entries.items():
        (into / name).parent.mkdir(parents=True, exist_ok=True)
        (into / name).write_bytes(content)
    archive.write(path, entries, compressed=True)
    return path
