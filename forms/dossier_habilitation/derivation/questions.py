"""The field that answers a control: its kind is in elements.json, its words and choices come from the cahier des charges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from forms.dossier_habilitation.derivation import elements
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.modele import Champ, Option
from forms.socle.majuscules import capitalized
from forms.socle.vocabulaire import UNITES_DE_TEMPS
from referentials.model_certification import Certification
from referentials.model_controles import (
    ChoixParmi,
    CompetencesCouvertes,
    ComposantesCouvertes,
    ControlePiece,
    EffectifMinimal,
    Engagement,
    ExperienceMinimale,
    Justification,
    PersonnesDistinctes,
    RattachementUnique,
    RubriqueParElement,
)


def champ(controle: ControlePiece, certification: Certification, siblings: Iterable[ControlePiece]) -> Champ | None:
    """Return the field of a control, or None where a list answers; `siblings` are the controls of the same piece."""
    modele = elements.donnees()["champs"]
    match controle:
        case RubriqueParElement() | PersonnesDistinctes():
            asked = isinstance(controle, RubriqueParElement) and controle.fonctions
            return _fonctions(modele["fonctions"], certification) if asked else None
        case Justification() | Engagement() | ChoixParmi():
            choices = controle.parmi if isinstance(controle, ChoixParmi) else ()
            options = tuple(Option(one.reponse, one.intitule) for one in choices)
            return read_champ(
                modele[controle.nature], code=controle.rubrique, libelle=capitalized(controle.objet), options=options
            )
        case EffectifMinimal() | ExperienceMinimale():
            return _nombre(modele[controle.nature], controle)
        case RattachementUnique() | ComposantesCouvertes():
            return _composante(modele[controle.nature], controle, certification, siblings)
        case CompetencesCouvertes():
            return read_champ(modele[controle.nature], options=(*_competences(certification),))
        case _:
            return read_champ(modele[controle.nature])


def _nombre(modele: Mapping[str, Any], controle: EffectifMinimal | ExperienceMinimale) -> Champ:
    if isinstance(controle, EffectifMinimal):
        return read_champ(modele, aide=f"{capitalized(controle.objet)}.")
    also = f" Admis : {controle.alternative}." if controle.alternative else ""
    unite = UNITES_DE_TEMPS[controle.unite].pluriel
    return read_champ(modele, unite=unite, aide=f"{capitalized(controle.objet)}.{also}")


def _composante(
    modele: Mapping[str, Any],
    controle: RattachementUnique | ComposantesCouvertes,
    certification: Certification,
    siblings: Iterable[ControlePiece],
) -> Champ:
    covering = (sibling for sibling in siblings if isinstance(sibling, ComposantesCouvertes))
    named = {code for sibling in covering for code in sibling.composantes}
    named = named or {composante.code for composante in certification.composantes}
    every = (composante for root in certification.composantes for composante in root.walk())
    said = (
        {"libelle": capitalized(controle.objet)}
        if isinstance(controle, ComposantesCouvertes) and controle.objet
        else {}
    )
    return read_champ(
        modele, options=tuple(Option(c.code, f"{c.code} : {c.intitule}") for c in every if c.code in named), **said
    )


def _competences(certification: Certification) -> Iterator[Option]:
    loose = [("", one) for one in certification.referentiel.competences]
    parts = [part for root in certification.composantes for part in root.walk()]
    for groupe, one in (*loose, *((part.nom, one) for part in parts for one in part.competences)):
        yield Option(one.code, one.nom, groupe)


def _fonctions(modele: Mapping[str, Any], certification: Certification) -> Champ:
    # All the functions that the form asks about: a person is written once, whichever pieces speak of them.
    cahier = certification.cahier_des_charges
    asked = cahier.fonctions_demandees() if cahier else frozenset[str]()
    known = cahier.fonctions if cahier else ()
    return read_champ(modele, options=tuple(Option(f.code, f.intitule) for f in known if f.code in asked))
