"""Modules of the page that wait for an answer, or for a gesture, run by Node with stand-ins for what they hold on to."""

from __future__ import annotations

from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

FORMS = (ROOT / "forms").as_uri()
# A page that has nothing, a draft that one may change, Python that answers when it is let go.
STAGE = """
const said = [];
const status = { say: (key) => said.push(key), refuse: () => {}, phrase: (key) => key };
const nothing = { querySelector: () => part(), querySelectorAll: () => [], addEventListener() {}, toggleAttribute() {}, dataset: {}, hidden: true, focus() {} };
function part() { return { ...nothing, value: "", textContent: "", replaceChildren() {} }; }
const known = {};
globalThis.CSS = { escape: String };
globalThis.document = Object.assign(new EventTarget(), { getElementById: (id) => (known[id] ??= part()), querySelectorAll: () => [] });
let brouillon = { id: "un", nom: "Ana", contenu: {} };
const saving = { brouillon: () => brouillon };
const other = () => (brouillon = { id: "deux", nom: "Zoé", contenu: {} });
let letGo;
const python = { state: { nom: "pret" }, ask: () => new Promise((resolve) => (letGo = (resultat) => resolve({ ok: true, resultat }))) };
const soon = () => new Promise((resolve) => setTimeout(resolve));
function tell(found) {
  console.log(JSON.stringify(found));
  process.exit();
}
"""
AGREE = f"""import {{ createAgreeing }} from '{FORMS}/plusieurs_mains/web/agreeing.mjs';
{STAGE}
const ana = {{ valeur: "Ana", par: {{ role: "candidat", nom: "Ana" }}, le: "2026-11-29T10:00:00+01:00" }};
const asked = {{ valeurs: {{ projet: ana, "accords/a/nom": ana }}, ecartees: [], qui: ana.par }};
const meanwhile = {{
  rien: asked,
  frappe: {{ ...asked, valeurs: {{ ...asked.valeurs, projet: {{ ...ana, valeur: "Autre" }} }} }},
  ajout: {{ ...asked, valeurs: {{ ...asked.valeurs, autre: ana }} }},
  main: {{ ...asked, qui: {{ role: "entreprise", nom: "Paul" }} }},
  brouillon: {{ valeurs: {{}}, ecartees: [], qui: ana.par }},
  accord: {{ ...asked, valeurs: {{ ...asked.valeurs, "accords/b/empreinte": ana }} }},
}};
async function attempt(what, there) {{
  said.length = 0;
  let contenu = asked;
  const given = [];
  const agreeing = createAgreeing({{ python, corps: () => ({{}}), contenu: () => contenu, agreed: (place) => given.push(place), status }});
  const agreed = agreeing.agree({{ closest: () => ({{ dataset: {{ ligne: "a" }}, isConnected: there }}) }});
  await soon();
  contenu = meanwhile[what];
  letGo({{ empreinte: "0" }});
  await agreed;
  return [...given, ...said];
}}
const found = {{}};
for (const what of Object.keys(meanwhile)) found[what] = await attempt(what, true);
tell({{ ...found, ligne: await attempt("rien", false) }});"""


def test_an_agreement_is_to_what_its_giver_saw() -> None:
    """Words, hand, draft or row changed while it was awaited: it is not taken.  Another agreement changes nothing."""
    given, refused = ["accords/a/empreinte", "accord_donne"], ["accord_change"]
    kept = {"rien": given, "accord": given}
    assert run(AGREE) == kept | dict.fromkeys(("frappe", "ajout", "main", "brouillon", "ligne"), refused)


def test_a_copied_row_is_not_agreed_to() -> None:
    """The digest of an agreement signs its own row: the copy has the answers, and is still to be agreed to."""
    script = f"""import {{ createRowActions }} from '{FORMS}/questionnaire/web/row-actions.mjs';
      {STAGE}
      const answers = {{ "accords/a/nom": "Ana", "accords/a/empreinte": "0" }};
      const natures = {{ nom: "texte", empreinte: "empreinte" }};
      const row = (id) => ({{ ...part(), id, after() {{}} }});
      const rows = {{ listAround: part, make: () => row("b"), tell() {{}}, called: () => "", placesOf: ({{ id }}) => Object.keys(natures).map((one) => `accords/${{id}}/${{one}}`) }};
      const fields = {{ read: (place) => answers[place], write: (place, raw) => (answers[place] = raw), boxOf: (place) => ({{ dataset: {{ nature: natures[place.split("/")[2]] }} }}) }};
      createRowActions(rows, {{ fields, links: {{}}, status }}).dupliquer({{ closest: () => row("a") }});
      tell(answers);"""
    assert run(script) == {"accords/a/nom": "Ana", "accords/a/empreinte": "0", "accords/b/nom": "Ana"}


SHARE = f"""import {{ createSharing }} from '{FORMS}/page/sharing.mjs';
{STAGE}
const copied = [];
Object.defineProperty(globalThis, "navigator", {{ value: {{ clipboard: {{ writeText: async (text) => copied.push(text) }} }}, configurable: true }});
const area = part();
known["r-texte"] = {{ ...part(), querySelector: () => area }};
const sharing = createSharing(python, status, () => saving);
async function made(done, texte, away) {{
  await soon();
  if (away) other();
  letGo({{ texte }});
  await done;
}}
const copy = () => sharing.copy(() => ({{}}));
if (values[0] === "renew") {{
  await made(copy(), "hier", false);
  known["r-texte"].hidden = false;
}}
await made(values[0] === "renew" ? sharing.renew() : copy(), "texte d’Ana", values[1]);
tell([area.value, copied]);"""


def test_the_text_of_a_draft_stays_with_it() -> None:
    """Gone to another draft while it was being made: neither shown nor copied.  Shown already, it follows the day."""
    assert run(SHARE, "copy", "ailleurs") == ["", []]
    assert run(SHARE, "copy", "") == ["texte d’Ana", ["texte d’Ana"]]
    assert run(SHARE, "renew", "ailleurs") == ["hier", ["hier"]]
    assert run(SHARE, "renew", "") == ["texte d’Ana", ["hier"]]


TABLES = f"""import {{ createTables }} from '{FORMS}/dossier_habilitation/web/tables.mjs';
import {{ createSharing }} from '{FORMS}/page/sharing.mjs';
{STAGE}
const files = [];
globalThis.Blob = class {{ constructor([text]) {{ this.text = text; }} }};
URL.createObjectURL = ({{ text }}) => files.push(text);
URL.revokeObjectURL = () => {{}};
document.createElement = () => ({{ click() {{}} }});
const button = {{ dataset: {{}}, textContent: "" }};
const copy = {{ cloneNode: () => ({{ querySelector: () => button }}) }};
const panel = {{ ...part(), querySelector: () => ({{ ...part(), content: {{ firstElementChild: copy }} }}) }};
const sharing = createSharing(python, status, () => saving);
const tables = createTables(panel, {{ sharing, status, sujet: "d", saving, corps: () => ({{}}) }});
const table = (texte) => ({{ feuilles: [{{ nom: "Conformité", texte }}] }});
async function answered(done, found, away) {{
  await soon();
  if (away) other();
  letGo(found);
  await done;
}}
if (values[0] === "show") await answered(tables.show(), table("hier"), true);
else {{
  await answered(tables.show(), table("hier"), false);
  await answered(tables.hand(button), table("aujourd’hui"), values[0] === "hand elsewhere");
}}
tell([panel.hidden, files, said]);"""


def test_a_table_is_handed_as_it_is_now_and_of_its_draft() -> None:
    """Shown before midnight, or before one wrote, it is made again when it is taken; never under another draft."""
    assert run(TABLES, "hand") == [False, ["aujourd’hui"], ["csv_enregistre"]]
    assert run(TABLES, "hand elsewhere") == [False, [], []]
    assert run(TABLES, "show") == [True, [], []]


def test_a_file_to_compare_is_compared_with_the_draft_that_it_was_given_for() -> None:
    """Gone to another draft while the file was being read: nothing is compared, and the page says so."""
    script = f"""import {{ createComparing }} from '{FORMS}/auto_positionnement/web/comparing.mjs';
      {STAGE}
      let chosen;
      known.comparaison = {{ ...part(), querySelectorAll: () => [] }};
      known["r-fichier-compare"] = {{ ...part(), click() {{}}, files: [new File(["{{}}"], "ana.json")], addEventListener: (_, listener) => (chosen = listener) }};
      createComparing({{ python, status, elsewhere: {{ titles: async () => ({{}}) }}, saving: () => saving, answers: () => ({{}}), values: new Map(), released: async () => {{}} }});
      chosen();
      while (!letGo) await soon();
      if (values[0]) other();
      const read = letGo;
      letGo = undefined;
      read({{ nom: "Ana", exporte_le: "2026-11-29T10:00:00+01:00", reponses: {{}} }});
      for (let turn = 0; turn < 20; turn += 1) await soon();
      tell([letGo !== undefined, known.comparaison.hidden, said]);"""
    assert run(script, "ailleurs") == [False, True, ["fichier_autre_brouillon"]]
    assert run(script, "") == [True, True, []]


def test_what_was_dictated_is_told_when_one_leaves_the_tab() -> None:
    """A tab that is hidden may never come back: what a tool put in a field is told then."""
    script = f"""import {{ saw, watchUnsaid }} from '{FORMS}/page/unsaid.mjs';
      {STAGE}
      globalThis.window = new EventTarget();
      globalThis.HTMLElement = class extends EventTarget {{ value = ""; disabled = false; matches(selector) {{ return selector !== ":disabled"; }} }};
      const area = new HTMLElement();
      document.querySelectorAll = () => [area];
      let told = 0;
      area.addEventListener("input", () => (told += 1));
      watchUnsaid();
      saw(area);
      area.value = "dicté";
      document.dispatchEvent(new Event("visibilitychange"));
      tell(told);"""
    assert run(script) == 1


BESIDE = f"""import {{ createBeside }} from '{FORMS}/plusieurs_mains/web/beside.mjs';
{STAGE}
const [stands, aside, qui] = values;
const dit = part();
const looked = [];
const form = {{ querySelector: (selector) => void looked.push(selector) ?? null }};
const beside = createBeside(form, {{ querySelector: () => dit }}, {{ phrase: (key) => key, signed: () => "", voixOf: () => undefined }});
const box = {{ dataset: {{ voix: "candidat", place: "projet" }} }};
const contenu = {{ valeurs: stands ? {{ projet: stands }} : {{}}, ecartees: aside ? [aside] : [], qui }};
beside.show(contenu);
const shown = looked.length;
beside.enter({{ closest: (selector) => (selector === "[data-voix]" ? box : null) }}, contenu);
tell([shown, dit.textContent]);"""
ANA, PAUL = {"role": "candidat", "nom": "Ana"}, {"role": "entreprise", "nom": "Paul"}


def written(valeur: str, par: dict[str, str]) -> dict[str, Any]:
    """Return a writing at the place of the candidate's project."""
    return {"place": "projet", "valeur": valeur, "par": par, "le": "2026-11-29T10:00:00+01:00", "raison": "reecrit"}


@pytest.mark.parametrize(
    ("stands", "key"),
    [
        (ANA, "parole_autre"),
        ({"role": "", "nom": ""}, "parole_autre"),
        (PAUL, "parole_signee"),
        (None, "parole_signee"),
    ],
)
def test_only_words_that_will_be_kept_are_said_to_be(stands: dict[str, str] | None, key: str) -> None:
    """Those of another hand stay beside when one writes; one's own, in somebody's place, are written over."""
    assert run(BESIDE, written("Vendre", stands) if stands else None, None, PAUL) == [0, key]


def test_the_same_words_composed_otherwise_are_not_shown_beside() -> None:
    """An accent beside its letter is the same accent: there is nothing to put back."""
    stands, aside = written("Métier", PAUL), written("Me\N{COMBINING ACUTE ACCENT}tier", ANA)
    assert run(BESIDE, stands, aside, ANA)[0] == 0
    assert run(BESIDE, stands, written("Autre", ANA), ANA)[0] == 1


@pytest.mark.parametrize("holds", ["repondu", "paroles", "entame", ""])
def test_a_row_goes_without_a_trace_only_where_nobody_wrote_in_it(holds: str) -> None:
    """An answer, words kept beside one or words being written: a line stays in its place, and brings it back."""
    script = f"""import {{ createRowActions }} from '{FORMS}/questionnaire/web/row-actions.mjs';
      import {{ createRows }} from '{FORMS}/questionnaire/web/rows.mjs';
      {STAGE}
      globalThis.ResizeObserver = class {{}};
      const [holds] = values;
      const control = {{ ...part(), matches: () => true }};
      const line = {{ ...part(), querySelector: () => control }};
      const copy = {{ content: {{ firstElementChild: {{ cloneNode: () => line }} }} }};
      const list = {{ dataset: {{ liste: "l" }}, querySelectorAll: () => [], querySelector: (what) => (what.startsWith("template") ? copy : control) }};
      const done = [];
      const row = {{
        dataset: {{ ligne: "a" }},
        querySelector: (what) => (holds && what.includes(`[data-${{holds}}]`) ? part() : null),
        remove: () => done.push("remove"),
        replaceWith: () => done.push("replace"),
        closest: () => list,
      }};
      const links = {{ chosen: () => new Set(), drop: () => [], follow() {{}} }};
      const rows = createRows({{ querySelectorAll: () => [] }}, {{ fields: {{ read: () => undefined }}, links, changed() {{}} }});
      createRowActions(rows, {{ fields: {{}}, links, status }}).oter({{ closest: () => row }});
      tell([...done, ...said]);"""
    assert run(script, holds) == (["replace", "ligne_otee"] if holds else ["remove"])


def test_what_was_begun_beside_is_given_up_or_there_the_next_time() -> None:
    """« Ne rien proposer » forgets it, Escape keeps it; either way, nothing is written from a dialog that is closed."""
    script = f"""import {{ createProposing }} from '{FORMS}/plusieurs_mains/web/proposing.mjs';
      {STAGE}
      const paul = {{ role: "entreprise", nom: "Paul" }};
      const area = {{ ...part(), value: "" }};
      const copy = {{ ...part(), getAttribute: () => null, removeAttribute() {{}}, querySelector: () => area }};
      const box = {{ dataset: {{ place: "projet", voix: "candidat" }}, cloneNode: () => copy }};
      const done = [];
      globalThis.HTMLSelectElement = class {{}};
      const dialog = Object.assign(new EventTarget(), {{ querySelector: part, showModal() {{}}, close() {{ dialog.dispatchEvent(new Event("close")); }} }});
      const contenu = () => ({{ valeurs: {{}}, ecartees: [], qui: paul }});
      const proposing = createProposing(dialog, {{ contenu, typed: (place, raw) => done.push([place, raw ?? null]), proposed() {{}}, status }});
      proposing.open({{ closest: () => box }});
      if (values[0] === "stop") proposing.stop();
      else dialog.close();
      dialog.dispatchEvent(new Event("input"));
      tell(done);"""
    assert run(script, "stop") == [["projet", None]]
    assert run(script, "Escape") == []


def test_a_dialog_is_closed_where_another_tab_takes_the_draft() -> None:
    """What one types over the page would be typed in a draft that is read along; here it stays open while one writes."""
    script = f"""import {{ followTabs }} from '{FORMS}/page/tabs.mjs';
      {STAGE}
      globalThis.window = new EventTarget();
      let [writes, closed, ears] = [true, 0, null];
      document.querySelectorAll = (what) => (what === "dialog[open]" ? [{{ close: () => (closed += 1) }}] : []);
      const panel = {{ ...part(), contains: () => false }};
      followTabs(panel, {{ saving: {{ writes: () => writes, refresh: async () => "same", watch: (found) => (ears = found) }}, status, came() {{}}, showLastFile() {{}} }});
      const before = closed;
      writes = false;
      ears.turned(false);
      tell([before, closed, panel.hidden]);"""
    assert run(script) == [0, 1, False]


TEMPLATES = Environment(loader=FileSystemLoader(ROOT / "forms"), autoescape=True)
MESSAGES = vars(TEMPLATES.get_template("page/messages.j2").module)["MESSAGES"]
LACK = f"""import {{ PythonFault, PythonLacking }} from '{FORMS}/page/python-errors.mjs';
{STAGE}
const [messages, motif] = values;
let error = new PythonLacking(motif);
python.ask = async () => {{ if (error) throw error; return {{ ok: true, resultat: {{}} }}; }};
const words = (key) => messages[key] ?? `? ${{key}}`;"""


@pytest.mark.parametrize(("motif", "why"), [("reseau", "pas pu être chargé"), ("empreinte", "refusé")])
def test_what_an_action_lacked_is_said_whichever_action_it_was(motif: str, why: str) -> None:
    """A workbook sends to the CSV, which may be had without its library; nothing else promises anything but itself."""
    script = f"""{LACK}
      const {{ createSharing }} = await import('{FORMS}/page/sharing.mjs');
      const {{ createWorkbook }} = await import('{FORMS}/page/workbook.mjs');
      const sharing = createSharing(python, {{ ...status, say: (key) => said.push(words(key)) }}, () => saving);
      for (const action of ["csv", "texte", "ecartees", "bordereau"]) await sharing.written(action, {{}});
      await createWorkbook({{ sharing, status, saving: () => saving, sujet: "d", corps: () => ({{}}) }})();
      tell(said);"""
    *others, _, workbook = run(script, MESSAGES, motif)
    assert len(others) == 4
    assert all(why in one and "CSV" not in one for one in others)
    assert why in workbook
    assert "CSV" in workbook


@pytest.mark.parametrize(("motif", "why"), [("reseau", "pas pu être chargé"), ("empreinte", "refusé")])
def test_a_result_that_lacked_a_file_is_not_shown_as_that_of_now(motif: str, why: str) -> None:
    """The page says why, and shows no more what was computed before; computed again, it is ready again.

    A fault of ours and an absence leave an old result no more on screen; what was said of them stays said.
    """
    script = f"""{LACK}
      const {{ createFailing }} = await import('{FORMS}/page/failing.mjs');
      const {{ createScoring }} = await import('{FORMS}/page/scoring.mjs');
      const {{ showComputed }} = await import('{FORMS}/page/panels.mjs');
      const marks = new Set();
      const panel = {{ toggleAttribute: (name, on) => (on ? marks.add(name) : marks.delete(name)) }};
      document.querySelectorAll = () => (marks.has("data-calcule") ? [panel] : []);
      const failing = createFailing(python, {{ python: (key) => said.push(words(key)) }});
      const score = createScoring({{ ...failing, released: async () => {{}} }}, () => ({{}}), () => showComputed(panel));
      const seen = [];
      const lack = error;
      for (error of [null, lack, null, null, new PythonFault(""), null, new Error("absent")]) {{
        await score();
        seen.push([...marks].join());
      }}
      tell([seen, said]);"""
    seen, said = run(script, MESSAGES, motif)
    now, stale = "data-calcule", "data-perime"
    assert seen == [now, stale, now, now, stale, now, stale]
    assert why in said[0]
    assert said[1:] == [MESSAGES["calcul_pret"], MESSAGES["calcul_faute"]]


def test_a_file_left_for_another_form_waits_for_its_page() -> None:
    """The page of another form takes nothing, and loses nothing; its own takes it once."""
    script = f"""import {{ takeHanded }} from '{FORMS}/page/handed.mjs';
      const kept = new Map([["/site/.fichier-ouvert", JSON.stringify({{ nom: "ana.json", texte: "{{}}", page: "/site/b/" }})]]);
      globalThis.sessionStorage = {{ getItem: (key) => kept.get(key) ?? null, removeItem: (key) => kept.delete(key) }};
      const taken = ["a", "b", "b"].map((page) => {{
        globalThis.location = {{ pathname: `/site/${{page}}/` }};
        return takeHanded("/site/")?.name ?? "";
      }});
      console.log(JSON.stringify([taken, kept.size]));"""
    assert run(script) == [["", "ana.json", ""], 0]


def test_what_the_browser_last_said_of_keeping_is_what_is_shown() -> None:
    """Looked at as the page loads, asked for after answers: the look may be answered last, and says nothing any more."""
    script = f"""const answers = {{}};
      const later = (name) => () => new Promise((resolve) => (answers[name] = resolve));
      Object.defineProperty(globalThis, "navigator", {{ value: {{ storage: {{ persist: later("persist"), persisted: later("persisted") }} }} }});
      const {{ createPersistence }} = await import('{FORMS}/page/persistence.mjs');
      const sentences = ["acceptee", "refusee", "inconnue"].map((reponse) => ({{ hidden: true, dataset: {{ reponse }} }}));
      const shown = () => sentences.filter(({{ hidden }}) => !hidden).map(({{ dataset }}) => dataset.reponse);
      const soon = () => new Promise((resolve) => setTimeout(resolve));
      createPersistence({{ querySelectorAll: () => sentences }}, () => 3).answered();
      answers.persist(true);
      await soon();
      const first = shown();
      answers.persisted(false);
      await soon();
      console.log(JSON.stringify([first, shown()]));"""
    assert run(script) == [["acceptee"], ["acceptee"]]


def test_the_list_that_was_asked_for_last_is_the_one_shown() -> None:
    """Asked for again as a draft goes, the list of before comes late: the draft that is gone does not come back with it."""
    script = f"""import {{ createDraftsShown }} from '{FORMS}/page/drafts-shown.mjs';
      {STAGE}
      document.documentElement = {{ toggleAttribute() {{}} }};
      const asks = [];
      const list = () => new Promise((resolve) => asks.push(resolve));
      const lists = [];
      const drafts = {{ show: (current, every) => lists.push(every.map(({{ id }}) => id)) }};
      const {{ showDrafts }} = createDraftsShown({{ saving: {{ ...saving, list, newer: () => [] }}, status, drafts, isShown: () => true }});
      const all = [showDrafts(), showDrafts()];
      asks[1]([{{ id: "un" }}]);
      asks[0]([{{ id: "un" }}, {{ id: "deux" }}]);
      await Promise.all(all);
      tell(lists);"""
    assert run(script) == [["un"]]


PRESS = f"""import {{ createPressing }} from '{FORMS}/page/pressing.mjs';
import {{ createScoring }} from '{FORMS}/page/scoring.mjs';
{STAGE}
const page = new EventTarget();
const shown = [];
let answers = "first";
const score = createScoring(
  {{ ask: async () => ({{ ok: true, resultat: answers }}), fail: tell, released: createPressing(page) }},
  () => ({{}}),
  (resultat) => shown.push(resultat),
);
const gesture = (type, more = {{}}) => page.dispatchEvent(Object.assign(new Event(type), more));
const press = () => gesture("pointerdown", {{ button: 0 }});
const found = {{}};
async function rest() {{
  for (let turn = 0; turn < 4; turn += 1) await soon();
}}
async function shownAfter(...gestures) {{
  shown.length = 0;
  for (const one of gestures) one();
  score();
  await rest();
  return shown.length;
}}
const move = () => gesture("pointermove", {{ buttons: 0 }});
found.pressed = await shownAfter(press);
// Another press, before or without the end of the first one: still not.
press();
await rest();
found.twice = shown.length;
gesture("pointerup");
press();
await rest();
found.again = shown.length;
gesture("pointerup");
found.click = shown.length;
await rest();
found.after = shown.length;
const ends = ["pointercancel", "dragend", "keydown", "blur", "click", "contextmenu"].map((type) => () => gesture(type));
found.ends = [];
for (const end of [...ends, move]) found.ends.push(await shownAfter(press, end));
found.other = await shownAfter(() => gesture("pointerdown", {{ button: 2 }}));
found.free = await shownAfter();
// Answered again while one presses: only what is true at the end is shown.
await shownAfter(press);
answers = "later";
score();
gesture("pointerup");
await rest();
found.last = [...shown];
// By touch the click comes later than the finger goes.
await shownAfter(press);
gesture("pointerup", {{ pointerType: "touch" }});
await rest();
found.touch = shown.length;
gesture("click");
await rest();
found.tapped = shown.length;
tell(found);"""


def test_nothing_moves_under_a_finger() -> None:
    """A result that comes while a button is pressed is shown once it is let go, after its click; whatever ended the press."""
    found = run(PRESS)
    assert (found["free"], found["other"], found["ends"]) == (1, 1, [1] * 7)
    assert (found["pressed"], found["twice"], found["again"], found["click"], found["after"]) == (0, 0, 0, 0, 1)
    assert (found["touch"], found["tapped"]) == (0, 1)
    assert found["last"] == ["later"]


ERRORS = f"""import {{ createErrors }} from '{FORMS}/questionnaire/web/errors.mjs';
import {{ lastAnswer }} from '{FORMS}/page/last-answer.mjs';
{STAGE}
let release;
const released = () => new Promise((resolve) => (release = resolve));
const line = () => known["e-day"]?.textContent ?? "";
known["e-day"] = part();
const errors = createErrors({{ querySelector: () => ({{ ...part(), matches: () => true }}) }}, released);
errors.show([{{ place: "day", phrase: "no day", grave: true }}]);
errors.leave("day");
await soon();
const found = [line()];
release();
await soon();
found.push(line());
// Another draft: what was wrong in the one before is not said of it.
errors.forget();
errors.leave("day");
release();
await soon();
found.push(line());
const came = [];
const answer = lastAnswer(async () => "list", (list) => came.push(list), released);
answer.ask(true);
await soon();
found.push(came.length);
release();
await soon();
found.push(came.length);
tell(found);"""


def test_an_error_and_a_list_wait_for_the_finger_and_stay_with_their_draft() -> None:
    """What is wrong with a field, and what is drawn anew, come once nothing is pressed; no error goes to another draft."""
    assert run(ERRORS) == ["", "no day", "", 0, 1]
