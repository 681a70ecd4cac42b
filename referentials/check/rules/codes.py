"""REF002: a code names one thing where it is used, and a file of composantes/ is named after its code.

Where it is used: the certification, all the discrepancies, or the file for any other kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import PurePosixPath

from referentials.check.declared import declared
from referentials.check.finding import Finding
from referentials.check.rules.references import citations, misnamed_files
from referentials.check.together import places
from referentials.load import Collection, by_certification

CODE = "REF002"
LAW = "droit"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each code declared twice, and for each file whose name is not its code."""
    first: dict[tuple[str, str], str] = {}
    for chemin, donnees in collection.fichiers.items():
        scope = _scope(chemin)
        for path, node in declared(PurePosixPath(chemin).name, donnees):
            key = scope, node["code"]
            # Two versions of one rule of law have its name; REF040 holds them apart.
            if key in first and scope != LAW:
                message = f"le code « {node['code']} » est déjà celui de {first[key]}"
                remedy = "donnez à l’un des deux un code qui n’a jamais servi"
                yield Finding(chemin, f"{path}.code", CODE, message, remedy)
            first.setdefault(key, f"{chemin} {path}")
    for slug, dossier in by_certification(collection.fichiers).items():
        misnamed = [*misnamed_files(dossier)]
        cited = Counter(code for *_, code in citations(dossier)) if misnamed else Counter[str]()
        for name, code in misnamed:
            stem = PurePosixPath(name).stem
            message = f"le fichier s’appelle {stem}.json et sa composante {code}"
            remedy = f"renommez le fichier en {code}.json, ou corrigez le code"
            if cited[stem] and not cited[code]:
                message, remedy = (
                    f"{message}, que rien ne cite",
                    f"rendez-lui le code « {stem} » : {places(cited[stem])}",
                )
            yield Finding(f"certifications/{slug}/{name}", "$.code", CODE, message, remedy, cause=True)


def _scope(chemin: str) -> str:
    folder, name = PurePosixPath(chemin).parts[:2]
    if folder in {"discordances", LAW}:
        return folder
    return f"{folder}/{name}"
