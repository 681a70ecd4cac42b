"""A certification in a list: what one chooses it by, and where the rest is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from forms.socle import etat_certification, phrases_etat
from macros.api import packs
from macros.api.edition import API, relative
from referentials.etat import Etat, on
from referentials.model_certification import Certification
from referentials.model_identite import AutreCertification, Enregistrement, Identite, Nomenclature, Organisme

CADRE_NATIONAL = "cadre_national_2019"
# The days of a registration that one filters on, under the names of France compétences.
JOURS = ("date_decision", "date_effet", "date_fin_enregistrement", "date_limite_delivrance")


def known(**values: Any) -> dict[str, Any]:
    """Return the values that are known: one that is not is not published empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _codes(found: Iterable[Nomenclature]) -> list[dict[str, Any]]:
    return [known(code=one.code, intitule=one.intitule) for one in found]


def _organismes(found: Iterable[Organisme]) -> list[dict[str, Any]]:
    return [known(nom=one.nom, siret=one.siret) for one in found]


def _levels(identite: Identite) -> list[dict[str, str]]:
    return [{"nomenclature": one.nomenclature, "valeur": one.valeur} for one in identite.niveaux if one.valeur]


def last_days(textes: Sequence[Enregistrement]) -> dict[str, str]:
    """Return the last of each day that its registrations give."""
    every = {name: [day for texte in textes if (day := getattr(texte, name))] for name in JOURS}
    return {name: max(days) for name, days in every.items() if days}


def _followers(found: Iterable[AutreCertification]) -> list[dict[str, Any]]:
    return [
        known(
            intitule=one.intitule,
            numero_fiche=one.numero_fiche,
            certification=one.certification,
            origine=one.origine,
        )
        for one in found
    ]


def state(etats: Sequence[Etat], jour: str) -> dict[str, Any]:
    """Return the state on a day, which it says, and whether one can still begin."""
    found = etat_certification.on(phrases_etat.carried(etats), jour)
    # Together its states hold every day.
    told = etat_certification.day_json(found) if found else {}
    return (
        told
        | {"inscription_possible": not on(etats, jour).close}
        | known(a_recouper=on(etats, jour).a_recouper or None)
    )


def counts(certification: Certification) -> dict[str, int]:
    """Return how many of each thing it has."""
    competences = list(certification.all_competences())
    return {
        "composantes": sum(1 for root in certification.composantes for _ in root.walk()),
        "competences": len(competences),
        "criteres": sum(len(competence.criteres) for competence in competences),
        "epreuves": len(certification.epreuves),
        "regles": len(certification.regles),
        "discordances": len(certification.discordances),
        "documents": len(certification.identite.documents),
    }


def partners_place(certification: Certification) -> str:
    """Return where the partners of a certification are, in a file of their own."""
    return f"{API}certifications/{certification.slug}/partenaires.json"


def entry(certification: Certification, place: str, jour: str) -> dict[str, Any]:
    """Return a certification as the list at `place` has it on a day, with its addresses from there."""
    identite, slug = certification.identite, certification.slug
    levels = _levels(identite)
    national = next((one["valeur"] for one in levels if one["nomenclature"] == CADRE_NATIONAL), None)
    return known(
        slug=slug,
        intitule=certification.intitule,
        intitule_court=identite.intitule_court,
        numero_fiche=identite.numero,
        abrege=identite.abrege and identite.abrege.code,
        type=identite.abrege and identite.abrege.intitule,
        repertoire=identite.au_repertoire,
        niveau=national,
        niveaux=levels,
        nsf=_codes(identite.nsf),
        rome=_codes(identite.rome),
        formacodes=_codes(identite.formacodes),
        certificateurs=_organismes(identite.certificateurs),
        **last_days(identite.enregistrements),
        etat=state(certification.etats, jour),
        successeurs=_followers(identite.successeurs),
        comptes=counts(certification),
        etat_relecture=identite.relecture,
        version=certification.version,
        date_mise_a_jour=identite.date_mise_a_jour,
        etats=etat_certification.to_json(phrases_etat.carried(certification.etats)),
        donnees=relative(place, f"{API}certifications/{slug}.json"),
        partenaires=certification.partenaires and relative(place, partners_place(certification)),
        **{name: relative(place, target) for name, target in packs.places(certification).items()},
        page=relative(place, f"certifications/{slug}/"),
    )
