"""The law in words: what a rule applies to, since when it holds, where it is read, how sure it is, who looked at it when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from forms.droit import vocabulaire as mots
from forms.questionnaire.dates import add_months
from forms.socle import dates
from forms.socle.majuscules import capitalized
from forms.socle.phrases import ended, listed
from forms.socle.vocabulaire import VOIES_COURTES
from referentials.model import Document
from referentials.model_law import Application, DroitLie, RegleDeDroit

# After so many months without a look, a rule says so by itself.
RECHECK_MONTHS = 6
PREVAILS = "le texte officiel prévaut"
UNCHECKED = f"pas depuis plus de {RECHECK_MONTHS} mois"


@dataclass(frozen=True, slots=True)
class Reference:
    """A text that a rule is read in: its name, short where the one before is of the same document; and where, if anywhere."""

    nom: str
    adresse: str | None


@dataclass(frozen=True, slots=True)
class Depuis:
    """The days from `du` on, without an end: a period, as a page shows them."""

    du: str
    au: str | None = None

    def holds(self, jour: str) -> bool:
        """Tell whether a day (YYYY-MM-DD) is among them."""
        return jour >= self.du


def references(regle: RegleDeDroit, documents: Mapping[str, Document]) -> list[Reference]:
    """Return the texts of a rule, as one names them: « Code du travail, R. 6412-4 », then « R. 6412-5 »."""
    found: list[Reference] = []
    last = ""
    for place in regle.source.endroits:
        document = documents[place.document]
        name = place.section if place.document == last else document.named(place.section)
        found.append(Reference(name, document.address(place.section)))
        last = place.document
    return found


def unchecked(regle: RegleDeDroit) -> Depuis:
    """Return the days on which nobody has looked at its text for too long."""
    return Depuis(add_months(date.fromisoformat(regle.verifie_le), RECHECK_MONTHS).isoformat())


def conditions(application: Application, *, of_a_certification: bool = False) -> str:
    """Return what a rule applies to, as one adds it to a sentence; beside a certification, what one knows of it is left out."""
    found: list[str] = []
    if not of_a_certification:
        found += [mots.REPERTOIRES_VISES[one] for one in application.repertoires]
        found += [mots.GENRES_VISES[one] for one in application.genres]
    # A rule of a source may be for every route, where the law speaks of one.
    routes = [VOIES_COURTES[one] for one in application.voies]
    found += [f"{'voie' if len(routes) == 1 else 'voies'} : {listed(routes)}"] if routes else []
    found += [mots.PORTAILS[application.portail_vae]] if application.portail_vae else []
    # A rule for organisations stands beside rules for organisations.
    told = [one for one in application.situations if not (of_a_certification and one == "organisme")]
    found += [listed([mots.SITUATIONS_VISEES[one] for one in told])] if told else []
    return ", ".join([*found, *([application.condition] if application.condition else [])])


def in_force(regle: RegleDeDroit) -> str:
    """Return the days on which a version holds: « depuis le 2 avril 2026 », « du … au … », or why the first is not known."""
    last = dates.in_words(regle.au) if regle.au else ""
    if regle.du is None:
        return f"{regle.debut_indetermine}{f', jusqu’au {last}' if last else ''}"
    first = dates.in_words(regle.du)
    return f"du {first} au {last}" if last else f"depuis le {first}"


def _doubt(regle: RegleDeDroit) -> str:
    sure = mots.CONFIANCES[regle.confiance]
    return f" {capitalized(sure)} : {ended(regle.reserve or '')}" if sure else ""


def beside(lien: DroitLie) -> str:
    """Return what a rule of law does to that of a source, in one sentence with its condition, its text and its days."""
    told = conditions(lien.regle.s_applique, of_a_certification=True)
    head = f"{mots.EFFETS[lien.effet]}{f', {told}' if told else ''} : {lien.regle.enonce}"
    return f"{head} ({lien.texte}, {in_force(lien.regle)}.){_doubt(lien.regle)}"


def text(regle: RegleDeDroit, documents: Mapping[str, Document], jour: str) -> str:
    """Return a rule on one line of plain text, with its condition, its texts, how sure it is, and who looked at it when."""
    told = conditions(regle.s_applique)
    texts = " ; ".join(one.nom for one in references(regle, documents))
    late = f", {UNCHECKED}" if unchecked(regle).holds(jour) else ""
    seen = f"Vérifié le {dates.in_words(regle.verifie_le)}{late} ; {PREVAILS}."
    return f"{regle.intitule}{f' ({told})' if told else ''} : {regle.enonce} [{texts}, {in_force(regle)}.{_doubt(regle)} {seen}]"
