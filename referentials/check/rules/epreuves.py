"""REF016: exams and what they evaluate answer one another: no competence without an exam, no exam out of its session.

A component that lists its exams lists those that name it; a heading of a document, a rule, a part played name what the
exam evaluates, and who is there; a transversal competence is one that some competence calls on.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_certification import Certification, Epreuve
from referentials.model_parametres import Seuil

CODE = "REF016"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each competence left out, and for each thing that an exam contradicts."""
    for certification in collection.certifications:
        folder = f"certifications/{certification.slug}"
        inside = {
            composante.code: [competence.code for competence in composante.all_competences()]
            for root in certification.composantes
            for composante in root.walk()
        }
        evaluated = {epreuve.code: _evaluated(epreuve, inside) for epreuve in certification.epreuves}
        yield from _left_out(folder, certification, inside, evaluated)
        yield from _listed(folder, certification)
        yield from _transversales(folder, certification)
        for index, epreuve in enumerate(certification.epreuves):
            place = f"$.epreuves[{index}]"
            for path, message, remedy in _epreuve(certification, epreuve, evaluated[epreuve.code], inside):
                yield Finding(f"{folder}/evaluations.json", f"{place}{path}", CODE, message, remedy)


def _evaluated(epreuve: Epreuve, inside: dict[str, list[str]]) -> set[str]:
    return set(epreuve.competences).union(*(inside.get(code, ()) for code in epreuve.composantes))


def _left_out(
    folder: str, certification: Certification, inside: dict[str, list[str]], evaluated: dict[str, set[str]]
) -> Iterator[Finding]:
    """Look at the whole certification, then at each session by itself; an exam that names nothing is about it all."""
    chemin = f"{folder}/evaluations.json"
    every = set[str]().union(*evaluated.values())
    for competence in certification.all_competences():
        if every and competence.code not in every:
            message = f"aucune épreuve n’évalue la compétence « {competence.code} »"
            remedy = "citez-la, ou sa composante, dans l’épreuve qui l’évalue"
            yield Finding(chemin, "$.epreuves", CODE, message, remedy)
    for index, session in enumerate(certification.sessions):
        mine = [evaluated[epreuve.code] for epreuve in certification.epreuves if epreuve.session == session.code]
        wanted = set[str]().union(*(inside.get(code, ()) for code in session.composantes))
        for code in sorted(wanted & every - set[str]().union(*mine)) if any(mine) else ():
            message = f"aucune épreuve de la session « {session.code} » n’évalue la compétence « {code} »"
            remedy = "citez-la dans une épreuve de cette session, ou retirez sa composante de la session"
            yield Finding(chemin, f"$.sessions[{index}]", CODE, message, remedy)


def _listed(folder: str, certification: Certification) -> Iterator[Finding]:
    for root in certification.composantes:
        for composante in root.walk():
            naming = {epreuve.code for epreuve in certification.epreuves if composante.code in epreuve.composantes}
            listed = set(composante.modalites_evaluation) & {epreuve.code for epreuve in certification.epreuves}
            for code in sorted(naming ^ listed) if composante.modalites_evaluation else ():
                message = f"« {composante.code} » et l’épreuve « {code} » ne se citent pas l’une l’autre"
                remedy = "accordez « modalites_evaluation » et les « composantes » de l’épreuve"
                yield Finding(f"{folder}/composantes/{root.code}.json", composante.code, CODE, message, remedy)


def _transversales(folder: str, certification: Certification) -> Iterator[Finding]:
    called = {code for competence in certification.all_competences() for code in competence.competences_transversales}
    for index, transversale in enumerate(certification.referentiel.competences_transversales):
        if transversale.code not in called:
            message = f"aucune compétence ne fait appel à « {transversale.code} »"
            remedy = "citez-la dans « competences_transversales » d’une compétence, ou retirez-la"
            yield Finding(f"{folder}/referentiel.json", f"$.competences_transversales[{index}]", CODE, message, remedy)


def _epreuve(
    certification: Certification, epreuve: Epreuve, evaluated: set[str], inside: dict[str, list[str]]
) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong within one exam: path below it, fault, remedy."""
    sessions = {session.code: session for session in certification.sessions}
    known = {competence.code for competence in certification.all_competences()}
    session = sessions.get(epreuve.session or "")
    if session and session.composantes and inside.keys() >= set(session.composantes):
        allowed = set[str]().union(*(inside.get(code, ()) for code in session.composantes))
        for code in sorted(evaluated - allowed):
            message = f"la compétence « {code} » n’est pas de la session « {session.code} »"
            yield "", message, "retirez-la de l’épreuve, ou corrigez la session"
    for rank, partie in enumerate(epreuve.parties):
        for role in partie.roles:
            if partie.presents and not partie.presents_indetermine and role.acteur not in partie.presents:
                message = f"« {role.acteur} » joue un rôle sans être présent"
                yield f".parties[{rank}].roles", message, "ajoutez-le à « presents », ou corrigez le rôle"
    for rank, piece in enumerate(epreuve.pieces):
        for number, rubrique in enumerate(piece.rubriques):
            if rubrique.competence in known - evaluated:
                message = f"cette épreuve n’évalue pas la compétence « {rubrique.competence} »"
                yield f".pieces[{rank}].rubriques[{number}].competence", message, "citez une compétence de l’épreuve"
    for code in epreuve.regles:
        yield from _regle(certification, epreuve, code)


def _regle(certification: Certification, epreuve: Epreuve, code: str) -> Iterator[tuple[str, str, str]]:
    regle = next((regle for regle in certification.regles if regle.code == code), None)
    if regle is None:
        return
    aimed = set(regle.parametres.composantes) if isinstance(regle.parametres, Seuil) else set()
    if aimed and epreuve.composantes and not aimed & set(epreuve.composantes):
        message = f"la règle « {code} » fixe le seuil de {', '.join(sorted(aimed))}, que l’épreuve n’évalue pas"
        yield ".regles", message, "citez la règle de ce que l’épreuve évalue"
