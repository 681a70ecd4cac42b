"""`python -m forms aujourd-hui`: the text of what holds, and what it says of what it cannot read."""

from __future__ import annotations

import pytest

from forms.__main__ import main
from forms.droit import phrases
from forms.socle.phrases import NBSP
from referentials.load import load
from referentials.model_law import Application, RegleDeDroit
from tests.outils import PUBLISHED


def said(capsys: pytest.CaptureFixture[str], *asked: str) -> str:
    """Return what the command prints, with plain spaces."""
    assert main(["aujourd-hui", *asked]) == 0
    return capsys.readouterr().out.replace(NBSP, " ")


def test_it_says_what_holds_with_its_condition_its_text_and_its_day(capsys: pytest.CaptureFixture[str]) -> None:
    """A rule under the question that it answers; once whole, then by its name."""
    text = said(capsys, "--certification", PUBLISHED, "--situation", "salarie", "--jour", "2026-12-01")
    assert text.startswith("Ce qui vaut le 1er décembre 2026\nVendeur conseil à distance en commerces de gros : ")
    assert "Situation : Je suis salarié" in text
    assert "\nQui répond, et quand\n" in text
    assert "si la certification est sur le portail France VAE" in text
    assert "Code du travail, R. 6412-4, depuis le 29 décembre 2023." in text
    assert "le texte officiel prévaut" in text
    assert text.count("verse 150 €") == 1
    assert ": voir plus haut." in text


def test_a_past_day_has_the_law_of_that_day(capsys: pytest.CaptureFixture[str]) -> None:
    """The participation of before, and not that of today."""
    text = said(capsys, "--jour", "2026-03-01")
    assert "verse 103,20 €" in text
    assert "150 €" not in text


def test_a_day_before_everything_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that is described here held then, but what has no known first day, which says why."""
    text = said(capsys, "--jour", "1990-01-01")
    assert "depuis 2019, sans jour relevé" in text
    assert "CPF" not in text
    text = said(capsys, "--jour", "1990-01-01", "--certification", "tp-conseiller-commercial")
    assert text.endswith("Aucune règle décrite ici ne vaut ce jour-là.\n")


def test_an_unknown_certification_is_refused_with_those_that_are_known(capsys: pytest.CaptureFixture[str]) -> None:
    """What was asked, and every name that can be asked."""
    assert main(["aujourd-hui", "--certification", "cqp-de-la-lune"]) == 1
    refused = capsys.readouterr().err
    assert "Aucune certification ne s’appelle « cqp-de-la-lune »" in refused.replace(NBSP, " ")
    assert all(one.slug in refused for one in load().certifications)


def test_a_rule_that_nobody_looked_at_for_six_months_says_so() -> None:
    """From the day six months after the last look on, not the day before."""
    regle = next(one for sujet in load().droit.values() for one in sujet.regles if one.verifie_le == "2026-08-20")
    documents = load().documents
    assert "pas depuis plus de 6 mois" not in phrases.text(regle, documents, "2027-02-19")
    assert "pas depuis plus de 6 mois" in phrases.text(regle, documents, "2027-02-20")


def test_a_doubt_is_told_with_what_is_left_to_verify() -> None:
    """Whatever is not sure says so wherever the rule is."""
    doubtful: list[RegleDeDroit] = [
        one for sujet in load().droit.values() for one in sujet.regles if one.confiance != "haute"
    ]
    assert doubtful
    for regle in doubtful:
        text = phrases.text(regle, load().documents, "2026-12-01")
        assert str(regle.reserve) in text.replace(NBSP, " ")
        assert any(word in text for word in ("Confiance moyenne", "Confiance faible", "À vérifier"))


def test_every_condition_is_in_the_words() -> None:
    """Register, kind, routes, portal, situations and the rest; beside a certification, what one does not know of it."""
    asked = Application(("RNCP",), ("CQP",), ("vae",), "oui", ("salarie", "apprenti"), "sauf accord contraire")
    words = "au RNCP, pour un CQP, voie : VAE, si la certification est sur le portail France VAE, "
    words += "pour un salarié et en apprentissage, sauf accord contraire"
    assert phrases.conditions(asked) == words
    assert phrases.conditions(asked, of_a_certification=True) == words.partition("CQP, ")[2]
