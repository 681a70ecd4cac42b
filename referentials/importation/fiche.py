"""A fiche of one of the two registers, under the names of France compétences in lower case.

What is absent is None or (); days are ISO strings; texts are those of the fiche, without the spaces around them.
"""

# ruff: noqa: RUF009 — `un`, `partie` and the like make a field, as dataclasses.field does
from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from referentials.importation import parties as p
from referentials.importation import termes
from referentials.importation.balises import liste, partie, parties, un
from referentials.importation.remplissage import Remarque
from referentials.importation.termes import Inconnu

Repertoire = Literal["RNCP", "RS"]
_JURYS = {f"SI_JURY_{voie}": {"voie": voie} for voie in ("FI", "CA", "FC", "CQ", "CL", "VAE")}
_CCN = {f"CCN_{rang}": {"rang": rang} for rang in (1, 2, 3)}
_DECRETS = {
    f"PUBLICATION_DECRET_{nature.upper()}/PUBLICATION_JO": {"nature": nature}
    for nature in ("general", "creation", "autre")
}
_CQP = re.compile(
    r"CQP(?P<sigle>I)?\b|certificats? de qualification professionnelle(?P<long> interbranches)?\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class FicheOfficielle:
    """What a fiche says, element by element, and what of it did not read as it should."""

    numero_fiche: str = un("NUMERO_FICHE", termes.NUMERO_FICHE)
    id_fiche: str | None = un("ID_FICHE")
    version_flux: str | None = None
    nouvelles_certifications: tuple[str, ...] = liste(
        "NOUVELLES_CERTIFICATIONS/NOUVELLE_CERTIFICATION/ID_FICHE_NOUVELLE_CERTIFICATION", termes.NUMERO_FICHE
    )
    anciennes_certifications: tuple[str, ...] = liste(
        "ANCIENNES_CERTIFICATIONS/ANCIENNE_CERTIFICATION/ID_FICHE_ANCIENNE_CERTIFICATION", termes.NUMERO_FICHE
    )
    intitule: str | None = un("INTITULE")
    abrege: p.Code | None = partie("ABREGE", p.Code)
    etat_fiche: str | None = un("ETAT_FICHE")
    actif: bool | None = un("ACTIF", termes.OUI_NON)
    nomenclature_europe: p.NiveauEurope | None = partie("NOMENCLATURE_EUROPE", p.NiveauEurope)
    formacodes: tuple[p.Code, ...] = parties("FORMACODES/FORMACODE", p.Code)
    codes_nsf: tuple[p.Code, ...] = parties("CODES_NSF/NSF", p.Code)
    codes_rome: tuple[p.Code, ...] = parties("CODES_ROME/ROME", p.Code)
    codes_idcc: tuple[p.Code, ...] = parties("CODES_IDCC/IDCC", p.Code)
    ccn: tuple[p.ConventionCollective, ...] = parties(_CCN, p.ConventionCollective)
    certificateurs: tuple[p.Certificateur, ...] = parties("CERTIFICATEURS/CERTIFICATEUR", p.Certificateur)
    existence_partenaires: bool | None = un("EXISTENCE_PARTENAIRES", termes.OUI_NON)
    partenaires: tuple[p.Partenaire, ...] = parties("PARTENAIRES/PARTENAIRE", p.Partenaire)
    objectifs_contexte: str | None = un("OBJECTIFS_CONTEXTE")
    activites_visees: str | None = un("ACTIVITES_VISEES")
    capacites_attestees: str | None = un("CAPACITES_ATTESTEES")
    secteurs_activite: str | None = un("SECTEURS_ACTIVITE")
    type_emploi_accessibles: str | None = un("TYPE_EMPLOI_ACCESSIBLES")
    reglementations_activites: str | None = un("REGLEMENTATIONS_ACTIVITES")
    niveau_maitrise_competences: str | None = un("NIVEAU_MAITRISE_COMPETENCES")
    blocs_competences: tuple[p.BlocCompetences, ...] = parties("BLOCS_COMPETENCES/BLOC_COMPETENCES", p.BlocCompetences)
    correspondances: tuple[p.Correspondance, ...] = parties("CORRESPONDANCES/CORRESPONDANCE", p.Correspondance)
    validation_partielle: bool | None = un("VALIDATION_PARTIELLE", termes.OUI_NON)
    validation_partielle_perimetre: str | None = un("VALIDATION_PARTIELLE_PERIMETRE")
    prerequis_entree_formation: str | None = un("PREREQUIS_ENTREE_FORMATION")
    prerequis_validation_certification: str | None = un("PREREQUIS_VALIDATION_CERTIFICATION")
    duree_validite: str | None = un("DUREE_VALIDITE")
    modalites_renouvellement: str | None = un("MODALITES_RENOUVELLEMENT")
    jurys: tuple[p.Jury, ...] = parties(_JURYS, p.Jury)
    accessible_nouvelle_caledonie: bool | None = un("ACCESSIBLE_NOUVELLE_CALEDONIE", termes.OUI_NON)
    accessible_polynesie_francaise: bool | None = un("ACCESSIBLE_POLYNESIE_FRANCAISE", termes.OUI_NON)
    publications_jo: tuple[p.PublicationJO, ...] = parties(_DECRETS, p.PublicationJO)
    statistiques_promotions: tuple[p.StatistiquePromotion, ...] = parties(
        "STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION", p.StatistiquePromotion
    )
    annees_promotions_niveau: tuple[int, ...] = liste("ANNEES_PROMOTIONS_NIVEAU/ANNEE", termes.NOMBRE)
    lien_url_description: str | None = un("LIEN_URL_DESCRIPTION", termes.ADRESSE)
    type_enregistrement: termes.TypeEnregistrement | Inconnu | None = un(
        "TYPE_ENREGISTREMENT", termes.TYPE_ENREGISTREMENT
    )
    date_decision: str | None = un("DATE_DECISION", termes.JOUR)
    duree_enregistrement: int | None = un("DUREE_ENREGISTREMENT", termes.NOMBRE)
    date_effet: str | None = un("DATE_EFFET", termes.JOUR)
    date_de_publication: str | None = un("DATE_DE_PUBLICATION", termes.JOUR)
    date_dernier_jo: str | None = un("DATE_DERNIER_JO", termes.JOUR)
    date_fin_enregistrement: str | None = un("DATE_FIN_ENREGISTREMENT", termes.JOUR)
    date_limite_delivrance: str | None = un("DATE_LIMITE_DELIVRANCE", termes.JOUR)
    remarques: tuple[Remarque, ...] = ()

    @property
    def repertoire(self) -> Repertoire:
        """Return the register, which the number alone says."""
        return "RS" if self.numero_fiche.startswith("RS") else "RNCP"

    @property
    def sigle(self) -> str | None:
        """Return the short name of the kind of certification; of a CQP only the title says it, ABREGE is absent."""
        if self.abrege and self.abrege.code:
            return self.abrege.code
        found = _CQP.match(self.intitule or "")
        return ("CQPI" if found["sigle"] or found["long"] else "CQP") if found else None


@dataclass(frozen=True, slots=True)
class FicheIllisible:
    """A fiche, or the rest of a file, that could not be read: its number if known, why (French), and where."""

    numero: str | None
    raison: str
    place: str
