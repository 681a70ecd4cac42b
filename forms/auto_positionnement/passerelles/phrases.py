"""What a person is told of answers that move from one certification to another, in French: what, and why."""

from __future__ import annotations

from collections.abc import Sequence

from forms.auto_positionnement.dit import Dit
from forms.auto_positionnement.listes import PREMIER_TOUR
from forms.auto_positionnement.passerelles.liens import Lien
from forms.socle.phrases import counted, listed, plural, typeset

RELUS = (
    "Ces rapprochements sont faits par Repère et relus un par un. "
    "Ils aident à se repérer : ce n’est ni une équivalence, ni une dispense. Seul le certificateur en décide."
)
AUCUN_LIEN = "Aucun lien relu avec cette certification."
SANS_LIEN = "Aucun lien relu n’y mène : à vous de répondre."


def _through(par: Sequence[str]) -> str:
    return f", par {listed([f'« {one} »' for one in par])}" if par else ""


def same_statement(enonce: str, intitule: str, par: Sequence[str]) -> str:
    """Return why an answer to a statement was poured."""
    return typeset(f"Le même énoncé que dans « {intitule} »{_through(par)} : {enonce}")


def same_competence(nom: str, intitule: str, par: Sequence[str]) -> str:
    """Return why an answer of a first pass was poured."""
    return typeset(f"La même compétence que dans « {intitule} »{_through(par)} : {nom}.")


def near_statement(enonce: str, libelle: str, remarque: str, par: Sequence[str], *, same: bool) -> str:
    """Return why an answer is proposed for a statement."""
    how = "C’est le même énoncé" if same else "L’énoncé est proche"
    # The remark says better how near they are; what the link goes through is told all the same.
    near = "" if remarque and not par else f"{how}{_through(par)}."
    said = f"À « {enonce.rstrip('.')} », vous avez répondu « {libelle} »."
    return typeset(" ".join(filter(None, [said, near, remarque])))


def near_competence(nom: str, what: Dit, libelle: str, lien: Lien) -> str:
    """Return what the file says of a competence that is near to another one."""
    how = "C’est la même compétence" if lien.carries else "Les deux sont proches"
    part = "" if lien.entier else " Une partie seulement y répond."
    # The remark says better how near they are; what the link goes through is told all the same.
    near = "" if lien.remarque and not lien.par else f" {how}{_through(lien.par)}."
    return typeset(" ".join(filter(None, [f"{_said(nom, what, libelle)}{near}{part}", lien.remarque])))


def _said(nom: str, what: Dit, libelle: str) -> str:
    if what.valeur is None:
        return f"« {nom} » : vous n’avez pas encore répondu jusqu’au bout."
    if what.precision == PREMIER_TOUR:
        return f"« {nom} » : vous avez répondu « {libelle} »."
    return f"« {nom} » : {counted(what.positifs, 'réponse positive', 'réponses positives')} sur {what.total}."


def carried(verses: int, proposees: int, nouvelles: int, restees: int) -> str:
    """Return what became of the answers of a file."""
    done = [
        *([counted(verses, "réponse reprise", "réponses reprises")] if verses else []),
        *([counted(proposees, "réponse à revoir", "réponses à revoir")] if proposees else []),
    ]
    said = [f"{listed(done) if done else 'Aucune réponse à reprendre'}."]
    if nouvelles:
        said.append(f"{counted(nouvelles, 'compétence reste vide', 'compétences restent vides')} : rien n’y répond.")
    if restees:
        them = plural(restees, "la", "les")
        said.append(
            f"{counted(restees, 'réponse du fichier n’a', 'réponses du fichier n’ont')} pas de place ici : "
            f"votre fichier {them} garde."
        )
    return typeset(" ".join(said))


def overview(couvertes: int, a_confirmer: int, a_apprendre: int, sans_lien: int) -> str:
    """Return what the answers are worth towards another certification, competence by competence."""
    parts = [
        counted(couvertes, "compétence déjà couverte", "compétences déjà couvertes") if couvertes else "",
        f"{a_confirmer} à confirmer" if a_confirmer else "",
        f"{a_apprendre} à apprendre" if a_apprendre else "",
        f"{sans_lien} sans lien relu" if sans_lien else "",
    ]
    total = couvertes + a_confirmer + a_apprendre + sans_lien
    return typeset(f"Sur {counted(total, 'compétence', 'compétences')} : {listed([*filter(None, parts)])}.")


def linked(lies: int, total: int) -> str:
    """Return how many of the statements of a competence a link leads to: a link for the whole may rest on one of them."""
    if not lies:
        return typeset(f"Aucun de ses {counted(total, 'énoncé', 'énoncés')} n’a de lien relu.")
    return typeset(
        f"{lies} de ses {counted(total, 'énoncé', 'énoncés')} {plural(lies, 'a un lien relu', 'ont un lien relu')}."
    )
