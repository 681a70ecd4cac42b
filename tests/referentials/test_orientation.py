"""Whom to ask and what resembles: computed from the data, and a neighbour is never a successor."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from referentials.load import Collection, load
from referentials.model_identite import AutreCertification, VoieAcces
from referentials.model_orientation import Criteres, LiensOfficiels, Service, Voisine, Voisines
from referentials.orientation import links, neighbours, words
from tests.outils import typed

GROS, TITRE, CLIENTELE = "cqp-vendeur-conseil-a-distance-2018", "tp-conseiller-commercial", "charge-de-clientele"
CRITERES = Criteres(rome=1, formacodes=1, mots=2, mots_meme_genre=1, mots_vides=("de", "en"))


def addresses(slug: str) -> dict[str, list[str]]:
    """Return the addresses shown for a published certification, by the code of the service."""
    found: dict[str, list[str]] = {}
    for lien in links(load(), load().certification(slug)):
        found.setdefault(lien.service.code, []).append(lien.adresse)
    return found


def near(slug: str) -> dict[str, Any]:
    """Return the neighbours of a published certification by their number."""
    return {found.voisine.numero_fiche: found for found in neighbours(load(), load().certification(slug))}


def test_an_address_is_filled_with_what_the_certification_has() -> None:
    """The number without its letters, one address for each ROME code; without a number, no address with a hole."""
    gros = addresses(GROS)
    assert gros["FICHE-RNCP"] == ["https://www.francecompetences.fr/recherche/rncp/32391/"]
    assert [address.rpartition("/")[2] for address in gros["METIER"]] == ["D1401", "D1408"]
    assert "FICHE-RS" not in gros
    assert "FICHE-RNCP" not in addresses("cqp-vendeur-conseil-a-distance")
    every = [address for c in load().certifications for found in addresses(c.slug).values() for address in found]
    assert not [address for address in every if "{" in address]


def test_a_service_is_for_the_kinds_and_routes_that_it_says() -> None:
    """The site of the ministry's titles is shown for a title of the ministry only."""
    assert "TITRE-PROFESSIONNEL" in addresses(TITRE)
    assert not [slug for slug in (GROS, CLIENTELE) if "TITRE-PROFESSIONNEL" in addresses(slug)]


@pytest.mark.parametrize(("opened", "shown"), [(True, True), (False, False)])
def test_a_service_of_a_route_needs_that_route_open(*, opened: bool, shown: bool) -> None:
    """France VAE is for what the VAE leads to."""
    collection, certification = load(), load().certification(GROS)
    service = Service(
        "VAE", "VAE", "Demander.", "https://exemple.fr/", "haute", "2026-11-29", visitee=False, voies=("vae",)
    )
    one = dataclasses.replace(collection, liens={"x": LiensOfficiels("Inventé.", (service,))})
    routes = (VoieAcces("vae", certification.identite.resume.source, ouverte=opened),)
    changed = dataclasses.replace(
        certification, identite=dataclasses.replace(certification.identite, voies_acces=routes)
    )
    assert bool(links(one, changed)) is shown


def test_no_address_is_said_to_have_been_opened() -> None:
    """They were read in copies: each says so, and one at least is less sure."""
    services = [service for found in load().liens.values() for service in found.services]
    assert not any(service.visitee for service in services)
    assert {service.confiance for service in services} == {"haute", "moyenne"}


def test_neighbours_are_computed_from_what_is_shared() -> None:
    """By words of the title, by Formacode, by ROME: each says what brought it; itself is not one."""
    assert near(GROS)["RNCP38402"].mots == ("conseil", "distance")
    assert near(CLIENTELE)["RNCP37717"].rome == ("D1402",)
    assert near(CLIENTELE)["RNCP37717"].certification == TITRE
    assert set(near(TITRE)["RNCP40576"].formacodes) == {"34582", "34593"}
    assert "RNCP37717" not in near(TITRE)
    assert all(
        found.rome or found.formacodes or found.mots for c in load().certifications for found in near(c.slug).values()
    )


def test_a_neighbour_leads_to_its_own_official_fiche() -> None:
    """The address is that of its number, not of ours."""
    assert near(GROS)["RNCP38402"].adresse == "https://www.francecompetences.fr/recherche/rncp/38402/"


def test_every_certification_has_a_neighbour_to_look_at() -> None:
    """A dead end leads somewhere; the survey of neighbours was made around what somebody read."""
    assert all(near(one.slug) for one in load().certifications if not one.identite.importee)


def test_no_neighbour_is_promoted_to_successor() -> None:
    """None of our certifications has one of them among what follows it."""
    numbers = {v.numero_fiche for releve in load().voisines.values() for v in releve.certifications}
    suites = {s.numero_fiche for c in load().certifications for s in c.identite.successeurs}
    assert not numbers & suites


@pytest.mark.parametrize("named", [{"numero_fiche": "RNCP38402"}, {"numero_fiche": "RNCP1"}, {"certification": TITRE}])
@pytest.mark.parametrize("origine", ["document", "repere"])
def test_what_a_document_says_comes_after_is_no_mere_neighbour(named: dict[str, str], origine: str) -> None:
    """Not among those « that no document says follow », whether the document names it by its number or we by its name."""
    collection = load()
    certification = collection.certification(CLIENTELE if "certification" in named else GROS)
    donnees = {"intitule": "Autre", "origine": origine, "source": {"document": "x", "section": "1"}, **named}
    suite = typed(AutreCertification, donnees)
    changed = dataclasses.replace(
        certification, identite=dataclasses.replace(certification.identite, successeurs=(suite,))
    )
    every = tuple(changed if one is certification else one for one in collection.certifications)
    found = {v.voisine.numero_fiche for v in neighbours(dataclasses.replace(collection, certifications=every), changed)}
    number = "RNCP37717" if "certification" in named else named["numero_fiche"]
    before = {v.voisine.numero_fiche for v in neighbours(collection, certification)}
    assert found == (before - {number} if origine == "document" else before)


@pytest.mark.parametrize(
    ("title", "kind", "found"),
    [
        ("Vendeur de vélos", None, False),
        ("Vendeur de vélos", "CQP", True),
        ("Vendeur conseil en vélos", None, True),
        ("Mécanicien", "CQP", False),
        ("Conseils et vendeurs", None, True),
    ],
)
def test_one_word_is_enough_only_within_a_kind(title: str, kind: str | None, *, found: bool) -> None:
    """Two words, or one between two CQP; « s » of a plural and empty words do not count."""
    voisine = Voisine("RNCP10001", title, "4", "2030-01-01", abrege=kind)
    releve = Voisines("2026-10-03", load().certification(GROS).epreuves[0].source, CRITERES, (voisine,))
    collection: Collection = dataclasses.replace(load(), voisines={"x": releve})
    assert bool(neighbours(collection, load().certification(GROS))) is found


def test_a_word_is_compared_plain_and_shown_as_written() -> None:
    """« Chargé(e) » and « Chargé » are one word, and the reader sees it with its accent."""
    assert words("Chargé(e) de clientèle", CRITERES) == {"charge": "chargé", "clientele": "clientèle"}
