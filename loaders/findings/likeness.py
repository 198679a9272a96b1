"""Which findings a passage is about: shared words, weighed by how few findings have them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from loaders.findings.cues import content_words

__all__ = ["Likeness", "stems"]

ENDING = re.compile(r"(?:ations?|ations|ings?|ments?|edly|ed|es|s|ers?|ion|ally|ly|ies|y|e|al|ive|ance|ence|ity)$")
ABBREVIATION = re.compile(r"\b([a-z][a-z&/ -]{4,60}?) \(([a-z&]{2,6})s?\)")


def stems(text: str) -> frozenset[str]:
    """The content words of `text` without their endings, so that `allocates` meets `allocation`."""
    return frozenset(_stem(word) for word in content_words(text))


def _stem(word: str) -> str:
    return ENDING.sub("", word)[:7] if len(word) > 4 else word


class Likeness:
    """Compares passages with the findings of one letter. `expanded` knows the abbreviations that the letter explains."""

    def __init__(self, text: str, findings: Sequence[str]) -> None:
        self.short = {match[2]: match[1] for match in ABBREVIATION.finditer(text.lower())}
        self.findings = [stems(self.expanded(words)) for words in findings]
        self.spread = Counter(stem for words in self.findings for stem in words)

    def expanded(self, text: str) -> str:
        low = text.lower()
        return low + " " + " ".join(long for short, long in self.short.items() if re.search(rf"\b{re.escape(short)}s?\b", low))

    def scores(self, passage: str) -> list[float]:
        """How like each finding the passage is; 1 for one word that no other finding has."""
        words = stems(self.expanded(passage))
        return [sum(1.0 / self.spread[stem] for stem in words & own) for own in self.findings]
