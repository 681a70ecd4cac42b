"""REF002: a code names one thing in its certification, and a file of composantes/ is named after its code."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from referentials.check.finding import Finding
from referentials.check.walk import walk
from referentials.load import Collection

CODE = "REF002"
# Objects that hold a code without declaring it: nomenclatures, tables of sections, cross-references.
DECLARING = ("composantes/", "referentiel.json", "evaluations.json", "regles.json")


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each code declared twice, and for each file whose name is not its code."""
    for certification in collection.certifications:
        folder = f"certifications/{certification.slug}/"
        first: dict[str, str] = {}
        for chemin, donnees in collection.fichiers.items():
            if not chemin.startswith(folder) or not chemin.removeprefix(folder).startswith(DECLARING):
                continue
            for path, node in walk(donnees):
                code = node.get("code")
                if code is None or "certification" in node:
                    continue
                if code in first:
                    message = f"le code « {code} » est déjà celui de {first[code]}"
                    yield Finding(
                        chemin, f"{path}.code", CODE, message, "donnez à l’un des deux un code qui n’a jamais servi"
                    )
                first.setdefault(code, f"{chemin} {path}")
            if "/composantes/" in chemin and PurePosixPath(chemin).stem != donnees["code"]:
                message = f"le fichier s’appelle {PurePosixPath(chemin).name} et sa composante {donnees['code']}"
                yield Finding(
                    chemin,
                    "$.code",
                    CODE,
                    message,
                    f"renommez le fichier en {donnees['code']}.json, ou corrigez le code",
                )
