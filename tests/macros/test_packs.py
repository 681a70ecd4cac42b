"""The pack of a certification: CASE 1.1 under its official schema, and the CSV of Moodle under the rules of its importer."""

from __future__ import annotations

import csv
import dataclasses
import html
import io
import json
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft201909Validator

from macros.api import case, moodle
from macros.api.edition import Edition
from macros.api.identifiers import identifier
from macros.api.outline import elements, judged
from referentials.load import Collection, load
from referentials.model_certification import Certification
from tests.outils import CAS, tree
from tests.outils_api import EDITION, PUBLIEE, served

NORME = Path(__file__).parents[1] / "normes" / "case" / "case-v1p1-cfpackage.schema.json"
SLUGS = [one.slug for one in load().certifications if one.has_referentiel]
SMALL = ("correspondances-entre-deux-certifications", "codes-publies-et-retires", "sans-aucun-critere")
SMALL += ("repertoire-specifique-et-diplome", "tout-ce-que-les-schemas-admettent", "fiches-importees")


@cache
def official() -> Draft201909Validator:
    """Return the validator of the official schema, formats checked."""
    return Draft201909Validator(
        json.loads(NORME.read_text("utf-8")), format_checker=Draft201909Validator.FORMAT_CHECKER
    )


@pytest.fixture(params=["publiée", *SMALL])
def collection(request: pytest.FixtureRequest, tmp_path: Path) -> Collection:
    """Return the published data, then small trees."""
    return load() if request.param == "publiée" else load(tree(CAS / "conformes" / request.param, tmp_path))


def packed(collection: Collection) -> list[Certification]:
    """Return the certifications that have a pack."""
    return [one for one in collection.certifications if one.has_referentiel]


@pytest.mark.parametrize("edition", [EDITION, PUBLIEE], ids=["sans adresse", "publiée"])
def test_a_package_follows_the_official_schema(collection: Collection, edition: Edition) -> None:
    """No fault, identifiers are UUID; the schema refuses a package that lacks what it asks."""
    for one in packed(collection):
        package = case.package(collection, one, edition)
        assert [f"{error.json_path} {error.message}" for error in official().iter_errors(package)] == []
        names = [node["identifier"] for key in ("CFItems", "CFAssociations") for node in package[key]]
        assert len(set(names)) == len(names)
        assert {UUID(name).version for name in names} == {5}
        assert all(
            node["uri"].startswith((PUBLIEE.site if edition.site else "urn:uuid:", "urn:uuid:"))
            for node in package["CFItems"]
        )
        assert not official().is_valid({**package, "CFDocument": {}})


def test_a_package_holds_all_of_the_referential(collection: Collection) -> None:
    """An empty package is valid too: items are counted, each is held once, and by what holds it in the data."""
    for one in packed(collection):
        package = case.package(collection, one, EDITION)
        competences = list(one.all_competences())
        counted = Counter(item["humanCodingScheme"] for item in package["CFItems"])
        every = [c for root in one.composantes for c in root.walk()] + competences
        every += [*one.referentiel.competences_transversales]
        below = [
            part for c in every if hasattr(c, "criteres") for part in (*c.criteres, *c.savoirs, *c.sous_competences)
        ]
        assert counted == Counter(node.code for node in (*every, *below))
        held = [link for link in package["CFAssociations"] if link["associationType"] == "isChildOf"]
        assert Counter(link["originNodeURI"]["identifier"] for link in held) == Counter(
            item["identifier"] for item in package["CFItems"]
        )
        known = {item["identifier"] for item in package["CFItems"]} | {package["CFDocument"]["identifier"]}
        assert {link["destinationNodeURI"]["identifier"] for link in held} <= known


def test_the_scale_is_a_rubric(collection: Collection) -> None:
    """A criterion for each thing that one is judged on, a level for each value, in order; without a scale, no rubric."""
    for one in packed(collection):
        package = case.package(collection, one, EDITION)
        if one.echelle is None:
            assert "CFRubrics" not in package
            continue
        (rubric,) = package["CFRubrics"]
        assert len(rubric["CFRubricCriteria"]) == len(judged(one)) > 0
        for criterion in rubric["CFRubricCriteria"]:
            assert [level["quality"] for level in criterion["CFRubricCriterionLevels"]] == [
                value.libelle for value in one.echelle.valeurs
            ]


def test_identifiers_are_those_of_our_codes() -> None:
    """They do not change with the address of the site, the day or the version: another system knows the element again."""
    assert identifier("cqp-vendeur-conseil-a-distance", "D1") == "4b554417-334c-5100-9515-399925669196"
    one = load().certification(SLUGS[0])
    names = [
        [item["identifier"] for item in case.package(load(), one, edition)["CFItems"]]
        for edition in (EDITION, PUBLIEE, Edition("2031-01-01"))
    ]
    assert names[0] == names[1] == names[2]


def kinds(collection: Collection, slug: str) -> dict[str, list[dict[str, Any]]]:
    """Return the associations of a certification by their kind."""
    found: dict[str, list[dict[str, Any]]] = {}
    for link in case.package(collection, collection.certification(slug), EDITION)["CFAssociations"]:
        found.setdefault(link["associationType"], []).append(link)
    return found


def test_what_is_the_same_elsewhere_is_said_and_leads_there() -> None:
    """One code that is identical to one: exactMatchOf, from both sides, to the very identifier that the other package has."""
    collection = load()
    (face,) = [one for one in collection.correspondances.values() if one.nouvelle == "cqp-vendeur-conseil-a-distance"]
    same = [one for one in face.liens if one.nature == "identique"]
    elsewhere = {one.code for one in elements(collection.certification(face.nouvelle))}
    expected = {identifier(face.nouvelle, one.nouveau[0]) for one in same if one.nouveau[0] in elsewhere}
    assert expected
    links = kinds(collection, face.ancienne)["exactMatchOf"]
    assert expected <= {link["destinationNodeURI"]["identifier"] for link in links}
    back = kinds(collection, face.nouvelle)["exactMatchOf"]
    assert {link["originNodeURI"]["identifier"] for link in back} >= expected
    assert all(link["originNodeURI"]["targetType"] == "CASE" for link in links)


def from_the_register(collection: Collection, slug: str) -> dict[str, list[tuple[str, str]]]:
    """Return the links to blocs and fiches that are in no framework, by their kind: whence, and the official number."""
    outside = ("ext:bloc_rncp", "ext:fiche")
    return {
        kind: [
            (one["originNodeURI"]["identifier"], one["destinationNodeURI"]["title"])
            for one in some
            if one["destinationNodeURI"]["targetType"] in outside
        ]
        for kind, some in kinds(collection, slug).items()
    }


def test_a_bloc_that_the_register_gives_for_one_other_is_the_same() -> None:
    """One for one: exactMatchOf, each once; the sums and the whole fiches are only related, each part to each."""
    exact = related = 0
    for one in load().certifications:
        rows = one.identite.correspondances_blocs
        if not rows:
            continue
        sides = [(row.blocs, row.blocs_destination or (row.numero_fiche,), row.blocs_destination) for row in rows]
        wanted = [right[0] for left, right, blocs in sides if len(left) == len(blocs) == 1]
        found = from_the_register(load(), one.slug)
        assert Counter(title for _, title in found["exactMatchOf"]) == Counter(wanted)
        others = sum(max(1, len(left)) * len(right) for left, right, blocs in sides if not len(left) == len(blocs) == 1)
        assert len(found.get("isRelatedTo", ())) == others
        exact, related = exact + len(wanted), related + others
    assert min(exact, related) > 0


def test_a_bloc_leads_to_its_own_official_fiche_and_says_that_words_may_differ() -> None:
    """Its number names it, its fiche is where it is read: there is no framework of it to lead to."""
    slug = "rncp40344-auxiliaire-specialise-veterinaire"
    (link,) = [
        one for one in kinds(load(), slug)["exactMatchOf"] if one["destinationNodeURI"]["identifier"] == "RNCP37507BC04"
    ]
    assert link["destinationNodeURI"]["uri"] == "https://www.francecompetences.fr/recherche/rncp/37507/"
    assert link["originNodeURI"]["identifier"] == identifier(slug, "BC04")
    assert "peuvent différer" in link["notes"]


def test_a_bloc_of_another_certification_that_is_here_leads_to_it() -> None:
    """Both are of this site: to the very identifier that the package of the other has; a bloc of ours that is not known, to none."""
    collection, slug, other = load(), "rncp37674-developpeur-web-et-web-mobile", "tp-conseiller-commercial"
    one = collection.certification(slug)
    (row,) = [row for row in one.identite.correspondances_blocs if row.blocs == ("RNCP37674BC01",)]
    rows = (
        dataclasses.replace(row, numero_fiche="RNCP37717", blocs_destination=("RNCP37717BC02",)),
        dataclasses.replace(row, blocs=("RNCP37674BC99",)),
    )
    identite = dataclasses.replace(one.identite, correspondances_blocs=rows)
    every = [dataclasses.replace(c, identite=identite) if c is one else c for c in collection.certifications]
    found = kinds(dataclasses.replace(collection, certifications=tuple(every)), slug)
    (link,) = found["exactMatchOf"]
    assert link["destinationNodeURI"]["identifier"] == identifier(other, "CCP2")
    assert link["destinationNodeURI"]["targetType"] == "CASE"
    assert "isRelatedTo" not in found


def test_what_a_document_replaces_is_said() -> None:
    """A certification that a document replaces leads to the one that does; one that Repère alone places after is not said so."""
    collection = load()
    replaced = kinds(collection, "cqp-relation-commerciale-a-distance")["replacedBy"]
    assert [link["destinationNodeURI"]["identifier"] for link in replaced] == [
        identifier("cqp-vendeur-conseil-a-distance-2018")
    ]
    assert "replacedBy" not in kinds(collection, "cqp-vendeur-conseil-a-distance-2018")


def test_a_withdrawn_code_leads_to_what_replaced_it(tmp_path: Path) -> None:
    """Who has an answer under the old code finds the new one."""
    collection = load(tree(CAS / "conformes" / "codes-publies-et-retires", tmp_path))
    for one in collection.certifications:
        retires = [retire for retire in (one.codes.retires if one.codes else ()) if retire.remplace_par]
        said = kinds(collection, one.slug).get("replacedBy", [])
        assert {(link["originNodeURI"]["identifier"], link["destinationNodeURI"]["identifier"]) for link in said} == {
            (identifier(one.slug, retire.code), identifier(one.slug, retire.remplace_par or "")) for retire in retires
        }
        assert retires


def lines(one: Certification) -> list[dict[str, str]]:
    """Return the rows of the CSV of Moodle by the name of their column."""
    return list(csv.DictReader(io.StringIO(moodle.text(one), newline="")))


def test_moodle_reads_every_line(collection: Collection) -> None:
    """Fourteen columns in order, one framework, numbers that are unique and short names, no line whose parent is unknown."""
    example = (Path(__file__).parents[1] / "normes" / "moodle" / "exemple-minimal.csv").read_text("utf-8")
    for one in packed(collection):
        text = moodle.text(one)
        assert next(csv.reader(io.StringIO(text))) == next(csv.reader(io.StringIO(example)))
        assert {len(row) for row in csv.reader(io.StringIO(text, newline=""))} == {14}
        framework, *competencies = lines(one)
        assert [row["Is framework"] for row in (framework, *competencies)].count("1") == 1
        numbers = [row["Id number"] for row in competencies]
        assert len(set(numbers)) == len(numbers)
        for row in (framework, *competencies):
            assert 0 < len(row["Id number"]) <= 100
            assert 0 < len(row["Shortname"]) <= 100
        assert {row["Parent id number"] for row in competencies} <= {"", *numbers}
        related = {code for row in competencies for code in row["Cross referenced competency id numbers"].split(",")}
        assert {code.replace("%2C", ",") for code in related} <= {"", *numbers}


def test_moodle_has_all_that_one_learns(collection: Collection) -> None:
    """Components, competences and criteria, each with its whole statement, whatever its short name had to lose."""
    for one in packed(collection):
        _, *competencies = lines(one)
        kept = [each for each in elements(one) if each.genre in moodle.KEPT]
        assert [row["Id number"] for row in competencies] == [each.code for each in kept]
        competences = list(one.all_competences())
        assert len(kept) >= len(competences) + any(competence.criteres for competence in competences)
        for row, each in zip(competencies, kept, strict=True):
            assert html.unescape(re.sub("<[^>]+>", "\n", row["Description"])).strip().split("\n")[0] == each.enonce
            assert row["Parent id number"] == (each.dans or "")


def test_the_scale_of_moodle_goes_from_the_lowest_and_says_what_counts(collection: Collection) -> None:
    """As many values as names between commas; one by default; those that count are ours."""
    for one in packed(collection):
        framework = lines(one)[0]
        names = framework["Scale values"].split(",")
        head, *told = json.loads(framework["Scale configuration"])
        assert head == {"scaleid": "1"}
        assert [value["scaledefault"] for value in told].count(1) == 1
        assert all(1 <= value["id"] <= len(names) for value in told)
        proficient = {names[value["id"] - 1] for value in told if value["proficient"]}
        if one.echelle:
            positive = {value.libelle.replace(",", " ;") for value in one.echelle.valeurs if value.effet == "positif"}
            assert proficient == positive
            assert len(names) == sum(value.effet != "sans_avis" for value in one.echelle.valeurs)
        else:
            assert moodle.OURS in framework["Description"]
        assert len(framework["Taxonomy"].split(",")) == 4


def test_a_short_name_is_cut_at_a_word() -> None:
    """At most a hundred characters, with three dots; a shorter one is left as it is."""
    assert moodle.short("court") == "court"
    assert moodle.short("mot " * 40).endswith("mot…")
    assert len(moodle.short("x" * 300)) == 100


def test_the_pack_is_published_beside_the_certification_and_the_page_leads_to_it() -> None:
    """Two files for each that has a referential; none, and no key in the index, for one that has not."""
    files = served(load())
    index = {one["slug"]: one for one in json.loads(files["api/v1/index.json"])["certifications"]}
    for one in load().certifications:
        for key, name in (("case", "case.json"), ("moodle", "moodle.csv")):
            place = f"api/v1/certifications/{one.slug}/{name}"
            assert (place in files) == one.has_referentiel == (key in index[one.slug])
            assert not one.has_referentiel or f"api/v1/{index[one.slug][key]}" == place


def test_a_certification_without_a_referential_has_no_pack(tmp_path: Path) -> None:
    """One of the specific register, of which nothing is read but its identity."""
    collection = load(tree(CAS / "conformes" / "repertoire-specifique-et-diplome", tmp_path))
    files = served(collection)
    without = [one.slug for one in collection.certifications if not one.has_referentiel]
    assert without
    assert not [place for place in files for slug in without if place.startswith(f"api/v1/certifications/{slug}/")]
