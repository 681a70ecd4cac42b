"""Command line of the data: `python -m referentials check | fix | new | publish | importer | update | retirer | tableur | reprendre`."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

from referentials import fix as fixing
from referentials import roots, scaffold, terminal
from referentials.check.run import unreadable
from referentials.commandes import arguments as importations
from referentials.commandes import classeurs, publier, verifier
from referentials.read import ROOT, Fichier

SLUG = r"[a-z0-9]+(-[a-z0-9]+)*"


def main(arguments: list[str] | None = None) -> int:
    """Run the command.  Returns 1 where a fault is found or left, 0 where none is, 2 where the request is refused."""
    parser = terminal.Parser(
        prog="python -m referentials", description="Vérifie, met en forme et commence les données des certifications."
    )
    commands = parser.add_subparsers(dest="commande", required=True)
    check = commands.add_parser("check", help="vérifie les fichiers et dit quoi corriger")
    check.add_argument("chemins", nargs="*", type=Path, metavar="CHEMIN")
    check.add_argument("--format", choices=("text", "json"), default="text")
    fix = commands.add_parser("fix", help="réécrit les fichiers : typographie, ordre des clés, mise en page")
    fix.add_argument("chemins", nargs="*", type=Path, metavar="CHEMIN")
    new = commands.add_parser("new", help="commence une certification : un squelette à compléter")
    new.add_argument("slug", metavar="SLUG", help="nom du dossier : minuscules, chiffres et traits d’union")
    new.add_argument("--dry-run", action="store_true", help="dit ce qui serait écrit, sans rien écrire")
    publish = commands.add_parser(
        "publish", help="note les codes qui paraissent, et ce qui change depuis la dernière fois"
    )
    publish.add_argument("racine", nargs="?", type=Path, default=ROOT, metavar="DOSSIER")
    importations.ajouter(commands)
    classeurs.ajouter(commands)
    options = parser.parse_args(arguments)
    if options.commande in importations.NAMES:
        return importations.faire(options, roots.published(ROOT))
    if options.commande in classeurs.NAMES:
        return classeurs.faire(options, roots.published(ROOT))
    if options.commande == "publish":
        return publier.publier(options.racine, date.today())  # noqa: DTZ011 — the day of whoever types
    if options.commande == "new":
        return start(options.slug, dry_run=options.dry_run)
    absent = [path for path in options.chemins if not path.exists()]
    if absent:
        terminal.warn(f"{absent[0]} n’existe pas : donnez un fichier ou un dossier de referentials/.\n")
        return 2
    return rewrite(options.chemins) if options.commande == "fix" else report(options.chemins, options.format)


def report(paths: list[Path], form: str) -> int:
    """Print the findings, and return the exit code of `check`."""
    found = verifier.constats(paths, roots.published(ROOT))
    if form == "json":
        terminal.give_json(json.dumps([finding.as_json() for finding in found], ensure_ascii=False, indent=2) + "\n")
    elif found:
        terminal.say("\n".join(finding.as_text() for finding in found) + f"\n{len(found)} défaut(s).\n")
    else:
        terminal.say("Aucun défaut.\n")
    return 1 if found else 0


def rewrite(paths: list[Path]) -> int:
    """Rewrite what can be, say each change and each refusal, and return the exit code of `fix`."""
    trees = [path for path in paths if (path / "certifications").is_dir()]
    narrow = [path.resolve() for path in paths if path not in trees]
    done = [result for tree in trees for result in fixing.fix(tree, [])]
    if narrow or not paths:
        done += fixing.fix(ROOT, narrow)
    refused = [finding for result in done if isinstance(result, Fichier) and (finding := unreadable(result))]
    written = [result for result in done if not isinstance(result, Fichier)]
    for reprise in written:
        terminal.say("\n  ".join((reprise.chemin, *reprise.changements)) + "\n")
    for finding in refused:
        terminal.say(f"{finding.as_text()}\n")
    terminal.say(f"{len(written)} fichier(s) réécrit(s).\n" if written else "Rien à réécrire.\n")
    return 1 if refused else 0


def start(slug: str, *, dry_run: bool) -> int:
    """Write the skeleton of a certification, and return the exit code of `new`."""
    scales = scaffold.scales(ROOT)
    refusal = None
    if not re.fullmatch(SLUG, slug):
        refusal = f"« {slug} » ne peut pas nommer un dossier : écrivez en minuscules sans accent, chiffres et traits d’union, comme vendeur-conseil-a-distance."
    elif (ROOT / "certifications" / slug).exists():
        refusal = f"certifications/{slug} existe déjà : complétez ce dossier, ou choisissez un autre nom."
    elif (ROOT / "documents" / f"{slug}.json").exists():
        refusal = f"documents/{slug}.json existe déjà : choisissez un autre nom."
    elif not scales:
        refusal = "echelles/ est vide : ajoutez d’abord une échelle, que la certification citera."
    if refusal:
        terminal.warn(f"{refusal}\n")
        return 2
    files = scaffold.files(slug, scales[0], date.today())  # noqa: DTZ011 — the day of whoever types
    for chemin, text in files.items():
        if not dry_run:
            (ROOT / chemin).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / chemin).write_text(text, "utf-8", newline="\n")
        terminal.say(f"{chemin} {'serait créé' if dry_run else 'créé'}\n")
    terminal.say(scaffold.steps(slug, scales))
    return 0


if __name__ == "__main__":
    terminal.command(main)
