"""REF003 between certifications: what names another folder of certifications/, or a code in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from referentials.check.declared import codes, vanished
from referentials.check.finding import Finding
from referentials.check.resemblance import remedy
from referentials.check.walk import walk
from referentials.load import Collection, by_certification

CODE = "REF003"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each certification, and each code of another certification, that does not exist."""
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
        elif folder == "correspondances":
            yield from _correspondances(chemin, name, donnees, known)
        elif folder == "discordances":
            if name not in known:
                yield _absent(chemin, "$", name, known)
            for index, discordance in enumerate(donnees):
                for slug in discordance["certifications"]:
                    if slug not in known:
                        yield _absent(chemin, f"$[{index}].certifications", slug, known)


def _absent(chemin: str, path: str, slug: str, known: dict[str, set[str]]) -> Finding:
    message = f"la certification « {slug} » n’existe pas"
    return Finding(chemin, path, CODE, message, remedy(slug, known), cause=True)


def _other(chemin: str, donnees: Any, criteres: dict[str, set[str]]) -> Iterator[Finding]:
    for path, node in walk(donnees):
        if "certification" not in node:
            continue
        slug = node["certification"]
        if slug not in criteres:
            yield _absent(chemin, f"{path}.certification", slug, criteres)
        elif "code" in node and node["code"] not in criteres[slug]:
            message = f"le critère « {node['code']} » n’existe pas dans « {slug} »"
            aide = "citez un critère de cette certification, ou retirez le rapprochement"
            yield Finding(chemin, f"{path}.code", CODE, message, aide, cause=True)


def _correspondances(chemin: str, name: str, donnees: Any, known: dict[str, set[str]]) -> Iterator[Finding]:
    expected = f"{donnees['ancienne']}--{donnees['nouvelle']}"
    if name != expected:
        message = f"le fichier s’appelle {name}.json et met en regard « {expected.replace('--', ' » et « ')} »"
        yield Finding(chemin, "$", CODE, message, f"renommez le fichier en {expected}.json, ou corrigez les deux noms")
    for side, key in (("ancienne", "ancien"), ("nouvelle", "nouveau")):
        slug = donnees[side]
        if slug not in known:
            yield _absent(chemin, f"$.{side}", slug, known)
            continue
        for index, lien in enumerate(donnees["liens"]):
            for code in lien[key]:
                if code not in known[slug]:
                    message = f"le code « {code} » n’existe pas dans « {slug} »"
                    yield Finding(
                        chemin, f"$.liens[{index}].{key}", CODE, message, remedy(code, known[slug]), cause=True
                    )
