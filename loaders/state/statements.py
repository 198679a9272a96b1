"""One letter's statements: what stands in it, each with its quote (docs/decisions/graph-model.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.registers import Registers
from knowledge.terms import slug_of, thing
from knowledge.triples import Triples
from loaders.letter import Claim, Finding, Letter, Quote, Report
from loaders.state import captions, names, years
from loaders.state.parties import office_iri, person_iri
from loaders.state.waiting import waits_for

__all__ = ["KIND_CLASSES", "Told", "say_finding", "say_quote", "tell"]

KIND_CLASSES = {
    "area_for_improvement": "AreaForImprovement",
    "recommendation": "Recommendation",
    "cause_of_concern": "CauseOfConcern",
    "concern": "Concern",
}


@dataclass
class Told:
    """A letter on its way into the graph: its IRI, those of its findings and reports by local id, and its statements."""

    letter: Letter
    iri: str
    registers: Registers
    triples: Triples = field(default_factory=Triples)
    findings: dict[str, str] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, letter: Letter, iri: str, registers: Registers) -> Told:
        """The letter with its names given and nothing said yet."""
        slugs = names.numbered(slug_of(iri), [f.quote for f in letter.findings])
        findings = {f.id: thing("finding", name) for f, name in zip(letter.findings, slugs, strict=True)}
        reports = {r.id: thing("report", names.report_slug_of(r, letter)) for r in letter.reports}
        return cls(letter, iri, registers, findings=findings, reports=reports)

    def report(self, local: str | None) -> Report | None:
        """The report with this local id."""
        return next((r for r in self.letter.reports if r.id == local), None)

    def named(self, kind: str, quotes: Sequence[Quote]) -> list[str]:
        """IRIs of things of one kind with these quotes."""
        return [thing(kind, name) for name in names.numbered(slug_of(self.iri), quotes)]


def tell(told: Told) -> Triples:
    """Everything that stands in the letter."""
    for say in (_document, _letter, _reports, _judgements, _findings, _responses, _claims, _counts):
        say(told)
    return told.triples


def say_quote(told: Told, quote: Quote | None) -> str | None:
    """The quote's IRI, and its statements: text, place, both Web Annotation selectors."""
    if quote is None:
        return None
    iri = names.quote_iri(told.letter.document.sha256, quote)
    by_text, by_place = (thing("selector", f"{slug_of(iri)}-{how}") for how in ("text", "position"))
    t = told.triples.a(iri, captions.clip(quote.text), "Quote")
    t.link(iri, "oa:hasSource", names.document_iri(told.letter.document.sha256)).link(iri, "kg:inLetter", told.iri)
    t.say(iri, "kg:text", quote.text).say(iri, "kg:start", quote.start).say(iri, "kg:end", quote.end)
    t.link(iri, "oa:hasSelector", by_text, by_place)
    t.a(by_text, "The exact words", "oa:TextQuoteSelector").say(by_text, "oa:exact", quote.text)
    t.a(by_place, f"Characters {quote.start} to {quote.end}", "oa:TextPositionSelector")
    t.say(by_place, "oa:start", quote.start).say(by_place, "oa:end", quote.end)
    return iri


def _document(told: Told) -> None:
    document = told.letter.document
    iri = names.document_iri(document.sha256)
    t = told.triples.a(iri, document.name, "Document").say(iri, "kg:fileName", document.name)
    t.say(iri, "kg:sha256", document.sha256).say(iri, "kg:encoding", document.encoding)


def _letter(told: Told) -> None:
    letter, iri, t = told.letter, told.iri, told.triples
    document = names.document_iri(letter.document.sha256)
    t.a(iri, captions.of_letter(letter), "Letter").link(iri, "kg:inDocument", document).link(iri, "prov:wasDerivedFrom", document)
    t.say(iri, "kg:start", letter.start).say(iri, "kg:end", letter.end)
    t.date(iri, "kg:dated", letter.date).date(iri, "kg:commentsPublished", letter.comments_published)
    t.link(iri, "kg:concerns", letter.force and thing("force", letter.force)).say(iri, "kg:forcePrinted", letter.force_printed)
    t.say(iri, "kg:copiedTo", *letter.copied_to).say(iri, "kg:reference", letter.reference)
    t.link(iri, "kg:dateQuote", say_quote(told, letter.date_quote))
    t.link(iri, "kg:commentsPublishedQuote", say_quote(told, letter.comments_published_quote))
    _party(told, "author", "written", "By", "As")
    _party(told, "addressee", "addressed", "To", "As")


def _party(told: Told, role: str, verb: str, whom: str, office: str) -> None:
    party = getattr(told.letter, role)
    if party is None:
        return
    t, iri = told.triples, told.iri
    t.link(iri, f"kg:{verb}{whom}", person_iri(party, told.registers)).word(iri, f"kg:{verb}{whom}Basis", "basis", party.basis)
    t.link(iri, f"kg:{verb}{office}", office_iri(party, told.registers))
    t.say(iri, f"kg:{role}Printed", party.quote and captions.clip(party.quote.text))
    t.link(iri, f"kg:{role}Quote", say_quote(told, party.quote))


def _reports(told: Told) -> None:
    for report in told.letter.reports:
        iri = told.reports[report.id]
        told.triples.link(told.iri, "kg:answers", iri if report.answered else None)
        told.triples.link(told.iri, "kg:reportQuote", say_quote(told, report.quote))
        told.triples.say(iri, "kg:titlePrinted", _title_printed(report, told.registers))


def _title_printed(report: Report, registers: Registers) -> str:
    """The letter's own words where the title is only the register's name of a round."""
    words = " ".join(report.quote.text.split())
    return report.title if registers.round_named(report.title) is None or report.title in words else words


def _judgements(told: Told) -> None:
    judgements, t = told.letter.judgements, told.triples
    for judgement, iri in zip(judgements, told.named("judgement", [j.quote for j in judgements]), strict=True):
        report = told.reports.get(judgement.report or "")
        t.a(iri, captions.of_judgement(judgement), "Judgement").word(iri, "kg:grade", "grade", judgement.grade)
        t.say(iri, "kg:pillar", judgement.pillar).say(iri, "kg:question", judgement.question)
        t.link(iri, "kg:force", told.letter.force and thing("force", told.letter.force)).link(iri, "kg:givenIn", report)
        t.link(iri, "kg:quote", say_quote(told, judgement.quote)).link(told.iri, "kg:reports", iri)
        if report:
            t.link(report, "kg:gives", iri)


def _findings(told: Told) -> None:
    for finding in told.letter.findings:
        say_finding(told, finding, told.findings[finding.id])


def say_finding(told: Told, finding: Finding, iri: str) -> None:
    """A finding of the letter, also one that a review's passage made."""
    report, t = told.report(finding.report), told.triples
    raised_in = told.reports[report.id] if report else None
    year, basis = years.year_of(finding, report)
    t.a(iri, captions.clip(finding.quote.text), "Finding", KIND_CLASSES[finding.kind]).word(iri, "kg:kind", "kind", finding.kind)
    t.say(iri, "kg:word", finding.word).say(iri, "kg:number", finding.number).say(iri, "kg:section", finding.section)
    t.word(iri, "kg:voice", "voice", finding.voice).word(iri, "kg:certainty", "certainty", finding.certainty)
    t.say(iri, "kg:text", finding.quote.text).link(iri, "kg:quote", say_quote(told, finding.quote))
    t.say(iri, "kg:year", year).word(iri, "kg:yearBasis", "year-basis", basis)
    t.link(iri, "kg:raisedIn", raised_in).link(iri, "kg:force", told.letter.force and thing("force", told.letter.force))
    t.link(iri, "kg:about", *(thing("theme", theme) for theme in finding.themes)).say(iri, "kg:addressee", finding.addressed_to)
    t.link(iri, "kg:waitsFor", *waits_for(finding.quote.text, told.registers))
    t.link(iri, "kg:partOf", told.findings.get(finding.parent or "")).link(told.iri, "kg:quotes", iri)
    if raised_in:
        t.link(raised_in, "kg:raises", iri)


def _responses(told: Told) -> None:
    responses, t = told.letter.responses, told.triples
    for response, iri in zip(responses, told.named("response", [r.quote for r in responses]), strict=True):
        t.a(iri, captions.clip(response.quote.text), "Response").word(iri, "kg:status", "status", response.status)
        t.word(iri, "kg:by", "speaker", response.by).date(iri, "kg:due", response.due)
        t.link(iri, "kg:waitsFor", *waits_for(response.quote.text, told.registers))
        t.link(iri, "kg:respondsTo", *(told.findings[local] for local in response.to if local in told.findings))
        t.link(iri, "kg:quote", say_quote(told, response.quote)).link(told.iri, "kg:contains", iri)


def _claims(told: Told) -> None:
    claims = told.letter.claims
    for claim, iri in zip(claims, told.named("claim", [c.quote for c in claims]), strict=True):
        _claim(told, claim, iri)


def _claim(told: Told, claim: Claim, iri: str) -> None:
    t = told.triples
    classes = ("Claim", "Dispute") if claim.kind == "dispute" else ("Claim",)
    t.a(iri, captions.clip(claim.quote.text), *classes).word(iri, "kg:claimKind", "claim-kind", claim.kind)
    t.link(iri, "kg:claimAbout", told.findings.get(claim.finding or "")).say(iri, "kg:year", claim.year)
    t.link(iri, "kg:quote", say_quote(told, claim.quote)).link(told.iri, "kg:claims", iri)
    if claim.earlier in told.findings:
        t.link(told.findings[claim.earlier], "kg:knownFrom", iri)


def _counts(told: Told) -> None:
    counts, t = told.letter.counts, told.triples
    for counted, iri in zip(counts, told.named("count", [c.quote for c in counts]), strict=True):
        t.a(iri, captions.clip(counted.quote.text), "StatedCount").say(iri, "kg:countedKind", counted.kind).say(iri, "kg:n", counted.n)
        t.link(iri, "kg:quote", say_quote(told, counted.quote)).link(told.iri, "kg:states", iri)
