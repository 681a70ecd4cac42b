"""REF034: where a form may tell that a rule or a piece is not met, each discrepancy that it cites says which side its reading is on.

Without its side, nobody knows whether what a reading refuses is refused by the source: a form would then say « alerte »
of what the source may admit, or « à vérifier » of what it decides.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from referentials.check.finding import Finding
from referentials.check.together import together
from referentials.load import Collection
from referentials.model_cahier import PieceDossier
from referentials.model_certification import Certification, Regle
from referentials.model_parametres import Delai, DureeExigee

CODE = "REF034"
# What a form compares with the days and durations that it is given, before the evaluations.
COMPARED = Delai | DureeExigee


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each reading without its side, and for each side of a reading that is not cited."""
    for certification in collection.certifications:
        yield from together(chain(_regles(certification), _pieces(certification)))


def _regles(certification: Certification) -> Iterator[Finding]:
    chemin = f"certifications/{certification.slug}/regles.json"
    for index, regle in enumerate(certification.regles):
        asked = regle.moment == "avant" and isinstance(regle.parametres, COMPARED)
        yield from _sides(chemin, f"$.regles[{index}]", regle, asked=asked)


def _pieces(certification: Certification) -> Iterator[Finding]:
    cahier = certification.cahier_des_charges
    chemin = f"certifications/{certification.slug}/cahier-des-charges.json"
    for index, piece in enumerate(cahier.pieces if cahier else ()):
        yield from _sides(chemin, f"$.pieces[{index}]", piece, asked=True)


def _sides(chemin: str, path: str, citing: Regle | PieceDossier, *, asked: bool) -> Iterator[Finding]:
    told = [cote.discordance for cote in citing.cotes]
    for code in citing.discordances if asked else ():
        if code not in told:
            message = f"de quel côté est la lecture de « {code} » n’est pas dit"
            remedy = (
                "ajoutez-la à « cotes » : exigeante, ou favorable si ce qu’elle refuse l’est dans toutes les lectures"
            )
            yield Finding(chemin, path, CODE, message, remedy)
    for rank, cote in enumerate(citing.cotes):
        code, place = cote.discordance, f"{path}.cotes[{rank}]"
        if sum(map(bool, (cote.voies, cote.decisions, cote.demandeurs, cote.offres))) > 1:
            message = f"la lecture de « {code} » est ouverte à deux conditions"
            yield Finding(chemin, place, CODE, message, "gardez-en une seule, ou ajoutez un côté pour chacune")
        if code not in citing.discordances:
            message = f"« {code} » a un côté et n’est pas citée"
            yield Finding(chemin, place, CODE, message, "ajoutez-la à « discordances », ou retirez son côté")
