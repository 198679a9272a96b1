"""From letters to statements: `state` says what stands in one letter, `link` what joins several.

`letter_iris` names the letters first: whoever holds them all passes the names on.
"""

from __future__ import annotations

from knowledge.registers import Registers
from knowledge.triples import Triples
from loaders.letter import Letter
from loaders.state.answers import deadline_facts
from loaders.state.curated import curated
from loaders.state.link import link
from loaders.state.names import key_of, letter_iris, report_slug_of
from loaders.state.sources import sources
from loaders.state.statements import Told, tell

__all__ = ["curated", "deadline_facts", "key_of", "letter_iris", "link", "report_slug_of", "sources", "state"]


def state(letter: Letter, registers: Registers, iri: str | None = None) -> Triples:
    """The statements of one letter, under the IRI that `letter_iris` gave it."""
    return tell(Told.of(letter, iri or letter_iris([letter])[key_of(letter)], registers))
