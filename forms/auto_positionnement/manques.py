"""Result → what the rules of the certification still ask for, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from forms.auto_positionnement import phrases_manques
from forms.auto_positionnement.resultat import ResultatGroupe


def missing(groupes: tuple[ResultatGroupe, ...]) -> tuple[str, ...]:
    """Return what each threshold lacks; nothing where the details do not say yet, nor for a part that has no threshold.

    Of such a part the document does not say how much is enough: counting its statements would be a verdict of ours.
    """
    return tuple(_missing(groupes))


def _missing(groupes: tuple[ResultatGroupe, ...]) -> Iterator[str]:
    for groupe in groupes:
        if groupe.seuil is not None and groupe.seuil.manquants and groupe.concluant:
            yield phrases_manques.under_threshold(groupe.nature, groupe.nom, groupe.compte, groupe.seuil)
        yield from _missing(groupe.groupes)
