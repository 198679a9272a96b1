"""How good the suggestions are, on pairs that were judged, beside plain TF-IDF on the same set: `peelgraph evaluate recurrences`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from knowledge.index import Index
from knowledge.likeness import Profile, profile
from knowledge.precedence import pools
from knowledge.recurrence import LEAST, SHARES, Scoring, judged_pairs, offered, scored, scoring
from knowledge.thesaurus import touching
from knowledge.things import Finding
from loaders.findings.wording.themes import themes_of
from loaders.pairs import SAME, Pair
from loaders.scores_measure import Candidate, Measure, measure
from loaders.scores_tfidf import tfidf

__all__ = ["measures_of_index", "measures_of_pairs"]

OURS, WITHOUT, WORDS = "ours", "ours, theme left out", "ours, words alone"
BLIND = {**SHARES, "themes": 0.0}
BARE = {**BLIND, "concepts": 0.0}
Likeness = Callable[[str, str], float]
Lists = dict[str, list[Candidate]]


def measures_of_index(index: Index) -> list[Measure]:
    """Over the pairs that readers judged and letters assert, marks hidden from every score."""
    texts = {finding.text for finding in index.findings}
    return [
        measure(OURS, _lists(index, lambda later, findings: scoring(findings))),
        measure(WITHOUT, _lists(index, lambda later, findings: _without_theme(index, later, findings))),
        measure(WORDS, _lists(index, lambda later, findings: scoring(findings, BARE), 0.0)),
        *(measure(name, _lists(index, lambda later, findings, like=like: _by(like), 0.0)) for name, like in _plain(texts)),
    ]


def _plain(texts: set[str]) -> list[tuple[str, Likeness]]:
    return [(f"plain TF-IDF, {what}", tfidf(sorted(texts), what == "stems")) for what in ("words", "stems")]


def _lists(index: Index, way: Callable[[Finding, Sequence[Finding]], Scoring], least: float = LEAST) -> Lists:
    """For each later finding what would be put before a reader, scored in a way of its own; scores of other scales have no least one."""
    judged = judged_pairs(index)
    made = {
        later.id: offered(later, findings, judged, way(later, findings), True, least) for laters, findings in pools(index) for later in laters
    }
    return {later: [(row.score, row.decision) for row in rows] for later, rows in made.items()}


def _without_theme(index: Index, later: Finding, findings: Sequence[Finding]) -> Scoring:
    """Without the concepts that share a label with a theme of the later finding or of its true earlier ones, and without themes."""
    true = {earlier for (earlier, of), (decision, _) in judged_pairs(index).items() if of == later.id and decision in SAME}
    themes = {theme.slug for finding in (later, *(f for f in findings if f.id in true)) for theme in finding.themes}
    return scoring(findings, BLIND, touching(frozenset(themes)))


def _by(like: Likeness) -> Scoring:
    def score(earlier: Finding, later: Finding) -> tuple[float, tuple[str, ...]]:
        much = like(earlier.text, later.text)
        return much, ("likeness",) if much else ()

    return score


def measures_of_pairs(pairs: Sequence[Pair]) -> list[Measure]:
    """Every different earlier text of a file ranked for each later one that has a true one. Themes are read from the words."""
    texts = {text for pair in pairs for text in (pair.earlier, pair.later)}
    whole, bare = _ours(SHARES, frozenset()), _ours(BARE, frozenset())
    ways: list[tuple[str, Callable[[str], Likeness]]] = [
        (OURS, lambda later: whole),
        (WITHOUT, lambda later: _ours(BLIND, touching(_themes(pairs, later)))),
        (WORDS, lambda later: bare),
        *((name, lambda later, like=like: like) for name, like in _plain(texts)),
    ]
    return [measure(name, _pool(pairs, way)) for name, way in ways]


def _themes(pairs: Sequence[Pair], later: str) -> frozenset[str]:
    """The themes of a later text and of its true earlier ones."""
    true = (pair.earlier for pair in pairs if pair.later == later and pair.judgement in SAME)
    return frozenset(theme for text in (later, *true) for theme in themes_of(text))


def _ours(shares: dict[str, float], left_out: frozenset[str]) -> Likeness:
    @cache
    def read(text: str) -> tuple[Profile, tuple[str, ...]]:
        return profile(text, left_out), themes_of(text) if shares["themes"] else ()

    def like(a: str, b: str) -> float:
        (one, themes), (other, others) = read(a), read(b)
        return scored(one, other, (themes, others), shares)[0]

    return like


def _pool(pairs: Sequence[Pair], way: Callable[[str], Likeness]) -> Lists:
    judged = {(pair.earlier, pair.later): pair.judgement for pair in pairs}
    pool = list(dict.fromkeys(pair.earlier for pair in pairs))
    laters = dict.fromkeys(pair.later for pair in pairs if pair.judgement in SAME)
    return {later: [(like(text, later), judged.get((text, later))) for text in pool] for later in laters for like in [way(later)]}
