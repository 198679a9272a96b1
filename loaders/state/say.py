"""Reviews, recurrences and lineages as statements (docs/decisions/graph-model.md)."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from knowledge.lineage import Joined, Link
from knowledge.reviews import ReviewRow
from knowledge.terms import EDTF, short_hash, slug, thing
from knowledge.triples import Triples
from loaders.letter import Quote
from loaders.state.judge import Judged
from loaders.state.names import quote_iri
from loaders.state.statements import Told

__all__ = ["lineage", "quote_of", "recurrence", "review"]

AGENTS = {"program": "prov:SoftwareAgent", "person": "prov:Person"}
Years = tuple[int | None, ...]


def quote_of(told: Told, quote: Quote) -> str:
    """The IRI of a quote that the letter's own statements describe."""
    return quote_iri(told.letter.document.sha256, quote)


def review(triples: Triples, judged: Judged) -> None:
    """A review with its reader; what it is about stays, whether it counts or not."""
    row, iri = judged.row, thing("review", judged.row.slug)
    triples.a(iri, f"{row.reviewer}: {row.decision}", "Review").link(iri, "kg:ofEarlier", judged.earlier)
    triples.link(iri, "kg:ofReport" if row.decision == "none" else "kg:ofLater", judged.later)
    triples.word(iri, "kg:decision", "decision", row.decision).say(iri, "kg:reason", row.reason)
    triples.say(iri, "kg:reviewedOn", row.date, datatype=EDTF)
    triples.say(iri, "kg:superseded", judged.superseded).say(iri, "kg:stands", judged.stands)
    triples.link(iri, "kg:reviewer", _reviewer(triples, row))


def _reviewer(triples: Triples, row: ReviewRow) -> str:
    iri = thing("reviewer", slug(row.reviewer))
    triples.a(iri, row.reviewer, "Reviewer", AGENTS[row.reviewer_kind])
    triples.word(iri, "kg:reviewerKind", "reviewer-kind", row.reviewer_kind)
    return iri


def recurrence(triples: Triples, made: Link, reviews: Iterable[Judged], claim: str | None, years: Years) -> None:
    """A judged or asserted link; every review of the pair stays with it."""
    iri = thing("recurrence", short_hash(" ".join(made.pair), 16))
    triples.a(iri, f"{_span(years)}: {made.relation}", "Recurrence")
    triples.link(iri, "kg:earlier", made.earlier).link(iri, "kg:later", made.later)
    triples.word(iri, "kg:relation", "relation", made.relation).word(iri, "kg:evidence", "evidence", made.evidence)
    triples.say(iri, "kg:persons", len(made.persons)).say(iri, "kg:programs", len(made.programs))
    triples.link(iri, "kg:quote", claim).link(iri, "kg:reviewedIn", *(thing("review", one.row.slug) for one in reviews))


def lineage(triples: Triples, row: Joined, years: Years) -> None:
    """A joined pair with its path, at one threshold of evidence."""
    iri = thing("lineage", f"{row.at_least}-{short_hash(f'{row.earlier} {row.later}', 16)}")
    triples.a(iri, f"{_span(years)}: {row.relation}", "Lineage").link(iri, "kg:earlier", row.earlier).link(iri, "kg:later", row.later)
    triples.say(iri, "kg:earlierYear", years[0]).say(iri, "kg:laterYear", years[1])
    triples.word(iri, "kg:relation", "relation", row.relation).word(iri, "kg:evidence", "evidence", row.evidence)
    triples.word(iri, "kg:atLeast", "evidence", row.at_least)
    triples.say(iri, "kg:persons", row.persons).say(iri, "kg:programs", row.programs).say(iri, "kg:path", " ".join(row.path))
    triples.link(iri, "kg:link", *(thing("recurrence", short_hash(" ".join(step), 16)) for step in pairwise(row.path)))


def _span(years: Years) -> str:
    """`2014 → 2019`."""
    return " → ".join(str(year) if year else "unknown year" for year in years)
