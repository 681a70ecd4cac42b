"""Answers → state of conformity.  Pure: the day of today is an argument, the thresholds come with the questionnaire."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from forms.dossier_habilitation import doutes, enveloppe, malentendus, phrases
from forms.dossier_habilitation.controles import CHECKS, DEADLINES
from forms.dossier_habilitation.controles.commun import Contexte
from forms.dossier_habilitation.etat import Constat, EtatDossier, EtatExigence, count, worst
from forms.dossier_habilitation.natures import ChampsRemplis, Lu
from forms.questionnaire import conditions, valeurs
from forms.questionnaire.controles import Controle
from forms.questionnaire.modele import Bloc, Liste, Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle import etat_certification
from forms.socle.phrases_lectures import BRANCHE, left_open

# The field that says on which day the dossier leaves; without an answer, it is judged as if sent today.
ENVOI = "date_envoi"


def evaluate(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> EtatDossier:
    """Return where each requirement stands for these raw values, read and judged as on `jour`."""
    asked = conditions.asked(questionnaire, donnees)
    found = valeurs.read(asked, donnees)
    chosen = found.champs.get(ENVOI)
    envoi = chosen if isinstance(chosen, date) else jour
    kept = {bloc.code: bloc for _, bloc in asked.blocs()}
    misread, doubted = malentendus.by_requirement(asked, found), doutes.by_requirement(asked, found)
    exigences = tuple(
        _exigence(
            section.code,
            bloc,
            Contexte(asked, found, kept.get(bloc.code, bloc), jour, envoi),
            misread.get(bloc.code, []),
            doubted.get(bloc.code, []),
        )
        if bloc.code in kept
        else _unasked(section.code, bloc)
        for section, bloc in questionnaire.blocs()
    )
    return EtatDossier(
        certification=questionnaire.certification,
        version_referentiel=questionnaire.version_referentiel,
        jour=jour,
        envoi=envoi,
        phrase=phrases.overall(count(exigences)),
        avis=(phrases.past(envoi),) if envoi < jour else (),
        exigences=exigences,
        bordereau=enveloppe.of(asked, donnees, found, exigences),
        caches=conditions.hidden(questionnaire, asked),
        feries=questionnaire.feries,
        etat_certification=etat_certification.on(questionnaire.etats, jour.isoformat()),
    )


def _exigence(
    section: str, bloc: Bloc, contexte: Contexte, misread: Sequence[Constat], doubted: Sequence[Constat]
) -> EtatExigence:
    judged = [controle for controle in bloc.controles if _asked(controle, contexte.questionnaire)]
    constats = [*misread]
    for controle in judged:
        # An empty list is said once, by the first control that finds it so.
        empty = controle.dans is not None and not contexte.rows(controle.dans)
        said = {constat.place for constat in constats} if empty and _ours(controle) else set[str]()
        constats += (constat for constat in _judged(controle, contexte) if constat.place not in said)
    # Answered « not concerned », only that question is left; nothing given where nothing is demanded.
    unconcerned = (
        not constats and len(judged) < len(bloc.controles) and all(isinstance(c, ChampsRemplis) for c in judged)
    )
    if unconcerned or (bloc.force == "facultatif" and _empty(bloc, contexte.valeurs)):
        return _unasked(section, bloc)
    # What is doubted of an answer comes after what is missing, and is not said again of what is not understood.
    said = {constat.place for constat in constats}
    constats += (constat for constat in doubted if constat.place not in said)
    etat = worst(constat.etat for constat in constats) if constats else "fait"
    echeances = (e for c in judged if type(c) in DEADLINES for e in DEADLINES[type(c)](c, contexte))
    return EtatExigence(
        bloc.code, section, bloc.intitule, etat, (*constats,), (*echeances,), bloc.regles, bloc.source, bloc.lectures
    )


def _judged(controle: Controle, contexte: Contexte) -> Iterator[Constat]:
    """Yield what a control finds.

    On a reading that asks more than the source may, of this applicant, what is refused may yet be admitted: that is to
    be verified.  What the most lenient reading refuses, every reading does.  What Repère asks for by itself refuses nothing.
    """
    demanding = controle.discordances if isinstance(controle, Lu) and controle.lecture == "exigeante" else ()
    codes = {*demanding, *(one.code for one in conditions.opened(contexte.bloc, contexte.valeurs.champs))}
    opened = [lecture for lecture in contexte.bloc.lectures if lecture.code in codes]
    ours = _ours(controle)
    for constat in CHECKS[type(controle)](controle, contexte):
        if ours:
            yield Constat("a_verifier", phrases.asked_by_repere(constat.phrase), constat.place)
        elif constat.etat == "non_conforme" and opened:
            yield Constat("a_verifier", left_open(constat.phrase, opened, BRANCHE), constat.place)
        else:
            yield constat


def _ours(controle: Controle) -> bool:
    return isinstance(controle, Lu) and controle.origine == "repere"


def _unasked(section: str, bloc: Bloc) -> EtatExigence:
    return EtatExigence(
        bloc.code, section, bloc.intitule, "sans_objet", (), (), bloc.regles, bloc.source, bloc.lectures
    )


def _asked(controle: Controle, questionnaire: Questionnaire) -> bool:
    """Say whether all that a control looks at is asked for: it does not judge what is not shown."""
    elements = {element.code: element for element in questionnaire.racines()}
    if controle.dans is None:
        return elements.keys() >= {*controle.vus}
    liste = elements.get(controle.dans)
    return isinstance(liste, Liste) and {champ.code for champ in liste.champs} >= {*controle.vus}


def _empty(bloc: Bloc, found: Valeurs) -> bool:
    return not any(found.champs.get(e.code) is not None or found.listes.get(e.code) for e in bloc.elements)
