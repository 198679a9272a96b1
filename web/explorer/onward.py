"""Where to read on from a thing: lists and questions about it, with true counts."""

from __future__ import annotations

from typing import Any

from knowledge import things
from web.explorer.site import Site
from web.explorer.words import address, counted, href, where

__all__ = ["in_the_letters"]


def in_the_letters(site: Site, found: Any) -> list[tuple[str, str]]:
    """Words and address of each way on."""
    if isinstance(found, things.Force):
        return _of_force(site, found)
    if isinstance(found, things.Person):
        return _of_person(site, found)
    if isinstance(found, things.Report):
        answering = [(f"Answered in the letter of {where(one)}", href(one)) for one in found.letters]
        return [(counted(len(found.findings), "finding"), address("/findings", report=found.slug)), *answering]
    if isinstance(found, things.Theme):
        about = sum(1 for finding in site.index.findings if found in finding.themes)
        by_year = ("By year", address("/questions/findings_by_theme", theme=found.slug))
        return [(counted(about, "finding"), address("/findings", theme=found.slug)), by_year]
    return []


def _of_force(site: Site, force: things.Force) -> list[tuple[str, str]]:
    raised = sum(1 for finding in site.index.findings if finding.force is force)
    frm, to = site.pair
    told = site.index.recurrences_between(frm, to, force=force).coverage
    again = address("/questions/recurrences", **{"from": frm, "to": to, "force": force.slug})
    return [
        (counted(site.letters_of[force.slug], "letter"), address("/letters", force=force.slug)),
        (counted(raised, "finding"), address("/findings", force=force.slug)),
        (f"{told.recurring} of {told.findings} findings of {frm} found again in {to}", again),
        ("Grades", address("/questions/judgement_history", force=force.slug)),
        ("Letters and the time limit", address("/questions/deadlines", force=force.slug)),
    ]


def _of_person(site: Site, person: things.Person) -> list[tuple[str, str]]:
    wrote, got = (sum(1 for one in site.index.letters if getattr(one, role) is person) for role in ("author", "addressee"))
    told = [(wrote, "letter written", "letters written", "author"), (got, "letter received", "letters received", "addressee")]
    return [(counted(n, one, many), address("/letters", **{role: person.slug})) for n, one, many, role in told if n]
