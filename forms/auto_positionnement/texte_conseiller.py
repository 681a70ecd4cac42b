"""The adviser's sheet as plain text, to paste in a message."""

from __future__ import annotations

from collections.abc import Iterator

from forms.auto_positionnement import phrases_conseiller
from forms.auto_positionnement.conseiller import Fiche, Ligne
from forms.auto_positionnement.texte import listed
from forms.socle import dates
from forms.socle.phrases import typeset
from forms.socle.voies import SOUHAITEE


def write(fiche: Fiche, adresse: str = "") -> str:
    """Return the sheet as text; `adresse`: where the page is."""
    parts = [
        [
            f"{phrases_conseiller.TITRE} : {fiche.intitule}",
            *([fiche.nom] if fiche.nom else []),
            f"Le {dates.in_words(fiche.jour)}",
        ],
        list(_head(fiche, adresse)),
        [fiche.phrase, fiche.precision, fiche.mention, fiche.avertissement],
        *(
            listed(
                f"{liste.titre} ({liste.nombre})", [*map(_said, liste.lignes), *([liste.reste] if liste.reste else [])]
            )
            for liste in fiche.listes
        ),
        listed("Ce que la règle demande encore", fiche.manques),
        [fiche.limites],
        [fiche.avis],
    ]
    return "\n\n".join(filter(None, ("\n".join(map(typeset, filter(None, part))) for part in parts))) + "\n"


def _head(fiche: Fiche, adresse: str) -> Iterator[str]:
    if fiche.etat:
        yield f"État de la certification : {fiche.etat}"
    if fiche.voie:
        yield f"{SOUHAITEE} : {fiche.voie}"
    yield f"Données de Repère, version {fiche.version}"
    if adresse:
        yield f"Page : {adresse}"


def _said(ligne: Ligne) -> str:
    return f"{ligne.intitule} : {ligne.dit}" if ligne.dit else ligne.intitule
