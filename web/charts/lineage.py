"""One shortcoming through the years: a mark for each finding, a lane for each strand, words on every line."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from web.charts.lineage_labels import LEFT, RIGHT, Dot, Link, around, way
from web.charts.marks import shape, tick_at
from web.charts.strokes import line_class
from web.charts.svg import chart, element, group, line, text
from web.charts.time import Scale, Span, bracket, stagger

__all__ = ["Answered", "Dot", "Link", "lineage"]

LANE, APART = 118.0, 40.0


@dataclass(frozen=True)
class Answered:
    """What a letter of `day` answered, in words."""

    day: str
    words: str


def lineage(dots: list[Dot], links: list[Link], answers: list[Answered], commissioners: list[Span]) -> Markup:
    """`dots` in order of time. Each takes the lane of the finding it continues, if nobody else has."""
    days = [dot.day for dot in dots] + [answer.day for answer in answers]
    scale = Scale(int(min(days)[:4]), int(max(days)[:4]), LEFT, RIGHT)
    lanes = _lanes(dots, links)
    place = _places(dots, lanes, scale)
    foot = 56 + LANE * (max(lanes.values()) + 1) - 30
    labels = around(dots, links, place)
    drawn = [part for link in links for part in _link(link, place)]
    drawn += [part for dot in dots for part in _dot(dot, place[dot.id], scale)]
    drawn.append(group(*(text(x, y, words, class_) for x, y, words, class_ in labels), class_="halo"))
    below, y = _below(answers, commissioners, scale, foot)
    hairs = [line(x, 8, x, y, "hair") for _, x, _ in scale.years()]
    return chart(
        1072, y + 36, "The finding through the years", f"{len(dots)} findings and {len(links)} links; the table below says the same.",
        *hairs, *drawn, *below, *scale.axis(y),
    )  # fmt: skip


def _lanes(dots: list[Dot], links: list[Link]) -> dict[str, int]:
    """A lane for each dot: that of the strongest link's earlier finding, if that is the last of its lane."""
    lanes: dict[str, int] = {}
    last: list[str] = []
    for dot in dots:
        before = [link.earlier for link in links if link.later == dot.id and link.relation != "related" and link.earlier in lanes]
        lane = next((lanes[earlier] for earlier in before if last[lanes[earlier]] == earlier), len(last))
        last[lane : lane + 1] = [dot.id]
        lanes[dot.id] = lane
    return lanes


def _places(dots: list[Dot], lanes: dict[str, int], scale: Scale) -> dict[str, tuple[float, float]]:
    """Each dot at its day and on its lane; two of one lane never touch."""
    place: dict[str, tuple[float, float]] = {}
    last: dict[int, float] = {}
    for dot in dots:
        lane = lanes[dot.id]
        last[lane] = min(max(scale.at(dot.day), last.get(lane, 0.0) + APART), RIGHT)
        place[dot.id] = (last[lane], 56 + LANE * lane)
    return place


def _dot(dot: Dot, at: tuple[float, float], scale: Scale) -> list[Markup]:
    x, y = at
    whisker = []
    if not dot.sure:
        year = int(dot.day[:4])
        whisker = [line(scale.at(f"{year}-01-01") + 4, y, x - 12, y, "dots"), line(x + 12, y, scale.at(f"{year}-12-31") - 4, y, "dots")]
    ring = [element("circle", cx=x, cy=y, r=14, class_="glyph")] if dot.about else []
    return [*whisker, *ring, shape(dot.kind, dot.later_only, x, y, 9.2)]


def _link(link: Link, place: dict[str, tuple[float, float]]) -> list[Markup]:
    """A level line, or a curve that joins another lane near its end."""
    (x1, y1), (x2, _) = place[link.earlier], place[link.later]
    ring = [tick_at((x1 + x2) / 2, y1)] if link.checked else []
    return [element("path", d=way(place[link.earlier], place[link.later]), class_=line_class(link.evidence, link.relation, big=True)), *ring]


def _below(answers: list[Answered], commissioners: list[Span], scale: Scale, y: float) -> tuple[list[Markup], float]:
    """What was answered, at the date of the letter, and who the commissioner was."""
    drawn: list[Markup] = []
    if answers:
        extents = [_extent(scale.at(answer.day), answer.words) for answer in answers]
        rows = stagger(extents)
        drawn.append(text(LEFT, y, "What the commissioner answered", "q3"))
        for answer, row, (start, _) in zip(answers, rows, extents, strict=True):
            drawn.append(_answer(answer, scale.at(answer.day), y + 20 + 22 * row, start))
        y += 46 + 22 * max(rows)
    if commissioners:
        drawn += [text(LEFT, y, "Commissioner", "q3"), *(part for span in commissioners for part in bracket(scale, span, y + 20))]
        y += 40
    return drawn, y + 8


def _extent(x: float, words: str) -> tuple[float, float]:
    width = 22 + 7.2 * len(words)
    return (x - width, x + 8) if x + width > RIGHT else (x - 8, x + width)


def _answer(answer: Answered, x: float, y: float, start: float) -> Markup:
    page = element("path", d="M-5 -7H3L7 -3V7H-5Z", class_="m", transform=f"translate({x:.1f} {y})")
    return group(page, text(x - 14, y + 5, answer.words, "end") if start < x - 20 else text(x + 14, y + 5, answer.words))
