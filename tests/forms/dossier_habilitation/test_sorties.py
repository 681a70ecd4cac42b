"""What comes out of a dossier: matrices, bordereau, text and tables, in the words that people read."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import openpyxl
import pytest
from hypothesis import example as case
from hypothesis import given
from hypothesis import strategies as st

from forms.dossier_habilitation import ecartees, etat
from forms.dossier_habilitation.bordereau import Bordereau, to_json
from forms.dossier_habilitation.conformite import evaluate
from forms.dossier_habilitation.matrices import matrice
from forms.dossier_habilitation.tableur import feuilles
from forms.dossier_habilitation.texte import texte
from forms.questionnaire.modele import Envoi, Questionnaire, Source
from forms.socle import classeur, mise_en_page
from forms.socle.feuille import FORMULA, Feuille, to_csv, words
from referentials.check.schemas import validator
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming, example
from tests.forms.questionnaire.outils_questionnaire import TEXT, published
from tests.outils import ATTENDUS

PARTIAL = changed(
    conforming(),
    {
        "demandeur": "entreprise_service_interne",
        "offres": ["formation"],
        "p-kbis-date": "2026-08-01",
        "modules/m2/heures_max": "beaucoup",
        "evaluateurs/e3": "",
        "p-locaux-locaux": "=1+1\nDeux salles\n-- au rez-de-chaussée",
    },
)

# The real address is in the data; here it is one that nobody would write to.
ELSEWHERE = replace(
    published(),
    envoi=Envoi("Branche du Val", ("1 quai du Val", "37000 Tours"), Source("guide-du-val", "1"), "F-CPNEFP"),
)


@pytest.mark.parametrize(("name", "answers"), [("dossier-conforme", conforming()), ("dossier-en-cours", PARTIAL)])
def test_the_text_of_a_dossier(name: str, answers: dict[str, Any]) -> None:
    """Bordereau, state, days to come, then each requirement with its clause, its answers and what is left to do."""
    assert texte(ELSEWHERE, answers, JOUR) == (ATTENDUS / "textes" / f"{name}.txt").read_text("utf-8")


def test_the_matrix_has_a_line_for_each_requirement_with_where_it_is_answered() -> None:
    """Done: each answer is there, with its place, its words and the clause; nothing is left to do."""
    found = matrice(published(), conforming(), JOUR)
    assert [ligne["code"] for ligne in found["lignes"]] == [bloc.code for _, bloc in published().blocs()]
    by_code = {ligne["code"]: ligne for ligne in found["lignes"]}
    kbis = by_code["P-KBIS"]
    assert (kbis["clause"], kbis["etat"], kbis["constats"]) == ("§ 6.2.1, page 18", "fait", [])
    assert by_code["P-FORMATEURS"]["clause"] == "§ 6.2.2, page 19 ; note 3"
    assert [(r["place"], r["texte"]) for r in kbis["reponses"]] == [
        ("p-kbis-document", "03-kbis.pdf"),
        ("p-kbis-date", "5 octobre 2026"),
    ]
    assert [r["place"] for r in by_code["P-METHODES"]["reponses"]] == ["modules/m1/methodes", "modules/m2/methodes"]
    assert by_code["P-SERVICE-INTERNE"]["reponses"] == []


def test_every_answer_that_is_asked_for_is_in_the_matrix() -> None:
    """Nothing that a person wrote is missing from what is printed."""
    found = matrice(published(), conforming(), JOUR)
    places = {r["place"] for ligne in found["lignes"] for r in ligne["reponses"]}
    answers = conforming()
    rows = {code: value for code, value in answers.items() if isinstance(value[0], dict)}
    written = answers.keys() - rows - {"p-sous-traitance-concerne"}
    written |= {
        f"{code}/{row['id']}/{key}" for code, lines in rows.items() for row in lines for key in row if key != "id"
    }
    assert written <= places


def test_a_row_that_is_not_there_any_more_is_called_so_in_every_document() -> None:
    """In a file of before, or mended by hand, what points to nothing is not printed as an id."""
    answers = changed(conforming(), {"formateurs/f1/modules": ["m1", "modules-1"]})
    written = [texte(published(), answers, JOUR), str(matrice(published(), answers, JOUR))]
    written += [to_csv(feuille) for feuille in feuilles(published(), answers, JOUR)]
    assert "modules-1" not in "".join(written)
    assert [text.count("une ligne retirée depuis") for text in written][:3] == [1, 1, 1]


def test_the_referent_line_names_who_holds_that_function_only() -> None:
    """Somebody with other functions is answered about where the list stands, not under the referent."""
    found = matrice(published(), conforming(), JOUR)
    referent = next(ligne for ligne in found["lignes"] if ligne["code"] == "P-REFERENT")
    assert {r["place"].split("/")[1] for r in referent["reponses"]} == {"p2"}


def test_the_other_grid_says_that_it_is_to_be_verified() -> None:
    """33 indicators, each with the requirements that speak of it and their state; the version is said."""
    (grille,) = matrice(published(), conforming(), JOUR)["grilles"]
    assert len(grille["lignes"]) == 33
    assert "à vérifier dans le guide officiel" in grille["avertissement"]
    assert "1er novembre 2026" in grille["avertissement"]
    assert grille["lignes"][26]["exigences"] == [
        {"code": "P-SOUS-TRAITANCE", "intitule": "Recours à la sous-traitance", "etat": "sans_objet"}
    ]


def test_each_requirement_stands_by_the_indicator_that_it_is_nearest_to() -> None:
    """What follows a lone domain is information on the certification, no entry test; results and work situations have theirs."""
    (grille,) = matrice(published(), conforming(), JOUR)["grilles"]
    named = {ligne["numero"]: [one["code"] for one in ligne["exigences"]] for ligne in grille["lignes"]}
    assert (named["3"], named["8"]) == (["P-DOMAINE-SEUL"], [])
    assert (named["2"], named["28"]) == (["P-GESTION"], ["P-MODALITES"])


@pytest.mark.parametrize("answers", [conforming(), PARTIAL, {}], ids=["conforme", "en cours", "vide"])
def test_the_matrix_follows_its_schema(answers: dict[str, Any]) -> None:
    """At every stage of the dossier."""
    assert [f.message for f in validator("matrice-dossier").iter_errors(matrice(published(), answers, JOUR))] == []


def bordereau(answers: dict[str, Any], form: Questionnaire = ELSEWHERE) -> Bordereau:
    """Return the bordereau of a dossier."""
    return evaluate(form, answers, JOUR).bordereau


def test_a_document_for_two_requirements_is_enclosed_once() -> None:
    """The bordereau numbers documents, not answers, and says what each is for."""
    found = bordereau(conforming(), published())
    assert len({piece.document for piece in found.pieces}) == len(found.pieces)
    qualiopi = next(piece for piece in found.pieces if piece.document == "02-qualiopi.pdf")
    assert qualiopi.pour == ("Certification Qualiopi, formation continue", "Certification Qualiopi, VAE")
    assert found.destinataire[-1] == "75002 Paris"


def everywhere(answers: dict[str, Any]) -> dict[str, str]:
    """Return each place where a bordereau is read: the JSON of the page and of the state, the text, the table."""
    found = to_json(bordereau(answers))
    sheet = next(one for one in feuilles(ELSEWHERE, answers, JOUR) if one.nom == "Bordereau")
    return {
        "page": str(found),
        "texte": texte(ELSEWHERE, answers, JOUR).partition("État au")[0],
        "tableau": to_csv(sheet),
    }


def test_the_bordereau_lists_the_dossier_itself_and_whom_the_branche_may_call() -> None:
    """§ 6.3: the name, the function and the contact of the référent go with the pieces; nobody else's do."""
    for place, text in everywhere(conforming()).items():
        for one in ("Dossier de demande d", "Référent chargé", "Yves Blanc", "Directeur", "y.blanc@exemple.fr"):
            assert one in text, (place, one)
        assert "Hélène Roux" not in text, place


def test_a_referent_still_to_be_named_is_said_to_be() -> None:
    """With nobody in charge, or before any person is written: the line is there, and says where to answer."""
    nobody = changed(conforming(), {"personnes": []})
    for answers in ({}, nobody):
        for place, text in everywhere(answers).items():
            assert "À désigner" in text, place


def test_the_referent_whose_contact_is_not_written_is_not_left_without_one() -> None:
    """What § 6.3 asks of the référent is there, or is said to be missing, wherever the bordereau is read."""
    unknown = changed(conforming(), {"personnes/p2/poste": "", "personnes/p2/coordonnees": " "})
    for place, text in everywhere(unknown).items():
        for one in (
            "Yves Blanc",
            "Coordonnées : à compléter",
            "Fonction dans l’organisme ou l’entreprise : à compléter",
        ):
            assert one in text.replace("\u00a0", " ").replace("\\xa0", " "), (place, one)


def test_pieces_are_numbered_by_family_in_the_order_of_the_cahier_des_charges() -> None:
    """Each with the clause that asks for it; a document that two families ask for stands under the first."""
    shared = changed(conforming(), {"evaluateurs/e1/cv": "10-cv-diaz.pdf"})
    found = bordereau(shared)
    assert [piece.numero for piece in found.pieces] == [*range(1, len(found.pieces) + 1)]
    assert [famille for famille, _ in found.familles()] == [
        *("Le dossier", "Vous et votre établissement", "Votre offre de formation"),
        *("Votre accompagnement des VAE", "Les évaluations et les évaluateurs"),
    ]
    cv = next(piece for piece in found.pieces if piece.document == "10-cv-diaz.pdf")
    assert (cv.famille, cv.clauses) == (
        "Votre offre de formation",
        ("§ 6.2.2, page 19 ; note 3", "§ 6.2.4, page 20 ; note 6"),
    )
    assert [piece.document for piece in found.pieces if not piece.clauses] == ["Dossier de demande d’habilitation"]
    for place, text in everywhere(shared).items():
        assert text.replace("\u00a0", " ").replace("\\xa0", " ").count("§ 6.2.4, page 20 ; note 6") == 3, place


def test_an_envelope_that_lacks_something_is_never_shown_as_complete() -> None:
    """What is missing is apart, requirement by requirement with its clause; with nothing missing, nothing says « complet »."""
    lacking = changed(conforming(), {"p-kbis-document": "", "evaluateurs/e1/cv": "", "p-locaux-outils": ""})
    found = bordereau(lacking)
    assert [(manque.intitule, manque.clause) for manque in found.manques] == [
        ("Extrait de KBIS", "§ 6.2.1, page 18"),
        ("Locaux, équipements et outils", "§ 6.2.2, page 19"),
        ("Liste et CV des évaluateurs", "§ 6.2.4, page 20 ; note 6"),
    ]
    for place, text in everywhere(lacking).items():
        plain = text.replace("\u00a0", " ").replace("\\xa0", " ")
        assert "Envoi incomplet : 3 exigences attendent encore quelque chose." in plain, place
        assert "Extrait de KBIS" in plain, place
    whole = bordereau(conforming())
    assert (whole.reserve, whole.manques) == ("", ())
    for place, text in everywhere(conforming()).items():
        assert "complet" not in text, place


@pytest.mark.parametrize("answers", [conforming(), PARTIAL, {}], ids=["conforme", "en cours", "vide"])
def test_the_state_with_its_bordereau_follows_its_schema(answers: dict[str, Any]) -> None:
    """At every stage of the dossier."""
    found = etat.to_json(evaluate(ELSEWHERE, answers, JOUR))
    assert [f.message for f in validator("etat-dossier").iter_errors(found)] == []


def read(text: str) -> list[list[str]]:
    """Read a CSV as a spreadsheet does."""
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_the_tables_hold_the_matrix_and_each_list() -> None:
    """One sheet for conformity, one for the indicators, one for each list that is asked for."""
    sheets = {feuille.nom: feuille for feuille in feuilles(published(), conforming(), JOUR)}
    assert list(sheets) == [
        *(
            "Conformité",
            "Bordereau",
            "Compétences travaillées",
            "Les 33 indicateurs Qualiopi",
            "Sites",
            "Modules de formation",
        ),
        *("Formateurs", "Accompagnateurs de VAE", "Évaluateurs", "Personnes et fonctions"),
    ]
    rows = read(to_csv(sheets["Formateurs"]))
    assert rows[0][:3] == ["Nom", "Prénom", "CV que vous joignez"]
    assert rows[1][:3] == ["Diaz", "Ana", "10-cv-diaz.pdf"]


SHORT = changed(conforming(), {"evaluateurs/e2/experience": 1})


def test_what_the_source_leaves_open_is_to_be_verified_in_every_output() -> None:
    """A year where our reading asks two, and the source may ask less: matrix, text and workbook say « à vérifier »."""
    found = matrice(published(), SHORT, JOUR)
    (ligne,) = [ligne for ligne in found["lignes"] if ligne["code"] == "P-EVALUATEURS"]
    assert ligne["etat"] == "a_verifier"
    assert any("le sens le plus exigeant" in lecture for lecture in ligne["lectures"])
    assert [f.message for f in validator("matrice-dossier").iter_errors(found)] == []
    text = texte(published(), SHORT, JOUR).replace("\u00a0", " ")
    assert "1 à vérifier" in text
    assert ": à vérifier\n" in text
    assert "non conforme" not in text
    conformite = feuilles(published(), SHORT, JOUR)[0]
    rows = [row for row in conformite.lignes if row[1] == ligne["intitule"]]
    assert rows[0][3] == "à vérifier"
    assert "le sens le plus exigeant" in rows[0][conformite.entetes.index("Lecture choisie")]
    assert all(
        "non conforme" not in words(cell)
        for feuille in feuilles(published(), SHORT, JOUR)
        for row in feuille.lignes
        for cell in row
    )


def test_what_is_left_to_do_is_in_the_table() -> None:
    """The first line of a requirement says what it lacks, with its state."""
    conformite = feuilles(published(), PARTIAL, JOUR)[0]
    kbis = [ligne for ligne in conformite.lignes if ligne[1] == "Extrait de KBIS"]
    assert kbis[0][3] == "non conforme"
    to_do = conformite.entetes.index("À faire")
    assert "n’a plus moins de 3" in kbis[0][to_do]
    reading = conformite.entetes.index("Lecture choisie")
    assert "Nous comptons au jour de l’envoi" in kbis[0][reading]
    assert (kbis[1][to_do], kbis[1][reading]) == ("", "")


@given(cells=st.lists(st.tuples(TEXT, TEXT), max_size=4))
@case(cells=[("=1+1", " @ici"), ("plain", "’")])
def test_no_cell_of_a_table_is_a_formula(cells: list[tuple[str, str]]) -> None:
    """Whatever people write, a spreadsheet shows it and runs nothing: all that is added is an apostrophe."""
    rows = read(to_csv(Feuille("Essai", ("A", "B"), tuple(cells))))
    assert not any(FORMULA.match(cell) for row in rows for cell in row if not cell.startswith("'"))
    pairs = [pair for row, line in zip(rows[1:], cells, strict=True) for pair in zip(row, line, strict=True)]
    assert all(shown in {written, f"'{written}"} for shown, written in pairs)


def test_every_example_can_be_written_out() -> None:
    """No way of not conforming keeps the dossier from being printed or tabulated."""
    for ecart in example("ecarts"):
        answers = changed(conforming(), ecart["changer"])
        assert texte(published(), answers, JOUR).startswith("Demande d’habilitation")
        assert feuilles(published(), answers, JOUR)


def workbook_of(answers: dict[str, Any]) -> tuple[tuple[Feuille, ...], bytes]:
    """Return the tables of a dossier, and the workbook of them."""
    form = published()
    sheets = feuilles(form, answers, JOUR)
    return sheets, classeur.write(sheets, mise_en_page.papier(form.intitule, form.etats, JOUR))


def test_the_workbook_holds_the_tables_as_data() -> None:
    """A sheet for each table, each with a filter; « =1+1 » is shown, never computed; written twice, the same bytes."""
    sheets, workbook = workbook_of(PARTIAL)
    assert workbook_of(PARTIAL)[1] == workbook
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    for sheet, page in zip(sheets, book.worksheets, strict=True):
        shown = [case if isinstance(case, str) else case.valeur for ligne in sheet.rangees() for case in ligne]
        read_back = [cell.value for row in page.iter_rows(max_row=len(sheet.lignes) + 1) for cell in row]
        days = [value.date() if isinstance(value, datetime) else value for value in read_back]
        assert [value for value in days if value is not None] == [value for value in shown if value != ""]
        assert page.auto_filter.ref == f"A1:{page.cell(len(sheet.lignes) + 1, len(sheet.entetes)).coordinate}"
    texts = {cell.value for row in book["Conformité"].iter_rows() for cell in row if cell.data_type == "s"}
    assert "=1+1\nDeux salles\n-- au rez-de-chaussée" in texts
    formulas = [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(str(cell.value).startswith("=SUBTOTAL(") for cell in formulas)


def test_hours_and_days_are_values_that_a_spreadsheet_adds() -> None:
    """Hours of modules are added up, those that one cannot read left out; years of people are counted, never added."""
    page = openpyxl.load_workbook(io.BytesIO(workbook_of(conforming())[1]), data_only=True)
    modules = page["Modules de formation"]
    columns = {cell.value: cell.column for cell in modules[1]}
    low, high = columns["Durée, au moins"], columns["Durée, au plus"]
    assert [modules.cell(row, low).value for row in (2, 3, 4)] == [35, 70, 105]
    assert [modules.cell(row, high).value for row in (2, 3, 4)] == [49, 87.5, 136.5]
    assert (modules["A4"].value, modules["A4"].number_format) == (2, '"Total : "#,##0')
    people = page["Évaluateurs"]
    years = next(cell.column for cell in people[1] if cell.value == "Durée de l’expérience")
    assert [people.cell(row, years).value for row in (2, 3, 4, 5)] == [4, 2.5, 10, None]
    conformity = {
        row[1]: row[6]
        for row in page["Conformité"].iter_rows(values_only=True)
        if row[5] == "Date écrite sur le document"
    }
    assert conformity["Extrait de KBIS"] == datetime(2026, 10, 5)  # noqa: DTZ001 — a day, no instant


def test_the_last_working_day_to_send_is_told() -> None:
    """The insurance ends on 31 December 2026, a Thursday that is worked: the dossier can still leave on that day."""
    found = evaluate(published(), conforming(), JOUR)
    assert found.au_plus_tard() == date(2026, 12, 31)
    assert evaluate(published(), {}, JOUR).au_plus_tard() is None


def test_what_is_aside_is_told_in_words() -> None:
    """By the question where the form has it, by its code else; each cell of a row on its own."""
    rows = [{"id": "m1", "intitule": ["a", "b"], "parti": True}]
    told = ecartees.put_aside(published(), {"modules": rows, "denomination": True, "ancien": 3.5, "listes": ["x", "y"]})
    assert [(one.ou, one.question, one.reponse) for one in told] == [
        ("Modules de formation", "Nom du module", "a, b"),
        ("Modules de formation", "parti", "oui"),
        ("Nom de l’organisme ou de l’entreprise", "", "oui"),
        ("ancien", "", "3,5"),
        ("listes", "", "x, y"),
    ]
