"""Which findings a reader should set side by side: suggestions, each with what made it. A score orders the queue and proves nothing.

Within a force (or its alliance while it ran) and forward in time only, so that the cost follows the force and not the graph.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from knowledge import dates
from knowledge.index import Index
from knowledge.things import Finding, Recurrence
from knowledge.words import STOP, expansions

__all__ = ["PER_LATER", "SHARES", "Suggestion", "as_recurrence", "queue"]

PER_LATER = 10
TOKEN = re.compile(r"[a-z0-9]+")
SUFFIXES = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ed", "es", "s", "ly", "e")
Shares = Mapping[str, float]
# Decision and evidence, by the ids of the earlier and the later finding.
Judged = dict[tuple[str, str], tuple[str, str]]
SHARES: Shares = {"words": 1.0, "concepts": 0.9, "themes": 0.35, "system": 0.1}
KINDRED = 0.05


@dataclass(frozen=True)
class Suggestion:
    """Two findings that may be the same shortcoming. `decision` and `evidence` where readers or a letter have spoken."""

    earlier: Finding
    later: Finding
    score: float
    reasons: tuple[str, ...]
    decision: str | None = None
    evidence: str | None = None


def stem(word: str) -> str:
    """The word without its ending, at least four letters of it."""
    ending = next((s for s in SUFFIXES if word.endswith(s) and len(word) - len(s) >= 4), "")
    return word[: len(word) - len(ending)]


@cache
def terms(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stems of a text's content words, and the concepts that its words and acronyms name."""
    plain = text.lower().replace("’", "'")
    stems = frozenset(stem(word) for word in TOKEN.findall(plain) if word not in STOP and len(word) > 2)
    return stems, frozenset(concept for concept, pattern in expansions() if pattern.search(plain))


class Weights:
    """How much a shared word or concept tells: rarer ones more. Counted within a force, so that one letter never costs the graph."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        held = [terms(finding.text) for finding in findings]
        self.total = len(held) + 1
        self.words = Counter(word for stems, _ in held for word in stems)
        self.concepts = Counter(name for _, names in held for name in names)

    def of(self, counts: Counter[str], names: Iterable[str]) -> float:
        """The summed inverse document frequency of some words or concepts."""
        return sum(math.log(1 + self.total / (1 + counts[name])) for name in names)

    def share(self, counts: Counter[str], a: frozenset[str], b: frozenset[str]) -> float:
        """From 0 to 1: how much of what either says both say."""
        both = self.of(counts, a & b)
        return both / math.sqrt(self.of(counts, a) * self.of(counts, b)) if both else 0.0


def _score(weights: Weights, earlier: Finding, later: Finding, shares: Shares) -> tuple[float, tuple[str, ...]]:
    (words_a, names_a), (words_b, names_b) = terms(earlier.text), terms(later.text)
    themes = [t.name for t in earlier.themes if t in later.themes]
    systems = [s.name for s in earlier.waits_for if s in later.waits_for]
    parts = {
        "words": weights.share(weights.words, words_a, words_b),
        "concepts": weights.share(weights.concepts, names_a, names_b),
        "themes": len(themes) / math.sqrt(len(earlier.themes) * len(later.themes)) if themes else 0.0,
        "system": float(bool(systems)),
    }
    score = sum(shares[name] * part for name, part in parts.items()) + KINDRED * (earlier.kind == later.kind)
    reasons = [f"both say {', '.join(sorted(words_a & words_b))}"] if words_a & words_b else []
    reasons += [f"both speak of {', '.join(sorted(names_a & names_b))}"] if names_a & names_b else []
    reasons += [f"theme {name}" for name in themes] + [f"both wait for {name}" for name in systems]
    return round(score, 4), tuple(reasons)


def _day(finding: Finding) -> tuple[bool, str, str]:
    report = finding.report
    if report and (report.inspected or report.published):
        return dates.order(report.inspected or report.published)
    return dates.order(str(finding.year) if finding.year else None)


def _may_precede(earlier: Finding, later: Finding) -> bool:
    """Forward in time, not within one report."""
    if earlier is later or later in earlier.same_as or (earlier.report is later.report and earlier.report is not None):
        return False
    (no_a, a, _), (no_b, _, b) = _day(earlier), _day(later)
    return not no_a and not no_b and a <= b and (a, earlier.id) != (b, later.id)


def _groups(index: Index) -> dict[str, list[Finding]]:
    """Findings by force; the forces of an alliance share a group. A finding of no known force is in none."""
    partner = {force.id: min(m[0].id for m in alliance.members) for alliance in index.alliances for force, _, _ in alliance.members}
    groups: dict[str, list[Finding]] = defaultdict(list)
    for finding in index.findings:
        if finding.force:
            groups[partner.get(finding.force.id, finding.force.id)].append(finding)
    return groups


def _judged(index: Index) -> Judged:
    """Decision and evidence of each pair on which a reader or a letter has spoken; *different* is kept for ever."""
    found: Judged = {}
    for review in index.reviews:
        if review.earlier and review.later and review.stands and not review.superseded and review.decision != "unsure":
            pair = (review.earlier.id, review.later.id)
            found[pair] = (
                ("different", "reviewed") if "different" in (review.decision, found.get(pair, ("",))[0]) else (review.decision, "reviewed")
            )
    for link in index.recurrences:
        found[link.earlier.id, link.later.id] = (link.relation, link.evidence)
    return found


def _ranked(later: Finding, findings: Iterable[Finding], weights: Weights, shares: Shares) -> list[Suggestion]:
    """Every earlier finding that has anything in common with a later one, best first."""
    scored = ((earlier, *_score(weights, earlier, later, shares)) for earlier in findings if _may_precede(earlier, later))
    return sorted(
        (Suggestion(earlier, later, score, reasons) for earlier, score, reasons in scored if reasons),
        key=lambda s: (-s.score, s.earlier.id),
    )


def queue(index: Index, everything: bool = False, shares: Shares = SHARES) -> list[Suggestion]:
    """What nobody has decided, best score first; with `everything` the decided and asserted pairs too, marked, in the same order.

    `shares` says how much each part of a score counts.
    """
    judged = _judged(index)
    rows = [row for findings in _groups(index).values() for row in _of_group(findings, judged, everything, shares)]
    return sorted(rows, key=lambda s: (-s.score, s.later.id, s.earlier.id))


def _of_group(findings: list[Finding], judged: Judged, everything: bool, shares: Shares) -> Iterator[Suggestion]:
    """A force's rows: for each later finding the best `PER_LATER` that nobody has decided, and with `everything` all that somebody has."""
    weights = Weights(findings)
    for later in findings:
        ranked = _ranked(later, findings, weights, shares)
        open_, decided = [s for s in ranked if (s.earlier.id, later.id) not in judged], {s.earlier.id: s for s in ranked}
        yield from open_[:PER_LATER]
        for earlier in _judged_before(later, findings, judged) if everything else ():
            row = decided.get(earlier.id) or Suggestion(earlier, later, *_score(weights, earlier, later, shares))
            decision, evidence = judged[earlier.id, later.id]
            yield replace(row, decision=decision, evidence=evidence)


def _judged_before(later: Finding, findings: Iterable[Finding], judged: Judged) -> list[Finding]:
    """The findings that somebody has set beside a later one."""
    return [earlier for earlier in findings if (earlier.id, later.id) in judged]


def as_recurrence(suggestion: Suggestion) -> Recurrence:
    """A suggestion as a link of the weakest evidence, for whoever asks for it: it may be the same shortcoming, nobody has judged."""
    s = suggestion
    name = f"suggested: {s.earlier.year} to {s.later.year}"
    return Recurrence(
        f"{s.earlier.id}+{s.later.id}", "", name, s.earlier, s.later, "repeated", "suggested", score=s.score, reasons=list(s.reasons)
    )
