"""`retirer`: a certification that was imported leaves the collection, with its section in the documents of its exports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from referentials.check.walk import walk
from referentials.commandes.travail import RefuseError, Travail, accorder
from referentials.read import CODES, IDENTITE, read_tree
from referentials.terminal import say

# Keys that name another certification by its slug.
_NAMING = ("certification", "ancienne", "nouvelle", "premiere", "seconde")


def retirer(work: Travail, slug: str) -> int:
    """Remove one certification, and return the exit code."""
    if not re.fullmatch(r"[a-z0-9-]+", slug) or not (work.depot.dossier(slug) / IDENTITE).is_file():
        raise RefuseError(
            f"{work.dossier / 'certifications' / slug} n’existe pas : donnez le nom d’un dossier de cette collection."
        )
    files = work.depot.lire(slug)
    identity = files[IDENTITE]
    if identity.get("etat_relecture") != "importee":
        raise RefuseError(
            f"{slug} a été relue : une commande ne retire pas ce que des personnes ont écrit. Supprimez vous-même ce dossier s’il le faut."
        )
    if work.publiee and CODES in files:
        raise RefuseError(
            f"{slug} est publiée avec Repère : ses codes servent à des fichiers enregistrés, et son adresse à des liens. Elle ne se retire pas."
        )
    if cited := sorted(_citing(work, slug)):
        raise RefuseError(f"{slug} est citée dans {', '.join(cited)} : retirez d’abord ces mentions.")
    verb = "serait retirée" if work.essai else "retirée"
    say(f"certifications/{slug}/ {verb} ({len(files)} fichier(s)).\n")
    if not work.essai:
        work.depot.retirer(slug)
        accorder(work)
    return 0


def _citing(work: Travail, slug: str) -> Iterator[str]:
    """Yield the files of other certifications that name this one."""
    for fichier in read_tree(work.dossier):
        other = not fichier.chemin.startswith(f"certifications/{slug}/") and fichier.faute is None
        if other and any(_names(node, slug) for _, node in walk(fichier.donnees)):
            yield fichier.chemin


def _names(node: dict[str, Any], slug: str) -> bool:
    return slug in node.get("certifications", ()) or any(node.get(key) == slug for key in _NAMING)
