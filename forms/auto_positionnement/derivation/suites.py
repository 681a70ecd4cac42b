"""suites.json → what may follow for one certification: the routes that it has open, and the rules that they come with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from forms.auto_positionnement.suites import Profil, Regle, Sens, Suite, Suites
from forms.socle import registre
from forms.socle.majuscules import uncapitalized
from forms.socle.phrases import typeset
from referentials.etat import A_VENIR, CLOSED, EN_VIGUEUR, INDETERMINE
from referentials.model_certification import Certification
from referentials.model_certification import Regle as RegleCitee
from referentials.model_parametres import Delai

OPEN = (EN_VIGUEUR, A_VENIR, INDETERMINE)
ETATS = {"ouverte": OPEN, "fermee": tuple(sorted(CLOSED))}


@cache
def donnees() -> Mapping[str, Any]:
    """Return suites.json, which follows positionnement-suites.schema.json."""
    parsed: Mapping[str, Any] = json.loads((Path(__file__).parent / "suites.json").read_text("utf-8"))
    return parsed


def derive(certification: Certification) -> Suites:
    """Return what may follow: of the next steps of suites.json, those that this certification has."""
    found = tuple(_suites(certification))
    codes = {suite.code for suite in found}
    return Suites(
        donnees()["repondues"],
        tuple(
            Profil(one["code"], one["acquis"], typeset(one["phrase"]), tuple(c for c in one["suites"] if c in codes))
            for one in sorted(donnees()["profils"], key=lambda one: -one["acquis"])
        ),
        tuple(code for code in donnees()["indecis"] if code in codes),
        found,
        {code: Sens(**one) for code, one in donnees()["premier_tour"].items()},
    )


@dataclass(frozen=True, slots=True)
class Montree:
    """What a page alone shows of a next step, beside its words.

    `close`: it is for the days on which nobody can begin any more, or for the others; None: for all.  `geste`: what one can
    do there, empty where there is nothing more.  `formulaire`, `nom`: the form that it leads to, what people call it.
    `liens`: the codes of its official services.
    """

    close: bool | None
    geste: str
    formulaire: str
    nom: str
    liens: tuple[str, ...]


def montrees() -> dict[str, Montree]:
    """Return what a page shows of each next step, by its code."""
    noms = {genre.code: genre.page.nom for genre in registre.genres()}
    return {one["code"]: _montree(one, noms.get(one.get("formulaire", ""), "")) for one in donnees()["suites"]}


def _montree(one: Mapping[str, Any], nom: str) -> Montree:
    close = {"fermee": True, "ouverte": False}.get(one.get("quand", ""))
    lowered = uncapitalized(nom)
    return Montree(close, one.get("geste", ""), one.get("formulaire", ""), lowered, tuple(one.get("liens", ())))


def _suites(certification: Certification) -> Iterator[Suite]:
    opened = {acces.voie for acces in certification.identite.voies_acces if acces.ouverte}
    forms = {genre.code for genre in registre.genres() if genre.offered(certification)}
    known = {etat.etat for etat in certification.etats}
    for one in donnees()["suites"]:
        voies, etats = opened & {*one.get("voies", ())}, ETATS.get(one.get("quand", ""), (*OPEN, *ETATS["fermee"]))
        lacking = ("voies" in one and not voies) or ("formulaire" in one and one["formulaire"] not in forms)
        # A certification whose end nobody knows never has a successor to see.
        if lacking or not known & {*etats}:
            continue
        yield Suite(
            one["code"],
            typeset(one["intitule"]),
            typeset(one["phrase"]),
            etats,
            tuple(_regle(certification, regle) for regle in certification.regles if _matters(regle, voies)),
        )


def _matters(regle: RegleCitee, voies: AbstractSet[str]) -> bool:
    """Tell whether a rule is of these routes alone, and says what a candidate does, or waits for, before the exams."""
    if not voies & {*regle.voies} or regle.moment in {"pendant", "apres"}:
        return False
    return regle.acteur == "candidat" or (isinstance(regle.parametres, Delai) and regle.parametres.sens == "apres")


def _regle(certification: Certification, regle: RegleCitee) -> Regle:
    opened = " ; ".join(f"« {one.intitule} »" for one in certification.readings(regle.discordances))
    return Regle(
        regle.code, typeset(regle.enonce + (f" À vérifier auprès du certificateur : {opened}." if opened else ""))
    )
