"""Where the true earlier finding stands in a ranked list, and what the list costs whoever reads it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from knowledge.recurrence import PER_LATER
from loaders.pairs import SAME

__all__ = ["MINUTES", "PLACES", "Candidate", "Measure", "measure"]

PLACES = (1, 3, 5, 10)
MINUTES = 1.5  # assumed for reading one pair with its surroundings; nobody has timed it
Candidate = tuple[float, str | None]  # score, and how the pair was judged, if it was


@dataclass(frozen=True)
class Measure:
    """One way of ranking over the later findings that have a true earlier one. A tie counts as its middle place."""

    name: str
    places: tuple[float, ...]
    different: int  # pairs judged different, beside a true one of the same later finding
    above: int  # those of them that stand above it
    shown: int  # pairs among the first PER_LATER of each list
    judged: int  # of these, judged by anybody
    confirmed: int  # of these, true

    def recall(self, place: int) -> float:
        """The share of later findings whose true earlier one stands within the first `place`."""
        return sum(at <= place for at in self.places) / max(1, len(self.places))

    @property
    def reciprocal(self) -> float:
        """Mean reciprocal rank."""
        return sum(1 / at for at in self.places) / max(1, len(self.places))

    @property
    def precision(self) -> float:
        """The share of true pairs among all that are put before a reader, of whom most nobody has judged."""
        return self.confirmed / max(1, self.shown)

    @property
    def minutes(self) -> float:
        """Minutes of reading for each true pair, at `MINUTES` a pair."""
        return self.shown * MINUTES / max(1, self.confirmed)


def measure(name: str, lists: Mapping[str, Sequence[Candidate]]) -> Measure:
    """Over a list of candidates for each later finding; lists without a true pair count for what is put before a reader alone."""
    true = [candidates for candidates in lists.values() if any(judged in SAME for _, judged in candidates)]
    competing = [pair for candidates in true for pair in _competing(candidates)]
    top = [judged for candidates in lists.values() for _, judged in sorted(candidates, key=lambda c: -c[0])[:PER_LATER]]
    places = tuple(_place(candidates) for candidates in true)
    return Measure(name, places, len(competing), sum(competing), len(top), sum(map(bool, top)), sum(judged in SAME for judged in top))


def _place(candidates: Sequence[Candidate]) -> float:
    """The place of the best true pair, the middle one among pairs of the same score that are not true."""
    best = max(score for score, judged in candidates if judged in SAME)
    others = [score for score, judged in candidates if judged not in SAME]
    return 1 + sum(score > best for score in others) + sum(score == best for score in others) / 2


def _competing(candidates: Sequence[Candidate]) -> list[bool]:
    """Whether each pair judged different stands above some true one."""
    least = min(score for score, judged in candidates if judged in SAME)
    return [score > least for score, judged in candidates if judged == "different"]
