"""Letters put together by hand, for the tests of what is said of them and what joins them."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from knowledge.index import Index
from knowledge.registers import Registers, read_registers
from knowledge.reviews import Passage, ReviewRow, Reviews
from knowledge.store import Store
from loaders.letter import Document, Finding, Letter, Party, Report
from loaders.state import key_of, letter_iris, link, state

__all__ = ["REGISTERS", "finding", "index_of", "joined", "letter", "passage", "review"]

REGISTERS: Registers = read_registers(Path(__file__).parent.parent / "records" / "registers")
KNOWN = REGISTERS.triples()


def finding(quoted: Letter, words: str, id: str = "f1", **more: object) -> Finding:
    """A finding of the letter with these words of its text."""
    start = quoted.document.text.index(words)
    made = Finding(id, "concern", quoted.document.quote(start, start + len(words)), report="r1")
    return replace(made, **more)  # type: ignore[arg-type]


def letter(name: str, text: str, published: str | None, *found: str, force: str = "west-mercia", **more: object) -> Letter:
    """One letter that fills a file, answers one report on custody and names findings by their words."""
    document = Document(name, sha256((name + text).encode()).hexdigest(), "utf-8", text)
    report = Report("r1", "Custody visits", document.quote(0, 5), published=published, published_basis="printed" if published else None)
    party = Party("Jo Bloggs", "Police and Crime Commissioner", force, quote=document.quote(0, 3))
    made = Letter(document, 0, len(text), date=published and f"{published[:4]}-12-01", force=force, author=party, reports=(report,))
    made = replace(made, **more)  # type: ignore[arg-type]
    return replace(made, findings=(*made.findings, *(finding(made, words, f"f{i}") for i, words in enumerate(found, 1))))


def passage(of: Letter, words: str) -> Passage:
    """The place of these words in the letter's file."""
    start = of.document.text.index(words)
    return Passage(of.document.name, start, start + len(words), words)


def review(earlier: Passage, later: Passage | str, decision: str, reviewer: str = "a", date: str = "2026-01-01", **more: str) -> ReviewRow:
    """A judgement by a program, unless told otherwise."""
    kind = more.pop("kind", "program")
    return ReviewRow(earlier, later, decision, "Because.", reviewer, kind, date, file="a.tsv", line=2)


def joined(letters: list[Letter], *rows: ReviewRow) -> tuple[Index, list[str]]:
    """The index of a graph of these letters and reviews, and the remarks made while joining."""
    iris = letter_iris(letters)
    triples, remarks = link(letters, Reviews(rows), REGISTERS, iris)
    triples.update(KNOWN)
    for one in letters:
        triples.update(state(one, REGISTERS, iris[key_of(one)]))
    texts = {one.document.sha256: one.document.text for one in letters}
    return Index.of(Store.of(triples.text(), texts)), remarks


def index_of(letters: list[Letter], *rows: ReviewRow) -> Index:
    """The index alone."""
    return joined(letters, *rows)[0]
