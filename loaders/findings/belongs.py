"""Which report a finding is of, and which findings of a letter are one that is stated twice."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from loaders.findings.found import Found
from loaders.findings.reading import Reading
from loaders.findings.wording.likeness import stems
from loaders.letter import Report

__all__ = ["Raised", "join_restated"]

RESTATED = 0.6  # of the words of both
FEWEST = 4
MENTION = re.compile(r"(?:[^\s.;]+ ){0,10}(?:[Rr]eports?|[Ii]nspections?|[Rr]eviews?)\b")
SCOPES = {"national": re.compile(r"\bnational (?:thematic )?report\b"), "force": re.compile(r"\bforce[- ]specific report\b|\breport (?:for|on|into) (?:the )?force\b")}


class Raised:
    """The report of each finding: the only one that the letter answers, or the one named last before the finding, its paragraph and heading first.

    A finding of another year belongs to a report only where its paragraph names it.
    """

    def __init__(self, reading: Reading, reports: Sequence[Report]) -> None:
        self.text = reading.text
        self.every = list(reports)
        self.answered = [report for report in reports if report.answered] or self.every
        self.own = {report.id: self._distinct(report) for report in self.every}
        self.before = self._named_before(reading) if len(self.answered) > 1 else {}

    def report_of(self, found: Found) -> str | None:
        """The id of the report that a finding is of, if that can be told."""
        if found.year is not None or found.is_earlier:
            others = [report for report in self.every if not report.answered]
            return self._named(self.text[found.block.start : found.end], others)
        if len(self.answered) < 2:
            return self.answered[0].id if self.answered else None
        section = self.text[slice(*found.block.section)] if found.block.section else ""
        places = (_naming(self.text[found.block.start : found.start]), section)
        named = (self._named(place, self.answered) for place in places)
        return next((name for name in named if name), None) or self.before[id(found.block)] or self.answered[0].id

    def _named_before(self, reading: Reading) -> dict[int, str | None]:
        """For each block, the report that a block before it named last."""
        last, before = None, dict[int, str | None]()
        for block in reading.blocks:
            before[id(block)] = last
            words = self.text[block.start : block.end]
            last = self._named(words if block.kind == "heading" else _naming(words), self.answered) or last
        return before

    def _distinct(self, report: Report) -> frozenset[str]:
        """The words of a title that no other title of the letter has."""
        return stems(report.title).difference(*(stems(other.title) for other in self.every if other is not report))

    def _named(self, text: str, among: Iterable[Report]) -> str | None:
        """The report of whose own words `text` says most: two of them, or half."""
        words, low = stems(text), text.lower()
        best: tuple[float, str | None] = (0.0, None)
        for report in among:
            own, scope = self.own[report.id], SCOPES.get(report.scope)
            share = len(own & words) / len(own) if own else 0.0
            share += 1.0 if scope and scope.search(low) else 0.0
            if share > best[0] and (len(own & words) >= 2 or share >= 0.5):
                best = (share, report.id)
        return best[1]


def _naming(text: str) -> str:
    """The words before each mention of a report: those that name it."""
    return " … ".join(match[0] for match in MENTION.finditer(text))


def join_restated(reading: Reading) -> None:
    """Findings with mostly the same words are one, told twice: each is joined to the first. Those of different years are not."""
    first: list[tuple[Found, frozenset[str]]] = []
    having: dict[str, list[int]] = defaultdict(list)
    for found in reading.findings:
        own = stems(reading.text[found.start : found.end])
        shared = Counter(i for stem in own for i in having[stem])
        same = next((i for i, n in shared.most_common(3) if _restates(found, first[i][0]) and _enough(n, own, first[i][1])), None)
        if same is not None and not found.is_earlier:
            found.same_as.append(first[same][0])
            first[same][0].same_as.append(found)
        elif not found.is_earlier:
            for stem in own:
                having[stem].append(len(first))
            first.append((found, own))


def _enough(n: int, own: frozenset[str], theirs: frozenset[str]) -> bool:
    return n >= FEWEST and n >= RESTATED * len(own | theirs)


def _restates(found: Found, other: Found) -> bool:
    apart = found.block is not other.block
    return apart and found.year == other.year and not (found.number and other.number and found.number != other.number)
