"""The worker's guard, run by Node: which files may be asked for, and until when."""

from __future__ import annotations

from tests.conftest import ROOT
from tests.forms.test_modules_du_navigateur import run

WEB = ROOT / "forms" / "page"
SCRIPT = f"""
  import {{ guardNetwork }} from "{(WEB / "guard.mjs").as_uri()}";
  const asked = [], told = [], [good, lost, later, other] = values;
  globalThis.navigator ??= {{ userAgent: "node", language: "fr" }};
  globalThis.fetch = async (url, {{ method = "GET" }} = {{}}) => {{
    asked.push(`${{method}} ${{url}}`);
    if (url === lost) throw new TypeError("gone");
    return {{ ok: true, headers: new Map() }};
  }};
  // The guard takes away whatever Python does not need, what speaks to us included.
  const {{ stdout }} = process, {{ stringify }} = JSON;
  const allowed = {{ start: new Map([[good, "sha256-a"], [lost, "sha256-b"]]), later: new Map([[later, "sha256-c"]]) }};
  const close = guardNetwork(allowed, (echec) => told.push(echec.fichier));
  const asks = async (...urls) => {{
    const found = [];
    for (const url of urls) found.push(await fetch(url).then((r) => r.ok, (e) => e.name));
    return found;
  }};
  const open = await asks(good, lost, later, other), before = [...told], heard = asked.length;
  close();
  const closed = await asks(good, lost, later, other);
  stdout.write(stringify({{ open, before, closed, told, after: asked.slice(heard) }}));
"""


def test_the_files_of_the_start_are_refused_once_python_is_there() -> None:
    """Asked for again they do not leave, and nobody is told that Python failed; what an action needs still comes."""
    files = [f"https://exemple.fr/{name}" for name in ("depart.zip", "perdu.zip", "plus-tard.zip", "autre")]
    assert run(SCRIPT, *files) == {
        "open": [True, "DownloadFault", True, "TypeError"],
        "before": ["perdu.zip"],
        "closed": ["TypeError", "TypeError", True, "TypeError"],
        "told": ["perdu.zip"],
        "after": ["GET https://exemple.fr/plus-tard.zip"],
    }
