"""Command line of what is built from the data: `python -m macros bundle`."""

from __future__ import annotations

import argparse
import sys

from macros.bundle.build import build
from macros.bundle.refusal import BundleError


def bundle(_: argparse.Namespace) -> int:
    """Make what the browser loads.  Returns 0, or 1 with a French sentence on standard error."""
    try:
        build()
    except BundleError as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the parser: a subcommand sets `run`, a function from options to exit code."""
    commands = argparse.ArgumentParser(prog="python -m macros", description="Construit le site à partir des données.")
    add = commands.add_subparsers(dest="commande", required=True).add_parser
    add("bundle", help="prépare ce que le navigateur charge : Python, scripts, polices").set_defaults(run=bundle)
    return commands


def main(arguments: list[str] | None = None) -> int:
    """Run one subcommand and return its exit code."""
    options = parser().parse_args(arguments)
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
