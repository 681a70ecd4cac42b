"""The page « Évaluations » shows every fact of evaluations.json, and draws durations to scale."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from forms.socle.phrases import NBSP, typeset
from macros.names import anchor, section_of
from macros.pages.commun import names
from macros.pages.evaluations import headings, said_once, shared, success
from macros.vues.chronologie import UNDECIDED, Groupe, groups, timeline
from macros.vues.matrice import matrix
from referentials.load import load
from tests.outils import CAS, FOLDER, MINIMALE, PUBLISHED, SLUG, edit, places, tree
from tests.outils_pages import Reading, having, read, source

SLUGS = having("evaluations")
TEXTS = ("intitule", "intitule_court", "description", "role", "indetermine", "enonce", "valeur", "equipement")
TEXTS += ("observation",)
NUMBERS = ("nombre", "nombre_min", "nombre_max", "candidats_par_ressource")


def words(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(text.replace(NBSP, " ").replace("\u202f", " ").split())


@cache
def page(slug: str) -> Reading:
    """Return the page of a published certification, read."""
    return read(source("evaluations", load(), slug), cited=True)


@cache
def items(slug: str) -> dict[str, str]:
    """Return the text of each element of the page, by its code."""
    return {str(e.attributes["data-item"]): words(e.text) for e in page(slug).elements if "data-item" in e.attributes}


@cache
def once(slug: str) -> str:
    """Return what the page says once for all of its exams, in small letters."""
    return words(" ".join(e.text for e in page(slug).all("ul") if "data-dites-une-fois" in e.attributes)).lower()


def walk(node: Any, code: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each object of the file with the code of the element that it is, or that it is said of."""
    if isinstance(node, dict):
        code = node.get("code", code)
        yield code, node
        for value in node.values():
            yield from walk(value, code)
    elif isinstance(node, list):
        for value in node:
            yield from walk(value, code)


def facts(slug: str) -> list[tuple[str, dict[str, Any]]]:
    """Return the objects of evaluations.json."""
    return list(walk(load().fichiers[f"certifications/{slug}/evaluations.json"]))


def in_words(minutes: int) -> str:
    """Return a duration as the page writes it: 105 → 1 h 45."""
    hours, rest = divmod(minutes, 60)
    return f"{minutes} min" if not hours else f"{hours} h" + (f" {rest:02d}" if rest else "")


@pytest.mark.parametrize("slug", SLUGS)
def test_every_text_and_figure_is_inside_its_element(slug: str) -> None:
    """Titles, descriptions, parts played, reasons, rooms, slides, durations: all in their place, or said once for all."""
    shown, lost = items(slug), []
    for code, node in facts(slug):
        if not code:
            continue
        wanted = [words(node[key]) for key in TEXTS if isinstance(node.get(key), str)]
        wanted += [str(node[key]) for key in NUMBERS if key in node]
        wanted += [in_words(node[key]) for key in ("minutes", "minutes_min", "minutes_max") if key in node]
        wanted += ["environ"] if node.get("approximative") else []
        wanted += ["facultatif"] if node.get("facultative") else []
        wanted += ["préparation"] if node.get("preparation") else []
        wanted += ["Sous surveillance"] if node.get("surveillance") else []
        lost += [(code, text) for text in wanted if text not in shown[code] and text.lower() not in once(slug)]
    assert lost == []


@pytest.mark.parametrize("slug", SLUGS)
def test_who_is_there_and_by_which_route(slug: str) -> None:
    """Each person present, and each route of an exam or of a document, is named in its place, or once for all."""
    shown, lost = items(slug), []
    actors = {"candidat": "candidat", "jury": "jury", "evaluateur": "évaluateurs", "surveillant": "surveillant"}
    routes = {"vae": "VAE", "candidature_individuelle": "candidature individuelle"}
    routes |= {"formation_initiale": "formation initiale", "formation_continue": "formation continue"}
    for code, node in facts(slug):
        named = [actors.get(actor, actor) for actor in node.get("presents", [])]
        named += [routes.get(route, route) for route in node.get("voies", [])]
        lost += [(code, name) for name in named if name not in shown[code] and name.lower() not in once(slug)]
    assert lost == []


@pytest.mark.parametrize("slug", SLUGS)
def test_every_source_is_cited_inside_its_element(slug: str) -> None:
    """The sign of its element, or of the one that holds it, leads to each section where a statement stands."""
    shown, missing = items(slug), []
    for code, node in facts(slug):
        for place in places(node):
            section = words(", ".join(filter(None, section_of(load().documents, place["document"], place["section"]))))
            holders = [text for text in shown.values() if shown[code] in text]
            missing += [] if any(section in text for text in holders) else [(code, section)]
    assert missing == []


def test_a_number_of_slides_says_that_it_counts_slides() -> None:
    """Of the document and of each of its headings: minimum, maximum, and what is counted."""
    shown = items("tp-conseiller-commercial")
    assert "de 24 à 34 diapositives" in shown["TITRE-QP-D1"]
    assert shown["TITRE-QP-D1-R1"].startswith("De 4 à 6 diapositives : ")
    assert "Fiches techniques de produits ou de services, 5 fiches." in shown["TITRE-QP-D2"]


def test_the_other_places_of_a_statement_come_after_the_first() -> None:
    """Said for formation, then again for VAE: one sign leads to both, the place to read first before the other."""
    (first,) = (e for e in page(PUBLISHED).elements if e.attributes.get("data-item") == "EP2")
    signs = [words(e.text) for e in page(PUBLISHED).all("sup", **{"class": "r-source"}) if e.text in first.text]
    assert signs[0].count("Source : ") > 1
    assert 0 < signs[0].index("§ 3.4") < signs[0].index("§ 4.3")


@pytest.mark.parametrize("slug", SLUGS)
def test_codes_are_anchors_or_links(slug: str) -> None:
    """Each element has its anchor; each rule, competence, component and exam that it names is a link."""
    identifiers = {e.attributes.get("id") for e in page(slug).elements}
    hrefs = {e.attributes.get("href") for e in page(slug).all("a")}
    for code, node in facts(slug):
        assert not code or anchor(code) in identifiers
        wanted = {f"../reglement/#{anchor(rule)}" for rule in node.get("regles", [])}
        named = [*node.get("composantes", []), *node.get("competences", [])]
        named += [node["competence"]] if "competence" in node else []
        wanted |= {f"../referentiel/#{anchor(element)}" for element in named}
        if "equipement" in node:
            wanted |= {f"#{anchor(exam)}" for exam in node["epreuves"]}
        assert wanted <= hrefs


@pytest.mark.parametrize("slug", SLUGS)
def test_the_timeline_is_to_scale(slug: str) -> None:
    """Parts of an exam follow each other without gap nor overlap, and the width of each is its share of the whole."""
    for groupe in groups(load().certification(slug)):
        drawn = timeline(groupe)
        ends = []
        at = 0.0
        for ligne in drawn.lignes if drawn else ():
            at = at if drawn and drawn.suite else 0.0
            for segment in ligne.segments:
                assert segment.x == pytest.approx(at, abs=0.1)
                at = segment.x + segment.largeur
            ends.append(at)
        assert not ends or max(ends) == pytest.approx(100, abs=0.1)
        segments = [segment for ligne in drawn.lignes for segment in ligne.segments] if drawn else []
        fixed = [s for s in segments if s.genre == "fixe" and s.partie.duree.minutes]
        rates = {round(s.largeur / s.partie.duree.minutes, 2) for s in fixed if s.partie.duree.minutes}
        assert len(rates) <= 1


def test_exams_follow_each_other_only_in_a_sitting_whose_total_is_printed() -> None:
    """The title of 4 h: its exams follow.  Blocs evaluated apart: each exam starts from zero, and nothing is the total."""
    sittings = [g for g in groups(load().certification("tp-conseiller-commercial")) if g.session]
    assert sittings
    for groupe in sittings:
        drawn = timeline(groupe)
        assert drawn
        assert drawn.suite
        assert [ligne.x for ligne in drawn.lignes] == sorted({ligne.x for ligne in drawn.lignes})
    for slug in SLUGS:
        for groupe in groups(load().certification(slug)):
            drawn = timeline(groupe)
            assert not drawn or drawn.suite or {ligne.x for ligne in drawn.lignes} == {0}


def test_three_blocs_evaluated_apart_are_not_drawn_one_after_the_other(tmp_path: Path) -> None:
    """80, 90 and 70 minutes: the axis ends with the longest, 90, and the page says that nothing ties them."""
    collection = load(tree(CAS / "conformes" / "trois-blocs-evalues-a-part", tmp_path))
    (groupe,) = groups(collection.certification(SLUG))
    drawn = timeline(groupe)
    assert drawn
    assert [ligne.x for ligne in drawn.lignes] == [0, 0, 0]
    assert max(minutes for minutes, _ in drawn.reperes) <= 90
    assert "4 h" not in words(read(source("evaluations", collection, SLUG)).all("figure")[0].text)
    assert "Chaque épreuve est dessinée à part" in words(source("evaluations", collection, SLUG))


def test_no_axis_counts_minutes_that_nobody_fixed() -> None:
    """After « environ », a range or a time left open, no mark of the axis could be true: there is none."""
    for slug in SLUGS:
        for groupe in groups(load().certification(slug)):
            drawn = timeline(groupe)
            opened = drawn and any(s.genre != "fixe" for ligne in drawn.lignes for s in ligne.segments[:-1])
            assert not (drawn and opened and drawn.reperes)


def exam(tmp_path: Path, *durations: dict[str, Any]) -> Groupe:
    """Return the exams of the minimal certification, with other durations for the parts of the first."""

    def change(donnees: Any) -> None:
        for partie, duree in zip(donnees["epreuves"][0]["parties"], durations, strict=False):
            partie["duree"] = duree

    edit(tree(MINIMALE, tmp_path) / FOLDER / "evaluations.json", change)
    (groupe,) = groups(load(tmp_path).certification(SLUG))
    return groupe


def test_what_is_not_fixed_is_told_apart(tmp_path: Path) -> None:
    """Hatched: a part without duration, and what lies between the shortest and the longest."""
    drawn = timeline(exam(tmp_path, {"indetermine": "Rien n’est dit."}, {"minutes_min": 30, "minutes_max": 45}))
    assert drawn
    segments = drawn.lignes[0].segments
    assert [(s.genre, s.minutes) for s in segments] == [("non-fixee", None), ("fixe", 30), ("au-plus", 45)]
    assert [s.largeur for s in segments] == [
        pytest.approx(100 * part / (UNDECIDED + 45), abs=0.01) for part in (UNDECIDED, 30, 15)
    ]


def test_one_bound_only_is_a_duration(tmp_path: Path) -> None:
    """« Au moins » and « au plus » keep their word on the page, and are drawn without an end, or up to it."""
    groupe = exam(tmp_path, {"minutes_min": 60}, {"minutes_max": 20})
    drawn = timeline(groupe)
    assert drawn
    segments = drawn.lignes[0].segments
    assert [(s.genre, s.minutes) for s in segments] == [("fixe", 60), ("non-fixee", None), ("au-plus", 20)]
    text = words(source("evaluations", load(tmp_path), SLUG))
    assert "au moins 1 h<" in text
    assert "au plus 20 min<" in text


def test_without_any_duration_nothing_is_drawn(tmp_path: Path) -> None:
    """No scale, no drawing: the page says so instead."""
    undecided = {"indetermine": "Rien n’est dit."}
    assert timeline(exam(tmp_path, undecided, undecided)) is None
    text = source("evaluations", load(tmp_path), SLUG)
    assert "r-chrono" not in text
    assert text.count("rien n’est dit.") == 1


@pytest.mark.parametrize("slug", SLUGS)
def test_the_matrix_says_what_the_exams_name(slug: str) -> None:
    """« Oui » exactly where an exam names a competence or the component that holds it; a word in every cell."""
    certification = load().certification(slug)
    for groupe in groups(certification):
        table = matrix(certification, groupe.epreuves)
        named = any(epreuve.competences or epreuve.composantes for epreuve in groupe.epreuves)
        assert (table is not None) == named
        for epreuve in table.epreuves if table else ():
            inside = {
                c.code: {k.code for k in c.all_competences()} for r in certification.composantes for c in r.walk()
            }
            covered = {*epreuve.composantes, *epreuve.competences}.union(*(inside[c] for c in epreuve.composantes))
            for element in table.elements if table else ():
                mot = table.mots[epreuve.code, element.code] if table else ""
                assert mot == ("ensemble" if not covered else "oui" if element.code in covered else "non")


@pytest.mark.parametrize("slug", SLUGS)
def test_the_matrix_is_a_table_with_headers_and_words(slug: str) -> None:
    """Every header has its scope, every cell its word."""
    reading = page(slug)
    assert {e.attributes.get("scope") for e in reading.all("th")} <= {"col", "row"}
    cells = [e for e in reading.all("td") if "data-mot" in e.attributes]
    assert {words(e.text) for e in cells} <= {"Oui", "Non", "Ensemble"}
    assert cells


def test_thresholds_come_first() -> None:
    """What is needed to succeed opens the page, the thresholds before the parts to validate."""
    for slug in SLUGS:
        natures = [regle.parametres.nature for regle in success(load().certification(slug))]
        assert natures == sorted(natures, reverse=True)
        assert set(natures) <= {"seuil", "composantes_requises"}


@pytest.mark.parametrize(
    ("lists", "expected"),
    [([["A", "B"], ["B", "A"]], ["A", "B"]), ([["A", "B"], ["B"]], ["B"]), ([["A"]], []), ([], [])],
)
def test_rules_that_every_exam_names_are_told_once(lists: list[list[str]], expected: list[str]) -> None:
    """They are gathered; with one exam, its rules stay with it."""
    assert shared(lists) == expected


@pytest.mark.parametrize("slug", SLUGS)
def test_no_two_exams_of_a_session_have_one_heading(slug: str) -> None:
    """The table of contents tells them apart: by their short name, or by the component that they are about."""
    certification = load().certification(slug)
    for groupe in groups(certification):
        titles = list(headings(groupe.epreuves, names(certification)).values())
        assert len(set(titles)) == len(titles)
    shown = [words(heading.text) for heading in page(slug).all("h3")]
    expected = [t for g in groups(certification) for t in headings(g.epreuves, names(certification)).values()]
    assert [title for title in expected if words(title) not in shown] == []


def test_two_exams_of_one_name_are_told_apart_by_their_component() -> None:
    """Where the data give no short name, the heading adds the component."""
    (first, *_) = load().certification("charge-de-clientele").epreuves
    twins = (first, replace(first, code="X", composantes=("B2",)))
    assert headings(twins, {"B1": "Bloc 1", "B2": "Bloc 2"}) == {
        first.code: f"{first.intitule} (Bloc 1)",
        "X": f"{first.intitule} (Bloc 2)",
    }


def test_a_part_does_not_repeat_the_sources_of_its_whole() -> None:
    """A heading on the page of its document cites nothing more; one on the next page does."""
    sources = {
        e.attributes["data-item"]: words(e.text).count("Source :")
        for e in page("tp-conseiller-commercial").elements
        if str(e.attributes.get("data-item", "")).startswith("TITRE-QP-D1-R")
    }
    # The three on the next page follow each other: one sign, after the last.
    assert sources == {f"TITRE-QP-D1-R{rank}": int(rank > 4) for rank in range(1, 6)}


@pytest.mark.parametrize("slug", SLUGS)
def test_what_is_true_of_every_exam_is_said_once(slug: str) -> None:
    """The routes of all, the note that most parts share: before the exams, and at a row only where it differs."""
    one = load().certification(slug)
    text = re.sub(r"\s", " ", source("evaluations", load(), slug))
    dites = said_once(one)
    rows = text.partition('<section class="r-session"')[2]
    for note in dites.notes:
        assert typeset(note).replace("\u00a0", " ") not in rows
        assert text.count("Sauf mention contraire") == len(dites.notes)
    assert (">Voies</dt>" in rows) is not bool(dites.voies)
    assert "durée non fixée" not in rows or slug not in {"charge-de-clientele", "cqp-relation-commerciale-a-distance"}
