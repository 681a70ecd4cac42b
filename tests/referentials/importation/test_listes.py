"""A list of competences without lines → what is proposed of it, and how sure that is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from referentials.importation.listes import proposer
from referentials.importation.proposition import Proposition

MARKS = ["C1. ", "1.2 ", "* ", "o ", "- ", "  ", "    ", "\n", ". ", ":"]
# Pieces of lists are ours; the way they are laid out is that of real fiches.
TWO_LEVELS = (
    "    * Entretenir la lampe            o Nettoyer les verres            o Remplir la réserve"
    "      * Veiller            o Tenir le journal*            o Signaler une avarie"
)
PARAGRAPH = (
    "Le gardien veille sur les navires. Il tient le journal et signale les avaries. "
    "Il accueille aussi les visiteurs, pendant la belle saison."
)


def outline(proposed: Proposition) -> list[tuple[str | None, str, int]]:
    """Return the code, the text and the number of details of each competence."""
    return [(one.code, one.enonce, len(one.savoir_faire)) for one in proposed.competences]


def test_two_levels_are_two() -> None:
    """Stars hold competences and « o » what is below: not one flat list of six; a star in a sentence is no mark."""
    proposed = proposer(TWO_LEVELS)
    assert outline(proposed) == [(None, "Entretenir la lampe", 2), (None, "Veiller", 2)]
    assert [one.enonce for one in proposed.competences[1].savoir_faire] == ["Tenir le journal*", "Signaler une avarie"]
    assert (proposed.certitude, proposed.raisons) == (
        "sure",
        ("Deux niveaux de marques : 2 compétences et 4 savoir-faire.",),
    )
    assert proposed.texte == TWO_LEVELS


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("A1C1. Lire le ciel      A1C2.Choisir un jour    A1C3. Plier", ["A1C1", "A1C2", "A1C3"]),
        ("A5.C1. Lire le ciel     A5C2. Choisir un jour", ["A5.C1", "A5C2"]),
        ("C.9. Lire le ciel      C.10. Choisir un jour", ["C.9", "C.10"]),
        ("C1.1 Lire le ciel    C1.2 Choisir un jour", ["C1.1", "C1.2"]),
        ("C1 : Lire le ciel  C2 : Choisir un jour", ["C1", "C2"]),
        ("1) Lire le ciel    2) Choisir un jour", ["1", "2"]),
        ("* C1. Lire le ciel      * C2.  Choisir un jour", ["C1", "C2"]),
        ("- Lire le ciel    -   Choisir un jour", [None, None]),
        ("• Lire le ciel  – Choisir un jour".replace("–", "•"), [None, None]),
        ("- Lire le ciel\n– Choisir un jour", [None, None]),
    ],
)
def test_marks(text: str, codes: list[str | None]) -> None:
    """Codes and bullets of every shape are read, and kept as they are written."""
    proposed = proposer(text)
    assert [one.code for one in proposed.competences] == codes
    assert [one.enonce for one in proposed.competences][:2] == ["Lire le ciel", "Choisir un jour"]
    assert proposed.certitude == "sure"


def test_figures_of_two_depths_are_two_levels() -> None:
    """1.1 holds 1.1.1 and 1.1.2."""
    proposed = proposer("1.1 Lire le ciel    1.1.1 Nommer un nuage     1.1.2. Prévoir    1.2 Choisir    1.2.1 Noter")
    assert outline(proposed) == [("1.1", "Lire le ciel", 2), ("1.2", "Choisir", 1)]
    assert proposed.certitude == "sure"


def test_what_introduces_a_list_is_no_competence() -> None:
    """The sentence before the first mark, or that ends with a colon, is kept apart."""
    marked = proposer("En restant prudent :    C1. Lire le ciel    C2. Choisir un jour")
    assert (marked.introduction, len(marked.competences)) == ("En restant prudent :", 2)
    bare = proposer("Le titulaire sait :    Lire le ciel    Choisir un jour")
    assert (bare.introduction, len(bare.competences)) == ("Le titulaire sait :", 2)


@pytest.mark.parametrize("space", ["  ", "    ", "     ", "\n", "\n\n"])
def test_alineas_that_begin_with_a_verb_are_competences(space: str) -> None:
    """Without marks, two spaces or four set competences apart: it is likely, not sure."""
    proposed = proposer(space.join(["Lire le ciel", "S’adapter au vent", "Se tenir prêt", "Être patient"]))
    assert [one.enonce for one in proposed.competences] == [
        "Lire le ciel",
        "S’adapter au vent",
        "Se tenir prêt",
        "Être patient",
    ]
    assert proposed.certitude == "probable"


def test_a_line_that_was_folded_is_one() -> None:
    """Spaces in the middle of a sentence, where a line ended, split nothing."""
    assert outline(proposer("- Lire   le ciel et   la mer    - Choisir un jour")) == [
        (None, "Lire le ciel et la mer", 0),
        (None, "Choisir un jour", 0),
    ]
    assert len(proposer("Lire le ciel    et la mer    Choisir un jour").competences) == 2


def test_a_paragraph_is_not_split() -> None:
    """Sentences that follow each other are no list, and neither are alineas of prose; nothing is proposed."""
    for text in (
        PARAGRAPH,
        f"{PARAGRAPH}    {PARAGRAPH}",
        "La veille, le journal, les avaries",
        "Lire le ciel. Choisir un jour.",
    ):
        proposed = proposer(text)
        assert (proposed.competences, proposed.certitude, proposed.texte) == ((), "aucune", text)


def test_a_single_competence_is_one() -> None:
    """One sentence that begins with a verb, even where a figure begins another line of it."""
    assert outline(proposer("Lire le ciel avant de choisir un jour")) == [
        (None, "Lire le ciel avant de choisir un jour", 0)
    ]
    assert len(proposer("Lire les cartes de niveau  2 et choisir un jour").competences) == 1


@pytest.mark.parametrize(
    ("text", "certitude", "raison"),
    [
        ("C1. Lire    C3. Choisir", "probable", "Un code manque dans la suite."),
        (
            "C2. Lire    C1. Choisir",
            "incertaine",
            "Les codes ne se suivent pas : une marque peut être un nombre de la phrase.",
        ),
        ("- Lire    - Choix d’un jour    - Plier", "probable", "1 sur 3 ne commencent pas par un verbe à l’infinitif."),
        (
            "- Lecture    - Choix d’un jour    - Plier",
            "incertaine",
            "2 sur 3 ne commencent pas par un verbe à l’infinitif.",
        ),
        (
            "C1. Lire    C2. Choisir    Plier la toile",
            "probable",
            "Un alinéa sans marque suit une compétence : il y est laissé.",
        ),
        (
            "* Lire        o Voir        - Noter    * Choisir",
            "incertaine",
            "3 sortes de marques : nous n’en rangeons que deux niveaux.",
        ),
        (
            "Lire    Choix d’un jour    Plier la toile",
            "incertaine",
            "1 sur 3 ne commencent pas par un verbe à l’infinitif.",
        ),
    ],
)
def test_doubts_are_said(text: str, certitude: str, raison: str) -> None:
    """What makes a proposal less sure lowers it, in a sentence."""
    proposed = proposer(text)
    assert (proposed.certitude, proposed.raisons[1:]) == (certitude, (raison,))


def test_titles_among_statements() -> None:
    """Short alineas among long ones may be titles: said; where the fiche names them elsewhere, they are two levels."""
    text = (
        "Lire le ciel    Nommer les nuages pour prévoir le vent de la journée    Consulter les cartes pour choisir un lieu"
        "    Voler    Tendre la toile en tenant compte du vent et de la pluie"
    )
    alone = proposer(text)
    assert (len(alone.competences), alone.certitude) == (5, "incertaine")
    beside = proposer(text, capacites="Lire le ciel     Voler.    Ranger")
    assert outline(beside) == [(None, "Lire le ciel", 2), (None, "Voler", 1)]
    assert beside.certitude == "probable"
    # A word that differs is no second level.
    same = proposer(
        "Lire le ciel du jour    Choisir un jour de vent", capacites="Lire le ciel du jour    Choisir un jour"
    )
    assert [len(one.savoir_faire) for one in same.competences] == [0, 0]


def test_an_empty_list_proposes_nothing() -> None:
    """Nor do spaces."""
    assert [proposer(text).certitude for text in ("", "   ")] == ["aucune", "aucune"]


@settings(derandomize=True, deadline=None)
@given(st.lists(st.sampled_from([*MARKS, "Lire ", "mer"]), max_size=25).map("".join))
def test_no_word_is_lost(text: str) -> None:
    """Whatever is proposed holds every word of the text, once."""
    proposed = proposer(text, text)
    said = " ".join(
        [
            proposed.introduction or "",
            *(one.enonce for head in proposed.competences for one in (head, *head.savoir_faire)),
        ]
    )
    assert proposed.texte == text
    assert not proposed.competences or [said.count(word) for word in ("Lire", "mer")] == [
        text.count("Lire"),
        text.count("mer"),
    ]
