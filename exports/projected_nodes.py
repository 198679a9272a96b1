"""The nodes of the property graph: labels and plain properties of each thing. Words are those of the named questions' columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyoxigraph as ox

from knowledge import things
from knowledge.dates import interval
from knowledge.index import Index
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["DATASET", "Node", "dates", "nodes", "notation", "plain"]

DATASET = "peelgraph"
# A value that a property can hold; `None` means that there is no such property.
Value = str | int | float | bool | date | list[str] | None


@dataclass(frozen=True)
class Node:
    """`labels[0]` is what it is merged under; a finding bears its kind as a second label."""

    labels: tuple[str, ...]
    id: str
    slug: str
    name: str
    properties: dict[str, Any] = field(default_factory=dict)

    def row(self) -> dict[str, Any]:
        """All its properties."""
        return {"id": self.id, "slug": self.slug, "name": self.name, "dataset": DATASET, **self.properties}


def notation(word: str | None) -> str | None:
    """`requires improvement` as `REQUIRES_IMPROVEMENT`."""
    return word and word.upper().replace(" ", "_").replace("-", "_")


def plain(**values: Value) -> dict[str, Value]:
    """The properties that are there."""
    return {name: value for name, value in values.items() if value is not None and value != []}


def dates(name: str, edtf: str | None) -> dict[str, Value]:
    """The EDTF string with its first and last day: `2015-10` is never a day of its own."""
    first, last = interval(edtf) if edtf else (None, None)
    return plain(**{name: edtf, f"{name}From": first, f"{name}To": last})


def nodes(index: Index) -> Iterator[Node]:
    """Every node, each thing once."""
    for listed, (label, properties) in LABELS.items():
        for thing in getattr(index, listed):
            yield Node((label,), thing.id, thing.slug, thing.name, properties(thing))
    for finding in index.findings:
        kind = finding.kind.replace("_", " ").title().replace(" ", "")
        yield Node(("Finding", kind), finding.id, finding.slug, finding.name, _finding(finding))
    yield from _inspectorates(index)


def _inspectorates(index: Index) -> Iterator[Node]:
    """Inspectorates have no record in the index."""
    typed = index.store.triples(None, full("rdf:type"), ox.NamedNode(full("kg:Inspectorate")))
    for iri in sorted({triple.subject.value for triple in typed}):
        captions = sorted(t.object.value for t in index.store.triples(iri, full("rdfs:label"), None))
        yield Node(("Inspectorate",), iri, slug_of(iri), (captions or [slug_of(iri)])[0])


def _quote(quote: things.Quote | None) -> dict[str, Value]:
    return plain(text=quote.text, start=quote.start, end=quote.end, source=quote.source) if quote else {}


def _finding(f: things.Finding) -> dict[str, Value]:
    own = plain(
        kind=notation(f.kind),
        word=f.word,
        number=f.number,
        voice=notation(f.voice),
        certainty=notation(f.certainty),
        section=f.section,
        year=f.year,
    )
    return _quote(f.quote) | own | plain(text=f.text, yearBasis=notation(f.year_basis), addressedTo=f.addressed_to)


def _letter(letter: things.Letter) -> dict[str, Value]:
    own = plain(source=letter.source, start=letter.start, end=letter.end, reference=letter.reference, copiedTo=letter.copied_to)
    basis = plain(authorBasis=notation(letter.author_basis), addresseeBasis=notation(letter.addressee_basis))
    return own | basis | dates("dated", letter.date) | dates("commentsPublished", letter.comments_published)


def _report(report: things.Report) -> dict[str, Value]:
    own = plain(title=report.title, scope=report.scope, programme=report.programme, registered=report.registered)
    return own | plain(publishedBasis=notation(report.published_basis)) | dates("published", report.published)


def _judgement(j: things.Judgement) -> dict[str, Value]:
    return _quote(j.quote) | plain(grade=notation(j.grade), pillar=j.pillar, question=j.question, comparable=notation(j.comparable))


def _response(response: things.Response) -> dict[str, Value]:
    return _quote(response.quote) | plain(status=notation(response.status), by=response.by, due=response.due)


def _review(review: things.Review) -> dict[str, Value]:
    own = plain(decision=notation(review.decision), reviewer=review.reviewer, reviewerKind=review.reviewer_kind, reason=review.reason)
    return own | plain(stands=review.stands, superseded=review.superseded) | dates("dated", review.date or None)


def _person(person: things.Person) -> dict[str, Value]:
    return plain(registered=person.registered, aliases=person.aliases)


def _force(force: things.Force) -> dict[str, Value]:
    return plain(registered=force.registered, aliases=force.aliases, policeUkId=force.police_uk_id, onsCode=force.ons_code)


def _theme(theme: things.Theme) -> dict[str, Value]:
    return plain(registered=theme.registered, definition=theme.definition, aliases=theme.aliases)


LABELS: dict[str, tuple[str, Any]] = {
    "people": ("Person", _person),
    "offices": ("Office", lambda office: plain(kind=office.kind)),
    "forces": ("Force", _force),
    "alliances": ("Alliance", lambda alliance: plain(registered=alliance.registered)),
    "reports": ("Report", _report),
    "judgements": ("Judgement", _judgement),
    "letters": ("Letter", _letter),
    "responses": ("Response", _response),
    "themes": ("Theme", _theme),
    "reviews": ("Review", _review),
}
