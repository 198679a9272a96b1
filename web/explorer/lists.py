"""Lists of letters and of findings: a form, a count in words, one table."""

from __future__ import annotations

from knowledge import things
from knowledge.index_conditions import findings_that, letters_that
from knowledge.index_notes import KIND_WORDS
from web.explorer.page import Args, Page, page, refused
from web.explorer.reading import Reading
from web.explorer.site import Site, short
from web.explorer.words import address, counted

__all__ = ["findings", "letters"]

SIZE = 50


def letters(site: Site, given: Args) -> Page:
    """The page of `/letters`."""
    reading = Reading(site, "/letters", given)
    reading.only(("force", "author", "addressee", "from", "to", "after"))
    force, author, addressee = reading.thing("force", "force"), reading.thing("author", "person"), reading.thing("addressee", "person")
    span, after = reading.span("from", "to"), reading.whole("after")
    rows = letters_that(site.index.letters, force=force, author=author, addressee=addressee, span=span)
    slugs = {"force": force and force.slug, "author": author and author.slug, "addressee": addressee and addressee.slug}
    values = slugs | {name: reading.raw(name) for name in ("from", "to")}
    words = f"{counted(len(rows), 'letter')}{' of ' + short(force.name) if force else ''}"
    people = {"author": _people(site, "author"), "addressee": _people(site, "addressee")}
    return listed(site, "letters.html", words, reading, rows, after, values, people=people)


def _people(site: Site, role: str) -> list[things.Person]:
    found = {person.id: person for letter in site.index.letters if (person := getattr(letter, role))}
    return sorted(found.values(), key=lambda person: person.name)


def findings(site: Site, given: Args) -> Page:
    """The page of `/findings`."""
    reading = Reading(site, "/findings", given)
    reading.only(("year", "force", "kind", "theme", "report", "answered", "after"))
    year, force, theme = reading.year("year"), reading.thing("force", "force"), reading.thing("theme", "theme")
    report, kinds, after = reading.thing("report", "report"), reading.words("kind", KIND_WORDS), reading.whole("after")
    answered = reading.yes_or_no("answered")
    rows = findings_that(site.index.findings, year=year, force=force, kind=kinds, theme=theme, report=report, answered=answered)
    values = {
        "year": year,
        "force": force and force.slug,
        "kind": kinds,
        "theme": theme and theme.slug,
        "report": report and report.slug,
        "answered": None if answered is None else str(answered).lower(),
    }
    what = " or ".join(KIND_WORDS[kind][len(rows) != 1] for kind in kinds)
    words = f"{len(rows):,} {what or ('finding' if len(rows) == 1 else 'findings')}{f' of {year}' if year else ''}"
    return listed(site, "findings.html", words, reading, rows, after, values, report=report)


def listed(site: Site, template: str, words: str, reading: Reading, rows: list, after: int, values: dict, **context: object) -> Page:  # type: ignore[type-arg]
    """One page of a list, or what is wrong with its address."""
    if after and after >= max(1, len(rows)) and "after" not in reading.problems and not reading.problems:
        reading.wrong("after", f"There is nothing after the {after:,}th: the list has {len(rows):,}.", "0", "its first page")
    if reading.problems:
        status = 404 if set(reading.problems) == {"after"} else 400
        name = template.partition(".")[0].capitalize()
        return refused(site, template, name, reading, status, rows=None, values=values, **context)
    shown = rows[after : after + SIZE]
    here = address(reading.path, **values, after=after)
    return page(site, template, words, here=here, reading=reading, rows=rows, shown=shown, after=after, size=SIZE, values=values, **context)
