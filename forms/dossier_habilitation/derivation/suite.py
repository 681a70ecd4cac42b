"""What follows the accreditation in the data → what a paper says of a change, and how long the accreditation holds."""

from __future__ import annotations

from forms.dossier_habilitation.derivation.convention import clause
from forms.questionnaire.modele import ClauseDeDuree, ClauseDeSuite, Suite
from forms.socle.derivation import lectures
from referentials.model_certification import Certification
from referentials.model_parametres import Delai, Validite


def suite(certification: Certification) -> Suite | None:
    """Return what follows, or None where the data do not say what is to be told of a change."""
    cahier = certification.cahier_des_charges
    told = cahier.suite_habilitation if cahier else None
    if told is None:
        return None
    dated = [code for code in (told.duree_habilitation, told.rappel_renouvellement) if code]
    return Suite(
        modifications=tuple(
            ClauseDeSuite(clause(certification.rule(code)), one.pieces)
            for one in told.modifications
            for code in one.regles
        ),
        duree=_duree(certification, told.duree_habilitation),
        rappel=_duree(certification, told.rappel_renouvellement),
        reserves=tuple(clause(certification.rule(code)) for code in told.regles),
        lectures=lectures(certification, [code for one in dated for code in certification.rule(one).discordances]),
    )


def _duree(certification: Certification, code: str | None) -> ClauseDeDuree | None:
    """Return a rule that counts from a day; the checker refuses here one that does not (REF021)."""
    if code is None:
        return None
    regle = certification.rule(code)
    match regle.parametres:
        case Validite(valeur=valeur, unite=unite):
            return ClauseDeDuree(clause(regle), "exactement", valeur, unite, "apres")
        case Delai(comparaison=comparaison, valeur=valeur, unite=unite, sens=sens):
            return ClauseDeDuree(clause(regle), comparaison, valeur, unite, sens)
        case _:
            return None
