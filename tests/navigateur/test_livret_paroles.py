"""Each person's words in the page of the livret: told, kept, asked about; agreements bound to what they sign."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forms.plusieurs_mains.ecrits import Copie
from tests.forms.livret_de_reperage.outils_livret import candidat, saved, tuteur
from tests.navigateur.form_page import PATIENCE, until
from tests.navigateur.livret_page import LivretPage


@pytest.fixture
def livret(kept_livret: LivretPage) -> LivretPage:
    """Return the page of the livret with an empty draft, Python ready."""
    kept_livret.blank()
    return kept_livret


# What a control looks like, wherever it stands.
LOOK = """control => {
  const { fontFamily, fontSize, color, backgroundColor, borderColor, minHeight, padding } = getComputedStyle(control);
  return { fontFamily, fontSize, color, backgroundColor, borderColor, minHeight, padding };
}"""


def file_of(folder: Path, livret: Copie, name: str) -> Path:
    """Write a file and return its path."""
    path = folder / name
    path.write_text(saved(livret), "utf-8")
    return path


def beside(livret: LivretPage, place: str) -> list[str]:
    """Return what is kept beside a field, as it is shown under it."""
    return [
        " ".join(one.split()) for one in livret.page.locator(f"[data-place='{place}'] .r-a-cote li").all_inner_texts()
    ]


def test_the_candidate_s_words_are_told_kept_and_asked_about(livret: LivretPage, tmp_path: Path) -> None:
    """Another hand is told whose word it is; the former words stay under the field and can go back; the merge asks."""
    ana = Copie(
        {place: candidat("Vendre") for place in ("projet", "projet-contraintes")}
        | {"u1-c1-dit": candidat("acquis"), "candidat-nom": candidat("Ana")}
    )
    theirs = file_of(tmp_path, ana, "ana.json")
    livret.open_file(theirs)
    livret.said("ouvert")
    livret.sign_as("entreprise", "Paul")
    livret.box("projet").locator("textarea").focus()
    told = livret.page.locator("[data-place=projet] .r-a-cote [data-champ=parole]")
    assert told.inner_text().startswith("C’est la parole du candidat.")
    assert told.inner_text() in livret.page.inner_text("#r-voix [role=status]")
    livret.write("projet", "Vendre mieux")
    [shown] = beside(livret, "projet")
    assert shown.startswith("Vendre Ana Ruiz, le candidat, 23 novembre 2026 Une autre main l’a remplacée ou effacée.")
    assert "Une autre main l’a remplacée ou effacée." in livret.printed("remplie", tmp_path)[1]
    # Put back: the candidate's words stand, as theirs; what was written in their place is kept beside.
    livret.page.click("[data-place=projet] [data-action=remettre-mots]")
    livret.said("ont repris leur place")
    assert livret.signature("projet").startswith("Ana Ruiz, le candidat")
    assert "Vendre mieux Paul, l’entreprise" in beside(livret, "projet")[0]
    # Written over once more, and another word too: the merge with the candidate's copy asks, part by part.
    livret.write("projet", "Vendre ici")
    livret.write("projet-contraintes", "Aucune")
    livret.choose("u1-c1-dit", "en_partie")
    assert [one.split(" Ana")[0] for one in beside(livret, "u1-c1-dit")] == ["Je sais le faire"]
    livret.receive(theirs, "fusionner")
    livret.page.wait_for_selector("#r-fusion:not([hidden])", timeout=PATIENCE * 1000)
    panel = livret.page.locator("#r-fusion")
    assert "1 sur 3" in panel.inner_text()
    assert "C’est la parole du candidat, et une autre main a écrit à sa place." in panel.inner_text()
    assert "Encore 2 réponses diffèrent dans « Projet »." in panel.inner_text().replace("\u00a0", " ")
    panel.locator("[data-prendre=autre]").click()
    until(lambda: "3 sur 3" in panel.inner_text(), "what is left of the part is settled")
    panel.locator("[data-cote=ici] [data-action=conflit-choisir]").click()
    livret.said("choisies par vous : 3")
    donnees = json.loads(livret.save_file(tmp_path).read_text("utf-8"))
    assert [donnees["valeurs"][place]["valeur"] for place in ("projet", "projet-contraintes", "u1-c1-dit")] == [
        "Vendre",
        "Vendre",
        "en_partie",
    ]
    kept = {(one["place"], one["valeur"]) for one in donnees["ecartees"]}
    assert kept >= {("projet", "Vendre ici"), ("projet-contraintes", "Aucune"), ("u1-c1-dit", "acquis")}
    assert livret.errors == []


def test_another_hand_proposes_beside_and_the_candidate_takes_it(livret: LivretPage, tmp_path: Path) -> None:
    """In rows too: the candidate's words stand until they take what is proposed, which is then theirs."""
    page = livret.page
    poste = f"{livret.row('experiences')}/poste"
    livret.sign_as("candidat", "Ana")
    livret.write(poste, "Vendeuse")
    livret.choose("u1-c1-dit", "en_partie")
    livret.sign_as("entreprise", "Paul")
    # A choice: the button is there before one has touched the words.
    livret.box("u1-c1-dit").locator("[data-action=proposer]").click()
    dialog = page.locator("#r-proposer")
    assert "C’est la parole du candidat" in dialog.inner_text()
    dialog.locator("[data-action=proposer-garder]").click()
    assert "Écrivez d’abord" in dialog.inner_text()
    dialog.locator("input[value=acquis]").check()
    dialog.locator("[data-action=proposer-garder]").click()
    livret.said("gardée à côté")
    assert beside(livret, "u1-c1-dit")[0].startswith("Je sais le faire Paul, l’entreprise")
    assert livret.box("u1-c1-dit").locator("input[value=en_partie]").is_checked()
    # A row: what is written over is told there; what is proposed beside an empty place is printed.
    livret.write(poste, "Caissière")
    assert beside(livret, poste)[0].startswith("Vendeuse Ana, le candidat")
    livret.box("projet").locator("textarea").focus()
    livret.box("projet").locator("[data-action=proposer]").click()
    assert dialog.locator("textarea").evaluate(LOOK) == livret.box("projet").locator("textarea").evaluate(LOOK)
    # Closed by mistake, or with the page, what is begun is there for who began it, and not for another hand.
    dialog.locator("textarea").fill("Vendre mieux")
    page.keyboard.press("Escape")
    livret.sign_as("organisme", "Zoé")
    livret.box("projet").locator("textarea").focus()
    livret.box("projet").locator("[data-action=proposer]").click()
    assert dialog.locator("textarea").input_value() == ""
    page.keyboard.press("Escape")
    livret.sign_as("entreprise", "Paul")
    until(livret.settled, "the draft is written")
    page.reload()
    livret.tied()
    livret.box("projet").locator("textarea").focus()
    livret.box("projet").locator("[data-action=proposer]").click()
    assert dialog.locator("textarea").input_value() == "Vendre mieux"
    dialog.locator("[data-action=proposer-garder]").click()
    printed = livret.printed("remplie", tmp_path)[1]
    assert "Vendre mieux Paul, l’entreprise" in printed
    assert "Proposer autre chose" not in printed
    livret.sign_as("candidat", "Ana")
    assert page.locator("[data-action=proposer]:visible").count() == 0
    livret.box("u1-c1-dit").locator("[data-action=remettre-mots]").click()
    livret.said("ont pris la place")
    assert livret.signature("u1-c1-dit").startswith("Ana, le candidat")
    donnees = json.loads(livret.save_file(tmp_path).read_text("utf-8"))
    assert donnees["valeurs"]["u1-c1-dit"]["valeur"] == "acquis"
    kept = {(one["place"], one["valeur"], one["par"]["nom"], one["raison"]) for one in donnees["ecartees"]}
    assert kept == {
        ("u1-c1-dit", "acquis", "Paul", "proposee"),
        ("u1-c1-dit", "en_partie", "Ana", "anterieure"),
        ("projet", "Vendre mieux", "Paul", "proposee"),
        (poste, "Vendeuse", "Ana", "reecrit"),
    }
    assert livret.errors == []


def test_what_differs_without_a_conflict_is_shown(livret: LivretPage, tmp_path: Path) -> None:
    """The same person's later answer, an answer of one side only: nobody is asked, both are told after the merge."""
    livret.open_file(file_of(tmp_path, Copie({"projet": candidat("Vendre"), "voies": tuteur(("vae",))}), "avant.json"))
    livret.said("ouvert")
    later = candidat("Vendre à l’export", "2026-11-24T08:30:00+01:00")
    livret.receive(file_of(tmp_path, Copie({"projet": later}), "apres.json"), "fusionner")
    livret.said("sans aucun conflit")
    panel = livret.page.locator("#r-divergences")
    panel.locator("[data-groupe=recente] summary").click()
    assert "Dans le fichier, gardée : Vendre à l’export" in panel.inner_text().replace("\u00a0", " ")
    assert panel.locator("[data-groupe=ajoutee] [data-champ=nombre]").inner_text() == "1"
    assert panel.locator("[data-groupe=tranchee]").is_hidden()
    assert livret.page.locator("[data-place=projet] textarea").input_value() == "Vendre à l’export"


def test_two_interviewers_have_two_places_and_old_answers_stay(livret: LivretPage, tmp_path: Path) -> None:
    """Who writes sees their own place, and what the other answered; the place of before shows only what it holds."""
    page = livret.page
    livret.sign_as("entreprise", "Paul")
    livret.choose("u1-c1-vu-entreprise", "acquis")
    assert page.locator("[data-place=u1-c1-vu-organisme]").is_hidden()
    assert page.locator("[data-place=u1-c1-vu]").is_hidden()
    livret.sign_as("organisme", "Zoé")
    livret.choose("u1-c1-vu-organisme", "en_partie")
    assert page.locator("[data-place=u1-c1-vu-entreprise]").is_visible()
    assert page.locator("[data-place=u1-c2-vu-entreprise]").is_hidden()
    # Anybody fills blank paper, whoever printed it; the place that both had before asks nothing.
    page.emulate_media(media="print")
    page.evaluate("() => (document.documentElement.dataset.impression = 'vierge')")
    for who in ("entreprise", "organisme"):
        assert page.locator(f"[data-place=u1-c2-vu-{who}]").is_visible()
    assert page.locator("[data-place=u1-c2-vu]").is_hidden()
    page.evaluate("() => delete document.documentElement.dataset.impression")
    page.emulate_media(media="screen")
    assert (livret.signature("u1-c1-vu-entreprise")[:4], livret.signature("u1-c1-vu-organisme")[:3]) == ("Paul", "Zoé")
    until(lambda: livret.etat()["propositions"][0]["ecarts"] != [], "they do not see the same: to be taken up together")
    old = file_of(tmp_path, Copie({"u1-c1-vu": tuteur("acquis")}), "ancien.json")
    livret.receive(old, "ouvrir")
    livret.said("ouvert")
    assert page.locator("[data-place=u1-c1-vu]").is_visible()
    assert livret.signature("u1-c1-vu").startswith("Paul Le Goff")


def test_an_agreement_is_bound_to_what_is_on_screen(livret: LivretPage, tmp_path: Path) -> None:
    """Given, it says so; once an answer changes, it is one of an older version: in its row, in the plan, on paper."""
    page = livret.page
    livret.sign_as("candidat", "Ana")
    livret.write("projet", "Vendre")
    row = livret.row("accords")
    livret.write(f"{row}/nom", "Ana Ruiz")
    line = page.locator(f"[data-accord='{row.partition('/')[2]}']")
    until(lambda: "Empreinte absente" in line.inner_text(), "it has no digest yet")
    page.locator("[data-liste=accords] [data-action=accorder]").first.click()
    livret.said("Accord donné à ce qui est écrit")
    until(lambda: "Donné à ce qui est écrit" in line.inner_text(), "it holds")
    livret.write("projet", "Vendre à l’export")
    until(
        lambda: (
            "Donné pour une version antérieure" in line.inner_text()
            or livret.etat()["accords"][0]["etat"] == "anterieur"
        ),
        "it is older",
    )
    assert "Donné pour une version antérieure" in page.inner_text("#plan [data-champ=accords]")
    for mode in ("synthese", "remplie"):
        assert "Donné pour une version antérieure" in livret.printed(mode, tmp_path)[1]
    livret.write("projet", "Vendre")
    until(lambda: livret.etat()["accords"][0]["etat"] == "conforme", "put back as it was, it holds again")
    valeurs = json.loads(livret.save_file(tmp_path).read_text("utf-8"))["valeurs"]
    assert len(valeurs[f"{row}/empreinte"]["valeur"]) == 64
    assert livret.errors == []
