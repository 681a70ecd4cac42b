"""The annex of commitments: what is promised comes from the rules whose breach the source makes cause for withdrawal."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from forms.__main__ import main
from forms.dossier_habilitation.actions import ACTIONS, lire
from forms.dossier_habilitation.annexe import annexe, texte
from forms.dossier_habilitation.convention import projet
from forms.dossier_habilitation.derivation import derive
from forms.dossier_habilitation.page import PAGE
from forms.questionnaire.echange import papers, to_json
from forms.questionnaire.modele import Questionnaire
from forms.socle.phrases import NBSP, typeset
from forms.socle.refus import Refus
from referentials.check.schemas import validator
from referentials.load import load
from tests.forms.dossier_habilitation.outils_dossier import JOUR, changed, conforming
from tests.forms.questionnaire.outils_questionnaire import published
from tests.outils import CAS, FOLDER, PUBLISHED, SLUG, edit, tree

HOSTILE = '<img src=x onerror="window.__attaque=1">'
# Where the source itself says that a breach may end the accreditation.
SAID = {
    "R-GUIDE-CERTIFICATIF": ("§ 3.4", "§ 3.4"),
    "R-GUIDE-VAE": ("§ 4.3", "§ 4.3"),
    "R-ENQUETE-RESULTATS": ("§ 5.8.3", "§ 5.8.3"),
    "R-REPONSE-BRANCHE": ("§ 5.8.4", "§ 6.1"),
    "R-MODIFICATION": ("§ 5.8.4", "§ 6.1"),
    "R-FORMATION-DECLAREE": ("§ 3.2", "§ 6.1"),
    "R-CONTROLE-SOUMISSION": ("note 2", "§ 6.1"),
}
ALL = CAS / "conformes" / "tout-ce-que-les-schemas-admettent"


def test_each_commitment_is_a_rule_whose_breach_is_cause_for_withdrawal() -> None:
    """In our own words, with the clause of the rule and that of the withdrawal; no rule without one, in the order of the data."""
    found = annexe(published(), conforming(), JOUR)["engagements"]
    rules = [regle for regle in load().certification(PUBLISHED).regles if regle.retrait]
    assert [(one["code"], one["enonce"]) for one in found] == [(r.code, typeset(r.enonce)) for r in rules]
    said = {one["code"]: (one["clause"], one["retrait"]) for one in found}
    assert {code: said[code] for code in SAID} == SAID
    # Whether they expose to a withdrawal, the source does not say.
    assert said.keys().isdisjoint({"R-CALME", "R-DECLARATION", "R-RATTRAPAGE", "R-PREREQUIS"})


def test_every_commitment_binds_the_organisation() -> None:
    """Nobody signs for what a jury, a tutor or the branche must do."""
    certification = load().certification(PUBLISHED)
    bound = [regle for regle in certification.regles if regle.retrait]
    assert {(regle.acteur, regle.force) for regle in bound} == {
        ("organisme", "obligation"),
        ("organisme", "interdiction"),
    }
    provided = {certification.rule(regle.retrait).code for regle in bound if regle.retrait}
    assert provided == {"R-RETRAIT", "R-GUIDE-CERTIFICATIF-RETRAIT", "R-GUIDE-VAE-RETRAIT", "R-ENQUETE-RETRAIT"}


@pytest.mark.parametrize(
    ("offres", "guides"),
    [
        (["formation"], {"R-GUIDE-CERTIFICATIF"}),
        (["vae"], {"R-GUIDE-VAE"}),
        (["formation", "vae"], {"R-GUIDE-CERTIFICATIF", "R-GUIDE-VAE"}),
        ([], {"R-GUIDE-CERTIFICATIF", "R-GUIDE-VAE"}),
        ("?", {"R-GUIDE-CERTIFICATIF", "R-GUIDE-VAE"}),
    ],
)
def test_one_promises_for_the_routes_that_one_offers(offres: Any, guides: set[str]) -> None:
    """Before that is said, or where it is not understood, for all of them."""
    found = annexe(published(), changed(conforming(), {"offres": offres}), JOUR)["engagements"]
    codes = {one["code"] for one in found}
    assert codes & {"R-GUIDE-CERTIFICATIF", "R-GUIDE-VAE"} == guides
    assert "R-SOUS-TRAITANCE-EVALUATION" in codes


def test_the_annex_says_whose_proposal_it_is_who_promises_and_the_state_of_the_day() -> None:
    """First that it comes from Repère and that the branche may want another; then who, for what, and where to sign."""
    found = annexe(published(), conforming(), JOUR)
    assert found["proposition"].startswith("Annexe proposée par Repère.")
    assert "la branche peut en demander une autre" in found["proposition"]
    assert found["organisme"][0] == conforming()["denomination"]
    assert found["etat_certification"]["jour"] == found["jour"] == JOUR.isoformat()
    assert found["a_signer"] == ["Fait à", "Le", "Nom et fonction", "Signature"]
    # What the document leaves open is said with what was chosen.
    assert len(found["lectures"]) == 1
    text = texte(published(), conforming(), JOUR).replace(NBSP, " ")
    lines = text.splitlines()
    assert lines[0] == "Annexe d’engagements"
    assert lines.index(found["proposition"].replace(NBSP, " ")) < lines.index(conforming()["denomination"])
    assert found["etat_certification"]["phrase"].replace(NBSP, " ") in text
    assert [line[:8] for line in lines[-4:]] == ["Fait à :", "Le : ………", "Nom et f", "Signatur"]
    assert all(f"{rang}. " in text for rang in range(1, len(found["engagements"]) + 1))


@pytest.mark.parametrize("answers", [{}, {"denomination": " ", "offres": {"a": 1}}], ids=["vide", "illisible"])
def test_an_empty_dossier_still_has_its_annex(answers: dict[str, Any]) -> None:
    """With a line for the name, and every commitment."""
    found = annexe(published(), answers, JOUR)
    assert [one.replace(NBSP, " ") for one in found["organisme"]] == ["Nom de l’organisme : à compléter"]
    assert len(found["engagements"]) == len([r for r in load().certification(PUBLISHED).regles if r.retrait])
    assert "Nom de l’organisme : à compléter" in texte(published(), answers, JOUR).replace(NBSP, " ")


def test_an_address_is_no_name() -> None:
    """Where the address alone is written, the name is still to be completed, in the annex and in the convention."""
    answers = changed(conforming(), {"denomination": ""})
    said = texte(published(), answers, JOUR).replace(NBSP, " ")
    assert "Nom de l’organisme : à compléter\n3 rue des Essais, 37000 Tours" in said
    (organisme,) = [
        one for one in projet(published(), answers, JOUR)["parties"] if one["intitule"] == "Pour l’organisme"
    ]
    assert [one["texte"] for one in organisme["lignes"]] == ["", "3 rue des Essais, 37000 Tours", ""]


@pytest.mark.parametrize("answers", [conforming(), {}, {"denomination": HOSTILE}], ids=["conforme", "vide", "hostile"])
def test_the_annex_follows_its_schema_and_is_what_the_page_gets(answers: dict[str, Any]) -> None:
    """The page has the form, and asks for what this paper is made of: the same commitments, the same text."""
    found = annexe(published(), answers, JOUR)
    assert [fault.message for fault in validator("annexe-engagements").iter_errors(found)] == []
    form = lire(PAGE.donnees(published()))
    assert (form.annexe, form.convention) == (None, None)
    corps = {**json.loads(json.dumps(papers(published()))), "valeurs": answers, "jour": JOUR.isoformat()}
    assert ACTIONS["engagements"](form, corps) == found
    assert ACTIONS["engagements_en_texte"](form, corps) == {"texte": texte(published(), answers, JOUR)}


def small(folder: Path, *, retrait: bool) -> Questionnaire:
    """Return the form of another certification with a cahier des charges, whose rules name a withdrawal or not."""
    root = tree(ALL, folder)

    def change(regles: Any) -> None:
        for regle in regles:
            regle.pop("retrait", None)
        binding = next(r for r in regles if r["force"] == "obligation" and "voies" not in r)
        if retrait:
            other = next(r for r in regles if r["code"] != binding["code"])
            other["force"] = "consequence"
            binding["retrait"] = other["code"]

    edit(root / f"{FOLDER}/regles.json", change)
    form = derive(load(root).certification(SLUG))
    assert form
    return form


def test_another_certification_has_an_annex_only_where_its_rules_say_so(tmp_path: Path) -> None:
    """A cahier des charges whose rules name no withdrawal gives none, and asking for it is refused in words."""
    assert len(annexe(small(tmp_path / "a", retrait=True), {}, JOUR)["engagements"]) == 1
    form = small(tmp_path / "b", retrait=False)
    assert form.annexe is None
    assert "annexe" not in to_json(form)
    with pytest.raises(Refus, match="ne disent pas quels manquements"):
        annexe(form, {}, JOUR)


def test_the_command_writes_the_annex(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As text, or as the JSON of the page, on the day that one asks."""
    kept = next(
        path
        for path in sorted((CAS / "exports").rglob("*.json"))
        if json.loads(path.read_text("utf-8"))["format"] == "repere/dossier-habilitation"
    )
    donnees = json.loads(kept.read_text("utf-8"))
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(donnees | {"valeurs": conforming()}), "utf-8")
    assert main(["engagements", str(path), "--jour", JOUR.isoformat()]) == 0
    assert capsys.readouterr().out == texte(published(), conforming(), JOUR)
    assert main(["engagements", str(path), "--jour", JOUR.isoformat(), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == annexe(published(), conforming(), JOUR)


def test_the_whole_form_comes_back_from_its_json() -> None:
    """Its commitments and its convention to come included; without them, nothing is said of them."""
    form = published()
    assert lire(json.loads(json.dumps(to_json(form)))) == form
    without = replace(form, annexe=None, convention=None)
    assert lire(to_json(without)) == without
