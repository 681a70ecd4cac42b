"""Generated from schemas/export-auto-positionnement.schema.json by `python -m macros validators`.  Do not edit."""

import re

from forms.socle.refus import JsonSchemaValueException

REGEX_PATTERNS = {
    '^[a-z0-9]+(-[a-z0-9]+)*$': re.compile('^[a-z0-9]+(-[a-z0-9]+)*\\Z'),
    '^[0-9]+\\.[0-9]+\\.[0-9]+$': re.compile('^[0-9]+\\.[0-9]+\\.[0-9]+\\Z'),
    '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$': re.compile('^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]\\Z'),
    '^[0-9]{4}-[0-9]{2}-[0-9]{2}$': re.compile('^[0-9]{4}-[0-9]{2}-[0-9]{2}\\Z'),
    '^[a-z]+(_[a-z]+)*$': re.compile('^[a-z]+(_[a-z]+)*\\Z'),
    '\\S': re.compile('\\S'),
    '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$': re.compile('^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*\\Z'),
    '^[a-z0-9][a-z0-9_]*$': re.compile('^[a-z0-9][a-z0-9_]*\\Z')
}

NoneType = type(None)

def validate(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (dict)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be object", value=data, name="" + (name_prefix or "data") + "", definition={'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'Fichier d’auto-positionnement, format 2', 'description': 'Ce que la page d’auto-positionnement enregistre et rouvre.', 'type': 'object', 'required': ['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses'], 'additionalProperties': False, 'properties': {'format': {'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, 'version': {'type': 'integer', 'const': 2, 'description': 'Version du format.'}, 'certification': {'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, 'version_referentiel': {'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, 'exporte_le': {'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, 'etat_certification': {'type': 'object', 'description': 'Où en était la certification ce jour-là : en vigueur, inscriptions closes, expirée, remplacée, à venir ou indéterminée.', 'required': ['jour', 'etat', 'libelle', 'phrase'], 'additionalProperties': False, 'properties': {'jour': {'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, 'etat': {'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, 'libelle': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, 'phrase': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}}}, 'outil': {'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, 'nom': {'type': 'string', 'description': 'Nom que la personne a donné à ce brouillon, en texte libre.'}, 'echelle': {'type': 'array', 'description': 'Le sens des réponses, tel qu’il était montré à qui répondait ; absent d’un fichier venu du format 1.', 'items': {'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}, 'reponses_ecartees': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}}, '$defs': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'$ref': '#/$defs/valeur', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}, 'reponse': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}}, rule='type')
    data_is_dict = isinstance(data, dict)
    if data_is_dict:
        data__missing_keys = set(['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses']) - data.keys()
        if data__missing_keys:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must contain " + (str(sorted(data__missing_keys)) + " properties"), value=data, name="" + (name_prefix or "data") + "", definition={'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'Fichier d’auto-positionnement, format 2', 'description': 'Ce que la page d’auto-positionnement enregistre et rouvre.', 'type': 'object', 'required': ['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses'], 'additionalProperties': False, 'properties': {'format': {'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, 'version': {'type': 'integer', 'const': 2, 'description': 'Version du format.'}, 'certification': {'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, 'version_referentiel': {'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, 'exporte_le': {'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, 'etat_certification': {'type': 'object', 'description': 'Où en était la certification ce jour-là : en vigueur, inscriptions closes, expirée, remplacée, à venir ou indéterminée.', 'required': ['jour', 'etat', 'libelle', 'phrase'], 'additionalProperties': False, 'properties': {'jour': {'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, 'etat': {'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, 'libelle': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, 'phrase': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}}}, 'outil': {'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, 'nom': {'type': 'string', 'description': 'Nom que la personne a donné à ce brouillon, en texte libre.'}, 'echelle': {'type': 'array', 'description': 'Le sens des réponses, tel qu’il était montré à qui répondait ; absent d’un fichier venu du format 1.', 'items': {'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}, 'reponses_ecartees': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}}, '$defs': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'$ref': '#/$defs/valeur', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}, 'reponse': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}}, rule='required')
        data_keys = set(data.keys())
        if "format" in data_keys:
            data_keys.remove("format")
            data__format = data["format"]
            if not (isinstance(data__format, str) and data__format == 'repere/auto-positionnement'):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".format must be same as const definition: repere/auto-positionnement", value=data__format, name="" + (name_prefix or "data") + ".format", definition={'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, rule='const')
        if "version" in data_keys:
            data_keys.remove("version")
            data__version = data["version"]
            if not isinstance(data__version, (int)) and not (isinstance(data__version, float) and data__version.is_integer()) or isinstance(data__version, bool):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".version must be integer", value=data__version, name="" + (name_prefix or "data") + ".version", definition={'type': 'integer', 'const': 2, 'description': 'Version du format.'}, rule='type')
            if not (isinstance(data__version, (int, float)) and not isinstance(data__version, bool) and data__version == 2):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".version must be same as const definition: 2", value=data__version, name="" + (name_prefix or "data") + ".version", definition={'type': 'integer', 'const': 2, 'description': 'Version du format.'}, rule='const')
        if "certification" in data_keys:
            data_keys.remove("certification")
            data__certification = data["certification"]
            if not isinstance(data__certification, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".certification must be string", value=data__certification, name="" + (name_prefix or "data") + ".certification", definition={'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, rule='type')
            if isinstance(data__certification, str):
                if not REGEX_PATTERNS['^[a-z0-9]+(-[a-z0-9]+)*$'].search(data__certification):
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".certification must match pattern ^[a-z0-9]+(-[a-z0-9]+)*$", value=data__certification, name="" + (name_prefix or "data") + ".certification", definition={'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, rule='pattern')
        if "version_referentiel" in data_keys:
            data_keys.remove("version_referentiel")
            data__versionreferentiel = data["version_referentiel"]
            if not isinstance(data__versionreferentiel, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".version_referentiel must be string", value=data__versionreferentiel, name="" + (name_prefix or "data") + ".version_referentiel", definition={'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, rule='type')
            if isinstance(data__versionreferentiel, str):
                if not REGEX_PATTERNS['^[0-9]+\\.[0-9]+\\.[0-9]+$'].search(data__versionreferentiel):
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".version_referentiel must match pattern ^[0-9]+\\.[0-9]+\\.[0-9]+$", value=data__versionreferentiel, name="" + (name_prefix or "data") + ".version_referentiel", definition={'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, rule='pattern')
        if "exporte_le" in data_keys:
            data_keys.remove("exporte_le")
            data__exportele = data["exporte_le"]
            if not isinstance(data__exportele, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".exporte_le must be string", value=data__exportele, name="" + (name_prefix or "data") + ".exporte_le", definition={'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, rule='type')
            if isinstance(data__exportele, str):
                if not REGEX_PATTERNS['^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$'].search(data__exportele):
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".exporte_le must match pattern ^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$", value=data__exportele, name="" + (name_prefix or "data") + ".exporte_le", definition={'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, rule='pattern')
        if "etat_certification" in data_keys:
            data_keys.remove("etat_certification")
            data__etatcertification = data["etat_certification"]
            if not isinstance(data__etatcertification, (dict)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification must be object", value=data__etatcertification, name="" + (name_prefix or "data") + ".etat_certification", definition={'type': 'object', 'description': 'Où en était la certification ce jour-là : en vigueur, inscriptions closes, expirée, remplacée, à venir ou indéterminée.', 'required': ['jour', 'etat', 'libelle', 'phrase'], 'additionalProperties': False, 'properties': {'jour': {'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, 'etat': {'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, 'libelle': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, 'phrase': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}}}, rule='type')
            data__etatcertification_is_dict = isinstance(data__etatcertification, dict)
            if data__etatcertification_is_dict:
                data__etatcertification__missing_keys = set(['jour', 'etat', 'libelle', 'phrase']) - data__etatcertification.keys()
                if data__etatcertification__missing_keys:
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification must contain " + (str(sorted(data__etatcertification__missing_keys)) + " properties"), value=data__etatcertification, name="" + (name_prefix or "data") + ".etat_certification", definition={'type': 'object', 'description': 'Où en était la certification ce jour-là : en vigueur, inscriptions closes, expirée, remplacée, à venir ou indéterminée.', 'required': ['jour', 'etat', 'libelle', 'phrase'], 'additionalProperties': False, 'properties': {'jour': {'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, 'etat': {'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, 'libelle': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, 'phrase': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}}}, rule='required')
                data__etatcertification_keys = set(data__etatcertification.keys())
                if "jour" in data__etatcertification_keys:
                    data__etatcertification_keys.remove("jour")
                    data__etatcertification__jour = data__etatcertification["jour"]
                    if not isinstance(data__etatcertification__jour, (str)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.jour must be string", value=data__etatcertification__jour, name="" + (name_prefix or "data") + ".etat_certification.jour", definition={'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, rule='type')
                    if isinstance(data__etatcertification__jour, str):
                        if not REGEX_PATTERNS['^[0-9]{4}-[0-9]{2}-[0-9]{2}$'].search(data__etatcertification__jour):
                            raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.jour must match pattern ^[0-9]{4}-[0-9]{2}-[0-9]{2}$", value=data__etatcertification__jour, name="" + (name_prefix or "data") + ".etat_certification.jour", definition={'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, rule='pattern')
                if "etat" in data__etatcertification_keys:
                    data__etatcertification_keys.remove("etat")
                    data__etatcertification__etat = data__etatcertification["etat"]
                    if not isinstance(data__etatcertification__etat, (str)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.etat must be string", value=data__etatcertification__etat, name="" + (name_prefix or "data") + ".etat_certification.etat", definition={'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, rule='type')
                    if isinstance(data__etatcertification__etat, str):
                        if not REGEX_PATTERNS['^[a-z]+(_[a-z]+)*$'].search(data__etatcertification__etat):
                            raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.etat must match pattern ^[a-z]+(_[a-z]+)*$", value=data__etatcertification__etat, name="" + (name_prefix or "data") + ".etat_certification.etat", definition={'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, rule='pattern')
                if "libelle" in data__etatcertification_keys:
                    data__etatcertification_keys.remove("libelle")
                    data__etatcertification__libelle = data__etatcertification["libelle"]
                    if not isinstance(data__etatcertification__libelle, (str)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.libelle must be string", value=data__etatcertification__libelle, name="" + (name_prefix or "data") + ".etat_certification.libelle", definition={'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, rule='type')
                    if isinstance(data__etatcertification__libelle, str):
                        if not REGEX_PATTERNS['\\S'].search(data__etatcertification__libelle):
                            raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.libelle must match pattern \\S", value=data__etatcertification__libelle, name="" + (name_prefix or "data") + ".etat_certification.libelle", definition={'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, rule='pattern')
                if "phrase" in data__etatcertification_keys:
                    data__etatcertification_keys.remove("phrase")
                    data__etatcertification__phrase = data__etatcertification["phrase"]
                    if not isinstance(data__etatcertification__phrase, (str)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.phrase must be string", value=data__etatcertification__phrase, name="" + (name_prefix or "data") + ".etat_certification.phrase", definition={'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}, rule='type')
                    if isinstance(data__etatcertification__phrase, str):
                        if not REGEX_PATTERNS['\\S'].search(data__etatcertification__phrase):
                            raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification.phrase must match pattern \\S", value=data__etatcertification__phrase, name="" + (name_prefix or "data") + ".etat_certification.phrase", definition={'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}, rule='pattern')
                if data__etatcertification_keys:
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".etat_certification must not contain "+str(data__etatcertification_keys)+" properties", value=data__etatcertification, name="" + (name_prefix or "data") + ".etat_certification", definition={'type': 'object', 'description': 'Où en était la certification ce jour-là : en vigueur, inscriptions closes, expirée, remplacée, à venir ou indéterminée.', 'required': ['jour', 'etat', 'libelle', 'phrase'], 'additionalProperties': False, 'properties': {'jour': {'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, 'etat': {'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, 'libelle': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, 'phrase': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}}}, rule='additionalProperties')
        if "outil" in data_keys:
            data_keys.remove("outil")
            data__outil = data["outil"]
            if not isinstance(data__outil, (dict)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".outil must be object", value=data__outil, name="" + (name_prefix or "data") + ".outil", definition={'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, rule='type')
            data__outil_is_dict = isinstance(data__outil, dict)
            if data__outil_is_dict:
                data__outil__missing_keys = set(['nom', 'version']) - data__outil.keys()
                if data__outil__missing_keys:
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".outil must contain " + (str(sorted(data__outil__missing_keys)) + " properties"), value=data__outil, name="" + (name_prefix or "data") + ".outil", definition={'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, rule='required')
                data__outil_keys = set(data__outil.keys())
                if "nom" in data__outil_keys:
                    data__outil_keys.remove("nom")
                    data__outil__nom = data__outil["nom"]
                    if not isinstance(data__outil__nom, (str)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".outil.nom must be string", value=data__outil__nom, name="" + (name_prefix or "data") + ".outil.nom", definition={'type': 'string'}, rule='type')
                if "version" in data__outil_keys:
                    data__outil_keys.remove("version")
                    data__outil__version = data__outil["version"]
                    if not isinstance(data__outil__version, (str)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".outil.version must be string", value=data__outil__version, name="" + (name_prefix or "data") + ".outil.version", definition={'type': 'string'}, rule='type')
                if data__outil_keys:
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".outil must not contain "+str(data__outil_keys)+" properties", value=data__outil, name="" + (name_prefix or "data") + ".outil", definition={'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, rule='additionalProperties')
        if "nom" in data_keys:
            data_keys.remove("nom")
            data__nom = data["nom"]
            if not isinstance(data__nom, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".nom must be string", value=data__nom, name="" + (name_prefix or "data") + ".nom", definition={'type': 'string', 'description': 'Nom que la personne a donné à ce brouillon, en texte libre.'}, rule='type')
        if "echelle" in data_keys:
            data_keys.remove("echelle")
            data__echelle = data["echelle"]
            if not isinstance(data__echelle, (list, tuple)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".echelle must be array", value=data__echelle, name="" + (name_prefix or "data") + ".echelle", definition={'type': 'array', 'description': 'Le sens des réponses, tel qu’il était montré à qui répondait ; absent d’un fichier venu du format 1.', 'items': {'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}}, rule='type')
            data__echelle_is_list = isinstance(data__echelle, (list, tuple))
            if data__echelle_is_list:
                data__echelle_len = len(data__echelle)
                for data__echelle_x, data__echelle_item in enumerate(data__echelle):
                    if not isinstance(data__echelle_item, (dict)):
                        raise JsonSchemaValueException("" + (name_prefix or "data") + ".echelle[{data__echelle_x}]".format(**locals()) + " must be object", value=data__echelle_item, name="" + (name_prefix or "data") + ".echelle[{data__echelle_x}]".format(**locals()) + "", definition={'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}, rule='type')
                    data__echelle_item_is_dict = isinstance(data__echelle_item, dict)
                    if data__echelle_item_is_dict:
                        data__echelle_item__missing_keys = set(['code', 'libelle', 'effet']) - data__echelle_item.keys()
                        if data__echelle_item__missing_keys:
                            raise JsonSchemaValueException("" + (name_prefix or "data") + ".echelle[{data__echelle_x}]".format(**locals()) + " must contain " + (str(sorted(data__echelle_item__missing_keys)) + " properties"), value=data__echelle_item, name="" + (name_prefix or "data") + ".echelle[{data__echelle_x}]".format(**locals()) + "", definition={'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}, rule='required')
                        data__echelle_item_keys = set(data__echelle_item.keys())
                        if "code" in data__echelle_item_keys:
                            data__echelle_item_keys.remove("code")
                            data__echelle_item__code = data__echelle_item["code"]
                            validate____defs_valeur(data__echelle_item__code, custom_formats, (name_prefix or "data") + ".echelle[{data__echelle_x}].code".format(**locals()))
                        if "libelle" in data__echelle_item_keys:
                            data__echelle_item_keys.remove("libelle")
                            data__echelle_item__libelle = data__echelle_item["libelle"]
                            if not isinstance(data__echelle_item__libelle, (str)):
                                raise JsonSchemaValueException("" + (name_prefix or "data") + ".echelle[{data__echelle_x}].libelle".format(**locals()) + " must be string", value=data__echelle_item__libelle, name="" + (name_prefix or "data") + ".echelle[{data__echelle_x}].libelle".format(**locals()) + "", definition={'type': 'string', 'description': 'Mots du candidat.'}, rule='type')
                        if "effet" in data__echelle_item_keys:
                            data__echelle_item_keys.remove("effet")
                            data__echelle_item__effet = data__echelle_item["effet"]
                            if not (isinstance(data__echelle_item__effet, str) and data__echelle_item__effet == 'positif' or isinstance(data__echelle_item__effet, str) and data__echelle_item__effet == 'negatif' or isinstance(data__echelle_item__effet, str) and data__echelle_item__effet == 'non_observe' or isinstance(data__echelle_item__effet, str) and data__echelle_item__effet == 'sans_avis'):
                                raise JsonSchemaValueException("" + (name_prefix or "data") + ".echelle[{data__echelle_x}].effet".format(**locals()) + " must be one of ['positif', 'negatif', 'non_observe', 'sans_avis']", value=data__echelle_item__effet, name="" + (name_prefix or "data") + ".echelle[{data__echelle_x}].effet".format(**locals()) + "", definition={'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}, rule='enum')
                        if data__echelle_item_keys:
                            raise JsonSchemaValueException("" + (name_prefix or "data") + ".echelle[{data__echelle_x}]".format(**locals()) + " must not contain "+str(data__echelle_item_keys)+" properties", value=data__echelle_item, name="" + (name_prefix or "data") + ".echelle[{data__echelle_x}]".format(**locals()) + "", definition={'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}, rule='additionalProperties')
        if "reponses" in data_keys:
            data_keys.remove("reponses")
            data__reponses = data["reponses"]
            validate____defs_reponses(data__reponses, custom_formats, (name_prefix or "data") + ".reponses")
        if "reponses_ecartees" in data_keys:
            data_keys.remove("reponses_ecartees")
            data__reponsesecartees = data["reponses_ecartees"]
            validate____defs_reponses(data__reponsesecartees, custom_formats, (name_prefix or "data") + ".reponses_ecartees")
        if data_keys:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must not contain "+str(data_keys)+" properties", value=data, name="" + (name_prefix or "data") + "", definition={'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'Fichier d’auto-positionnement, format 2', 'description': 'Ce que la page d’auto-positionnement enregistre et rouvre.', 'type': 'object', 'required': ['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses'], 'additionalProperties': False, 'properties': {'format': {'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, 'version': {'type': 'integer', 'const': 2, 'description': 'Version du format.'}, 'certification': {'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, 'version_referentiel': {'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, 'exporte_le': {'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, 'etat_certification': {'type': 'object', 'description': 'Où en était la certification ce jour-là : en vigueur, inscriptions closes, expirée, remplacée, à venir ou indéterminée.', 'required': ['jour', 'etat', 'libelle', 'phrase'], 'additionalProperties': False, 'properties': {'jour': {'type': 'string', 'pattern': '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'}, 'etat': {'type': 'string', 'pattern': '^[a-z]+(_[a-z]+)*$'}, 'libelle': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en un mot ou deux.'}, 'phrase': {'type': 'string', 'pattern': '\\S', 'description': 'L’état en clair, avec ce qui remplace la certification quand un document le dit.'}}}, 'outil': {'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, 'nom': {'type': 'string', 'description': 'Nom que la personne a donné à ce brouillon, en texte libre.'}, 'echelle': {'type': 'array', 'description': 'Le sens des réponses, tel qu’il était montré à qui répondait ; absent d’un fichier venu du format 1.', 'items': {'type': 'object', 'required': ['code', 'libelle', 'effet'], 'additionalProperties': False, 'properties': {'code': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'libelle': {'type': 'string', 'description': 'Mots du candidat.'}, 'effet': {'enum': ['positif', 'negatif', 'non_observe', 'sans_avis'], 'description': 'Ce que la réponse vaut dans le calcul.'}}}}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}, 'reponses_ecartees': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}}, '$defs': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'$ref': '#/$defs/valeur', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}, 'reponse': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}}, rule='additionalProperties')
    return data

def validate____defs_reponses(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (dict)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be object", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'$ref': '#/$defs/valeur', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}, rule='type')
    data_is_dict = isinstance(data, dict)
    if data_is_dict:
        data_keys = set(data.keys())
        for data_key in data_keys:
            if data_key not in []:
                data_value = data.get(data_key)
                validate____defs_reponse(data_value, custom_formats, (name_prefix or "data") + ".{data_key}".format(**locals()))
        data_len = len(data)
        if data_len != 0:
            data_property_names = True
            for data_key in data:
                try:
                    if isinstance(data_key, str):
                        if not REGEX_PATTERNS['^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'].search(data_key):
                            raise JsonSchemaValueException("" + (name_prefix or "data") + " must match pattern ^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$", value=data_key, name="" + (name_prefix or "data") + "", definition={'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, rule='pattern')
                except JsonSchemaValueException:
                    data_property_names = False
            if not data_property_names:
                raise JsonSchemaValueException("" + (name_prefix or "data") + " must be named by propertyName definition", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'$ref': '#/$defs/valeur', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}}, rule='propertyNames')
    return data

def validate____defs_reponse(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (dict)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be object", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}, rule='type')
    data_is_dict = isinstance(data, dict)
    if data_is_dict:
        data_len = len(data)
        if data_len < 1:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must contain at least 1 properties", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}, rule='minProperties')
        data_keys = set(data.keys())
        if "valeur" in data_keys:
            data_keys.remove("valeur")
            data__valeur = data["valeur"]
            validate____defs_valeur(data__valeur, custom_formats, (name_prefix or "data") + ".valeur")
        if "note" in data_keys:
            data_keys.remove("note")
            data__note = data["note"]
            if not isinstance(data__note, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".note must be string", value=data__note, name="" + (name_prefix or "data") + ".note", definition={'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, rule='type')
        if "enonce" in data_keys:
            data_keys.remove("enonce")
            data__enonce = data["enonce"]
            if not isinstance(data__enonce, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".enonce must be string", value=data__enonce, name="" + (name_prefix or "data") + ".enonce", definition={'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}, rule='type')
        if data_keys:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must not contain "+str(data_keys)+" properties", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, 'enonce': {'type': 'string', 'description': 'L’énoncé auquel la personne a répondu, dans les mots d’alors.'}}}, rule='additionalProperties')
    return data

def validate____defs_valeur(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (str)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be string", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, rule='type')
    if isinstance(data, str):
        if not REGEX_PATTERNS['^[a-z0-9][a-z0-9_]*$'].search(data):
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must match pattern ^[a-z0-9][a-z0-9_]*$", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle.'}, rule='pattern')
    return data