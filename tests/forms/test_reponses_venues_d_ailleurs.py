"""A file of another certification, and the gestures made meanwhile, run by Node on a page that is played."""

from __future__ import annotations

import json
from typing import Any

import pytest

from forms.auto_positionnement.passerelles.propositions import Proposition
from forms.auto_positionnement.passerelles.transport import Transport, take
from forms.auto_positionnement.reponses import from_json, to_json
from tests.conftest import ROOT
from tests.forms.test_gestes_de_la_page import TEMPLATES
from tests.forms.test_modules_du_navigateur import run

WEB = (ROOT / "forms" / "auto_positionnement" / "web").as_uri()
TAKING = f"import {{ poured, taken }} from '{WEB}/taking.mjs';"
PROPOSAL = """
const one = { code: "A-1", genre: "enonce", intitule: "", valeur: "oui", libelle: "", note: "Du fichier.", actuelle: null, libelle_actuel: "", raisons: [] };
const whole = { ...one, code: "A", genre: "competence", valeur: "deja_fait", note: "" };
"""
# A draft that one may change, a panel, Python that answers when it is let go.
STAGE = f"""
const made = () => ({{ hidden: false, dataset: {{}}, className: "", textContent: "", append() {{}}, focus() {{}}, remove() {{}}, replaceChildren() {{}},
  toggleAttribute() {{}}, contains: () => false, addEventListener() {{}}, getAttribute: () => "", closest: made,
  querySelector: made, querySelectorAll: () => [], content: {{ firstElementChild: {{ cloneNode: made }} }} }});
globalThis.CSS = {{ escape: String }};
globalThis.document = Object.assign(new EventTarget(), {{ getElementById: made, querySelector: made, querySelectorAll: () => [], createElement: made, activeElement: null }});
const shown = {{}};
const panel = {{ ...made(), querySelector: (what) => (shown[what] ??= made()) }};
const told = [];
const {{ createMoving }} = await import("{WEB}/moving.mjs");
{PROPOSAL}
const blank = {{ reponses: {{}}, reponses_ecartees: {{}}, premier_tour: {{}} }};
const said = [];
const kept = [];
let brouillon = {{ id: "un", nom: "Ana", contenu: blank }};
const saving = {{
  brouillon: () => brouillon,
  put: (contenu) => (brouillon = {{ ...brouillon, contenu }}),
  aside: async (contenu, {{ nom }}) => kept.push([nom, contenu]),
  isDeleted: async () => false,
}};
const type = (reponses) => (brouillon = {{ ...brouillon, contenu: {{ ...brouillon.contenu, reponses: {{ ...brouillon.contenu.reponses, ...reponses }} }} }});
const asks = [];
const python = {{ state: {{ nom: "pret" }}, ask: ({{ corps }}) => new Promise((resolve) => asks.push({{ corps, resolve }})) }};
const transport = (verses, propositions) => ({{
  certification: "autre", intitule: "Une autre", avis: "", nouvelles: [], propositions, verses: verses.map((code) => ({{ code, genre: "enonce", intitule: "", libelle: "", raison: "" }})),
  reponses: Object.fromEntries(verses.map((code) => [code, {{ valeur: "oui" }}])), premier_tour: {{}},
}});
const elsewhere = {{ links: async (slug) => {{ if (slug !== "autre") throw new TypeError(); return {{}}; }}, titles: async () => ({{}}) }};
const moving = createMoving(panel, {{
  certification: "ici", python, elsewhere, saving: () => saving, showDrafts: async () => {{}}, begun() {{}},
  status: {{ say: (key, numbers) => void told.push({{ key, numbers }}) ?? said.push(key), refuse: (refus) => said.push(`refus: ${{refus.message ?? refus}}`), phrase: (key) => key }},
}});
const file = (certification) => new File([JSON.stringify({{ format: "repere/auto-positionnement", certification }})], "fichier.json");
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));
const opened = [];
const give = (certification) => moving.receive(file(certification), async ({{ name }}) => opened.push(name));
const tell = (found) => console.log(JSON.stringify(found));
"""


def test_what_is_poured_never_takes_the_place_of_an_answer() -> None:
    """Even were Python to say so, a place that has an answer keeps it, and the rest of the draft is the same."""
    script = f"""{TAKING}
      const contenu = {{ reponses: {{ "A-1": {{ note: "Ici." }} }}, reponses_ecartees: {{ Z: {{}} }}, voie_souhaitee: "vae" }};
      const verses = [{{ code: "A-1", genre: "enonce" }}, {{ code: "A-2", genre: "enonce" }}, {{ code: "A", genre: "competence" }}];
      const found = poured(contenu, {{ verses, reponses: {{ "A-1": {{ valeur: "oui" }}, "A-2": {{ valeur: "non" }} }}, premier_tour: {{ A: {{ valeur: "jamais" }} }} }});
      console.log(JSON.stringify(found));"""
    assert run(script) == {
        "reponses": {"A-1": {"note": "Ici."}, "A-2": {"valeur": "non"}},
        "reponses_ecartees": {"Z": {}},
        "voie_souhaitee": "vae",
        "premier_tour": {"A": {"valeur": "jamais"}},
    }


PRISES: list[dict[str, Any]] = json.loads((ROOT / "tests" / "cas" / "passage" / "prises.json").read_text("utf-8"))


@pytest.mark.parametrize("case", PRISES, ids=[case["quoi"] for case in PRISES])
def test_a_proposal_is_taken_alike_by_the_page_and_by_the_command(case: dict[str, Any]) -> None:
    """One rule in two languages, held by tests/cas/passage/prises.json: the note that stands stays, the rest is the same."""
    one = {"code": "A-1", "intitule": "", "libelle": "", "libelle_actuel": "", "raisons": (), **case["proposition"]}
    before = [from_json(case["avant"][name]) for name in ("reponses", "premier_tour")]
    done = take(Transport("a", "A", *before, (), (Proposition(**one),), (), 0), {"A-1"})
    assert [to_json(answers) for answers in done] == [case["apres"]["reponses"], case["apres"]["premier_tour"]]
    script = f"""{TAKING}
      const {{ contenu, late }} = taken({{ ...values[0], reponses_ecartees: {{}} }}, [values[1]]);
      console.log(JSON.stringify([contenu.reponses, contenu.premier_tour, late.length]));"""
    late = int(one["valeur"] is None)
    assert run(script, case["avant"], one) == [case["apres"]["reponses"], case["apres"]["premier_tour"], late]


def test_a_proposal_is_taken_where_nothing_has_changed_since() -> None:
    """Answered meanwhile: the answer stays, and is told.  A note that stands stays; that of the file comes where there is none."""
    script = f"""{TAKING}{PROPOSAL}
      const of = (reponses, some) => {{
        const {{ contenu, late }} = taken({{ reponses, reponses_ecartees: {{}} }}, some);
        return [contenu.reponses, contenu.premier_tour ?? {{}}, late.length];
      }};
      console.log(JSON.stringify([
        of({{}}, [one, whole]),
        of({{ "A-1": {{ valeur: "non" }} }}, [one]),
        of({{ "A-1": {{ note: "Ici." }} }}, [one]),
        of({{ "A-1": {{ valeur: "non", note: "Ici." }} }}, [{{ ...one, actuelle: "non" }}]),
        of({{}}, [{{ ...one, valeur: null }}]),
      ]));"""
    assert run(script) == [
        [{"A-1": {"valeur": "oui", "note": "Du fichier."}}, {"A": {"valeur": "deja_fait"}}, 0],
        [{"A-1": {"valeur": "non"}}, {}, 1],
        [{"A-1": {"note": "Ici.", "valeur": "oui"}}, {}, 0],
        [{"A-1": {"valeur": "oui", "note": "Ici."}}, {}, 0],
        [{}, {}, 1],
    ]


def test_a_file_of_ours_or_of_nobody_is_opened_as_any_file() -> None:
    """What moves is a file of a certification that is known; the others open, or are refused, where all files do."""
    script = f"""{STAGE}
      for (const certification of ["ici", "inconnue"]) await give(certification);
      tell([opened, asks.length, said]);"""
    assert run(script) == [["fichier.json", "fichier.json"], 0, []]


def test_what_is_typed_while_python_answers_is_poured_around() -> None:
    """One goes on answering: Python is asked again with the new answer, and what was typed stays."""
    script = f"""{STAGE}
      const given = give("autre");
      await soon();
      type({{ "A-9": {{ valeur: "non" }} }});
      asks[0].resolve({{ ok: true, resultat: transport(["A-1", "A-9"], []) }});
      await soon();
      asks[1].resolve({{ ok: true, resultat: transport(["A-1"], []) }});
      await given;
      tell([asks.map(({{ corps }}) => Object.keys(corps.reponses)), brouillon.contenu.reponses]);"""
    assert run(script) == [[[], ["A-9"]], {"A-9": {"valeur": "non"}, "A-1": {"valeur": "oui"}}]


def test_another_draft_meanwhile_gets_nothing_of_the_file() -> None:
    """The draft that the file was given for is kept beside with what it brings; the one on screen does not change."""
    script = f"""{STAGE}
      type({{ "A-9": {{ valeur: "non" }} }});
      const given = give("autre");
      await soon();
      brouillon = {{ id: "deux", nom: "Zoé", contenu: blank }};
      asks[0].resolve({{ ok: true, resultat: transport(["A-1"], []) }});
      await given;
      tell([brouillon.contenu.reponses, kept[0][1].reponses, said]);"""
    assert run(script) == [{}, {"A-9": {"valeur": "non"}, "A-1": {"valeur": "oui"}}, ["passage_a_part"]]


def test_it_can_be_taken_back_until_one_writes() -> None:
    """« Revenir à mes réponses d’avant » undoes what was poured and taken; answered since, it says so and changes nothing."""
    script = f"""{STAGE}
      type({{ "A-9": {{ valeur: "non" }} }});
      const pour = async () => {{
        const given = give("autre");
        await soon();
        asks.at(-1).resolve({{ ok: true, resultat: transport(["A-2"], [one, whole]) }});
        await given;
      }};
      const found = [];
      await pour();
      moving.actions["passage-tout-prendre"](made());
      found.push(Object.keys(brouillon.contenu.reponses), brouillon.contenu.premier_tour);
      moving.actions["passage-annuler"](made());
      found.push(brouillon.contenu.reponses);
      await pour();
      type({{ "A-8": {{ valeur: "oui" }} }});
      moving.actions["passage-annuler"](made());
      found.push(Object.keys(brouillon.contenu.reponses), said.at(-1));
      tell(found);"""
    assert run(script) == [
        ["A-9", "A-2", "A-1"],
        {"A": {"valeur": "deja_fait"}},
        {"A-9": {"valeur": "non"}},
        ["A-9", "A-2", "A-8"],
        "passage_trop_tard",
    ]


UNDO = f"""{STAGE}
async function pour(verses, propositions) {{
  const given = give("autre");
  await soon();
  asks.at(-1).resolve({{ ok: true, resultat: transport(verses, propositions) }});
  await given;
}}
const undo = () => moving.actions["passage-annuler"](made());
const all = () => moving.actions["passage-tout-prendre"](made());
const typed = (reponses) => {{
  type(reponses);
  moving.written();
}};
const offered = () => !shown["[data-action=passage-annuler]"].hidden;
const codes = () => Object.keys(brouillon.contenu.reponses);
"""


@pytest.mark.parametrize("gesture", ["typed", "type"])
def test_nothing_gives_back_what_stood_before_once_one_has_answered(gesture: str) -> None:
    """One answers, then takes what still waits: « comme avant ce fichier » would be false, and is neither offered nor said."""
    script = f"""{UNDO}
      const found = [];
      for (const verses of [["A-2"], []]) {{
        brouillon = {{ ...brouillon, contenu: blank }};
        await pour(verses, [one]);
        ({{ typed, type }})[values[0]]({{ "A-8": {{ valeur: "oui" }} }});
        all();
        found.push(offered());
        undo();
        found.push(codes(), said.at(-1));
      }}
      tell(found);"""
    late = [False, ["A-2", "A-8", "A-1"], "passage_trop_tard", False, ["A-8", "A-1"], "passage_trop_tard"]
    assert run(script, gesture) == late


def test_each_file_is_taken_back_by_itself() -> None:
    """« Comme avant ce fichier » is said of the last file: what an earlier one brought stays; one that wrote nothing has no undo."""
    script = f"""{UNDO}
      await pour(["A-2"], []);
      await pour(["A-3"], []);
      undo();
      const found = [codes(), said.at(-1)];
      await pour([], [one]);
      tell([...found, offered()]);"""
    assert run(script) == [["A-2"], "passage_annule", False]


def test_what_is_no_answer_keeps_nobody_from_taking_back() -> None:
    """« Tous les énoncés », or the route: neither is an answer.  They stay as they were chosen, what the file brought goes."""
    script = f"""{UNDO}
      await pour(["A-2"], [one, whole]);
      brouillon = {{ ...brouillon, contenu: {{ ...brouillon.contenu, vue: "tous" }} }};
      all();
      const found = [offered()];
      brouillon = {{ ...brouillon, contenu: {{ ...brouillon.contenu, voie_souhaitee: "vae" }} }};
      undo();
      tell([...found, brouillon.contenu, said.at(-1)]);"""
    contenu = {"reponses": {}, "reponses_ecartees": {}, "premier_tour": {}, "vue": "tous", "voie_souhaitee": "vae"}
    assert run(script) == [True, contenu, "passage_annule"]


def test_what_was_taken_is_told_with_what_came_too_late() -> None:
    """Ten taken and one answered meanwhile: the sentence has both numbers, and what is still to be seen."""
    messages = vars(TEMPLATES.get_template("auto_positionnement/messages.j2").module)["MESSAGES"]
    script = f"""{UNDO}
      const proposals = ["A-1", "A-2", "A-3"].map((code) => ({{ ...one, code }}));
      await pour([], [...proposals, {{ ...one, code: "A-4", valeur: null }}]);
      typed({{ "A-3": {{ valeur: "non" }} }});
      all();
      const {{ key, numbers }} = told.at(-1);
      tell(values[0][key].replace(/[{{](\\w+)[}}]/g, (_, name) => numbers[name]));"""
    sentence = run(script, messages)
    assert all(words in sentence for words in ("Réponses reprises : 2", "entre-temps", "(1)", "revoir : 1"))


def test_a_second_file_says_that_the_proposals_of_the_first_are_gone() -> None:
    """Nothing waits unseen: what was still to be seen of the first file is told, and its code takes nothing any more."""
    script = f"""{STAGE}
      const pour = async (some) => {{
        const given = give("autre");
        await soon();
        asks.at(-1).resolve({{ ok: true, resultat: transport([], some) }});
        await given;
      }};
      await pour([one]);
      await pour([whole]);
      moving.actions["passage-prendre"]({{ ...made(), dataset: {{ code: "A-1" }} }});
      tell([said, brouillon.contenu.reponses]);"""
    assert run(script) == [["passage", "passage_remplace", "passage_pris"], {}]
