"""The relationships of the property graph. `id` is made of what the relationship says, so that two tenures are two relationships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from exports.projected_nodes import DATASET, dates, notation, plain
from knowledge import things
from knowledge.index import Index
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["Relationship", "relationships", "suggested"]


@dataclass(frozen=True)
class Relationship:
    """`start` and `end` are the ids of two nodes."""

    type: str
    start: str
    end: str
    id: str
    properties: dict[str, Any] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """All its properties."""
        return {"id": self.id, "dataset": DATASET, **self.properties}


def relationships(index: Index) -> Iterator[Relationship]:
    """Every relationship; suggestions are no part of the record and stand apart."""
    for listed, of in OF.items():
        for thing in getattr(index, listed):
            yield from of(thing)
    for triple in index.store.triples(None, full("kg:publishedBy"), None):
        if triple.subject.value in index.records and "/inspectorate/" in triple.object.value:
            yield _link("PUBLISHED", triple.object.value, triple.subject.value)


def suggested(index: Index) -> Iterator[Relationship]:
    """Pairs that are alike and of which nobody has judged."""
    for row in index.suggestions:
        likeness = row.path[0]
        yield Relationship(
            "SUGGESTED_AS",
            row.earlier.id,
            row.later.id,
            f"{likeness.id}#SUGGESTED_AS",
            plain(score=likeness.score, reasons=likeness.reasons),
        )


def _link(kind: str, one: str, other: str, **properties: Any) -> Relationship:
    return Relationship(kind, one, other, f"{one}#{kind}-{slug_of(other)}", plain(**properties))


def _links(kind: str, start: things.Thing, ends: Iterable[things.Thing | None]) -> Iterator[Relationship]:
    return (_link(kind, start.id, end.id) for end in ends if end)


def _letter(letter: things.Letter) -> Iterator[Relationship]:
    yield from _links("WRITTEN_BY", letter, [letter.author])
    yield from _links("ADDRESSED_TO", letter, [letter.addressee])
    yield from _links("CONCERNS", letter, [letter.force])
    yield from _links("ANSWERS", letter, letter.reports)
    yield from _links("CONTAINS", letter, letter.responses)
    for finding in letter.findings:
        if finding.quote:
            yield _link("QUOTES", letter.id, finding.id, start=finding.quote.start, end=finding.quote.end)


def _finding(finding: things.Finding) -> Iterator[Relationship]:
    yield from _links("ABOUT", finding, finding.themes)
    yield from _links("CONCERNS", finding, [finding.force])
    yield from _links("PART_OF", finding, [finding.parent])
    # Both ways would be two arrows for one thing: who asks leaves the direction out, `(a)-[:SAME_AS]-(b)`.
    yield from _links("SAME_AS", finding, (other for other in finding.same_as if other.id > finding.id))
    if finding.report:
        yield _link("RAISES", finding.report.id, finding.id)


def _judgement(judgement: things.Judgement) -> Iterator[Relationship]:
    yield from _links("CONCERNS", judgement, [judgement.force])
    if judgement.report:
        yield _link("GIVES", judgement.report.id, judgement.id)
    if judgement.quote and judgement.quote.letter:
        yield _link("TELLS_OF", judgement.quote.letter.id, judgement.id)


def _recurrence(link: things.Recurrence) -> Iterator[Relationship]:
    kind = "RELATED_TO" if link.relation == "related" else "RECURS_AS"
    own = plain(
        relation=notation(link.relation), evidence=notation(link.evidence), persons=link.persons, programs=link.programs, score=link.score
    )
    yield Relationship(kind, link.earlier.id, link.later.id, link.id, own)


def _lineage(row: things.Lineage) -> Iterator[Relationship]:
    """What the questions read: the best path between two findings at one threshold of evidence."""
    path = " ".join([row.path[0].earlier.id, *(link.later.id for link in row.path)])
    own = plain(relation=notation(row.relation), evidence=notation(row.evidence), persons=row.persons, programs=row.programs, path=path)
    yield Relationship("LED_TO", row.earlier.id, row.later.id, row.id, own | plain(atLeast=notation(row.slug.partition("-")[0])))


def _deadline(deadline: things.Deadline) -> Iterator[Relationship]:
    """A deadline has no label of its own: it stands between the letter and the report that it answers."""
    if not (deadline.letter and deadline.report and deadline.force):
        return
    own = plain(
        force=deadline.force.id, day=deadline.day, verdict=notation(deadline.verdict), basis=notation(deadline.basis), rule=deadline.rule
    )
    own |= plain(publishedBasis=notation(deadline.published_basis), sentence=deadline.sentence) | dates("lastDay", deadline.last_day)
    yield Relationship("DUE_FOR", deadline.letter.id, deadline.report.id, deadline.id, own)


def _review(review: things.Review) -> Iterator[Relationship]:
    yield from _links("OF_EARLIER", review, [review.earlier])
    yield from _links("OF_LATER", review, [review.later])


def _tenure(tenure: things.Tenure) -> Iterator[Relationship]:
    if tenure.holder and tenure.office:
        own = dates("from", tenure.start) | dates("to", tenure.end) | plain(confirmed=tenure.confirmed, sources=tenure.sources)
        yield Relationship("HELD", tenure.holder.id, tenure.office.id, tenure.id, own)


def _alliance(alliance: things.Alliance) -> Iterator[Relationship]:
    for force, start, end in alliance.members:
        yield Relationship(
            "MEMBER_OF", force.id, alliance.id, f"{force.id}#MEMBER_OF-{alliance.slug}-{start}", dates("from", start) | dates("to", end)
        )


OF: dict[str, Any] = {
    "letters": _letter,
    "findings": _finding,
    "judgements": _judgement,
    "responses": lambda response: _links("RESPONDS_TO", response, response.to),
    "reports": lambda report: _links("INSPECTS", report, report.forces),
    "recurrences": _recurrence,
    "lineages": _lineage,
    "deadlines": _deadline,
    "reviews": _review,
    "tenures": _tenure,
    "offices": lambda office: _links("OVERSEES", office, [office.force]),
    "alliances": _alliance,
}
