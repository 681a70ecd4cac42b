"""Certification → Formulaire: the form of a certification follows from its data, with no line of code of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from forms.auto_positionnement.derivation import suites
from forms.auto_positionnement.formulaire import (
    Formulaire,
    Groupe,
    GroupesRequis,
    Item,
    Seuil,
    Valeur,
    ValeurPremierTour,
)
from forms.socle import phrases_etat
from forms.socle.derivation import lectures
from forms.socle.phrases_origine import REPERE, Echelle, mention
from referentials.model import Competence, Composante, ValeurEchelle
from referentials.model_certification import Certification
from referentials.model_parametres import ComposantesRequises
from referentials.model_parametres import Seuil as RegleSeuil

MANQUE = "n’a pas d’énoncés dans ces données, donc pas d’auto-positionnement"


def offered(certification: Certification) -> bool:
    """Only a certification with competences to answer for, on a scale, has something to ask."""
    return certification.has_statements


def derive(certification: Certification) -> Formulaire:
    """Return the auto-positionnement form of a certification.

    Groups follow the components, competences are the innermost groups, criteria are the
    items; a competence without criteria that has the candidate's words is an item itself.  Thresholds and required components come from `regles`, never from here, with the routes that they hold for
    and the readings that decided them.
    """
    loose = tuple(_competence(competence) for competence in certification.referentiel.competences)
    seuils = [(regle, p) for regle in certification.regles if isinstance(p := regle.parametres, RegleSeuil)]
    requises = [(regle, p) for regle in certification.regles if isinstance(p := regle.parametres, ComposantesRequises)]
    groupes = (*loose, *(_composante(composante) for composante in certification.composantes))
    if certification.identite.importee:
        # Of some competences nobody has made a statement yet: they would be titles with nothing to answer.
        groupes = tuple(_asked(groupes))
    every = [item for groupe in groupes for item in groupe.all_items()]
    items = {item.code for item in every}
    competences = [competence for groupe in groupes for competence in groupe.competences()]
    # A part asked for the whole would be read as the whole.
    valeurs = certification.premier_tour if all(competence.enonce_candidat for competence in competences) else ()
    return Formulaire(
        certification=certification.slug,
        intitule=certification.intitule,
        version_referentiel=certification.version,
        echelle=tuple(Valeur(v.code, v.libelle_candidat, v.effet, v.points) for v in values(certification)),
        groupes=groupes,
        seuils=tuple(
            Seuil(regle.code, composante, parametres.valeur, regle.voies)
            for regle, parametres in seuils
            for composante in parametres.composantes
        ),
        groupes_requis=next((GroupesRequis(r.code, p.composantes, r.voies) for r, p in requises), None),
        remplacements=_replacements(certification, items | {competence.code for competence in competences}),
        nouveautes=_additions(certification, items),
        lectures=lectures(
            certification,
            [code for regle, _ in (*seuils, *requises) for code in regle.discordances]
            + [*certification.referentiel.discordances],
        ),
        etats=phrases_etat.carried(certification.etats),
        mention=said_of(certification, every, thresholds=bool(seuils)),
        premier_tour=tuple(ValeurPremierTour(v.code, v.libelle, v.ouvre_le_detail) for v in valeurs),
        suites=suites.derive(certification),
    )


def values(certification: Certification) -> tuple[ValeurEchelle, ...]:
    """Return what a statement may be answered with: nothing where the certification has no scale."""
    return certification.echelle.valeurs if certification.echelle else ()


def said_of(certification: Certification, items: Iterable[Item], *, thresholds: bool) -> str:
    """Return whose the statements of a form are; `thresholds`: what is made of them is held against a rule of success."""
    valeurs = values(certification)
    return mention(
        [item.origine for item in items],
        Echelle(
            [valeur.origine for valeur in valeurs],
            [valeur.origine_des_mots for valeur in valeurs],
            _is_borrowed(certification),
        ),
        thresholds=thresholds,
        unread=certification.identite.importee,
    )


def _is_borrowed(certification: Certification) -> bool:
    """Tell whether the scale comes from documents that none of the statements comes from."""
    every = list(certification.all_competences())
    own = {critere.source.document for one in every for critere in one.criteres}
    own |= {one.source.document for one in every if one.est_un_enonce}
    return not own & {valeur.source.document for valeur in values(certification)}


def _replacements(certification: Certification, asked: set[str]) -> dict[str, str]:
    """Follow each retired code to what is asked today and means the same, through as many versions as it takes."""
    retires = certification.codes.retires if certification.codes else ()
    after = {retire.code: retire.remplace_par for retire in retires if retire.remplace_par}
    found = {}
    for old, following in after.items():
        new, seen = following, {old}
        while new in after and new not in seen:
            seen.add(new)
            new = after[new]
        if new in asked:
            found[old] = new
    return found


def _additions(certification: Certification, items: set[str]) -> dict[str, tuple[str, ...]]:
    """Return the items that each version was the first to have; those of the first version were always there."""
    later = certification.codes.publies[1:] if certification.codes else ()
    kept = {parus.version: tuple(code for code in parus.codes if code in items) for parus in later}
    return {version: codes for version, codes in kept.items() if codes}


def _composante(composante: Composante) -> Groupe:
    inner = tuple(_composante(below) for below in composante.composantes)
    competences = tuple(_competence(competence) for competence in composante.competences)
    return Groupe(
        code=composante.code,
        nature=composante.nature,
        intitule=composante.intitule,
        groupes=(*competences, *inner),
        items=(),
        intitule_court=composante.intitule_court or "",
    )


def _asked(groupes: Iterable[Groupe]) -> Iterator[Groupe]:
    """Yield these groups without those that ask nothing."""
    for groupe in groupes:
        if any(True for _ in groupe.all_items()):
            yield replace(groupe, groupes=tuple(_asked(groupe.groupes)))


def _competence(competence: Competence) -> Groupe:
    if competence.est_un_enonce:
        # It is answered itself, under its own code: there is nothing more to ask first.
        items: tuple[Item, ...] = (Item(competence.code, competence.enonce_candidat or "", REPERE, ()),)
    else:
        items = tuple(Item(one.code, one.enonce_candidat, one.origine, one.preuves) for one in competence.criteres)
    return Groupe(
        code=competence.code,
        nature="competence",
        intitule=competence.intitule,
        groupes=(),
        items=items,
        intitule_court=competence.intitule_court or "",
        enonce_candidat="" if competence.est_un_enonce else competence.enonce_candidat or "",
    )
