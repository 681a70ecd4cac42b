"""A file of one certification poured into the form of another: what a link carries is written, what is near is proposed.

Nothing that is answered changes, and nothing is guessed: a statement takes no answer but that of a statement linked to it.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from forms.auto_positionnement.formulaire import Formulaire, Groupe
from forms.auto_positionnement.genre import GENRE
from forms.auto_positionnement.listes import PREMIER_TOUR
from forms.auto_positionnement.ouverture import Ouverture
from forms.auto_positionnement.passerelles import phrases, propositions
from forms.auto_positionnement.passerelles.liens import PROPRE, Origine
from forms.auto_positionnement.passerelles.passage import Passage
from forms.auto_positionnement.passerelles.propositions import ENONCE, Proposition, Verse
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.socle import refus


@dataclass(frozen=True, slots=True)
class Nouvelle:
    """A competence about which the file says nothing; why, where a link says it."""

    code: str
    intitule: str
    raison: str


@dataclass(frozen=True, slots=True)
class Transport:
    """The answers with what was poured, what was, what is proposed, what stays empty; a sentence.

    `restees`: how many answers of the file have no place here; the file keeps them.  `prises`: how many proposals were taken.
    `par`: the certifications that every link goes through.
    """

    certification: str
    intitule: str
    reponses: Reponses
    premier_tour: Reponses
    verses: tuple[Verse, ...]
    propositions: tuple[Proposition, ...]
    nouvelles: tuple[Nouvelle, ...]
    restees: int
    prises: int = 0
    par: tuple[str, ...] = ()

    @property
    def avis(self) -> str:
        """What became of the answers of the file, as things stand."""
        done = len(self.verses) + self.prises
        return phrases.carried(done, len(self.propositions), len(self.nouvelles), self.restees, self.par)

    @property
    def reste(self) -> str:
        """What of it no proposal that is taken or left changes."""
        return phrases.left_out(len(self.nouvelles), self.restees, self.par)


def carry(
    origine: Origine, ouverture: Ouverture, cible: Formulaire, reponses: Reponses, premier_tour: Reponses
) -> Transport:
    """Pour an opened file of another certification into answers to a form.  Raises Refus where no link was read."""
    passage = Passage(origine, ouverture, cible)
    if not any(lien.nature != PROPRE for liens in passage.liens.values() for lien in liens):
        theirs = refus.Designation(origine.formulaire.certification, origine.intitule)
        raise refus.no_link(theirs, refus.Designation(cible.certification, cible.intitule), GENRE)
    poured, written, proposed = dict(reponses), dict(premier_tour), list[Proposition]()
    verses: list[Verse] = []
    nouvelles: list[Nouvelle] = []
    used: set[str] = set()
    for groupe in cible.competences():
        carried, asked, codes = _of_competence(passage, groupe, reponses, premier_tour)
        used |= codes
        for verse, reponse in carried:
            target = poured if verse.genre == ENONCE else written
            target[verse.code] = reponse
            verses.append(verse)
        proposed += asked
        linked = [lien for lien in passage.liens.get(groupe.code, ()) if lien.nature != PROPRE]
        if not (linked or carried or asked):
            alone = next((lien.remarque for lien in passage.liens.get(groupe.code, ())), "")
            nouvelles.append(Nouvelle(groupe.code, groupe.nom, alone))
    said = {code for code, reponse in ouverture.reponses.items() if reponse.valeur} | {*ouverture.premier_tour}
    restees = len(said - used)
    return Transport(
        certification=origine.formulaire.certification,
        intitule=origine.intitule,
        reponses=poured,
        premier_tour=written,
        verses=tuple(verses),
        propositions=tuple(proposed),
        nouvelles=tuple(nouvelles),
        restees=restees,
        par=passage.par,
    )


def _of_competence(
    passage: Passage, groupe: Groupe, reponses: Reponses, premier_tour: Reponses
) -> tuple[list[tuple[Verse, Reponse]], list[Proposition], set[str]]:
    """Return what a competence of the form receives, what is proposed for it, and which answers of the file that used."""
    carried: list[tuple[Verse, Reponse]] = []
    asked: list[Proposition] = []
    used: set[str] = set()
    first = propositions.first_pass(passage, groupe, premier_tour)
    if isinstance(first, tuple):
        carried.append(first)
    for item in groupe.items:
        same, near = passage.statement(item)
        used |= {code for one in (*same, *near) for code in one.lien.de}
        standing = reponses.get(item.code)
        if same and standing is None:
            carried.append(propositions.poured(passage, item, same[0]))
        elif (found := propositions.statement(passage, item, same or near, standing)) is not None:
            asked.append(found)
    words = passage.near(groupe)
    for _, source, what in words:
        used |= {source.code, *(item.code for item in source.items)} if what.valeur else set()
    if isinstance(first, Proposition):
        asked.insert(0, first)
    elif first is None and (found := propositions.competence(passage, groupe, words, reponses, premier_tour)):
        # Of answers to statements, what goes to statements says more than what is made of them for the whole.
        by_hand = any(what.precision == PREMIER_TOUR for *_, what in words)
        if by_hand or not (carried or asked):
            asked.insert(0, found)
    return carried, asked, used


def take(transport: Transport, codes: Container[str]) -> tuple[dict[str, Reponse], dict[str, Reponse]]:
    """Return the answers, and those of the first pass, once the proposals of these codes are taken.

    What was noted at a place stays; the note of the file comes where there was none.
    """
    reponses, premier_tour = dict(transport.reponses), dict(transport.premier_tour)
    for one in transport.propositions:
        if one.valeur is None or one.code not in codes:
            continue
        if one.genre == ENONCE:
            reponses[one.code] = Reponse(one.valeur, reponses.get(one.code, Reponse()).note or one.note)
        else:
            premier_tour[one.code] = Reponse(one.valeur)
    return reponses, premier_tour


def taken(transport: Transport, codes: Container[str]) -> Transport:
    """Return a transport once the proposals of these codes are taken: they are no longer asked, and count as taken."""
    reponses, premier_tour = take(transport, codes)
    left = tuple(one for one in transport.propositions if one.valeur is None or one.code not in codes)
    prises = transport.prises + len(transport.propositions) - len(left)
    return replace(transport, reponses=reponses, premier_tour=premier_tour, propositions=left, prises=prises)
