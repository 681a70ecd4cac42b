"""The deadlines of the rules, before the evaluations: one bloc a rule, whose control carries what to compute."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from forms.livret_de_reperage.derivation import jours
from forms.livret_de_reperage.derivation.prerequis import ouverts, si
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Bloc
from forms.socle import voies
from forms.socle.derivation import lectures
from referentials.model_certification import Certification, Regle


def blocs(certification: Certification) -> Iterator[Bloc]:
    """Yield a bloc for each deadline or duration that a day follows from.  Its days are fields of their own."""
    for regle in jours.regles(certification):
        yield Bloc(
            code=f"ECHEANCE-{regle.code}",
            intitule=voies.titled(regle.intitule, regle.voies),
            elements=(),
            aide=regle.enonce,
            controles=(_controle(certification, regle),),
            regles=(regle.code,),
            source=source(regle.source),
            si=si(regle),
            lectures=lectures(certification, regle.discordances),
            ouverts=tuple(ouverts(certification, regle)),
        )


def _controle(certification: Certification, regle: Regle) -> dict[str, Any]:
    """Return the parameters of a rule with the fields of its days, and the words of what they are the days of."""
    parametres = regle.parametres
    if parametres["nature"] == "delai":
        acte = _evenement(certification, parametres["acte"])
        return {**parametres, "champ": jours.champ_of(parametres["depuis"]), "acte": acte}
    suite = [_evenement(certification, code) for code in jours.evenements(regle)]
    return {**parametres, "champ": f"{regle.code.lower()}-debut", "suivie_de": suite}


def _evenement(certification: Certification, code: str) -> dict[str, str]:
    return {"champ": jours.champ_of(code), "intitule": certification.evenements.get(code, "les évaluations")}
