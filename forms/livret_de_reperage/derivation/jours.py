"""The days that the rules speak of: one event, one field, asked for on every route where a rule names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms.livret_de_reperage.derivation import elements
from forms.livret_de_reperage.derivation.prerequis import VOIES, is_condition
from forms.questionnaire.derivation.comptes import EVALUATIONS, counts_days, suites
from forms.questionnaire.modele import Champ, Condition
from referentials.model_certification import Certification, Regle
from referentials.model_parametres import Delai, DureeExigee


def champ_of(evenement: str) -> str:
    """Return the code of the field of an event: the one that was published, else one made from its own."""
    known = elements.donnees()["jours"].get(evenement, {})
    return str(known.get("code", f"{evenement.replace('_', '-')}-jour"))


def regles(certification: Certification) -> Iterator[Regle]:
    """Yield the rules that set a day before the evaluations, in their order: delays, durations that days count.

    What must be done so long before comes before the evaluations themselves: that is what `moment` means in the data.
    """
    for regle in certification.regles:
        lasting = is_condition(regle) and counts_days(regle.parametres)
        if regle.moment == "avant" and (lasting or isinstance(regle.parametres, Delai)):
            yield regle


def evenements(regle: Regle) -> tuple[str, ...]:
    """Return the events of a rule: what it counts from and what it asks for, or what its duration comes before."""
    parametres = regle.parametres
    if isinstance(parametres, Delai):
        return parametres.depuis, parametres.acte
    return suites(parametres) if isinstance(parametres, DureeExigee) else (EVALUATIONS,)


def champs(certification: Certification) -> Iterator[Champ]:
    """Yield the field of each event that a rule names, in the order of the vocabulary; the evaluations have their own."""
    naming: dict[str, list[Regle]] = {}
    for regle in regles(certification):
        for evenement in evenements(regle):
            naming.setdefault(evenement, []).append(regle)
    for evenement, words in certification.evenements.items():
        if evenement in naming and evenement != EVALUATIONS:
            yield _champ(evenement, words, _si(naming[evenement]))


def _champ(evenement: str, words: str, si: tuple[Condition, ...]) -> Champ:
    known: dict[str, Any] = elements.donnees()["jours"].get(evenement, {})
    return Champ(
        champ_of(evenement),
        "date",
        f"Jour connu ou prévu : {words}",
        facultatif=True,
        anciens=tuple(known.get("anciens", ())),
        si=si,
    )


def _si(naming: list[Regle]) -> tuple[Condition, ...]:
    """Return the condition under which one rule at least holds: none where a rule holds for every route."""
    if not all(regle.voies for regle in naming):
        return ()
    routes = dict.fromkeys(voie for regle in naming for voie in regle.voies)
    return (Condition(VOIES, tuple(routes)),)
