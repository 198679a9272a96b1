"""From a document to its letters: recognise, resolve, correct; and what `peelgraph read --json` prints of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from hashlib import sha256
from typing import Any

from knowledge.registers import Registers
from loaders.corrections import Correction, correct
from loaders.letter import Document, Letter
from loaders.read import Refused
from loaders.recognise import recognise
from loaders.resolve import resolve

__all__ = ["as_json", "extract", "words_digest"]

# What the promise of CONTRACT section 2 leaves out: it serves the graph, not the reader.
INTERNAL = {
    "Letter": {"document", "not_understood", "corrections"},
    "Report": {"answered", "forces", "slug", "inspected"},
    "Finding": {"same_as", "year"},
    "Claim": {"earlier"},
}


def extract(
    document: Document, registers: Registers, body: str | None = None, corrections: Iterable[Correction] = ()
) -> tuple[Letter, ...]:
    """The letters of a document, resolved and corrected. `body` is the force whose commissioner wrote, where the letter does not say.

    Raises `Refused` when no letter is found in it.
    """
    letters = tuple(resolve(letter, registers, body) for letter in recognise(document, registers))
    if not letters:
        raise Refused(
            f"'{document.name}' holds no letter of a commissioner that answers an inspection: no addressee, report or author was found. Pass the letter itself."
        )
    return tuple(correct(letter, corrections) for letter in letters)


def words_digest(letter: Letter) -> str:
    """The SHA-256 of a letter's words, whatever the spaces between them: two files with one digest hold one letter."""
    words = re.sub(r"\s+", " ", letter.document.text[letter.start : letter.end]).strip()
    return sha256(words.encode()).hexdigest()


def _plain(noun: Any) -> Any:
    """A noun as JSON has it."""
    if isinstance(noun, tuple):
        return [_plain(part) for part in noun]
    if not is_dataclass(noun):
        return noun
    hidden = INTERNAL.get(type(noun).__name__, set())
    return {f.name: _plain(getattr(noun, f.name)) for f in fields(noun) if f.name not in hidden}


def _letter_json(letter: Letter) -> dict[str, Any]:
    shown = replace(
        letter, reports=tuple(r for r in letter.reports if r.answered), counts=tuple(c for c in letter.counts if c.n is not None)
    )
    named = {report.id for report in shown.reports}
    plain = _plain(shown)
    for judgement in plain["judgements"] + plain["findings"]:
        judgement["report"] = judgement["report"] if judgement["report"] in named else None
    return plain


def as_json(document: Document, letters: Iterable[Letter]) -> dict[str, Any]:
    """One entry of `documents` (CONTRACT section 2)."""
    return {
        "name": document.name,
        "sha256": document.sha256,
        "encoding": document.encoding,
        "text": document.text,
        "letters": [_letter_json(letter) for letter in letters],
    }
