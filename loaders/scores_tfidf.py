"""Plain TF-IDF on the same texts, to stand beside every figure of ours: nothing expanded, no concept, no theme."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable

from knowledge.words import STOP, stem, tokens

__all__ = ["tfidf"]


def tfidf(texts: Iterable[str], stems: bool) -> Callable[[str, str], float]:
    """Cosine likeness of two of these texts, weights fitted on all of them; over words or over their stems."""
    bags = {text: Counter(stem(word) if stems else word for word in tokens(text) if word not in STOP) for text in texts}
    seen = Counter(word for bag in bags.values() for word in bag)
    rare = {word: math.log((1 + len(bags)) / (1 + n)) + 1 for word, n in seen.items()}
    vectors = {text: {word: n * rare[word] for word, n in bag.items()} for text, bag in bags.items()}
    lengths = {text: math.sqrt(sum(much * much for much in vector.values())) for text, vector in vectors.items()}

    def cosine(a: str, b: str) -> float:
        x, y = vectors[a], vectors[b]
        return sum(x[w] * y[w] for w in x if w in y) / (lengths[a] * lengths[b]) if lengths[a] and lengths[b] else 0.0

    return cosine
