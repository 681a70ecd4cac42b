"""Hostile files of the forms of fields, a livret and a dossier: those that are refused, and values that are taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms.questionnaire.modele import Champ, Liste, Questionnaire
from tests.pannes.fichiers import ATTACK, DOSSIER, LIVRET, changed, refused

MOMENT = "2026-11-21T09:00:00+01:00"
# The form is that of a moment; no calendar has it.
NO_MOMENTS = (
    *("2026-02-30T09:00:00+01:00", "2026-19-39T09:00:00+01:00", "2026-00-00T09:00:00+01:00"),
    *("0000-01-01T09:00:00+01:00", "2026-01-01T29:00:00+01:00", "2026-01-01T09:00:00+29:00"),
)


def ecrit(valeur: Any, le: str = MOMENT, nom: str = "Ana", role: str = "candidat") -> dict[str, Any]:
    """Return a writing of a livret, as its file has it."""
    return {"valeur": valeur, "par": {"role": role, "nom": nom}, "le": le}


def livret(valeurs: dict[str, Any], **changes: Any) -> bytes:
    """Return the file of a livret."""
    return changed(LIVRET, valeurs=valeurs, **changes)


def dossier(valeurs: dict[str, Any], **changes: Any) -> bytes:
    """Return the file of a dossier."""
    return changed(DOSSIER, valeurs=valeurs, **changes)


REFUSED_LIVRET: dict[str, tuple[bytes, str]] = {
    **refused(LIVRET, "de livret de repérage"),
    "ligne-proto": (livret({"modules/__proto__/intitule": ecrit("x")}), "un nom n’a pas la forme attendue"),
    "ligne-sans-nom": (livret({"modules//intitule": ecrit("x")}), "un nom n’a pas la forme attendue"),
    "ligne-html": (livret({f"modules/{ATTACK}/intitule": ecrit("x")}), "un nom n’a pas la forme attendue"),
    "trop-de-barres": (livret({"modules/a/b/c": ecrit("x")}), "un nom n’a pas la forme attendue"),
    "moment-absent": (
        livret({"projet": {"valeur": "x", "par": {"role": "candidat", "nom": "Ana"}}}),
        "« valeurs › projet » : il manque « le »",
    ),
    "valeur-objet": (livret({"projet": ecrit({"a": 1})}), "valeurs › projet › valeur » : la valeur n’est pas du genre"),
    "choix-nombres": (livret({"voies": ecrit([1, 2])}), "valeurs › voies › valeur[0] » : la valeur n’est pas du genre"),
    "rôle-inconnu": (livret({"projet": ecrit("x", role=ATTACK)}), "n’est pas l’une de celles attendues"),
    "nom-pas-un-texte": (livret({"projet": ecrit("x", nom=12)}), "par › nom » : la valeur n’est pas du genre"),  # type: ignore[arg-type]  # that is the fault
    "moment-sans-heure": (livret({"projet": ecrit("x", "2026-11-21")}), "le » : le texte n’a pas la forme attendue"),
    "auteur-proto": (
        livret({"projet": {"valeur": "x", "par": {"role": "", "nom": "", "__proto__": 1}, "le": MOMENT}}),
        "« __proto__ » n’a rien à y faire",
    ),
    "écartée-sans-raison": (
        changed(LIVRET, ecartees=[{"place": "projet", **ecrit("x")}]),
        "ecartees[0] » : il manque « raison »",
    ),
}
REFUSED_DOSSIER: dict[str, tuple[bytes, str]] = {
    **refused(DOSSIER, "de dossier d’habilitation"),
    "ligne-sans-id": (dossier({"modules": [{"intitule": "x"}]}), "valeurs › modules[0] » : il manque « id »"),
    "id-vide": (dossier({"modules": [{"id": ""}]}), "modules[0] › id » : le texte n’a pas la forme attendue"),
    "id-proto": (dossier({"modules": [{"id": "__proto__"}]}), "id » : le texte n’a pas la forme attendue"),
    "id-html": (dossier({"modules": [{"id": ATTACK}]}), "id » : le texte n’a pas la forme attendue"),
    "id-nombre": (dossier({"modules": [{"id": 3}]}), "id » : la valeur n’est pas du genre attendu"),
    "champ-proto": (dossier({"modules": [{"id": "a", "__proto__": "x"}]}), "un nom n’a pas la forme attendue"),
    "ligne-nulle": (dossier({"modules": [None]}), "modules[0] » : la valeur n’est pas du genre attendu"),
    "ligne-dans-une-ligne": (
        dossier({"modules": [{"id": "a", "intitule": {"b": 1}}]}),
        "intitule » : la valeur n’est pas du genre attendu",
    ),
    "écartées-proto": (
        changed(DOSSIER, valeurs_ecartees={"__proto__": "x"}),
        "valeurs_ecartees » : un nom n’a pas la forme attendue",
    ),
}

WRONG: tuple[Any, ...] = (10**39, -1, 0.5, True, ["a", "b"], [], "2026-02-30", "__proto__", "constructor", ATTACK)


def fields(form: Questionnaire) -> Iterator[tuple[str, Champ]]:
    """Yield each field of a form by its place; a list has one row, named as an object's own function is."""
    for element in form.racines():
        if isinstance(element, Liste):
            yield from ((f"{element.code}/constructor/{champ.code}", champ) for champ in element.champs)
        else:
            yield element.code, element


def wrong(form: Questionnaire) -> dict[str, Any]:
    """Return a value for each field of a form, by its place: one kind after the other, whatever the field asks for."""
    return {place: WRONG[rank % len(WRONG)] for rank, (place, _) in enumerate(fields(form))}


def attacked(form: Questionnaire) -> dict[str, Any]:
    """Return HTML for each field of a form that takes a text, by its place; the rest has no answer."""
    return {place: ATTACK for place, champ in fields(form) if champ.nature in {"texte", "texte_long", "date", "nombre"}}


def rows(valeurs: dict[str, Any]) -> dict[str, Any]:
    """Return values by place as a dossier has them: rows in their lists."""
    found: dict[str, Any] = {}
    for place, value in valeurs.items():
        code, *inner = place.split("/")
        if inner:
            found.setdefault(code, [{"id": inner[0]}])[0][inner[1]] = value
        else:
            found[code] = value
    return found
