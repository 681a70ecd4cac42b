"""An export after another: what officially changed is said and taken, what a person wrote stays, codes stay too."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import fields, replace
from typing import Any

import pytest

from referentials.check.declared import codes
from referentials.importation.actualisation import Actualisation, actualiser
from referentials.importation.changements import NOMS
from referentials.importation.elements import ECRITES
from referentials.importation.fabrication import fabriquer
from referentials.importation.fabrication_faits import identite
from referentials.publication import noted
from referentials.read import CODES, IDENTITE
from tests.outils_importation import ACTUALISE_LE, APRES, AVANT, IMPORTE_LE, ROME, fabriquee, officielle

BC01 = "composantes/BC01.json"
ARRETE = {"document": "arrete-des-voiles", "section": "1"}


def imported() -> dict[str, Any]:
    """Return the files that the import wrote."""
    files = deepcopy(dict(fabriquee("RNCP90101").fichiers))
    return {**files, CODES: noted(None, codes(files), "1.0.0")[0]}


def updated(files: dict[str, Any], **changes: Any) -> Actualisation:
    """Return what an update makes of files, with a fiche where some fields are others."""
    made = fabriquer(replace(officielle("RNCP90101"), **changes), APRES, ACTUALISE_LE, ROME, citations=True)
    return actualiser(files, made, APRES, ACTUALISE_LE)


def bloc(liste: str) -> dict[str, Any]:
    """Return the change of the competences of the first bloc."""
    first, *others = officielle("RNCP90101").blocs_competences
    return {"blocs_competences": (replace(first, liste_competences=liste), *others)}


def test_nothing_changes_where_the_fiche_says_the_same() -> None:
    """A later export of the same fiche touches no file: not even its day."""
    files = imported()
    done = updated(files)
    assert done.changements == ()
    assert done.fichiers is files


def test_each_field_that_changed_is_said_in_french() -> None:
    """What it was and what it is, under the name of the field; the day and the version follow, and the provenance."""
    done = updated(imported(), date_fin_enregistrement="2030-09-01", intitule="Réparateur de voiles")
    assert done.changements == (
        "Intitulé : « Réparateur d’œillets & de voiles » devient « Réparateur de voiles »",
        "Enregistrement « Enregistrement de droit », fin d’enregistrement : « 1er septembre 2028 » devient « 1er septembre 2030 »",
    )
    found = done.fichiers[IDENTITE]
    assert (found["version"], found["date_mise_a_jour"]) == ("1.0.1", ACTUALISE_LE)
    assert found["source"]["document"] == APRES.document
    assert found["documents"] == [APRES.document]


def test_what_a_person_wrote_stays() -> None:
    """A short name, a summary, the role of a certifier, a level read in another document: kept, and the last is said."""
    files = imported()
    other = {"document": "arrete-des-voiles", "section": "1"}
    files[IDENTITE] |= {"intitule_court": "Voilier", "resume": {"valeur": "Répare des voiles.", "source": other}}
    files[IDENTITE]["niveaux"] = [{"nomenclature": "cadre_national_2019", "valeur": "4", "source": other}]
    files[IDENTITE]["certificateurs"][0]["role"] = "Délivre le titre."
    files[IDENTITE]["documents"].append("arrete-des-voiles")
    done = updated(files, date_fin_enregistrement="2030-09-01")
    found = done.fichiers[IDENTITE]
    assert (found["intitule_court"], found["resume"]["valeur"]) == ("Voilier", "Répare des voiles.")
    assert found["niveaux"][0]["valeur"] == "4"
    assert found["certificateurs"][0]["role"] == "Délivre le titre."
    assert found["documents"] == ["arrete-des-voiles", APRES.document]
    assert [one for one in done.gardes if one.startswith("Niveau")]


def test_a_reworded_competence_keeps_its_code() -> None:
    """An answer saved to it goes on meaning it; its drafted statement follows the wording."""
    files = imported()
    before = files[BC01]["competences"][1]
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets neufs    Teindre la toile"))
    after = done.fichiers[BC01]["competences"][1]
    assert after["code"] == before["code"]
    assert after["enonce_candidat"] == "Je sais poser des œillets neufs"
    assert done.fichiers[IDENTITE]["version"] == "1.0.1"


def test_a_statement_that_was_edited_stays_and_is_to_be_read_again() -> None:
    """The official wording changed below it: it is kept, and the update says so."""
    files = imported()
    files[BC01]["competences"][1]["enonce_candidat"] = "Je pose des œillets"
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets neufs    Teindre la toile"))
    assert done.fichiers[BC01]["competences"][1]["enonce_candidat"] == "Je pose des œillets"
    assert any("relisez-le" in one for one in done.gardes)


def test_a_statement_that_was_taken_out_stays_out() -> None:
    """Whoever removed a draft does not find it again after an update."""
    files = imported()
    del files[BC01]["competences"][1]["enonce_candidat"]
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets neufs    Teindre la toile"))
    assert "enonce_candidat" not in done.fichiers[BC01]["competences"][1]


def test_a_competence_that_goes_has_its_code_withdrawn() -> None:
    """Answers to it are kept aside, as for any withdrawn code; the first number of the version says it."""
    files = imported()
    gone = files[BC01]["competences"][2]["code"]
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets"))
    assert done.fichiers[IDENTITE]["version"] == "2.0.0"
    (retired,) = done.fichiers[CODES]["retires"]
    assert (retired["code"], retired["version"]) == (gone, "2.0.0")
    assert "3 octobre 2026" in retired["raison"]


def test_a_competence_that_comes_back_is_the_same_one() -> None:
    """Its code is that of its wording: it is withdrawn no more."""
    without = updated(imported(), **bloc("Recoudre une voile déchirée    Poser des œillets"))
    again = updated(deepcopy(dict(without.fichiers)))
    assert "retires" not in again.fichiers[CODES]
    assert codes(dict(again.fichiers)) == codes(imported())


def test_a_competence_that_comes_adds_its_code() -> None:
    """It is noted under the new version, whose second number says it."""
    done = updated(
        imported(), **bloc("Recoudre une voile déchirée    Poser des œillets    Teindre la toile    Chanter en mer")
    )
    assert done.fichiers[IDENTITE]["version"] == "1.1.0"
    assert done.fichiers[CODES]["publies"][-1]["version"] == "1.1.0"


def test_a_competence_where_somebody_wrote_is_not_lost() -> None:
    """It is no longer in the fiche, but what was written in it stays, and the update says what to do."""
    files = imported()
    files[BC01]["competences"][2]["intitule_court"] = "Teinture"
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets"))
    assert done.fichiers[BC01]["competences"][2]["intitule_court"] == "Teinture"
    assert any("quelqu’un y a écrit" in one for one in done.gardes)


def test_a_bloc_comes_and_another_goes() -> None:
    """Each is said by its title; codes of the one that went are withdrawn."""
    first, second = officielle("RNCP90101").blocs_competences
    new = replace(
        second, code="RNCP90101BC05", libelle="Naviguer", liste_competences="Hisser une voile    Lire le vent"
    )
    done = updated(imported(), blocs_competences=(first, new))
    assert {"Bloc ajouté : « Naviguer »", "Bloc retiré : « Tenir l’atelier »"} <= set(done.changements)
    assert "composantes/BC04.json" not in done.fichiers
    assert any(one["code"] == "BC04" for one in done.fichiers[CODES]["retires"])


def test_partners_and_paragraphs_are_replaced_whole() -> None:
    """Nobody edits them: what changed is counted, or named."""
    fiche = officielle("RNCP90101")
    done = updated(imported(), partenaires=fiche.partenaires[:1], activites_visees="Il répare tout.")
    assert set(done.changements) == {"Partenaires : 1 retiré(s)", "Activités visées : le texte a changé"}
    assert len(done.fichiers["partenaires.json"]["partenaires"]) == 1


def test_what_was_written_from_other_documents_is_not_overwritten() -> None:
    """A certification that people transcribed keeps all of it; only what it has no word of is added, with its source."""
    files = imported()
    other = {"document": "reac", "section": "1"}
    for name in (IDENTITE, BC01, "composantes/BC04.json", "referentiel.json"):
        files[name]["source"] = other
    files[IDENTITE] |= {"etat_relecture": "relue", "documents": ["reac"]}
    del files[IDENTITE]["statistiques_annuelles"]
    done = updated(files, intitule="Autre titre", **bloc("Chanter en mer    Danser sur le pont"))
    found = done.fichiers[IDENTITE]
    assert found["intitule"] == "Réparateur d’œillets & de voiles"
    assert done.fichiers[BC01] == files[BC01]
    assert found["statistiques_annuelles"][0]["source"]["document"] == APRES.document
    assert found["documents"] == [APRES.document, "reac"]


def test_every_field_that_the_import_writes_is_compared() -> None:
    """A field added one day to the import has a name here, or no update would see it change."""
    fiche = officielle("RNCP90101")
    full = identite(fiche, AVANT, IMPORTE_LE, ROME, [])
    assert full.keys() - NOMS.keys() == {"etat_relecture", "version", "date_mise_a_jour", "source", "documents"}
    assert {one.name for one in fields(fiche)} >= {"ccn", "duree_validite"}


def test_elements_of_one_name_from_another_document_all_stay() -> None:
    """Two registrations and a route within another, read elsewhere beside those of the fiche: nothing of either is lost."""
    files = imported()
    identity = files[IDENTITE]
    some = [
        {"intitule": f"Arrêté de {year}", "date_fin_enregistrement": f"{year + 5}-01-01", "source": ARRETE}
        for year in (2013, 2018)
    ]
    within = {"voie": "vae", "dans": "formation_continue", "ouverte": True, "source": ARRETE}
    identity["enregistrements"] = [*some, *identity["enregistrements"]]
    identity["voies_acces"].append(within)
    before = deepcopy(identity)
    done = updated(files, date_fin_enregistrement="2030-09-01")
    found = done.fichiers[IDENTITE]
    assert found["enregistrements"][:-1] == before["enregistrements"][:-1]
    assert found["enregistrements"][-1]["date_fin_enregistrement"] == "2030-09-01"
    assert found["voies_acces"] == before["voies_acces"]
    (change,) = done.changements
    assert "fin d’enregistrement : « 1er septembre 2028 » devient « 1er septembre 2030 »" in change


def test_what_a_person_says_already_is_not_said_twice() -> None:
    """A route that somebody read in another document stays theirs, in its place, and the update says what the fiche says."""
    files = imported()
    routes = files[IDENTITE]["voies_acces"]
    routes[0] = {"voie": routes[0]["voie"], "ouverte": True, "source": ARRETE}
    done = updated(files, date_fin_enregistrement="2030-09-01")
    assert done.fichiers[IDENTITE]["voies_acces"] == routes
    assert any(one.startswith("Voie d’accès : la fiche dit") for one in done.gardes)


def test_what_a_person_added_to_an_element_of_the_fiche_stays() -> None:
    """A link to the fiche before, a label of the ROME, the day of a text: kept, and no change where the fiche has none."""
    files = imported()
    identity = files[IDENTITE]
    identity["predecesseurs"][0] |= {"certification": "voilier-ancien", "intitule": "Voilier", "origine": "lecture"}
    identity["rome"][0]["intitule"] = "Réparation de voiles"
    identity["enregistrements"][-1] |= {"intitule_enregistre": "Voilier", "niveau": "V", "date_texte": "2023-08-01"}
    identity["voies_acces"][1]["dans"] = "formation"
    identity["adresses_web"] = [{"adresse": "https://voiles.example/", "objet": "Page du ministère"}]
    address = {"lien_url_description": "https://voiles.example/"}
    assert updated(files, **address).changements == ()
    before = deepcopy(identity)
    done = updated(files, **address, date_fin_enregistrement="2030-09-01")
    assert len(done.changements) == 1
    found = done.fichiers[IDENTITE]
    for key in ("predecesseurs", "rome", "voies_acces", "adresses_web"):
        assert found[key] == before[key]
    assert found["enregistrements"][-1] == {
        **before["enregistrements"][-1],
        "date_fin_enregistrement": "2030-09-01",
    }


def test_what_the_import_writes_in_an_element_is_known() -> None:
    """A key that the import writes one day in a list is named here, or an update would take it for a person's."""
    for numero in ("RNCP90101", "RNCP90102", "RS9103"):
        identity = fabriquee(numero).fichiers[IDENTITE]
        for key in NOMS.keys() & identity.keys() - {"intitule"}:
            value = identity[key]
            for one in value if isinstance(value, list) else [value]:
                assert one.keys() - {"origine"} <= ECRITES[key] | ({"objet"} if key == "adresses_web" else set())
    assert ECRITES.keys() == NOMS.keys() - {"intitule"}


def test_a_change_in_one_of_two_of_the_same_name_is_said() -> None:
    """Two certifiers, then two partners, that one name does not tell apart: what changed in the first is said and written."""
    fiche = officielle("RNCP90101")
    (certifier, *_), (partner, *_) = fiche.certificateurs, fiche.partenaires
    twice = {
        "certificateurs": (certifier, replace(certifier, siret="98765432100011")),
        "partenaires": (partner, replace(partner, date_actif="2020-01-01")),
    }
    files = deepcopy(dict(updated(imported(), **twice).fichiers))
    files[IDENTITE]["certificateurs"][1]["role"] = "Préside le jury."
    done = updated(
        files,
        certificateurs=(replace(certifier, siret="11111111100011"), twice["certificateurs"][1]),
        partenaires=(replace(partner, date_actif="2021-01-01"), twice["partenaires"][1]),
    )
    assert done.changements == (
        "Certificateur « MINISTERE DE L’AIR », SIRET : « 12345678900011 » devient « 11111111100011 »",
        "Partenaires : 1 changé(s)",
    )
    certifiers = done.fichiers[IDENTITE]["certificateurs"]
    assert [one["siret"] for one in certifiers] == ["11111111100011", "98765432100011"]
    assert certifiers[1]["role"] == "Préside le jury."
    assert done.fichiers["partenaires.json"]["partenaires"][0]["date_actif"] == "2021-01-01"


@pytest.mark.parametrize(
    "added",
    [
        {"intitule_court": "Atelier"},
        {"modalites_evaluation": ["E1"]},
        {"competences": [{"code": "BC04-C1", "intitule": "Tenir une caisse"}]},
        {"competences": [{"code": "BC04-ABCDEF", "intitule": "Tenir une caisse", "source": ARRETE}]},
    ],
)
def test_a_bloc_where_somebody_wrote_is_not_lost(added: dict[str, Any]) -> None:
    """A name of ours, an exam, a competence that the fiche never had: the bloc, gone from the fiche, stays, and it is said."""
    files = imported()
    files["composantes/BC04.json"] |= added
    before = deepcopy(files["composantes/BC04.json"])
    done = updated(files, blocs_competences=officielle("RNCP90101").blocs_competences[:1])
    assert done.fichiers["composantes/BC04.json"] == before
    assert not any("Bloc retiré" in one for one in done.changements)
    assert any("Tenir l’atelier" in one and "quelqu’un y a écrit" in one for one in done.gardes)


def test_a_bloc_that_an_exam_names_is_not_lost() -> None:
    """Its code, written by a person in another file, would name nothing."""
    files = imported()
    files["evaluations.json"] = {"source": ARRETE, "epreuves": [{"code": "E1", "composantes": ["BC04"]}]}
    done = updated(files, blocs_competences=officielle("RNCP90101").blocs_competences[:1])
    assert done.fichiers["composantes/BC04.json"] == files["composantes/BC04.json"]
    assert any("Tenir l’atelier" in one for one in done.gardes)


def test_a_competence_that_an_exam_names_is_not_lost() -> None:
    """As for a bloc: a competence gone from the fiche stays while a file that a person wrote names it."""
    files = imported()
    gone = files[BC01]["competences"][2]
    files["evaluations.json"] = {"source": ARRETE, "epreuves": [{"code": "E1", "competences": [gone["code"]]}]}
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets"))
    assert gone in done.fichiers[BC01]["competences"]
    assert any(gone["intitule"] in one for one in done.gardes)
    without = updated(imported(), **bloc("Recoudre une voile déchirée    Poser des œillets"))
    assert gone not in without.fichiers[BC01]["competences"]


def test_a_part_that_somebody_added_to_a_competence_is_not_lost() -> None:
    """Parts of a competence from another document, or under a code of theirs, stay, be the competence gone or not."""
    files = imported()
    kept, gone = files[BC01]["competences"][1:]
    parts = [
        {"code": "P1", "intitule": "Choisir l’œillet"},
        {"code": "P2", "intitule": "Percer la toile", "source": ARRETE},
    ]
    kept["sous_competences"] = gone["sous_competences"] = parts
    done = updated(files, **bloc("Recoudre une voile déchirée    Poser des œillets"))
    after = done.fichiers[BC01]["competences"]
    assert [one["intitule"] for one in after] == [
        "Recoudre une voile déchirée",
        "Poser des œillets",
        "Teindre la toile",
    ]
    assert [one.get("sous_competences") for one in after[1:]] == [parts, parts]
    assert not any("retiré" in one for one in done.changements)


def test_a_certifier_that_changes_its_name_is_the_same_one() -> None:
    """Known by its SIRET, it keeps the role that a person wrote, and the new name is said."""
    files = imported()
    files[IDENTITE]["certificateurs"][0]["role"] = "Délivre le titre."
    (certifier, *others) = officielle("RNCP90101").certificateurs
    done = updated(files, certificateurs=(replace(certifier, nom="MINISTERE DU VENT"), *others))
    assert done.changements == (
        "Certificateur « MINISTERE DE L’AIR », nom : « MINISTERE DE L’AIR » devient « MINISTERE DU VENT »",
    )
    assert done.fichiers[IDENTITE]["certificateurs"][0]["role"] == "Délivre le titre."


def test_a_text_that_goes_or_comes_is_not_one_that_changed() -> None:
    """Of a bloc that left the fiche, its paragraphs are there no more; one that it had not is new."""
    gone = updated(imported(), blocs_competences=officielle("RNCP90101").blocs_competences[:1], activites_visees=None)
    assert "Activités visées : le texte n’y est plus" in gone.changements
    assert "RNCP90101BC04, liste de compétences : le texte n’y est plus" in gone.changements
    again = updated(deepcopy(dict(gone.fichiers)))
    assert "Activités visées : le texte est nouveau" in again.changements
