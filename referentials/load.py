"""Parsed files → model.  Refuses with a sentence; repairs and prints nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cache, cached_property
from itertools import islice, takewhile
from pathlib import Path, PurePosixPath
from typing import Any, TypeVar, get_args

from cattrs import Converter

from referentials import heritage, roots
from referentials.etat import listed, states
from referentials.model import Composante, Document, Echelle, ValeurPremierTour
from referentials.model_cahier import CahierDesCharges, Terme
from referentials.model_certification import Certification, Codes, Evaluations, Referentiel, Regle
from referentials.model_collection import ComparaisonPubliee, Correspondances, Discordance, Rapprochements
from referentials.model_controles import ControlePiece
from referentials.model_identite import Identite
from referentials.model_law import Droit, beside
from referentials.model_official import Citations, Partenaires
from referentials.model_orientation import GenreDefini, LiensOfficiels, RepertoireDefini, Voisines
from referentials.model_parametres import Parametres
from referentials.read import CITATIONS, CODES, IDENTITE, PARTENAIRES, REFERENTIEL, SCHEMA, Fichier

Kind = TypeVar("Kind")
EVENEMENTS = "vocabulaires/evenements.json"
PREMIER_TOUR = "vocabulaires/premier-tour.json"
GENRES = "vocabulaires/genres.json"
REPERTOIRES = "vocabulaires/repertoires.json"
ROME = "nomenclatures/rome.json"
COMPARAISONS = "comparaisons/publiees.json"
# What a certification without the file has.
NO_EXAM = {"epreuves": ()}

_CONVERTER = Converter(forbid_extra_keys=True)


def _told_apart(union: Any) -> None:
    """Teach the converter a union whose types each have a `nature` of their own."""
    types = {one.default: kind for kind in get_args(union) for one in fields(kind) if one.name == "nature"}
    _CONVERTER.register_structure_hook(union, lambda value, _: _CONVERTER.structure(value, types[value["nature"]]))


_told_apart(Parametres)
_told_apart(ControlePiece)


class UnreadableTreeError(ValueError):
    """The tree cannot be loaded; the text is a French sentence that names the file and the command to run."""


@dataclass(frozen=True)
class Collection:
    """Everything below a root: certifications in the order of their slugs, the rest by the name of its file.

    `evenements` gives the words of each event, `premier_tour` the answers of a first pass, `genres` what each kind of certification
    is, `repertoires` each register, `droit` the national law by subject; `schemas` are those that the tree brings, by the name of their file.
    `fichiers` have every source written, `ecrits` only those that their file has.
    """

    certifications: tuple[Certification, ...]
    documents: Mapping[str, Document]
    echelles: Mapping[str, Echelle]
    fichiers: Mapping[str, Any]
    correspondances: Mapping[str, Correspondances] = field(default_factory=dict)
    rapprochements: Mapping[str, Rapprochements] = field(default_factory=dict)
    discordances: Mapping[str, tuple[Discordance, ...]] = field(default_factory=dict)
    voisines: Mapping[str, Voisines] = field(default_factory=dict)
    liens: Mapping[str, LiensOfficiels] = field(default_factory=dict)
    evenements: Mapping[str, str] = field(default_factory=dict)
    premier_tour: tuple[ValeurPremierTour, ...] = ()
    comparaisons: tuple[ComparaisonPubliee, ...] = ()
    schemas: Mapping[str, Any] = field(default_factory=dict)
    genres: Mapping[str, GenreDefini] = field(default_factory=dict)
    repertoires: Mapping[str, RepertoireDefini] = field(default_factory=dict)
    ecrits: Mapping[str, Any] = field(default_factory=dict)
    droit: Mapping[str, Droit] = field(default_factory=dict)

    @cached_property
    def second_hand(self) -> frozenset[str]:
        """The documents that were not read themselves: what they alone say is « à recouper »."""
        return second_hand(self.documents)

    @cached_property
    def _chemins(self) -> list[str]:
        return sorted(self.fichiers)

    def sous(self, debut: str) -> list[str]:
        """Return the names of the files that begin so, in alphabetical order, without looking at the others."""
        first = bisect_left(self._chemins, debut)
        return list(takewhile(lambda chemin: chemin.startswith(debut), islice(self._chemins, first, None)))

    def certification(self, slug: str) -> Certification:
        """Return one certification.  Raises KeyError where the slug is unknown."""
        # They are in the order of their slugs.
        place = bisect_left(self.certifications, slug, key=lambda one: one.slug)
        if place == len(self.certifications) or self.certifications[place].slug != slug:
            raise KeyError(slug)
        return self.certifications[place]


def second_hand(documents: Mapping[str, Document]) -> frozenset[str]:
    """Return the names of the documents that were not read themselves."""
    return frozenset(name for name, document in documents.items() if document.second_hand)


def build(fichiers: tuple[Fichier, ...]) -> Collection:
    """Turn valid parsed files into a Collection.  Raises UnreadableTreeError at the first fault."""
    for fichier in fichiers:
        if fichier.faute is not None:
            line = f", ligne {fichier.faute.ligne}" if fichier.faute.ligne else ""
            raise UnreadableTreeError(f"{fichier.chemin}{line} : {fichier.faute.message} → {fichier.faute.remede}")
    brought = {PurePosixPath(one.chemin).name: one.donnees for one in fichiers if one.schema == SCHEMA}
    ecrits = {fichier.chemin: fichier.donnees for fichier in fichiers if fichier.schema != SCHEMA}
    try:
        donnees = {one.chemin: _read(one) for one in fichiers if one.schema != SCHEMA}
        echelles = _named(donnees, "echelles", Echelle)
        dossiers = by_certification(donnees)
        documents = _named(donnees, "documents", Document)
        doubtful = second_hand(documents)
        identites = {slug: _CONVERTER.structure(dossier[IDENTITE], Identite) for slug, dossier in dossiers.items()}
        voisines = _named(donnees, "voisines", Voisines)
        known = listed(
            {slug: identite.vie for slug, identite in identites.items()},
            (
                (voisine.numero_fiche, voisine.date_fin_enregistrement, releve.source)
                for releve in voisines.values()
                for voisine in releve.certifications
            ),
        )
        discordances = _named(donnees, "discordances", tuple[Discordance, ...])
        about: dict[str, list[Discordance]] = {}
        for one in (one for some in discordances.values() for one in some):
            for named in dict.fromkeys(one.certifications):
                about.setdefault(named, []).append(one)
        evenements = {one["code"]: one["intitule"] for one in donnees.get(EVENEMENTS, ())}
        genres = {one.code: one for one in _CONVERTER.structure(donnees.get(GENRES, ()), tuple[GenreDefini, ...])}
        defined = _CONVERTER.structure(donnees.get(REPERTOIRES, ()), tuple[RepertoireDefini, ...])
        repertoires: dict[str, RepertoireDefini] = {one.code: one for one in defined}
        trades: Mapping[str, str] = donnees.get(ROME, {}).get("intitules", {})
        droit = _named(donnees, "droit", Droit)
        law = beside(droit.values(), documents)
        premier_tour = _CONVERTER.structure(donnees.get(PREMIER_TOUR, ()), tuple[ValeurPremierTour, ...])
        return Collection(
            tuple(
                replace(
                    _certification(slug, identites[slug], dossiers[slug], echelles, evenements),
                    discordances=tuple(about.get(slug, ())),
                    etats=states(slug, known, doubtful),
                    premier_tour=premier_tour,
                    genre=genres.get(abrege.code) if (abrege := identites[slug].abrege) else None,
                    repertoire=repertoires.get(identites[slug].au_repertoire or ""),
                    droit=law.get(slug, {}),
                    metiers_du_rome={one.code: trades[one.code] for one in identites[slug].rome if one.code in trades},
                )
                for slug in sorted(dossiers)
            ),
            documents,
            echelles,
            donnees,
            _named(donnees, "correspondances", Correspondances),
            _named(donnees, "rapprochements", Rapprochements),
            discordances,
            voisines,
            _named(donnees, "liens", LiensOfficiels),
            evenements,
            premier_tour,
            _CONVERTER.structure(donnees.get(COMPARAISONS, ()), tuple[ComparaisonPubliee, ...]),
            brought,
            genres,
            repertoires,
            ecrits,
            droit,
        )
    except Exception as error:
        message = f"données non conformes aux schémas ({error}) → lancez « python -m referentials check »"
        raise UnreadableTreeError(message) from error


def _read(fichier: Fichier) -> Any:
    return heritage.resolved(fichier.donnees, fichier.schema) if fichier.schema else fichier.donnees


def by_certification(donnees: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the files of each certification, by slug, then by path below the folder of the certification."""
    dossiers: dict[str, dict[str, Any]] = {}
    for chemin, contenu in donnees.items():
        folder, _, below = chemin.partition("/")
        if folder == "certifications":
            slug, _, name = below.partition("/")
            dossiers.setdefault(slug, {})[name] = contenu
    return dossiers


def _named(donnees: Mapping[str, Any], folder: str, kind: type[Kind]) -> dict[str, Kind]:
    return {
        PurePosixPath(chemin).stem: _CONVERTER.structure(contenu, kind)
        for chemin, contenu in donnees.items()
        if chemin.startswith(f"{folder}/")
    }


def _certification(
    slug: str,
    identite: Identite,
    dossier: Mapping[str, Any],
    echelles: Mapping[str, Echelle],
    evenements: Mapping[str, str],
) -> Certification:
    referentiel = _CONVERTER.structure(dossier.get(REFERENTIEL, {}), Referentiel)
    evaluations = _CONVERTER.structure(_widened(dossier.get("evaluations.json", NO_EXAM), identite), Evaluations)
    # By length first, so that D10 follows D9.
    names = sorted((name for name in dossier if name.startswith("composantes/")), key=lambda name: (len(name), name))

    def optional(name: str, kind: type[Kind]) -> Kind | None:
        return _CONVERTER.structure(dossier[name], kind) if name in dossier else None

    return Certification(
        slug=slug,
        identite=identite,
        referentiel=referentiel,
        composantes=tuple(_CONVERTER.structure(dossier[name], Composante) for name in names),
        epreuves=evaluations.epreuves,
        regles=_CONVERTER.structure(_widened(dossier.get("regles.json", ()), identite), tuple[Regle, ...]),
        echelle=echelles[referentiel.echelle] if referentiel.echelle else None,
        sessions=evaluations.sessions,
        locaux=evaluations.locaux,
        ressources=evaluations.ressources,
        glossaire=_CONVERTER.structure(dossier.get("glossaire.json", ()), tuple[Terme, ...]),
        cahier_des_charges=optional("cahier-des-charges.json", CahierDesCharges),
        codes=optional(CODES, Codes),
        partenaires=optional(PARTENAIRES, Partenaires),
        citations=optional(CITATIONS, Citations),
        evenements=evenements,
    )


def _widened(node: Any, identite: Identite) -> Any:
    """Return parsed JSON where whatever holds for some routes holds for those that stand inside one of them too.

    Done here, once: nothing that reads the model can forget a route that the data place inside another.
    """
    if isinstance(node, list):
        return [_widened(one, identite) for one in node]
    if not isinstance(node, dict):
        return node
    found = {key: _widened(value, identite) for key, value in node.items()}
    if "voies" in found:
        inside = [acces.voie for acces in identite.voies_acces if acces.dans in found["voies"]]
        found["voies"] = [*found["voies"], *(voie for voie in inside if voie not in found["voies"])]
    return found


@cache
def load(*racines: Path) -> Collection:
    """Read and build what stands below some folders (default: the published data).  Raises UnreadableTreeError."""
    return build(roots.read(*(racines or roots.published())))
