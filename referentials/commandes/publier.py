"""`publish`: notes the codes that appear, and keeps what is published, to say what changes from one time to the next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from referentials import changes, roots, terminal
from referentials.canonical import text_of
from referentials.check.declared import codes
from referentials.check.rules.publies import CODE as REF014
from referentials.commandes import verifier
from referentials.load import build, by_certification
from referentials.publication import noted
from referentials.read import CODES, IDENTITE, read_tree

STATE, JOURNAL = f"{changes.FOLDER}etat.json", f"{changes.FOLDER}journal.json"


def publier(root: Path, jour: date) -> int:
    """Write the codes that appear and what changed, say how many, and return the exit code of `publish`."""
    # A code that vanished may have been renamed: what it became would be noted for good.
    found = [
        finding for finding in verifier.du_dossier(root, roots.published()) if finding.code != REF014 or finding.cause
    ]
    if found:
        terminal.warn("Rien n’est noté : lancez d’abord « python -m referentials check » et corrigez.\n")
        return 1
    donnees = {f.chemin: f.donnees for f in read_tree(root)}
    for slug, dossier in by_certification(donnees).items():
        register, new = noted(dossier.get(CODES), codes(dossier), dossier[IDENTITE]["version"])
        if new:
            (root / "certifications" / slug / CODES).write_text(text_of(register, "codes"), "utf-8", newline="\n")
        terminal.say(f"{slug} : {len(new)} code(s) noté(s)\n")
    if not roots.is_added(root):
        _keep(root, build(roots.read(root)).fichiers, jour.isoformat())
    return 0


def _keep(root: Path, donnees: Mapping[str, Any], jour: str) -> None:
    """Write the state that is published, and what changed since the one before; nothing where nothing did."""
    after = changes.state(donnees)
    changed = changes.compare(donnees.get(STATE, {}), after)
    if not changed:
        return
    written: tuple[tuple[str, Any, str], ...] = (
        (STATE, {"le": jour, **after}, "publication-etat"),
        (JOURNAL, [{"le": jour, **changed}, *donnees.get(JOURNAL, ())], "publication-journal"),
    )
    for chemin, content, schema in written:
        (root / chemin).parent.mkdir(exist_ok=True)
        (root / chemin).write_text(text_of(content, schema), "utf-8", newline="\n")
    told = len(changed.get("certifications", ()))
    terminal.say(f"{JOURNAL} : {told} certification(s) changée(s)\n")
