"""Where quotes stand, how far two of them are the same words, and which belongs to which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

from loaders.letter import Document, Quote

__all__ = ["alike", "locate", "pair", "titles_alike"]

T = TypeVar("T")
SAME = 0.5  # characters in common, of the shorter of two quotes
FILLER = frozenset(re.findall(r"\w+", "a an and by for in into of on police report the to with"))


def locate(document: Document, words: str, start: int, end: int, near: int) -> Quote:
    """The occurrence of `words` in the letter that stands nearest to its neighbour. Raises `ValueError` if there is none."""
    found = [m.start() for m in re.finditer(re.escape(words), document.text[start:end])]
    if not found:
        raise ValueError(f"'{document.name}' does not hold '{words[:60]}' between {start} and {end}. Quote its exact words.")
    best = min(found, key=lambda at: abs(start + at - near)) + start
    return document.quote(best, best + len(words))


def alike(a: Quote, b: Quote) -> float:
    """0 unless they share half of the shorter; else the share of both that is common to both, never 0."""
    common = min(a.end, b.end) - max(a.start, b.start)
    shorter = min(a.end - a.start, b.end - b.start)
    if common <= 0 or common < SAME * shorter:
        return 0.0
    return common / (max(a.end, b.end) - min(a.start, b.start))


def titles_alike(a: str, b: str) -> float:
    """How many of the words that matter two titles share, of all they have."""
    first, second = _words(a), _words(b)
    if not first or not second:
        return 0.0
    return len(first & second) / min(len(first), len(second)) * (len(first & second) / len(first | second)) ** 0.25


def _words(title: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z0-9]+", re.sub("['’]", "", title.lower()))) - FILLER


def pair(expected: Sequence[T], found: Sequence[T], likeness: Callable[[T, T], float]) -> list[tuple[T, T]]:
    """One to one, the likest first; a likeness of 0 is no match."""
    every = [(likeness(a, b), i, j) for i, a in enumerate(expected) for j, b in enumerate(found)]
    pairs, first, second = [], set(), set()
    for score, i, j in sorted(every, key=lambda row: (-row[0], row[1], row[2])):
        if score > 0 and i not in first and j not in second:
            first.add(i), second.add(j)
            pairs.append((expected[i], found[j]))
    return pairs
