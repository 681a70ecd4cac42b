"""What the law wants a convention d’habilitation to say → what the rules and the dossier of a certification say of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from forms.dossier_habilitation.derivation import elements
from forms.dossier_habilitation.derivation.annexe import conditions
from forms.questionnaire.derivation.sources import source
from forms.questionnaire.modele import Clause, Convention, Loi, RubriqueConvention
from referentials.model_certification import Certification, Regle


def donnees() -> Mapping[str, Any]:
    """Return convention.json, which follows dossier-convention.schema.json."""
    found: Mapping[str, Any] = json.loads((elements.HERE / "convention.json").read_text("utf-8"))
    return found


def convention(certification: Certification) -> Convention | None:
    """Return the convention to come, or None: where no rule provides for one, there is nothing to draft."""
    read = donnees()
    known = {regle.code: regle for regle in certification.regles}
    if read["regle"] not in known:
        return None
    loi = {**read["texte"]}
    days = {key: loi.pop(key) for key in ("depuis", "s_applique_depuis")}
    return Convention(
        clause=clause(known[read["regle"]]),
        loi=Loi(**loi),
        rubriques=tuple(_rubrique(one, loi["texte"], known, certification) for one in read["rubriques"]),
        **days,
    )


def _rubrique(
    modele: Mapping[str, Any], texte: str, known: Mapping[str, Regle], certification: Certification
) -> RubriqueConvention:
    cahier = certification.cahier_des_charges
    pieces = {piece.code for piece in cahier.pieces} if cahier else set()
    return RubriqueConvention(
        code=modele["code"],
        intitule=modele["intitule"],
        texte=f"{texte}, {modele['pointeur']}",
        demande=modele["demande"],
        clauses=tuple(clause(known[code]) for code in modele.get("regles", ()) if code in known),
        droit=tuple(Loi(**one) for one in modele.get("droit", ())),
        composantes=(*_composantes(certification),) if modele.get("composantes") else (),
        pieces=tuple(code for code in modele.get("pieces", ()) if code in pieces),
        reponses=tuple(modele.get("champs", ())),
        a_convenir=tuple(modele.get("a_convenir", ())),
    )


def clause(regle: Regle) -> Clause:
    """Return a rule as a clause of a paper, of those only whose offer it is about."""
    return Clause(code=regle.code, enonce=regle.enonce, source=source(regle.source), si=(*conditions(regle),))


def _composantes(certification: Certification) -> Iterator[str]:
    yield from (f"{one.code} : {one.intitule}" for root in certification.composantes for one in root.walk())
