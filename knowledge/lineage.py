"""Which findings are joined, and by which path: CONTRACT section 4's rules over judged and asserted links.

A pair on which readers gave a judgement has its relation and evidence from them; any other is joined by a path of links that are
repeated, narrowed or widened. Pure: plain values in, plain values out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge import dates
from knowledge.reviews import SAME

__all__ = ["EVIDENCE", "THRESHOLDS", "Joined", "Link", "backward", "in_circles", "strength", "work_out"]

EVIDENCE = ("inspectorate", "letter", "reviewed", "suggested")
THRESHOLDS = EVIDENCE[:3]
RELATION_RANK = {"repeated": 0, "narrowed": 1, "widened": 1, "related": 2}
Pair = tuple[str, str]
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """A judged or asserted step from one finding to a later one. `persons` and `programs` are the readers who accepted it."""

    earlier: str
    later: str
    relation: str
    evidence: str
    judged: bool = False
    persons: frozenset[str] = field(default=frozenset())
    programs: frozenset[str] = field(default=frozenset())

    @property
    def pair(self) -> Pair:
        return (self.earlier, self.later)


@dataclass(frozen=True, slots=True)
class Joined:
    """Two findings that are joined at a threshold of evidence. `path` is the best path, from finding to finding."""

    earlier: str
    later: str
    relation: str
    evidence: str
    at_least: str
    path: Path
    persons: int = 0
    programs: int = 0


def strength(link: Link) -> tuple[int, int]:
    """What a link is worth: relation first, then evidence; smaller is stronger."""
    return (RELATION_RANK[link.relation], EVIDENCE.index(link.evidence))


def backward(earlier: str | None, later: str | None) -> bool:
    """Whether what is called earlier certainly came after what is called later."""
    if earlier is None or later is None:
        return False
    first, last = dates.interval(earlier)[0], dates.interval(later)[1]
    return first is not None and last is not None and first > last


def in_circles(links: Iterable[Link]) -> set[Pair]:
    """The pairs of links that lead back to where they start: their order in time is not known, so no path may use them."""
    graph = _steps(links)
    component = _components(graph)
    return {(a, b) for a, after in graph.items() for b in after if component[a] == component[b]}


def _components(graph: Mapping[str, list[str]]) -> dict[str, int]:
    """Strongly connected components (Kosaraju), without recursion: chains may be long."""
    order: list[str] = []
    seen: set[str] = set()
    for root in graph:
        _walk(graph, root, seen, order)
    back: dict[str, list[str]] = defaultdict(list)
    for a, after in graph.items():
        for b in after:
            back[b].append(a)
    component: dict[str, int] = {}
    done: set[str] = set()
    for number, root in enumerate(reversed(order)):
        found: list[str] = []
        _walk(back, root, done, found)
        component.update(dict.fromkeys(found, number))
    return component


def _walk(graph: Mapping[str, list[str]], root: str, seen: set[str], order: list[str]) -> None:
    """Append what can be reached from `root` and is not in `seen` to `order`, what was left last at the end."""
    if root in seen:
        return
    seen.add(root)
    stack = [(root, iter(graph.get(root, ())))]
    while stack:
        step = next((b for b in stack[-1][1] if b not in seen), None)
        if step is None:
            order.append(stack.pop()[0])
            continue
        seen.add(step)
        stack.append((step, iter(graph.get(step, ()))))


def _steps(links: Iterable[Link]) -> dict[str, list[str]]:
    steps: dict[str, list[str]] = defaultdict(list)
    for link in links:
        steps[link.earlier].append(link.later)
        steps.setdefault(link.later, [])
    return {a: sorted(steps[a]) for a in sorted(steps)}


def best_paths(links: Collection[Link]) -> dict[Pair, Path]:
    """The best path between every two findings that links join.

    A path is worth its weakest link; of equals the one with more links, then the one whose first differing id is smaller. So: links
    of the best worth alone first, then with the next worth added; a pair keeps the path of the first round that joins it.
    """
    best: dict[Pair, Path] = {}
    for worth in sorted({strength(link) for link in links}):
        usable = [link for link in links if strength(link) <= worth]
        for pair, path in _longest_paths(_steps(usable)).items():
            best.setdefault(pair, path)
    return best


def _longest_paths(steps: dict[str, list[str]]) -> dict[Pair, Path]:
    """The path of most links between every two ends, the smallest ids among equals; `steps` has no circle."""
    order: list[str] = []
    seen: set[str] = set()
    for root in steps:
        _walk(steps, root, seen, order)
    ahead: dict[str, dict[str, Path]] = {}
    for start in order:  # what lies ahead comes first
        ahead[start] = reached = {}
        for step in steps[start]:
            for end, path in [(step, (step,)), *ahead[step].items()]:
                candidate = (start, *path)
                held = reached.get(end)
                if held is None or (-len(candidate), candidate) < (-len(held), held):
                    reached[end] = candidate
    return {(start, end): path for start, reached in ahead.items() for end, path in reached.items()}


def work_out(
    links: Collection[Link],
    refused: Collection[Pair] = (),
    dated: Mapping[str, str | None] | None = None,
    thresholds: Iterable[str] = THRESHOLDS,
) -> list[Joined]:
    """Every joined pair at every threshold of evidence, in order of threshold, earlier, later.

    `refused` are pairs that a reader called different, joined by nothing; `dated` the EDTF dates of findings, so that no path ends
    before it begins.
    """
    circles = in_circles(links)
    joined = [row for at_least in thresholds for row in _at(at_least, links, set(refused), circles, dated or {})]
    return sorted(joined, key=lambda row: (EVIDENCE.index(row.at_least), row.earlier, row.later))


def _at(
    at_least: str, links: Collection[Link], refused: set[Pair], circles: set[Pair], dated: Mapping[str, str | None]
) -> Iterator[Joined]:
    strong = [link for link in links if EVIDENCE.index(link.evidence) <= EVIDENCE.index(at_least)]
    direct = {link.pair: link for link in strong}
    judged = {link.pair for link in links if link.judged}
    paths = best_paths([link for link in strong if link.relation in SAME and link.pair not in circles])
    for pair in sorted(paths.keys() | direct.keys()):
        link = direct.get(pair)
        barred = pair in refused or pair in judged or backward(dated.get(pair[0]), dated.get(pair[1]))
        if link is None and barred:
            continue
        path = paths.get(pair, pair)
        steps = [direct[step] for step in pairwise(path)]
        yield _joined(pair, link if link and link.judged else max(steps, key=strength), at_least, path, steps)


def _joined(pair: Pair, decides: Link, at_least: str, path: Path, steps: list[Link]) -> Joined:
    """The row of a pair; `decides` is the link that gives relation and evidence: the judged one, else the path's weakest."""
    reviewed = [step for step in steps if step.evidence == "reviewed"]
    persons, programs = (_all_of([getattr(step, kind) for step in reviewed]) for kind in ("persons", "programs"))
    return Joined(*pair, decides.relation, decides.evidence, at_least, path, persons, programs)


def _all_of(readers: list[frozenset[str]]) -> int:
    """How many accepted every one."""
    return len(frozenset.intersection(*readers)) if readers else 0
