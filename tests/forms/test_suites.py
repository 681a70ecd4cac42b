"""What may follow a result: a profile from the lists, next steps that this certification offers on that day, and no other."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.auto_positionnement import suites as engine
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.derivation import suites as derivation
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.listes import Entree, Listes, sort_out
from forms.auto_positionnement.reponses import Reponse
from forms.livret_de_reperage import derivation as livret
from forms.socle import registre
from forms.socle.phrases import NBSP
from referentials.check.schemas import validator
from referentials.etat import CLOSED, EN_VIGUEUR
from referentials.load import load
from tests.conftest import ROOT
from tests.outils_formulaires import flat, published

CERTIFICATIONS = {
    certification.slug: certification for certification in load().certifications if certification.has_statements
}


def answered(form: Formulaire, effets: str, part: float = 1.0) -> dict[str, Reponse]:
    """Answer this share of a form by the first value that has an effect."""
    code = next(valeur.code for valeur in form.echelle if valeur.effet == effets)
    items = list(form.all_items())
    return {item.code: Reponse(code) for item in items[: round(part * len(items))]}


def test_the_data_follow_their_schema_and_name_what_exists() -> None:
    """Each profile names known steps; each step known services, routes and forms; the shares go down to nothing."""
    donnees = derivation.donnees()
    validator("positionnement-suites").validate(donnees)
    codes = {suite["code"] for suite in donnees["suites"]}
    assert {code for profil in donnees["profils"] for code in profil["suites"]} == codes
    assert min(profil["acquis"] for profil in donnees["profils"]) == 0
    services = {service.code for found in load().liens.values() for service in found.services}
    assert {code for suite in donnees["suites"] for code in suite.get("liens", ())} <= services
    # Each thing to do is met by the pages, whose template fails on one that it does not know.
    schema = json.loads((ROOT / "schemas" / "positionnement-suites.schema.json").read_text("utf-8"))
    gestes = schema["properties"]["suites"]["items"]["properties"]["geste"]["enum"]
    assert {suite["geste"] for suite in donnees["suites"] if "geste" in suite} == {*gestes}
    assert all("formulaire" in suite for suite in donnees["suites"] if suite.get("geste") == "formulaire")
    forms = {genre.code for genre in registre.genres()}
    assert {suite["formulaire"] for suite in donnees["suites"] if "formulaire" in suite} <= forms
    assert donnees["premier_tour"].keys() == {valeur.code for valeur in load().premier_tour}


@pytest.mark.parametrize("slug", CERTIFICATIONS)
def test_only_open_routes_are_offered(slug: str) -> None:
    """VAE where the documents open it, training where a route of it is open, the interview where there is a livret."""
    certification = CERTIFICATIONS[slug]
    opened = {acces.voie for acces in certification.identite.voies_acces if acces.ouverte}
    codes = {suite.code for suite in derive(certification).suites.suites}
    assert ("vae" in codes) == ("vae" in opened)
    assert ("formation" in codes) == bool(opened - {"vae", "candidature_individuelle", "capitalisation"})
    assert ("entretien" in codes) == livret.offered(certification)
    assert {"immersion", "conseil"} <= codes


def test_the_rules_of_a_step_are_the_candidate_s_or_what_they_wait_for() -> None:
    """The VAE of today's CQP: what the candidate sends, the two months of the branch; not what the organism prepares."""
    certification = CERTIFICATIONS["cqp-vendeur-conseil-a-distance"]
    vae = next(suite for suite in derive(certification).suites.suites if suite.code == "vae")
    codes = {regle.code for regle in vae.regles}
    assert {"R-VAE-DEMANDE", "R-VAE-INSTRUCTION", "R-VAE-CONVOCATION"} <= codes
    assert not {"R-VAE-PREPARATION", "R-VAE-ANNONCE", "R-TRANSMISSION-VAE", "R-PRATIQUE-6MOIS"} & codes
    # What the source leaves open goes with the rule.
    experience = next(regle for regle in vae.regles if regle.code == "R-VAE-EXPERIENCE")
    assert "À vérifier auprès du certificateur" in experience.enonce


@pytest.mark.parametrize("slug", CERTIFICATIONS)
@pytest.mark.parametrize(
    ("effet", "first"), [("positif", ("entretien", "vae")), ("negatif", ("immersion", "formation"))]
)
def test_a_profile_leads_to_its_first_step(slug: str, effet: str, first: tuple[str, ...]) -> None:
    """Who can do it all goes to the interview or to VAE; who never did it, to an immersion or a training."""
    form = derive(CERTIFICATIONS[slug])
    opened = replace(form, etats=())
    found = evaluate(opened, answered(form, effet), "2026-11-30").suivi
    steps = [code for code in found.suites if code != "successeur"]
    # Of some, no route is told that one could take once one can do it all.
    routes = CERTIFICATIONS[slug].has_evaluations or any(
        one.voie == "vae" and one.ouverte for one in CERTIFICATIONS[slug].identite.voies_acces
    )
    assert steps[0] in (first if routes or effet == "negatif" else ("conseil",))
    assert steps[-1] == "conseil"


@pytest.mark.parametrize("slug", CERTIFICATIONS)
@pytest.mark.parametrize("effet", ["positif", "negatif", "non_observe", "sans_avis"])
def test_everything_answered_says_where_to_go(slug: str, effet: str) -> None:
    """On any day: never a verdict alone.  On the days when nobody can begin, what exists today comes first, no route does."""
    certification = CERTIFICATIONS[slug]
    form = derive(certification)
    for etat in certification.etats:
        jour = etat.du or etat.au or "2026-11-30"
        found = evaluate(form, answered(form, effet), jour)
        assert found.suivi.phrase
        assert found.suivi.suites
        left = len(found.listes.a_confirmer) + len(found.listes.a_apprendre)
        assert left or effet == "positif"
        if etat.close:
            assert found.suivi.suites[0] == "successeur"
            assert not {"vae", "formation", "entretien"} & {*found.suivi.suites}
        else:
            assert "successeur" not in found.suivi.suites


def test_a_step_says_what_its_page_shows() -> None:
    """Days, what to do, the form that it leads to under its own name: from the data alone, no template knows a step."""
    shown = derivation.montrees()
    assert [*shown] == [suite["code"] for suite in derivation.donnees()["suites"]]
    assert (shown["entretien"].formulaire, shown["entretien"].nom) == ("livret-de-reperage", "livret de repérage")
    assert [shown[code].close for code in ("successeur", "vae", "conseil")] == [True, False, None]
    template = (Path(engine.__file__).parent / "suites.j2").read_text("utf-8")
    assert [code for code in shown if f'"{code}"' in template] == []
    assert "livret" not in template


def test_too_few_answers_make_no_profile() -> None:
    """Half of a form, or « je ne sais pas » everywhere: nothing is advised, and how much is left to answer is said."""
    form = derive(CERTIFICATIONS["cqp-vendeur-conseil-a-distance"])
    for answers in (answered(form, "positif", 0.5), {}):
        found = evaluate(form, answers).suivi
        assert (found.profil, found.suites) == (None, ())
        assert "Répondez encore pour" in found.phrase
    undecided = evaluate(form, answered(form, "sans_avis")).suivi
    assert (undecided.profil, undecided.suites) == (None, ("entretien", "conseil"))
    tour = {groupe.code: "ne_sait_pas" for groupe in form.competences()}
    for found in (undecided, evaluate(form, {}, None, tour).suivi):
        # Nothing is left without an answer: what is lacking is to decide.
        assert "Répondez" not in found.phrase
        assert found.phrase.replace(NBSP, " ").startswith("Précisez encore 12 compétences à confirmer")


def test_what_is_lacking_is_told_as_it_is() -> None:
    """No more are said to be without an answer than there are: the others are to decide."""
    form = published()
    groups = [groupe.code for groupe in form.competences()]
    unsure = dict.fromkeys(groups, "ne_sait_pas")
    said = [evaluate(form, {}, None, {code: unsure[code] for code in groups[kept:]}).suivi.phrase for kept in (1, 13)]
    mixed, silent = (phrase.replace(NBSP, " ").partition(" : ")[0] for phrase in said)
    assert mixed == (
        "Répondez encore pour 1 compétence et précisez 11 compétences à confirmer, avec quelqu’un si besoin"
    )
    assert silent == "Répondez encore pour 12 compétences"


def test_what_counts_for_a_profile_is_what_was_decided() -> None:
    """A yes among a hundred and one statements decides something, though it is less than one percent of them."""
    form = flat(101, 80)
    listes = sort_out(form, form.groupes, {item.code: "ne_sait_pas" for item in form.all_items()} | {"E1": "oui"}, {})
    assert [(entree.acquis, entree.decide) for entree in listes.a_confirmer] == [(0, True)]
    assert engine.choose(SUITES, listes, EN_VIGUEUR).profil == "bas"


PROFILS = (engine.Profil("haut", 80, "H", ("a", "b")), engine.Profil("bas", 0, "B", ("b",)))
STEPS = (engine.Suite("a", "A", "", (EN_VIGUEUR,)), engine.Suite("b", "B", "", (EN_VIGUEUR, *sorted(CLOSED))))
SUITES = engine.Suites(75, PROFILS, ("b",), STEPS)


@given(
    acquis=st.lists(st.integers(0, 100), min_size=1, max_size=12), etat=st.sampled_from([EN_VIGUEUR, *sorted(CLOSED)])
)
def test_the_share_is_compared_in_whole_numbers(acquis: list[int], etat: str) -> None:
    """The highest profile whose share is reached, exactly; a step that is closed that day is left out, the order stays."""
    entries = tuple(Entree(f"C{rank}", "", "details", "", (), one, decide=True) for rank, one in enumerate(acquis))
    found = engine.choose(SUITES, Listes(a_apprendre=entries), etat)
    assert found.profil == ("haut" if sum(acquis) >= 80 * len(acquis) else "bas")
    wanted = ("a", "b") if found.profil == "haut" else ("b",)
    assert found.suites == tuple(code for code in wanted if etat == EN_VIGUEUR or code == "b")
