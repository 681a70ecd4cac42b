"""The check of a deployment: each file of the built folder is asked for at its address and compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from macros.deploiement import constat
from macros.deploiement.attentes import Attentes
from macros.deploiement.constat import Faute
from macros.deploiement.reseau import Demande

INDEX = "index.html"
NOT_FOUND = "/404.html"
NOWHERE = "/cette-page-n-existe-pas/"
EXAMPLES = 3
Ecarts = dict[Faute, list[str]]


def addresses(dossier: Path) -> dict[str, Path]:
    """Return the address of each file of a built site: « / » for its first page."""
    files = [path for path in sorted(dossier.rglob("*")) if path.is_file() and not _kept_back(path)]
    return {"/" + path.relative_to(dossier).as_posix().removesuffix(INDEX): path for path in files}


def _kept_back(path: Path) -> bool:
    # Settings of hosts; and what is compressed already, which some hosts send as if it were not.
    return path.name.startswith((".", "_")) or path.suffix == ".gz"


def check(dossier: Path, ask: Demande, attentes: Attentes, *, headers: bool = True) -> Ecarts:
    """Return every fault with the addresses that have it.  Without `headers`, for a host that lets one set none."""
    found: Ecarts = defaultdict(list)
    for chemin, path in addresses(dossier).items():
        for faute in _faults(chemin, path.read_bytes(), ask, attentes, headers=headers):
            found[faute].append(chemin)
    for faute in _unknown(dossier, ask):
        found[faute].append(NOWHERE)
    return found


def _faults(chemin: str, attendu: bytes, ask: Demande, attentes: Attentes, *, headers: bool) -> Iterator[Faute]:
    reponse = ask(chemin, "gzip")
    wrong = list(constat.of_content(attendu, reponse))
    if chemin == NOT_FOUND:
        # Some hosts answer 404 even to its own address.
        return
    yield from wrong
    if wrong and reponse.statut != 200:  # noqa: PLR2004 — HTTP
        return
    yield from constat.of_type(attentes, chemin, reponse)
    if headers:
        yield from constat.of_headers(attentes, chemin, reponse)
    if attentes.is_compressed(chemin, len(attendu)):
        yield from constat.of_compression(chemin, reponse, ask(chemin, "br"))


def _unknown(dossier: Path, ask: Demande) -> Iterator[Faute]:
    reponse = ask(NOWHERE, "gzip")
    page = (dossier / NOT_FOUND.removeprefix("/")).read_bytes()
    if reponse.statut != 404 or reponse.corps != page:  # noqa: PLR2004 — HTTP
        yield Faute(
            "une adresse inconnue ne donne pas la page « introuvable » du site, avec le code 404",
            f"Dites à l’hôte de répondre {NOT_FOUND} avec le code 404. {constat.CONFIGURATION}",
        )


def report(adresse: str, number: int, ecarts: Ecarts) -> str:
    """Return the check in words: how many files, then each fault, where, and what to do."""
    lines = [f"{adresse} : {number} fichiers comparés à votre copie."]
    for faute, chemins in sorted(ecarts.items(), key=lambda pair: (pair[0].conseil, -len(pair[1]))):
        where = ", ".join(chemins[:EXAMPLES]) + (
            f" et {len(chemins) - EXAMPLES} autres" if len(chemins) > EXAMPLES else ""
        )
        lines += [
            f"{'Conseil' if faute.conseil else 'Défaut'} : {faute.quoi}",
            f"  où : {where}",
            f"  → {faute.remede}",
        ]
    faults = sum(not faute.conseil for faute in ecarts)
    lines.append(f"{faults} défaut(s)." if faults else "Aucun défaut.")
    return "\n".join(lines) + "\n"
