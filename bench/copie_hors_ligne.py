"""How long Python takes to be there, from a folder and from a local server, in both browsers, turn by turn.

    .venv/bin/python bench/copie_hors_ligne.py [ROUNDS]

Asks for `make bundle` and for both browsers.  Prints milliseconds from the start of the page (least, median, most), and sizes.
"""  # noqa: INP001 — a script, not a package

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from macros.copie_usb.paths import BUILD, NAME, SITE  # noqa: E402
from tests.conftest import QuietHandler  # noqa: E402
from tests.outils_pilote import NAMES, Pilote  # noqa: E402

FORM = "certifications/cqp-vendeur-conseil-a-distance/auto-positionnement/"
READY = """() => new Promise((resolve) => {
  const line = document.getElementById("r-etat-calcul");
  const look = () => (line.dataset.etat === "calcul_chargement" ? setTimeout(look, 5) : resolve(performance.now()));
  look();
})"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def measure(name: str, address: str) -> float:
    """Return how long it took in a browser that has never been there."""
    with TemporaryDirectory() as folder, Pilote(name, Path(folder)) as browser:
        browser.goto(address)
        return float(browser.evaluate(READY))


def main(say: Callable[[str], object]) -> None:
    """Measure, and say it."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    folder = BUILD / NAME
    files = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    say(
        f"zip {(BUILD / f'{NAME}.zip').stat().st_size / 1e6:.1f} MB, unzipped {sum(files) / 1e6:.1f} MB in {len(files)} files\n"
    )
    with served(SITE) as origin:
        places = {"http": f"{origin}/{FORM}", "file": f"{folder.as_uri()}/{FORM}index.html"}
        found: dict[tuple[str, str], list[float]] = {(name, place): [] for name in NAMES for place in places}
        for _ in range(rounds):
            for (name, place), times in found.items():
                times.append(measure(name, places[place]))
    for (name, place), times in found.items():
        say(f"{name} {place}: {min(times):.0f} / {median(times):.0f} / {max(times):.0f} ms\n")


if __name__ == "__main__":
    main(sys.stdout.write)
