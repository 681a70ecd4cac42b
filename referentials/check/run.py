"""Gathers every finding of a tree: unreadable files, then schemas, then rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from referentials import roots
from referentials.check import imported, places, schemas
from referentials.check.finding import Finding
from referentials.check.renames import renames
from referentials.check.rules import COLLECTION_RULES, FILE_RULES, TEXT_RULES, documents, fiches, heritages
from referentials.check.sentences import quote
from referentials.check.together import together
from referentials.check.walk import walk
from referentials.load import build
from referentials.read import MISSING, REFERENTIEL, ROOT, SCHEMA, VERBATIM, Faute, Fichier

# A certification written twice: what else these rules say of the second one waits until it is another one, or is gone.
TWICE = fiches.CODE
# A name or a code that leads nowhere, and the rules that compare what answers itself: of what is not there they would
# say that it has no exam, no number, no threshold, and was published.  Where a text was read, none of them looks.
EFFECTS = {"REF004", "REF006", "REF016", "REF019", "REF020", "REF021"}


def run(*racines: Path) -> list[Finding]:
    """Return all the findings of what stands below some folders, sorted by file and place.

    Rules of one file need only that file to follow its schema.  The others read the model,
    which exists only once every file can be read and follows its schema.
    """
    fichiers = roots.read(*racines)
    ours = (fichier for fichier in fichiers if fichier.racine == ROOT.resolve())
    findings = [*places.findings(fichiers), *places.quoted(ours)]
    findings += [unread(f, f.faute) for f in fichiers if f.faute is not None and f.faute.message != MISSING]
    # What cites a folder that must be renamed is written with it.
    cited = tuple(f"{quote(name)} n’a pas" for name in places.bad_folders(fichiers))
    sound = []
    for fichier in fichiers:
        if fichier.faute is None and fichier.schema not in {None, SCHEMA}:
            faults = list(schemas.findings(fichier.chemin, fichier.schema, fichier.donnees))
            findings += [one for one in faults if not one.message.startswith(cited)]
            sound += [] if faults else [fichier]
    alone = [
        finding
        for rule in FILE_RULES
        for fichier in sound
        if rule not in TEXT_RULES or fichier.schema not in VERBATIM
        for finding in rule.check(fichier)
    ]
    if not findings:
        findings = list(_echelles(fichiers))
    # Without its source, a statement is none of the model.
    if not findings and not any(finding.code == heritages.CODE for finding in alone):
        collection = build(fichiers)
        found = (finding for rule in COLLECTION_RULES for finding in rule.check(collection))
        findings = _causes([*imported.asked(found, collection)])
    return sorted([*findings, *alone], key=lambda finding: (_rank(finding), finding))


def _rank(finding: Finding) -> int:
    """Return 0 for what others may come from: it is told first."""
    return 0 if finding.cause or finding.code == places.CODE else 1


def _causes(findings: list[Finding]) -> list[Finding]:
    """Return findings without those that another one brings about in the same certification.

    A code that leads nowhere holds back those of EFFECTS; a certification written twice, all that these rules find in it.
    They are looked at again once that is mended, as all rules wait until every file can be read.
    """
    broken = {_folder(finding) for finding in findings if finding.cause and finding.code != documents.CODE}
    twice = {_folder(finding) for finding in findings if finding.code == TWICE and finding.cause}
    return [
        finding
        for finding in findings
        if (finding.code not in EFFECTS or not {_folder(finding), _about(finding)} & broken)
        and (finding.code == TWICE or _folder(finding) not in twice)
    ]


def _folder(finding: Finding) -> tuple[str, ...]:
    return PurePosixPath(finding.fichier).parts[:2]


def _about(finding: Finding) -> tuple[str, ...]:
    """Return the certification that a finding is about: the file of its discrepancies is one of its own."""
    folder, *below = PurePosixPath(finding.fichier).parts
    return ("certifications", PurePosixPath(below[0]).stem) if folder == "discordances" and below else _folder(finding)


def unreadable(fichier: Fichier) -> Finding | None:
    """Return why a file cannot be checked nor rewritten, if so: it cannot be read, or its place is unknown."""
    if fichier.faute is not None:
        return unread(fichier, fichier.faute)
    return places.unplaced(fichier) if fichier.schema is None else None


def unread(fichier: Fichier, faute: Faute) -> Finding:
    """Return why a file could not be read."""
    endroit = f"ligne {faute.ligne}" if faute.ligne else "$"
    return Finding(fichier.chemin, endroit, places.CODE, faute.message, faute.remede)


def _unscaled(fichiers: tuple[Fichier, ...], known: list[str]) -> Iterator[Finding]:
    """Yield each certification with criteria and no scale to judge them on."""
    kept = [fichier for fichier in fichiers if fichier.schema in {"referentiel", "composante"}]
    scaled = {PurePosixPath(one.chemin).parts[:2] for one in kept if "echelle" in one.donnees}
    judged = {PurePosixPath(one.chemin).parts[:2] for one in kept if any("criteres" in n for _, n in walk(one.donnees))}
    for folder in sorted(judged - scaled):
        remedy = f"citez l’une de {', '.join(known)} dans « echelle »"
        yield Finding("/".join((*folder, REFERENTIEL)), "$", "REF007", "ses critères n’ont pas d’échelle", remedy)


def _echelles(fichiers: tuple[Fichier, ...]) -> Iterator[Finding]:
    """REF007: a certification's scale is a file of echelles/.  Apart from the rules: without it, there is no model."""
    known = [PurePosixPath(fichier.chemin).stem for fichier in fichiers if fichier.schema == "echelle"]
    cited: dict[str, list[Finding]] = {}
    for fichier in fichiers:
        if fichier.schema == "referentiel" and (name := fichier.donnees.get("echelle")):
            remedy = f"citez l’une de {', '.join(known)}, ou créez echelles/{name}.json"
            message = f"l’échelle « {name} » n’existe pas"
            cited.setdefault(name, []).append(Finding(fichier.chemin, "$.echelle", "REF007", message, remedy))
    yield from _unscaled(fichiers, known)
    unknown = {name: findings for name, findings in cited.items() if name not in known}
    new = renames(unknown, {*known} - cited.keys(), lambda *_: True)
    for name, findings in unknown.items():
        other = new.get(name)
        remedy = f"écrivez « {other} », que rien ne cite, ou renommez echelles/{other}.json en {name}.json"
        yield from together([replace(one, remede=remedy) for one in findings] if other else findings)
