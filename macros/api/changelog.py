"""What changed in the data: each publication, and what waits for the next one (referentials/changes.py)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from forms.socle import dates
from forms.socle.phrases import counted
from macros.api.edition import API, Edition
from macros.vocabulaire import NOMENCLATURES_DE_NIVEAU
from referentials import changes, roots
from referentials.load import Collection
from referentials.read import ROOT

PLACE = f"{API}changements.json"
Changement = Mapping[str, Any]
FAITS: Mapping[str, str] = {
    "intitule": "Intitulé",
    "numero_fiche": "Numéro de fiche",
    "abrege": "Genre",
    **{f"niveau_{code}": words for code, words in NOMENCLATURES_DE_NIVEAU.items()},
    "certificateurs": "Certificateurs",
    "nsf": "Codes NSF",
    "rome": "Codes ROME",
    "formacodes": "Formacodes",
    "date_effet": "Date d’effet",
    "date_fin_enregistrement": "Fin de l’enregistrement",
    "date_limite_delivrance": "Date limite de délivrance",
    "successeurs": "Vient après",
}
NATURES = {"nouvelle": "entre dans les données", "modifiee": "change", "retiree": "sort des données"}
COTES = (
    ("parus", ("élément paraît", "éléments paraissent")),
    ("retires", ("élément disparaît", "éléments disparaissent")),
    ("modifies", ("élément change", "éléments changent")),
)


def published(collection: Collection) -> list[Changement]:
    """Return the publications, the latest first."""
    return list(collection.fichiers.get(f"{changes.FOLDER}journal.json", ()))


def waiting(collection: Collection) -> dict[str, Any]:
    """Return what changed since the last of them; of data that were never published, all of it.

    A collection that somebody adds to ours is theirs to tell of.
    """
    kept = collection.fichiers.get(f"{changes.FOLDER}etat.json", {})
    return changes.compare(kept, changes.state(_ours(collection)))


def _ours(collection: Collection) -> Mapping[str, Any]:
    """Return the files of the data without those of the collections that are added, as `publish` reads them."""
    return {one.chemin: one.donnees for one in roots.read(ROOT)} if roots.added() else collection.fichiers


def document(collection: Collection, edition: Edition) -> dict[str, Any]:
    """Return the content of /api/v1/changements.json (api-changements.schema.json)."""
    return {
        **edition.head(PLACE, "api-changements"),
        "en_attente": waiting(collection),
        "publications": published(collection),
    }


def title(one: Changement, titres: Mapping[str, str]) -> str:
    """Return a change in a line; `titres`: what the certifications that are still there are called, each apart from the others."""
    return f"{titres.get(one['certification'], one['intitule'])} : {NATURES[one['nature']]} (version {one['version']})"


def lines(one: Changement) -> Iterator[str]:
    """Yield what changed, a sentence a line."""
    for fait in one.get("faits", ()):
        yield _fact(fait)
    for key, words in COTES:
        named = one.get("codes", {}).get(key, ())
        if named:
            yield f"{counted(len(named), *words)} : {', '.join(named)}."
    if one.get("fichiers"):
        yield "Des valeurs qui n’ont pas de code changent, ou leurs sources."


def _fact(fait: Mapping[str, str]) -> str:
    name = FAITS[fait["fait"]]
    before, after = (_said(fait["fait"], fait.get(key)) for key in ("avant", "apres"))
    if not after:
        return f"{name} : n’est plus dit (avant : {before})."
    return f"{name} : {after} (avant : {before})." if before else f"{name} : {after}, qui n’était pas dit."


def _said(name: str, value: str | None) -> str | None:
    return dates.in_words(value) if value and name.startswith("date_") else value
