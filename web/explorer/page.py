"""A page in the dress of the house: one template, its context, its status."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from flask import Response, render_template, request
from jinja2 import Environment
from markupsafe import Markup, escape
from werkzeug.datastructures import MultiDict

from knowledge import dates, things
from web import charts
from web.explorer import quotes, steps, words
from web.explorer.reading import Reading
from web.explorer.site import Site, short

__all__ = ["Args", "Page", "dress", "of_all", "page", "refused"]

Args = MultiDict[str, str]
NAVIGATION = (
    ("Questions", "/questions"),
    ("Letters", "/letters"),
    ("Findings", "/findings"),
    ("Themes", "/questions/findings_by_theme"),
    ("Grades", "/questions/judgement_history"),
    ("Deadlines", "/questions/deadlines"),
    ("Graph", "/graph"),
    ("Data", "/data"),
)
VENDOR = Path(__file__).resolve().parent.parent / "pages" / "vendor"


@dataclass(frozen=True)
class Page:
    """What a page function returns; `response` makes it ready to send."""

    html: str
    status: int = 200

    def response(self) -> Response:
        return Response(self.html, self.status, content_type="text/html; charset=utf-8")


def page(site: Site, template: str, title: str, *, here: str | None = None, status: int = 200, **context: Any) -> Page:
    """Fill a template. `here` is the page's own address, defaults left out: what is cited and linked."""
    return Page(render_template(template, title=title, here=here or request.path, **context), status)


def refused(site: Site, template: str, title: str, reading: Reading, status: int = 400, **context: Any) -> Page:
    """The same page with what is wrong before its heading, and every value kept."""
    return page(site, template, title, here=reading.instead(), status=status, reading=reading, **context)


def current(path: str) -> str:
    """The entry of the navigation that a path belongs to."""
    special = [target for _, target in NAVIGATION if path == target]
    kinds = {"/doc/letter/": "/letters", "/doc/finding/": "/findings", "/questions/": "/questions", "/doc/": "/data"}
    return special[0] if special else next((target for start, target in kinds.items() if path.startswith(start)), "")


def dress(environment: Environment, site: Site, fingerprint: str) -> None:
    """Give every template of the application the words, charts and components of the pages."""
    environment.trim_blocks = environment.lstrip_blocks = True
    environment.filters.update(day=lambda edtf: dates.display(edtf), short=short, thousands=lambda n: f"{n:,}", href=words.href, where=words.where)
    environment.filters.update(pairs=lambda things: [(thing.slug, words.upper_first(thing.name)) for thing in things], zipped=lambda values: [(v, v) for v in values])
    environment.filters["broken"] = broken
    names = {name: getattr(words, name) for name in words.__all__} | {name: getattr(charts, name) for name in charts.__all__}
    names |= {name: getattr(steps, name) for name in steps.__all__}
    environment.globals.update(
        names,
        site=site,
        navigation=NAVIGATION,
        current=current,
        fingerprint=fingerprint,
        is_later_only=steps.is_later_only,
        strip=strip(site),
        has_vendor=lambda name: (VENDOR / name).is_file(),
        verdict_words=words.VERDICTS,
        statuses=words.STATUSES,
        evidence_words=words.EVIDENCE,
        evidence_choices=[(evidence, words.evidence_choice(evidence)) for evidence in words.EVIDENCE],
        **quoting(site),
    )


def broken(iri: str) -> Markup:
    """An identifier that may be broken after `/` and `-`, and is copied whole."""
    return Markup("").join(part + Markup("<wbr>") if part in ("/", "-", "=") else escape(part) for part in re.split(r"([/=-])", iri))


def strip(site: Site) -> str:
    """What is here, from the graph: `28 letters of West Mercia’s two commissioners, 2014 to 2024. One of 43 forces.`"""
    index = site.index
    if not index.letters:
        return "No letter is held here yet."
    authors = {letter.author for letter in index.letters if letter.author}
    registered = sum(1 for force in index.forces if force.registered)
    written = [force for force in site.forces if site.letters_of[force.slug]]
    years = f", {site.span[0]} to {site.span[1]}" if site.span else ""
    commissioners = f"{words.shown_number(len(authors))} commissioner{'s' if len(authors) != 1 else ''}"
    whose = f"{short(written[0].name)}’s {commissioners}" if len(written) == 1 else f"{commissioners} of {words.counted(len(written), 'force')}"
    return f"{words.counted(len(index.letters), 'letter')} of {whose}{years}.{of_all(written, registered)}"


def of_all(written: list[things.Force], registered: int) -> str:
    """How many of the registered forces have a letter here; a force in no register is none of them."""
    known = sum(force.registered for force in written)
    of = f"{words.shown_number(known)} of {registered} forces" if 0 < known < registered else ""
    others = f"{words.shown_number(len(written) - known)} in no register" if len(written) > known else ""
    told = "; ".join(part for part in (of, others) if part)
    return f" {told[0].upper()}{told[1:]}." if told else ""


def quoting(site: Site) -> dict[str, Any]:
    """What a template needs to show words where they stand."""

    def text_of(quote: things.Quote) -> str:
        return site.index.text(quote.document) if quote.document else ""

    def around(quote: things.Quote) -> tuple[str, str, str, int, int]:
        """Before, the exact words, after; and where the whole stretch stands."""
        text = text_of(quote)
        start, end = quotes.sentence(text, quote.letter, quote.start, quote.end)
        return text[start : quote.start], text[quote.start : quote.end], text[quote.end : end], start, end

    def paragraph(quote: things.Quote) -> int | None:
        return quotes.paragraph_of(text_of(quote), quote.letter, quote.start)

    def in_letter(quote: things.Quote) -> str:
        return f"{words.href(quote.letter)}#c{quote.start}-{quote.end}" if quote.letter else "/letters"

    def source_name(file_name: str) -> str:
        return site.sources.get(file_name, file_name)

    return {"around": around, "paragraph": paragraph, "in_letter": in_letter, "source_name": source_name}
