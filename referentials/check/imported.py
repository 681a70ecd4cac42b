"""What the checker does not ask of a certification that was imported: the register is as it is, nobody has read it again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from referentials.check.finding import Finding
from referentials.load import Collection

# Code of a rule → why it waits until somebody has read the fiche again.
WAIT = {
    "REF004": "a competence that is a paragraph makes no statement, nor a bloc that is one any competence",
    "REF008": "the dates of the register contradict one another, and its texts are named as their authors did",
    "REF010": "one wording stands in several blocs",
    "REF020": "of one fiche in forty-six, the numbers of the blocs do not follow one another",
    "REF022": "the register writes in capitals, without accents",
    "REF030": "a code of an earlier edition of the ROME is kept as the register has it",
    "REF036": "one competence stands in several blocs, and so does the statement that is made of it",
}


def asked(findings: Iterable[Finding], collection: Collection) -> Iterator[Finding]:
    """Yield the findings that one can do something about now."""
    folders = {("certifications", one.slug) for one in collection.certifications if one.identite.importee}
    for finding in findings:
        if finding.code not in WAIT or PurePosixPath(finding.fichier).parts[:2] not in folders:
            yield finding
