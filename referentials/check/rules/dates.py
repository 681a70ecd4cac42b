"""REF008: dates are in order: a text before its publication, an effect before its end, the oldest text first.

An effect may come before its text (a prolongation does): these two are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF008"


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each registration whose dates, or whose place in the list, are out of order."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/certification.json"
        latest: str | None = None
        for index, texte in enumerate(certification.identite.get("enregistrements", ())):
            place = f"$.enregistrements[{index}]"
            signed, printed = texte.get("date_texte"), texte.get("date_publication")
            begin, end = texte.get("date_effet"), texte.get("date_fin_enregistrement")
            if signed and printed and signed > printed:
                message = f"le texte du {spelled(signed)} serait publié le {spelled(printed)}, avant d’exister"
                remedy = "corrigez l’une des deux dates d’après la source"
                yield Finding(chemin, f"{place}.date_publication", CODE, message, remedy)
            if begin and end and begin >= end:
                message = f"l’enregistrement prendrait effet le {spelled(begin)} et finirait le {spelled(end)}"
                remedy = "corrigez l’une des deux dates d’après la source"
                yield Finding(chemin, f"{place}.date_fin_enregistrement", CODE, message, remedy)
            if signed and latest and signed < latest:
                message = f"le texte du {spelled(signed)} vient après celui du {spelled(latest)}"
                yield Finding(chemin, place, CODE, message, "rangez les textes du plus ancien au plus récent")
            latest = signed or latest


def spelled(day: str) -> str:
    """Return a date as figures of the French calendar, 04/01/2019."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"
