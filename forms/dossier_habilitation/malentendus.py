"""What could not be understood, as findings of the requirement that it keeps from being done."""

from __future__ import annotations

from collections.abc import Iterator

from forms.dossier_habilitation import phrases
from forms.dossier_habilitation.etat import Constat
from forms.questionnaire.modele import Liste, Questionnaire
from forms.questionnaire.valeurs import Valeurs
from forms.socle.majuscules import uncapitalized


def by_requirement(questionnaire: Questionnaire, found: Valeurs) -> dict[str, list[Constat]]:
    """Return findings by the code of a requirement: the first whose control looks at the field, else the one that holds it."""
    names = {ligne.place: ligne.nom for rows in found.listes.values() for ligne in rows}
    constats: dict[str, list[Constat]] = {}
    for probleme in found.problemes:
        liste, _, rest = probleme.place.partition("/")
        champ = rest.rpartition("/")[2]
        owner = next(_owners(questionnaire, liste, champ), None)
        if owner:
            row = names.get(probleme.place.removesuffix(champ), "") if champ else ""
            label = _label(questionnaire, liste, champ)
            nom = f"{row}, « {label} »" if row else f"« {label} »"
            constats.setdefault(owner, []).append(
                Constat(
                    "non_conforme",
                    phrases.of(nom, uncapitalized(probleme.message)),
                    probleme.place,
                )
            )
    return constats


def _owners(questionnaire: Questionnaire, code: str, champ: str) -> Iterator[str]:
    blocs = [bloc for _, bloc in questionnaire.blocs()]
    for bloc in blocs:
        for controle in bloc.controles:
            if champ and controle.dans == code and champ in controle.vus:
                yield bloc.code
    yield from (bloc.code for bloc in blocs if code in {element.code for element in bloc.elements})


def _label(questionnaire: Questionnaire, code: str, champ: str) -> str:
    element = questionnaire.racine(code)
    fields = element.champs if isinstance(element, Liste) else ()
    return next((one.libelle for one in fields if one.code == champ), element.libelle)
