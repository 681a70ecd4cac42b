"""Whose statements a verdict rests on: said beside it, in every output, for every certification."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from forms import texte
from forms.derivation import derive
from forms.evaluation import evaluate
from forms.formulaire import Formulaire, from_json, to_json
from forms.phrases import NBSP
from forms.phrases_origine import mention
from forms.resultat import to_json as result_to_json
from referentials.load import load
from tests.outils import ATTENDUS

FORMS = {certification.slug: derive(certification) for certification in load().certifications}


def plain(text: str) -> str:
    """Return a text with ordinary spaces."""
    return text.replace(NBSP, " ")


@pytest.mark.parametrize("slug", FORMS)
def test_no_verdict_stands_without_its_mention(slug: str) -> None:
    """The form, the result in JSON and the text say it; where Repère wrote a statement, they name Repère."""
    form: Formulaire = from_json(json.loads(json.dumps(to_json(FORMS[slug]))))
    assert form.mention
    if any(item.origine == "repere" for item in form.all_items()):
        assert "proposés par Repère" in plain(form.mention)
    result = result_to_json(evaluate(form, {}))
    assert result["mention"] == form.mention
    text = plain(texte.write(form, {}, "", "2026-11-29")).splitlines()
    assert text.index(plain(form.mention)) == text.index(plain(result["phrase"])) + 1


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


def test_the_page_has_a_place_for_it_beside_the_verdict() -> None:
    """The built page shows it before any script, in the same part as the verdict, which paper prints too."""
    template = (Path(__file__).parents[2] / "macros" / "templates" / "resultat.j2").read_text("utf-8")
    verdict = template[template.index("<div data-ensemble>") :]
    assert 'data-champ="mention"' in verdict[: verdict.index("</div>")]
