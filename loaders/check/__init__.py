"""The gate: nothing enters a store that would make the graph false about its sources; what the world has wrong is listed.

Refusal        at least one violation; nothing may be loaded
ShapesError    the shapes themselves cannot be read
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

import pyoxigraph as ox

from knowledge.store import Readable
from knowledge.terms import KG
from loaders.check.compiler import component, shapes
from loaders.check.facts import Facts, Term
from loaders.check.hop import hop
from loaders.check.results import Refusal, Result, sentence
from loaders.check.rules import RULES, Rule, Texts
from loaders.check.shapes import Fault, Shapes, ShapesError

__all__ = ["Refusal", "Result", "ShapesError", "check", "check_all", "results_of"]


def check(triples: Iterable[str], context: Iterable[str] | Readable, texts: Texts) -> list[Result]:
    """Let statements in beside those that are there: the warnings. Raises `Refusal`.

    `context` is a store, or lines of N-Triples that hold what the new statements point at. Looked at is every subject that gains a
    statement, with one hop of context, so that the cost follows the letter and not the graph.
    """
    fresh = sorted(set(triples))
    known = sorted(set(context)) if not hasattr(context, "triples") else hop(fresh, context)
    return _gate(Facts([*fresh, *known]), list(Facts(fresh).of), texts)


def check_all(triples: Iterable[str], texts: Texts) -> list[Result]:
    """Let a whole graph in: the warnings. Raises `Refusal`."""
    facts = Facts(triples)
    return _gate(facts, list(facts.of), texts)


def _gate(facts: Facts, focus: list[Term], texts: Texts) -> list[Result]:
    found = results_of(facts, focus, texts)
    if any(result.severity == "Violation" for result in found):
        raise Refusal(found)
    return found


def results_of(facts: Facts, focus: list[Term], texts: Texts, rules: tuple[Rule, ...] = RULES) -> list[Result]:
    """Everything that breaks a shape or one of `rules`, violations first. Raises `Refusal` if no shape looks at any of it."""
    known, wanted = shapes(), set(focus)
    looked_at = {node for shape in known.targeted for node in shape.focus_nodes(facts)} & wanted
    if not looked_at:
        raise Refusal([_nothing_looked_at(known, len(wanted))])
    found = {*_by_shapes(facts, wanted, known), *_by_queries(facts, wanted, known), *_by_rules(facts, focus, texts, rules)}
    return sorted(found, key=_weight)


def _weight(result: Result) -> tuple[Any, ...]:
    """Violations before warnings; first what is wrong with any statement, since a word misspelt breaks other rules too."""
    general = result.shape.startswith(KG + "ThingShape")
    return (result.severity != "Violation", not general, result.shape, result.focus, result.path or "", result.value or "")


def _nothing_looked_at(known: Shapes, number: int) -> Result:
    shape = known.by_iri[KG + "ThingShape-typed"]
    text = f"The statements are refused. No rule looks at any of the {number} things that gain a statement, so nothing was checked."
    whole = f"{text} What would be right: {shape.remedy}"
    return Result(shape.iri, shape.iri, "Violation", KG + "Letter", shape.message, shape.remedy, text=whole)


def _result(facts: Facts, fault: Fault, path: str | None, detail: str = "") -> Result:
    shape, value = fault.shape, fault.value.value if fault.value is not None else None
    bare = Result(shape.iri, fault.component, shape.severity, fault.focus.value, shape.message, shape.remedy, value, path, detail)
    return replace(bare, text=sentence(facts, fault.focus, bare))


def _by_shapes(facts: Facts, wanted: set[Term], known: Shapes) -> Iterator[Result]:
    for shape in known.targeted:
        for node in dict.fromkeys(shape.focus_nodes(facts)):
            if node in wanted:
                yield from (_result(facts, fault, fault.shape.predicate) for fault in shape.broken(facts, node))


def _by_queries(facts: Facts, wanted: set[Term], known: Shapes) -> Iterator[Result]:
    store = ox.Store()
    store.load("\n".join(facts.lines).encode(), ox.RdfFormat.N_TRIPLES)
    for rule in known.rules:
        for node in {row["this"] for row in store.query(rule.query)} & wanted:
            yield _result(facts, Fault(rule.shape, component("SPARQL"), node, None), None)


def _by_rules(facts: Facts, focus: list[Term], texts: Texts, rules: tuple[Rule, ...]) -> Iterator[Result]:
    for rule in rules:
        for node in focus:
            for name, where, path, value, detail in rule(facts, node, texts):
                shape = shapes().by_iri[KG + name]
                yield _result(facts, Fault(shape, shape.iri, where, None if value is None else ox.Literal(value)), path, detail)
