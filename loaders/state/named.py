"""Forces, people and reports that letters name: those that no register holds are said once for all letters, `registered` false."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from knowledge import dates
from knowledge.registers import Registers, report_statements
from knowledge.registers.rows import ReportRow
from knowledge.terms import short_hash, slug_of, thing
from knowledge.triples import Triples
from loaders.letter import Letter, Report
from loaders.state.names import report_slug_of
from loaders.state.parties import person_slug

__all__ = ["named"]

Printed = tuple[Report, Letter]


def named(letters: Iterable[Letter], registers: Registers) -> Triples:
    """What can be said of them: names as printed; of reports what the letters print, or what the registers know."""
    triples = Triples()
    forces: dict[str, set[str]] = defaultdict(set)
    people: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, list[Printed]] = defaultdict(list)
    for letter in letters:
        if letter.force and not registers.force(letter.force):
            forces[letter.force].add(letter.force_printed or letter.force)
        for party in (letter.author, letter.addressee):
            if party and party.name and not registers.person(slug := person_slug(party, registers)):
                people[slug].add(party.name)
        for report in letter.reports:
            reports[report_slug_of(report, letter)].append((report, letter))
    for kind, printed_names in (("force", forces), ("person", people)):
        for slug, names in printed_names.items():
            _named(triples, thing(kind, slug), kind.capitalize(), names)
    for slug, printed in reports.items():
        triples.update(_report(thing("report", slug), printed, registers.report(slug), registers))
    return triples


def _named(triples: Triples, iri: str, kind: str, names: set[str]) -> None:
    first = min(names, key=lambda name: (-len(name), name))
    triples.a(iri, first, kind).say(iri, "foaf:name", first).say(iri, "kg:registered", False)
    triples.say(iri, "skos:altLabel", *(names - {first}))


def _report(iri: str, printed: list[Printed], known: ReportRow | None, registers: Registers) -> Triples:
    """What the registers know of a report, and what only letters print."""
    triples = report_statements(known, registers) if known else _only_printed(iri, printed)
    published = _most_exact({(r.published, r.published_basis or "printed") for r, _ in printed if r.published})
    inspected = _most_exact({(r.inspected, "") for r, _ in printed if r.inspected})
    if published and not (known and known.published):
        triples.date(iri, "kg:published", published[0]).word(iri, "kg:publishedBasis", "basis", published[1])
    if inspected and not (known and known.inspected):
        triples.date(iri, "kg:inspected", inspected[0])
    return triples.update(_differing(iri, printed, published[0])) if published else triples


def _differing(iri: str, printed: list[Printed], given: str) -> Triples:
    """The dates that letters print of a report and that cannot be the one it is given, side by side with it, each with its place."""
    triples = Triples()
    for report, letter in printed:
        if report.published and not dates.may_overlap(report.published, given):
            place = f"{letter.document.name}, characters {report.quote.start} to {report.quote.end}"
            fact = thing("fact", f"{slug_of(iri)}-published-{short_hash(f'{report.published} {letter.document.sha256} {report.quote.start}')}")
            triples.a(fact, f"published: {report.published}", "RegisteredFact").link(fact, "kg:subject", iri)
            triples.say(fact, "kg:property", "published").say(fact, "kg:value", report.published)
            triples.say(fact, "kg:factSource", place).say(fact, "kg:confirmed", False)
    return triples


def _only_printed(iri: str, printed: list[Printed]) -> Triples:
    """A report that no register holds: the longest of the titles that letters print, the widest scope."""
    title = min((report.title for report, _ in printed), key=lambda title: (-len(title), title))
    scopes = {report.scope for report, _ in printed}
    forces = {force for report, letter in printed if report.scope != "national" for force in report.forces or (letter.force,) if force}
    triples = Triples().a(iri, title, "Report").say(iri, "dcterms:title", title).say(iri, "kg:registered", False)
    triples.word(iri, "kg:scope", "scope", next(scope for scope in ("joint", "national", "force") if scope in scopes))
    triples.say(iri, "kg:programme", min((r.programme for r, _ in printed if r.programme), default=None))
    triples.link(iri, "kg:inspects", *(thing("force", force) for force in forces))
    return triples.link(iri, "kg:publishedBy", thing("inspectorate", "hmicfrs"))


def _most_exact(found: set[tuple[str, str]]) -> tuple[str, str] | None:
    """The shortest interval; of equals the earliest, then the printed one."""
    return min(found, key=lambda pair: (_days(pair[0]), dates.order(pair[0]), pair), default=None)


def _days(edtf: str) -> int:
    first, last = dates.interval(edtf)
    return (last - first).days if first and last else 10**6
