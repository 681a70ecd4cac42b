"""The dates of an official title: its own are those of the text, and it may name older texts by theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from referentials.check.run import run
from tests.outils import FOLDER, MINIMALE, edit, tree

TRUE = (
    "Arrêté du 20 juin 2023 modifiant l’arrêté du 26 avril 2023 portant enregistrement",
    "Arrêté du 20 juin 2023 pris en application du décret n° 2019-14 du 8 janvier 2019 relatif au cadre",
    "Arrêté du 20 juin 2023 abrogeant les arrêtés du 26 avril 2023 et du 2 mai 2023",
    "Avenant n° 3 du 20 juin 2023 à l’accord de branche du 18 mai 2010",
    "Arrêté du 20 juin 2023 publié au Journal officiel du 30 juin 2023, modifiant l’arrêté modifié du 26 avril 2023",
    "Arrêté du 20 juin 2023 portant extension de la convention collective nationale du 1er mars 1985",
    "Décision du 20 juin 2023 prise en vertu de la loi n° 2018-771 du 5 septembre 2018 et du décret du 8 janvier 2019",
    "Arrêté du 20 juin 2023 portant extension d’un accord du 18 mai 2010",
    "Arrêté du 20 juin 2023 pris pour l’application d’une convention collective du 1er mars 1985",
    "Décision du 20 juin 2023 modifiant le règlement (UE) 2016/679 du 27 avril 2016",
    "Arrêté du 20 juin 2023 portant prorogation jusqu’au 31 décembre 2025",
    "Arrêté du 20 juin 2023 portant enregistrement à compter du 1er janvier 2013",
    "Enregistrement au répertoire, sans date",
)
FALSE = (
    ("Arrêté du 21 juin 2023 modifiant l’arrêté du 26 avril 2023", "21 juin 2023"),
    ("Arrêté du 26 avril 2023", "26 avril 2023"),
    ("L’arrêté du 26 avril 2023 portant enregistrement", "26 avril 2023"),
    ("Arrêté du 20 juin 2023 modifiant l’arrêté du 26 avril 2024", "26 avril 2024"),
    ("Arrêté du 20 juin 2023 publié au Journal officiel du 29 juin 2023", "29 juin 2023"),
    ("Arrêté du 20 juin 2023 et du 26 avril 2023", "26 avril 2023"),
    ("Arrêté du 20 juin 2023 modifiant l’arrêté du 26 avril 2023, publié le 29 juin 2023", "29 juin 2023"),
    ("Arrêté du 20 juin 2023 portant extension d’un accord du 18 mai 2024", "18 mai 2024"),
    ("Arrêté du 20 juin 2023 enregistré jusqu’au 31 décembre 2026", "31 décembre 2026"),
    ("Arrêté du 20 juin 2023 relatif à la session du 3 mai 2023", "3 mai 2023"),
)


def messages(folder: Path, title: str) -> list[str]:
    """Return what is said of a text of 20 June 2023, published on the 30th, under this title."""
    root = tree(MINIMALE, folder)
    source = {"document": "guide-de-la-ressourcerie", "section": "1", "page": 2}
    text: dict[str, object] = {
        "intitule": title,
        "date_texte": "2023-06-20",
        "date_publication": "2023-06-30",
        "source": source,
    }
    if "enregistré jusqu’au" in title:
        text["date_fin_enregistrement"] = "2025-12-31"
    edit(root / FOLDER / "certification.json", lambda found: found.update(enregistrements=[text]))
    return [finding.message for finding in run(root)]


@pytest.mark.parametrize("title", TRUE)
def test_a_true_title_passes(title: str, tmp_path: Path) -> None:
    """It may modify, apply, extend or end an older text, and name it; it may say from when, and until when."""
    assert messages(tmp_path, title) == []


@pytest.mark.parametrize(("title", "day"), FALSE)
def test_a_false_date_is_still_told(title: str, day: str, tmp_path: Path) -> None:
    """Its own day mistyped, that of its publication, a text that it could not know yet."""
    (message,) = messages(tmp_path, title)
    assert message.startswith(f"l’intitulé dit « {day} »")
