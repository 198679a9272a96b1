"""Registers as statements: each thing with its class, its caption and the sources of what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from knowledge.registers.rows import AllianceRow, BodyRow, EventRow, Fact, ForceRow, OfficeRow, ReportRow, RoundRow, RuleRow, TenureRow
from knowledge.terms import short_hash, slug, thing
from knowledge.triples import Triples

if TYPE_CHECKING:
    from knowledge.registers.registers import Registers

__all__ = ["report_statements", "statements"]

POLICE_UK = "https://www.police.uk/pu/your-area/"
ONS = "http://statistics.data.gov.uk/id/statistical-geography/"


def statements(registers: Registers) -> Triples:
    """Everything that the registers say, as `docs/decisions/graph-model.md` has it."""
    triples = Triples()
    parts: tuple[tuple[tuple, Callable], ...] = (
        (registers.forces, _force),
        (registers.bodies, _body),
        (registers.offices, _office),
        (registers.tenures, _tenure),
        (registers.alliances, _alliance),
        (registers.rounds, _round),
        (registers.reports, report_statements),
        (registers.rules, _rule),
        (registers.facts, _fact),
    )
    for rows, say in parts:
        for row in rows:
            triples.update(say(row, registers))
    return triples.update(_people(registers)).update(_systems(registers)).update(_inspectorate(registers))


def _end(edtf: str | None) -> str | None:
    """An end that can be stated as a date: one that is still open cannot."""
    return None if edtf == ".." else edtf


def _force(row: ForceRow, registers: Registers) -> Triples:
    iri = thing("force", row.slug)
    triples = Triples().a(iri, row.name, "Force")
    triples.say(iri, "foaf:name", row.name).say(iri, "skos:altLabel", *row.aliases).say(iri, "kg:registered", True)
    triples.say(iri, "kg:policeUkId", row.police_uk_id).say(iri, "kg:onsCode", row.ons_code)
    triples.link(iri, "skos:exactMatch", f"{POLICE_UK}{row.police_uk_id}/", ONS + row.ons_code)
    return triples.say(iri, "kg:factSource", *row.sources)


def _body(row: BodyRow, registers: Registers) -> Triples:
    iri = thing("body", row.slug)
    triples = Triples().a(iri, row.name, "LocalPolicingBody").say(iri, "foaf:name", row.name).say(iri, "kg:bodyKind", row.kind)
    triples.link(iri, "kg:overseesForce", thing("force", row.force)).say(iri, "kg:confirmed", row.confirmed == "yes")
    return triples.date(iri, "kg:from", row.start).date(iri, "kg:to", _end(row.end)).say(iri, "kg:factSource", *row.sources)


def _office(row: OfficeRow, registers: Registers) -> Triples:
    iri = thing("office", row.slug)
    triples = Triples().a(iri, row.name, "Office").say(iri, "kg:officeKind", row.kind).say(iri, "kg:factSource", *row.sources)
    triples.link(iri, "kg:oversees", row.force and thing("force", row.force))
    return triples.link(iri, "org:postIn", row.body and thing("body", row.body))


def _people(registers: Registers) -> Triples:
    triples = Triples()
    for row in registers.people:
        iri = thing("person", row.slug)
        triples.a(iri, row.name, "Person").say(iri, "foaf:name", row.name).say(iri, "skos:altLabel", *row.aliases)
        triples.say(iri, "kg:registered", True).say(iri, "kg:factSource", *row.sources)
    return triples


def _tenure(row: TenureRow, registers: Registers) -> Triples:
    iri = thing("tenure", row.slug)
    person, office = registers.person(row.person), next(o for o in registers.offices if o.slug == row.office)
    triples = Triples().a(iri, f"{person.name}, {office.name}", "Tenure")
    triples.link(iri, "kg:holder", thing("person", row.person)).link(iri, "kg:holds", thing("office", row.office))
    triples.date(iri, "kg:from", row.start).date(iri, "kg:to", _end(row.end))
    # A term with an end that nobody knows is not a term whose dates are confirmed.
    known = row.confirmed == "yes" and row.start is not None and row.end is not None
    return triples.say(iri, "kg:confirmed", known).say(iri, "kg:factSource", *row.sources)


def _alliance(row: AllianceRow, registers: Registers) -> Triples:
    iri = thing("alliance", row.slug)
    triples = Triples().a(iri, row.name, "Alliance").say(iri, "foaf:name", row.name).say(iri, "skos:altLabel", *row.aliases)
    triples.date(iri, "kg:from", row.start).date(iri, "kg:to", _end(row.end)).say(iri, "kg:registered", True)
    for member in row.members:
        name = registers.force(member.force).name
        one = thing("membership", f"{row.slug}-{member.force}")
        triples.a(one, f"{name} in the {row.name}", "AllianceMembership")
        triples.link(one, "kg:member", thing("force", member.force)).link(one, "kg:ofAlliance", iri)
        triples.date(one, "kg:from", member.start).date(one, "kg:to", _end(member.end))
    for event in row.events:
        triples.update(_event(event, iri))
    return triples.say(iri, "kg:factSource", *row.sources)


def _event(row: EventRow, alliance: str) -> Triples:
    iri = thing("event", row.slug)
    triples = Triples().a(iri, row.description, "AllianceEvent").link(iri, "kg:ofAlliance", alliance).date(iri, "kg:on", row.on)
    triples.say(iri, "kg:eventKind", row.kind).say(iri, "dcterms:description", row.description)
    return triples.say(iri, "kg:confirmed", row.confirmed).say(iri, "kg:factSource", *row.sources)


def _inspectorate(registers: Registers) -> Triples:
    row, triples = registers.inspectorate, Triples()
    if row is None:
        return triples
    iri = thing("inspectorate", row.slug)
    triples.a(iri, row.names[-1].name, "Inspectorate").say(iri, "foaf:name", *(n.name for n in row.names))
    triples.say(iri, "skos:altLabel", *row.aliases).say(iri, "kg:factSource", *row.sources)
    for name in row.names:
        one = thing("name", slug(name.name))
        triples.link(iri, "kg:hasName", one).a(one, name.name, "InspectorateName").say(one, "foaf:name", name.name)
        triples.date(one, "kg:from", name.start).date(one, "kg:to", _end(name.end))
    return triples


def _round(row: RoundRow, registers: Registers) -> Triples:
    iri = thing("round", row.slug)
    triples = Triples().a(iri, row.name, "Round").link(iri, "kg:gradeScale", thing("concept", f"grade-scale-{row.scale}"))
    triples.link(iri, "kg:comparableWith", *(thing("round", other) for other in row.comparable))
    triples.link(iri, "kg:notComparableWith", *(thing("round", other) for other in row.not_comparable))
    return triples.say(iri, "kg:year", row.year).say(iri, "kg:factSource", *row.sources)


def report_statements(row: ReportRow, registers: Registers) -> Triples:
    """What the registers know of a report, also of one that follows from its family (`registers.report(slug)`)."""
    iri = thing("report", row.slug)
    triples = Triples().a(iri, row.title, "Report").say(iri, "dcterms:title", row.title).say(iri, "skos:altLabel", *row.titles)
    triples.date(iri, "kg:published", row.published).date(iri, "kg:inspected", row.inspected)
    if row.published:
        triples.word(iri, "kg:publishedBasis", "basis", "registered").say(iri, "kg:publishedConfirmed", row.published_confirmed)
    triples.word(iri, "kg:scope", "scope", row.scope).say(iri, "kg:programme", row.programme).say(iri, "kg:registered", True)
    triples.link(iri, "kg:inspects", *(thing("force", force) for force in row.forces))
    triples.link(iri, "kg:inRound", row.round and thing("round", row.round)).say(iri, "skos:note", row.note)
    if registers.inspectorate:
        triples.link(iri, "kg:publishedBy", thing("inspectorate", registers.inspectorate.slug))
    return triples.say(iri, "kg:factSource", *row.sources)


def _rule(row: RuleRow, registers: Registers) -> Triples:
    iri = thing("rule", row.slug)
    triples = Triples().a(iri, row.version, "Rule").say(iri, "kg:days", row.days).say(iri, "kg:version", row.version)
    triples.date(iri, "kg:inForce", f"{row.start}/{row.end or '..'}").link(iri, "dcterms:source", row.legislation)
    return triples.link(iri, "skos:exactMatch", row.legislation).say(iri, "kg:factSource", *row.sources)


def _systems(registers: Registers) -> Triples:
    triples = Triples()
    for row in registers.systems:
        iri = thing("system", row.slug)
        triples.a(iri, row.name, "SystemOrProgramme").say(iri, "foaf:name", row.name).say(iri, "skos:altLabel", *row.aliases)
        triples.say(iri, "kg:factSource", *row.sources)
    return triples


# What a fact's subject is a name of, where the row's kind is not itself a type of thing.
SUBJECT_TYPE = {"grade": "force", "coverage": "force", "event": "alliance"}


def _fact(row: Fact, registers: Registers) -> Triples:
    words = "\t".join((row.kind, row.subject, row.property, row.value, row.start or "", row.end or ""))
    iri = thing("fact", f"{row.subject}-{slug(row.property)}-{short_hash(words)}")
    triples = Triples().a(iri, f"{row.property}: {row.value}", "RegisteredFact")
    if row.kind != "family":
        triples.link(iri, "kg:subject", thing(SUBJECT_TYPE.get(row.kind, row.kind), row.subject))
    triples.say(iri, "kg:property", row.property).say(iri, "kg:value", row.value).say(iri, "kg:confirmed", row.confirmed)
    triples.date(iri, "kg:from", row.start).date(iri, "kg:to", _end(row.end))
    return triples.say(iri, "kg:factSource", row.source)
