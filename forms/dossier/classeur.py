"""The tables of a dossier as a workbook, under the name that this module has always had."""

from forms.classeur import to_base64, write

__all__ = ["to_base64", "write"]
