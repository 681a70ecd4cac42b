"""« Laquelle pour moi ? »: each cell says what the fiche says, with its condition; a silence says whom to ask."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from macros.comparaison.paires import pairs
from macros.pages import comparer
from macros.pages.commun import Contexte, names, thresholds
from macros.rendering import environment
from macros.vues import six_questions
from macros.vues.laquelle import answers
from referentials.load import load
from referentials.model_certification import Certification
from referentials.model_parametres import Seuil
from tests.outils_pages import ASSETS
from tests.outils_six_questions import plain

KEYS = ("etats", "pour-qui", "entrer", "evalue")
SLUGS = [certification.slug for certification in load().certifications]


def cell(certification: Certification, key: str) -> str:
    """Return a cell as a page gets it."""
    template = environment().get_template("laquelle.j2").make_module({"racine": "../"})
    return str(template.reponse(key, answers(certification)))


def said(slug: str, key: str) -> str:
    """Return what a cell says of a published certification."""
    return plain(cell(load().certification(slug), key))


def test_a_cell_keeps_what_the_fiche_says_beside_the_same_figure() -> None:
    """The reading left open, the routes of the exams, « on y entrait » once nobody enters, the routes to ask about."""
    assert "(à vérifier)" in said("cqp-vendeur-conseil-a-distance", "entrer")
    assert "Épreuves (formation et VAE) : 4 h (à vérifier)." in said("tp-conseiller-commercial", "evalue")
    assert said("tp-conseiller-commercial", "evalue").startswith("Formation et VAE : mise en situation, ")
    entry = cell(load().certification("tp-conseiller-commercial"), "entrer")
    assert re.search(r'data-du="2028-08-01"[^>]*>On y entrait par</span>', entry)
    assert "À demander : formation initiale, apprentissage, " in said("cqp-relation-commerciale-a-distance", "entrer")
    assert "Pour la VAE : une expérience de la vente" in said("cqp-vendeur-conseil-a-distance", "entrer")


def test_the_level_is_that_of_the_scale_in_use_else_that_of_the_documents() -> None:
    """Today's national scale; without it, the older and the European one, named; without any, whom to ask."""
    assert said("tp-conseiller-commercial", "pour-qui").endswith("Niveau 4 (celui du bac).")
    older = "Niveau de la nomenclature de 1969 : III (celui du BTS, bac + 2). Niveau du cadre européen : 5 (celui du BTS, bac + 2)."
    assert said("charge-de-clientele", "pour-qui").endswith(older)
    assert "Niveau : le document ne le dit pas. À qui demander : " in said("cqp-vendeur-conseil-a-distance", "pour-qui")


@pytest.mark.parametrize("slug", SLUGS)
def test_a_silence_leads_to_the_fiche_where_one_asks(slug: str) -> None:
    """Of the published certifications, and of each as if no document said anything."""
    one = load().certification(slug)
    nothing = replace(one.identite, emplois=(), voies_acces=(), prerequis=(), publics=(), niveaux=())
    for certification in (one, replace(one, identite=nothing, regles=(), epreuves=(), sessions=())):
        for key in KEYS[1:]:
            text = cell(certification, key)
            silences = re.findall("document ne le dit pas|encore repris|À demander", text)
            assert text.count(f'href="../certifications/{slug}/#ou-demander"') >= len(silences)
            assert silences or certification is one
        assert answers(certification).reponses == six_questions.answers(certification)


def test_a_threshold_is_said_with_its_unit_and_with_what_it_is_asked_in() -> None:
    """Of what, and in each of which parts; where it is asked in some parts only, they are named, and its routes too."""
    one = load().certification("cqp-vendeur-conseil-a-distance")
    macro = environment().get_template("reponses-courtes.j2").make_module({"racine": ""}).seuil  # type: ignore[attr-defined]
    (every,) = thresholds(one)
    assert plain(str(macro(every))) == "au moins 80 % d’indicateurs positifs dans chaque domaine"
    first, *_ = (regle for regle in one.regles if isinstance(regle.parametres, Seuil))
    (some,) = thresholds(replace(one, regles=(replace(first, voies=("vae",)),)))
    called = [names(one)[code] for code in first.parametres.composantes]
    assert plain(str(macro(some))) == f"au moins 80 % d’indicateurs positifs, pour : {' et '.join(called)} (VAE)"
    (adresse,) = [p.adresse for p in pairs(load()) if p.ancienne.slug == f"{one.slug}-2018" and p.nouvelle == one]
    text = plain(comparer.render_pair(load(), adresse, Contexte("../../", lambda _: ASSETS)))
    assert "au moins 80 % d’indicateurs positifs dans chaque domaine dans la seconde" in text
    assert len(re.findall("80 % au moins", text)) == len(re.findall("80 % au moins d’indicateurs positifs", text)) > 0
