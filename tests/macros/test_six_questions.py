"""The fiche begins with six answers: short, true of the reader's day, each with whom to ask where the documents are silent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.names import full_title
from macros.vues.six_questions import EXAMS, TRADES, answers, by_route, routes
from referentials.etat import on
from referentials.load import load
from tests.outils import MINIMALE, SLUG
from tests.outils_pages import read, source
from tests.outils_six_questions import QUESTIONS, TODAY, answer, block, days, plain

SLUGS = [certification.slug for certification in load().certifications]
# What the first screen of a phone holds.
MOST_WORDS = 120


@pytest.mark.parametrize("slug", SLUGS)
def test_the_six_answers_take_few_words_on_every_day(slug: str) -> None:
    """Questions included, whatever the state that the day gives: at most 120 words, counting as one a sign that stands apart."""
    counts = {
        day: len([word for text in block(slug, day).found.values() for word in plain(text).split()])
        for day in days(load().certification(slug))
    }
    assert {day: count for day, count in counts.items() if count > MOST_WORDS} == {}
    assert min(counts.values()) > len(QUESTIONS)


@pytest.mark.parametrize("slug", SLUGS)
def test_the_six_questions_are_the_headings_of_what_follows(slug: str) -> None:
    """In the reader's order, each a link to its section; whom to ask stands beside the answers that lead there."""
    reading = read(source("fiche", load(), slug))
    headings = [(str(e.attributes.get("id")), e.text.replace("\u00a0", " ")) for e in reading.all("h2")]
    asked, *others = [one for one in headings if one != ("lieux", "Les lieux et les adresses")]
    assert (asked, others) == (("ou-demander", "À qui demander"), [*QUESTIONS, ("sources", "Sources et limites")])
    assert [*block(slug).found] == [ancre for ancre, _ in QUESTIONS]
    for ancre, question in QUESTIONS:
        assert block(slug).found[ancre].replace("\u00a0", " ").startswith(question)
        assert block(slug).links[ancre][0] == f"#{ancre}"
        assert answer(slug, ancre)


def test_the_state_is_that_of_the_readers_day() -> None:
    """The ministry's title: not yet, yes until its last day with its reserve, no the day after; its official entry each time."""
    slug = "tp-conseiller-commercial"
    assert answer(slug, "et-maintenant", "2023-01-01").startswith("Pas avant le 31 juillet 2023.")
    assert answer(slug, "et-maintenant").startswith("Oui, jusqu’au 31 juillet 2028 (à confirmer).")
    assert answer(slug, "et-maintenant", "2028-08-01").startswith("Non, depuis le 1er août 2028 (à confirmer).")
    assert "https://www.francecompetences.fr/recherche/rncp/37717/" in block(slug).links["et-maintenant"]
    assert answer(slug, "voies").startswith("Par formation")
    assert answer(slug, "voies", "2028-08-01").startswith("On y entrait par formation")


def test_where_courses_are_looked_for_follows_the_state() -> None:
    """The account pays for what is in force; once it is over, who delivers it is asked; between, a service of the regions."""
    places = [
        ("tp-conseiller-commercial", TODAY, "https://www.moncompteformation.gouv.fr/"),
        ("tp-conseiller-commercial", "2028-08-01", "#ou-demander"),
        (
            "cqp-vendeur-conseil-a-distance",
            TODAY,
            "https://www.intercariforef.org/formations/recherche-formations.html",
        ),
    ]
    for slug, day, wanted in places:
        assert wanted in block(slug, day).links["duree-et-prix"]


def test_a_figure_of_the_first_screen_keeps_its_condition() -> None:
    """« Au moins », the route, the reading left open: with the months, the hours, the threshold and the time of the exams."""
    months = answer("cqp-vendeur-conseil-a-distance", "voies")
    assert "Sauf en VAE, au moins 6 mois en entreprise (à vérifier)." in months
    hours = answer("tp-conseiller-commercial", "voies")
    assert "En formation, au moins 280 heures en entreprise (à vérifier) ; deux cas." in hours
    assert "#pratique" in block("tp-conseiller-commercial").links["voies"]
    assert "Épreuves (formation et VAE) : 4 h (à vérifier)." in answer("tp-conseiller-commercial", "duree-et-prix")
    share = "au moins 80 % d’indicateurs positifs dans chaque domaine (à vérifier)."
    assert share in answer("cqp-vendeur-conseil-a-distance", "evaluation")
    assert answer("tp-conseiller-commercial", "evaluation").startswith("Formation et VAE : mise en situation, ")
    assert "1 h" not in answer("cqp-vendeur-conseil-a-distance-2018", "duree-et-prix")


def test_a_kind_is_defined_where_it_is_named_and_again_with_its_source() -> None:
    """CQP, title of the State, registered title: the sentence is that of the data, its legal text is in the section."""
    collection = load()
    for certification in collection.certifications:
        genre = certification.genre or certification.repertoire
        assert genre
        assert genre.definition in answer(certification.slug, "presentation")
        page = read(source("fiche", collection, certification.slug))
        assert page.all("a", href=genre.adresse)
        glossary = read(source("glossaire", collection, ""))
        assert glossary.all("a", href=genre.adresse) or certification.genre is None
    assert load(MINIMALE).genres == {}
    assert read(source("fiche", load(MINIMALE), SLUG)).all("dl", **{"class": "r-six"})


@pytest.mark.parametrize("slug", SLUGS)
def test_what_does_not_fit_is_counted(slug: str) -> None:
    """A few trades, then how many are left; a few exams by their names, or as many as there are of each nature."""
    certification = load().certification(slug)
    found = answers(certification)
    assert len(found.metiers) <= TRADES
    said = [f.valeur for f in certification.identite.emplois if f.valeur] or [*certification.metiers_du_rome.values()]
    assert len(found.metiers) + found.autres_metiers == len(said)
    assert found.autres_metiers != 1
    named = sum(len(some.epreuves) for some in found.epreuves)
    counted = sum(number for some in found.epreuves for _, number in some.natures)
    assert not (named and counted)
    assert named <= EXAMS
    grids = sum(some.grilles for some in found.epreuves)
    assert grids == len([one for one in certification.epreuves if one.nature == "grille"])
    assert counted in {0, len(certification.epreuves) - grids}


@pytest.mark.parametrize("slug", SLUGS)
def test_one_thing_to_do_follows_the_state(slug: str) -> None:
    """Each day has one button: begin, where one can; else what follows, or whom to ask."""
    reading = read(source("fiche", load(), slug))
    actions = reading.all("p", **{"class": "r-actions"})
    for etat in load().certification(slug).etats:
        day = etat.au or etat.du or TODAY
        shown = [
            e for e in actions if (e.attributes.get("data-du") or "") <= day <= (e.attributes.get("data-au") or "9999")
        ]
        assert len(shown) == 1
        begins = not on(load().certification(slug).etats, day).close and load().certification(slug).has_statements
        assert ("Voir où j’en suis" in shown[0].text) is begins
    assert len(reading.all("a", **{"class": "r-bouton"})) == len(actions)


def test_routes_of_which_the_same_is_said_are_told_together() -> None:
    """Four routes open by the same jury are one line; one that has more to say is apart."""
    voies = load().certification("charge-de-clientele").identite.voies_acces
    together = routes(voies)
    assert [voie for some in together for voie in some] == [*voies]
    assert any(len(some) > 1 for some in together)
    for some in together:
        assert len({(voie.ouverte, voie.indetermine, voie.precision, voie.jury, voie.source) for voie in some}) == 1


def test_a_rule_for_all_has_no_route_before_it() -> None:
    """The routes head the sentence where there are some."""
    assert by_route(("formation", "vae")) == "En formation et en VAE"
    assert by_route(()) == ""
    assert by_route(("formation", "capitalisation"), ("formation", "vae", "capitalisation")) == "Sauf en VAE"
    assert by_route(("formation",), ("formation", "vae")) == "En formation"


def test_what_one_does_is_told_and_a_grid_only_by_who_fills_it() -> None:
    """A grid is filled by somebody else, named or not; where no document says what one does, that is told, with whom to ask."""
    told = answer("charge-de-clientele", "evaluation")
    assert told.startswith("3 dossiers, 3 présentations orales, 2 cas d’entreprise")
    assert told.endswith("1 entretien. Un évaluateur remplit 3 grilles.")
    slug = "cqp-relation-commerciale-a-distance"
    silent = "Ce que vous faites : le document ne le dit pas. Un évaluateur remplit 6 grilles. "
    assert answer(slug, "evaluation") == f"{silent}À qui demander : CPNEFP."
    one = load().certification(slug)
    seen = [
        replace(epreuve, parties=tuple(replace(partie, presents=("evaluateur",)) for partie in epreuve.parties))
        for epreuve in one.epreuves
    ]
    changed = replace(one, epreuves=tuple(seen))
    every = [changed if other.slug == slug else other for other in load().certifications]
    held = replace(load(), certifications=tuple(every))
    assert "Évaluateurs : 6 grilles." in answer(slug, "evaluation", TODAY, held)


def test_two_of_one_title_have_each_their_own_heading() -> None:
    """The older one says its year."""
    headings = [full_title(certification) for certification in load().certifications]
    assert len({*headings}) == len(headings)
    assert "CQP Vendeur conseil à distance en commerces de gros (2018)" in headings
