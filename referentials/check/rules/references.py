"""REF003: what is cited by its code exists: in the same certification here, in another one in `across`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from referentials.check import across
from referentials.check.finding import Finding
from referentials.check.resemblance import remedy
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_certification import Certification

CODE = "REF003"
COMPOSANTE, COMPETENCE, REGLE, EPREUVE = "la composante", "la compétence", "la règle", "l’épreuve"
SESSION, TRANSVERSALE, FONCTION = "la session", "la compétence transversale", "la fonction"
DISCORDANCE = "la discordance"
# Wherever these keys hold codes, they cite.  Where they hold objects, they declare.
CITING = {
    "composantes": COMPOSANTE,
    "correspond_a": COMPOSANTE,
    "competence": COMPETENCE,
    "competences": COMPETENCE,
    "competences_transversales": TRANSVERSALE,
    "regles": REGLE,
    "epreuves": EPREUVE,
    "modalites_evaluation": EPREUVE,
    "session": SESSION,
    "fonctions": FONCTION,
    "discordances": DISCORDANCE,
}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each reference that resolves to nothing."""
    yield from across.check(collection)
    dossiers = by_certification(collection.fichiers)
    for certification in collection.certifications:
        known = _known(certification)
        for name, donnees in dossiers[certification.slug].items():
            chemin = f"certifications/{certification.slug}/{name}"
            for path, node in walk(donnees):
                for key in node.keys() & CITING:
                    noun = CITING[key]
                    for code in _cited(node[key]):
                        if code not in known[noun]:
                            message = f"{noun} « {code} » n’existe pas dans cette certification"
                            yield Finding(chemin, f"{path}.{key}", CODE, message, remedy(code, known[noun]))


def _known(certification: Certification) -> dict[str, set[str]]:
    return {
        COMPOSANTE: {c.code for root in certification.composantes for c in root.walk()},
        COMPETENCE: {c.code for c in certification.all_competences()},
        TRANSVERSALE: {c.code for c in certification.referentiel.competences_transversales},
        REGLE: {regle.code for regle in certification.regles},
        EPREUVE: {epreuve.code for epreuve in certification.epreuves},
        SESSION: {session.code for session in certification.sessions},
        FONCTION: {f.code for f in certification.cahier_des_charges.fonctions}
        if certification.cahier_des_charges
        else set(),
        DISCORDANCE: {discordance.code for discordance in certification.discordances},
    }


def _cited(value: Any) -> Iterable[str]:
    values = [value] if isinstance(value, str) else value
    return (code for code in values if isinstance(code, str))
