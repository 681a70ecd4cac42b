"""The open data: what is published follows the schemas that it names, and changes with the data, like everything else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema.exceptions import ValidationError

from forms.auto_positionnement import formulaire
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.reponses import Reponse
from macros.api import data
from macros.api.edition import Edition
from macros.api.editor import ADDED
from referentials.check.schemas import SCHEMAS, validator
from referentials.load import Collection, load
from tests.outils import CAS, FOLDER, MINIMALE, SLUG, edit, tree
from tests.outils_api import EDITION, PUBLIEE, published
from tests.outils_pages import embedded, read, source

TREES = ["publiée", "minimale", "deux-certifications-qui-se-repondent", "sans-aucun-critere"]


@pytest.fixture(params=TREES)
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Collection:
    """Return the published data, then small trees."""
    if request.param == "publiée":
        return load()
    return load(tree(CAS / "conformes" / request.param, tmp_path))


def test_what_is_published_follows_the_schema_that_it_names(collection: Collection) -> None:
    """$schema leads, from the file itself, to a published schema, and that schema accepts the file."""
    for place, content in published(collection).items():
        target = (Path("/") / place).parent.joinpath(content["$schema"])
        name = target.name.removesuffix(".schema.json")
        assert str(Path(*Path(str(target)).parts[-2:])) == f"schemas/{name}.schema.json"
        assert content["$schema"].count("../") == place.count("/")
        assert validator(name).is_valid(content)


def test_the_index_lists_all(collection: Collection) -> None:
    """Each certification, at an address that is published; each schema of the repository."""
    files = published(collection)
    index = files.pop("api/v1/index.json")
    assert files.pop(f"api/v1/{index['orientation']}")
    assert files.pop(f"api/v1/{index['droit']}")
    assert files.pop(f"api/v1/{index['collection']}")
    assert files.pop(f"api/v1/{index['changements']}")
    for place in (f"api/v1/{adresse}" for adresse in index["listes"]):
        assert {place.replace("index.json", one["adresse"]) for one in files[place]["listes"]} <= files.keys()
        for one in files.pop(place)["listes"]:
            files.pop(place.replace("index.json", one["adresse"]))
    for entry in index["certifications"]:
        assert "partenaires" not in entry or files.pop(f"api/v1/{entry['partenaires']}")["partenaires"]
    assert {f"api/v1/{entry['donnees']}" for entry in index["certifications"]} == files.keys()
    assert index["total"] == len(files)
    assert [entry["slug"] for entry in index["certifications"]] == [c.slug for c in collection.certifications]
    assert {Path(address).name for address in index["schemas"]} == {path.name for path in SCHEMAS.glob("*.json")}


def test_a_certification_is_published_whole(collection: Collection) -> None:
    """Every file of its folder is in it as written, with its scale, what links it, and the documents that it cites."""
    whole = published(collection)
    for certification in collection.certifications:
        content = whole[f"api/v1/certifications/{certification.slug}.json"]
        parts = [content["identite"], *content["composantes"]]
        optional = ("referentiel", "evaluations", "regles", "cahier_des_charges", "glossaire", "codes", "citations")
        parts += [content[key] for key in optional if key in content]
        folder = f"certifications/{certification.slug}/"
        mine = {chemin: one for chemin, one in collection.fichiers.items() if chemin.startswith(folder)}
        # Hundreds of them: in a file of their own.
        mine.pop(f"{folder}partenaires.json", None)
        assert all(donnees in parts for donnees in mine.values())
        echelle = certification.referentiel.echelle
        assert content.get("echelle") == (collection.fichiers[f"echelles/{echelle}.json"] if echelle else None)
        declared = list(certification.identite.documents)
        assert list(content["documents"])[: len(declared)] == declared
        cited = set(re.findall(r'"document": "([^"]+)"', json.dumps(content)))
        assert cited <= content["documents"].keys()
        mine = f"discordances/{certification.slug}.json"
        assert content.get("discordances") == collection.fichiers.get(mine)
        links = [c for place, c in collection.fichiers.items() if place.startswith("correspondances/")]
        ours = [link for link in links if certification.slug in (link["ancienne"], link["nouvelle"])]
        assert content.get("correspondances", []) == ours


def test_of_an_export_a_certification_has_its_own_sections_alone() -> None:
    """The document has one for each fiche that was imported: in each of their files, all of them would grow as a square."""
    collection = load()
    (name,) = [one for one in collection.documents if one.startswith("flux-france-competences-")]
    assert len(collection.documents[name].sections) > 1
    found = published(collection)
    for one in [each for each in collection.certifications if each.identite.importee]:
        for place in (f"api/v1/certifications/{one.slug}.json", f"api/v1/certifications/{one.slug}/partenaires.json"):
            if place in found:
                sections = found[place]["documents"][name]["sections"]
                assert [part["code"] for part in sections] == [one.identite.numero], place


def test_a_text_that_is_no_longer_valid_is_not_published() -> None:
    """What would be published is validated first: a fault stops everything."""
    minimale = load(MINIMALE)
    broken = dict(minimale.fichiers) | {f"{FOLDER}/regles.json": []}
    broken_one = Collection(minimale.certifications, minimale.documents, minimale.echelles, broken)
    with pytest.raises(ValidationError):
        data.files(broken_one, EDITION)


def bare(schema: Any) -> Any:
    """Return a schema without what is only for an editor."""
    if isinstance(schema, list):
        return [bare(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: bare(value) for key, value in schema.items() if key not in ADDED}


def test_files_are_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no longer published goes; schemas are those of the repository, with what helps an editor; pages beside are left alone."""
    monkeypatch.setattr(data, "DOCS", tmp_path)
    old = tmp_path / "api" / "v1" / "certifications" / "tp-disparu.json"
    old.parent.mkdir(parents=True)
    old.write_text("{}", "utf-8")
    (tmp_path / "index.md").write_text("Accueil\n", "utf-8")
    data.write(load(MINIMALE), EDITION)
    assert not old.exists()
    assert (tmp_path / "index.md").is_file()
    for place, text in data.every(load(MINIMALE), EDITION).items():
        assert (tmp_path / place).read_bytes() == text.encode()
    for path in SCHEMAS.glob("*.json"):
        published = json.loads((tmp_path / "schemas" / path.name).read_text("utf-8"))
        assert bare(published) == bare(json.loads(path.read_text("utf-8")))


def test_a_published_address_is_whole_where_the_site_says_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """$schema and $id begin with the address of the site; where nobody gives it, no host is made up."""
    monkeypatch.setattr(data, "DOCS", tmp_path)
    schemas = f"{PUBLIEE.site}schemas/"
    for content in published(load(MINIMALE), PUBLIEE).values():
        assert content["$schema"].startswith(schemas)
    data.write(load(MINIMALE), PUBLIEE)
    for path in SCHEMAS.glob("*.schema.json"):
        written = json.loads((tmp_path / "schemas" / path.name).read_text("utf-8"))
        assert written.pop("$id") == schemas + path.name
        assert bare(written) == bare(json.loads(path.read_text("utf-8")))
    monkeypatch.delenv("REPERE_ADRESSE", raising=False)
    data.write(load(MINIMALE))
    own = [path.read_text("utf-8") for folder in ("api", "schemas") for path in (tmp_path / folder).rglob("*.*")]
    assert not [text for text in own if ".example/" in text.replace("https://compost.example/", "")]


def test_two_makings_of_a_day_are_the_same_to_the_byte(collection: Collection) -> None:
    """Nothing in it depends on the hour, nor on an order that is not kept."""
    assert data.every(collection, EDITION) == data.every(collection, EDITION)
    other = data.every(collection, Edition("2026-12-01"))
    changed = {place for place, text in data.every(collection, EDITION).items() if other[place] != text}
    assert not {place for place in changed if place.startswith("api/v1/certifications/")}
    assert "api/v1/index.json" in changed


def everything(root: Path, reponses: dict[str, Reponse]) -> dict[str, Any]:
    """Return all that is made of a tree: page, form, form's page, rule applied, API."""
    collection = load(root)
    form = derive(collection.certification(SLUG))
    seuil = evaluate(form, reponses).groupes[1].seuil
    page = source("auto_positionnement", collection, SLUG)
    return {
        "référentiel": source("referentiel", collection, SLUG),
        "règlement": source("reglement", collection, SLUG),
        "fiche": source("fiche", collection, SLUG),
        "page": page,
        "formulaire": formulaire.to_json(form),
        "embarqué": embedded(read(page), "r-donnees-formulaire"),
        "règle": seuil and (seuil.pourcentage, seuil.requis),
        "api": data.files(collection, EDITION)[f"api/v1/certifications/{SLUG}.json"],
    }


def test_one_change_in_one_file_changes_everything_at_once(tmp_path: Path) -> None:
    """A threshold corrected in regles.json: page, form, embedded form, rule applied and API follow, with no other edit."""
    reponses = {"D2-C1-E1": Reponse("fait")}
    before = everything(MINIMALE, reponses)

    def correct(regles: Any) -> None:
        regles[2]["parametres"]["valeur"] = 45
        regles[2]["enonce"] = "Au moins 45 % des critères du domaine 2 sont jugés positifs."

    edit(tree(MINIMALE, tmp_path) / FOLDER / "regles.json", correct)
    after = everything(tmp_path, reponses)
    assert [name for name in before if before[name] == after[name]] == ["référentiel"]
    assert (before["règle"], after["règle"]) == ((75, 2), (45, 1))
    assert "45 %" in after["fiche"].replace("\u00a0", " ")
    assert "Au moins 45 % des critères" in after["règlement"].replace("\u00a0", " ")
    assert after["embarqué"]["seuils"][1]["pourcentage"] == 45
    assert json.loads(after["api"])["regles"][2]["parametres"]["valeur"] == 45


def test_a_statement_added_is_asked_everywhere_at_once(tmp_path: Path) -> None:
    """A criterion added to a composante is on the page, in the form, in the count and in the API."""
    criterion = {
        "code": "D2-C1-E3",
        "enonce": "Range ses outils.",
        "enonce_candidat": "Je range mes outils.",
        "origine": "repere",
        "source": {"document": "guide-de-la-ressourcerie", "section": "2"},
    }
    edit(
        tree(MINIMALE, tmp_path) / FOLDER / "composantes" / "D2.json",
        lambda d: d["competences"][0]["criteres"].append(criterion),
    )
    after = everything(tmp_path, {})
    assert "Range ses outils." in after["référentiel"]
    assert "Je range mes outils." in after["page"]
    assert after["formulaire"]["groupes"][1]["groupes"][0]["items"][2]["code"] == "D2-C1-E3"
    assert after["règle"] == (75, 3)
    assert json.loads(after["api"])["composantes"][1]["competences"][0]["criteres"][2] == criterion
