"""The adviser's sheet: what it says, what it cuts and says that it cuts, the same on the page, as text, by the command."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.__main__ import main
from forms.auto_positionnement import conseiller, phrases_conseiller, texte, texte_conseiller
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.exemples_ecrits import examples
from forms.auto_positionnement.formulaire import Formulaire, Groupe, Item
from forms.auto_positionnement.reponses import Reponse, Reponses
from forms.auto_positionnement.requete import Requete
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from referentials.load import load
from tests.outils_formulaires import TEXT, export, flat, formulaires, published, reponses_a

CERTIFICATIONS = {
    certification.slug: certification for certification in load().certifications if certification.has_statements
}
LONG = "Trois ans au téléphone dans un magasin, vingt appels par jour, un carnet de suivi tenu par moi. " * 6


def everything(form: Formulaire, note: str = LONG) -> dict[str, Reponse]:
    """Answer every statement, values in turn, with a long example for each."""
    valeurs = [valeur.code for valeur in form.echelle]
    return {item.code: Reponse(valeurs[rank % len(valeurs)], note) for rank, item in enumerate(form.all_items())}


def letters(fiche: conseiller.Fiche) -> int:
    """Return how many letters the lists of a sheet hold."""
    return sum(len(ligne.intitule) + len(ligne.dit) for liste in fiche.listes for ligne in liste.lignes)


@pytest.mark.parametrize("slug", CERTIFICATIONS)
def test_the_sheet_says_all_that_an_adviser_asks(slug: str) -> None:
    """State, version, date, whose statements, route, competences in words with an example; no code, no percentage of success."""
    form = derive(CERTIFICATIONS[slug])
    question = Requete(everything(form, "Chez un grossiste."), "Avant l’entretien", "2026-11-30", voie="vae")
    text = texte_conseiller.write(conseiller.fill(form, question), "https://exemple.org/page/").replace(NBSP, " ")
    for part in (
        form.intitule,
        "Avant l’entretien",
        "Le 30 novembre 2026",
        "État de la certification",
        f"version {form.version_referentiel}",
        "https://exemple.org/page/",
        "Validation des acquis de l’expérience",
        form.mention.replace(NBSP, " "),
        "Exemple : Chez un grossiste.",
        "ni un examen",
    ):
        assert part in text, part
    assert all(groupe.nom.replace(NBSP, " ")[:30] in text for groupe in form.competences())
    assert not any(f" {groupe.code} " in text for groupe in form.competences())


@pytest.mark.parametrize("slug", [slug for slug, one in CERTIFICATIONS.items() if not one.identite.importee])
def test_what_does_not_fit_is_cut_and_said(slug: str) -> None:
    """Long examples everywhere: the sheet keeps to its room, ends its cut texts with a sign, and says so."""
    form = derive(CERTIFICATIONS[slug])
    fiche = conseiller.fill(form, Requete(everything(form), "", "2026-11-30"))
    assert letters(fiche) <= conseiller.ROOM
    assert fiche.avis == phrases_conseiller.CUT
    assert any(ligne.dit.endswith("…") for liste in fiche.listes for ligne in liste.lignes)
    short = conseiller.fill(form, Requete({}, "", "2026-11-30"))
    assert short.avis == ""


@st.composite
def questions(draw: st.DrawFn) -> tuple[Formulaire, Reponses, str]:
    """Draw a form, answers to it with any note, and a name."""
    form = draw(formulaires())
    return form, draw(reponses_a(form)), draw(TEXT)


@given(question=questions())
def test_no_answer_breaks_the_sheet(question: tuple[Formulaire, Reponses, str]) -> None:
    """Any words fit: each list has its number, those named and those counted make it, and no line is cut in two.

    What is not whole is the beginning of what was said, says that it is cut, and the sheet says so; nothing else does.
    """
    form, reponses, nom = question
    fiche = conseiller.fill(form, Requete(reponses, nom, "2026-11-30"))
    assert letters(fiche) <= conseiller.ROOM + conseiller.LEAST
    assert sum(liste.nombre for liste in fiche.listes) == len(list(form.competences()))
    found, notes = evaluate(form, reponses, "2026-11-30").listes, examples(form, reponses)
    for liste in fiche.listes:
        assert len(liste.lignes) <= liste.nombre
        assert bool(liste.reste) == (len(liste.lignes) < liste.nombre)
        for entree, ligne in zip(getattr(found, liste.code), liste.lignes, strict=False):
            example = phrases_conseiller.examples(notes.get(entree.code, ()))
            said = [" ".join(filter(None, (entree.dit, example))), example]
            assert len(ligne.dit.splitlines()) <= 1
            whole = ligne.intitule == entree.intitule and ligne.dit in said
            assert ligne.coupee != whole
            assert entree.intitule.startswith(ligne.intitule.removesuffix("…"))
            assert any(text.startswith(ligne.dit.removesuffix("…")) for text in said)
    assert bool(fiche.avis) == any(one.reste or any(ligne.coupee for ligne in one.lignes) for one in fiche.listes)


def test_a_text_is_cut_where_it_was_and_nowhere_else() -> None:
    """An example that ends with three dots is whole; words that have no room left at all are cut, and it is said."""
    form = published()
    code = next(form.all_items()).code
    dots = conseiller.fill(form, Requete({code: Reponse("oui", "J’appelle, je note, je relance…")}, "", "2026-11-30"))
    assert dots.avis == ""
    groupes = tuple(
        Groupe(f"G{rank}", "competence", "C" * 41, (), (Item(f"E{rank}", "Je le fais.", "document", ()),))
        for rank in range(110)
    )
    full = replace(flat(1, 80), groupes=groupes, seuils=(), groupes_requis=None)
    fiche = conseiller.fill(full, Requete({"E0": Reponse("oui")}, "", "2026-11-30"))
    assert (fiche.listes[0].lignes[0].dit, fiche.listes[0].lignes[0].intitule) == ("", "C" * 41)
    assert fiche.avis == phrases_conseiller.CUT


def test_a_first_pass_is_said_beside_its_example() -> None:
    """An example takes the place of « yes » to each statement, never of « au premier tour »: nobody answered in detail."""
    form = published()
    groupe = next(form.competences())
    reponses = {groupe.items[0].code: Reponse(None, "Chez un grossiste.")}
    fiche = conseiller.fill(form, Requete(reponses, "", "2026-11-30", {groupe.code: "deja_fait"}))
    (ligne,) = fiche.listes[0].lignes
    assert ligne.dit.replace(NBSP, " ") == (
        "« Déjà fait, même ailleurs », au premier tour. Exemple : Chez un grossiste."
    )


@pytest.mark.parametrize("slug", CERTIFICATIONS)
def test_the_sheet_and_the_text_say_where_the_readings_are(slug: str) -> None:
    """How Repère reads a document is for « Sources et limites »: sheet and text lead there, where there is something to read."""
    form = derive(CERTIFICATIONS[slug])
    asked = Requete(everything(form), "", "2026-11-30")
    fiche = conseiller.fill(form, asked)
    assert fiche.limites == (phrases_conseiller.LECTURES if form.lectures else "")
    sheet = texte_conseiller.write(fiche)
    assert (phrases_conseiller.LECTURES in sheet) == bool(form.lectures)
    assert not any(one.affiche.replace(NBSP, " ") in sheet.replace(NBSP, " ") for one in form.lectures)
    before, _, last = texte.write(form, asked).replace(NBSP, " ").partition("\nSources et limites\n")
    readings = [one.affiche.replace(NBSP, " ") for one in form.lectures]
    assert not any(reading in before for reading in readings)
    assert all(reading in last for reading in readings)


def test_a_route_is_asked_where_one_can_begin_and_kept_everywhere() -> None:
    """Of a certification that is closed, no route is said to be left to choose; one that was chosen is told still."""
    form = derive(CERTIFICATIONS["cqp-vendeur-conseil-a-distance-2018"])
    days = {"2020-01-01": "Voie souhaitée : pas encore choisie", "2026-11-30": "Voie souhaitée"}
    open_text, closed = (
        texte_conseiller.write(conseiller.fill(form, Requete({}, "", day))).replace(NBSP, " ") for day in days
    )
    assert days["2020-01-01"] in open_text
    assert days["2026-11-30"] not in closed
    kept = texte_conseiller.write(conseiller.fill(form, Requete({}, "", "2026-11-30", voie="vae"))).replace(NBSP, " ")
    assert "Voie souhaitée : Validation des acquis de l’expérience" in kept


def test_the_command_writes_the_sheet_of_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m forms conseiller FICHIER.json`: the sheet of the file's answers, with the route that it holds."""
    form = published()
    code = next(form.all_items()).code
    path = tmp_path / "auto.json"
    path.write_text(export(form, {code: {"valeur": "oui", "note": "Chez moi"}}, voie_souhaitee="formation"), "utf-8")
    assert main(["conseiller", str(path), "--jour", "2026-11-30"]) == 0
    question = Requete({code: Reponse("oui", "Chez moi")}, "", "2026-11-30", voie="formation")
    fiche = conseiller.fill(form, question)
    where = phrases_conseiller.page_of(form.certification)
    assert capsys.readouterr().out == texte_conseiller.write(fiche, where)
    assert f"Page : {where}".replace(NBSP, " ") in texte_conseiller.write(fiche, where).replace(NBSP, " ")
    # The page has its own address: said, the command writes the same.
    where = "https://repere.example/certifications/essai/auto-positionnement/"
    assert main(["conseiller", str(path), "--jour", "2026-11-30", "--adresse", where]) == 0
    assert capsys.readouterr().out == texte_conseiller.write(fiche, where)
    # The result says the route too, and follows its schema.
    assert main(["evaluer", str(path), "--jour", "2026-11-30"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["voie_souhaitee"] == "formation"
    assert validator("resultat").is_valid(found)


def test_a_file_of_another_kind_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sheet is of an auto-positionnement: the refusal names both kinds and what to do."""
    from tests.forms.dossier_habilitation.test_fichier_dossier import text  # noqa: PLC0415 — its folder is heavy

    path = tmp_path / "dossier.json"
    path.write_text(text(), "utf-8")
    assert main(["conseiller", str(path)]) == 1
    said = capsys.readouterr().err.replace(NBSP, " ")
    assert "« conseiller » prend un fichier d’auto-positionnement" in said
    assert "« texte »" in said
