"""A rule that holds for some routes only is told with them, wherever it is told: every rule, every output."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import markdown  # type: ignore[import-untyped]  # comes with MkDocs, without types
import pytest

from forms.auto_positionnement import texte
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import from_json
from forms.auto_positionnement.formulaire import to_json as form_to_json
from forms.auto_positionnement.reponses import Reponse
from forms.auto_positionnement.requete import Requete
from forms.auto_positionnement.resultat import to_json
from forms.livret_de_reperage import etat
from forms.livret_de_reperage.derivation import derive as derive_livret
from forms.livret_de_reperage.derivation import offered as livret_offered
from forms.plusieurs_mains.ecrits import Copie, Ecrit
from forms.socle import voies
from forms.socle.phrases import NBSP, typeset
from macros.comparaison.paires import pairs
from macros.names import anchor
from macros.pages.commun import Contexte
from macros.pages.comparer import render_pair
from macros.pages.rubriques import rubriques
from referentials.check.schemas import validator
from referentials.load import load
from referentials.model_certification import Certification, Regle
from tests.outils import FOLDER, MINIMALE, SLUG, edit, tree
from tests.outils_pages import ASSETS, EXTENSIONS, source, unlinked

CERTIFICATIONS = load().certifications
BLOCKS = {"li", "td", "dd", "p", "div", "dt", "th", "summary"}
VOID = {"input", "br", "hr", "img", "meta", "link", "col"}


def plain(text: str) -> str:
    """Return a text with plain spaces, one between words."""
    return " ".join(text.replace(NBSP, " ").split())


@dataclass
class Citation:
    """A link to a rule, and what a reader reads with it: the label before, the link, what follows up to another link."""

    code: str
    block: int
    texte: str = ""


@dataclass
class Citations(HTMLParser):
    """The links of a page to the rules, by the anchors of `codes`."""

    codes: dict[str, str]
    found: list[Citation] = field(default_factory=list)
    current: Citation | None = None
    opened: list[str] = field(default_factory=list)
    label: str = ""

    def __post_init__(self) -> None:
        """Start the parser that this extends."""
        HTMLParser.__init__(self, convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a citation at a link to a rule; any other link ends the one before."""
        if tag not in VOID:
            self.opened.append(tag)
        if tag == "dt":
            self.label = ""
        if tag == "a":
            code = self.codes.get(str(dict(attrs).get("href")).rpartition("#")[2])
            depth = max((rank for rank, one in enumerate(self.opened) if one in BLOCKS), default=0)
            before = self.label if self.opened[depth] == "dd" else ""
            self.current = Citation(code, depth, before) if code else None
            self.found += [self.current] if self.current else []

    def handle_endtag(self, tag: str) -> None:
        """Close an element; a citation ends with its block."""
        for rank in range(len(self.opened) - 1, -1, -1):
            if self.opened[rank] == tag:
                del self.opened[rank:]
                break
        if self.current and len(self.opened) <= self.current.block:
            self.current = None

    def handle_data(self, data: str) -> None:
        """Give the text to the citation at hand, and to the label of a list of facts."""
        if self.current:
            self.current.texte += data
        if "dt" in self.opened:
            self.label += data


def limited(certification: Certification) -> list[Regle]:
    """Return the rules that hold for some routes only."""
    return [regle for regle in certification.regles if regle.voies]


def pages() -> Iterator[tuple[str, str, list[Certification]]]:
    """Yield each page that may speak of rules: its name, its Markdown, the certifications that it is about."""
    collection = load()
    for certification in CERTIFICATIONS:
        for rubrique in rubriques(collection, certification.slug):
            page = unlinked(source(rubrique.macro, collection, certification.slug))
            yield f"{certification.slug}/{rubrique.macro}", page, [certification]
    for paire in pairs(collection):
        page = render_pair(collection, paire.adresse, Contexte("../../", lambda _: ASSETS))
        yield f"comparer/{paire.adresse}", page, [paire.ancienne, paire.nouvelle]


def test_every_page_that_cites_a_rule_names_its_routes() -> None:
    """Fiche, règlement, cahier des charges, évaluations, forms, comparisons: beside each link to each such rule."""
    mute, seen = [], 0
    for name, page, certifications in pages():
        known: dict[str, set[str]] = {}
        for certification in certifications:
            for regle in limited(certification):
                known.setdefault(regle.code, set()).add(voies.listed(regle.voies))
        alike = {regle.code for one in certifications for regle in one.regles if not regle.voies}
        reader = Citations({anchor(code): code for code in known.keys() - alike})
        reader.feed(markdown.markdown(page, extensions=EXTENSIONS))
        if name.endswith("/reglement"):
            # There a rule links to itself by its number, and the line below names the routes: the next test reads it.
            continue
        for citation in reader.found:
            seen += 1
            if not any(words in plain(citation.texte) for words in known[citation.code]):
                mute.append((name, citation.code, plain(citation.texte)))
    assert mute == []
    assert seen > 100


@pytest.mark.parametrize("certification", [c for c in CERTIFICATIONS if c.regles], ids=lambda c: c.slug)
def test_the_reglement_names_the_routes_of_each_rule(certification: Certification) -> None:
    """On its own line, beside who must act."""
    page = unlinked(source("reglement", load(), certification.slug))
    for regle in limited(certification):
        _, _, line = page.partition(f'id="{anchor(regle.code)}"')
        line, _, _ = line.partition('class="r-source')
        label = "voie : " if len(regle.voies) == 1 else "voies : "
        assert label + voies.listed(regle.voies) in plain(line)


@pytest.mark.parametrize("certification", CERTIFICATIONS, ids=lambda c: c.slug)
def test_no_block_of_a_form_is_called_by_such_a_rule_without_its_routes(certification: Certification) -> None:
    """The livret puts a question for a rule: its title names the routes, on screen, on paper and in the file's text."""
    form = derive_livret(certification)
    titles = {bloc.regles[0]: bloc.intitule for _, bloc in form.blocs() if len(bloc.regles) == 1} if form else {}
    for regle in limited(certification):
        assert voies.listed(regle.voies) in titles.get(regle.code, voies.listed(regle.voies))


@pytest.mark.parametrize("certification", [c for c in CERTIFICATIONS if livret_offered(c)], ids=lambda c: c.slug)
def test_each_deadline_of_the_livret_names_the_routes_of_its_rule(certification: Certification) -> None:
    """Every route chosen, one day for all: the sentence of each deadline says for which routes."""
    form = derive_livret(certification)
    assert form
    offered = [option.code for option in next(e for e in form.racines() if e.code == "voies").options]  # type: ignore[union-attr]
    written = Copie({"voies": Ecrit(tuple(offered), "candidat", "", "2026-01-01T00:00:00+00:00")})
    known = {regle.code: regle for regle in limited(certification)}
    for echeance in etat.evaluate(form, written, date(2026, 11, 29)).echeances:
        regle = known.get(echeance.regle)
        assert regle is None or voies.listed(regle.voies) in plain(echeance.phrase)


def limited_to(tmp_path: Path) -> Certification:
    """Return the minimal certification with a threshold for formation only, and parts required for VAE only."""

    def change(regles: Any) -> None:
        for regle in regles:
            if regle["code"] == "R-SEUIL-D1":
                regle["voies"] = ["formation"]
            if regle["code"] == "R-DOMAINES":
                regle["voies"] = ["vae"]

    edit(tree(MINIMALE, tmp_path) / FOLDER / "regles.json", change)
    return load(tmp_path).certification(SLUG)


def test_the_result_of_an_auto_positionnement_names_the_routes(tmp_path: Path) -> None:
    """In the sentences that page, paper and text show, and in the JSON of the command line, which follows its schema."""
    form = derive(limited_to(tmp_path))
    assert from_json(form_to_json(form)) == form
    assert [fault.message for fault in validator("formulaire").iter_errors(form_to_json(form))] == []
    resultat = evaluate(form, {"U1-C1-E1": Reponse("fait")})
    assert "en VAE seulement" in plain(resultat.phrase)
    first, second = resultat.groupes
    assert "en formation seulement" in plain(first.phrase)
    assert "seulement" not in second.phrase
    below = evaluate(form, dict.fromkeys(("U1-C1-E1", "U1-C1-E2", "U2-C1-E1"), Reponse("pas_fait")))
    assert "en formation seulement" in plain(below.manques[0])
    donnees = to_json(resultat)
    assert [fault.message for fault in validator("resultat").iter_errors(donnees)] == []
    assert donnees["groupes"][0]["seuil"]["voies"] == ["formation"]
    assert "voies" not in donnees["groupes"][1]["seuil"]
    text = plain(texte.write(form, Requete({"D2-C1-E1": Reponse("fait")}, "", "2026-11-29")))
    assert "en VAE seulement" in text
    assert "en formation seulement" in text
    page = plain(source("auto_positionnement", load(tmp_path), SLUG))
    assert "Règle appliquée (formation) :" in page


def test_parts_to_validate_by_capitalisation_are_not_asked_of_others() -> None:
    """The title after a training is one session: « il faut valider les 2 CCP » is said of capitalisation only."""
    resultat = evaluate(derive(load().certification("tp-conseiller-commercial")), {})
    assert typeset("Par capitalisation, il faut valider les 2 CCP") in resultat.phrase
