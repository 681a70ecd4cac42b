"""How the engine grows with a form: 30 items, then 300, for each thing that a page asks while one works on it.

`.venv/bin/python bench/evaluation.py`.  Ratios count, not milliseconds.  « evaluer » follows each answer: one answer
changes between two requests, and ten times the items should cost far less than ten times.  The others are asked for
now and then, about everything: ten times the items should cost about ten times.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from forms.auto_positionnement import formulaire as forms_data  # noqa: E402
from forms.auto_positionnement.formulaire import Formulaire, Groupe, GroupesRequis, Item, Seuil, Valeur  # noqa: E402
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT  # noqa: E402
from forms.bridge import handle  # noqa: E402

SIZES = (30, 300)
ROUNDS = 60
PER_COMPETENCE = 3
SCALE = (
    Valeur("oui", "Oui, je le fais", "positif"),
    Valeur("non", "Non, pas encore", "negatif"),
    Valeur("non_observe", "Je n’ai pas eu l’occasion", "non_observe"),
    Valeur("ne_sait_pas", "Je ne sais pas encore", "sans_avis"),
)


def form(total: int) -> Formulaire:
    """Return a form of two domains, in units of ten items, in competences of three."""
    ranks = range(total)

    def competence(code: str, items: range) -> Groupe:
        every = tuple(
            Item(f"{code}-E{rank}", f"Je fais la chose numéro {rank}.", "repere", ("Un écrit",)) for rank in items
        )
        return Groupe(code, "competence", f"Faire {code}", (), every)

    def unite(code: str, items: range) -> Groupe:
        starts = range(0, len(items), PER_COMPETENCE)
        return Groupe(
            code,
            "unite",
            f"Unité {code}",
            tuple(competence(f"{code}-C{s}", items[s : s + PER_COMPETENCE]) for s in starts),
            (),
        )

    def domaine(code: str, items: range) -> Groupe:
        units = tuple(unite(f"{code}-U{start}", items[start : start + 10]) for start in range(0, len(items), 10))
        return Groupe(code, "domaine", f"Domaine {code}", units, ())

    groupes = (domaine("D1", ranks[: total // 2]), domaine("D2", ranks[total // 2 :]))
    seuils = (Seuil("R1", "D1", 80), Seuil("R2", "D2", 80))
    return Formulaire("essai", "Essai", "1.0.0", SCALE, groupes, seuils, GroupesRequis("R", ("D1", "D2")))


def requests(formulaire: Formulaire) -> dict[str, dict[str, Any]]:
    """Return what the page asks: a result, a comparison, a file to open, all with every item answered."""
    answers = {
        item.code: {"valeur": SCALE[rank % len(SCALE)].code, "note": "Exemple : été 2026."}
        for rank, item in enumerate(formulaire.all_items())
    }
    others = {code: {"valeur": SCALE[rank % 2].code} for rank, code in enumerate(answers)}
    export = {
        "format": AUTO_POSITIONNEMENT.format,
        "version": AUTO_POSITIONNEMENT.version,
        "certification": formulaire.certification,
        "version_referentiel": formulaire.version_referentiel,
        "exporte_le": "2026-11-21T08:30:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "reponses": answers,
    }
    sides = {"avant": {"libelle": "A", "reponses": answers}, "apres": {"libelle": "B", "reponses": others}}
    return {
        "evaluer": {"reponses": answers},
        "comparer": sides,
        "ouvrir": {"texte": json.dumps(export, ensure_ascii=False)},
    }


def median(ask: Callable[[str], object], requests: list[str]) -> float:
    """Return the median time of one call, in milliseconds of processor, going from one request to the next."""
    spent = []
    for turn in range(ROUNDS):
        start = time.process_time_ns()
        ask(requests[turn % len(requests)])
        spent.append(time.process_time_ns() - start)
    return sorted(spent)[ROUNDS // 2] / 1_000_000


def texts_of(action: str, corps: dict[str, Any]) -> list[str]:
    """Return requests to ask in turn: the same one, or two of which one answer differs."""
    every = [corps]
    if action == "evaluer":
        code, other = next(iter(corps["reponses"])), {"valeur": SCALE[1].code}
        every.append({"reponses": {**corps["reponses"], code: other}})
    return [json.dumps({"action": action, "corps": each}) for each in every]


def main() -> None:
    """Print, for each request, the time at each size and their ratio, from the text in to the text out."""
    forms = {total: form(total) for total in SIZES}
    texts = {total: json.dumps(forms_data.to_json(found)) for total, found in forms.items()}
    for action in requests(forms[SIZES[0]]):
        times = []
        for total, found in forms.items():
            times.append(median(partial(handle, texts[total]), texts_of(action, requests(found)[action])))
        figures = ", ".join(f"{total} énoncés {spent:.2f} ms" for total, spent in zip(SIZES, times, strict=True))
        sys.stdout.write(f"{action} : {figures}, rapport {times[1] / times[0]:.1f}\n")


if __name__ == "__main__":
    main()
