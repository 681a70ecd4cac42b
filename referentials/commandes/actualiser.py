"""`update`: the fiches of a file, compared with those of the collection: what officially changed is said, and taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from referentials.check import schemas
from referentials.commandes.travail import RefuseError, Travail, accorder
from referentials.importation.actualisation import Actualisation
from referentials.importation.actualisation import actualiser as compare
from referentials.importation.fabrication import FicheRefuseeError, fabriquer
from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.importation.lecture import DonneesIllisiblesError
from referentials.importation.provenance import en_lettres, est_un_export, jour_du_nom, renvois
from referentials.read import CITATIONS, IDENTITE, schema_of
from referentials.terminal import say


@dataclass(slots=True)
class Bilan:
    """What became of the fiches, and the faults told at the end; `citent`: the title of those that cite this export."""

    comparees: int = 0
    changees: int = 0
    refusees: int = 0
    fautes: list[str] = field(default_factory=list)
    citent: dict[str, str] = field(default_factory=dict)


def actualiser(work: Travail) -> int:
    """Compare, say each fiche, and return the exit code."""
    known, unread = work.depot.slugs, work.depot.illisibles
    if absent := [number for number in work.seulement if number not in known]:
        refusal = f"{', '.join(absent)} : pas dans {work.dossier}. Faites d’abord « python -m referentials importer »."
        raise RefuseError("\n".join((*unread.values(), refusal)))
    bilan = Bilan()
    if not work.seulement:
        bilan.refusees, bilan.fautes = len(unread), [f"{why} Sa fiche n’est pas comparée." for why in unread.values()]
    try:
        _every(work, bilan, work.seulement or tuple(known))
    finally:
        # Whoever interrupts the command finds what is written cited.
        if bilan.changees and not work.essai:
            work.depot.exports.citer(work.provenance, bilan.citent)
    if not bilan.comparees:
        advice = f"Aucune fiche de {work.fichier.name} n’est dans {work.dossier} : « importer » l’y ajoute."
        raise RefuseError("\n".join((*bilan.fautes, advice)))
    for sentence in bilan.fautes:
        say(f"{sentence}\n")
    verb = "aurait changé" if work.essai else "a changé"
    say(
        f"{bilan.comparees} fiche(s) comparée(s), {bilan.changees} dont quelque chose {verb}, {bilan.refusees} non reprise(s).\n"
    )
    if not work.essai:
        accorder(work)
    return 1 if bilan.refusees else 0


def _every(work: Travail, bilan: Bilan, asked: tuple[str, ...]) -> None:
    for read in work.fiches(asked) if asked else ():
        if isinstance(read, FicheOfficielle):
            bilan.comparees += 1
            try:
                _one(work, read, bilan)
            except (FicheRefuseeError, DonneesIllisiblesError) as refusal:
                bilan.refusees += 1
                say(f"{read.numero_fiche} n’est pas reprise : {refusal}\n")
        elif _told(work, read):
            bilan.refusees += 1
            bilan.fautes.append(f"{read.numero or read.place} : {read.raison}")


def _told(work: Travail, read: FicheIllisible) -> bool:
    """Tell whether a failure is one that was asked about: a file need not have every fiche of the collection."""
    return not (read.numero and read.place == work.fichier.name and read.numero not in work.seulement)


def _one(work: Travail, read: FicheOfficielle, bilan: Bilan) -> None:
    """Compare one fiche with its certification, say what changed, and write it."""
    number, slug = read.numero_fiche, work.depot.slugs[read.numero_fiche]
    before = work.depot.lire(slug)
    _not_older(work, slug, [name for name, section in renvois([*before.values()]) if section == number])
    made = fabriquer(read, work.provenance, work.jour, work.rome, citations=CITATIONS in before)
    after = compare(before, made, work.provenance, work.jour)
    for name, content in after.fichiers.items() if after.changements else ():
        chemin = f"certifications/{slug}/{name}"
        for finding in schemas.findings(chemin, schema_of(chemin) or "", content):
            raise FicheRefuseeError(f"{name}, {finding.endroit} : {finding.message}.")
    say("\n  ".join((f"{number}, {slug} : {_count(after)}", *after.changements, *_kept(after))) + "\n")
    if after.changements:
        if not work.essai:
            _write(work, slug, after.fichiers, first=not bilan.changees)
        bilan.changees += 1
    if (work.provenance.document, number) in renvois([*after.fichiers.values()]):
        bilan.citent[number] = f"{number}, {after.fichiers[IDENTITE]['intitule']}"


def _not_older(work: Travail, slug: str, documents: list[str]) -> None:
    """Raise FicheRefuseeError where a later export was taken already: what it said would be undone."""
    days = (jour_du_nom(name) for name in documents if est_un_export(name))
    latest = max((day for day in days if day), default=work.export)
    if latest > work.export:
        raise FicheRefuseeError(
            f"{work.fichier.name} est du {en_lettres(work.export)}, et certifications/{slug}/ est déjà d’après l’export du {en_lettres(latest)}. "
            "Donnez un export plus récent ou, si le jour est faux, le bon : --export AAAA-MM-JJ."
        )


def _write(work: Travail, slug: str, fichiers: Mapping[str, Any], *, first: bool) -> None:
    if first:
        # Once for all the fiches that may follow: written again for each, the document would take ever longer.
        work.depot.exports.reserver(work.provenance, work.seulement or work.depot.slugs)
    work.depot.ecrire(slug, fichiers)


def _kept(after: Actualisation) -> list[str]:
    return [f"Gardé. {one}" for one in after.gardes]


def _count(after: Actualisation) -> str:
    count = len(after.changements)
    return f"{count} changement(s), version {after.fichiers[IDENTITE]['version']}" if count else "rien n’a changé"
