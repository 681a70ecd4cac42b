"""The texts that a fiche names, then its registration: what type, decided when, for how long, until when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from referentials.importation.fabrication_blocs import titre
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.proposition import PARAGRAPHE
from referentials.importation.provenance import en_lettres
from referentials.importation.termes import Inconnu

OBJETS = {"general": "Texte général.", "creation": "Création de la certification.", "autre": "Autre texte."}
TYPES = {"Enregistrement de droit": "de_droit", "Enregistrement sur demande": "sur_demande"}


def enregistrements(fiche: FicheOfficielle) -> Iterator[dict[str, Any]]:
    """Yield the texts of the official journals, each once and in order, then the registration."""
    named: dict[tuple[str, str], dict[str, Any]] = {}
    for one in fiche.publications_jo:
        # Several texts in one element are several lines, which the feed has run together.
        title = " ; ".join(titre(part) for part in PARAGRAPHE.split((one.titre or "").strip()) if part.strip())
        if title:
            day = {"date_publication": one.date_publication} if one.date_publication else {}
            key = (one.date_publication or "", title)
            named.setdefault(key, {"intitule": title, "objet": OBJETS[one.nature], **day})
    yield from (named[key] for key in sorted(named))
    if registration := dict(_registration(fiche)):
        yield {"intitule": _title(fiche), **registration}


def _title(fiche: FicheOfficielle) -> str:
    if fiche.date_decision:
        return f"Décision d’enregistrement du {en_lettres(fiche.date_decision)}"
    kind = fiche.type_enregistrement
    return "Enregistrement au répertoire" if kind is None or isinstance(kind, Inconnu) else kind


def _registration(fiche: FicheOfficielle) -> Iterator[tuple[str, Any]]:
    kind = fiche.type_enregistrement
    end, limit = fiche.date_fin_enregistrement, fiche.date_limite_delivrance
    found = {
        "duree_ans": fiche.duree_enregistrement or None,
        "type_enregistrement": TYPES[kind] if kind and not isinstance(kind, Inconnu) else None,
        "date_decision": fiche.date_decision,
        "date_publication": fiche.date_de_publication,
        "date_effet": fiche.date_effet,
        "date_fin_enregistrement": end,
        "date_limite_delivrance": limit,
    }
    yield from ((key, value) for key, value in found.items() if value is not None)
