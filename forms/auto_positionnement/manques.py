"""Result → what the rules of the certification still ask for, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from forms.auto_positionnement import phrases_manques
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.resultat import ResultatGroupe


def missing(formulaire: Formulaire, groupes: tuple[ResultatGroupe, ...]) -> tuple[str, ...]:
    """Return what each threshold lacks; where parts are required without one, what each part still has open.

    Nothing where nothing is answered, nor where the document sets no rule.
    """
    if not any(groupe.compte.repondus for groupe in groupes):
        return ()
    return tuple(_missing(formulaire, groupes))


def _missing(formulaire: Formulaire, groupes: tuple[ResultatGroupe, ...]) -> Iterator[str]:
    required, voies = ((), ()) if (found := formulaire.groupes_requis) is None else (found.groupes, found.voies)
    for groupe in groupes:
        if groupe.seuil is not None and groupe.seuil.manquants:
            yield phrases_manques.under_threshold(groupe.nature, groupe.nom, groupe.compte, groupe.seuil)
        elif groupe.seuil is None and groupe.code in required and groupe.compte.positifs < groupe.compte.total:
            yield phrases_manques.not_all_positive(groupe.nature, groupe.nom, groupe.compte, voies)
        yield from _missing_below(groupe)


def _missing_below(groupe: ResultatGroupe) -> Iterator[str]:
    for below in groupe.groupes:
        if below.seuil is not None and below.seuil.manquants:
            yield phrases_manques.under_threshold(below.nature, below.nom, below.compte, below.seuil)
        yield from _missing_below(below)
