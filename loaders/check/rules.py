"""Rules that SHACL cannot say: exact quotes (texts are no literals of the graph), and what holds for every statement of ours."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from knowledge.terms import KG, PREFIXES
from loaders.check.dates import real_date
from loaders.check.facts import LABEL, TYPE, Broken, Facts, Rule, Term, Texts
from loaders.check.links import strength
from loaders.check.words import TYPES, words

__all__ = ["RULES", "WITHOUT_TEXTS", "Broken", "Rule", "Texts"]

OURS = PREFIXES["id"]
NAME = re.compile(re.escape(OURS) + r"([a-z-]+)/[a-z0-9-]+")
OA = PREFIXES["oa"]
COUNT = re.compile(r"[0-9]{1,4000}")  # what `int` reads; a longer one is no integer to the shapes either


def named(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    name = NAME.fullmatch(focus.value) if isinstance(focus, ox.NamedNode) else None
    if not name:
        yield "ThingShape-named", focus, None, None, f"'{focus.value}' is not {OURS}, a type, '/' and a slug of a-z, 0-9 and '-'."
    elif name[1] not in TYPES:
        yield "ThingShape-named", focus, None, None, f"There is no type '{name[1]}'."
    for predicate, values in facts.of[focus].items():
        for value in values:
            if isinstance(value, ox.BlankNode):
                yield "ThingShape-named", focus, predicate, value.value, "The value is a blank node."


def typed(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    lacks = [name for name, predicate in (("class", TYPE), ("label", LABEL)) if not facts.values(focus, predicate)]
    if lacks:
        yield "ThingShape-typed", focus, None, None, f"'{focus.value}' has no {' and no '.join(lacks)}."
    if len(labels := facts.values(focus, LABEL)) > 1:
        yield "ThingShape-typed", focus, LABEL, ", ".join(sorted(label.value for label in labels)), "That is more than one label."


def kind(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    """A name says what it names: below `id/person/` stand people and nothing else."""
    name = NAME.fullmatch(focus.value)
    wanted = TYPES.get(name[1], ()) if name else ()
    for found in facts.values(focus, TYPE) if wanted else ():
        ours = found.value in words().classes
        if ours and not words().upward([found]) & set(wanted):
            yield "ThingShape-kind", focus, TYPE, found.value, ""


def reference(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    for predicate, values in facts.of[focus].items():
        for value in values:
            if isinstance(value, ox.NamedNode) and value.value.startswith(OURS) and value not in facts.of:
                yield "ThingShape-reference", focus, predicate, value.value, ""


def term(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    known = words()
    used = [(p, p, known.properties) for p in facts.of[focus]] + [(TYPE, t.value, known.classes) for t in facts.values(focus, TYPE)]
    for predicate, name, declared in used:
        if name not in declared and name not in known.of_others:
            yield "ThingShape-term", focus, predicate, name, _nearest(name, declared)


def _nearest(name: str, declared: Iterable[str]) -> str:
    """The words of the ontology that are spelt much like it."""
    near = difflib.get_close_matches(name, sorted(declared), 1, 0.9) if name.startswith(KG) else []
    return f"Did you mean 'kg:{near[0].removeprefix(KG)}'?" if near else ""


def use(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    """Each property of ours on things of its domain, with values of its range."""
    own = words().upward(facts.values(focus, TYPE))
    for predicate, values in facts.of[focus].items():
        domain = words().ends(predicate, "domain")
        if domain and own and not own & domain:
            yield "ThingShape-use", focus, predicate, None, f"It is said of {_short(sorted(domain))}."
        yield from (("ThingShape-use", focus, predicate, value.value, why) for value in values if (why := _not_of_range(facts, predicate, value)))


def _not_of_range(facts: Facts, predicate: str, value: Term) -> str:
    known = words()
    if predicate not in known.properties:
        return ""
    if (predicate in known.links) != isinstance(value, ox.NamedNode):
        return "The value is a thing." if predicate in known.links else "The value is a literal."
    wanted = known.ends(predicate, "range")
    found = {value.datatype.value} if isinstance(value, ox.Literal) else known.upward(facts.values(value, TYPE))
    return f"Its values are {_short(sorted(wanted))}." if wanted and found and not wanted & found else ""


def _short(names: Iterable[str]) -> str:
    return " or ".join(name.rsplit("#", 1)[-1].rsplit("/", 1)[-1] for name in names)


def _quoted(facts: Facts, focus: Term) -> tuple[str, int, int, str] | None:
    """Words, start, end and the document's SHA-256 of a quote; `None` for anything else and where shapes say what is missing."""
    words, start, end = (facts.one(focus, KG + name) for name in ("text", "start", "end"))
    digest = facts.one(facts.one(focus, OA + "hasSource"), KG + "sha256")
    whole = words and start and end and digest and COUNT.fullmatch(start.value) and COUNT.fullmatch(end.value)
    if not whole or ox.NamedNode(KG + "Quote") not in facts.values(focus, TYPE):
        return None
    return words.value, int(start.value), int(end.value), digest.value  # type: ignore[union-attr]


def exact(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    if (quoted := _quoted(facts, focus)) and (text := texts.get(quoted[3])) is not None:
        words, start, end, _ = quoted
        if text[start:end] != words:
            yield "QuoteShape-exact", focus, KG + "start", str(start), _what_stands_there(text, start, end, words)


def inside(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    """A letter is a stretch of its document's text."""
    ends, digest = facts.values(focus, KG + "end"), facts.one(facts.one(focus, KG + "inDocument"), KG + "sha256")
    text = texts.get(digest.value) if digest else None
    if text is not None and any(COUNT.fullmatch(end.value) and int(end.value) > len(text) for end in ends):
        yield "LetterShape-inside", focus, KG + "end", ends[0].value, f"The document has {len(text)} characters."


def at_hand(facts: Facts, focus: Term, texts: Texts) -> Iterator[Broken]:
    if (quoted := _quoted(facts, focus)) and quoted[3] not in texts:
        yield "QuoteShape-exact", focus, None, None, f"The text of the document {quoted[3][:12]} is not at hand."


def _what_stands_there(text: str, start: int, end: int, words: str) -> str:
    there = f"There the document says '{' '.join(text[start:end].split())}'."
    places = [place for place in (text.find(words), text.rfind(words)) if place >= 0]
    near = min(places, key=lambda place: abs(place - start), default=None)
    return f"{there} The words stand at {near} to {near + len(words)}." if near is not None else f"{there} The words stand nowhere in it."


WITHOUT_TEXTS = (named, typed, kind, reference, term, use, real_date, strength, exact, inside)
"""A quote whose document is not at hand passes."""
RULES = (*WITHOUT_TEXTS, at_hand)
