"""REF025: the address of an official service has the parameter that it says, and no other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF025"
# What `parametre` says → what the address must hold.
HOLES = {None: None, "numero_rncp": "{numero}", "numero_rs": "{numero}", "rome": "{rome}"}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each address that cannot be formed, or that would be shown with a hole."""
    for name, liens in collection.liens.items():
        for index, service in enumerate(liens.services):
            hole = re.search(r"{\w+}", service.adresse)
            wanted, found = HOLES[service.parametre], hole and hole.group()
            if found != wanted:
                message = f"le paramètre de l’adresse est {found or 'absent'}, et « parametre » demande {wanted or 'qu’il n’y en ait pas'}"
                remedy = "corrigez l’adresse, ou « parametre »"
                yield Finding(f"liens/{name}.json", f"$.services[{index}].adresse", CODE, message, remedy)
