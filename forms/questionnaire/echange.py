"""Questionnaire ↔ JSON (questionnaire.schema.json).  What says nothing (no help, no condition) is left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from forms.questionnaire.modele import (
    Annexe,
    Bloc,
    Champ,
    Condition,
    Convention,
    Endroit,
    Envoi,
    Grille,
    Liste,
    Option,
    Ouvert,
    Questionnaire,
    Rapprochement,
    Section,
    Source,
    Suite,
)
from forms.socle import etat_certification, lectures, lois, structure
from forms.socle.structure import Reader

FORMAT = "repere/questionnaire"
VERSION = 1
# Lists that stay even when empty: who reads the JSON walks through them.
ALWAYS = {"elements", "champs", "sections", "blocs"}
TUPLES = ("titre", "regles", "adresse", "blocs", "parmi", "anciens", "meme_document")


def to_json(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the JSON of a questionnaire, which `from_json` reads back."""
    return {"format": FORMAT, "version": VERSION, **compact(asdict(questionnaire))}


def papers(questionnaire: Questionnaire) -> dict[str, Any]:
    """Return the JSON of what its papers are made of, which a page asks for once it needs one; nothing where it has none."""
    held = {"annexe": questionnaire.annexe, "convention": questionnaire.convention, "suite": questionnaire.suite}
    found: dict[str, Any] = compact({key: asdict(one) for key, one in held.items() if one})
    return found


def compact(value: Any) -> Any:
    """Return a JSON value without what says nothing: null, empty texts and lists, false."""
    if isinstance(value, dict):
        inner = {key: _controles(one) if key == "controles" else compact(one) for key, one in value.items()}
        return {key: one for key, one in inner.items() if key in ALWAYS or _says(one)}
    return [compact(inner) for inner in value] if isinstance(value, list | tuple) else value


def _controles(value: Any) -> Any:
    """Return controls without what their type has by default: « no » is an answer there, not a silence."""
    if isinstance(value, dict):
        return {key: _controles(inner) for key, inner in value.items() if inner is not None and inner not in ((), "")}
    return [_controles(inner) for inner in value] if isinstance(value, list | tuple) else value


def _says(value: Any) -> bool:
    return value is not None and value is not False and value not in ("", (), [], {})


def from_json(donnees: Mapping[str, Any], controles: Any) -> Questionnaire:
    """Build a Questionnaire from JSON that follows questionnaire.schema.json; `controles` is the type of its controls."""
    envoi = donnees.get("envoi")
    return Questionnaire(
        genre=donnees["genre"],
        certification=donnees["certification"],
        intitule=donnees["intitule"],
        version_referentiel=donnees["version_referentiel"],
        sections=tuple(_section(section, structure.reader(controles)) for section in donnees["sections"]),
        envoi=Envoi(**{**_frozen(envoi), "source": source(envoi["source"])}) if envoi else None,
        annexe=structure.read(Annexe, donnees["annexe"]) if "annexe" in donnees else None,
        convention=structure.read(Convention, donnees["convention"]) if "convention" in donnees else None,
        suite=structure.read(Suite, donnees["suite"]) if "suite" in donnees else None,
        grilles=tuple(_grille(grille) for grille in donnees.get("grilles", ())),
        feries=tuple(donnees.get("feries", ())),
        feries_locaux={code: tuple(days) for code, days in donnees.get("feries_locaux", {}).items()},
        etats=etat_certification.from_json(donnees.get("etats", ())),
    )


def _frozen(donnees: Mapping[str, Any]) -> dict[str, Any]:
    """Return the parameters of a value: its lists of texts as tuples, its conditions as values."""
    return {
        key: tuple(value) if key in TUPLES else _si(value) if key == "si" else value for key, value in donnees.items()
    }


def _texts(donnees: Mapping[str, Any], *keys: str) -> dict[str, tuple[str, ...]]:
    return {key: tuple(donnees.get(key, ())) for key in keys}


def source(donnees: Mapping[str, Any]) -> Source:
    """Return the source that a JSON object says, its other places included."""
    others = tuple(Endroit(**endroit) for endroit in donnees.get("autres_endroits", ()))
    return Source(**{**donnees, "autres_endroits": others})


def _si(donnees: list[Mapping[str, Any]]) -> tuple[Condition, ...]:
    return tuple(Condition(condition["champ"], tuple(condition["parmi"])) for condition in donnees)


def _champ(donnees: Mapping[str, Any]) -> Champ:
    options = tuple(Option(**option) for option in donnees.get("options", ()))
    return Champ(**{**_frozen(donnees), "options": options})


def _element(donnees: Mapping[str, Any]) -> Champ | Liste:
    if donnees["nature"] == "liste":
        return Liste(**{**_frozen(donnees), "champs": tuple(_champ(champ) for champ in donnees["champs"])})
    return _champ(donnees)


def _any(donnees: Mapping[str, Any], controle: Reader) -> Champ | Liste | Bloc:
    if donnees["nature"] != "bloc":
        return _element(donnees)
    cited = source(donnees["source"]) if "source" in donnees else None
    elements = tuple(_element(element) for element in donnees["elements"])
    controles = tuple(controle(one, "controles") for one in donnees.get("controles", ()))
    ouverts = tuple(Ouvert(**{**one, **_texts(one, "selon", "parmi")}) for one in donnees.get("ouverts", ()))
    said = {"source": cited, "elements": elements, "controles": controles, "ouverts": ouverts}
    said["lectures"] = lectures.from_json(donnees)
    said["droit"] = lois.from_json(donnees)
    return Bloc(**{**_frozen(donnees), **said})


def _section(donnees: Mapping[str, Any], controle: Reader) -> Section:
    return Section(
        **{**_frozen(donnees), "elements": tuple(_any(element, controle) for element in donnees["elements"])}
    )


def _grille(donnees: Mapping[str, Any]) -> Grille:
    lignes = tuple(Rapprochement(**_frozen(ligne)) for ligne in donnees["lignes"])
    return Grille(**{**donnees, "lignes": lignes})
