"""`importer`: the fiches of a file → certifications of a collection, each written whole; what is there is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from referentials.check import schemas
from referentials.check.declared import codes
from referentials.commandes.travail import RefuseError, Travail
from referentials.importation.fabrication import Fabrique, FicheRefuseeError, fabriquer
from referentials.importation.fabrication_blocs import titre
from referentials.importation.fiche import FicheIllisible, FicheOfficielle
from referentials.publication import noted
from referentials.read import CODES, IDENTITE, PARTENAIRES, REFERENTIEL, schema_of
from referentials.terminal import say, warn

# The document of an export is written once for so many of its fiches, before them.
_LOT = 100


@dataclass(slots=True)
class Bilan:
    """How many fiches became what."""

    importees: int = 0
    deja: int = 0
    refusees: int = 0
    remarques: int = 0
    # Faults of the file itself, when no fiche of it was read.
    lues: int = 0
    fichier: list[str] = field(default_factory=list)


def importer(work: Travail) -> int:
    """Import, say each fiche, and return the exit code."""
    bilan = Bilan()
    fiches = _fabriquees(work, bilan)
    try:
        while lot := list(islice(fiches, _LOT)):
            _write(work, lot, bilan)
    except KeyboardInterrupt:
        warn(f"Interrompu : {_told(work, bilan)} Relancez la même commande : elle reprend où elle en est.\n")
        raise
    if not work.essai:
        work.depot.nettoyer()
    if bilan.fichier and not bilan.lues:
        raise RefuseError("\n".join(bilan.fichier))
    for sentence in bilan.fichier:
        say(f"{sentence}\n")
    say(f"{_told(work, bilan)}\n")
    if bilan.importees and not work.essai:
        _next(work)
    return 1 if bilan.refusees or bilan.fichier else 0


def _fabriquees(work: Travail, bilan: Bilan) -> Iterator[Fabrique]:
    """Yield what is to be written, and say why the rest is not."""
    seen: set[str] = set()
    known: dict[str, str] = {}
    for read in work.fiches():
        if isinstance(read, FicheIllisible):
            if read.numero:
                bilan.lues += 1
                _refuse(bilan, f"{read.numero} ({read.place})", read.raison)
            else:
                bilan.fichier.append(f"{read.place} : {read.raison}")
            continue
        bilan.lues += 1
        number = read.numero_fiche
        if number in work.ailleurs:
            bilan.deja += 1
            say(
                f"{number} est déjà dans une autre collection, sous {work.ailleurs[number]} : elle n’est pas importée.\n"
            )
        elif number in work.depot.slugs:
            bilan.deja += 1
            known[number] = f"{number}, {titre(read.intitule or '')}"
        elif number in seen:
            _refuse(bilan, number, "Le fichier contient cette fiche deux fois : la première est prise.")
        else:
            seen.add(number)
            try:
                yield _made(work, read)
            except FicheRefuseeError as refusal:
                _refuse(bilan, number, str(refusal))
    _cite_again(work, known)


def _cite_again(work: Travail, known: dict[str, str]) -> None:
    """Put back in the document of the export what a command that was interrupted had not written yet."""
    name = work.provenance.document
    cited = {
        number: title
        for number, title in known.items()
        if name in (work.depot.dossier(work.depot.slugs[number]) / IDENTITE).read_text("utf-8")
    }
    if cited and not work.essai:
        work.depot.exports.citer(work.provenance, cited)


def _made(work: Travail, read: FicheOfficielle) -> Fabrique:
    """Return the files of a fiche, which follow their schemas.  Raises FicheRefuseeError where they cannot."""
    made = fabriquer(read, work.provenance, work.jour, work.rome, citations=work.citations)
    if work.depot.dossier(made.slug).exists():
        raise FicheRefuseeError(
            f"{work.depot.dossier(made.slug)} existe, et son {IDENTITE} ne se lit pas ou n’a pas ce numéro : corrigez-le ou déplacez ce dossier."
        )
    for name, content in made.fichiers.items():
        chemin = f"certifications/{made.slug}/{name}"
        for finding in schemas.findings(chemin, schema_of(chemin) or "", content):
            raise FicheRefuseeError(f"{name}, {finding.endroit} : {finding.message}.")
    return made


def _write(work: Travail, lot: list[Fabrique], bilan: Bilan) -> None:
    if not work.essai:
        work.depot.exports.citer(
            work.provenance, {key: value for one in lot for key, value in _sections(one.numero, one.intitule).items()}
        )
    for one in lot:
        files = dict(one.fichiers)
        register, new = noted(None, codes(files), files[IDENTITE]["version"])
        # In ours, `publish` notes them, when they appear.
        if new and not work.publiee:
            files[CODES] = register
        if not work.essai:
            work.depot.ecrire(one.slug, files)
        bilan.importees += 1
        bilan.remarques += len(one.remarques)
        say("\n  ".join((_line(work, one), *one.remarques)) + "\n")


def _sections(numero: str, intitule: str) -> dict[str, str]:
    return {numero: f"{numero}, {intitule}"}


def _line(work: Travail, one: Fabrique) -> str:
    parts = [part for name, part in one.fichiers.items() if name.startswith("composantes/")]
    loose = one.fichiers.get(REFERENTIEL, {}).get("competences", ())
    competences = [*loose, *(each for part in parts for each in part.get("competences", ()))]
    asked = sum("enonce_candidat" in each for each in competences)
    partners = len(one.fichiers.get(PARTENAIRES, {}).get("partenaires", ()))
    form = "un formulaire" if asked else "pas de formulaire"
    verb = "serait importée" if work.essai else "importée"
    return (
        f"{one.numero} {verb} : certifications/{one.slug}/ "
        f"({len(parts)} bloc(s), {len(competences)} compétence(s), {partners} partenaire(s), {form})"
    )


def _refuse(bilan: Bilan, which: str, why: str) -> None:
    bilan.refusees += 1
    say(f"{which} n’est pas importée : {why}\n")


def _told(work: Travail, bilan: Bilan) -> str:
    """Return the count: what was done, what was there already, what was not done."""
    made = f"{bilan.importees} fiche(s) {'seraient ' if work.essai else ''}importée(s)"
    counts = [made, f"{bilan.deja} déjà là", f"{bilan.refusees} non importée(s)", f"{bilan.remarques} remarque(s)"]
    return (
        f"{', '.join(counts)}."
        if bilan.importees or bilan.refusees
        else f"Rien à importer : {bilan.deja} fiche(s) déjà là."
    )


def _next(work: Travail) -> None:
    check, site = ("", "make site") if work.publiee else (f" {work.dossier}", f"make site COLLECTION={work.dossier}")
    say(f"Ensuite : « python -m referentials check{check} » vérifie, « {site} » fait les pages.\n")
