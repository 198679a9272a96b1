"""One letter: its text unchanged, what was read in it beside, and how it stands to the limit."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from knowledge import dates, things
from web.charts.clock import clock
from web.explorer.marks import Mark, keyed, marked
from web.explorer.page import Page, page
from web.explorer.quotes import paragraphs
from web.explorer.site import Site
from web.explorer.words import counted, kind_word, where

__all__ = ["letter"]


@dataclass(frozen=True)
class Paragraph:
    """A numbered paragraph, its words with marks, and the marks that begin in it."""

    number: int
    start: int
    end: int
    html: Markup
    marks: list[Mark]
    facts: list[tuple[str, str]]


@dataclass(frozen=True)
class Panel:
    """The limit of one report: its verdict, and the clock where every day is known."""

    deadline: things.Deadline
    clock: Markup | str
    days: int
    source: str | None
    begins: str | None


def letter(site: Site, found: things.Letter) -> Page:
    """The page of `/doc/letter/{slug}`."""
    text = site.index.text(found.document) if found.document else ""
    marks = keyed(found)
    keys = {mark.thing.id: mark.key for mark in marks}
    return page(
        site,
        "letter.html",
        where(found),
        here=f"/doc/letter/{found.slug}",
        letter=found,
        paragraphs=_paragraphs(found, text, marks),
        keys=keys,
        keys_of=lambda them: runs([key for iri, key in keys.items() if iri in {one.id for one in them}]),
        panels=[_panel(site, deadline) for deadline in site.index.deadlines if deadline.letter is found],
        read=read_here(found),
        holder=_tenure(site, found.addressee, found.date),
        unclear=unclear(found),
        neighbours=neighbours(site, found),
        numbers={kind: sum(mark.kind == kind for mark in marks) for kind in "fagcn"},
        path=f"/doc/letter/{found.slug}",
    )


def runs(keys: list[str]) -> list[str]:
    """Keys in order, three or more neighbours as one stretch: `F1–F8`, `F12`."""
    stretches: list[list[str]] = []
    for key in keys:
        joins = stretches and int(key[1:]) == int(stretches[-1][-1][1:]) + 1
        stretches = [*stretches[:-1], [*stretches[-1], key]] if joins else [*stretches, [key]]
    return [told for one in stretches for told in ([f"{one[0]}–{one[-1]}"] if len(one) > 2 else one)]


def read_here(found: things.Letter) -> str:
    """`7 findings, 11 answers, 2 grades, 1 claim`."""
    numbers = (("finding", found.findings), ("answer", found.responses), ("grade", found.judgements), ("claim", found.claims), ("number", found.counts))
    return ", ".join(counted(len(these), name) for name, these in numbers if these) or "nothing"


def _paragraphs(found: things.Letter, text: str, marks: list[Mark]) -> list[Paragraph]:
    taken: set[str] = set()
    source = found.source
    spans = paragraphs(text, found.start, found.end)
    return [
        Paragraph(
            number,
            start,
            end,
            marked(text, source, marks, start, end, taken),
            [mark for mark in marks if start <= mark.start < end],
            list(dict.fromkeys(fact(found, name) for name, quote in sorted(found.quotes.items()) if start <= quote.start < end)),
        )
        for number, (start, end) in enumerate(spans, 1)
    ]


def fact(found: things.Letter, name: str) -> tuple[str, str]:
    """What was read in a printed line that is no finding: its name and value."""
    facts = {
        "date": ("Date", f"{dates.display(found.date)}, printed."),
        "author": ("From", f"{found.author.name if found.author else found.author_printed}, printed."),
        "addressee": ("To", f"{found.addressee.name if found.addressee else found.addressee_printed}, printed."),
        "comments_published": ("Comments published", f"{dates.display(found.comments_published)}, printed."),
    }
    return facts.get(name, ("Report", "its title, as the letter prints it."))


def _panel(site: Site, deadline: things.Deadline) -> Panel:
    rule = site.rule(deadline.rule)
    published = deadline.report.published if deadline.report else None
    drawn: Markup | str = ""
    if rule and deadline.day and published and deadline.last_day and "/" not in deadline.last_day:
        drawn = clock(deadline.day, rule.days, dates.display(published), dates.display(deadline.last_day), dates.display(deadline.dated))
    return Panel(deadline, drawn, rule.days if rule else 0, rule and rule.source, rule and rule.begins)


def _tenure(site: Site, person: things.Person | None, date: str | None) -> things.Tenure | None:
    """The office that someone held on the letter's date, from the register."""
    held = [t for t in site.index.tenures if t.holder is person and person and t.office and t.office.kind == "home-secretary"]
    return next((tenure for tenure in held if _may_hold(tenure, date)), None)


def _may_hold(tenure: things.Tenure, date: str | None) -> bool:
    if date is None:
        return False
    first, last = dates.interval(date)
    return (tenure.start_from or "") <= str(last) and str(first) <= (tenure.end_to or "9999")


def unclear(found: things.Letter) -> list[str]:
    """What the letter says that could not be tied to anything, in sentences."""
    told = []
    for count in found.counts:
        number = sum(1 for finding in found.findings if finding.kind == count.kind)
        if count.n and count.kind != "other" and count.n > number:
            told.append(f"{counted(count.n, *kind_pair(count.kind))} {'is' if count.n == 1 else 'are'} stated; {number:,} {'is' if number == 1 else 'are'} read in this letter.")
    loose = sum(1 for response in found.responses if not response.to)
    if loose:
        told.append(f"{counted(loose, 'answer has', 'answers have')} no finding to go with.")
    return list(dict.fromkeys(told))


def kind_pair(kind: str) -> tuple[str, str]:
    return kind_word(kind), kind_word(kind, many=True)


def neighbours(site: Site, found: things.Letter) -> list[tuple[str, things.Letter]]:
    """The letters before and after it, of the same force."""
    row = [one for one in site.index.letters if one.force is found.force]
    place = row.index(found)
    near = [("the letter before", row[place - 1] if place else None), ("the next letter here", row[place + 1] if place + 1 < len(row) else None)]
    return [(words, one) for words, one in near if one]
