"""The slugs of a letter and of what stands in it: made of its own words, never of other letters'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from knowledge import dates
from knowledge.terms import report_slug, short_hash, slug, thing
from loaders.letter import Letter, Quote, Report

__all__ = ["Key", "document_iri", "key_of", "letter_iris", "letter_slug", "numbered", "quote_iri", "report_slug_of"]

Key = tuple[str, int]


def key_of(letter: Letter) -> Key:
    """What tells letters apart before they have names: the file's bytes and the place in it."""
    return (letter.document.sha256, letter.start)


def report_slug_of(report: Report, letter: Letter) -> str:
    """The slug that `resolve` gave, else one of the printed title, its year and, for a report on one force, the force."""
    if report.slug:
        return report.slug
    first, last = dates.interval(report.published) if report.published else (None, None)
    year = first.year if first and last and first.year == last.year else None
    return report_slug(report.title, year, letter.force if report.scope == "force" else None)


def letter_slug(letter: Letter) -> str:
    """`{force}-{date|undated}-{first report}`."""
    force = letter.force or slug(letter.force_printed or "unknown")
    answered = [r for r in letter.reports if r.answered] or letter.reports
    first = report_slug_of(answered[0], letter) if answered else "no-report"
    return f"{force}-{slug(letter.date or 'undated')}-{first}"


def letter_iris(letters: Iterable[Letter]) -> dict[Key, str]:
    """The IRI of every letter. Of letters with one slug the first in order keeps it bare, the next is `-2`.

    The order is the caller's, and only ever grows at its end: so no name changes because another letter came in.
    """
    seen: Counter[str] = Counter()
    iris = {}
    for letter in letters:
        name = letter_slug(letter)
        seen[name] += 1
        iris[key_of(letter)] = thing("letter", name if seen[name] == 1 else f"{name}-{seen[name]}")
    return iris


def numbered(letter_name: str, quotes: Sequence[Quote]) -> list[str]:
    """The slugs of things with these quotes, in the order given; equal words are numbered in order of place."""
    taken: set[str] = set()
    names = [""] * len(quotes)
    for index in sorted(range(len(quotes)), key=lambda i: (quotes[i].start, quotes[i].end, i)):
        names[index] = next(name for name in candidates(letter_name, quotes[index].text) if name not in taken)
        taken.add(names[index])
    return names


def candidates(letter_name: str, words: str) -> Iterator[str]:
    """`{letter}-{8 hex}`, then the same with `-2`, `-3` …"""
    first = f"{letter_name}-{short_hash(words)}"
    yield first
    yield from (f"{first}-{n}" for n in count(2))


def document_iri(sha256: str) -> str:
    """The IRI of the document whose file has this SHA-256."""
    return thing("document", sha256[:12])


def quote_iri(sha256: str, quote: Quote) -> str:
    """The IRI of a stretch of a document."""
    return thing("quote", f"{sha256[:12]}-{quote.start}-{quote.end}")
