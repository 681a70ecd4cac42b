"""The field that answers a control: its kind is in elements.json, its words and choices come from the cahier des charges."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from forms.dossier_habilitation.derivation import elements
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.modele import Champ, Option
from referentials.model_certification import Certification


def champ(
    controle: Mapping[str, Any], certification: Certification, siblings: Iterable[Mapping[str, Any]]
) -> Champ | None:
    """Return the field of a control, or None where a list answers; `siblings` are the controls of the same piece."""
    nature = controle["nature"]
    if nature == "rubrique_par_element" and "fonctions" not in controle:
        return None
    key = "fonctions" if nature == "rubrique_par_element" else nature
    return WORDED.get(nature, _plain)(elements.donnees()["champs"][key], controle, certification, siblings)


Words = Callable[[Mapping[str, Any], Mapping[str, Any], Certification, Iterable[Mapping[str, Any]]], Champ]


def _plain(modele: Mapping[str, Any], *_: object) -> Champ:
    return read_champ(modele)


def _objet(modele: Mapping[str, Any], controle: Mapping[str, Any], *_: object) -> Champ:
    return read_champ(modele, code=controle["rubrique"], libelle=sentence(controle["objet"]))


def _nombre(modele: Mapping[str, Any], controle: Mapping[str, Any], *_: object) -> Champ:
    return read_champ(modele, aide=f"{sentence(controle['objet'])}.")


def _experience(modele: Mapping[str, Any], controle: Mapping[str, Any], *_: object) -> Champ:
    also = f" Admis : {controle['alternative']}." if "alternative" in controle else ""
    unite = elements.donnees()["unites"][controle["unite"]]
    return read_champ(modele, unite=unite, aide=f"{sentence(controle['objet'])}.{also}")


def _composante(
    modele: Mapping[str, Any],
    controle: Mapping[str, Any],  # noqa: ARG001 — the siblings say which components count
    certification: Certification,
    siblings: Iterable[Mapping[str, Any]],
) -> Champ:
    named = {code for sibling in siblings for code in sibling.get("composantes", ())}
    named = named or {composante.code for composante in certification.composantes}
    every = (composante for root in certification.composantes for composante in root.walk())
    return read_champ(
        modele, options=tuple(Option(c.code, f"{c.code} : {c.intitule}") for c in every if c.code in named)
    )


def _fonctions(modele: Mapping[str, Any], _: Mapping[str, Any], certification: Certification, *__: object) -> Champ:
    # All the functions that the form asks about: a person is written once, whichever pieces speak of them.
    cahier = certification.cahier_des_charges
    pieces = cahier.pieces if cahier else ()
    asked = {code for piece in pieces for controle in piece.controles for code in controle.get("fonctions", ())}
    known = cahier.fonctions if cahier else ()
    return read_champ(modele, options=tuple(Option(f.code, f.intitule) for f in known if f.code in asked))


WORDED: Mapping[str, Words] = {
    "justification": _objet,
    "engagement": _objet,
    "effectif_minimal": _nombre,
    "experience_minimale": _experience,
    "rattachement_unique": _composante,
    "composantes_couvertes": _composante,
    "rubrique_par_element": _fonctions,
}


def sentence(text: str) -> str:
    """Return a text of the data with a capital, as the label of a question."""
    return f"{text[:1].upper()}{text[1:]}"
