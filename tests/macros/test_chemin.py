"""The way of a route on the fiche: its steps in order, each with its rules, and the form that serves there one tap away."""

from __future__ import annotations

from dataclasses import replace

from forms.socle import registre
from macros.vues.chemin import ways
from referentials.load import load
from referentials.model_identite import Etape
from tests.outils import PUBLISHED
from tests.outils_pages import read, source

CERTIFICATION = load().certification(PUBLISHED)
VOIES = [acces for acces in CERTIFICATION.identite.voies_acces if acces.etapes]


def test_each_step_is_on_the_fiche_with_its_rules() -> None:
    """In the order of the data; the name of each rule leads to it; what no rule says is said to be ours."""
    page = read(source("fiche", load(), PUBLISHED))
    shown = [item.text.strip() for item in page.all("li", **{"data-fait": "etapes"})]
    steps = [one for acces in VOIES for one in acces.etapes]
    assert [text.startswith(one.intitule) for text, one in zip(shown, steps, strict=True)] == [True] * len(steps)
    hrefs = {a.attributes.get("href") for a in page.all("a")}
    assert {f"reglement/#{'c-' + code.lower()}" for one in steps for code in one.regles} <= hrefs
    assert sum("proposé par Repère" in text for text in shown) == sum(not one.regles for one in steps) == len(VOIES)


def test_each_paper_is_a_form_of_ours_one_tap_away() -> None:
    """An address that no kind has would lead nowhere; those of the certification are links."""
    named = {one.papier for acces in VOIES for one in acces.etapes if one.papier}
    assert named <= {genre.code for genre in registre.genres()}
    hrefs = {
        a.attributes.get("href")
        for a in read(source("fiche", load(), PUBLISHED)).all("a", **{"class": "r-chemin-papier"})
    }
    assert hrefs == {f"{one}/" for one in named}


def test_a_step_of_ours_goes_where_its_form_is_not_there() -> None:
    """A step that the source asks for stays without its form; one that we propose does not."""
    (first, *_) = VOIES
    etapes = (Etape("À nous", papier="disparu"), Etape("De la source", (CERTIFICATION.regles[0].code,), "disparu"))
    voies = (replace(first, etapes=etapes),)
    changed = replace(CERTIFICATION, identite=replace(CERTIFICATION.identite, voies_acces=voies))
    assert [(one.intitule, one.papier) for one in ways(changed)[0].etapes] == [("De la source", None)]


def test_a_certification_that_says_no_step_shows_no_way() -> None:
    """Nothing is drawn that the data do not say."""
    without = [one for one in load().certifications if not any(a.etapes for a in one.identite.voies_acces)]
    assert without
    assert all(ways(one) == () for one in without)
    assert "r-chemin" not in source("fiche", load(), without[0].slug)
