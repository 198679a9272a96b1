"""The nouns that pass between the stages of reading: documents, letters and what stands in them."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = [
    "Claim",
    "Count",
    "Document",
    "Finding",
    "Judgement",
    "Letter",
    "Party",
    "Quote",
    "Report",
    "Response",
]


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of a document's text; `end` is exclusive, both count Unicode code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """A file's text. `text` is what every offset refers to; `sha256` is that of the file's bytes."""

    name: str
    sha256: str
    encoding: str
    text: str

    def quote(self, start: int, end: int) -> Quote:
        """The exact words from `start` to `end`."""
        return Quote(start, end, self.text[start:end])


@dataclass(frozen=True, slots=True)
class Party:
    """Who wrote or is written to. `basis` is `printed` or `inferred`; `force` is a slug."""

    name: str
    office: str | None = None
    force: str | None = None
    basis: str = "printed"
    quote: Quote | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A report that a letter answers or names. `id` is local to the letter; `slug` is filled in by `resolve`."""

    id: str
    title: str
    quote: Quote
    published: str | None = None
    published_basis: str | None = None
    scope: str = "force"
    programme: str | None = None
    inspected: str | None = None
    answered: bool = True
    forces: tuple[str, ...] = ()
    slug: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    grade: str
    quote: Quote
    report: str | None = None
    pillar: str | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    kind: str
    n: int | None
    quote: Quote


@dataclass(frozen=True, slots=True)
class Finding:
    """What one letter says that inspectors found. `year` only where the letter itself gives it for this finding."""

    id: str
    kind: str
    quote: Quote
    word: str | None = None
    number: str | None = None
    voice: str = "inspectorate"
    certainty: str = "stated"
    report: str | None = None
    section: str | None = None
    parent: str | None = None
    themes: tuple[str, ...] = ()
    addressed_to: str | None = None
    same_as: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Response:
    to: tuple[str, ...]
    status: str
    quote: Quote
    by: str = "commissioner"
    due: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence about the past: `recurrence`, `follow_up` or `dispute`.

    `finding` is the finding that the claim is made of (the later one); `earlier` the finding that it speaks of.
    """

    kind: str
    quote: Quote
    finding: str | None = None
    year: int | None = None
    earlier: str | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """A stretch `start` to `end` of `document`, and what was read in it."""

    document: Document
    start: int
    end: int
    date: str | None = None
    date_quote: Quote | None = None
    comments_published: str | None = None
    comments_published_quote: Quote | None = None
    force: str | None = None
    force_printed: str | None = None
    author: Party | None = None
    addressee: Party | None = None
    copied_to: tuple[str, ...] = ()
    reference: str | None = None
    reports: tuple[Report, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    counts: tuple[Count, ...] = ()
    findings: tuple[Finding, ...] = ()
    responses: tuple[Response, ...] = ()
    claims: tuple[Claim, ...] = ()
    not_understood: tuple[Quote, ...] = ()
    corrections: tuple[str, ...] = field(default=())
