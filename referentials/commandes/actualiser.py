"""`update`: the fiches of a file, compared with those of the collection: what officially changed is said, and taken."""

from __future__ import annotations

from referentials.check import schemas
from referentials.commandes.travail import RefuseError, Travail
from referentials.importation.actualisation import Actualisation
from referentials.importation.actualisation import actualiser as compare
from referentials.importation.fabrication import FicheRefuseeError, fabriquer
from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.read import CITATIONS, IDENTITE, schema_of
from referentials.terminal import say


def actualiser(work: Travail) -> int:
    """Compare, say each fiche, and return the exit code."""
    known = work.depot.slugs
    if absent := [number for number in work.seulement if number not in known]:
        raise RefuseError(
            f"{', '.join(absent)} : pas dans {work.dossier}. Faites d’abord « python -m referentials importer »."
        )
    asked = work.seulement or tuple(known)
    found, changed, failed = 0, 0, 0
    faults: list[str] = []
    for read in work.fiches(asked) if asked else ():
        if isinstance(read, FicheOfficielle):
            found += 1
            try:
                changed += _one(work, read)
            except FicheRefuseeError as refusal:
                failed += 1
                say(f"{read.numero_fiche} n’est pas reprise : {refusal}\n")
        elif _told(work, read):
            failed += 1
            faults.append(f"{read.numero or read.place} : {read.raison}")
    if not work.essai:
        work.depot.nettoyer()
    if not found:
        raise RefuseError(
            "\n".join(
                (*faults, f"Aucune fiche de {work.fichier.name} n’est dans {work.dossier} : « importer » l’y ajoute.")
            )
        )
    for sentence in faults:
        say(f"{sentence}\n")
    verb = "aurait changé" if work.essai else "a changé"
    say(f"{found} fiche(s) comparée(s), {changed} dont quelque chose {verb}, {failed} non reprise(s).\n")
    return 1 if failed else 0


def _told(work: Travail, read: FicheIllisible) -> bool:
    """Tell whether a failure is one that was asked about: a file need not have every fiche of the collection."""
    return not (read.numero and read.place == work.fichier.name and read.numero not in work.seulement)


def _one(work: Travail, read: FicheOfficielle) -> bool:
    """Compare one fiche with its certification, say what changed, and write it; True where something did."""
    slug = work.depot.slugs[read.numero_fiche]
    before = work.depot.lire(slug)
    made = fabriquer(read, work.provenance, work.jour, work.rome, citations=CITATIONS in before)
    after = compare(before, made, work.provenance, work.jour)
    say(
        "\n  ".join(
            (
                f"{read.numero_fiche}, {slug} : {_count(after)}",
                *after.changements,
                *(f"Gardé. {one}" for one in after.gardes),
            )
        )
        + "\n"
    )
    if not after.changements:
        return False
    for name, content in after.fichiers.items():
        chemin = f"certifications/{slug}/{name}"
        for finding in schemas.findings(chemin, schema_of(chemin) or "", content):
            raise FicheRefuseeError(f"{name}, {finding.endroit} : {finding.message}.")
    if not work.essai:
        title = after.fichiers[IDENTITE]["intitule"]
        work.depot.citer(work.provenance, {read.numero_fiche: f"{read.numero_fiche}, {title}"})
        work.depot.ecrire(slug, read.numero_fiche, after.fichiers)
    return True


def _count(after: Actualisation) -> str:
    count = len(after.changements)
    return f"{count} changement(s), version {after.fichiers[IDENTITE]['version']}" if count else "rien n’a changé"
