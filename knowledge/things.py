"""What the index is made of: one small record for each thing of the graph, joined by plain references.

Words are those of `peelgraph read --json`: `area_for_improvement`, `requires improvement`, `in_progress`. Dates are EDTF strings;
`…_from` and `…_to` are their first and last day as ISO strings, so that they sort. Records are filled once, then only read.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

__all__ = [
    "Alliance",
    "Claim",
    "Correction",
    "Coverage",
    "Deadline",
    "Document",
    "Event",
    "Finding",
    "Force",
    "Judgement",
    "Letter",
    "Lineage",
    "Office",
    "Person",
    "Quote",
    "Recurrence",
    "Report",
    "Response",
    "Review",
    "Round",
    "StatedCount",
    "System",
    "Tenure",
    "Theme",
    "lineage_of",
]


@dataclass(slots=True, eq=False, repr=False)
class Thing:
    """Anything with an IRI (`id`), a bare `slug` and a caption (`name`)."""

    id: str
    slug: str
    name: str

    def __repr__(self) -> str:  # things lead to one another: all their fields would be the whole graph
        return f"<{type(self).__name__} {self.slug}>"


@dataclass(slots=True, eq=False, repr=False)
class Document(Thing):
    file_name: str = ""
    sha256: str = ""
    source: str | None = None
    licence: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class Quote(Thing):
    text: str = ""
    start: int = 0
    end: int = 0
    document: Document | None = None
    letter: Letter | None = None

    @property
    def source(self) -> str:
        """The base name of the file that the offsets count in."""
        return self.document.file_name if self.document else ""


@dataclass(slots=True, eq=False, repr=False)
class Person(Thing):
    registered: bool = False
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Force(Thing):
    registered: bool = False
    police_uk_id: str | None = None
    ons_code: str | None = None
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Alliance(Thing):
    """`members`: (force, from, to) as EDTF; `events` in date order."""

    registered: bool = True
    members: list[tuple[Force, str | None, str | None]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Event(Thing):
    kind: str = ""
    on: str | None = None
    on_from: str | None = None
    on_to: str | None = None
    description: str = ""
    confirmed: bool = False
    sources: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Theme(Thing):
    registered: bool = True
    definition: str = ""
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class System(Thing):
    aliases: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Office(Thing):
    kind: str = ""
    force: Force | None = None


@dataclass(slots=True, eq=False, repr=False)
class Tenure(Thing):
    holder: Person | None = None
    office: Office | None = None
    start: str | None = None
    start_from: str | None = None
    end: str | None = None
    end_to: str | None = None
    confirmed: bool = False
    sources: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Round(Thing):
    year: int | None = None
    scale: str = ""
    comparable_with: list[Round] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Report(Thing):
    title: str = ""
    published: str | None = None
    published_from: str | None = None
    published_to: str | None = None
    published_basis: str | None = None
    published_confirmed: bool | None = None
    inspected: str | None = None
    scope: str = "force"
    programme: str | None = None
    registered: bool = False
    round: Round | None = None
    forces: list[Force] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    letters: list[Letter] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Letter(Thing):
    document: Document | None = None
    start: int = 0
    end: int = 0
    date: str | None = None
    date_from: str | None = None
    date_to: str | None = None
    comments_published: str | None = None
    author: Person | None = None
    author_basis: str | None = None
    author_printed: str | None = None
    author_office: Office | None = None
    addressee: Person | None = None
    addressee_basis: str | None = None
    addressee_printed: str | None = None
    force: Force | None = None
    copied_to: list[str] = field(default_factory=list)
    reference: str | None = None
    reports: list[Report] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    counts: list[StatedCount] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    quotes: dict[str, Quote] = field(default_factory=dict)

    @property
    def source(self) -> str:
        return self.document.file_name if self.document else ""


@dataclass(slots=True, eq=False, repr=False)
class Finding(Thing):
    kind: str = "concern"
    word: str | None = None
    number: str | None = None
    voice: str = "inspectorate"
    certainty: str = "stated"
    section: str | None = None
    text: str = ""
    year: int | None = None
    year_basis: str = "unknown"
    quote: Quote | None = None
    report: Report | None = None
    force: Force | None = None
    addressed_to: str | None = None
    letter: Letter | None = None
    themes: list[Theme] = field(default_factory=list)
    parent: Finding | None = None
    children: list[Finding] = field(default_factory=list)
    same_as: list[Finding] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    waits_for: list[System] = field(default_factory=list)
    known_from: str | None = None
    not_repeated_in: list[int] = field(default_factory=list)
    not_asked_in: list[int] = field(default_factory=list)
    earlier: list[Recurrence] = field(default_factory=list)
    later: list[Recurrence] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Response(Thing):
    to: list[Finding] = field(default_factory=list)
    status: str = "monitoring"
    by: str = "commissioner"
    due: str | None = None
    quote: Quote | None = None
    letter: Letter | None = None
    waits_for: list[System] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Judgement(Thing):
    grade: str = ""
    pillar: str | None = None
    question: str | None = None
    force: Force | None = None
    report: Report | None = None
    quote: Quote | None = None
    letter: Letter | None = None
    comparable_with: list[Judgement] = field(default_factory=list)
    comparable: str | None = None


@dataclass(slots=True, eq=False, repr=False)
class Claim(Thing):
    kind: str = "recurrence"
    finding: Finding | None = None
    year: int | None = None
    quote: Quote | None = None
    letter: Letter | None = None


@dataclass(slots=True, eq=False, repr=False)
class StatedCount(Thing):
    kind: str = "other"
    n: int | None = None
    quote: Quote | None = None
    letter: Letter | None = None


@dataclass(slots=True, eq=False, repr=False)
class Review(Thing):
    reviewer: str = ""
    reviewer_kind: str = "program"
    decision: str = ""
    reason: str = ""
    date: str = ""
    superseded: bool = False
    stands: bool = True
    earlier: Finding | None = None
    later: Finding | None = None
    report: Report | None = None


@dataclass(slots=True, eq=False, repr=False)
class Recurrence(Thing):
    """A judged or asserted link. `persons` and `programs` count the readers who accepted it."""

    earlier: Finding = None  # type: ignore[assignment]
    later: Finding = None  # type: ignore[assignment]
    relation: str = "repeated"
    evidence: str = "reviewed"
    persons: int = 0
    programs: int = 0
    quote: Quote | None = None
    score: float | None = None
    reviews: list[Review] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False, repr=False)
class Lineage(Thing):
    """A pair of findings that are joined, and the best path between them. `name` is a caption."""

    earlier: Finding = None  # type: ignore[assignment]
    later: Finding = None  # type: ignore[assignment]
    relation: str = "repeated"
    evidence: str = "reviewed"
    persons: int = 0
    programs: int = 0
    path: list[Recurrence] = field(default_factory=list)


def lineage_of(link: Recurrence) -> Lineage:
    """A pair that one link alone joins."""
    return Lineage(link.id, link.slug, link.name, link.earlier, link.later, link.relation, link.evidence, link.persons, link.programs, [link])


@dataclass(slots=True, eq=False, repr=False)
class Coverage:
    findings: int = 0
    recurring: int = 0
    not_repeated: int = 0
    not_asked: int = 0
    unreviewed: int = 0
    groups: dict[str, list[list[Finding]]] = field(default_factory=dict)


@dataclass(slots=True, eq=False, repr=False)
class Deadline(Thing):
    report: Report | None = None
    force: Force | None = None
    letter: Letter | None = None
    last_day: str | None = None
    dated: str | None = None
    day: int | None = None
    late_by: int | None = None
    verdict: str = "cannot_confirm"
    basis: str = "none"
    published_basis: str | None = None
    sentence: str = ""
    rule: str = ""
    fact: Any = None


@dataclass(slots=True, eq=False, repr=False)
class Correction(Thing):
    field: str = ""
    reason: str = ""
    by: str = ""
    on: str = ""
