"""What a fiche holds several of: codes, certifiers, partners, blocs, juries, statistics, official texts."""

# ruff: noqa: RUF009 — `un`, `partie` and the like make a field, as dataclasses.field does
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from referentials.importation import termes
from referentials.importation.balises import liste, un
from referentials.importation.termes import Inconnu, Voie

NaturePublication = Literal["general", "creation", "autre"]


@dataclass(frozen=True, slots=True)
class Code:
    """A code and the label beside it.  The label of a ROME is of version 3 here: the code is checked, never it."""

    code: str | None = un("CODE")
    libelle: str | None = un("LIBELLE")


@dataclass(frozen=True, slots=True)
class NiveauEurope:
    """The level, absent from every fiche of the RS and from some of the RNCP."""

    niveau: termes.Niveau | Inconnu | None = un("NIVEAU", termes.NIVEAU)
    libelle: str | None = un("LIBELLE")


@dataclass(frozen=True, slots=True)
class ConventionCollective:
    """A collective agreement, by the number of its brochure at the Journal officiel, which is no IDCC."""

    rang: int
    numero_brochure: str | None = un("NUMERO")
    libelle: str | None = un("LIBELLE")


@dataclass(frozen=True, slots=True)
class Certificateur:
    """Who certifies; the SIRET misses from about a third of them."""

    siret: str | None = un("SIRET_CERTIFICATEUR", termes.SIRET)
    nom: str | None = un("NOM_CERTIFICATEUR")
    nom_commercial: str | None = un("NOM_COMMERCIAL")
    etat: termes.EtatCertificateur | Inconnu | None = un("ETAT_CERTIFICATEUR", termes.ETAT_CERTIFICATEUR)
    date_derniere_modification_etat: str | None = un("DATE_DERNIERE_MODIFICATION_ETAT", termes.JOUR)
    site_internet: str | None = un("SITE_INTERNET", termes.ADRESSE)


@dataclass(frozen=True, slots=True)
class Partenaire:
    """Who trains or holds the examinations, by habilitation of a certifier."""

    nom: str | None = un("NOM_PARTENAIRE")
    siret: str | None = un("SIRET_PARTENAIRE", termes.SIRET)
    habilitation: termes.Habilitation | Inconnu | None = un("HABILITATION_PARTENAIRE", termes.HABILITATION)
    etat: termes.EtatHabilitation | Inconnu | None = un("ETAT_HABILITATION", termes.ETAT_HABILITATION)
    date_actif: str | None = un("DATE_ACTIF", termes.JOUR)
    date_derniere_modification_etat: str | None = un("DATE_DERNIERE_MODIFICATION_ETAT", termes.JOUR)


@dataclass(frozen=True, slots=True)
class BlocCompetences:
    """A bloc; its number is part of its code and need not follow the one before."""

    code: str | None = un("CODE")
    libelle: str | None = un("LIBELLE")
    liste_competences: str | None = un("LISTE_COMPETENCES")
    modalites_evaluation: str | None = un("MODALITES_EVALUATION")
    prerequis_entree_formation: str | None = un("PREREQUIS_ENTREE_FORMATION_BLOC")
    prerequis_validation: str | None = un("PREREQUIS_VALIDATION_BLOC")


@dataclass(frozen=True, slots=True)
class Jury:
    """A way in, open or not, and who judges there."""

    voie: Voie
    actif: bool | None = un("ACTIF", termes.OUI_NON)
    composition: str | None = un("COMPOSITION")
    date_derniere_modification: str | None = un("DATE_DERNIERE_MODIFICATION", termes.JOUR)


@dataclass(frozen=True, slots=True)
class StatistiquePromotion:
    """A year of certified people; rates in percent, at six months and at two years."""

    annee: int | None = un("ANNEE", termes.NOMBRE)
    nombre_certifies: int | None = un("NOMBRE_CERTIFIES", termes.NOMBRE)
    nombre_certifies_vae: int | None = un("NOMBRE_CERTIFIES_VAE", termes.NOMBRE)
    taux_insertion_global_6mois: float | None = un("TAUX_INSERTION_GLOBAL_6MOIS", termes.TAUX)
    taux_insertion_metier_6mois: float | None = un("TAUX_INSERTION_METIER_6MOIS", termes.TAUX)
    taux_insertion_metier_2ans: float | None = un("TAUX_INSERTION_METIER_2ANS", termes.TAUX)


@dataclass(frozen=True, slots=True)
class PublicationJO:
    """A text of the Journal officiel or of a Bulletin officiel."""

    nature: NaturePublication
    titre: str | None = un("TITRE")
    date_publication: str | None = un("DATE_PUBLICATION_JO", termes.JOUR)


@dataclass(frozen=True, slots=True)
class Correspondance:
    """Blocs of this fiche that are equal to blocs of another; no bloc on a side stands for the whole fiche."""

    source_blocs: tuple[str, ...] = liste("SOURCE/BLOC_COMPETENCES/CODE")
    destination_numero_fiche: str | None = un("DESTINATION/NUMERO_FICHE", termes.NUMERO_FICHE)
    destination_blocs: tuple[str, ...] = liste("DESTINATION/BLOC_COMPETENCES/CODE")
