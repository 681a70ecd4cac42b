"""The draft of a convention: the seven headings of the law, filled with what the rules and the dossier say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from forms.__main__ import main
from forms.dossier_habilitation.actions import ACTIONS, lire
from forms.dossier_habilitation.convention import projet
from forms.dossier_habilitation.derivation import derive, elements
from forms.dossier_habilitation.page import PAGE
from forms.dossier_habilitation.texte_convention import texte
from forms.questionnaire.echange import papers
from forms.socle.phrases import NBSP
from forms.socle.refus import Refus
from referentials.check.schemas import validator
from referentials.load import load
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming
from tests.forms.questionnaire.outils_questionnaire import published
from tests.outils import CAS, FOLDER, PUBLISHED, SLUG, edit, tree

HOSTILE = '<img src=x onerror="window.__attaque=1">'
ALL = CAS / "conformes" / "tout-ce-que-les-schemas-admettent"


def headings(answers: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the headings of a draft, by their code."""
    return {one["code"]: one for one in projet(published(), answers, JOUR)["rubriques"]}


def lines(heading: dict[str, Any]) -> dict[str, str]:
    """Return what a heading says, by its label."""
    return {one["libelle"].replace(NBSP, " "): one["texte"].replace(NBSP, " ") for one in heading["lignes"]}


def test_the_law_of_the_draft_is_data_with_its_day_and_its_confidence() -> None:
    """Seven headings, each pointed to in the text; every statement of law says when it was seen; rules and pieces exist."""
    donnees = json.loads((elements.HERE / "convention.json").read_text("utf-8"))
    assert [fault.message for fault in validator("dossier-convention").iter_errors(donnees)] == []
    assert [one["pointeur"] for one in donnees["rubriques"]] == [f"{rang}°" for rang in range(1, 8)]
    assert (donnees["texte"]["confiance"], donnees["texte"]["vu_le"]) == ("haute", "2026-08-20")
    certification = load().certification(PUBLISHED)
    cahier = certification.cahier_des_charges
    assert cahier
    for one in donnees["rubriques"]:
        assert {*one.get("regles", ())} <= {regle.code for regle in certification.regles}
        assert {*one.get("pieces", ())} <= {piece.code for piece in cahier.pieces}
        assert {*one.get("champs", ())} <= {element.code for element in published().racines()}


def test_the_draft_says_first_what_it_is_who_makes_the_convention_and_which_law_it_follows() -> None:
    """Not the form of the branche; § 6.3; the text, in force since when, known until when, how sure."""
    first, second, third = (one.replace(NBSP, " ") for one in projet(published(), {}, JOUR)["reserves"])
    assert first.startswith("Projet proposé par Repère, à négocier")
    assert "pas un modèle de la branche" in first
    assert "La CGF établit une convention" in second
    assert "§ 6.3, page 20" in second
    for words in ("R. 6113-16-2", "9 juin 2025", "1er octobre 2025", "20 août 2026", "confiance haute", "vérifiez"):
        assert words in third
    text = texte(published(), {}, JOUR).replace(NBSP, " ").splitlines()
    assert text[0] == "Projet de convention d’habilitation"
    assert text.index(first) < min(rang for rang, line in enumerate(text) if line.startswith("1. "))


def test_each_heading_says_what_the_rules_and_the_dossier_say() -> None:
    """Parties, certification and domains, five years and the reminder, sub-contracting, people and means."""
    found = headings(conforming())
    assert [one["intitule"][:2] for one in found.values()] == [f"{rang}." for rang in range(1, 8)]
    assert all("R. 6113-16-2" in one["texte"] for one in found.values())
    assert lines(found["objet"]) == {"Ce que vous proposez": "De la formation, Un accompagnement de VAE"}
    certification = lines(found["certifications"])
    assert certification["Intitulé exact"] == published().intitule
    assert "D2 : Vente et après-vente" in certification["Ses parties"]
    said = {one["code"]: one["clause"] for one in found["validite"]["clauses"]}
    assert said["R-HABILITATION-5ANS"] == said["R-RENOUVELLEMENT-RAPPEL"] == "§ 6.1, page 18"
    assert "R-SOUS-TRAITANCE-EVALUATION" in {one["code"] for one in found["sous-traitance"]["clauses"]}
    means = lines(found["moyens"])
    names = [f"{row['prenom']} {row['nom']}" for row in conforming()["evaluateurs"]]
    assert means["Évaluateurs"] == ", ".join(names)
    assert all(row["intitule"] in means["Modules de formation"] for row in conforming()["modules"])
    # A document that is enclosed is not something to agree on.
    assert ".pdf" not in str(found["moyens"]["lignes"])


@pytest.mark.parametrize("answers", [{}, conforming()], ids=["vide", "conforme"])
def test_what_nobody_says_is_still_to_agree(answers: dict[str, Any]) -> None:
    """The day of the notification, what is paid, the case of a CFA, who signs: never filled by us."""
    found = headings(answers)
    assert lines(found["contrepartie"]) == dict.fromkeys(
        ("Contrepartie demandée, ou son absence", "Calcul et paiement"), ""
    )
    assert lines(found["validite"])["Jour de la notification, d’où part la durée"] == ""
    assert len(found["apprentissage"]["lignes"]) == 1
    parties = projet(published(), answers, JOUR)["parties"]
    assert [one["lignes"][-1]["texte"] for one in parties] == ["", ""]
    text = texte(published(), answers, JOUR).replace(NBSP, " ")
    assert "  - Calcul et paiement : À CONVENIR" in text
    if not answers:
        assert parties[1]["lignes"][0]["texte"] == ""
        assert "  - Modules de formation : À CONVENIR" in text


def test_one_who_offers_no_vae_agrees_on_none() -> None:
    """What a route alone asks for goes with that route."""
    means = lines(headings(changed(conforming(), {"offres": ["formation"]}))["moyens"])
    assert "Accompagnateurs de VAE" not in means
    assert "Accompagnateurs de VAE" in lines(headings(conforming())["moyens"])


@pytest.mark.parametrize("answers", [conforming(), {}, {"denomination": HOSTILE}], ids=["conforme", "vide", "hostile"])
def test_the_draft_follows_its_schema_and_is_what_the_page_gets(answers: dict[str, Any]) -> None:
    """The page has the form, and asks for what this paper is made of: the same draft, the same text."""
    found = projet(published(), answers, JOUR)
    assert [fault.message for fault in validator("projet-convention").iter_errors(found)] == []
    form = lire(PAGE.donnees(published()))
    assert (form.annexe, form.convention) == (None, None)
    corps = {**json.loads(json.dumps(papers(published()))), "valeurs": answers, "jour": JOUR.isoformat()}
    assert ACTIONS["convention"](form, corps) == found
    assert ACTIONS["convention_en_texte"](form, corps) == {"texte": texte(published(), answers, JOUR)}


def test_a_certification_whose_rules_provide_for_no_convention_has_no_draft(tmp_path: Path) -> None:
    """Neither is it offered, nor is it written when it is asked for; with that rule, it is."""
    form = derive(load(tree(ALL, tmp_path / "a")).certification(SLUG))
    assert form
    assert form.convention is None
    with pytest.raises(Refus, match="ne prévoient pas de convention"):
        projet(form, {}, JOUR)
    root = tree(ALL, tmp_path / "b")
    edit(root / f"{FOLDER}/regles.json", lambda regles: regles[-1].update(code="R-CONVENTION"))
    form = derive(load(root).certification(SLUG))
    assert form
    assert len(projet(form, {}, JOUR)["rubriques"]) == 7


def test_the_command_writes_the_draft(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, or as the JSON of the page, on the day that one asks."""
    path = tmp_path / "dossier.json"
    kept = json.loads((CAS / "exports" / "dossier-habilitation" / "1" / "conforme.json").read_text("utf-8"))
    path.write_text(json.dumps(kept | {"valeurs": conforming()}), "utf-8")
    assert main(["convention", str(path), "--jour", JOUR.isoformat()]) == 0
    assert capsys.readouterr().out == texte(published(), conforming(), JOUR)
    assert main(["convention", str(path), "--jour", JOUR.isoformat(), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == projet(published(), conforming(), JOUR)
