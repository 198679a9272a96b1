"""From a document's text to its letters: who wrote, when, to whom, about which reports, with which grades and counts."""

from __future__ import annotations

from collections import Counter

from knowledge.registers import Registers
from loaders import findings  # as a module: it reads the shadow and the sentences of this package
from loaders.letter import Document, Letter
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.counts import counts
from loaders.recognise.grades import judgements
from loaders.recognise.parties import addressee, author, copied_to, force_printed, known_places, reference
from loaders.recognise.prose import unwrapped
from loaders.recognise.reports import reports
from loaders.recognise.shadow import Shadow, legible
from loaders.recognise.splitting import split
from loaders.recognise.when import comments_published, letter_date

__all__ = ["recognise"]


def recognise(document: Document, registers: Registers) -> tuple[Letter, ...]:
    """Every letter that stands in a document, as its words have it; none where the text is no letter.

    Names are as printed: `loaders.resolve` looks them up.
    """
    shadow = Shadow(document.text)
    known = known_places(unwrapped(shadow.text))
    for row in registers.forces:
        known[row.name.removesuffix(" Police").removesuffix(" Constabulary")] += 0
    return tuple(findings.find(_letter(Anatomy(document, start, end), known)) for start, end in split(shadow))


def _letter(anatomy: Anatomy, known: Counter[str]) -> Letter:
    """One letter without its findings."""
    date, date_quote = letter_date(anatomy)
    published, published_quote = comments_published(anatomy, date)
    force = force_printed(anatomy, known)
    found = reports(anatomy, date or published)
    return Letter(
        anatomy.document,
        anatomy.start,
        anatomy.end,
        date=date,
        date_quote=date_quote,
        comments_published=published,
        comments_published_quote=published_quote,
        force_printed=force and legible(force.text),
        author=author(anatomy),
        addressee=addressee(anatomy),
        copied_to=copied_to(anatomy),
        reference=reference(anatomy),
        reports=found,
        judgements=judgements(anatomy, found, force and legible(force.text), known),
        counts=counts(anatomy),
    )
