"""Where in a Turtle file a statement stands that breaks a rule: parsers keep no lines, so the words of the statement are looked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from knowledge.terms import slug_of
from loaders.check import Result

__all__ = ["placed"]

MOST = 200


def placed(results: Iterable[Result], files: Iterable[Path]) -> Iterator[tuple[str, Result]]:
    """Each result with `'x.ttl', line 3: `: the line of the word that is wrong below the thing that it is said of, else that of the thing.

    Nothing stands there if neither is found, and after the first `MOST` results: nobody mends more at a time, and each looks through the files.
    """
    texts = {path.name: path.read_text(encoding="utf-8", errors="replace").splitlines() for path in files}
    for number, result in enumerate(results):
        yield (_place(result, texts) if number < MOST else ""), result


def _place(result: Result, texts: dict[str, list[str]]) -> str:
    for name, lines in texts.items():
        about = [number for number, line in enumerate(lines) if _names(line, result.focus)]
        if about:
            return f"'{name}', line {_of_word(result, lines, about) + 1}: "
    return ""


def _of_word(result: Result, lines: list[str], about: list[int]) -> int:
    """The first line that names what was found, or the property, where the thing is spoken of; else where the thing first stands."""
    subjects = [number for number in about if _begins(lines[number], result.focus)] or about
    for start in subjects:
        for number in range(start, _end(lines, start) + 1):
            if any(word and _names(lines[number], word) for word in (result.value, result.path)):
                return number
    return subjects[0]


def _end(lines: list[str], start: int) -> int:
    """The line that ends the statements which begin here."""
    ends = (number for number in range(start, len(lines)) if lines[number].rstrip().endswith("."))
    return next(ends, len(lines) - 1)


def _begins(line: str, iri: str) -> bool:
    return line.startswith(f"<{iri}>") or line.split(" ", 1)[0].endswith((f"/{slug_of(iri)}>", f":{slug_of(iri)}"))


def _names(line: str, word: str) -> bool:
    """Whether the word stands in the line: whole, or its last part behind a prefix."""
    last = word.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
    return word in line or f":{last}" in line or f"/{last}>" in line
