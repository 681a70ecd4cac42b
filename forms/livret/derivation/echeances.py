"""The deadlines of the rules, before the evaluations: one bloc a rule, with the field of the day that it counts from."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms import voies
from forms.dossier.derivation import source
from forms.livret.derivation.prerequis import counts_days, is_condition, si
from forms.questionnaire.modele import Bloc, Champ
from referentials.model_certification import Certification, Regle

EVALUATIONS = "evaluations-jour"


def blocs(certification: Certification) -> Iterator[Bloc]:
    """Yield a bloc for each deadline or duration that a day follows from; its control carries what to compute.

    What must be done so long before comes before the evaluations themselves: that is what `moment` means in the
    data.  What follows another event asks for its day.
    """
    asked: set[str] = set()
    for regle in certification.regles:
        if regle.moment != "avant":
            continue
        if regle.parametres["nature"] == "delai":
            jour = EVALUATIONS if regle.parametres["sens"] == "avant" else _day(certification, regle)
            own = jour not in {EVALUATIONS, *asked}
            asked.add(jour)
            yield _bloc(regle, jour, (_champ(regle, jour),) if own else ())
        elif regle.parametres["nature"] == "duree" and is_condition(regle) and counts_days(regle):
            yield _bloc(regle, f"{regle.code.lower()}-debut", ())


def _day(certification: Certification, regle: Regle) -> str:
    """Return the field of an event: rules about the same one share it."""
    evenement = regle.parametres["evenement"]
    first = next(r for r in certification.regles if r.parametres.get("evenement") == evenement)
    return f"{first.code.lower()}-jour"


def _champ(regle: Regle, jour: str) -> Champ:
    evenement = str(regle.parametres["evenement"])
    return Champ(jour, "date", f"Jour connu ou prévu : {evenement}", facultatif=True)


def _bloc(regle: Regle, jour: str, champs: tuple[Champ, ...]) -> Bloc:
    controle: dict[str, Any] = {**regle.parametres, "champ": jour}
    return Bloc(
        code=f"ECHEANCE-{regle.code}",
        intitule=voies.titled(regle.intitule, regle.voies),
        elements=champs,
        aide=regle.enonce,
        controles=(controle,),
        regles=(regle.code,),
        source=source(regle.source),
        si=si(regle),
    )
