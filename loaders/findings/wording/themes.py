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
    acronyms, phrases, slugs = _vocabulary()
    found = [(m.start(), m[1]) for m in acronyms.finditer(words)] + [(m.start(), m[1].lower()) for m in phrases.finditer(words)]
    return tuple(dict.fromkeys(slug for _, label in sorted(found) for slug in slugs[re.sub(r"[\s-]+", " ", label)]))


@cache
def _vocabulary() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, tuple[str, ...]]]:
    """Acronyms as they are written, other labels in either case, and the themes of each; the longest label counts."""
    labels: dict[str, list[str]] = {}
    for quad in ox.parse("\n".join(concepts()), ox.RdfFormat.N_TRIPLES):
        if "/theme/" in str(quad.subject) and str(quad.predicate) in LABELS:
            assert isinstance(quad.object, ox.Literal) and isinstance(quad.subject, ox.NamedNode)
            label = re.sub(r"[\s-]+", " ", quad.object.value)
            labels.setdefault(label if _is_acronym(label) else label.lower(), []).append(slug_of(quad.subject.value))
    acronyms = [label for label in labels if _is_acronym(label)]
    phrases = [label for label in labels if not _is_acronym(label)]
    return _pattern(acronyms, 0), _pattern(phrases, re.I), {label: tuple(themes) for label, themes in labels.items()}


def _is_acronym(label: str) -> bool:
    return sum(c.isupper() for c in label) >= 2 and " " not in label


def _pattern(labels: list[str], flags: int) -> re.Pattern[str]:
    words = "|".join(re.escape(label).replace(r"\ ", r"[\s-]+") for label in sorted(labels, key=len, reverse=True))
    return re.compile(rf"(?=\b({words})(?:s|'s)?\b)", flags)
