"""State of a certification on pages: all are carried, the one of the reader's day is shown, in every place alike."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forms.socle import etat_certification, phrases_etat
from forms.socle.phrases import typeset
from forms.socle.phrases_etat import ORDRE
from macros.api.jsonld import credential
from macros.comparaison.paires import pairs
from macros.pages.rubriques import rubriques
from macros.vues.etats import moments, ordered
from macros.vues.six_questions import routes
from referentials import orientation
from referentials.etat import CLOSED, Etat, listed, on, states
from referentials.load import load
from referentials.model import Source
from referentials.model_identite import AutreCertification
from tests.outils_etats import CASES, etats
from tests.outils_pages import Element, having, read, source

ROOT = Path(__file__).parents[2]
MODULE = ROOT / "macros" / "theme" / "assets" / "javascripts" / "etat.mjs"
IN_FORMS = ROOT / "forms" / "page" / "certification-state.mjs"
DEAD = ("charge-de-clientele", "cqp-relation-commerciale-a-distance", "cqp-vendeur-conseil-a-distance-2018")
# Those after which Repère alone places one that is not over.
PLACED = DEAD[1:]
LIVING = "cqp-vendeur-conseil-a-distance"
# Those of the published certifications that are over whatever the day of the build.
CLOSED_TONES = [state.replace("_", "-") for state in CLOSED]
FORMS = ("auto_positionnement", "livret_de_reperage")


def node(script: str) -> Any:
    """Run a script that imports the browser's module, and return the JSON that it prints."""
    command = [shutil.which("node") or "node", "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_the_browser_decides_as_python_does() -> None:
    """The same bounds and the same day give the same answer in both languages."""
    days = ("2012-12-08", "2012-12-09", "2017-12-09", "2017-12-10")
    table = [
        (day, p.du, p.au) for day in days for p in (Etat("x", du=du, au=au) for du in (None, *days) for au in days)
    ]
    rows = json.dumps(table)
    script = f"import {{ holds }} from {json.dumps(MODULE.as_uri())};"
    script += f"console.log(JSON.stringify({rows}.map(([d, a, b]) => holds(d, a ?? undefined, b ?? undefined))))"
    assert node(script) == [Etat("x", du=du, au=au).holds(day) for day, du, au in table]


def test_the_forms_in_the_browser_are_held_to_the_same_table() -> None:
    """For each case of the table, the state that a file would say is the one of the table, sentence included."""
    rows = [(etat_certification.to_json(phrases_etat.carried(etats(name))), jour) for name, jour, *_ in CASES]
    script = f"import {{ stateOn }} from {json.dumps(IN_FORMS.as_uri())};"
    script += f"console.log(JSON.stringify({json.dumps(rows)}.map(([etats, jour]) => stateOn(etats, jour))))"
    found = node(script)
    assert [(one["etat"], one["jour"]) for one in found] == [(etat, jour) for _, jour, etat, *_ in CASES]
    assert [one["phrase"] for one in found] == [phrases_etat.text(on(etats(name), jour)) for name, jour, *_ in CASES]


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Europe/Paris", "Pacific/Pago_Pago"])
def test_the_day_is_the_one_of_the_reader(zone: str) -> None:
    """Just before and just after midnight, wherever one is, the day is that of the reader's calendar."""
    script = f"process.env.TZ = {json.dumps(zone)};"
    script += f"const {{ localDay }} = await import({json.dumps(MODULE.as_uri())});"
    script += "console.log(JSON.stringify([localDay(new Date(2024, 0, 4, 23, 59)), localDay(new Date(2024, 0, 5))]))"
    assert node(script) == ["2024-01-04", "2024-01-05"]


def shown(elements: list[Element]) -> list[Element]:
    """Return those that the day of the build leaves on the page."""
    return [element for element in elements if "hidden" not in element.attributes]


def of(kind: str, slug: str, attribute: str) -> list[Element]:
    """Return the elements of a page that have an attribute."""
    return [element for element in read(source(kind, load(), slug)).elements if attribute in element.attributes]


@pytest.mark.parametrize("kind", ["fiche", "referentiel", "evaluations", "reglement", "auto_positionnement"])
def test_every_page_of_a_certification_carries_every_state(kind: str) -> None:
    """The head shows one banner, holds the others hidden, and each has the bounds of its state; on a form, some are for paper."""
    for slug in having(kind):
        certification = load().certification(slug)
        head = of(kind, certification.slug, "data-ton")
        wanted = [(p.etat.replace("_", "-"), p.du, p.au) for p in certification.etats]
        bounds = ("data-ton", "data-du", "data-au")
        assert [tuple(element.attributes.get(name) for name in bounds) for element in head] == wanted
        assert len(shown(head)) == 1


def test_a_replaced_certification_links_to_the_one_that_follows_and_says_that_it_is_dead_too() -> None:
    """« Remplacée par », with the link and the state of the successor; what Repère infers is told as such."""
    reading = read(source("reglement", load(), "cqp-relation-commerciale-a-distance"))
    (banner,) = shown([e for e in reading.elements if "data-ton" in e.attributes])
    assert "Remplacée par" in banner.text
    assert typeset("elle-même expirée depuis le 5 janvier 2024") in banner.text
    assert reading.all("a", href="../../../certifications/cqp-vendeur-conseil-a-distance-2018/")
    (banner,) = shown(of("fiche", "cqp-vendeur-conseil-a-distance-2018", "data-ton"))
    assert "Repère place à sa suite" in banner.text
    assert "Remplacée par" not in banner.text


@pytest.mark.parametrize("slug", DEAD)
def test_no_route_of_a_dead_certification_is_called_open(slug: str) -> None:
    """The routes that the source calls open « étaient » until the last day, those alike together; no green label is left."""
    reading = read(source("fiche", load(), slug))
    labels = shown([e for e in reading.elements if e.attributes.get("class") == "r-etiquette"])
    words = [label.text for label in labels]
    open_routes = [some for some in routes(load().certification(slug).identite.voies_acces) if some[0].ouverte]
    assert sum(word.startswith("Était ouverte jusqu’au") for word in words) == len(open_routes) > 0
    assert not {"Ouverte", "Accessible"} & set(words)
    assert not [label for label in labels if label.attributes.get("data-etat") == "fait"]


@pytest.mark.parametrize("slug", DEAD)
def test_the_main_action_of_a_dead_certification_is_what_comes_next(slug: str) -> None:
    """None of ours has a successor that a document names: one goes to that which Repère places there, or to whom to ask."""
    reading = read(source("fiche", load(), slug))
    (actions,) = shown([e for e in reading.elements if (e.attributes.get("class") or "") == "r-actions"])
    placed = slug in PLACED
    assert actions.text.strip() == ("Voir sa suite, à vérifier" if placed else "À qui demander")
    (note,) = shown([e for e in reading.elements if "data-et-maintenant" in e.attributes])
    assert ("aucun document lu ne lui donne" if placed else "ne lui connaît pas") in note.text
    assert "de remplaçante en vigueur" in note.text
    assert placed == (f'href="../../certifications/{LIVING}/"' in source("fiche", load(), slug).split("<h2", 1)[0])


@pytest.mark.parametrize("slug", DEAD)
def test_every_page_of_a_dead_certification_leads_to_what_one_can_do(slug: str) -> None:
    """Référentiel, règlement, forms: the banner of a closed state has a link to the fiche's next step; no other state has."""
    for kind in (one.macro for one in rubriques(load(), slug) if one.macro != "fiche"):
        text = source(kind, load(), slug)
        banners = {banner for banner in text.split("</p>") if "data-ton=" in banner}
        ways = {line for line in banners if f'certifications/{slug}/#et-maintenant"' in line}
        closed = {line for line in banners if any(f'data-ton="{tone}"' in line for tone in CLOSED_TONES)}
        assert ways == closed != set()
    assert read(source("fiche", load(), slug)).all("h2", id="et-maintenant")


@pytest.mark.parametrize("slug", DEAD)
def test_who_had_begun_is_told_what_the_law_keeps(slug: str) -> None:
    """Where one does not enrol any more, and there only: the right, its text, and the day on which it was read."""
    notes = of("fiche", slug, "data-et-maintenant")
    assert notes
    for note in notes:
        assert "Votre formation a commencé" in note.text
        assert "Code du travail, L. 6113-9" in note.text
        assert "Vérifié le 20 août 2026" in note.text
    assert "6113-9" not in source("fiche", load(), "cqp-vendeur-conseil-a-distance")


def test_the_list_of_comparisons_says_the_state_of_both() -> None:
    """Beside each pair, each by its name, one state shown of those that it goes through."""
    collection = load()
    lines = ["<li" + line.partition("</li>")[0] for line in source("comparer", collection, "").split("<li")]
    for paire in pairs(collection):
        (line,) = [one for one in lines if f'comparer/{paire.adresse}/"' in one]
        for certification, name in zip((paire.ancienne, paire.nouvelle), paire.noms, strict=True):
            _, _, after = line.partition(f"<span>{typeset(name)}</span>")
            assert after.count("data-rang=") >= len(certification.etats)
        assert len(shown([e for e in read(line).elements if "data-rang" in e.attributes])) == len(paire.noms)


@pytest.mark.parametrize("surveyed", [True, False])
def test_a_successor_known_by_its_number_alone_is_where_one_is_sent(*, surveyed: bool) -> None:
    """A document names it: to its official fiche, with its state where a survey gives it; never « no successor »."""
    collection, slug = load(), "cqp-vendeur-conseil-a-distance-2018"
    ours = {one.slug: one.identite for one in collection.certifications}
    numbers = {identite.numero for identite in ours.values()}
    every = [voisine for releve in collection.voisines.values() for voisine in releve.certifications]
    number = next(one.numero_fiche for one in every if one.numero_fiche not in numbers) if surveyed else "RNCP1"
    dead = collection.certification(slug)
    source_of = dead.identite.successeurs[0].source
    suite = AutreCertification(source_of, "Suite", numero_fiche=number, origine="document")
    ours[slug] = replace(dead.identite, successeurs=(suite,))
    told = [(one.numero_fiche, one.date_fin_enregistrement, Source("releve", "")) for one in every]
    known = listed({name: identite.vie for name, identite in ours.items()}, told)
    dead = replace(dead, identite=ours[slug], etats=states(slug, known, {"releve"}))
    others = [one for one in collection.certifications if one.slug != slug]
    text = source(
        "fiche", replace(collection, certifications=tuple(sorted((*others, dead), key=lambda one: one.slug))), slug
    )
    address = orientation.official(collection, number)
    first = next(part for part in re.sub(r"\s*\n\s*", " ", text).split("</p>") if "On ne s’y inscrit plus" in part)
    assert f'<a href="{address}" rel="external">Suite</a> ({number})' in first
    assert ("est en vigueur" in first and "date à recouper" in first) is surveyed
    assert ("Repère ne sait pas si elle est en vigueur" in first) is not surveyed
    assert "ne lui connaît pas de remplaçante en vigueur" not in first
    answers = re.sub(r"\s*\n\s*", " ", text.partition("</dl>")[0])
    assert (f'<a href="{address}" rel="external">Suite</a> ({number}) (date à recouper).' in answers) is surveyed
    actions = [
        part for part in text.split("</p>") if "r-actions" in part and f'<a class="r-bouton" href="{address}">' in part
    ]
    assert actions
    assert not any("Voir où j’en suis" in part for part in actions)


def test_where_a_living_successor_is_known_it_is_the_main_action() -> None:
    """On each day, what one does: begin, or go to the one in force at the end of the chain."""
    found = moments(etats("premiere"))
    assert [(moment.du, moment.close, [s.intitule for s in moment.vivantes]) for moment in found] == [
        (None, False, []),
        ("2015-01-01", True, ["Deuxième"]),
        ("2020-01-01", True, []),
        ("2020-06-01", True, ["Troisième"]),
        ("2027-01-01", True, []),
    ]


@pytest.mark.parametrize("slug", DEAD)
@pytest.mark.parametrize("kind", FORMS)
def test_no_form_of_a_dead_certification_is_silent(kind: str, slug: str) -> None:
    """One banner before the first question, and the state beside each result that the page can show or print."""
    if kind == "livret_de_reperage" and not load().certification(slug).composantes:
        return
    reading = read(source(kind, load(), slug))
    order = [e for e in reading.elements if "data-ton" in e.attributes or e.tag == "form"]
    assert order[0].attributes.get("data-ton")
    places = shown([e for e in reading.elements if "data-etat-certification" in e.attributes])
    # The result, which the comparison of two files takes it from, or the path.
    assert len(places) == 1
    for place in places:
        assert place.attributes["data-etat-certification"] in {"expiree", "remplacee"}


def test_lists_put_the_dead_after_the_living() -> None:
    """On any day, what one can still have comes first; the state of the day decides, not the name."""
    certifications = load().certifications
    for jour in ("2011-01-01", "2015-01-01", "2026-11-29"):
        closed = [on(one.etats, jour).close for one in ordered(certifications, jour)]
        assert closed == sorted(closed)
        # Of one state, what nobody has read comes last.
        places = [
            (ORDRE.index(on(one.etats, jour).etat), one.identite.importee) for one in ordered(certifications, jour)
        ]
        assert places == sorted(places)
    for kind in ("accueil", "liste_certifications"):
        cards = [e for e in read(source(kind, load(), "")).elements if "data-rang" in e.attributes]
        ranks = [int(card.attributes["data-rang"] or 0) for card in shown(cards)]
        assert ranks == sorted(ranks)
        assert len(ranks) == len(certifications)


def test_the_attributes_of_a_period_are_apart() -> None:
    """No attribute touches the one before: a parser that mends faults would hide it."""
    text = source("fiche", load(), "cqp-vendeur-conseil-a-distance-2018") + source("liste_certifications", load(), "")
    assert "data-periode" in text
    assert '"data-periode' not in text


def test_days_read_at_second_hand_are_doubtful_wherever_they_show() -> None:
    """On the card of a list, in the column of a table and in the states of the API; a machine's bare day is left out."""
    collection = load()
    titre, other = (collection.certification(slug) for slug in ("tp-conseiller-commercial", "charge-de-clientele"))
    items = [
        e.text for e in read(source("liste_certifications", collection, "")).all("li") if "data-genre" in e.attributes
    ]
    (card,) = [text for text in items if "RNCP37717" in text]
    assert "RNCP37717 à recouper" in card
    assert "En vigueur, date à recouper" in card
    carried, sure = (phrases_etat.carried(one.etats) for one in (titre, other))
    assert "date à recouper" in etat_certification.column(carried, "2027-01-01")[etat_certification.COLUMN]
    assert "à recouper" not in etat_certification.column(sure, "2019-01-01")[etat_certification.COLUMN]
    written = etat_certification.to_json(carried)
    assert etat_certification.from_json(written) == carried
    assert next(one for one in written if one["etat"] == "en_vigueur")["a_recouper"] is True
    assert not any("a_recouper" in one for one in etat_certification.to_json(sure))
    # One decision for all: the states, the tables and the machines ask the document.
    doubtful = {name for name, document in collection.documents.items() if document.second_hand}
    assert doubtful == collection.second_hand == {n for n, d in collection.documents.items() if d.confiance} != set()
    told = credential(titre, collection.documents, "../../")
    assert "expires" not in json.dumps(told)
    assert [one.get("description") for one in told["identifier"] if one["propertyID"] == "RNCP"] == [
        "Numéro à recouper."
    ]
    # The registration ends: who holds the certification keeps it.
    sure_told = credential(other, collection.documents, "../../")
    assert "expires" not in sure_told
    assert [one.get("expires") for one in sure_told["subjectOf"]] == ["2020-05-27", None]
