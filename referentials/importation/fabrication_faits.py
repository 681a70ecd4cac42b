"""A fiche → certification.json: facts, codes and official titles alone; what the fiche does not have, the file has not."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from referentials.importation.fabrication_annexes import NUMERO_DE_BLOC, VOIES, nom
from referentials.importation.fabrication_blocs import titre
from referentials.importation.fabrication_enregistrements import enregistrements
from referentials.importation.fiche import FicheOfficielle
from referentials.importation.parties import Certificateur, Code, Correspondance, StatistiquePromotion
from referentials.importation.provenance import Provenance
from referentials.importation.termes import Inconnu

# The kind of those whose title alone says it.
SIGLES = {
    "CQP": "Certificat de qualification professionnelle",
    "CQPI": "Certificat de qualification professionnelle interbranches",
}
TERRITOIRES = {
    "accessible_nouvelle_caledonie": "Nouvelle-Calédonie",
    "accessible_polynesie_francaise": "Polynésie française",
}
FIGURES = (
    "nombre_certifies",
    "nombre_certifies_vae",
    "taux_insertion_global_6mois",
    "taux_insertion_metier_6mois",
    "taux_insertion_metier_2ans",
)
# What a code of a kind is not written with: Grade_Master.
_ODD = re.compile(r"[^A-Za-zÀ-ÿ0-9 .-]+")
LONGEST_GENRE = 40
YEARS = range(1950, 2101)
WHOLE = 100
VERSION = "1.0.0"
_Remarques = list[str]


def identite(
    fiche: FicheOfficielle, provenance: Provenance, jour: str, rome: Collection[str], remarques: _Remarques
) -> dict[str, Any]:
    """Return certification.json as of a day; `rome`: the codes that are known; what is odd is added to the remarks."""
    found: dict[str, Any] = {
        "etat_relecture": "importee",
        "intitule": titre(fiche.intitule or ""),
        "abrege": _genre(fiche),
        "version": VERSION,
        "date_mise_a_jour": jour,
        "source": provenance.source(fiche.numero_fiche),
        "numero_fiche": {"valeur": fiche.numero_fiche},
        "niveaux": _niveaux(fiche),
        "certificateurs": [_organisme(one) for one in fiche.certificateurs if one.nom],
        "conventions": [
            {"code": one.numero_brochure, "intitule": titre(one.libelle)}
            if one.libelle
            else {"code": one.numero_brochure}
            for one in fiche.ccn
            if one.numero_brochure
        ],
        "nsf": [_code(one) for one in fiche.codes_nsf if one.code],
        "rome": list(_rome(fiche.codes_rome, rome, remarques)),
        "formacodes": [_code(one) for one in fiche.formacodes if one.code],
        "enregistrements": list(enregistrements(fiche)),
        "date_dernier_jo": {"valeur": fiche.date_dernier_jo} if fiche.date_dernier_jo else None,
        "annees_promotions_niveau": (
            {"annees": sorted(set(fiche.annees_promotions_niveau))} if fiche.annees_promotions_niveau else None
        ),
        "validation_partielle": (
            None if fiche.validation_partielle is None else {"possible": fiche.validation_partielle}
        ),
        "predecesseurs": list(_autres(fiche, fiche.anciennes_certifications, remarques)),
        "successeurs": list(_autres(fiche, fiche.nouvelles_certifications, remarques)),
        "statistiques_annuelles": list(_statistiques(fiche.statistiques_promotions, remarques)),
        "correspondances_blocs": list(_correspondances(fiche.correspondances, remarques)),
        "duree_validite": {"valeur": titre(fiche.duree_validite)} if fiche.duree_validite else None,
        "adresses_web": list(_adresses(fiche)),
        "voies_acces": list(_voies(fiche)),
        "territoires": [
            {"nom": nom, "ouverte": said}
            for key, nom in TERRITOIRES.items()
            if (said := getattr(fiche, key)) is not None
        ],
        "documents": [provenance.document],
    }
    return {key: value for key, value in found.items() if value is not None and value != []}


def _genre(fiche: FicheOfficielle) -> dict[str, str] | None:
    code = _ODD.sub(" ", (fiche.abrege and fiche.abrege.code) or "").strip(" .-")[:LONGEST_GENRE].strip(" .-")
    if fiche.abrege and code:
        return {"code": code, "intitule": titre(fiche.abrege.libelle or code)}
    return {"code": fiche.sigle, "intitule": SIGLES[fiche.sigle]} if fiche.sigle else None


def _niveaux(fiche: FicheOfficielle) -> list[dict[str, str]]:
    """Return the level; the specific register has none, and one that the fiche does not give is not decided."""
    if fiche.repertoire == "RS":
        return []
    niveau = fiche.nomenclature_europe.niveau if fiche.nomenclature_europe else None
    said = (
        {"valeur": niveau.removeprefix("NIV")}
        if niveau and not isinstance(niveau, Inconnu)
        else {"indetermine": "La fiche ne donne pas de niveau."}
    )
    return [{"nomenclature": "cadre_national_2019", **said}]


def _organisme(one: Certificateur) -> dict[str, str]:
    official, commercial = nom(one.nom), nom(one.nom_commercial)
    found = {
        "nom": official,
        "sigle": commercial if commercial.casefold() != official.casefold() else None,
        "siret": one.siret if one.siret and one.siret.isdigit() else None,
        "site": one.site_internet if (one.site_internet or "").lower().startswith("http") else None,
        "etat": one.etat.lower() if one.etat and not isinstance(one.etat, Inconnu) else None,
        "date_etat": one.date_derniere_modification_etat,
    }
    return {key: value for key, value in found.items() if value}


def _code(one: Code) -> dict[str, str]:
    label = {"intitule": titre(one.libelle)} if one.libelle else {}
    return {"code": one.code or "", **label}


def _rome(codes: tuple[Code, ...], known: Collection[str], remarques: _Remarques) -> Iterator[dict[str, str]]:
    """Yield the codes alone: the labels of the feed are those of an older version."""
    for code in dict.fromkeys(one.code for one in codes if one.code):
        if code not in known:
            remarques.append(f"ROME : « {code} » n’est pas un code d’aujourd’hui ; il est gardé tel quel.")
        yield {"code": code}


def _autres(fiche: FicheOfficielle, numeros: tuple[str, ...], remarques: _Remarques) -> Iterator[dict[str, str]]:
    for numero in dict.fromkeys(numeros):
        if numero == fiche.numero_fiche:
            remarques.append(
                f"{numero} se cite elle-même parmi celles qui la précèdent ou la suivent ; ce n’est pas repris."
            )
        else:
            yield {"numero_fiche": numero, "origine": "document"}


def _statistiques(promotions: tuple[StatistiquePromotion, ...], remarques: _Remarques) -> Iterator[dict[str, Any]]:
    seen: set[int] = set()
    for one in promotions:
        if one.annee is None or one.annee not in YEARS or one.annee in seen:
            why = f"répète l’année {one.annee}" if one.annee in seen else "n’a pas d’année"
            remarques.append(f"Statistiques : une ligne {why} ; elle n’est pas reprise.")
            continue
        seen.add(one.annee)
        figures = {name: value for name in FIGURES if (value := getattr(one, name)) is not None}
        for name in [name for name in figures if name.startswith("taux_") and figures[name] > WHOLE]:
            remarques.append(
                f"Statistiques : un taux de {figures.pop(name):g} % n’en est pas un ; il n’est pas repris."
            )
        yield {"annee": one.annee, **{name: _plain(value) for name, value in figures.items()}}


def _plain(value: float) -> float:
    return int(value) if value == int(value) else value


def _correspondances(liens: tuple[Correspondance, ...], remarques: _Remarques) -> Iterator[dict[str, Any]]:
    for one in liens:
        if one.destination_numero_fiche is None:
            remarques.append("Correspondances : une ligne ne nomme pas l’autre fiche ; elle n’est pas reprise.")
        else:
            blocs, others = _numbers(one.source_blocs), _numbers(one.destination_blocs)
            if len(blocs) < len(set(one.source_blocs)) or len(others) < len(set(one.destination_blocs)):
                remarques.append(
                    "Correspondances : un code de bloc n’est pas écrit comme les autres ; la ligne n’est pas reprise."
                )
                continue
            found = {"blocs": blocs, "numero_fiche": one.destination_numero_fiche, "blocs_destination": others}
            yield {key: value for key, value in found.items() if value}


def _numbers(codes: tuple[str, ...]) -> list[str]:
    """Return the codes of blocs that are written as such, each once."""
    return [code for code in dict.fromkeys(codes) if NUMERO_DE_BLOC.fullmatch(code)]


def _adresses(fiche: FicheOfficielle) -> Iterator[dict[str, str]]:
    address = fiche.lien_url_description or ""
    if address.lower().startswith(("http://", "https://")) and not any(sign.isspace() for sign in address):
        yield {"adresse": address, "objet": "Présentation par le certificateur"}


def _voies(fiche: FicheOfficielle) -> Iterator[dict[str, Any]]:
    seen: set[str] = set()
    for jury in fiche.jurys:
        voie = VOIES[jury.voie]
        if voie not in seen:
            seen.add(voie)
            if jury.actif is None:
                yield {"voie": voie, "indetermine": "La fiche ne dit pas si cette voie est ouverte."}
            else:
                yield {"voie": voie, "ouverte": jury.actif}
