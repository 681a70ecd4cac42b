"""The result, a comparison and the answers as text: word for word in tests/attendus/textes/."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.auto_positionnement import tableur, texte, texte_comparaison
from forms.auto_positionnement.comparaison import Cote, compare
from forms.auto_positionnement.formulaire import Formulaire, GroupesRequis, Valeur
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.auto_positionnement.requete import Requete
from forms.socle import dates, feuille
from forms.socle.phrases import NBSP
from forms.socle.vocabulaire import VOIES
from tests.outils import ATTENDUS
from tests.outils_formulaires import TEXT, formulaires, published, reponses_a, small

LEVELS = (
    Valeur("fait", "Je le fais sans aide", "positif", 3),
    Valeur("pas_fait", "J’y arrive avec un peu d’aide", "negatif", 2),
    Valeur("non_vu", "Je n’ai pas eu l’occasion", "non_observe", 0),
    Valeur("hesite", "Je ne sais pas encore", "sans_avis", None),
)
# The three kinds of rule that certifications have: thresholds, parts required without one, neither.
FORMS: dict[str, Formulaire] = {
    "seuils": small(),
    "parties-requises": replace(small(), seuils=(), groupes_requis=GroupesRequis("R", ("D1", "D2")), echelle=LEVELS),
    "sans-regle": replace(small(), seuils=(), groupes_requis=None),
}
ANSWERS = {
    "U1-C1-E1": Reponse("fait", "Tous les mardis"),
    "U1-C1-E2": Reponse("fait"),
    "U2-C1-E1": Reponse("non_vu"),
    "D2-C1-E1": Reponse("pas_fait", "=1+1"),
}
LATER = {
    "U1-C1-E1": Reponse("pas_fait"),
    "U1-C1-E2": Reponse("fait"),
    "U2-C1-E1": Reponse("fait", "Enfin"),
    "D2-C1-E1": Reponse("hesite"),
    "D2-C1-E2": Reponse("fait"),
}


def expected(name: str) -> str:
    """Return an expected text, with plain spaces where no line may break."""
    return (ATTENDUS / "textes" / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("kind", FORMS)
def test_the_result_reads_as_expected(kind: str) -> None:
    """Title, name, day, warning, overall sentence, the three lists, what is missing, what may follow, figures."""
    written = texte.write(FORMS[kind], Requete(ANSWERS, "  Avant\nl’entretien ", "2026-03-01"))
    assert written.replace(NBSP, " ") == expected(f"resultat-{kind}")


def test_a_form_without_answers_reads_as_expected() -> None:
    """Nothing is said to be missing of somebody who has not begun: every competence waits; no name, no line for it."""
    assert texte.write(small(), Requete({}, "", "2026-11-21")).replace(NBSP, " ") == expected("resultat-vide")


@pytest.mark.parametrize(
    ("name", "avant", "apres"),
    [
        ("comparaison-deux-dates", Cote("Mars", ANSWERS), Cote("Juin", LATER)),
        ("comparaison-avec-soi-meme", Cote("Moi", ANSWERS), Cote("Mon tuteur", ANSWERS)),
        ("comparaison-rien-en-commun", Cote("", {}), Cote(" ", LATER)),
    ],
)
def test_a_comparison_reads_as_expected(name: str, avant: Cote, apres: Cote) -> None:
    """Both names, how many differ and which way, groups, then each item that differs."""
    written = texte_comparaison.write(small(), compare(small(), avant, apres))
    assert written.replace(NBSP, " ") == expected(name)


def test_every_expected_text_is_one_that_we_write() -> None:
    """No expected text is left behind."""
    names = {f"resultat-{kind}" for kind in FORMS} | {"resultat-vide"}
    names |= {f"comparaison-{case}" for case in ("deux-dates", "avec-soi-meme", "rien-en-commun")}
    names |= {"dossier-conforme", "dossier-en-cours", "livret", "mentions"}
    assert {path.stem for path in (ATTENDUS / "textes").glob("*.txt")} == names


@pytest.mark.parametrize(
    ("jour", "words"),
    [("2026-03-01", "1er mars 2026"), ("2026-12-31", "31 décembre 2026"), ("2026-19-09", "2026-19-09")],
)
def test_days_are_in_words(jour: str, words: str) -> None:
    """A day that is in no month, in a file edited by hand, is printed as it is."""
    assert dates.in_words(jour) == words


def rows(text: str) -> list[list[str]]:
    """Read CSV as a spreadsheet does, the apostrophe that disarms a formula taken away."""
    assert text.startswith("\ufeff")
    found = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";", strict=True))
    return [
        [field[1:] if field[:1] == "'" and feuille.FORMULA.match(field[1:]) else field for field in row]
        for row in found
    ]


def test_csv_has_one_line_for_each_item() -> None:
    """Code, competence, statement, answer in the words of the scale, note, whose it is; lines end as spreadsheets expect."""
    text = tableur.write(replace(small(), etats=()), Requete(ANSWERS, "", "2026-03-01"))
    header, *lines = rows(text)
    assert header == ["Code", "Groupe", "Énoncé", "Réponse", "Note", "Origine de l’énoncé", "Liste"]
    assert [line[0] for line in lines] == [item.code for item in small().all_items()]
    assert lines[0][3:5] == ["Je le fais", "Tous les mardis"]
    assert lines[4][3:5] == ["", ""]
    assert [line[5] for line in lines].count("Repère, à partir du document") == 1
    assert [line[6] for line in lines] == [*["Ce que je sais faire"] * 2, *["À confirmer"] * 3]
    assert text.endswith("\r\n")
    assert text.count("\r\n") == 6
    assert "'=1+1" in text


def test_a_table_says_what_the_first_pass_says() -> None:
    """Beside an empty answer, the list comes with the answer of the first pass; where statements decide, the list alone."""
    form = replace(published(), mention="")
    groups = [*form.competences()][:2]
    whole_one = {item.code: Reponse("oui") for item in groups[1].items}
    tour = {groupe.code: "deja_fait" for groupe in groups}
    said = {
        line[0]: (line[3], line[6].replace(NBSP, " "))
        for line in rows(tableur.write(form, Requete(whole_one, "", "2026-11-30", tour)))[1:]
    }
    quick, known = (said[groupe.items[0].code] for groupe in groups)
    assert quick == ("", "Ce que je sais faire : « Déjà fait, même ailleurs », au premier tour.")
    assert known[1] == "Ce que je sais faire"


def test_the_route_wished_is_in_the_text_and_in_the_tables() -> None:
    """The text says it, and each line of a CSV and of a workbook; without one, none does."""
    form = published()
    for voie, there in (("vae", True), ("", False)):
        requete = Requete({}, "", "2026-11-30", {}, voie)
        written = texte.write(form, requete).replace(NBSP, " ")
        assert ("Voie souhaitée : Validation des acquis de l’expérience" in written) == there
        header, *lines = rows(tableur.write(form, requete))
        assert ("Voie souhaitée" in header) == there
        if there:
            column = header.index("Voie souhaitée")
            assert {line[column].replace(NBSP, " ") for line in lines} == {VOIES[voie]}
        assert ("Voie souhaitée" in tableur.feuilles(form, requete)[0].entetes) == there


@given(data=st.data())
def test_csv_opens_to_what_was_written(data: st.DataObject) -> None:
    """Any title, statement and note come back, whatever they hold: separators, quotes, line breaks, formulas."""
    form = data.draw(formulaires())
    reponses: Reponses = data.draw(reponses_a(form))
    labels = {valeur.code: valeur.libelle for valeur in form.echelle} | {None: ""}
    _, *lines = rows(tableur.write(form, Requete(reponses, "", "2026-11-30")))
    for item, (code, _, enonce, reponse, note, *_) in zip(form.all_items(), lines, strict=True):
        given_answer = reponses.get(item.code, Reponse())
        assert (code, enonce) == (item.code, item.enonce)
        assert (reponse, note) == (labels[given_answer.valeur], given_answer.note)


DANGEROUS = [
    "=1+1",
    "+33",
    "-2",
    "@SUM(A1)",
    "\tx",
    "\rx",
    " =1",
    "\n=1",
    '"=1',
    "'=1",
    "\u00a0=1",
    "\ufeff=1",
    "\u200b@x",
]
FULLWIDTH = ["＝1", "＋1", "－1", "＠x", " ＝1", "« =1"]


@pytest.mark.parametrize("note", DANGEROUS + FULLWIDTH, ids=repr)
def test_no_field_is_a_formula(note: str) -> None:
    """What a spreadsheet could run begins with an apostrophe, which makes it text."""
    field = feuille.harmless(note)
    assert field == f"'{note}"
    assert feuille.harmless("Je note 1=1") == "Je note 1=1"


@given(note=TEXT)
def test_no_note_can_begin_a_formula(note: str) -> None:
    """Of any text, what is left after spaces and quotes is no sign of a formula, or an apostrophe goes before it."""
    field = feuille.harmless(note)
    bare = field.lstrip(' \n"“”«»\u00a0\u200b\ufeff')
    assert field.startswith("'") or bare[:1] not in set("=+-@＝＋－＠\t\r")
    assert field in {note, f"'{note}"}


def whole(form: Formulaire) -> dict[str, Any]:
    """Answer every item of a form with the first value of its scale."""
    return {item.code: Reponse(form.echelle[0].code) for item in form.all_items()}


def test_nothing_is_missing_where_all_is_positive() -> None:
    """The text has strengths, and neither something missing nor something to work on."""
    written = texte.write(published(), Requete(whole(published()), "", "2026-11-21"))
    assert "Ce que je sais faire (16)" in written
    assert "Ce qui manque" not in written
    assert "À travailler" not in written
