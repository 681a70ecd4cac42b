"""Whose statements a verdict rests on: said beside it, in every output, for every certification."""

from __future__ import annotations

import base64
import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from forms import __main__ as command
from forms import bridge
from forms.auto_positionnement import phrases, texte
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire, from_json, to_json
from forms.auto_positionnement.genre import GENRE as AUTO_POSITIONNEMENT
from forms.auto_positionnement.passerelles.derivation import links
from forms.auto_positionnement.passerelles.liens import origine_to_json, voisines_to_json
from forms.auto_positionnement.reponses import Reponse
from forms.auto_positionnement.requete import Requete
from forms.auto_positionnement.resultat import to_json as result_to_json
from forms.livret_de_reperage import actions as livret_actions
from forms.livret_de_reperage import versees
from forms.livret_de_reperage.derivation import derive as derive_livret
from forms.livret_de_reperage.etat import evaluate as evaluate_livret
from forms.livret_de_reperage.tableur import feuille
from forms.livret_de_reperage.texte import texte as texte_livret
from forms.plusieurs_mains.ecrits import Copie
from forms.socle import commandes
from forms.socle.phrases import NBSP
from forms.socle.phrases_origine import COLUMN, ORIGINES, Echelle, mention
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, published
from tests.forms.outils_sorties import Run, answered, answered_throughout, livret_of, sheet
from tests.outils import ATTENDUS
from tests.outils_pages import read, source

JOUR = date(2026, 11, 29)
FORMS = {
    certification.slug: derive(certification) for certification in load().certifications if certification.has_statements
}


def plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace(NBSP, " ")


def poured(slug: str) -> str:
    """Return what a livret says of the statements of an auto-positionnement: no threshold plays a part in it."""
    livret = derive_livret(load().certification(slug))
    assert livret
    said = plain(versees.sentence(livret))
    assert said
    assert "seuil" not in said
    assert plain(FORMS[slug].mention).startswith(said.partition(".")[0])
    return said


# What they write counts nothing of the statements: whether a file is valid, and the file itself.
WITHOUT_VERDICT = {"verifier", "migrer"}


@pytest.mark.parametrize("slug", FORMS)
def test_no_verdict_stands_without_its_mention(slug: str) -> None:
    """The form says it; where Repère wrote a statement, it names Repère."""
    form: Formulaire = from_json(json.loads(json.dumps(to_json(FORMS[slug]))))
    assert form.mention == FORMS[slug].mention
    if any(item.origine == "repere" for item in form.all_items()):
        assert re.search("proposée?s par Repère", plain(form.mention))
    lines = plain(texte.write(form, Requete({}, "", "2026-11-29"))).splitlines()
    verdict = result_to_json(evaluate(form, {}))["phrase"]
    assert lines.index(plain(form.mention)) == lines.index(plain(verdict)) + 1


@pytest.mark.parametrize("slug", FORMS)
def test_every_command_says_whose_the_statements_are(slug: str, run: Run) -> None:
    """Each output in full, a CSV for each statement: a sentence before or after a table would spoil it."""
    form, file = FORMS[slug], answered(slug)
    said = plain(form.mention)
    assert said
    for name in sorted({*commandes.TEXTES, *command.TABLES} - WITHOUT_VERDICT - {"csv"}):
        assert said in run(name, file), name
    for written in ("texte", "json"):
        assert said in run("comparer", file, file, options=("--format", written)), written
    rows = list(csv.DictReader(io.StringIO(run("csv", file).removeprefix("\ufeff")), delimiter=";"))
    assert [row[COLUMN] for row in rows] == [ORIGINES[item.origine] for item in form.all_items()]
    for name in WITHOUT_VERDICT:
        assert "énoncé positif" not in run(name, file), name


@pytest.mark.parametrize("slug", [slug for slug in FORMS if derive_livret(load().certification(slug))])
def test_what_is_poured_into_a_livret_says_whose_the_statements_are(slug: str, run: Run) -> None:
    """What the livret says of a competence then rests on them: the notice of the command and of the page says it."""
    form, livret = FORMS[slug], derive_livret(load().certification(slug))
    assert livret
    assert poured(slug) in run("verser", livret_of(slug), answered(slug), warnings=True)
    corps = {"valeurs": {}, "ecartees": [], "texte": answered(slug), "formulaire": to_json(form)}
    assert poured(slug) in plain(livret_actions.ACTIONS["verser"](livret, corps)["avis"])


@pytest.mark.parametrize("slug", [slug for slug in FORMS if derive_livret(load().certification(slug))])
def test_a_livret_that_was_poured_into_says_whose_the_statements_are_in_every_output(slug: str, run: Run) -> None:
    """As long as it says the day of what was poured: text, state, tables; nothing poured, nothing said."""
    livret = derive_livret(load().certification(slug))
    assert livret
    text, said = run("verser", livret_of(slug), answered_throughout(slug)), poured(slug)
    for name in sorted({*commandes.TEXTES, *command.TABLES} - WITHOUT_VERDICT):
        assert said in run(name, text), name
        assert said not in run(name, livret_of(slug)), name
    shown = livret_actions.ACTIONS["texte"](livret, {**json.loads(text), "jour": "2026-11-29"})
    assert said in plain(shown["texte"])


@pytest.mark.parametrize("slug", [slug for slug in FORMS if derive_livret(load().certification(slug))])
def test_the_page_of_the_livret_says_it_beside_the_day_of_what_was_poured(slug: str) -> None:
    """In the part of the form that holds that day, on screen and on paper."""
    (part,) = read(source("livret_de_reperage", load(), slug)).all("fieldset", id="b-auto-positionnement")
    assert poured(slug) in plain(part.text)


@pytest.mark.parametrize(("day", "says"), [("2026-01-10", True), ("n’importe quoi", True), ("", False), ("  ", False)])
def test_every_output_of_a_livret_asks_in_one_way_whether_something_was_poured(day: str, *, says: bool) -> None:
    """The day that says so: state, text and table all have the sentence, or none; a blank one says nothing."""
    form = published()
    livret = Copie({versees.CHAMP: candidat(day)})
    outputs = (
        evaluate_livret(form, livret, JOUR).mention,
        texte_livret(form, livret, JOUR),
        str(feuille(form, livret, JOUR.isoformat()).lignes),
    )
    assert [poured(form.certification) in plain(text) for text in outputs] == [says] * 3


@pytest.mark.parametrize("slug", FORMS)
def test_every_action_of_the_page_says_whose_the_statements_are(slug: str) -> None:
    """All that Python gives to the page to show or to hand over; opening a file shows no verdict of its own."""
    form = FORMS[slug]
    text = json.dumps(to_json(form), ensure_ascii=False)
    side = {"libelle": "Moi", "reponses": {}}
    known = links(load())
    ailleurs = {
        "origine": origine_to_json(known.origine(slug)),
        "collection": voisines_to_json([known.voisine(one) for one in load().certifications if one.has_statements]),
    }
    corps = {"reponses": {}, "nom": "", "jour": "2026-11-29", "avant": side, "apres": side, **ailleurs}
    for name in AUTO_POSITIONNEMENT.actions.keys() - {"ouvrir", "transposer", "csv"}:
        found = json.loads(bridge.handle(text, json.dumps({"action": name, "corps": corps})))["resultat"]
        said = sheet(base64.b64decode(found["base64"])) if name == "xlsx" else json.dumps(found, ensure_ascii=False)
        assert plain(form.mention) in plain(said), name


@pytest.mark.parametrize("slug", FORMS)
def test_the_page_says_it_before_any_script(slug: str) -> None:
    """Beside the verdict and the comparison, in parts that paper prints too."""
    page = read(source("auto_positionnement", load(), slug))
    said = plain(FORMS[slug].mention)
    (section,) = page.all("section", id="resultat")
    assert said in plain(section.text)
    # The comparison, which the script brings, takes it from there; that of the passerelles comes with them.
    places = page.all("p", **{"data-champ": "mention"})
    assert [plain(place.text) for place in places] == [said]
    assert not any("r-ecran-seul" in (place.attributes["class"] or "") for place in places)
    (configuration,) = page.all("script", id="r-configuration")
    badges = {etat: words for etat, (_, words) in json.loads(configuration.text)["etats"].items()}
    assert {badges["atteint"], badges["non_atteint"]} == {"Seuil atteint, selon vous", "Sous le seuil, selon vous"}


def test_the_mentions_of_the_published_forms_were_read() -> None:
    """The sentence of each published form is the one that was reviewed."""
    expected = (ATTENDUS / "textes" / "mentions.txt").read_text("utf-8")
    assert "".join(f"{slug} : {plain(form.mention)}\n" for slug, form in FORMS.items()) == expected


@pytest.mark.parametrize("slug", [slug for slug, form in FORMS.items() if form.seuils])
def test_a_threshold_applied_to_our_statements_is_an_indication(slug: str) -> None:
    """An official threshold, applied to statements that the source does not have, says that it is indicative."""
    assert "à titre indicatif" in FORMS[slug].mention


def test_a_scale_of_another_document_is_said_to_be() -> None:
    """Statements of the document, answers of another: the second is said; answers all ours are said to be ours."""
    document, ours = ["document"] * 2, ["repere"] * 2

    def said(labels: list[str], answers: list[str], *, borrowed: bool) -> str:
        return plain(mention(document, Echelle(labels, answers, borrowed), thresholds=False))

    assert "un autre document" in said([*document, "repere"], [*document, "repere"], borrowed=True)
    assert "un autre document" not in said(document, document, borrowed=False)
    assert said(ours, ours, borrowed=False).endswith("réponses possibles sont proposées par Repère.")
    # Nothing of ours completes them.
    assert said(document, document, borrowed=True).endswith("Les réponses possibles viennent d’un autre document.")
    assert said([*document, "repere"], [*document, "repere"], borrowed=True).endswith("complétées par Repère.")
    # The labels are a document's, the words that the candidate reads are ours.
    assert said(document, ours, borrowed=False).endswith("proposées par Repère, à partir d’une échelle du document.")
    assert said(document, ours, borrowed=True).endswith("à partir d’une échelle d’un autre document.")


def test_nothing_is_said_of_statements_that_are_not_there() -> None:
    """A form without any says whose none of them is."""
    assert mention([], Echelle([], [], borrowed=False), thresholds=True) == ""


def test_a_part_of_ours_is_counted() -> None:
    """Of statements of both kinds, it says how many are ours."""
    scale = Echelle(["document"], ["document"], borrowed=False)
    said = plain(mention(["document", "repere", "repere"], scale, thresholds=True))
    assert said.startswith("Sur 3, 2 énoncés sont proposés par Repère ; les autres sont ceux du document")


def test_words_that_do_not_repeat_the_document_are_ours() -> None:
    """« Non évaluable » and « Expert » are the document's; what the candidate answers in their place is Repère's."""
    valeurs = {valeur.code: valeur for valeur in load().certification("charge-de-clientele").echelle.valeurs}
    assert {code: (v.origine, v.origine_des_mots) for code, v in valeurs.items() if v.origine == "document"} == {
        "niveau_0": ("document", "repere"),
        "niveau_4": ("document", "repere"),
    }


# One that says where a threshold stands; « pour savoir si le seuil est atteint » says nothing of it.
CLAIM = re.compile(r"(?<!si )le seuil.* (est|n’est) .*atteint|il en manque", re.IGNORECASE)


def test_no_threshold_is_said_to_be_reached_or_missed_but_as_an_estimate() -> None:
    """Who judges oneself cannot say where one stands under an official threshold: sentences say who says it.

    A verdict, whatever its words; before the details conclude, each sentence that says a threshold is reached, or is not.
    All statements answered alike, one in two, or the first half of them.
    """
    verdicts = {(etat, plain(phrases.overall(etat, "bloc", 1, 2))) for etat in ("atteint", "non_atteint", "en_cours")}
    early = set()
    for form in (form for form in FORMS.values() if form.seuils):
        items = [item.code for item in form.all_items()]
        for valeur in form.echelle:
            for answered_to in (items, items[::2], items[: len(items) // 2]):
                found = result_to_json(evaluate(form, {code: Reponse(valeur.code) for code in answered_to}))
                under = [groupe for groupe in _every(found["groupes"]) if "seuil" in groupe]
                assert {groupe["code"] for groupe in under} == {seuil.groupe for seuil in form.seuils}
                verdicts |= {(one["etat"], plain(one["phrase"])) for one in (found, *under) if one["concluant"]}
                early |= {plain(one["phrase"]) for one in (found, *under) if not one["concluant"]}
    assert {etat for etat, _ in verdicts} == {"atteint", "non_atteint", "en_cours"}
    claims = [sentence for phrase in early for sentence in phrase.split(". ") if CLAIM.search(sentence)]
    assert claims
    said = [*(phrase for _, phrase in verdicts), *claims]
    assert [phrase for phrase in said if "d’après votre estimation" not in phrase.lower()] == []


def _every(groupes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for groupe in groupes:
        yield groupe
        yield from _every(groupe["groupes"])
