"""SHACL Core's constraints as Python functions: each takes its parameter and gives a test of a focus node's values.

A test answers with what breaks it; `None` stands for a value that should be there. Verdicts equal pySHACL's (tests/test_shapes.py).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

import pyoxigraph as ox

from loaders.check.facts import TYPE, Facts, Term

__all__ = ["CONSTRAINTS", "Test"]

Test = Callable[[Facts, Term, list[Term]], Iterable[Term | None]]
XSD = "http://www.w3.org/2001/XMLSchema#"
SH = "http://www.w3.org/ns/shacl#"
KINDS: dict[str, tuple[type, ...]] = {
    SH + "IRI": (ox.NamedNode,),
    SH + "Literal": (ox.Literal,),
    SH + "BlankNode": (ox.BlankNode,),
    SH + "BlankNodeOrIRI": (ox.BlankNode, ox.NamedNode),
    SH + "IRIOrLiteral": (ox.NamedNode, ox.Literal),
}


def _day(text: str) -> date:
    return date.fromisoformat(re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text)[0])  # type: ignore[index]


def _whole(text: str) -> int:
    return int(re.fullmatch(r"[+-]?[0-9]+", text)[0])  # type: ignore[index]


def _truth(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text]


READ: dict[str, Callable[[str], Any]] = {XSD + "date": _day, XSD + "integer": _whole, XSD + "boolean": _truth, XSD + "decimal": float}


def _value(term: Term) -> Any:
    """What a literal means; `None` for what has no value that can be compared."""
    try:
        return READ[term.datatype.value](term.value) if isinstance(term, ox.Literal) else None
    except (KeyError, TypeError, ValueError):
        return None


def _is_of(term: Term, datatype: str) -> bool:
    if not isinstance(term, ox.Literal) or term.datatype.value != datatype:
        return False
    return datatype not in READ or _value(term) is not None


def _ordered(first: Term, second: Term, fits: Callable[[Any, Any], bool]) -> bool:
    a, b = _value(first), _value(second)
    return a is not None and type(a) is type(b) and fits(a, b)


def _count(limit: ox.Literal, fits: Callable[[int, int], bool]) -> Test:
    number = int(limit.value)
    return lambda facts, focus, values: [] if fits(len(values), number) else [None]


def _each(fits: Callable[[Facts, Term], bool]) -> Test:
    return lambda facts, focus, values: [v for v in values if not fits(facts, v)]


def _pair(other: ox.NamedNode, fits: Callable[[Any, Any], bool]) -> Test:
    return lambda facts, focus, values: [v for v in values for o in facts.values(focus, other.value) if not _ordered(v, o, fits)]


def _pattern(parameter: ox.Literal) -> Test:
    compiled = re.compile(parameter.value)
    return _each(lambda facts, v: not isinstance(v, ox.BlankNode) and bool(compiled.search(v.value)))


def _equals(other: ox.NamedNode) -> Test:
    return lambda facts, focus, values: set(values) ^ set(facts.values(focus, other.value))


def _disjoint(other: ox.NamedNode) -> Test:
    return lambda facts, focus, values: set(values) & set(facts.values(focus, other.value))


CONSTRAINTS: dict[str, Callable[[Any], Test]] = {
    "minCount": lambda p: _count(p, lambda n, limit: n >= limit),
    "maxCount": lambda p: _count(p, lambda n, limit: n <= limit),
    "class": lambda p: _each(lambda facts, v: p in facts.values(v, TYPE)),
    "datatype": lambda p: _each(lambda facts, v: _is_of(v, p.value)),
    "nodeKind": lambda p: _each(lambda facts, v: isinstance(v, KINDS[p.value])),
    "pattern": _pattern,
    "minLength": lambda p: _each(lambda facts, v: not isinstance(v, ox.BlankNode) and len(v.value) >= int(p.value)),
    "minInclusive": lambda p: _each(lambda facts, v: _ordered(v, p, lambda a, b: a >= b)),
    "maxInclusive": lambda p: _each(lambda facts, v: _ordered(v, p, lambda a, b: a <= b)),
    "minExclusive": lambda p: _each(lambda facts, v: _ordered(v, p, lambda a, b: a > b)),
    "lessThan": lambda p: _pair(p, lambda a, b: a < b),
    "lessThanOrEquals": lambda p: _pair(p, lambda a, b: a <= b),
    "equals": _equals,
    "disjoint": _disjoint,
    "hasValue": lambda p: lambda facts, focus, values: [] if p in values else [None],
}
