"""What is said in a lineage, beside its marks and lines: each on the side where nothing is in its way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from web.charts.placing import BOLD, Box, box, free, inside, overlap, width_of

__all__ = ["LEFT", "RIGHT", "Dot", "Link", "around", "way"]

LEFT, RIGHT = 24.0, 1048.0
CROWDED = 0.2  # of its own area: words that would be covered more than that are left to the table
Place = tuple[float, float]
Bends = tuple[Place, Place, Place, Place]
Label = tuple[float, float, str, str]
"""Middle, base, words, classes."""


@dataclass(frozen=True)
class Dot:
    """A finding. `day` is an ISO day; `sure` is false if only the year is known."""

    id: str
    kind: str
    later_only: bool
    day: str
    sure: bool
    words: str
    below: str
    about: bool = False


@dataclass(frozen=True)
class Link:
    """A judged or asserted link between two dots."""

    earlier: str
    later: str
    evidence: str
    relation: str
    checked: bool
    words: str


def _ends(a: Place, b: Place) -> tuple[Place, Place]:
    """Where a link leaves its earlier mark and meets its later one."""
    gap = 16 if b[0] - a[0] > 40 else 0
    level = a[1] == b[1]
    return (a[0] + gap, a[1]), (b[0] - (gap if level else gap / 2), b[1] - (0 if level else 10 if b[1] > a[1] else -10))


def _bends(a: Place, b: Place) -> Bends:
    """The four points of a link's curve: level at first, then to the other lane."""
    start, end = _ends(a, b)
    return start, ((a[0] + 3 * b[0]) / 4, a[1]), (b[0] - 30, a[1]), end


def way(a: Place, b: Place) -> str:
    """A link's path from one mark to another."""
    if a[1] == b[1]:
        (x1, y), (x2, _) = _ends(a, b)
        return f"M{x1:.0f} {y}H{x2:.0f}"
    (x1, y1), (x2, y2), (x3, y3), (x4, y4) = _bends(a, b)
    return f"M{x1:.0f} {y1}C{x2:.0f} {y2} {x3:.0f} {y3} {x4:.0f} {y4:.0f}"


def _at(bends: Bends, t: float) -> Place:
    """A point of a cubic curve."""
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return sum(s * p[0] for s, p in zip(shares, bends, strict=True)), sum(s * p[1] for s, p in zip(shares, bends, strict=True))


def _covered(a: Place, b: Place) -> Iterator[Box]:
    """What the line between two marks takes, in small boxes."""
    for i in range(25):
        x, y = _at(_bends(a, b), i / 24)
        yield x - 5, y - 5, x + 5, y + 5


def around(dots: list[Dot], links: list[Link], place: dict[str, Place]) -> list[Label]:
    """The words of every mark, those at most lines first, then of every line that has room for them."""
    ends = Counter(end for link in links for end in (link.earlier, link.later))
    taken = [(x - 16, y - 16, x + 16, y + 16) for x, y in place.values()]
    taken += [one for link in links for one in _covered(place[link.earlier], place[link.later])]
    labels: list[Label] = []
    for dot in sorted(dots, key=lambda dot: -ends[dot.id]):
        middle, base = _best(dot, place[dot.id], taken)
        labels += [(middle, base - 17, dot.words, "b mid"), (middle, base, dot.below, "q mid")]
        taken.append(box(middle, base, _width(dot), 2))
    for link in links:
        middle, base = _beside(link, place, taken)
        words = box(middle, base, width_of(link.words))
        if sum(overlap(words, other) for other in taken) <= CROWDED * overlap(words, words):
            labels.append((middle, base, link.words, "mid"))
            taken.append(words)
    return labels


def _width(dot: Dot) -> float:
    return max(width_of(dot.words, BOLD), width_of(dot.below))


def _best(dot: Dot, at: Place, taken: list[Box]) -> Place:
    """Above or below a mark, in its middle or to one side."""
    x, y = at
    width = _width(dot)
    aside = width / 2 - 10
    tries = [(inside(middle, width, LEFT, RIGHT), base) for middle in (x, x - aside, x + aside) for base in (y - 21, y + 45)]
    return tries[free((box(*one, width, 2) for one in tries), taken)]


def _beside(link: Link, place: dict[str, Place], taken: list[Box]) -> Place:
    """Above or below a line, near its middle; beside it where it is steep."""
    bends = _bends(place[link.earlier], place[link.later])
    points = [_at(bends, t) for t in (0.5, 0.35, 0.65, 0.2, 0.8)]
    width = width_of(link.words)
    tries = [(inside(x, width, LEFT, RIGHT), y + off) for x, y in points for off in (-9.0, 21.0)]
    tries += [(inside(x + side * (width / 2 + 10), width, LEFT, RIGHT), y + 5) for x, y in points for side in (1, -1)]
    return tries[free((box(*one, width) for one in tries), taken)]
