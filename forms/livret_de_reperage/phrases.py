"""The sentences of a livret, in French.  Values come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence

from forms.socle.phrases import counted, in_french, plural, typeset

NATURE = typeset(
    "Ce livret n’est ni un examen ni une évaluation : c’est une conversation, dont le but est un parcours à la mesure "
    "de la personne."
)
REGLE = typeset(
    "Règle proposée par Repère ; les documents de la certification n’en fixent pas pour cet entretien. Ce que voit "
    "l’interlocuteur l’emporte ; s’ils sont deux, et que l’un voit à acquérir ce que l’autre voit acquis, la "
    "conversation continue. À défaut, le candidat qui dit avoir à apprendre est entendu ; dire « je sais le "
    "faire » ne suffit pas seul. Une compétence au moins à acquérir, même en partie : formation. Toutes vues comme "
    "acquises : évaluation directe. Sinon, la conversation continue. L’interlocuteur décide."
)
ORIENTATIONS = {
    "formation": "formation",
    "evaluation_directe": "évaluation directe",
    "a_completer": "à compléter",
}


def proposal(proposee: str, a_former: Sequence[str], ouvertes: Sequence[str], total: int) -> str:
    """Return why a proposal is made, in numbers: the names of the competences go beside it."""
    if proposee == "formation":
        number = counted(len(a_former), "compétence", "compétences")
        verb = plural(len(ouvertes), "reste", "restent")
        opened = f" {len(ouvertes)} {verb} à voir." if ouvertes else ""
        return typeset(f"Formation proposée : {number} à acquérir, au moins en partie.{opened}")
    if proposee == "evaluation_directe":
        seen = (
            "l’interlocuteur voit l’acquis dans la seule compétence"
            if total == 1
            else (f"l’interlocuteur voit l’acquis dans les {total} compétences")
        )
        return typeset(f"Évaluation directe proposée : {seen}.")
    number = counted(len(ouvertes), "compétence", "compétences")
    return typeset(f"Pas encore de proposition : l’interlocuteur n’a pas dit ce qu’il voit de {number} sur {total}.")


def decided(proposee: str, decision: str | None, raison: str) -> str:
    """Return what a decision is to the proposal, and what it lacks; an empty text without a decision."""
    if decision is None:
        return ""
    chosen = ORIENTATIONS[decision]
    if decision == proposee:
        return typeset(f"L’interlocuteur confirme : {chosen}.")
    if raison.strip():
        return typeset(f"L’interlocuteur décide autrement : {chosen}.")
    return typeset(f"L’interlocuteur décide autrement : {chosen}. Il reste à écrire pourquoi.")


def hours(low: float | None, high: float | None) -> str:
    """Return a number of hours, from–to; with one bound only, at least or at most."""
    if low is None or high is None:
        bound, known = ("au moins", low) if high is None else ("au plus", high)
        return f"{bound} {hours(known, known)}" if known is not None else ""
    if low == high:
        return typeset(f"{in_french(low)} {plural(low, 'heure', 'heures')}")
    return typeset(f"de {in_french(low)} à {in_french(high)} heures")


# What a table calls the sentence that says whose the statements are of an auto-positionnement that was poured.
STATEMENTS = "De qui sont les énoncés de cet auto-positionnement"
