"""The first page: the answer in ten seconds, and the ways on."""

from __future__ import annotations

from collections import Counter

from knowledge import dates, things
from knowledge.index_notes import KIND_WORDS
from web.charts.letters import Mark, letters
from web.charts.time import Span
from web.explorer.answer import answered
from web.explorer.asked import Asked
from web.explorer.page import Args, Page, page
from web.explorer.reading import Reading
from web.explorer.site import Site, short
from web.explorer.words import VERDICTS, counted, kind_word

__all__ = ["home", "timeline"]

LINES, LISTED = 5, 100
STARTS = (
    "findings_without_answer_found",
    "judgement_history",
    "disputed_findings",
    "findings_by_theme",
    "deadlines",
    "alliance_findings",
    "stated_and_captured_counts",
)


def home(site: Site, given: Args) -> Page:
    """The page of `/`."""
    if not site.index.findings:
        return page(site, "empty.html", "Nothing is held here yet", here="/")
    asked = Asked(*site.pair)
    told = answered(site, asked)
    return page(
        site,
        "home.html",
        heading(told.coverage, asked),
        here="/",
        asked=asked,
        told=told,
        rows=told.rows[:LINES],
        brief=True,
        reading=Reading(site, "/questions/recurrences", given.__class__()),
        starts=[site.questions[name] for name in STARTS if name in site.questions],
        timeline=timeline(site),
        listed=site.index.letters if len(site.index.letters) <= LISTED else (),
        place=short(site.only_force.name) if site.only_force else counted(len(site.forces), "force"),
        entries=entries(site),
        held={link.evidence for link in site.index.recurrences},
        checked=any(link.persons for link in site.index.recurrences),
    )


def heading(coverage: things.Coverage, asked: Asked) -> str:
    """`Of 12 shortcomings that letters report from 2014, 4 were found again in 2019`."""
    if not coverage.recurring and coverage.findings == 1:
        return f"The one shortcoming that letters report from {asked.frm} is not known to be found again in {asked.to}"
    if not coverage.recurring:
        return f"None of the {coverage.findings:,} shortcomings that letters report from {asked.frm} is known to be found again in {asked.to}"
    were = "was" if coverage.recurring == 1 else "were"
    return f"Of {counted(coverage.findings, 'shortcoming')} that letters report from {asked.frm}, {coverage.recurring:,} {were} found again in {asked.to}"


def entries(site: Site) -> dict[str, str]:
    """What is said under the ways on: true counts."""
    index = site.index
    kinds = Counter(finding.kind for finding in index.findings)
    verdicts = Counter(deadline.verdict for deadline in index.deadlines)
    return {
        "Letters": f"{len(index.letters):,}, read with notes in the margin",
        "Findings": f"{len(index.findings):,}: " + ", ".join(f"{kinds[k]:,} {kind_word(k, kinds[k] != 1)}" for k in KIND_WORDS if kinds[k]),
        "Themes": f"{len(site.themes)}, by year",
        "Deadlines": f"{counted(len(index.deadlines), 'report')} answered: "
        + ", ".join(f"{verdicts[v]:,} {VERDICTS[v][0].lower()}" for v in VERDICTS if verdicts[v]),
        "Graph": "What is joined to what, one neighbourhood at a time",
        "Data": "Turtle, JSON-LD, CSV and more; GraphQL and SPARQL",
    }


def spans(site: Site, kinds: tuple[str, ...], force: things.Force | None, holders: set[str] | None = None) -> list[Span]:
    """Who held an office, in order; only `holders`, where they are named."""
    return [
        Span(tenure.holder.name, tenure.start_from, tenure.end_to)
        for tenure in site.index.tenures
        if tenure.holder
        and tenure.office
        and tenure.office.kind in kinds
        and tenure.office.force is force
        and (holders is None or tenure.holder.id in holders)
    ]


def timeline(site: Site) -> str:
    """The chart of letters, with its brackets where all letters are of one force."""
    index = site.index
    marks = [Mark(letter.date_from, letter.date_to, bool(letter.findings), dates.display(letter.date)) for letter in index.letters]
    lanes = {}
    if site.only_force:
        writers = {letter.author.id for letter in index.letters if letter.author}
        lanes["Commissioner who signed"] = spans(site, ("pcc", "pfcc", "mayor"), site.only_force, writers)
    lanes["Home Secretary"] = spans(site, ("home-secretary",), None)
    rule = site.rules[0] if site.rules else None
    words = f"{rule.days}-day limit from {dates.display(rule.begins)}" if rule and rule.begins else ""
    return letters(marks, {name: found for name, found in lanes.items() if found}, rule and rule.begins, words)
