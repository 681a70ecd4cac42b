"""A certification of the specific register, and a diploma whose register has neither level nor exams: pages, form, API say so."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from forms.socle import phrases_etat, registre
from macros import crossings, stubs
from macros.api import data
from macros.api.jsonld import credential
from macros.comparaison.faits import facts_of
from macros.pages import comparer
from macros.pages.rubriques import rubriques
from macros.vues import genres
from referentials import titles
from referentials.load import Collection, load
from referentials.model_identite import Genre
from tests.outils import CAS, SLUG, tree
from tests.outils_api import EDITION
from tests.outils_pages import SITE_KINDS, read, source

RS, BTS = "conduire-un-compost", "bts-potier"


@pytest.fixture(scope="module")
def collection(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Return the two of them, beside one that has all."""
    case = CAS / "conformes" / "repertoire-specifique-et-diplome"
    return load(tree(case, tmp_path_factory.mktemp("tree")))


def words(collection: Collection, kind: str, slug: str) -> str:
    """Return what one reads on a page."""
    return " ".join(read(source(kind, collection, slug)).all("dd")[0].text.split())


def whole(collection: Collection, kind: str, slug: str) -> str:
    """Return the text of a page without its tags."""
    return " ".join(re.sub(r"<[^>]+>", "", source(kind, collection, slug)).split())


def test_the_register_is_read_in_the_number(collection: Collection) -> None:
    """The number says which register; the key says it where there is no number; else nothing does."""
    found = {one.slug: one.identite.au_repertoire for one in collection.certifications}
    assert found == {RS: "RS", BTS: "RNCP", SLUG: None}
    assert [one.slug for one in collection.certifications if one.repertoire is None] == [SLUG]


def test_what_the_register_never_has_is_an_answer(collection: Collection) -> None:
    """« Sans niveau », with the text that says so, never « indéterminé »; a heading left empty says that it is."""
    page = whole(collection, "fiche", RS)
    assert "Sans niveau" in page
    assert "n’en a pas" in page
    assert "ndéterminé" not in page
    levels = {one.slug: facts_of(one, frozenset())["niveau"] for one in collection.certifications}
    assert (levels[RS].absence, levels[RS].sorte) == ("sans_objet", "dit")
    assert (levels[BTS].absence, levels[BTS].sorte) == ("rubrique_vide", "tu")
    assert levels[SLUG].dit == ("3 (celui du CAP)",)


def test_the_kind_is_told_in_its_own_words_or_by_the_register(collection: Collection) -> None:
    """An unknown kind has its own title; without any, the register is said: never « Titre enregistré au RNCP »."""
    said = {one.slug: genres.told(one.identite)[1] for one in collection.certifications}
    assert said[RS] == "Répertoire spécifique (RS)"
    assert said[BTS] == "Brevet de technicien supérieur"
    for slug in (RS, BTS):
        assert said[slug] in whole(collection, "fiche", slug)
        assert said[slug] in source("liste_certifications", collection, "")
        assert "Titre enregistré" not in whole(collection, "fiche", slug)
    assert words(collection, "fiche", RS).startswith("Une certification du répertoire spécifique")
    neither = replace(
        collection.certification(RS).identite, numero_fiche=collection.certification(BTS).identite.numero_fiche
    )
    assert genres.told(neither) == genres.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "title", "expected"),
    [
        (("CQP", "Certificat de qualification professionnelle"), "Vendeur", "CQP Vendeur"),
        (("BTS", "Brevet de technicien supérieur"), "Vendeur", "BTS Vendeur"),
        (("LP", "Licence professionnelle"), "Vente", "LP Vente"),
        (("TITRE", "Titre enregistré au RNCP"), "Vendeur", "Vendeur"),
        (("DipViGrM", "Diplôme visé grade de master"), "Vente", "Vente"),
        (("CQP", "Certificat de qualification professionnelle"), "CQP Vendeur", "CQP Vendeur"),
        (None, "Vendeur", "Vendeur"),
    ],
)
def test_a_title_begins_with_the_initials_of_its_kind(
    collection: Collection, kind: tuple[str, str] | None, title: str, expected: str
) -> None:
    """People say « CQP Vendeur », « BTS Vendeur »; a code that is no word of theirs is not put before a title."""
    one = collection.certification(BTS)
    identite = replace(one.identite, intitule=title, abrege=Genre(*kind) if kind else None)
    assert titles.full_title(replace(one, identite=identite)) == expected


def test_without_statements_there_is_no_form_and_the_fiche_says_so(collection: Collection) -> None:
    """No page of a form, no link to one, no file of crossings; the card leads to the fiche."""
    pages = {one.slug: {r.macro for r in rubriques(collection, one.slug)} for one in collection.certifications}
    assert pages[RS] == {"fiche"}
    assert pages[BTS] == {"fiche", "referentiel"}
    assert "auto_positionnement" in pages[SLUG]
    for slug in (RS, BTS):
        assert not any(genre.offered(collection.certification(slug)) for genre in registre.genres())
        assert "Ici, pas de questions pour voir où vous en êtes." in whole(collection, "fiche", slug)
        assert f"{crossings.FOLDER}/{slug}.js" not in crossings.files(collection)
    assert f"{crossings.FOLDER}/{SLUG}.js" in crossings.files(collection)


def test_no_page_leads_to_one_that_is_not_there(collection: Collection) -> None:
    """Every link from a page to another of these certifications leads to one that is written."""
    written = {name.removesuffix("index.md") for name in stubs.stubs(collection)}
    of = [(kind, "") for kind in SITE_KINDS]
    of += [(r.macro, one.slug) for one in collection.certifications for r in rubriques(collection, one.slug)]
    seen = 0
    for kind, slug in of:
        below = "" if kind == "fiche" else f"{kind}/".replace("_", "-")
        base = f"/certifications/{slug}/{below}" if slug else f"/{SITE_KINDS[kind] and 'x/'}"
        for link in read(source(kind, collection, slug)).all("a"):
            place = urlsplit(urljoin(f"https://site{base}", (link.attributes.get("href") or "").strip()))
            if place.netloc == "site" and re.fullmatch("/certifications/.+/", place.path):
                seen += 1
                assert place.path.removeprefix("/") in written, (kind, slug, place.path)
    assert seen


def test_the_register_is_in_the_published_data(collection: Collection) -> None:
    """JSON-LD names the register of a number; the index has a register and no kind; JSON-LD says the register in the place of the kind; a file that is not there has no key."""
    (number,) = credential(collection.certification(RS), collection.documents, "../../")["identifier"]
    assert (number["propertyID"], number["value"]) == ("RS", "RS901")
    told = {
        slug: credential(collection.certification(slug), collection.documents, "../../") for slug in (RS, BTS, SLUG)
    }
    # The register stands for a kind that the fiche has not.
    assert told[RS]["credentialCategory"] == "Répertoire spécifique (RS)"
    assert told[BTS]["credentialCategory"] == "Brevet de technicien supérieur"
    registers = {slug: one["subjectOf"][0].get("isPartOf", {}).get("name") for slug, one in told.items()}
    assert registers[RS] == "Répertoire spécifique (RS)"
    assert registers[BTS] == "Répertoire national des certifications professionnelles (RNCP)"
    files: dict[str, Any] = {place: json.loads(text) for place, text in data.files(collection, EDITION).items()}
    entries = {entry["slug"]: entry for entry in files["api/v1/index.json"]["certifications"]}
    kinds = {slug: (entry.get("abrege"), entry.get("repertoire")) for slug, entry in entries.items()}
    assert kinds == {RS: (None, "RS"), BTS: ("BTS", "RNCP"), SLUG: ("CQP", None)}
    lacking = {"referentiel", "evaluations", "regles", "echelle"}
    assert not lacking & files[f"api/v1/certifications/{RS}.json"].keys()
    assert lacking <= files[f"api/v1/certifications/{SLUG}.json"].keys()


def test_what_only_some_fiches_have_is_shown_with_its_source(collection: Collection) -> None:
    """The decision, its kind, its limit; who certifies, by SIRET, state and site; promotions, last publication, a part alone."""
    rs, bts = whole(collection, "fiche", RS), whole(collection, "fiche", BTS)
    for told in (
        "Sur demande",
        "Décidé le 3 janvier 2026",
        "Délivrance jusqu’au 3 juillet 2029",
        "SIRET 12345678900012",
        "actif, état du 28 novembre 2025",
        "tout ou rien",
        "Les deux épreuves vont ensemble.",
    ):
        assert told in rs.replace("\N{NO-BREAK SPACE}", " "), told
    assert [a.text for a in read(source("fiche", collection, RS)).all("a", href="https://compost.example/")] == [
        "Son site"
    ]
    for told in ("4 octobre 2025", "2022, 2023", "La fiche ne le dit pas.", "RNCP39999BC01"):
        assert told in bts + whole(collection, "referentiel", BTS), told
    (organisation,) = credential(collection.certification(RS), collection.documents, "../../")["recognizedBy"]
    assert organisation["identifier"]["value"] == "12345678900012"
    assert organisation["url"] == "https://compost.example/"


def test_another_certification_may_be_known_by_its_number_alone(collection: Collection) -> None:
    """The number stands for its title, once: on the fiche, and in the sentence of the state."""
    last = collection.certification(RS).etats[-1]
    assert last.etat == "remplacee"
    assert phrases_etat.text(last).count("RS955") == 1
    assert "« RS955 »" not in phrases_etat.text(last)
    before = read(source("fiche", collection, RS)).all("li", **{"data-fait": "predecesseurs"})
    assert [one.text.split()[0] for one in before] == ["RS802."]


def test_the_side_of_a_comparison_leads_to_no_page_that_is_not_there(collection: Collection) -> None:
    """A certification without rules nor exams, beside another: no link to pages that it has not; its card counts no zero."""
    for slug in (RS, BTS):
        links = re.findall('href="([^"]*)"', comparer.render_side(collection, collection.certification(slug), "../../"))
        assert not [link for link in links if re.search("reglement|evaluations|auto-positionnement", link)]
    assert "0 compétence" not in source("liste_certifications", collection, "")
