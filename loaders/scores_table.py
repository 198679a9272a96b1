"""The figures on suggestions, as a table for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from knowledge.agreement import Agreement, agreement
from knowledge.frequencies import frequencies
from knowledge.index import Index
from knowledge.recurrence import PER_LATER
from loaders.pairs import Pair
from loaders.scores import measures_of_index, measures_of_pairs
from loaders.scores_measure import MINUTES, PLACES, Measure

__all__ = ["report_of_index", "report_of_pairs"]

SHIPPED = "Pairs that readers judged and letters assert in this graph, on which words and concepts were also chosen."
WHOLE = "All different earlier texts of the file, ranked for each later text that has a true earlier one."
NOTE = "Marks are hidden from every score; a tie counts as its middle place; most pairs put before a reader nobody has judged."


def report_of_index(index: Index, format_: str = "table") -> str:
    """How good the suggestions are on this graph, and how far its readers agree."""
    return _report(SHIPPED, measures_of_index(index), agreement(index.reviews), format_)


def report_of_pairs(pairs: Sequence[Pair], format_: str = "table") -> str:
    """How good the suggestions are on a file of pairs."""
    return _report(WHOLE, measures_of_pairs(pairs), [], format_)


def _report(on: str, measures: Sequence[Measure], agreed: Sequence[Agreement], format_: str) -> str:
    if format_ == "json":
        return json.dumps(_json(on, measures, agreed), ensure_ascii=False, indent=1) + "\n"
    head = f"{'':<22}{'later':>6}" + "".join(f"{f'at {k}':>7}" for k in PLACES) + f"{'MRR':>7}{'different above':>17}{'precision':>11}{'minutes':>9}"
    ends = [
        f"Later: later findings with a true earlier one. At k: how many of them have it within k. Precision: true ones among the first {PER_LATER} "
        f"of each list. Minutes: reading for each true pair, if a pair takes {MINUTES} (assumed).",
        f"{on} {NOTE} Word weights: table {frequencies().version}.",
    ]
    return "\n".join([head, *map(_line, measures), *map(_agreed, agreed), *ends]) + "\n"


def _line(one: Measure) -> str:
    recall = "".join(f"{one.recall(k):>7.3f}" for k in PLACES)
    above = f"{one.above} of {one.different}"
    return f"{one.name:<22}{len(one.places):>6}{recall}{one.reciprocal:>7.3f}{above:>17}{one.precision:>11.3f}{one.minutes:>9.0f}"


def _agreed(one: Agreement) -> str:
    readers = " and ".join(f"{name} ({kind})" for name, kind in zip(one.readers, one.kinds, strict=True))
    kappa = "chance alone would make them agree" if one.kappa is None else f"Cohen's kappa is {one.kappa:.3f}"
    return f"{readers} agree on {one.agreed} of {one.pairs} pairs; {kappa}."


def _json(on: str, measures: Sequence[Measure], agreed: Sequence[Agreement]) -> dict[str, Any]:
    return {
        "measured_on": on,
        "notes": NOTE,
        "word_weights": frequencies().version,
        "suggestions_for_each": PER_LATER,
        "minutes_for_a_pair": MINUTES,
        "ways": [_way(one) for one in measures],
        "agreement": [
            {"readers": one.readers, "kinds": one.kinds, "pairs": one.pairs, "agreed": one.agreed, "kappa": one.kappa} for one in agreed
        ],
    }


def _way(one: Measure) -> dict[str, Any]:
    return {
        "name": one.name,
        "later": len(one.places),
        "recall": {str(k): round(one.recall(k), 3) for k in PLACES},
        "mrr": round(one.reciprocal, 3),
        "different": one.different,
        "different_above": one.above,
        "shown": one.shown,
        "judged": one.judged,
        "confirmed": one.confirmed,
        "precision": round(one.precision, 3),
        "minutes_for_a_confirmed_pair": round(one.minutes, 1),
    }
