"""REF021: a cahier des charges asks for all that it needs: each function, each component, the rules of each mission.

A mission is a section of the document: it gathers the rules that stand there, of its route, and none of another's.
A control that follows a reading says which side the reading is on.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model import Endroit
from referentials.model_cahier import CahierDesCharges
from referentials.model_certification import Certification
from referentials.model_controles import ComposantesCouvertes
from referentials.model_parametres import Delai, Validite

CODE = "REF021"
# The part of a mission is told as the routes are.
VOLETS = {"formation", "vae"}
DUREE, RAPPEL = "duree_habilitation", "rappel_renouvellement"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each function that no piece asks for, each component left out, each rule out of its mission."""
    for certification in collection.certifications:
        cahier = certification.cahier_des_charges
        if cahier is not None:
            chemin = f"certifications/{certification.slug}/cahier-des-charges.json"
            for path, message, remedy in (
                *_functions(cahier),
                *_components(cahier, certification),
                *_readings(cahier),
                *_suite(cahier, certification),
            ):
                yield Finding(chemin, path, CODE, message, remedy)
            yield from _missions(chemin, cahier, certification)
            yield from _sections(chemin, cahier, certification)


def _functions(cahier: CahierDesCharges) -> Iterator[tuple[str, str, str]]:
    asked = cahier.fonctions_demandees()
    for index, fonction in enumerate(cahier.fonctions):
        if fonction.code not in asked:
            message = f"aucune pièce ne demande qui tient la fonction « {fonction.code} »"
            yield f"$.fonctions[{index}]", message, "citez-la dans le contrôle d’une pièce, ou retirez-la"


def _components(cahier: CahierDesCharges, certification: Certification) -> Iterator[tuple[str, str, str]]:
    tops = {composante.code for composante in certification.composantes}
    for index, piece in enumerate(cahier.pieces):
        for rank, controle in enumerate(piece.controles):
            if isinstance(controle, ComposantesCouvertes) and tops >= set(controle.composantes):
                for code in sorted(tops - set(controle.composantes)):
                    message = f"le contrôle ne demande pas que « {code} » soit couverte"
                    path = f"$.pieces[{index}].controles[{rank}].composantes"
                    yield path, message, "citez toutes les composantes de premier rang"


def _readings(cahier: CahierDesCharges) -> Iterator[tuple[str, str, str]]:
    """Without its side, nobody knows whether what a reading refuses is refused by the source."""
    for index, piece in enumerate(cahier.pieces):
        for rank, controle in enumerate(piece.controles):
            path = f"$.pieces[{index}].controles[{rank}]"
            if controle.discordances and controle.lecture is None:
                message = "ce contrôle suit une lecture et ne dit pas de quel côté elle est"
                remedy = (
                    "ajoutez « lecture » : exigeante, ou favorable si ce qu’elle refuse l’est dans toutes les lectures"
                )
                yield path, message, remedy
            if controle.lecture is not None and not controle.discordances:
                message = "ce contrôle dit suivre une lecture et ne cite aucune discordance"
                yield path, message, "ajoutez « discordances », ou retirez « lecture »"


def _missions(chemin: str, cahier: CahierDesCharges, certification: Certification) -> Iterator[Finding]:
    voies = {regle.code: set(regle.voies) for regle in certification.regles}
    for index, mission in enumerate(cahier.missions):
        for code in mission.regles if mission.volet in VOLETS else ():
            if voies.get(code) and mission.volet not in voies[code]:
                message = f"la règle « {code} » n’est pas de la voie « {mission.volet} », celle de la mission"
                yield Finding(chemin, f"$.missions[{index}].regles", CODE, message, "retirez-la, ou corrigez le volet")


def _sections(chemin: str, cahier: CahierDesCharges, certification: Certification) -> Iterator[Finding]:
    """Compare the section of each mission with those of its rules; a rule of no mission's section goes anywhere."""
    regles = {regle.code: regle for regle in certification.regles}
    sections = {_section(mission.source) for mission in cahier.missions}
    gathered: dict[tuple[str, str], set[str]] = {}
    for index, mission in enumerate(cahier.missions):
        mine = _section(mission.source)
        gathered.setdefault(mine, set()).update(mission.regles)
        for code in mission.regles:
            standing = {_section(place) for place in regles[code].source.endroits} if code in regles else set()
            if standing & sections and mine not in standing:
                message = f"la règle « {code} » est dans la section d’une autre mission"
                remedy = "retirez-la, ou ajoutez la section de celle-ci aux endroits de la règle"
                yield Finding(chemin, f"$.missions[{index}].regles", CODE, message, remedy)
    for regle in certification.regles:
        place = _section(regle.source)
        if regle.code not in gathered.get(place, {regle.code}):
            message = f"la règle « {regle.code} » est dans la section d’une mission qui ne la cite pas"
            yield Finding(chemin, "$.missions", CODE, message, f"ajoutez-la à la mission de la section {place[1]}")


def _section(place: Endroit) -> tuple[str, str]:
    return place.document, place.section


def _suite(cahier: CahierDesCharges, certification: Certification) -> Iterator[tuple[str, str, str]]:
    """Yield each rule that is to count from a day and does not; one that does not exist is another finding."""
    suite, known = cahier.suite_habilitation, {regle.code: regle.parametres for regle in certification.regles}
    named = (
        ((suite.duree_habilitation, DUREE, Validite, "validite"), (suite.rappel_renouvellement, RAPPEL, Delai, "delai"))
        if suite
        else ()
    )
    for code, key, kind, nature in named:
        if code in known and not isinstance(known[code], kind):
            message = f"« {code} » n’est pas de nature « {nature} »"
            yield f"$.suite_habilitation.{key}", message, "citez une règle qui compte depuis un jour, ou ôtez cette clé"
