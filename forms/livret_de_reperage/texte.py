"""The livret as plain text: what was said and seen, by whom and when, the proposals, the plan.  What a person can paste."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from forms.livret_de_reperage import phrases, versees
from forms.livret_de_reperage.etat import EtatLivret, evaluate
from forms.plusieurs_mains.ecrits import Copie
from forms.plusieurs_mains.texte import reponses
from forms.questionnaire.dates import in_words
from forms.questionnaire.modele import Questionnaire
from forms.socle import etat_certification
from forms.socle.phrases import typeset
from forms.socle.phrases_lectures import reading


def texte(questionnaire: Questionnaire, livret: Copie, jour: date) -> str:
    """Return the text of a livret, its days read as on `jour`; it ends with a line break."""
    etat = evaluate(questionnaire, livret, jour)
    mentions = {versees.BLOC: etat.mention} if etat.mention else {}
    said = etat_certification.lines(questionnaire.etats, jour.isoformat())
    head = (typeset(f"Livret de repérage des acquis : {questionnaire.intitule}"), *map(typeset, said), phrases.NATURE)
    return "\n".join(
        [*head, *reponses(questionnaire, livret, etat.accords, mentions), *_propositions(etat), *_parcours(etat), ""]
    )


def _propositions(etat: EtatLivret) -> Iterator[str]:
    yield from ("", "PROPOSITIONS", phrases.REGLE)
    for one in etat.propositions:
        yield from ("", typeset(f"{one.code} : {one.intitule}"), f"  {one.phrase}")
        for title, names in (
            ("À acquérir", one.a_former),
            ("Encore à voir", one.ouvertes),
            ("À reprendre ensemble, ce qui est dit et vu ne concorde pas", one.ecarts),
        ):
            if names:
                yield typeset(f"  {title} :")
                yield from (f"    - {name}" for name in names)
        if one.avis:
            yield f"  {one.avis}"
        if one.raison.strip():
            yield from (f"  {line}" for line in one.raison.strip().splitlines())


def _parcours(etat: EtatLivret) -> Iterator[str]:
    yield from ("", typeset(f"PARCOURS AU {in_words(etat.jour)}".upper()))
    for rank, etape in enumerate(etat.parcours.etapes, 1):
        yield f"{rank}. {etape.phrase}"
        yield from (f"   - {name}" for name in (*etape.competences, *etape.modules))
    if etat.parcours.en_attente:
        yield typeset(f"Encore à voir : {', '.join(etat.parcours.en_attente)}.")
    if etat.parcours.heures:
        yield typeset(f"En tout : {phrases.hours(etat.parcours.heures.minimum, etat.parcours.heures.maximum)}.")
    for echeance in etat.echeances:
        yield f"- {echeance.phrase}" + (f" {echeance.alerte}" if echeance.alerte else "")
        yield from (f"  ~ {reading(one)}" for one in echeance.lectures)
    if etat.alertes:
        yield from ("", "CE QUI NE S’ACCORDE PAS")
        yield from (f"- {alerte.phrase}" for alerte in etat.alertes)
