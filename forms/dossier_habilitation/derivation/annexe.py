"""The rules whose breach may end the accreditation → what the organisation promises, each with its clause."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Annexe, Condition, Engagement
from forms.socle.derivation import lectures
from referentials.model_certification import Certification, Regle
from referentials.model_listes import Offre


def annexe(certification: Certification) -> Annexe | None:
    """Return the promises that the data hold, or None: where no source says what a breach costs, there is no annex."""
    held = [(regle, certification.rule(regle.retrait)) for regle in certification.regles if regle.retrait]
    if not held:
        return None
    engagements = (
        Engagement(
            code=regle.code,
            enonce=regle.enonce,
            source=source(regle.source),
            retrait=source(retrait.source),
            si=(*conditions(regle),),
        )
        for regle, retrait in held
    )
    codes = [code for _, retrait in held for code in retrait.discordances]
    return Annexe((*engagements,), lectures(certification, codes))


def conditions(regle: Regle) -> Iterator[Condition]:
    """Yield of whom a rule is asked: of who offers one of its routes; of everybody where it names none that one offers."""
    offres = tuple(voie for voie in regle.voies if voie in get_args(Offre))
    if offres:
        yield Condition("offres", offres)
