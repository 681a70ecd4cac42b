"""Deployment: the check sees what is wrong with a host, and the ready files say to it what the check asks for."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
import yaml

from macros.__main__ import main
from macros.deploiement import hebergement
from macros.deploiement.attentes import attentes
from macros.deploiement.verification import addresses
from tests.outils_serveurs import QuietHandler

ROOT = Path(__file__).parents[2]
PAGE = "<!doctype html><title>Repère</title>" + "<p>texte</p>" * 300
FILES = {
    "index.html": PAGE,
    "404.html": "<!doctype html><title>Introuvable</title>",
    "certifications/index.html": PAGE,
    "assets/repere/travailleur-1a2b.js": "// " + "x" * 3000,
    "assets/repere/moteur.wasm": "\0asm" + "x" * 3000,
    "api/v1/index.json": "{}",
}


class GoodHost(QuietHandler):
    """Sends what is asked for: headers, types, compression, its own page where there is none."""

    def end_headers(self) -> None:
        """Add the headers of the list."""
        for name, value in attentes().entetes(self.path).items():
            self.send_header(name, value)
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802 — the name of the base class
        """Send a file, compressed as it is asked for."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        status = 200 if path.is_file() else 404
        content = (path if status == 200 else Path(self.directory) / "404.html").read_bytes()
        self.send_response(status)
        self.send_header("Content-Type", attentes().type_of(path.name) or "application/octet-stream")
        self.send_body(content)

    def send_body(self, content: bytes) -> None:
        """Send the content in gzip; to who asks for Brotli, only its name."""
        encoding = self.headers["Accept-Encoding"]
        sent = gzip.compress(content) if encoding == "gzip" else content
        self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(len(sent)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(sent)

    do_HEAD = do_GET  # noqa: N815 — the name of the base class


class WithoutHeaders(GoodHost):
    """Sends no header of the list."""

    def end_headers(self) -> None:
        """Add nothing."""
        QuietHandler.end_headers(self)


class WithoutBrotli(GoodHost):
    """Knows gzip only."""

    def send_body(self, content: bytes) -> None:
        """Send the content in gzip."""
        self.headers.replace_header("Accept-Encoding", "gzip")
        super().send_body(content)


class WrongTypes(GoodHost):
    """Calls everything text."""

    def send_header(self, keyword: str, value: str) -> None:
        """Change the type."""
        super().send_header(keyword, "text/plain" if keyword == "Content-Type" else value)


@contextmanager
def online(handler: type[QuietHandler], folder: Path) -> Iterator[str]:
    """Serve a folder on this machine, in a folder below its root as well."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    with ExitStack() as stack:
        stack.callback(server.server_close)
        stack.callback(server.shutdown)
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Lay out a small site."""
    folder = tmp_path / "site"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    return folder


Verify = Callable[..., tuple[int, str]]


@pytest.fixture
def verify(site: Path, capsys: pytest.CaptureFixture[str]) -> Verify:
    """Put a folder on a host and check it against the small site: exit code, and all that is said."""

    def run(handler: type[QuietHandler], sent: Path = site, *options: str) -> tuple[int, str]:
        with online(handler, sent) as address:
            code = main(["verifier-site", f"{address}/", "--dossier", str(site), *options])
        return code, "".join(capsys.readouterr()).replace("\N{NO-BREAK SPACE}", " ")

    return run


def copy(site: Path) -> Path:
    """Return a copy of the site, as it was sent."""
    return Path(shutil.copytree(site, site.with_name("envoi")))


def test_a_good_host_has_no_fault(verify: Verify) -> None:
    """Every file is compared, nothing is wrong, exit 0."""
    code, said = verify(GoodHost)
    assert code == 0
    assert f"{len(FILES)} fichiers comparés" in said
    assert said.endswith("Aucun défaut.\n")


def test_one_changed_byte_is_seen(verify: Verify, site: Path) -> None:
    """The file is named, with what to do."""
    sent = copy(site)
    (sent / "assets/repere/moteur.wasm").write_text("\0asm" + "x" * 2999 + "y", "utf-8")
    code, said = verify(GoodHost, sent)
    assert code == 1
    assert "son empreinte SHA-256 diffère\n  où : /assets/repere/moteur.wasm\n  → Envoyez de nouveau" in said
    assert said.endswith("1 défaut(s).\n")


def test_a_missing_file_is_seen(verify: Verify, site: Path) -> None:
    """404 in the place of a page."""
    sent = copy(site)
    shutil.rmtree(sent / "certifications")
    code, said = verify(GoodHost, sent)
    assert code == 1
    assert "la réponse est 404 au lieu de 200\n  où : /certifications/" in said


def test_a_host_without_headers_is_told_each(verify: Verify) -> None:
    """Every header of the list, each with its value; compression; the page of what is not there."""
    code, said = verify(QuietHandler)
    assert code == 1
    for name in hebergement.names(attentes()):
        assert f"l’en-tête {name} manque" in said, name
    assert "sans être comprimé" in said
    assert "une adresse inconnue ne donne pas la page" in said


def test_a_host_that_lets_one_set_no_header(verify: Verify, site: Path) -> None:
    """With the option, headers are not asked for; the rest is."""
    assert verify(WithoutHeaders)[0] == 1
    code, said = verify(WithoutHeaders, site, "--sans-entetes")
    assert (code, said.splitlines()[-1]) == (0, "Aucun défaut.")


def test_wrong_types_are_seen(verify: Verify) -> None:
    """A script called text does not run in a browser."""
    code, said = verify(WrongTypes)
    assert code == 1
    assert (
        "le type est « text/plain » au lieu de « text/javascript »\n  où : /assets/repere/travailleur-1a2b.js" in said
    )


def test_gzip_alone_is_good_enough(verify: Verify) -> None:
    """Without Brotli: an advice, exit 0."""
    code, said = verify(WithoutBrotli)
    assert code == 0
    assert "Conseil : gzip, pas de Brotli" in said


def test_what_cannot_be_asked_is_said(site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No host, no address, no folder: a sentence, exit 1, no traceback."""
    with online(GoodHost, site) as address:
        gone = address
    for arguments, words in (
        ([gone, "--dossier", str(site)], "ne répond pas"),
        (["exemple.fr"], "n’est pas une adresse"),
        (["https://exemple.fr", "--dossier", str(tmp_path / "vide")], "ne contient pas de site"),
    ):
        assert main(["verifier-site", *arguments]) == 1
        assert words in capsys.readouterr().err


def test_every_file_of_the_site_has_one_address(site_dir: Path) -> None:
    """Nothing that is published escapes the check, but what hosts read or compress themselves."""
    files = {path for path in site_dir.rglob("*") if path.is_file()}
    assert {path.name for path in files - set(addresses(site_dir).values())} <= {"sitemap.xml.gz"}


@pytest.mark.parametrize("fichier", hebergement.FICHIERS, ids=lambda fichier: fichier.nom)
def test_a_ready_file_says_every_header_and_type(fichier: hebergement.Fichier) -> None:
    """What the check asks for is in the file: none is forgotten when the list changes."""
    text = hebergement.text(fichier)
    for regle in attentes().regles:
        assert regle.chemins in text
        for name, value in hebergement.without_cache(regle).items():
            assert name in text
            assert value in text
    assert "&#" not in text
    if fichier.nom != "_headers":
        assert all(type_ in text for type_ in attentes().types.values() if "javascript" in type_ or "wasm" in type_)


def test_what_is_kept_a_year_has_a_name_that_changes(site_dir: Path) -> None:
    """What is never asked for again stands in a folder whose name carries a digest."""
    kept = [regle.chemins for regle in attentes().regles if "immutable" in regle.entetes.get("Cache-Control", "")]
    folders = [folder for chemins in kept for folder in (site_dir / chemins.strip("/")).iterdir()]
    assert folders
    assert [folder.name for folder in folders if not re.search(r"-[0-9a-f]{12}$", folder.name)] == []


def test_the_forges_build_and_check_the_site() -> None:
    """Both workflow files are YAML and call the commands of the project."""
    for name in (".github/workflows/pages.yml", ".gitlab-ci.yml"):
        text = (ROOT / name).read_text("utf-8")
        content: Any = yaml.safe_load(text)
        assert content
        assert "make site" in text
        assert "make verifier-site" in text
