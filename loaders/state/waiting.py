"""Which system or programme a finding or an answer waits for: one that its own words name, and speak of as still to come."""

from __future__ import annotations

import re

from knowledge.registers import Registers
from knowledge.terms import thing

__all__ = ["waits_for"]

TO_COME = re.compile(
    r"\bdue (?:to (?:go|be|start|begin)|in|for|by)\b|\bgo(?:es)? live\b|\broll(?:ed|ing)?[ -]?out\b|\bwhen (?:it is )?(?:implemented|introduced|delivered|in place)\b"
    r"|\bawait|\bwait(?:s|ing)? for\b|\buntil\b|\bonce\b|\bpending\b|\bdepend(?:s|ent|ing) (?:up)?on\b|\b(?:is|are) planned\b|\bforthcoming\b|\bwill\b",
    re.I,
)


def waits_for(words: str, registers: Registers) -> list[str]:
    """The IRIs of those systems."""
    if not TO_COME.search(words):
        return []
    return [thing("system", row.slug) for row in registers.systems if any(_named(name, words) for name in (row.name, *row.aliases))]


def _named(name: str, words: str) -> bool:
    """Names as they are written: `Evolve` is a programme, `evolve` a verb."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", words) is not None
