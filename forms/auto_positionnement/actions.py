"""What the page of the auto-positionnement asks of Python: JSON in, JSON out, one function an action."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from forms.auto_positionnement import comparaison, formulaire, ouverture, reponses, resultat, tableur, texte
from forms.auto_positionnement.comparaison import Cote
from forms.auto_positionnement.evaluation import Evaluateur
from forms.auto_positionnement.formulaire import Formulaire
from forms.socle.feuille import too_long
from forms.socle.genre import Encode
from forms.socle.memoire import Memoire


class AutoPositionnement:
    """A form of statements, and what scoring it remembers from one request to the next."""

    def __init__(self, form: Formulaire) -> None:
        """Remember nothing yet."""
        self.form = form
        self.evaluateur = Evaluateur(form)
        self.lignes = Memoire[str]()


def _evaluer(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    # Notes are neither looked at nor built: while one answers, this is asked at each answer.
    valeurs = {code: reponse.get("valeur") for code, reponse in corps["reponses"].items()}
    return Encode(resultat.to_line(page.evaluateur.evaluate(valeurs, corps.get("jour")), page.lignes))


def _ouvrir(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    return ouverture.to_json(ouverture.open_export(corps["texte"], page.form))


def _comparer(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    avant, apres = (
        Cote(corps[side]["libelle"], reponses.from_json(corps[side]["reponses"])) for side in ("avant", "apres")
    )
    return comparaison.to_json(comparaison.compare(page.form, avant, apres, corps.get("jour")))


def _texte(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    return {"texte": texte.write(page.form, reponses.from_json(corps["reponses"]), corps["nom"], corps["jour"])}


def _csv(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    return {"texte": tableur.write(page.form, reponses.from_json(corps["reponses"]), corps.get("jour"))}


def _xlsx(page: AutoPositionnement, corps: Mapping[str, Any]) -> Any:
    # Its library reaches the browser only once somebody asks for a workbook.
    classeur = importlib.import_module("forms.socle.classeur")
    feuilles = tableur.feuilles(page.form, reponses.from_json(corps["reponses"]), corps["jour"])
    return {"base64": classeur.to_base64(feuilles, date.fromisoformat(corps["jour"])), "avis": too_long(feuilles)}


def lire(donnees: Any) -> AutoPositionnement:
    """Return the form that the page has as JSON (formulaire.schema.json)."""
    return AutoPositionnement(formulaire.from_json(donnees))


ACTIONS: Mapping[str, Callable[[AutoPositionnement, Mapping[str, Any]], Any]] = {
    "evaluer": _evaluer,
    "ouvrir": _ouvrir,
    "comparer": _comparer,
    "texte": _texte,
    "csv": _csv,
    "xlsx": _xlsx,
}
