"""What changed as a feed (Atom, RFC 4287): one entry a certification and a publication."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from macros.api import changelog
from macros.api.changelog import Changement
from macros.api.edition import LICENCE, Edition, relative
from macros.api.identifiers import identifier
from macros.names import distinct_titles
from referentials.load import Collection

PLACE = "donnees/changements.xml"
ATOM = "http://www.w3.org/2005/Atom"
# What a reader of feeds shows at once; changements.json has all of them.
LONGEST = 100
# Before anything is published.
NEVER = "1970-01-01"


def _moment(jour: str) -> str:
    return f"{jour}T00:00:00Z"


def entries(collection: Collection) -> list[tuple[str, str, Changement]]:
    """Return each change with its day and its identifier, the latest first: what waits is of the day of the data.

    A version of a certification is one entry, that what is published later of it renews.
    """
    found = [(one["date_mise_a_jour"], one) for one in changelog.waiting(collection).get("certifications", ())]
    for publication in changelog.published(collection):
        found += [(publication["le"], one) for one in publication.get("certifications", ())]
    latest: dict[str, tuple[str, str, Changement]] = {}
    for jour, one in sorted(found, key=lambda pair: pair[0], reverse=True):
        name = identifier("changements", one["certification"], one["version"], one["nature"])
        latest.setdefault(name, (jour, name, one))
    return list(latest.values())[:LONGEST]


def text(collection: Collection, edition: Edition) -> str:
    """Return the feed."""
    ET.register_namespace("", ATOM)
    found, titres = entries(collection), distinct_titles(collection)
    feed = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "fr"})
    _add(feed, "id", f"urn:uuid:{identifier('changements')}")
    _add(feed, "title", "Repère : ce qui change dans les données")
    _add(feed, "updated", _moment(found[0][0] if found else NEVER))
    _add(feed, "rights", LICENCE)
    ET.SubElement(_add(feed, "author"), f"{{{ATOM}}}name").text = "Repère"
    _add(feed, "link", rel="self", type="application/atom+xml", href=_address(edition, PLACE))
    _add(feed, "link", rel="alternate", type="text/html", href=_address(edition, "donnees/"))
    for jour, name, one in found:
        entry = _add(feed, "entry")
        told = changelog.title(one, titres)
        _add(entry, "id", f"urn:uuid:{name}")
        _add(entry, "title", told)
        _add(entry, "updated", _moment(jour))
        place = f"certifications/{one['certification']}/" if one["certification"] in titres else "donnees/"
        _add(entry, "link", rel="alternate", type="text/html", href=_address(edition, place))
        _add(entry, "content", "\n".join(changelog.lines(one)) or told, type="text")
    ET.indent(feed)
    return ET.tostring(feed, encoding="unicode", xml_declaration=False, short_empty_elements=True) + "\n"


def _add(above: ET.Element, name: str, text: str | None = None, **attributes: str) -> ET.Element:
    found = ET.SubElement(above, f"{{{ATOM}}}{name}", attributes)
    found.text = text
    return found


def _address(edition: Edition, target: str) -> str:
    return f"{edition.site}{target}" if edition.site else relative(PLACE, target)
