"""The lists of the open data: what one chooses a certification by, with the day of its state; by trade, speciality, certifier."""

from __future__ import annotations

import re
from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import urljoin

import pytest

from macros.api import lists
from macros.api.edition import Edition
from macros.pages import donnees
from referentials.check.schemas import SUFFIX
from referentials.etat import on
from referentials.importation.balises import chemins
from referentials.importation.fiche import FicheOfficielle
from referentials.load import Collection, load
from tests import outils_marques
from tests.outils import CAS, tree
from tests.outils_api import EDITION, published

RS, BTS = "conduire-un-compost", "bts-potier"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Collection:
    """Return one of each register, beside one that has all."""
    return load(tree(CAS / "conformes" / "repertoire-specifique-et-diplome", tmp_path_factory.mktemp("tree")))


def entries(collection: Collection, edition: Edition = EDITION) -> Mapping[str, Mapping[str, Any]]:
    """Return the entries of the index by slug."""
    return {one["slug"]: one for one in published(collection, edition)["api/v1/index.json"]["certifications"]}


def test_an_entry_has_what_one_chooses_by(small: Collection) -> None:
    """Number, register, kind, level, codes, certifiers with their SIRET, days of the registration."""
    found = entries(small)
    assert found[RS]["numero_fiche"] == "RS901"
    assert found[RS]["repertoire"] == "RS"
    assert [one["siret"] for one in found[RS]["certificateurs"]] == ["12345678900012"]
    assert found[RS]["date_decision"] == "2026-01-03"
    assert found[RS]["date_limite_delivrance"] == "2029-07-03"
    assert (found[BTS]["abrege"], found[BTS]["type"]) == ("BTS", "Brevet de technicien supérieur")


def test_what_the_register_has_not_is_not_published_empty(small: Collection) -> None:
    """No level, no kind, no code: the key is missing, which is neither 0 nor « »."""
    assert not {"niveau", "niveaux", "abrege", "type", "rome"} & entries(small)[RS].keys()
    assert all(value not in ("", None, [], {}) for entry in entries(small).values() for value in entry.values())


def test_the_state_says_its_day_and_follows_it() -> None:
    """The same data on another day: the state is the one of that day, and says so; the list of all days does not move."""
    collection = load()
    slug = "tp-conseiller-commercial"
    before, after = (entries(collection, Edition(jour))[slug] for jour in ("2028-07-31", "2028-08-01"))
    assert (before["etat"]["etat"], before["etat"]["jour"]) == ("en_vigueur", "2028-07-31")
    assert before["etat"]["inscription_possible"]
    assert after["etat"]["etat"] == on(collection.certification(slug).etats, "2028-08-01").etat != "en_vigueur"
    assert not after["etat"]["inscription_possible"]
    assert before["etats"] == after["etats"]


def test_counts_are_those_of_the_certification(small: Collection) -> None:
    """What is counted is what the whole file holds."""
    for slug, entry in entries(small).items():
        certification = small.certification(slug)
        assert entry["comptes"]["competences"] == len(list(certification.all_competences()))
        assert entry["comptes"]["epreuves"] == len(certification.epreuves)
        assert entry["comptes"]["documents"] == len(certification.identite.documents)


@pytest.mark.parametrize("famille", lists.FAMILIES)
def test_a_list_has_every_certification_of_its_code_and_leads_to_it(famille: str) -> None:
    """By each code that certifications name: all of them, under addresses that lead from the list to what is published."""
    collection, files = load(), published(load())
    index = files[f"api/v1/{famille}/index.json"]
    assert index["total"] == len(index["listes"]) > 0
    named = {(one.code, c.slug) for c in collection.certifications for one in lists.FAMILIES[famille](c)}
    listed = set()
    for row in index["listes"]:
        place = f"api/v1/{famille}/{row['adresse']}"
        content = files[place]
        assert (content["code"], content["total"]) == (row["code"], row["total"])
        assert content["total"] == len(content["certifications"])
        for entry in content["certifications"]:
            listed.add((row["code"], entry["slug"]))
            assert urljoin(f"/{place}", entry["donnees"]) == f"/api/v1/certifications/{entry['slug']}.json"
            assert urljoin(f"/{place}", entry["page"]) == f"/certifications/{entry['slug']}/"
    assert listed == named


def test_a_certifier_is_found_by_name_and_by_siret(small: Collection) -> None:
    """The list by name is there whether or not a SIRET is known, so that its address stays when one becomes known."""
    files = published(small)
    rows = {row["code"]: row for row in files["api/v1/certificateurs/index.json"]["listes"]}
    assert "12345678900012" in rows
    same = [code for code, row in rows.items() if row.get("siret") == "12345678900012"]
    assert len(same) == 2
    one, two = (files[f"api/v1/certificateurs/{code}.json"]["certifications"] for code in same)
    assert one == two


def test_the_name_of_a_certifier_makes_an_address() -> None:
    """Without accents nor signs; two long names that begin alike keep an address each."""
    assert lists.name_code("Chambre de métiers & de l’œuvre (CMO)") == "chambre-de-metiers-de-l-oeuvre-cmo"
    long = "Commission paritaire " * 20
    assert lists.name_code(long + "A") != lists.name_code(long + "B")
    assert len(lists.name_code(long)) < 140


def test_the_whole_collection_is_what_each_file_is() -> None:
    """One download has every certification, each as its own file has it."""
    files = published(load())
    bulk = files["api/v1/collection.json"]
    assert bulk["total"] == len(bulk["certifications"]) == len(load().certifications)
    for content in bulk["certifications"]:
        alone = files[f"api/v1/certifications/{content['slug']}.json"]
        assert {**content, "$schema": ""} == {**alone, "$schema": ""}
        assert urljoin("/api/v1/collection.json", content["$schema"]) == "/schemas/api-certification.schema.json"


def reached(path: str, name: str) -> bool:
    """Say whether a path of keys leads somewhere in a schema; [] goes into a list."""
    schema: Any = {"$ref": f"{name}{SUFFIX}"}
    for step in path.replace("[]", ".[]").split("."):
        schema = outils_marques.reached("", schema)[1]
        schema = schema.get("items") if step == "[]" else schema.get("properties", {}).get(step)
        if schema is None:
            return False
    return True


def test_every_official_element_is_told_with_where_it_is_here() -> None:
    """Each element met in real fiches has a line; what it names in our files is a key of their schema."""
    lines = donnees.official_names()
    known = {path for path, _ in chemins(FicheOfficielle)}
    met = (CAS / "fiches" / "elements.txt").read_text("utf-8").split()
    assert [path for path in met if sum(fnmatchcase(path, line["element"]) for line in lines) != 1] == []
    assert [line for line in lines if not any(fnmatchcase(path, line["element"]) for path in known)] == []
    assert not reached("identite.rome[].codex", "api-certification")
    for line in lines:
        assert "ici" in line or line["remarque"].casefold().endswith("non repris")
        file = "api-partenaires" if line.get("remarque") == "Dans partenaires.json" else "api-certification"
        assert "ici" not in line or reached(line["ici"], file), line
        quoted = re.search(r"citations\.\w+", line.get("remarque", ""))
        assert quoted is None or reached(quoted[0], "api-certification"), line
        assert "index" not in line or reached(f"certifications[].{line['index']}", "api-index"), line
