"""The words of a livret, to the byte: every kind of sentence once."""

from __future__ import annotations

from datetime import date

from forms.livret.ecrits import Ecarte, Ecrit, Livret
from forms.livret.texte import texte
from forms.phrases import typeset
from referentials.load import load
from tests.forms.livret.outils_livret import SOIR, candidat, published, tuteur
from tests.outils import ATTENDUS, PUBLISHED


def livret() -> Livret:
    """Return a livret of two hands: one domain to train, one decided otherwise, days, a module."""
    seen = {f"u{unit}-vu": tuteur("acquis") for unit in ("1-c1", "1-c2", "2-c1", "2-c2", "2-c3", "2-c4")}
    return Livret(
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
