"""How well letters are read, measured against letters that a person annotated."""

from __future__ import annotations

from pathlib import Path

from knowledge.registers import Registers
from loaders.evaluate.compare import compare
from loaders.evaluate.examples import annotate, read_examples
from loaders.evaluate.scores import Miss, Score, Scores
from loaders.letter import Document, Letter
from loaders.read import read
from loaders.recognise import recognise
from loaders.resolve import resolve

__all__ = ["Miss", "Score", "Scores", "evaluate"]


def evaluate(examples: Path, documents: Path, registers: Registers) -> Scores:
    """Rules alone, corrections off. Raises `loaders.read.Refused` or `ValueError` with a sentence."""
    scores = Scores()
    for name, rows in read_examples(examples).items():
        document, letters = _letters(_find(documents, name), registers)
        for row in rows:
            compare(annotate(row, document), letters, scores)
    return scores


def _letters(path: Path, registers: Registers) -> tuple[Document, tuple[Letter, ...]]:
    document = read(path)
    return document, tuple(resolve(letter, registers) for letter in recognise(document, registers))


def _find(documents: Path, name: str) -> Path:
    found = sorted(documents.rglob(name))
    if not found:
        raise ValueError(f"'{name}' is not in '{documents}'. Give the folder of the annotated letters with --documents.")
    return found[0]
