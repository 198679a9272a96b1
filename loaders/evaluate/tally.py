"""The counting of one letter: right, missed, made up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from loaders.evaluate.examples import Annotated
from loaders.evaluate.scores import Miss, Score, Scores

__all__ = ["Tally"]

T = TypeVar("T")


class Tally:
    """Adds to the scores of one letter, and remembers each miss with its words."""

    def __init__(self, annotated: Annotated, scores: Scores) -> None:
        self.annotated, self.scores = annotated, scores

    def right(self, field: str, times: int = 1) -> None:
        self.scores.add(self.annotated.role, field, Score(right=times))

    def missed(self, field: str, text: str) -> None:
        self._miss(field, "missed", text, Score(missed=1))

    def invented(self, field: str, text: str) -> None:
        self._miss(field, "invented", text, Score(invented=1))

    def _miss(self, field: str, what: str, text: str, score: Score) -> None:
        self.scores.add(self.annotated.role, field, score)
        self.scores.misses.append(Miss(self.annotated.name, field, what, text))

    def rest(self, field: str, expected: Sequence[T], found: Sequence[T], pairs: list[tuple[T, T]], words: Callable[[T], str]) -> None:
        """What has no counterpart: missed on one side, made up on the other."""
        for left in expected:
            if not any(left is a for a, _ in pairs):
                self.missed(field, words(left))
        for left in found:
            if not any(left is b for _, b in pairs):
                self.invented(field, words(left))

    def value(self, field: str, expected: str | None, found: str | None, fine: bool) -> None:
        """A field with one value: right, or missed and perhaps another made up."""
        if fine:
            return self.right(field) if expected else None
        if expected:
            self.missed(field, f"{expected} (read: {found})")
        return self.invented(field, f"{found} (right: {expected})") if found else None
