"""REF017: a route that an exam, a document or a rule names is one of the certification's, and not a closed one."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_certification import Certification

CODE = "REF017"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each route told twice, named without being told, and for each rule of another route."""
    dossiers = by_certification(collection.fichiers)
    for certification in collection.certifications:
        folder = f"certifications/{certification.slug}"
        accesses = certification.identite.get("voies_acces", ())
        told = [acces["voie"] for acces in accesses]
        for index, voie in enumerate(told):
            if voie in told[:index]:
                message = f"la voie « {voie} » est déjà dite"
                place = f"$.voies_acces[{index}].voie"
                yield Finding(f"{folder}/certification.json", place, CODE, message, "gardez une seule des deux")
        closed = {acces["voie"] for acces in accesses if acces.get("ouverte") is False}
        for name in ("evaluations.json", "regles.json"):
            for path, node in walk(dossiers[certification.slug][name]):
                for voie in node.get("voies", ()) if told else ():
                    if voie not in told or voie in closed:
                        state = "est fermée" if voie in closed else "n’est pas une voie d’accès de la certification"
                        message = f"la voie « {voie} » {state}"
                        remedy = "corrigez-la, ou « voies_acces » dans certification.json"
                        yield Finding(f"{folder}/{name}", f"{path}.voies", CODE, message, remedy)
        yield from _foreign(f"{folder}/evaluations.json", certification)


def _foreign(chemin: str, certification: Certification) -> Iterator[Finding]:
    voies = {regle.code: set(regle.voies) for regle in certification.regles}
    for index, epreuve in enumerate(certification.epreuves):
        for code in epreuve.regles:
            mine = voies.get(code)
            if mine and not mine & set(epreuve.voies):
                message = f"la règle « {code} » n’est pour aucune des voies de cette épreuve"
                yield Finding(chemin, f"$.epreuves[{index}].regles", CODE, message, "retirez-la, ou corrigez les voies")
