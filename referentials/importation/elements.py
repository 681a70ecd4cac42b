"""The elements of the lists of a certification, of one export then of the next: which one is which, and whose each key is."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from referentials.importation.fabrication_enregistrements import OBJETS

# What the import writes in each element, from the fiche; all else is of a person.
# `origine` of another certification and `objet` of an address are words of ours, the same each time: an edit of them stays.
ECRITES: Mapping[str, frozenset[str]] = {
    key: frozenset(parts.split())
    for key, parts in {
        "abrege": "code intitule",
        "numero_fiche": "valeur",
        "niveaux": "nomenclature valeur indetermine",
        "certificateurs": "nom sigle siret site etat date_etat",
        "conventions": "code intitule",
        "nsf": "code intitule",
        "rome": "code",
        "formacodes": "code intitule",
        "enregistrements": "intitule objet duree_ans type_enregistrement date_decision date_publication date_effet"
        " date_fin_enregistrement date_limite_delivrance",
        "date_dernier_jo": "valeur",
        "annees_promotions_niveau": "annees",
        "validation_partielle": "possible indetermine",
        "predecesseurs": "numero_fiche",
        "successeurs": "numero_fiche",
        "statistiques_annuelles": "annee nombre_certifies nombre_certifies_vae taux_insertion_global_6mois"
        " taux_insertion_metier_6mois taux_insertion_metier_2ans",
        "correspondances_blocs": "blocs numero_fiche blocs_destination",
        "duree_validite": "valeur",
        "adresses_web": "adresse",
        "voies_acces": "voie ouverte indetermine",
        "territoires": "nom ouverte indetermine",
    }.items()
}
# What tells an element of a list from the others, the first that it has.
CLES = ("code", "voie", "annee", "nomenclature", "siret", "nom", "adresse", "numero_fiche", "intitule")
_REGISTRATION = {"type_enregistrement", "date_fin_enregistrement"}


def cle(key: str, one: Mapping[str, Any]) -> Any:
    """Return what an element of the feed is known by from one export to the next."""
    if key == "voies_acces":
        return one["voie"]
    # Of the registration, all may change: its end, and the decision that its title names.
    return ("inscription",) if key == "enregistrements" and one.keys() & _REGISTRATION else sens(key, one)


def sens(key: str, one: Mapping[str, Any]) -> Any:
    """Return what an element is about, whoever wrote it: two that have the same say the same thing."""
    if key == "enregistrements":
        return one["intitule"]
    if key == "correspondances_blocs":
        return one["numero_fiche"], tuple(one.get("blocs", ())), tuple(one.get("blocs_destination", ()))
    if key == "certificateurs":
        return one["nom"]
    if key == "voies_acces":
        return one["voie"], one.get("dans")
    return next((one[name] for name in CLES if name in one), "")


def reprise(key: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value of the new export, with all that a person added to it in the old one."""
    written = ECRITES[key] | {"source"}
    return {**new, **{part: value for part, value in old.items() if part not in written or _better(part, value)}}


def _better(part: str, value: Any) -> bool:
    """Tell whether a person wrote the object of a text rather than the import."""
    return part == "objet" and value not in OBJETS.values()


def suivis(key: str, before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    """Return the rank of the old element of a list of certification.json for each new one that has one."""
    found = paires(lambda one: cle(key, one), before, after)
    if key != "certificateurs":
        return found
    # A ministry changes its name, not its number.
    old = [index for index, one in enumerate(before) if index not in found.values() and "siret" in one]
    new = [rank for rank, one in enumerate(after) if rank not in found and "siret" in one]
    renamed = paires(lambda one: one["siret"], [before[index] for index in old], [after[rank] for rank in new])
    return found | {new[rank]: old[index] for rank, index in renamed.items()}


def paires(
    nom: Callable[[Mapping[str, Any]], Any], before: Sequence[Mapping[str, Any]], after: Sequence[Mapping[str, Any]]
) -> dict[int, int]:
    """Return the rank of the old element for each new one that has one: the same name; of several, the most alike."""
    named: dict[Any, list[int]] = {}
    for index, was in enumerate(before):
        named.setdefault(nom(was), []).append(index)
    alike = sorted(
        (-sum(before[index].get(part) == value for part, value in now.items()), rank, index)
        for rank, now in enumerate(after)
        for index in named.get(nom(now), ())
    )
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, rank, index in alike:
        if rank not in found and index not in taken:
            found[rank] = index
            taken.add(index)
    return found
