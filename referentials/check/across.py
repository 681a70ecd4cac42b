"""REF003 between certifications: what names another folder of certifications/, or a code in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from referentials.check import face_to_face
from referentials.check.declared import codes, vanished
from referentials.check.face_to_face import CODE, unknown
from referentials.check.finding import Finding
from referentials.check.renames import renames
from referentials.check.together import places
from referentials.check.walk import walk
from referentials.load import Collection, by_certification


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each certification, and each code of another certification, that does not exist."""
    absent: dict[str, list[Finding]] = {}
    for slug, finding in _every(collection):
        if slug:
            absent.setdefault(slug, []).append(finding)
        else:
            yield finding
    slugs = {certification.slug for certification in collection.certifications}
    new = renames(absent, slugs - named(collection), partial(_may_be, collection)) if absent else {}
    for slug, findings in absent.items():
        yield from [_renamed(collection, slug, new[slug], len(findings))] if slug in new else findings


def _renamed(collection: Collection, old: str, new: str, number: int) -> Finding:
    """Return that a folder was renamed, and with it perhaps the file of its discrepancies."""
    message = f"la certification « {old} » n’existe pas : {places(number)}, et aucun à celle-ci"
    also = f", et discordances/{new}.json en {old}.json" if new in collection.discordances else ""
    remedy = f"renommez ce dossier en {old}{also}, ou écrivez « {new} » partout où l’on cite l’autre"
    return Finding(f"certifications/{new}", "$", CODE, message, remedy, cause=True)


def _may_be(collection: Collection, old: str, new: str) -> bool:
    """Say whether a certification holds what others cite of one that is missing, or cites the discrepancies of that one."""
    theirs = {one.code for some in collection.discordances.values() for one in some if old in one.certifications}
    cited = {
        node["code"]
        for chemin, donnees in collection.fichiers.items()
        if not chemin.startswith(f"certifications/{new}/")
        for _, node in walk(donnees)
        if node.get("certification") == old and "code" in node
    }
    dossier = by_certification(collection.fichiers)[new]
    told = {code for donnees in dossier.values() for _, node in walk(donnees) for code in node.get("discordances", ())}
    return bool(theirs & told) or bool(cited and cited <= codes(dossier))


def named(collection: Collection) -> set[str]:
    """Return the certifications that another file of the tree names; what one says of itself does not count."""
    found = {slug for some in collection.discordances.values() for one in some for slug in one.certifications}
    found |= {slug for pair in collection.correspondances.values() for slug in (pair.ancienne, pair.nouvelle)}
    found |= {slug for pair in collection.rapprochements.values() for slug in (pair.premiere, pair.seconde)}
    found |= {slug for kept in collection.comparaisons for slug in (kept.premiere, kept.seconde)}
    found |= {tie.certification for law in collection.droit.values() for regle in law.regles for tie in regle.touche}
    for chemin, donnees in collection.fichiers.items():
        folder, *inside = PurePosixPath(chemin).parts
        if folder == "certifications":
            # Those that precede or follow it, and those whose criteria are near its own.
            found |= {node["certification"] for _, node in walk(donnees) if "certification" in node} - {inside[0]}
    return found


def _every(collection: Collection) -> Iterator[tuple[str, Finding]]:
    """Yield each reference that leads nowhere, after the certification that does not exist, if that is why."""
    dossiers = by_certification(collection.fichiers)
    # What a certification published and lost is its own fault, told once, there.
    lost = {slug: vanished(dossier) for slug, dossier in dossiers.items()}
    known = {slug: codes(dossier) | lost[slug] for slug, dossier in dossiers.items()}
    criteres = {
        certification.slug: {c.code for competence in certification.all_competences() for c in competence.criteres}
        | lost[certification.slug]
        for certification in collection.certifications
    }
    for chemin, donnees in collection.fichiers.items():
        folder, name = PurePosixPath(chemin).parts[0], PurePosixPath(chemin).stem
        if folder == "certifications":
            yield from _other(chemin, donnees, criteres)
        elif folder in face_to_face.SIDES:
            yield from face_to_face.check(chemin, name, donnees, known, collection)
        elif folder == "comparaisons":
            yield from _comparaisons(chemin, donnees, known, _tied(collection))
        elif folder == "droit":
            yield from _law(chemin, donnees, known)
        elif folder == "discordances":
            yield from _discordances(chemin, name, donnees, known)


def _tied(collection: Collection) -> set[tuple[str, str]]:
    """Return the pairs that a file, or a criterion close to another, gives a page, in its order."""
    close = {
        (certification.slug, other.certification)
        for certification in collection.certifications
        for competence in certification.all_competences()
        for critere in competence.criteres
        for other in critere.rapprochements
    }
    suites = {(table.ancienne, table.nouvelle) for table in collection.correspondances.values()}
    near = {(table.premiere, table.seconde) for table in collection.rapprochements.values()}
    return suites | near | {(min(two), max(two)) for two in close}


def _comparaisons(
    chemin: str, donnees: Any, known: dict[str, set[str]], tied: set[tuple[str, str]]
) -> Iterator[tuple[str, Finding]]:
    paged = set(tied)
    for index, kept in enumerate(donnees):
        one, other = kept["premiere"], kept["seconde"]
        message = ""
        if one == other:
            message = f"« {one} » est comparée à elle-même"
        elif (other, one) in paged and (one, other) not in paged:
            message = f"« {other} » et « {one} » ont déjà leur page, dans cet ordre"
        if message:
            yield "", Finding(chemin, f"$[{index}]", CODE, message, "retirez cette paire")
        paged.add((one, other))
        for side, slug in kept.items():
            if slug not in known:
                yield slug, unknown(chemin, f"$[{index}].{side}", slug, known)


def _discordances(chemin: str, name: str, donnees: Any, known: dict[str, set[str]]) -> Iterator[tuple[str, Finding]]:
    if name not in known:
        yield name, unknown(chemin, "$", name, known)
    for index, discordance in enumerate(donnees):
        for slug in discordance["certifications"]:
            if slug not in known:
                yield slug, unknown(chemin, f"$[{index}].certifications", slug, known)


def _law(chemin: str, donnees: Any, known: dict[str, set[str]]) -> Iterator[tuple[str, Finding]]:
    for path, node in walk(donnees):
        for rank, tie in enumerate(node.get("touche", ())):
            slug, code = tie["certification"], tie["regle"]
            if slug not in known:
                yield slug, unknown(chemin, f"{path}.touche[{rank}].certification", slug, known)
            elif code not in known[slug]:
                message = f"la règle « {code} » n’existe pas dans « {slug} »"
                aide = "citez une règle de cette certification, ou retirez le lien"
                yield "", Finding(chemin, f"{path}.touche[{rank}].regle", CODE, message, aide)


def _other(chemin: str, donnees: Any, criteres: dict[str, set[str]]) -> Iterator[tuple[str, Finding]]:
    for path, node in walk(donnees):
        if "certification" not in node:
            continue
        slug = node["certification"]
        if slug not in criteres:
            yield slug, unknown(chemin, f"{path}.certification", slug, criteres)
        elif "code" in node and node["code"] not in criteres[slug]:
            message = f"le critère « {node['code']} » n’existe pas dans « {slug} »"
            aide = "citez un critère de cette certification, ou retirez le rapprochement"
            yield "", Finding(chemin, f"{path}.code", CODE, message, aide, cause=True)
