"""REF014: a published code goes on naming the same thing, or is said to be withdrawn, for links and saved files use it."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.declared import REGISTER, codes
from referentials.check.finding import Finding
from referentials.load import Collection, by_certification
from referentials.model_certification import Codes
from referentials.publication import key

CODE = "REF014"
PUBLISH = "lancez « python -m referentials publish », qui le note"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each code that vanished, came back, leads nowhere, or is not noted yet."""
    dossiers = by_certification(collection.fichiers)
    for certification in collection.certifications:
        if certification.codes is not None:
            chemin = f"certifications/{certification.slug}/{REGISTER}"
            yield from _register(
                chemin, certification.codes, codes(dossiers[certification.slug]), certification.version
            )


def _register(chemin: str, register: Codes, declared: set[str], version: str) -> Iterator[Finding]:
    published = {code for paru in register.publies for code in paru.codes}
    withdrawn = {retire.code for retire in register.retires}
    for code in sorted(published - withdrawn - declared):
        message = f"le code « {code} », déjà publié, ne désigne plus rien"
        yield Finding(chemin, "$.publies", CODE, message, "remettez-le, ou ajoutez-le à « retires » avec la raison")
    for code in sorted(declared - published):
        yield Finding(chemin, "$.publies", CODE, f"le code « {code} » n’est pas encore noté", PUBLISH)
    for index, paru in enumerate(register.publies):
        if key(paru.version) > key(version):
            message = f"la version {paru.version} suit celle de la certification, {version}"
            remedy = "augmentez « version » dans certification.json, ou corrigez ce numéro"
            yield Finding(chemin, f"$.publies[{index}].version", CODE, message, remedy)
    for index, retire in enumerate(register.retires):
        place = f"$.retires[{index}]"
        if retire.code not in published:
            remedy = "corrigez ce code, ou ôtez cette ligne"
            yield Finding(chemin, f"{place}.code", CODE, f"le code « {retire.code} » n’a jamais été publié", remedy)
        if retire.code in declared:
            message = f"le code « {retire.code} », retiré en {retire.version}, désigne de nouveau quelque chose"
            yield Finding(
                chemin, f"{place}.code", CODE, message, "donnez à ce qui est nouveau un code qui n’a jamais servi"
            )
        if retire.remplace_par is not None and retire.remplace_par not in published:
            message = f"le code « {retire.remplace_par} » n’a jamais été publié"
            yield Finding(chemin, f"{place}.remplace_par", CODE, message, "citez un code de cette certification")
