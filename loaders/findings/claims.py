"""Sentences about the past and about the report itself: raised before, still open, disputed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.findings.found import Found
from loaders.findings.layout.block import Span
from loaders.findings.reading import Reading
from loaders.findings.wording.leads import kind_of
from loaders.findings.wording.likeness import stems
from loaders.findings.wording.past import (
    AGAIN,
    BEFORE,
    CALLED,
    CONTINUING,
    DATED,
    DISPUTE,
    ECHO,
    GRADE,
    OTHER_REPORT,
    REPORTLY,
    SAID_THEN,
    SELF,
    SINCE,
    STILL,
    YEAR,
)
from loaders.recognise.words import ORDINALS, ordinal_words

__all__ = ["Stated", "read_claims"]

SAME_WORDS = 3
NTH = re.compile(r"the (" + ordinal_words(5) + r") (?:of (?:these|them) )?(?:was|had|has)\b")

@dataclass(slots=True)
class Stated:
    """A claim, its words in the shadow, the finding that it is made of and the earlier one that it speaks of."""

    kind: str
    start: int
    end: int
    finding: Found | None = None
    earlier: Found | None = None
    year: int | None = None


def read_claims(reading: Reading) -> list[Stated]:
    """The claims of a letter; the earlier finding that one speaks of joins `reading.findings`."""
    claims: list[Stated] = []
    for block in reading.blocks:
        if block.kind == "heading":
            continue
        for span in block.sentences:
            claim = _claim(reading, span)
            if claim:
                claims.append(claim)
    reading.findings.sort(key=lambda f: (f.start, f.end, f.number is None, len(f.number or ""), f.number or ""))
    return claims


def _claim(reading: Reading, span: Span) -> Stated | None:
    words = reading.text[span[0] : span[1]].lower().replace("\n", " ")
    for read in (_dispute, _said_then, _before, _continuing, _still, _other_report):
        claim = read(reading, span, words)
        if claim:
            return claim
    return None


def _said_then(reading: Reading, span: Span, words: str) -> Stated | None:
    """`It came up in the efficiency report of 2016 as well`: what was told last, or what is like it, was found then."""
    match = SAID_THEN.search(words) if DATED.search(words) and REPORTLY.search(words) and not GRADE.search(words) else None
    if not match or not ECHO.search(match["said"]):
        return None
    own, year = [f for f in reading.findings if f.sentence == span and f.end <= span[0] + match.end() + 1], _year(match["said"])
    start, end = span[0] + match.start("said"), span[0] + match.end("said")
    later = _nth(reading, words) or _like(reading, (start, end), least=2) or _latest(reading, (span[0], span[0]))
    if own:
        own[-1].earlier_of, own[-1].year = later or own[-1], year
    earlier = own[-1] if own else _earlier(reading, span, (start, end), later, year)
    return Stated("recurrence", *span, finding=later, earlier=earlier, year=year)


def _before(reading: Reading, span: Span, words: str) -> Stated | None:
    """`This was initially raised as an issue in 2014`: of the finding that is like it, else of the one told last."""
    match = BEFORE.search(words)
    if not match or GRADE.search(words):
        return None
    year, own = _year(words), [f for f in reading.findings if f.sentence == span]
    what = next((name for name in ("what", "raised") if match[name]), None)
    if own or what is None:
        return Stated("recurrence", *span, finding=own[-1] if own else _latest(reading, span), year=year)
    a, b = match.span(what)
    opening = SELF.match(words, a)
    start, end = span[0] + (opening.end() if opening else a), span[0] + b
    later = _nth(reading, words) or _like(reading, (start, end), least=2) or _latest(reading, span)
    return Stated("recurrence", *span, finding=later, earlier=_earlier(reading, span, (start, end), later, year), year=year)


def _nth(reading: Reading, words: str) -> Found | None:
    """`The second of these was identified in 2016`: the one of the list told last."""
    match = NTH.match(words)
    group = next((g for g in reversed(reading.groups) if len(g) > 1), [])
    place = ORDINALS.index(match[1]) if match else len(group)
    return group[place] if place < len(group) else None


def _continuing(reading: Reading, span: Span, words: str) -> Stated | None:
    match = CONTINUING.search(words)
    own = [f for f in reading.findings if f.sentence == span and not f.is_earlier]
    if not match or not own:
        return None
    year = _year(words) or _since(reading, span)
    later = min(own, key=lambda f: abs(f.start - span[0] - match.start()))
    start, end = span[0] + match.start("what"), min(span[0] + match.end("what"), later.end)
    earlier = _earlier(reading, span, (start, end), later, year) if (start, end) != (later.start, later.end) else None
    return Stated("recurrence", later.start, later.end, finding=later, earlier=earlier, year=year)


def _still(reading: Reading, span: Span, words: str) -> Stated | None:
    again = AGAIN.search(words) and not GRADE.search(words)
    if not STILL.search(words) and not again:
        return None
    own = [f for f in reading.findings if f.sentence == span]
    finding = own[-1] if own else _latest(reading, span)
    if finding is None or (again and not own):
        return None
    year = _year(words) or _since(reading, span)
    if STILL.search(words) and own and own[-1].kind != "concern":
        own[-1].year = own[-1].year or year
    return Stated("recurrence", *span, finding=finding, year=year)


def _other_report(reading: Reading, span: Span, words: str) -> Stated | None:
    match = OTHER_REPORT.search(words)
    own = [f for f in reading.findings if f.sentence == span]
    if not match or not own:
        return None
    year = int(match["year"] or match["year2"])
    own[-1].year = year
    later = _like(reading, (own[-1].start, own[-1].end), SAME_WORDS)
    return Stated("recurrence" if later else "follow_up", *span, finding=later or own[-1], earlier=own[-1] if later else None, year=year)


def _like(reading: Reading, words: Span, least: int) -> Found | None:
    """The finding told elsewhere in the letter that has most words in common with `words`."""
    own = stems(reading.text[slice(*words)])
    others = [f for f in reading.findings if not f.is_earlier and (f.end <= words[0] or f.start >= words[1])]
    shared = [(len(own & stems(reading.text[f.start : f.end])), f) for f in others]
    most = max(shared, key=lambda row: row[0], default=(0, None))
    return most[1] if most[0] >= least else None


def _dispute(reading: Reading, span: Span, words: str) -> Stated | None:
    if not DISPUTE.search(words) or not REPORTLY.search(words) or any(f.sentence == span for f in reading.findings):
        return None
    recent = _latest(reading, span)
    return Stated("dispute", *span, finding=recent if recent and _near(reading, recent, span) else None)


def _near(reading: Reading, finding: Found, span: Span) -> bool:
    return finding.block.section is not None and any(b.section == finding.block.section and b.start <= span[0] < b.end for b in reading.blocks)


def _earlier(reading: Reading, span: Span, words: Span, later: Found | None, year: int | None) -> Found:
    """The finding that a claim speaks of, by the words that speak of it."""
    start, end = words
    while end > start and reading.text[end - 1] in " ,;.":
        end -= 1
    block = next(b for b in reading.blocks if b.start <= start < b.end)
    called = CALLED.search(reading.low(span))
    kind, word = kind_of(called[1]) if called else ("concern", None)
    found = reading.add((start, end), block, kind=kind or "concern", word=word, year=year, sentence=span)
    found.earlier_of = later or found
    return found


def _latest(reading: Reading, span: Span) -> Found | None:
    before = [f for f in reading.findings if f.start < span[1] and not f.is_earlier]
    return max(before, key=lambda f: f.start, default=None)


def _year(words: str) -> int | None:
    match = YEAR.search(words)
    return int(match[1]) if match else None


def _since(reading: Reading, span: Span) -> int | None:
    """The year of the inspection that this one follows up, where the letter names it before."""
    found = None
    for match in SINCE.finditer(reading.text[: span[1]]):
        found = int(next(group for group in match.groups() if group))
    return found
