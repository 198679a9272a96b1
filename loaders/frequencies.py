"""The table of how often words and concepts stand in findings, made anew: `make frequencies`, at a release and never in between."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from knowledge.frequencies import ALL, COLUMNS, CONCEPT, TABLE, WORD
from knowledge.generations import CHECKOUT
from knowledge.thesaurus import concepts_in
from knowledge.words import content
from loaders.evaluate.examples import read_examples
from loaders.pairs import read_pairs

__all__ = ["passages", "table"]

EXAMPLES = CHECKOUT / "records" / "examples" / "letters.yaml"
PAIRS = CHECKOUT / "tests" / "recurrences" / "choose.tsv"
LEAST = 2  # a word of fewer passages is left out and weighs as one that is in none
HEAD = """# In how many passages a word (without its ending) or a concept of matching.ttl stands: what a suggestion takes for telling.
# Made by `make frequencies` from records/examples/letters.yaml and tests/recurrences/choose.tsv. Frozen: letters that come in change nothing here.
"""


def passages(examples: Path = EXAMPLES, pairs: Path = PAIRS) -> list[str]:
    """Every different finding of annotated letters, and of the pairs that suggestions were chosen on."""
    quoted = [f["quote"] for rows in read_examples(examples).values() for row in rows for f in row.get("findings") or ()]
    return list(dict.fromkeys(quoted + [text for pair in read_pairs(pairs) for text in (pair.earlier, pair.later)]))


def table(texts: Iterable[str]) -> str:
    """The table over these passages, as it stands in `ontology/frequencies.tsv`."""
    words: Counter[str] = Counter()
    concepts: Counter[str] = Counter()
    every = list(texts)
    for text in every:
        words.update(content(text).keys())
        concepts.update(concepts_in(text))
    rows = [(ALL, ALL, len(every)), *((CONCEPT, name, n) for name, n in sorted(concepts.items()))]
    rows += [(WORD, name, n) for name, n in sorted(words.items()) if n >= LEAST]
    return HEAD + "".join("\t".join(map(str, row)) + "\n" for row in [COLUMNS, *rows])


def main() -> int:
    TABLE.write_text(table(passages()), encoding="utf-8")
    print(f"'{TABLE}' is made anew.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
