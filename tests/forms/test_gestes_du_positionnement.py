"""The adviser's text, the passerelles and the two passes: what comes late, and what goes with a gesture, run by Node."""

from __future__ import annotations

import pytest

from tests.forms.test_gestes_de_la_page import FORMS, STAGE
from tests.forms.test_modules_du_navigateur import run

WEB = f"{FORMS}/auto_positionnement/web"
ADVISE = f"""import {{ createAdviser }} from '{WEB}/adviser.mjs';
import {{ createSharing }} from '{FORMS}/page/sharing.mjs';
{STAGE}
const copied = [];
let refused = false;
const writeText = async (text) => {{ if (refused) throw new Error(); copied.push(text); }};
Object.defineProperty(globalThis, "navigator", {{ value: {{ clipboard: {{ writeText }} }}, configurable: true }});
const area = {{ ...part(), select() {{}} }};
known["r-texte"] = {{ ...part(), querySelector: () => area }};
const asks = [];
python.ask = (asked) => new Promise((resolve) => asks.push({{ asked, resolve: (texte) => resolve({{ ok: true, resultat: {{ texte }} }}) }}));
const sharing = createSharing(python, status, () => saving);
let jour = "2026-11-29";
const adviser = createAdviser({{ sharing, corps: () => ({{ jour, voie_souhaitee: "vae", adresse: "ici" }}) }});
const texte = () => ({{ jour }});
async function answered(done, words) {{
  asks.at(-1).resolve(words);
  await done;
}}
"""


def test_the_text_that_is_shown_is_made_again_with_what_it_was_made_with() -> None:
    """Past midnight, the adviser's text has its route and its address still, and the new day; so has the text of the form."""
    script = f"""{ADVISE}
      refused = true;
      for (const copy of [() => adviser.copy(), () => sharing.copy(texte)]) {{
        jour = "2026-11-29";
        await answered(copy(), "hier");
        jour = "2026-11-30";
        await answered(sharing.renew(), "aujourd’hui");
      }}
      tell([asks.map(({{ asked }}) => [asked.action, asked.corps]), area.value]);"""
    sheet = {"voie_souhaitee": "vae", "adresse": "ici"}
    days = ["2026-11-29", "2026-11-30"]
    assert run(script) == [
        [["conseiller", {"jour": day} | sheet] for day in days] + [["texte", {"jour": day}] for day in days],
        "aujourd’hui",
    ]


def test_a_text_that_takes_the_place_of_another_stays() -> None:
    """Made again past midnight, the text of before comes after the one that was just asked for: it is not shown."""
    script = f"""{ADVISE}
      refused = true;
      await answered(sharing.copy(texte), "texte");
      const renewed = sharing.renew();
      const late = asks.at(-1);
      await answered(adviser.copy(), "fiche");
      late.resolve("texte du jour");
      await renewed;
      tell(area.value);"""
    assert run(script) == "fiche"


def test_the_sheet_of_a_draft_is_not_copied_from_another() -> None:
    """« Copier la fiche », then another draft while Python writes it: it is neither shown, nor copied, nor made ready."""
    script = f"""{ADVISE}
      const done = adviser.copy();
      other();
      await answered(done, "fiche d’Ana");
      const ready = adviser.prepare();
      brouillon = {{ ...brouillon, id: "trois" }};
      await answered(ready, "fiche de Zoé");
      const late = [area.value, [...copied], [...said], await ready];
      await answered(adviser.copy(), "fiche du jour");
      tell([late, copied, said]);"""
    assert run(script) == [["", [], [], False], ["fiche du jour"], ["texte_copie"]]


def test_what_is_copied_is_what_is_on_screen_when_it_comes() -> None:
    """One answers while Python writes: the text, or the sheet, is asked for again, and nothing of before is copied."""
    script = f"""{ADVISE}
      for (const copy of [() => adviser.copy(), () => sharing.copy(texte)]) {{
        const done = copy();
        brouillon = {{ ...brouillon, contenu: {{}} }};
        asks.at(-1).resolve("avant");
        await soon();
        await answered(done, "maintenant");
      }}
      tell([copied, asks.length]);"""
    assert run(script) == [["maintenant", "maintenant"], 4]


def test_the_sheet_is_ready_for_paper_with_the_answers_of_now() -> None:
    """Printed, the sheet is not that of before the last answer: it is asked for again."""
    script = f"""{ADVISE}
      const ready = adviser.prepare();
      brouillon = {{ ...brouillon, contenu: {{}} }};
      asks.at(-1).resolve("avant");
      await soon();
      brouillon = {{ ...brouillon, id: "deux" }};
      await answered(ready, "maintenant");
      tell([await ready, asks.length]);"""
    assert run(script) == [False, 2]


FILES = f"""import {{ createTexts }} from '{WEB}/texts.mjs';
{STAGE}
const [action, away] = values;
const files = [];
globalThis.Blob = class {{ constructor([content]) {{ this.content = content; }} }};
URL.createObjectURL = ({{ content }}) => files.push(new TextDecoder().decode(typeof content === "string" ? Buffer.from(content) : content));
URL.revokeObjectURL = () => {{}};
document.createElement = () => ({{ click() {{ files.push(this.download.slice(0, 14)); }} }});
const asks = [];
python.ask = ({{ corps }}) => new Promise((resolve) => asks.push({{
  corps,
  resolve: (words) => resolve({{ ok: true, resultat: {{ texte: words, base64: btoa(words), avis: "" }} }}),
}}));
brouillon = {{ id: "un", nom: "Ana", contenu: {{ reponses: {{}} }} }};
const page = {{ contenu: () => brouillon.contenu, nom: () => brouillon.nom, keep() {{}}, saving }};
const {{ actions }} = createTexts({{ certification: "c", python, status, page, quick: () => ({{}}) }});
const done = actions[action]();
await soon();
if (away) other();
else brouillon = {{ ...brouillon, contenu: {{ reponses: {{ "A-1": {{ valeur: "oui" }} }} }} }};
asks[0].resolve("avant");
await soon();
asks[1]?.resolve("maintenant");
await done;
tell([files, asks.map(({{ corps }}) => Object.keys(corps.reponses))]);"""


@pytest.mark.parametrize("action", ["csv", "xlsx"])
def test_a_table_has_what_is_answered_while_python_writes_it(action: str) -> None:
    """It is asked for again, and handed once, with the answers of now; of a draft that was left, none is."""
    assert run(FILES, action, "") == [["maintenant", "repere-c-ana-2"], [[], ["A-1"]]]
    assert run(FILES, action, "ailleurs") == [[], [[]]]


CROSS = f"""import {{ createCrossings }} from '{WEB}/crossings.mjs';
{STAGE}
const asks = [];
python.ask = () => new Promise((resolve, reject) => asks.push({{ resolve: () => resolve({{ ok: true, resultat: {{ passerelles: [] }} }}), reject }}));
const panel = Object.assign(new EventTarget(), {{ ...part(), addEventListener: EventTarget.prototype.addEventListener }});
const crossings = createCrossings(panel, {{
  certification: "ici", python, status, saving: () => saving, isEmpty: () => false, released: async () => {{}},
  elsewhere: {{ links: async () => ({{}}), collection: async () => [] }},
}});
async function gesture(name) {{
  const done = crossings[name]().catch(() => {{}});
  await soon();
  return {{ done, ...asks.at(-1) }};
}}
"""


def test_passerelles_that_were_asked_for_are_said_whichever_answer_brings_them() -> None:
    """An answer given meanwhile asks again: its passerelles are those shown, and said to be ready, or not to have come."""
    script = f"""{CROSS}
      const found = [];
      for (const [shown, comes] of [[false, "resolve"], [true, "resolve"], [true, "reject"]]) {{
        panel.hidden = !shown;
        said.length = 0;
        const asked = await gesture("open");
        const again = await gesture("refresh");
        for (const one of [asked, again]) {{
          one[one === again ? comes : "resolve"]();
          await one.done;
          found.push([...said]);
        }}
      }}
      tell([found, asks.length]);"""
    ready, lost = [[], ["passerelles_pretes"]], [[], ["passerelles_sans_calcul"]]
    assert run(script) == [ready + ready + lost, 6]


def test_passerelles_of_a_draft_that_was_left_are_not_said() -> None:
    """Another draft comes while they are awaited; what follows its answers is shown where somebody asks for it."""
    script = f"""{CROSS}
      const asked = await gesture("open");
      panel.dispatchEvent(new Event("draftleft"));
      asked.resolve();
      await asked.done;
      await crossings.refresh();
      tell([said, panel.hidden, asks.length]);"""
    assert run(script) == [[], True, 1]


TURN = f"""
{STAGE}
const marked = (over) => {{
  const marks = new Set();
  return {{ ...part(), hasAttribute: (name) => marks.has(name), toggleAttribute: (name, on) => (on ? marks.add(name) : marks.delete(name)),
    setAttribute() {{}}, scrollIntoView() {{}}, ...over }};
}};
const radio = {{ ...part(), type: "radio", checked: false }};
const details = marked({{ querySelector: () => null }});
const question = (id, mark, over) => marked({{ id, dataset: {{ [mark]: id }}, matches: () => true, closest: () => null, querySelectorAll: () => [radio], ...over }});
const first = question("t-a", "premier", {{ nextElementSibling: details, querySelector: (what) => (what.includes("preciser") ? marked({{}}) : null) }});
const items = ["q-1", "q-2", "q-3"].map((id) => question(id, "item", {{ closest: (what) => (what === ".r-precisions" ? details : null) }}));
const counts = {{ fait: part(), total: part() }};
const form = {{
  ...part(),
  querySelectorAll: (what) => (what.includes(":is") ? [first, ...items] : what.includes("premier") ? [first] : items),
  querySelector: (what) => (what.includes("avance") ? counts[what.includes("fait") ? "fait" : "total"] : {{ ...part(), querySelector: part }}),
}};
document.documentElement = {{ dataset: {{}} }};
document.getElementById = (id) => [first, ...items].find((one) => one.id === id);
document.readyState = "complete";
document.querySelector = () => ({{ ...part(), querySelector: part }});
document.querySelectorAll = (what) => (what.includes("avance") ? [counts[what.includes("fait") ? "fait" : "total"]] : [document.querySelector()]);
globalThis.location = {{ hash: values[2] ?? "" }};
globalThis.window = new EventTarget();
const {{ createAdvancing }} = await import('{WEB}/advancing.mjs');
const {{ createPassCount }} = await import('{WEB}/pass-count.mjs');
const {{ createPasses }} = await import('{WEB}/passes.mjs');
const {{ createTurning }} = await import('{WEB}/turning.mjs');
const passes = createPasses(form);
const passCount = createPassCount(form, passes, {{ ...part(), querySelector: part }});
const [written, writes] = values;
let contenu = written;
const kept = [];
const page = {{ contenu: () => contenu, keep: (found) => kept.push((contenu = found).vue), saving: {{ writes: () => writes !== "" }} }};
const turned = createTurning({{ passes, passCount, page, isEmpty: ({{ reponses }}) => !reponses.a, advancing: {{ turned() {{}} }} }});
const advancing = createAdvancing(form, {{ passes, unfold() {{}}, turned, say() {{}} }});
"""
LINKS = f"""{TURN}
passes.turn(true);
turned();
const seen = [[counts.total.textContent, passes.isWhole()]];
for (const hash of ["#q-2", "#t-a"]) {{
  location.hash = hash;
  window.dispatchEvent(new Event("hashchange"));
  seen.push([counts.total.textContent, passes.isWhole()]);
}}
tell([seen, kept]);"""


def test_a_link_to_the_other_pass_brings_all_of_that_pass() -> None:
    """From every statement back to a question of the first pass: it counts its questions, and the draft says where one is.

    A draft that holds nothing is not made for that, nor one that another tab writes.
    """
    turned = [["3", True], ["3", True], ["1", False]]
    assert run(LINKS, {"reponses": {"a": {}}}, "writes") == [turned, ["tous", "premier"]]
    assert run(LINKS, {"reponses": {}}, "writes") == [turned, []]
    assert run(LINKS, {"reponses": {"a": {}}}, "") == [turned, []]


def test_the_address_leads_to_its_pass_once() -> None:
    """Who comes by a link to a question sees its pass; then answers that come on screen bring theirs, whatever is in the address."""
    script = f"""{TURN}
      const show = () => {{
        passes.turn(true);
        advancing.reveal();
        return passes.isWhole();
      }};
      tell([show(), show(), kept]);"""
    assert run(script, {"reponses": {"a": {}}}, "writes", "#t-a") == [False, True, []]
    assert run(script, {"reponses": {"a": {}}}, "writes") == [True, True, []]


COMPARE = f"""import {{ createComparing }} from '{WEB}/comparing.mjs';
{STAGE}
const asks = [];
python.ask = ({{ action, corps }}) => new Promise((resolve, reject) => {{
  if (action !== "comparer") return resolve({{ ok: true, resultat: {{ nom: "hier", exporte_le: "2026-11-29T10:00:00+01:00", reponses: {{}} }} }});
  asks.push({{ corps, reject, resolve: () => resolve({{ ok: true, resultat: {{ phrase: "", compte: {{}}, items: [], groupes: [], premier_tour: [] }} }}) }});
}});
let chosen;
known.comparaison = {{ ...part(), querySelectorAll: () => [] }};
known["r-fichier-compare"] = {{ ...part(), click() {{}}, files: [new File(["{{}}"], "hier.json")], addEventListener: (_, listener) => (chosen = listener) }};
let screen = {{ reponses: {{}} }};
const comparing = createComparing({{ python, status, elsewhere: {{ titles: async () => ({{}}) }}, saving: () => saving, answers: () => screen, values: new Map(), released: async () => {{}} }});
async function rest() {{
  for (let turn = 0; turn < 20; turn += 1) await soon();
}}
chosen();
await rest();
screen = {{ reponses: {{ "A-1": {{ valeur: "oui" }} }} }};
if (values[0] === "close") comparing.close();
else comparing.refresh();
await rest();
const found = [];
for (const [rank, one] of asks.entries()) {{
  one[rank === 1 ? values[0] : "resolve"]();
  await rest();
  found.push([known.comparaison.hidden, [...said]]);
}}
comparing.refresh(true);
await rest();
tell([found, asks.map(({{ corps }}) => [corps.avant.libelle, Object.keys(corps.apres.reponses)])]);"""


def test_a_comparison_that_is_awaited_is_with_what_is_on_screen() -> None:
    """An answer given while it is awaited is in it: what is shown, and said to be ready, is the last one; or none came."""
    assert run(COMPARE, "resolve")[0] == [[True, []], [False, ["comparer_fait"]]]
    assert run(COMPARE, "reject")[0] == [[True, []], [True, ["comparer_sans_calcul"]]]
    assert [screen for _, screen in run(COMPARE, "reject")[1]] == [[], ["A-1"]]


def test_a_comparison_that_was_closed_stays_closed() -> None:
    """Closed while it was awaited: its answer opens nothing again."""
    assert run(COMPARE, "close")[0] == [[True, []]]
