"""The dossier as plain text: bordereau, state, then each requirement with what answers it.  What a person can paste."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from forms.dossier_habilitation import conformite, matrices, phrases
from forms.dossier_habilitation.bordereau import Bordereau
from forms.dossier_habilitation.etat import EtatDossier
from forms.questionnaire.dates import in_words
from forms.questionnaire.modele import Questionnaire
from forms.socle.majuscules import capitalized
from forms.socle.phrases import typeset

ETATS = {"fait": "fait", "manque": "à compléter", "non_conforme": "non conforme", "sans_objet": "sans objet"}
ETATS |= {"a_verifier": "à vérifier"}
NULLE_PART = "aucun module"


def texte(questionnaire: Questionnaire, donnees: Mapping[str, Any], jour: date) -> str:
    """Return the text of a dossier for raw values, judged as on `jour`; it ends with a line break."""
    etat = conformite.evaluate(questionnaire, donnees, jour)
    matrice = matrices.of(questionnaire, donnees, etat)
    return "\n".join([*_bordereau(etat.bordereau), "", *_state(etat, matrice), ""])


def _bordereau(found: Bordereau) -> Iterator[str]:
    yield typeset(found.objet)
    for title, lines in (("De :", found.expediteur), ("À :", found.destinataire)):
        if lines:
            yield from ("", typeset(title), *lines)
    for contact in found.contacts:
        yield from ("", typeset(f"{contact.fonction} :"), *contact.lignes)
    yield from ("", typeset("Pièces jointes :"))
    for famille, pieces in found.familles():
        yield typeset(famille)
        for piece in pieces:
            uses = typeset(" ; ".join((*piece.pour, *piece.clauses)))
            yield f"  {piece.numero}. {piece.document} ({uses})"
    if found.manques:
        yield from ("", found.reserve, typeset("Manque :"))
    for manque in found.manques:
        where = f" ({manque.clause})" if manque.clause else ""
        yield typeset(f"  - {manque.intitule}{where} : {' '.join(manque.constats)}")


def _state(etat: EtatDossier, matrice: Mapping[str, Any]) -> Iterator[str]:
    if etat.etat_certification:
        yield typeset(etat.etat_certification.ligne)
    yield typeset(f"État au {in_words(etat.jour)}, pour un envoi le {in_words(etat.envoi)} : {etat.phrase}")
    yield from (*etat.avis, *(f"- {echeance.phrase}" for echeance in etat.echeances()))
    if last := etat.au_plus_tard():
        yield phrases.at_the_latest(last)
    section = ""
    for ligne in matrice["lignes"]:
        if ligne["etat"] == "sans_objet":
            continue
        if ligne["section"] != section:
            section = ligne["section"]
            yield from ("", section.upper())
        where = f" ({ligne['clause']})" if ligne["clause"] else ""
        yield from ("", typeset(f"{ligne['intitule']}{where} : {ETATS[ligne['etat']]}"))
        yield from (f"  ! {constat}" for constat in ligne["constats"])
        yield from (f"  ~ {lecture}" for lecture in ligne["lectures"])
        yield from _answers(ligne["reponses"])
    for couverture in matrice["couvertures"]:
        yield from _coverage(couverture)


def _coverage(couverture: Mapping[str, Any]) -> Iterator[str]:
    yield from ("", couverture["intitule"].upper())
    for ligne in couverture["lignes"]:
        modules = ", ".join(couverture["colonnes"][rank] for rank in ligne["dans"]) or NULLE_PART
        yield typeset(f"- {ligne['libelle']} : ") + modules


def _answers(reponses: list[Mapping[str, Any]]) -> Iterator[str]:
    element = ""
    for reponse in reponses:
        if reponse["element"] != element:
            element = reponse["element"]
            yield f"  {capitalized(element)}"
        if reponse["texte"].strip():
            first, *rest = reponse["texte"].strip().splitlines()
            yield typeset(f"  - {reponse['libelle']} : ") + first
            yield from (f"    {line}" for line in rest)
