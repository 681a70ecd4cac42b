"""The page « Référentiel » shows every fact of referentiel.json and of composantes/, each under its own anchor."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from forms.socle.phrases import NBSP
from macros.names import anchor, section_of
from macros.pages.referentiel import counts
from macros.vues import correspondants, plan
from macros.vues.blocs import own_lines
from macros.vues.renvois import Renvois, ends_run
from referentials.load import load
from referentials.model import Endroit, Source, TexteSource
from tests.outils import MINIMALE, PUBLISHED, SLUG, places
from tests.outils_pages import Reading, having, read, source

SLUGS = having("referentiel")
TEXTS = ("intitule", "enonce", "enonce_candidat", "valeur", "indetermine")


def words(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(text.replace(NBSP, " ").replace("\u202f", " ").split())


@cache
def page(slug: str) -> Reading:
    """Return the page of a published certification, read."""
    return read(source("referentiel", load(), slug), cited=True)


@cache
def items(slug: str) -> dict[str, str]:
    """Return the text of each element of the page, by its code."""
    found = {e.attributes["data-item"]: words(e.text) for e in page(slug).elements if e.attributes.get("data-item")}
    return {code: text for code, text in found.items() if code}


def files(slug: str) -> dict[str, Any]:
    """Return the parsed files that the page is made of, by their path below the certification."""
    start = f"certifications/{slug}/"
    mine = {path.removeprefix(start): d for path, d in load().fichiers.items() if path.startswith(start)}
    return {name: d for name, d in mine.items() if name == "referentiel.json" or name.startswith("composantes/")}


def walk(node: Any, code: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object of a file with the code of the element that it is, or that it is said of."""
    if isinstance(node, dict) and "certification" not in node:
        code = node.get("code", code)
        yield code, node
        for value in node.values():
            yield from walk(value, code)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value, code)


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_of_the_data_is_inside_its_element(slug: str) -> None:
    """No text is lost nor strays: a savoir is inside its competence, a competence inside its component."""
    shown, whole = items(slug), words("".join(e.text for e in page(slug).elements if e.tag in {"section", "div", "dt"}))
    lost = []
    for file in files(slug).values():
        for code, node in walk(file):
            # The question of a competence, as a form asks it, is shown by the form alone.
            keys = [
                key
                for key in TEXTS
                if isinstance(node.get(key), str) and (key != "enonce_candidat" or "enonce" in node)
            ]
            for text in [*(node[key] for key in keys), *node.get("preuves", [])]:
                # What is said in the first person stands beside the criteria, inside the competence;
                # why a savoir-faire has no nature, once above those that share the reason.
                beside = {node.get("enonce_candidat"), *node.get("preuves", [])} | (
                    {node["indetermine"]} if "propose" in node else set()
                )
                place = shown[code] if code and text not in beside else ""
                if words(text) not in (place or whole):
                    lost.append((code, text))
    assert lost == []


def test_a_nature_that_the_source_does_not_say_is_marked_as_ours() -> None:
    """Where the lists of savoir-faire are not told apart, the reader sees it, the reason, and whose reading it is."""
    folds = [words(e.text) for e in page("tp-conseiller-commercial").all("details") if "data-pli" not in e.attributes]
    ours = [text for text in folds if "classement proposé par Repère" in text]
    theirs = [text for text in folds if text.startswith(("22 savoir-faire techniques", "10 savoirs"))]
    assert ours
    raisons = {
        savoir.classement.indetermine
        for competence in load().certification("tp-conseiller-commercial").all_competences()
        for savoir in competence.savoirs
        if savoir.classement
    }
    told = [words(raison) for raison in raisons]
    assert told
    assert all(any(raison in text for raison in told) for text in ours)
    assert theirs
    assert not any(raison in text for raison in told for text in theirs)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_element_is_inside_the_one_that_holds_it(slug: str) -> None:
    """In HTML as in the data: Markdown closed no list and no fold too early."""
    shown = items(slug)

    def check(node: Any, holder: str) -> Iterator[tuple[str, str]]:
        if isinstance(node, dict) and "certification" not in node:
            code = node.get("code", holder)
            if "code" in node and holder and shown[code] not in shown[holder]:
                yield holder, code
            for value in node.values():
                yield from check(value, code)
        elif isinstance(node, list):
            for value in node:
                yield from check(value, holder)

    assert [pair for file in files(slug).values() for pair in check(file, "")] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_element_has_its_anchor_and_a_link_to_it(slug: str) -> None:
    """Component, activity, task, competence, part, criterion, savoir: an address that one can send."""
    reading = page(slug)
    identifiers = {e.attributes.get("id") for e in reading.elements}
    links = {e.attributes.get("href") for e in reading.all("a", **{"class": "r-ancre"})}
    codes = {node["code"] for file in files(slug).values() for _, node in walk(file) if "code" in node}
    assert codes
    assert {code for code in codes if anchor(code) not in identifiers} == set()
    # A heading of Markdown has its own permalink beside the code.
    assert {code for code in codes if f"#{anchor(code)}" not in links} == set()


@pytest.mark.parametrize("slug", SLUGS)
def test_every_source_is_cited_inside_its_element(slug: str) -> None:
    """The sign of its element, or of one that holds it, leads to the section of each statement."""
    shown, documents = items(slug), load().documents
    missing = []
    for file in files(slug).values():
        for code, node in walk(file):
            for place in places(node) if code else ():
                holders = [holder for holder, text in shown.items() if shown[code] in text]
                cited = section_of(documents, place["document"], place["section"])
                section = words(", ".join(filter(None, cited)))
                if not any(section in shown[holder] for holder in holders):
                    # Activities at the root have one sign, after the last of those that share their source.
                    missing.append((code, section))
    roots = {a["code"] for a in files(slug).get("referentiel.json", {}).get("activites", [])}
    assert [found for found in missing if found[0].split("-")[0] not in roots] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_links_between_elements_and_to_the_exams(slug: str) -> None:
    """Each transversal competence, each exam and each criterion of another certification that the data name is a link."""
    hrefs = [e.attributes.get("href") or "" for e in page(slug).all("a")]
    wanted: list[str] = []
    for file in files(slug).values():
        for _, node in walk(file):
            named = node.get("competences_transversales", [])
            wanted += [f"#{anchor(code)}" for code in named if isinstance(code, str)]
            wanted += [f"../evaluations/#{anchor(code)}" for code in node.get("modalites_evaluation", [])]
            wanted += [
                f"../../../certifications/{link['certification']}/referentiel/#{anchor(link['code'])}"
                for link in node.get("rapprochements", [])
            ]
    assert [href for href in wanted if href not in hrefs] == []


def test_what_answers_in_another_version_is_a_link_both_ways() -> None:
    """A correspondance gives a link from the old competence to the new one, and back."""
    for table in load().correspondances.values():
        for lien in table.liens:
            for mine, theirs, slug, other in (
                (lien.ancien, lien.nouveau, table.ancienne, table.nouvelle),
                (lien.nouveau, lien.ancien, table.nouvelle, table.ancienne),
            ):
                hrefs = {e.attributes.get("href") for e in page(slug).all("a")} if mine else set()
                wanted = {f"../../../certifications/{other}/referentiel/#{anchor(code)}" for code in theirs}
                assert not mine or wanted <= hrefs


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("forme", [plan.LARGE, plan.ETROITE], ids=["large", "étroite"])
def test_the_map_has_every_component_and_competence_apart(slug: str, forme: plan.Forme) -> None:
    """A box each, none over another of its level nor out of the drawing, a point for each criterion."""
    certification = load().certification(slug)
    drawn = plan.plan(certification, forme)
    competences = [*certification.all_competences(), *certification.referentiel.competences_transversales]
    components = [c.code for root in certification.composantes for c in root.walk()]
    codes = {boite.code for boite in drawn.boites} - {plan.TRANSVERSAL}
    assert codes == {*components, *(c.code for c in competences)}
    points = {boite.code: len(boite.points) for boite in drawn.boites}
    assert all(points[c.code] == len(c.criteres) for c in competences)
    for boite in drawn.boites:
        assert boite.x >= 0
        assert boite.x + boite.largeur <= drawn.largeur
        assert boite.y + boite.hauteur <= drawn.hauteur
        assert all(boite.x < x < boite.x + boite.largeur for x, _ in boite.points)
    same = [(a, b) for a in drawn.boites for b in drawn.boites if a is not b and a.niveau == b.niveau]
    assert [(a.code, b.code) for a, b in same if a.y < b.y < a.y + a.hauteur and a.x == b.x] == []


@pytest.mark.parametrize(("text", "expected"), [("un deux", ("un deux", "")), ("", ("", ""))])
def test_a_title_has_as_many_lines_as_its_box(text: str, expected: tuple[str, ...]) -> None:
    """A short title leaves lines empty."""
    assert plan.lines(text, 200, 2) == expected


def test_a_long_title_says_that_it_goes_on() -> None:
    """What does not fit ends by « … »; nothing is longer than its box."""
    cut = plan.lines("mot " * 60, 200, 2)
    assert cut[1].endswith("…")
    assert all(len(line) <= 200 / plan.LETTER for line in cut)


def test_the_counts_are_those_of_the_data() -> None:
    """The summary counts components, competences and statements; what there is none of is not named."""
    assert counts(load(MINIMALE).certification(SLUG)) == [
        ("domaine", 2), ("unite", 2), ("competence", 3), ("critere", 5)
    ]  # fmt: skip


def test_a_list_inside_a_list_survives_markdown() -> None:
    """Inside an element that Markdown reads, a fold within a fold stays within it."""
    text = '<section data-item="X" markdown>\n\n<ul><li>un<ul><li>deux</li></ul></li><li>trois</li></ul>\n\n</section>'
    (outer, _) = read(own_lines(text)).all("ul")
    assert words(outer.text) == "un deux trois"


def test_what_has_the_same_words_elsewhere_does_not_repeat_them() -> None:
    """An identical element is a short link; its words are there for who does not see the heading above."""
    answers = [e for e in page(PUBLISHED).all("p", **{"class": "r-reponse"}) if "Déjà dans" in e.text]
    told = [
        r for found in correspondants.counterparts(load(), PUBLISHED).values() for r in found if r.nature == "identique"
    ]
    assert len(answers) == len(told) > 0
    assert {r.plus_ancienne for r in told} == {True}
    hidden = {words(e.text) for e in page(PUBLISHED).all("span", **{"class": "r-invisible"})}
    assert {f": {words(r.elements[0].texte)}" for r in told} <= hidden


def test_statements_of_one_source_have_one_sign_after_the_last() -> None:
    """Statements that follow each other with one source are one run; what comes back later is another."""
    one, two = (TexteSource(Source("d", section), valeur=section) for section in ("1", "2"))
    both = TexteSource(Source("d", "1", autres_endroits=(Endroit("d", "2", 4),)), valeur="both")
    items = [one, one, two, both, one]
    assert [ends_run(items, rank) for rank in range(5)] == [False, True, True, True, True]


def test_a_place_has_one_number_on_a_page() -> None:
    """Cited first, cited again, or as another place of a statement: the same number, listed once under its document."""
    renvois = Renvois()
    first, again = Source("a", "1", 3), Source("b", "2", autres_endroits=(Endroit("a", "1", 3), Endroit("a", "1", 4)))
    assert [renvois.of(first), renvois.of(again), renvois.of(first)] == [[1], [2, 1, 3], [1]]
    assert renvois.documents == ["a", "b"]
    assert [(rank, place.page) for rank, place in renvois.within("a")] == [(1, 3), (3, 4)]
    assert len(renvois) == 3


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("kind", ["fiche", "referentiel", "evaluations", "reglement", "cahier_des_charges"])
def test_each_sign_of_a_source_leads_to_a_place_that_the_page_lists(kind: str, slug: str) -> None:
    """No sign leads nowhere, no place is listed that no statement comes from, no source is a disclosure of its own."""
    try:
        reading = read(source(kind, load(), slug))
    except KeyError:
        return
    signs = {str(e.attributes["href"])[1:] for e in reading.all("a") if "#source-" in str(e.attributes.get("href"))}
    listed = [str(e.attributes["id"]) for e in reading.all("li") if str(e.attributes.get("id")).startswith("source-")]
    assert signs == {*listed}
    assert len(listed) == len(signs)
    assert reading.all("h2", id="sources")
    assert reading.all("details", **{"class": "r-source"}) == []
