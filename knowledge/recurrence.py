"""Which findings a reader should set side by side: suggestions, each with what made it. A score orders the queue and proves nothing.

Within a force (or its alliance while it ran) and forward in time only, so that the cost follows the force and not the graph. What a
word or concept weighs comes from a frozen table, so that one more letter changes no score of another pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from knowledge.index import Index
from knowledge.pool import Pool
from knowledge.precedence import may_precede, pools
from knowledge.things import Finding, Recurrence

__all__ = ["LEAST", "PER_LATER", "Suggestion", "as_recurrence", "judged_pairs", "offered", "queue"]

PER_LATER = 10
LEAST = 0.15  # below it two findings share next to nothing and no reader is asked; it says nothing of what stands above it
# Decision and evidence, by the ids of the earlier and the later finding.
Judged = dict[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Suggestion:
    """Two findings that may be the same shortcoming. `decision` and `evidence` where readers or a letter have spoken."""

    earlier: Finding
    later: Finding
    score: float
    reasons: tuple[str, ...]
    decision: str | None = None
    evidence: str | None = None


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


def queue(index: Index, everything: bool = False) -> list[Suggestion]:
    """What nobody has decided, best score first; with `everything` the decided and asserted pairs too, marked, in the same order."""
    judged, rows = judged_pairs(index), []
    for laters, findings in pools(index):
        pool = Pool(findings)
        for later in laters:
            scores = pool.scores(later)
            rows += [_suggestion(pool, e, later, scores, judged) for e in offered(later, pool.findings, judged, scores, everything)]
    if everything:
        rows += _judged_elsewhere(index, judged, {(row.earlier.id, row.later.id) for row in rows})
    return sorted(rows, key=lambda s: (-s.score, s.later.id, s.earlier.id))


def _judged_elsewhere(index: Index, judged: Judged, listed: set[tuple[str, str]]) -> Iterator[Suggestion]:
    """What somebody has judged of two forces that were no partners, or of a force that is not known: nobody would have been asked."""
    for pair in judged.keys() - listed:
        earlier, later = (index.get(iri, "finding") for iri in pair)
        if earlier and later:
            pool = Pool([earlier])
            yield _suggestion(pool, earlier, later, pool.scores(later), judged)


def _suggestion(pool: Pool, earlier: Finding, later: Finding, scores: Mapping[str, float], judged: Judged) -> Suggestion:
    said = judged.get((earlier.id, later.id), (None, None))
    return Suggestion(earlier, later, scores.get(earlier.id, 0.0), pool.reasons(earlier, later), *said)


def offered(
    later: Finding,
    findings: Mapping[str, Finding],
    judged: Judged,
    scores: Mapping[str, float],
    everything: bool = False,
    least: float = LEAST,
) -> list[Finding]:
    """For a later finding the best `PER_LATER` that nobody has decided, and with `everything` all that somebody has; best first."""
    ranked = sorted((iri for iri, score in scores.items() if score >= least), key=lambda iri: (-scores[iri], iri))
    open_ = list(islice((findings[iri] for iri in ranked if _is_open(findings[iri], later, judged)), PER_LATER))
    if not everything:
        return open_
    decided = [earlier for earlier in findings.values() if (earlier.id, later.id) in judged]
    return sorted([*open_, *decided], key=lambda earlier: (-scores.get(earlier.id, 0.0), earlier.id))


def _is_open(earlier: Finding, later: Finding, judged: Judged) -> bool:
    """Whoever judged two findings of one month or year has judged them whichever of them is called the earlier."""
    return judged.keys().isdisjoint({(earlier.id, later.id), (later.id, earlier.id)}) and may_precede(earlier, later)


def as_recurrence(suggestion: Suggestion) -> Recurrence:
    """A suggestion as a link of the weakest evidence, for whoever asks for it: it may be the same shortcoming, nobody has judged."""
    s = suggestion
    name = f"suggested: {s.earlier.year} to {s.later.year}"
    return Recurrence(
        f"{s.earlier.id}+{s.later.id}", "", name, s.earlier, s.later, "repeated", "suggested", score=s.score, reasons=list(s.reasons)
    )
