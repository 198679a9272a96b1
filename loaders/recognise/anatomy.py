"""The parts of one letter: head, subject, body, signatures; every stage of reading looks at these."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from loaders.letter import Document, Quote
from loaders.recognise import names
from loaders.recognise.lines import Kind, Line, lines_of
from loaders.recognise.prose import spans_of_paragraphs, spans_of_sentences
from loaders.recognise.shadow import Shadow
from loaders.recognise.signatures import Signature, is_body, signatures

__all__ = ["Anatomy"]

HEADINGS = {Kind.SHORT, Kind.PROSE, Kind.NAME}
ASIDE = re.compile(r"(?<!\n)\n(?!\n)")


@dataclass(frozen=True)
class Anatomy:
    """A letter's stretch of a document, as lines of its shadow. All offsets here are the shadow's; `quote` gives the document's."""

    document: Document
    start: int
    end: int

    @cached_property
    def shadow(self) -> Shadow:
        return Shadow(self.document.text[self.start : self.end], self.start)

    @property
    def text(self) -> str:
        return self.shadow.text

    @cached_property
    def flat(self) -> str:
        """The text with wrapped lines joined; as long as the text, so that offsets hold in both."""
        return ASIDE.sub(" ", self.text)

    @cached_property
    def calm(self) -> str:
        """The same with lines in capitals as they are usually written, for names."""
        return ASIDE.sub(" ", "".join(map(names.calm, re.split(r"(\n)", self.text))))

    @cached_property
    def lines(self) -> list[Line]:
        return lines_of(self.text)

    @cached_property
    def signed(self) -> list[Signature]:
        return signatures(self.lines)

    @cached_property
    def body(self) -> int:
        """The first line of the body: the first prose that is no title, below the greeting if there is one."""
        greeting = next((i for i, line in enumerate(self.lines) if line.kind is Kind.SALUTATION), -1)
        first = next((i for i, line in enumerate(self.lines) if is_body(line)), len(self.lines))
        if greeting > first:
            return first
        return next((i for i in range(greeting + 1, len(self.lines)) if is_body(self.lines[i])), first)

    @property
    def head(self) -> list[Line]:
        return self.lines[: self.body]

    @property
    def body_start(self) -> int:
        return self.lines[self.body].start if self.body < len(self.lines) else len(self.text)

    @cached_property
    def _below_greeting(self) -> list[Line]:
        greeting = next((i for i, line in enumerate(self.head) if line.kind is Kind.SALUTATION), None)
        return [line for line in self.head[greeting + 1 :] if line.kind in HEADINGS] if greeting is not None else []

    @property
    def is_subject_greeted(self) -> bool:
        """Whether the subject stands below the greeting, where no letterhead does."""
        return bool(self._below_greeting)

    @cached_property
    def subject(self) -> list[Line]:
        """The lines over the body that name what the letter is about."""
        return self._below_greeting or [line for line in self.head if line.kind in HEADINGS]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """Spans of the sentences from the subject on."""
        first = self.subject[0].start if self.subject else self.body_start
        return [(i, j) for i, j in spans_of_sentences(self.text) if j > i and i >= first]

    @cached_property
    def opening(self) -> list[tuple[int, int]]:
        """Spans of the body's first three paragraphs, in which a letter says what it answers."""
        return [span for span in spans_of_paragraphs(self.text) if span[0] >= self.body_start][:3]

    def quote(self, start: int, end: int) -> Quote:
        """The exact words behind the shadow's `start` to `end`, without white space at either end."""
        first, last = self.shadow.span(start, end)
        words = self.document.text[first:last]
        first += len(words) - len(words.lstrip())
        return self.document.quote(first, first + len(words.strip()))
