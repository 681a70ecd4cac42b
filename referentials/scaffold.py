"""The skeleton of a new certification: valid files whose texts carry a mark where the source must speak."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from referentials.canonical import text_of

MARK = "[à compléter]"
STEPS = """
Ensuite :
1. décrivez la source dans {document} : son titre, son auteur, la table de ses sections ;
2. remplacez chaque texte qui porte {mark}, en citant la section d’où il vient ;
3. copiez {folder}/composantes/B1.json pour chaque autre bloc, domaine ou CCP, sous son propre code ;
4. les réponses du formulaire suivent l’échelle « {scale} » de {folder}/referentiel.json{others} ;
5. lancez « python -m referentials check » : il dit ce qui reste, et « python -m referentials fix » met en forme ;
6. quand il ne dit plus rien, « make site » fait les pages ;
7. au moment de publier, lancez « python -m referentials publish » : les codes ne changeront plus.
"""


def files(slug: str, echelle: str, day: date) -> dict[str, str]:
    """Return the text of each file of the skeleton, by its path below the root."""
    source = {"document": slug, "section": "1"}

    def element(code: str, intitule: str, **more: Any) -> dict[str, Any]:
        return {"code": code, "intitule": f"{intitule} {MARK}", **more, "source": source}

    undecided = {"indetermine": f"Pas encore lu dans la source {MARK}", "source": source}
    folder = f"certifications/{slug}"
    critere = {
        "code": "B1-C1-K1",
        "enonce": f"Fait ce que le critère demande {MARK}",
        "enonce_candidat": f"Je fais ce que le critère demande {MARK}",
        "origine": "document",
        "source": source,
    }
    partie = element("EP1-P1", "Partie unique", duree={"indetermine": undecided["indetermine"]}, presents=["candidat"])
    epreuve = element(
        "EP1",
        "Épreuve",
        nature="entretien",
        voies=["formation"],
        composantes=["B1"],
        description=f"Ce que fait le candidat {MARK}",
        parties=[partie],
        regles=["R-DELIVRANCE"],
    )
    regle = element(
        "R-DELIVRANCE",
        "Délivrance",
        acteur="jury",
        moment="apres",
        force="obligation",
        enonce=f"À quelles conditions la certification est délivrée {MARK}",
        parametres={"nature": "constat"},
    )
    competence = element("B1-C1", "Compétence", criteres=[critere])
    contents: dict[str, tuple[str, Any]] = {
        f"{folder}/certification.json": ("certification", _identity(slug, day, undecided, source)),
        f"{folder}/referentiel.json": ("referentiel", {"echelle": echelle}),
        f"{folder}/evaluations.json": ("evaluations", {"epreuves": [epreuve]}),
        f"{folder}/regles.json": ("regles", [regle]),
        f"{folder}/composantes/B1.json": (
            "composante",
            element("B1", "Bloc", nature="bloc", numero=1, competences=[competence]),
        ),
        f"documents/{slug}.json": ("document", _document()),
    }
    return {chemin: text_of(donnees, schema) for chemin, (schema, donnees) in contents.items()}


def _identity(slug: str, day: date, undecided: dict[str, Any], source: dict[str, str]) -> dict[str, Any]:
    return {
        "intitule": f"Titre officiel {MARK}",
        "abrege": {"code": "CQP", "intitule": "Certificat de qualification professionnelle"},
        "version": "0.1.0",
        "date_mise_a_jour": day.isoformat(),
        "numero_fiche": undecided,
        "niveaux": [{"nomenclature": "cadre_national_2019", **undecided}],
        "certificateurs": [{"nom": f"Organisme certificateur {MARK}", "source": source}],
        "resume": undecided,
        "voies_acces": [{"voie": "formation", **undecided}],
        "documents": [slug],
    }


def _document() -> dict[str, Any]:
    return {
        "intitule": f"Titre du document {MARK}",
        "auteur": f"Qui l’a publié {MARK}",
        "nature": "document_de_travail",
        "sections": [{"code": "1", "intitule": f"Première section {MARK}"}],
    }


def scales(root: Path) -> list[str]:
    """Return the names of the scales that a skeleton may cite."""
    return sorted(path.stem for path in (root / "echelles").glob("*.json"))


def steps(slug: str, known: list[str]) -> str:
    """Return what to do next, in French; `known`: the scales, of which the skeleton cites the first."""
    scale, *rest = known
    others = f" ; vous pouvez y écrire {' ou '.join(f'« {name} »' for name in rest)}" if rest else ""
    folder, document = f"certifications/{slug}", f"documents/{slug}.json"
    return STEPS.format(document=document, mark=MARK, folder=folder, scale=scale, others=others)
