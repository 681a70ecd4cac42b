"""What the index is made of: each built page with its fields, what each field weighs, and what the page weighs.

A certification's own codes, and the names that the ROME gives its trades, are written on none of its pages as people
type them: its fiche has them from the data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.pages.rubriques import rubriques
from macros.recherche.lecture import Page, read
from macros.recherche.questions import asked
from macros.vues.laquelle import TODAY
from referentials.levels import known_levels
from referentials.load import Collection
from referentials.model_certification import Certification
from referentials.model_identite import Identite

SITE_NAME = "Repère"
# What a word found in each field weighs.
CHAMPS = {
    "codes": 8,
    "titre": 6,
    "chemin": 5,
    "termes": 7,
    "appellations": 3,
    "courants": 3,
    "questions": 3,
    "intertitres": 2,
    "certification": 1.5,
    "texte": 1,
}
# The pages of the site that answer less than another for the same words; 0: the page answers for none.
PAGES = {
    "": 0.6,
    "accessibilite/": 0.4,
    "aujourd-hui/": 0.6,
    "certifications/": 0.6,
    "comparer/": 0.7,
    "confidentialite/": 0.8,
    "contribuer/": 0.3,
    "deployer/": 0.2,
    "discordances/": 0.4,
    "donnees/": 0.4,
    "hors-ligne/": 0,
    "voisines/": 0.6,
}
COMPARED = 0.9


@dataclass(frozen=True, slots=True)
class _Place:
    """A page of a certification: whose, and the address below its own."""

    certification: Certification
    adresse: str


def documents(site: Path, collection: Collection) -> list[dict[str, Any]]:
    """Return the pages of a built site as indexer.mjs takes them, in the order of their addresses."""
    return list(_documents(site, collection))


def _documents(site: Path, collection: Collection) -> Iterator[dict[str, Any]]:
    rangs = {one.slug: rang for rang, one in enumerate(collection.certifications)}
    for path in sorted(site.rglob("index.html")):
        adresse = path.relative_to(site).as_posix().removesuffix("index.html")
        poids = weight(adresse, collection)
        if poids:
            page = read(path.read_text("utf-8"), SITE_NAME)
            questions = asked(page, _kind(adresse, collection), collection)
            yield {
                "adresse": adresse,
                "nom": page.nom,
                "poids": poids,
                "de": [rangs[slug] for slug in about(adresse, collection)],
                "fiche": _kind(adresse, collection) == "fiche",
                "champs": {
                    name: {"poids": CHAMPS[name], "liste" if isinstance(said, list) else "texte": said}
                    for name, said in _fields(page, adresse, collection, questions).items()
                },
                "sections": [
                    [section.ancre, section.titre, section.texte, " ".join(questions.get(rank, ()))]
                    for rank, section in enumerate(page.sections)
                ],
            }


def weight(adresse: str, collection: Collection) -> float:
    """Return what the score of a page is multiplied by, on a day on which one can still begin what it is about."""
    place = _place(adresse, collection)
    if place:
        return next(r for r in rubriques(collection, place.certification.slug) if r.adresse == place.adresse).poids
    return COMPARED if _pair(adresse) else PAGES.get(adresse, 1)


def about(adresse: str, collection: Collection) -> list[str]:
    """Return the certifications that a page is about: its own, the two that it compares, or none."""
    place = _place(adresse, collection)
    return [place.certification.slug] if place else _pair(adresse)


def _pair(adresse: str) -> list[str]:
    """Return the two certifications that a page compares; none where it compares none."""
    folder, _, pair = adresse.strip("/").partition("/")
    return pair.split("--") if folder == "comparer" and pair else []


def _place(adresse: str, collection: Collection) -> _Place | None:
    folder, _, rest = adresse.partition("/")
    if folder != "certifications" or not rest:
        return None
    slug, _, below = rest.partition("/")
    return _Place(collection.certification(slug), below)


def _kind(adresse: str, collection: Collection) -> str:
    """Return what questions.json calls a page: the kind of a page of a certification, else its address."""
    place = _place(adresse, collection)
    if place:
        return place.adresse.removesuffix("/") or "fiche"
    return "comparaison" if _pair(adresse) else adresse


def _fields(
    page: Page, adresse: str, collection: Collection, questions: Mapping[int, list[str]]
) -> dict[str, str | list[str]]:
    """Return the fields of a page: a text, or a list of names where a word that is a whole name counts more than a part of one."""
    place = _place(adresse, collection)
    own: dict[str, str | list[str]] = {
        "titre": page.titre,
        "chemin": adresse.replace("/", " "),
        "termes": " ".join(page.termes),
        "intertitres": " ".join(section.titre for section in page.sections if section.titre not in page.termes),
        "questions": " ".join(mot for mots in questions.values() for mot in mots),
        "texte": " ".join(section.texte for section in page.sections),
    }
    if place is None:
        return own
    identite = place.certification.identite
    named: dict[str, str | list[str]] = {"certification": f"{identite.intitule} {identite.intitule_court or ''}"}
    if place.adresse:
        return own | named | {"chemin": place.adresse}
    return own | named | {"chemin": place.certification.slug} | _of_fiche(identite, collection)


def _diplomas(identite: Identite) -> list[str]:
    """Return the diplomas that name its level of today: « bac » for 4."""
    known = (known_levels().get(one.valeur or "") for one in identite.niveaux if one.nomenclature == TODAY)
    return [name for one in known if one for name in one.diplomes]


def _of_fiche(identite: Identite, collection: Collection) -> dict[str, str | list[str]]:
    appellations = collection.fichiers.get("recherche/appellations-rome.json", {}).get("appellations", {})
    courants = collection.fichiers.get("recherche/metiers-courants.json", {}).get("metiers", {})
    rome = [fait.code for fait in identite.rome]
    facts = [fait.valeur or "" for fait in (identite.numero_fiche, identite.code_titre) if fait]
    return {
        "codes": " ".join([*facts, *rome, *_diplomas(identite)]),
        "appellations": [name for code in rome for name in appellations.get(code, ())],
        "courants": " ".join({name: None for code in rome for name in courants.get(code, ())}),
    }
