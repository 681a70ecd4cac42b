"""REF021: a cahier des charges asks for all that it needs: each function, each component, rules of the right route."""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_cahier import CahierDesCharges
from referentials.model_certification import Certification

CODE = "REF021"
# The part of a mission is told as the routes are.
VOLETS = {"formation", "vae"}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each function that no piece asks for, each component left out, each rule of another route."""
    for certification in collection.certifications:
        cahier = certification.cahier_des_charges
        if cahier is not None:
            chemin = f"certifications/{certification.slug}/cahier-des-charges.json"
            for path, message, remedy in (*_functions(cahier), *_components(cahier, certification)):
                yield Finding(chemin, path, CODE, message, remedy)
            yield from _missions(chemin, cahier, certification)


def _functions(cahier: CahierDesCharges) -> Iterator[tuple[str, str, str]]:
    asked = {code for piece in cahier.pieces for controle in piece.controles for code in controle.get("fonctions", ())}
    for index, fonction in enumerate(cahier.fonctions):
        if fonction.code not in asked:
            message = f"aucune pièce ne demande qui tient la fonction « {fonction.code} »"
            yield f"$.fonctions[{index}]", message, "citez-la dans le contrôle d’une pièce, ou retirez-la"


def _components(cahier: CahierDesCharges, certification: Certification) -> Iterator[tuple[str, str, str]]:
    tops = {composante.code for composante in certification.composantes}
    for index, piece in enumerate(cahier.pieces):
        for rank, controle in enumerate(piece.controles):
            if controle["nature"] == "composantes_couvertes" and tops >= set(controle["composantes"]):
                for code in sorted(tops - set(controle["composantes"])):
                    message = f"le contrôle ne demande pas que « {code} » soit couverte"
                    path = f"$.pieces[{index}].controles[{rank}].composantes"
                    yield path, message, "citez toutes les composantes de premier rang"


def _missions(chemin: str, cahier: CahierDesCharges, certification: Certification) -> Iterator[Finding]:
    voies = {regle.code: set(regle.voies) for regle in certification.regles}
    for index, mission in enumerate(cahier.missions):
        for code in mission.regles if mission.volet in VOLETS else ():
            if voies.get(code) and mission.volet not in voies[code]:
                message = f"la règle « {code} » n’est pas de la voie « {mission.volet} », celle de la mission"
                yield Finding(chemin, f"$.missions[{index}].regles", CODE, message, "retirez-la, ou corrigez le volet")
