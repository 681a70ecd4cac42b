"""The deadlines of the rules, before the evaluations: one bloc a rule, whose control carries what to compute."""

from __future__ import annotations

from collections.abc import Iterator

from forms.droit.derivation import lois
from forms.livret_de_reperage.derivation import jours
from forms.livret_de_reperage.derivation.prerequis import ouverts, si
from forms.questionnaire.derivation.comptes import comptes
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Bloc
from forms.socle import voies
from forms.socle.derivation import lectures
from referentials.model_certification import Certification


def blocs(certification: Certification) -> Iterator[Bloc]:
    """Yield a bloc for each deadline or duration that a day follows from.  Its days are fields of their own."""
    for regle in jours.regles(certification):
        yield Bloc(
            code=f"ECHEANCE-{regle.code}",
            intitule=voies.titled(regle.intitule, regle.voies),
            elements=(),
            aide=regle.enonce,
            controles=tuple(comptes(certification, regle, jours.champ_of)),
            regles=(regle.code,),
            source=source(regle.source),
            si=si(regle),
            lectures=lectures(certification, regle.discordances),
            droit=lois(certification, [regle.code]),
            ouverts=tuple(ouverts(certification, regle)),
        )
