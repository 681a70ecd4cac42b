"""What officially changed between two values of a fiche, in French: where, what it was, what it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.importation.elements import CLES, suivis
from referentials.importation.provenance import en_lettres

NOMS = {
    "intitule": "Intitulé",
    "abrege": "Genre",
    "numero_fiche": "Numéro de fiche",
    "niveaux": "Niveau",
    "certificateurs": "Certificateur",
    "conventions": "Convention collective (numéro de brochure)",
    "nsf": "NSF",
    "rome": "ROME",
    "formacodes": "Formacode",
    "enregistrements": "Enregistrement",
    "date_dernier_jo": "Dernière parution au Journal officiel",
    "annees_promotions_niveau": "Promotions pour lesquelles le niveau est reconnu",
    "validation_partielle": "Validation partielle",
    "predecesseurs": "Certification précédente",
    "successeurs": "Certification suivante",
    "statistiques_annuelles": "Statistiques",
    "correspondances_blocs": "Correspondance de blocs",
    "duree_validite": "Durée de validité",
    "adresses_web": "Adresse web",
    "voies_acces": "Voie d’accès",
    "territoires": "Territoire",
}
# Below one of these.
PARTIES = {
    "annees": "années",
    "date_decision": "décision",
    "date_publication": "publication",
    "date_effet": "effet",
    "date_fin_enregistrement": "fin d’enregistrement",
    "date_limite_delivrance": "dernière délivrance",
    "date_etat": "jour de cet état",
    "duree_ans": "durée en années",
    "etat": "état",
    "indetermine": "pourquoi ce n’est pas décidé",
    "intitule": "intitulé",
    "nombre_certifies": "certifiés",
    "nombre_certifies_vae": "certifiés par la VAE",
    "ouverte": "ouverte",
    "perimetre": "périmètre",
    "possible": "possible",
    "sigle": "nom commercial",
    "siret": "SIRET",
    "taux_insertion_global_6mois": "en emploi à 6 mois (%)",
    "taux_insertion_metier_2ans": "dans le métier à 2 ans (%)",
    "taux_insertion_metier_6mois": "dans le métier à 6 mois (%)",
    "type_enregistrement": "type",
    "valeur": "",
}


def dire(value: Any) -> str:
    """Return a value as people read it."""
    if isinstance(value, bool):
        return "oui" if value else "non"
    if isinstance(value, list):
        return ", ".join(dire(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{_part(key)}{dire(one)}" for key, one in value.items() if key not in {"source", "origine"})
    text = str(value)
    if len(text) == len("2026-08-16") and text[4:8:3] == "--":
        return en_lettres(text)
    return text.replace("_", " ") if text.islower() else text


def _part(key: str) -> str:
    name = PARTIES.get(key, "")
    return f"{name} : " if name else ""


def ecarts(key: str, before: Any, after: Any) -> Iterator[str]:
    """Yield each difference between two values of a key of certification.json, one of which may be None."""
    place = NOMS.get(key, key)
    if isinstance(before, list) or isinstance(after, list):
        yield from _of_lists(place, key, before or [], after or [])
    elif before is None:
        yield f"{place}, ajouté : {dire(after)}"
    elif after is None:
        yield f"{place}, retiré : {dire(before)}"
    else:
        yield from _between(place, before, after)


def _of_lists(place: str, key: str, before: list[Any], after: list[Any]) -> Iterator[str]:
    pairs = suivis(key, before, after)
    new = {index: after[rank] for rank, index in pairs.items()}
    for index, one in enumerate(before):
        if index in new:
            yield from _between(f"{place} {_title(one)}", one, new[index])
        else:
            yield f"{place}, retiré : {dire(one)}"
    for rank, one in enumerate(after):
        if rank not in pairs:
            yield f"{place}, ajouté : {dire(one)}"


def _between(place: str, before: Any, after: Any) -> Iterator[str]:
    if not isinstance(before, Mapping) or not isinstance(after, Mapping):
        if before != after:
            yield f"{place} : « {dire(before)} » devient « {dire(after)} »"
        return
    for key in [*before, *(key for key in after if key not in before)]:
        was, now = before.get(key), after.get(key)
        if was == now or key == "source":
            continue
        part = f"{place}, {PARTIES.get(key, key)}".rstrip(" ,")
        if was is None:
            yield f"{part}, ajouté : {dire(now)}"
        elif now is None:
            yield f"{part}, retiré : {dire(was)}"
        else:
            yield f"{part} : « {dire(was)} » devient « {dire(now)} »"


def _title(one: Mapping[str, Any]) -> str:
    """Return what to call an element: a name rather than a SIRET."""
    return next((f"« {dire(one[key])} »" for key in ("nom", *CLES) if key in one), "")
