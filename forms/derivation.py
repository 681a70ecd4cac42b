"""Certification → Formulaire: the form of a certification follows from its data, with no line of code of its own."""

from __future__ import annotations

from forms.formulaire import Formulaire, Groupe, GroupesRequis, Item, Seuil, Valeur
from referentials.model import Competence, Composante
from referentials.model_certification import Certification


def derive(certification: Certification) -> Formulaire:
    """Return the auto-positionnement form of a certification.

    Groups follow the components, competences are the innermost groups, criteria are the
    items.  Thresholds and required components come from `regles`, never from here.
    """
    loose = tuple(_competence(competence) for competence in certification.referentiel.competences)
    seuils = [regle for regle in certification.regles if regle.parametres["nature"] == "seuil"]
    requises = [regle for regle in certification.regles if regle.parametres["nature"] == "composantes_requises"]
    return Formulaire(
        certification=certification.slug,
        intitule=certification.intitule,
        version_referentiel=certification.version,
        echelle=tuple(Valeur(v.code, v.libelle_candidat, v.effet) for v in certification.echelle.valeurs),
        groupes=(*loose, *(_composante(composante) for composante in certification.composantes)),
        seuils=tuple(
            Seuil(regle.code, composante, regle.parametres["valeur"])
            for regle in seuils
            for composante in regle.parametres["composantes"]
        ),
        groupes_requis=(
            GroupesRequis(requises[0].code, tuple(requises[0].parametres["composantes"])) if requises else None
        ),
    )


def _composante(composante: Composante) -> Groupe:
    inner = tuple(_composante(below) for below in composante.composantes)
    competences = tuple(_competence(competence) for competence in composante.competences)
    return Groupe(composante.code, composante.nature, composante.intitule, (*competences, *inner), ())


def _competence(competence: Competence) -> Groupe:
    items = tuple(
        Item(critere.code, critere.enonce_candidat, critere.origine, critere.preuves) for critere in competence.criteres
    )
    return Groupe(competence.code, "competence", competence.intitule, (), items)
