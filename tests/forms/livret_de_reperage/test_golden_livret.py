"""The words of a livret, to the byte: every kind of sentence once."""

from __future__ import annotations

from datetime import date

from forms.livret_de_reperage.tableur import feuille
from forms.livret_de_reperage.texte import texte
from forms.plusieurs_mains.ecrits import Copie, Ecarte, Ecrit
from forms.socle.phrases import typeset
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import SOIR, candidat, published, tuteur
from tests.outils import ATTENDUS, PUBLISHED


def livret() -> Copie:
    """Return a livret of two hands: one domain to train, one decided otherwise, days, a module."""
    seen = {f"u{unit}-vu": tuteur("acquis") for unit in ("1-c1", "1-c2", "2-c1", "2-c2", "2-c3", "2-c4")}
    return Copie(
        {
            "candidat-nom": candidat("Ana Ruiz"),
            "interlocuteurs/a/nom": tuteur("Paul Le Goff"),
            "interlocuteurs/a/role": tuteur("entreprise"),
            "voies": tuteur(("formation",)),
            "r-pratique-6mois-debut": tuteur("2026-01-31"),
            "projet": candidat("Vendre mieux,\net former les autres."),
            **seen,
            "u1-c1-dit": candidat("a_acquerir"),
            "u3-c1-dit": candidat("en_partie"),
            "u3-c1-exemple": candidat("J’appelle vingt clients par jour."),
            "d2-decision": tuteur("evaluation_directe"),
            "d2-raison": tuteur("Dix ans d’appels, vus lundi."),
            "evaluations-jour": tuteur("2026-06-08"),
            "u3-c2-vu-entreprise": tuteur("acquis"),
            "u3-c2-vu-organisme": Ecrit("en_partie", "organisme", "Zoé", SOIR),
            "accords/a/nom": candidat("Ana Ruiz"),
            "accords/b/nom": tuteur("Paul Le Goff"),
            "accords/b/empreinte": tuteur("0" * 64),
            "projet-contraintes": tuteur("Rien."),
        },
        (
            Ecarte("projet-contraintes", candidat("Le mercredi,\net le soir."), "reecrit"),
            Ecarte("projet", tuteur("Conseiller"), "proposee"),
        ),
    )


def without_titles(text: str) -> str:
    """Return a text without the official titles, which belong to the data: « … » stands for each."""
    certification = load().certification(PUBLISHED)
    titles = {c.intitule for root in certification.composantes for c in root.walk()}
    titles |= {c.intitule for c in certification.all_competences()}
    for title in sorted(map(typeset, titles), key=len, reverse=True):
        text = text.replace(title, "…").replace(title.upper(), "…")
    return text


def test_the_text_is_the_one_expected() -> None:
    """Read the difference before writing the expected text again."""
    expected = (ATTENDUS / "textes" / "livret.txt").read_bytes().decode()
    assert without_titles(texte(published(), livret(), date(2026, 4, 1))) == expected


def beside() -> Copie:
    """Return a livret that keeps words where nothing stands any more: a row without a writing, and one beside another."""
    return Copie(
        {
            "modules/a/intitule": tuteur("Vendre"),
            "accords/b/nom": candidat("Ana Ruiz"),
            "accords/b/empreinte": candidat("0" * 64),
        },
        (
            Ecarte("modules/a/intitule", candidat("Vendre au téléphone"), "choix"),
            Ecarte("modules/parti/intitule", candidat("Négocier"), "choix"),
            Ecarte("accords/b/empreinte", candidat("1" * 64), "anterieure"),
        ),
    )


def test_words_kept_beside_a_row_that_is_gone_are_in_the_text() -> None:
    """Under the name of such rows, with who wrote them and why they are kept."""
    lines = texte(published(), beside(), date(2026, 4, 1)).splitlines()
    assert "Module" in lines
    at = lines.index(typeset("    À côté : Négocier"))
    assert (
        lines[at + 1]
        == "      (Ana Ruiz, le candidat, 23 novembre 2026) Une autre réponse a été choisie dans une fusion."
    )


def test_the_table_says_what_an_agreement_is_worth_and_what_is_kept_beside() -> None:
    """No digest, which says nothing to anybody; each answer kept beside has its line, and says why."""
    found = feuille(published(), beside(), "2026-04-01")
    cells = [[str(cell).replace("\u00a0", " ") for cell in line] for line in found.lignes]
    assert not any(digest in cell for line in cells for cell in line for digest in ("0" * 64, "1" * 64))
    assert any("Donné pour une version antérieure : ce qui est écrit a changé depuis." in line for line in cells)
    kept = {line[3]: line[5] for line in cells if line[5]}
    assert kept == dict.fromkeys(
        ("Vendre au téléphone", "Négocier"), "Une autre réponse a été choisie dans une fusion."
    )
