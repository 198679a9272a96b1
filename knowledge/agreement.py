"""How far readers agree on the pairs that both judged: Cohen's kappa, by kind of reader."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from knowledge.things import Review

__all__ = ["Agreement", "agreement", "kappa"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two readers over the pairs that both judged. `kappa` is none where chance alone would make them agree always."""

    readers: tuple[str, str]
    kinds: tuple[str, str]
    pairs: int
    agreed: int
    kappa: float | None


def agreement(reviews: Iterable[Review]) -> list[Agreement]:
    """Every two readers with a pair in common, by kind: persons with persons first, then persons with programs, then programs."""
    kinds: dict[str, str] = {}
    judged: dict[str, dict[Pair, str]] = {}
    for review in sorted(reviews, key=lambda r: (r.date, r.id)):
        if review.stands and not review.superseded and review.earlier and review.later:
            kinds[review.reviewer] = review.reviewer_kind
            judged.setdefault(review.reviewer, {})[(review.earlier.id, review.later.id)] = review.decision
    found = [_of(a, b, kinds, judged) for a, b in combinations(sorted(judged), 2) if judged[a].keys() & judged[b].keys()]
    return sorted(found, key=lambda one: (one.kinds, one.readers))


def _of(a: str, b: str, kinds: dict[str, str], judged: dict[str, dict[Pair, str]]) -> Agreement:
    first, second = sorted((a, b), key=lambda name: (kinds[name], name))
    both = sorted(judged[a].keys() & judged[b].keys())
    decisions = [(judged[first][pair], judged[second][pair]) for pair in both]
    agreed = sum(x == y for x, y in decisions)
    return Agreement((first, second), (kinds[first], kinds[second]), len(both), agreed, kappa(decisions))


def kappa(decisions: list[tuple[str, str]]) -> float | None:
    """Agreement beyond chance: (observed - expected) / (1 - expected)."""
    total = len(decisions)
    ours, theirs = (Counter(side) for side in zip(*decisions, strict=True))
    observed = sum(a == b for a, b in decisions) / total
    expected = sum(ours[word] * theirs[word] for word in ours) / total**2
    return None if expected == 1 else round((observed - expected) / (1 - expected), 3)
