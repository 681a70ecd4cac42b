"""REF004: no component without a competence, and no competence without anything to ask once its certification has some.

What is asked of it is its criteria, or itself, in the candidate's words.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF004"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each empty component and for each competence that no form could ask about."""
    for certification in collection.certifications:
        folder = f"certifications/{certification.slug}"
        competences = list(certification.all_competences())
        # A scale announces a form.  Without one there is none, the page says so, and nothing more is asked.
        if not competences and certification.echelle:
            message = "la certification n’a aucune compétence"
            yield Finding(folder, "composantes/", CODE, message, "ajoutez au moins une composante avec ses compétences")
        for root in certification.composantes:
            for composante in root.walk():
                if certification.echelle and not any(composante.all_competences()):
                    message = f"la composante « {composante.code} » n’a aucune compétence"
                    remedy = "ajoutez ses compétences, ou retirez-la"
                    yield Finding(f"{folder}/composantes/{root.code}.json", composante.code, CODE, message, remedy)
        if any(competence.criteres or competence.est_un_enonce for competence in competences):
            for competence in competences:
                if not competence.criteres and not competence.est_un_enonce:
                    message = f"la compétence « {competence.code} » n’a aucun critère"
                    remedy = "ajoutez ceux de la source, ou des énoncés d’origine « repere »"
                    yield Finding(folder, competence.code, CODE, message, remedy)
