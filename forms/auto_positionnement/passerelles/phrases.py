"""What a person is told of answers that move from one certification to another, in French: what, and why."""

from __future__ import annotations

from collections.abc import Sequence

from forms.auto_positionnement.dit import Dit
from forms.auto_positionnement.listes import PREMIER_TOUR, SANS_REPONSE
from forms.auto_positionnement.passerelles.liens import Lien
from forms.socle.phrases import counted, listed, plural, typeset

RELUS = (
    "Ces rapprochements sont faits par Repère et relus un par un. "
    "Ils aident à se repérer : ce n’est ni une équivalence, ni une dispense. Seul le certificateur en décide."
)
AUCUN_LIEN = "Nous ne l’avons pas encore comparée à la vôtre : vos réponses n’en disent rien."
SANS_LIEN = "Nous ne l’avons pas encore comparée aux vôtres : à vous de répondre."


def through(par: Sequence[str]) -> str:
    """Return by which certification two others are compared, where it is the same for all that is said of them."""
    return typeset(f"La comparaison passe par {_titles(par)}, qui en est très proche.") if par else ""


def _titles(par: Sequence[str]) -> str:
    return listed([f"« {one} »" for one in par])


def _through(par: Sequence[str]) -> str:
    return f" (en passant par {_titles(par)})" if par else ""


def same_statement(enonce: str, intitule: str, par: Sequence[str]) -> str:
    """Return why an answer to a statement was poured."""
    return typeset(f"Le même énoncé que dans « {intitule} »{_through(par)} : {enonce}")


def same_competence(nom: str, intitule: str, par: Sequence[str]) -> str:
    """Return why an answer of a first pass was poured."""
    return typeset(f"La même compétence que dans « {intitule} »{_through(par)} : {nom}.")


def near_statement(enonce: str, libelle: str, remarque: str, par: Sequence[str], *, same: bool) -> str:
    """Return why an answer is proposed for a statement."""
    how = "C’est le même énoncé" if same else "Les deux énoncés se ressemblent"
    # The remark says better how near they are; what the link goes through is told all the same.
    near = "" if remarque and not par else f"{how}{_through(par)}."
    said = f"À « {enonce.rstrip('.')} », vous avez répondu « {libelle} »."
    return typeset(" ".join(filter(None, [said, near, remarque])))


def near_competence(nom: str, what: Dit, libelle: str, lien: Lien) -> str:
    """Return what the file says of a competence that is near to another one."""
    how = "C’est la même compétence" if lien.carries else "Les deux se ressemblent"
    part = "" if lien.entier else " Une partie seulement y répond."
    # The remark says better how near they are; what the link goes through is told all the same.
    near = "" if lien.remarque and not lien.par else f" {how}{_through(lien.par)}."
    return typeset(" ".join(filter(None, [f"{_said(nom, what, libelle)}{near}{part}", lien.remarque])))


def _said(nom: str, what: Dit, libelle: str) -> str:
    if what.liste == SANS_REPONSE:
        return f"« {nom} » : vous n’y avez pas encore répondu."
    if what.valeur is None:
        return f"« {nom} » : vous n’avez pas encore répondu jusqu’au bout."
    if what.precision == PREMIER_TOUR:
        return f"« {nom} » : vous avez répondu « {libelle} »."
    done = counted(what.positifs, "point acquis", "points acquis") if what.positifs else "aucun point acquis"
    return f"« {nom} » : d’après vos réponses, {done} sur {what.total}."


def carried(verses: int, proposees: int, nouvelles: int, restees: int, par: Sequence[str] = ()) -> str:
    """Return what became of the answers of a file; `par`: the certifications that every link goes through."""
    done = [
        *([counted(verses, "réponse reprise", "réponses reprises")] if verses else []),
        *([counted(proposees, "réponse à revoir", "réponses à revoir")] if proposees else []),
    ]
    said = f"{listed(done) if done else 'Aucune réponse à reprendre'}."
    return " ".join(filter(None, [typeset(said), left_out(nouvelles, restees, par)]))


def left_out(nouvelles: int, restees: int, par: Sequence[str] = ()) -> str:
    """Return what stays as it is, whatever is done with what is proposed."""
    said = []
    if nouvelles:
        said.append(f"{counted(nouvelles, 'compétence reste vide', 'compétences restent vides')} : rien n’y répond.")
    if restees:
        them = plural(restees, "la", "les")
        said.append(
            f"{counted(restees, 'réponse du fichier n’a', 'réponses du fichier n’ont')} pas de place ici : "
            f"votre fichier {them} garde."
        )
    return typeset(" ".join([*said, *filter(None, [through(par)])]))


def overview(couvertes: int, a_confirmer: int, a_apprendre: int, sans_lien: int) -> str:
    """Return what the answers are worth towards another certification, competence by competence."""
    parts = [
        counted(couvertes, "compétence déjà couverte", "compétences déjà couvertes") if couvertes else "",
        f"{a_confirmer} à confirmer" if a_confirmer else "",
        f"{a_apprendre} à apprendre" if a_apprendre else "",
        f"{sans_lien} dont vos réponses ne disent rien" if sans_lien else "",
    ]
    total = couvertes + a_confirmer + a_apprendre + sans_lien
    return typeset(f"Sur {counted(total, 'compétence', 'compétences')} : {listed([*filter(None, parts)])}.")


def linked(lies: int, total: int) -> str:
    """Return how many of the statements of a competence are like ours: the whole may be linked by one of them alone."""
    if not lies:
        return typeset(f"Pris un à un, {_none(total)} ne ressemble aux vôtres.")
    if lies == total:
        every = "Son seul énoncé" if total == 1 else f"Chacun de ses {total} énoncés"
        return typeset(f"{every} ressemble à l’un des vôtres.")
    return typeset(f"Sur ses {total} énoncés, {lies} {plural(lies, 'ressemble', 'ressemblent')} à l’un des vôtres.")


def _none(total: int) -> str:
    return "son seul énoncé" if total == 1 else f"aucun de ses {total} énoncés"
