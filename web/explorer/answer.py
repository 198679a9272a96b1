"""The headline answer: what was found again, with the words that prove it, and every other finding of the year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge import things
from knowledge.index_notes import KIND_WORDS
from knowledge.lineage import EVIDENCE
from web.explorer import drawer
from web.explorer.asked import Asked, read
from web.explorer.page import Args, Page, page, refused
from web.explorer.site import Site, short
from web.explorer.steps import findings_of
from web.explorer.words import counted, kind_word, subject

__all__ = ["Answered", "answer", "answered", "items_in_order"]

ITEMS, ROWS = 20, 50


@dataclass(frozen=True)
class Answered:
    """What was asked, and every part of its answer. `related` and `suggested` are never counted."""

    asked: Asked
    rows: list[things.Lineage]
    coverage: things.Coverage
    notes: list[str]
    related: list[things.Lineage]
    suggested: list[things.Lineage]


def answered(site: Site, asked: Asked) -> Answered:
    """Ask the index; what is related or suggested is kept apart."""
    ask = site.index.recurrences_between
    about = {"force": asked.force, "kind": asked.kind, "later_kind": asked.later_kind, "theme": asked.theme}
    counted_ones = ask(asked.frm, asked.to, **about, at_least=asked.counted_at)  # type: ignore[arg-type]
    wider = ask(asked.frm, asked.to, **about, at_least=asked.at_least, related_too=True)  # type: ignore[arg-type]
    return Answered(
        asked,
        items_in_order(counted_ones.rows),
        counted_ones.coverage,
        counted_ones.notes,
        items_in_order([row for row in wider.rows if row.relation == "related" and row.evidence != "suggested"]),
        sorted((row for row in wider.rows if row.evidence == "suggested"), key=lambda row: (-max(link.score or 0 for link in row.path), row.id)),
    )


def items_in_order(rows: Sequence[things.Lineage]) -> list[things.Lineage]:
    """Strongest evidence first, then more years, then subject."""

    def key(row: things.Lineage) -> tuple[int, int, str, str]:
        path = findings_of(row)
        return (EVIDENCE.index(row.evidence), -len({finding.year for finding in path}), subject(*path), row.id)

    return sorted(rows, key=key)


def heading(asked: Asked) -> str:
    """`Which shortcomings found in 2014 were found again in 2019?`, in the words of the kinds that are asked for."""
    what = " or ".join(kind_word(kind, many=True) for kind in asked.kind)
    found = f"Which {what} of {asked.frm}" if what else f"Which shortcomings found in {asked.frm}"
    again = " or ".join(kind_word(kind, many=True) for kind in asked.later_kind)
    return f"{found} were found again in {asked.to}{' as ' + again if again else ''}?"


def compared(finding: things.Finding, to: int) -> tuple[int, list[things.Recurrence], int]:
    """With how many findings of a year readers compared this one: all, those that are related only, those judged different."""
    links = [link for link in finding.later if link.later.year == to and link.reviews]
    related = [link for link in links if link.relation == "related" and any(r.decision != "different" for r in link.reviews)]
    return len(links), related, len(links) - len(related)


def instead(site: Site, told: Answered) -> list[tuple[Asked, str, things.Coverage]]:
    """The nearest questions that have an answer: by any name, wider, or other years."""
    asked = told.asked
    tries = [(asked.but(kind=()), "by any name"), (asked.but(theme=None), "on any theme"), (asked.but(later_kind=()), "again by any name")]
    tries += [(asked.but(kind=(), later_kind=asked.kind), f"by any name, again as {' or '.join(kind_word(kind, many=True) for kind in asked.kind)}")]
    tries += [(asked.but(kind=(kind,)), f"{kind_word(kind, many=True)} only") for kind in KIND_WORDS if asked.kind]
    tries += [(asked.but(frm=site.pair[0], to=site.pair[1]), "the longest way over which something was found again")]
    tries += [(asked.but(to=year), "") for year in reversed(site.years) if year > asked.frm]
    found: dict[str, tuple[Asked, str, things.Coverage]] = {}
    for other, words in tries:
        if other != asked.but() and other.address() not in found and (coverage := answered(site, other).coverage).recurring:
            found[other.address()] = (other, words, coverage)
    return list(found.values())[:3]


def _by_any(site: Site, asked: Asked) -> list[list[things.Finding]]:
    """The findings of the first year by whatever name, for an answer that has none of the kind asked for."""
    groups = answered(site, asked.but(kind=(), later_kind=())).coverage.groups.values()
    return sorted((group for part in groups for group in part), key=lambda group: (group[0].kind, group[0].id))


def answer(site: Site, given: Args) -> Page:
    """The page of `/questions/recurrences`."""
    asked, reading = read(site, given)
    if reading.problems:
        return refused(site, "answer.html", heading(asked), reading, asked=asked, told=None)
    told = answered(site, asked)
    if asked.after and asked.after >= max(len(told.rows), 1):
        reading.wrong("after", f"There is nothing after the {asked.after}th: the answer has {counted(len(told.rows), 'pair')}.")
        return refused(site, "answer.html", heading(asked), reading, asked=asked, told=None, status=404)
    return page(
        site,
        "answer.html",
        heading(asked),
        here=asked.address(),
        asked=asked,
        told=told,
        shown=told.rows[asked.after : asked.after + ITEMS],
        size=ITEMS,
        most=ROWS,
        instead=[] if told.rows else instead(site, told),
        compared=compared,
        by_any=[] if told.coverage.findings else _by_any(site, asked),
        place=short(asked.force.name) if asked.force else short(site.only_force.name) if site.only_force else "all forces",
        drawn=drawer.queries(site, "recurrences", {**asked.values(), "atLeast": asked.counted_at}),
        reading=reading,
    )
