"""What a rule counts in days, as the control of a form: its parameters, with the fields of its days."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from forms.questionnaire.jours_comptes import DelaiCompte, DureeComptee, Evenement
from referentials.model_certification import Certification, Regle
from referentials.model_parametres import Delai, DureeExigee, Parametres

EVALUATIONS = "evaluations"
# The code of an event → that of the field that asks for its day.
ChampDe = Callable[[str], str]


def counts_days(parametres: Parametres) -> bool:
    """Say whether they are a duration counted on the calendar: the day when it is over follows from its first day."""
    return isinstance(parametres, DureeExigee) and parametres.unite in {"jour", "semaine", "mois", "an"}


def suites(duree: DureeExigee) -> tuple[str, ...]:
    """Return the events that come only once a duration is over: the evaluations, where the rule names none."""
    return duree.suivie_de or (EVALUATIONS,)


def comptes(certification: Certification, regle: Regle, champ_of: ChampDe) -> Iterator[DelaiCompte | DureeComptee]:
    """Yield the parameters of a rule with the fields of its days, and the words of what they are the days of."""

    def evenement(code: str) -> Evenement:
        return Evenement(champ=champ_of(code), intitule=certification.evenements.get(code, "les évaluations"))

    match regle.parametres:
        case Delai() as delai:
            yield DelaiCompte(
                comparaison=delai.comparaison,
                valeur=delai.valeur,
                unite=delai.unite,
                sens=delai.sens,
                evenement=delai.evenement,
                depuis=delai.depuis,
                acte=evenement(delai.acte),
                champ=champ_of(delai.depuis),
            )
        case DureeExigee() as duree:
            yield DureeComptee(
                comparaison=duree.comparaison,
                valeur=duree.valeur,
                unite=duree.unite,
                objet=duree.objet,
                suivie_de=tuple(evenement(code) for code in suites(duree)),
                champ=f"{regle.code.lower()}-debut",
            )
