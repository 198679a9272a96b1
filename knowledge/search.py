"""Full text search over letters and findings: an inverted index of words, hits with the words marked."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log

from knowledge import things

__all__ = ["Hit", "Search"]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
AROUND = 160


@dataclass(frozen=True)
class Hit:
    """A thing in which the words stand. `marks` are stretches of `excerpt`; `start` and `end` place the excerpt in the letter's document."""

    thing: things.Letter | things.Finding
    excerpt: str
    marks: list[tuple[int, int]]
    start: int
    end: int
    score: float


@dataclass(frozen=True)
class Entry:
    """Searchable text: a letter's or a finding's words and where they begin in the document."""

    thing: things.Letter | things.Finding
    text: str
    start: int


def words_of(text: str) -> list[str]:
    """Words in lower case, a possessive without its ending."""
    return [_plain(match[0]) for match in WORD.finditer(text)]


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower()).replace("’", "'")


class Search:
    """Which words stand where. Built once."""

    def __init__(self, entries: list[Entry]):
        self.entries = entries
        self.places: dict[str, set[int]] = defaultdict(set)
        for number, entry in enumerate(entries):
            for word in set(words_of(entry.text)):
                self.places[word].add(number)

    @classmethod
    def of(cls, letters: Iterable[things.Letter], findings: Iterable[things.Finding], text: Callable[[things.Document], str]) -> Search:
        """Over these letters and findings; `text` gives a document's text."""
        entries = [Entry(f, f.text, f.quote.start if f.quote else 0) for f in findings]
        entries += [Entry(letter, text(letter.document)[letter.start : letter.end], letter.start) for letter in letters if letter.document]
        return cls(entries)

    def find(self, text: str) -> list[Hit]:
        """Hits for every word of `text`; the last may be the beginning of a word. Best first, findings before letters, then by id."""
        asked = words_of(text)
        if not asked:
            return []
        matching = [self._matching(word, last=word is asked[-1]) for word in asked]
        numbers = set.intersection(*(set().union(*(self.places[w] for w in words)) for words in matching))
        wanted = set().union(*matching)
        hits = [self._hit(self.entries[number], wanted) for number in numbers]
        return sorted(hits, key=lambda hit: (-hit.score, isinstance(hit.thing, things.Letter), hit.thing.id))

    def _matching(self, word: str, last: bool) -> set[str]:
        if not last or len(word) < 3:
            return {word} & self.places.keys()
        return {known for known in self.places if known.startswith(word)}

    def _hit(self, entry: Entry, wanted: set[str]) -> Hit:
        found = [match.span() for match in WORD.finditer(entry.text) if _plain(match[0]) in wanted]
        first = max(0, found[0][0] - AROUND // 2)
        first = entry.text.rfind(" ", 0, first) + 1 if first else 0
        last = min(len(entry.text), first + 2 * AROUND)
        last = last if last == len(entry.text) else entry.text.rfind(" ", found[0][1], last + 1)
        last = last if last > 0 else len(entry.text)
        marks = [(a - first, b - first) for a, b in found if first <= a and b <= last]
        score = self._score(entry, wanted, len(found))
        return Hit(entry.thing, entry.text[first:last], marks, entry.start + first, entry.start + last, score)

    def _score(self, entry: Entry, wanted: set[str], times: int) -> float:
        """Rare words weigh more, long texts less."""
        rare = sum(log(1 + len(self.entries) / len(self.places[word])) for word in wanted)
        return round(rare * times / (times + 0.5 + len(entry.text) / 1000), 6)
