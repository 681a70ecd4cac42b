"""Generated from schemas/export-auto-positionnement-1.schema.json by `python -m macros validators`.  Do not edit."""

import re

from forms.socle.refus import JsonSchemaValueException

REGEX_PATTERNS = {
    '^[a-z0-9]+(-[a-z0-9]+)*$': re.compile('^[a-z0-9]+(-[a-z0-9]+)*\\Z'),
    '^[0-9]+\\.[0-9]+\\.[0-9]+$': re.compile('^[0-9]+\\.[0-9]+\\.[0-9]+\\Z'),
    '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$': re.compile('^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]\\Z'),
    '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$': re.compile('^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*\\Z'),
    '^[a-z0-9][a-z0-9_]*$': re.compile('^[a-z0-9][a-z0-9_]*\\Z')
}

NoneType = type(None)

def validate(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (dict)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be object", value=data, name="" + (name_prefix or "data") + "", definition={'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'Fichier d’auto-positionnement, format 1', 'description': 'Le premier format de fichier : on n’en écrit plus, mais la page et la ligne de commande le rouvrent toujours.', 'type': 'object', 'required': ['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses'], 'additionalProperties': False, 'properties': {'format': {'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, 'version': {'type': 'integer', 'const': 1, 'description': 'Version du format.'}, 'certification': {'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, 'version_referentiel': {'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, 'exporte_le': {'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, 'outil': {'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}, 'reponses_ecartees': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}}, '$defs': {'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}, 'reponse': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}}, rule='type')
    data_is_dict = isinstance(data, dict)
    if data_is_dict:
        data__missing_keys = set(['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses']) - data.keys()
        if data__missing_keys:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must contain " + (str(sorted(data__missing_keys)) + " properties"), value=data, name="" + (name_prefix or "data") + "", definition={'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'Fichier d’auto-positionnement, format 1', 'description': 'Le premier format de fichier : on n’en écrit plus, mais la page et la ligne de commande le rouvrent toujours.', 'type': 'object', 'required': ['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses'], 'additionalProperties': False, 'properties': {'format': {'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, 'version': {'type': 'integer', 'const': 1, 'description': 'Version du format.'}, 'certification': {'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, 'version_referentiel': {'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, 'exporte_le': {'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, 'outil': {'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}, 'reponses_ecartees': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}}, '$defs': {'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}, 'reponse': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}}, rule='required')
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
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".version must be integer", value=data__version, name="" + (name_prefix or "data") + ".version", definition={'type': 'integer', 'const': 1, 'description': 'Version du format.'}, rule='type')
            if not (isinstance(data__version, (int, float)) and not isinstance(data__version, bool) and data__version == 1):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".version must be same as const definition: 1", value=data__version, name="" + (name_prefix or "data") + ".version", definition={'type': 'integer', 'const': 1, 'description': 'Version du format.'}, rule='const')
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
        if "reponses" in data_keys:
            data_keys.remove("reponses")
            data__reponses = data["reponses"]
            validate____defs_reponses(data__reponses, custom_formats, (name_prefix or "data") + ".reponses")
        if "reponses_ecartees" in data_keys:
            data_keys.remove("reponses_ecartees")
            data__reponsesecartees = data["reponses_ecartees"]
            validate____defs_reponses(data__reponsesecartees, custom_formats, (name_prefix or "data") + ".reponses_ecartees")
        if data_keys:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must not contain "+str(data_keys)+" properties", value=data, name="" + (name_prefix or "data") + "", definition={'$schema': 'https://json-schema.org/draft/2020-12/schema', 'title': 'Fichier d’auto-positionnement, format 1', 'description': 'Le premier format de fichier : on n’en écrit plus, mais la page et la ligne de commande le rouvrent toujours.', 'type': 'object', 'required': ['format', 'version', 'certification', 'version_referentiel', 'exporte_le', 'outil', 'reponses'], 'additionalProperties': False, 'properties': {'format': {'const': 'repere/auto-positionnement', 'description': 'Genre du fichier.'}, 'version': {'type': 'integer', 'const': 1, 'description': 'Version du format.'}, 'certification': {'type': 'string', 'pattern': '^[a-z0-9]+(-[a-z0-9]+)*$', 'description': 'Identifiant de la certification dans Repère.'}, 'version_referentiel': {'type': 'string', 'pattern': '^[0-9]+\\.[0-9]+\\.[0-9]+$', 'examples': ['1.0.0'], 'description': 'Version des données au moment de l’enregistrement.'}, 'exporte_le': {'type': 'string', 'pattern': '^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9][+-][0-2][0-9]:[0-5][0-9]$', 'examples': ['2026-11-21T18:40:00+01:00'], 'description': 'Jour et heure locale de l’enregistrement, avec le décalage horaire.'}, 'outil': {'type': 'object', 'required': ['nom', 'version'], 'additionalProperties': False, 'properties': {'nom': {'type': 'string'}, 'version': {'type': 'string'}}}, 'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}, 'reponses_ecartees': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'$ref': '#/$defs/reponse'}}}, '$defs': {'reponses': {'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}, 'reponse': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}}, rule='additionalProperties')
    return data

def validate____defs_reponses(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (dict)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be object", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}, rule='type')
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
                raise JsonSchemaValueException("" + (name_prefix or "data") + " must be named by propertyName definition", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'propertyNames': {'pattern': '^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$'}, 'additionalProperties': {'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}}, rule='propertyNames')
    return data

def validate____defs_reponse(data, custom_formats={}, name_prefix=None):
    if not isinstance(data, (dict)):
        raise JsonSchemaValueException("" + (name_prefix or "data") + " must be object", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}, rule='type')
    data_is_dict = isinstance(data, dict)
    if data_is_dict:
        data_len = len(data)
        if data_len < 1:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must contain at least 1 properties", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}, rule='minProperties')
        data_keys = set(data.keys())
        if "valeur" in data_keys:
            data_keys.remove("valeur")
            data__valeur = data["valeur"]
            if not isinstance(data__valeur, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".valeur must be string", value=data__valeur, name="" + (name_prefix or "data") + ".valeur", definition={'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, rule='type')
            if isinstance(data__valeur, str):
                if not REGEX_PATTERNS['^[a-z0-9][a-z0-9_]*$'].search(data__valeur):
                    raise JsonSchemaValueException("" + (name_prefix or "data") + ".valeur must match pattern ^[a-z0-9][a-z0-9_]*$", value=data__valeur, name="" + (name_prefix or "data") + ".valeur", definition={'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, rule='pattern')
        if "note" in data_keys:
            data_keys.remove("note")
            data__note = data["note"]
            if not isinstance(data__note, (str)):
                raise JsonSchemaValueException("" + (name_prefix or "data") + ".note must be string", value=data__note, name="" + (name_prefix or "data") + ".note", definition={'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}, rule='type')
        if data_keys:
            raise JsonSchemaValueException("" + (name_prefix or "data") + " must not contain "+str(data_keys)+" properties", value=data, name="" + (name_prefix or "data") + "", definition={'type': 'object', 'minProperties': 1, 'additionalProperties': False, 'properties': {'valeur': {'type': 'string', 'pattern': '^[a-z0-9][a-z0-9_]*$', 'description': 'Code d’une valeur de l’échelle ; absent quand il n’y a pas de réponse.'}, 'note': {'type': 'string', 'description': 'Exemple ou remarque de la personne, en texte libre.'}}}, rule='additionalProperties')
    return data