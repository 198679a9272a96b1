"""Which findings a reader should set side by side: suggestions, each with what made it. A score orders the queue and proves nothing.

Within a force (or its alliance while it ran) and forward in time only, so that the cost follows the force and not the graph. What a
word or concept weighs comes from a frozen table, so that one more letter changes no score of another pair.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.index import Index
from knowledge.likeness import Profile, common, profile
from knowledge.precedence import may_precede, pools
from knowledge.thesaurus import matching_concepts
from knowledge.things import Finding, Recurrence

__all__ = ["PER_LATER", "SHARES", "Scoring", "Suggestion", "as_recurrence", "judged_pairs", "offered", "queue", "scored", "scoring"]

PER_LATER = 10
LEAST = 0.15  # below it two findings share next to nothing and no reader is asked; it says nothing of what stands above it
NAMED = 6  # words and concepts that a reason names at most
Shares = Mapping[str, float]
# Decision and evidence, by the ids of the earlier and the later finding.
Judged = dict[tuple[str, str], tuple[str, str]]
SHARES: Shares = {"words": 0.3, "concepts": 1.0, "themes": 0.2, "section": 0.1, "system": 0.1, "kind": 0.05}
Score = tuple[float, tuple[str, ...]]
Scoring = Callable[[Finding, Finding], Score]


@dataclass(frozen=True)
class Suggestion:
    """Two findings that may be the same shortcoming. `decision` and `evidence` where readers or a letter have spoken."""

    earlier: Finding
    later: Finding
    score: float
    reasons: tuple[str, ...]
    decision: str | None = None
    evidence: str | None = None


def scored(a: Profile, b: Profile, themes: tuple[Sequence[str], Sequence[str]], shares: Shares = SHARES) -> Score:
    """How alike two texts are in words, concepts and themes (their names), and why."""
    words, concepts = common(a.words, b.words), common(a.concepts, b.concepts)
    both = [name for name in themes[0] if name in themes[1]]
    parts = {
        "words": sum(words.values()),
        "concepts": sum(concepts.values()),
        "themes": len(both) / math.sqrt(len(themes[0]) * len(themes[1])) if both else 0.0,
    }
    return sum(shares[name] * part for name, part in parts.items()), _reasons(words, concepts, a, b, both)


def _reasons(words: Iterable[str], concepts: Iterable[str], a: Profile, b: Profile, themes: Iterable[str]) -> tuple[str, ...]:
    """What two texts share, the most telling first."""
    said = [b.said[word] for word in words]
    named = [matching_concepts()[slug].name for slug in concepts if slug in a.named and slug in b.named]
    near = [matching_concepts()[slug].name for slug in concepts if slug not in a.named or slug not in b.named]
    listed = (("both say", said), ("both speak of", named), ("both have to do with", near))
    return (*(f"{how} {', '.join(what[:NAMED])}" for how, what in listed if what), *(f"theme {name}" for name in themes))


def scoring(findings: Iterable[Finding], shares: Shares = SHARES, left_out: frozenset[str] = frozenset()) -> Scoring:
    """How to score two of these findings. `shares` says how much each part counts; concepts `left_out` are not looked for."""
    profiles = {finding.id: profile(finding.text, left_out) for finding in findings}

    def score(earlier: Finding, later: Finding) -> Score:
        themes = ([t.name for t in earlier.themes], [t.name for t in later.themes])
        much, reasons = scored(profiles[earlier.id], profiles[later.id], themes, shares)
        more, why = _beside_words(earlier, later, shares)
        return round(much + more, 4), reasons + why

    return score


def _beside_words(earlier: Finding, later: Finding, shares: Shares) -> Score:
    """What section, system and kind add. One kind is no reason by itself."""
    section = later.section if (earlier.section or "").casefold() == (later.section or "").casefold() else None
    systems = [system.name for system in earlier.waits_for if system in later.waits_for]
    more = shares["section"] * bool(section) + shares["system"] * bool(systems) + shares["kind"] * (earlier.kind == later.kind)
    return more, (*([f"section {section}"] if section else []), *(f"both wait for {name}" for name in systems))


def judged_pairs(index: Index) -> Judged:
    """Decision and evidence of each pair on which a reader or a letter has spoken; *different* is kept for ever."""
    found: Judged = {}
    for review in index.reviews:
        if review.earlier and review.later and review.stands and not review.superseded and review.decision != "unsure":
            pair = (review.earlier.id, review.later.id)
            refused = "different" in (review.decision, found.get(pair, ("",))[0])
            found[pair] = ("different" if refused else review.decision, "reviewed")
    for link in index.recurrences:
        found[link.earlier.id, link.later.id] = (link.relation, link.evidence)
    return found


def queue(index: Index, everything: bool = False, shares: Shares = SHARES) -> list[Suggestion]:
    """What nobody has decided, best score first; with `everything` the decided and asserted pairs too, marked, in the same order."""
    judged, rows = judged_pairs(index), []
    for laters, findings in pools(index):
        score = scoring(findings, shares)
        rows += [row for later in laters for row in offered(later, findings, judged, score, everything)]
    return sorted(rows, key=lambda s: (-s.score, s.later.id, s.earlier.id))


def offered(
    later: Finding, findings: Iterable[Finding], judged: Judged, score: Scoring, everything: bool = False, least: float = LEAST
) -> list[Suggestion]:
    """For a later finding the best `PER_LATER` that nobody has decided, and with `everything` all that somebody has; best first."""
    before = [e for e in findings if may_precede(e, later) or (e.id, later.id) in judged]
    made = [Suggestion(e, later, *score(e, later), *judged.get((e.id, later.id), (None, None))) for e in before]
    ranked = sorted(made, key=lambda s: (-s.score, s.earlier.id))
    open_ = [s for s in ranked if s.reasons and s.score >= least and not s.decision][:PER_LATER]
    return [s for s in ranked if s.decision or s in open_] if everything else open_


def as_recurrence(suggestion: Suggestion) -> Recurrence:
    """A suggestion as a link of the weakest evidence, for whoever asks for it: it may be the same shortcoming, nobody has judged."""
    s = suggestion
    name = f"suggested: {s.earlier.year} to {s.later.year}"
    return Recurrence(
        f"{s.earlier.id}+{s.later.id}", "", name, s.earlier, s.later, "repeated", "suggested", score=s.score, reasons=list(s.reasons)
    )
