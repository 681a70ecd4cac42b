"""A fiche that was read → the files of a certification, « importée »: nobody has read them again, and they say so.

Pure: the same fiche, export and day give the same files.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from referentials.importation.fabrication_annexes import citations as paragraphs
from referentials.importation.fabrication_annexes import partenaires
from referentials.importation.fabrication_blocs import blocs, titre
from referentials.importation.fabrication_faits import identite
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.provenance import Provenance, en_lettres
from referentials.read import CITATIONS, IDENTITE, PARTENAIRES

# What ETAT_FICHE says of most fiches.
PUBLIEE = "Publiée"
LONGEST_SLUG = 60
_CQP = re.compile(r"^certificat de qualification professionnelle( interbranches)?\b", re.IGNORECASE)
# A title that is cut does not end on these.
_SMALL = frozenset(
    {"a", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "l", "la", "le", "les", "par", "pour", "sur"}
)


@dataclass(frozen=True, slots=True)
class Fabrique:
    """The files of a certification by their names below its folder, and what was not taken as it stands."""

    slug: str
    numero: str
    intitule: str
    fichiers: Mapping[str, Any]
    remarques: tuple[str, ...] = ()


class FicheRefuseeError(ValueError):
    """A fiche that makes no certification; the text is a French sentence."""


def fabriquer(
    fiche: FicheOfficielle, provenance: Provenance, jour: str, rome: Collection[str], *, citations: bool
) -> Fabrique:
    """Return the files of a certification as of a day.  Raises FicheRefuseeError where the fiche has no title.

    `rome`: the codes that are known.  With `citations`, the paragraphs go beside, word for word.
    """
    if not (fiche.intitule and fiche.intitule.strip()):
        raise FicheRefuseeError("Cette fiche n’a pas d’intitulé.")
    remarques = [f"{one.chemin} : {one.raison}" for one in fiche.remarques] + [*_etat(fiche, provenance.jour)]
    source = provenance.source(fiche.numero_fiche)
    files = {IDENTITE: identite(fiche, provenance, jour, rome, remarques)}
    made = blocs(fiche, source, citations=citations)
    files |= made.fichiers
    beside = {PARTENAIRES: partenaires(fiche, source), CITATIONS: paragraphs(fiche, source) if citations else None}
    files |= {name: content for name, content in beside.items() if content is not None}
    intitule = titre(fiche.intitule)
    return Fabrique(
        slug(fiche.numero_fiche, intitule), fiche.numero_fiche, intitule, files, (*remarques, *made.remarques)
    )


def _etat(fiche: FicheOfficielle, jour: str) -> Iterator[str]:
    """Yield what the register said of a fiche, on the day of its export, that its dates do not.

    The pages compute its state from the dates alone.
    """
    end = fiche.date_fin_enregistrement
    if fiche.actif is not None and end is not None and fiche.actif != (end >= jour):
        said = "active" if fiche.actif else "inactive"
        yield f"La fiche est dite {said}, et son enregistrement prend fin le {en_lettres(end)} : à vérifier."
    if fiche.etat_fiche and fiche.etat_fiche.strip() != PUBLIEE:
        yield f"État de la fiche : « {fiche.etat_fiche.strip()} ». Elle peut encore changer."


def slug(numero: str, intitule: str) -> str:
    """Return the name of the folder: the number, then the title, in small letters without accents, cut at a word."""
    short = _CQP.sub(lambda found: "CQPI" if found[1] else "CQP", intitule)
    plain = unicodedata.normalize("NFKD", re.sub(r"[’']", " ", short).replace("œ", "oe")).encode("ascii", "ignore")
    words = [numero.lower(), *re.findall(r"[a-z0-9]+", plain.decode().lower())]
    whole = len(words)
    while len("-".join(words)) > LONGEST_SLUG or (len(words) < whole and words[-1] in _SMALL):
        words.pop()
    return "-".join(words)
