"""A piece of the cahier des charges, read as what its bloc asks for: fields, conditions, controls bound to fields."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from forms.dossier_habilitation.derivation import elements, questions
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.modele import Champ, Condition
from referentials.model_cahier import PieceDossier
from referentials.model_certification import Certification

# Controls of the rows of a list, where the piece speaks of one; else their question is put once, of the piece itself.
OF_ROWS = {"effectif_minimal", "experience_minimale", "rattachement_unique", "composantes_couvertes"}
# What the data call by their own names and a control no longer needs once bound to fields.
UNBOUND = {"element", "rubrique", "rubriques", "fonctions"}


@dataclass(frozen=True, slots=True)
class Piece:
    """What a bloc is made of; `element` is the kind of list that it speaks of, `question` asks whether one is concerned."""

    donnees: PieceDossier
    element: str | None
    rubriques: tuple[str, ...]
    champs: tuple[Champ, ...]
    champs_par_element: tuple[Champ, ...]
    controles: tuple[Mapping[str, Any], ...]
    si: tuple[Condition, ...]
    question: Champ | None

    @property
    def breadth(self) -> tuple[int, bool]:
        """How many applicants the piece is asked of: to be compared with that of other pieces."""
        return len(self.donnees.demandeurs) * len(self.donnees.offres), self.donnees.force == "obligatoire"


def read(donnees: PieceDossier, certification: Certification) -> Piece:
    """Read a piece of this certification."""
    element = next((c["element"] for c in donnees.controles if "element" in c), None)
    prefix = donnees.code.lower()
    question = _question(donnees, prefix)
    rubriques: list[str] = []
    champs: list[Champ] = []
    of_rows: list[Champ] = []
    controles = [{"nature": "champs_remplis", "champs": [question.code]}] if question else []
    for controle in donnees.controles:
        champ = questions.champ(controle, certification, donnees.controles)
        if element and (controle["nature"] in OF_ROWS or "element" in controle):
            rubriques += _rubriques(controle)
            champ = _of_row(champ, controle)
            of_rows += [champ] if champ else []
            controles += _of_rows(controle, champ, element, certification)
        elif champ:
            champ = replace(champ, code=f"{prefix}-{champ.code}")
            champs.append(champ)
            controles.append(_kept(controle) | {"champ": champ.code})
    return Piece(donnees, element, (*rubriques,), (*champs,), (*of_rows,), (*controles,), _si(donnees), question)


def _kept(controle: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in controle.items() if key not in UNBOUND}


def _rubriques(controle: Mapping[str, Any]) -> list[str]:
    if controle["nature"] != "rubrique_par_element":
        return []
    return [*controle.get("rubriques", elements.every(controle["element"]))]


def _of_row(champ: Champ | None, controle: Mapping[str, Any]) -> Champ | None:
    """Return the field of a control in a row: rows are counted, and cover what each of them is attached to."""
    if champ is None or controle["nature"] == "effectif_minimal":
        return None
    if controle["nature"] == "composantes_couvertes":
        return replace(champ, code=elements.donnees()["champs"]["rattachement_unique"]["code"])
    return champ


def _of_rows(
    controle: Mapping[str, Any], champ: Champ | None, element: str, certification: Certification
) -> list[dict[str, Any]]:
    """Return a control with the list and the fields that it looks at."""
    modele = elements.donnees()["elements"][element]
    bound = _kept(controle) | {"liste": modele["code"]} | ({"champ": champ.code} if champ else {})
    if controle["nature"] == "effectif_minimal":
        return [bound | {"distincts": modele["titre"]}]
    if controle["nature"] != "rubrique_par_element":
        return [bound]
    champs = _rubriques(controle)
    if "fonctions" in controle:
        return [bound | {"nature": "fonctions_tenues", "champs": champs, "fonctions": _held(controle, certification)}]
    links = [one for one in elements.base(element, champs) if one.nature == "renvois"]
    complete = [
        {"nature": "renvois_complets", "liste": modele["code"], "champ": c.code, "vers": c.liste} for c in links
    ]
    return [bound | {"champs": champs}, *complete]


def _held(controle: Mapping[str, Any], certification: Certification) -> list[dict[str, Any]]:
    cahier = certification.cahier_des_charges
    return [
        {"code": f.code, "intitule": f.intitule} | ({} if f.cumulable is None else {"cumulable": f.cumulable})
        for f in (cahier.fonctions if cahier else ())
        if f.code in controle["fonctions"]
    ]


def _si(donnees: PieceDossier) -> tuple[Condition, ...]:
    """Return the conditions of a piece; being asked of every applicant is none."""
    choices = {champ["code"]: champ.get("options", ()) for champ in elements.donnees()["demande"]["champs"]}
    conditions = [
        Condition(code, parmi)
        for code, parmi in (("demandeur", donnees.demandeurs), ("offres", donnees.offres))
        if {option["code"] for option in choices[code]} - {*parmi}
    ]
    cas = elements.donnees()["cas"].get(donnees.cas)
    if cas and (found := Condition(cas["champ"], tuple(cas["parmi"]))) not in conditions:
        conditions.append(found)
    return tuple(conditions)


def _question(donnees: PieceDossier, prefix: str) -> Champ | None:
    if donnees.force != "si_concerne" or donnees.cas:
        return None
    return read_champ(elements.donnees()["concerne"], code=f"{prefix}-concerne", aide=donnees.condition or "")
