"""Rules that SHACL cannot say: exact quotes (texts are no literals of the graph), and what holds for every statement of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import pyoxigraph as ox

from knowledge import dates
from knowledge.terms import BASE, EDTF, KG, PREFIXES
from knowledge.vocabulary import ontology_text
from loaders.check.facts import LABEL, TYPE, Facts, Term

__all__ = ["RULES", "WITHOUT_TEXTS", "Broken", "Rule", "Texts"]

Texts = dict[str, str]
Broken = tuple[str, Term, str | None, str | None, str]
"""Shape (without prefix), focus, predicate, value and a sentence of detail."""
Rule = Callable[[Facts, Term, Texts], Iterator[Broken]]
OURS = BASE + "id/"
DAYS_ONLY = {KG + "reviewedOn", KG + "correctedOn"}  # a day by nature: nothing is derived from it
OA = PREFIXES["oa"]


@cache
def declared() -> frozenset[str]:
    """Every term that core.ttl declares."""
    quads = ox.parse(ontology_text("core.ttl"), ox.RdfFormat.TURTLE)
    return frozenset(q.subject.value for q in quads if q.predicate.value == TYPE and q.subject.value.startswith(KG))


def named(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    if not isinstance(focus, ox.NamedNode) or not focus.value.startswith(OURS):
        yield "ThingShape-named", focus, None, None, f"'{focus.value}' is not below {OURS}."
    for predicate, values in facts.of[focus].items():
        for value in values:
            if isinstance(value, ox.BlankNode):
                yield "ThingShape-named", focus, predicate, value.value, "The value is a blank node."


def typed(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    lacks = [
        name
        for name, found in (
            ("class", facts.values(focus, TYPE)),
            ("label", facts.values(focus, LABEL) or facts.values(focus, PREFIXES["skos"] + "prefLabel")),
        )
        if not found
    ]
    if lacks:
        yield "ThingShape-typed", focus, None, None, f"'{focus.value}' has no {' and no '.join(lacks)}."


def reference(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    for predicate, values in facts.of[focus].items():
        for value in values:
            if isinstance(value, ox.NamedNode) and value.value.startswith(OURS) and value not in facts.of:
                yield "ThingShape-reference", focus, predicate, value.value, ""


def term(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    used = [(p, p) for p in facts.of[focus]] + [(TYPE, t.value) for t in facts.values(focus, TYPE)]
    for predicate, name in used:
        if name.startswith(BASE + "ontology") and name not in declared():
            yield "ThingShape-term", focus, predicate, name, ""


def real_date(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    for predicate, values in facts.of[focus].items():
        for value in values:
            if isinstance(value, ox.Literal) and value.datatype.value == EDTF:
                yield from _date(facts, focus, predicate, value.value)


def _date(facts: Facts, focus: Term, predicate: str, edtf: str) -> Iterator[Broken]:
    try:
        days = dates.interval(edtf)
    except ValueError as error:
        yield "DateShape-real", focus, predicate, edtf, str(error)
        return
    for end, day in zip(("From", "To"), days, strict=True):
        found = [v.value for v in facts.values(focus, predicate + end)]
        if predicate not in DAYS_ONLY and len(facts.values(focus, predicate)) == 1 and found != ([day.isoformat()] if day else []):
            yield (
                "DateShape-real",
                focus,
                predicate + end,
                ", ".join(found) or "nothing",
                f"'{edtf}' {'starts' if end == 'From' else 'ends'} on {day}.",
            )


def _quoted(facts: Facts, focus: Term) -> tuple[str, int, int, str] | None:
    """Words, start, end and the document's SHA-256 of a quote; `None` for anything else and where shapes say what is missing."""
    words, start, end = (facts.one(focus, KG + name) for name in ("text", "start", "end"))
    digest = facts.one(facts.one(focus, OA + "hasSource"), KG + "sha256")
    whole = words and start and end and digest and start.value.isdigit() and end.value.isdigit()
    if not whole or ox.NamedNode(KG + "Quote") not in facts.values(focus, TYPE):
        return None
    return words.value, int(start.value), int(end.value), digest.value  # type: ignore[union-attr]


def exact(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    if (quoted := _quoted(facts, focus)) and (text := texts.get(quoted[3])) is not None:
        words, start, end, _ = quoted
        if text[start:end] != words:
            yield "QuoteShape-exact", focus, KG + "start", str(start), _what_stands_there(text, start, end, words)


def at_hand(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    if (quoted := _quoted(facts, focus)) and quoted[3] not in texts:
        yield "QuoteShape-exact", focus, None, None, f"The text of the document {quoted[3][:12]} is not at hand."


def _what_stands_there(text: str, start: int, end: int, words: str) -> str:
    there = f"There the document says '{' '.join(text[start:end].split())}'."
    places = [place for place in (text.find(words), text.rfind(words)) if place >= 0]
    near = min(places, key=lambda place: abs(place - start), default=None)
    return f"{there} The words stand at {near} to {near + len(words)}." if near is not None else f"{there} The words stand nowhere in it."


WITHOUT_TEXTS = (named, typed, reference, term, real_date, exact)
"""A quote whose document is not at hand passes."""
RULES = (*WITHOUT_TEXTS, at_hand)
