"""A page cut down to what can be read again: of the elements of one shape the first is shown, the others are told."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
# What tells two elements of a page apart, beside their tags.
SHAPE = re.compile(r"class|type|data-(?:nature|genre|etat|voix|action|champ|panneau)")


@dataclass
class Noeud:
    """An element of a page: its shape, the lines that it begins and ends on, what it holds."""

    shape: str
    first: int
    column: int
    last: int = 0
    children: list[Noeud] = field(default_factory=list)

    def signature(self) -> tuple[object, ...]:
        """Return its shape with those of what it holds, whatever their number."""
        return (self.shape, tuple(sorted({child.signature() for child in self.children}, key=repr)))


class Arbre(HTMLParser):
    """The elements of a page, with their lines."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.racine = Noeud("", 0, 0)
        self.ouverts = [self.racine]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        shape = " ".join([tag, *(f"{name}={value}" for name, value in attrs if SHAPE.fullmatch(name))])
        line, column = self.getpos()
        noeud = Noeud(shape, line, column, line)
        self.ouverts[-1].children.append(noeud)
        if tag not in VOID:
            self.ouverts.append(noeud)

    def handle_endtag(self, tag: str) -> None:
        """Close the last element of that name, and what was left open in it."""
        names = [noeud.shape.split(" ", 1)[0] for noeud in self.ouverts]
        if tag in names:
            depth = len(names) - 1 - names[::-1].index(tag)
            self.ouverts[depth].last = self.getpos()[0]
            del self.ouverts[depth:]


def reduced(text: str) -> str:
    """Return the page without the blocks whose shape was shown already, each told by « (…) », nor the JSON it carries."""
    arbre = Arbre()
    arbre.feed(text)
    lines = text.splitlines()
    shown: set[tuple[object, ...]] = set()
    gone: set[int] = set()

    def visit(noeud: Noeud) -> None:
        for child in noeud.children:
            own = range(child.first, child.last + 1)
            alone = not lines[child.first - 1][: child.column].strip() and len(own) > 1
            if alone and child.signature() in shown:
                gone.update(own)
            else:
                shown.add(child.signature())
                visit(child)

    visit(arbre.racine)
    kept = ["(…)" if number in gone else line for number, line in enumerate(lines, 1) if line.strip()]
    short = re.sub(
        r"(<script type=\"application/json\"[^>]*>).*?(</script>)", r"\1(…)\2", "\n".join(kept), flags=re.DOTALL
    )
    return re.sub(r"\(…\)(\s*\(…\))+", "(…)", short) + "\n"
