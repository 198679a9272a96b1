"""Passages as offices write them, marked by hand: what each says was found, what answers it, and that nothing else is read.

In `tests/passages/`: `⟦A1 …⟧` is area for improvement 1 (R recommendation, C cause of concern, X concern), `⟪done>1,2 …⟫` an answer to 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from letters_in_words import body

from loaders.evaluate.spans import pair
from loaders.letter import Finding, Letter, Response

FOLDER = Path(__file__).resolve().parent / "passages"
KINDS = {"A": "area_for_improvement", "R": "recommendation", "C": "cause_of_concern", "X": "concern"}
MARK = re.compile(r"⟦([ARCX])(\d+) |⟪(\w+)>([\d,]+) |[⟧⟫]")
HALF = 0.5


@dataclass
class Marked:
    """A passage without its marks, and what they say: (words, kind, name) and (words, status, names)."""

    text: str = ""
    findings: list[tuple[str, str, str]] = field(default_factory=list)
    responses: list[tuple[str, str, frozenset[str]]] = field(default_factory=list)


def marked(passage: str) -> Marked:
    out, done = Marked(), 0
    opened: list[tuple[re.Match[str], int]] = []
    for mark in MARK.finditer(passage):
        out.text += passage[done : mark.start()]
        done = mark.end()
        if mark[0] not in "⟧⟫":
            opened.append((mark, len(out.text)))
            continue
        begun, start = opened.pop()
        words = out.text[start:]
        if begun[1]:
            out.findings.append((words, KINDS[begun[1]], begun[2]))
        else:
            out.responses.append((words, begun[3], frozenset(begun[4].split(","))))
    out.text += passage[done:]
    return out


def passages() -> Iterator[pytest.param]:
    for file in sorted(FOLDER.glob("*.txt")):
        for passage in re.split(r"^=== ", file.read_text(encoding="utf-8"), flags=re.M)[1:]:
            name, words = passage.split("\n", 1)
            yield pytest.param(marked(words.rstrip()), id=f"{file.stem}: {name}")


def like(expected: str, read: str) -> float:
    """0 unless one of them is half of the other at least, and a part of it."""
    shared = min(len(expected), len(read)) if expected in read or read in expected else 0
    return shared / max(len(expected), len(read))


def told(words: Marked, letter: Letter) -> list[tuple[tuple[str, str, str], Finding]]:
    return pair(words.findings, letter.findings, lambda a, b: like(a[0], b.quote.text))


def answers(words: Marked, letter: Letter) -> list[tuple[tuple[str, str, frozenset[str]], Response]]:
    return pair(words.responses, letter.responses, lambda a, b: like(a[0], b.quote.text))


@pytest.mark.parametrize("words", list(passages()))
def test_a_passage_says_the_findings_that_are_marked_in_it_and_no_others(words: Marked) -> None:
    letter = body(words.text, "PEEL: Police legitimacy 2017", date="2021-03-10")
    pairs = told(words, letter)
    assert [(f.quote.text, f.kind) for f in letter.findings if f.certainty == "stated" and not any(f is b for _, b in pairs)] == []
    assert [(a[0], a[1]) for a in words.findings] == [(a[0], b.kind) for a, b in sorted(pairs, key=lambda both: words.findings.index(both[0]))]


@pytest.mark.parametrize("words", list(passages()))
def test_a_passage_is_answered_by_the_words_that_are_marked_in_it_and_no_others(words: Marked) -> None:
    letter = body(words.text, "PEEL: Police legitimacy 2017", date="2021-03-10")
    pairs, names = answers(words, letter), {b.id: a[2] for a, b in told(words, letter)}
    assert [r.quote.text for r in letter.responses if not any(r is b for _, b in pairs)] == []
    read = [(a[0], b.status, frozenset(names[f] for f in b.to)) for a, b in sorted(pairs, key=lambda both: words.responses.index(both[0]))]
    assert read == words.responses
