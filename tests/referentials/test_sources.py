"""What the published data say, read again against their sources: each case was said otherwise once."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from referentials.check.rules import conseils
from referentials.check.rules.conseils import ADVICE, FORCE
from referentials.check.walk import walk
from referentials.load import by_certification, load

TITRE, HABILITATION = "tp-conseiller-commercial", "cqp-vendeur-conseil-a-distance"
FICHE, GROS, CLIENTELE = (
    "cqp-vendeur-conseil-a-distance-2018",
    "cqp-relation-commerciale-a-distance",
    "charge-de-clientele",
)
# The exams for which the heading « Informations complémentaires » says « Sans objet ».
NOTHING_MORE = ("TITRE-MSP", "CCP1-MSP", "CCP2-MSP", "CCP2-ET")
DOSSIERS = by_certification(load().fichiers)


def element(slug: str, code: str) -> dict[str, Any]:
    """Return the one element of a certification that has a code, as written."""
    (found,) = [
        node
        for name, donnees in DOSSIERS[slug].items()
        if name != "codes.json"
        for _, node in walk(donnees)
        if node.get("code") == code and "certification" not in node
    ]
    return found


@pytest.mark.parametrize(
    ("slug", "code", "key", "said", "unsaid"),
    [
        (TITRE, "CP6-S26", "enonce", "prévoir des objectifs de repli", "se garder"),
        (TITRE, "R-SANS-OBLIGATION", "enonce", "« Néant »", "sans objet"),
        (TITRE, "R-COMPOSITION-JURY", "enonce", "sans objet", "ucune"),
        (TITRE, "G-PRESENTATION-PROJET", "definition", "Peut prendre la place", "Remplace"),
        (TITRE, "G-QUESTIONNAIRE-PROFESSIONNEL", "definition", "peuvent être", "sont à choix"),
        (TITRE, "G-COMPETENCE-TRANSVERSALE", "definition", "commune aux", "utile"),
        (TITRE, "TITRE-EF", "description", "la culture et les représentations", "rien à ajouter"),
        *(
            (TITRE, code, "description", "Informations complémentaires : sans objet.", "rien à ajouter")
            for code in NOTHING_MORE
        ),
        (TITRE, "CP2-S16", "classement", "On ne sait pas", "Page"),
        (HABILITATION, "R-HANDICAP-AMENAGEMENTS", "enonce", "se voir proposer", "peut recevoir"),
        (HABILITATION, "U1-C1-E1", "enonce", "pendant un appel", "secondes"),
        (HABILITATION, "U5-C3-E3", "enonce", "clairement", "par écrit"),
        (HABILITATION, "U4-C2-E1", "enonce", "les services", "dépannage"),
        (FICHE, "B1-C1-E1", "enonce", "pendant un appel", "secondes"),
        (FICHE, "B5-C3-E3", "enonce", "clairement", "par écrit"),
        (FICHE, "B4-C2-E1", "enonce", "les services", "dépannage"),
        (CLIENTELE, "B3-C10-E3", "enonce", "accord", "par écrit"),
        (CLIENTELE, "EP7-D1", "description", "noter les compétences", "ne la prépare pas"),
        (CLIENTELE, "EP8-D1", "description", "en entreprise", "ne la prépare pas"),
    ],
)
def test_a_statement_says_what_its_source_says(slug: str, code: str, key: str, said: str, unsaid: str) -> None:
    """Neither a possibility made a fact, nor an empty rubric made a rule, nor a duty that the source does not lay down."""
    value = str(element(slug, code)[key])
    assert said in value
    assert unsaid not in value


@pytest.mark.parametrize(
    ("slug", "code", "title"),
    [
        (TITRE, "CP6-S38", "relative à la lutte contre le gaspillage et à l’économie circulaire"),
        (
            TITRE,
            "R-ARRETE-2015",
            "relatif aux conditions de délivrance du titre professionnel du ministère chargé de l’emploi",
        ),
        (
            HABILITATION,
            "R-HANDICAP-ENGAGEMENT",
            "l’égalité des droits et des chances, la participation et la citoyenneté",
        ),
    ],
)
def test_an_official_title_stays_whole(slug: str, code: str, title: str) -> None:
    """A law is cited under the title that it bears, beside the statement in our own words."""
    (texte,) = element(slug, code)["textes"]
    assert title in texte["intitule"]


def test_the_three_places_on_informing_marketing_say_one_thing() -> None:
    """The source has one sentence three times: who shares what, with whom."""
    told = [
        node["valeur"]
        for name in ("certification.json", "composantes/CCP1.json", "composantes/CCP2.json")
        for _, node in walk(DOSSIERS[TITRE][name])
        if "service marketing" in str(node.get("valeur", ""))
    ]
    assert len(told) == 3
    assert len(set(told)) == 1


def absences(slug: str) -> set[tuple[str, str]]:
    """Return what a certification says of what its documents do not give: (kind, heading)."""
    return {
        (node["absence"], node["rubrique"])
        for donnees in DOSSIERS[slug].values()
        for _, node in walk(donnees)
        if "absence" in node
    }


def test_advice_is_known_by_its_words_and_a_judgement_is_none() -> None:
    """What a jury « apprécie » is judged; a wish in the conditional, or with « que », is advice all the same."""
    for words in (
        *("serait souhaitable", "La branche conseille que", "il vaut mieux venir", "Idéalement, le tuteur"),
        *("La branche conseille d’apporter un CV.", "La branche conseille qu’on apporte un CV."),
        "La branche conseille au candidat de venir.",
        *("Il conviendra de privilégier le présentiel.", "Le tuteur devrait venir.", "Il a tout intérêt à venir."),
        *("Autant que possible, le groupe reste le même.", "Il n’est pas recommandé de venir seul."),
    ):
        assert ADVICE.search(words), words
    for words in (
        "La compétence est appréciée par le jury.",
        "Le jury l’apprécie en entretien.",
        "une lettre recommandée",
    ):
        assert not ADVICE.search(words), words


def test_one_rule_does_not_both_advise_and_oblige() -> None:
    """A duty at the end of some advice would be followed as advice."""
    collection = load()
    certification = collection.certification(HABILITATION)
    (advised,) = (regle for regle in certification.regles if regle.code == "R-TUTEUR-OUTIL")
    both = replace(advised, enonce="Mieux vaut un outil numérique ; l’organisme doit en proposer un.")
    said = replace(collection, certifications=(replace(certification, regles=(advised, both)),))
    assert [(finding.endroit, finding.message) for finding in conseils.check(said)] == [
        ("$[1].enonce", "« Mieux vaut » conseille, et « doit » oblige, dans la même règle")
    ]


def test_a_heading_said_to_be_empty_is_shown_as_such() -> None:
    """What a discrepancy lists as « rien » stands in the data as a heading left empty, at the same place of the document."""
    for slug, code in ((CLIENTELE, "D-32204-RUBRIQUES-VIDES"), (FICHE, "D-32391-RUBRIQUES-VIDES")):
        (said,) = (one for one in load().discordances[slug] if one.code == code)
        places = {valeur.source.section for valeur in said.valeurs if valeur.valeur.endswith("rien.")}
        shown = {
            node["source"]["section"] for _, node in walk(DOSSIERS[slug]) if node.get("absence") == "rubrique_vide"
        }
        assert len(places) > 5
        assert places <= shown


def test_the_ways_of_saying_nothing_are_told_apart() -> None:
    """« Aucun », « sans objet » and an empty heading are values of their own, none is « indéterminé »."""
    assert ("aucun", "Lieux de préparation déclarés") in absences(FICHE)
    assert {kind for kind, _ in absences(FICHE)} == {"aucun", "rubrique_vide"}
    assert absences(TITRE) == {
        ("sans_objet", "Réglementation d’activités (le cas échéant)"),
        ("rubrique_vide", "Convention collective"),
    }
    assert {kind for kind, _ in absences(CLIENTELE)} == {"rubrique_vide"}
    texts = [
        str(node.get(key, ""))
        for slug in DOSSIERS
        for d in DOSSIERS[slug].values()
        for _, node in walk(d)
        for key in ("valeur", "indetermine")
    ]
    assert not [text for text in texts if re.search(r"rubrique .*\bvide|ne s’applique à", text)]


def test_what_the_confederation_does_is_not_said_of_the_branch() -> None:
    """The cahier des charges names the CGF for four acts: it verifies, transmits, notifies, makes the agreement."""
    for code in ("R-NOTIFICATION", "R-CONVENTION", "R-EVALUATEUR-VERIFICATION", "R-EVALUATEUR-LISTE"):
        assert element(HABILITATION, code)["acteur"] == "confederation"
    acting = [r for r in load().certification(HABILITATION).regles if re.match(r"La CGF ", r.enonce)]
    assert {regle.acteur for regle in acting} == {"confederation"}


def test_advice_is_worded_as_advice() -> None:
    """Each recommendation of the cahier des charges reads as one."""
    advised = [regle for regle in load().certification(HABILITATION).regles if regle.force == FORCE]
    assert {regle.code for regle in advised} >= {"R-TUTEUR-OUTIL", "R-MULTIMODAL", "R-ENTREES-SORTIES", "R-VAE-OFFRE"}
    assert all(ADVICE.search(regle.enonce) for regle in advised)


def test_every_exam_of_the_title_of_2015_is_at_the_end_of_the_course() -> None:
    """The source says it of the evaluations, all of them."""
    assert [e.code for e in load().certification(CLIENTELE).epreuves if "R-FIN-PARCOURS" not in e.regles] == []


def test_own_statements_are_tied_to_the_criteria_of_another_certification() -> None:
    """Watch, negotiation, prospecting, loyalty, results: ours of one certification point to those that another prints."""
    tied = {
        critere.code: {r.code for r in critere.rapprochements}
        for competence in load().certification(CLIENTELE).all_competences()
        for critere in competence.criteres
        if critere.rapprochements
    }
    assert len(tied) >= 25
    # The file of the pair reads each of them again, with its reason: a criterion says nothing that it does not.
    read = load().rapprochements[f"{CLIENTELE}--tp-conseiller-commercial"].liens
    again = {(code, other) for lien in read for code in lien.premier for other in lien.second}
    assert {(code, other) for code, others in tied.items() for other in others} <= again
    # A calendar is no coherent activity, what a gap teaches no corrective action; margins are no person to prepare for.
    assert not {"B2-C4-E1", "B2-C10-E2", "B3-C10-E1"} & tied.keys()
    assert tied["B1-C1-E1"] == {"CP1-K2", "CP1-K3"}
    # Another subject: dormant accounts, files to hand over and objections are neither a risk nor a tense discussion.
    assert not {"B3-C9-E1", "B3-C9-E2", "B3-C10-E2"} & tied.keys()
    assert tied["B3-C13-E1"] == {"CP8-K1", "CP8-K2"}


def test_a_correspondence_does_not_say_vanished_what_a_statement_still_asks() -> None:
    """Availability and the check of the order are still asked; the choice « within the commercial policy » is not."""
    links = {lien.code: lien for lien in load().correspondances[f"{GROS}--{FICHE}"].liens}
    assert links["L-C1-S5"].nouveau == ("B4-C1-E4",)
    assert links["L-C1-S6"].nouveau == ("B3-C4-E2",)
    assert links["L-C2-I8"].nature == "disparue"


def test_a_reason_says_what_the_document_leaves_open_and_its_source_says_where() -> None:
    """A doubt on a « savoir-faire » names the natures that it may have, without the layout; its page is in its source."""
    doubted = [
        (node["code"], node["classement"]["indetermine"], node["source"])
        for donnees in DOSSIERS[TITRE].values()
        for _, node in walk(donnees)
        if "classement" in node
    ]
    assert len(doubted) > 100
    for code, reason, source in doubted:
        assert "page" in source, code
        assert "organisationnel" in reason, code
        assert "relationnel" in reason, code
        assert not re.search(r"\b[Pp]ages?\b|ligne", reason), code
    assert all("classement" in element(TITRE, f"CP1-S{rank}") for rank in range(1, 18))


def test_the_sections_cited_for_the_end_of_a_registration_are_where_it_is_printed() -> None:
    """The end of RNCP32391 is under « Références autres », not under the title of the legal part."""
    for discordances in load().discordances.values():
        for discordance in discordances:
            for valeur in discordance.valeurs:
                if valeur.source.document == "fiche-rncp32391" and "4 janvier 2024" in valeur.valeur:
                    assert valeur.source.section == "autres-references", discordance.code


# How a document was read: its print, its columns, its crosses, what was lost when it became text.
EXTRACTION = re.compile(
    r"\b[nl]’imprime|\b(?:document|fiche|REAC|RE) (?:les? )?imprime|imprimée?s? (?:au|aux|dans|en italique|en tête|sous)\b"
    r"|\bcolonnes?\b|\bcroix\b|lignes? (?:vides? sépare|est isolée|se suivent)|points de suspension|crochets vides"
    r"|\bconversion en texte|\bIdem\b"
)


@pytest.mark.parametrize("slug", sorted(DOSSIERS))
def test_no_sentence_of_a_certification_tells_how_its_document_was_read(slug: str) -> None:
    """What was printed, crossed or lost is said on the page of discrepancies and with the sources, to who asks."""
    told = [
        (name, place, text)
        for name, donnees in DOSSIERS[slug].items()
        for place, node in walk(donnees)
        for key, text in node.items()
        if isinstance(text, str) and key != "intitule" and EXTRACTION.search(text)
    ]
    assert told == []
