"""What the commands write of a file, whatever its kind: the files to give them, and how to read what they give back."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

from forms.auto_positionnement.derivation import derive
from forms.livret_de_reperage.genre import GENRE as LIVRET
from forms.plusieurs_mains.ecrits import Copie, to_json
from referentials.load import load
from tests.forms.livret_de_reperage.outils_livret import candidat
from tests.outils_formulaires import export

EXPORTE = "2026-11-29T10:00:00+01:00"
Run = Callable[..., str]


def answered(slug: str) -> str:
    """Return the file of an auto-positionnement on a certification."""
    form = derive(load().certification(slug))
    item = next(form.all_items())
    return export(form, {item.code: {"valeur": form.echelle[0].code}}, exporte_le=EXPORTE)


def answered_throughout(slug: str) -> str:
    """Return the file of an auto-positionnement on a certification, answered to the end."""
    form = derive(load().certification(slug))
    return export(form, {item.code: {"valeur": form.echelle[0].code} for item in form.all_items()}, exporte_le=EXPORTE)


def livret_of(slug: str) -> str:
    """Return the file of a livret on a certification."""
    certification = load().certification(slug)
    head = {"format": LIVRET.format, "version": LIVRET.version, "certification": slug, "exporte_le": EXPORTE}
    head |= {"version_referentiel": certification.version, "outil": {"nom": "Repère", "version": "0.1.0"}}
    return json.dumps(head | to_json(Copie({"projet": candidat("Vendre mieux")})), ensure_ascii=False)


def sheet(workbook: bytes) -> str:
    """Return the texts of the cells of a workbook."""
    return zipfile.ZipFile(io.BytesIO(workbook)).read("xl/sharedStrings.xml").decode()
