"""What Repère chose where a source leaves something open is told where it acts: beside the rule, and beside the verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from forms.auto_positionnement import texte
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import from_json
from forms.auto_positionnement.formulaire import to_json as form_to_json
from forms.auto_positionnement.requete import Requete
from forms.auto_positionnement.resultat import to_json
from forms.livret_de_reperage import etat as etat_livret
from forms.livret_de_reperage import texte as texte_livret
from forms.livret_de_reperage.derivation import derive as derive_livret
from forms.plusieurs_mains.ecrits import Copie
from forms.socle import voies
from forms.socle.phrases import NBSP
from macros.comparaison.paires import pairs
from macros.names import anchor
from macros.pages.commun import Contexte
from macros.pages.comparer import render_pair
from referentials.check.schemas import validator
from referentials.load import load
from referentials.model_certification import Certification, Epreuve
from tests.outils import PUBLISHED
from tests.outils_pages import ASSETS, having, read, source, unlinked

CERTIFICATIONS = [load().certification(slug) for slug in having("reglement")]
EACH = pytest.mark.parametrize("certification", CERTIFICATIONS, ids=lambda c: c.slug)


def plain(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(text.replace(NBSP, " ").replace("\u202f", " ").split())


def told(text: str, certification: Certification, codes: tuple[str, ...]) -> bool:
    """Return whether a text says each of these readings: what is open, and what was chosen."""
    entries = certification.readings(codes)
    assert len(entries) == len(codes)
    return all(plain(entry.intitule) in text and plain(entry.affiche) in text for entry in entries)


@EACH
def test_every_reading_is_beside_its_rule(certification: Certification) -> None:
    """On the règlement, inside the element of the rule, with a link to the discrepancy."""
    reading = read(source("reglement", load(), certification.slug))
    shown = {e.attributes.get("id"): plain(e.text) for e in reading.all("li")}
    links = {link.attributes.get("href") for link in reading.all("a")}
    for regle in certification.regles:
        assert told(shown[anchor(regle.code)], certification, regle.discordances)
        assert {f"../../../discordances/#{anchor(code)}" for code in regle.discordances} <= links


@EACH
def test_every_reading_of_an_exam_is_on_the_page_of_the_exams(certification: Certification) -> None:
    """Once at the top where it decided all of them, else inside its exam or its session."""
    page = plain(" ".join(e.text for e in read(source("evaluations", load(), certification.slug)).all("li")))
    for one in (*certification.epreuves, *certification.sessions):
        assert told(page, certification, one.discordances)


def test_every_reading_of_a_piece_is_beside_it() -> None:
    """In the cahier des charges, those that decided the piece and those of its checks: the age of a KBIS among them."""
    certification = load().certification(PUBLISHED)
    cahier = certification.cahier_des_charges
    assert cahier
    reading = read(source("cahier_des_charges", load(), PUBLISHED))
    shown = {e.attributes.get("id"): plain(e.text) for e in reading.all("li")}
    for piece in cahier.pieces:
        assert told(shown[anchor(piece.code)], certification, piece.every_discordance())
    assert "Jour où s’apprécie l’âge d’une pièce" in shown[anchor("P-KBIS")]


def test_the_readings_that_the_issue_names_point_to_their_discrepancy() -> None:
    """80 % of the domain or of the whole, the evaluator's two years, six months and two years of follow-up."""
    regles = {regle.code: regle.discordances for regle in load().certification(PUBLISHED).regles}
    assert "DISC-SEUIL-PORTEE" in regles["R-SEUIL-D1"]
    assert "DISC-SEUIL-PORTEE" in regles["R-SEUIL-D2"]
    assert "DISC-EXPERIENCE-METIER" in regles["R-EVALUATEUR-METIER"]
    assert "DISC-TABLEAU-SUIVI" in regles["R-SUIVI-6MOIS"]
    assert "DISC-TABLEAU-SUIVI" in regles["R-SUIVI-2ANS"]


def figures() -> Iterator[tuple[str, Certification, str, str, str]]:
    """Yield what cites a rule, an exam or a session on each fiche and comparison: page, code, its line, what heads it."""
    collection = load()
    several = {one.slug: one for one in CERTIFICATIONS}
    every = [(one.slug, unlinked(source("fiche", collection, one.slug)), {"": one}) for one in CERTIFICATIONS]
    for paire in pairs(collection):
        contexte = Contexte("../../", lambda _: ASSETS)
        every.append((paire.adresse, render_pair(collection, paire.adresse, contexte), several))
    for name, page, named in every:
        head = ""
        for line in re.split(r"(?=<li|<dt|<p class=\"r-seance\"|<tr)", page):
            head = line if line.startswith("<p") else head if line.startswith("<li") else ""
            for slug, code in re.findall(
                r'href="(?:[./]*certifications/([^/]*)/)?(?:reglement|evaluations)/#([^"]*)"', line
            ):
                if slug in named:
                    yield name, named[slug], code, line, head


def test_every_figure_of_a_fiche_or_of_a_comparison_says_its_readings() -> None:
    """Beside the link to the rule, to the exam or to the session; what the exams of a session share heads them."""
    mute, seen = [], 0
    for name, certification, code, line, head in figures():
        read_so = (*certification.regles, *certification.epreuves, *certification.sessions)
        one = next(one for one in read_so if anchor(one.code) == code)
        seen += len(one.discordances)
        said = line + head if isinstance(one, Epreuve) else line
        mute += [(name, one.code, d) for d in one.discordances if f'discordances/#{anchor(d)}"' not in said]
    assert mute == []
    assert seen > 100
    fiche = source("fiche", load(), PUBLISHED)
    validity = fiche[fiche.index("Validité de ce qui est acquis") :]
    assert "discordances/#c-disc-conservation-depart" in validity[: validity.index("</dd>")]


def test_no_exam_is_listed_without_its_session_and_its_routes() -> None:
    """On a fiche and a comparison: eleven exams of three sessions in a row read as one exam."""
    mute, seen = [], 0
    for name, certification, code, line, head in figures():
        epreuve = next((one for one in certification.epreuves if anchor(one.code) == code), None)
        if epreuve is None:
            continue
        seen += 1
        titles = [one.intitule for one in certification.sessions if one.code == epreuve.session]
        if not all(plain(words) in plain(head or line) for words in [voies.listed(epreuve.voies), *titles]):
            mute.append((name, epreuve.code))
        assert "durée non fixée (durée totale non dite)" not in plain(re.sub("<[^>]*>", "", line))
    assert mute == []
    assert seen > 100


@EACH
def test_the_verdict_carries_the_readings_that_it_rests_on(certification: Certification) -> None:
    """Page, text and JSON of a self-assessment: those of its thresholds, of what must be validated, of its scale."""
    form = derive(certification)
    assert from_json(form_to_json(form)) == form
    assert [fault.message for fault in validator("formulaire").iter_errors(form_to_json(form))] == []
    rules = [r for r in certification.regles if r.parametres.nature in {"seuil", "composantes_requises"}]
    codes = [code for regle in rules for code in regle.discordances] + [*certification.referentiel.discordances]
    wanted = tuple(dict.fromkeys(codes))
    donnees = to_json(evaluate(form, {}))
    assert [one["code"] for one in donnees.get("lectures", ())] == [*wanted]
    assert [fault.message for fault in validator("resultat").iter_errors(donnees)] == []
    assert told(plain(texte.write(form, Requete({}, "", "2026-11-29"))), certification, wanted)
    page = read(source("auto_positionnement", load(), certification.slug))
    # On the page they stand under « Sources et limites », and none in the result itself.
    panels = page.all("ul", **{"class": "r-lectures"})
    assert len(panels) == bool(wanted)
    assert told(plain(" ".join(panel.text for panel in panels)), certification, wanted)


@EACH
def test_the_livret_carries_the_readings_of_each_of_its_rules(certification: Certification) -> None:
    """In the form, on its page beside the rule, in the text and the state: whatever bloc rests on a rule that is open."""
    form = derive_livret(certification)
    if form is None:
        return
    regles = {regle.code: regle for regle in certification.regles}
    page = read(source("livret_de_reperage", load(), certification.slug))
    said = plain(texte_livret.texte(form, Copie({}), date(2026, 11, 29)))
    on_screen = {e.attributes.get("id"): plain(e.text) for name in ("fieldset", "div") for e in page.all(name)}
    for _, bloc in form.blocs():
        wanted = tuple(dict.fromkeys(code for regle in bloc.regles for code in regles[regle].discordances))
        assert tuple(one.code for one in bloc.lectures) == wanted
        assert told(on_screen[f"b-{bloc.code.lower()}"], certification, wanted)
    etat = etat_livret.evaluate(form, Copie({}), date(2026, 11, 29))
    for one in etat.echeances:
        assert [lecture.code for lecture in one.lectures] == [*regles[one.regle].discordances]
        assert told(said, certification, regles[one.regle].discordances)


def test_a_threshold_whose_scope_is_open_says_so_beside_the_result() -> None:
    """80 % « du domaine » is our reading: the source says « composant le référentiel »."""
    text = plain(texte.write(derive(load().certification(PUBLISHED)), Requete({}, "", "2026-11-29")))
    assert "Sur quels indicateurs porte le seuil : Nous comptons les indicateurs du domaine évalué" in text
