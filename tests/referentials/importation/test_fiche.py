"""What a fiche says, element by element: each has its place, and nothing is invented where it is silent."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from referentials.importation import parties as p
from referentials.importation.balises import chemins
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.flux import lire
from referentials.importation.remplissage import Remarque
from referentials.importation.termes import Inconnu, numero

FICHES = Path(__file__).parents[2] / "cas" / "fiches"
# In the documentation of the feed, and rare: none of them was in the fiches that the list was made from.
RARE = {
    "BLOCS_COMPETENCES/BLOC_COMPETENCES/PREREQUIS_ENTREE_FORMATION_BLOC",
    "BLOCS_COMPETENCES/BLOC_COMPETENCES/PREREQUIS_VALIDATION_BLOC",
    "CERTIFICATEURS/CERTIFICATEUR/NOM_COMMERCIAL",
    "CODES_IDCC/IDCC/CODE",
    "CODES_IDCC/IDCC/LIBELLE",
    "DUREE_VALIDITE",
    "MODALITES_RENOUVELLEMENT",
    "STATISTIQUES_PROMOTIONS/STATISTIQUES_PROMOTION/TAUX_INSERTION_METIER_6MOIS",
    "VALIDATION_PARTIELLE_PERIMETRE",
} | {f"CCN_{rank}/{end}" for rank in (1, 2, 3) for end in ("NUMERO", "LIBELLE")}


def read(name: str) -> dict[str, FicheOfficielle]:
    """Return the fiches of a case, by number."""
    return {one.numero_fiche: one for one in lire(FICHES / name) if isinstance(one, FicheOfficielle)}


@pytest.fixture(scope="module", name="complete")
def read_complete() -> FicheOfficielle:
    """Return a fiche that has every element."""
    return read("complete.xml")["RNCP90001"]


@pytest.fixture(scope="module", name="export")
def read_export() -> dict[str, FicheOfficielle]:
    """Return the fiches of an export that has every trap."""
    return read("export.xml")


def test_every_element_of_the_feed_has_a_place() -> None:
    """The 87 elements met in real fiches are read, and those that are documented and rare."""
    met = set((FICHES / "elements.txt").read_text("utf-8").split())
    assert len(met) == 87
    assert {path for path, _ in chemins(FicheOfficielle)} == met | RARE


def test_every_field_of_a_complete_fiche_is_full(complete: FicheOfficielle) -> None:
    """No element of the complete case is lost, and none is told as odd."""
    assert complete.remarques == ()
    assert [one.name for one in fields(complete) if getattr(complete, one.name) in {None, ()}] == ["remarques"]


def test_values_are_typed(complete: FicheOfficielle) -> None:
    """Days are ISO, yes and no are booleans, counts are whole, rates are numbers, lists keep their order."""
    assert complete.intitule == "Technicien du cerf-volant & des moulins à vent"
    assert (complete.repertoire, complete.sigle, complete.version_flux) == ("RNCP", "TP", "4.1")
    assert complete.nouvelles_certifications == ("RNCP90002", "RS9003")
    assert (complete.date_dernier_jo, complete.date_limite_delivrance) == ("2016-10-04", "2030-03-17")
    assert (complete.actif, complete.accessible_nouvelle_caledonie) == (True, False)
    assert (complete.duree_enregistrement, complete.annees_promotions_niveau) == (5, (2022, 2023))
    assert complete.statistiques_promotions == (
        p.StatistiquePromotion(2018, 876, 1, 76.5, 70.0, 81.0),
        p.StatistiquePromotion(2019, 0),
    )
    assert complete.partenaires[1] == p.Partenaire(
        "CORDERIE DU PORT", "98765432100030", "HABILITATION_FORMER", "Supprimé", None, None
    )


def test_a_certifier_may_have_no_siret(complete: FicheOfficielle) -> None:
    """What a certifier does not say is None, beside one who says all."""
    first, second = complete.certificateurs
    assert (first.siret, first.nom_commercial, first.site_internet) == (
        "12345678900011",
        "Brise",
        "https://vent.example/accueil",
    )
    assert second == p.Certificateur(None, "SYNDICAT DES MOULINS", None, "Inactif", None, None)


def test_each_way_in_has_its_jury(complete: FicheOfficielle) -> None:
    """Six ways, each with its own jury, open or not, and the day when it changed."""
    assert [(one.voie, one.actif) for one in complete.jurys] == [
        ("FI", True),
        ("CA", True),
        ("FC", True),
        ("CQ", True),
        ("CL", False),
        ("VAE", True),
    ]
    assert complete.jurys[1].composition == "Deux meuniers, en apprentissage."
    assert {one.date_derniere_modification for one in complete.jurys} == {"2022-06-07"}


def test_official_texts_keep_their_nature(complete: FicheOfficielle) -> None:
    """General texts, the creation and the others are told apart; a text may have no day."""
    assert [(one.nature, one.date_publication) for one in complete.publications_jo] == [
        ("general", "1985-11-09"),
        ("general", None),
        ("creation", "2020-07-23"),
        ("autre", "2021-07-24"),
    ]


def test_blocs_correspond_to_several_or_to_a_whole_fiche(complete: FicheOfficielle) -> None:
    """A bloc may be worth two of another fiche; where no bloc is named, the whole fiche is meant."""
    assert complete.correspondances == (
        p.Correspondance(("RNCP90001BC01",), "RNCP90000", ("RNCP90000BC01", "RNCP90000BC04")),
        p.Correspondance((), "RNCP89999", ()),
    )


def test_the_number_of_a_brochure_is_no_idcc(complete: FicheOfficielle) -> None:
    """CCN_1 holds the number of a brochure (3044) of the agreement whose IDCC is another (573)."""
    assert (complete.ccn[0].rang, complete.ccn[0].numero_brochure) == (1, "3044")
    assert complete.codes_idcc[0].code == "0573"


def test_the_label_of_a_rome_is_kept_as_it_is(complete: FicheOfficielle) -> None:
    """Labels of the ROME of version 3 stand beside codes that live on: the fiche is quoted, not corrected."""
    assert complete.codes_rome == (p.Code("D1408", "Téléconseil et télévente"),)


def test_only_the_title_of_a_cqp_says_that_it_is_one(export: dict[str, FicheOfficielle]) -> None:
    """ABREGE is absent; a fiche that says nothing has no short name."""
    assert (export["RNCP90010"].abrege, export["RNCP90010"].sigle) == (None, "CQP")
    assert export["RNCP90012"].sigle is None


@pytest.mark.parametrize(
    ("intitule", "sigle"),
    [
        ("CQPI Meunier", "CQPI"),
        ("Certificat de qualification professionnelle Meunier", "CQP"),
        ("Certificat de qualification professionnelle interbranches Meunier", "CQPI"),
        ("CQPeut-être", None),
        ("Préparer un CQP", None),
    ],
)
def test_titles_of_cqp(intitule: str, sigle: str | None) -> None:
    """The short name stands first, or is spelt out; elsewhere in the title it says nothing."""
    assert FicheOfficielle("RNCP1", intitule=intitule).sigle == sigle


def test_what_does_not_read_is_kept_and_told(export: dict[str, FicheOfficielle]) -> None:
    """An unknown term is kept as unknown, an impossible day is None, and each has its remark; nothing is refused."""
    fiche = export["RNCP90010"]
    assert fiche.nomenclature_europe == p.NiveauEurope(
        Inconnu("REPRISE"), "Sans niveau – le positionnement n’est pas déterminé"
    )
    assert fiche.certificateurs[0].etat == Inconnu("En sommeil")
    assert [one.siret for one in fiche.certificateurs] == ["12345678900011", "123"]
    assert (fiche.date_decision, fiche.date_fin_enregistrement) == ("2021-09-01", None)
    assert (fiche.duree_enregistrement, fiche.codes_rome) == (None, ())
    assert fiche.lien_url_description == "https://un.example/    https://deux.example/"
    assert [(one.chemin, one.valeur) for one in fiche.remarques] == [
        ("NOMENCLATURE_EUROPE/NIVEAU", "REPRISE"),
        ("CERTIFICATEURS/CERTIFICATEUR/ETAT_CERTIFICATEUR", "En sommeil"),
        ("CERTIFICATEURS/CERTIFICATEUR/SITE_INTERNET", "moulins.example"),
        ("CERTIFICATEURS/CERTIFICATEUR/SIRET_CERTIFICATEUR", "123"),
        ("LIEN_URL_DESCRIPTION", "https://un.example/    https://deux.example/"),
        ("DATE_FIN_ENREGISTREMENT", "31/02/2026"),
        ("DUREE_ENREGISTREMENT", "cinq ans"),
        ("BALISE_A_VENIR", "du vent"),
    ]
    assert fiche.remarques[-1] == Remarque(
        "BALISE_A_VENIR", "du vent", "Cet élément n’est pas connu : il n’est pas repris."
    )


def test_the_state_of_a_fiche_is_an_open_list(export: dict[str, FicheOfficielle]) -> None:
    """No official list of these states is known: any is kept, and none is told as odd."""
    assert export["RNCP90010"].etat_fiche == "En relecture chez les meuniers"


def test_blocs_keep_their_numbers_and_their_order(export: dict[str, FicheOfficielle]) -> None:
    """Numbers that skip and go back are those of the register."""
    codes = [one.code for one in export["RNCP90012"].blocs_competences]
    assert codes == ["RNCP90012BC01", "RNCP90012BC04", "RNCP90012BC02"]
    assert export["RNCP90012"].blocs_competences[2].libelle == "Nommer </FICHE> sans s’arrêter"


def test_a_title_is_no_key(export: dict[str, FicheOfficielle]) -> None:
    """Three fiches of one title are three fiches."""
    same = [one.numero_fiche for one in export.values() if one.intitule == "Gardien de phare"]
    assert same == ["RNCP90012", "RNCP90013", "RNCP90014"]


def test_the_other_register_has_neither_level_nor_blocs(export: dict[str, FicheOfficielle]) -> None:
    """A fiche of the RS reads as it is, and a way that it does not name has no jury."""
    fiche = export["RS9015"]
    assert (fiche.repertoire, fiche.nomenclature_europe, fiche.blocs_competences) == ("RS", None, ())
    assert [(one.voie, one.actif, one.composition) for one in fiche.jurys] == [("FI", False, None), ("FC", True, None)]
    assert (fiche.validation_partielle, fiche.date_limite_delivrance) == (False, "2029-10-26")


@pytest.mark.parametrize(
    ("written", "number"),
    [("RNCP40792", "RNCP40792"), (" rs 7423 ", "RS7423"), ("40792", None), ("RNCP", None), ("RNCP12BC01", None)],
)
def test_numbers(written: str, number: str | None) -> None:
    """A number says its register; the code of a bloc is none."""
    assert numero(written) == number
