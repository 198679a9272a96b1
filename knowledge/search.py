"""Full text search over letters and findings: an inverted index of words, hits with the words marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from math import log

from knowledge import things

__all__ = ["Hit", "Search"]

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
AROUND, SHORT, LAST = 160, 3, "\U0010ffff"


@dataclass(frozen=True)
class Entry:
    """Searchable text: a letter's or a finding's words and where they begin in the document."""

    thing: things.Letter | things.Finding
    text: str
    start: int


@dataclass(frozen=True)
class Hit:
    """A thing in which the words stand. What surrounds them is cut out when it is first read, since most hits are only counted."""

    entry: Entry
    wanted: frozenset[str]
    score: float

    @property
    def thing(self) -> things.Letter | things.Finding:
        return self.entry.thing

    @cached_property
    def found(self) -> list[tuple[int, int]]:
        """Where in the text the words stand."""
        return [match.span() for match in WORD.finditer(self.entry.text) if _plain(match[0]) in self.wanted]

    @cached_property
    def cut(self) -> tuple[int, int]:
        """The stretch of the text around the first of the words, from space to space."""
        text, (begins, ends) = self.entry.text, self.found[0]
        first = max(0, begins - AROUND // 2)
        first = text.rfind(" ", 0, first) + 1 if first else 0
        last = min(len(text), first + 2 * AROUND)
        last = last if last == len(text) else text.rfind(" ", ends, last + 1)
        return first, last if last > 0 else len(text)

    @property
    def excerpt(self) -> str:
        return self.entry.text[slice(*self.cut)]

    @property
    def marks(self) -> list[tuple[int, int]]:
        """Stretches of the excerpt: the words searched for."""
        first, last = self.cut
        return [(a - first, b - first) for a, b in self.found if first <= a and b <= last]

    @property
    def start(self) -> int:
        """Where the excerpt starts in the letter's document."""
        return self.entry.start + self.cut[0]

    @property
    def end(self) -> int:
        return self.entry.start + self.cut[1]


def words_of(text: str) -> list[str]:
    """Words in lower case, a possessive without its ending."""
    return [_plain(match[0]) for match in WORD.finditer(text)]


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word.lower()).replace("’", "'")


class Search:
    """Which words stand where, and how often. Built once."""

    def __init__(self, entries: list[Entry]):
        self.entries = entries
        self.places: dict[str, dict[int, int]] = defaultdict(dict)
        for number, entry in enumerate(entries):
            for word, times in Counter(words_of(entry.text)).items():
                self.places[word][number] = times
        self.vocabulary = sorted(self.places)

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
        matching = [*map(self._exactly, asked[:-1]), self._beginning(asked[-1])]
        numbers = set.intersection(*({number for word in words for number in self.places[word]} for words in matching))
        wanted = frozenset().union(*matching)
        hits = [Hit(self.entries[number], wanted, score) for number, score in self._scores(wanted, numbers).items()]
        return sorted(hits, key=lambda hit: (-hit.score, isinstance(hit.thing, things.Letter), hit.thing.id))

    def _exactly(self, word: str) -> list[str]:
        return [word] if word in self.places else []

    def _beginning(self, word: str) -> list[str]:
        """Every known word that begins so; words of one or two characters stand for themselves."""
        if len(word) < SHORT:
            return self._exactly(word)
        return self.vocabulary[bisect_left(self.vocabulary, word) : bisect_left(self.vocabulary, word + LAST)]

    def _scores(self, wanted: Iterable[str], numbers: set[int]) -> dict[int, float]:
        """Rare words weigh more, long texts less."""
        words = sorted(wanted)
        rare = sum(log(1 + len(self.entries) / len(self.places[word])) for word in words)
        times = {number: sum(self.places[word].get(number, 0) for word in words) for number in numbers}
        return {number: round(rare * n / (n + 0.5 + len(self.entries[number].text) / 1000), 6) for number, n in times.items()}
