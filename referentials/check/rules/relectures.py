"""REF038: what somebody has read again says, in our own words, what it certifies, and by which routes one reaches it.

Of what is imported, nobody has written it yet.
"""

from __future__ import annotations

from collections.abc import Iterator

from referentials.check.finding import Finding
from referentials.load import Collection

CODE = "REF038"
# Key → what to do where it is missing.
ASKED = {
    "resume": "écrivez en une ou deux phrases ce qu’elle atteste",
    "voies_acces": "dites par quelles voies on y accède, ou que le document ne le dit pas",
}


def check(collection: Collection) -> Iterator[Finding]:
    """Yield a finding for each thing that is missing of a certification which is not, or no longer, as it was imported."""
    for certification in collection.certifications:
        if not certification.identite.importee:
            for key, remedy in ASKED.items():
                if not getattr(certification.identite, key):
                    chemin = f"certifications/{certification.slug}/certification.json"
                    message = f"il manque « {key} » à une certification relue"
                    yield Finding(
                        chemin, "$", CODE, message, f"{remedy}, ou dites-la « importee » dans « etat_relecture »"
                    )
