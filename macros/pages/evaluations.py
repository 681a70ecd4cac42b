"""The évaluations: the exams of each sitting, their parts, who is there, what to bring.  It shows all of evaluations.json."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from macros.pages import discordances, lexique
from macros.pages.commun import Contexte, names
from macros.pages.rubriques import having, rubriques
from macros.rendering import render as render_template
from macros.vues.blocs import own_lines
from macros.vues.chronologie import groups, timeline
from macros.vues.matrice import matrix
from macros.vues.provenance import is_covered
from referentials.load import Collection
from referentials.model_certification import Certification, Epreuve, Regle

SUCCESS = ("seuil", "composantes_requises")


def success(certification: Certification) -> list[Regle]:
    """Return the rules that say what is needed to succeed: thresholds first, then what must be validated."""
    return [r for nature in SUCCESS for r in certification.regles if r.parametres.nature == nature]


def shared(codes: Iterable[Iterable[str]]) -> list[str]:
    """Return the codes that all the lists hold, in the order of the first: with one list, none, they stay with it."""
    first, *others = [list(some) for some in codes] or [[]]
    return [code for code in first if others and all(code in other for other in others)]


def thresholds_of(certification: Certification, epreuve: Epreuve) -> list[Regle]:
    """Return the thresholds that an exam names among its rules."""
    return [r for r in certification.regles if r.code in epreuve.regles and r.parametres.nature == "seuil"]


@dataclass(frozen=True, slots=True)
class Dites:
    """What is true of many exams, said once before them: a row has only what differs.

    `voies`: the routes, where every exam has the same.  `durees`, `presents`: what the documents leave open of them in
    most parts.
    """

    voies: tuple[str, ...]
    durees: tuple[str, ...]
    presents: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """All that is left open in most parts."""
        return self.durees + self.presents


def said_once(certification: Certification) -> Dites:
    """Return what would be said again at each row: the routes of all, the notes that more than half of the parts share."""
    voies = {epreuve.voies for epreuve in certification.epreuves}
    parts = [partie for epreuve in certification.epreuves for partie in epreuve.parties]

    def shared_by_most(notes: Iterable[str | None]) -> tuple[str, ...]:
        counted = Counter(note for note in notes if note)
        return tuple(note for note, number in counted.items() if number > 1 and 2 * number > len(parts))

    return Dites(
        voies.pop() if len(voies) == 1 and len(certification.epreuves) > 1 else (),
        shared_by_most(partie.duree.indetermine for partie in parts),
        shared_by_most(partie.presents_indetermine for partie in parts),
    )


def session_names(certification: Certification) -> dict[str, str]:
    """Return a short name of each session: that of its one component, or its own title."""
    called = names(certification)
    return {
        session.code: called[session.composantes[0]] if len(session.composantes) == 1 else session.intitule
        for session in certification.sessions
    }


def headings(epreuves: Iterable[Epreuve], called: Mapping[str, str]) -> dict[str, str]:
    """Return the heading of each exam of a session: its short name, with the component where two have one name."""
    every = list(epreuves)
    short = {epreuve.code: epreuve.intitule_court or epreuve.intitule for epreuve in every}
    twins = Counter(short.values())
    return {
        epreuve.code: f"{short[epreuve.code]} ({', '.join(called[code] for code in epreuve.composantes)})"
        if twins[short[epreuve.code]] > 1 and epreuve.composantes
        else short[epreuve.code]
        for epreuve in every
    }


def render(collection: Collection, slug: str, contexte: Contexte) -> str:
    """Return the Markdown of the page.  Raises KeyError where the certification has no such page."""
    certification = having(collection, slug, "evaluations")
    called = names(certification)
    every = [composante for root in certification.composantes for composante in root.walk()]
    elements = {composante.code: composante.intitule for composante in every}
    elements |= {competence.code: competence.intitule for competence in certification.all_competences()}
    text = render_template(
        "evaluations.md.j2",
        collection.documents,
        certification=certification,
        chronologie=timeline,
        communes=shared(epreuve.regles for epreuve in certification.epreuves),
        lectures_communes=shared(epreuve.discordances for epreuve in certification.epreuves),
        elements=elements,
        epreuves={epreuve.code: epreuve for epreuve in certification.epreuves},
        groupes=groups(certification),
        titres={code: title for g in groups(certification) for code, title in headings(g.epreuves, called).items()},
        matrice=lambda epreuves: matrix(certification, epreuves),
        dites=said_once(certification),
        noms=called,
        discordances=discordances.count(collection, slug),
        couverte=is_covered,
        racine=contexte.racine,
        regles={regle.code: regle for regle in certification.regles},
        reussite=success(certification),
        rubriques=rubriques(collection, slug),
        sessions=session_names(certification),
        seuils_de=lambda epreuve: thresholds_of(certification, epreuve),
    )
    return lexique.led(own_lines(text), collection, slug, contexte.racine)
