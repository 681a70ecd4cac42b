"""The list of certifications."""

from __future__ import annotations

from dataclasses import dataclass

from forms.socle import registre
from forms.socle.phrases_etat import LIBELLES, ORDRE
from macros.pages.commun import Contexte, count_natures, last_update
from macros.rendering import render as render_template
from macros.vues import etats, genres
from referentials.etat import EN_VIGUEUR
from referentials.load import Collection
from referentials.model_certification import Certification


def cards(collection: Collection) -> list[tuple[Certification, list[tuple[str, int]]]]:
    """Return each certification with the counts that its card shows, those that one can still have first."""
    found = etats.ordered(collection.certifications, etats.today())
    return [(certification, count_natures(certification)) for certification in found]


@dataclass(frozen=True, slots=True)
class Metier:
    """A trade of the ROME, the other names that it has, and the certifications that lead to it."""

    code: str
    intitule: str
    appellations: tuple[str, ...]
    certifications: tuple[Certification, ...]


def trades(collection: Collection) -> list[Metier]:
    """Return the trades that the certifications name, from A to Z; under each, those that one can still have first."""
    appellations = collection.fichiers.get("recherche/appellations-rome.json", {}).get("appellations", {})
    found: dict[str, tuple[str, tuple[str, ...], list[Certification]]] = {}
    for certification in etats.ordered(collection.certifications, etats.today()):
        for fait in certification.identite.rome:
            # A fiche of the register gives a code alone: the first name that the ROME gives it says what it is.
            names = tuple(appellations.get(fait.code, ()))
            title = fait.intitule or next(iter(names), fait.code)
            found.setdefault(fait.code, (title, names, []))[2].append(certification)
    every = [Metier(code, title, names, tuple(members)) for code, (title, names, members) in found.items()]
    return sorted(every, key=lambda metier: metier.intitule)


def _known(collection: Collection) -> list[tuple[str, str]]:
    """Return the states that some certification has on some day, and « En vigueur »: what one looks for most."""
    found = {etat.etat for certification in collection.certifications for etat in certification.etats}
    return [(code.replace("_", "-"), LIBELLES[code]) for code in ORDRE if code in found | {EN_VIGUEUR}]


def render(collection: Collection, contexte: Contexte) -> str:
    """Return the Markdown of the page."""
    # One entry a code: of two titles of it, the last in order.
    kinds = dict(sorted({genres.told(one.identite) for one in collection.certifications} - {genres.UNKNOWN}))
    return render_template(
        "certifications.md.j2",
        collection.documents,
        certifications=cards(collection),
        etats=_known(collection),
        genres=list(kinds.items()),
        metiers=trades(collection),
        sans_metier=[one for one in etats.ordered(collection.certifications, etats.today()) if not one.identite.rome],
        rome=collection.fichiers.get("recherche/appellations-rome.json"),
        releves=collection.voisines,
        mise_a_jour=last_update(collection),
        pages_par_format={genre.format: f"{genre.code}/" for genre in registre.genres()},
        racine=contexte.racine,
    )
