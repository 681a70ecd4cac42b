"""Command line of the data: `python -m referentials check [CHEMIN…] [--format text|json]`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from referentials.check.finding import Finding
from referentials.check.run import run
from referentials.read import ROOT


def findings_of(paths: list[Path]) -> list[Finding]:
    """Return the findings of the given paths.

    A folder that holds `certifications/` is a tree of its own.  Any other path narrows
    the published tree, which is always read whole since files cite one another.
    """
    trees = [path for path in paths if (path / "certifications").is_dir()]
    narrow = [path.resolve() for path in paths if path not in trees]
    found = [finding for tree in trees for finding in run(tree)]
    if narrow or not paths:
        for finding in run(ROOT):
            place = (ROOT / finding.fichier).resolve()
            if not paths or any(place == path or path in place.parents or place in path.parents for path in narrow):
                found.append(finding)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the command.  Returns 1 where a fault is found, 0 where none is, 2 where a path does not exist."""
    parser = argparse.ArgumentParser(
        prog="python -m referentials", description="Vérifie les données des certifications."
    )
    commands = parser.add_subparsers(dest="commande", required=True)
    check = commands.add_parser("check", help="vérifie les fichiers et dit quoi corriger")
    check.add_argument("chemins", nargs="*", type=Path, metavar="CHEMIN")
    check.add_argument("--format", choices=("text", "json"), default="text")
    options = parser.parse_args(arguments)
    absent = [path for path in options.chemins if not path.exists()]
    if absent:
        sys.stderr.write(f"{absent[0]} n’existe pas : donnez un fichier ou un dossier de referentials/.\n")
        return 2
    found = findings_of(options.chemins)
    if options.format == "json":
        sys.stdout.write(json.dumps([finding.as_json() for finding in found], ensure_ascii=False, indent=2) + "\n")
    elif found:
        sys.stdout.write("\n".join(finding.as_text() for finding in found) + f"\n{len(found)} défaut(s).\n")
    else:
        sys.stdout.write("Aucun défaut.\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
