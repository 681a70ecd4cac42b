"""Forms, answers and exported files for the tests of the engine: the small one, the published one, and any other."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from hypothesis import strategies as st

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.formulaire import Formulaire, Groupe, GroupesRequis, Item, Seuil, Valeur
from forms.auto_positionnement.formulaire import to_json as to_form_json
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.auto_positionnement.reponses import Reponse, Reponses, to_json
from forms.socle.genre import Genre
from referentials.load import load
from referentials.model_certification import Certification
from tests.outils import MINIMALE, PUBLISHED, SLUG

SCALE = (
    Valeur("oui", "Oui", "positif"),
    Valeur("non", "Non", "negatif"),
    Valeur("non_observe", "Je n’ai pas eu l’occasion", "non_observe"),
    Valeur("ne_sait_pas", "Je ne sais pas encore", "sans_avis"),
)
# Any text that UTF-8 can carry: a surrogate alone is no character.
TEXT = st.text(st.characters(codec="utf-8"))
TITLE = TEXT.filter(lambda text: bool(text.strip()))


@cache
def small() -> Formulaire:
    """Return the form of the minimal tree."""
    return derive(load(MINIMALE).certification(SLUG))


@cache
def published() -> Formulaire:
    """Return the form that Repère publishes."""
    return derive(load().certification(PUBLISHED))


def as_python_reads(genre: Genre, certification: Certification) -> dict[str, Any]:
    """Return the JSON of a form as its page gives it to Python: with the words that the page's script reads on it."""
    form = genre.derive(certification)
    if genre is not AUTO_POSITIONNEMENT:
        return dict(genre.page.donnees(form))

    def bare(groupe: Groupe) -> Groupe:
        items = tuple(replace(item, preuves=()) for item in groupe.items)
        return replace(groupe, groupes=tuple(map(bare, groupe.groupes)), items=items)

    return to_form_json(replace(form, groupes=tuple(map(bare, form.groupes))))


def export(formulaire: Formulaire, reponses: Mapping[str, Any], **changes: Any) -> str:
    """Return the text that a page writes for answers given as JSON."""
    donnees = {
        "format": AUTO_POSITIONNEMENT.format,
        "version": AUTO_POSITIONNEMENT.version,
        "certification": formulaire.certification,
        "version_referentiel": formulaire.version_referentiel,
        "exporte_le": "2026-11-21T18:40:00+01:00",
        "outil": {"nom": "Repère", "version": "0.1.0"},
        "reponses": reponses,
    }
    return json.dumps(donnees | changes, ensure_ascii=False, indent=2) + "\n"


def flat(total: int, pourcentage: int) -> Formulaire:
    """Return a form of one group under a threshold."""
    items = tuple(Item(f"E{rank}", "Je le fais.", "document", ()) for rank in range(1, total + 1))
    groupe = Groupe("G1", "domaine", "Un domaine", (), items)
    seuils = (Seuil("R-SEUIL", "G1", pourcentage),)
    return Formulaire("essai", "Essai", "1.0.0", SCALE, (groupe,), seuils, GroupesRequis("R-TOUS", ("G1",)))


@st.composite
def formulaires(draw: st.DrawFn) -> Formulaire:
    """Draw a form of any shape: groups in groups, some without items, thresholds on some, required groups or none.

    Some groups are their only item themselves, under their own code, as a competence without criteria is.
    """
    rank = iter(range(1, 1000))

    def groupe(depth: int) -> Groupe:
        code = f"G{next(rank)}"
        items = tuple(
            Item(f"{code}-E{number}", draw(TITLE), draw(st.sampled_from(("document", "repere"))), (draw(TEXT),))
            for number in range(draw(st.integers(0, 4)))
        )
        if not items and draw(st.booleans()):
            items = (Item(code, draw(TITLE), "repere", ()),)
        inner = tuple(groupe(depth - 1) for _ in range(draw(st.integers(0, 2)) if depth else 0))
        return Groupe(code, draw(st.sampled_from(("domaine", "unite", "competence"))), draw(TITLE), inner, items)

    groupes = tuple(groupe(2) for _ in range(draw(st.integers(1, 3))))
    codes = [groupe.code for groupe in groupes]
    seuils = tuple(Seuil(f"R-{code}", code, draw(st.integers(0, 100))) for code in codes if draw(st.integers(0, 3)) > 0)
    requis = draw(st.none() | st.lists(st.sampled_from(codes), min_size=1, unique=True).map(tuple))
    return Formulaire(
        "essai", draw(TITLE), "1.0.0", SCALE, groupes, seuils, GroupesRequis("R-TOUS", requis) if requis else None
    )


def reponses_a(formulaire: Formulaire) -> st.SearchStrategy[Reponses]:
    """Draw answers to a form: values, notes with any character, both, on some items only."""
    codes = [item.code for item in formulaire.all_items()]
    valeurs = st.none() | st.sampled_from([valeur.code for valeur in formulaire.echelle])
    reponse = st.builds(Reponse, valeurs, TEXT).filter(lambda r: r != Reponse())
    return st.dictionaries(st.sampled_from(codes), reponse) if codes else st.just({})


def written(formulaire: Formulaire, reponses: Reponses, **changes: Any) -> str:
    """Return the text that a page writes for answers."""
    return export(formulaire, to_json(reponses), **changes)
