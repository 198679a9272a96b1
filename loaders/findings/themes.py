"""Which themes a finding is about, by the words that `ontology/concepts.ttl` gives to each theme."""

from __future__ import annotations

import re
from functools import cache

import pyoxigraph as ox

from knowledge.terms import PREFIXES, slug_of
from knowledge.vocabulary import concepts

__all__ = ["themes_of"]

SKOS = PREFIXES["skos"]
LABELS = {f"<{SKOS}{name}>" for name in ("prefLabel", "altLabel", "hiddenLabel")}


def themes_of(words: str) -> tuple[str, ...]:
    """The slugs of the themes named in `words`, in the order of their first word."""
    pattern, slugs = _vocabulary()
    found = [slug for match in pattern.finditer(words) for slug in slugs[match[1].lower()]]
    return tuple(dict.fromkeys(found))


@cache
def _vocabulary() -> tuple[re.Pattern[str], dict[str, tuple[str, ...]]]:
    """One pattern for all labels, longest first, and the themes of each. A label of capitals is an acronym."""
    labels: dict[str, list[str]] = {}
    for quad in ox.parse("\n".join(concepts()), ox.RdfFormat.N_TRIPLES):
        if "/theme/" in str(quad.subject) and str(quad.predicate) in LABELS:
            assert isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode)
            labels.setdefault(quad.object.value.lower(), []).append(slug_of(quad.subject.value))
    words = "|".join(re.escape(label).replace(r"\ ", r"[\s-]+") for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?=\b({words})\w*)", re.I), {label: tuple(themes) for label, themes in labels.items()}
