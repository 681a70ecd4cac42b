"""A piece of the cahier des charges, read as what its bloc asks for: fields, conditions, controls bound to fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from forms.dossier_habilitation import natures
from forms.dossier_habilitation.derivation import elements, questions
from forms.questionnaire.controles import Controle
from forms.questionnaire.derivation.champs import read_champ
from forms.questionnaire.modele import Champ, Condition
from referentials.model_cahier import PieceDossier
from referentials.model_certification import Certification
from referentials.model_controles import (
    ChoixParmi,
    CompetencesCouvertes,
    ComposantesCouvertes,
    ControlePiece,
    DateRecente,
    EffectifMinimal,
    EnCoursDeValidite,
    Engagement,
    ExperienceMinimale,
    Fourniture,
    Justification,
    PersonnesDistinctes,
    RattachementUnique,
    RubriqueParElement,
)

# Controls of the rows of a list, where the piece speaks of one; else their question is put once, of the piece itself.
OF_ROWS = EffectifMinimal | ExperienceMinimale | RattachementUnique | ComposantesCouvertes
# Controls that name the kind of element of which they ask something.
OF_ELEMENTS = RubriqueParElement | Justification | ChoixParmi | CompetencesCouvertes | PersonnesDistinctes
# What a control becomes once it is bound to fields: the type of the same nature.
BOUND: Mapping[type, Callable[..., Controle]] = {
    Fourniture: natures.Fourniture,
    DateRecente: natures.DateRecente,
    EnCoursDeValidite: natures.EnCoursDeValidite,
    EffectifMinimal: natures.EffectifMinimal,
    ExperienceMinimale: natures.ExperienceMinimale,
    RattachementUnique: natures.RattachementUnique,
    ComposantesCouvertes: natures.ComposantesCouvertes,
    CompetencesCouvertes: natures.CompetencesCouvertes,
    ChoixParmi: natures.ChoixParmi,
    RubriqueParElement: natures.RubriqueParElement,
    Justification: natures.Justification,
    Engagement: natures.Engagement,
}
# What the data call by their own names and a control no longer needs once bound to fields.
UNBOUND = {"nature", "element", "autres", "rubrique", "rubriques", "fonctions", "parmi"}


@dataclass(frozen=True, slots=True)
class Piece:
    """What a bloc is made of; `element` is the kind of list that it speaks of, `question` asks whether one is concerned."""

    donnees: PieceDossier
    element: str | None
    rubriques: tuple[str, ...]
    champs: tuple[Champ, ...]
    champs_par_element: tuple[Champ, ...]
    controles: tuple[Controle, ...]
    si: tuple[Condition, ...]
    question: Champ | None

    @property
    def breadth(self) -> tuple[int, bool]:
        """How many applicants the piece is asked of: to be compared with that of other pieces."""
        return len(self.donnees.demandeurs) * len(self.donnees.offres), self.donnees.force == "obligatoire"


def read(donnees: PieceDossier, certification: Certification) -> Piece:
    """Read a piece of this certification."""
    element = next((c.element for c in donnees.controles if isinstance(c, OF_ELEMENTS) and c.element), None)
    prefix = donnees.code.lower()
    question = _question(donnees, prefix)
    rubriques: list[str] = []
    champs: list[Champ] = []
    of_rows: list[Champ] = []
    controles: list[Controle] = [natures.ChampsRemplis(champs=(question.code,))] if question else []
    for controle in donnees.controles:
        champ = questions.champ(controle, certification, donnees.controles)
        if element and _is_of_rows(controle):
            rubriques += _rubriques(controle)
            champ = _of_row(champ, controle)
            of_rows += [champ] if champ else []
            controles += _of_rows(controle, champ, element, certification)
        elif champ:
            champ = replace(champ, code=f"{prefix}-{champ.code}")
            champs.append(champ)
            controles.append(BOUND[type(controle)](**_kept(controle), champ=champ.code))
    return Piece(donnees, element, (*rubriques,), (*champs,), (*of_rows,), (*controles,), _si(donnees), question)


def _is_of_rows(controle: ControlePiece) -> bool:
    return isinstance(controle, OF_ROWS) or (isinstance(controle, OF_ELEMENTS) and controle.element is not None)


def _kept(controle: ControlePiece) -> dict[str, Any]:
    # The label of a choice is that of its field.
    left = UNBOUND | ({"objet"} if isinstance(controle, ChoixParmi) else set())
    return {one.name: getattr(controle, one.name) for one in fields(controle) if one.name not in left}


def _rubriques(controle: ControlePiece) -> tuple[str, ...]:
    if not isinstance(controle, RubriqueParElement):
        return ()
    return controle.rubriques or tuple(elements.every(controle.element))


def _of_row(champ: Champ | None, controle: ControlePiece) -> Champ | None:
    """Return the field of a control in a row: rows are counted, and cover what each of them is attached to."""
    if champ is None or isinstance(controle, EffectifMinimal):
        return None
    if isinstance(controle, ComposantesCouvertes):
        return replace(champ, code=elements.donnees()["champs"]["rattachement_unique"]["code"])
    return champ


def _of_rows(
    controle: ControlePiece, champ: Champ | None, element: str, certification: Certification
) -> list[Controle]:
    """Return a control with the list and the fields that it looks at."""
    words = elements.donnees()["elements"][element]
    liste, kept = words["code"], _kept(controle)
    if isinstance(controle, EffectifMinimal):
        return [natures.EffectifMinimal(**kept, liste=liste, distincts=tuple(words["titre"]))]
    if isinstance(controle, PersonnesDistinctes):
        others = tuple(elements.donnees()["elements"][one]["code"] for one in controle.autres)
        return [natures.PersonnesDistinctes(**kept, liste=liste, autres=others, champ=controle.rubrique)]
    if not isinstance(controle, RubriqueParElement):
        return [BOUND[type(controle)](**kept, liste=liste, champ=champ.code if champ else "")]
    champs = _rubriques(controle)
    if controle.fonctions and champ:
        held = _held(controle.fonctions, certification)
        return [natures.FonctionsTenues(**kept, liste=liste, champ=champ.code, champs=champs, fonctions=held)]
    charged = {*words.get("charge", ())}
    links = [one for one in elements.base(element, champs) if one.code in charged]
    complete = [natures.RenvoisComplets(liste=liste, champ=c.code, vers=c.liste) for c in links]
    return [natures.RubriqueParElement(**kept, liste=liste, champs=champs), *complete]


def _held(codes: tuple[str, ...], certification: Certification) -> tuple[natures.FonctionTenue, ...]:
    cahier = certification.cahier_des_charges
    return tuple(
        natures.FonctionTenue(code=f.code, intitule=f.intitule, cumulable=f.cumulable)
        for f in (cahier.fonctions if cahier else ())
        if f.code in codes
    )


def _si(donnees: PieceDossier) -> tuple[Condition, ...]:
    """Return the conditions of a piece; being asked of every applicant is none."""
    choices = {champ["code"]: champ.get("options", ()) for champ in elements.donnees()["demande"]["champs"]}
    conditions = [
        Condition(code, parmi)
        for code, parmi in (("demandeur", donnees.demandeurs), ("offres", donnees.offres))
        if {option["code"] for option in choices[code]} - {*parmi}
    ]
    cas = elements.donnees()["cas"].get(donnees.cas)
    if cas and (found := Condition(cas["champ"], tuple(cas["parmi"]))) not in conditions:
        conditions.append(found)
    return tuple(conditions)


def _question(donnees: PieceDossier, prefix: str) -> Champ | None:
    if donnees.force != "si_concerne" or donnees.cas:
        return None
    return read_champ(elements.donnees()["concerne"], code=f"{prefix}-concerne", aide=donnees.condition or "")
