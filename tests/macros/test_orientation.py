"""The fiche says where to ask and what resembles: with the confidence of each address, and the last day of each neighbour."""

from __future__ import annotations

import pytest

from referentials.etat import shift
from referentials.load import load
from referentials.orientation import links, neighbours
from tests.outils_pages import Reading, read, source

SLUGS = [certification.slug for certification in load().certifications]


def fiche(slug: str) -> Reading:
    """Return the fiche of a published certification."""
    return read(source("fiche", load(), slug))


@pytest.mark.parametrize("slug", SLUGS)
def test_each_service_is_shown_with_its_use_and_its_confidence(slug: str) -> None:
    """Its address for this certification, what one asks there; « moyenne » is told to the reader."""
    reading = fiche(slug)
    shown = reading.all("li")
    for lien in links(load(), load().certification(slug)):
        found = [e for e in shown if e.attributes.get("data-lien") == lien.service.code]
        if not found:
            assert lien.service.quand  # no period of this certification is of that state
            continue
        first = found[0]
        assert first.attributes["data-confiance"] == lien.service.confiance
        assert ("adresse à vérifier" in first.text) is (lien.service.confiance == "moyenne")
        assert reading.all("a", href=lien.adresse)


def test_a_service_for_what_is_in_force_carries_that_period() -> None:
    """Formation paid by the account is for what one can still enter: hidden the day after the end."""
    (service,) = [
        e
        for e in fiche("tp-conseiller-commercial").all("li")
        if e.attributes.get("data-lien") == "MON-COMPTE-FORMATION"
    ]
    assert service.attributes["data-au"] == "2028-07-31"
    expired = [
        e
        for e in fiche("cqp-vendeur-conseil-a-distance-2018").all("li")
        if e.attributes.get("data-lien") == "MON-COMPTE-FORMATION"
    ]
    assert [e.attributes.get("data-au") for e in expired] == ["2024-01-04"]
    assert "hidden" in expired[0].attributes


@pytest.mark.parametrize("slug", SLUGS)
def test_each_neighbour_carries_its_last_day_and_the_list_never_ends_on_nothing(slug: str) -> None:
    """The browser hides what has ended; once all has, a sentence says what to do.

    Whether one follows is told as what we have read, never as what is.
    """
    reading = fiche(slug)
    found = neighbours(load(), load().certification(slug))
    shown = {e.attributes["data-voisine"]: e for e in reading.all("li") if "data-voisine" in e.attributes}
    assert {v.voisine.numero_fiche: v.voisine.date_fin_enregistrement for v in found} == {
        number: element.attributes["data-au"] for number, element in shown.items()
    }
    if not found:
        assert not shown
        return
    last = shift(max(v.voisine.date_fin_enregistrement for v in found), 1)
    (after,) = [e for e in reading.all("p") if e.attributes.get("data-du") == last and "ont pris fin" in e.text]
    assert "France compétences" in after.text
    read_only = "Aucun document que nous avons lu ne dit que l’une d’elles en est la suite"
    assert any(read_only in e.text for e in reading.all("p"))
    assert not any("Aucune n’est la suite" in e.text or "sans la remplacer" in e.text for e in reading.all("p"))
    assert not any("Remplacée par" in e.text for e in shown.values())


def test_whom_to_ask_leads_to_how_to_reach_them() -> None:
    """Near the answers; what the documents give to reach them, else that they give nothing, and the official entry."""
    for certification in load().certifications:
        text = source("fiche", load(), certification.slug)
        asked = text[text.index('id="ou-demander"') if 'id="ou-demander"' in text else text.index("#ou-demander }") :]
        asked = asked[: asked.index("C’est quoi")]
        identite = certification.identite
        given = identite.contacts or identite.adresses_web
        assert ("Adresses que donnent les documents" in asked) is bool(given)
        assert ("ni adresse, ni téléphone, ni site" in asked) is not bool(given)
        assert ("Qui joindre aujourd’hui" in asked) is bool(identite.numero)
        assert "{ #certificateur }" in asked
        assert "Les services publics" in asked
        assert 'href="#certificateur"' not in text
