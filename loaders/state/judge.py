"""What readers and letters together say of a pair: CONTRACT's rules of evidence, without a word about graphs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.lineage import Link
from knowledge.reviews import SAME, ReviewRow

__all__ = ["Judged", "Pair", "Verdict", "decide", "supersede"]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Judged:
    """A review with the findings (or the report) that it is about. Only one that counts decides anything."""

    row: ReviewRow
    earlier: str
    later: str
    stands: bool = True
    superseded: bool = False

    @property
    def counts(self) -> bool:
        """Whether it is the reader's last word and its passages are as they were read."""
        return self.stands and not self.superseded


@dataclass(frozen=True, slots=True)
class Verdict:
    """A link, if there is one, and whether a reader refused the pair: then no path joins it either."""

    link: Link | None
    refused: bool = False


def supersede(judged: Iterable[Judged]) -> list[Judged]:
    """The same reviews; of one reader's on one pair only those of the last date count."""
    found = list(judged)
    last: dict[tuple[str, str, str], str] = {}
    for one in found:
        key = (one.row.reviewer, one.earlier, one.later)
        last[key] = max(last.get(key, ""), one.row.date)
    return [
        Judged(one.row, one.earlier, one.later, one.stands, one.row.date < last[(one.row.reviewer, one.earlier, one.later)])
        for one in found
    ]


def decide(pair: Pair, reviews: Iterable[Judged], claimed: bool) -> Verdict:
    """`claimed`: a letter says that the later finding is the earlier one again.

    If any reader says *different*, the link is not REVIEWED; if readers differ between the same and related, it is RELATED. Unsure
    counts for neither. A letter's word stays a letter's word, unless every reader who judged finds the two no more than related.
    """
    views = [one for one in reviews if one.counts and one.row.decision not in ("unsure", "none")]
    decisions = [one.row.decision for one in views]
    refused = "different" in decisions
    if refused or not views:
        return Verdict(Link(*pair, "repeated", "letter") if claimed else None, refused and not claimed)
    relation = _relation(decisions)
    evidence = "letter" if claimed and relation != "related" else "reviewed"
    persons, programs = (frozenset(one.row.reviewer for one in views if one.row.reviewer_kind == kind) for kind in ("person", "program"))
    return Verdict(Link(*pair, relation, evidence, True, persons, programs))


def _relation(decisions: list[str]) -> str:
    """The most cautious that readers gave: related before narrowed or widened before repeated."""
    if "related" in decisions:
        return "related"
    altered = Counter(decision for decision in decisions if decision != SAME[0])
    return min(altered, key=lambda decision: (-altered[decision], decision)) if altered else SAME[0]
