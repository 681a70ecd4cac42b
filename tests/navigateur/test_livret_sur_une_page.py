"""The livret of each certification: it is filled and read, and « Le parcours, sur une page » is one page, however full."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from forms.livret_de_reperage.controles import AProposer
from forms.livret_de_reperage.derivation import derive
from forms.livret_de_reperage.mains import MAINS
from forms.plusieurs_mains import accords
from forms.plusieurs_mains.ecrits import Copie
from forms.questionnaire.modele import Questionnaire
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat, saved, tuteur
from tests.navigateur.form_page import SLUG, until
from tests.navigateur.livret_page import LivretPage
from tests.navigateur.test_livret import evaluated

FORMS = {c.slug: form for c in load().certifications if (form := derive(c))}
# Modules that prepare each part of the one that has most to say: more than one sheet holds.
MANY = 30
REASON = "Dix ans d’appels et de vente au comptoir, vus lundi avec le candidat. " * 3


def full(form: Questionnaire, modules: int = 1) -> Copie:
    """Return a livret in which everything is to be learnt, each part decided with a reason and prepared by modules."""
    written: dict[str, Any] = {"candidat-nom": candidat("Marie-Antoinette Dupont-de-la-Villardière")}
    for _, bloc in form.blocs():
        for controle in bloc.controles:
            if isinstance(controle, AProposer):
                prefix = bloc.code.lower()
                written |= {f"{prefix}-decision": tuteur("formation"), f"{prefix}-raison": tuteur(REASON)}
                for competence in controle.competences:
                    written[f"{competence.code.lower()}-vu-entreprise"] = tuteur("a_acquerir")
            for champ in controle.vus:
                written[champ] = tuteur("2027-03-08")
    voies = form.racine("voies")
    written["voies"] = tuteur(tuple(option.code for option in voies.options))  # type: ignore[union-attr]  # a choice
    written["evaluations-jour"] = tuteur("2027-03-08")
    offered = form.liste("modules").champs[1].options
    for rank, option in enumerate(offered * modules):
        written |= {
            f"modules/m{rank}/intitule": tuteur(f"Module {rank} : les bases, la pratique, le retour d’expérience"),
            f"modules/m{rank}/composante": tuteur(option.code),
            f"modules/m{rank}/heures_min": tuteur("14"),
            f"modules/m{rank}/heures_max": tuteur("21"),
        }
    for row, nom in (("a", "Marie-Antoinette Dupont"), ("b", "Paul Le Goff"), ("c", "Zoé O’Brien")):
        written |= {f"accords/{row}/nom": candidat(nom), f"accords/{row}/jour": candidat("2026-11-29")}
    found = accords.now(MAINS, form, written, "a")
    return Copie({**written, "accords/a/empreinte": candidat(found)})


@pytest.fixture(scope="module", params=FORMS)
def slug(request: pytest.FixtureRequest) -> str:
    """Return each certification that has a livret."""
    return str(request.param)


@pytest.fixture(scope="module")
def kept(kept_page: Page, serveur: str, slug: str) -> LivretPage:
    """Return the page of its livret, opened once, Python ready."""
    return LivretPage(kept_page, serveur, slug).open().computed()


@pytest.fixture
def livret(kept: LivretPage) -> LivretPage:
    """Return the page with an empty draft."""
    kept.blank()
    return kept


def test_each_certification_has_its_livret(
    livret: LivretPage, slug: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A first competence said and seen, a part decided, a file that the command line reads alike, a blank paper."""
    certification = load().certification(slug)
    competence = next(certification.composantes[0].all_competences()).code.lower()
    root = certification.composantes[0].code
    livret.sign_as("organisme", "Zoé")
    livret.choose(f"{competence}-dit", "acquis")
    livret.choose(f"{competence}-vu-organisme", "a_acquerir")
    livret.choose(f"{root.lower()}-decision", "formation")
    until(lambda: [etape["code"] for etape in livret.etat()["parcours"]["etapes"]] == [root], "the plan has a step")
    proposition = livret.page.locator(f"[data-proposition='{root}']")
    until(lambda: "L’interlocuteur confirme" in proposition.inner_text(), "the decision is told beside the proposal")
    assert livret.page.locator(".r-mains [data-section]").count() == len(list(FORMS[slug].sections))
    path = livret.save_file(tmp_path)
    assert evaluated(path, capsys) == (livret.page.text_content("#plan [data-champ=json]") or "") + "\n"
    sheets, text = livret.printed("vierge", tmp_path)
    assert sheets > 1
    assert "Zoé" not in text
    assert text.count("date et signature") == 3
    assert livret.errors == []


def test_the_path_is_one_sheet(livret: LivretPage, slug: str, tmp_path: Path) -> None:
    """Every competence to be learnt, modules, days, reasons, agreements: A4, one sheet, in a size that one can read.

    As with three modules a part: set smaller, still one sheet.  With so many that one could no longer read it, it goes on
    to a second sheet, and the page says so wherever it prints the path.
    """
    form = FORMS[slug]
    long = livret.page.locator("[data-long]:not([hidden])")
    counts = (MANY, 1, 3) if slug == SLUG else (1, 3)
    for modules in counts:
        path = tmp_path / f"plein-{modules}.json"
        text = saved(full(form, modules), certification=slug, version_referentiel=form.version_referentiel)
        path.write_text(text, "utf-8")
        if modules == counts[0]:
            livret.open_file(path)
        else:
            livret.receive(path, "ouvrir")
        wanted = len(form.liste("modules").champs[1].options) * modules
        until(lambda: sum(len(e["modules"]) for e in livret.etat()["parcours"]["etapes"]) == wanted, "it is that file")  # noqa: B023 — called at once
        sheets, text = livret.printed("synthese", tmp_path)
        assert (sheets > 1, long.count()) == ((True, 2) if modules == MANY else (False, 0))
    joined = "".join(text.split())
    for one in (competence for part in livret.etat()["propositions"] for competence in part["a_former"]):
        assert "".join(one.split()) in joined
    for one in (lecture for day in livret.etat()["echeances"] for lecture in day.get("lectures", ())):
        assert "".join(f"{one['intitule']}Notre lecture : {one['affiche']}".split()) in joined
    for words in ("Donné à ce qui est écrit", "Empreinte absente", "nom, date et signature"):
        assert words in text, words
