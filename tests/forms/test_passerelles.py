"""Answers that move: what a link carries, what is only proposed, what stays empty; nothing answered changes, nothing is guessed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.__main__ import main
from forms.auto_positionnement import dit
from forms.auto_positionnement.derivation import derive
from forms.auto_positionnement.evaluation import evaluate
from forms.auto_positionnement.formulaire import Formulaire
from forms.auto_positionnement.formulaire import to_json as form_json
from forms.auto_positionnement.ouverture import Ouverture, open_export
from forms.auto_positionnement.passerelles import apercu, competences, liens, texte
from forms.auto_positionnement.passerelles.derivation import Liens, links
from forms.auto_positionnement.passerelles.liens import PROPRE, Lien, Origine
from forms.auto_positionnement.passerelles.propositions import ENONCE
from forms.auto_positionnement.passerelles.transport import Transport, carry, take
from forms.auto_positionnement.reponses import Reponse, Reponses, to_json, values
from forms.bridge import handle
from forms.socle import etat_certification
from forms.socle.phrases import NBSP
from forms.socle.refus import AutreCertification
from referentials.check.schemas import validator
from referentials.etat import CLOSED
from referentials.load import load
from tests.outils_formulaires import export

JOUR = "2026-11-30"
SLUGS = [certification.slug for certification in load().certifications if not certification.identite.importee]
GROS_2018, GROS, ANCIEN = (
    "cqp-vendeur-conseil-a-distance-2018",
    "cqp-vendeur-conseil-a-distance",
    "cqp-relation-commerciale-a-distance",
)
TITRE, CHARGE = "tp-conseiller-commercial", "charge-de-clientele"


@cache
def known() -> Liens:
    """Return the links of the published data."""
    return links(load())


@cache
def origine(slug: str) -> Origine:
    """Return a published form with its links."""
    return known().origine(slug)


def form(slug: str) -> Formulaire:
    """Return a published form."""
    return origine(slug).formulaire


def opened(slug: str, reponses: Reponses, premier_tour: Reponses | None = None) -> Ouverture:
    """Return the file of a certification, opened with its own form."""
    return open_export(text(slug, reponses, premier_tour), form(slug))


def linked(de: str, vers: str) -> tuple[Lien, ...]:
    """Return what links two forms, of which some link is known."""
    (found,) = (one.liens for one in origine(de).vers if one.certification == vers)
    return found


def text(slug: str, reponses: Reponses, premier_tour: Reponses | None = None) -> str:
    """Return the text of a file."""
    more = {"premier_tour": to_json(premier_tour)} if premier_tour else {}
    return export(form(slug), to_json(reponses), **more)


def moved(de: str, vers: str, reponses: Reponses, premier_tour: Reponses | None = None) -> Transport:
    """Return what a file becomes on an empty form of another certification."""
    return carry(origine(de), opened(de, reponses, premier_tour), form(vers), {}, {})


def everything(slug: str, effet: str) -> dict[str, Reponse]:
    """Return one answer to every statement: the first of the scale that has this effect."""
    valeur = next(valeur.code for valeur in form(slug).echelle if valeur.effet == effet)
    return {item.code: Reponse(valeur) for item in form(slug).all_items()}


@st.composite
def answers(draw: st.DrawFn, slug: str) -> tuple[Reponses, Reponses]:
    """Draw answers to some statements, some with a note, and to a first pass of some competences."""
    one = form(slug)
    values = st.sampled_from([valeur.code for valeur in one.echelle])
    note = st.sampled_from(["", "Vu l’été dernier."])
    items = draw(st.lists(st.sampled_from([item.code for item in one.all_items()]), unique=True))
    groups = draw(st.lists(st.sampled_from([groupe.code for groupe in one.competences()]), unique=True))
    tour = st.sampled_from([valeur.code for valeur in one.premier_tour])
    return {code: Reponse(draw(values), draw(note)) for code in items}, {code: Reponse(draw(tour)) for code in groups}


@st.composite
def journeys(draw: st.DrawFn) -> tuple[str, str, tuple[Reponses, Reponses], tuple[Reponses, Reponses]]:
    """Draw a file of one certification, another form that some link leads to, and what is answered there already."""
    de = draw(st.sampled_from(SLUGS))
    vers = draw(st.sampled_from([one.certification for one in origine(de).vers]))
    return de, vers, draw(answers(de)), draw(answers(vers))


Journey = tuple[str, str, tuple[Reponses, Reponses], tuple[Reponses, Reponses]]


@given(journey=journeys())
def test_pouring_never_changes_an_answer_that_stands(journey: Journey) -> None:
    """Whatever the file says, what was answered on the form is there after it, to the letter."""
    de, vers, theirs, ours = journey
    done = carry(origine(de), opened(de, *theirs), form(vers), *ours)
    assert {code: done.reponses[code] for code in ours[0]} == ours[0]
    assert {code: done.premier_tour[code] for code in ours[1]} == ours[1]


@given(journey=journeys())
def test_all_that_is_poured_is_traced_to_a_link(journey: Journey) -> None:
    """Each new answer is that of one element of the same text, on a scale of the same words; and each is told."""
    de, vers, theirs, ours = journey
    done = carry(origine(de), opened(de, *theirs), form(vers), *ours)
    carrying = {lien.a: lien.de[0] for lien in linked(de, vers) if lien.carries}
    for after, before, source in ((done.reponses, ours[0], theirs[0]), (done.premier_tour, ours[1], theirs[1])):
        for code in after.keys() - before.keys():
            assert after[code].valeur == source[carrying[code]].valeur
            assert after[code].note == source[carrying[code]].note
    new = {*done.reponses, *done.premier_tour} - {*ours[0], *ours[1]}
    assert {verse.code for verse in done.verses} == new
    assert all(verse.raison for verse in done.verses)
    scales = [{v.code: (v.libelle, v.effet) for v in form(slug).echelle} for slug in (de, vers)]
    for code in done.reponses.keys() - ours[0].keys():
        valeur = done.reponses[code].valeur or ""
        assert scales[0][valeur] == scales[1][valeur]


@given(journey=journeys())
def test_pouring_twice_is_pouring_once(journey: Journey) -> None:
    """The same file again changes nothing and says so: no answer poured."""
    de, vers, theirs, ours = journey
    file = opened(de, *theirs)
    once = carry(origine(de), file, form(vers), *ours)
    again = carry(origine(de), file, form(vers), once.reponses, once.premier_tour)
    assert (again.reponses, again.premier_tour, again.verses) == (once.reponses, once.premier_tour, ())


@given(journey=journeys())
def test_a_proposal_rests_on_links_and_changes_only_its_place(journey: Journey) -> None:
    """No statement is proposed but by a linked statement; taking proposals writes there, keeps notes, and nothing else."""
    de, vers, theirs, ours = journey
    done = carry(origine(de), opened(de, *theirs), form(vers), *ours)
    sources: dict[str, set[str]] = {}
    for lien in linked(de, vers):
        sources.setdefault(lien.a, set()).update(lien.de)
    for one in done.propositions:
        assert one.raisons
        if one.genre == ENONCE:
            assert {theirs[0][code].valeur for code in sources[one.code] & theirs[0].keys()} - {None} == {one.valeur}
    assert take(done, ()) == (done.reponses, done.premier_tour)
    codes = [one.code for one in done.propositions if one.valeur][::2]
    reponses, tour = take(done, codes)
    places = {one.code: one for one in done.propositions if one.code in codes}
    for after, before in ((reponses, done.reponses), (tour, done.premier_tour)):
        assert {c: r for c, r in after.items() if c not in places} == {
            c: r for c, r in before.items() if c not in places
        }
        assert all(after[code].note == reponse.note for code, reponse in before.items() if reponse.note)
    assert all((reponses if one.genre == ENONCE else tour)[code].valeur == one.valeur for code, one in places.items())


@pytest.mark.parametrize(("de", "vers"), [*permutations(SLUGS, 2)])
def test_a_file_of_each_certification_on_each_other(de: str, vers: str) -> None:
    """Every pair: either its answers move, each told, or a sentence says that nobody has read a link, with both titles."""
    titles = known().titres
    if origine(de).towards(vers) is None:
        with pytest.raises(AutreCertification) as refused:
            moved(de, vers, everything(de, "positif"))
        said = str(refused.value.named(titles))
        assert "rien relevé de commun entre les deux" in said
        assert f"« {titles[de]} »" in said
        assert f"« {titles[vers]} »" in said
        assert de not in said
        return
    done = moved(de, vers, everything(de, "positif"))
    assert done.verses or done.propositions
    assert {*done.reponses} <= {item.code for item in form(vers).all_items()}
    assert done.intitule == titles[de]
    assert de not in done.avis


def test_the_two_regimes_of_one_certification_carry_every_answer_and_back() -> None:
    """Two regimes whose statements are the same words: all the answers and notes of one are those of the other."""
    given_answers = {code: Reponse("oui", f"Exemple {code}") for code in everything(GROS_2018, "positif")}
    tour = {groupe.code: Reponse("en_partie") for groupe in form(GROS_2018).competences()}
    done = moved(GROS_2018, GROS, given_answers, tour)
    assert len(done.reponses) == len(given_answers)
    assert len(done.premier_tour) == len(tour)
    assert (done.propositions, done.nouvelles, done.restees) == ((), (), 0)
    back = moved(GROS, GROS_2018, done.reponses, done.premier_tour)
    assert (back.reponses, back.premier_tour) == (given_answers, tour)


def test_what_is_near_is_asked_and_never_written() -> None:
    """No link but « identique » writes: from the former CQP, everything is proposed, with the words that were answered."""
    done = moved(ANCIEN, GROS, everything(ANCIEN, "positif"))
    assert (done.reponses, done.premier_tour, done.verses) == ({}, {}, ())
    first = next(one for one in done.propositions if one.code == "U1-C1-E1")
    assert first.valeur == "oui"
    assert "Oui, je le fais" in first.raisons[0].replace(NBSP, " ")


def test_answers_that_disagree_are_not_averaged() -> None:
    """Two statements near to one, answered yes and no: nothing is proposed for it."""
    near = [lien.de[0] for lien in linked(ANCIEN, GROS) if lien.a == "U3-C1-E1"]
    assert len(near) > 1
    answers = {code: Reponse("oui" if rank else "non") for rank, code in enumerate(near)}
    assert "U3-C1-E1" not in {one.code for one in moved(ANCIEN, GROS, answers).propositions}
    agreed = moved(ANCIEN, GROS, {code: Reponse("non") for code in near})
    assert "U3-C1-E1" in {one.code for one in agreed.propositions}


def test_a_first_pass_moves_by_competence_and_fills_no_statement() -> None:
    """The answer to a whole competence is proposed for a near one; its statements stay empty."""
    done = moved(
        GROS, TITRE, {}, {"U5-C1": Reponse("deja_fait"), "U5-C3": Reponse("deja_fait"), "U5-C4": Reponse("deja_fait")}
    )
    (one,) = done.propositions
    assert (one.code, one.genre, one.valeur) == ("CP7", "competence", "deja_fait")
    assert done.reponses == {}
    partly = moved(GROS, TITRE, {}, {"U5-C1": Reponse("deja_fait")})
    assert [one.valeur for one in partly.propositions] == [None]


def test_another_scale_carries_no_value() -> None:
    """An answer goes with its words and its effect: « oui » is no level from 0 to 4, were the statements linked."""
    done = moved(TITRE, CHARGE, everything(TITRE, "positif"))
    assert done.reponses == {}
    assert {one.genre for one in done.propositions} == {"competence"}


def test_what_stands_is_replaced_only_by_who_says_so() -> None:
    """The file differs from what is answered: it stays, and the other answer is a proposal that shows both."""
    code = "U1-C1-E1"
    file = opened(GROS_2018, {"B1-C1-E1": Reponse("oui", "Sur mon poste.")})
    done = carry(origine(GROS_2018), file, form(GROS), {code: Reponse("non", "À revoir.")}, {})
    assert done.reponses[code] == Reponse("non", "À revoir.")
    (one,) = done.propositions
    assert (one.valeur, one.actuelle, one.libelle_actuel) == ("oui", "non", "Non, pas encore")
    assert take(done, [code])[0][code] == Reponse("oui", "À revoir.")


def test_a_chain_is_followed_where_all_but_one_step_is_the_same_text() -> None:
    """Near to what is the same is near; near to what is near is no link: 004 does not reach the former CQP through the new one."""
    through = [lien for lien in linked(GROS_2018, TITRE) if lien.nature != PROPRE]
    assert through
    assert {lien.par for lien in through} == {(known().titres[GROS],)}
    assert origine(CHARGE).towards(ANCIEN) is None
    assert origine(ANCIEN).towards(CHARGE) is None


def test_what_no_link_reaches_is_said() -> None:
    """A certification that nobody read beside this one is listed, without a figure; what stands alone says why."""
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    file = opened(CHARGE, everything(CHARGE, "positif"))
    found = apercu.look(origine(CHARGE), voisines, file.reponses, file.premier_tour, JOUR)
    assert {one.certification for one in found.passerelles} == {*SLUGS} - {CHARGE}
    (alone,) = [one for one in found.passerelles if one.certification == ANCIEN]
    assert (alone.competences, alone.compte) == ((), ())
    assert alone.phrase.endswith("vos réponses n’en disent rien.")
    titre = next(one for one in found.passerelles if one.certification == TITRE)
    assert {one.code: one.etat for one in titre.competences}["CP7"] == "sans_lien"
    assert dict(titre.compte)["couverte"] == 0


@given(journey=journeys())
def test_nothing_is_to_be_learnt_of_which_nobody_was_asked(journey: Journey) -> None:
    """A competence is to learn, to confirm or covered by an answer to one that is linked to it; else nothing is said of it."""
    de, vers, theirs, _ = journey
    lists = lists_of(de, *theirs)
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    found = apercu.look(origine(de), voisines, *theirs, JOUR)
    one = next(one for one in found.passerelles if one.certification == vers)
    for entry in one.competences:
        asked_of = {lists[code] for lien in linked(de, vers) if lien.a == entry.code for code in lien.de}
        assert (entry.etat == "sans_lien") == (not asked_of - {"sans_reponse"}), entry


def test_what_stands_alone_is_new_for_both_regimes_of_one_certification() -> None:
    """Two certifications of the same competences: what one has no link to, the other has none to either, in one list."""
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    file = opened(CHARGE, everything(CHARGE, "positif"))
    found = apercu.look(origine(CHARGE), voisines, file.reponses, file.premier_tour, JOUR)
    new, old = ({**dict(one.compte)} for one in found.passerelles if one.certification in {GROS, GROS_2018})
    assert new == old
    assert new["a_apprendre"] == 0
    said = texte.write(found)
    assert "sans lien" not in said
    assert "Vos réponses n’en disent rien" in said


def test_what_a_comparison_goes_through_is_said_once() -> None:
    """Every link goes through one certification: it is said above them, not again at each line, of a file that comes too."""
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    file = opened(GROS_2018, everything(GROS_2018, "positif"))
    found = apercu.look(origine(GROS_2018), voisines, file.reponses, file.premier_tour, JOUR)
    one = next(one for one in found.passerelles if one.certification == TITRE)
    assert one.phrase.count(known().titres[GROS]) == 1
    assert all(known().titres[GROS] not in raison for entry in one.competences for raison in entry.raisons)
    done = moved(GROS_2018, TITRE, everything(GROS_2018, "positif"))
    assert done.avis.count(known().titres[GROS]) == 1
    assert all(known().titres[GROS] not in raison for asked in done.propositions for raison in asked.raisons)


@pytest.mark.parametrize("valeur", ["deja_fait", "en_partie", "jamais", "ne_sait_pas"])
def test_an_answer_is_quoted_in_the_words_that_were_tapped(valeur: str) -> None:
    """A code of the first pass may be one of the scale too: the words are those of the question that was answered."""
    first = {one.code: one.libelle for one in form(GROS).premier_tour}
    noms = {groupe.code: groupe.nom for groupe in form(GROS).competences()}
    tour = dict.fromkeys(noms, Reponse(valeur))
    alike = moved(GROS, TITRE, {}, tour).propositions
    # Who does not know is told nothing.
    assert bool(alike) == (valeur != "ne_sait_pas")
    assert {quoted(raison)[1] for one in alike for raison in one.raisons} == ({first[valeur]} if alike else set())
    standing = {groupe.code: Reponse("deja_fait") for groupe in form(TITRE).competences()}
    done = carry(origine(GROS), opened(GROS, {}, {**tour, "U5-C1": Reponse("jamais")}), form(TITRE), {}, standing)
    mixed = next(one for one in done.propositions if one.code == "CP7")
    assert {noms[code]: first["jamais" if code == "U5-C1" else valeur] for code in ("U5-C1", "U5-C3", "U5-C4")} == dict(
        map(quoted, mixed.raisons)
    )
    assert {one.libelle_actuel for one in done.propositions} == {first["deja_fait"]}


def quoted(raison: str) -> tuple[str, str]:
    """Return what a reason quotes: the competence that was asked about, and the words that were answered."""
    found = re.match(r"« (.+?) » : vous avez répondu « (.+?) »", raison.replace(NBSP, " "))
    assert found, raison
    return found[1], found[2]


@given(journey=journeys())
def test_passerelles_follow_their_schema_and_their_counts(journey: Journey) -> None:
    """What is printed is what passerelles.schema.json describes; each competence stands as the lists of the result say."""
    de, vers, theirs, _ = journey
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    found = apercu.look(origine(de), voisines, *theirs, JOUR)
    validator("passerelles").validate(apercu.to_json(found))
    one = next(one for one in found.passerelles if one.certification == vers)
    assert sum(dict(one.compte).values()) == len(one.competences) == len([*form(vers).competences()])
    assert {entry.code: entry.etat for entry in one.competences} == expected(de, vers, *theirs)
    assert all(entry.raisons for entry in one.competences)


def lists_of(slug: str, reponses: Reponses, premier_tour: Reponses) -> dict[str, str]:
    """Return the list of each competence, as the result of the page has it."""
    found = evaluate(form(slug), reponses, JOUR, values(premier_tour)).listes
    names = ("sais_faire", "a_confirmer", "a_apprendre", "sans_reponse")
    return {entree.code: name for name in names for entree in getattr(found, name)}


def expected(de: str, vers: str, reponses: Reponses, premier_tour: Reponses) -> dict[str, str]:
    """Return where each competence of the other form stands, from the lists of the result and the links alone."""
    lists, found = lists_of(de, reponses, premier_tour), {}
    for groupe in form(vers).competences():
        mine = [lien for lien in linked(de, vers) if lien.a == groupe.code]
        same = {lists[code] for lien in mine if lien.carries for code in lien.de}
        near = {lists[code] for lien in mine for code in lien.de}
        if near <= {"sans_reponse"}:
            found[groupe.code] = "sans_lien"
        elif "sais_faire" in same:
            found[groupe.code] = "couverte"
        else:
            found[groupe.code] = "a_apprendre" if (same or near) == {"a_apprendre"} else "a_confirmer"
    return found


@st.composite
def half_said(draw: st.DrawFn) -> tuple[Reponses, Reponses]:
    """Draw answers that say something of each competence twice, or not to the end: by a first pass, by its statements."""
    one = form(GROS_2018)
    scale = st.sampled_from([None, *(valeur.code for valeur in one.echelle)])
    tour = st.sampled_from([None, *(valeur.code for valeur in one.premier_tour)])
    items = {item.code: draw(scale) for item in one.all_items()}
    groups = {groupe.code: draw(tour) for groupe in one.competences()}
    return ({c: Reponse(v) for c, v in items.items() if v}, {c: Reponse(v) for c, v in groups.items() if v})


@given(answers=half_said())
def test_the_same_competence_stands_as_in_the_result(answers: tuple[Reponses, Reponses]) -> None:
    """Between two regimes of one certification: « couverte » where the result says « je sais faire », and nowhere else."""
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    found = apercu.look(origine(GROS_2018), voisines, *answers, JOUR)
    one = next(one for one in found.passerelles if one.certification == GROS)
    codes = {entry.code for entry in one.competences}
    carrying = {lien.a: lien.de[0] for lien in linked(GROS_2018, GROS) if lien.carries and lien.a in codes}
    lists = lists_of(GROS_2018, *answers)
    words = {"sais_faire": "couverte", "a_apprendre": "a_apprendre", "sans_reponse": "sans_lien"}
    assert len(carrying) == len(one.competences)
    assert {entry.code: entry.etat for entry in one.competences} == {
        code: words.get(lists[source], "a_confirmer") for code, source in carrying.items()
    }


@pytest.mark.parametrize(
    ("tour", "valeurs", "etat"),
    [
        ("deja_fait", ["non"], "a_confirmer"),
        ("jamais", ["oui"], "a_confirmer"),
        ("", ["non_observe", "non_observe"], "a_confirmer"),
        ("", ["oui", "non"], "a_apprendre"),
    ],
    ids=["done, then denied", "never, then denied", "no occasion", "yes and no"],
)
def test_what_two_answers_say_of_a_competence_is_judged_once(tour: str, valeurs: list[str], etat: str) -> None:
    """The cases where the passerelle and the lists of the result once said two things."""
    groupe = next(groupe for groupe in form(GROS_2018).competences() if len(groupe.items) >= len(valeurs))
    codes = [item.code for item in groupe.items]
    whole = valeurs if tour else [*valeurs, *[valeurs[0]] * (len(codes) - len(valeurs))]
    assert not tour or len(codes) > len(valeurs)
    reponses = {code: Reponse(valeur) for code, valeur in zip(codes, whole, strict=False)}
    premier_tour = {groupe.code: Reponse(tour)} if tour else {}
    assert lists_of(GROS_2018, reponses, premier_tour)[groupe.code] == etat
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    found = apercu.look(origine(GROS_2018), voisines, reponses, premier_tour, JOUR)
    one = next(one for one in found.passerelles if one.certification == GROS)
    target = next(lien.a for lien in linked(GROS_2018, GROS) if lien.carries and lien.de == (groupe.code,))
    assert {entry.code: entry.etat for entry in one.competences}[target] == etat


def test_a_certification_that_nobody_enters_any_more_is_told() -> None:
    """One boolean, in what the page receives: the states that it stands for are those of the data."""
    assert etat_certification.CLOSES == CLOSED
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    found = apercu.to_json(apercu.look(origine(GROS), voisines, {}, {}, JOUR))["passerelles"]
    assert {one["close"] for one in found} == {True, False}
    assert all(one["close"] == (one["etat_certification"]["etat"] in CLOSED) for one in found)


def test_the_words_of_a_first_pass_are_those_of_the_data() -> None:
    """What Python compares with is what the data say."""
    codes = {valeur.code for valeur in load().premier_tour}
    assert codes == {dit.DEJA_FAIT, dit.EN_PARTIE, dit.JAMAIS, dit.NE_SAIT_PAS}


@pytest.mark.parametrize("slug", SLUGS)
def test_the_links_survive_json(slug: str) -> None:
    """What the page is given is what was derived."""
    again = liens.origine_from_json(json.loads(json.dumps(liens.origine_to_json(origine(slug)))))
    assert again == origine(slug)
    voisines = tuple(
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    )
    assert liens.voisines_from_json(json.loads(json.dumps(liens.voisines_to_json(voisines)))) == voisines


def test_no_link_of_a_form_leads_to_what_is_not_asked() -> None:
    """Both ends of each link are questions of their forms, of one kind; none joins a competence and a statement."""
    for slug in SLUGS:
        ours = kinds(form(slug))
        for vers in origine(slug).vers:
            theirs = kinds(form(vers.certification))
            for lien in vers.liens:
                assert {ours[code] for code in lien.de} <= {theirs[lien.a]}, lien
            assert [(c.code, c.items) for c in vers.cibles] == [
                (groupe.code, tuple(item.code for item in groupe.items))
                for groupe in form(vers.certification).competences()
            ]


def kinds(one: Formulaire) -> dict[str, str]:
    """Return whether each code of a form is that of a competence or of a statement."""
    return {groupe.code: "competence" for groupe in one.competences()} | {
        item.code: "enonce" for item in one.all_items()
    }


def asked(slug: str, action: str, corps: dict[str, Any], **more: Any) -> dict[str, Any]:
    """Return what the page of a certification is answered."""
    found: dict[str, Any] = json.loads(
        handle(json.dumps(form_json(form(slug))), json.dumps({"action": action, "corps": corps, **more}))
    )
    return found


def test_the_page_is_given_the_answers_and_what_to_ask() -> None:
    """Through the one door: the contents to put on screen, what was poured, what is proposed, the sentence."""
    file = text(GROS_2018, {"B1-C1-E1": Reponse("oui")}, {"B1-C2": Reponse("jamais")})
    corps = {"texte": file, "origine": liens.origine_to_json(origine(GROS_2018)), "reponses": {}, "premier_tour": {}}
    reply = asked(GROS, "transposer", corps)
    assert reply["ok"]
    resultat = reply["resultat"]
    assert (resultat["reponses"], resultat["premier_tour"]) == (
        {"U1-C1-E1": {"valeur": "oui"}},
        {"U1-C2": {"valeur": "jamais"}},
    )
    assert [one["code"] for one in resultat["verses"]] == ["U1-C1-E1", "U1-C2"]
    voisines = [
        known().voisine(certification) for certification in load().certifications if not certification.identite.importee
    ]
    seen = asked(
        GROS,
        "passerelles",
        {
            "reponses": resultat["reponses"],
            "premier_tour": resultat["premier_tour"],
            "origine": liens.origine_to_json(origine(GROS)),
            "collection": liens.voisines_to_json(voisines),
            "jour": JOUR,
        },
    )
    validator("passerelles").validate(seen["resultat"])


def test_a_refusal_names_titles_and_leads_to_the_page() -> None:
    """« Ouvrir » a file of another certification: both titles where the page knows them, never the name of a folder."""
    file = text(CHARGE, {})
    bare = asked(GROS, "ouvrir", {"texte": file})
    assert "ailleurs" not in bare
    assert CHARGE not in bare["message"]
    titles = {slug: known().titres[slug] for slug in (CHARGE, GROS)}
    named = asked(GROS, "ouvrir", {"texte": file}, titres=titles)
    assert named["ailleurs"] == {"certification": CHARGE, "page": "auto-positionnement", "titre": titles[CHARGE]}
    assert f"« {titles[CHARGE]} »" in named["message"]
    assert f"« {titles[GROS]} »" in named["message"]


@dataclass(frozen=True, slots=True)
class Done:
    """What a command wrote, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def forms(capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs a command, in this process: the data are read once."""

    def run(*arguments: object) -> Done:
        code = main([*map(str, arguments)])
        return Done(code, *capsys.readouterr())

    return run


def test_the_command_line_carries_a_file_and_takes_what_is_said(tmp_path: Path, forms: Run) -> None:
    """What is printed opens on the other form; each proposal is told on standard error, and taken by its code."""
    path = tmp_path / "mon fichier.json"
    path.write_text(text(ANCIEN, everything(ANCIEN, "positif")), "utf-8")
    done = forms("transposer", path, "--vers", GROS)
    assert done.returncode == 0
    assert open_export(done.stdout, form(GROS)).reponses == {}
    said = done.stderr.replace(NBSP, " ")
    assert "? U1-C1-E1 : " in said
    one = forms("transposer", path, "--vers", GROS, "--reprendre", "U1-C1-E1")
    assert {c: r.valeur for c, r in open_export(one.stdout, form(GROS)).reponses.items()} == {"U1-C1-E1": "oui"}
    every = open_export(forms("transposer", path, "--vers", GROS, "--reprendre", "tout").stdout, form(GROS))
    asked_for = [one for one in moved(ANCIEN, GROS, everything(ANCIEN, "positif")).propositions if one.valeur]
    assert {*every.reponses, *every.premier_tour} == {one.code for one in asked_for}
    # What was taken is no longer to be looked at; it is among what was taken up.
    left, taken = (re.search(rf"(\d+) {word}", said) for word in ("réponses? à revoir", "réponses? reprises?"))
    assert left
    assert not taken
    after = one.stderr.replace(NBSP, " ")
    assert "1 réponse reprise" in after
    assert f"{int(left[1]) - 1} réponses à revoir" in after
    for arguments in (("--vers", ANCIEN), ("--vers", "x"), ("--vers", CHARGE), ("--vers", GROS, "--reprendre", "Z9")):
        refused = forms("transposer", path, *arguments)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert refused.stderr


def test_the_command_line_sees_every_certification_at_once(tmp_path: Path, forms: Run) -> None:
    """As JSON, what the page shows; as text, every title, and that a link says nothing for sure."""
    path = tmp_path / "mon fichier.json"
    path.write_text(text(GROS, everything(GROS, "positif")), "utf-8")
    done = forms("passerelles", path, "--format", "json", "--jour", JOUR)
    found = json.loads(done.stdout)
    validator("passerelles").validate(found)
    by_slug = {one["certification"]: one for one in found["passerelles"]}
    assert by_slug[GROS_2018]["compte"]["couverte"] == 16
    assert by_slug[TITRE]["compte"]["couverte"] == 0
    printed = forms("passerelles", path).stdout.replace(NBSP, " ")
    assert all(known().titres[slug] in printed for slug in SLUGS)
    assert "ni une équivalence, ni une dispense" in printed


def test_links_come_from_the_data_and_from_nothing_else() -> None:
    """Each link is written in a file, said by a criterion, or made of those and of elements of one text."""
    written = {
        frozenset({(one, code), (other, target)})
        for one, other, des, targets in _all_written()
        for code in des
        for target in targets
    }
    for slug in SLUGS:
        for certification, lien in liens_of(slug):
            if not lien.par and lien.entier and lien.nature != PROPRE:
                assert all(frozenset({(slug, c), (certification, lien.a)}) in written for c in lien.de), lien


def liens_of(slug: str) -> list[tuple[str, Lien]]:
    """Return all the links that lead away from a form."""
    return [(vers.certification, lien) for vers in origine(slug).vers for lien in vers.liens]


def _all_written() -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    collection = load()
    return [
        *(
            (t.ancienne, t.nouvelle, one.ancien, one.nouveau)
            for t in collection.correspondances.values()
            for one in t.liens
        ),
        *(
            (t.premiere, t.seconde, one.premier, one.second)
            for t in collection.rapprochements.values()
            for one in t.liens
        ),
        *(
            (certification.slug, other.certification, (critere.code,), (other.code,))
            for certification in collection.certifications
            for competence in certification.all_competences()
            for critere in competence.criteres
            for other in critere.rapprochements
        ),
    ]


def test_the_form_of_a_file_of_links_is_that_of_its_page() -> None:
    """The page of a certification and the file of its links hold one form."""
    for certification in load().certifications:
        assert origine(certification.slug).formulaire == derive(certification)


@pytest.mark.parametrize(
    ("same", "near", "etat"),
    [
        ("jamais", "deja_fait", "a_apprendre"),
        ("deja_fait", "jamais", "couverte"),
        ("ne_sait_pas", "jamais", "a_confirmer"),
        ("", "jamais", "a_confirmer"),
    ],
)
def test_the_same_competence_decides_over_one_that_is_near(same: str, near: str, etat: str) -> None:
    """What one said of the competence itself wins, whatever was said of one that is only near to it."""
    ours = [groupe.code for groupe in form(GROS).competences()][:2]
    tour = {code: Reponse(valeur) for code, valeur in zip(ours, (same, near), strict=True) if valeur}
    cible = liens.Cible("Z1", "Autre", ("Z1-1",))
    vers = liens.Vers("autre", (cible,), (Lien((ours[0],), "Z1", "identique"), Lien((ours[1],), "Z1", "proche")))
    assert competences.placed(cible, vers, competences.words(form(GROS), {}, tour)).etat == etat
