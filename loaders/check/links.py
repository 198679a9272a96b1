"""What a lineage is worth: asked in SPARQL it costs the square of the links, so it is a rule in Python."""

from __future__ import annotations

from collections.abc import Iterator

import pyoxigraph as ox

from knowledge.terms import KG
from loaders.check.facts import TYPE, Broken, Facts, Term, Texts

__all__ = ["strength"]


def strength(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    """A lineage has relation and evidence of the link that decides: that of the pair itself, else one of its path."""
    if ox.NamedNode(KG + "Lineage") in facts.values(focus, TYPE):
        told, links = _worth(facts, focus), [*facts.values(focus, KG + "link"), *_direct(facts, focus)]
        if links and told not in [_worth(facts, link) for link in links]:
            yield "LineageShape-strength", focus, KG + "evidence", ", ".join(part.value for part in told if part is not None), ""


def _worth(facts: Facts, link: Term) -> tuple[Term | None, ...]:
    return tuple(facts.one(link, KG + name) for name in ("relation", "evidence"))


def _direct(facts: Facts, focus: Term) -> list[Term]:
    """The recurrences of the very pair."""
    ends = [set(facts.subjects(KG + name, end)) for name in ("earlier", "later") if (end := facts.one(focus, KG + name)) is not None]
    both = set.intersection(*ends) if ends else set()
    return [link for link in both if ox.NamedNode(KG + "Recurrence") in facts.values(link, TYPE)]
