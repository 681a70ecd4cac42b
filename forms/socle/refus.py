"""Refusals: what a person is told when a file cannot be taken.  Sentences in French: what, where, what to do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from forms.socle import registre
from forms.socle.genre import Genre


class Refus(ValueError):  # noqa: N818 — a domain noun, shown to people
    """A file or a request is refused; the text is a French sentence ready to be shown."""


class JsonSchemaValueException(ValueError):  # noqa: N818 — the name that the generated validators raise
    """A fault against a schema, with what fastjsonschema says of it: place, value, sub-schema, keyword."""

    def __init__(
        self,
        message: str,
        value: Any = None,
        name: str = "data",
        definition: dict[str, Any] | None = None,
        rule: str = "",
    ) -> None:
        """Keep what the generated code gives; `name` is a path such as `data.reponses.U1`."""
        super().__init__(message)
        self.value = value
        self.name = name
        self.definition = definition or {}
        self.rule = rule


def _quoted(names: Any) -> str:
    return ", ".join(f"« {name} »" for name in names)


def _required(fault: JsonSchemaValueException) -> str:
    return f"il manque {_quoted(name for name in fault.definition['required'] if name not in fault.value)}"


def _unknown(fault: JsonSchemaValueException) -> str:
    return f"{_quoted(name for name in fault.value if name not in fault.definition.get('properties', {}))} n’a rien à y faire"


KINDS = {
    "string": "un texte",
    "number": "un nombre",
    "integer": "un nombre entier",
    "boolean": "oui ou non",
    "array": "une liste",
    "object": "un groupe de valeurs",
}


def _kinds(fault: JsonSchemaValueException) -> str:
    """Return what was awaited in the place of a value of another kind."""
    wanted = fault.definition.get("type", ())
    known = [KINDS[kind] for kind in ([wanted] if isinstance(wanted, str) else wanted) if kind in KINDS]
    return f" ({', '.join(known)})" if known else ""


def _like(fault: JsonSchemaValueException) -> str:
    """Return an example of the text that was awaited, where the schema gives one."""
    examples = fault.definition.get("examples", ())
    return f" ({examples[0]})" if examples else ""


SENTENCES: dict[str, Callable[[JsonSchemaValueException], str]] = {
    "required": _required,
    "additionalProperties": _unknown,
    "propertyNames": lambda _: "un nom n’a pas la forme attendue",
    "type": lambda fault: f"la valeur n’est pas du genre attendu{_kinds(fault)}",
    "const": lambda _: "la valeur n’est pas celle attendue",
    "enum": lambda _: "la valeur n’est pas l’une de celles attendues",
    "pattern": lambda fault: f"le texte n’a pas la forme attendue{_like(fault)}",
    "minProperties": lambda _: "la réponse est vide",
}


# What anybody can do: nobody is asked to write in a file by hand.
RECOVER = "Rouvrez un enregistrement plus ancien, ou montrez ce message à une personne qui peut vous aider."


def place(fault: JsonSchemaValueException) -> str:
    """Return where a fault is, as the names to follow from the top of the file."""
    names = fault.name.split(".")[1:]
    return " › ".join(names) if names else "le début du fichier"


def not_conforming(fault: JsonSchemaValueException) -> Refus:
    """Turn a fault against the schema of a file into its refusal."""
    return Refus(
        f"Ce fichier a été modifié ou abîmé. À l’endroit « {place(fault)} » : {SENTENCES[fault.rule](fault)}. {RECOVER}"
    )


def empty() -> Refus:
    """Return the refusal of a text with nothing in it."""
    return Refus("Ce fichier est vide. Reprenez le fichier d’origine ou un enregistrement plus ancien.")


def too_big() -> Refus:
    """Return the refusal of a file that is too big to be read at all."""
    return Refus(
        "Ce fichier est trop gros pour être un fichier Repère (plus de 5 Mo). "
        "Choisissez un fichier enregistré depuis une page de Repère."
    )


def not_a_moment(name: str) -> Refus:
    """Return the refusal of a file whose key `name` has the form of a moment that no calendar has."""
    return Refus(
        f"Ce fichier a été modifié ou abîmé. À l’endroit « {name} » : ce jour ou cette heure n’existe pas. {RECOVER}"
    )


def unreadable(line: int) -> Refus:
    """Return the refusal of a text that is not JSON from some line on."""
    return Refus(
        f"Ce fichier ne peut pas être lu : son contenu s’interrompt ou se brouille à la ligne {line}. "
        "Il est peut-être coupé : reprenez le fichier d’origine ou un enregistrement plus ancien."
    )


def twice(key: str) -> Refus:
    """Return the refusal of a text where an object gives the same key twice."""
    return Refus(f"Ce fichier donne deux fois « {key} » au même endroit : on ne sait pas laquelle garder. {RECOVER}")


def not_a_value(name: str) -> Refus:
    """Return the refusal of NaN and its kind, which JSON does not have."""
    return Refus(
        f"Ce fichier contient « {name} », qui n’est pas une valeur JSON. "
        "Reprenez le fichier d’origine ou un enregistrement plus ancien."
    )


def too_deep() -> Refus:
    """Return the refusal of a text whose brackets are nested beyond reason."""
    return Refus(
        "Ce fichier n’est pas un fichier Repère : son contenu est imbriqué sans fin. Choisissez un autre fichier."
    )


def not_ours(found: str | None, wanted: Genre, certification: str = "") -> Refus:
    """Return the refusal of JSON that is not of the kind `wanted`; `certification`: that which it names, if it does."""
    page = wanted.complement
    if theirs := registre.of_format(found):
        return AutreGenre(Designation(certification), theirs, wanted)
    what = f"il porte la mention « {found} »" if found else f"il ne porte pas la mention « {wanted.format} »"
    return Refus(
        f"Ce fichier n’est pas un fichier {page} Repère : {what}. Choisissez un fichier enregistré depuis une page {page}."
    )


def not_taken(
    command: str, wanted: Iterable[tuple[Genre, Genre]], found: tuple[Genre, Genre], others: Iterable[str]
) -> Refus:
    """Return the refusal of two files that a command does not take together; `others` do."""
    *pairs, given = (
        f"deux fichiers {first.complement}"
        if first == second
        else f"un fichier {first.complement} puis un {second.complement}"
        for first, second in (*wanted, found)
    )
    two = " ou ".join(pairs)
    instead = (
        f"avec ces deux-là, essayez {_quoted(others)}"
        if (others := [*others])
        else "avec l’un ou l’autre seul, essayez « texte »"
    )
    return Refus(f"« {command} » prend {two} ; vous donnez {given}. Vérifiez lesquels, et leur ordre ; {instead}.")


def not_taken_alone(command: str, wanted: Genre, found: Genre) -> Refus:
    """Return the refusal of a file of another kind than that which a command takes."""
    return Refus(
        f"« {command} » prend un fichier {wanted.complement} ; vous donnez un fichier {found.complement}. "
        "Vérifiez lequel ; avec celui-là, essayez « texte »."
    )


def of_no_kind(found: str | None, known: Iterable[str]) -> Refus:
    """Return the refusal of JSON that is of none of the formats `known`."""
    what = f"il porte la mention « {found} »" if found else "il ne dit pas son format"
    return Refus(
        f"Ce fichier n’est pas un fichier Repère : {what}. "
        f"Choisissez un fichier enregistré depuis un formulaire, qui porte l’une des mentions {_quoted(known)}."
    )


def too_new(found: int, known: int) -> Refus:
    """Return the refusal of a file in a format newer than ours."""
    return Refus(
        f"Ce fichier vient d’une version plus récente de Repère (format {found}, alors qu’ici on connaît le format {known}). "
        "Rechargez la page, ou mettez votre copie de Repère à jour, puis rouvrez-le."
    )


@dataclass(frozen=True, slots=True)
class Designation:
    """A certification: its slug, which people are never shown, and what they call it, empty where nobody here knows."""

    certification: str
    titre: str = ""


class Ailleurs(Refus):
    """A file of one of our kinds opens on another page: that of a kind, for the certification that the file names.

    Whoever knows more titles says them (`named`), and leads to that page.
    """

    fichier: Designation
    genre: Genre

    def named(self, titres: Mapping[str, str]) -> Ailleurs:
        """Return the same refusal with the titles that are known, which tell apart those that look alike."""
        raise NotImplementedError


class AutreGenre(Ailleurs):
    """A file of another of our kinds than that which the form saves."""

    def __init__(self, fichier: Designation, genre: Genre, voulu: Genre) -> None:
        """Keep what the sentence is made of; `voulu`: the kind of the form."""
        self.fichier, self.genre, self.voulu = fichier, genre, voulu
        of = f"« {fichier.titre} »" if fichier.titre else "sa certification"
        super().__init__(
            f"Ce fichier n’est pas un fichier {voulu.complement} Repère : c’est un fichier {genre.complement}. "
            f"Ouvrez-le depuis la page {genre.complement} de {of}."
        )

    def named(self, titres: Mapping[str, str]) -> AutreGenre:
        """Return the same refusal with the title that is known."""
        titre = titres.get(self.fichier.certification, self.fichier.titre)
        return AutreGenre(replace(self.fichier, titre=titre), self.genre, self.voulu)


class AutreCertification(Ailleurs):
    """A file of one of our kinds is about another certification than the form that it comes to."""

    def __init__(self, fichier: Designation, ici: Designation, genre: Genre, *, sans_lien: bool = False) -> None:
        """Keep what the sentence is made of; `sans_lien`: no link that was read joins the two."""
        self.fichier, self.ici, self.genre, self.sans_lien = fichier, ici, genre, sans_lien
        page = f"la page {genre.complement}"
        if fichier.titre:
            why = (
                "Nous n’avons encore rien relevé de commun entre les deux : aucune réponse ne peut être reprise. "
                if sans_lien
                else ""
            )
            open_it = f"Ouvrez-le depuis {page} de « {fichier.titre} »."
            super().__init__(f"Ce fichier concerne « {fichier.titre} », et non « {ici.titre} ». {why}{open_it}")
        else:
            super().__init__(
                f"Ce fichier concerne une autre certification que « {ici.titre} », et cette copie de Repère ne la connaît "
                f"pas. Ouvrez-le depuis {page} du site où il a été enregistré, ou mettez cette copie à jour."
            )

    def named(self, titres: Mapping[str, str]) -> AutreCertification:
        """Return the same refusal with the titles that are known, which tell apart those that look alike."""
        fichier, ici = (
            replace(one, titre=titres.get(one.certification, one.titre)) for one in (self.fichier, self.ici)
        )
        return AutreCertification(fichier, ici, self.genre, sans_lien=self.sans_lien)


def other_certification(fichier: Designation, ici: Designation, genre: Genre) -> Refus:
    """Return the refusal of a file of this kind about another certification."""
    return AutreCertification(fichier, ici, genre)


def no_link(fichier: Designation, ici: Designation, genre: Genre) -> Refus:
    """Return the refusal of a file whose certification no link that was read joins to this one."""
    return AutreCertification(fichier, ici, genre, sans_lien=True)


def not_comparable(one: str, other: str) -> Refus:
    """Return the refusal of two files about two certifications, which are named by their titles."""
    return Refus(
        f"Ces deux fichiers concernent deux certifications (« {one} » et « {other} ») : ils ne se comparent pas. "
        "Choisissez deux fichiers de la même certification."
    )


def unknown_certification(known: Iterable[str]) -> Refus:
    """Return the refusal of a file about a certification that the data do not have; those that they have, by their titles."""
    return Refus(
        "Ce fichier concerne une certification qui n’est pas dans ces données. "
        f"Celles que l’on connaît ici : {_quoted(known)}. Mettez Repère à jour, ou vérifiez le fichier."
    )
