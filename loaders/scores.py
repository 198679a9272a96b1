"""How good the suggestions are, on pairs that were judged, beside plain TF-IDF on the same set: `peelgraph evaluate recurrences`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from knowledge.index import Index
from knowledge.pool import SHARES, Pool
from knowledge.precedence import pools
from knowledge.recurrence import LEAST, judged_pairs, offered
from knowledge.thesaurus import touching
from knowledge.things import Finding, Theme
from loaders.findings.wording.themes import themes_of
from loaders.pairs import SAME, Pair
from loaders.scores_measure import Candidate, Measure, measure
from loaders.scores_tfidf import tfidf

__all__ = ["measures_of_index", "measures_of_pairs"]

OURS, WITHOUT, WORDS = "ours", "ours, theme left out", "ours, words alone"
BLIND = {**SHARES, "themes": 0.0}
BARE = {**BLIND, "concepts": 0.0, "kind": 0.0}
Scores = Mapping[str, float]
# From a force's findings to the scores of each of them beside a later one, by id.
Way = Callable[[Sequence[Finding]], Callable[[Finding], Scores]]
True_ = Callable[[Finding], Iterable[Finding]]


def _ways(texts: Iterable[str], true: True_) -> list[tuple[str, Way, float]]:
    """Every way of ranking that is measured, with the least score that is put before a reader; other scales have none."""
    found: list[tuple[str, Way, float]] = [
        (OURS, lambda findings: Pool(findings).scores, LEAST),
        (WITHOUT, lambda findings: lambda later: _without_theme(findings, later, true(later)), LEAST),
        (WORDS, lambda findings: Pool(findings, BARE).scores, 0.0),
    ]
    for what in ("words", "stems"):
        like = tfidf(sorted(texts), what == "stems")
        found.append((f"plain TF-IDF, {what}", lambda findings, like=like: lambda later: _alike(like, findings, later), 0.0))
    return found


def _without_theme(findings: Sequence[Finding], later: Finding, true: Iterable[Finding]) -> Scores:
    """Without the concepts that share a label with a theme of the later finding or of its true earlier ones, and without themes."""
    themes = frozenset(theme.slug for finding in (later, *true) for theme in finding.themes)
    return Pool(findings, BLIND, touching(themes)).scores(later)


def _alike(like: Callable[[str, str], float], findings: Iterable[Finding], later: Finding) -> Scores:
    found = {finding.id: like(finding.text, later.text) for finding in findings if finding.id != later.id}
    return {iri: much for iri, much in found.items() if much}


def measures_of_index(index: Index) -> list[Measure]:
    """Over the pairs that readers judged and letters assert, marks hidden from every score."""
    judged = judged_pairs(index)
    held = {finding.id: finding for finding in index.findings}

    def true(later: Finding) -> list[Finding]:
        return [held[earlier] for (earlier, of), (decision, _) in judged.items() if of == later.id and decision in SAME]

    made = []
    for name, way, least in _ways({finding.text for finding in index.findings}, true):
        lists: dict[str, list[Candidate]] = {}
        for laters, findings in pools(index):
            scores_of, by_id = way(findings), {finding.id: finding for finding in findings}
            for later in laters:
                scores = scores_of(later)
                shown = offered(later, by_id, judged, scores, True, least)
                lists[later.id] = [(scores.get(e.id, 0.0), judged.get((e.id, later.id), (None,))[0]) for e in shown]
        made.append(measure(name, lists))
    return made


def measures_of_pairs(pairs: Sequence[Pair]) -> list[Measure]:
    """Every different earlier text of a file ranked for each later one that has a true one. Themes are read from the words."""
    found = {text: _finding(text) for pair in pairs for text in (pair.earlier, pair.later)}
    pool = [found[text] for text in dict.fromkeys(pair.earlier for pair in pairs)]
    laters = [found[text] for text in dict.fromkeys(pair.later for pair in pairs if pair.judgement in SAME)]
    judged = {(pair.earlier, pair.later): pair.judgement for pair in pairs}

    def true(later: Finding) -> list[Finding]:
        return [found[pair.earlier] for pair in pairs if pair.later == later.id and pair.judgement in SAME]

    made = []
    for name, way, _ in _ways(found, true):
        scores_of = way(pool)
        lists = {later.id: _candidates(pool, later, scores_of(later), judged) for later in laters}
        made.append(measure(name, lists))
    return made


def _finding(text: str) -> Finding:
    """A finding of nothing but words."""
    return Finding(text, "", "", text=text, themes=[Theme(slug, slug, slug) for slug in themes_of(text)])


def _candidates(pool: Iterable[Finding], later: Finding, scores: Scores, judged: Mapping[tuple[str, str], str]) -> list[Candidate]:
    return [(scores.get(finding.id, 0.0), judged.get((finding.id, later.id))) for finding in pool]
