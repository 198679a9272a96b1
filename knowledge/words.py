"""Words that carry nothing, and the concepts that words and acronyms name: read from the labels of `ontology/concepts.ttl`."""

from __future__ import annotations

import re
from functools import cache

import pyoxigraph as ox

from knowledge.vocabulary import ontology_text

__all__ = ["STOP", "expansions"]

SKOS = "http://www.w3.org/2004/02/skos/core#"
LABELS = {SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel")}
STOP = frozenset(
    """a an the and or of to in on for with by from at as is are was were be been being it its this that these those there their they them he she his her i my me we our
    you your has have had having do does did not no nor so if than then when where which who whom what how all any each both more most some such only own same too very can
    will would should could may might must shall into over under about between through during before after above below up down out off again further once also however
    force forces police report reports inspection inspectors inspectorate hmic hmicfrs identified identifies found finding findings highlighted states improve improves improvement improvements
    area areas need needs needed ensure ensures ensuring make makes made recommendation recommendations concern concerns issue issues letter chief constable""".split()
)


@cache
def expansions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each theme's slug with one pattern for all its labels and acronyms, as whole words in lower case."""
    labels: dict[str, set[str]] = {}
    for quad in ox.parse(ontology_text("concepts.ttl"), ox.RdfFormat.TURTLE):
        if quad.predicate.value in LABELS and "/id/theme/" in str(quad.subject):
            labels.setdefault(quad.subject.value.rsplit("/", 1)[-1], set()).add(quad.object.value.lower())
    return tuple((name, _pattern(found)) for name, found in sorted(labels.items()))


def _pattern(labels: set[str]) -> re.Pattern[str]:
    longest_first = sorted(labels, key=lambda label: (-len(label), label))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(label).replace(r"\ ", r"[\s-]+") for label in longest_first) + r")(?:s|es)?(?!\w)")
