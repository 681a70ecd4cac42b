"""Questionnaires for the tests: the published dossier, a small one with every nature of field, and any other."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

from forms.dossier_habilitation.derivation import derive
from forms.dossier_habilitation.natures import FonctionsTenues, FonctionTenue, Fourniture
from forms.questionnaire.modele import (
    Bloc,
    Champ,
    Condition,
    Endroit,
    Envoi,
    Grille,
    Liste,
    Option,
    Questionnaire,
    Rapprochement,
    Section,
    Source,
)
from referentials.load import load
from tests.outils import PUBLISHED

# Any text that UTF-8 can carry: a surrogate alone is no character.
TEXT = st.text(st.characters(codec="utf-8"))
TITLE = TEXT.filter(lambda text: bool(text.strip()))
CODE = st.from_regex(r"[a-z][a-z0-9]*([-_][a-z0-9]+)*", fullmatch=True)
# « Not with another » is no, and is said: it is what the control judges by.
TENUES = FonctionsTenues(
    liste="equipe",
    champ="fonctions",
    champs=("nom",),
    fonctions=(FonctionTenue(code="F1", intitule="Référent", cumulable=False),),
)
NATURES = ("texte", "texte_long", "date", "nombre", "choix", "choix_multiple", "oui_non")


@cache
def published() -> Questionnaire:
    """Return the form of the dossier that Repère publishes."""
    questionnaire = derive(load().certification(PUBLISHED))
    assert questionnaire
    return questionnaire


def small() -> Questionnaire:
    """Return a form with one field of each nature, a list, and conditions on both."""
    options = (Option("rouge", "Rouge"), Option("vert", "Vert"))
    liste = Liste(
        "ateliers",
        "Ateliers",
        "atelier",
        ("nom",),
        (
            Champ("nom", "texte", "Nom"),
            Champ("couleurs", "choix_multiple", "Couleurs", options=options),
            Champ("places_min", "nombre", "Places, au moins", minimum=1, maximum=100),
            Champ("places_max", "nombre", "Places, au plus", minimum=1, borne="places_min"),
            Champ("apres", "renvois", "Vient après", liste="ateliers"),
        ),
    )
    bloc = Bloc(
        "B-VERT", "Du vert", (Champ("vert-pourquoi", "texte_long", "Pourquoi ?"),), si=(_si("couleur", "vert"),)
    )
    elements = (
        Champ("titre", "texte", "Titre"),
        Champ("couleur", "choix", "Couleur", options=options),
        Champ("jour", "date", "Jour"),
        Champ("ouvert", "oui_non", "Ouvert au public"),
        liste,
        bloc,
        Champ("heure", "texte", "À quelle heure ?", si=(_si("ouvert", "oui"),)),
    )
    teintes = Section(
        "teintes", "Teintes", (Champ("teinte", "texte", "Teinte"),), si=(_si("ateliers/couleurs", "vert"),)
    )
    return Questionnaire("essai", "essai", "Essai", "1.0.0", (Section("tout", "Tout", elements), teintes))


def _si(champ: str, *parmi: str) -> Condition:
    return Condition(champ, parmi)


_PLACE = (TITLE, TITLE, st.none() | st.integers(1, 99))
_SOURCES = st.builds(Source, *_PLACE, st.lists(st.builds(Endroit, *_PLACE), max_size=2).map(tuple))
_SI = st.lists(st.builds(Condition, CODE, st.lists(TITLE, min_size=1).map(tuple)), max_size=2).map(tuple)
_CHAMPS = st.builds(
    Champ,
    CODE,
    st.sampled_from(NATURES),
    TITLE,
    aide=TEXT,
    options=st.lists(st.builds(Option, CODE, TITLE), max_size=2).map(tuple),
    unite=TEXT,
    minimum=st.none() | st.integers(-1, 3),
    maximum=st.none() | st.integers(0, 3),
    facultatif=st.booleans(),
    si=_SI,
)
_LISTES = st.builds(
    Liste,
    CODE,
    TITLE,
    TITLE,
    st.just(("nom",)),
    st.lists(_CHAMPS, min_size=1, max_size=3).map(tuple),
    aide=TEXT,
    si=_SI,
)
_BLOCS = st.builds(
    Bloc,
    CODE.map(str.upper),
    TITLE,
    st.lists(_CHAMPS | _LISTES, max_size=2).map(tuple),
    aide=TEXT,
    condition=TEXT,
    controles=st.lists(st.sampled_from((Fourniture(champ="a"), TENUES)), max_size=1).map(tuple),
    regles=st.lists(CODE.map(str.upper), max_size=1).map(tuple),
    source=st.none() | _SOURCES,
    si=_SI,
)
_SECTIONS = st.builds(
    Section, CODE, TITLE, st.lists(_CHAMPS | _LISTES | _BLOCS, max_size=3).map(tuple), aide=TEXT, si=_SI
)
_LIGNES = st.builds(Rapprochement, TITLE, TITLE, st.lists(CODE.map(str.upper), max_size=2).map(tuple))
QUESTIONNAIRES = st.builds(
    Questionnaire,
    CODE,
    st.just("essai"),
    TITLE,
    st.just("1.0.0"),
    st.lists(_SECTIONS, min_size=1, max_size=2).map(tuple),
    envoi=st.none() | st.builds(Envoi, TITLE, st.lists(TITLE, min_size=1, max_size=2).map(tuple), _SOURCES),
    grilles=st.lists(
        st.builds(Grille, CODE, TITLE, TITLE, st.lists(_LIGNES, min_size=1, max_size=2).map(tuple)), max_size=1
    ).map(tuple),
)
