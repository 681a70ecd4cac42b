"""What comes late, or does not come, of a merge, a comparison or a sheet to print, run by Node on panels that are played."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

PAGE = ROOT / "forms" / "page"
# As much of a page as the modules ask for.
PLAYED = """
  const made = () => ({ hidden: false, dataset: {}, focus() {}, toggleAttribute() {}, contains: () => false, addEventListener() {},
    querySelector: made, querySelectorAll: () => [], replaceChildren() {}, closest: made, getAttribute: () => "ici" });
  const elements = {};
  globalThis.document = {
    getElementById: (id) => (elements[id] ??= made()),
    querySelector: made,
    documentElement: made(),
    addEventListener() {},
  };
  const heard = {};
  globalThis.window = { addEventListener: (name, listener) => (heard[name] = listener) };
  const said = [];
"""


def test_a_merge_that_was_stopped_leaves_nothing() -> None:
    """Stopped while Python puts the copies together, then another draft: no draft is made of it; else, one is."""
    script = f"""{PLAYED}
      const {{ createMerging }} = await import("{(ROOT / "forms" / "plusieurs_mains" / "web" / "merging.mjs").as_uri()}");
      const conflit = {{ place: "projet", section: "s", ici: {{}}, autre: {{}} }};
      const trial = async (stops) => {{
        const answers = [];
        const kept = [];
        const merging = createMerging(made(), {{
          merge: () => new Promise((resolve) => answers.push(resolve)),
          contenu: () => ({{ valeurs: {{}} }}),
          take() {{}},
          told() {{}},
          keepBeside: async () => kept.push("kept"),
          status: {{ say: (key) => said.push(key), phrase: (key) => key }},
        }});
        const asked = {{ contenu: {{ valeurs: {{}} }} }};
        const started = merging.start("");
        answers[0]({{ resultat: {{ copie: null, conflits: [conflit] }}, asked, here: true }});
        await started;
        const choosing = merging.choose(made());
        if (stops) merging.stop();
        answers[1]({{ resultat: {{ copie: {{}}, conflits: [] }}, asked, here: false }});
        await choosing;
        return kept;
      }};
      console.log(JSON.stringify([await trial(true), said.splice(0), await trial(false)]));"""
    assert run(script) == [[], ["fusion_arretee"], ["kept"]]


def test_a_sheet_moves_when_it_is_printed() -> None:
    """Made ready while another draft comes, the bordereau stays in its place: printing is what brings it first, and back."""
    script = f"""{PLAYED}
      const {{ createPapers }} = await import("{(ROOT / "forms" / "dossier_habilitation" / "web" / "papers.mjs").as_uri()}");
      elements.bordereau = {{ ...made(), nextElementSibling: {{ before: () => said.push("back") }} }};
      const form = {{ before: () => said.push("first") }};
      const sharing = {{ written: async () => null }};
      const papers = createPapers(form, {{ sharing, phrase: (key) => key, looks: {{}}, corps: () => ({{}}), envoi: () => "" }});
      await papers.prepare("remplie");
      said.push("ready");
      for (const mode of ["synthese", "remplie"]) {{
        document.documentElement.dataset.impression = mode;
        for (const name of ["beforeprint", "afterprint"]) heard[name]();
      }}
      console.log(JSON.stringify(said));"""
    assert run(script) == ["ready", "back", "first", "back"]


def test_a_comparison_that_does_not_come_is_told_as_such() -> None:
    """Python read the file, then was lost: the page speaks of the comparison, not of the text or the table."""
    script = f"""{PLAYED}
      const {{ createComparing }} = await import("{(ROOT / "forms" / "auto_positionnement" / "web" / "comparing.mjs").as_uri()}");
      elements["r-fichier-compare"] = {{ files: [new File(["{{}}"], "avant.json")], addEventListener: (name, act) => (heard[name] = act) }};
      document.querySelectorAll = () => [];
      const over = new Promise((resolve) => {{
        createComparing({{
          python: {{
            state: {{ nom: "pret" }},
            async ask({{ action }}) {{
              if (action === "comparer") throw new Error("lost");
              return {{ ok: true, resultat: {{ nom: "", exporte_le: "2026-11-21T10:00:00+01:00", reponses: {{}} }} }};
            }},
          }},
          status: {{ say: resolve, refuse: resolve, phrase: (key) => key }},
          released: async () => {{}},
          elsewhere: {{ titles: async () => ({{}}) }},
          saving: () => ({{ brouillon: () => ({{ id: "a" }}) }}),
          answers: () => ({{}}),
          values: new Map(),
        }});
      }});
      heard.change();
      console.log(JSON.stringify(await over));"""
    assert run(script) == "comparer_sans_calcul"
