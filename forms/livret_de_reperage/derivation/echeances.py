"""The deadlines of the rules, before the evaluations: one bloc a rule, whose control carries what to compute."""

from __future__ import annotations

from collections.abc import Iterator

from forms.livret_de_reperage.controles import DelaiCompte, DureeComptee, Evenement
from forms.livret_de_reperage.derivation import jours
from forms.livret_de_reperage.derivation.prerequis import ouverts, si
from forms.questionnaire.controles import Controle
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Bloc
from forms.socle import voies
from forms.socle.derivation import lectures
from referentials.model_certification import Certification, Regle
from referentials.model_parametres import Delai, DureeExigee


def blocs(certification: Certification) -> Iterator[Bloc]:
    """Yield a bloc for each deadline or duration that a day follows from.  Its days are fields of their own."""
    for regle in jours.regles(certification):
        yield Bloc(
            code=f"ECHEANCE-{regle.code}",
            intitule=voies.titled(regle.intitule, regle.voies),
            elements=(),
            aide=regle.enonce,
            controles=tuple(_controle(certification, regle)),
            regles=(regle.code,),
            source=source(regle.source),
            si=si(regle),
            lectures=lectures(certification, regle.discordances),
            ouverts=tuple(ouverts(certification, regle)),
        )


def _controle(certification: Certification, regle: Regle) -> Iterator[Controle]:
    """Yield the parameters of a rule with the fields of its days, and the words of what they are the days of."""
    match regle.parametres:
        case Delai() as delai:
            yield DelaiCompte(
                comparaison=delai.comparaison,
                valeur=delai.valeur,
                unite=delai.unite,
                sens=delai.sens,
                evenement=delai.evenement,
                depuis=delai.depuis,
                acte=_evenement(certification, delai.acte),
                champ=jours.champ_of(delai.depuis),
            )
        case DureeExigee() as duree:
            yield DureeComptee(
                comparaison=duree.comparaison,
                valeur=duree.valeur,
                unite=duree.unite,
                objet=duree.objet,
                suivie_de=tuple(_evenement(certification, code) for code in jours.evenements(regle)),
                champ=f"{regle.code.lower()}-debut",
            )


def _evenement(certification: Certification, code: str) -> Evenement:
    return Evenement(champ=jours.champ_of(code), intitule=certification.evenements.get(code, "les évaluations"))
