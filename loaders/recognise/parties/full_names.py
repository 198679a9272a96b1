"""A writer's name in full, where the signature only hints at it and the letter prints it elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loaders.recognise import names
from loaders.recognise.anatomy import Anatomy
from loaders.recognise.lines import Kind, Line

__all__ = ["beside_office", "in_full", "line_end"]

PART = re.compile(r"(?:(?!\s*[•|:(),]|\s+-\s|\s{2,}).)+")
OF_SOMEBODY = re.compile(r"(?:comments|response|statement|letter|memorandum)\s+(?:of|by|from)\s+", re.I)
NOT_OF_WRITER = {Kind.SALUTATION, Kind.ADDRESSEE, Kind.COPY, Kind.ADDRESS}


def in_full(anatomy: Anatomy, start: int, end: int) -> tuple[int, int]:
    """The span of the full name behind `P. Garston`, as the letterhead or FROM prints it; else the span given."""
    short = names.bare_name(anatomy.calm[start:end])
    if not re.match(r"[A-Z]\.?(?:\s|$)", short):
        return start, end
    return next((span for span in _printed(anatomy) if _hints(short, names.bare_name(anatomy.calm[slice(*span)]))), (start, end))


def line_end(anatomy: Anatomy, start: int, end: int) -> int:
    """The end of a name that was read on past the end of its line; a name broken by the line keeps both parts."""
    at = anatomy.text.find("\n", start, end)
    return at if at >= 0 and names.is_name(anatomy.calm[start:at]) else end


def beside_office(anatomy: Anatomy) -> tuple[int, int, str | None] | None:
    """A name in a line over the letter that says the writer's office, in whatever order."""
    for line in anatomy.head:
        if line.kind in NOT_OF_WRITER or not names.OFFICE.search(names.calm(line.text)):
            continue
        for start, end in _names_in(anatomy, line):
            if not re.search(rf"{re.escape(anatomy.calm[start:end])}\s+(?:Police|Constabulary)", anatomy.calm):
                return start, end, names.calm(line.text)
    return None


def _printed(anatomy: Anatomy) -> Iterator[tuple[int, int]]:
    below = [line for signature in anatomy.signed for line in anatomy.lines[signature.first : signature.last + 4]]
    for line in (*anatomy.head, *below):
        if line.kind not in NOT_OF_WRITER:
            yield from _names_in(anatomy, line)


def _names_in(anatomy: Anatomy, line: Line) -> Iterator[tuple[int, int]]:
    """The parts of a line, between commas, colons, dots and brackets, that are somebody's name."""
    text = anatomy.calm
    for match in PART.finditer(text, line.start, line.end):
        start, end = match.start() + len(match[0]) - len(match[0].lstrip(" •|:(),-")), match.end()
        start = lead.end() if (lead := OF_SOMEBODY.match(text, start, end)) else start
        if names.is_name(text[start:end]):
            yield start, end


def _hints(short: str, full: str) -> bool:
    """Whether initials and surname are those of a full name."""
    ours, theirs = short.replace(".", ". ").split(), full.split()
    is_surname = ours[-1].lower() == theirs[-1].lower()
    return is_surname and len(theirs[0]) > 2 and ours[0][0] == theirs[0][0] and all(a[0] == b[0] for a, b in zip(ours[1:-1], theirs[1:-1], strict=False))
