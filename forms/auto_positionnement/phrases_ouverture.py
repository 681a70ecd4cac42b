"""What a person is told of a file that opens: what differs from the day it was written, in French."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from forms.auto_positionnement.changements import Changements
from forms.auto_positionnement.formulaire import Valeur
from forms.socle.phrases import counted, outdated, typeset


def avis(
    theirs: str, ours: str, changements: Changements, renamed: Sequence[tuple[Mapping[str, str], Valeur]]
) -> tuple[str, ...]:
    """Return the sentences, from the most general to what was set aside; none where nothing differs."""
    sentences = outdated(theirs, ours)
    if changements.ajoutes:
        sentences.append(f"{_counted(changements.ajoutes, 'énoncé est nouveau', 'énoncés sont nouveaux')} depuis.")
    if changements.reformules:
        said = _counted(changements.reformules, "énoncé a été reformulé", "énoncés ont été reformulés")
        sentences.append(f"{said} depuis : relisez votre réponse.")
    if changements.remplaces:
        said = _counted(changements.remplaces, "réponse a suivi son énoncé", "réponses ont suivi leur énoncé")
        sentences.append(f"{said}, qui a changé de code.")
    sentences += [_renamed(before, after) for before, after in renamed]
    if changements.ecartes:
        one = len(changements.ecartes) == 1
        said = _counted(changements.ecartes, "réponse ne correspond", "réponses ne correspondent")
        kept = "elle est gardée à part et sera réécrite" if one else "elles sont gardées à part et seront réécrites"
        sentences.append(f"{said} plus à un énoncé : {kept} dans votre prochain fichier.")
    return tuple(map(typeset, sentences))


def first_pass_aside(number: int) -> tuple[str, ...]:
    """Return what is said of answers of a first pass that nothing asks any more; nothing where there is none."""
    if not number:
        return ()
    said = counted(number, "réponse du premier tour ne correspond", "réponses du premier tour ne correspondent")
    kept = "elle est gardée à part et sera réécrite" if number == 1 else "elles sont gardées à part et seront réécrites"
    return (typeset(f"{said} plus à une question : {kept} dans votre prochain fichier."),)


def migrated(found: int, newest: int) -> str:
    """Return whether a file had to change its format."""
    if found == newest:
        return typeset(f"Le fichier est déjà au format {newest}.")
    return typeset(f"Le fichier était au format {found} ; le voici au format {newest}.")


def details(changements: Changements) -> list[str]:
    """Return one line for each thing that differs, with its code and its wordings."""
    return [
        *(typeset(f"+ {ajoute.code} : {ajoute.enonce}") for ajoute in changements.ajoutes),
        *(typeset(f"~ {mot.code} : « {mot.avant} » → « {mot.apres} »") for mot in changements.reformules),
        *(f"> {remplace.avant} → {remplace.apres}" for remplace in changements.remplaces),
        *(typeset(f"- {ecarte.code}{' : ' if ecarte.enonce else ''}{ecarte.enonce}") for ecarte in changements.ecartes),
    ]


def _counted(entries: Sequence[object], singular: str, plural: str) -> str:
    return counted(len(entries), singular, plural)


def _renamed(before: Mapping[str, str], after: Valeur) -> str:
    if before["libelle"] == after.libelle:
        return f"La réponse « {after.libelle} » ne compte plus de la même façon : relisez vos réponses."
    changed = "" if before["effet"] == after.effet else " et ne compte plus de la même façon"
    return f"La réponse « {before['libelle']} » s’écrit maintenant « {after.libelle} »{changed} : relisez vos réponses."
