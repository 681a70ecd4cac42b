"""Règlement, cahier des charges, discordances, glossaire: nothing of the data is lost, and filters tell the truth."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from forms.socle.phrases import NBSP
from macros.pages import glossaire
from macros.pages.commun import Contexte
from macros.vues import exigences
from referentials.load import load
from referentials.model_certification import Certification
from tests.outils import PUBLISHED
from tests.outils_pages import ASSETS, CERTIFICATION_KINDS, Reading, pages, read

COLLECTION = load()
WITH_CAHIER = [certification for certification in COLLECTION.certifications if certification.cahier_des_charges]
# Keys whose text is not shown as it is: codes, closed lists in words, what a source points to.
READINGS = {one.code: one for some in COLLECTION.discordances.values() for one in some}
NOT_TEXT = {
    "discordances",
    "lecture",
    "cotes",
    "code",
    "acteur",
    "moment",
    "force",
    "nature",
    "unite",
    # Codes of events: their words are « evenement » and « objet ».
    *("depuis", "acte", "suivie_de"),
    "comparaison",
    "sens",
    "volet",
    "famille",
    "element",
}
NOT_TEXT |= {"source", "voies", "composantes", "demandeurs", "offres", "regles", "remplisseurs", "destinataires"}
NOT_TEXT |= {"fournisseur", "referent", "cas", "fonctions", "rubrique", "rubriques"}
# Shown by the form alone: its choices, whom it compares; and what links, or who proposes, is said in words.
NOT_TEXT |= {"parmi", "reponse", "autres", "meme_document", "origine", "retrait"}


def certification_page(kind: str, slug: str) -> Reading:
    """Return a page of a certification, read."""
    racine = CERTIFICATION_KINDS.get(kind, "../../../")
    return read(pages.CERTIFICATION[kind](COLLECTION, slug, Contexte(racine, lambda _: ASSETS)))


def site_page(kind: str) -> Reading:
    """Return a page of the site, read."""
    return read(pages.SITE[kind](COLLECTION, Contexte("../", lambda _: ASSETS)))


def plain(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(text.replace(NBSP, " ").replace("\u202f", " ").split())


def texts(node: Any) -> Iterator[str]:
    """Yield every text and every number of a document that a reader must find on its page."""
    if isinstance(node, dict):
        for code in node.get("discordances", ()):
            # A reading is said beside what it decided, in the words of its discrepancy.
            yield plain(READINGS[code].intitule)
            yield plain(READINGS[code].affiche)
        # « moment » is a closed list for a rule, a sentence for a tool.
        kept = [v for k, v in node.items() if k not in NOT_TEXT or (k == "moment" and "remplisseurs" in node)]
        for value in kept:
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)
    elif isinstance(node, str | int) and not isinstance(node, bool):
        yield plain(str(node))


def by_id(reading: Reading) -> dict[str, str]:
    """Return the text of each element that has an identifier."""
    return {e.attributes["id"] or "": plain(e.text) for e in reading.elements if e.attributes.get("id")}


def missing(reading: Reading, elements: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Return what the data say of each element that its own place on the page does not."""
    shown = by_id(reading)
    return [
        (element["code"], text)
        for element in elements
        for text in texts(element)
        if text not in shown[f"c-{element['code'].lower()}"]
    ]


@pytest.mark.parametrize("certification", [c for c in COLLECTION.certifications if c.regles], ids=lambda c: str(c.slug))
def test_every_fact_of_the_rules_is_under_the_anchor_of_its_rule(certification: Certification) -> None:
    """Statement, figure, event, object: each is shown in the very place that the rule's address leads to."""
    regles = COLLECTION.fichiers[f"certifications/{certification.slug}/regles.json"]
    assert missing(certification_page("reglement", certification.slug), regles) == []


@pytest.mark.parametrize("certification", WITH_CAHIER, ids=lambda c: str(c.slug))
def test_every_fact_of_the_cahier_des_charges_is_under_its_anchor(certification: Certification) -> None:
    """Missions, pieces with their checks, functions, controls, tools; the rules that they name are links."""
    slug = certification.slug
    cahier = COLLECTION.fichiers[f"certifications/{slug}/cahier-des-charges.json"]
    reading = certification_page("cahier_des_charges", slug)
    elements = [element for group in cahier.values() if isinstance(group, list) for element in group]
    assert missing(reading, elements) == []
    everything = plain("".join(e.text for e in reading.all("p")))
    assert [text for text in texts(cahier["envoi"]) if text not in everything] == []
    functions = {function["code"]: function["intitule"] for function in cahier["fonctions"]}
    assert functions.get(cahier["envoi"].get("referent"), "").lower() in everything.lower()
    linked = {a.attributes["href"] for a in reading.all("a")}
    named = {code for element in elements for code in element.get("regles", [])}
    assert {f"../reglement/#c-{code.lower()}" for code in named} <= linked


def test_the_counts_of_the_filters_are_those_of_the_list() -> None:
    """Each choice announces as many rules as it leaves: those that name it, and those that name no route."""
    reading = certification_page("reglement", PUBLISHED)
    rules = reading.all("li", **{"data-filtrable": "regle"})
    assert len(rules) == len(COLLECTION.certification(PUBLISHED).regles)
    for name, options in exigences.rule_filters(COLLECTION.certification(PUBLISHED)).items():
        for code, count in options:
            values = [rule.attributes.get(f"data-{name}") for rule in rules]
            assert sum(value is None or code in value.split() for value in values) == count, (name, code)
            assert len(reading.all("input", name=name, value=code)) == 1


def test_rules_are_numbered_in_the_order_in_which_they_are_read() -> None:
    """From one to the last, without a gap, through moments and actors."""
    moments = exigences.moments(COLLECTION.certification(PUBLISHED).regles)
    numbers = [rule.numero for moment in moments for _, rules in moment.groupes for rule in rules]
    assert numbers == list(range(1, len(COLLECTION.certification(PUBLISHED).regles) + 1))


def test_a_single_choice_is_no_choice() -> None:
    """A filter with one choice would filter nothing: it is not offered; what nobody has is not either."""
    assert exigences.counted(["a", "b"], [["a"], ["a"]]) == []
    assert exigences.counted(["b", "a", "c"], [["a"], ["a", "b"]]) == [("b", 1), ("a", 2)]


def test_every_discrepancy_is_shown_once_with_all_that_it_says() -> None:
    """Values, and what is shown meanwhile, under the anchor of the discrepancy."""
    files = [file for name, file in COLLECTION.fichiers.items() if name.startswith("discordances/")]
    entries = [entry for file in files for entry in file]
    reading = site_page("discordances")
    told = [{k: v for k, v in entry.items() if k != "certifications"} for entry in entries]
    assert missing(reading, told) == []
    assert len(reading.all("li", **{"data-filtrable": "discordance"})) == len(entries)


def test_every_term_is_in_the_glossary_in_the_order_of_the_alphabet() -> None:
    """Accents and capitals do not move a term; each definition is under its own anchor."""
    terms = glossaire.terms(COLLECTION)
    shown = by_id(site_page("glossaire"))
    assert [term.rang for term in terms] == sorted(term.rang for term in terms)
    assert [t.ancre for t in terms if plain(t.definition) not in shown[t.ancre]] == []
    stated = [e for name, file in COLLECTION.fichiers.items() if name.endswith("/glossaire.json") for e in file]
    assert len([term for term in terms if term.certification]) == len(stated)


@pytest.mark.parametrize("kind", ["fiche", "reglement"])
def test_a_page_links_to_the_discrepancies_of_its_certification(kind: str) -> None:
    """The link announces as many discrepancies as the page that it opens leaves for that certification."""
    listed = site_page("discordances").all("li", **{"data-filtrable": "discordance"})
    about = [entry for entry in listed if PUBLISHED in (entry.attributes["data-certification"] or "").split()]
    links = [
        a for a in certification_page(kind, PUBLISHED).all("a") if "discordances/?" in (a.attributes["href"] or "")
    ]
    assert [(a.attributes["href"] or "").rpartition("=")[2] for a in links] == [PUBLISHED]
    assert plain(links[0].text) == f"{len(about)} points où les documents se contredisent ou laissent un doute"


@pytest.mark.parametrize("certification", WITH_CAHIER, ids=lambda c: str(c.slug))
def test_no_rule_is_lost_between_missions_and_reglement(certification: Certification) -> None:
    """The page of the cahier says how many rules no mission gathers, and leads to each of them."""
    cahier = certification.cahier_des_charges
    assert cahier
    gathered = {code for mission in cahier.missions for code in mission.regles}
    others = [regle for regle in certification.regles if regle.code not in gathered]
    assert exigences.outside_missions(certification.regles, cahier) == others
    reading = certification_page("cahier_des_charges", certification.slug)
    (note,) = [e for e in reading.all("div") if e.attributes.get("class") == "r-note"]
    total = len(certification.regles)
    assert f"{total - len(others)} des {total} règles" in plain(note.text)
    assert f"Les {len(others)} autres" in plain(note.text)
    linked = {a.attributes["href"] for a in reading.all("a")}
    assert {f"../reglement/#c-{regle.code.lower()}" for regle in certification.regles} <= linked
