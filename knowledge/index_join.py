"""Both directions of what the graph says in one, and the order of lists (CONTRACT section 0)."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

from knowledge import dates, things
from knowledge.index_order import finding_key, letter_key, place_key, report_key
from knowledge.index_read import LABEL, Node, Records
from knowledge.terms import slug_of
from knowledge.triples import full

__all__ = ["join"]


def join(records: Records, nodes: dict[str, Node]) -> None:
    """Fill what only follows from links of other things, and put every list in its order."""
    by_type: dict[type, list[Any]] = defaultdict(list)
    for iri in sorted(records):
        by_type[type(records[iri])].append(records[iri])
    for step in (_letters, _reports, _findings, _responses, _reviews, _links, _lineages, _judgements, _deadlines):
        step(by_type, nodes, records)
    _alliances(by_type, nodes, records)


def _objects(node: Node, curie: str) -> list[Any]:
    return node.get(full(curie), [])


NAMED_QUOTES = {
    "date": "kg:dateQuote",
    "author": "kg:authorQuote",
    "addressee": "kg:addresseeQuote",
    "comments_published": "kg:commentsPublishedQuote",
}


def _letters(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for letter in sorted(by_type[things.Letter], key=letter_key):
        for part in (*letter.findings, *letter.responses, *letter.judgements, *letter.claims, *letter.counts):
            part.letter = letter
        for name in ("findings", "responses", "judgements", "claims", "counts"):
            setattr(letter, name, sorted(getattr(letter, name), key=place_key))
        for name, curie in NAMED_QUOTES.items():
            letter.quotes.update((name, records[iri]) for iri in _objects(nodes[letter.id], curie) if iri in records)
        printed = (records[iri] for iri in _objects(nodes[letter.id], "kg:reportQuote") if iri in records)
        for number, quote in enumerate(sorted(printed, key=lambda q: q.start), 1):
            letter.quotes[f"report-{number}"] = quote
        letter.reports.sort(key=report_key)
        for report in letter.reports:
            report.letters.append(letter)


def _reports(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for report in by_type[things.Report]:
        report.findings.sort(key=finding_key)


def _findings(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for finding in by_type[things.Finding]:
        finding.same_as.sort(key=finding_key)
        if finding.parent:
            finding.parent.children.append(finding)


def _responses(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for response in by_type[things.Response]:
        for finding in response.to:
            finding.responses.append(response)
    for finding in by_type[things.Finding]:
        finding.responses.sort(key=lambda r: (letter_key(r.letter), r.id))


def _reviews(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for review in by_type[things.Review]:
        for iri in _objects(nodes[review.id], "kg:reviewer"):
            node = nodes.get(iri, {})
            review.reviewer = node.get(LABEL, [slug_of(iri)])[0]
            review.reviewer_kind = next(
                (slug_of(kind).removeprefix("reviewer-kind-") for kind in _objects(node, "kg:reviewerKind")), "program"
            )


def _links(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for link in by_type[things.Recurrence]:
        link.reviews.sort(key=lambda r: (r.date, r.reviewer, r.id))
        link.earlier.later.append(link)
        link.later.earlier.append(link)
    for finding in by_type[things.Finding]:
        finding.earlier.sort(key=lambda link: finding_key(link.earlier))
        finding.later.sort(key=lambda link: finding_key(link.later))


def _lineages(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    links = {(link.earlier.id, link.later.id): link for link in by_type[things.Recurrence]}
    for lineage in by_type[things.Lineage]:
        stops = next(iter(_objects(nodes[lineage.id], "kg:path")), "").split()
        lineage.path = [links[step] for step in pairwise(stops)]


def _judgements(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    alike: dict[tuple[Any, ...], list[things.Judgement]] = defaultdict(list)
    for judgement in sorted(by_type[things.Judgement], key=lambda j: (report_key(j.report), j.id)):
        alike[(judgement.force, judgement.pillar, judgement.question)].append(judgement)
    for judgement in by_type[things.Judgement]:
        others = alike[(judgement.force, judgement.pillar, judgement.question)]
        judgement.comparable_with = [other for other in others if other is not judgement and _comparable(judgement.report, other.report)]


def _comparable(report: things.Report | None, other: things.Report | None) -> bool:
    """Whether a registered fact says that the grades of two rounds may be compared; unknown is no."""
    if not (report and other and report.round and other.round):
        return False
    return report.round is other.round or other.round in report.round.comparable_with or report.round in other.round.comparable_with


def _deadlines(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for deadline in by_type[things.Deadline]:
        rule = next(iter(_objects(nodes[deadline.id], "kg:underRule")), None)
        deadline.rule = nodes.get(rule, {}).get(full("kg:version"), [""])[0] if rule else ""


def _alliances(by_type: dict[type, list[Any]], nodes: dict[str, Node], records: Records) -> None:
    for node in nodes.values():
        for alliance in (records.get(iri) for iri in _objects(node, "kg:ofAlliance")):
            for force in (records.get(iri) for iri in _objects(node, "kg:member")):
                span = (next(iter(_objects(node, name)), None) for name in ("kg:from", "kg:to"))
                alliance.members.append((force, *span))  # type: ignore[union-attr]
    for iri, node in nodes.items():
        event = records.get(iri)
        if isinstance(event, things.Event):
            for alliance in _objects(node, "kg:ofAlliance"):
                records[alliance].events.append(event)  # type: ignore[attr-defined]
    for alliance in by_type[things.Alliance]:
        alliance.members.sort(key=lambda member: (member[0].id, dates.order(member[1])))
        alliance.events.sort(key=lambda event: (dates.order(event.on), event.id))
