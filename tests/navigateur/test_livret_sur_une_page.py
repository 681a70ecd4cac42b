"""« Le parcours, sur une page » is one page, however full the livret."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from forms.livret import accords
from forms.livret.derivation import derive
from forms.livret.ecrits import Livret
from forms.questionnaire.modele import Questionnaire
from referentials.load import load
from tests.forms.livret.outils_livret import candidat, saved, tuteur
from tests.navigateur.form_page import until
from tests.navigateur.livret_page import LivretPage

FORMS = {c.slug: form for c in load().certifications if (form := derive(c))}
REASON = "Dix ans d’appels et de vente au comptoir, vus lundi avec le candidat. " * 3


def full(form: Questionnaire, modules: int = 1) -> Livret:
    """Return a livret in which everything is to be learnt, each part decided with a reason and prepared by modules."""
    written: dict[str, Any] = {"candidat-nom": candidat("Marie-Antoinette Dupont-de-la-Villardière")}
    for _, bloc in form.blocs():
        for controle in bloc.controles:
            if controle["nature"] == "proposition":
                prefix = bloc.code.lower()
                written |= {f"{prefix}-decision": tuteur("formation"), f"{prefix}-raison": tuteur(REASON)}
                for competence in controle["competences"]:
                    written[f"{competence['code'].lower()}-vu-entreprise"] = tuteur("a_acquerir")
            elif controle.get("champ"):
                written[controle["champ"]] = tuteur("2027-03-08")
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
    found = accords.now(form, written, "a")
    return Livret({**written, "accords/a/empreinte": candidat(found)})


@pytest.mark.parametrize("slug", FORMS)
def test_the_path_is_one_sheet(page: Page, serveur: str, tmp_path: Path, slug: str) -> None:
    """Every competence to be learnt, modules, days, reasons, agreements: A4, one sheet, in a size that one can read."""
    form = FORMS[slug]
    livret = LivretPage(page, serveur, slug).open().computed()
    # Then as with three modules a part: set smaller, still one sheet.
    for modules in (1, 3):
        path = tmp_path / f"plein-{modules}.json"
        text = saved(full(form, modules), certification=slug, version_referentiel=form.version_referentiel)
        path.write_text(text, "utf-8")
        if modules == 1:
            livret.open_file(path)
        else:
            livret.receive(path, "ouvrir")
        wanted = len(form.liste("modules").champs[1].options) * modules
        until(lambda: sum(len(e["modules"]) for e in livret.etat()["parcours"]["etapes"]) == wanted, "it is that file")  # noqa: B023 — called at once
        sheets, text = livret.printed("synthese", tmp_path)
        assert sheets == 1
    joined = "".join(text.split())
    for one in (competence for part in livret.etat()["propositions"] for competence in part["a_former"]):
        assert "".join(one.split()) in joined
    for one in (lecture for day in livret.etat()["echeances"] for lecture in day.get("lectures", ())):
        assert "".join(f"{one['intitule']}. Notre lecture : {one['affiche']}".split()) in joined
    for words in ("Donné à ce que dit le livret", "Empreinte absente", "nom, date et signature"):
        assert words in text, words
