"""REF008: dates are in order: a text before its publication, an effect before its end, that end before the last delivery.

The oldest text comes first.  Dates are also those that the official title spells, but for those of the texts that it
names, which are older, and for those that it decides, when it begins or ends; the duration counts from the effect or from the publication, an old
version is older than the texts in force, and nothing is later than the day on which the data were updated.  An effect
may come before its text (a prolongation does): these two are not compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from referentials.check.days import MONTHS
from referentials.check.finding import Finding
from referentials.load import Collection
from referentials.model_identite import Enregistrement, Identite

CODE = "REF008"
ONE_OF_BOTH = "corrigez l’une des deux dates d’après la source"
WRITTEN = re.compile(rf"\b(\d{{1,2}})(?:er)? ({'|'.join(MONTHS)}) (\d{{4}})\b")
# « modifiant l’arrêté du », « en application du décret n° 2019-14 du », « abrogeant les accords du », « d’un accord du »:
# with its article, another text, named by its own day.  The text itself comes first, without one.
OTHER = re.compile(
    r"(?:\b(?:l[’']|de l[’']|à l[’']|d[’']une? |une? )|\b(?:la|le|les|du|des|au|aux|de la|à la) )(?:dite? )?"
    r"(?:arrêtés?|décrets?|lois?|ordonnances?|accords?|avenants?|décisions?|délibérations?|conventions?"
    r"|règlements?|directives?|protocoles?|circulaires?|instructions?|codes?)\b"
    r"(?:(?! d[ue’'] ?\d)(?:[^,;()]|\([^()]{1,12}\))){0,80}? d[ue] (?:\d{1,2}(?:er)? \w+ \d{4} et d[ue] )?$",
    re.IGNORECASE,
)
# What the text decides for a day: when it begins, when it ends.  The key that holds that day where one does.
DECIDED = (
    (
        re.compile(r"(?:\bà compter d[ue]|\bà partir d[ue]|\bà dater d[ue]|\bdès) (?:le )?$", re.IGNORECASE),
        "date_effet",
    ),
    (
        re.compile(r"(?:\bjusqu[’']au|\bau plus tard le|\bavant le) $", re.IGNORECASE),
        "date_fin_enregistrement",
    ),
)


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each registration whose dates, or whose place in the list, are out of order."""
    for certification in collection.certifications:
        chemin = f"certifications/{certification.slug}/certification.json"
        latest: str | None = None
        for index, texte in enumerate(certification.identite.enregistrements):
            place = f"$.enregistrements[{index}]"
            signed, printed = texte.date_texte, texte.date_publication
            begin, end = texte.date_effet, texte.date_fin_enregistrement
            if signed and printed and signed > printed:
                message = f"le texte du {spelled(signed)} serait publié le {spelled(printed)}, avant d’exister"
                yield Finding(chemin, f"{place}.date_publication", CODE, message, ONE_OF_BOTH)
            if begin and end and begin >= end:
                message = f"l’enregistrement prendrait effet le {spelled(begin)} et finirait le {spelled(end)}"
                yield Finding(chemin, f"{place}.date_fin_enregistrement", CODE, message, ONE_OF_BOTH)
            if signed and latest and signed < latest:
                message = f"le texte du {spelled(signed)} vient après celui du {spelled(latest)}"
                yield Finding(chemin, place, CODE, message, "rangez les textes du plus ancien au plus récent")
            latest = signed or latest
            yield from _delivery(chemin, place, texte)
            yield from _spelled_out(chemin, place, texte)
            yield from _duration(chemin, place, texte)
        for index, ancienne in enumerate(certification.identite.anciennes_versions):
            day = ancienne.date_texte
            if day and latest and day >= latest:
                message = (
                    f"l’ancienne version, du {spelled(day)}, ne précède pas le dernier texte, du {spelled(latest)}"
                )
                yield Finding(chemin, f"$.anciennes_versions[{index}].date_texte", CODE, message, ONE_OF_BOTH)
        yield from _to_come(chemin, certification.identite)
    yield from _documents(collection)


def _delivery(chemin: str, place: str, texte: Enregistrement) -> Iterator[Finding]:
    """Yield a limit of delivery that comes before the end of the registration, or has no end to follow."""
    end, limit = texte.date_fin_enregistrement, texte.date_limite_delivrance
    if limit and not end:
        message = "la date limite de délivrance n’a pas de fin d’enregistrement à suivre"
        remedy = "ajoutez « date_fin_enregistrement », ou retirez cette date"
        yield Finding(chemin, f"{place}.date_limite_delivrance", CODE, message, remedy)
    elif limit and end and limit < end:
        message = f"la délivrance s’arrêterait le {spelled(limit)}, avant la fin de l’enregistrement, le {spelled(end)}"
        yield Finding(chemin, f"{place}.date_limite_delivrance", CODE, message, ONE_OF_BOTH)


def _spelled_out(chemin: str, place: str, texte: Enregistrement) -> Iterator[Finding]:
    """Yield the dates of the title that are none of the text's, once it has some, nor those of an older text."""
    known = {day for day in (texte.date_texte, texte.date_publication) if day}
    for found in WRITTEN.finditer(texte.intitule) if known else ():
        day, month, year = found.groups()
        iso = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
        if iso not in known and (why := _stranger(texte, texte.intitule[: found.start()], iso, max(known))):
            message = f"l’intitulé dit « {day} {month} {year} », {why}"
            yield Finding(chemin, f"{place}.intitule", CODE, message, ONE_OF_BOTH)


def _stranger(texte: Enregistrement, before: str, iso: str, latest: str) -> str:
    """Return why a day has no place after these words of a title; nothing where it has."""
    for words, key in DECIDED:
        if words.search(before):
            told: str | None = getattr(texte, key)
            return "" if told in {None, iso} else f"et « {key} » dit le {spelled(told or iso)}"
    cited = OTHER.search(before)
    if cited is None or cited.start() == 0:
        return "qui n’est ni la date du texte ni celle de sa publication"
    return "" if iso < (texte.date_texte or latest) else "le texte qu’il nomme serait plus récent que lui"


def _duration(chemin: str, place: str, texte: Enregistrement) -> Iterator[Finding]:
    """Yield a duration that leads to the end from neither the effect, nor the publication, nor the decision."""
    years, end = texte.duree_ans, texte.date_fin_enregistrement
    starts = [day for day in (texte.date_effet, texte.date_publication, texte.date_decision) if day]
    if years and end and starts and end not in {f"{int(start[:4]) + years}{start[4:]}" for start in starts}:
        message = f"{years} ans après l’effet, la publication ou la décision ne font pas le {spelled(end)}"
        remedy = "corrigez la durée ou l’une des dates d’après la source"
        yield Finding(chemin, f"{place}.duree_ans", CODE, message, remedy)


def _to_come(chemin: str, identite: Identite) -> Iterator[Finding]:
    """Yield the texts that would have been written after the data that cite them."""
    updated = identite.date_mise_a_jour
    for index, texte in enumerate(identite.enregistrements):
        for key in ("date_decision", "date_texte", "date_publication"):
            day = getattr(texte, key)
            if day and day > updated:
                message = f"le {spelled(day)} vient après la mise à jour des données, le {spelled(updated)}"
                remedy = "corrigez cette date, ou « date_mise_a_jour »"
                yield Finding(chemin, f"$.enregistrements[{index}].{key}", CODE, message, remedy)


def _documents(collection: Collection) -> Iterator[Finding]:
    """Yield the documents dated after each certification that cites them was updated."""
    for name, document in collection.documents.items():
        citing = [c.identite.date_mise_a_jour for c in collection.certifications if name in c.identite.documents]
        if document.date and citing and document.date > max(citing):
            message = f"le document, du {spelled(document.date)}, vient après les données qui le citent"
            remedy = "corrigez cette date, ou « date_mise_a_jour » dans certification.json"
            yield Finding(f"documents/{name}.json", "$.date", CODE, message, remedy)


def spelled(day: str) -> str:
    """Return a date as figures of the French calendar, 04/01/2019."""
    return f"{date.fromisoformat(day):%d/%m/%Y}"
