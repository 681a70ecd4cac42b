"""A candidate's auto-positionnement poured into the livret: what the candidate says of each competence, with examples.

What was already written stays as it is; where it differs, the candidate's word is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from forms.auto_positionnement import dit
from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.listes import PREMIER_TOUR
from forms.auto_positionnement.ouverture import Ouverture
from forms.auto_positionnement.reponses import Reponse
from forms.livret_de_reperage import phrases_versement, versees
from forms.plusieurs_mains import paroles
from forms.plusieurs_mains.ecrits import ANTERIEURE, PROPOSEE, Copie, Ecarte, Ecrit, union
from forms.questionnaire import dates, natures
from forms.questionnaire.modele import Questionnaire
from forms.socle.ecriture import same
from forms.socle.phrases import typeset

# The word of the livret that says as much as an answer of a first pass.
MOTS = {dit.DEJA_FAIT: "acquis", dit.EN_PARTIE: "en_partie", dit.JAMAIS: "a_acquerir", dit.NE_SAIT_PAS: "ne_sait_pas"}


@dataclass(frozen=True, slots=True)
class Versement:
    """The livret with what was poured, the places that were filled, those left as they were, and a sentence."""

    copie: Copie
    verses: tuple[str, ...]
    laisses: tuple[str, ...]
    avis: str


def pour(livret: Copie, questionnaire: Questionnaire, formulaire: Formulaire, ouverture: Ouverture) -> Versement:
    """Pour an opened auto-positionnement.  It is the candidate's word, dated as its file.

    A competence that is not answered statement by statement has its answer of the first pass, which the example says; not
    where a statement denies it, as in the result.
    """
    places = {element.code for element in questionnaire.racines()}
    dits = dit.Dits(formulaire, ouverture.reponses, ouverture.premier_tour)
    libelles = {valeur.code: valeur.libelle for valeur in formulaire.premier_tour}
    found: dict[str, str] = {}
    quick, denied = [], 0
    for competence in formulaire.competences():
        mot = _mot(dits.of(competence), libelles, asked=competence.code in ouverture.premier_tour)
        prefix = competence.code.lower()
        lines = "\n".join(filter(None, (mot.quick, *_notes(competence, ouverture.reponses))))
        found |= {f"{prefix}-dit": mot.valeur} if mot.valeur else {}
        found |= {f"{prefix}-exemple": lines} if lines else {}
        quick += [f"{prefix}-dit"] if mot.quick else []
        denied += mot.denied
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
    poured = Copie({**livret.ecrits, **new}, union(livret.ecartees, beside))
    said = phrases_versement.poured(len(verses), len(laisses), len({*quick} & {*verses, *laisses}), denied)
    # What the livret now says of a competence rests on these statements.
    whose = versees.sentence(questionnaire)
    return Versement(poured, verses, laisses, typeset(" ".join(filter(None, (said, whose)))))


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


@dataclass(frozen=True, slots=True)
class _Mot:
    """The candidate's word on a competence; `quick`: the line that says that it is of the first pass, where it is.

    `denied`: statements answered since say something else than the first pass, and not to the end: no word is sure.
    """

    valeur: str | None
    quick: str = ""
    denied: bool = False


def _mot(said: dit.Dit, libelles: Mapping[str, str], *, asked: bool) -> _Mot:
    """Return the candidate's word on a competence, in a word of the livret; `asked`: the first pass says something of it."""
    if said.valeur is None:
        return _Mot(None, denied=asked)
    if said.precision != PREMIER_TOUR:
        return _Mot(MOTS[said.valeur])
    return _Mot(MOTS[said.valeur], phrases_versement.first_pass(libelles[said.valeur]))


def _notes(competence: Groupe, reponses: Mapping[str, Reponse]) -> Iterator[str]:
    for item in competence.all_items():
        note = reponses.get(item.code, Reponse()).note
        if note.strip():
            yield f"{item.enonce} {note}"
