"""Small letters for the tests of findings, responses and claims: the words in, what was read out."""

from __future__ import annotations

from loaders.findings import find
from loaders.letter import Document, Finding, Letter, Report, Response

__all__ = ["answered", "body", "finding", "read", "words"]


def body(text: str, *titles: str, date: str | None = "2016-03-10") -> Letter:
    """A letter with this body, as it comes out of `find`; `titles` are those of the reports that it answers."""
    whole = f"Dear Home Secretary,\n\n{text.strip()}\n\nYours sincerely,\n\nA Commissioner\n"
    return read(whole, *titles, date=date)


def read(text: str, *titles: str, date: str | None = "2016-03-10") -> Letter:
    """The whole text as one letter."""
    document = Document("letter.txt", "0" * 64, "utf-8", text)
    reports = tuple(Report(f"r{i}", title, document.quote(0, 4)) for i, title in enumerate(titles, 1))
    return find(Letter(document, 0, len(text), date=date, reports=reports))


def words(letter: Letter) -> list[str]:
    """What each finding quotes."""
    return [found.quote.text for found in letter.findings]


def finding(letter: Letter, part: str) -> Finding:
    """The one finding whose quote holds `part`."""
    (found,) = (f for f in letter.findings if part in f.quote.text)
    return found


def answered(letter: Letter, part: str) -> tuple[Response, list[str]]:
    """The one response whose quote holds `part`, and what the findings quote that it answers."""
    (response,) = (r for r in letter.responses if part in r.quote.text)
    return response, [f.quote.text for f in letter.findings if f.id in response.to]
