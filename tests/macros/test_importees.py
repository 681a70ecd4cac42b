"""Two fiches as they are imported, one of each register: what their pages, their form, their data say, and that nobody read them."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.passerelles import commandes
from forms.auto_positionnement.passerelles.derivation.elements import questions
from forms.auto_positionnement.reponses import Reponse
from forms.socle import registre
from forms.socle.phrases import typeset
from forms.socle.phrases_origine import NON_RELUES
from macros import stubs
from macros.api import data
from macros.pages import comparer
from macros.pages.rubriques import rubriques
from referentials.check import run as checking
from referentials.check.run import run
from referentials.load import Collection, load
from tests.outils import CAS, SLUG, edit, tree
from tests.outils_api import EDITION
from tests.outils_pages import SITE_KINDS, embedded, read, source

CASE = CAS / "conformes" / "fiches-importees"
RNCP, RS = "rncp38111-charcutier-de-legumes", "rs7901-gestes-de-premier-semis"
IMPORTED = {RNCP, RS}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the tree that holds them."""
    return tree(CASE, tmp_path_factory.mktemp("tree"))


@pytest.fixture(scope="module")
def collection(root: Path) -> Collection:
    """Return both, beside three that somebody read."""
    return load(root)


def whole(collection: Collection, kind: str, slug: str) -> str:
    """Return the text of a page without its tags."""
    text = re.sub(r"<[^>]+>", "", source(kind, collection, slug))
    return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").split())


def test_a_code_of_the_rome_says_what_the_rome_of_today_calls_it() -> None:
    """The label of a fiche is of an older edition and is not kept: the table gives that of today, and says so."""
    collection = load()
    fiches = [one for one in collection.certifications if one.identite.importee and one.metiers_du_rome]
    assert fiches
    for certification in fiches:
        said = whole(collection, "fiche", certification.slug)
        for code, label in certification.metiers_du_rome.items():
            assert f"{code} {typeset(label)}".replace("\N{NO-BREAK SPACE}", " ") in said
        assert "(libellé du ROME d’aujourd’hui)" in said


def test_they_go_through_every_page(collection: Collection) -> None:
    """Of a fiche without summary, exam, rule, nor route, each page that it has is written; an empty one does not exist."""
    has = {slug: {one.macro for one in rubriques(collection, slug)} for slug in IMPORTED}
    assert has[RS] == {"fiche"}
    assert has[RNCP] == {"fiche", "referentiel", "partenaires", "auto_positionnement"}
    for slug in IMPORTED:
        for rubrique in rubriques(collection, slug):
            assert source(rubrique.macro, collection, slug).strip(), (slug, rubrique.macro)
    for kind in SITE_KINDS:
        assert source(kind, collection, "").strip(), kind


def test_who_is_habilitated_no_more_is_told_in_the_past(collection: Collection) -> None:
    """The register keeps the day when it began: that day says nothing of today."""
    page = whole(collection, "partenaires", RNCP)
    gone = page.partition("Plus habilités")[2]
    assert "Avait été habilité" in gone
    assert "alors depuis le 12 avril 2024" in gone
    assert "Habilité depuis" not in gone


def test_each_page_has_its_stub_and_a_description_without_a_hole(collection: Collection) -> None:
    """The one of the partners too; without a summary, the description of the fiche ends with its title."""
    made = stubs.stubs(collection)
    assert f'{{{{ partenaires("{RNCP}") }}}}' in made[f"certifications/{RNCP}/partenaires/index.md"]
    description = re.search("^description: (.*)$", made[f"certifications/{RS}/index.md"], re.MULTILINE)
    assert description
    assert json.loads(description[1]) == "Gestes de premier semis."


def test_a_long_official_title_is_cut_where_windows_would(collection: Collection) -> None:
    """At a space, with its number, which tells it from another that begins so; a short one is left whole."""
    (rubrique,) = [one for one in rubriques(collection, RNCP) if one.macro == "partenaires"]
    assert stubs.headline(rubrique, "Charcutier de légumes", "RNCP38111") == "Partenaires : Charcutier de légumes"
    long = stubs.headline(rubrique, "Préparer, cuire, dresser, vendre " * 9, "RNCP38111")
    assert len(long) <= stubs.LONGEST + 1
    assert long.startswith("Partenaires : Préparer, cuire")
    assert long.endswith("… (RNCP38111)")


def test_a_fiche_says_whether_somebody_read_it(collection: Collection) -> None:
    """At its top and beside its sources where nobody did, beside its sources alone where somebody did; in the list, in the API."""
    index = json.loads(data.files(collection, EDITION)["api/v1/index.json"])["certifications"]
    assert {one["slug"] for one in index if one["etat_relecture"] == "importee"} == IMPORTED
    cards = read(source("liste_certifications", collection, "")).all("p", **{"class": "r-carte-surtitre"})
    assert sum("importée, pas encore relue" in card.text for card in cards) == len(IMPORTED)
    for certification in collection.certifications:
        page = read(source("fiche", collection, certification.slug))
        (told,) = page.all("p", id="relecture")
        marks = page.all("a", href="#relecture")
        unread = certification.slug in IMPORTED
        assert ("personne ne l’a encore relue" in told.text) == unread
        assert len(marks) == unread


def test_what_was_not_taken_over_is_not_said_to_be_silent(collection: Collection) -> None:
    """Of a document that nobody has read again, no page says what it does not say; with its words at hand, it leads there."""
    for slug in IMPORTED:
        pages = [whole(collection, rubrique.macro, slug) for rubrique in rubriques(collection, slug)]
        assert not [page for page in pages if re.search("document ne (le )?dit", page)]
        assert "as encore repris de la fiche officielle" in pages[0]
        assert ("Lire cette fiche" in pages[0]) == (collection.certification(slug).citations is not None)
        side = comparer.render_side(collection, collection.certification(slug), "../../")
        assert "document ne le dit" not in side


def test_the_checker_asks_of_an_imported_fiche_what_it_can(root: Path, tmp_path: Path) -> None:
    """As it is imported it passes; said to be read, all that was let alone is asked: a summary, routes, numbers that follow."""
    assert run(root) == []
    shutil.copytree(root, tmp_path / "lues")
    for slug in IMPORTED:
        edit(tmp_path / "lues" / "certifications" / slug / "certification.json", lambda one: one.pop("etat_relecture"))
    codes = {finding.code for finding in run(tmp_path / "lues")}
    assert codes == {"REF004", "REF008", "REF020", "REF036", "REF038"}


def test_the_paragraphs_of_a_fiche_have_no_place_in_what_is_published(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a collection that one builds for oneself they are read; in ours, the checker refuses them, and says where they go."""
    monkeypatch.setattr(checking, "ROOT", root)
    (finding,) = run(root)
    assert (finding.fichier, finding.code) == (f"certifications/{RNCP}/citations.json", "SCH000")
    assert "collection" in finding.remede


def test_the_paragraphs_are_quoted_word_for_word_with_their_licence(collection: Collection) -> None:
    """Each is on the fiche, unchanged, its lines apart, said to be of France compétences; no sign of it is markup."""
    citations = collection.certification(RNCP).citations
    assert citations
    page = source("fiche", collection, RNCP)
    quotes = re.findall(r"<blockquote>.*?</blockquote>", page, re.DOTALL)
    told = [text for _, text in citations.paragraphes]
    told += [jury.composition for jury in citations.jurys]
    told += [text for bloc in citations.blocs for text in (bloc.liste_competences, bloc.modalites_evaluation) if text]
    told += [bloc.prerequis_validation or "" for bloc in citations.blocs]
    told += [bloc.prerequis_entree_formation or "" for bloc in citations.blocs]
    assert len(quotes) == len(told)
    for text in told:
        lines = [line for line in text.splitlines() if line.strip()]
        escaped = [line.replace("<", "&lt;").replace(">", "&gt;").replace("'", "&#39;") for line in lines]
        assert any(all(f"<p>{line}</p>" in quote for line in escaped) for quote in quotes), text
    assert all("France compétences, Licence Ouverte 2.0" in quote for quote in quotes)
    published = json.loads(data.files(collection, EDITION)[f"api/v1/certifications/{RNCP}.json"])
    assert published["citations"]["blocs"][0]["numero_bloc"] == "RNCP38111BC01"


def test_what_the_register_counts_and_what_it_holds_equal_are_on_the_fiche(collection: Collection) -> None:
    """A row a year, the newest first, a column for what some year says; blocs worth others; how long it is valid."""
    page = read(source("fiche", collection, RNCP))
    rows = [" ".join(row.text.split()) for row in page.all("table", **{"data-fait": "statistiques_annuelles"})[0:1]]
    (table,) = rows
    assert table.index("2025") < table.index("2024")
    for told in ("1 310", "81,5 %", "60 %", "72 %", "non dit"):
        assert told in table.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " "), told
    (equal,) = page.all("table", **{"data-fait": "correspondances_blocs"})
    for told in ("RNCP38111BC01", "RNCP34000BC02 + RNCP34000BC03", "La certification entière"):
        assert told in " ".join(equal.text.split())
    assert "Trois ans à compter de la délivrance." in whole(collection, "fiche", RS)


def test_the_partners_have_their_page_their_file_and_no_other_place(collection: Collection) -> None:
    """Each is on the page, those that are no longer habilitated apart and said so; neither the form nor the API carries them."""
    partenaires = collection.certification(RNCP).partenaires
    assert partenaires
    page = read(source("partenaires", collection, RNCP))
    items = [" ".join(one.text.split()) for one in page.all("li") if "data-organisme" in one.attributes]
    assert [item.partition(" ")[0] for item in items] == ["GRETA", "CFA", "ASSOCIATION", "Centre"]
    assert "habilitation inactive" in items[2]
    assert "habilitation retirée" in items[3]
    assert "4 partenaires au répertoire, dont 2 habilités" in whole(collection, "fiche", RNCP)
    files = data.files(collection, EDITION)
    apart = json.loads(files[f"api/v1/certifications/{RNCP}/partenaires.json"])
    assert [one["nom"] for one in apart["partenaires"]] == [one.nom for one in partenaires.partenaires]
    assert list(apart["documents"]) == [partenaires.source.document]
    others = [source(kind, collection, RNCP) for kind in ("fiche", "auto_positionnement")]
    assert not any("GRETA DES POTAGERS" in text for text in (*others, files[f"api/v1/certifications/{RNCP}.json"]))
    index = {one["slug"]: one.get("partenaires") for one in json.loads(files["api/v1/index.json"])["certifications"]}
    assert index[RNCP] == f"certifications/{RNCP}/partenaires.json"
    assert index[RS] is index[SLUG] is None


def test_a_competence_may_be_the_statement_itself(collection: Collection) -> None:
    """Asked under its own code, on the scale, of our own making; one without words for it is not asked, nor is an empty bloc."""
    form = derive(collection.certification(RNCP))
    assert [item.code for item in form.all_items()] == ["B1-C1", "B1-C2", "B3-C1"]
    assert {item.origine for item in form.all_items()} == {"repere"}
    assert [groupe.code for groupe in form.groupes] == ["B1", "B3"]
    # There is nothing to ask first, nor any detail to open.
    assert form.premier_tour == ()
    assert form.mention.startswith(typeset(NON_RELUES))
    page = read(source("auto_positionnement", collection, RNCP))
    assert [one.text for one in page.all("strong") if NON_RELUES[:20] in one.text]
    fields = [one.attributes["data-item"] for one in page.all("fieldset") if "data-item" in one.attributes]
    assert fields == ["B1-C1", "B1-C2", "B3-C1"]
    carried: Any = embedded(page, "r-donnees-formulaire")
    assert carried["groupes"][0]["groupes"][0]["items"][0]["code"] == "B1-C1"
    assert {one.code: one.competence for one in questions(collection.certification(RNCP)).values()} == {
        "B1-C1": False,
        "B1-C2": False,
        "B3-C1": False,
    }


def test_answers_lead_to_no_certification_without_a_form(
    collection: Collection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command names the certifications that the page names: those that something can be answered of."""
    monkeypatch.setattr(commandes, "load", lambda: collection)
    opened = SimpleNamespace(reponses={}, premier_tour={})
    fichier: Any = SimpleNamespace(ouverture=opened, formulaire=derive(collection.certification(SLUG)))
    told = json.loads(commandes.passerelles(fichier, date(2026, 12, 1), en_json=True))
    assert [one["certification"] for one in told["passerelles"]] == [RNCP]


def test_no_threshold_no_verdict(collection: Collection) -> None:
    """Whatever is answered, nothing is said to be reached or missed: the counts, the lists, and who made the statements."""
    form = derive(collection.certification(RNCP))
    positive, negative = (next(v.code for v in form.echelle if v.effet == e) for e in ("positif", "negatif"))
    for value in (positive, negative):
        result = evaluate(form, {item.code: Reponse(value) for item in form.all_items()}, "2026-12-01")
        assert (result.etat, result.concluant) == ("sans_seuil", None)
        assert result.compte.repondus == result.compte.total
        assert all(groupe.seuil is None for groupe in result.groupes)
        assert "personne ne les a relues" in result.mention


def test_nobody_signs_what_nobody_read(collection: Collection) -> None:
    """No livret is made of statements that a command drafted; once somebody has read the fiche, there is one."""
    livret = next(genre for genre in registre.genres() if genre.dossier == "livret_de_reperage")
    one = collection.certification(RNCP)
    assert not livret.offered(one)
    assert livret.offered(replace(one, identite=replace(one.identite, etat_relecture="relue")))


def test_the_rome_says_the_trades_that_nobody_has_taken_over(root: Path, tmp_path: Path) -> None:
    """By the label of today's nomenclature, never by that of the fiche; once the jobs are written, they alone are said."""
    place = shutil.copytree(root, tmp_path / "tree")
    path = place / "certifications" / RNCP / "certification.json"
    code = json.loads(path.read_text("utf-8"))["rome"][0]["code"]
    (place / "nomenclatures").mkdir(exist_ok=True)
    (place / "nomenclatures" / "rome.json").write_text(
        json.dumps(
            {
                "intitule": "ROME",
                "auteur": "France Travail",
                "edition": "4.60",
                "droits": "Licence Ouverte 2.0",
                "codes": [code],
                "intitules": {code: "Taillandier / Taillandière de légumes"},
            }
        ),
        "utf-8",
    )
    found = whole(load(place), "fiche", RNCP)
    assert "Pour quels métiers ? D’après ses codes ROME : Taillandier / Taillandière de légumes." in found
    edit(path, lambda one: one.update(emplois=[{"valeur": "Chef de découpe"}]))
    load.cache_clear()
    found = whole(load(place), "fiche", RNCP)
    assert "Pour quels métiers ? Chef de découpe." in found
    assert "codes ROME" not in found
