"""What a visitor's query may not hold: `SERVICE` would make us call an address (SPARQL 1.1 Federated Query), an update would write.

No lexer of ours can tell for certain what the engine's parser takes for a keyword: it needs no space round one (`1e0SERVICE<…>`), and `<` may
begin an IRI or compare. So this is the first of two locks, and the one that speaks: the second is that evaluators have no network
(`web.sparql.isolation`). Where they cannot be without one, the letters *service* are refused wherever they stand, in strings and IRIs too.
"""

from __future__ import annotations

import re

__all__ = ["Refused", "check"]

ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
# Comments, IRIs, strings, names. Nothing is looked at twice: what is begun and never ended goes on to the end.
QUIET = re.compile(
    r"""\#[^\n\r]*+
    | <[^<>"{}|^`\\\x00-\x20]*+>
    | "{3}(?:[^"\\]|\\.|"{1,2}(?!"))*+(?:"{3})? | '{3}(?:[^'\\]|\\.|'{1,2}(?!'))*+(?:'{3})?
    | "(?:[^"\\\n\r]|\\.)*+"? | '(?:[^'\\\n\r]|\\.)*+'?
    | [?$]\w++""",
    re.X | re.S,
)
NAME = re.compile(r"[\w.-]++(?::[\w.:%-]*+)?|:[\w.:%-]*+")
PREFIX = re.compile(r"\bprefix\s+([\w.-]*+):", re.I)
UPDATE = re.compile(r"^\s*(?:(?:PREFIX\s+[^\s:]*:|BASE)\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD|WITH)\b", re.I)


class Refused(ValueError):
    """A query that asks for more than reading."""


def _plain(query: str) -> str:
    """With code point escapes undone, as SPARQL 1.1 section 19.2 has it."""
    return ESCAPE.sub(lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)), query)


def _bare(query: str) -> str:
    """The query without comments, IRIs, strings, variables, and names whose prefix it declares."""
    declared = {name.lower() for name in PREFIX.findall(query)}
    bare = QUIET.sub(" ", query)
    return NAME.sub(lambda m: " " if ":" in m[0] and m[0].partition(":")[0].lower() in declared else m[0], bare)


def check(query: str, is_isolated: bool) -> None:
    """Raises `Refused` for `SERVICE` and for updates; anything else is the engine's to parse.

    `is_isolated`: whether the evaluator has no network, so that a word in a string need not be refused.
    """
    forms = {query, _plain(query)}
    bare = [_bare(form) for form in forms]
    if any("service" in form.lower() for form in (bare if is_isolated else forms)):
        raise Refused(
            "SERVICE is refused: this service never contacts another address. Ask each service by itself and join the answers."
            + ("" if is_isolated else " Here the letters are refused in strings and names too: write 'ser.ice' in a regular expression.")
        )
    if any(UPDATE.search(form) for form in bare):
        raise Refused("Updates are refused: this service is read-only. Send a SELECT, ASK, CONSTRUCT or DESCRIBE query.")
