"""The sentences of a result, in French.  Numbers come in, words go out; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence

from forms.auto_positionnement.comptage import Compte
from forms.auto_positionnement.listes import PREMIER_TOUR, Listes
from forms.auto_positionnement.resultat import SeuilApplique
from forms.socle import voies
from forms.socle.majuscules import capitalized
from forms.socle.phrases import counted, plural, typeset
from forms.socle.vocabulaire import COMPOSANTES, PARTIE
from forms.socle.voies import only

AVERTISSEMENT = (
    "Ce résultat est votre propre estimation : ce n’est ni un examen, ni une promesse de réussite. "
    "Seuls les évaluateurs et le jury décident."
)
# A person who judges oneself cannot say that an official threshold is reached: what says it begins so.
ESTIMATION = "d’après votre estimation"
ENDS = {
    "atteint": "",
    "en_cours": " ; il reste des questions à trancher",
    "non_atteint": " ; les listes disent ce qui reste à faire",
}


def positives(compte: Compte) -> str:
    """Return how many items are positive, out of how many."""
    return f"{counted(compte.positifs, 'énoncé positif', 'énoncés positifs')} sur {compte.total}"


def without_threshold(compte: Compte) -> str:
    """Return the sentence of a group that no rule sets a threshold for."""
    return typeset(f"{positives(compte)}.")


def sorted_out(listes: Listes) -> str:
    """Return how many competences are in each list: what matters where no rule says how many are needed."""
    sais, confirmer, apprendre, reste = map(
        len, (listes.sais_faire, listes.a_confirmer, listes.a_apprendre, listes.sans_reponse)
    )
    total = sais + confirmer + apprendre + reste
    if reste == total:
        return typeset("Répondez à une première question : le résultat commence là.")
    begun = sum(entree.acquis > 0 for entree in listes.a_apprendre)
    parts = [f"{sais} que vous dites savoir faire"] if sais else []
    parts += [f"{confirmer} à confirmer"] if confirmer else []
    parts += [f"{apprendre} à apprendre" + (f", dont {begun} déjà en partie" if begun else "")] if apprendre else []
    parts += [f"{reste} sans réponse"] if reste else []
    return typeset(f"Sur {counted(total, 'compétence', 'compétences')} : {' ; '.join(parts)}.")


def required_without_threshold(listes: Listes, nature: str, required: int, routes: Sequence[str] = ()) -> str:
    """Return the sentence of a certification that asks for all its parts and whose source prints no threshold."""
    several = COMPOSANTES.get(nature, PARTIE).pluriel
    rule = f"il faut valider les {required} {several} ; le document ne fixe pas de seuil."
    rule = f"{voies.by(routes)}, {rule}" if routes else rule
    return typeset(f"{sorted_out(listes)} {capitalized(rule)}")


def with_threshold(etat: str, compte: Compte, seuil: SeuilApplique) -> str:
    """Return the sentence of a group under a threshold: where it stands, what is missing."""
    need = f"{seuil.requis} ({seuil.pourcentage} %{only(seuil.voies)})"
    if etat == "atteint":
        return typeset(f"{positives(compte)} : {ESTIMATION}, le seuil de {need} est atteint.")
    estimated = f"{capitalized(ESTIMATION)}, il en manque {seuil.manquants}"
    missing = f"{positives(compte)} ; il en faut {need}. {estimated}"
    if etat == "non_atteint":
        return typeset(f"{missing} : les listes disent par où commencer.")
    ouverts = compte.total - compte.positifs - compte.negatifs
    return typeset(f"{missing}, et {counted(ouverts, 'énoncé reste à trancher', 'énoncés restent à trancher')}.")


def too_early(compte: Compte, seuil: SeuilApplique) -> str:
    """Return the sentence of a group of which too few statements are answered to say where it stands."""
    need = f"Le seuil est de {counted(seuil.requis, 'énoncé positif', 'énoncés positifs')} sur {compte.total}"
    need += f" ({seuil.pourcentage} %{only(seuil.voies)})"
    if not compte.repondus:
        return typeset(f"{need} : aucun n’a encore de réponse, rien n’est donc conclu.")
    left = counted(compte.restants, "énoncé reste sans réponse", "énoncés restent sans réponse")
    return typeset(f"{need} ; {ESTIMATION}, vous en avez {compte.positifs}. {left} : il est trop tôt pour conclure.")


def not_yet_known(  # noqa: PLR0913, PLR0917
    listes: Listes, nature: str, reached: int, required: int, left: Compte, routes: Sequence[str] = ()
) -> str:
    """Return what is said before the details are enough: a first picture, and what would tell about the threshold.

    `left`: what is answered of the parts that nothing can be said of yet.
    """
    picture = sorted_out(listes)
    if not listes.every() and not left.repondus:
        return picture
    held = f" (exigé {voies.by(routes)} seulement)" if routes else ""
    one, several, _ = COMPOSANTES.get(nature, PARTIE)
    known = f" {capitalized(ESTIMATION)}, le seuil est atteint dans {reached} {plural(reached, one, several)} sur {required}."
    where = "atteint partout" if reached else "atteint"
    answered = plural(left.repondus, "a", "ont")
    return typeset(
        f"{picture} C’est un premier aperçu.{known if reached else ''} Pour savoir si le seuil est {where}{held}, répondez "
        f"aux énoncés détaillés : {left.repondus} sur {left.total} {answered} une réponse."
    )


def overall(etat: str, nature: str, reached: int, required: int, routes: Sequence[str] = ()) -> str:
    """Return the sentence of the certification: in how many required groups the threshold is reached."""
    one, several, _ = COMPOSANTES.get(nature, PARTIE)
    if reached == required:
        where = f"est atteint dans les {required} {several}" if required > 1 else f"est atteint dans le {one}"
    elif reached:
        where = f"est atteint dans {reached} {plural(reached, one, several)} sur {required}"
    else:
        where = (
            f"n’est encore atteint dans aucun des {required} {several}" if required > 1 else "n’est pas encore atteint"
        )
    held = f" (exigés {voies.by(routes)} seulement)" if routes else ""
    return typeset(f"{capitalized(ESTIMATION)}, le seuil {where}{held}{ENDS[etat]}.")


def precision(listes: Listes) -> str:
    """Return what the lists rest on: statements, the first pass, or both; nothing where nothing is answered."""
    said = listes.every()
    quick = sum(entree.precision == PREMIER_TOUR for entree in said)
    if not said:
        return ""
    if not quick:
        return typeset("Ces listes viennent de vos réponses détaillées.")
    if quick == len(said):
        return typeset("Ces listes viennent du premier tour : répondez au détail pour les préciser.")
    words = counted(quick, "compétence", "compétences")
    return typeset(
        f"Ces listes viennent du premier tour pour {words}, de vos réponses détaillées pour {len(said) - quick}."
    )
