"""How alike two texts are in words and in concepts, and what makes them so. Nothing here depends on any third text."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.frequencies import CONCEPT, WORD, frequencies
from knowledge.thesaurus import concepts_in, matching_concepts
from knowledge.words import content

__all__ = ["Profile", "common", "profile"]

BROADER = 0.4  # what a hit on a broader concept counts, beside one on the concept itself
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Profile:
    """A text as two vectors of length one. `said` has each stem as the text has it, `named` the concepts that it names itself."""

    words: Weights
    concepts: Weights
    said: Mapping[str, str]
    named: frozenset[str]


def profile(text: str, left_out: frozenset[str] = frozenset()) -> Profile:
    """The profile of a text; concepts `left_out` are not looked for."""
    said, named = content(text), concepts_in(text) - left_out
    about = {broad: BROADER for slug in named for broad in matching_concepts()[slug].broader if broad not in left_out}
    return Profile(_unit(WORD, dict.fromkeys(said, 1.0)), _unit(CONCEPT, about | dict.fromkeys(named, 1.0)), said, named)


def _unit(kind: str, found: Weights) -> Weights:
    weighed = {name: much * _weight(kind, name) for name, much in found.items()}
    length = math.sqrt(sum(much * much for much in weighed.values()))
    return {name: much / length for name, much in sorted(weighed.items())} if length else {}


@cache
def _weight(kind: str, name: str) -> float:
    return frequencies().weight(kind, name)


def common(a: Weights, b: Weights) -> dict[str, float]:
    """What two unit vectors share, each with its part of their cosine, the most telling first."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    parts = {name: much * large[name] for name, much in small.items() if name in large}
    return dict(sorted(parts.items(), key=lambda part: (-part[1], part[0])))
