"""Pages: their exact Markdown for a small certification, and what holds whatever the data say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from forms.auto_positionnement import formulaire
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.socle.phrases import NBSP
from macros.pages import fiche
from macros.pages.commun import tool_version
from macros.pages.rubriques import Rubrique, rubriques
from referentials.check.run import run
from referentials.load import Collection, load
from tests.outils import ATTENDUS, CAS, FOLDER, MINIMALE, PUBLISHED, SLUG, edit, tree
from tests.outils_pages import ASSETS, CERTIFICATION_KINDS, KINDS, WITHOUT_FREE_TEXT, Reading, embedded, read, source
from tests.outils_reduction import reduced

CONFORMES = sorted(path for path in (CAS / "conformes").iterdir() if path.is_dir())
HOSTILE = " </script><script>alert(1)</script> <b onclick='x'>&amp; & \"q\" *a* _b_ `c` [d](e) {# {{ x }} {% y %} \\"
# Keys whose value is free text that pages show; a code, a date or a word of a closed list is not.
FREE = {"intitule", "intitule_court", "enonce", "enonce_candidat", "valeur", "indetermine", "nom", "role", "precision"}
FREE |= {"description", "libelle", "libelle_candidat", "auteur", "avertissement", "evenement"}


def words(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(text.replace(NBSP, " ").split())


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_exactly_the_one_expected(kind: str) -> None:
    """The Markdown of each kind of page, for the minimal certification: of the blocks of one shape, the first."""
    expected = (ATTENDUS / "pages" / f"{kind}.md").read_bytes().decode()
    version = f'"version": "{tool_version()}"'
    assert reduced(source(kind, load(MINIMALE), SLUG).replace(version, '"version": "0.0.0"')) == expected


def test_what_is_cut_down_still_shows_each_shape() -> None:
    """Of two blocks of one shape the second is told only; one more class, or one more child, and it is shown."""
    page = '<ul>\n<li class="a">\nun\n</li>\n<li class="a">\ndeux\n</li>\n<li class="b">\ntrois\n</li>\n</ul>'
    assert [word for word in ("un", "deux", "trois") if word in reduced(page)] == ["un", "trois"]


def test_every_kind_of_page_has_its_golden_file() -> None:
    """A kind of page cannot be added without its expected text, nor go and leave it behind."""
    assert {path.stem for path in (ATTENDUS / "pages").glob("*.md")} == set(KINDS)


@pytest.mark.parametrize("case", CONFORMES, ids=lambda case: case.name)
@pytest.mark.parametrize("kind", KINDS)
def test_every_valid_case_has_its_pages(kind: str, case: Path, tmp_path: Path) -> None:
    """What the checker accepts, the templates can show: a missing name is an error, never a hole."""
    collection = load(tree(case, tmp_path))
    for certification in collection.certifications:
        offered = {rubrique.macro for rubrique in rubriques(collection, certification.slug)}
        if kind in offered or kind not in CERTIFICATION_KINDS:
            assert source(kind, collection, certification.slug).strip()


def collection_and_slug(name: str) -> tuple[Collection, str]:
    """Return the published data or the minimal tree, with a certification of theirs."""
    return (load(), PUBLISHED) if name == "publiée" else (load(MINIMALE), SLUG)


@pytest.mark.parametrize("name", ["minimale", "publiée"])
def test_every_criterion_is_a_fieldset_with_its_statement_and_its_values(name: str) -> None:
    """One group of radio buttons for each criterion: the legend is the statement, each value of the scale is there."""
    collection, slug = collection_and_slug(name)
    certification = collection.certification(slug)
    reading = read(source("auto_positionnement", collection, slug))
    # The filter of a comparison is a fieldset too, without a statement.
    groups = zip(reading.all("fieldset"), reading.all("legend"), strict=True)
    stated = [(f.attributes["data-item"], words(legend.text)) for f, legend in groups if "data-item" in f.attributes]
    criteria = [critere for c in certification.all_competences() for critere in c.criteres]
    assert [code for code, _ in stated] == [critere.code for critere in criteria]
    for (_, legend), critere in zip(stated, criteria, strict=True):
        assert legend.endswith(words(critere.enonce_candidat))
    values = [valeur.code for valeur in certification.echelle.valeurs]
    for critere in criteria:
        assert [radio.attributes["value"] for radio in reading.all("input", type="radio", name=critere.code)] == values
        assert len(reading.all("textarea", id=f"n-{critere.code.lower()}")) == 1
    tour = {f"t-{c.code}" for c in certification.all_competences() if c.enonce_candidat}
    others = {radio.attributes["name"] for radio in reading.all("input", type="radio")} - {c.code for c in criteria}
    assert others == tour


def test_every_competence_is_asked_once_before_its_statements() -> None:
    """A fieldset whose legend is its question, with the answers of the first pass; which of them open the statements is told."""
    certification = load().certification(PUBLISHED)
    reading = read(source("auto_positionnement", load(), PUBLISHED))
    groups = zip(reading.all("fieldset"), reading.all("legend"), strict=True)
    asked = [
        (f.attributes["data-premier"], words(legend.text)) for f, legend in groups if "data-premier" in f.attributes
    ]
    assert [code for code, _ in asked] == [competence.code for competence in certification.all_competences()]
    for (_, legend), competence in zip(asked, certification.all_competences(), strict=True):
        assert legend.endswith(words(competence.enonce_candidat or ""))
        radios = reading.all("input", type="radio", name=f"t-{competence.code}")
        given = [(radio.attributes["value"], "data-ouvre" in radio.attributes) for radio in radios]
        assert given == [(valeur.code, valeur.ouvre_le_detail) for valeur in certification.premier_tour]
    names = {words(heading.text) for level in ("h2", "h3", "h4") for heading in reading.all(level)}
    assert {words(competence.nom) for competence in certification.all_competences()} <= names


def test_the_fiche_leads_to_each_form_that_the_certification_has(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new kind has its tab there, after the others; one not offered has none; one button alone says what to do first."""
    monkeypatch.setattr(
        fiche,
        "rubriques",
        lambda *asked: [*rubriques(*asked), Rubrique("carnet", "Carnet", "", "Tenir un carnet", toc=False)],
    )
    collection = load()
    for slug, wanted in ((PUBLISHED, 4), ("cqp-vendeur-conseil-a-distance-2018", 3)):
        page = source("fiche", collection, slug)
        (pages,) = re.findall(r'<nav class="r-rubriques".*?</nav>', page, re.DOTALL)
        forms = [rubrique.adresse for rubrique in rubriques(collection, slug) if rubrique.formulaire]
        found = re.findall(rf'href="../../certifications/{slug}/([a-z-]+/)"\s*>([^<]+)', pages.rpartition("<ul>")[2])
        assert [address for address, _ in found] == [*forms, "carnet/"]
        assert (len(found), found[-1][1]) == (wanted, "Carnet")
        # One button alone: the first form, or where one is sent instead.
        assert page.count('class="r-bouton"') == page.count('class="r-actions"')


@pytest.mark.parametrize("name", ["minimale", "publiée"])
def test_every_official_statement_is_on_a_page(name: str) -> None:
    """Components, competences, criteria and rules of the data are all shown: nothing is lost on the way."""
    collection, slug = collection_and_slug(name)
    certification = collection.certification(slug)
    pages = "\n\n".join(source(kind, collection, slug) for kind in ("referentiel", "reglement"))
    shown = words("".join(e.text for e in read(f"<div markdown>\n{pages}\n</div>").all("div")))
    stated = [composante.intitule for root in certification.composantes for composante in root.walk()]
    stated += [competence.intitule for competence in certification.all_competences()]
    stated += [critere.enonce for c in certification.all_competences() for critere in c.criteres]
    stated += [regle.enonce for regle in certification.regles]
    assert [text for text in stated if words(text) not in shown] == []


@pytest.mark.parametrize("name", ["minimale", "publiée"])
def test_the_form_carries_its_own_data(name: str) -> None:
    """What the browser scores with is the form derived from the data, and files are written under its names."""
    collection, slug = collection_and_slug(name)
    reading = read(source("auto_positionnement", collection, slug))
    assert embedded(reading, "r-donnees-formulaire") == formulaire.to_page(derive(collection.certification(slug)))
    configuration = embedded(reading, "r-configuration")
    entete = configuration["entete"]
    assert (entete["format"], entete["version_format"]) == (AUTO_POSITIONNEMENT.format, AUTO_POSITIONNEMENT.version)
    assert (entete["certification"], entete["version_referentiel"]) == (slug, collection.certification(slug).version)
    assert configuration["worker"] == ASSETS.worker
    (script,) = reading.all("script", type="module")
    assert (script.attributes["src"], script.attributes["integrity"]) == (ASSETS.script.url, ASSETS.script.integrity)


@pytest.mark.parametrize("name", ["minimale", "publiée"])
@pytest.mark.parametrize("kind", KINDS)
def test_anchors_are_unique_and_links_inside_the_page_resolve(kind: str, name: str) -> None:
    """No identifier twice, no link nor label nor description to an identifier that the page does not have."""
    reading = read(source(kind, *collection_and_slug(name)))
    identifiers = [element.attributes["id"] for element in reading.elements if element.attributes.get("id")]
    assert [identifier for identifier, count in Counter(identifiers).items() if count > 1] == []
    pointers = [(e.attributes.get("href") or "").partition("#") for e in reading.elements]
    wanted = {after for before, sign, after in pointers if sign and not before}
    for name_of in ("for", "aria-labelledby", "aria-describedby", "aria-controls"):
        wanted |= {word for e in reading.elements for word in (e.attributes.get(name_of) or "").split()}
    assert wanted - set(identifiers) == set()


def spoil(node: Any) -> None:
    """Add signs of HTML, Markdown and Jinja to every free text of a document."""
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        if isinstance(value, dict | list):
            spoil(value)
        elif key in FREE and isinstance(value, str):
            node[key] = value + HOSTILE


@pytest.fixture
def hostile(tmp_path: Path) -> Collection:
    """Return the minimal tree with hostile signs in each of its texts: at fault for its typography and its markup only."""
    root = tree(MINIMALE, tmp_path)
    for path in root.rglob("*.json"):
        edit(path, spoil)
    # A level is no free text.
    edit(root / FOLDER / "certification.json", lambda donnees: donnees["niveaux"][0].update(valeur="3"))
    assert {finding.code for finding in run(root)} == {"REF011", "REF032"}
    return load(root)


def skeleton(reading: Reading) -> list[tuple[str, tuple[str, ...]]]:
    """Return the tags of a page with the names of their attributes: all but its words."""
    return [(element.tag, tuple(element.attributes)) for element in reading.elements]


@pytest.mark.parametrize("kind", KINDS)
def test_texts_of_the_data_cannot_become_code(kind: str, hostile: Collection) -> None:
    """With signs of HTML, Markdown and Jinja in every text, the page has the very same elements, and shows the signs."""
    reading = read(source(kind, hostile, SLUG))
    assert skeleton(reading) == skeleton(read(source(kind, load(MINIMALE), SLUG)))
    shown = "".join(element.text for element in reading.elements if element.tag != "script")
    assert ("<script>alert(1)</script>" in shown) == (kind not in WITHOUT_FREE_TEXT)


def test_texts_of_the_data_cannot_close_the_script_that_carries_them(hostile: Collection) -> None:
    """The embedded JSON holds no « < » and parses back to the same form, hostile signs included."""
    text = source("auto_positionnement", hostile, SLUG)
    (carried,) = re.findall(r'id="r-donnees-formulaire">(.*?)</script>', text, re.DOTALL)
    assert "<" not in carried
    assert "alert(1)" in carried
    reading = read(text)
    assert embedded(reading, "r-donnees-formulaire") == formulaire.to_page(derive(hostile.certification(SLUG)))


@pytest.mark.parametrize(
    "sign", ["*gras*", "_x_", "`code`", "[lien](x)", "{ #ancre }", "# dièse", "a | b", "\\n", "<u>"]
)
def test_a_markdown_sign_in_a_title_is_shown_as_text(sign: str, tmp_path: Path) -> None:
    """The title of a page reads as the data write it, to the character."""
    root = tree(MINIMALE, tmp_path)
    title = f"Agent {sign} de tri"
    edit(root / FOLDER / "certification.json", lambda donnees: donnees.update(intitule=title))
    (heading,) = read(source("fiche", load(root), SLUG)).all("h1")
    assert words(heading.text) == f"CQP {title}"
