"""The state of a certification in a browser: a page built once tells the truth on each reader's day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.rendering import environment
from macros.vues.six_questions import routes
from referentials.load import load
from tests.navigateur.form_page import FormPage, until
from tests.outils_etats import etats

FICHE = "/certifications/cqp-vendeur-conseil-a-distance-2018/"
SLUG = "cqp-vendeur-conseil-a-distance-2018"
SHOWN = ".r-chapeau-etats[data-periode]:not([hidden])"
# A page of our own templates around states of the table of cases, in the place of a page of the site.
FIXTURE = """{% from "etat.j2" import bandeau, ouverture with context %}<!doctype html><html lang="fr"><title>Essai</title>
<script type="module" src="/assets/javascripts/etat.mjs"></script><article class="r-page">{{ bandeau(etats) }}
<p id="voie">{{ ouverture({"ouverte": true}, etats) }}</p></article></html>"""


def look_again(page: Page) -> None:
    """Come back to a tab that stayed open."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@pytest.mark.parametrize("rubrique", ["", "reglement/"])
@pytest.mark.parametrize(
    ("moment", "etat"),
    [("2024-01-04T23:30:00+01:00", "en-vigueur"), ("2024-01-05T00:30:00+01:00", "expiree")],
)
def test_the_banner_is_that_of_the_readers_day(page: Page, serveur: str, rubrique: str, moment: str, etat: str) -> None:
    """In force to the end of its last day in Paris, expired half an hour after midnight; the date is told."""
    page.clock.set_fixed_time(moment)
    page.goto(serveur + FICHE + rubrique)
    page.wait_for_selector(f"{SHOWN}[data-ton={etat}]")
    assert page.locator(SHOWN).count() == 1
    assert "4 janvier 2024" in page.locator(SHOWN).inner_text().replace("\u00a0", " ")


def test_before_between_and_after(page: Page, serveur: str) -> None:
    """RNCP40344, one page looked at on four days: the banner and the route follow, inscriptions closed between."""
    values = {"etats": etats("RNCP40344"), "racine": "/"}
    body = environment().from_string(FIXTURE).render(**values)
    page.route("**/essai/", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    for day, etat, voie in (
        ("2025-03-01", "a-venir", "Pas encore ouverte"),
        ("2028-03-28", "en-vigueur", "Ouverte"),
        ("2030-01-15", "inscriptions-closes", "Était ouverte jusqu’au 28 mars 2028"),
        ("2032-03-29", "expiree", "Était ouverte jusqu’au 28 mars 2028"),
    ):
        page.clock.set_fixed_time(f"{day}T12:00:00+01:00")
        page.goto(f"{serveur}/essai/")
        page.wait_for_selector(f".r-chapeau-etats[data-ton={etat}]:not([hidden])")
        assert page.locator(".r-chapeau-etats:not([hidden])").count() == 1
        assert page.locator("#voie > :not([hidden])").inner_text().replace("\u00a0", " ") == voie
        if etat == "inscriptions-closes":
            said = page.locator(".r-chapeau-etats:not([hidden])").inner_text().replace("\u00a0", " ")
            assert "délivrance jusqu’au 28 mars 2032" in said


def test_a_tab_left_open_over_midnight_says_todays_state_once_looked_at(page: Page, serveur: str) -> None:
    """The banner, the routes and what one is offered to do change together; the list puts the dead one after."""
    page.clock.set_fixed_time("2024-01-04T23:50:00+01:00")
    page.goto(serveur + FICHE)
    page.wait_for_selector(f"{SHOWN}[data-ton=en-vigueur]")
    assert page.locator(".r-actions:visible > a").first.inner_text() == "Voir où j’en suis"
    page.clock.set_fixed_time("2024-01-05T07:00:00+01:00")
    assert page.locator(f"{SHOWN}[data-ton=en-vigueur]").count() == 1
    look_again(page)
    page.wait_for_selector(f"{SHOWN}[data-ton=expiree]")
    opened = [some for some in routes(load().certification(SLUG).identite.voies_acces) if some[0].ouverte]
    closed = page.locator("[data-fait=voies_acces] .r-etiquette:visible", has_text="Était ouverte")
    assert closed.count() == len(opened) > 0
    assert page.locator(".r-actions:visible > a").first.inner_text() == "Voir sa suite, à vérifier"
    page.clock.set_fixed_time("2024-01-04T23:50:00+01:00")
    page.goto(serveur + "/certifications/")
    before = page.locator("[data-liste] > li h2").all_inner_texts()
    page.clock.set_fixed_time("2024-01-05T07:00:00+01:00")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    ranks = page.locator("[data-liste] [data-rang]:visible")
    values = [int(rank.get_attribute("data-rang") or 0) for rank in ranks.all()]
    assert values == sorted(values)
    assert page.locator("[data-liste] > li h2").all_inner_texts() != before


@pytest.mark.parametrize("slug", [certification.slug for certification in load().certifications])
def test_the_one_thing_to_do_is_in_the_first_screen_of_a_phone(page: Page, serveur: str, slug: str) -> None:
    """After the six answers, whole above the fold; whom to ask begins less than a screen below the top of it."""
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{serveur}/certifications/{slug}/")
    page.evaluate("document.fonts.ready")
    button, asked = (
        page.locator(".r-actions:visible .r-bouton").bounding_box(),
        page.locator("#ou-demander").bounding_box(),
    )
    assert button
    assert asked
    assert button["y"] + button["height"] <= 844
    assert asked["y"] - button["y"] <= 844


def test_the_line_of_today_follows_the_reader(page: Page, serveur: str) -> None:
    """On the timeline, an earlier day is further to the left."""
    places = []
    for moment in ("2015-01-01T12:00:00+01:00", "2020-01-01T12:00:00+01:00"):
        page.clock.set_fixed_time(moment)
        page.goto(serveur + FICHE)
        places.append(page.locator("[data-frise-jour]").bounding_box() or {})
    assert places[0]["x"] < places[1]["x"]


def test_the_list_is_filtered_by_state_and_by_kind(page: Page, serveur: str) -> None:
    """Each choice leaves the cards that answer it, says how many, and « Tous » brings all back."""
    page.clock.set_fixed_time("2020-01-01T12:00:00+01:00")
    page.goto(serveur + "/certifications/")
    cards, count = page.locator("[data-liste] > li:visible"), page.locator("[data-compte-liste]")
    every = cards.count()
    page.get_by_label("En vigueur").check()
    assert 0 < cards.count() < every
    assert cards.count() == page.locator("[data-liste] > li:visible .r-etiquette[data-etat=en-vigueur]:visible").count()
    assert f"sur {every}" in count.inner_text()
    page.get_by_label("Titre professionnel").check()
    assert page.locator("[data-liste] > li[data-genre=CQP]:visible").count() == 0
    for group in page.get_by_label("Tous").all():
        group.check()
    assert cards.count() == every


def test_a_filter_that_leaves_nothing_says_why_and_gives_a_way_out(page: Page, serveur: str) -> None:
    """On a day when none is in force: which states there are, and a button that brings the list back."""
    page.clock.set_fixed_time("2040-01-01T12:00:00+01:00")
    page.goto(serveur + "/certifications/")
    nothing = page.locator("[data-liste-vide]")
    assert not nothing.is_visible()
    page.get_by_label("En vigueur").check()
    assert page.locator("[data-liste] > li:visible").count() == 0
    said = nothing.inner_text().replace("\u00a0", " ")
    assert "« En vigueur »" in said
    assert "expirée (" in said
    nothing.get_by_role("button").click()
    until(lambda: page.locator("[data-liste] > li:visible").count() > 1, "the list is back")
    assert not nothing.is_visible()


def test_a_filter_of_rules_that_leaves_nothing_says_so(page: Page, serveur: str) -> None:
    """Two choices that no rule answers together: it is said, and one button shows all again."""
    page.goto(serveur + "/certifications/cqp-vendeur-conseil-a-distance/reglement/?acteur=candidat&moment=pendant")
    nothing = page.locator("[data-rien]")
    nothing.wait_for()
    assert page.locator("[data-filtrable]:visible").count() == 0
    nothing.get_by_role("button").click()
    until(lambda: page.locator("[data-filtrable]:visible").count() > 0, "rules are shown")
    assert not nothing.is_visible()


def test_a_form_says_the_state_in_its_result_on_paper_and_in_its_file(page: Page, serveur: str, tmp_path: Path) -> None:
    """An expired one, from the result to the file; then the tab is looked at again a day when it was in force."""
    page.clock.set_fixed_time("2026-11-29T12:00:00+01:00")
    form = FormPage(page, serveur, SLUG).open().computed()
    assert form.result()["etat_certification"]["etat"] == "expiree"
    place = page.locator("#resultat [data-etat-certification=expiree]")
    assert "4 janvier 2024" in place.inner_text().replace("\u00a0", " ")
    # What saves comes with the first answer.
    page.locator("[data-item] input").first.check()
    saved = json.loads(form.save_file(tmp_path).read_text("utf-8"))
    assert saved["etat_certification"] == form.result()["etat_certification"] | {"jour": saved["exporte_le"][:10]}
    page.evaluate("document.documentElement.dataset.impression = 'synthese'")
    page.emulate_media(media="print")
    assert place.is_visible()
    page.emulate_media(media="screen")
    page.clock.set_fixed_time("2018-06-01T12:00:00+02:00")
    look_again(page)
    until(lambda: form.result()["etat_certification"]["etat"] == "en_vigueur", "the result says the state of the day")
    assert page.locator("#resultat [data-etat-certification=en_vigueur]").count() == 1


def test_without_script_the_list_is_whole(page: Page, serveur: str) -> None:
    """Where scripts are blocked, no filter that does nothing, and every card."""
    page.route("**/*.mjs", lambda route: route.abort())
    page.goto(serveur + "/certifications/")
    assert not page.locator("[data-filtres-liste]").is_visible()
    assert page.locator("[data-liste] > li:visible").count() == page.locator("[data-liste] > li").count() > 1
