"""REF003: exams, rules and competences cite codes that exist in their certification, and criteria of certifications that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_certification import Certification

CODE = "REF003"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each reference that resolves to nothing."""
    for certification in collection.certifications:
        folder = f"certifications/{certification.slug}"
        composantes = {c.code for root in certification.composantes for c in root.walk()}
        competences = {c.code for c in certification.all_competences()}
        regles = {regle.code for regle in certification.regles}
        for index, epreuve in enumerate(certification.epreuves):
            place = f"$.epreuves[{index}]"
            chemin = f"{folder}/evaluations.json"
            yield from _unknown(chemin, f"{place}.composantes", "la composante", epreuve.composantes, composantes)
            yield from _unknown(chemin, f"{place}.competences", "la compétence", epreuve.competences, competences)
            yield from _unknown(chemin, f"{place}.regles", "la règle", epreuve.regles, regles)
        for index, regle in enumerate(certification.regles):
            cited = regle.parametres.get("composantes", ())
            place = f"$[{index}].parametres.composantes"
            yield from _unknown(f"{folder}/regles.json", place, "la composante", cited, composantes)
        yield from _rapprochements(collection, certification)


def _unknown(chemin: str, path: str, noun: str, cited: Iterable[str], known: set[str]) -> Iterator[Finding]:
    for code in cited:
        if code not in known:
            remedy = f"citez l’une de {', '.join(sorted(known))}" if known else "retirez la référence"
            yield Finding(chemin, path, CODE, f"{noun} « {code} » n’existe pas dans cette certification", remedy)


def _rapprochements(collection: Collection, certification: Certification) -> Iterator[Finding]:
    criteres = {
        other.slug: {critere.code for competence in other.all_competences() for critere in competence.criteres}
        for other in collection.certifications
    }
    for competence in certification.all_competences():
        for critere in competence.criteres:
            for cited in critere.rapprochements:
                if cited.code not in criteres.get(cited.certification, set()):
                    yield Finding(
                        f"certifications/{certification.slug}",
                        critere.code,
                        CODE,
                        f"le critère « {cited.code} » n’existe pas dans « {cited.certification} »",
                        "citez un critère de cette certification, ou retirez le rapprochement",
                    )
