"""Letters a second on one core, and what a text a hundred times longer costs (promise: at most 120 times the time)."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from knowledge.registers import Registers, read_registers
from loaders.letter import Document
from loaders.read import read
from loaders.recognise import recognise
from loaders.resolve import resolve

RECORDS = Path(__file__).resolve().parents[1] / "records"
TIMES, MOST = 100, 120


def seconds(work: Callable[[], object], repeats: int) -> float:
    """The median of the processor's time: what other programs do on the machine does not count."""
    took = []
    for _ in range(repeats):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
    return statistics.median(took)


def letters_of(document: Document, registers: Registers) -> int:
    return len([resolve(letter, registers) for letter in recognise(document, registers)])


def reference(text: str) -> int:
    """A pass over the text in plain Python, word by word: what the ratio is taken to."""
    counts: dict[str, int] = {}
    for word in text.split():
        counts[word] = counts.get(word, 0) + 1
    return len(counts)


def main() -> int:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    registers = read_registers(RECORDS / "registers")
    documents = [read(path) for path in sorted((RECORDS / "letters").rglob("*.txt"))]
    letters = sum(letters_of(document, registers) for document in documents)
    whole = seconds(lambda: [letters_of(document, registers) for document in documents], 5)
    plain = seconds(lambda: [reference(document.text) for document in documents], 20)
    print(f"letters a second on one core: {letters / whole:,.0f} ({letters} letters in {whole * 1000:,.0f} ms)")
    print(f"to a word count of the same text: {whole / plain:,.0f} times")
    return max(longer(document, registers) for document in documents)


def longer(document: Document, registers: Registers) -> int:
    """The same text a hundred times over, as one document; 1 if it costs more than it may."""
    many = replace(document, text=document.text * TIMES)
    once = seconds(lambda: letters_of(document, registers), 5)
    ratio = seconds(lambda: letters_of(many, registers), 1) / once
    verdict = "" if ratio <= MOST else f": more than {MOST}"
    print(f"{document.name}, {TIMES} times as long ({len(many.text):,} characters): {ratio:.0f} times the time{verdict}")
    return int(ratio > MOST)


if __name__ == "__main__":
    sys.exit(main())
