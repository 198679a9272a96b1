"""From statements to records: one scan of a store, one table of which property fills which field."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from knowledge import things
from knowledge.store import Readable, value
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["Node", "read_records"]

Node = dict[str, list[Any]]
Records = dict[str, things.Thing]
Fill = Callable[[Node, Records], Any]
TYPE, LABEL = full("rdf:type"), full("rdfs:label")


def first(curie: str, default: Any = None) -> Fill:
    """A single literal."""
    iri = full(curie)
    return lambda node, records: node.get(iri, (default,))[0]


def every(curie: str) -> Fill:
    """All literals, sorted."""
    iri = full(curie)
    return lambda node, records: sorted(node.get(iri, ()))


def ref(curie: str) -> Fill:
    """The record that a link leads to."""
    iri = full(curie)
    return lambda node, records: next((records[o] for o in node.get(iri, ()) if o in records), None)


def refs(curie: str) -> Fill:
    """All records that links lead to, in order of their IRIs."""
    iri = full(curie)
    return lambda node, records: [records[o] for o in sorted(node.get(iri, ())) if o in records]


def word(curie: str, scheme: str, default: str | None = None, gap: str = "_") -> Fill:
    """A controlled value as `read --json` writes it: `requires improvement`, `in_progress`."""
    iri, cut = full(curie), len(scheme) + 1
    return lambda node, records: slug_of(node[iri][0])[cut:].replace("-", gap) if iri in node else default


def date(name: str, curie: str) -> dict[str, Fill]:
    """An EDTF date with its first and last day: fields `published`, `published_from`, `published_to`."""
    return {name: first(curie), f"{name}_from": first(f"{curie}From"), f"{name}_to": first(f"{curie}To")}


QUOTED = {"quote": ref("kg:quote")}
NAMED = {"name": first("foaf:name", ""), "aliases": every("skos:altLabel")}
FIELDS: dict[str, tuple[type[things.Thing], dict[str, Fill]]] = {
    "Document": (
        things.Document,
        {"file_name": first("kg:fileName", ""), "sha256": first("kg:sha256", ""), "source": first("dcterms:source"), "licence": first("kg:licence")},
    ),
    "Quote": (
        things.Quote,
        {
            "text": first("kg:text", ""),
            "start": first("kg:start", 0),
            "end": first("kg:end", 0),
            "document": ref("oa:hasSource"),
            "letter": ref("kg:inLetter"),
        },
    ),
    "Person": (things.Person, NAMED | {"registered": first("kg:registered", False)}),
    "Force": (
        things.Force,
        NAMED | {"registered": first("kg:registered", False), "police_uk_id": first("kg:policeUkId"), "ons_code": first("kg:onsCode")},
    ),
    "Alliance": (things.Alliance, {"name": first("foaf:name", ""), "registered": first("kg:registered", True)}),
    "AllianceEvent": (
        things.Event,
        date("on", "kg:on")
        | {
            "kind": first("kg:eventKind", ""),
            "description": first("dcterms:description", ""),
            "confirmed": first("kg:confirmed", False),
            "sources": every("kg:factSource"),
        },
    ),
    "Theme": (
        things.Theme,
        {"registered": first("kg:registered", True), "definition": first("skos:definition", ""), "aliases": every("skos:altLabel")},
    ),
    "SystemOrProgramme": (things.System, NAMED),
    "Office": (things.Office, {"kind": first("kg:officeKind", ""), "force": ref("kg:oversees")}),
    "Tenure": (
        things.Tenure,
        {
            "holder": ref("kg:holder"),
            "office": ref("kg:holds"),
            "start": first("kg:from"),
            "start_from": first("kg:fromFrom"),
            "end": first("kg:to"),
            "end_to": first("kg:toTo"),
            "confirmed": first("kg:confirmed", False),
            "sources": every("kg:factSource"),
        },
    ),
    "Round": (things.Round, {"year": first("kg:year"), "scale": first("kg:gradeScale", ""), "comparable_with": refs("kg:comparableWith")}),
    "Report": (
        things.Report,
        date("published", "kg:published")
        | {
            "title": first("dcterms:title", ""),
            "published_basis": word("kg:publishedBasis", "basis"),
            "published_confirmed": first("kg:publishedConfirmed"),
            "inspected": first("kg:inspected"),
            "scope": word("kg:scope", "scope", "force"),
            "programme": first("kg:programme"),
            "registered": first("kg:registered", False),
            "round": ref("kg:inRound"),
            "forces": refs("kg:inspects"),
            "judgements": refs("kg:gives"),
            "findings": refs("kg:raises"),
        },
    ),
    "Letter": (
        things.Letter,
        date("date", "kg:dated")
        | {
            "document": ref("kg:inDocument"),
            "start": first("kg:start", 0),
            "end": first("kg:end", 0),
            "comments_published": first("kg:commentsPublished"),
            "author": ref("kg:writtenBy"),
            "author_basis": word("kg:writtenByBasis", "basis"),
            "author_printed": first("kg:authorPrinted"),
            "author_office": ref("kg:writtenAs"),
            "addressee": ref("kg:addressedTo"),
            "addressee_basis": word("kg:addressedToBasis", "basis"),
            "addressee_printed": first("kg:addresseePrinted"),
            "force": ref("kg:concerns"),
            "copied_to": every("kg:copiedTo"),
            "reference": first("kg:reference"),
            "reports": refs("kg:answers"),
            "findings": refs("kg:quotes"),
            "responses": refs("kg:contains"),
            "judgements": refs("kg:reports"),
            "claims": refs("kg:claims"),
            "counts": refs("kg:states"),
            "corrections": refs("kg:correctedBy"),
        },
    ),
    "Finding": (
        things.Finding,
        QUOTED
        | {
            "kind": word("kg:kind", "kind", "concern"),
            "word": first("kg:word"),
            "number": first("kg:number"),
            "voice": word("kg:voice", "voice", "inspectorate"),
            "certainty": word("kg:certainty", "certainty", "stated"),
            "section": first("kg:section"),
            "text": first("kg:text", ""),
            "year": first("kg:year"),
            "year_basis": word("kg:yearBasis", "year-basis", "unknown"),
            "report": ref("kg:raisedIn"),
            "force": ref("kg:force"),
            "addressed_to": first("kg:addressee"),
            "themes": refs("kg:about"),
            "parent": ref("kg:partOf"),
            "same_as": refs("kg:sameFindingAs"),
            "waits_for": refs("kg:waitsFor"),
            "known_from": first("kg:knownFrom"),
            "not_repeated_in": every("kg:notRepeatedIn"),
            "not_asked_in": every("kg:notAskedIn"),
        },
    ),
    "Response": (
        things.Response,
        QUOTED
        | {
            "to": refs("kg:respondsTo"),
            "status": word("kg:status", "status", "monitoring"),
            "by": word("kg:by", "speaker", "commissioner"),
            "due": first("kg:due"),
            "waits_for": refs("kg:waitsFor"),
        },
    ),
    "Judgement": (
        things.Judgement,
        QUOTED
        | {
            "grade": word("kg:grade", "grade", "", gap=" "),
            "pillar": first("kg:pillar"),
            "question": first("kg:question"),
            "comparable": first("kg:comparable"),
            "force": ref("kg:force"),
            "report": ref("kg:givenIn"),
        },
    ),
    "Claim": (things.Claim, QUOTED | {"kind": word("kg:claimKind", "claim-kind"), "finding": ref("kg:claimAbout"), "year": first("kg:year")}),
    "StatedCount": (things.StatedCount, QUOTED | {"kind": first("kg:countedKind", "other"), "n": first("kg:n")}),
    "Review": (
        things.Review,
        {
            "decision": word("kg:decision", "decision", ""),
            "reason": first("kg:reason", ""),
            "date": first("kg:reviewedOn", ""),
            "superseded": first("kg:superseded", False),
            "stands": first("kg:stands", True),
            "earlier": ref("kg:ofEarlier"),
            "later": ref("kg:ofLater"),
            "report": ref("kg:ofReport"),
        },
    ),
    "Recurrence": (
        things.Recurrence,
        QUOTED
        | {
            "earlier": ref("kg:earlier"),
            "later": ref("kg:later"),
            "relation": word("kg:relation", "relation"),
            "evidence": word("kg:evidence", "evidence"),
            "persons": first("kg:persons", 0),
            "programs": first("kg:programs", 0),
            "reviews": refs("kg:reviewedIn"),
            "score": first("kg:score"),
        },
    ),
    "Lineage": (
        things.Lineage,
        {
            "earlier": ref("kg:earlier"),
            "later": ref("kg:later"),
            "relation": word("kg:relation", "relation"),
            "evidence": word("kg:evidence", "evidence"),
            "persons": first("kg:persons", 0),
            "programs": first("kg:programs", 0),
        },
    ),
    "Deadline": (
        things.Deadline,
        {
            "report": ref("kg:deadlineOf"),
            "force": ref("kg:force"),
            "letter": ref("kg:metBy"),
            "last_day": first("kg:lastDayText"),
            "dated": first("kg:datedText"),
            "day": first("kg:day"),
            "late_by": first("kg:lateBy"),
            "verdict": word("kg:verdict", "verdict"),
            "basis": word("kg:clockBasis", "clock-basis"),
            "published_basis": word("kg:publishedBasis", "basis"),
            "sentence": first("kg:sentence", ""),
        },
    ),
    "Correction": (
        things.Correction,
        {"field": first("kg:field", ""), "reason": first("kg:reason", ""), "by": first("prov:wasAttributedTo", ""), "on": first("kg:correctedOn", "")},
    ),
}
CLASSES = {full(f"kg:{name}"): name for name in FIELDS}


def read_records(store: Readable) -> tuple[Records, dict[str, Node]]:
    """Every thing of the graph that has a record, filled, and what is said of every subject."""
    nodes = _scan(store)
    records: Records = {}
    for iri, node in nodes.items():
        kind = next((CLASSES[c] for c in node.get(TYPE, ()) if c in CLASSES), None)
        if kind:
            records[iri] = FIELDS[kind][0](iri, slug_of(iri), _caption(node))
    for iri, record in records.items():
        _fill(record, nodes[iri], records)
    return records, nodes


def _scan(store: Readable) -> dict[str, Node]:
    nodes: dict[str, Node] = defaultdict(lambda: defaultdict(list))
    for triple in store.triples():
        nodes[triple.subject.value][triple.predicate.value].append(value(triple.object))
    return {iri: dict(node) for iri, node in nodes.items()}


def _caption(node: Node) -> str:
    return min(node.get(LABEL, ("",)))


BY_TYPE: dict[type, Iterable[tuple[str, Fill]]] = {cls: list(fields.items()) for cls, fields in FIELDS.values()}


def _fill(record: things.Thing, node: Node, records: Records) -> None:
    for name, fill in BY_TYPE[type(record)]:
        filled = fill(node, records)
        if name != "name" or filled:
            setattr(record, name, filled)
