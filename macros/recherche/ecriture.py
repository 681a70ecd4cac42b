"""assets/recherche/ of a built site: the script of the search, its index, and the text of each page (indexer by Node)."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

from macros.navigateur.paths import ROOT
from macros.navigateur.refusal import BundleError
from macros.recherche.documents import documents
from macros.recherche.etats import states
from referentials.load import Collection

HERE = Path(__file__).parent
FOLDER = Path("assets", "recherche")


def elsewhere(collection: Collection) -> list[list[str]]:
    """Return where else one may ask, where the search finds nothing: name, what for, address."""
    services = (service for found in collection.liens.values() for service in found.services)
    return [[service.nom, service.objet, service.adresse] for service in services if service.cherche]


def write(site: Path, collection: Collection) -> None:
    """Make the search of the built site in a folder.  Raises BundleError where Node refuses it."""
    output = site / FOLDER
    shutil.rmtree(output, ignore_errors=True)
    told = {
        "output": str(output),
        "documents": documents(site, collection),
        "vocabulaire": collection.fichiers["recherche/mots.json"],
        "ailleurs": elsewhere(collection),
        "etats": states(collection),
    }
    command = ["node", str(HERE / "assemblage.mjs")]
    done = subprocess.run(  # noqa: S603 — a fixed command
        command, cwd=ROOT, input=json.dumps(told), capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BundleError(f"la recherche ne peut pas être construite :\n{done.stderr}")
