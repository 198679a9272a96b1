"""What was read in a letter, as marks in its text: nested where they nest, cut where they cross."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup, escape

from knowledge import things

__all__ = ["Mark", "keyed", "marked"]

WORDS = {"f": "Finding", "a": "Answer", "g": "Grade", "c": "Claim", "n": "Number"}


@dataclass(frozen=True)
class Mark:
    """A stretch with its key: `F6` from `start` to `end`. `thing` is what was read; `first` is false for the rest of a cut stretch."""

    kind: str
    number: int
    start: int
    end: int
    thing: Any
    first: bool = True

    @property
    def key(self) -> str:
        return f"{self.kind.upper()}{self.number}"


def keyed(letter: things.Letter) -> list[Mark]:
    """Every stretch of a letter, numbered by kind in order of place."""
    kinds: dict[str, list[Any]] = {"f": letter.findings, "a": letter.responses, "g": letter.judgements, "c": letter.claims, "n": letter.counts}
    marks = []
    for kind, found in kinds.items():
        placed = sorted((one for one in found if one.quote), key=lambda one: (one.quote.start, -one.quote.end, one.id))
        marks += [Mark(kind, n, one.quote.start, one.quote.end, one) for n, one in enumerate(placed, 1)]
    return sorted(marks, key=lambda mark: (mark.start, -mark.end, "cnagf".index(mark.kind), mark.number))


def nested(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The stretches inside `start` to `end`, those that cross another cut at the crossing, in order of nesting."""
    waiting = [replace(m, start=max(m.start, start), end=min(m.end, end), first=m.start >= start) for m in marks if m.start < end and start < m.end]
    done: list[Mark] = []
    while waiting:
        waiting.sort(key=lambda mark: (mark.start, -mark.end))
        mark = waiting.pop(0)
        outer = [other for other in done if other.start <= mark.start < other.end < mark.end]
        if outer:
            cut = min(other.end for other in outer)
            waiting.append(replace(mark, start=cut, first=False))
            mark = replace(mark, end=cut)
        done.append(mark)
    return done


def marked(text: str, source: str, marks: Iterable[Mark], start: int, end: int, taken: set[str]) -> Markup:
    """A paragraph with its marks. `taken` are the anchors given away already on this page: each is given once."""
    return Markup("").join(_parts(text, source, nested(marks, start, end), start, end, taken))


def _parts(text: str, source: str, inside: list[Mark], start: int, end: int, taken: set[str]) -> Iterator[Markup]:
    """Words and marks in turn; a mark's own inside is made the same way."""
    place, rest = start, inside
    while rest:
        mark, rest = rest[0], rest[1:]
        within = [other for other in rest if other.start >= mark.start and other.end <= mark.end and other.start < mark.end]
        rest = [other for other in rest if other not in within]
        yield escape(text[place : mark.start])
        yield _mark(source, mark, Markup("").join(_parts(text, source, within, mark.start, mark.end, taken)), taken)
        place = mark.end
    yield escape(text[place:end])


def _mark(source: str, mark: Mark, inner: Markup, taken: set[str]) -> Markup:
    """The key before the words and, for those who listen, an end after them; only the words carry the place."""
    anchor = f"c{mark.thing.quote.start}-{mark.thing.quote.end}"
    given = Markup("") if anchor in taken or not mark.first else Markup(' id="{}"').format(anchor)
    taken.add(anchor)
    word = WORDS[mark.kind] + ("" if mark.first else ", continued,")
    return Markup(
        '<a class="chip chip-{k} ours" href="#n-{key}"><span class="vh">{word} </span>{key}</a>'
        '<mark class="k k-{k}"{anchor} data-source="{source}" data-start="{start}" data-end="{end}">{inner}</mark>'
        '<span class="vh ours"> end of {key} </span>'
    ).format(k=mark.kind, key=mark.key, word=word, anchor=given, source=source, start=mark.start, end=mark.end, inner=inner)
