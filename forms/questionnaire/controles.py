"""What a bloc is verified by.  Each kind of form has its own: frozen dataclasses, told apart by `nature`."""

from __future__ import annotations

from typing import Literal

# Held equal to the schemas of the data by tests/referentials/test_model.py: the browser does not get `referentials`.
Comparaison = Literal["au_moins", "au_plus", "exactement"]
Cote = Literal["exigeante", "favorable"]
Sens = Literal["avant", "apres"]
Unite = Literal["minute", "heure", "jour", "jour_ouvre", "semaine", "mois", "an"]


class Controle:
    """What can be asked of a control of any nature: in which list it looks, at which fields."""

    __slots__ = ()
    nature: str

    @property
    def dans(self) -> str | None:
        """The code of the list that it looks into; None where it looks at the form itself."""
        return getattr(self, "liste", None)

    @property
    def vus(self) -> tuple[str, ...]:
        """The codes of the fields that it looks at."""
        champ: str | None = getattr(self, "champ", None)
        champs: tuple[str, ...] = getattr(self, "champs", ())
        return (*champs, champ) if champ else champs
