"""What follows the accreditation in the data → what a paper says of a change, and how long the accreditation holds."""

from __future__ import annotations

from forms.dossier_habilitation.derivation.convention import clause
from forms.questionnaire.modele import ClauseDeDuree, ClauseDeSuite, Suite
from forms.socle.derivation import lectures
from referentials.model_certification import Certification, Regle
from referentials.model_parametres import Delai, Validite


def suite(certification: Certification) -> Suite | None:
    """Return what follows, or None where the data do not say what is to be told of a change."""
    cahier = certification.cahier_des_charges
    told = cahier.suite_habilitation if cahier else None
    if told is None:
        return None
    known = {regle.code: regle for regle in certification.regles}
    modifications = [
        ClauseDeSuite(clause(known[code]), one.pieces)
        for one in told.modifications
        for code in one.regles
        if code in known
    ]
    if not modifications:
        return None
    duree, rappel = known.get(told.duree_habilitation or ""), known.get(told.rappel_renouvellement or "")
    return Suite(
        modifications=(*modifications,),
        duree=_duree(duree),
        rappel=_duree(rappel),
        reserves=tuple(clause(known[code]) for code in told.regles if code in known),
        lectures=lectures(certification, [code for one in (duree, rappel) if one for code in one.discordances]),
    )


def _duree(regle: Regle | None) -> ClauseDeDuree | None:
    """Return a rule that counts from a day; the checker refuses here one that does not (REF021)."""
    match regle and regle.parametres:
        case Validite(valeur=valeur, unite=unite) if regle:
            return ClauseDeDuree(clause(regle), "exactement", valeur, unite, "apres")
        case Delai(comparaison=comparaison, valeur=valeur, unite=unite, sens=sens) if regle:
            return ClauseDeDuree(clause(regle), comparaison, valeur, unite, sens)
        case _:
            return None
