"""« Comparer »: what two certifications have in common, computed; and its pages on the published data."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from macros.comparaison.elements import elements
from macros.comparaison.faits import Ligne, counts, every_ecart, facts, opened_by_one, routes
from macros.comparaison.liens import groups
from macros.comparaison.paires import pair, pairs, suites, versions
from macros.comparaison.regles import NATURES, faces
from macros.pages import comparer
from macros.pages.commun import Contexte
from referentials.canonical import text_of
from referentials.check.run import run
from referentials.load import Collection, load
from referentials.model import TexteSource
from referentials.model_certification import Certification
from referentials.model_identite import Nomenclature, TexteLu
from tests.macros.test_pages import HOSTILE, words
from tests.outils import CAS, SLUG, edit, tree, typed
from tests.outils_pages import ASSETS, Element, Reading, read

SOURCE = {"document": "guide-de-la-ressourcerie", "section": "1"}
OTHER = "tp-valoriste"
ADRESSE = f"{SLUG}--{OTHER}"
CONTEXTE = Contexte("../../", lambda _: ASSETS)


def lien(code: str, nature: str, ancien: list[str], nouveau: list[str], **more: str) -> dict[str, Any]:
    """Return a link as the data write it."""
    base = {"code": code, "ancien": ancien, "nouveau": nouveau, "nature": nature}
    return {**base, "origine": "repere", "source": SOURCE, **more}


def paired(root: Path, *liens: dict[str, Any]) -> Collection:
    """Return the tree of two certifications, face to face by these links."""
    tree(CAS / "conformes" / "deux-certifications-qui-se-repondent", root)
    (root / "correspondances").mkdir()
    table = {"ancienne": SLUG, "nouvelle": OTHER, "liens": list(liens)}
    (root / "correspondances" / f"{ADRESSE}.json").write_text(text_of(table, "correspondances"), "utf-8")
    return load(root)


def page(collection: Collection) -> Reading:
    """Return the page of the pair, read."""
    return read(comparer.render_pair(collection, ADRESSE, CONTEXTE))


def side(collection: Collection, certification: Certification) -> dict[str, Element]:
    """Return the rows of one side of a comparison that has no page, by the name of their cell."""
    rows = read(comparer.render_side(collection, certification, "../")).all("tr")
    return {row.attributes["data-case"] or "": row for row in rows}


def codes(collection: Collection) -> tuple[list[str], list[str]]:
    """Return the competences of both certifications."""
    old, new = (collection.certification(slug) for slug in (SLUG, OTHER))
    return [c.code for c in old.all_competences()], [c.code for c in new.all_competences()]


@pytest.fixture
def linked(tmp_path: Path) -> Collection:
    """Return a pair where one competence stays, one is new and one has gone."""
    (old, *_), (new, *_) = codes(paired(tmp_path / "a", lien("L-1", "nouvelle", [], ["D1"])))
    return paired(
        tmp_path / "b",
        lien("L-1", "identique", [old], [new], remarque="Mot pour mot."),
        lien("L-2", "nouvelle", [], ["D1"]),
        lien("L-3", "disparue", ["D1"], []),
    )


def test_links_are_sorted_into_what_stays_what_comes_and_what_goes(linked: Collection) -> None:
    """Each link goes to one list of its group, and the count of each nature follows."""
    found = pair(linked, ADRESSE)
    (structure,) = groups(found.liens, elements(found.ancienne), elements(found.nouvelle))
    assert [[r.lien.code for r in part] for part in (structure.communs, structure.nouveaux, structure.disparus)] == [
        ["L-1"],
        ["L-2"],
        ["L-3"],
    ]
    assert structure.bilan == [("identique", 1), ("nouvelle", 1), ("disparue", 1)]


def test_what_no_link_cites_is_said_to_be_so(linked: Collection) -> None:
    """A component or a competence that no link cites is listed apart, on its own side, and nothing else is."""
    found = pair(linked, ADRESSE)
    (structure,) = groups(found.liens, elements(found.ancienne), elements(found.nouvelle))
    (old, *_), (new, *_) = codes(linked)
    for rest, cited, certification in (
        (structure.sans_lien_ancien, {old, "D1"}, found.ancienne),
        (structure.sans_lien_nouveau, {new, "D1"}, found.nouvelle),
    ):
        kinds = {"composante", "competence", "sous_competence"}
        expected = [e.code for e in elements(certification).values() if e.genre in kinds and e.code not in cited]
        assert [element.code for element in rest] == expected


def test_the_page_shows_each_link_with_its_word_and_its_remark(linked: Collection) -> None:
    """Sign, word and remark stand in the row of the link; what comes and what goes have their sections."""
    text = words("".join(element.text for element in page(linked).all("table")))
    assert "= Identique" in text
    assert "Mot pour mot." in text
    found = {heading.attributes.get("id") for heading in page(linked).all("h3")}
    assert {"correspondances-structure", "nouveau-structure", "disparu-structure"} <= found


def test_a_law_is_shown_whole_where_a_statement_cites_it(tmp_path: Path) -> None:
    """« La loi n° 2020-105 » alone says nothing: its whole title stands beside the statement, face to face too."""
    title = "Loi n° 2020-105 relative à la lutte contre le gaspillage"
    savoir = {
        "code": "D2-S1",
        "enonce": "Ce que prévoit la loi n° 2020-105.",
        "textes": [{"intitule": title}],
        "nature": "savoir",
        "source": SOURCE,
    }
    paired(tmp_path / "a", lien("L-1", "disparue", ["D2-S1"], []))
    file = f"certifications/{SLUG}/composantes/D2.json"
    edit(tmp_path / "a" / file, lambda found: found["competences"][0].update(savoirs=[savoir]))
    cited = page(load(Path(shutil.copytree(tmp_path / "a", tmp_path / "b")))).all("cite")
    # After it, the documents that the page itself cites.
    assert [words(one.text) for one in cited][:-1] == [words(title)]


def test_a_difference_of_identity_is_named(tmp_path: Path) -> None:
    """Same value: « pareil »; two values: « different »; a value not decided: « indetermine »; none: « absent »."""
    collection = paired(tmp_path, lien("L-1", "nouvelle", [], ["D1"]))
    old = collection.certification(SLUG)

    def ecart(cle: str, **changed: Any) -> list[str]:
        new = replace(old, identite=replace(old.identite, **changed))
        return [ligne.ecart for ligne in facts(old, new) if ligne.cle == cle]

    assert ecart("intitule") == ["pareil"]
    assert ecart("intitule", intitule="Autre") == ["different"]
    assert ecart("numero", numero_fiche=typed(TexteSource, {"indetermine": "On ne sait.", "source": SOURCE})) == [
        "indetermine"
    ]
    assert ecart("rome", rome=(typed(Nomenclature, {"code": "K2304", "source": SOURCE}),)) == ["absent"]


def test_a_heading_left_empty_or_answered_by_none_is_told_apart() -> None:
    """« Sans objet » is an answer, an empty heading is none: each is shown in its words, not as « not cited »."""
    one = load().certifications[0]

    def line(old: dict[str, str] | None, new: dict[str, str] | None) -> Ligne:
        sides = [
            replace(one, identite=replace(one.identite, validite_composantes=side and typed(TexteLu, side)))
            for side in (old, new)
        ]
        (found,) = (ligne for ligne in facts(sides[0], sides[1]) if ligne.cle == "validite")
        return found

    valeur = {"valeur": "Cinq ans.", "source": SOURCE}
    vide, sans = (
        {"absence": kind, "rubrique": "Validité", "source": SOURCE} for kind in ("rubrique_vide", "sans_objet")
    )
    assert [line(*sides).ecart for sides in ((valeur, sans), (valeur, vide), (sans, sans), (vide, vide))] == [
        "different",
        "absent",
        "pareil",
        "pareil",
    ]
    # Nobody says anything, and not in the same way: one prints the heading, the other has none.
    assert [line(*sides).ecart for sides in ((vide, None), (None, vide))] == ["aucun", "aucun"]
    assert [side.absence for side in (line(sans, vide).ancien, line(sans, vide).nouveau)] == [
        "sans_objet",
        "rubrique_vide",
    ]


def test_what_is_read_at_second_hand_says_so_face_to_face() -> None:
    """The number and the last day of a registration, where no document that we read gives them."""
    collection = load()
    titre, other = (collection.certification(slug) for slug in ("tp-conseiller-commercial", "charge-de-clientele"))
    lignes = {ligne.cle: ligne for ligne in facts(titre, other, collection.second_hand)}
    doubtful = {cle: ligne.ancien.a_recouper for cle, ligne in lignes.items() if ligne.ancien.a_recouper}
    assert doubtful == {"numero": {"RNCP37717"}, "fin": set(lignes["fin"].ancien.valeurs)}
    assert not any(ligne.nouveau.a_recouper for ligne in lignes.values())
    adresse = next(paire.adresse for paire in pairs(collection) if titre in (paire.ancienne, paire.nouvelle))
    shown = read(comparer.render_pair(collection, adresse, CONTEXTE))
    cells = [e.text for e in shown.all("td") if "à recouper" in e.text]
    # The two facts; beside them the state and the routes, which say it in their own words.
    assert len([text for text in cells if "(date à recouper)" not in text and "Enregistrée" not in text]) == 2
    routes = [voie for voie in titre.identite.voies_acces if voie.ouverte]
    assert len([text for text in cells if "Était ouverte jusqu’au" in text]) == len(routes)


def test_a_route_that_one_opens_is_told_apart() -> None:
    """Open on one side only: told; « not decided » and « not cited » are not « closed », and neither is open."""
    voies = [
        ("vae", "ouverte", "ouverte"),
        ("formation", "ouverte", "indetermine"),
        ("apprentissage", "absente", "ouverte"),
    ]
    assert opened_by_one(voies) == (["formation"], ["apprentissage"])


def test_texts_of_the_data_cannot_become_code_on_the_page_of_a_pair(linked: Collection, tmp_path: Path) -> None:
    """Signs of HTML in a remark and in a title are shown, and add no element to the page."""
    assert pairs(linked)
    root = tmp_path / "b"

    def spoil(remark: str, title: str) -> Reading:
        edit(root / "correspondances" / f"{ADRESSE}.json", lambda d: d["liens"][0].update(remarque=remark))
        edit(root / f"certifications/{OTHER}/certification.json", lambda d: d.update(intitule_court=title))
        load.cache_clear()
        return page(load(root))

    plain, hostile = spoil("Mot.", "Titre"), spoil("Mot." + HOSTILE, "Titre" + HOSTILE)
    assert [e.tag for e in hostile.elements] == [e.tag for e in plain.elements]
    assert "<script>alert(1)</script>" in "".join(e.text for e in hostile.all("table"))


def test_the_tree_of_these_tests_is_valid(linked: Collection, tmp_path: Path) -> None:
    """The checker accepts the pair that these tests are about."""
    assert pairs(linked)
    assert run(tmp_path / "b") == []


@pytest.mark.parametrize("found", pairs(load()), ids=lambda found: found.adresse)
class TestPublished:
    """What holds of each pair of the published data."""

    def test_every_link_is_on_its_page(self, found: Any) -> None:
        """No link of the file is lost on the way."""
        every = groups(found.liens, elements(found.ancienne), elements(found.nouvelle))
        shown = [r.lien.code for g in every for r in (*g.communs, *g.nouveaux, *g.disparus)]
        assert sorted(shown) == sorted(lien.code for lien in found.liens)
        for group in every:
            assert sorted((*group.changes, *group.identiques), key=group.communs.index) == list(group.communs)
            assert {r.lien.nature for r in group.identiques} <= {"identique"}

    def test_every_rule_with_a_figure_is_on_its_page(self, found: Any) -> None:
        """Both sides: each rule that has a parameter has its link, under its nature."""
        shown = {regle.code for face in faces(found.ancienne, found.nouvelle) for regle in face.nouvelles}
        assert shown == {r.code for r in found.nouvelle.regles if r.parametres.nature in NATURES}
        hrefs = {a.attributes["href"] for a in read(comparer.render_pair(load(), found.adresse, CONTEXTE)).all("a")}
        for certification in (found.ancienne, found.nouvelle):
            for regle in certification.regles:
                place = f"../../certifications/{certification.slug}/reglement/#c-{regle.code.lower()}"
                assert (place in hrefs) == (regle.parametres.nature != "constat")

    def test_counts_are_those_of_the_data(self, found: Any) -> None:
        """Competences are counted as the model counts them, and every route of both has its row."""
        competences = [
            (old, new) for nature, old, new in counts(found.ancienne, found.nouvelle) if nature == "competence"
        ]
        assert competences == [tuple(len(list(c.all_competences())) for c in (found.ancienne, found.nouvelle))]
        cited = {voie.voie for c in (found.ancienne, found.nouvelle) for voie in c.identite.voies_acces}
        assert {voie for voie, _, _ in routes(found.ancienne, found.nouvelle)} == cited


def test_the_list_leads_to_every_pair_and_every_earlier_version() -> None:
    """/comparer/ has a link to each page of a pair, and the rows of each earlier version of a title."""
    reading = read(comparer.render(load(), Contexte("../", lambda _: ASSETS)))
    hrefs = [a.attributes.get("href") for a in reading.all("a")]
    assert [h for h in hrefs if h and "--" in h] == [f"../comparer/{found.adresse}/" for found in pairs(load())]
    text = words("".join(table.text for table in reading.all("table")))
    rows = [words(ancien) for version in versions(load()) for ancien, _ in version.lignes]
    assert rows
    assert [row for row in rows if row not in text] == []


def test_only_what_the_data_tie_has_a_page(tmp_path: Path) -> None:
    """A file of correspondances, a criterion close to one of the other's, or a page published before: nothing else."""
    every = pairs(load())
    suites = [paire for paire in every if paire.suite]
    assert every[: len(suites)] == suites
    assert [pair(load(), found.adresse) for found in every] == every
    case = CAS / "conformes" / "deux-certifications-qui-se-repondent"
    tied = f"certifications/{SLUG}/composantes/D2.json"

    def addresses(name: str, *, keep_links: bool, kept: list[dict[str, str]]) -> list[str]:
        root = tree(case, tmp_path / name)
        for path in (root / "certifications").rglob("composantes/*.json") if not keep_links else ():
            edit(
                path,
                lambda d: [
                    k.pop("rapprochements", None) for c in d.get("competences", ()) for k in c.get("criteres", ())
                ],
            )
        if kept:
            (root / "comparaisons").mkdir()
            (root / "comparaisons" / "publiees.json").write_text(text_of(kept, "comparaisons-publiees"), "utf-8")
        collection = load(root)
        found = [paire.adresse for paire in pairs(collection)]
        assert [pair(collection, adresse).adresse for adresse in found] == found
        return found

    assert "rapprochements" in (case / tied).read_text("utf-8")
    assert addresses("liees", keep_links=True, kept=[]) == [ADRESSE]
    assert addresses("sans", keep_links=False, kept=[]) == []
    assert addresses("gardee", keep_links=False, kept=[{"premiere": SLUG, "seconde": OTHER}]) == [ADRESSE]


@pytest.mark.parametrize("tie", ["deux-certifications-qui-se-repondent", "correspondances-entre-deux-certifications"])
def test_two_certifications_have_one_page(tie: str, tmp_path: Path) -> None:
    """The page that a tie gives is not published again the other way round; in its own order, it is the same page."""
    root = tree(CAS / "conformes" / tie, tmp_path)
    (only,) = pairs(load(root))
    sides = (only.ancienne.slug, only.nouvelle.slug)
    (root / "comparaisons").mkdir()
    for one, other in (sides, sides[::-1]):
        kept = [{"premiere": one, "seconde": other}]
        (root / "comparaisons" / "publiees.json").write_text(text_of(kept, "comparaisons-publiees"), "utf-8")
        found = [finding.message for finding in run(root)]
        assert bool(found) == ((one, other) != sides), found
        assert found in ([], [f"« {other} » et « {one} » ont déjà leur page, dans cet ordre"])


def test_the_pages_of_the_first_five_stay() -> None:
    """The ten addresses that two of five certifications had, before a tie was asked for."""
    record = json.loads((CAS / "adresses" / "2026-11-29.json").read_text("utf-8"))
    published = {page.split("/")[2] for page in record["pages"] if page.startswith("/comparer/") and "--" in page}
    assert len(published) == 10
    assert published <= {paire.adresse for paire in pairs(load())}


@pytest.mark.parametrize("found", pairs(load()), ids=lambda found: found.adresse)
def test_the_two_sides_laid_face_to_face_say_what_the_page_of_the_pair_says(found: Any) -> None:
    """Each cell of a side is that of the page; what the table answers for two facts is what the model says of them."""
    collection = load()
    answers = every_ecart()
    sides = [side(collection, one) for one in (found.ancienne, found.nouvelle)]
    for ligne in facts(found.ancienne, found.nouvelle, collection.second_hand):
        old, new = (one[f"fait-{ligne.cle}"].attributes for one in sides)
        same = "oui" if old["data-empreinte"] == new["data-empreinte"] else "non"
        assert answers[f"{old['data-sorte']} {new['data-sorte']}"][same] == ligne.ecart
    page = read(comparer.render_pair(collection, found.adresse, CONTEXTE))
    cells = {words(e.text) for e in page.all("td")}
    shown = {case for one in sides for case, row in one.items() if "data-tu" not in row.attributes}
    # The states are no cell there, and a link to the fiche is a heading.
    assert [case for one in sides for case in shown - {"etats", "lien"} if words(one[case].text) not in cells] == []


def test_the_choice_has_a_row_for_each_cell_and_a_word_for_each_answer() -> None:
    """What comparer.mjs looks for on the page is there, whatever two certifications say."""
    page = read(comparer.render(load(), Contexte("../", lambda _: ASSETS)))
    rows = {e.attributes["data-rangee"] for e in page.all("tr") if "data-rangee" in e.attributes}
    for one in load().certifications:
        assert side(load(), one).keys() == rows
    (face,) = (e for e in page.all("div") if "data-ecarts" in e.attributes)
    table = json.loads(face.attributes["data-ecarts"] or "")
    assert table == every_ecart()
    named = {e.attributes["data-ecart"] for e in page.all("li") if "data-ecart" in e.attributes}
    assert {answer for answers in table.values() for answer in answers.values()} <= named


def test_what_criteria_say_is_close_links_two_certifications_that_no_file_links() -> None:
    """Each rapprochement of a criterion is a link « proche » of that pair; nothing is said to be new or gone."""
    files = load().rapprochements
    found = next(p for p in pairs(load()) if not p.suite and p.liens and p.adresse not in files)
    stated = [
        (critere.code, r.code)
        for certification, other in ((found.ancienne, found.nouvelle), (found.nouvelle, found.ancienne))
        for competence in certification.all_competences()
        for critere in competence.criteres
        for r in critere.rapprochements
        if r.certification == other.slug
    ]
    linked = [two for lien in found.liens for two in product(lien.ancien, lien.nouveau)]
    assert sorted(map(sorted, linked)) == sorted(map(sorted, stated))
    assert {lien.nature for lien in found.liens} == {"proche"}
    ids = {h.attributes.get("id") for h in read(comparer.render_pair(load(), found.adresse, CONTEXTE)).all("h2")}
    assert "correspondances" in ids
    assert ids.isdisjoint({"nouveau", "disparu"})


@pytest.mark.parametrize("name", sorted(load().rapprochements))
def test_a_file_of_rapprochements_makes_neither_of_the_two_the_older(name: str) -> None:
    """What only one asks is said of that one: nothing is new, nothing has gone, and neither fiche calls it its history."""
    found = pair(load(), name)
    assert not found.suite
    assert {
        one.adresse for slug in (found.ancienne.slug, found.nouvelle.slug) for one in suites(load(), slug)
    }.isdisjoint({name})
    reading = read(comparer.render_pair(load(), name, CONTEXTE))
    ids = {h.attributes.get("id") for h in reading.all("h2")}
    assert ids.isdisjoint({"nouveau", "disparu"})
    told = words("".join(p.text for p in reading.all("p")))
    written = load().rapprochements[name].liens
    assert all(words(one.remarque or "") in told for one in written)
    assert ("propre" in ids) == any(one.nature == "propre" for one in written)


def test_a_link_that_a_file_explains_is_told_once() -> None:
    """A criterion and the file of the pair say the same link: the page has that of the file, with its reason."""
    found = pair(load(), "charge-de-clientele--tp-conseiller-commercial")
    every = [two for lien in found.liens for two in product(lien.ancien, lien.nouveau)]
    assert len(every) == len({*every})


def test_a_file_of_rapprochements_gives_a_page(tmp_path: Path) -> None:
    """Two that a file sets side by side have the address of the file, with no criterion that says so."""
    root = tree(CAS / "conformes" / "rapprochements-entre-deux-certifications", tmp_path)
    assert run(root) == []
    (only,) = pairs(load(root))
    assert (only.adresse, only.suite) == (ADRESSE, False)
    assert pair(load(root), ADRESSE) == only


def test_an_unknown_pair_is_refused() -> None:
    """An address that no two certifications have is a KeyError, not an empty page."""
    with pytest.raises(KeyError):
        pair(load(), "x--y")


@pytest.mark.parametrize("found", pairs(load()), ids=lambda found: found.adresse)
def test_the_page_of_a_pair_says_what_both_are_today(found: Any) -> None:
    """Every period of both certifications is on the page, for the browser to show that of the reader's day."""
    reading = read(comparer.render_pair(load(), found.adresse, CONTEXTE))
    shown = [e.attributes.get("data-ton") for e in reading.all("p") if "data-ton" in e.attributes]
    expected = [p.etat.replace("_", "-") for c in (found.ancienne, found.nouvelle) for p in c.etats]
    assert shown == expected


def test_the_links_of_a_pair_are_told_part_by_part() -> None:
    """Each that changes something is in the part of the first certification that it comes from, once, whatever the pair."""
    for one in pairs(load()):
        first = {element.code: element.partie for element in elements(one.ancienne).values()}
        for groupe in groups(one.liens, elements(one.ancienne), elements(one.nouvelle)):
            assert [r for _, some in groupe.parties for r in some] == sorted(
                groupe.changes, key=lambda r: [name for name, _ in groupe.parties].index(r.ancien[0].partie)
            )
            assert all(first[r.ancien[0].code] == name for name, some in groupe.parties for r in some)
            assert all(name for name, _ in groupe.parties)
