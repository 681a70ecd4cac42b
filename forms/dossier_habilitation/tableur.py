"""The matrices, the bordereau and the lists as tables, their numbers and days as values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from forms.dossier_habilitation import conformite, matrices, reponses
from forms.dossier_habilitation.bordereau import Bordereau
from forms.dossier_habilitation.texte import ETATS
from forms.questionnaire import cases, conditions, en_mots
from forms.questionnaire.modele import Champ, Liste, Questionnaire
from forms.questionnaire.valeurs import read
from forms.socle import etat_certification
from forms.socle.feuille import Case, Donnee, Feuille, Ligne, Total
from forms.socle.phrases import typeset

BORDEREAU = ("Rubrique", "Famille", "Numéro", "Contenu", "Pour", "Clause")


def feuilles(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> tuple[Feuille, ...]:
    """Return the sheets of a dossier: conformity, what is sent, each other grid, each list that is asked for."""
    etat = conformite.evaluate(questionnaire, donnees, jour)
    matrice = matrices.of(questionnaire, donnees, etat)
    entetes = ("Section", "Exigence", "Clause", "État", "Élément", "Question", "Réponse", "À faire", "Lecture choisie")
    said = etat_certification.column(questionnaire.etats, jour.isoformat())
    asked = conditions.asked(questionnaire, donnees)
    values = cases.by_place(asked, donnees, reponses.names(asked, donnees))
    conformity = (line for ligne in matrice["lignes"] for line in _conformity(ligne, values))
    return (
        Feuille("Conformité", (*entetes, *said), tuple((*line, *said.values()) for line in conformity)),
        _bordereau(etat.bordereau),
        *(_couverture(couverture) for couverture in matrice["couvertures"]),
        *(_grille(grille) for grille in matrice["grilles"]),
        *_listes(asked, donnees),
    )


def _conformity(ligne: Mapping[str, Any], values: Mapping[str, Case]) -> Iterator[Ligne]:
    """Yield a row for each answer, the first of which says what is left to do; one row where there is no answer."""
    head = (ligne["section"], ligne["intitule"], ligne["clause"], ETATS[ligne["etat"]])
    to_do, chosen = "\n".join(ligne["constats"]), "\n".join(ligne["lectures"])
    told = ((r["element"], r["libelle"], values.get(r["place"], r["texte"])) for r in ligne["reponses"])
    answers: list[tuple[Case, ...]] = [*told] or [("", "", "")]
    for rank, answer in enumerate(answers):
        yield (*head, *answer, *((to_do, chosen) if rank == 0 else ("", "")))


def _bordereau(found: Bordereau) -> Feuille:
    """Return a row for each line of the letter: from whom, to whom, whom to call, what is enclosed, what is missing."""
    head = [
        ("Objet", found.objet),
        *(("De", line) for line in found.expediteur),
        *(("À", line) for line in found.destinataire),
        *((contact.fonction, line) for contact in found.contacts for line in contact.lignes),
        *(("Réserve", line) for line in (found.reserve,) if line),
    ]
    rows: list[Ligne] = [(typeset(rubrique), "", "", typeset(line), "", "") for rubrique, line in head]
    rows += [
        (
            *("Pièce jointe", typeset(piece.famille), Donnee(str(piece.numero), piece.numero), piece.document),
            *(typeset(" ; ".join(piece.pour)), typeset(" ; ".join(piece.clauses))),
        )
        for piece in found.pieces
    ]
    rows += [
        ("Manque", "", "", "\n".join(manque.constats), typeset(manque.intitule), typeset(manque.clause))
        for manque in found.manques
    ]
    return Feuille("Bordereau", BORDEREAU, tuple(rows), ("", "", "nombre"))


def _couverture(couverture: Mapping[str, Any]) -> Feuille:
    """Return a row a competence and a column a module, with a cross where the module works on it."""
    columns = couverture["colonnes"]
    rows = tuple(
        (ligne["groupe"], ligne["libelle"], *("x" if rank in ligne["dans"] else "" for rank in range(len(columns))))
        for ligne in couverture["lignes"]
    )
    return Feuille(couverture["intitule"], ("Partie", "Compétence", *columns), rows)


def _grille(grille: Mapping[str, Any]) -> Feuille:
    rows = tuple(
        (
            Donnee(ligne["numero"], int(ligne["numero"])) if ligne["numero"].isdecimal() else ligne["numero"],
            ligne["libelle"],
            "\n".join(f"{exigence['intitule']} : {ETATS[exigence['etat']]}" for exigence in ligne["exigences"]),
            grille["avertissement"] if rank == 0 else "",
        )
        for rank, ligne in enumerate(grille["lignes"])
    )
    return Feuille(grille["intitule"], ("Numéro", "Indicateur", "Dans ce dossier", "Attention"), rows)


def _listes(asked: Questionnaire, donnees: Mapping[str, Any]) -> Iterator[Feuille]:
    found = read(asked, donnees)
    noms = en_mots.names(found)
    for liste in asked.racines():
        if isinstance(liste, Liste):
            raw = donnees.get(liste.code) if found.listes[liste.code] else ()
            lines = tuple(
                tuple(cases.case(champ, row.get(champ.code), noms) for champ in liste.champs) for row in raw or ()
            )
            entetes = tuple(champ.libelle for champ in liste.champs)
            yield Feuille(liste.libelle, entetes, lines, ("nombre", *(_total(champ) for champ in liste.champs[1:])))


def _total(champ: Champ) -> Total:
    # Hours of modules add up; the years of several people do not.
    return "somme" if champ.unite == "heures" else ""
