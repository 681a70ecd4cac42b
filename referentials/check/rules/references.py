"""REF003: what is cited by its code exists: in the same certification here, in another one in `across`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import PurePosixPath
from typing import Any

from referentials.check import across
from referentials.check.declared import vanished
from referentials.check.finding import Finding
from referentials.check.resemblance import remedy, shortened
from referentials.check.together import places, together
from referentials.check.walk import walk
from referentials.load import Collection, by_certification
from referentials.model_certification import Certification
from referentials.read import VERBATIM

CODE = "REF003"
COMPOSANTE, COMPETENCE, REGLE, EPREUVE = "la composante", "la compétence", "la règle", "l’épreuve"
SESSION, TRANSVERSALE, FONCTION, PIECE = "la session", "la compétence transversale", "la fonction", "la pièce"
DISCORDANCE = "la discordance"
# Wherever these keys hold codes, they cite.  Where they hold objects, they declare.
CITING = {
    "composantes": COMPOSANTE,
    "correspond_a": COMPOSANTE,
    "competence": COMPETENCE,
    "competences": COMPETENCE,
    "competences_transversales": TRANSVERSALE,
    "regles": REGLE,
    "retrait": REGLE,
    "epreuves": EPREUVE,
    "modalites_evaluation": EPREUVE,
    "session": SESSION,
    "fonctions": FONCTION,
    "discordances": DISCORDANCE,
    "referent": FONCTION,
    "pieces": PIECE,
    "duree_habilitation": REGLE,
    "rappel_renouvellement": REGLE,
}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each reference that resolves to nothing."""
    yield from together(across.check(collection))
    dossiers = by_certification(collection.fichiers)
    adrift = _adrift(collection)
    for certification in collection.certifications:
        known, dossier = _known(certification), dossiers[certification.slug]
        misnamed = {PurePosixPath(name).stem for name, _ in misnamed_files(dossier)}
        lost = vanished(dossier) | adrift
        unknown: dict[tuple[str, str], list[Finding]] = {}
        for name, path, noun, code in citations(dossier):
            # REF002 says of a file that has another name than its code what this would say of each place, and REF014
            # of a code that was published.
            if code not in known[noun] | lost and not (noun == COMPOSANTE and code in misnamed):
                chemin = f"certifications/{certification.slug}/{name}"
                message = f"{noun} « {code} » n’existe pas dans cette certification"
                finding = Finding(chemin, path, CODE, message, remedy(code, known[noun]), cause=True)
                unknown.setdefault((noun, code), []).append(finding)
        yield from _unresolved(certification, dossier, _without_file(collection, certification.slug, unknown))


def citations(dossier: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield each citation of a certification by itself: its file, its place, what is cited, its code."""
    for name, donnees in dossier.items():
        # What is copied from the register names nothing of ours.
        for path, node in () if name.removesuffix(".json") in VERBATIM else walk(donnees):
            for key in node.keys() & CITING:
                yield from ((name, f"{path}.{key}", CITING[key], code) for code in _cited(node[key]))


def _without_file(
    collection: Collection, slug: str, unknown: dict[tuple[str, str], list[Finding]]
) -> dict[tuple[str, str], list[Finding]]:
    """Return the same, the discrepancies of a certification as one thing where the file that holds them is not there."""
    lost = {key: found for key, found in unknown.items() if key[0] == DISCORDANCE}
    if slug in collection.discordances or len(lost) < 2:  # noqa: PLR2004 — one alone is told by its name
        return unknown
    message = f"discordances/{slug}.json manque : {shortened(sorted(code for _, code in lost))} n’existent pas"
    help_ = "remettez ce fichier, ou retirez les références"
    every = [replace(one, message=message, remede=help_) for found in lost.values() for one in found]
    return {key: found for key, found in unknown.items() if key not in lost} | {(DISCORDANCE, slug): every}


def _adrift(collection: Collection) -> set[str]:
    """Return the discrepancies of a certification that does not exist: that is told once, and they come back with it."""
    slugs = {certification.slug for certification in collection.certifications}
    every = (one for some in collection.discordances.values() for one in some)
    return {one.code for one in every if not slugs.issuperset(one.certifications)}


def misnamed_files(dossier: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield each file of composantes/ that has another name than the code in it, and this code."""
    for name, donnees in dossier.items():
        if name.startswith("composantes/") and PurePosixPath(name).stem != donnees["code"]:
            yield name, donnees["code"]


def _unresolved(
    certification: Certification, dossier: Mapping[str, Any], unknown: Mapping[tuple[str, str], list[Finding]]
) -> Iterator[Finding]:
    """Yield one finding a code; where one component is missing and another is not cited, it was renamed."""
    if not unknown:
        return
    missing = [code for noun, code in unknown if noun == COMPOSANTE]
    cited = {code for _, _, noun, code in citations(dossier) if noun == COMPOSANTE}
    uncited = [composante.code for composante in certification.composantes if composante.code not in cited]
    renamed = len(missing) == len(uncited) == 1
    for (noun, code), findings in unknown.items():
        if renamed and (noun, code) == (COMPOSANTE, missing[0]):
            message = f"la composante « {code} » n’existe pas : {places(len(findings))}, et aucun à « {uncited[0]} »"
            help_ = f"rendez-lui le code « {code} », ou écrivez « {uncited[0]} » partout où l’on cite l’autre"
            chemin = f"certifications/{certification.slug}/composantes/{uncited[0]}.json"
            yield Finding(chemin, "$.code", CODE, message, help_, cause=True)
        else:
            yield from together(findings)


def _known(certification: Certification) -> dict[str, set[str]]:
    cahier = certification.cahier_des_charges
    return {
        COMPOSANTE: {c.code for root in certification.composantes for c in root.walk()},
        COMPETENCE: {c.code for c in certification.all_competences()},
        TRANSVERSALE: {c.code for c in certification.referentiel.competences_transversales},
        REGLE: {regle.code for regle in certification.regles},
        EPREUVE: {epreuve.code for epreuve in certification.epreuves},
        SESSION: {session.code for session in certification.sessions},
        FONCTION: {fonction.code for fonction in cahier.fonctions} if cahier else set(),
        PIECE: {piece.code for piece in cahier.pieces} if cahier else set(),
        DISCORDANCE: {discordance.code for discordance in certification.discordances},
    }


def _cited(value: Any) -> Iterable[str]:
    values = [value] if isinstance(value, str) else value
    return (code for code in values if isinstance(code, str))
