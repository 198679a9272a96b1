"""How good the suggestions are, on pairs that readers have judged, beside plain TF-IDF on the same set: `peelgraph evaluate recurrences`."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

from knowledge import recurrence
from knowledge.agreement import agreement
from knowledge.index import Index
from knowledge.recurrence import SHARES, TOKEN, Suggestion, queue
from knowledge.things import Finding
from knowledge.words import STOP

__all__ = ["recurrence_table"]

SAME = {"repeated", "narrowed", "widened"}
MINUTES = 1.5
Ranked = dict[str, list[Suggestion]]


def _by_later(rows: list[Suggestion]) -> Ranked:
    found: Ranked = {}
    for row in rows:
        found.setdefault(row.later.id, []).append(row)
    return found


def _ranks(ranked: Ranked) -> list[int]:
    """The place of the best true earlier finding, for each later finding that has one."""
    return [min(n for n, row in enumerate(rows, 1) if row.decision in SAME) for rows in ranked.values() if any(r.decision in SAME for r in rows)]


def _above(ranked: Ranked) -> int:
    """Pairs marked *different* above a true pair with the same later finding."""
    return sum(1 for rows in ranked.values() for n, row in enumerate(rows) if row.decision == "different" and any(r.decision in SAME for r in rows[n + 1 :]))


def _plain(rows: list[Suggestion]) -> list[Suggestion]:
    """The same pairs in the order of cosine likeness of TF-IDF over single words, nothing expanded."""
    findings = {f.id: f for row in rows for f in (row.earlier, row.later)}
    bags = {iri: Counter(w for w in TOKEN.findall(f.text.lower()) if w not in STOP) for iri, f in findings.items()}
    seen = Counter(word for bag in bags.values() for word in bag)
    weight = {word: math.log((1 + len(bags)) / (1 + n)) + 1 for word, n in seen.items()}

    def cosine(a: Finding, b: Finding) -> float:
        x, y = bags[a.id], bags[b.id]
        norm = math.sqrt(sum((x[w] * weight[w]) ** 2 for w in x) * sum((y[w] * weight[w]) ** 2 for w in y))
        return sum(x[w] * y[w] * weight[w] ** 2 for w in x if w in y) / norm if norm else 0.0

    return sorted(rows, key=lambda row: -cosine(row.earlier, row.later))


def agreement_lines(index: Index) -> list[str]:
    """How far every two readers agree on the pairs that both judged, a line each."""
    return [
        f"{' and '.join(f'{name} ({kind})' for name, kind in zip(one.readers, one.kinds, strict=True))} agree on {one.agreed} of {one.pairs} pairs"
        + (f"; Cohen's kappa is {one.kappa:.3f}." if one.kappa is not None else "; chance alone would make them agree.")
        for one in agreement(index.reviews)
    ]


def recurrence_table(index: Index) -> str:
    """Recall at 1, 3, 5, 10, mean reciprocal rank, wrong order of *different* pairs, minutes of reading for a confirmed link; then how far readers agree."""
    rows = queue(index, True)
    orders: dict[str, Callable[[], list[Suggestion]]] = {"ours": lambda: rows, "ours, no concepts": lambda: queue(index, True, {**SHARES, "concepts": 0.0, "themes": 0.0}), "plain TF-IDF": lambda: _plain(rows)}
    lines = [f"{'':<20}{'found':>6}" + "".join(f"{f'within {k}':>10}" for k in (1, 3, 5, 10)) + f"{'MRR':>8}{'different above':>17}"]
    for name, order in orders.items():
        ranked = _by_later(order())
        ranks = _ranks(ranked)
        recall = "".join(f"{sum(r <= k for r in ranks):>10}" for k in (1, 3, 5, 10))
        lines.append(f"{name:<20}{len(ranks):>6}{recall}{sum(1 / r for r in ranks) / max(1, len(ranks)):>8.3f}{_above(ranked):>17}")
    offered = [row for found in _by_later(rows).values() for row in found[: recurrence.PER_LATER] if found]
    true = sum(row.decision in SAME for row in offered)
    lines.append(f"Of {len(offered)} pairs put before a reader {true} are confirmed; at {MINUTES} minutes a pair that is {len(offered) * MINUTES / max(1, true):.0f} minutes for each.")
    lines += agreement_lines(index)
    return "\n".join(lines) + "\nMeasured on pairs that two programs judged in the shipped letters, on which the concepts were also chosen; marks are hidden from the score.\n"
