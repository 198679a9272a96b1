"""Findings of one force, held by what they share, so that setting one beside all the others costs what they have in common."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from knowledge.likeness import Profile, common, profile
from knowledge.thesaurus import matching_concepts
from knowledge.things import Finding

__all__ = ["SHARES", "Pool"]

NAMED = 6  # words and concepts that a reason names at most
Shares = Mapping[str, float]
Part = tuple[str, str, float]  # what kind of thing, which one, how much of the finding it is
SHARES: Shares = {"words": 0.3, "concepts": 1.0, "themes": 0.2, "section": 0.1, "systems": 0.1, "kind": 0.05}


class Pool:
    """`shares` says how much each part of a score counts; concepts `left_out` are not looked for."""

    def __init__(self, findings: Iterable[Finding], shares: Shares = SHARES, left_out: frozenset[str] = frozenset()) -> None:
        self.findings = {finding.id: finding for finding in findings}
        self.shares, self.left_out = shares, left_out
        self._profiles = {finding.id: profile(finding.text, left_out) for finding in self.findings.values()}
        self._sharing: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
        for finding in self.findings.values():
            for part, name, much in self._parts(finding):
                self._sharing[part, name].append((finding.id, much))

    def _profile(self, finding: Finding) -> Profile:
        return self._profiles.get(finding.id) or profile(finding.text, self.left_out)

    def _parts(self, finding: Finding) -> Iterator[Part]:
        """The parts that count, each with its share of the finding."""
        own = self._profile(finding)
        parts: dict[str, Mapping[str, float]] = {
            "words": own.words,
            "concepts": own.concepts,
            "themes": _evenly(theme.name for theme in finding.themes),
            "section": _evenly([finding.section.casefold()] if finding.section else []),
            "systems": _evenly(system.name for system in finding.waits_for),
        }
        for part, names in parts.items():
            if self.shares[part]:
                yield from ((part, name, much) for name, much in names.items())

    def scores(self, later: Finding) -> dict[str, float]:
        """How alike each finding that has anything in common with this one is to it, by id. One kind alone is nothing in common."""
        found: dict[str, float] = defaultdict(float)
        for part, name, much in self._parts(later):
            weight = self.shares[part] * much
            for iri, theirs in self._sharing.get((part, name), ()):
                found[iri] += weight * theirs
        return {iri: round(score + self._of_kind(iri, later), 4) for iri, score in found.items() if iri != later.id}

    def _of_kind(self, iri: str, later: Finding) -> float:
        return self.shares["kind"] * (self.findings[iri].kind == later.kind)

    def reasons(self, earlier: Finding, later: Finding) -> tuple[str, ...]:
        """What two findings share, the most telling first."""
        a, b = self._profile(earlier), self._profile(later)
        concepts = common(a.concepts, b.concepts)
        listed = {
            "both say": [b.said[word] for word in common(a.words, b.words)],
            "both speak of": [matching_concepts()[slug].name for slug in concepts if slug in a.named and slug in b.named],
            "both have to do with": [matching_concepts()[slug].name for slug in concepts if slug not in a.named or slug not in b.named],
        }
        return (*(f"{how} {', '.join(what[:NAMED])}" for how, what in listed.items() if what), *_other_reasons(earlier, later))


def _evenly(names: Iterable[str]) -> dict[str, float]:
    """Each name with its part of a vector of length one."""
    held = dict.fromkeys(names)
    return dict.fromkeys(held, 1 / math.sqrt(len(held))) if held else {}


def _other_reasons(earlier: Finding, later: Finding) -> list[str]:
    same = earlier.section and later.section and earlier.section.casefold() == later.section.casefold()
    themes = [f"theme {theme.name}" for theme in earlier.themes if theme in later.themes]
    return themes + [f"section {later.section}"] * bool(same) + [f"both wait for {s.name}" for s in earlier.waits_for if s in later.waits_for]
