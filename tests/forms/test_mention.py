"""Whose statements a verdict rests on: said beside it, in every output, for every certification."""

from __future__ import annotations

import base64
import csv
import io
import json

import pytest

from forms import __main__ as command
from forms import bridge, commande, texte
from forms.derivation import derive
from forms.evaluation import evaluate
from forms.formulaire import Formulaire, from_json, to_json
from forms.livret import actions as livret_actions
from forms.livret.derivation import derive as derive_livret
from forms.phrases import NBSP
from forms.phrases_origine import COLUMN, ORIGINES, mention
from forms.resultat import to_json as result_to_json
from referentials.load import load
from tests.forms.outils_sorties import Run, answered, livret_of, sheet
from tests.outils import ATTENDUS
from tests.outils_pages import read, source

FORMS = {certification.slug: derive(certification) for certification in load().certifications}


def plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace(NBSP, " ")


# What they write counts nothing of the statements: whether a file is valid, and the file itself.
WITHOUT_VERDICT = {"verifier", "migrer"}


@pytest.mark.parametrize("slug", FORMS)
def test_no_verdict_stands_without_its_mention(slug: str) -> None:
    """The form says it; where Repère wrote a statement, it names Repère."""
    form: Formulaire = from_json(json.loads(json.dumps(to_json(FORMS[slug]))))
    assert form.mention == FORMS[slug].mention
    if any(item.origine == "repere" for item in form.all_items()):
        assert "proposés par Repère" in plain(form.mention)
    lines = plain(texte.write(form, {}, "", "2026-11-29")).splitlines()
    verdict = result_to_json(evaluate(form, {}))["phrase"]
    assert lines.index(plain(form.mention)) == lines.index(plain(verdict)) + 1


@pytest.mark.parametrize("slug", FORMS)
def test_every_command_says_whose_the_statements_are(slug: str, run: Run) -> None:
    """Each output in full, a CSV for each statement: a sentence before or after a table would spoil it."""
    form, file = FORMS[slug], answered(slug)
    said = plain(form.mention)
    assert said
    for name in sorted({*commande.COMMANDS, *command.TABLES} - WITHOUT_VERDICT - {"csv"}):
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
    assert plain(form.mention) in run("verser", livret_of(slug), answered(slug), warnings=True)
    corps = {"valeurs": {}, "ecartees": [], "texte": answered(slug), "formulaire": to_json(form)}
    assert form.mention in livret_actions.ACTIONS["verser"](livret, corps)["avis"]


@pytest.mark.parametrize("slug", FORMS)
def test_every_action_of_the_page_says_whose_the_statements_are(slug: str) -> None:
    """All that Python gives to the page to show or to hand over; opening a file shows no verdict of its own."""
    form = FORMS[slug]
    text = json.dumps(to_json(form), ensure_ascii=False)
    side = {"libelle": "Moi", "reponses": {}}
    corps = {"reponses": {}, "nom": "", "jour": "2026-11-29", "avant": side, "apres": side}
    for name in bridge.ACTIONS.keys() - {"ouvrir", "csv"}:
        found = json.loads(bridge.handle(text, json.dumps({"action": name, "corps": corps})))["resultat"]
        said = sheet(base64.b64decode(found["base64"])) if name == "xlsx" else json.dumps(found, ensure_ascii=False)
        assert plain(form.mention) in plain(said), name


@pytest.mark.parametrize("slug", FORMS)
def test_the_page_says_it_before_any_script(slug: str) -> None:
    """Beside the verdict and the comparison, in parts that paper prints too."""
    page = read(source("auto_positionnement", load(), slug))
    said = plain(FORMS[slug].mention)
    for name in ("resultat", "comparaison"):
        (section,) = page.all("section", id=name)
        assert said in plain(section.text), name
    (place,) = page.all("p", **{"data-champ": "mention"})
    assert plain(place.text) == said
    assert "r-ecran-seul" not in (place.attributes["class"] or "")


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
    assert "un autre document" in mention(document, [*document, "repere"], borrowed=True, thresholds=False)
    assert "un autre document" not in mention(document, document, borrowed=False, thresholds=False)
    assert "réponses possibles sont proposées par Repère" in plain(
        mention(document, ours, borrowed=True, thresholds=False)
    )


def test_a_part_of_ours_is_counted() -> None:
    """Of statements of both kinds, it says how many are ours."""
    said = plain(mention(["document", "repere", "repere"], ["document"], borrowed=False, thresholds=True))
    assert said.startswith("Sur 3, 2 énoncés sont proposés par Repère ; les autres sont ceux du document")
