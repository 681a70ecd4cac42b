"""Model → Markdown of each kind of page.  Knows neither MkDocs nor files: tested without a build."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from markupsafe import Markup

from forms import fichier, formulaire
from forms.derivation import derive
from macros.rendering import render
from referentials.load import Collection
from referentials.model import Composante
from referentials.model_certification import Certification, Regle

NUMBERED = {"domaine": "Domaine", "unite": "Unité", "bloc": "Bloc", "ccp": "CCP", "activite_type": "Activité type"}
MOMENTS = ("avant", "pendant", "apres", "toujours")


@dataclass(frozen=True, slots=True)
class Script:
    """A script that the page loads: its address from the page, and its digest (subresource integrity)."""

    url: str
    integrity: str


@dataclass(frozen=True, slots=True)
class FormAssets:
    """What the page of a form needs beside its data: its script, and the worker's address from the page."""

    script: Script
    worker: str


@cache
def tool_version() -> str:
    """Return the version of Repère, which pyproject.toml alone states."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    return str(project["project"]["version"])


def _json_for_html(donnees: Any) -> Markup:
    # "<" escaped, so that no text of the data can close the script element that carries it.
    return Markup(json.dumps(donnees, ensure_ascii=False).replace("<", "\\u003c"))  # noqa: S704 — escaped just here


def _names(certification: Certification) -> dict[str, str]:
    every = [composante for root in certification.composantes for composante in root.walk()]
    names = {c.code: f"{NUMBERED[c.nature]} {c.numero}" if c.numero else NUMBERED[c.nature] for c in every}
    return names | {competence.code: "" for competence in certification.all_competences()}


def _count_natures(certification: Certification) -> list[tuple[str, int]]:
    def walk(composante: Composante) -> Counter[str]:
        return sum((walk(below) for below in composante.composantes), Counter({composante.nature: 1}))

    natures = sum((walk(root) for root in certification.composantes), Counter[str]())
    return [*natures.items(), ("competence", len(list(certification.all_competences())))]


def _thresholds(certification: Certification) -> list[int]:
    return sorted({r.parametres["valeur"] for r in certification.regles if r.parametres["nature"] == "seuil"})


def _by_moment(certification: Certification) -> list[tuple[str, list[Regle]]]:
    groups = [(moment, [regle for regle in certification.regles if regle.moment == moment]) for moment in MOMENTS]
    return [(moment, regles) for moment, regles in groups if regles]


def fiche(collection: Collection, slug: str, *, racine: str) -> str:
    """Return the Markdown of a certification's page.  `racine`: relative address of the site's root."""
    certification = collection.certification(slug)
    return render(
        "fiche.md.j2",
        collection.documents,
        certification=certification,
        compte_natures=_count_natures(certification),
        noms=_names(certification),
        racine=racine,
        regles={regle.code: regle for regle in certification.regles},
        regles_par_moment=_by_moment(certification),
        seuils=_thresholds(certification),
    )


def auto_positionnement(collection: Collection, slug: str, *, racine: str, assets: FormAssets) -> str:
    """Return the Markdown of a certification's auto-positionnement: a whole form, with its data beside it."""
    certification = collection.certification(slug)
    form = derive(certification)
    entete = {
        "format": fichier.FORMAT,
        "version_format": fichier.VERSION,
        "certification": slug,
        "version_referentiel": certification.version,
        "outil": {"nom": "Repère", "version": tool_version()},
    }

    def configuration(**wording: Any) -> Markup:
        return _json_for_html({"entete": entete, "racine": racine, "worker": assets.worker, **wording})

    return render(
        "auto-positionnement.md.j2",
        collection.documents,
        certification=certification,
        configuration=configuration,
        donnees_formulaire=_json_for_html(formulaire.to_json(form)),
        formulaire=form,
        noms=_names(certification),
        racine=racine,
        regles={regle.code: regle for regle in certification.regles},
        script=assets.script,
    )


def _cards(collection: Collection) -> list[tuple[Certification, list[tuple[str, int]]]]:
    return [(certification, _count_natures(certification)) for certification in collection.certifications]


def liste(collection: Collection, *, racine: str) -> str:
    """Return the Markdown of the list of certifications."""
    return render("certifications.md.j2", collection.documents, certifications=_cards(collection), racine=racine)


def accueil(collection: Collection) -> str:
    """Return the Markdown of the home page."""
    return render("accueil.md.j2", collection.documents, certifications=_cards(collection))
