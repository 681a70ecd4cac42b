"""A candidate's auto-positionnement poured into the livret: what the candidate says of each competence, with examples.

What was already written stays as it is; where it differs, the candidate's word is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.ouverture import Ouverture
from forms.auto_positionnement.reponses import Reponse
from forms.livret_de_reperage import paroles, versees
from forms.livret_de_reperage.ecrits import ANTERIEURE, PROPOSEE, Ecarte, Ecrit, Livret, union
from forms.questionnaire import dates, natures
from forms.questionnaire.modele import Questionnaire
from forms.socle.ecriture import same
from forms.socle.phrases import counted, plural, typeset


@dataclass(frozen=True, slots=True)
class Versement:
    """The livret with what was poured, the places that were filled, those left as they were, and a sentence."""

    livret: Livret
    verses: tuple[str, ...]
    laisses: tuple[str, ...]
    avis: str


def pour(livret: Livret, questionnaire: Questionnaire, formulaire: Formulaire, ouverture: Ouverture) -> Versement:
    """Pour an opened auto-positionnement.  It is the candidate's word, dated as its file."""
    places = {element.code for element in questionnaire.racines()}
    effets = {valeur.code: valeur.effet for valeur in formulaire.echelle}
    found: dict[str, str] = {}
    for competence in _competences(formulaire.groupes):
        prefix = competence.code.lower()
        answers = [ouverture.reponses.get(item.code, Reponse()) for item in competence.all_items()]
        said = summary([effets.get(answer.valeur or "") for answer in answers])
        notes = "\n".join(_notes(competence, ouverture.reponses))
        found |= {f"{prefix}-dit": said} if said else {}
        found |= {f"{prefix}-exemple": notes} if notes else {}
    found = {place: text for place, text in found.items() if place in places}
    verses = tuple(place for place in found if place not in livret.ecrits)
    laisses = tuple(
        place for place in found if place in livret.ecrits and not same(livret.ecrits[place].valeur, found[place])
    )
    name = livret.ecrits.get("candidat-nom")
    nom = name.valeur if name and isinstance(name.valeur, str) else ""
    words = {place: Ecrit(text, "candidat", nom, ouverture.exporte_le) for place, text in found.items()}
    new = {place: words[place] for place in verses}
    known = {(one.place, one.ecrit.valeur) for one in livret.ecartees}
    beside = [Ecarte(p, words[p], PROPOSEE) for p in laisses if (p, words[p].valeur) not in known]
    if (verses or laisses) and versees.CHAMP in places:
        word = Ecrit(ouverture.exporte_le.partition("T")[0], "candidat", nom, ouverture.exporte_le)
        stands, aside = _day(livret.ecrits.get(versees.CHAMP), word)
        new |= {versees.CHAMP: stands} if stands else {}
        beside += aside
    poured = Livret({**livret.ecrits, **new}, union(livret.ecartees, beside))
    return Versement(poured, verses, laisses, _avis(verses, laisses, versees.sentence(questionnaire)))


def _day(known: Ecrit | None, word: Ecrit) -> tuple[Ecrit | None, list[Ecarte]]:
    """Return what to write as the day of what was poured, if anything, and what to keep beside: the latest day stands.

    One that another hand wrote stays, as any of its answers.
    """
    if known is None or natures.blank(known.raw):
        return word, []
    day, latest = dates.read(str(known.valeur)), dates.read(str(word.valeur))
    if latest is None or (day is not None and latest <= day):
        return None, []
    if paroles.foreign("candidat", known):
        return None, [Ecarte(versees.CHAMP, word, PROPOSEE)]
    return word, [Ecarte(versees.CHAMP, known, ANTERIEURE)]


def summary(effets: Sequence[str | None]) -> str | None:
    """Return what the candidate says of a competence, from the effects of the answers to its statements.

    All positive is « acquis », all negative « a_acquerir », some of both « en_partie ».  A competence that is not
    answered to the end says nothing, unless it already holds both; one answered without any judgment, « ne_sait_pas ».
    """
    found = {*effets}
    if {"positif", "negatif"} <= found:
        return "en_partie"
    if not effets or None in found:
        return None
    if found == {"positif"}:
        return "acquis"
    if found == {"negatif"}:
        return "a_acquerir"
    return "en_partie" if "positif" in found else "a_acquerir" if "negatif" in found else "ne_sait_pas"


def _competences(groupes: Sequence[Groupe]) -> Iterator[Groupe]:
    for groupe in groupes:
        if groupe.nature == "competence":
            yield groupe
        yield from _competences(groupe.groupes)


def _notes(competence: Groupe, reponses: Mapping[str, Reponse]) -> Iterator[str]:
    for item in competence.all_items():
        note = reponses.get(item.code, Reponse()).note
        if note.strip():
            yield f"{item.enonce} {note}"


def _avis(verses: tuple[str, ...], laisses: tuple[str, ...], mention: str) -> str:
    taken = counted(len(verses), "réponse reprise", "réponses reprises")
    kept = counted(
        len(laisses),
        "réponse du livret diffère et reste telle qu’on l’a écrite",
        "réponses du livret diffèrent et restent telles qu’on les a écrites",
    )
    beside = f" {kept} ; le mot du candidat est gardé à côté." if laisses else ""
    them = plural(len(verses) + len(laisses), "-la", "-les")
    again = f" Relisez{them} avec le candidat." if verses or laisses else ""
    # What the livret now says of a competence rests on these statements.
    whose = f" {mention}" if mention else ""
    return typeset(f"Auto-positionnement versé : {taken}.{beside}{again}{whose}")
