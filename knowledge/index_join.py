"""Both directions of what the graph says in one, and the order of lists (CONTRACT section 0)."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import Any

from knowledge import dates, things
from knowledge.index_order import finding_key, letter_key, place_key, report_key
from knowledge.index_read import LABEL, Records, said
from knowledge.store import Readable
from knowledge.terms import slug_of

__all__ = ["join"]

ByType = dict[type, list[Any]]
NAMED_QUOTES = {
    "date": "kg:dateQuote",
    "author": "kg:authorQuote",
    "addressee": "kg:addresseeQuote",
    "comments_published": "kg:commentsPublishedQuote",
}


def join(records: Records, store: Readable) -> None:
    """Fill what only follows from links of other things, and put every list in its order."""
    by_type: ByType = defaultdict(list)
    for iri in sorted(records):
        by_type[type(records[iri])].append(records[iri])
    for step in (_letters, _reports, _findings, _responses, _links, _judgements):
        step(by_type)
    for step_of_store in (_quotes, _reviews, _lineages, _deadlines, _alliances):
        step_of_store(by_type, records, store)


def _letters(by_type: ByType) -> None:
    for letter in sorted(by_type[things.Letter], key=letter_key):
        for part in (*letter.findings, *letter.responses, *letter.judgements, *letter.claims, *letter.counts):
            part.letter = letter
        for name in ("findings", "responses", "judgements", "claims", "counts"):
            getattr(letter, name).sort(key=place_key)
        letter.reports.sort(key=report_key)
        for report in letter.reports:
            report.letters.append(letter)


def _reports(by_type: ByType) -> None:
    for report in by_type[things.Report]:
        report.findings.sort(key=finding_key)


def _findings(by_type: ByType) -> None:
    for finding in by_type[things.Finding]:
        finding.same_as.sort(key=finding_key)
        if finding.parent:
            finding.parent.children.append(finding)


def _responses(by_type: ByType) -> None:
    for response in by_type[things.Response]:
        for finding in response.to:
            finding.responses.append(response)
    for finding in by_type[things.Finding]:
        finding.responses.sort(key=lambda r: (letter_key(r.letter), r.id))


def _links(by_type: ByType) -> None:
    for link in by_type[things.Recurrence]:
        link.reviews.sort(key=lambda r: (r.date, r.reviewer, r.id))
        link.earlier.later.append(link)
        link.later.earlier.append(link)
    for finding in by_type[things.Finding]:
        finding.earlier.sort(key=lambda link: finding_key(link.earlier))
        finding.later.sort(key=lambda link: finding_key(link.later))


def _judgements(by_type: ByType) -> None:
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


def _quotes(by_type: ByType, records: Records, store: Readable) -> None:
    """Where a letter's date, author and addressee stand, and its reports in order of place."""
    for name, curie in NAMED_QUOTES.items():
        for letter, quotes in said(store, curie).items():
            records[letter].quotes[name] = records[quotes[0]]  # type: ignore[attr-defined]
    for letter, quotes in said(store, "kg:reportQuote").items():
        placed = sorted((records[iri] for iri in quotes), key=lambda quote: (quote.start, quote.id))  # type: ignore[attr-defined]
        records[letter].quotes.update({f"report-{number}": quote for number, quote in enumerate(placed, 1)})  # type: ignore[attr-defined]


def _reviews(by_type: ByType, records: Records, store: Readable) -> None:
    by, kinds, names = (said(store, curie) for curie in ("kg:reviewer", "kg:reviewerKind", LABEL))
    for review in by_type[things.Review]:
        (reader,) = by.get(review.id, ("",))[:1]
        review.reviewer = names.get(reader, [slug_of(reader)])[0]
        review.reviewer_kind = slug_of(kinds.get(reader, ["reviewer-kind-program"])[0]).removeprefix("reviewer-kind-")


def _lineages(by_type: ByType, records: Records, store: Readable) -> None:
    links = {(link.earlier.id, link.later.id): link for link in by_type[things.Recurrence]}
    for iri, paths in said(store, "kg:path").items():
        records[iri].path = [links[step] for step in pairwise(paths[0].split())]  # type: ignore[attr-defined]


def _deadlines(by_type: ByType, records: Records, store: Readable) -> None:
    rules, versions = said(store, "kg:underRule"), said(store, "kg:version")
    for deadline in by_type[things.Deadline]:
        deadline.rule = next((versions[rule][0] for rule in rules.get(deadline.id, ()) if rule in versions), "")


def _alliances(by_type: ByType, records: Records, store: Readable) -> None:
    members, begun, ended = (said(store, curie) for curie in ("kg:member", "kg:from", "kg:to"))
    for part, alliances in said(store, "kg:ofAlliance").items():
        alliance: Any = records[alliances[0]]
        if part in records:
            alliance.events.append(records[part])
        for force in members.get(part, ()):
            alliance.members.append((records[force], begun.get(part, [None])[0], ended.get(part, [None])[0]))
    for alliance in by_type[things.Alliance]:
        alliance.members.sort(key=lambda member: (member[0].id, dates.order(member[1])))
        alliance.events.sort(key=lambda event: (dates.order(event.on), event.id))
