"""For each domaine, bloc or CCP: formation, or évaluation directe.  Repère proposes, the interviewer decides.

The sources set no threshold for this conversation.  The rule is ours, and `phrases.REGLE` says it wherever a
proposal is shown.  The share that the rules ask of the evaluations plays no part in it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from forms.livret_de_reperage import phrases
from forms.livret_de_reperage.controles import AProposer, Nommee
from forms.questionnaire.modele import Bloc, Questionnaire
from forms.questionnaire.valeurs import Valeurs

Orientation = Literal["formation", "evaluation_directe", "a_completer"]
FORMATION: Orientation = "formation"
DIRECTE: Orientation = "evaluation_directe"
OUVERTE: Orientation = "a_completer"
TO_LEARN = {"en_partie", "a_acquerir"}
JUDGED = TO_LEARN | {"acquis"}
# Where each of the two who may lead the talk writes what is seen; the first is that of livrets begun before.
VOICES = ("vu", "vu-entreprise", "vu-organisme")


@dataclass(frozen=True, slots=True)
class Proposition:
    """What is proposed for one part of the certification, why, and what was decided.

    `a_former`, `ouvertes` and `ecarts` name competences: to train, still open, seen otherwise than they were said or
    than another saw them.
    """

    code: str
    intitule: str
    proposee: Orientation
    phrase: str
    a_former: tuple[str, ...]
    ouvertes: tuple[str, ...]
    ecarts: tuple[str, ...]
    decision: Orientation | None
    raison: str
    avis: str

    @property
    def retenue(self) -> Orientation:
        """What the plan follows: the decision where there is one."""
        return self.decision or self.proposee


def propositions(questionnaire: Questionnaire, valeurs: Valeurs) -> Iterator[Proposition]:
    """Yield the proposal of each part that the form asks a decision for."""
    for _, bloc in questionnaire.blocs():
        for controle in bloc.controles:
            if isinstance(controle, AProposer):
                yield _proposition(bloc, controle.competences, valeurs.champs)


def retained(dit: Any, vus: Iterable[Any]) -> str | None:
    """Return what counts of a competence: « acquis », « en_partie », « a_acquerir », or None where it stays open.

    What the interviewers see prevails; where one sees to be learnt what the other sees acquired, it stays open.  Where
    nothing is seen, a candidate who has to learn is heard; one who says « acquis » waits for somebody to see it.
    """
    judged = {str(vu) for vu in vus if vu in JUDGED}
    if judged:
        return None if "acquis" in judged and judged & TO_LEARN else max(judged)
    return str(dit) if dit in TO_LEARN else None


def _proposition(bloc: Bloc, competences: Sequence[Nommee], champs: Mapping[str, Any]) -> Proposition:
    a_former, ouvertes, ecarts = [], [], []
    for competence in competences:
        code = competence.code.lower()
        dit, vus = champs.get(f"{code}-dit"), [champs.get(f"{code}-{voice}") for voice in VOICES]
        found = retained(dit, vus)
        if found in TO_LEARN:
            a_former.append(competence.intitule)
        if found is None:
            ouvertes.append(competence.intitule)
        judged = {one for one in (dit, *vus) if one in JUDGED}
        if len(judged) > 1:
            ecarts.append(competence.intitule)
    proposee = FORMATION if a_former else OUVERTE if ouvertes else DIRECTE
    prefix = bloc.code.lower()
    decision, raison = champs.get(f"{prefix}-decision"), str(champs.get(f"{prefix}-raison", ""))
    return Proposition(
        code=bloc.code,
        intitule=bloc.intitule,
        proposee=proposee,
        phrase=phrases.proposal(proposee, a_former, ouvertes, len(competences)),
        a_former=(*a_former,),
        ouvertes=(*ouvertes,),
        ecarts=(*ecarts,),
        decision=decision,
        raison=raison,
        avis=phrases.decided(proposee, decision, raison),
    )
