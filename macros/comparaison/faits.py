"""Facts of identity and counts of two certifications, row by row, with what each row amounts to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.comparaison.elements import elements
from referentials.model_certification import Certification

# Natures and kinds, in the order of a referential.
ORDER: tuple[str, ...] = (
    "domaine",
    "unite",
    "bloc",
    "ccp",
    "activite_type",
    "pole",
    "competence",
    "sous_competence",
    "activite",
    "tache",
    "critere",
    "savoir",
    "epreuve",
    "regle",
)


@dataclass(frozen=True, slots=True)
class Fait:
    """What the data of one certification say: values, or why nothing is decided, or nothing at all."""

    valeurs: tuple[str, ...] = ()
    indetermine: str | None = None
    date: bool = False


@dataclass(frozen=True, slots=True)
class Ligne:
    """One fact of both certifications.  `cle` names it: the template has the words."""

    cle: str
    ancien: Fait
    nouveau: Fait

    @property
    def ecart(self) -> str:
        """Return « pareil », « different », « indetermine » (one side is not decided) or « absent » (one says nothing)."""
        if self.ancien.indetermine or self.nouveau.indetermine:
            return "indetermine"
        if not self.ancien.valeurs or not self.nouveau.valeurs:
            return "absent"
        return "pareil" if self.ancien.valeurs == self.nouveau.valeurs else "different"


def _texts(*values: str | None) -> Fait:
    return Fait(tuple(value for value in values if value))


def _sourced(value: Mapping[str, Any] | None) -> Fait:
    return Fait() if value is None else Fait(_texts(value.get("valeur")).valeurs, value.get("indetermine"))


def _dates(identite: Mapping[str, Any], key: str) -> Fait:
    days = sorted({text[key] for text in identite.get("enregistrements", ()) if key in text})
    return Fait(tuple(days), date=bool(days))


def _facts(identite: Mapping[str, Any]) -> dict[str, Fait]:
    niveaux = [n for n in identite["niveaux"] if n["nomenclature"] == "cadre_national_2019"]
    return {
        "intitule": _texts(identite["intitule"]),
        "genre": _texts(identite["abrege"]["intitule"]),
        "numero": _sourced(identite["numero_fiche"]),
        "niveau": _sourced(niveaux[0] if niveaux else None),
        "certificateur": _texts(*(c.get("sigle") or c["nom"] for c in identite["certificateurs"])),
        "effet": _dates(identite, "date_effet"),
        "fin": _dates(identite, "date_fin_enregistrement"),
        "validite": _sourced(identite.get("validite_composantes")),
        "rome": _texts(
            *(f"{metier['code']} {metier.get('intitule', '')}".strip() for metier in identite.get("rome", ()))
        ),
        "nsf": _texts(*(code["code"] for code in identite.get("nsf", ()))),
    }


def facts(ancienne: Certification, nouvelle: Certification) -> list[Ligne]:
    """Return the facts of identity that at least one of the two has."""
    old, new = _facts(ancienne.identite), _facts(nouvelle.identite)
    return [Ligne(cle, old[cle], new[cle]) for cle in old if old[cle] != Fait() or new[cle] != Fait()]


def _count(certification: Certification) -> Counter[str]:
    counts = Counter(e.nature or e.genre for e in elements(certification).values())
    return counts + Counter(epreuve=len(certification.epreuves), regle=len(certification.regles))


def counts(ancienne: Certification, nouvelle: Certification) -> list[tuple[str, int, int]]:
    """Return how many elements of each nature both have, natures in the order of a referential."""
    old, new = _count(ancienne), _count(nouvelle)
    return [(nature, old[nature], new[nature]) for nature in ORDER if old[nature] or new[nature]]


def routes(ancienne: Certification, nouvelle: Certification) -> list[tuple[str, str, str]]:
    """Return each route with its state on both sides: « ouverte », « fermee », « indetermine » or « absente »."""

    def states(certification: Certification) -> dict[str, str]:
        return {
            voie["voie"]: "indetermine" if voie.get("indetermine") else "ouverte" if voie["ouverte"] else "fermee"
            for voie in certification.identite["voies_acces"]
        }

    old, new = states(ancienne), states(nouvelle)
    return [(voie, old.get(voie, "absente"), new.get(voie, "absente")) for voie in {**old, **new}]


def opened_by_one(voies: list[tuple[str, str, str]]) -> tuple[list[str], list[str]]:
    """Return the routes that one of the two opens and that the other does not say are open: old ones, new ones."""
    return (
        [voie for voie, old, new in voies if old == "ouverte" and new != "ouverte"],
        [voie for voie, old, new in voies if new == "ouverte" and old != "ouverte"],
    )
