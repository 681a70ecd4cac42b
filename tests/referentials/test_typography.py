"""French typography: what is repaired, what is left to a person, and what is never touched."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from referentials.check.rules import balises
from referentials.read import Fichier
from referentials.typography import faults, repaired, rewritten, texts

PIECES = [
    *"aElo eé'’\"«»….:;!?\u00a0\u202f 1(œuvrt/h\n",
    "oeuvre",
    "http://a.b?c",
    "Etat",
    "...",
    "coeur",
    "A la fin",
    "9:30",
]
TEXTS = st.text() | st.lists(st.sampled_from(PIECES)).map("".join)
SAME = str.maketrans({"’": "'", "«": '"', "»": '"', "É": "E", "Ê": "E", "À": "A"})


def bare(text: str) -> str:
    """Return a text without what typography may change."""
    return re.sub(r"\s", "", text.translate(SAME).replace("…", "...").replace("œ", "oe").replace("Œ", "OE")).casefold()


@given(text=TEXTS, official=st.booleans())
def test_a_repair_changes_typography_only(text: str, *, official: bool) -> None:
    """Whatever the text, the letters, figures and signs are the same ones, in the same order."""
    assert bare(repaired(text, official=official)) == bare(text)


@given(text=TEXTS, official=st.booleans())
def test_a_repaired_text_is_repaired_once_for_all(text: str, *, official: bool) -> None:
    """What `fix` writes, the check accepts, save what only a person can decide."""
    done = repaired(text, official=official)
    assert repaired(done, official=official) == done
    assert all(defaut.remplacement is None for defaut, _ in faults(done, official=official))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("L'aide qu'il faut", "L’aide qu’il faut"),
        ('Il dit "oui" et "non"', "Il dit « oui » et « non »"),
        ("Un deux...", "Un deux…"),
        ("Deux  espaces", "Deux espaces"),
        (" bords ", "bords"),
        ("Deux\u00a0: «\u202fun\u202f»", "Deux : « un »"),
        ("Quoi? Ceci: cela; tout!", "Quoi ? Ceci : cela ; tout !"),
        ("«ici»", "« ici »"),
        (
            "Manoeuvre, coeur, soeur, noeud, voeux, oeil, oeuf, moeurs",
            "Manœuvre, cœur, sœur, nœud, vœux, œil, œuf, mœurs",
        ),
        ("Hors-d'oeuvre", "Hors-d’œuvre"),
        ("Etre prêt. Evaluer. Ecrire.", "Être prêt. Évaluer. Écrire."),
        ("A partir de lundi", "À partir de lundi"),
    ],
)
def test_what_is_mechanical_is_repaired(before: str, after: str) -> None:
    """Each line has one way of being right."""
    assert repaired(before) == after


@pytest.mark.parametrize(
    "text",
    [
        "Il est 9:30, au plus ; en 3:2",
        "Voir https://exemple.fr/l'avis?page=2;x=1!",
        "Écrire à mailto:a@b.fr",
        "matiere_d_oeuvre",
        "main-d-oeuvre",
        "Vraiment ?! Oui (?)",
        "A mangé, puis s’en va",
        "Entretien d’aide, E-mail, Essai, Examen, Effet",
        "Coefficient, coexister, poésie, Noël, goéland",
        "La source écrit « Evaluation »",
        "A la charge du tri",
    ],
)
def test_what_is_right_is_left_alone(text: str) -> None:
    """Times, addresses, names of machines, quotations, words that only look like a fault."""
    assert repaired(text) == text
    assert list(faults(text)) == []


def test_an_official_title_keeps_its_capitals() -> None:
    """A title is copied to the letter; only the signs around the letters are ours."""
    assert repaired("Evaluer l'oeuvre", official=True) == "Evaluer l’œuvre"


def test_codes_documents_and_keys_are_not_texts() -> None:
    """What machines compare is not read, and never rewritten."""
    donnees: Any = {
        "code": "A'B",
        "source": {"document": "l'un", "section": "1..."},
        "l'objet": ["l'un", {"intitule": "Etat"}],
    }
    assert [text for _, _, text in texts(donnees)] == ["l'un", "Etat"]
    assert rewritten(donnees) == {**donnees, "l'objet": ["l’un", {"intitule": "Etat"}]}


def test_an_ampersand_that_is_no_entity_of_html_is_left_alone() -> None:
    """« R&D; » and « &foo; » stand for nothing else: to write « the sign itself » would say to write the same."""
    for text in ("La R&D; puis la vente", "un &foo; là"):
        assert not [*balises.check(Fichier("a.json", "regles", donnees={"a": text}))]
    (found,) = balises.check(Fichier("a.json", "regles", donnees={"a": "R&D; et vente &amp; achat"}))
    assert found.remede == "écrivez le signe lui-même : &"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("1. un\n2. deux", "une liste numérotée"),
        ("On sait :\n1) trier\n2) réparer", "une liste numérotée"),
        ("Un premier fait.\n\nUn second.", "une ligne vide"),
        ("| a | b |", "un tableau de Markdown"),
        ("a | b\n|---|---|", "un tableau de Markdown"),
        ("On sait :\n• trier", "un titre, une liste ou une citation de Markdown"),
        ("Le 1. de la liste, puis le 2. : pas de liste.", ""),
        ("Une phrase coupée\n12 mois plus tard.", ""),
        ("Oui | non", ""),
    ],
)
def test_what_is_laid_out_by_signs_is_told(text: str, kind: str) -> None:
    """A numbered list, a table, a blank line: a page shows them as they are, or loses them."""
    said = [finding.message for finding in balises.check(Fichier("a.json", None, donnees={"enonce": text}))]
    assert [message.partition(", dans")[0] for message in said] == ([kind] if kind else [])
