"""Findings joined across letters: reviews, what letters claim, recurrences, lineages, what was read and not repeated."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from knowledge.lineage import Joined, Link, backward, in_circles, work_out
from knowledge.registers import Registers
from knowledge.reviews import ReviewError, ReviewRow, Reviews
from knowledge.terms import slug_of, thing
from knowledge.triples import Triples
from loaders.letter import Letter
from loaders.state import say
from loaders.state.attach import Attached, Passages, in_reading_order
from loaders.state.coverage import say_not_asked, say_not_repeated
from loaders.state.grades import comparability
from loaders.state.joint import Joint, Placed, place
from loaders.state.judge import Judged, Pair, decide, supersede
from loaders.state.named import named
from loaders.state.names import Key, key_of, letter_iris
from loaders.state.same import groups, say_same
from loaders.state.statements import Told

__all__ = ["link"]


def link(
    letters: Iterable[Letter], reviews: Reviews, registers: Registers, iris: Mapping[Key, str] | None = None
) -> tuple[Triples, list[str]]:
    """What joins letters, and remarks a person should read. `iris` are the names that `letter_iris` gave them.

    A review that points at text that is not there is refused in a remark with its file and line; the others stand.
    """
    held = list(letters)
    names = iris or letter_iris(held)
    joint = Joint([Told.of(letter, names[key_of(letter)], registers) for letter in held], registers)
    joint.remarks += [str(problem) for problem in reviews.problems]
    _attach(joint, reviews.rows)
    _same(joint)
    _claims(joint)
    links, refused = _links(joint)
    joined = work_out(links, refused, {iri: placed.dated for iri, placed in joint.findings.items()})
    _say_links(joint, links)
    _say_lineages(joint, joined)
    say_not_repeated(joint)
    say_not_asked(joint)
    joint.triples.update(comparability(joint.told, registers))
    joint.triples.update(named(held, registers))
    return joint.triples, joint.remarks


def _attach(joint: Joint, rows: Iterable[ReviewRow]) -> None:
    """Every review to its findings; findings made by passages are said, with their reviews."""
    passages = Passages(joint.told)
    found = [one for row in in_reading_order(rows) if (one := _attached_or_refused(passages, row, joint.remarks))]
    joint.judged = supersede(found)
    for told in joint.told:
        joint.triples.update(told.triples)
        for finding in told.letter.findings:
            joint.findings[told.findings[finding.id]] = place(told, finding)
    for iri, (told, finding) in passages.made.items():
        joint.findings[iri] = place(told, finding)
    for one in joint.judged:
        say.review(joint.triples, one)


def _attached_or_refused(passages: Passages, row: ReviewRow, remarks: list[str]) -> Judged | None:
    try:
        return _attached(passages, row, remarks)
    except ReviewError as error:
        remarks.append(f"{error} This review is refused; the others stand.")
        return None


def _attached(passages: Passages, row: ReviewRow, remarks: list[str]) -> Judged | None:
    """The review with its findings; none where words have changed so that no finding is left of them."""
    earlier = passages.attach(row.earlier, row)
    if isinstance(row.later, str):
        _known_report(passages, row)
        later = Attached(thing("report", row.later), True)
    else:
        later = passages.attach(row.later, row)
    if not (earlier and later and earlier.stands and later.stands):
        remarks.append(f"{row.place}: the words have changed since '{row.reviewer}' read them. The pair is to be read again.")
    return Judged(row, earlier.finding, later.finding, earlier.stands and later.stands) if earlier and later else None


def _known_report(passages: Passages, row: ReviewRow) -> None:
    if not any(thing("report", str(row.later)) in told.reports.values() for told in passages.told):
        raise ReviewError(
            f"{row.place}: no letter answers a report '{row.later}'. Name a report that `peelgraph ask reports_answered` lists."
        )


def _same(joint: Joint) -> None:
    found = groups(joint.told)
    say_same(joint.triples, found)
    joint.same = {iri: group for group in found for iri in group}


def _claims(joint: Joint) -> None:
    """The pairs that a letter itself says are one shortcoming found again, with the IRI of its sentence."""
    for told in joint.told:
        for claim in told.letter.claims:
            pair = (told.findings.get(claim.earlier or ""), told.findings.get(claim.finding or ""))
            if claim.kind == "recurrence" and None not in pair:
                joint.claims.setdefault(pair, say.quote_of(told, claim.quote))  # type: ignore[arg-type]


def _links(joint: Joint) -> tuple[list[Link], set[Pair]]:
    """The links that evidence and time allow, and the pairs that a reader refused."""
    views: dict[Pair, list[Judged]] = defaultdict(list)
    for one in joint.judged:
        if one.row.decision != "none":
            views[(one.earlier, one.later)].append(one)
    links, refused = [], set()
    for pair in sorted(views.keys() | joint.claims.keys()):
        verdict = decide(pair, views[pair], pair in joint.claims)
        if verdict.refused:
            refused.add(pair)
        if verdict.link and _allowed(joint, pair):
            links.append(verdict.link)
    for pair in sorted(in_circles(links)):
        joint.remarks.append(f"The link from '{pair[0]}' to '{pair[1]}' is part of a circle: its order is not known, and no path uses it.")
    return links, refused


def _allowed(joint: Joint, pair: Pair) -> bool:
    """Whether a pair can be a recurrence: two findings, of two reports, of one force or alliance, not backward in time."""
    earlier, later = (joint.findings[iri] for iri in pair)
    if pair[0] == pair[1] or pair[1] in joint.same.get(pair[0], ()) or (earlier.report and earlier.report == later.report):
        return False
    if backward(earlier.dated, later.dated):
        joint.remarks.append(f"No link from '{pair[0]}' to '{pair[1]}': the second was made before the first.")
        return False
    if not _of_one_body(joint.registers, earlier, later):
        joint.remarks.append(f"No link from '{pair[0]}' to '{pair[1]}': they are of two forces that were no partners then.")
        return False
    return True


def _of_one_body(registers: Registers, earlier: Placed, later: Placed) -> bool:
    if earlier.force is None or later.force is None or earlier.force == later.force:
        return True
    a, b = (slug_of(placed.force) for placed in (earlier, later))
    return registers.alliance_on(a, b, earlier.dated) is not None


def _say_links(joint: Joint, links: Iterable[Link]) -> None:
    views: dict[Pair, list[Judged]] = defaultdict(list)
    for one in joint.judged:
        views[(one.earlier, one.later)].append(one)
    for made in links:
        between = tuple(joint.findings[iri].year for iri in made.pair)
        say.recurrence(joint.triples, made, views[made.pair], joint.claims.get(made.pair), between)


def _say_lineages(joint: Joint, joined: Iterable[Joined]) -> None:
    for row in joined:
        between = (joint.findings[row.earlier].year, joint.findings[row.later].year)
        say.lineage(joint.triples, row, between)
        if row.at_least == "reviewed" and row.relation != "related":
            joint.triples.say(row.earlier, "kg:recursIn", between[1])
