"""REF017: a route that an exam, a document, a rule or another route names is one of the certification's, and not a closed one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from referentials.check.finding import Finding
from referentials.check.together import together
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_certification import Certification
from referentials.model_identite import VoieAcces

CODE = "REF017"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each route told twice, named without being told, and for each rule of another route."""
    dossiers = by_certification(collection.fichiers)
    for certification in collection.certifications:
        folder = f"certifications/{certification.slug}"
        accesses = certification.identite.voies_acces
        told = [acces.voie for acces in accesses]
        for index, voie in enumerate(told):
            if voie in told[:index]:
                message = f"la voie « {voie} » est déjà dite"
                place = f"$.voies_acces[{index}].voie"
                yield Finding(f"{folder}/certification.json", place, CODE, message, "gardez une seule des deux")
        yield from _inside(f"{folder}/certification.json", accesses)
        yield from together(_named(folder, dossiers[certification.slug], accesses))
        yield from _foreign(f"{folder}/evaluations.json", certification)
        yield from _steps(f"{folder}/certification.json", certification)


def _named(folder: str, dossier: Mapping[str, Any], accesses: Sequence[VoieAcces]) -> Iterator[Finding]:
    """Yield a finding for each place that names a route which is none, or a closed one."""
    told = {acces.voie for acces in accesses}
    closed = {acces.voie for acces in accesses if acces.ouverte is False}
    for name in ("evaluations.json", "regles.json"):
        for path, node in walk(dossier.get(name, ())):
            for voie in node.get("voies", ()) if told else ():
                if voie not in told or voie in closed:
                    state = "est fermée" if voie in closed else "n’est pas une voie d’accès de la certification"
                    message = f"la voie « {voie} » {state}"
                    remedy = "corrigez-la, ou « voies_acces » dans certification.json"
                    yield Finding(f"{folder}/{name}", f"{path}.voies", CODE, message, remedy)


def _inside(chemin: str, accesses: Sequence[VoieAcces]) -> Iterator[Finding]:
    """Yield a finding for each route that stands inside none: absent, closed, itself, or inside another in turn."""
    whole = {acces.voie for acces in accesses if acces.ouverte is not False and acces.dans is None}
    for index, acces in enumerate(accesses):
        if acces.dans and acces.dans not in whole:
            message = f"la voie « {acces.dans} » ne peut pas en contenir une autre"
            aide = "nommez une autre voie de la certification, ouverte, qui n’est elle-même dans aucune"
            yield Finding(chemin, f"$.voies_acces[{index}].dans", CODE, message, aide)


def _foreign(chemin: str, certification: Certification) -> Iterator[Finding]:
    voies = {regle.code: set(regle.voies) for regle in certification.regles}
    for index, epreuve in enumerate(certification.epreuves):
        for code in epreuve.regles:
            mine = voies.get(code)
            if mine and not mine & set(epreuve.voies):
                message = f"la règle « {code} » n’est pour aucune des voies de cette épreuve"
                yield Finding(chemin, f"$.epreuves[{index}].regles", CODE, message, "retirez-la, ou corrigez les voies")


def _steps(chemin: str, certification: Certification) -> Iterator[Finding]:
    """Yield a finding for each step that a rule of other routes describes."""
    voies = {regle.code: set(regle.voies) for regle in certification.regles}
    for index, acces in enumerate(certification.identite.voies_acces):
        for rank, etape in enumerate(acces.etapes):
            for code in etape.regles:
                if voies.get(code) and acces.voie not in voies[code]:
                    path = f"$.voies_acces[{index}].etapes[{rank}].regles"
                    message = f"la règle « {code} » n’est pas pour la voie « {acces.voie} »"
                    yield Finding(chemin, path, CODE, message, "retirez-la, ou corrigez les voies")
