"""Which findings a passage is about: shared words, weighed by how few findings have them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from loaders.findings.wording.cues import content_words

__all__ = ["Likeness", "stems"]

ENDING = re.compile(r"(?:ations?|ings?|ments?|edly|ed|es|s|ers?|ion|ally|ly|ies|y|e|al|iant|ive|ance|ence|ity)$")
ABBREVIATION = re.compile(r"\b([a-z][a-z&/ -]{4,60}?) \(([a-z&]{2,6})s?\)")
TWICE = re.compile(r"([bdglmnprt])\1$")  # cancelling, cancel
COMMON = 20  # a word of more findings than this tells none of them apart


@lru_cache(maxsize=4096)  # a letter's findings are likened to each of its claims and answers
def stems(text: str) -> frozenset[str]:
    """The content words of `text` without their endings, so that `allocates` meets `allocation`."""
    return frozenset(_stem(word) for word in content_words(text))


def _stem(word: str) -> str:
    return TWICE.sub(r"\1", ENDING.sub("", word))[:7] if len(word) > 4 else word


class Likeness:
    """Compares passages with the findings of one letter, by their places in `findings`; it knows the abbreviations that the letter explains."""

    def __init__(self, text: str, findings: Sequence[str]) -> None:
        self.short = {match[2]: match[1] for match in ABBREVIATION.finditer(text.lower())}
        self.having: dict[str, list[int]] = defaultdict(list)
        for i, words in enumerate(findings):
            for stem in self.stems(words):
                self.having[stem].append(i)

    def stems(self, text: str) -> frozenset[str]:
        """The stems of `text` and of what its abbreviations stand for."""
        words = content_words(text)
        parts = " ".join(word.replace("-", " ") for word in words if "-" in word)
        return stems(text) | stems(parts) | frozenset(stem for word in words for stem in stems(self.short.get(word.rstrip("s"), "")))

    def scores(self, passage: str, among: Iterable[int]) -> dict[int, float]:
        """How like each finding of `among` the passage is; 1 for one word that no other finding has."""
        found = dict.fromkeys(among, 0.0)
        for stem in sorted(self.stems(passage)):
            having = self.having.get(stem, ())
            for i in having if len(having) <= COMMON else ():
                if i in found:
                    found[i] += 1.0 / len(having)
        return found
