"""The sentences of a form that several hands write, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from forms.plusieurs_mains.ecrits import Ecrit
from forms.questionnaire.dates import in_words, read
from forms.socle.majuscules import uncapitalized
from forms.socle.phrases import counted, listed, typeset

if TYPE_CHECKING:
    from forms.plusieurs_mains.conflits import ConflitDit, DivergenceDite, Parole

# Before the code of a section, where one takes one side for all of it.
SECTION = "section:"
NO_DAY = "date illisible"
ROLES = {"candidat": "le candidat", "entreprise": "l’entreprise", "organisme": "l’organisme", "": "sans signature"}


def signature(ecrit: Ecrit) -> str:
    """Return who wrote an answer, and the day; a file mended by hand may have one that no calendar has."""
    day = read(ecrit.le.partition("T")[0])
    who = (ecrit.nom.strip(), ROLES[ecrit.role], in_words(day) if day else NO_DAY)
    return ", ".join(part for part in who if part)


VOICES = {
    "candidat": "C’est la parole du candidat, et une autre main a écrit à sa place.",
    "entreprise": "C’est la parole de l’entreprise, et une autre main a écrit à sa place.",
    "organisme": "C’est la parole de l’organisme, et une autre main a écrit à sa place.",
    "interlocuteur": "C’est la parole de l’interlocuteur, et une autre main a écrit à sa place.",
}
# How many changed words are told one by one where a file is opened; the copy itself shows them all.
TOLD = 3


def rewritten(ou: str, question: str, avant: str, maintenant: str | None) -> str:
    """Return who wrote in the place of whom."""
    where = typeset(f"{_asked(ou, question)} : ")
    if maintenant is None:
        return where + typeset(f"ce qu’avait écrit {avant} a été effacé.")
    return where + typeset(f"{maintenant}, a écrit à la place de ce qu’avait écrit {avant}.")


def replaced(ou: str, question: str, avant: str, maintenant: str | None) -> str:
    """Return what stands in the place of whose words, where nothing says whether it was written there or chosen."""
    where = typeset(f"{_asked(ou, question)} : ")
    if maintenant is None:
        return where + typeset(f"ce qu’avait écrit {avant} n’est plus à sa place.")
    return where + typeset(f"une autre réponse ({maintenant}) a pris la place de ce qu’avait écrit {avant}.")


def _asked(ou: str, question: str) -> str:
    return f"{ou}, {uncapitalized(question)}"


# Why a word was put aside → what is told of it.
CHANGED = {"reecrit": rewritten, "fusion": replaced}


def changes(found: Sequence[Parole]) -> Iterator[str]:
    """Yield what to tell of a form in which somebody's word gave its place: to whose, and the former words."""
    for one in found[:TOLD]:
        yield typeset(f"{one.phrase} Les mots d’avant sont gardés : « {one.avant.reponse} ».")
    if len(found) > TOLD:
        more = counted(len(found) - TOLD, "autre parole a été changée", "autres paroles ont été changées")
        yield typeset(f"{more} : les mots d’avant sont gardés, et dits sous chaque question.")


def proposals(number: int) -> Iterator[str]:
    """Yield that other words are proposed beside what stands."""
    if number:
        told = counted(number, "autre réponse est proposée", "autres réponses sont proposées")
        yield typeset(f"{told} à côté, sans rien changer : à lire sous la question, à prendre ou à laisser.")


# Where several answers to one question wait for somebody to choose.
AWAITING = "en_attente"
# Why a writing is kept beside, as the page says it too: true whatever has become of its place since.
REASONS = {
    "choix": "Une autre réponse a été choisie dans une fusion.",
    "reecrit": "Une autre main l’a remplacée ou effacée.",
    "anterieure": "La même personne a répondu autrement depuis.",
    "proposee": "Écrite à côté, sans prendre la place.",
    "fusion": "Une autre réponse a pris sa place.",
    "sans_place": "Elle n’a pas trouvé sa place dans le formulaire.",
    AWAITING: "Cette question a plusieurs réponses qui diffèrent : il reste à écrire celle qui est juste.",
}
# Above what is kept beside and that no question of the form is about.
WITHOUT_PLACE = "Gardé à part, sans question dans ce formulaire"
# Sixty-four figures say nothing to anybody; the signature beside it says whose agreement it is, and of which day.
EMPREINTE = "l’empreinte de ce à quoi l’accord a été donné"
AGREEMENTS = {
    "conforme": "Donné à ce qui est écrit.",
    "anterieur": "Donné pour une version antérieure : ce qui est écrit a changé depuis.",
    "sans_empreinte": "Empreinte absente : rien ne dit à quelle version cet accord a été donné.",
}


def agreement(etat: str, signed: Ecrit | None) -> str:
    """Return whether an agreement still is about what is written, and who bound it to that, when."""
    by = f" ({signature(signed)})" if signed and etat != "sans_empreinte" else ""
    return typeset(AGREEMENTS[etat].removesuffix(".")) + by + "."


def agreements(etats: Sequence[str]) -> Iterator[str]:
    """Yield what to tell of the agreements that are not about what is written now."""
    for etat, one, several in (
        ("anterieur", "accord a été donné", "accords ont été donnés"),
        ("sans_empreinte", "accord est sans empreinte", "accords sont sans empreinte"),
    ):
        number = sum(found == etat for found in etats)
        if number:
            end = " pour une version antérieure" if etat == "anterieur" else ""
            yield typeset(f"{counted(number, one, several)}{end}.")


DIVERGENCES = {
    "ajoutee": "Une seule copie a une réponse.",
    "recente": "La même personne a répondu autrement plus tard : sa dernière réponse reste, l’autre est gardée à part.",
    "tranchee": "Le choix avait déjà été fait.",
    "reecrite": "L’autre avait déjà été remplacée ou effacée par une autre main : elle est gardée à part.",
}


def divergences(found: Sequence[DivergenceDite]) -> Iterator[str]:
    """Yield what differed without being a conflict: how many answers were added, and what stayed instead of what."""
    added = [one for one in found if one.nature == "ajoutee"]
    if added:
        yield typeset(counted(len(added), "réponse n’était que d’un côté.", "réponses n’étaient que d’un côté."))
    for one in found:
        if one.autre:
            where = typeset(f"{_asked(one.ou, one.question)} : ")
            yield where + typeset(
                f"{one.garde.reponse} ({one.garde.signature}), et non {one.autre.reponse}. {one.phrase}"
            )


def conflicts(found: Sequence[ConflitDit]) -> str:
    """Return every open conflict, each with its two answers and what to add to the command to settle it."""
    number = counted(len(found), "réponse diffère", "réponses diffèrent")
    lines = [typeset(f"Rien n’est fusionné : {number} d’une copie à l’autre. Choisissez pour chacune :")]
    for one in found:
        lines += ["", _asked(one.ou, one.question), *([one.parole] if one.parole else [])]
        for side, version in (("ici", one.ici), ("autre", one.autre)):
            lines += [f"  --choisir {one.place}={side}", f"    {version.reponse} ({version.signature})"]
    parts = Counter((one.section, one.partie) for one in found)
    if len(found) > 1 and parts:
        lines += ["", "Ou, pour toute une partie, d’un coup :"]
        lines += [
            f"  --choisir {SECTION}{code}=ici|autre    {partie} ({number})" for (code, partie), number in parts.items()
        ]
    return "\n".join(lines)


def no_conflict(place: str, known: Sequence[str]) -> str:
    """Return that a choice is for no conflict, and which ones there are."""
    there = f"il y en a pour {', '.join(known)}" if known else "il n’y en a aucun, ôtez « --choisir »"
    return typeset(f"Les deux copies ne sont pas en conflit à la place « {place} » : {there}.")


def two_answers(libelle: str, answers: list[str]) -> str:
    """Return that one question has several answers from before, and that one has to be written."""
    all_of_them = "Toutes" if answers[2:] else "Les deux"
    return typeset(
        f"« {libelle} » : cette question était posée plusieurs fois, et les réponses diffèrent, {listed(answers)}. "
        f"{all_of_them} sont gardées à part : écrivez celle qui est juste."
    )
