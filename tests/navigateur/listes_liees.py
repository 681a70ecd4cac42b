"""Random gestures on two lists, one of whose rows chooses rows of the other, and a model that says what must be."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Page

from forms.questionnaire.modele import Liste

# Clicks and typing on what is folded too; what stands on screen afterwards, in one go.
ACT = """([kind, list, row, value]) => {
  const rowsOf = (code) => [...document.querySelectorAll(`[data-liste="${code}"] > ol > [data-ligne]`)];
  const place = (group) => group.closest("[data-place]");
  const at = rowsOf(list).find((one) => one.dataset.ligne === row);
  if (kind === "ajouter") document.querySelector(`[data-liste="${list}"] [data-action=ajouter]`).click();
  else if (kind === "ecrire") {
    const input = at.querySelector(`[data-place="${list}/${row}/${value[0]}"] input`);
    input.value = value[1];
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }
  else if (kind === "cocher") at.querySelector(`[data-renvois] input[value="${value}"]`).click();
  else if (kind === "remettre") document.querySelector(`[data-otee="${row}"] [data-action=remettre]`).click();
  else if (kind) at.querySelector(`[data-action=${kind}]`).click();
  // The line that stands for a row that was removed says of itself which.
  if (kind === "oter") for (const line of document.querySelectorAll(".r-ligne-otee:not([data-otee])")) line.dataset.otee = row;
  const groups = [...document.querySelectorAll("[data-renvois]")].map((group) => [place(group).dataset.place, {
    offered: [...group.querySelectorAll("input")].map((input) => input.value),
    chosen: [...group.querySelectorAll("input:checked")].map((input) => input.value),
    names: [...group.querySelectorAll("label")].map((label) => label.textContent.trim()),
    nothing: !place(group).querySelector("[data-aucun]").hidden,
  }]);
  const lists = [...document.querySelectorAll("[data-liste]")].map((one) => one.dataset.liste);
  return {
    rows: Object.fromEntries(lists.map((code) => [code, rowsOf(code).map((one) => one.dataset.ligne)])),
    groups: Object.fromEntries(groups),
  };
}"""
KINDS = ("ajouter", "ecrire", "ecrire", "vider", "oter", "remettre", "cocher", "cocher", "monter", "dupliquer")


def naming(liste: Liste) -> str:
    """Return the code of the last field that names a row of this list."""
    return liste.titre[-1]


@dataclass
class Essai:
    """Lists « liste », whose rows choose, and « cible », whose rows are chosen.

    `links` has every choice, those too of rows that were removed and may come back.
    """

    page: Page
    liste: Liste
    champ: str
    cible: Liste
    draw: random.Random
    names: dict[str, str] = field(default_factory=dict)
    removed: dict[str, list[str]] = field(default_factory=dict)
    links: set[tuple[str, str]] = field(default_factory=set)
    told: list[Any] = field(default_factory=list)
    seen: Any = None

    def __post_init__(self) -> None:
        """Look at the screen."""
        self.removed = {self.liste.code: [], self.cible.code: []}
        self.act("", self.liste.code)

    def act(self, kind: str, liste: str, row: str = "", value: Any = "") -> None:
        """Do one gesture."""
        self.told.append((kind, liste, row, value))
        self.seen = self.page.evaluate(ACT, [kind, liste, row, value])

    def here(self, liste: Liste) -> list[str]:
        """Return the rows on screen."""
        return list(self.seen["rows"][liste.code])

    def chosen(self, row: str) -> set[str]:
        """Return what a row must have chosen, of what is on screen."""
        present = self.here(self.cible)
        return {other for one, other in self.links if one == row and other in present}

    def offered(self, row: str) -> set[str]:
        """Return what a row must be offered: what has a name, and what it chose before that name was taken away."""
        return {one for one in self.here(self.cible) if self.names.get(one)} | self.chosen(row)

    def pointed(self) -> set[str]:
        """Return the rows on screen that another one on screen has chosen."""
        return {other for row in self.here(self.liste) for other in self.chosen(row)}

    def gesture(self) -> None:
        """Do one gesture, where it can be done."""
        kind, liste = self.draw.choice(KINDS), self.draw.choice((self.liste, self.cible))
        rows = self.here(self.liste if kind == "cocher" else liste)
        if kind == "ajouter":
            self.act(kind, liste.code)
        elif kind == "remettre" and self.removed[liste.code]:
            row = self.draw.choice(self.removed[liste.code])
            self.removed[liste.code].remove(row)
            self.act(kind, liste.code, row)
        elif rows and kind != "remettre":
            getattr(self, f"_{kind}")(liste, self.draw.choice(rows))

    def _ecrire(self, liste: Liste, row: str, text: str | None = None) -> None:
        self.names[row] = f"Nom{len(self.told)}" if text is None else text
        self.act("ecrire", liste.code, row, [naming(liste), self.names[row]])

    def _vider(self, liste: Liste, row: str) -> None:
        self._ecrire(liste, row, "")

    def _monter(self, liste: Liste, row: str) -> None:
        self.act("monter", liste.code, row)

    def _cocher(self, _: Liste, row: str) -> None:
        offered = sorted(self.offered(row))
        if offered:
            other = self.draw.choice(offered)
            self.links ^= {(row, other)}
            self.act("cocher", self.liste.code, row, other)

    def _dupliquer(self, liste: Liste, row: str) -> None:
        before = {*self.here(liste)}
        chosen = self.chosen(row) if liste == self.liste else set()
        self.act("dupliquer", liste.code, row)
        copy = next(one for one in self.here(liste) if one not in before)
        self.names[copy] = self.names.get(row, "")
        self.links |= {(copy, other) for other in chosen}

    def _oter(self, liste: Liste, row: str) -> None:
        # What holds nothing and that nothing points to goes for good.
        if not self.names.get(row) and not self.chosen(row) and row not in self.pointed():
            self.links = {link for link in self.links if row not in link}
        else:
            self.removed[liste.code].append(row)
        self.act("oter", liste.code, row)

    def check(self) -> None:
        """Hold the screen against the model."""
        present = {*self.here(self.cible)}
        for row in self.here(self.liste):
            group = self.seen["groups"][f"{self.liste.code}/{row}/{self.champ}"]
            offered = {*group["offered"]}
            assert {*group["chosen"]} == self.chosen(row), self.told
            assert len(group["offered"]) == len(offered), self.told
            assert self.offered(row) <= offered <= present, self.told
            assert group["nothing"] == (not offered), self.told

    def values(self) -> dict[str, list[dict[str, Any]]]:
        """Return the rows that the file must hold."""
        pointed = self.pointed()
        cible = [
            {"id": row} | ({naming(self.cible): self.names[row]} if self.names.get(row) else {})
            for row in self.here(self.cible)
            if self.names.get(row) or row in pointed
        ]
        liste = [
            {"id": row}
            | ({naming(self.liste): self.names[row]} if self.names.get(row) else {})
            | ({self.champ: sorted(self.chosen(row))} if self.chosen(row) else {})
            for row in self.here(self.liste)
            if self.names.get(row) or self.chosen(row)
        ]
        return {code: rows for code, rows in ((self.liste.code, liste), (self.cible.code, cible)) if rows}
