"""What a text is about, for suggestions alone: the concepts of `ontology/matching.ttl` whose labels stand in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from knowledge.registers.rows import ThemeRow
from knowledge.registers.themes import read_themes
from knowledge.terms import PREFIXES, thing
from knowledge.vocabulary import ONTOLOGY, OntologyError, ontology_triples
from knowledge.words import SMALL, STOP, stem, tokens

__all__ = ["Concept", "concepts_in", "matching_concepts", "touching"]

FILE = "matching.ttl"
SKOS = PREFIXES["skos"]
LABELS = {SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel")}
TELLING_NOTHING = (STOP - SMALL) | {"no", "not", "too"}
OTHERS_BETWEEN = 1  # further words that may stand between the first and the last word of a label


@dataclass(slots=True)
class Concept:
    """One matter or kind of shortcoming; `broader` are the slugs of what it is a part of."""

    slug: str
    name: str = ""
    labels: list[str] = field(default_factory=list)
    broader: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Label:
    """The stems of a label. Words that tell count in any order; with a word that tells nothing by itself they stand as the label has them."""

    concept: str
    stems: tuple[str, ...]
    content: frozenset[str]
    stands_as_it_is: bool


@cache
def matching_concepts() -> dict[str, Concept]:
    """Every concept for matching, by slug. Raises `OntologyError`."""
    start = thing("concept", "matching-")
    found: dict[str, Concept] = {}
    for triple in ontology_triples(FILE):
        if triple.subject.value.startswith(start):
            slug = triple.subject.value.removeprefix(start)
            _take(found.setdefault(slug, Concept(slug)), triple.predicate.value.removeprefix(SKOS), triple.object.value, start)
    if unknown := sorted({broad for made in found.values() for broad in made.broader} - {slug for slug, made in found.items() if made.name}):
        raise OntologyError(f"'{ONTOLOGY / FILE}' says that something is narrower than '{unknown[0]}', which has no name there. Give it a skos:prefLabel.")
    return found


def _take(made: Concept, said: str, value: str, start: str) -> None:
    if SKOS + said in LABELS:
        made.labels.append(value)
    if said == "prefLabel":
        made.name = value
    if said == "broader":
        made.broader.append(value.removeprefix(start))


def _label(slug: str, text: str) -> Label:
    words = tokens(text)
    stems = tuple(map(stem, words))
    content = frozenset(stems) - SMALL
    return Label(slug, stems, content, len(content) == 1 < len(stems) or bool(TELLING_NOTHING.intersection(words)))


@cache
def _by_stem() -> dict[str, list[Label]]:
    """Labels by the longest of their stems, so that a text is read once."""
    found: dict[str, list[Label]] = defaultdict(list)
    for made in matching_concepts().values():
        for label in {_label(made.slug, text) for text in made.labels}:
            if label.content:
                found[max(label.content, key=lambda word: (len(word), word))].append(label)
    return found


@lru_cache(maxsize=16_384)
def concepts_in(text: str) -> frozenset[str]:
    """The slugs of the concepts that a text names."""
    every = [stem(word) for word in tokens(text)]
    places: dict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(word for word in every if word not in SMALL):
        places[word].append(place)
    line = f" {' '.join(every)} "
    labels = _by_stem()
    return frozenset(label.concept for word in places for label in labels.get(word, ()) if _stands(label, word, places, line))


def _stands(label: Label, word: str, places: dict[str, list[int]], line: str) -> bool:
    if label.stands_as_it_is:
        return f" {' '.join(label.stems)} " in line
    if not label.content <= places.keys():
        return False
    reach = len(label.content) + OTHERS_BETWEEN
    return any(all(any(abs(at - other) <= reach for other in places[near]) for near in label.content) for at in places[word])


@cache
def touching(themes: frozenset[str]) -> frozenset[str]:
    """The concepts that have a label in common with one of these themes (by slug), for measuring without them."""
    theirs = {_label("", text).content for theme in read_themes() if theme.slug in themes for text in _labels(theme)}
    return frozenset(c.slug for c in matching_concepts().values() if theirs & {_label("", text).content for text in c.labels})


def _labels(theme: ThemeRow) -> Iterable[str]:
    return (theme.label, *theme.aliases, *theme.hidden)
