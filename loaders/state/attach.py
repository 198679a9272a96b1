"""Which finding a reader's passage belongs to, and whether the words still stand there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from knowledge.reviews import Passage, ReviewError, ReviewRow
from knowledge.terms import slug_of, thing
from loaders.letter import Document, Finding, Quote, Report
from loaders.state.names import candidates
from loaders.state.statements import Told, say_finding

__all__ = ["Attached", "Passages", "overlap"]

ENOUGH = 0.3
# How alike the words at a passage's place must be to be the same words, changed: else they are not there.
CHANGED = 0.6
FIRST_PERSON = re.compile(r"(?<!\w)I(?!\w)|\bmy\b")


@dataclass(frozen=True, slots=True)
class Attached:
    """A finding that a passage belongs to; `stands` is false when the words have changed since they were read."""

    finding: str
    stands: bool


@dataclass
class Passages:
    """All findings by file, open to those that passages make."""

    told: list[Told]
    placed: dict[str, list[tuple[int, int, str]]] = field(default_factory=lambda: defaultdict(list))
    documents: dict[str, list[Document]] = field(default_factory=lambda: defaultdict(list))
    made: dict[str, tuple[Told, Finding]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for told in self.told:
            document = told.letter.document
            if document not in self.documents[document.name]:
                self.documents[document.name].append(document)
            for finding in told.letter.findings:
                self.placed[document.sha256].append((finding.quote.start, finding.quote.end, told.findings[finding.id]))

    def attach(self, passage: Passage, row: ReviewRow) -> Attached | None:
        """The finding of that file with the largest intersection over union, if at least 0.3; else one made of the passage.
        Words that have changed since they were read make none.

        Raises `ReviewError` when the passage points at text that is not there.
        """
        document, start, stands = self._find(passage, row)
        end = start + (passage.end - passage.start)
        shares = [(-overlap(start, end, a, b), a, iri) for a, b, iri in self.placed[document.sha256]]
        share, _, iri = min(shares, default=(0.0, 0, ""))
        if -share >= ENOUGH:
            return Attached(iri, stands)
        return Attached(self._make(document, Quote(start, end, document.text[start:end]), row), True) if stands else None

    def _find(self, passage: Passage, row: ReviewRow) -> tuple[Document, int, bool]:
        """The document, where the passage starts in it now, and whether it is as it was."""
        if passage.source not in self.documents:
            raise ReviewError(f"{row.place}: no letter was read from a file '{passage.source}'. Name a file of records/letters.")
        named = [document for document in self.documents[passage.source] if passage.end <= len(document.text)]
        for document in named:
            if _same(document.text[passage.start : passage.end], passage.text):
                return document, passage.start, True
        for document in named:
            if passage.text and (elsewhere := document.text.find(passage.text)) >= 0:
                return document, elsewhere, False
        for document in named:
            there = document.text[passage.start : passage.end]
            if SequenceMatcher(None, there, passage.text, autojunk=False).ratio() >= CHANGED:
                return document, passage.start, False
        raise ReviewError(
            f"{row.place}: the words '{passage.text[:60]}' do not stand at {passage.start} to {passage.end} of '{passage.source}'. "
            "Mend the place and the words, or take the row out."
        )

    def _make(self, document: Document, quote: Quote, row: ReviewRow) -> str:
        """A finding of kind concern, in the letter that the passage stands in."""
        told = next((t for t in self.told if t.letter.document == document and t.letter.start <= quote.start < t.letter.end), None)
        if told is None:
            raise ReviewError(f"{row.place}: characters {quote.start} to {quote.end} of '{document.name}' stand in no letter.")
        taken = {slug_of(iri) for iri in told.findings.values()}
        name = next(name for name in candidates(slug_of(told.iri), quote.text) if name not in taken)
        iri = thing("finding", name)
        report = _report_at(told, quote)
        voice = "commissioner" if FIRST_PERSON.search(quote.text) else "inspectorate"
        finding = Finding(id=name, kind="concern", quote=quote, voice=voice, report=report.id if report else None)
        told.findings[name] = iri
        say_finding(told, finding, iri)
        told.triples.link(iri, "kg:knownFrom", thing("review", row.slug))
        self.placed[document.sha256].append((quote.start, quote.end, iri))
        self.made[iri] = (told, finding)
        return iri


def _report_at(told: Told, quote: Quote) -> Report | None:
    """The only report that the letter answers, else that of the nearest finding."""
    answered = [report for report in told.letter.reports if report.answered]
    if len(answered) == 1:
        return answered[0]
    near = sorted(told.letter.findings, key=lambda f: (abs(f.quote.start - quote.start), f.quote.start))
    return next((told.report(f.report) for f in near if f.report), None)


def _same(a: str, b: str) -> bool:
    """Whether words are equal, whatever the spaces: a table keeps no line ends."""
    return bool(b) and a.split() == b.split()


def overlap(a1: int, a2: int, b1: int, b2: int) -> float:
    """Intersection over union of two stretches."""
    shared = min(a2, b2) - max(a1, b1)
    return shared / (max(a2, b2) - min(a1, b1)) if shared > 0 else 0.0


def in_reading_order(rows: Iterable[ReviewRow]) -> list[ReviewRow]:
    """An order that does not depend on files or lines: by place of the passages, then reader and date."""
    return sorted(rows, key=lambda r: (r.earlier.source, r.earlier.start, r.earlier.end, str(r.later), r.reviewer, r.date))
