"""What the schemas allow and the published certification does not use: pages must show it all the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from referentials.check.run import run
from referentials.load import load
from tests.outils import FOLDER, MINIMALE, SLUG, edit, tree
from tests.outils_pages import KINDS, read, source

Change = Callable[[Any], object]
SOURCE = {"document": "guide-de-la-ressourcerie", "section": "1"}
UNDECIDED = {"indetermine": "Le guide se contredit.", "source": SOURCE}
SAVOIR_FAIRE = {
    "code": "U1-C1-S1",
    "classement": {"indetermine": "Le guide mêle les listes.", "propose": "relationnel"},
    "enonce": "Rassurer la personne.",
    "source": SOURCE,
}
IDENTITE, REFERENTIEL = f"{FOLDER}/certification.json", f"{FOLDER}/referentiel.json"
EVALUATIONS, REGLES = f"{FOLDER}/evaluations.json", f"{FOLDER}/regles.json"


def parametres(enonce: str, **donnees: Any) -> Change:
    """Give the last rule other parameters, and the words that say them."""
    return lambda regles: regles[4].update(enonce=enonce, parametres=donnees)


def epreuve(**donnees: Any) -> Change:
    """Make the exam evaluate something else than components."""
    return lambda d: (d["epreuves"][0].pop("composantes"), d["epreuves"][0].update(donnees))


def partie(**donnees: Any) -> Change:
    """Change the first part of the exam."""
    return lambda d: d["epreuves"][0]["parties"][0].update(donnees)


SHOWN: dict[str, tuple[str, Change]] = {
    "règle de fréquence": (
        REGLES,
        parametres("Une réunion a lieu chaque année.", nature="frequence", duree=1, unite="an", objet="une réunion"),
    ),
    "règle de fréquence au moins": (
        REGLES,
        parametres(
            "Au moins une réunion par an.",
            nature="frequence",
            comparaison="au_moins",
            valeur=1,
            duree=1,
            unite="an",
            objet="réunion",
        ),
    ),
    "règle d’effectif": (
        REGLES,
        parametres(
            "Au moins deux évaluateurs.", nature="effectif", comparaison="au_moins", valeur=2, objet="évaluateurs"
        ),
    ),
    "règle de validité": (
        REGLES,
        parametres("Il vaut 2 ans.", nature="validite", valeur=2, unite="an", objet="le résultat"),
    ),
    "règle de durée": (
        REGLES,
        parametres(
            "Au plus 90 minutes.", nature="duree", comparaison="au_plus", valeur=90, unite="minute", objet="l’épreuve"
        ),
    ),
    "règle en jours ouvrés": (
        REGLES,
        parametres(
            "Au moins un jour ouvré après.",
            nature="delai",
            comparaison="au_moins",
            valeur=1,
            unite="jour_ouvre",
            sens="apres",
            evenement="l’épreuve",
            depuis="epreuve",
            acte="convocation",
        ),
    ),
    "épreuve de compétences": (EVALUATIONS, epreuve(competences=["U1-C1", "U2-C1", "D2-C1"])),
    "épreuve d’une session": (
        EVALUATIONS,
        lambda d: (
            d.update(sessions=[{"code": "S1", "intitule": "La session", "source": SOURCE}]),
            epreuve(session="S1")(d),
        ),
    ),
    "partie de durée indéterminée": (EVALUATIONS, partie(duree={"indetermine": "Le guide n’en dit rien."})),
    "partie entre deux durées": (EVALUATIONS, partie(duree={"minutes_min": 20, "minutes_max": 80})),
    "partie dont les présents sont indéterminés": (
        EVALUATIONS,
        lambda d: (
            d["epreuves"][0]["parties"][0].pop("presents"),
            partie(presents_indetermine="Le guide ne dit pas qui est là.")(d),
        ),
    ),
    "épreuve sans règle": (EVALUATIONS, lambda d: d["epreuves"][0].update(regles=[])),
    "épreuve sans pièce": (EVALUATIONS, lambda d: d["epreuves"][0].pop("pieces")),
    "sans avertissement": (REFERENTIEL, lambda d: d.pop("avertissement")),
    "numéro de fiche connu": (IDENTITE, lambda d: d.update(numero_fiche={"valeur": "RNCP12345", "source": SOURCE})),
    "sans titre court": (IDENTITE, lambda d: d.pop("intitule_court")),
    "sans métier": (IDENTITE, lambda d: d.pop("metier")),
    "sans publics": (IDENTITE, lambda d: d.pop("publics")),
    "sans prérequis": (IDENTITE, lambda d: d.pop("prerequis")),
    "résumé indéterminé": (IDENTITE, lambda d: d.update(resume=UNDECIDED)),
    "avertissement indéterminé": (REFERENTIEL, lambda d: d.update(avertissement=UNDECIDED)),
    "contact sans adresse": (IDENTITE, lambda d: d.update(contacts=[{"nom": "Le réseau", "source": SOURCE}])),
    "surveillant présent": (EVALUATIONS, partie(presents=["candidat", "evaluateur", "surveillant"])),
    "règle dont l’acteur est indéterminé": (
        REGLES,
        lambda d: d[4].update(acteur_indetermine="Le guide ne dit pas qui."),
    ),
    "savoir-faire de nature indéterminée": (
        f"{FOLDER}/composantes/D1.json",
        lambda d: d["composantes"][0]["competences"][0].update(savoirs=[SAVOIR_FAIRE]),
    ),
    "règle d’un opérateur de compétences": (REGLES, lambda d: d[4].update(acteur="operateur_competences")),
}


@pytest.mark.parametrize("name", SHOWN)
def test_what_is_valid_can_be_shown(name: str, tmp_path: Path) -> None:
    """No page fails on data that the checker accepts."""
    file, change = SHOWN[name]
    edit(tree(MINIMALE, tmp_path) / file, change)
    collection = load(tmp_path)
    for kind in KINDS:
        assert read(source(kind, collection, SLUG)).elements


@pytest.mark.parametrize("name", SHOWN)
def test_each_of_these_data_is_valid(name: str, tmp_path: Path) -> None:
    """The cases above are data that the checker accepts: a page that fails on them is at fault, not they."""
    file, change = SHOWN[name]
    edit(tree(MINIMALE, tmp_path) / file, change)
    assert run(tmp_path) == []
