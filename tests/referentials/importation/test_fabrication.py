"""A fiche → the files of a certification: facts, codes and official titles; nothing invented where the fiche is silent."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from referentials.importation.fabrication import IDENTITE, Fabrique, FicheRefuseeError, fabriquer, slug
from referentials.importation.provenance import Provenance, jour_du_nom
from tests.outils_importation import AVANT, IMPORTE_LE, ROME, fabriquee, officielle


@pytest.fixture(scope="module", name="titre")
def titre_professionnel() -> Fabrique:
    """Return the files of the title with two blocs."""
    return fabriquee("RNCP90101")


def identity(found: Fabrique) -> Any:
    """Return certification.json."""
    return found.fichiers[IDENTITE]


def test_every_value_has_its_provenance_once(titre: Fabrique) -> None:
    """The source stands at the head of each file, and nowhere below."""
    source = {"document": "flux-france-competences-2026-08-16", "section": "RNCP90101"}
    assert all(content["source"] == source for content in titre.fichiers.values())
    assert sum(json.dumps(content).count('"source"') for content in titre.fichiers.values()) == len(titre.fichiers)


def test_it_says_that_nobody_read_it_again(titre: Fabrique) -> None:
    """An imported certification is « importée », of the first version, dated the day of the import."""
    found = identity(titre)
    assert (found["etat_relecture"], found["version"], found["date_mise_a_jour"]) == ("importee", "1.0.0", IMPORTE_LE)


def test_the_folder_has_the_number_and_the_title(titre: Fabrique) -> None:
    """A title is no key: the number comes first; it is cut at a word, not on « de »."""
    assert titre.slug == "rncp90101-reparateur-d-oeillets-de-voiles"
    assert slug("RS1234", "Savoir " * 20).endswith("-savoir")
    assert slug("RS1234", "Intégrer l’intelligence artificielle dans les pratiques de la vie") == (
        "rs1234-integrer-l-intelligence-artificielle"
    )


def test_facts_are_taken_as_they_are(titre: Fabrique) -> None:
    """Level, certifier, routes, territory, predecessor, registration: each in its place."""
    found = identity(titre)
    assert found["intitule"] == "Réparateur d’œillets & de voiles"
    assert found["niveaux"] == [{"nomenclature": "cadre_national_2019", "valeur": "3"}]
    assert found["certificateurs"] == [{"nom": "MINISTERE DE L’AIR", "siret": "12345678900011", "etat": "actif"}]
    assert [(one["voie"], one.get("ouverte")) for one in found["voies_acces"]] == [
        ("formation_initiale", False),
        ("formation_continue", True),
        ("vae", None),
    ]
    assert found["territoires"] == [{"nom": "Polynésie française", "ouverte": True}]
    assert found["predecesseurs"] == [{"numero_fiche": "RNCP90001", "origine": "document"}]
    assert found["enregistrements"][-1] == {
        "intitule": "Enregistrement de droit",
        "type_enregistrement": "de_droit",
        "date_effet": "2023-09-01",
        "date_fin_enregistrement": "2028-09-01",
    }
    assert found["correspondances_blocs"] == [{"blocs": ["RNCP90101BC01"], "numero_fiche": "RNCP90001"}]


def test_a_rome_label_is_never_copied(titre: Fabrique) -> None:
    """The labels of the feed are those of an older version; a code that we do not know is kept, and told."""
    assert identity(titre)["rome"] == [{"code": "D1408"}, {"code": "D9999"}]
    assert any("D9999" in remark for remark in titre.remarques)
    assert not any("D1408" in remark for remark in titre.remarques)


def test_figures_that_are_none_are_left_out_and_told(titre: Fabrique) -> None:
    """A year told twice, a rate of 140 %: the first year stays, the rate goes, and both are said."""
    assert identity(titre)["statistiques_annuelles"] == [
        {"annee": 2024, "nombre_certifies": 12, "taux_insertion_global_6mois": 75},
        {"annee": 2023},
    ]
    assert sum(remark.startswith("Statistiques") for remark in titre.remarques) == 2


def test_blocs_keep_their_official_numbers(titre: Fabrique) -> None:
    """Numbers that do not follow are kept: the bloc 4 is BC04, in its own file."""
    part = titre.fichiers["composantes/BC04.json"]
    assert (part["code"], part["numero_bloc"]) == ("BC04", {"valeur": "RNCP90101BC04"})
    assert part["intitule"] == "Tenir l’atelier"


def test_competences_are_statements_on_a_scale_of_ours(titre: Fabrique) -> None:
    """Each has its own statement in the first person, and a form can ask about it."""
    said = [one["enonce_candidat"] for one in titre.fichiers["composantes/BC01.json"]["competences"]]
    assert said == ["Je sais recoudre une voile déchirée", "Je sais poser des œillets", "Je sais teindre la toile"]
    assert titre.fichiers["referentiel.json"]["echelle"] == "maitrise"


def test_paragraphs_stand_beside_word_for_word(titre: Fabrique) -> None:
    """They are in a file of their own, and in no other."""
    beside = titre.fichiers["citations.json"]
    assert beside["activites_visees"] == "Il répare les voiles déchirées par le vent du large."
    assert beside["jurys"] == [{"voie": "formation_continue", "composition": "Deux voiliers et un marin."}]
    assert (
        beside["blocs"][0]["liste_competences"]
        == "Recoudre une voile déchirée    Poser des œillets    Teindre la toile"
    )
    others = {name: content for name, content in titre.fichiers.items() if name != "citations.json"}
    assert "vent du large" not in json.dumps(others, ensure_ascii=False)


def test_partners_stand_beside(titre: Fabrique) -> None:
    """With their habilitation, their state and its days, where the fiche says so."""
    assert titre.fichiers["partenaires.json"]["partenaires"] == [
        {
            "nom": "ATELIER DES AILES",
            "siret": "98765432100022",
            "habilitation": "HABILITATION_ORGA_FORM",
            "etat": "Actif",
            "date_actif": "2025-03-28",
        },
        {"nom": "CORDERIE DU PORT", "etat": "Supprimé"},
    ]


def test_a_cqp_says_what_it_is_without_an_abbreviation() -> None:
    """Only the title of a CQP tells its kind; its number of agreement is that of a brochure; it has no level."""
    found = identity(fabriquee("RNCP90102"))
    assert found["abrege"] == {"code": "CQP", "intitule": "Certificat de qualification professionnelle"}
    assert found["conventions"] == [{"code": "3044", "intitule": "Commerces de vent"}]
    assert "indetermine" in found["niveaux"][0]


def test_a_paragraph_is_split_into_nothing() -> None:
    """A bloc written in sentences has no competence, the form does not exist, and the remark says it."""
    found = fabriquee("RNCP90102")
    assert "competences" not in found.fichiers["composantes/BC02.json"]
    assert "referentiel.json" not in found.fichiers
    assert any("paragraphes" in remark for remark in found.remarques)


def test_the_specific_register_has_neither_level_nor_bloc() -> None:
    """Its competences are those attested, loose; its level is not « indéterminé »: it has none."""
    found = fabriquee("RS9103")
    assert "niveaux" not in identity(found)
    assert found.fichiers["referentiel.json"]["competences"][0]["intitule"] == "Lire une carte"
    assert identity(found)["certificateurs"][0]["sigle"] == "Brise"


def test_without_citations_only_titles_are_taken() -> None:
    """A wording as long as a paragraph is one: without it beside, no competence is taken, and there is no form."""
    found = fabriquee("RS9103", citations=False)
    assert set(found.fichiers) == {IDENTITE}
    assert any("paragraphes" in remark for remark in found.remarques)
    assert "competences" in fabriquee("RNCP90101", citations=False).fichiers["composantes/BC01.json"]


def test_a_fiche_without_a_title_is_refused() -> None:
    """It would have no name: nothing is made of it."""
    with pytest.raises(FicheRefuseeError, match="intitulé"):
        fabriquee("RNCP90105")


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("export-fiches-rncp-v4-1-2026-08-16.zip", "2026-08-16"),
        ("export_fiches_RS_V4_1_20261003.xml", "2026-10-03"),
        ("RNCP36490.xml", None),
        ("export-2026-13-45.xml", None),
    ],
)
def test_the_name_of_an_export_says_its_day(name: str, day: str | None) -> None:
    """And a name that says none, or a day that does not exist, says none."""
    assert jour_du_nom(name) == day


def test_a_document_says_its_licence() -> None:
    """Attribution goes with the data: author, day and licence, and a section for each fiche, in the order of numbers."""
    found = Provenance("2026-03-01").fichier({"RS10": "RS10, B", "RS9": "RS9, A", "RNCP100": "RNCP100, C"})
    assert (found["auteur"], found["droits"], found["date"]) == (
        "France compétences",
        "Licence Ouverte 2.0",
        "2026-03-01",
    )
    assert [one["code"] for one in found["sections"]] == ["RNCP100", "RS9", "RS10"]
    assert found["intitule"].endswith("du 1er mars 2026")


@pytest.mark.parametrize(
    ("actif", "end", "said"),
    [
        (True, "2028-09-01", []),
        (None, "2020-09-01", []),
        (True, None, []),
        # It ended between the day of the export and that of the import: the export was right.
        (True, "2026-08-20", []),
        (
            False,
            "2028-09-01",
            ["La fiche est dite inactive, et son enregistrement prend fin le 1er septembre 2028 : à vérifier."],
        ),
        (
            True,
            "2020-09-01",
            ["La fiche est dite active, et son enregistrement prend fin le 1er septembre 2020 : à vérifier."],
        ),
    ],
)
def test_a_state_that_its_dates_do_not_say_is_told(actif: bool | None, end: str | None, said: list[str]) -> None:  # noqa: FBT001 — a case
    """Pages compute a state from dates alone: where the register says otherwise, whoever imports is told."""
    fiche = replace(
        officielle("RNCP90101"), actif=actif, date_fin_enregistrement=end, etat_fiche="Publiée", remarques=()
    )
    found = fabriquer(fiche, AVANT, IMPORTE_LE, ROME, citations=False)
    assert [one for one in found.remarques if one.startswith("La fiche est dite")] == said


def test_a_fiche_that_is_being_changed_is_told() -> None:
    """What is not « Publiée » may change: the words of the register are given."""
    fiche = replace(officielle("RNCP90101"), etat_fiche="Modifications à valider")
    found = fabriquer(fiche, AVANT, IMPORTE_LE, ROME, citations=False)
    assert "État de la fiche : « Modifications à valider ». Elle peut encore changer." in found.remarques
