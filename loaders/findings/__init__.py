"""What inspectors found according to a letter, what is answered to it, and what is said of the past: `find`."""

from __future__ import annotations

import re
from dataclasses import replace

from loaders.findings.belongs import Raised, join_restated
from loaders.findings.cited import read_left_of_lists
from loaders.findings.claims import Stated, read_claims
from loaders.findings.found import Found
from loaders.findings.layout.asides import Straight
from loaders.findings.layout.structure import blocks
from loaders.findings.passages import read_passages
from loaders.findings.reading import Reading
from loaders.findings.responses import Answer, read_responses
from loaders.findings.unread import not_understood
from loaders.findings.wording.themes import themes_of
from loaders.letter import Claim, Finding, Letter, Quote, Response
from loaders.recognise.shadow import Shadow

__all__ = ["find"]


def find(letter: Letter) -> Letter:
    """`letter` with its findings, responses, claims and what was not understood, from its words alone."""
    shadow = Straight(Shadow(letter.document.text[letter.start : letter.end], letter.start))
    reading = read_passages(shadow.text, blocks(shadow.text))
    read_left_of_lists(reading)
    claims = read_claims(reading)
    answers = read_responses(reading, letter.date or letter.comments_published)
    join_restated(reading)
    out = _Nouns(letter, shadow, reading)
    return replace(
        letter,
        findings=tuple(map(out.finding, reading.findings)),
        responses=tuple(map(out.response, answers)),
        claims=tuple(map(out.claim, claims)),
        not_understood=tuple(out.quote(*span) for span in not_understood(reading, out.read(claims, answers))),
    )


EVERY_MATTER = re.compile(r"\bPEEL\b|\beffectiveness\b|\befficiency\b|\blegitimacy\b", re.I)


class _Nouns:
    """From what was read in the shadow to the nouns of `letter.py`, in the document's offsets."""

    def __init__(self, letter: Letter, shadow: Straight, reading: Reading) -> None:
        self.letter, self.shadow, self.reading = letter, shadow, reading
        self.raised = Raised(reading, letter.reports)
        self.titles = {report.id: report.title for report in letter.reports}
        self.names = {id(found): f"f{i}" for i, found in enumerate(reading.findings, 1)}

    def quote(self, start: int, end: int) -> Quote:
        return self.letter.document.quote(*self.shadow.span(start, end))

    def name(self, found: Found | None) -> str | None:
        return None if found is None else self.names[id(found)]

    def finding(self, found: Found) -> Finding:
        section = found.block.section
        return Finding(
            id=self.names[id(found)],
            kind=found.kind,
            quote=self.quote(found.start, found.end),
            word=found.word,
            number=found.number,
            voice=found.voice,
            certainty=found.certainty,
            report=self.raised.report_of(found),
            section=self.quote(*section).text if section else None,
            parent=self.name(found.parent),
            themes=self._themes(found),
            addressed_to=found.addressed_to,
            same_as=tuple(self.names[id(other)] for other in found.same_as),
            year=found.year,
        )

    def _themes(self, found: Found) -> tuple[str, ...]:
        """By its own words and those of the finding that it is a part of; else by the title of a report with one matter.

        An earlier finding that is known only from a claim (`initially raised in 2014`) is about what the claim ties it to.
        """
        parts = [found, found.parent] if found.parent and found.kind == "concern" else [found]
        own = themes_of("\n".join(self.shadow.text[f.start : f.end] for f in parts))
        title = self.titles.get(self.raised.report_of(found) or "", "")
        if not own and found.earlier_of not in (None, found):
            return self._themes(found.earlier_of)
        return own or (() if EVERY_MATTER.search(title) else themes_of(title))

    def response(self, answer: Answer) -> Response:
        to = tuple(self.names[id(found)] for found in answer.to)
        return Response(to, answer.status, self.quote(answer.start, answer.end), answer.by, answer.due)

    def claim(self, stated: Stated) -> Claim:
        return Claim(stated.kind, self.quote(stated.start, stated.end), self.name(stated.finding), stated.year, self.name(stated.earlier))

    def read(self, claims: list[Stated], answers: list[Answer]) -> list[tuple[int, int]]:
        """The shadow's spans of all that was read in the letter, counts and grades too."""
        other = [noun.quote for noun in (*self.letter.counts, *self.letter.judgements)]
        spans = [(noun.start, noun.end) for noun in (*self.reading.findings, *claims, *answers)]
        return spans + [(self.shadow.place(quote.start), self.shadow.place(quote.end)) for quote in other]
