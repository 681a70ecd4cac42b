"""What is drafted in the first person from an official wording, and what is left alone."""

from __future__ import annotations

import pytest

from referentials.importation.enonces import LONGUEUR, PLUS_LONG, enonce


@pytest.mark.parametrize(
    ("intitule", "expected"),
    [
        ("Réaliser des interfaces", "Je sais réaliser des interfaces"),
        ("Evaluer le budget d'un projet.", "Je sais évaluer le budget d’un projet"),
        ("S'adapter aux saisons", "Je sais m’adapter aux saisons"),
        ("Se déplacer sur un toit", "Je sais me déplacer sur un toit"),
        ("Mettre en œuvre un plan", "Je sais mettre en œuvre un plan"),
        ("Encadrer et coordonner les équipes", "Je sais encadrer et coordonner les équipes"),
        ("Recueillir, le besoin du client", "Je sais recueillir le besoin du client"),
        ("Conseiller la clientèle", "Je sais conseiller la clientèle"),
    ],
)
def test_an_infinitive_becomes_a_statement(intitule: str, expected: str) -> None:
    """« Réaliser X » becomes « Je sais réaliser X », with French typography."""
    assert enonce(intitule) == expected


@pytest.mark.parametrize(
    "intitule",
    [
        "Conseiller commercial",
        "Atelier des ailes",
        "Dossier de presse",
        "Savoir-faire de la branche",
        "Territoire et climat",
        "Gestion des stocks",
        "Premier secours",
        "Le candidat réalise un plan",
        "Réaliser les gestes face à une personne :",
    ],
)
def test_what_may_be_no_infinitive_is_left_alone(intitule: str) -> None:
    """A name that ends as a verb does, a sentence, what opens a list: nothing is drafted."""
    assert enonce(intitule) is None


def test_a_long_wording_keeps_what_comes_before_how() -> None:
    """Of a wording too long for a statement, what says how or what for goes, and nothing inside brackets is cut."""
    long = "Accueillir un client (au comptoir, au téléphone), en gérant son attente, " + "et son impatience " * 8
    assert enonce(long) == "Je sais accueillir un client"


def test_what_cannot_be_cut_stays_whole_or_has_no_statement() -> None:
    """Nothing is cut where no words announce it: half a sentence would say something else."""
    long = "Ranger les voiles " + "et les cordes " * 12
    assert enonce(long) == f"Je sais ranger les voiles {'et les cordes ' * 12}".strip()
    assert enonce("Ranger les voiles " + "et les cordes " * 40) is None
    assert LONGUEUR < len(long) < PLUS_LONG
