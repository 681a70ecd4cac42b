"""Work grows as the file does: twice the answers, twice the work.  Counted, never timed.

What is counted is the lines of forms/ that run, in a file, in one twice as large and in one three times as large: what
each step adds is the same.  What Python compares or copies on its own shows no line: values that count do that.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from types import FrameType
from typing import Any

import pytest

from forms.auto_positionnement import changements, comparaison, tableur, texte, texte_comparaison
from forms.auto_positionnement.comparaison import Cote
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Item
from forms.auto_positionnement.ouverture import open_export
from forms.auto_positionnement.placement import place
from forms.auto_positionnement.requete import Requete
from forms.dossier_habilitation import conformite, ecartees, matrices
from forms.dossier_habilitation import tableur as tableur_dossier
from forms.dossier_habilitation import texte as texte_dossier
from forms.dossier_habilitation.genre import GENRE as DOSSIER
from forms.livret_de_reperage import etat
from forms.livret_de_reperage import texte as texte_livret
from forms.livret_de_reperage.commandes import ouvrir as open_livret
from forms.livret_de_reperage.versement import pour
from forms.plusieurs_mains import conflits
from forms.plusieurs_mains.ecrits import Copie, Ecarte
from forms.plusieurs_mains.fusion import merge
from forms.questionnaire import en_mots, lignes, tri
from forms.questionnaire.modele import Champ, Section
from forms.questionnaire.ouverture import open_file as open_dossier
from forms.socle import classeur, mise_en_page
from forms.socle.feuille import to_csv
from tests.conftest import ROOT
from tests.forms.dossier_habilitation.outils_dossier import JOUR
from tests.forms.dossier_habilitation.test_fichier_dossier import text as dossier
from tests.forms.livret_de_reperage.outils_livret import candidat, saved, tuteur
from tests.forms.livret_de_reperage.outils_livret import published as livret_form
from tests.forms.questionnaire.outils_questionnaire import published as dossier_form
from tests.forms.questionnaire.outils_questionnaire import small
from tests.outils_formulaires import SCALE, export

SIZE = 40


def lines_run(work: Callable[[], object]) -> int:
    """Return how many lines of forms/ some work runs."""
    lines = 0

    def inside(_: FrameType, event: str, __: Any) -> Any:
        nonlocal lines
        lines += event == "line"
        return inside

    def entered(frame: FrameType, _: str, __: Any) -> Any:
        return inside if "/forms/" in frame.f_code.co_filename.replace("\\", "/") else None

    before = sys.gettrace()
    sys.settrace(entered)
    try:
        work()
    finally:
        sys.settrace(before)
    return lines


def livret(number: int, write: Callable[[Any], Any] = candidat) -> Copie:
    """Return a livret of many modules, with as many answers that a merge put aside, of all of which one has no place."""
    written = {f"modules/m{rank}/intitule": write(f"Module {rank}") for rank in range(number)}
    aside = [Ecarte(f"modules/m{rank}/intitule", write(f"Avant {rank}"), "fusion") for rank in range(number)]
    return Copie({**written, **{f"parti-{rank}": write("x") for rank in range(number)}}, (*aside,))


def merged(number: int) -> object:
    """Merge two livrets that differ everywhere, each with as much put aside; every choice is made."""
    here, there = livret(number), livret(number, lambda text: tuteur(f"{text} !"))
    choix = dict.fromkeys(here.ecrits, "autre")
    return merge(here, there, choix), [*conflits.described(livret_form(), here, there, merge(here, there).conflits)]


def livret_told(number: int) -> object:
    """Open a livret, and write all that is written of it."""
    opened = open_livret(saved(livret(number)), livret_form()).copie
    told = [*conflits.put_aside(livret_form(), opened)]
    return told, etat.evaluate(livret_form(), opened, JOUR), texte_livret.texte(livret_form(), opened, JOUR)


def rows(number: int) -> list[dict[str, Any]]:
    """Return as many modules, all under one id, with a field that the form does not have."""
    return [{"id": "m", "intitule": f"Module {rank}", "parti": f"{rank}"} for rank in range(number)]


def dossier_opened(number: int) -> object:
    """Open a dossier whose rows have one id, and went aside once already."""
    text = dossier(valeurs={"modules": rows(number)}, valeurs_ecartees={"modules": rows(number)})
    return open_dossier(text, dossier_form(), DOSSIER)


def dossier_told(number: int) -> object:
    """Write all of a dossier with links to each row."""
    people = [{"id": f"p{rank}", "nom": f"N{rank}", "modules": [f"m-{rank}"]} for rank in range(number)]
    valeurs = {"modules": rows(number), "formateurs": people}
    form = dossier_form()
    opened = open_dossier(dossier(valeurs=valeurs, valeurs_ecartees={"modules": rows(number)}), form, DOSSIER)
    kept = opened.valeurs
    sheets = tableur_dossier.feuilles(form, kept, JOUR)
    written = [classeur.write(sheets, mise_en_page.papier(form.intitule, form.etats, JOUR)), *map(to_csv, sheets)]
    told = [*ecartees.put_aside(form, opened.valeurs_ecartees)]
    state = conformite.evaluate(form, kept, JOUR), matrices.matrice(form, kept, JOUR)
    return told, written, state, texte_dossier.texte(form, kept, JOUR)


def form_of(number: int) -> Formulaire:
    """Return a form of as many statements, each of them new in some version and the heir of an older one."""
    items = tuple(Item(f"E{rank}", f"Je fais {rank}.", "document", ()) for rank in range(number))
    groupe = Groupe("C1", "competence", "Faire", (), items)
    codes = {f"1.{rank}.0": (item.code,) for rank, item in enumerate(items, 1)}
    old = {f"V{rank}": f"E{rank}" for rank in range(number)}
    return Formulaire("essai", "Essai", "9.0.0", SCALE, (groupe,), (), remplacements=old, nouveautes=codes)


def answers_told(number: int) -> object:
    """Open an auto-positionnement of old codes, some unknown, and write, compare and pour it."""
    form = form_of(number)
    given = {f"V{rank}": {"valeur": "oui", "note": "Vu"} for rank in range(number)}
    given |= {f"Z{rank}": {"valeur": "oui"} for rank in range(number)}
    opened = open_export(export(form, given, version_referentiel="1.0.0", reponses_ecartees=given), form)
    placed = place(form, opened.reponses, opened.ecartees)
    told = changements.changes(form, "1.0.0", placed), evaluate(form, opened.reponses)
    other = {code: replace(reponse, valeur="non") for code, reponse in opened.reponses.items()}
    compared = comparaison.compare(form, Cote("a", opened.reponses), Cote("b", other))
    requete = Requete(opened.reponses, "", "2026-11-23")
    written = tableur.write(form, requete), texte.write(form, requete)
    poured = pour(livret(number), livret_form(), form, opened)
    return told, texte_comparaison.write(form, compared), written, poured


@pytest.mark.parametrize(
    "told", [merged, livret_told, dossier_opened, dossier_told, answers_told], ids=lambda one: one.__name__
)
def test_each_answer_more_costs_what_the_one_before_did(told: Callable[[int], object]) -> None:
    """From one size to the next, as many lines run more: the work is in proportion."""
    told(1)  # what is made once and kept
    first, second, third = (lines_run(lambda size=size: told(size)) for size in (SIZE, 2 * SIZE, 3 * SIZE))
    assert second - first > 0
    assert third - second <= 1.1 * (second - first)


def test_no_collection_is_made_again_to_look_one_thing_up_in_it() -> None:
    """`code in {*kept, *others}` copies both at each look, which shows no line: none in forms/."""
    looked = [
        (path.name, node.lineno)
        for path in sorted((ROOT / "forms").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.In | ast.NotIn)
        for where in node.comparators
        if any(isinstance(one, ast.Starred) for one in getattr(where, "elts", ()))
    ]
    assert looked == []


class Counting(str):
    """A text that counts how often any is compared."""

    compared = 0
    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Count, and compare as a text does."""
        Counting.compared += 1
        return str.__eq__(self, str(other)) if isinstance(other, str) else False

    __hash__ = str.__hash__


def test_values_set_aside_before_and_now_are_not_compared_two_by_two() -> None:
    """Each is looked up once: whatever their number, a few comparisons a value and not all of them."""
    number = 50
    now, before = ([Counting(f"{word}{rank}") for rank in range(number)] for word in ("a", "b"))
    Counting.compared = 0
    links = Section("liens", "Liens", (Champ("liens", "renvois", "Liens", liste="ateliers"),))
    form = replace(small(), sections=(links,))
    assert tri.back(form, {"liens": before}, {"liens": now})[0] == {"liens": [*before, *now]}
    assert lignes.without(now, before) == now
    assert Counting.compared <= 20 * number


class Names(Mapping[str, str]):
    """The names of rows, which count how often one is looked at."""

    def __init__(self, number: int) -> None:
        """Call each row by its rank."""
        self.names = {f"m{rank}": f"Module {rank}" for rank in range(number)}
        self.looked = 0

    def __getitem__(self, code: str) -> str:
        """Look at one name."""
        self.looked += 1
        return self.names[code]

    def __iter__(self) -> Iterator[str]:
        """Look at all of them."""
        self.looked += len(self.names)
        return iter(self.names)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self.names)


def test_an_answer_looks_at_the_rows_that_it_points_to_and_no_other() -> None:
    """A link in each row of a list of thousands: the names of all are not copied for each."""
    names = Names(1000)
    links = Champ("modules", "renvois", "Modules", liste="modules")
    assert (
        en_mots.answer(links, ["m7", "m9", "disparu"], {"modules": names}) == f"Module 7, Module 9, {en_mots.DISPARUE}"
    )
    assert names.looked <= 3
