"""REF014: a published code goes on naming the same thing, or is said to be withdrawn, for links and saved files use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from referentials.check.declared import codes, vanished
from referentials.check.finding import Finding
from referentials.check.resemblance import shortened
from referentials.load import Collection, by_certification
from referentials.model_certification import Codes
from referentials.publication import key
from referentials.read import CODES

CODE = "REF014"
PUBLISH = "lancez « python -m referentials publish », qui le note"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each code that vanished, came back, leads nowhere, or is not noted yet."""
    dossiers = by_certification(collection.fichiers)
    for certification in collection.certifications:
        if certification.codes is not None:
            chemin = f"certifications/{certification.slug}/{CODES}"
            dossier = dossiers[certification.slug]
            published = {code for paru in certification.codes.publies for code in paru.codes}
            yield from _codes(chemin, dossier, sorted(vanished(dossier)), sorted(codes(dossier) - published))
            yield from _register(chemin, certification.codes, codes(dossier), certification.version)


def _codes(chemin: str, dossier: Mapping[str, Any], gone: list[str], new: list[str]) -> Iterator[Finding]:
    """Yield the codes that vanished, or else the new ones; where there are both, some may have been renamed.

    Then nothing says to note the new ones: noted, a wrong code stays for good.
    """
    if gone:
        message = f"le code « {gone[0]} », déjà publié, ne désigne plus rien"
        remedy = "remettez-le, ou ajoutez-le à « retires » avec la raison"
        if len(gone) > 1:
            message = f"{len(gone)} codes déjà publiés ne désignent plus rien : {shortened(gone)}"
            remedy = "remettez-les, ou ajoutez-les à « retires » avec la raison"
        if files := [f"composantes/{code}.json" for code in gone if _component(code, dossier)]:
            remedy = f"remettez {files[0]}, retiré ou renommé ; ou ajoutez à « retires » ce qui l’est, avec la raison"
        if new:
            message, remedy = f"{message}, et {_unnoted(new)}", _renamed(gone, new)
        yield Finding(chemin, "$.publies", CODE, message, remedy, cause=True)
    elif new:
        yield Finding(chemin, "$.publies", CODE, _unnoted(new), PUBLISH)


def _unnoted(new: list[str]) -> str:
    if len(new) == 1:
        return f"le code « {new[0]} » n’est pas encore noté"
    return f"{len(new)} codes ne sont pas encore notés : {shortened(new)}"


def _renamed(gone: list[str], new: list[str]) -> str:
    """Return what to do where codes vanished and others came: which one became which, only a person knows."""
    if len(gone) == len(new) == 1:
        return f"rendez-lui le code « {gone[0]} » ; ou ajoutez-le à « retires », remplacé par « {new[0]} »"
    back = f"rendez-lui le code « {gone[0]} »" if len(gone) == 1 else f"rendez leurs codes ({shortened(gone)})"
    each = "ajoutez-le" if len(gone) == 1 else "ajoutez chacun"
    return (
        f"{back}, et leurs noms aux fichiers, à ce qui en a changé ; ou {each} à « retires », avec la raison et, dans"
        f" « remplace_par », le nouveau code s’il y en a un. Rien n’est à noter avant"
    )


def _component(code: str, dossier: Mapping[str, Any]) -> bool:
    """Say whether a code that vanished was that of a file: success requires it, which only the first rank is asked."""
    required = (regle["parametres"] for regle in dossier.get("regles.json", ()) if "parametres" in regle)
    return any(code in one.get("composantes", ()) for one in required if one["nature"] == "composantes_requises")


def _register(chemin: str, register: Codes, declared: set[str], version: str) -> Iterator[Finding]:
    published = {code for paru in register.publies for code in paru.codes}
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
        # One that is declared and not noted yet is told by itself.
        if retire.remplace_par is not None and retire.remplace_par not in published | declared:
            message = f"le code « {retire.remplace_par} » n’a jamais été publié"
            yield Finding(chemin, f"{place}.remplace_par", CODE, message, "citez un code de cette certification")
